"""The lexicon of sayings: which words bring what somebody said, thinks, wants or decides, and what may follow them."""

from collections.abc import Iterator
from functools import cache

import msgspec

from detente.lexicon import entries_of

FRAMES = ("clause", "quotation", "infinitive", "object", "naming", "hearer", "hearer_acts")
PREPOSITIONS = ("for", "on", "of", "about", "against", "to", "in", "with", "at")
SPOKEN = frozenset({"say", "cite", "show"})  # classes in which somebody tells something


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """A verb that brings an attribution: its particle, its class, and the frames and prepositions that may follow."""

    verb: str
    particle: str | None
    kind: str
    frames: frozenset[str]
    prepositions: frozenset[str]


@cache
def verbs() -> dict[str, tuple[Cue, ...]]:
    """Return the cues of each verb, by lemma; those with a particle first.

    >>> [(cue.kind, sorted(cue.frames)) for cue in verbs()["urge"]]
    [('say', ['clause', 'hearer_acts', 'quotation'])]
    """
    found: dict[str, list[Cue]] = {}
    for kind, rows in entries_of("sayings")["verbs"].items():
        for entry in dict.fromkeys(entry for entries in rows.values() for entry in entries):
            verb, _, particle = entry.partition(" ")
            frames = frozenset(frame for frame in FRAMES if entry in rows.get(frame, ()))
            marks = frozenset(mark for mark in PREPOSITIONS if entry in rows.get(mark, ()))
            cue = Cue(verb=verb, particle=particle or None, kind=kind, frames=frames, prepositions=marks)
            found.setdefault(verb, []).append(cue)
    return {verb: tuple(sorted(cues, key=lambda cue: cue.particle is None)) for verb, cues in found.items()}


def is_telling(lemma: str) -> bool:
    """Tell whether a verb can tell something, rather than think, want or back it.

    >>> is_telling("announce"), is_telling("hope")
    (True, False)
    """
    return any(cue.kind in SPOKEN for cue in verbs().get(lemma.lower(), ()))


def _by_word(table: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, words in entries_of("sayings")[table].items():
        for word in words if kind != "lending" else ():
            found.setdefault(word, kind)
    return found


@cache
def adjectives() -> dict[str, str]:
    """Return the class of each adjective that brings a thought or a wish."""
    return _by_word("adjectives")


@cache
def nouns() -> dict[str, str]:
    """Return the class of each noun that brings what was said, thought or planned."""
    return _by_word("nouns")


@cache
def words(of: str) -> frozenset[str]:
    """Return one of the lexicon's other lists: documents, venues, hearers, leaning, carrying, spokespeople, lending."""
    raw = entries_of("sayings")
    return frozenset(raw["nouns"][of] if of == "lending" else raw["others"][of])


@cache
def phrases(of: str) -> tuple[str, ...]:
    """Return the phrases that stand in place of a verb: according ("according to"), owned ("in Moscow's view")."""
    return tuple(entries_of("sayings")["phrases"][of])


class Example(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence with the attribution it makes; without a cue it makes none."""

    text: str
    cue: str | None = None
    source: str | None = None
    content: str | None = None


def examples() -> Iterator[Example]:
    """Yield the lexicon's examples."""
    yield from msgspec.convert(entries_of("sayings")["example"], list[Example])
