"""The lists of people and parties that a document names, with every mention."""

import re
from collections.abc import Iterator

from detente.language import Parsed
from detente.lexicon.parties import parties
from detente.model import Document, NamedParty, NamedPerson, Span
from detente.understand.actors.mention import Mention, Person
from detente.understand.actors.people import slug
from detente.understand.actors.sides import Side, Tie
from detente.understand.stretches import quote


def named_people(
    parsed: Parsed, document: Document, people: list[Person], sides: dict[str, Side]
) -> Iterator[NamedPerson]:
    """Yield every person with the fullest name, the side the text puts them on, and every mention."""
    namings: dict[str, list[Person]] = {}
    for person in people:
        namings.setdefault(person.id, []).append(person)
    for id_, found in namings.items():
        side = sides.get(id_)
        spans = tuple(quote(document, parsed.sentences[one.sentence], one.first, one.last) for one in found)
        full = [one.name for one in found if slug(one.name) == id_] or [one.name for one in found]
        yield NamedPerson(
            id=id_,
            name=re.sub(r"\s+", " ", max(full, key=len)),
            party=side.party if side else None,
            mentions=spans,
            evidence={"party": (_words_of(parsed, document, side.tie),)} if side else {},
        )


def _words_of(parsed: Parsed, document: Document, tie: Tie) -> Span:
    return quote(document, parsed.sentences[tie.sentence], tie.first, tie.last)


def named_parties(parsed: Parsed, document: Document, mentions: tuple[Mention, ...]) -> Iterator[NamedParty]:
    """Yield every party with every mention of it, those that are only places left out."""
    spans: dict[str, list[Span]] = {}
    for mention in mentions:
        sentence = parsed.sentences[mention.sentence]
        for actor in mention.actors:
            if actor.party and mention.kind != "person" and not (mention.place and mention.kind == "capital"):
                span = quote(document, sentence, mention.first, mention.last)
                spans.setdefault(actor.party, []).append(span)
    for id_, found in spans.items():
        party = parties()[id_]
        yield NamedParty(id=id_, name=party.name, kind=party.kind, mentions=tuple(found))
