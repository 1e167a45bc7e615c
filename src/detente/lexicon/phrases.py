"""Phrases: short patterns over the words of a sentence, indexed so that thousands cost little.

A phrase is a row of words. A word may end in `*` (any ending); brackets hold alternatives, of one word or several, and
`?` after them makes them optional; `..` stands for up to four words in between, without a comma or the like among them. A word matches the text or the lemma,
case aside; hyphens separate words, so "cease-fire" is written "cease fire".

>>> matcher = Matcher({"dmz": ["demilitari* (zone|corridor)", "buffer zone"]})
>>> [(found.id, found.first, found.last) for found in matcher.find(words_of("a demilitarised zone"))]
[('dmz', 1, 3)]
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from detente.errors import LexiconError

WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:['’](?!s\b)[^\W_]+)?")
BREAK = re.compile(r"[,;:()—–]")
LONGEST_GAP = 4  # words that `..` may pass over; set by hand, not tuned
STEM = 3  # letters of a `word*` that its index key has


class Word(msgspec.Struct, frozen=True):
    """One word of a sentence, lower-cased, with its lemma and its place; `apart` where a comma or the like stands before it."""

    text: str
    lemma: str
    start: int
    end: int
    apart: bool = False


class Found(msgspec.Struct, frozen=True):
    """A phrase found: the entry it belongs to, the phrase, and the half-open stretch of words."""

    id: str
    phrase: str
    first: int
    last: int


def words_of(text: str, offset: int = 0, lemmas: Mapping[int, str] | None = None) -> list[Word]:
    """Cut a text into words; `lemmas` gives the lemma of the word that starts at an offset.

    >>> [word.text for word in words_of("the U.S.-led plan")]
    ['the', 'us', 'led', 'plan']
    """
    known = lemmas or {}
    words: list[Word] = []
    for match in WORD.finditer(text):
        start, word = match.start() + offset, match.group().lower().replace("’", "'").replace(".", "")
        before = text[words[-1].end - offset : match.start()] if words else ""
        figure = before == "," and words[-1].text[-1].isdigit() and word[0].isdigit()
        apart = bool(BREAK.search(before)) and not figure
        words.append(Word(word, known.get(start, word).lower(), start, match.end() + offset, apart))
    return words


class _Element(msgspec.Struct, frozen=True):
    exact: frozenset[str]
    stems: tuple[str, ...]
    gap: bool = False

    def matches(self, word: Word) -> bool:
        return (
            word.text in self.exact or word.lemma in self.exact or bool(self.stems and word.text.startswith(self.stems))
        )


PIECE = re.compile(r"\(([^()]+)\)(\??)|([^()\s]+)")


def _rows(phrase: str) -> Iterator[tuple[_Element, ...]]:
    """Spell a phrase out: one row of elements for each choice that is more than a set of single words.

    Raises LexiconError where brackets do not match or an alternative is empty.
    """
    if PIECE.sub("", phrase).strip():
        raise LexiconError(f"phrase '{phrase}': brackets do not match; write (a|b c)? or a* or ..")
    choices = [_choices(match) for match in PIECE.finditer(phrase.replace("-", " "))]
    for row in itertools.product(*choices):
        yield tuple(element for part in row for element in part)


def _choices(piece: re.Match[str]) -> list[tuple[_Element, ...]]:
    options = (piece[1] or piece[3]).split("|")
    if not all(option.strip() for option in options):
        raise LexiconError(f"'{piece[0]}' has an empty alternative")
    single = [option for option in options if " " not in option.strip()]
    choices: list[tuple[_Element, ...]] = [(_element(single),)] if single else []
    choices += [tuple(_element([word]) for word in option.split()) for option in options if option not in single]
    return [*choices, ()] if piece[2] else choices


def _element(options: Sequence[str]) -> _Element:
    if options == [".."]:
        return _Element(frozenset(), (), gap=True)
    return _Element(
        frozenset(option.lower() for option in options if not option.endswith("*")),
        tuple(option[:-1].lower() for option in options if option.endswith("*")),
    )


class Matcher:
    """Finds the phrases of many entries in one pass over a sentence's words."""

    def __init__(self, entries: Mapping[str, Iterable[str]]) -> None:
        self._by_word: dict[str, list[tuple[str, str, tuple[_Element, ...]]]] = {}
        self._by_stem: dict[str, list[tuple[str, str, tuple[_Element, ...]]]] = {}
        for id_, phrases in entries.items():
            for phrase in phrases:
                self._add(id_, phrase)

    def _add(self, id_: str, phrase: str) -> None:
        for elements in _rows(phrase):
            if not elements or elements[0].gap or elements[-1].gap:
                raise LexiconError(f"entry '{id_}': phrase '{phrase}' must begin and end with a word")
            for word in elements[0].exact:
                self._by_word.setdefault(word, []).append((id_, phrase, elements))
            for stem in elements[0].stems:
                if len(stem) < STEM:
                    raise LexiconError(f"entry '{id_}': '{stem}*' is too short; give at least {STEM} letters")
                self._by_stem.setdefault(stem[:STEM], []).append((id_, phrase, elements))

    def find(self, words: Sequence[Word]) -> list[Found]:
        """Return every phrase found, in order of its first word, longer ones first."""
        found = {
            Found(id_, phrase, first, last)
            for first, word in enumerate(words)
            for id_, phrase, elements in self._candidates(word)
            if (last := _match(elements, words, first)) is not None
        }
        return sorted(found, key=lambda one: (one.first, -one.last, one.id, one.phrase))

    def _candidates(self, word: Word) -> Iterator[tuple[str, str, tuple[_Element, ...]]]:
        yield from self._by_word.get(word.text, ())
        if word.lemma != word.text:
            yield from self._by_word.get(word.lemma, ())
        yield from self._by_stem.get(word.text[:STEM], ())


def _match(elements: Sequence[_Element], words: Sequence[Word], first: int) -> int | None:
    """Return the end of the stretch that starts at word `first` and matches, or None."""
    at = first
    for number, element in enumerate(elements):
        if element.gap:
            reach = range(at, _unbroken(words, at))
            ends = (_match(elements[number + 1 :], words, start) for start in reach)
            return next((end for end in ends if end is not None), None)
        if at >= len(words) or not element.matches(words[at]):
            return None
        at += 1
    return at


def _unbroken(words: Sequence[Word], at: int) -> int:
    """Return where a gap that starts at a word must have ended: within its length, before anything set apart."""
    last = min(at + LONGEST_GAP + 1, len(words))
    return next((i for i in range(at, last) if words[i].apart), last)


def outermost(found: Iterable[Found]) -> list[Found]:
    """Keep of overlapping phrases the longest; of equally long ones the most specific (deepest) id."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.first - one.last, -one.id.count("."), one.id, one.first)):
        if all(one.last <= other.first or other.last <= one.first for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.first)
