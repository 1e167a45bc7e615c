"""Narrative reference time: the period that a text last told of, from which undated months and days follow.

A page may be a history altogether, or a news page with paragraphs of background. In a history, nothing is counted from
the page's day; in a paragraph of background, only months and days without a year leave it.
"""

from collections.abc import Sequence
from datetime import date

from detente.language.parsed import Sentence
from detente.understand.stretches import head
from detente.understand.times.nouns import (
    Day,
    Inside,
    Meaning,
    Month,
    Near,
    Offset,
    Part,
    PartOfDay,
    Range,
    Season,
    Weekday,
    Year,
)
from detente.understand.times.periods import SEASONS, UNITS, Period, last_day

HISTORY_YEARS = 6  # years that a page must give before it can be taken for a history
HISTORY_SHARE = 0.6  # share of them that must lie outside the page's own year and the one before
HISTORY_SPEECH = 0.1  # share of its expressions that may be counted from a day of speaking
ASIDE = 2  # years by which a bare year inside a sentence must leave the narrative to be taken for an aside
OPENING = 3  # tokens within which an expression opens its sentence, and sets its time


def years_in(meaning: Meaning | None) -> list[int]:
    """Return the years that an expression gives in figures."""
    if isinstance(meaning, Day | Month | Season):
        return [meaning.year] if meaning.year and not meaning.bc else []
    if isinstance(meaning, Year):
        return [-meaning.year if meaning.bc else meaning.year]
    if isinstance(meaning, Part | PartOfDay):
        return years_in(meaning.of)
    if isinstance(meaning, Inside):
        return years_in(meaning.outer)
    return (
        [year for piece in (meaning.start, meaning.end) for year in years_in(piece.meaning)]
        if isinstance(meaning, Range)
        else []
    )


def from_speech(meaning: Meaning | None) -> bool:
    """Tell whether an expression is counted from a day of speaking: "yesterday", "last week", a bare weekday."""
    if isinstance(meaning, Near | Offset):
        return not meaning.told and getattr(meaning, "base", None) is None
    if isinstance(meaning, Part | PartOfDay):
        return from_speech(meaning.of)
    return isinstance(meaning, Weekday)


def is_history(meanings: Sequence[Meaning], spoken: date | None) -> bool:
    """Tell whether a page is a history: it gives many years, most of them past, and hardly speaks of a today."""
    years = [year for meaning in meanings for year in years_in(meaning)]
    if len(years) < HISTORY_YEARS or sum(map(from_speech, meanings)) > HISTORY_SPEECH * len(meanings):
        return False
    own = spoken.year if spoken else max(years) + 1
    return sum(not own - 1 <= year <= own for year in years) >= HISTORY_SHARE * len(years)


def advanced(told: Period | None, found: Period, meaning: Meaning, sentence: Sentence, first: int, last: int) -> Period:
    """Return where the narrative stands after an expression.

    A year that holds what was told last leaves it there; what looks back ("two decades earlier"), and a year or earlier
    date that only tells of a noun ("the offensive planned for 1976"), stands in the past perfect or lies far off amid a
    sentence, is an aside.
    """
    if found.unit == "season" and found.first.month == SEASONS["WI"]:
        found = Period("month", found.first.replace(month=1), bc=found.bc)  # a winter has the year it ends in
    if told is None:
        return found
    if (
        told.bc == found.bc
        and UNITS.index(found.unit) > UNITS.index(told.unit)
        and found.first <= told.first <= last_day(found)
    ):
        return told
    return told if _looks_back(meaning) or _aside(told, found, meaning, sentence, first, last) else found


def _looks_back(meaning: Meaning) -> bool:
    if isinstance(meaning, Near):
        return meaning.told and meaning.step < 0
    return isinstance(meaning, Offset) and meaning.way < 0 and meaning.told


def _aside(told: Period, found: Period, meaning: Meaning, sentence: Sentence, first: int, last: int) -> bool:
    if first <= OPENING or not years_in(meaning):
        return False
    above = sentence.tokens[head(sentence, first, last)].head
    of_a_noun = above >= 0 and sentence.tokens[above].upos in {"NOUN", "PROPN", "ADJ"}
    if found.first < told.first and above >= 0 and _had(sentence, above):
        return True
    if isinstance(meaning, Year):
        return of_a_noun or abs(found.first.year - told.first.year) > ASIDE
    return of_a_noun and found.first < told.first


def _had(sentence: Sentence, index: int) -> bool:
    """Tell of a verb in the past perfect, which looks back from the narrative."""
    return any(
        sentence.tokens[i].rel == "aux" and sentence.tokens[i].text.lower() == "had" for i in sentence.children[index]
    )
