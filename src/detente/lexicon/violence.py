"""The language of alleged violations and attacks, indexed by lemma (`violence.toml`)."""

from functools import cache

import msgspec

from detente.lexicon import shaped


class Kind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One kind of act; see the head of `violence.toml` for the fields."""

    id: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    plain: frozenset[str] = frozenset()
    charged: bool = False
    armed: bool = False
    named: bool = False
    truce: bool = False
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class ActVerb(msgspec.Struct, frozen=True):
    """A verb that tells of an act, with the particle or object and the preposition that it needs."""

    kind: Kind
    word: str | None = None
    preposition: str | None = None


class ViolenceLanguage(msgspec.Struct, frozen=True, kw_only=True):
    """The lexicon, indexed by lemma; where two kinds have a word, the first of the file comes first."""

    kinds: tuple[Kind, ...]
    verbs: dict[str, tuple[ActVerb, ...]]
    nouns: dict[str, Kind]
    words: dict[str, frozenset[str]]


@cache
def violence() -> ViolenceLanguage:
    """Load the lexicon. Raises LexiconError for an entry that is malformed.

    >>> violence().nouns["shelling"].id, [verb.kind.id for verb in violence().verbs["ambush"]]
    ('shelling', ['attack'])
    """
    kinds = shaped("violence", tuple[Kind, ...], "kind")
    words = shaped("violence", dict[str, frozenset[str]], "words")
    nouns: dict[str, Kind] = {}
    for kind in kinds:
        for noun in kind.nouns:
            nouns.setdefault(noun, kind)
    return ViolenceLanguage(kinds=kinds, verbs=_by_lemma(kinds), nouns=nouns, words=words)


def _by_lemma(kinds: tuple[Kind, ...]) -> dict[str, tuple[ActVerb, ...]]:
    found: dict[str, list[ActVerb]] = {}
    for kind in kinds:
        for text in kind.verbs:
            lemma, *rest = text.split()
            word = next((one for one in rest if not one.startswith("+")), None)
            preposition = next((one[1:] for one in rest if one.startswith("+")), None)
            found.setdefault(lemma, []).append(ActVerb(kind, word, preposition))
    return {lemma: tuple(sorted(rows, key=lambda row: row.word is None)) for lemma, rows in found.items()}
