"""What an expression means before it is counted from anything: the nouns between words and calendar."""

from typing import Any, Literal

import msgspec


class Meaning(msgspec.Struct, frozen=True, kw_only=True):
    """The root of every meaning."""


class Day(Meaning, frozen=True, kw_only=True):
    """A day of a month, of a year where the text gives one, with the weekday it is said to be."""

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None
    bc: bool = False


class Month(Meaning, frozen=True, kw_only=True):
    """A month, of a year where the text gives one; `step` is -1 for "last March", 1 for "next March"."""

    month: int
    year: int | None = None
    step: int | None = None
    bc: bool = False


class Season(Meaning, frozen=True, kw_only=True):
    """A season (SP, SU, FA, WI)."""

    season: str
    year: int | None = None
    step: int | None = None
    bc: bool = False


class Fraction(Meaning, frozen=True, kw_only=True):
    """A quarter or half of a year; -1 is the last."""

    unit: str
    number: int
    year: int | None = None


class Year(Meaning, frozen=True, kw_only=True):
    """A year, decade or century by its first year."""

    year: int
    unit: str = "year"
    bc: bool = False
    short: bool = False


class Holiday(Meaning, frozen=True, kw_only=True):
    """A named day: month-day or the name of a rule; `shift` is -1 for its eve."""

    name: str
    shift: int = 0
    orthodox: bool = False
    year: int | None = None


class Weekday(Meaning, frozen=True, kw_only=True):
    """A weekday (1 is Monday); `step` counts for "last" and "next", `week` is the week it is said to lie in."""

    weekday: int
    step: int | None = None
    week: int | None = None


class Near(Meaning, frozen=True, kw_only=True):
    """A unit counted from the day of speaking or, with `told`, from the time told of: "last week", "that year"."""

    unit: str
    step: int
    told: bool = False
    mod: str | None = None
    part: str | None = None


class Length(Meaning, frozen=True, kw_only=True):
    """So many units; None for an unnamed number. `frame` says where it lies: past, next, after, recent, first, final."""

    number: float | None
    unit: str
    mod: str | None = None
    frame: str | None = None
    age: bool = False


class Offset(Meaning, frozen=True, kw_only=True):
    """A length before (-1) or after (1) the day of speaking, the time told of, or another expression."""

    length: Length
    way: int
    told: bool = False
    base: Meaning | None = None


class Part(Meaning, frozen=True, kw_only=True):
    """The START, MID or END of another.

    `how` it is meant: a `portion` ("late January"), an `edge` ("the end of January"), a `half`, the `rest` that lies
    before or after the day of speaking ("later this week"), or the `turn` of a year.
    """

    mod: str
    of: Meaning
    how: Literal["portion", "edge", "half", "rest", "turn"] = "portion"


class Inside(Meaning, frozen=True, kw_only=True):
    """One within another: "August of that year", "the last week of March"."""

    inner: Meaning | None
    outer: Meaning
    unit: str | None = None
    number: int = 0


class PartOfDay(Meaning, frozen=True, kw_only=True):
    """MO, AF, EV, NI of a day."""

    part: str
    of: Meaning | None = None
    mod: str | None = None


class Overnight(Meaning, frozen=True, kw_only=True):
    """The night to the day of speaking."""


class Clock(Meaning, frozen=True, kw_only=True):
    """A time of day of a day; `zone` is the zone's name as said ("gmt", "moscow"), `shift` minutes beyond it."""

    hour: int
    minute: int = 0
    zone: str | None = None
    shift: int = 0
    of: Meaning | None = None


class Every(Meaning, frozen=True, kw_only=True):
    """Something repeated."""

    value: str


class Vague(Meaning, frozen=True, kw_only=True):
    """PAST_REF, PRESENT_REF, FUTURE_REF; with `told` the time that the text tells of, where it tells of one."""

    value: str
    told: bool = False


class Piece(Meaning, frozen=True, kw_only=True):
    """One end of a range: its meaning and half-open tokens."""

    meaning: Any
    first: int
    last: int


class Range(Meaning, frozen=True, kw_only=True):
    """From one to another; `one_of` where either is meant."""

    start: Piece
    end: Piece
    one_of: bool = False
