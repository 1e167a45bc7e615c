"""Lengths, and what lies so far before or after something."""

import msgspec

from detente.understand.times.nouns import Length, Offset
from detente.understand.times.periods import OF_THE_CLOCK, UNITS, Period, added, containing, duration, shifted
from detente.understand.times.resolve.frame import (
    Frame,
    Resolved,
    base_of,
    home_of,
    of_period,
    resolve,
    unknown,
    unresolved,
)


@resolve.register
def _length(meaning: Length, frame: Frame) -> Resolved:
    value = duration(meaning.number, meaning.unit)
    found = Resolved(type="DURATION", value=value, mod=meaning.mod)
    day = home_of(frame)
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
        base = base_of(frame, told=told) if not told or frame.told is not None else None
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
            else unresolved(unknown(unit, base))
        )
    if UNITS.index(base.unit) > UNITS.index(unit):
        return unresolved(unknown(unit, base), mod=length.mod, cue="told of too coarsely")
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
