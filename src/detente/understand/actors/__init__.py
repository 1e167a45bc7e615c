"""Who is meant: people, parties, groups and descriptions, each mention resolved to an Actor.

A name alone never gets a side or a role from world knowledge: a person's party is what the text says next to the name.

parties, people → sides → groups → cast
"""

from detente.language import Parsed
from detente.model import Actor, Document
from detente.understand.actors.cast import Cast, Mention, as_speaker
from detente.understand.actors.groups import group_mentions
from detente.understand.actors.named import named_parties, named_people
from detente.understand.actors.parties import party_mentions
from detente.understand.actors.people import people_in
from detente.understand.actors.sides import sides_of
from detente.understand.actors.titles import apposition, title_start, titled
from detente.understand.stretches import head as head_of

__all__ = ["Cast", "Mention", "apposition", "as_speaker", "find_actors", "title_start"]


def find_actors(parsed: Parsed, document: Document) -> Cast:
    """Find every mention of people and parties in a parsed document, and whom it means."""
    named = [list(party_mentions(sentence)) for sentence in parsed.sentences]
    people = people_in(parsed, {(m.sentence, i) for own in named for m in own for i in range(m.first, m.last)})
    sides = sides_of(people, named)
    persons = [
        Mention(
            sentence=sentence.index, first=first, last=last, head=head_of(sentence, first, last), kind="person",
            actors=(Actor(person=id_, party=sides.get(id_)),), titled=titled(sentence, first, last),
        )
        for sentence, first, last, id_ in people
    ]  # fmt: skip
    groups = [mention for sentence in parsed.sentences for mention in group_mentions(sentence, named[sentence.index])]
    groups = [group for group in groups if not _holds_person(group, persons)]
    mentions = (*(mention for own in named for mention in own), *persons, *groups)
    ordered = tuple(sorted(mentions, key=lambda m: (m.sentence, m.first, m.last, m.kind)))
    return Cast(
        mentions=ordered,
        people=tuple(named_people(document, people, sides)),
        parties=tuple(named_parties(parsed, document, ordered)),
    )


def _holds_person(group: Mention, persons: list[Mention]) -> bool:
    """A group that is a person's title, or has the person in it, is that person."""
    return any(
        p.sentence == group.sentence and (group.first <= p.first < group.last or group.last == p.first) for p in persons
    )
