"""The language of ceasefires, indexed by word (`ceasefires.toml`)."""

from functools import cache

import msgspec

from detente.lexicon import shaped


class CeasefireWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is said of a ceasefire; see the head of `ceasefires.toml` for the fields."""

    id: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    pledges: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    starts: bool = False
    ends: bool = False
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class CeasefireLanguage(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The lexicon as it stands in its file."""

    nouns: frozenset[str]
    agreements: frozenset[str]
    unless: frozenset[str]
    parts: frozenset[str]
    pauses: frozenset[str]
    fighting: frozenset[str]
    watching: frozenset[str]
    mediating: frozenset[str]
    status: tuple[CeasefireWords, ...]
    scope: dict[str, frozenset[str]]

    def all_of(self, part: str, *phrases: str) -> list[CeasefireWords]:
        """Return everything that these phrases can say, what the first of them says first."""
        return [words for phrase in phrases for words in self.status if phrase in getattr(words, part)]

    def of(self, part: str, *phrases: str) -> CeasefireWords | None:
        """Return what the first of these phrases that the lexicon knows says; `part` is verbs, nouns or adjectives."""
        return next(iter(self.all_of(part, *phrases)), None)


@cache
def ceasefire_language() -> CeasefireLanguage:
    """Load the lexicon. Raises LexiconError for an entry that is malformed.

    >>> ceasefire_language().of("verbs", "take effect", "take").id
    'in force'
    """
    return shaped("ceasefires", CeasefireLanguage)
