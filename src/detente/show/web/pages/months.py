"""A month of talks as a calendar."""

import calendar

from detente.model import Noun, Talk
from detente.show.titles import address_of, title_of
from detente.show.web.look import Look

MOST = 400  # talks of a month that a calendar shows


class Dated(Noun, frozen=True, kw_only=True):
    """A talk on a day of a calendar."""

    id: str
    address: str
    title: str
    standing: str | None
    within: bool


class Day(Noun, frozen=True, kw_only=True):
    """A day of a calendar and its talks; the days of other months that fill a week have none."""

    day: str
    inside: bool
    talks: tuple[Dated, ...] = ()


class Month(Noun, frozen=True, kw_only=True):
    """A month of talks as weeks of days, Monday first."""

    month: str
    earlier: str | None
    later: str | None
    weeks: tuple[tuple[Day, ...], ...]
    total: int


def month(look: Look) -> Month:
    """Ask for the talks of a month."""
    shown = look.asked.month or look.on[:7]
    year, number = int(shown[:4]), int(shown[5:7])
    last = calendar.monthrange(year, number)[1]
    chosen = look.asked.chosen(since=f"{shown}-01", until=f"{shown}-{last:02}")
    rows = [look.profile.entry(talk) for talk in look.record.newest(Talk, chosen, MOST)]
    by_day: dict[str, list[Dated]] = {}
    for talk in rows:
        for day in _days(talk, shown, last):
            by_day.setdefault(day, []).append(_dated(talk))
    weeks = tuple(
        tuple(
            Day(day=day.isoformat(), inside=day.month == number, talks=tuple(by_day.get(day.isoformat(), ()) if day.month == number else ()))
            for day in week
        )
        for week in calendar.Calendar().monthdatescalendar(max(2, min(year, 9998)), number)
    )  # fmt: skip
    return Month(
        month=shown,
        earlier=_near(look, _month(year, number - 1)),
        later=_near(look, _month(year, number + 1)),
        weeks=weeks,
        total=len(rows),
    )


def _days(talk: Talk, month: str, last: int) -> list[str]:
    value = talk.value("when")
    if not isinstance(value, dict):
        return []
    first, end = ((value[one] or value[other])[:10] for one, other in (("earliest", "latest"), ("latest", "earliest")))
    days = [f"{month}-{number:02}" for number in range(1, last + 1)]
    return [day for day in days if first <= day <= end]


def _dated(talk: Talk) -> Dated:
    value = talk.value("when")
    return Dated(
        id=talk.id, address=address_of(talk.id), title=title_of(talk).rpartition(", ")[0] or title_of(talk), standing=talk.standing,
        within=value.get("precision") == "within",
    )  # fmt: skip


def _near(look: Look, month: str) -> str | None:
    """Return a month if talks have days in it, or on both sides of it."""
    first, last = look.record.days_of(Talk)
    return month if first and last and first[:7] <= month <= last[:7] else None


def _month(year: int, number: int) -> str:
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return f"{max(1, min(year, 9999)):04}-{number:02}"
