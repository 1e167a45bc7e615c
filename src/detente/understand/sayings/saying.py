"""The noun of this folder: one attribution, before and after its speaker is known."""

from typing import NamedTuple

import msgspec

from detente.lexicon.sayings import SPOKEN
from detente.model import Actor


class Stretch(NamedTuple):
    """A half-open stretch of one sentence's tokens."""

    sentence: int
    first: int
    last: int


STATED = frozenset({"clause", "quotation", "colon", "phrase", "infinitive", "that", "naming"})


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution: who says, thinks or wants what, in which words.

    `content` is the stretch in the cue's own sentence, `parts` all that the cue brings, also over further sentences of one
    quotation, in reading order; `further` are quotations that go on with it. `frame` is how it was brought: clause,
    infinitive, that (of a noun or adjective), noun, object, preposition, naming, phrase, quotation, colon; "leaning" tells only whom
    an outlet cites and "speaking" only to whom somebody spoke. `speaker` is the head of whoever says it and `said_by` the stretches that name
    them; `cited` the head of whom the speaker leans on ("citing two officials"), `carrier` of who carries it ("quoted by
    Interfax"); `through` names the outlets that it came through, `meant` tells that one of them is
    only pointed at ("the outlet"). `means` is the sentence and head that a pronoun stands
    for where nobody spoke there. `above` is the number of the saying that holds this one,
    `like` the key of an earlier one whose speaker is meant again. `paper` tells that a document speaks, `told` is false where the text does not claim that it was said: negated, merely possible, asked.
    """

    sentence: int
    cue: int
    cue_class: str
    speaker: int | None
    content: tuple[int, int]
    parts: tuple[Stretch, ...]
    further: tuple[Stretch, ...] = ()
    frame: str = "clause"
    said_by: tuple[Stretch, ...] = ()
    told: bool = True
    paper: bool = False
    quotes: tuple[tuple[int, int], ...] = ()
    addressee: int | None = None
    cited: int | None = None
    carrier: int | None = None
    through: tuple[str, ...] = ()
    meant: bool = False
    venue: tuple[int, int] | None = None
    above: int | None = None
    actor: Actor | None = None
    means: tuple[int, int] | None = None
    name: str = ""
    outlet: str | None = None
    like: tuple[int, int] | None = None

    @property
    def key(self) -> tuple[int, int]:
        """What tells a saying apart: its sentence and its cue."""
        return self.sentence, self.cue

    @property
    def stated(self) -> bool:
        """Tell whether a clause or a quotation gives what was said, not merely a thing that it was about."""
        return self.frame in STATED or bool(self.quotes)

    @property
    def spoken(self) -> bool:
        """Tell whether somebody tells something, rather than thinks, wants or backs it."""
        return self.cue_class in SPOKEN

    def covers(self, sentence: int, token: int) -> bool:
        """Tell whether a token is part of what was said."""
        return any(
            part.sentence == sentence and part.first <= token < part.last for part in (*self.parts, *self.further)
        )
