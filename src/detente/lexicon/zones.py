"""Time zones as pages name them: "GMT", "EST", "Moscow time", "ET"."""

from datetime import timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from detente.lexicon.times import times, words_of_class


@cache
def abbreviations() -> dict[str, int]:
    """Abbreviations in small letters, with their minutes from UTC."""
    return {name: int(minutes) for name, minutes in words_of_class("ZONE").items()}


@cache
def _named() -> dict[str, str]:
    return {name: str(zone) for kind in ("PLACEZONE", "ZONEOFUS") for name, zone in words_of_class(kind).items()}


def zone_named(*names: str, home: str | None = None) -> tzinfo | None:
    """Return the zone that the first known of these names means, or None.

    `home` is the IANA zone of the outlet that writes: of an abbreviation that several places share it means its own.

    >>> zone_named("EST"), zone_named("IST", home="Asia/Jerusalem"), zone_named("Moscow")
    (datetime.timezone(datetime.timedelta(days=-1, seconds=68400)), zoneinfo.ZoneInfo(key='Asia/Jerusalem'), zoneinfo.ZoneInfo(key='Europe/Moscow'))
    """
    for name in map(str.lower, names):
        if home in times().shared_zone.get(name, ()):
            return ZoneInfo(str(home))
        if name in abbreviations():
            return timezone(timedelta(minutes=abbreviations()[name]))
        if name in _named():
            return ZoneInfo(_named()[name])
    return None
