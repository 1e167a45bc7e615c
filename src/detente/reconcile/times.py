"""Intervals of days, as reconciling compares them: how far apart, how wide, which weeks they touch."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from detente.model import When

MOST_WEEKS = 6  # an interval that touches more is compared by its first and last weeks only
TELLING = 14  # days around its publication in which an undated account is looked for


def days_of(when: When | None) -> tuple[date, date] | None:
    """Return the first and last day, an open end closed at the other; None where neither is known."""
    return _days(when.earliest, when.latest) if when else None


@lru_cache(maxsize=65_536)  # days are few, and asked for once for each pair of accounts that is compared
def _days(earliest: str | None, latest: str | None) -> tuple[date, date] | None:
    if earliest is None and latest is None:
        return None
    first = date.fromisoformat((earliest or latest or "")[:10])
    last = date.fromisoformat((latest or earliest or "")[:10])
    return min(first, last), max(first, last)


def days_apart(one: When, other: When) -> int:
    """Return the days between two intervals; 0 where they overlap or one is unknown."""
    a, b = days_of(one), days_of(other)
    if a is None or b is None:
        return 0
    return max(0, (max(a[0], b[0]) - min(a[1], b[1])).days)


def width_of(when: When) -> int:
    """Return how many days an interval spans; an open end spans a month."""
    days = days_of(when)
    if days is None or when.earliest is None or when.latest is None:
        return 31
    return (days[1] - days[0]).days + 1


def weeks_of(when: When | None, told: str, near: int = TELLING) -> Iterable[int]:
    """Return the numbers of the weeks that an interval touches, a day wider on both sides.

    Where it is undated, the weeks of so many days around the day on which it was told.
    """
    days = days_of(when)
    slack = timedelta(days=1)
    if days is None:
        if not told:
            return ()
        days, slack = (date.fromisoformat(told),) * 2, timedelta(days=near)
    first, last = ((day.toordinal() - 1) // 7 for day in (days[0] - slack, days[1] + slack))
    weeks = range(first, last + 1)
    return weeks if len(weeks) <= MOST_WEEKS else (first, first + 1, last - 1, last)
