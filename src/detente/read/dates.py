"""When a page says it was published: date lines in their many shapes → an ISO instant, or a day."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import msgspec

from detente.lexicon.times import words_of_class
from detente.lexicon.zones import abbreviations, zone_named
from detente.model import Problem

MONTHS = {name: int(number) for name, number in (words_of_class("SHORTMONTH") | {"may": 5}).items()}
WEEKDAYS = [name[:3] for name in words_of_class("WEEKDAY")]

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_WEEKDAY = r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s*(?:the\s+)?)?"
SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"(?<![\w]){_WEEKDAY}(?<!\d){_DAY}(?:\s+of)?[\s-]*{_MONTH},?[\s-]*{_YEAR}",
        rf"(?<![\w]){_WEEKDAY}{_MONTH}\s*{_DAY}(?:,\s*|\s+){_YEAR}",
        rf"(?<!\d){_YEAR}[-/.]\s?(?P<number>\d{{1,2}})[-/.]\s?{_DAY}",
        rf"(?<!\d){_YEAR}[-\s]{_MONTH}[-\s]{_DAY}",
        r"(?<![\d/.-])(?P<first>[0-3]?\d)(?P<mark>[/.-])(?P<second>[0-3]?\d)(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)(?![\d/.-]\d)",
    )
)
_ZONE = (
    r"(?:(?P<zone>" + "|".join(sorted(abbreviations(), key=len, reverse=True)) + r"|et|ct|mt|pt)(?![a-z]))?"
    r"\s*(?P<offset>[+-]\s?\d{1,2}(?::?\d{2})?)?(?:\s*\(?(?P<place>[a-z]+(?: york)?)(?: standard| local)? time\b)?"
)
CLOCK = re.compile(
    r"(?<![\d.:/])(?:(?P<hour>[01]?\d|2[0-3])(?::|\.|h)(?P<minute>[0-5]\d)(?!\d)(?::(?P<second>[0-5]\d)(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\b\.?)?"
    r"|(?P<hour2>1[0-2]|0?[1-9])\s*(?P<half2>[ap]\.?m\b\.?)|(?P<hour3>[01]\d|2[0-3])(?P<minute3>[0-5]\d)(?=\s*(?:gmt|utc|hrs|hours|[a-z]{2,4}t\b)))"
    r"\s*(?:hrs|hours)?\s*,?\s*[\[(]?" + _ZONE,
    re.IGNORECASE,
)
CLOCK_NEAR = 24  # characters between a date and its clock time on a date line
CLOCK_BEFORE = 40  # characters before a date in which its clock time may begin ("10:21 PM EST, Wed December 17, 2025")


class Found(msgspec.Struct, frozen=True):
    """A date found in a text: its value, its place, a zone taken from elsewhere, and what is wrong with it."""

    value: str
    start: int
    end: int
    warning: str | None = None
    assumed_zone: str | None = None


def find_date(text: str, start: int = 0, end: int | None = None, zone: str | None = None) -> Found | None:
    """Return the first date with a year in a stretch, with its clock time and zone where they stand beside it.

    `zone` is the IANA zone of a clock time that names none. Without a clock time the value is a day.

    >>> find_date("Posted Wednesday, 17 December 2025 10:21 PM EST").value
    '2025-12-17T22:21:00-05:00'
    >>> find_date("10:21 PM EST, Wed December 17, 2025").value
    '2025-12-17T22:21:00-05:00'
    """
    return next(find_dates(text, start, end, zone), None)


def find_dates(text: str, start: int = 0, end: int | None = None, zone: str | None = None) -> Iterator[Found]:
    """Yield every date with a year in a stretch, in reading order, none overlapping another."""
    end = len(text) if end is None else end
    matches = (match for shape in SHAPES for match in shape.finditer(text, start, end))
    after = start
    for match in sorted(matches, key=lambda found: (found.start(), -found.end())):
        if match.start() >= after and (day := _day(match, zone)):
            found = _with_clock(text, match, day, max(start, after), end, zone)
            after = found.end
            yield found


def _day(match: re.Match[str], zone: str | None) -> date | None:
    parts = match.groupdict()
    year = int(parts["year"])
    if "first" in parts:
        day, month = _day_and_month(parts, zone)
        year = year if year > 99 else 2000 + year
    else:
        day = int(parts["day"])
        month = int(parts["number"]) if parts.get("number") else MONTHS[parts["month"].lower()[:3]]
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day_and_month(parts: dict[str, str], zone: str | None) -> tuple[int, int]:
    """Tell day from month in 12/17/2025: by size, by the outlet's country, else the day first; never by guessing twice.

    A two-digit year is American when divided by slashes: nobody else's news pages were seen to write one.
    """
    first, second = int(parts["first"]), int(parts["second"])
    american = parts["mark"] == "/" and ((zone or "").startswith("America/") or len(parts["year"]) == 2)
    if first > 12 or (second <= 12 and not american):
        return first, second
    return second, first


def _ambiguity(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    if "first" not in parts or max(int(parts["first"]), int(parts["second"])) > 12:
        return None
    return None if parts["first"] == parts["second"] else f"{match.group().strip()} could be either of two days"


def _with_clock(text: str, match: re.Match[str], day: date, after: int, end: int, zone: str | None) -> Found:
    weekday = match.groupdict().get("weekday")
    wrong = weekday and WEEKDAYS.index(weekday.lower()) != day.weekday()
    warning = f"{match.group().strip()} was not a {weekday}" if wrong else _ambiguity(match)
    clock, start, stop = _clock_beside(text, match, after, end)
    if not clock:
        return Found(day.isoformat(), match.start(), match.end(), warning)
    own = _zone_of(clock, zone)
    moment = _moment(day, clock)
    assumed = zone if own is None and zone else None
    own = own or (ZoneInfo(zone) if zone else None)
    return Found(moment.replace(tzinfo=own).isoformat(), start, stop, warning, assumed)


def _clock_beside(
    text: str, match: re.Match[str], after: int, end: int
) -> tuple[re.Match[str] | None, int, int]:  # fmt: skip
    """Return the clock time after a date or, failing that, before it, and the stretch that both take up."""
    line_end = text.find("\n", match.end(), end)
    reach = end if line_end < 0 else line_end
    clock = CLOCK.search(text, match.end(), min(reach, match.end() + CLOCK_NEAR))
    if clock and not re.search(r"[A-Za-z]{4,}.*[A-Za-z]{4,}", text[match.end() : clock.start()]):
        full = CLOCK.match(text, clock.start(), reach) or clock
        return full, match.start(), full.start() + len(full.group().rstrip(" (,["))
    line_start = max(after, text.rfind("\n", 0, match.start()) + 1, match.start() - CLOCK_BEFORE)
    before = list(CLOCK.finditer(text, line_start, match.start()))
    if before and re.fullmatch(r"[\s,|·•–—)\]-]*(?:on\s+)?", text[before[-1].end() : match.start()]):
        return before[-1], before[-1].start(), match.end()
    return None, match.start(), match.end()


def _moment(day: date, clock: re.Match[str]) -> datetime:
    hour = int(clock["hour"] or clock["hour2"] or clock["hour3"])
    minute = int(clock["minute"] or clock["minute3"] or 0)
    half = (clock["half"] or clock["half2"] or "").lower().replace(".", "")
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return datetime(day.year, day.month, day.day, hour, minute, int(clock["second"] or 0))


def _zone_of(clock: re.Match[str], zone: str | None) -> tzinfo | None:
    """Return the zone that a clock time names, or None."""
    name, offset, place = (clock["zone"] or "").lower(), clock["offset"], (clock["place"] or "").lower()
    if offset and (name in {"", "utc", "gmt"}):
        digits = re.sub(r"[^\d+-]", "", offset)
        hours, minutes = int(digits[:3]), int(digits[3:] or 0)
        return timezone(timedelta(hours=hours, minutes=-minutes if hours < 0 else minutes)) if abs(hours) < 15 else None
    return zone_named(name, place, home=zone)


def date_problems(moment: str | None, now: str | None, where: str) -> list[Problem]:
    """Tell of a page without a date, or with one later than its reading."""
    if moment is None:
        return [Problem(what="no date of publication", where=where, do="give one with --published")]
    if now and moment[:10] > now[:10]:
        what = f"published on {moment[:10]}, later than it was read"
        return [Problem(what=what, where=where, do="check its date")]
    return []


def zone_problem(zone: str, outlet: str, where: str) -> Problem:
    """Tell that a page named no time zone and its outlet's was taken."""
    return Problem(what=f"no time zone; {zone} assumed for {outlet}", where=where, do="nothing")
