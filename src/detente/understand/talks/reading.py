"""What a document's reading so far has found, for those who look for talks in it."""

import msgspec

from detente.language import Parsed, Sentence
from detente.model import Document
from detente.understand.actors import Cast
from detente.understand.sourcing import Sources
from detente.understand.times import TimeMention


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A parsed document with its cast, its times and its sources."""

    parsed: Parsed
    cast: Cast
    times: tuple[TimeMention, ...]
    sources: Sources
    document: Document

    @property
    def today(self) -> str:
        """The day of the page, or nothing where it has none."""
        return (self.document.published or "")[:10]

    def times_in(self, sentence: Sentence) -> list[TimeMention]:
        """Return the times of a sentence; a day that is part of a name ("the March 23 Movement") is none."""
        names = [m for m in self.cast.within(sentence) if m.kind == "name"]
        own = [time for time in self.times if time.sentence == sentence.index]
        return [time for time in own if not any(m.first <= time.first < m.last for m in names)]
