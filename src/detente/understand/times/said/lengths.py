"""Lengths in words, what repeats, and what lies a length before or after: "two-month", "every Monday", "three days ago"."""

from detente.understand.times.nouns import Every, Length, Meaning, Offset, Piece, Range
from detente.understand.times.patterns import Parts
from detente.understand.times.periods import duration
from detente.understand.times.said.numbers import count_of


def unit_said(parts: Parts) -> str:
    """Return the unit, whether in the singular or the plural."""
    return str(parts.get("UNITS") or parts.get("UNIT"))


def length(parts: Parts) -> Meaning | None:
    """Read "three days", "a two-month", "one and a half years", "25-year-old"."""
    unit, count = unit_said(parts), count_of(parts)
    if count is not None and "ARTICLE" in parts and "half" in parts:
        count += 0.5
    if "another" in parts:
        count = 1.0
    if "ARTICLE" in parts and ("UNITS" in parts or unit in {"second", "night", "quarter"} or parts.has("long")):
        return None
    if unit == "quarter" and count == 3 and not parts.has("consecutive", "straight"):
        return None  # "three quarters of"
    return Length(number=count, unit=unit, mod=_mod(parts), age=parts.has("old", "age"))


def length_between(parts: Parts) -> Meaning | None:
    """Read "10 to 15 days", "two or three weeks"."""
    few, many = float(parts.get("FEW")), count_of(parts)
    if many is None or not 0 < few < many:
        return None
    unit = unit_said(parts)
    start = Piece(meaning=Length(number=few, unit=unit), first=parts.first, last=parts.at("FEW").last)
    own = parts.at("NUMBER") if "NUMBER" in parts else parts.at("DIGITS")
    return Range(
        start=start, end=Piece(meaning=Length(number=many, unit=unit), first=own.first, last=parts.last), one_of=True
    )


def _mod(parts: Parts) -> str | None:
    if parts.has("more", "over", "longer", "least"):
        return "EQUAL_OR_MORE" if parts.has("least") else "MORE_THAN"
    if parts.has("less", "fewer", "shorter", "under", "almost", "nearly", "close", "up"):
        return "EQUAL_OR_LESS" if parts.has("up") else "LESS_THAN"
    return "APPROX" if parts.get("NEAR") == "APPROX" else None


def bare_units(parts: Parts) -> Meaning | None:
    """Read "months of contacts", "for years", "decades-long"."""
    unit = unit_said(parts)
    number = 1.0 if "UNIT" in parts and "UNITS" not in parts else None
    return Length(number=number, unit=unit)


def framed_length(parts: Parts) -> Meaning | None:
    """Read "the past two weeks", "the next ten days", "recent years"."""
    count = count_of(parts) if "NUMBER" in parts or "DIGITS" in parts else None if "UNITS" in parts else 1.0
    if parts.has("couple"):
        count = 2.0
    frame = str(parts.get("BACK") or "past")
    if frame == "past" and parts.has("previous", "preceding"):
        frame = "before"
    if "BACK" not in parts and unit_said(parts) in {"day", "night", "second", "minute"}:
        return None
    return Length(number=count, unit=unit_said(parts), frame=frame)


def every(parts: Parts) -> Meaning | None:
    """Read "every Monday", "daily", "twice a week"."""
    if "UNIT" in parts and "EVERY" not in parts and parts.after is not None and "AGO" in parts.after.classes:
        return None  # "up from 16.10 a week ago"
    if "FREQUENCY" in parts:
        return Every(value=str(parts.get("FREQUENCY")))
    for label in ("WEEKDAY", "WEEKDAYS"):
        if label in parts:
            day = parts.get(label)
            return Every(value="XXXX-WXX-WE" if day == "WE" else f"XXXX-WXX-{day}")
    if "DAYPART" in parts:
        return Every(value=f"XXXX-XX-XXT{parts.get('DAYPART')}")
    if "MONTH" in parts:
        return Every(value=f"XXXX-{parts.get('MONTH'):02d}")
    if "SEASON" in parts:
        return Every(value=f"XXXX-{parts.get('SEASON')}")
    count = 2.0 if parts.has("other") else count_of(parts) or 1.0
    return Every(value=duration(1.0 if parts.has("once", "twice", "times") else count, unit_said(parts)))


def offset(parts: Parts) -> Meaning | None:
    """Read "three days ago", "12 days later", "in two weeks' time"."""
    own: Length = parts.get("LENGTH")
    if not isinstance(own, Length):
        return None
    if parts.has("on") and (
        (parts.after is not None and parts.after.classes & {"the", "OTHER"})
        or own.unit not in {"year", "month", "week"}
    ):
        return None
    if parts.has("before", "after", "prior") and parts.after is not None and not parts.after.classes & {",", "."}:
        return None
    way = int(parts.get("AGO") or 1)
    told = not parts.has("ago", "now", "hence") and "AGO" in parts
    return Offset(length=own, way=way, told=told)


def offset_from(parts: Parts) -> Meaning | None:
    """Read "three days before Saturday"."""
    way = -1 if parts.has("before", "prior", "ahead", "earlier") else 1
    own = parts.get("LENGTH") if "LENGTH" in parts else Length(number=1.0, unit=str(parts.get("UNIT")))
    return Offset(length=own, way=way, base=parts.reduced()) if isinstance(own, Length) else None
