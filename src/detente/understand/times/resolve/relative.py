"""What is counted from the day of speaking or the time told of: weekdays, "last week", "that year"."""

from datetime import date

import msgspec

from detente.understand.times.nouns import (
    Near,
    Weekday,
)
from detente.understand.times.periods import UNITS, Period, add_days, containing, shifted
from detente.understand.times.resolve.frame import (
    Frame,
    Resolved,
    base_of,
    of_period,
    resolve,
    step_word,
    unknown,
    unresolved,
)
from detente.understand.times.words import name_of


@resolve.register
def _near(meaning: Near, frame: Frame) -> Resolved:
    if frame.history and not meaning.told and meaning.unit == "day":
        return unresolved("PRESENT_REF" if meaning.step == 0 else None, cue="in a history")
    told = meaning.told and frame.told is not None
    bare = meaning.mod == "bare"
    if bare and told and frame.told and not frame.history:
        told = frame.fresh and UNITS.index(frame.told.unit) <= UNITS.index(meaning.unit)
    base = base_of(frame, told=told)
    if base is None or (meaning.told and not bare and frame.told is None):
        return unresolved(unknown(meaning.unit), cue="nothing to count from")
    if UNITS.index(base.unit) > UNITS.index(meaning.unit):
        return unresolved(unknown(meaning.unit, base), cue="told of too coarsely")
    if meaning.unit == "weekend":
        return of_period(
            _weekend(meaning, base.first, frame), frame.cue if meaning.mod == "bare" else step_word(meaning.step)
        )
    if meaning.unit == "week" and not told:
        return _week(base.first, meaning.step, frame)
    anchored = Period(meaning.unit, containing(meaning.unit, base.first).first, bc=base.bc)
    cue = "the time told of" if told else step_word(meaning.step) if meaning.step in {-1, 0, 1} else "counted"
    return of_period(shifted(anchored, meaning.step), cue)


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
    cue = f"{step_word(step)}; week begins on {name_of('WEEKDAY', frame.week_start + 1)}"
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
        return of_period(Period("day", add_days(day, steps)), step_word(meaning.step))
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
