"""Calendar dates in words: "Monday, February 13", "the 1990s", "the spring of 2022", "New Year's Eve"."""

from detente.understand.times.nouns import Day, Fraction, Holiday, Meaning, Month, Near, Piece, Range, Season, Year
from detente.understand.times.patterns import Parts


def _month_of(parts: Parts) -> int | None:
    found = parts.get("MONTH") or parts.get("SHORTMONTH")
    return int(found) if found else None


def year_of(parts: Parts) -> int | None:
    """Return the year in figures, or None."""
    found = parts.get("YEAR")
    return int(found) if found else None


def _day_number(parts: Parts) -> int | None:
    found = parts.get("DAY") or parts.get("ORDDAY") or parts.get("ORDINAL")
    return int(found) if found else None


def calendar_day(parts: Parts) -> Meaning | None:
    """Read "Monday, February 13, 2023", "3rd of May", "2024-05-03"."""
    if "NUMDATE" in parts:
        year, month, day = parts.get("NUMDATE")
        return Day(year=year, month=month, day=day)
    if "MONTHNUM" in parts:
        return Day(year=year_of(parts), month=int(parts.get("MONTHNUM")), day=int(parts.get("DAY")))
    month, day = _month_of(parts), _day_number(parts)
    if month is None or day is None:
        return None
    weekday = parts.get("WEEKDAY") or parts.get("SHORTDAY")
    if parts.after is not None and "BC" in parts.after.classes:
        return None
    return Day(month=month, day=day, year=year_of(parts), weekday=int(weekday) if weekday else None)


def slashed_date(parts: Parts) -> Meaning | None:
    """Read 7/8/2007, month first; day first where the month could not be."""
    a, b = int(parts.get("A")), int(parts.get("B"))
    year = year_of(parts)
    if year is None:
        short = int(parts.get("TWO"))
        year = short + (2000 if short < 70 else 1900)
    if a > 12:
        a, b = b, a
    return Day(month=a, day=b, year=year) if 1 <= a <= 12 and 1 <= b <= 31 else None


def days_of_month(parts: Parts) -> Meaning | None:
    """Read "February 17-18" and "6-7 January 1916"."""
    month, day, until, year = _month_of(parts), _day_number(parts), parts.get("UNTIL"), year_of(parts)
    if month is None or day is None or not until or int(until) <= day:
        return None
    first, last = Day(month=month, day=day, year=year), Day(month=month, day=int(until), year=year)
    other = parts.at("UNTIL")
    own = parts.at("DAY") if "DAY" in parts else parts.at("ORDDAY")
    month_first = ("MONTH" in parts and parts.at("MONTH").first < own.first) or (
        "SHORTMONTH" in parts and parts.at("SHORTMONTH").first < own.first
    )
    start = Piece(meaning=first, first=parts.first, last=own.last)
    end = Piece(meaning=last, first=other.first, last=parts.last)
    if not month_first:
        start = Piece(meaning=first, first=parts.first, last=own.last)
    return Range(start=start, end=end, one_of=parts.has("or"))


def calendar_month(parts: Parts) -> Meaning | None:
    """Read "November 2023", "March", "April 480 BC"."""
    month = _month_of(parts)
    if month is None:
        return None
    if "BC" in parts:
        return Month(month=month, year=int(parts.get("YEAR") or parts.get("DIGITS")), bc=True)
    return Month(month=month, year=year_of(parts))


def year(parts: Parts) -> Meaning | None:
    """Read a year, where it is no count: "in 2015", "the 1991 agreement", "490 BC"."""
    if "BC" in parts:
        return Year(year=int(parts.get("YEAR") or parts.get("DIGITS")), bc=True)
    if "AD" in parts:
        return Year(year=int(parts.get("YEAR") or parts.get("DIGITS")))
    return Year(year=int(parts.get("YEAR"))) if len(parts.words) > 1 or _is_year(parts) else None


COUNTED = frozenset({"%", "percent", "per", "km", "miles", "metres", "meters", "feet", "troops", "people", "men"})

MONEY = frozenset("$€£#")


def _is_year(parts: Parts) -> bool:
    """A number of four digits is a year unless it counts what follows or a sign of money stands before it."""
    token = parts.tokens[parts.first]
    before = parts.tokens[parts.first - 1].text.lower() if parts.first else ""
    following = parts.tokens[parts.last] if parts.last < len(parts.tokens) else None
    numbered = parts.before is not None and "NUMBERED" in parts.before.classes
    if before in MONEY or numbered or not 1000 <= int(parts.get("YEAR")) <= 2100:
        return False
    if following is None:
        return True
    if following.text.lower() in COUNTED or (following.xpos == "NNS" and before != "the"):
        return False
    if token.rel == "obj" and before != "the":
        return False
    counted = token.rel == "nummod" and parts.tokens[token.head].xpos in {"NNS", "NNPS"}
    return not (counted and before not in {"the", "in"})


def decade(parts: Parts) -> Meaning:
    """Read "the 1990s", "the 80s", "the seventies"."""
    first = int(parts.get("SPELTDECADE") or parts.get("DECADE"))
    if first < 100:
        return Year(year=first + 1900, unit="decade", short=True)
    unit = "century" if first % 100 == 0 and first < 2000 and parts.has("century") else "decade"
    return Year(year=first // 10 * 10, unit=unit, bc="BC" in parts)


def century(parts: Parts) -> Meaning:
    """Read "the 19th century", "the 5th century BC"."""
    n = int(parts.get("ORDINAL") or parts.get("ORDDAY"))
    return Year(year=max(1, (n - 1) * 100), unit="century", bc="BC" in parts)


def season(parts: Parts) -> Meaning | None:
    """Read a season; "fall" and "spring" only where they can be one."""
    name = str(parts.get("SEASON"))
    if "YEAR" in parts:
        return Season(season=name, year=year_of(parts))
    of = parts.after is not None and "of" in parts.after.classes
    if parts.has("fall") and (
        of
        or parts.before is None
        or not parts.before.classes & {"in", "by", "of", "since", "until", "early", "late", "mid"}
    ):
        return None
    return None if parts.has("spring") and of else Season(season=name)


def quarter(parts: Parts) -> Meaning | None:
    """Read "the third quarter", "Q3"."""
    if "QUARTER" in parts:
        return Fraction(unit="quarter", number=int(parts.get("QUARTER")))
    n = parts.get("ORDINAL") or parts.get("ORDDAY")
    if n is None:
        return Near(unit="quarter", step=-1) if parts.has("last") else Fraction(unit="quarter", number=4)
    return Fraction(unit="quarter", number=int(n)) if 1 <= int(n) <= 4 else None


def holiday(parts: Parts) -> Meaning | None:
    """Read a named day."""
    orthodox, text = parts.has("orthodox"), parts.text()
    shift = -1 if parts.has("eve") else 0
    names = {
        "new year": "01-01",
        "good friday": "good friday",
        "boxing day": "12-26",
        "palm sunday": "palm sunday",
        "may day": "05-01",
        "valentine": "02-14",
        "eid": "moon",
    }
    name = parts.get("HOLIDAY") or next((name for start, name in names.items() if start in text), None)
    if name is None or (
        text in {"new year", "the new year"} and parts.after is not None and "HYPHEN" in parts.after.classes
    ):
        return None
    if orthodox and name == "12-25":
        name = "01-07"
    shift = 1 if parts.has("easter") and parts.has("monday") else shift
    return Holiday(name=str(name), shift=shift, orthodox=orthodox, year=year_of(parts))
