"""Who is meant: people, parties, groups and descriptions, each mention resolved to an Actor.

A name alone never gets a side or a role from world knowledge: a person's party is what the text says next to the name.
Only an office that the text leaves without an owner ("President ...") is looked up, by holder and year.

parties → people → titles → sides → groups → cast
"""

from collections.abc import Sequence

from detente.language import Chains, Parsed, Sentence
from detente.model import Actor, Document
from detente.understand.actors.cast import Cast, as_speaker
from detente.understand.actors.described import described
from detente.understand.actors.groups import group_mentions
from detente.understand.actors.mention import Mention, Person
from detente.understand.actors.named import named_parties, named_people
from detente.understand.actors.paired import paired
from detente.understand.actors.parties import party_mentions
from detente.understand.actors.people import people_in
from detente.understand.actors.rebels import named_by_nation, of_rebels
from detente.understand.actors.reference import Told, by_sentence
from detente.understand.actors.shortened import short_mentions, shortened
from detente.understand.actors.sides import Side, Tie, sides_of
from detente.understand.actors.states import page_state
from detente.understand.actors.ties import ties_in
from detente.understand.actors.ties.back import ties_back
from detente.understand.actors.ties.declared import declared
from detente.understand.actors.ties.in_office import in_office, of_office_told
from detente.understand.actors.titles import Title, titles_of
from detente.understand.stretches import head as head_of

__all__ = ["Cast", "Mention", "Title", "as_speaker", "find_actors"]


def find_actors(parsed: Parsed, document: Document, chains: Chains | None = None) -> Cast:
    """Find every mention of people and parties in a parsed document, and whom it means.

    What stands in credits ("reporting by ...") names nobody of the story.
    """
    spoken = _spoken(parsed, document)
    named = {sentence.index: list(party_mentions(sentence)) for sentence in spoken}
    shorts = shortened(spoken, named)
    for sentence in spoken if shorts else ():
        more = short_mentions(sentence, shorts, named[sentence.index])
        named[sentence.index] = sorted([*named[sentence.index], *more], key=lambda mention: mention.first)
    taken = {(m.sentence, i) for own in named.values() for m in own for i in range(m.first, m.last)}
    people = people_in(parsed, spoken, taken)
    of_sentence: dict[int, list[Person]] = {}
    for person in people:
        of_sentence.setdefault(person.sentence, []).append(person)
    every = [mention for own in named.values() for mention in own]
    home = page_state(every)
    groups = [group for sentence in spoken for group in group_mentions(sentence, named[sentence.index], home)]
    groups = named_by_nation(parsed, groups, every)
    titles: list[Title] = []
    ties: list[Tie] = []
    for index, here in of_sentence.items():
        sentence = parsed.sentences[index]
        own = titles_of(sentence, here)
        titles += own
        bare = [group for group in groups if group.sentence == index and home and _is_of(group, home, named[index])]
        rows = dict(paired(sentence, [one for one in groups if one.sentence == index], here, named[index]))
        groups = [
            next((row for row in rows if (row.sentence, row.head) == (one.sentence, one.head)), one) for one in groups
        ]
        ties += [tie for pairs in rows.values() for tie in pairs]
        single = [title for title in own if title.head not in {row.head for row in rows}]
        ties += ties_in(sentence, here, single, [*named[index], *bare])
    groups = [group for group in groups if not _holds_person(group, people, titles)]
    ties += described(parsed, people, groups, {tie.person for tie in ties})
    rest = [*every, *groups]
    if chains is None:
        from detente.language import find_chains  # loads numpy

        chains = find_chains(parsed)
    told = _told(parsed, people, titles, rest, sides_of(ties), chains)
    ties += ties_back(told)
    ties += [*declared(people), *in_office(parsed, people, titles, document), *of_rebels(parsed, titles, every, groups)]
    ties += of_office_told(parsed, people, titles, rest, ties, document)
    sides = sides_of(ties)
    told = _told(parsed, people, titles, rest, sides, chains)
    ordered = tuple(mention for index in sorted(told.by_sentence) for mention in told.by_sentence[index])
    return Cast(
        mentions=ordered,
        people=tuple(named_people(parsed, document, people, sides)),
        parties=tuple(named_parties(parsed, document, ordered)),
        titles=tuple(titles),
        told=told,
    )


def _told(
    parsed: Parsed, people: list[Person], titles: list[Title], rest: list[Mention], sides: dict[str, Side],
    chains: Chains,
) -> Told:  # fmt: skip
    persons = [_person_mention(parsed.sentences[person.sentence], person, titles, sides) for person in people]
    ordered = sorted([*rest, *persons], key=lambda m: (m.sentence, m.first, m.last, m.kind))
    known = {person: side.party for person, side in sides.items()}
    return Told(parsed=parsed, by_sentence=by_sentence(ordered), titles=tuple(titles), sides=known, chains=chains)


def _is_of(group: Mention, home: str, own: list[Mention]) -> bool:
    """Tell whether a group is the page's own government, which nothing in its words names."""
    named = any(group.first <= mention.first < group.last for mention in own)
    return not named and [actor.party for actor in group.actors] == [home]


def _spoken(parsed: Parsed, document: Document) -> Sequence[Sentence]:
    credits_ = list(document.stretches("credit"))
    return [
        sentence
        for sentence in parsed.sentences
        if not any(region.start <= sentence.start < region.end for region in credits_)
    ]


def _person_mention(sentence: Sentence, person: Person, titles: list[Title], sides: dict[str, Side]) -> Mention:
    head = head_of(sentence, person.first, person.last)
    own = [t for t in titles if t.sentence == sentence.index and t.person == person.id and t.last == person.first]
    side = sides.get(person.id)
    return Mention(
        sentence=sentence.index, first=person.first, last=person.last, head=head, kind="person",
        actors=(Actor(person=person.id, party=side.party if side else None),),
        titled=_title_head(sentence, own[-1], person) if own else None,
    )  # fmt: skip


def _title_head(sentence: Sentence, title: Title, person: Person) -> int | None:
    """The head of the title before a name, where the tree hangs the name on it."""
    head = head_of(sentence, title.first, person.last)
    return head if title.first <= head < person.first else None


def _holds_person(group: Mention, persons: list[Person], titles: list[Title]) -> bool:
    """A group that is a person's title, or has the person in it, is that person."""
    if any(t.sentence == group.sentence and t.head == group.head for t in titles):
        return True
    return any(
        p.sentence == group.sentence and (group.first <= p.first < group.last or group.last == p.first) for p in persons
    )
