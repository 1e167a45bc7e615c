"""What an expression is counted from, what it resolves to, and the one function that does it by kind of meaning.

Nothing is imputed: where the frame has no day to count from, the days stay null and the value keeps its unknown digits.
"""

from datetime import date
from functools import singledispatch
from typing import Literal

import msgspec

from detente.model import Precision
from detente.understand.times.nouns import Meaning
from detente.understand.times.periods import Period, last_day, value_of

Kind = Literal["DATE", "TIME", "DURATION", "SET"]

Direction = Literal["past", "future", "nearest", "history"]


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """What an expression is counted from.

    `spoken` is the speaker's own day, `told` the period that the text last told of. In a `history` all that is undated
    follows the narrative and not the page; in `background` only months and days without a year do. `direction` and `cue` are what verb and preposition say of a bare
    weekday. `week_start` is 0 for Monday, 6 for Sunday; `zone` the outlet's own; a `deadline` stands behind "by", "before" or "until";
    what was told is `fresh` for a sentence or two.
    """

    spoken: date | None = None
    told: Period | None = None
    history: bool = False
    background: bool = False
    direction: Direction = "nearest"
    cue: str | None = None
    week_start: int = 0
    zone: str | None = None
    deadline: bool = False
    fresh: bool = False


class Resolved(msgspec.Struct, frozen=True, kw_only=True):
    """An expression resolved; `first` and `last` are the days that it names itself, before any relation word.

    `period` is the stretch of the calendar it is, `moment` an instant; a range keeps its two `ends`.
    """

    type: Kind
    value: str | None
    mod: str | None = None
    first: date | None = None
    last: date | None = None
    precision: Precision = "unresolved"
    cue: str | None = None
    period: Period | None = None
    moment: str | None = None
    anchor: date | None = None
    warnings: tuple[str, ...] = ()
    ends: tuple["Resolved", "Resolved"] | None = None


def of_period(period: Period, cue: str | None = None, precision: Precision | None = None) -> Resolved:
    """Return a period as a resolved date; a season has no days of its own, nor has anything before Christ."""
    named: dict[str, Precision] = {"day": "day", "month": "month", "year": "year"}
    unsure = period.unit == "season" or period.bc
    return Resolved(
        type="DATE",
        value=value_of(period),
        first=None if unsure else period.first,
        last=None if unsure else last_day(period),
        precision="unresolved" if unsure else precision or named.get(period.unit, "within"),
        cue=cue,
        period=period,
    )


def unresolved(value: str | None, type_: Kind = "DATE", mod: str | None = None, cue: str | None = None) -> Resolved:
    """Return an expression that names no days."""
    return Resolved(type=type_, value=value, mod=mod, cue=cue)


@singledispatch
def resolve(meaning: Meaning, frame: Frame) -> Resolved:
    """Resolve a meaning in its frame."""
    raise TypeError(f"no way to resolve {meaning!r} in {frame!r}")


def narrated(frame: Frame) -> Period | None:
    """The time told of, where undated months and days follow it."""
    return frame.told if frame.history or frame.background else None


def home_of(frame: Frame) -> date | None:
    """The day that undated expressions are nearest to."""
    if frame.history and frame.told is not None:
        return frame.told.first
    return frame.spoken


def base_of(frame: Frame, *, told: bool) -> Period | None:
    """Return the period counted from: the one told of, where that is meant or the page is a history; else the day of speaking."""
    if (told or frame.history) and frame.told is not None:
        return frame.told
    return Period("day", frame.spoken) if frame.spoken else None


def step_word(step: int) -> str:
    """Return the word that a step is said with."""
    return {-1: "last", 0: "this", 1: "next"}[step]


def unknown(unit: str, base: Period | None = None) -> str:
    """The value of a period of which nothing but its unit, or the year, is known."""
    if unit == "year":
        return "XXXX"
    year = value_of(base)[: 6 if base.bc else 4] if base and base.unit in {"year", "month"} else "XXXX"
    return {"month": f"{year}-XX", "week": f"{year}-WXX", "weekend": f"{year}-WXX-WE"}.get(unit, f"{year}-XX-XX")
