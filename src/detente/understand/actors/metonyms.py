"""Whether a name of a capital or a country reads as the place or as whoever governs there."""

from functools import cache

import msgspec

from detente.language import Sentence
from detente.lexicon import entries_of
from detente.understand.grammar import preposition


class Metonyms(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The lexicon of places that stand for governments; see the head of `metonyms.toml`."""

    place_prepositions: frozenset[str]
    motion_prepositions: frozenset[str]
    motion_verbs: frozenset[str]
    force: frozenset[str]
    place_nouns: frozenset[str]
    place_owners: frozenset[str]
    place: tuple[str, ...]
    party: tuple[str, ...]


@cache
def metonyms() -> Metonyms:
    """Load the lexicon."""
    return msgspec.convert(entries_of("metonyms"), Metonyms)


def is_place(sentence: Sentence, head: int, kind: str) -> bool:
    """Tell whether the name headed by a token is the place there; `kind` is capital or name, as the lexicon has it.

    A preposition of place decides for both. What goes to, comes from, attacks or owns places decides for capitals, and
    so does a noun that the name only places. What acts, is spoken of or is dealt with is the government.
    """
    words = metonyms()
    token = sentence.tokens[head]
    case = preposition(sentence, _first_of_row(sentence, head))
    if case in words.place_prepositions:
        return True
    if kind != "capital":
        return False
    governor = sentence.tokens[token.head] if token.head >= 0 else None
    lemma = governor.lemma.lower() if governor else ""
    if case in words.motion_prepositions:
        return lemma in words.motion_verbs | words.force | words.place_owners | words.place_nouns
    if token.rel in {"compound", "amod"}:
        return lemma in words.place_nouns
    if token.rel == "nmod:poss":
        return lemma in words.place_owners
    if token.rel in {"obj", "nsubj:pass"}:
        return lemma in words.motion_verbs | words.force
    return case is None and not token.rel.startswith(("nsubj", "iobj", "conj", "appos", "root"))


def _first_of_row(sentence: Sentence, head: int) -> int:
    """What is coordinated stands under the preposition of the first: "in Kyiv and Moscow"."""
    while sentence.tokens[head].rel == "conj" and sentence.tokens[sentence.tokens[head].head].upos == "PROPN":
        head = sentence.tokens[head].head
    return head
