"""Parts of a day and clock times, with their zones."""

from datetime import datetime, time, timedelta, timezone

import msgspec

from detente.lexicon.zones import abbreviations, zone_named
from detente.model import Precision
from detente.understand.times.nouns import (
    Clock,
    Overnight,
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

MIDNIGHT = 24


@resolve.register
def _part_of_day(meaning: PartOfDay, frame: Frame) -> Resolved:
    if meaning.of is None:
        return unresolved(f"XXXX-XX-XXT{meaning.part}", "TIME")
    day = resolve(meaning.of, frame)
    value = f"{day.value}T{meaning.part}" if day.value and day.value[0] in "0123456789XB" else day.value
    return msgspec.structs.replace(day, type="TIME", value=value, mod=meaning.mod)


@resolve.register
def _overnight(meaning: Overnight, frame: Frame) -> Resolved:  # noqa: ARG001
    if frame.spoken is None or frame.history:
        return unresolved("XXXX-XX-XXTNI", "TIME")
    night = of_period(Period("day", add_days(frame.spoken, -1)), "the night to the day of speaking", "within")
    return msgspec.structs.replace(night, type="TIME", value=f"{night.value}TNI", last=frame.spoken)


@resolve.register
def _clock(meaning: Clock, frame: Frame) -> Resolved:
    of = meaning.of
    day = _clock_day(frame) if of is None else resolve(of, frame)
    base = (day.value or "XXXX-XX-XX").split("T")[0]
    moment = _moment(day.period, meaning, frame) if day.period else None
    value = f"{base}T{meaning.hour:02d}:{meaning.minute:02d}{_offset(meaning, moment)}"
    precision: Precision = "instant" if moment else day.precision
    text = moment.isoformat() if moment else None
    return msgspec.structs.replace(day, type="TIME", value=value, moment=text, precision=precision)


def _clock_day(frame: Frame) -> Resolved:
    """The day of a clock time that names none: the one told of just before, else the day of speaking."""
    told = frame.told if frame.told and frame.told.unit == "day" and not frame.told.bc else None
    if told and (frame.fresh or frame.history):
        return of_period(told, "the time told of")
    if frame.spoken and not frame.history:
        return of_period(Period("day", frame.spoken), "day of speaking")
    return unresolved("XXXX-XX-XX")


def _moment(day: Period, meaning: Clock, frame: Frame) -> datetime | None:
    """The instant, where the text names the zone; without one, or at midnight, which may be either end, it stays a day."""
    zone = zone_named(meaning.zone, home=frame.zone) if meaning.zone else None
    if zone is None or day.unit != "day" or day.bc or meaning.hour == MIDNIGHT:
        return None
    moment = datetime.combine(day.first, time(meaning.hour, meaning.minute), zone)
    offset = moment.utcoffset()
    if meaning.shift and offset is not None and abs(meaning.shift) < 15 * 60:
        moment = moment.replace(tzinfo=timezone(offset + timedelta(minutes=meaning.shift)))
    return moment


def _offset(meaning: Clock, moment: datetime | None) -> str:
    """The zone at the end of a TIMEX3 value, where an abbreviation gives it: Z, -05, +05:30."""
    if meaning.zone not in abbreviations() or moment is None:
        return ""
    text = moment.strftime("%z")
    return "Z" if text == "+0000" else text[:3] + (f":{text[3:]}" if text[3:] != "00" else "")
