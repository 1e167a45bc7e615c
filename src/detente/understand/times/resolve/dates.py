"""Days, months, seasons, quarters, years, named days: by their own year, the narrative's, or the nearest."""

from datetime import date, timedelta

import msgspec

from detente.understand.times.nouns import (
    Day,
    Fraction,
    Holiday,
    Month,
    Season,
    Year,
)
from detente.understand.times.periods import SEASONS, Period, add_days, day_of, easter, thanksgiving
from detente.understand.times.resolve.frame import (
    Frame,
    Resolved,
    home_of,
    narrated,
    of_period,
    resolve,
    step_word,
    unresolved,
)
from detente.understand.times.words import name_of


@resolve.register
def _day(meaning: Day, frame: Frame) -> Resolved:
    if meaning.bc:
        return unresolved(None)
    if meaning.year is not None:
        found = day_of(meaning.year, meaning.month, meaning.day)
        cue = "year given"
    else:
        found, cue = _nearest_day(meaning, frame)
    if found is None:
        value = f"XXXX-{meaning.month:02d}-{meaning.day:02d}" if meaning.year is None and meaning.day <= 31 else None
        return unresolved(value, cue="no year" if value else "no such day")
    warnings = _weekday_warning(meaning, found)
    return msgspec.structs.replace(of_period(Period("day", found), cue), warnings=warnings)


def _weekday_warning(meaning: Day, found: date) -> tuple[str, ...]:
    if meaning.weekday is None or meaning.weekday == found.isoweekday():
        return ()
    said, true = name_of("WEEKDAY", meaning.weekday), name_of("WEEKDAY", found.isoweekday())
    return (f"{found.isoformat()} was a {true}, not a {said}",)


def _nearest_day(meaning: Day, frame: Frame) -> tuple[date | None, str]:
    home, told = home_of(frame), narrated(frame)
    if told is not None:
        return _told_day(meaning, told), "year of the narrative"
    if home is None:
        return None, "no year"
    years = [found for step in (-1, 0, 1) if (found := day_of(home.year + step, meaning.month, meaning.day))]
    if frame.direction == "past" and frame.cue == "since":
        years = [found for found in years if found <= home] or years
    if meaning.month == 2 and meaning.day == 29 and not years:
        years = [found for step in (-3, -2, 2, 3) if (found := day_of(home.year + step, 2, 29))]
    return _nearest(years, home, frame)


FAR = timedelta(days=45)  # a nearest day as far as this gives way to the verb's direction; set by hand


def _nearest(days: list[date], home: date, frame: Frame) -> tuple[date | None, str]:
    """The day nearest to the page, or, where that is far on the wrong side of the verb, the nearest on the right side."""
    best = min(days, key=lambda found: abs(found - home), default=None)
    ahead = frame.direction == "future" or frame.deadline
    if best is None or abs(best - home) < FAR or (frame.direction == "nearest" and not frame.deadline):
        return best, "nearest year"
    right = [found for found in days if (found >= home) == ahead]
    return min(right, key=lambda found: abs(found - home), default=best), frame.cue or "nearest year"


def _told_day(meaning: Day, told: Period) -> date | None:
    if told.bc:
        return None
    year = told_year(told, meaning.month)
    return day_of(year, meaning.month, meaning.day)


# Months that a narrative steps back, and on, within its year; other months are of the year after, or before. The value F1 of
# WikiWars lies between .867 and .873 for steps from 5 to 11.
BACK, ON = 6, 7


def told_year(told: Period, month: int) -> int:
    """Return the year of a month without one, in a narrative that has come to `told`: about the nearest.

    >>> told_year(Period("month", date(1941, 12, 1)), 1), told_year(Period("month", date(1941, 6, 1)), 5)
    (1942, 1941)
    """
    if told.unit not in {"day", "month", "week", "weekend", "season", "quarter"}:
        return told.first.year
    steps = month - told.first.month
    return told.first.year + (steps < -BACK) - (steps > ON)


@resolve.register
def _month(meaning: Month, frame: Frame) -> Resolved:
    home, told = home_of(frame), narrated(frame)
    if meaning.bc or (meaning.year is None and told and told.bc):
        year = meaning.year or (told.first.year if told else 1)
        return of_period(Period("month", date(year, meaning.month, 1), bc=True), "year given")
    if meaning.year is not None:
        return of_period(Period("month", date(meaning.year, meaning.month, 1)), "year given")
    if meaning.step is not None and home is not None:
        return of_period(Period("month", _stepped(home, meaning.month, meaning.step, frame)), step_word(meaning.step))
    if told is not None:
        return of_period(
            Period("month", date(told_year(told, meaning.month), meaning.month, 1)), "year of the narrative"
        )
    if home is None:
        return unresolved(f"XXXX-{meaning.month:02d}", cue="no year")
    return of_period(Period("month", _nearest_month(home, meaning.month, frame)), frame.cue or "nearest year")


def _nearest_month(home: date, month: int, frame: Frame) -> date:
    """A bare month is the one under way, the last of its name behind a past verb, the next behind a future one."""
    here = home.year * 12 + home.month - 1
    options = [(home.year + step) * 12 + month - 1 for step in (-1, 0, 1)]
    if frame.direction == "past":
        options = [one for one in options if one <= here] or options
    elif frame.direction == "future":
        options = [one for one in options if one >= here] or options
    best = min(options, key=lambda one: (abs(one - here), one))
    return date(best // 12, best % 12 + 1, 1)


def _stepped(home: date, month: int, step: int, frame: Frame) -> date:
    year = home.year
    if step < 0:
        year -= month >= home.month
    elif step > 0:
        year += month <= home.month
    elif frame.direction == "past":
        year -= month > home.month
    return date(year, month, 1)


@resolve.register
def _season(meaning: Season, frame: Frame) -> Resolved:
    month, home, told = SEASONS[meaning.season], home_of(frame), narrated(frame)
    if meaning.year is not None:
        return of_period(Period("season", date(meaning.year, month, 1), bc=meaning.bc), "year given")
    if home is None:
        return unresolved(f"XXXX-{meaning.season}", cue="no year")
    if meaning.step is not None:
        return of_period(Period("season", _stepped(home, month, meaning.step, frame)), step_word(meaning.step))
    middle = month % 12 + 1  # January for a winter, which is named by the year it ends in
    year = _season_year(told, middle) if told else _nearest_month(home, middle, _undirected(frame, home, month)).year
    return of_period(Period("season", date(year, month, 1), bc=bool(told and told.bc)), "nearest year")


def _season_year(told: Period, middle: int) -> int:
    return told.first.year if told.bc else told_year(told, middle)


def _undirected(frame: Frame, home: date, month: int) -> Frame:
    """A season that is under way has no direction."""
    under_way = (home.month - month) % 12 < 3
    return msgspec.structs.replace(frame, direction="nearest") if under_way else frame


@resolve.register
def _fraction(meaning: Fraction, frame: Frame) -> Resolved:
    home = home_of(frame)
    width = 3 if meaning.unit == "quarter" else 6
    month = (meaning.number - 1) * width + 1
    if meaning.year is not None:
        return of_period(Period(meaning.unit, date(meaning.year, month, 1)), "year given")
    if home is None:
        return unresolved(f"XXXX-{meaning.unit[0].upper()}{meaning.number}", cue="no year")
    year = home.year
    if frame.direction != "future" and not frame.history and month > home.month:
        year -= 1
    return of_period(Period(meaning.unit, date(year, month, 1)), frame.cue or "last to begin")


@resolve.register
def _year(meaning: Year, frame: Frame) -> Resolved:
    year = meaning.year
    home = home_of(frame)
    if meaning.short and home is not None and frame.history and year % 100 + home.year // 100 * 100 <= home.year:
        year = year % 100 + home.year // 100 * 100
    if not 1 <= year <= 9990:
        return unresolved(None)
    if meaning.unit == "century" and year == 1:
        return unresolved("00")
    return of_period(Period(meaning.unit, date(year, 1, 1), bc=meaning.bc), "year given")


@resolve.register
def _holiday(meaning: Holiday, frame: Frame) -> Resolved:
    home = home_of(frame)
    if meaning.name in {"moon", "own"}:
        return unresolved(None, cue="follows the moon" if meaning.name == "moon" else "a name")
    if home is None:
        return unresolved(f"XXXX-{meaning.name}" if meaning.name[0].isdigit() else None, cue="no year")
    years = [meaning.year] if meaning.year else [home.year - 1, home.year, home.year + 1]
    days = [day for year in years if (day := _named_day(meaning, year))]
    found, cue = _nearest(days, home, frame)
    return of_period(Period("day", found), f"named day, {cue}") if found else unresolved(None)


def _named_day(meaning: Holiday, year: int) -> date | None:
    rules = {"easter": 0, "good friday": -2, "palm sunday": -7}
    if not 1583 <= year <= 4000:
        return None
    if meaning.name in rules:
        return easter(year, orthodox=meaning.orthodox) + timedelta(days=rules[meaning.name] + meaning.shift)
    if meaning.name == "thanksgiving":
        return thanksgiving(year)
    month, day = map(int, meaning.name.split("-"))
    found = day_of(year, month, day)
    return add_days(found, meaning.shift) if found else None
