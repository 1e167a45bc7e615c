"""What ties people to a side: their titles, what stands beside their names, the bodies they are in, and references back."""

from collections.abc import Iterator

from detente.language import Sentence
from detente.understand.actors.mention import Mention, Person
from detente.understand.actors.parties import only_qualifies
from detente.understand.actors.sides import Tie
from detente.understand.actors.ties.bodies import of_bodies, of_brought, of_companions, of_senders
from detente.understand.actors.ties.names import leads, of_name, represents, set_off, side_phrases, stands_for
from detente.understand.actors.ties.titles import of_title, owner_in, shared_owner
from detente.understand.actors.titles import Title

__all__ = ["owner_in", "ties_in"]


def ties_in(sentence: Sentence, people: list[Person], titles: list[Title], own: list[Mention]) -> Iterator[Tie]:
    """Yield what a sentence says of whose side the people it names are on."""
    usable = [mention for mention in own if not only_qualifies(sentence, mention)]
    for title in titles:
        if not title.past(sentence):
            yield from of_title(sentence, title, people, usable)
    yield from shared_owner(sentence, titles, usable)
    former = {title.person for title in titles if title.past(sentence)}
    for person in people:
        yield from of_name(sentence, person, people, usable, former=person.id in former)
    yield from side_phrases(sentence, people, titles, usable)
    yield from stands_for(sentence, people, titles, usable)
    yield from set_off(sentence, people, usable)
    yield from leads(sentence, people, usable)
    yield from represents(sentence, people, usable)
    yield from of_bodies(sentence, people, usable)
    yield from of_companions(sentence, people)
    yield from of_brought(sentence, people, titles)
    yield from of_senders(sentence, people, usable)
