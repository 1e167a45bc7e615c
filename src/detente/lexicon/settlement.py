"""The language of settlements: gaps, agreements, duties and watchers, as frames with examples."""

from functools import cache
from typing import Literal

import msgspec

from detente.lexicon import entries_of, shaped
from detente.lexicon.moves import Index, index_of

Section = Literal["gap", "agreement", "content", "duty", "watching", "founding"]


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of a section; see the head of `settlement.toml` for the fields."""

    id: str
    frames: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]


@cache
def entries(section: Section) -> tuple[Entry, ...]:
    """Load a section. Raises LexiconError for an entry that is malformed."""
    return shaped("settlement", tuple[Entry, ...], section)


@cache
def frames_in(section: Section) -> Index:
    """The frames of a section, indexed; what they make is the id of their entry."""
    return index_of((entry.id, text) for entry in entries(section) for text in entry.frames)


@cache
def words(name: str) -> frozenset[str]:
    """One of the plain lists of words at the end of `settlement.toml`."""
    return frozenset(entries_of("settlement")["words"][name])


@cache
def kinds() -> dict[str, str]:
    """The kind of an agreement by its noun.

    >>> kinds()["accord"], kinds()["roadmap"]
    ('peace agreement', 'plan')
    """
    return {noun: kind for kind in ("plan", "draft", "framework", "peace agreement") for noun in words(kind)}
