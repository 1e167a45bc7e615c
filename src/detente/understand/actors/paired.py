"""Plural titles with as many names as owners: "the foreign ministers of Greece and Turkey, A and B"."""

from collections.abc import Iterator, Sequence

from detente.language import Sentence
from detente.lexicon.roles import titles
from detente.model import Actor
from detente.understand.actors.mention import Mention, Person
from detente.understand.actors.sides import Tie

JOINTS = frozenset({",", "and", "(", ")"})


def paired(
    sentence: Sentence, groups: Sequence[Mention], people: Sequence[Person], own: Sequence[Mention]
) -> Iterator[tuple[Mention, list[Tie]]]:
    """Yield a group of office holders as the people named right behind it, the first with the first owner, and their ties.

    Nothing is paired where names and owners are not equally many.
    """
    for group in groups:
        token = sentence.tokens[group.head]
        if token.xpos not in {"NNS", "NNPS"} or token.lemma.lower() not in titles():
            continue
        owners = _owners(sentence, group, own)
        row = _row(sentence, max(owners[-1].last, group.last), people) if len(owners) > 1 else []
        if len(row) == len(owners) > 1:
            actors = tuple(
                Actor(person=person.id, party=owner.actors[0].party) for person, owner in zip(row, owners, strict=True)
            )
            yield _named(group, actors), [_tie(person, owner) for person, owner in zip(row, owners, strict=True)]


def _named(group: Mention, actors: tuple[Actor, ...]) -> Mention:
    return Mention(
        sentence=group.sentence, first=group.first, last=group.last, head=group.head, kind="group", actors=actors
    )


def _tie(person: Person, owner: Mention) -> Tie:
    return Tie(
        person=person.id, party=owner.actors[0].party, sentence=owner.sentence, first=owner.first, last=owner.last
    )


def _owners(sentence: Sentence, group: Mention, own: Sequence[Mention]) -> list[Mention]:
    """The parties of a group, each once, before its noun or right behind it after "of"."""
    sides = {actor.party for actor in group.actors}
    before = [m for m in own if group.first <= m.first < group.head]
    behind: list[Mention] = []
    at = group.head + 1
    for mention in sorted((m for m in own if m.first > group.head), key=lambda m: m.first):
        between = {token.text.lower() for token in sentence.tokens[at : mention.first]}
        if between - {"of", "the", "and", ","}:
            break
        behind.append(mention)
        at = mention.last
    found = behind or before
    one_each = len({m.actors[0].party for m in found}) == len(found)
    return found if one_each and {m.actors[0].party for m in found} == sides else []


def _row(sentence: Sentence, start: int, people: Sequence[Person]) -> list[Person]:
    """The people named right behind a mark, with nothing but commas and "and" between them."""
    row: list[Person] = []
    at = start
    if start >= len(sentence.tokens) or sentence.tokens[start].text not in {",", "("}:
        return []
    for person in sorted((one for one in people if one.first >= start), key=lambda one: one.first):
        if {token.text.lower() for token in sentence.tokens[at : person.first]} - JOINTS:
            break
        row.append(person)
        at = person.last
    return row
