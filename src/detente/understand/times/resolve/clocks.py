"""Parts of a day and clock times, with their zones."""

from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import msgspec

from detente.model import Precision
from detente.understand.times.nouns import (
    Clock,
    PartOfDay,
)
from detente.understand.times.periods import (
    Period,
    add_days,
)
from detente.understand.times.resolve.frame import (
    Frame,
    Resolved,
    of_period,
    resolve,
    unresolved,
)


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
