"""When a page says it was published: date lines in their many shapes → an ISO instant, or a day."""

import re
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import msgspec

from detente.model import Problem

MONTHS = {name: number for number, name in enumerate(
    "jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}  # fmt: skip
WEEKDAYS = "mon tue wed thu fri sat sun".split()
# Abbreviations as news pages use them; hours from UTC.
ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "trt": 3, "gst": 4, "pkt": 5,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}  # fmt: skip
EASTERN = {"et": "America/New_York", "ct": "America/Chicago", "pt": "America/Los_Angeles", "mt": "America/Denver"}

_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY = r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"\b{_WEEKDAY}{_DAY}\s+{_MONTH},?\s+{_YEAR}",
        rf"\b{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"\b{_YEAR}[-/.](?P<number>\d{{1,2}})[-/.]{_DAY}",
    )
)
CLOCK = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])(?::|\.|h)(?P<minute>[0-5]\d)(?::[0-5]\d)?\s*(?P<half>[ap]\.?m\.?)?"
    r"\s*\(?(?P<zone>utc|gmt|bst|cet|cest|eet|eest|msk|trt|gst|pkt|est|edt|cst|cdt|mst|mdt|pst|pdt|et|ct|mt|pt|z)?\b"
    r"\s*(?P<offset>[+-]\d{1,2}(?::?\d{2})?)?",
    re.IGNORECASE,
)
CLOCK_NEAR = 24  # characters between a date and its clock time on a date line


class Found(msgspec.Struct, frozen=True):
    """A date found in a text: its value, its place, and a warning where weekday and date disagree."""

    value: str
    start: int
    end: int
    warning: str | None = None


def find_date(text: str, start: int = 0, end: int | None = None, zone: str | None = None) -> Found | None:
    """Return the first date with a year in a stretch, with its clock time and zone where they stand beside it.

    `zone` is the IANA zone of a clock time that names none. Without a clock time the value is a day.

    >>> find_date("Posted Wednesday, 17 December 2025 10:21 PM EST").value
    '2025-12-17T22:21:00-05:00'
    """
    end = len(text) if end is None else end
    matches = [match for shape in SHAPES if (match := shape.search(text, start, end))]
    for match in sorted(matches, key=lambda found: (found.start(), -found.end())):
        day = _day(match)
        if day:
            return _with_clock(text, match, day, end, zone)
    return None


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    month = int(parts["number"]) if parts.get("number") else MONTHS[parts["month"].lower()]
    try:
        return date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return None


def _with_clock(text: str, match: re.Match[str], day: date, end: int, zone: str | None) -> Found:
    weekday = match.groupdict().get("weekday")
    wrong = weekday and WEEKDAYS.index(weekday.lower()) != day.weekday()
    warning = f"{match.group()} was not a {weekday}" if wrong else None
    line_end = text.find("\n", match.end(), end)
    reach = min(end if line_end < 0 else line_end, match.end() + CLOCK_NEAR)
    clock = CLOCK.search(text, match.end(), reach)
    if not clock:
        return Found(day.isoformat(), match.start(), match.end(), warning)
    full = CLOCK.match(text, clock.start(), end) or clock
    moment = _moment(day, full, zone)
    return Found(moment, match.start(), full.start() + len(full.group().rstrip(" (")), warning)


def _moment(day: date, clock: re.Match[str], zone: str | None) -> str:
    hour, minute = int(clock["hour"]), int(clock["minute"])
    half = (clock["half"] or "").lower().replace(".", "")
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    moment = datetime(day.year, day.month, day.day, hour, minute)
    name, offset = (clock["zone"] or "").lower(), clock["offset"]
    if offset:
        hours, minutes = int(offset[:3].rstrip(":")), int(offset.replace(":", "")[3:] or 0)
        return moment.replace(tzinfo=timezone(timedelta(hours=hours, minutes=minutes))).isoformat()
    if name in ZONES:
        return moment.replace(tzinfo=timezone(timedelta(hours=ZONES[name]))).isoformat()
    place = EASTERN.get(name) or zone
    return moment.replace(tzinfo=ZoneInfo(place)).isoformat() if place else moment.isoformat()


def date_problems(moment: str | None, now: str | None, where: str) -> list[Problem]:
    """Tell of a page without a date, or with one later than its reading."""
    if moment is None:
        return [Problem(what="no date of publication", where=where, do="give one with --published")]
    if now and moment[:10] > now[:10]:
        what = f"published on {moment[:10]}, later than it was read"
        return [Problem(what=what, where=where, do="check its date")]
    return []
