"""The names of a sentence as people bear them: one that the reader ran together with what follows ends where it must."""

from collections.abc import Iterator

import msgspec

from detente.language import Name, Sentence
from detente.lexicon.roles import titles
from detente.understand.actors.particles import PARTICLES

BEHIND = frozenset("of in at for from with by to on the".split())  # what follows these says more of the person


def names_in(sentence: Sentence) -> Iterator[Name]:
    """Yield the names of a sentence; "Ronen Bar of the Shin Bet" ends before "of", "Joe Biden rang Netanyahu" is two."""
    for name in sentence.names:
        if name.kind == "PER":
            yield from _pieces(sentence, name)
        else:
            yield name


def _pieces(sentence: Sentence, name: Name) -> Iterator[Name]:
    first = name.first
    for at in range(name.first, name.last):
        low = sentence.tokens[at].text
        if not parts_names(low) or _is_of_office(sentence, at):
            continue
        if at > first:
            yield _stretch(sentence, name, first, at)
        if low in BEHIND:
            return
        first = at + 1
    if first < name.last:
        yield _stretch(sentence, name, first, name.last)


def _is_of_office(sentence: Sentence, at: int) -> bool:
    """As in "Secretary of State Blinken", which the reader takes for a name."""
    return at > 0 and sentence.tokens[at - 1].lemma.lower() in titles()


def parts_names(text: str) -> bool:
    """Tell whether a word cannot stand inside a name: a common word in small letters.

    >>> parts_names("rang"), parts_names("bin"), parts_names("al-Sisi")
    (True, False, False)
    """
    return text.isalpha() and text.islower() and len(text) > 1 and text not in PARTICLES


def _stretch(sentence: Sentence, name: Name, first: int, last: int) -> Name:
    if (first, last) == (name.first, name.last):
        return name
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    return msgspec.structs.replace(name, first=first, last=last, start=start, end=end)
