"""Ties that the user declares: the delegations of the process file, where a page itself does not say whose people are."""

from collections.abc import Iterator, Sequence

from detente.lexicon.process import process_in_force
from detente.understand.actors.mention import Person
from detente.understand.actors.sides import Tie


def declared(people: Sequence[Person]) -> Iterator[Tie]:
    """Yield a weak tie for everybody whom the process in force puts in a delegation; the name itself is the evidence."""
    process = process_in_force()
    for person in people if process is not None and process.people else ():
        party = process.people.get(person.name.lower()) if process is not None else None
        if party is not None:
            yield Tie(
                person=person.id, party=party, weak=True, sentence=person.sentence, first=person.first, last=person.last
            )
