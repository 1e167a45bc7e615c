"""Whose title it is: the party or the person that a title names as its owner."""

import itertools
from collections.abc import Iterator, Sequence

from detente.language import Sentence
from detente.lexicon.parties import parties
from detente.lexicon.roles import names_owner, roles
from detente.understand.actors.mention import Mention, Person
from detente.understand.actors.sides import Tie, tie_through, tie_to
from detente.understand.actors.titles import Title


def owner_in(sentence: Sentence, title: Title, own: Sequence[Mention]) -> Mention | None:
    """The party whose title it is: before its noun, or after a preposition that names the owner."""
    for mention in own:
        inside = title.first <= mention.first and mention.last <= title.head and not _is_setting(sentence, mention)
        if inside and not is_of_another_body(sentence, mention):
            return mention
    behind = (m for m in own if title.head < m.first < title.last and _owns(sentence, title.head, m.first))
    return next((m for m in behind if not is_of_another_body(sentence, m)), None)


def is_of_another_body(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a name only says whose another body is, as in "the UN agency", "the UN nuclear watchdog"."""
    party = parties().get(mention.actors[0].party or "")
    behind = {token.lemma.lower() for token in sentence.tokens[mention.last : mention.last + 3]}
    return party is not None and party.kind == "organisation" and bool(behind & {"agency", "watchdog"})


def _is_setting(sentence: Sentence, mention: Mention) -> bool:
    """As in "In Turkey Minister Ellwood met ...": the country is where it happens."""
    if mention.kind != "name" or mention.first == 0:
        return False
    before = sentence.tokens[mention.first - 1].text.lower()
    return before in {"in", "at", "from", "to", "into", "near"} and sentence.tokens[mention.last].xpos != "POS"


def _owns(sentence: Sentence, head: int, at: int) -> bool:
    """Every preposition between a title's noun and a name lets the name own the title."""
    noun = sentence.tokens[head].lemma.lower()
    if noun in roles().leading:
        noun = "head"
    between = sentence.tokens[head + 1 : at]
    marks = [token.text.lower() for token in between if token.upos == "ADP" or token.text.lower() in {"to", "for"}]
    return all(names_owner(noun, mark) for mark in marks) and not any(token.text in {",", "("} for token in between)


def of_title(sentence: Sentence, title: Title, people: list[Person], own: list[Mention]) -> Iterator[Tie]:
    """Yield the tie that a title makes: to the party that owns it, else to the person whose it is."""
    party = owner_in(sentence, title, own) or _of_which(sentence, title, own)
    if party is not None:
        yield tie_to(title.person, party)
        return
    for person in people:
        possessive = person.last <= title.first and _possessive(sentence, person, title.first)
        inside = title.first <= person.first and person.last <= title.head
        after = title.head < person.first < title.last and _owns(sentence, title.head, person.first)
        if (possessive or inside or after) and person.id != title.person:
            yield tie_through(title.person, person)
            return


def _of_which(sentence: Sentence, title: Title, own: Sequence[Mention]) -> Mention | None:
    """As in "the African Union, whose envoy, Olusegun Obasanjo, ..."."""
    if not title.first or sentence.tokens[title.first - 1].text.lower() != "whose":
        return None
    named = [mention for mention in own if mention.last < title.first]
    above = {sentence.tokens[i].head for i in sentence.ancestors(title.head) if sentence.tokens[i].rel == "acl:relcl"}
    return next((mention for mention in named if mention.head in above), None)


def _possessive(sentence: Sentence, person: Person, first: int) -> bool:
    return first - person.last == 1 and sentence.tokens[person.last].text in {"'s", "’s", "'", "’"}


def shared_owner(sentence: Sentence, titles: list[Title], own: list[Mention]) -> Iterator[Tie]:
    """One country before two titles: "Israeli President Herzog and Prime Minister Netanyahu"."""
    named = [title for title in titles if title.rule == "title"]
    for one, other in itertools.pairwise(named):
        owner = owner_in(sentence, one, own)
        between = sentence.tokens[one.last : other.first]
        bare = owner_in(sentence, other, own) is None and other.last - other.first > 0
        joined = [token.text.lower() for token in between if token.upos not in {"PROPN"}]
        capital = sentence.tokens[other.head]
        if (
            owner is not None
            and owner.last <= one.head
            and bare
            and one.person != other.person
            and joined in (["and"], [","], [",", "and"])
            and not one.past(sentence)
            and not other.past(sentence)
            and capital.xpos in {"NN", "NNP"}
        ):
            yield tie_to(other.person, owner, weak=True)
