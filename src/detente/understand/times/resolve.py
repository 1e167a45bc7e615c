"""A meaning and what it is counted from → TIMEX3 type, value and mod, the days it names, and how sure they are.

Nothing is imputed: where the frame has no day to count from, the days stay null and the value keeps its unknown digits.
"""

from datetime import date, datetime, time, timedelta, timezone
from functools import singledispatch
from typing import Literal
from zoneinfo import ZoneInfo

import msgspec

from detente.model import Precision
from detente.understand.times.nouns import (
    Clock,
    Day,
    Every,
    Fraction,
    Holiday,
    Inside,
    Length,
    Meaning,
    Month,
    Near,
    Offset,
    Part,
    PartOfDay,
    Range,
    Season,
    Vague,
    Weekday,
    Year,
)  # fmt: skip
from detente.understand.times.periods import (
    SEASONS,
    UNITS,
    Period,
    add_days,
    added,
    containing,
    day_of,
    easter,
    inside,
    last_day,
    shifted,
    thanksgiving,
    value_of,
)  # fmt: skip
from detente.understand.times.words import name_of

Kind = Literal["DATE", "TIME", "DURATION", "SET"]
Direction = Literal["past", "future", "nearest", "history"]
CODES = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W", "weekend": "WE", "fortnight": "W",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip
OF_THE_CLOCK = frozenset({"second", "minute", "hour"})
# The third of a month that "early", "mid", "late" name.
FOURS = {"START": (1, 4), "MID": (5, 8), "END": (9, 12)}  # months of a year
THIRDS = {"START": (1, 10), "MID": (11, 20), "END": (21, 31)}


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """What an expression is counted from.

    `spoken` is the speaker's own day, `told` the period that the text last told of. In a `history` all that is undated
    follows the narrative and not the page; in `background` only months and days without a year do. `direction` and `cue` are what verb and preposition say of a bare
    weekday. `week_start` is 0 for Monday, 6 for Sunday; a `deadline` stands behind "by", "before" or "until";
    what was told is `fresh` for a sentence or two.
    """

    spoken: date | None = None
    told: Period | None = None
    history: bool = False
    background: bool = False
    direction: Direction = "nearest"
    cue: str | None = None
    week_start: int = 0
    deadline: bool = False
    fresh: bool = False


class Resolved(msgspec.Struct, frozen=True, kw_only=True):
    """An expression resolved; `first` and `last` are the days that it names itself, before any relation word.

    `period` is the stretch of the calendar it is, `moment` an instant; a range keeps its two `ends`.
    """

    type: Kind
    value: str | None
    mod: str | None = None
    first: date | None = None
    last: date | None = None
    precision: Precision = "unresolved"
    cue: str | None = None
    period: Period | None = None
    moment: str | None = None
    anchor: date | None = None
    warnings: tuple[str, ...] = ()
    ends: tuple["Resolved", "Resolved"] | None = None


def of_period(period: Period, cue: str | None = None, precision: Precision | None = None) -> Resolved:
    """Return a period as a resolved date; a season has no days of its own, nor has anything before Christ."""
    named: dict[str, Precision] = {"day": "day", "month": "month", "year": "year"}
    unsure = period.unit == "season" or period.bc
    return Resolved(
        type="DATE",
        value=value_of(period),
        first=None if unsure else period.first,
        last=None if unsure else last_day(period),
        precision="unresolved" if unsure else precision or named.get(period.unit, "within"),
        cue=cue,
        period=period,
    )


def unresolved(value: str | None, type_: Kind = "DATE", mod: str | None = None, cue: str | None = None) -> Resolved:
    """Return an expression that names no days."""
    return Resolved(type=type_, value=value, mod=mod, cue=cue)


@singledispatch
def resolve(meaning: Meaning, frame: Frame) -> Resolved:
    """Resolve a meaning in its frame."""
    raise TypeError(f"no way to resolve {meaning!r} in {frame!r}")


# ── calendar ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _narrated(frame: Frame) -> Period | None:
    """The time told of, where undated months and days follow it."""
    return frame.told if frame.history or frame.background else None


def _home(frame: Frame) -> date | None:
    """The day that undated expressions are nearest to."""
    if frame.history and frame.told is not None:
        return frame.told.first
    return frame.spoken


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
    home, told = _home(frame), _narrated(frame)
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


BACK, AHEAD = 4, 8  # months that a narrative steps back, or ahead, with a month that names no year


def told_year(told: Period, month: int) -> int:
    """Return the year of a month without one, in a narrative that has come to `told`.

    Narratives move on: a month up to four before the last one told belongs to the same year, else to the next.

    >>> told_year(Period("month", date(1941, 12, 1)), 1), told_year(Period("month", date(1941, 6, 1)), 5)
    (1942, 1941)
    """
    if told.unit not in {"day", "month", "week", "weekend", "season", "quarter"}:
        return told.first.year
    steps = month - told.first.month
    if steps < -AHEAD:
        return told.first.year + 1
    if steps > AHEAD:
        return told.first.year - 1
    return told.first.year


@resolve.register
def _month(meaning: Month, frame: Frame) -> Resolved:
    home, told = _home(frame), _narrated(frame)
    if meaning.bc or (meaning.year is None and told and told.bc):
        year = meaning.year or (told.first.year if told else 1)
        return of_period(Period("month", date(year, meaning.month, 1), bc=True), "year given")
    if meaning.year is not None:
        return of_period(Period("month", date(meaning.year, meaning.month, 1)), "year given")
    if meaning.step is not None and home is not None:
        return of_period(Period("month", _stepped(home, meaning.month, meaning.step, frame)), _step_word(meaning.step))
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


def _step_word(step: int) -> str:
    return {-1: "last", 0: "this", 1: "next"}[step]


@resolve.register
def _season(meaning: Season, frame: Frame) -> Resolved:
    month, home, told = SEASONS[meaning.season], _home(frame), _narrated(frame)
    if meaning.year is not None:
        return of_period(Period("season", date(meaning.year, month, 1), bc=meaning.bc), "year given")
    if home is None:
        return unresolved(f"XXXX-{meaning.season}", cue="no year")
    if meaning.step is not None:
        return of_period(Period("season", _stepped(home, month, meaning.step, frame)), _step_word(meaning.step))
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
    home = _home(frame)
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
    home = _home(frame)
    if meaning.short and home is not None and frame.history and year % 100 + home.year // 100 * 100 <= home.year:
        year = year % 100 + home.year // 100 * 100
    if not 1 <= year <= 9990:
        return unresolved(None)
    if meaning.unit == "century" and year == 1:
        return unresolved("00")
    return of_period(Period(meaning.unit, date(year, 1, 1), bc=meaning.bc), "year given")


@resolve.register
def _holiday(meaning: Holiday, frame: Frame) -> Resolved:
    home = _home(frame)
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


# ── counted from now, or from the time told of ──────────────────────────────────────────────────────────────────────


def _base(frame: Frame, *, told: bool) -> Period | None:
    if (told or frame.history) and frame.told is not None:
        return frame.told
    return Period("day", frame.spoken) if frame.spoken else None


@resolve.register
def _near(meaning: Near, frame: Frame) -> Resolved:
    if frame.history and not meaning.told and meaning.unit == "day":
        return unresolved("PRESENT_REF" if meaning.step == 0 else None, cue="in a history")
    told = meaning.told and frame.told is not None
    bare = meaning.mod == "bare"
    if bare and told and frame.told and not frame.history:
        told = frame.fresh and UNITS.index(frame.told.unit) <= UNITS.index(meaning.unit)
    base = _base(frame, told=told)
    if base is None or (meaning.told and not bare and frame.told is None):
        return unresolved(_unknown(meaning.unit), cue="nothing to count from")
    if UNITS.index(base.unit) > UNITS.index(meaning.unit):
        return unresolved(_unknown(meaning.unit, base), cue="told of too coarsely")
    if meaning.unit == "weekend":
        return of_period(
            _weekend(meaning, base.first, frame), frame.cue if meaning.mod == "bare" else _step_word(meaning.step)
        )
    if meaning.unit == "week" and not told:
        return _week(base.first, meaning.step, frame)
    anchored = Period(meaning.unit, containing(meaning.unit, base.first).first, bc=base.bc)
    cue = "the time told of" if told else _step_word(meaning.step) if meaning.step in {-1, 0, 1} else "counted"
    return of_period(shifted(anchored, meaning.step), cue)


def _unknown(unit: str, base: Period | None = None) -> str:
    """The value of a period of which nothing but its unit, or the year, is known."""
    if unit == "year":
        return "XXXX"
    year = value_of(base)[: 6 if base.bc else 4] if base and base.unit in {"year", "month"} else "XXXX"
    return {"month": f"{year}-XX", "week": f"{year}-WXX", "weekend": f"{year}-WXX-WE"}.get(unit, f"{year}-XX-XX")


def _weekend(meaning: Near, day: date, frame: Frame) -> Period:
    """The coming weekend on a weekday, the one under way on its own days; the one behind a past verb or "last"."""
    saturday = add_days(day, (5 - day.weekday()) % 7 if day.weekday() < 6 else -1)
    step = meaning.step
    if meaning.mod == "bare":
        step = -1 if frame.direction == "past" and day.weekday() < 5 else 0
        if frame.direction == "nearest" and day.weekday() < 3:
            step = -1
    elif step == 0 and frame.direction == "past" and day.weekday() < 3:
        step = -1  # "met this weekend", said on a Monday
    elif step > 0 and (day.weekday() < 5 and meaning.mod == "coming"):
        step = 0
    return Period("weekend", add_days(saturday, 7 * step))


def _week(day: date, step: int, frame: Frame) -> Resolved:
    """A week by its outlet's first day; the value is the ISO week of the days that both have."""
    first = add_days(week_first(day, frame.week_start), 7 * step)
    iso = containing("week", add_days(first, 3))
    cue = f"{_step_word(step)}; week begins on {name_of('WEEKDAY', frame.week_start + 1)}"
    return msgspec.structs.replace(of_period(iso, cue), first=first, last=add_days(first, 6))


def week_first(day: date, week_start: int) -> date:
    """Return the first day of the week that a day lies in."""
    return add_days(day, -((day.weekday() - week_start) % 7))


@resolve.register
def _weekday(meaning: Weekday, frame: Frame) -> Resolved:
    number = meaning.weekday - 1
    told = frame.told if frame.history else None
    day = told.first if told and told.unit == "day" else None if frame.history else frame.spoken
    if day is None:
        return unresolved(f"XXXX-WXX-{meaning.weekday}", cue="nothing to count from")
    if meaning.week is not None:
        first = add_days(week_first(day, frame.week_start), 7 * meaning.week)
        return of_period(Period("day", add_days(first, (number - frame.week_start) % 7)), "day of a week told")
    ahead, behind = (number - day.weekday()) % 7, (day.weekday() - number) % 7
    if meaning.step is not None and meaning.step != 0:
        steps = (ahead or 7) if meaning.step > 0 else -(behind or 7)
        return of_period(Period("day", add_days(day, steps)), _step_word(meaning.step))
    steps, cue = _by_direction(ahead, behind, frame)
    if meaning.step == 0 and frame.direction != "past" and frame.direction != "nearest":
        steps, cue = ahead, "this"
    return of_period(Period("day", add_days(day, steps)), cue)


def _by_direction(ahead: int, behind: int, frame: Frame) -> tuple[int, str]:
    if ahead == 0:
        return 0, "the day of speaking itself"
    if frame.direction == "future":
        return ahead, frame.cue or "future"
    if frame.direction == "past":
        return -behind, frame.cue or "past"
    return (ahead if ahead <= behind else -behind), frame.cue or "nearest"


# ── parts ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@resolve.register
def _part(meaning: Part, frame: Frame) -> Resolved:
    whole = resolve(meaning.of, frame)
    mod = meaning.mod
    if whole.period is None or whole.first is None or whole.last is None:
        return msgspec.structs.replace(whole, mod=mod)
    if meaning.rest:
        return _rest(whole, mod, frame)
    if meaning.end_point:
        return _end_point(whole, mod, frame)
    first, last = _portion(whole.period, whole.first, whole.last, mod)
    return msgspec.structs.replace(whole, mod=mod, first=first, last=last, precision="within")


def _rest(whole: Resolved, mod: str, frame: Frame) -> Resolved:
    """What of a period lies before, or after, the day of speaking: "earlier this week"."""
    day = frame.spoken
    assert whole.first is not None
    assert whole.last is not None
    if day is None or not whole.first <= day <= whole.last:
        return msgspec.structs.replace(whole, mod=mod, precision="within")
    if whole.first == whole.last:
        return msgspec.structs.replace(whole, mod=mod)
    first, last = (whole.first, day) if mod == "START" else (add_days(day, 1), whole.last)
    word = "earlier" if mod == "START" else "later"
    return msgspec.structs.replace(
        whole, mod=mod, first=min(first, last), last=last, precision="within", cue=f"{word}; {whole.cue}"
    )


def _end_point(whole: Resolved, mod: str, frame: Frame) -> Resolved:
    """The end of a period is its last days; what must be done by then has until the last of them."""
    assert whole.first is not None
    assert whole.last is not None
    assert whole.period is not None
    first, last = _portion(whole.period, whole.first, whole.last, mod)
    if frame.deadline and mod == "END":
        first = last
    return msgspec.structs.replace(whole, mod=mod, first=first, last=last, precision="within")


def _portion(period: Period, first: date, last: date, mod: str) -> tuple[date, date]:
    """The days that early, mid or late name: thirds of a month, and of anything longer or shorter by its days."""
    if period.unit == "month":
        a, b = THIRDS[mod]
        return first.replace(day=a), last if b == 31 else first.replace(day=b)
    if period.unit == "year":
        a, b = FOURS[mod]
        return first.replace(month=a), last_day(Period("month", first.replace(month=b)))
    days = (last - first).days + 1
    third = max(1, days // 3)
    cut = {"START": (0, third - 1), "MID": (third, days - third - 1), "END": (days - third, days - 1)}[mod]
    return add_days(first, cut[0]), add_days(first, max(cut))


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
        return unresolved(_unknown("week"))
    first = add_days(last_day(period), -6) if number < 0 else add_days(period.first, 7 * (number - 1))
    week = of_period(containing("week", add_days(first, 3)), "week told")
    return msgspec.structs.replace(week, first=first, last=add_days(first, 6))


@resolve.register
def _part_of_day(meaning: PartOfDay, frame: Frame) -> Resolved:
    if meaning.of is None:
        return unresolved(f"XXXX-XX-XXT{meaning.part}", "TIME")
    day = resolve(meaning.of, frame)
    value = f"{day.value}T{meaning.part}" if day.value and day.value[0] in "0123456789XB" else day.value
    return msgspec.structs.replace(day, type="TIME", value=value, mod=meaning.mod)


@resolve.register
def _clock(meaning: Clock, frame: Frame) -> Resolved:
    of = meaning.of
    day = _clock_day(frame) if of is None else resolve(of, frame)
    known = day.period is not None and day.period.unit == "day" and not day.period.bc
    text = f"{meaning.hour:02d}" + (f":{meaning.minute:02d}" if meaning.minute is not None else "")
    base = (day.value or "XXXX-XX-XX").split("T")[0]
    value = f"{base}T{text}{_zone_text(meaning)}"
    moment = _moment(day.period.first, meaning) if known and day.period else None
    precision: Precision = "instant" if moment else day.precision
    return msgspec.structs.replace(day, type="TIME", value=value, moment=moment, precision=precision)


def _clock_day(frame: Frame) -> Resolved:
    """The day of a clock time that names none: the one told of just before, else the day of speaking."""
    told = frame.told if frame.told and frame.told.unit == "day" and not frame.told.bc else None
    if told and (frame.fresh or frame.history):
        return of_period(told, "the time told of")
    if frame.spoken and not frame.history:
        return of_period(Period("day", frame.spoken), "day of speaking")
    return unresolved("XXXX-XX-XX")


def _zone_text(meaning: Clock) -> str:
    if meaning.utc is None:
        return ""
    if meaning.utc == 0:
        return "Z"
    hours, minutes = divmod(abs(round(meaning.utc * 60)), 60)
    return f"{'+' if meaning.utc > 0 else '-'}{hours:02d}" + (f":{minutes:02d}" if minutes else "")


def _moment(day: date, meaning: Clock) -> str | None:
    """The instant, where the text names the zone; a clock time without one stays a day."""
    if meaning.utc is None and meaning.zone is None:
        return None
    zone = timezone(timedelta(hours=meaning.utc)) if meaning.utc is not None else ZoneInfo(meaning.zone or "UTC")
    if meaning.hour == 24:
        day, meaning = add_days(day, 1), msgspec.structs.replace(meaning, hour=0)
    return datetime.combine(day, time(meaning.hour, meaning.minute or 0), zone).isoformat()


# ── lengths ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def duration(number: float | None, unit: str) -> str:
    """Return the TIMEX3 value of a length.

    >>> duration(2.5, "year"), duration(30, "minute"), duration(None, "month"), duration(2, "fortnight")
    ('P2.5Y', 'PT30M', 'PXM', 'P4W')
    """
    if unit == "fortnight" and number is not None:
        number *= 2
    count = "X" if number is None else str(int(number)) if number == int(number) else str(number)
    return f"P{'T' if unit in OF_THE_CLOCK else ''}{count}{CODES[unit]}"


@resolve.register
def _length(meaning: Length, frame: Frame) -> Resolved:
    value = duration(meaning.number, meaning.unit)
    found = Resolved(type="DURATION", value=value, mod=meaning.mod)
    day = _home(frame)
    if meaning.frame is None or day is None or meaning.unit in OF_THE_CLOCK or meaning.age:
        return found
    if meaning.frame in {"past", "recent"} and not frame.history:
        first = added(day, -meaning.number, meaning.unit) if meaning.number and meaning.frame == "past" else None
        return msgspec.structs.replace(found, first=first, last=day, precision="within", cue=meaning.frame)
    if meaning.frame == "next" and not frame.history:
        last = added(day, meaning.number, meaning.unit) if meaning.number else None
        return msgspec.structs.replace(found, first=day, last=last, precision="within", cue="next")
    return found


@resolve.register
def _offset(meaning: Offset, frame: Frame) -> Resolved:
    base = resolve(meaning.base, frame).period if meaning.base is not None else None
    told = meaning.told and meaning.base is None
    if meaning.base is None:
        base = _base(frame, told=told) if not told or frame.told is not None else None
    length = meaning.length
    if base is None or (meaning.base is not None and base.bc):
        return unresolved(duration(length.number, length.unit), "DURATION", length.mod, "nothing to count from")
    if length.unit in OF_THE_CLOCK:
        return _near_clock(length, base)
    if length.number is None:
        return unresolved("PAST_REF" if meaning.way < 0 else "FUTURE_REF", mod=length.mod, cue="no number")
    unit = {"night": "day", "fortnight": "week"}.get(length.unit, length.unit)
    if base.bc:
        steps = int(length.number) * (10 if unit == "decade" else 1) * meaning.way
        return (
            of_period(shifted(Period("year", base.first, bc=True), steps))
            if unit in {"year", "decade"}
            else unresolved(_unknown(unit, base))
        )
    if UNITS.index(base.unit) > UNITS.index(unit):
        return unresolved(_unknown(unit, base), mod=length.mod, cue="told of too coarsely")
    day = added(base.first, meaning.way * length.number, length.unit)
    cue = (
        "counted from another expression"
        if meaning.base
        else "counted from the time told of"
        if told
        else "counted from the day of speaking"
    )
    fine = unit if length.number == int(length.number) else "month" if unit == "year" else "day"
    if unit == "week" and (told or meaning.base is not None) and base.unit == "day":
        fine = "day" if length.mod is None else "week"
    found = of_period(containing("year" if fine == "decade" else fine, day), cue)
    return msgspec.structs.replace(found, mod=length.mod, anchor=base.first)


def _near_clock(length: Length, base: Period) -> Resolved:
    """Hours from a day lie on it or beside it; the value keeps the length."""
    if base.unit != "day" or base.bc:
        return unresolved(duration(length.number, length.unit), "DURATION", length.mod)
    return Resolved(
        type="DURATION", value=duration(length.number, length.unit), mod=length.mod,
        cue="hours from the day of speaking",
    )  # fmt: skip


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
