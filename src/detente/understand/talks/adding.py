"""Sentences that tell who is at a talk without naming the talk: who leads, stands for or is sent by a side, who mediates."""

from collections.abc import Iterator

from detente.language import Sentence
from detente.lexicon.meetings import language
from detente.model import Actor
from detente.understand.actors import Cast
from detente.understand.grammar import children, is_passive, preposition, subjects
from detente.understand.talks.company import Company
from detente.understand.talks.named import actors_in
from detente.understand.talks.path import form_of

DELEGATIONS = frozenset({"delegation", "team", "side", "mission", "group", "one", "negotiator"})
STANDING_FOR = frozenset({"sit", "sat", "speak", "negotiate", "represent", "lead", "attend", "sign"})
SENDING = frozenset({"send", "dispatch"})


def additions(sentence: Sentence, cast: Cast) -> Iterator[tuple[int, Company]]:
    """Yield the verb and whom it adds: "X will lead the Russian delegation", "Y sat for the rebels", "Z is mediating"."""
    for token in sentence.tokens:
        if token.upos != "VERB":
            continue
        for rule in (_leading, _standing_for, _sent, _mediating):
            company = rule(sentence, cast, token.index)
            if company is not None:
                yield token.index, company
                if rule is _standing_for:
                    yield from ((token.index, other) for other in _others_for(sentence, cast, token.index))
                break


def _leading(sentence: Sentence, cast: Cast, index: int) -> Company | None:
    token = sentence.tokens[index]
    if token.lemma.lower() not in language().words["lead"]:
        return None
    passive = is_passive(sentence, index) or (token.rel == "acl" and token.xpos == "VBN")
    led = (
        [token.head]
        if passive and token.rel == "acl"
        else children(sentence, index, "nsubj:pass" if passive else "obj")
    )
    led = [i for i in led if sentence.tokens[i].lemma.lower() in DELEGATIONS]
    return _of_side(sentence, cast, led, subjects(sentence, index), function="head") if led else None


def _standing_for(sentence: Sentence, cast: Cast, index: int) -> Company | None:
    lemma = sentence.tokens[index].lemma.lower()
    if lemma not in STANDING_FOR:
        return None
    stood_for = [i for i in sentence.children[index] if preposition(sentence, i) == "for"]
    stood_for = children(sentence, index, "obj") if lemma == "represent" else stood_for
    return _of_side(sentence, cast, stood_for, subjects(sentence, index), function=None) if stood_for else None


def _others_for(sentence: Sentence, cast: Cast, verb: int) -> Iterator[Company]:
    """Those who do the same for other sides without a verb of their own: "..., Cesar Yano for the government"."""
    for mention in cast.within(sentence):
        behalf = [i for i in sentence.children[mention.head] if preposition(sentence, i) == "for"]
        if mention.kind == "person" and mention.first > verb and behalf:
            company = _of_side(sentence, cast, behalf, [mention.head], function=None)
            if company is not None:
                yield company


def _sent(sentence: Sentence, cast: Cast, index: int) -> Company | None:
    """Whom a party sent: "Addis Ababa sent Redwan Hussien"."""
    if sentence.tokens[index].lemma.lower() not in SENDING or form_of(sentence, index) not in {"past", "perfect"}:
        return None
    return _of_side(sentence, cast, subjects(sentence, index), children(sentence, index, "obj"), function=None)


def _of_side(
    sentence: Sentence, cast: Cast, side_heads: list[int], person_heads: list[int], *, function: str | None
) -> Company | None:
    """People who are there for one side; people whom the text puts on another are left out."""
    sides = [side for i in side_heads for side in cast.parties_of(sentence, i)]
    persons = [a for a in actors_in(sentence, cast, person_heads) if a.person]
    own = (
        tuple(Actor(person=a.person, party=sides[0]) for a in persons if cast.side(a) in {None, sides[0]})
        if sides
        else ()
    )
    if len(set(sides)) != 1 or not own:
        return None
    return Company(
        actors=(Actor(party=sides[0]),),
        present=own,
        functions=tuple((a.person, function) for a in own if a.person and function),
        words=(*side_heads, *person_heads),
    )


def _mediating(sentence: Sentence, cast: Cast, index: int) -> Company | None:
    """Who is told to mediate, by a verb without an object: "Obasanjo is facilitating"."""
    token = sentence.tokens[index]
    if token.lemma.lower() not in language().words["mediate"] or children(sentence, index, "obj", "nsubj:pass"):
        return None
    persons = tuple(a for a in actors_in(sentence, cast, subjects(sentence, index)) if a.person)
    functions = tuple((a.person, "mediator") for a in persons if a.person)
    return Company(present=persons, functions=functions, words=tuple(subjects(sentence, index))) if persons else None
