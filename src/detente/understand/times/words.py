"""Words of a sentence → words of time: each with its classes as one letter, so that patterns are regular expressions.

A sentence becomes a string with one letter for each word. A letter stands for a set of classes ("second" is a unit, an
ordinal and itself), and a class in a pattern for all letters whose sets have it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import msgspec

from detente.language import Token
from detente.lexicon.times import times, words_of_class

OTHER = frozenset[str]()
ADJECTIVE = frozenset({"ADJ"})
# Classes whose words are written in capitals throughout, or with one.
WHOLLY_CAPITAL = frozenset({"ZONE", "ZONEOFUS"})
CAPITAL = frozenset({"MONTH", "SHORTMONTH", "WEEKDAY", "SHORTDAY", "PLACEZONE", "HOLIDAY"})
# Words that are also verbs or auxiliaries: the reader's tag decides.
ALSO_VERBS = frozenset({"may", "march", "spring", "fall", "last", "past", "second", "close", "start", "end", "recent"})
LITERALS = re.compile(r"(?<![\w$])(?:[A-Z]+=)?([a-z0-9'’][\w'’.]*|[A-Z][a-z]+|[/+,.])(?![\w])")


class TimeWord(msgspec.Struct, frozen=True):
    """A word, or a stretch that a pattern reduced to one: its classes, a value for each, and its half-open tokens."""

    classes: frozenset[str]
    values: Mapping[str, Any]
    first: int
    last: int


class Alphabet:
    """Letters for sets of classes; handed out as they are met while patterns are compiled, fixed from then on."""

    def __init__(self) -> None:
        self.letters: dict[frozenset[str], str] = {}

    def letter(self, classes: frozenset[str]) -> str:
        """Return the letter of a set of classes."""
        return self.letters.setdefault(classes, chr(0xE000 + len(self.letters)))

    def having(self, class_: str) -> str:
        """Return all letters whose sets have this class."""
        return "".join(letter for classes, letter in self.letters.items() if class_ in classes)


Entry = tuple[frozenset[str], dict[str, Any]]


@cache
def vocabulary() -> dict[str, Entry]:
    """Every word that the lexicon or a pattern names: its classes and values."""
    found: dict[str, tuple[set[str], dict[str, Any]]] = {}
    for class_, words in times().word.items():
        for word, value in words.items():
            classes, values = found.setdefault(word, (set(), {}))
            classes.add(class_)
            values[class_] = value
    for literal in _literals():
        classes, values = found.setdefault(literal, (set(), {}))
        classes.add(literal)
        values[literal] = literal
    found["a"][0].add("ARTICLE")
    found["an"] = ({"ARTICLE", "a"}, {"a": "a"})
    return {word: (frozenset(classes), values) for word, (classes, values) in found.items()}


def _literals() -> Iterator[str]:
    texts = [*times().macro.values(), *(pattern for one in times().expression for pattern in one.patterns)]
    for text in texts:
        for match in LITERALS.finditer(text):
            yield match[1].lower()


def _number(text: str) -> Entry | None:
    """The classes of a word of digits: number, day, hour, year, clock time, decade, date."""
    for shape, reading in SHAPES:
        match = shape.fullmatch(text)
        if match:
            return reading(match)
    return None


def _digits(match: re.Match[str]) -> Entry:
    number, width = int(match[0]), len(match[0])
    classes = {"DIGITS"}
    if width <= 2:
        classes |= {"TWO"} if width == 2 else set()
        classes |= {"DAY"} if 1 <= number <= 31 else set()
        classes |= {"MONTHNUM"} if 1 <= number <= 12 else set()
        classes |= {"HOUR"} if number <= 24 else set()
    if width == 4 and 1000 <= number <= 2199:
        classes.add("YEAR")
    if width == 4 and number < 2400 and number % 100 < 60:
        classes.add("MILITARY")
    return frozenset(classes), dict.fromkeys(classes, number)


def _clock(match: re.Match[str]) -> Entry:
    hour, minute = int(match[1]), int(match[2])
    classes = frozenset({"CLOCKNUM"}) if hour <= 24 and minute < 60 else OTHER
    return classes, {"CLOCKNUM": (hour, minute)}


def _dotted(match: re.Match[str]) -> Entry:
    hour, minute = int(match[1]), int(match[2])
    clock = hour <= 24 and minute < 60 and len(match[2]) == 2
    return frozenset({"DIGITS", "DOTCLOCK"} if clock else {"DIGITS"}), {
        "DIGITS": float(match[0]), "DOTCLOCK": (hour, minute)
    }  # fmt: skip


def _ordinal(match: re.Match[str]) -> Entry:
    number = int(match[1])
    classes = frozenset({"ORDINAL", "ORDDAY"} if number <= 31 else {"ORDINAL"})
    return classes, {"ORDINAL": number, "ORDDAY": number}


def _decade(match: re.Match[str]) -> Entry:
    return frozenset({"DECADE"}), {"DECADE": int(match[1])}


def _short_year(match: re.Match[str]) -> Entry:
    return frozenset({"SHORTYEAR"}), {"SHORTYEAR": int(match[1])}


def _date(match: re.Match[str]) -> Entry:
    day, month, year = int(match[1]), int(match[2]), int(match[3])
    fits = 1 <= month <= 12 and 1 <= day <= 31
    return frozenset({"NUMDATE"}) if fits else OTHER, {"NUMDATE": (year, month, day)}


def _grouped(match: re.Match[str]) -> Entry:
    return frozenset({"DIGITS"}), {"DIGITS": int(match[0].replace(",", ""))}


def _quarter(match: re.Match[str]) -> Entry:
    return frozenset({"QUARTER"}), {"QUARTER": int(match[1])}


SHAPES = tuple(
    (re.compile(shape), reading)
    for shape, reading in (
        (r"\d{1,9}", _digits),
        (r"(\d{1,2}):(\d\d)(?::\d\d)?", _clock),
        (r"(\d{1,2})\.(\d{1,2})", _dotted),
        (r"(\d{1,3})(?:st|nd|rd|th)", _ordinal),
        (r"['’]?(\d0|1\d\d0|20\d0)['’]?s", _decade),
        (r"['’](\d\d)", _short_year),
        (r"(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)", _date),
        (r"\d{1,3}(?:,\d{3})+", _grouped),
        (r"[Qq]([1-4])", _quarter),
    )
)
# One text for each set of classes that digits can have, so that every letter exists before patterns are compiled.
SAMPLES = (
    "1 05 10 12 13 24 25 31 32 99 0 00 123 1450 1999 2100 0800 0870 2500 12345 4:30 44:99 4.30 4.3 17.70 17th 45th 80s '82 "
    "17.02.2024 47.02.2024 1,000 Q3"
).split()


def classes_of(text: str) -> Entry | None:
    """Return the classes and values of a word by its spelling, None for a word that says nothing of time."""
    entry = vocabulary().get(text.lower())
    if entry is None and text.endswith(".") and len(text) > 2:
        entry = vocabulary().get(text[:-1].lower())
    if entry is None:
        return _number(text) if any(map(str.isdigit, text)) else None
    lacking = (CAPITAL if text[0].islower() else OTHER) | (OTHER if text.isupper() else WHOLLY_CAPITAL)
    if entry[0] & lacking:
        classes = entry[0] - lacking
        return (classes, entry[1]) if classes else None
    if text[:1].isdigit() and (number := _number(text)):
        return entry[0] | number[0], {**entry[1], **number[1]}
    return entry


@cache
def _known(text: str) -> Entry | None:
    return classes_of(text) if len(text) < 40 else None


def time_words(tokens: Sequence[Token]) -> list[TimeWord]:
    """Return the words of a sentence as words of time, one for each token."""
    found = []
    for token in tokens:
        entry = _known(token.text)
        if entry is None:
            found.append(TimeWord(ADJECTIVE if token.upos == "ADJ" else OTHER, {}, token.index, token.index + 1))
        elif token.upos in {"VERB", "AUX"} and token.text.lower() in ALSO_VERBS:
            found.append(TimeWord(OTHER, {}, token.index, token.index + 1))
        else:
            found.append(TimeWord(entry[0], entry[1], token.index, token.index + 1))
    return found


def class_sets(given: Iterable[Sequence[str]]) -> Iterator[frozenset[str]]:
    """Yield every set of classes that a word can have."""
    yield from (OTHER, ADJECTIVE)
    for word, (classes, _) in vocabulary().items():
        yield classes
        yield from (classes - CAPITAL, classes - WHOLLY_CAPITAL, classes - CAPITAL - WHOLLY_CAPITAL)
        if word[:1].isdigit() and (entry := classes_of(word)):
            yield entry[0]
    for sample in SAMPLES:
        if entry := classes_of(sample):
            yield entry[0]
    for gives in given:
        yield frozenset(gives)


def name_of(class_: str, value: object) -> str:
    """Return the first word of a class with this value, capitalised: the name of a weekday or month."""
    return next(word for word, own in words_of_class(class_).items() if own == value).title()
