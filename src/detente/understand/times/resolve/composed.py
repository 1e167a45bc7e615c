"""Expressions made of others: the end of a month, a month of a year, a range; and those that name no days."""

from datetime import date

import msgspec

from detente.understand.times.nouns import (
    Day,
    Every,
    Fraction,
    Inside,
    Length,
    Meaning,
    Month,
    Near,
    Part,
    Range,
    Season,
    Vague,
    Weekday,
)
from detente.understand.times.periods import UNITS, Period, add_days, add_months, containing, day_of, inside, last_day
from detente.understand.times.resolve.frame import Frame, Kind, Resolved, of_period, resolve, unknown, unresolved

# The third of a month that "early", "mid", "late" name.
FOURS = {"START": (1, 4), "MID": (5, 8), "END": (9, 12)}  # months of a year

TURN = 10  # days on either side of a year's turn; set by hand
Stretch = tuple[date, date]
THIRDS = {"START": (1, 10), "MID": (11, 20), "END": (21, 31)}


@resolve.register
def _part(meaning: Part, frame: Frame) -> Resolved:
    if meaning.how == "turn":
        return _turn(meaning, frame)
    whole = resolve(meaning.of, frame)
    if whole.period is None or whole.first is None or whole.last is None:
        return msgspec.structs.replace(whole, mod=meaning.mod)
    first, last = PORTIONS[meaning.how](whole.period, whole.first, whole.last, meaning.mod, frame)
    cue = f"{'earlier' if meaning.mod == 'START' else 'later'}; {whole.cue}" if meaning.how == "rest" else whole.cue
    return msgspec.structs.replace(whole, mod=meaning.mod, first=first, last=last, precision="within", cue=cue)


def _turn(meaning: Part, frame: Frame) -> Resolved:
    """The turn of a year lies between late December and early January; of no named year, the nearest is meant."""
    whole = resolve(meaning.of, frame)
    if whole.period is None or whole.first is None or whole.period.unit != "year":
        return msgspec.structs.replace(whole, mod=meaning.mod)
    first = whole.first
    ahead = frame.deadline or frame.direction == "future"
    late = frame.spoken is not None and frame.spoken.month > 6 and frame.direction != "past"
    if isinstance(meaning.of, Near) and (ahead or late):
        first = add_months(first, 12)
    year = of_period(Period("year", first), whole.cue)
    return msgspec.structs.replace(
        year, mod="START", first=add_days(first, -TURN), last=add_days(first, TURN - 1), precision="within"
    )


def _rest(period: Period, first: date, last: date, mod: str, frame: Frame) -> Stretch:  # noqa: ARG001
    """What of a period lies before, or after, the day of speaking: "earlier this week"."""
    day = frame.spoken
    if day is None or not first <= day <= last or first == last:
        return first, last
    return (first, day) if mod == "START" else (min(add_days(day, 1), last), last)


def _edge(period: Period, first: date, last: date, mod: str, frame: Frame) -> Stretch:
    """The end of a period is its last days; what must be done by then has until the last of them."""
    if frame.deadline and mod == "END":
        return last, last
    if period.unit == "year":
        return (first, add_days(add_months(first, 1), -1)) if mod == "START" else (last.replace(day=1), last)
    return _portion(period, first, last, mod, frame)


def _half(period: Period, first: date, last: date, mod: str, frame: Frame) -> Stretch:  # noqa: ARG001
    """A month's first half ends on the 15th; other periods are halved by their days."""
    middle = first.replace(day=15) if period.unit == "month" else add_days(first, ((last - first).days + 1) // 2 - 1)
    return (first, middle) if mod == "START" else (add_days(middle, 1), last)


def _portion(period: Period, first: date, last: date, mod: str, frame: Frame) -> Stretch:  # noqa: ARG001
    """The days that early, mid or late name: thirds of a month or year, and of anything else by its days."""
    if period.unit == "month":
        a, b = THIRDS[mod]
        return first.replace(day=a), last if b == 31 else first.replace(day=b)
    if period.unit == "year":
        a, b = FOURS[mod]
        return first.replace(month=a), last_day(Period("month", first.replace(month=b)))
    days = (last - first).days + 1
    third = max(1, -(-days // 3))
    late = days - third - (period.unit == "week")  # late in the week begins on its fourth day
    cut = {"START": (0, third - 1), "MID": (third - 1, days - third), "END": (late, days - 1)}[mod]
    return add_days(first, cut[0]), add_days(first, max(cut))


PORTIONS = {"rest": _rest, "edge": _edge, "half": _half, "portion": _portion}


@resolve.register
def _inside(meaning: Inside, frame: Frame) -> Resolved:
    outer = resolve(meaning.outer, frame)
    if outer.period is None:
        return unresolved(None) if meaning.inner is None else resolve(meaning.inner, frame)
    if meaning.inner is None:
        unit = meaning.unit or "day"
        if unit in {"hour", "minute", "second"} or unit not in UNITS:
            return msgspec.structs.replace(outer, precision="within")
        if unit == "week":
            return _week_inside(outer.period, meaning.number)
        found = inside(outer.period, unit, meaning.number)
        return of_period(found, outer.cue) if found else msgspec.structs.replace(outer, precision="within")
    if isinstance(meaning.inner, Day) and outer.period.unit == "month" and not outer.period.bc:
        month = outer.period.first
        day = day_of(month.year, month.month, meaning.inner.day)
        return of_period(Period("day", day), outer.cue) if day else unresolved(None)
    if isinstance(meaning.inner, Month | Season | Fraction | Day) and not outer.period.bc:
        inner = msgspec.structs.replace(meaning.inner, year=outer.period.first.year)
        return msgspec.structs.replace(resolve(inner, frame), cue=outer.cue)
    if isinstance(meaning.inner, Weekday) and meaning.number and outer.first and outer.last:
        return _nth_weekday(meaning.inner.weekday, meaning.number, outer.first, outer.last)
    if isinstance(meaning.inner, Weekday) and outer.first is not None:
        steps = (meaning.inner.weekday - 1 - outer.first.weekday()) % 7
        return of_period(Period("day", add_days(outer.first, steps)), outer.cue)
    return resolve(meaning.inner, frame)


def _nth_weekday(weekday: int, number: int, first: date, last: date) -> Resolved:
    """The n-th weekday of a stretch of days, or its last."""
    if number < 0:
        day = add_days(last, -((last.isoweekday() - weekday) % 7))
    else:
        day = add_days(first, (weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    return of_period(Period("day", day), "counted in what is told") if first <= day <= last else unresolved(None)


def _week_inside(period: Period, number: int) -> Resolved:
    """The n-th seven days of a period, or its last; the value is the ISO week that holds most of them."""
    if period.bc or period.unit in {"day", "week", "weekend", "season"}:
        return unresolved(unknown("week"))
    first = add_days(last_day(period), -6) if number < 0 else add_days(period.first, 7 * (number - 1))
    week = of_period(containing("week", add_days(first, 3)), "week told")
    return msgspec.structs.replace(week, first=first, last=add_days(first, 6))


@resolve.register
def _every(meaning: Every, frame: Frame) -> Resolved:  # noqa: ARG001
    return unresolved(meaning.value, "SET")


@resolve.register
def _vague(meaning: Vague, frame: Frame) -> Resolved:
    if meaning.told and frame.told is not None and frame.fresh:
        return of_period(frame.told, "the time told of")
    return unresolved(meaning.value)


@resolve.register
def _range(meaning: Range, frame: Frame) -> Resolved:
    ends = _ends(meaning.start.meaning, meaning.end.meaning, frame)
    start, end = ends
    value = f"{start.value}/{end.value}" if start.value and end.value else None
    if start.first is None or end.last is None or end.last < start.first:
        kind: Kind = "DURATION" if isinstance(meaning.start.meaning, Length) else "DATE"
        return msgspec.structs.replace(unresolved(value, kind), ends=ends)
    return Resolved(
        type="DATE", value=value, first=start.first, last=end.last, precision="within" if meaning.one_of else "days",
        cue=start.cue, period=end.period, warnings=(*start.warnings, *end.warnings), ends=ends,
    )  # fmt: skip


def _ends(first: Meaning, last: Meaning, frame: Frame) -> tuple[Resolved, Resolved]:
    """Resolve both ends so that they follow each other: behind a past verb the end leads, else the start does."""
    start, end = resolve(first, frame), resolve(last, frame)
    if start.first is None or end.last is None or start.first <= end.last:
        return start, end
    if frame.direction == "past" and (before := _moved(first, end, frame, -1)):
        return before, end
    if after := _moved(last, start, frame, 1):
        return start, after
    return start, end


def _moved(meaning: Meaning, other: Resolved, frame: Frame, way: int) -> Resolved | None:
    """The same weekday, day or month on the right side of the other end of its range."""
    assert other.first is not None
    assert other.last is not None
    if isinstance(meaning, Weekday):
        days = (meaning.weekday - other.first.isoweekday()) % 7
        day = add_days(other.first, days if way > 0 else days - 7)
        return of_period(Period("day", day), "range")
    if isinstance(meaning, Day | Month) and meaning.year is None:
        options = [resolve(msgspec.structs.replace(meaning, year=other.first.year + step), frame) for step in (way, 0)]
        fitting = [
            one
            for one in options
            if one.first and one.last and (one.first >= other.last if way > 0 else one.last <= other.first)
        ]
        return min(fitting, key=lambda one: abs((one.first or date.max) - other.first), default=None)  # type: ignore[operator]
    return None
