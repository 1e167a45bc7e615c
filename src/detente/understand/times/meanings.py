"""From the words that a pattern matched to what they mean, one function for each `meaning` of `times.toml`.

A function returns None where the words, although they fit the pattern, are no expression of time.
"""

from collections.abc import Callable
from typing import Any

import msgspec

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
    Piece,
    Range,
    Season,
    Vague,
    Weekday,
    Year,
)  # fmt: skip
from detente.understand.times.patterns import Parts

UNIT_CODES = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "weekend": "WE",
    "fortnight": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip


# ── numbers ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def number(parts: Parts) -> float:
    """Read a number: "one hundred and eighty (180)", "two and a half"."""
    total = current = 0.0
    for word in parts.words:
        if "DIGITS" in word.classes and parts.words[0] is not word:
            break
        value = _worth(word.values)
        if "HUNDRED" in word.classes:
            current = (current or 1) * 100
        elif "THOUSAND" in word.classes:
            total, current = total + (current or 1) * 1000, 0
        elif "half" in word.classes:
            current += 0.5
        else:
            current += value
    return total + current


def _worth(values: Any) -> float:
    return float(next((values[name] for name in ("SMALL", "TENS", "DIGITS") if name in values), 0))


def vague_number(parts: Parts) -> float:
    """Read "a few", "several", "half a": zero stands for an unnamed number."""
    if parts.has("half"):
        return 0.5 if not parts.has("and") else (1.5 if parts.has("one") else 2.5)
    if parts.has("hundred"):
        return 0
    value = float(parts.get("VAGUENUMBER") or 0)
    return value * (12 if parts.has("dozen") and value != 12 else 1)


def ordinal(parts: Parts) -> int:
    """Read "twenty-first"."""
    return int(parts.get("TENS")) + int(parts.get("ORDINAL"))


def _count(parts: Parts) -> float | None:
    for label in ("NUMBER", "DIGITS"):
        if label in parts:
            return float(parts.get(label)) or None
    return 1.0


# ── calendar ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _month_of(parts: Parts) -> int | None:
    found = parts.get("MONTH") or parts.get("SHORTMONTH")
    return int(found) if found else None


def _year_of(parts: Parts, label: str = "YEAR") -> int | None:
    found = parts.get(label)
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
        return Day(year=_year_of(parts), month=int(parts.get("MONTHNUM")), day=int(parts.get("DAY")))
    month, day = _month_of(parts), _day_number(parts)
    if month is None or day is None:
        return None
    weekday = parts.get("WEEKDAY") or parts.get("SHORTDAY")
    if parts.after is not None and "BC" in parts.after.classes:
        return None
    return Day(month=month, day=day, year=_year_of(parts), weekday=int(weekday) if weekday else None)


def slashed_date(parts: Parts) -> Meaning | None:
    """Read 7/8/2007, month first; day first where the month could not be."""
    a, b = int(parts.get("A")), int(parts.get("B"))
    year = _year_of(parts)
    if year is None:
        short = int(parts.get("TWO"))
        year = short + (2000 if short < 70 else 1900)
    if a > 12:
        a, b = b, a
    return Day(month=a, day=b, year=year) if 1 <= a <= 12 and 1 <= b <= 31 else None


def days_of_month(parts: Parts) -> Meaning | None:
    """Read "February 17-18" and "6-7 January 1916"."""
    month, day, until, year = _month_of(parts), _day_number(parts), parts.get("UNTIL"), _year_of(parts)
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
    return Month(month=month, year=_year_of(parts))


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
        return Season(season=name, year=_year_of(parts))
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


def half(parts: Parts) -> Meaning | None:
    """Read "the first half of 2025"."""
    n = 2 if parts.has("latter") else int(parts.get("ORDINAL") or 1)
    outer = _outer(parts)
    if n > 2 or outer is None:
        return None
    if isinstance(outer, Year) and outer.unit == "year":
        return (
            Fraction(unit="half", number=n, year=outer.year)
            if not outer.bc
            else Part(mod="START" if n == 1 else "END", of=outer)
        )
    return Part(mod="START" if n == 1 else "END", of=outer)


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
    return Holiday(name=str(name), shift=shift, orthodox=orthodox, year=_year_of(parts))


# ── counted from now, or from the time told of ──────────────────────────────────────────────────────────────────────


def today(parts: Parts) -> Meaning:
    """Read today, yesterday, tomorrow, "the day after tomorrow"."""
    step = int(parts.get("TODAY"))
    step += -1 if parts.has("before") else 1 if parts.has("after") else 0
    return Near(unit="day", step=step)


def tonight(parts: Parts) -> Meaning:  # noqa: ARG001
    """Read tonight."""
    return PartOfDay(part="NI", of=Near(unit="day", step=0))


def weekday(parts: Parts) -> Meaning | None:
    """Read a weekday, alone or with last, this, next, or the week it lies in."""
    number = int(parts.get("WEEKDAY"))
    if parts.has("week"):
        return Weekday(weekday=number, week=int(parts.get("WHICH")) if "WHICH" in parts else 1)
    step = parts.get("WHICH")
    if step is None and parts.has("last", "next"):
        step = -1 if parts.has("last") else 1
    return Weekday(weekday=number, step=int(step) if step is not None else None)


def weekend(parts: Parts) -> Meaning:
    """Read "this weekend", "the weekend"."""
    if "WHICH" not in parts:
        return Near(unit="weekend", step=0, mod="bare")
    step = int(parts.get("WHICH"))
    if parts.has("this") and parts.has("past"):
        step = -1
    if parts.has("this") and parts.has("coming"):
        return Near(unit="weekend", step=0)
    told = parts.has("previous", "following", "that", "same")
    return Near(unit="weekend", step=step, told=told, mod="coming" if parts.has("coming", "upcoming") else None)


def named_weekday(parts: Parts) -> Meaning | None:
    """Read "Bloody Sunday": a day of its own name, which no calendar gives."""
    own = parts.tokens[parts.first].text
    return Holiday(name="own") if own[:1].isupper() else None


def day_of_told_month(parts: Parts) -> Meaning | None:
    """Read "on the 20th": of the month told of."""
    digits = parts.tokens[parts.last - 1].text[:1].isdigit()
    return (
        Inside(
            inner=Day(month=1, day=int(parts.get("ORDDAY"))), outer=Near(unit="month", step=0, told=True, mod="bare")
        )
        if digits
        else None
    )


def some_night(parts: Parts) -> Meaning:  # noqa: ARG001
    """Read "at night"."""
    return PartOfDay(part="NI")


def that_time(parts: Parts) -> Meaning:
    """Read "by that time", "at this point"."""
    return Vague(value="PRESENT_REF" if parts.has("this") else "PAST_REF", told=True)


def which_month(parts: Parts) -> Meaning:
    """Read "last March", "next summer", "this May"."""
    step = int(parts.get("WHICH"))
    if "MONTH" in parts:
        return Month(month=int(parts.get("MONTH")), step=step)
    return Season(season=str(parts.get("SEASON")), step=step)


def which_unit(parts: Parts) -> Meaning | None:
    """Read "last week", "the previous year", "that same day", "the day before"."""
    if "SPEECH" in parts or "TOLD" in parts:
        told = "TOLD" in parts or (parts.has("the") and parts.has("next"))
        step = int(parts.get("TOLD") if "TOLD" in parts else parts.get("SPEECH"))
        if parts.has("past") and parts.has("this"):
            step = -1
    else:
        told, step = True, -1 if parts.has("previous", "before", "earlier") else 1
        if parts.after is not None and parts.has("before", "after") and not parts.after.classes & {",", "."}:
            return None
    unit = str(parts.get("UNIT"))
    if unit in {"second", "minute", "hour", "fortnight", "weekend"} or (parts.has("the") and parts.has("past")):
        return None
    if unit == "night":
        return PartOfDay(part="NI", of=Near(unit="day", step=step, told=told))
    return Near(unit=unit, step=step, told=told)


def the_unit(parts: Parts) -> Meaning | None:
    """Read "the day", "the week", "the year" as the one under way; not where something tells which."""
    unit = next(name for name in ("day", "week", "month", "year") if parts.has(name))
    if parts.after is not None and parts.after.classes & {"of", "that", "when", "before", "after", "HYPHEN", "in"}:
        return None
    return Near(unit=unit, step=0, told=True, mod="bare")


def which_part(parts: Parts) -> Meaning:
    """Read "this morning", "last night", "the following evening"."""
    told = "TOLD" in parts or (parts.has("the") and parts.has("next"))
    step = int(parts.get("TOLD") if "TOLD" in parts else parts.get("SPEECH"))
    return PartOfDay(part=str(parts.get("DAYPART")), of=Near(unit="day", step=step, told=told))


# ── lengths and what is counted with them ───────────────────────────────────────────────────────────────────────────


def _unit_of(parts: Parts) -> str:
    return str(parts.get("UNITS") or parts.get("UNIT"))


def length(parts: Parts) -> Meaning | None:
    """Read "three days", "a two-month", "one and a half years", "25-year-old"."""
    unit, count = _unit_of(parts), _count(parts)
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
    few, many = float(parts.get("FEW")), _count(parts)
    if many is None or not 0 < few < many:
        return None
    unit = _unit_of(parts)
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
    unit = _unit_of(parts)
    number = 1.0 if "UNIT" in parts and "UNITS" not in parts else None
    return Length(number=number, unit=unit)


def framed_length(parts: Parts) -> Meaning | None:
    """Read "the past two weeks", "the next ten days", "recent years"."""
    count = _count(parts) if "NUMBER" in parts or "DIGITS" in parts else None if "UNITS" in parts else 1.0
    if parts.has("couple"):
        count = 2.0
    frame = str(parts.get("BACK") or "past")
    if frame == "past" and parts.has("previous", "preceding"):
        frame = "before"
    if "BACK" not in parts and _unit_of(parts) in {"day", "night", "second", "minute"}:
        return None
    return Length(number=count, unit=_unit_of(parts), frame=frame)


def every(parts: Parts) -> Meaning | None:
    """Read "every Monday", "daily", "twice a week"."""
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
    code = UNIT_CODES[_unit_of(parts)]
    count = 2.0 if parts.has("other") else _count(parts) or 1.0
    if parts.has("once", "twice", "times"):
        count = 1.0
    return Every(value=f"P{'T' * (code[0] == 'T')}{_plain(count)}{code.removeprefix('T')}")


def _plain(count: float) -> str:
    return str(int(count)) if count == int(count) else str(count)


def vague(parts: Parts) -> Meaning | None:
    """Read "now", "recently", "the near future"."""
    if "NOW" in parts:
        value = str(parts.get("NOW"))
        return (
            None
            if parts.has("shortly") and parts.after is not None and parts.after.classes & {"before", "after"}
            else Vague(value=value)
        )
    if parts.has("future", "term", "soon"):
        return Vague(value="FUTURE_REF")
    if parts.has("past", "history", "times", "memory"):
        return Vague(value="PAST_REF")
    return Vague(value="PRESENT_REF")


# ── made of others ──────────────────────────────────────────────────────────────────────────────────────────────────

LEVELS = ("DAYLEVEL", "PARTLEVEL", "MONTHLEVEL", "YEARLEVEL", "SEASONLEVEL", "UNITLEVEL", "WEEKLEVEL")


def _outer(parts: Parts) -> Any:
    return next((parts.get(level) for level in LEVELS if level in parts), None)


def unit_of(parts: Parts) -> Meaning | None:
    """Read "the last week of March"."""
    n = parts.get("ORDINAL") or parts.get("ORDDAY") or -1
    if parts.has("opening"):
        n = 1
    return Inside(inner=None, outer=_outer(parts), unit=str(parts.get("UNIT")), number=int(n))


def weekday_of(parts: Parts) -> Meaning | None:
    """Read "the second Sunday in October"."""
    own = parts.get("NAMED")
    n = int(parts.get("ORDINAL") or parts.get("ORDDAY") or -1)
    if not isinstance(own, Weekday) or own.step is not None or own.week is not None or n > 53:
        return None
    return Inside(inner=own, outer=_outer(parts), number=n)


def part(parts: Parts) -> Meaning | None:
    """Read "late January", "the end of the year", "later this week", "the turn of the year"."""
    outer = _outer(parts)
    if outer is None:
        return None
    if parts.has("turn"):
        return Part(mod="START", of=outer, end_point=True)
    if "EDGE" in parts:
        return Part(mod=str(parts.get("EDGE")), of=outer, end_point=parts.get("EDGE") != "MID")
    word = parts.get("EARLY") or parts.get("LATER")
    if word is None:
        return Part(mod="END" if parts.has("later", "latter", "last", "final", "closing") else "START", of=outer)
    return Part(mod=str(word), of=outer, rest="LATER" in parts)


def inside(parts: Parts) -> Meaning | None:
    """Read "August of that year", "the third quarter of this year", "Monday of next week"."""
    inner, outer = parts.get("INNER"), parts.get("OUTER")
    if isinstance(inner, Near) or (isinstance(outer, Near) and outer.unit not in {"year", "week", "month"}):
        return None
    if getattr(inner, "year", None) is not None:
        return None
    return Inside(inner=inner, outer=outer)


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
    utc, zone = _zone(parts)
    named = half_day is not None or utc is not None or parts.has("local", "time") or "CLOCKNUM" in parts
    if not named and not parts.has("o'clock") and "NOON" not in parts and "MILITARY" not in parts:
        return None
    return Clock(hour=hour, minute=minute, utc=utc, zone=zone, local=parts.has("local"))


def _zone(parts: Parts) -> tuple[float | None, str | None]:
    """Hours from UTC, or the IANA zone, of a clock time: "GMT+2", "Moscow time", "ET"."""
    offset = parts.get("ZONE")
    if offset is not None and "SHIFT" in parts:
        offset += int(parts.get("SHIFT")) * (1 if parts.has("+") else -1)
    zone = parts.get("PLACEZONE") or parts.get("ZONEOFUS")
    return (float(offset) if offset is not None else None), (str(zone) if zone else None)


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
    if "PLACEZONE" in parts or "ZONE" in parts or "ZONEOFUS" in parts:
        utc, zone = _zone(parts)
        own = msgspec.structs.replace(own, utc=utc, zone=zone)
    return msgspec.structs.replace(own, of=_outer(parts))


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
    return Offset(length=own, way=way, base=_outer(parts)) if isinstance(own, Length) else None


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


MEANINGS: dict[str, Callable[[Parts], Any]] = {
    one.__name__: one
    for one in (
        number, vague_number, ordinal, calendar_day, slashed_date, days_of_month, calendar_month, year, decade, century,
        season, quarter, half, holiday, today, tonight, weekday, named_weekday, weekend, which_month, which_unit, the_unit,
        which_part, day_of_told_month, some_night, that_time, length, length_between, bare_units, framed_length, every,
        vague, unit_of, weekday_of, part, inside, day_part, clock, clock_of, offset, offset_from, range_of,
    )
}  # fmt: skip
