"""Times of day in words: "4 a.m. local time Wednesday", "the early hours of Tuesday"."""

import msgspec

from detente.understand.times.nouns import Clock, Every, Meaning, Near, Part, PartOfDay
from detente.understand.times.patterns import Parts


def day_part(parts: Parts) -> Meaning | None:
    """Read "Tuesday afternoon", "the early hours of Tuesday", "the night of 9 August"."""
    day = parts.get("DAYLEVEL") or parts.get("UNITLEVEL")
    if (isinstance(day, Near) and day.unit != "day") or isinstance(day, Every):
        return None
    mod = "START" if parts.has("early") else "END" if parts.has("late") else None
    name = parts.get("DAYPART")
    if name is None and parts.has("hours"):
        name = "NI"
    if "PARTLEVEL" in parts:
        own = parts.get("PARTLEVEL")
        return msgspec.structs.replace(own, mod=mod) if isinstance(own, PartOfDay) else None
    if day is None:
        return None
    if name is None and "TONIGHT" not in parts:
        return Part(mod=mod, of=day) if mod else None
    return PartOfDay(part=str(name or "NI"), of=day, mod=mod)


def clock(parts: Parts) -> Meaning | None:
    """Read "4:30 p.m.", "18:00 UTC", "noon", "0800 GMT"."""
    hour, minute = _hour_and_minute(parts)
    half_day = parts.get("HALFDAY")
    if half_day is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + int(half_day)
    zone, shift = _zone(parts)
    named = half_day is not None or zone is not None or parts.has("local", "time") or "CLOCKNUM" in parts
    if not named and not parts.has("o'clock") and "NOON" not in parts and "MILITARY" not in parts:
        return None
    return Clock(hour=hour, minute=minute, zone=zone, shift=shift)


def _zone(parts: Parts) -> tuple[str | None, int]:
    """The name of a clock time's zone, and minutes beyond it: "GMT+2", "Moscow time", "ET"."""
    shift = int(parts.get("SHIFT") or 0) * (60 if parts.has("+") else -60)
    return parts.word("ZONE", "PLACEZONE", "ZONEOFUS"), shift


def _hour_and_minute(parts: Parts) -> tuple[int, int]:
    if "CLOCKNUM" in parts:
        hour, minute = parts.get("CLOCKNUM")
        return int(hour), int(minute)
    if "MILITARY" in parts:
        return int(parts.get("MILITARY")) // 100, int(parts.get("MILITARY")) % 100
    if "NOON" in parts:
        return int(parts.get("NOON")), 0
    return int(parts.get("HOUR") or parts.get("SMALL") or 0), 0


def clock_of(parts: Parts) -> Meaning | None:
    """Read "4 a.m. local time Wednesday"."""
    own: Clock = parts.get("CLOCK")
    zone, shift = _zone(parts)
    if zone is not None:
        own = msgspec.structs.replace(own, zone=zone, shift=shift)
    return msgspec.structs.replace(own, of=parts.reduced())
