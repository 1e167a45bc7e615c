"""Events in PLOVER's terms: the frames of `events.toml`, indexed by the lemma of their head."""

from functools import cache
from typing import Any

import msgspec

from detente.errors import LexiconError
from detente.lexicon import entries_of
from detente.lexicon.moves import Form, Frame, frame_of, spelt_out


class EventEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry; see the head of `events.toml` for the fields."""

    type: str
    mode: str = ""
    frames: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]


@cache
def _raw() -> dict[str, Any]:
    return entries_of("events")


@cache
def entries() -> tuple[EventEntry, ...]:
    """Load the lexicon. Raises LexiconError for an entry that is malformed."""
    try:
        return msgspec.convert(_raw()["event"], tuple[EventEntry, ...])
    except msgspec.ValidationError as error:
        raise LexiconError(f"events.toml: {error}") from error


@cache
def _frames() -> dict[tuple[Form, str], tuple[Frame, ...]]:
    found: dict[tuple[Form, str], dict[Frame, None]] = {}
    for entry in entries():
        for text in entry.frames:
            for row in spelt_out(text):
                frame = frame_of(f"{entry.type} {entry.mode}".strip(), row)
                found.setdefault((frame.form, frame.head), {})[frame] = None
    return {key: tuple(sorted(rows, key=lambda frame: -frame.demands)) for key, rows in found.items()}


def event_frames(form: Form, lemma: str) -> tuple[Frame, ...]:
    """Return the frames that a word heads, those that ask most of a sentence first; `move` holds type and mode.

    A lemma that lost its silent e or kept a doubled letter is found too ("postpon", "expell").
    """
    doubled = lemma[:-1] if lemma[-1:] == lemma[-2:-1] else lemma
    found = (_frames().get((form, spelt)) for spelt in (lemma, f"{lemma}e", doubled))
    return next((frames for frames in found if frames), ())


def becomes(how: str, kind: str) -> str | None:
    """Return the type that an act only announced (`future`) or refused (`refused`) has, if it has one.

    >>> becomes("future", "CONSULT"), becomes("refused", "AID"), becomes("refused", "ASSAULT")
    ('AGREE', 'REJECT', None)
    """
    table: dict[str, str] = _raw()[how]
    return table.get(kind)


@cache
def event_words(name: str) -> frozenset[str]:
    """Return one of the plain lists of words that the frames lean on."""
    return frozenset(_raw()["words"][name])
