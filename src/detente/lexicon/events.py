"""Events in PLOVER's terms: the frames of `events.toml`, indexed by the lemma of their head."""

from functools import cache

import msgspec

from detente.lexicon import entries_of, shaped
from detente.lexicon.moves import Form, Frame, Index, index_of


class EventEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry; see the head of `events.toml` for the fields."""

    type: str
    mode: str = ""
    frames: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]


@cache
def entries() -> tuple[EventEntry, ...]:
    """Load the lexicon. Raises LexiconError for an entry that is malformed."""
    return shaped("events", tuple[EventEntry, ...], "event")


@cache
def _frames() -> Index:
    return index_of((f"{entry.type} {entry.mode}".strip(), text) for entry in entries() for text in entry.frames)


def event_frames(form: Form, lemma: str) -> tuple[Frame, ...]:
    """Return the frames that a word heads, those that ask most of a sentence first; `move` holds type and mode.

    A lemma that lost its silent e or kept a doubled letter is found too ("postpon", "expell").
    """
    doubled = lemma[:-1] if lemma[-1:] == lemma[-2:-1] else lemma
    found = (_frames()[form].get(spelt) for spelt in (lemma, f"{lemma}e", doubled))
    return next((frames for frames in found if frames), ())


def becomes(how: str, kind: str) -> str | None:
    """Return the type that an act only announced (`future`) or refused (`refused`) has, if it has one.

    >>> becomes("future", "CONSULT"), becomes("refused", "AID"), becomes("refused", "ASSAULT")
    ('AGREE', 'REJECT', None)
    """
    table: dict[str, str] = entries_of("events")[how]
    return table.get(kind)


@cache
def event_words(name: str) -> frozenset[str]:
    """Return one of the plain lists of words that the frames lean on."""
    return frozenset(entries_of("events")["words"][name])
