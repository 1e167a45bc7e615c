"""The language of meetings: what makes a talk, and what the words around it say of its status (`meetings.toml`)."""

from functools import cache

import msgspec

from detente.lexicon import shaped
from detente.model import TalkStatus


class Meeting(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that make a talk; see the head of `meetings.toml` for the fields."""

    id: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    plural: bool = False
    only: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    format: str | None = None
    status: TalkStatus | None = None
    sides: int = 0
    paper: bool = False
    dated: bool = False
    placed: bool = False
    weak: bool = False
    back: bool = False
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class StatusWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that give a talk its status."""

    id: TalkStatus
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class MeetingVerb(msgspec.Struct, frozen=True):
    """A verb that makes a talk, with the particle and the preposition that it needs."""

    meeting: Meeting
    particle: str | None = None
    preposition: str | None = None


class MeetingLanguage(msgspec.Struct, frozen=True, kw_only=True):
    """The lexicon, indexed by lemma."""

    meetings: tuple[Meeting, ...]
    statuses: tuple[StatusWords, ...]
    verbs: dict[str, tuple[MeetingVerb, ...]]
    nouns: dict[str, Meeting]
    status_of: dict[str, dict[str, TalkStatus]]
    words: dict[str, frozenset[str]]


@cache
def language() -> MeetingLanguage:
    """Load the lexicon. Raises LexiconError for an entry that is malformed.

    >>> language().nouns["summit"].id, language().status_of["verbs"]["call off"]
    ('meeting', 'cancelled')
    """
    meetings = shaped("meetings", tuple[Meeting, ...], "meeting")
    statuses = shaped("meetings", tuple[StatusWords, ...], "status")
    words = shaped("meetings", dict[str, frozenset[str]], "words")
    parts = ("verbs", "nouns", "adjectives", "adverbs")
    return MeetingLanguage(
        meetings=meetings,
        statuses=statuses,
        verbs=_by_lemma(meetings),
        nouns={noun: meeting for meeting in meetings for noun in meeting.nouns},
        status_of={part: {word: status.id for status in statuses for word in getattr(status, part)} for part in parts},
        words=words,
    )


def _by_lemma(meetings: tuple[Meeting, ...]) -> dict[str, tuple[MeetingVerb, ...]]:
    found: dict[str, list[MeetingVerb]] = {}
    for meeting in meetings:
        for text in meeting.verbs:
            lemma, *rest = text.split()
            particle = next((word for word in rest if not word.startswith("+")), None)
            preposition = next((word[1:] for word in rest if word.startswith("+")), None)
            found.setdefault(lemma, []).append(MeetingVerb(meeting, particle, preposition))
    return {lemma: tuple(rows) for lemma, rows in found.items()}
