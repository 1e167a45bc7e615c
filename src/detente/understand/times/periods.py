"""Calendar arithmetic: a period is a unit and its first day; its TIMEX3 value, its last day, its neighbours.

>>> period = containing("month", date(2024, 2, 14))
>>> value_of(period), last_day(period), value_of(shifted(period, -2))
('2024-02', datetime.date(2024, 2, 29), '2023-12')
"""

from calendar import monthrange
from datetime import date, timedelta

import msgspec

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # the month a season is counted from; its days are not told
MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
# Units from fine to coarse.
UNITS = ("day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century")
CODES = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W", "weekend": "WE", "fortnight": "W",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip
OF_THE_CLOCK = frozenset({"second", "minute", "hour"})
YEARS = (1, 9990)  # beyond these no date is made


class Period(msgspec.Struct, frozen=True):
    """A stretch of the calendar by its unit and first day; `bc` counts the year of that day backwards."""

    unit: str
    first: date
    bc: bool = False


def containing(unit: str, day: date) -> Period:
    """Return the period of this unit that a day lies in; weeks begin on Monday, as ISO counts them."""
    if unit == "week":
        return Period(unit, _back(day, day.weekday()))
    if unit == "weekend":
        return Period(unit, _back(day, day.weekday() - 5))
    if unit == "season":
        return Period(unit, day.replace(day=1))
    if unit in {"month", "quarter", "half"}:
        return Period(unit, date(day.year, (day.month - 1) // MONTHS_IN[unit] * MONTHS_IN[unit] + 1, 1))
    if unit in {"year", "decade", "century"}:
        years = MONTHS_IN[unit] // 12
        return Period(unit, date(max(1, day.year // years * years), 1, 1))
    return Period("day", day)


def _back(day: date, days: int) -> date:
    ordinal = day.toordinal() - days
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))


def last_day(period: Period) -> date:
    """Return the last day of a period."""
    if period.unit == "day":
        return period.first
    if period.unit in {"week", "weekend"}:
        return _back(period.first, -6 if period.unit == "week" else -1)
    months = 3 if period.unit == "season" else MONTHS_IN[period.unit]
    following = add_months(period.first, months)
    return _back(following, 1)


def add_months(day: date, months: int) -> date:
    """Return the same day so many months on; the month's last day where it has no such day.

    >>> add_months(date(2024, 1, 31), 1)
    datetime.date(2024, 2, 29)
    """
    count = day.year * 12 + day.month - 1 + months
    year = min(max(count // 12, YEARS[0]), YEARS[1])
    month = count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def add_days(day: date, days: int) -> date:
    """Return the day so many days on, held within the calendar."""
    return _back(day, -days)


def shifted(period: Period, steps: int) -> Period:
    """Return the period of the same unit so many steps on, or back; before Christ, years count down."""
    if period.bc:
        years = {"year": 1, "decade": 10, "century": 100}.get(period.unit, 0)
        year = min(max(period.first.year - steps * years, YEARS[0]), YEARS[1])
        return Period(period.unit, period.first.replace(year=year, day=min(period.first.day, 28)), bc=True)
    if period.unit in {"day", "week", "weekend"}:
        return Period(period.unit, add_days(period.first, steps * (1 if period.unit == "day" else 7)))
    months = 12 if period.unit == "season" else MONTHS_IN[period.unit]
    return Period(period.unit, add_months(period.first, steps * months))


def added(day: date, number: float, unit: str) -> date:
    """Return a day moved by a number of units; parts of a month or year are counted in days."""
    if unit in {"month", "quarter", "year", "decade", "century"}:
        months = number * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
        whole = int(max(min(months, 120_000), -120_000))
        return add_days(add_months(day, whole), round((months - whole) * 30))
    days = number * {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}.get(unit, 0)
    return add_days(day, round(max(min(days, 4_000_000), -4_000_000)))


def value_of(period: Period) -> str:
    """Return the TIMEX3 value of a period.

    >>> value_of(containing("weekend", date(2024, 5, 18))), value_of(containing("decade", date(1994, 1, 1)))
    ('2024-W20-WE', '199')
    """
    first = period.first
    year = f"{'BC' if period.bc else ''}{first.year:04d}"
    if period.unit in {"week", "weekend"}:
        iso = first.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if period.unit == "weekend" else "")
    if period.unit == "season":
        name = next(name for name, month in SEASONS.items() if month == first.month)
        return f"{year}-{name}"
    shapes = {
        "day": f"{year}-{first.month:02d}-{first.day:02d}",
        "month": f"{year}-{first.month:02d}",
        "quarter": f"{year}-Q{(first.month + 2) // 3}",
        "half": f"{year}-H{(first.month + 5) // 6}",
        "year": year,
        "decade": year[:-1],
        "century": year[:-2],
    }
    return shapes[period.unit]


def day_of(year: int, month: int, day: int) -> date | None:
    """Return a date, or None where the calendar has no such day."""
    if not (YEARS[0] <= year <= YEARS[1] and 1 <= month <= 12):
        return None
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def inside(period: Period, unit: str, number: int) -> Period | None:
    """Return the n-th period of a unit inside a longer one; -1 is the last.

    >>> value_of(inside(containing("month", date(2024, 3, 1)), "week", -1))
    '2024-W13'
    """
    if UNITS.index(unit) >= UNITS.index(period.unit) or period.bc:
        return None
    if number < 0:
        return containing(unit, last_day(period))
    found = shifted(containing(unit, period.first), number - 1)
    return found if found.first <= last_day(period) else None


def easter(year: int, *, orthodox: bool = False) -> date:
    """Return Easter Sunday: the Gregorian rule of Meeus, or the Julian one put into our calendar.

    >>> easter(2024), easter(2025, orthodox=True)
    (datetime.date(2024, 3, 31), datetime.date(2025, 4, 20))
    """
    if orthodox:
        d = (19 * (year % 19) + 15) % 30
        e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
        month, day = divmod(d + e + 114, 31)
        return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def thanksgiving(year: int) -> date:
    """Return the fourth Thursday of November."""
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)


def duration(number: float | None, unit: str) -> str:
    """Return the TIMEX3 value of a length.

    >>> duration(2.5, "year"), duration(30, "minute"), duration(None, "month"), duration(2, "fortnight")
    ('P2.5Y', 'PT30M', 'PXM', 'P4W')
    """
    if unit == "fortnight" and number is not None:
        number *= 2
    count = "X" if number is None else str(int(number)) if number == int(number) else str(number)
    return f"P{'T' if unit in OF_THE_CLOCK else ''}{count}{CODES[unit]}"
