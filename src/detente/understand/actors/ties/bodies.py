"""Ties through a body or a sender: who leads or is in a delegation, whom a party sends."""

from collections.abc import Iterator

from detente.language import Sentence
from detente.lexicon.roles import roles
from detente.understand.actors.mention import Mention, Person
from detente.understand.actors.sides import Tie, tie_through, tie_to
from detente.understand.grammar import children, conjuncts, is_passive, preposition, subjects

SIDES = frozenset("side delegation team".split())


def of_bodies(sentence: Sentence, people: list[Person], own: list[Mention]) -> Iterator[Tie]:
    """As in "the Ukrainian delegation, led by Umerov", "the U.S. team includes ...", "Medinsky leads Russia's delegation"."""
    for token in sentence.tokens:
        if token.lemma.lower() not in SIDES and not _stands_for_body(sentence, token.index):
            continue
        parties = list({m.actors[0].party: m for m in own if _modifies(sentence, m, token.index)}.values())
        parties = parties or _sent_by(sentence, token.index, own)
        if len(parties) != 1:
            continue
        for person in _members(sentence, token.index, people):
            yield tie_to(person.id, parties[0])


def _stands_for_body(sentence: Sentence, index: int) -> bool:
    """As in "Umerov headed the Ukrainian one"."""
    token = sentence.tokens[index]
    leads = token.head >= 0 and sentence.tokens[token.head].lemma.lower() in roles().leading
    return token.text.lower() == "one" and token.rel == "obj" and leads


def _sent_by(sentence: Sentence, body: int, own: list[Mention]) -> list[Mention]:
    """The party that sends a body which nobody's name qualifies: "The RSF sent a delegation, led by Omar Hamdan"."""
    token = sentence.tokens[body]
    if token.rel != "obj" or sentence.tokens[token.head].lemma.lower() not in roles().sending:
        return []
    heads = subjects(sentence, token.head)
    return [mention for mention in own if mention.head in heads][:1]


def _modifies(sentence: Sentence, mention: Mention, body: int) -> bool:
    governor = sentence.tokens[mention.head]
    if governor.head == body and governor.rel in {"amod", "compound", "nmod:poss", "nmod"}:
        return governor.rel != "nmod" or preposition(sentence, mention.head) in {"of", "from"}
    return governor.rel == "conj" and sentence.tokens[governor.head].head == body


def _members(sentence: Sentence, body: int, people: list[Person]) -> Iterator[Person]:
    """Whoever leads, represents or is in the body; coordination expanded."""
    heads: list[int] = []
    for verb in (token.index for token in sentence.tokens if token.lemma.lower() in roles().belonging):
        token = sentence.tokens[verb]
        objects_ = list(children(sentence, verb, "obj", "nsubj:pass"))
        passive = is_passive(sentence, verb) or (token.rel in {"acl", "acl:relcl"} and token.xpos == "VBN")
        if body in subjects(sentence, verb) and not passive:
            heads += children(sentence, verb, "obj")
        elif body in objects_ or (passive and token.head == body and token.rel.startswith("acl")):
            heads += subjects(sentence, verb)
    heads += [i for i in children(sentence, body, "nmod") if preposition(sentence, i) == "of"]
    if sentence.tokens[body].rel == "obj":  # "sent a delegation to Geneva, led by ...", hung on the place
        verbs = [t for t in sentence.tokens[body:] if t.rel == "acl" and t.xpos == "VBN" and t.lemma in roles().leading]
        heads += [one for verb in verbs for one in subjects(sentence, verb.index)]
    every = {one for head in heads for one in conjuncts(sentence, head)}
    every |= {child for head in every for child in children(sentence, head, "appos", "flat")}
    for person in people:
        if any(i in every for i in range(person.first, person.last)):
            yield person


def of_senders(sentence: Sentence, people: list[Person], own: list[Mention]) -> Iterator[Tie]:
    """As in "Addis Ababa sent Redwan Hussien", "Trump named Witkoff": on the side of whoever sends or names them."""
    for token in sentence.tokens:
        if token.lemma.lower() not in roles().sending or token.upos != "VERB":
            continue
        sent = {one for head in children(sentence, token.index, "obj") for one in conjuncts(sentence, head)}
        senders = subjects(sentence, token.index)
        for person in people:
            if sent.isdisjoint(range(person.first, person.last)):
                continue
            party = next((m for m in own if m.head in senders), None)
            if party is not None:
                yield tie_to(person.id, party)
            for other in people:
                if other.id != person.id and not set(senders).isdisjoint(range(other.first, other.last)):
                    yield tie_through(person.id, other)
