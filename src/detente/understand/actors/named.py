"""The lists of people and parties that a document names, with every mention."""

import re
from collections.abc import Iterator

from detente.language import Parsed
from detente.lexicon.parties import parties
from detente.model import Document, NamedParty, NamedPerson, Span
from detente.understand.actors.cast import Mention
from detente.understand.actors.people import Person
from detente.understand.stretches import quote


def named_people(document: Document, people: list[Person], sides: dict[str, str]) -> Iterator[NamedPerson]:
    """Yield every person with the fullest name, the side the text puts them on, and every mention."""
    spans: dict[str, list[Span]] = {}
    for sentence, first, last, id_ in people:
        spans.setdefault(id_, []).append(quote(document, sentence, first, last))
    for id_, found in spans.items():
        name = max((span.quote for span in found), key=len)
        name = re.sub(r"['’]s$", "", re.sub(r"\s+", " ", name))
        yield NamedPerson(id=id_, name=name, party=sides.get(id_), mentions=tuple(found))


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
