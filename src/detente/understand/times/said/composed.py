"""Expressions made of others: "late January", "the last week of March", "between 14 August and 4 September"."""

from detente.understand.times.nouns import (
    Clock,
    Day,
    Fraction,
    Holiday,
    Inside,
    Meaning,
    Month,
    Near,
    Part,
    PartOfDay,
    Piece,
    Range,
    Season,
    Weekday,
    Year,
)
from detente.understand.times.patterns import Parts


def half(parts: Parts) -> Meaning | None:
    """Read "the first half of 2025"."""
    n = 2 if parts.has("latter") else int(parts.get("ORDINAL") or 1)
    outer = parts.reduced()
    if n > 2 or outer is None:
        return None
    if isinstance(outer, Year) and outer.unit == "year" and not outer.bc:
        return Fraction(unit="half", number=n, year=outer.year)
    return Part(mod="START" if n == 1 else "END", of=outer, how="half")


def unit_of(parts: Parts) -> Meaning | None:
    """Read "the last week of March"."""
    n = parts.get("ORDINAL") or parts.get("ORDDAY") or -1
    if parts.has("opening"):
        n = 1
    return Inside(inner=None, outer=parts.reduced(), unit=str(parts.get("UNIT")), number=int(n))


def weekday_of(parts: Parts) -> Meaning | None:
    """Read "the second Sunday in October"."""
    own = parts.get("NAMED")
    n = int(parts.get("ORDINAL") or parts.get("ORDDAY") or -1)
    if not isinstance(own, Weekday) or own.step is not None or own.week is not None or n > 53:
        return None
    return Inside(inner=own, outer=parts.reduced(), number=n)


def part(parts: Parts) -> Meaning | None:
    """Read "late January", "the end of the year", "later this week", "the turn of the year"."""
    outer = parts.reduced()
    if outer is None:
        return None
    if parts.has("turn"):
        return Part(mod="START", of=outer, how="turn")
    if "EDGE" in parts:
        return Part(mod=str(parts.get("EDGE")), of=outer, how="portion" if parts.get("EDGE") == "MID" else "edge")
    word = parts.get("EARLY") or parts.get("LATER")
    if word is None:
        return Part(mod="END" if parts.has("later", "latter", "last", "final", "closing") else "START", of=outer)
    return Part(mod=str(word), of=outer, how="rest" if "LATER" in parts else "portion")


def edge_of_unit(parts: Parts) -> Meaning:
    """Read "year's end", "month-end"."""
    return Part(
        mod=str(parts.get("EDGE")), of=Near(unit=str(parts.get("UNIT")), step=0, told=True, mod="bare"), how="edge"
    )


def inside(parts: Parts) -> Meaning | None:
    """Read "August of that year", "the third quarter of this year", "Monday of next week"."""
    inner, outer = parts.get("INNER"), parts.get("OUTER")
    if isinstance(inner, Near) or (isinstance(outer, Near) and outer.unit not in {"year", "week", "month"}):
        return None
    if getattr(inner, "year", None) is not None:
        return None
    return Inside(inner=inner, outer=outer)


DATES = (Day, Month, Year, Weekday, Season, Holiday, PartOfDay, Clock, Inside, Part, Fraction, Near)


def range_of(parts: Parts) -> Meaning | None:
    """Read "between 14 August and 4 September", "Tuesday to Thursday", "2014-16"."""
    first, last = parts.get("FIRST"), parts.get("LAST")
    if isinstance(first, int | float):
        first = Year(year=int(first), bc=True) if isinstance(last, Year) and last.bc and first > last.year else None
    if isinstance(last, int) and isinstance(first, Year):
        last = Year(year=first.year // 100 * 100 + last) if first.unit == "year" and not first.bc else None
    if not isinstance(first, DATES) or not isinstance(last, DATES):
        return None
    a, b = parts.at("FIRST"), parts.at("LAST")
    start, end = Piece(meaning=first, first=a.first, last=a.last), Piece(meaning=last, first=b.first, last=b.last)
    return Range(start=start, end=end, one_of=parts.has("or"))
