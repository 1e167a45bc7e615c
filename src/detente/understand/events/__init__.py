"""Events in the sense of PLOVER: who does what to whom, by country and sector; for the export, never claims.

frames → mood → the events that the sentence is about → codes of both sides
"""

from detente.language import Parsed, Sentence
from detente.model import Document, Event, EventSide
from detente.understand.actors import Cast
from detente.understand.events.matching import Found
from detente.understand.events.sides import Side, sides_of_event
from detente.understand.events.told import events_told
from detente.understand.sourcing import Sources
from detente.understand.stretches import in_headline, quote, quote_word, words
from detente.understand.times import TimeMention
from detente.understand.where import place_in

__all__ = ["find_events"]


def find_events(
    parsed: Parsed, cast: Cast, times: tuple[TimeMention, ...], sources: Sources, document: Document
) -> tuple[Event, ...]:
    """Return the events that the sentences of a document are about, where one side's country is told; no headlines."""
    found: list[Event] = []
    for sentence in parsed.sentences:
        if not in_headline(document, sentence):
            own = [time for time in times if time.sentence == sentence.index]
            found += [_event(sentence, one, cast, own, sources, document) for one in events_told(sentence)]
    return tuple(event for event in found if any(side.country for side in (*event.actors, *event.recipients)))


def _event(
    sentence: Sentence, found: Found, cast: Cast, times: list[TimeMention], sources: Sources, document: Document
) -> Event:
    actors, recipients = sides_of_event(sentence, found, cast)
    when = next((time.when for time in times if _dates(sentence, time, found.cue)), None)
    where, _ = place_in(sentence, cast, *sentence.reach(found.cue), [side[0] for side in actors])
    return Event(
        type=found.type, mode=found.mode or None, cue=quote_word(document, sentence, found.cue),
        sentence=document.span(sentence.start, sentence.end),
        actors=_sides(sentence, document, actors), recipients=_sides(sentence, document, recipients),
        when=when, where=where, source=sources.at(sentence, found.cue),
    )  # fmt: skip


def _dates(sentence: Sentence, time: TimeMention, cue: int) -> bool:
    """A time that hangs on the event's own word, and is resolved."""
    hangs = time.event == cue or any(token.head == cue for token in sentence.tokens[time.first : time.last])
    return hangs and bool(time.when.earliest or time.when.latest)


def _sides(sentence: Sentence, document: Document, sides: list[Side]) -> tuple[EventSide, ...]:
    return tuple(
        EventSide(
            name=words(sentence, first, last), country=codes.country, sector=codes.sector,
            span=quote(document, sentence, first, last),
        )
        for _, first, last, codes in sides
    )  # fmt: skip
