"""Parties named in a sentence: the longest known name at each place, and whether it reads as a place there."""

from collections.abc import Iterator

from detente.language import Sentence
from detente.lexicon.parties import forms
from detente.model import Actor
from detente.understand.actors.cast import Mention
from detente.understand.grammar import preposition
from detente.understand.stretches import head as head_of
from detente.understand.stretches import words

PLACE_PREPOSITIONS = frozenset("in at near inside outside around across throughout to".split())
LONGEST_FORM = 5  # tokens


def party_mentions(sentence: Sentence) -> Iterator[Mention]:
    """Yield every longest name of a party in a sentence, left to right."""
    at = 0
    while at < len(sentence.tokens):
        last, form = _longest_form(sentence, at)
        if form is None:
            at += 1
            continue
        head = head_of(sentence, at, last)
        known = forms()[form]
        place = known.kind != "demonym" and _is_place(sentence, head, known.kind)
        yield Mention(
            sentence=sentence.index, first=at, last=last, head=head, kind=known.kind, place=place,
            actors=(Actor(party=known.party),),
        )  # fmt: skip
        at = last


def _longest_form(sentence: Sentence, first: int) -> tuple[int, str | None]:
    best: tuple[int, str | None] = (first + 1, None)
    if not sentence.tokens[first].text[:1].isupper():
        return best
    for last in range(first + 1, min(first + LONGEST_FORM, len(sentence.tokens)) + 1):
        text = words(sentence, first, last)
        if text in forms() and not _within_name(sentence, first, last):
            best = (last, text)
    return best


def _within_name(sentence: Sentence, first: int, last: int) -> bool:
    """A party's name inside a longer name of a person ("Paris Hilton") is no party."""
    return any(
        name.kind == "PER" and name.first <= first and last <= name.last and (name.first, name.last) != (first, last)
        for name in sentence.names
    )


def _is_place(sentence: Sentence, head: int, kind: str) -> bool:
    """A name after a preposition of place is the place; a capital that neither acts nor owns is one too."""
    token = sentence.tokens[head]
    case = preposition(sentence, head)
    if case in PLACE_PREPOSITIONS:
        return not (case == "to" and kind != "capital")
    acts = token.rel.startswith(("nsubj", "nmod:poss", "obj", "iobj", "conj", "appos"))
    return kind == "capital" and not acts and case is None
