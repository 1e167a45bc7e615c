"""Sentences that tell who is at a talk without naming the talk: who leads, stands for or is sent by a side, who mediates."""

from collections.abc import Iterator

import msgspec

from detente.language import Sentence
from detente.lexicon.meetings import language
from detente.lexicon.roles import titles
from detente.model import Actor
from detente.understand.actors import Cast
from detente.understand.actors.listed import listed
from detente.understand.grammar import children, conjuncts, is_passive, negation, preposition, subjects
from detente.understand.talks.company import Company
from detente.understand.talks.named import actors_in, is_person, marked
from detente.understand.talks.path import form_of

DELEGATIONS = frozenset({"delegation", "team", "side", "mission", "group", "one", "negotiator", "panel", "participant"})
TABLE = frozenset({"delegation", "team", "delegate", "negotiator"})
STANDING_FOR = frozenset({"sit", "sat", "speak", "negotiate", "represent", "lead", "attend", "sign"})
SENDING = frozenset({"send", "dispatch"})
HELPED = frozenset({"help", "assist", "support", "join", "second", "aid"})
PRESENT = frozenset({"present", "hand"})  # "were present", "was on hand"


def additions(sentence: Sentence, cast: Cast) -> Iterator[tuple[int, Company]]:
    """Yield the verb and whom it adds: "X will lead the Russian delegation", "Y sat for the rebels", "Z is mediating"."""
    yield from _heads(sentence, cast)
    yield from _present(sentence, cast)
    for token in sentence.tokens:
        if token.upos != "VERB":
            continue
        for rule in (_leading, _including, _standing_for, _sent, _mediating, _attending, _joining):
            company = rule(sentence, cast, token.index)
            if company is not None:
                yield token.index, company
                others = OTHERS.get(rule.__name__)
                yield from ((token.index, other) for other in others(sentence, cast, token.index)) if others else ()
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
    beside = [
        i for i in children(sentence, index, "obl") if preposition(sentence, i) in {"with", "alongside", "together"}
    ]
    heads = _behind_by(sentence, cast, index) if passive else subjects(sentence, index)
    own = _of_side(sentence, cast, led, [*heads, *beside], function="head") if led else None
    alone = actors_in(sentence, cast, heads)
    if own is None or not beside:
        return own
    leading = tuple(row for row in own.functions if row[0] in {actor.person for actor in alone})
    return msgspec.structs.replace(own, functions=leading)


def _heads(sentence: Sentence, cast: Cast) -> Iterator[tuple[int, Company]]:
    """Who heads a side's people at the table by title: "the head of the GNA's team, Ahmed Abushahma", "chief delegate"."""
    for title in cast.titles:
        if title.sentence != sentence.index or title.person not in cast.sides:
            continue
        lemmas = {token.lemma.lower() for token in sentence.tokens[title.first : title.last]}
        if not (lemmas & {"head", "leader", "chief"} and lemmas & TABLE):
            continue
        person = Actor(person=title.person, party=cast.sides[title.person])
        functions = ((title.person, "head"),)
        side = (Actor(party=person.party),) if person.party else ()
        yield title.head, Company(actors=side, present=(person,), functions=functions, also=True)


def _including(sentence: Sentence, cast: Cast, index: int) -> Company | None:
    """Who belongs to a delegation: "the Russian delegation is led by X and includes Y and Z"."""
    token = sentence.tokens[index]
    if token.lemma.lower() not in {"include", "comprise"}:
        return None
    verb = token.head if token.rel == "conj" and not children(sentence, index, "nsubj", "nsubj:pass") else index
    whole = [
        i for i in children(sentence, verb, "nsubj", "nsubj:pass") if sentence.tokens[i].lemma.lower() in DELEGATIONS
    ]
    return _of_side(sentence, cast, whole, _list_from(sentence, cast, index + 1), function=None) if whole else None


def _list_from(sentence: Sentence, cast: Cast, start: int) -> list[int]:
    """The heads of the people of a list, whatever its titles do to the tree."""
    titled = {i for one in cast.titles if one.sentence == sentence.index for i in range(one.first, one.last)}
    people = [m for m in cast.within(sentence) if m.kind == "person" and m.first not in titled]
    return [m.head for m in listed(sentence, people, start)]


def _behind_by(sentence: Sentence, cast: Cast, verb: int) -> list[int]:
    """The people named behind the "by" of a passive."""
    near = range(verb + 1, min(verb + 4, len(sentence.tokens)))
    return [one for i in near if sentence.tokens[i].text.lower() == "by" for one in _list_from(sentence, cast, i + 1)]


def _others_led(sentence: Sentence, cast: Cast, verb: int) -> Iterator[Company]:
    """The other body of "was led by X, and the MILF panel by Y"."""
    for token in sentence.tokens[verb + 1 : -1]:
        if token.lemma.lower() in DELEGATIONS and sentence.tokens[token.index + 1].text.lower() == "by":
            people = _list_from(sentence, cast, token.index + 2)
            company = _of_side(sentence, cast, [token.index], people, function="head")
            if company is not None:
                yield company


def _standing_for(sentence: Sentence, cast: Cast, index: int) -> Company | None:
    lemma = sentence.tokens[index].lemma.lower()
    if lemma not in STANDING_FOR:
        return None
    stood_for = [i for i in sentence.children[index] if preposition(sentence, i) == "for"]
    standing = subjects(sentence, index)
    if lemma == "represent":
        passive = is_passive(sentence, index)
        stood_for = children(sentence, index, "nsubj:pass" if passive else "obj")
        standing = _behind_by(sentence, cast, index) if passive else standing or _behind_be(sentence, cast, index)
    return _of_side(sentence, cast, stood_for, standing, function=None) if stood_for else None


def _behind_be(sentence: Sentence, cast: Cast, verb: int) -> list[int]:
    """The people of an inverted sentence: "representing the government were A and B"."""
    be = [t.index for t in sentence.tokens[verb:] if t.text.lower() in {"was", "were", "is", "are"}][:1]
    return [one for i in be for one in _list_from(sentence, cast, i + 1)]


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
    sent = [*children(sentence, index, "obj"), *_list_from(sentence, cast, index + 1)]
    return _of_side(sentence, cast, subjects(sentence, index), sent, function=None)


def _joining(sentence: Sentence, cast: Cast, index: int) -> Company | None:
    """Who comes with somebody, or joins them: "Erdogan was accompanied by ...", "the meeting was joined by ..."."""
    token = sentence.tokens[index]
    if token.lemma.lower() not in {"accompany", "join", "flank"} or not is_passive(sentence, index):
        return None
    joined = children(sentence, index, "nsubj:pass")
    people = _behind_by(sentence, cast, index)
    if any(sentence.tokens[i].lemma.lower() in DELEGATIONS for i in joined):
        return _of_side(sentence, cast, joined, people, function=None)
    met = any(sentence.tokens[i].lemma.lower() in language().nouns or is_person(sentence, cast, i) for i in joined)
    return _there(sentence, cast, people, chairs=False) if met else None


def _of_side(
    sentence: Sentence, cast: Cast, side_heads: list[int], person_heads: list[int], *, function: str | None
) -> Company | None:
    """People who are there for one side; people whom the text puts on another are left out."""
    sides = [side for i in side_heads for side in cast.parties_of(sentence, i) or _before_one(sentence, cast, i)]
    persons = [a for a in actors_in(sentence, cast, person_heads) if a.person]
    if len(set(sides)) != 1:
        return None
    own = tuple(
        dict.fromkeys(Actor(person=a.person, party=sides[0]) for a in persons if cast.side(a) in {None, *sides})
    )
    if not own:
        return None
    return Company(
        actors=(Actor(party=sides[0]),),
        present=own,
        functions=tuple((a.person, function) for a in own if a.person and function),
        words=(*side_heads, *person_heads),
    )


def _before_one(sentence: Sentence, cast: Cast, head: int) -> list[str]:
    """The side of "the Ukrainian one"."""
    return [side for i in children(sentence, head, "amod", "compound") for side in cast.parties_of(sentence, i)]


def _mediating(sentence: Sentence, cast: Cast, index: int) -> Company | None:
    """Who is told to mediate, by a verb without an object: "Obasanjo is facilitating"."""
    token = sentence.tokens[index]
    if token.lemma.lower() not in language().words["mediate"] or children(sentence, index, "obj", "nsubj:pass"):
        return None
    heads = [*subjects(sentence, index), *_helpers(sentence, index)]
    persons = tuple(a for a in actors_in(sentence, cast, heads) if a.person)
    functions = tuple((a.person, "mediator") for a in persons if a.person)
    return Company(present=persons, functions=functions, words=tuple(heads), also=True) if persons else None


def _helpers(sentence: Sentence, verb: int) -> list[int]:
    """Who helps the one who mediates: "Obasanjo is facilitating, helped by Kenyatta and by Mlambo-Ngcuka"."""
    helped = [i for i in children(sentence, verb, "advcl", "acl") if sentence.tokens[i].lemma.lower() in HELPED]
    return [
        one for i in helped for agent in marked(sentence, i, frozenset({"by"})) for one in conjuncts(sentence, agent)
    ]


def _attending(sentence: Sentence, cast: Cast, index: int) -> Company | None:
    """Who is told to have been there, where the verb names no talk itself: "the US envoy, Morgan Ortagus, also attended"."""
    token = sentence.tokens[index]
    lemma = token.lemma.lower()
    part = any(sentence.tokens[i].lemma.lower() == "part" for i in children(sentence, index, "obj"))
    sits = lemma == "sit" and any(sentence.tokens[i].text.lower() == "in" for i in sentence.children[index])
    if not (lemma in {"attend", "participate", "preside"} or (lemma == "take" and part) or sits):
        return None
    if negation(sentence, index) is not None or _names_a_talk(sentence, index):
        return None
    if form_of(sentence, index) not in {"past", "perfect"} and not (sits and form_of(sentence, index) == "present"):
        return None
    return _there(sentence, cast, subjects(sentence, index), chairs=lemma == "preside")


def _present(sentence: Sentence, cast: Cast) -> Iterator[tuple[int, Company]]:
    """Who is told to be there without a verb: "also present were A and B", "C was in the chair", "D is in Vienna for the round"."""
    for token in sentence.tokens:
        cop = [i for i in children(sentence, token.index, "cop") if sentence.tokens[i].lemma == "be"]
        if not cop or negation(sentence, token.index) is not None:
            continue
        lemma, marks = token.lemma.lower(), [preposition(sentence, token.index)]
        chairs = lemma == "chair" and marks == ["in"]
        for_talk = any(
            preposition(sentence, i) == "for" and sentence.tokens[i].lemma.lower() in language().nouns
            for i in children(sentence, token.index, "nmod", "obl")
        )
        past = sentence.tokens[cop[0]].text.lower() in {"was", "were"}
        if (past and (chairs or (lemma in PRESENT and not _names_another(sentence, token.index)))) or (
            for_talk and marks == ["in"] and token.upos == "PROPN"
        ):
            heads = subjects(sentence, token.index) or children(sentence, token.index, "dep")
            company = _there(sentence, cast, heads, chairs=chairs)
            if company is not None:
                yield token.index, company


def _there(sentence: Sentence, cast: Cast, heads: list[int], *, chairs: bool) -> Company | None:
    persons = tuple(dict.fromkeys(a for a in actors_in(sentence, cast, heads) if a.person))
    functions = tuple((a.person, "chair") for a in persons if chairs and a.person)
    return Company(present=persons, functions=functions, words=tuple(heads), also=True) if persons else None


OTHERS = {"_leading": _others_led, "_standing_for": _others_for}


def _names_another(sentence: Sentence, index: int) -> bool:
    """Tell whether somebody is present at something that is no talk: "at the funeral"."""
    things = children(sentence, index, "obl", "nmod")
    return _names_a_talk(sentence, index) and not any(
        sentence.tokens[i].lemma.lower() in language().nouns for i in things
    )


def _names_a_talk(sentence: Sentence, verb: int) -> bool:
    """Tell whether what is attended is a talk that has a telling of its own, or something that is none."""
    things = [i for i in sentence.children[verb] if i > verb and sentence.tokens[i].rel in {"obj", "obl"}]
    things += [i for thing in things for i in sentence.children[thing] if sentence.tokens[i].rel == "nmod"]
    return any(
        sentence.tokens[i].upos == "NOUN"
        and sentence.tokens[i].lemma.lower()
        not in {"part", "ceremony", "signing", "launch", "opening", "observer"} | titles()
        for i in things
    )
