"""The company of a talk: who meets, who else is there, who leads, mediates, hosts, stays away."""

from collections.abc import Iterable, Iterator

import msgspec

from detente.language import Sentence
from detente.lexicon.meetings import language
from detente.model import Actor
from detente.understand.actors import Cast
from detente.understand.grammar import children, conjuncts, is_passive, preposition, subjects
from detente.understand.talks.named import actors_in, marked, points_back
from detente.understand.talks.path import Path
from detente.understand.talks.triggers import Trigger
from detente.understand.talks.who_meets import who_meets

CHAIRING = frozenset("chair moderate preside".split())
TOGETHER = frozenset("alongside including".split())
HELPING = (("mediation", "mediator"), ("invitation", "host"), ("presence", "observer"))  # nouns, what one does by them
BESIDE = frozenset({"together", "along", "alongside"})


class Company(msgspec.Struct, frozen=True, kw_only=True):
    """Everybody whom one telling names; `anaphor` is the head of words that point back ("the two sides").

    `words` are the heads of the noun phrases that name or mean them; `functions` what somebody, by key, does there;
    `also` tells that they were at the talk told before, without a word for it.
    """

    actors: tuple[Actor, ...] = ()
    present: tuple[Actor, ...] = ()
    functions: tuple[tuple[str, str], ...] = ()
    mediators: tuple[Actor, ...] = ()
    host: Actor | None = None
    absent: tuple[Actor, ...] = ()
    anaphor: int | None = None
    words: tuple[int, ...] = ()
    also: bool = False


def company_of(sentence: Sentence, cast: Cast, trigger: Trigger, path: Path, *, absent: bool) -> Company:
    """Return who takes part in the talk that a trigger tells of; `absent` tells that its subject stays away."""
    meeters = who_meets(sentence, cast, trigger, path, absent=absent)
    helped = list(_by_help(sentence, path))
    chairs = not trigger.verb and _chairs(sentence, path)
    joins = chairs or (not trigger.verb and _joins(sentence, path))
    heads = [*meeters.named, *(() if joins else meeters.doers)]
    heads = list(dict.fromkeys(one for head in heads for one in conjuncts(sentence, head)))
    leading = _leaders_of(sentence, cast, heads)
    also = [one for head in (*heads, trigger.index) for one in _together(sentence, head)]
    also += [*_listed(sentence, cast, trigger.index), *(meeters.doers if joins else ())]
    also += [i for i, function in helped if function == "observer"]
    functions = [(a.person, "head") for a in leading if a.person]
    functions += [
        (a.person, "observer")
        for i, does in helped
        if does == "observer"
        for a in actors_in(sentence, cast, [i])
        if a.person
    ]
    functions += [(a.person, "chair") for a in actors_in(sentence, cast, meeters.doers) if chairs and a.person]
    own_sides = tuple(Actor(party=side) for i in meeters.tellers for side in cast.parties_of(sentence, i))
    mediators = [*_mediators(sentence, trigger.index, path), *(i for i, does in helped if does == "mediator")]
    hosts = [*meeters.host, *(i for i, does in helped if does == "host")]
    actors = tuple(
        _deciding(actor, cast) if i in meeters.deciding else actor
        for i in heads
        for actor in actors_in(sentence, cast, [i])
    )
    unnamed = [head for head in heads if not actors_in(sentence, cast, [head])]
    led = _leaders_of(sentence, cast, unnamed)  # "the delegation that met Rashad was led by Hayya"
    return Company(
        actors=tuple(dict.fromkeys((*actors, *own_sides, *led))),
        present=tuple(dict.fromkeys((*actors_in(sentence, cast, also), *leading))),
        functions=tuple(functions),
        mediators=actors_in(sentence, cast, mediators),
        host=next(iter(actors_in(sentence, cast, hosts)), None),
        absent=_absent(sentence, cast, path, absent=absent),
        anaphor=next((i for i in (*heads, *meeters.doers) if _means_others(sentence, cast, i)), None),
        words=tuple(
            i for i in (*heads, *also, *meeters.tellers, *(i for i, _ in helped)) if actors_in(sentence, cast, [i])
        ),
    )


def _means_others(sentence: Sentence, cast: Cast, head: int) -> bool:
    """Tell whether a word points back to people or sides that its own phrase does not name."""
    return points_back(sentence, cast, head) and not actors_in(sentence, cast, [head])


def _deciding(actor: Actor, cast: Cast) -> Actor:
    """Who suspends talks, proposes or calls for them does so for a side, and need not sit at the table."""
    side = cast.side(actor) if actor.person else None
    return Actor(party=side) if side else actor


def _joins(sentence: Sentence, path: Path) -> bool:
    """Tell whether the subject comes to a talk already known: "also attended the talks"."""
    words = language().words
    definite = any(sentence.tokens[i].text.lower() == "the" for i in children(sentence, path[0].token, "det"))
    return definite and any(sentence.tokens[step.token].lemma.lower() in words["attend"] for step in path[1:3])


def _chairs(sentence: Sentence, path: Path) -> bool:
    """Tell whether the subject sits at the head of the table and is none of the sides: "Mora, who chaired the meeting"."""
    return any(sentence.tokens[step.token].lemma.lower() in CHAIRING for step in path[1:2])


def _leaders_of(sentence: Sentence, cast: Cast, heads: Iterable[int]) -> list[Actor]:
    """Who leads a delegation, on its side where nothing else says: "a Ukrainian delegation led by ..."."""
    found: list[Actor] = []
    for head in heads:
        sides = set(cast.parties_of(sentence, head))
        verbs = [i for i in children(sentence, head, "acl") if sentence.tokens[i].lemma in language().words["lead"]]
        above = sentence.tokens[head].head
        if sentence.tokens[head].rel == "nsubj:pass" and sentence.tokens[above].lemma in language().words["lead"]:
            verbs.append(above)
        for actor in actors_in(sentence, cast, [one for verb in verbs for one in subjects(sentence, verb)]):
            free = actor.person and cast.side(actor) is None and len(sides) == 1
            found.append(Actor(person=actor.person, party=next(iter(sides))) if free else actor)
    return found


def _by_help(sentence: Sentence, path: Path) -> Iterator[tuple[int, str]]:
    """Who helps, by a noun: "under the mediation of X", "at Y's invitation", "in the presence of Z", and what they do."""
    hosting = language().words["host"]
    for i in children(sentence, path[0].token, "acl", "advcl"):
        if sentence.tokens[i].lemma.lower() in hosting and sentence.tokens[i].xpos == "VBN":
            agents = marked(sentence, i, frozenset({"by"}))
            yield from ((one, "host") for agent in agents for one in conjuncts(sentence, agent))
    for at in dict.fromkeys((*(step.token for step in path[:3]), *children(sentence, path[0].token, "acl"))):
        for i in children(sentence, at, "obl", "nmod"):
            lemma = sentence.tokens[i].lemma.lower()
            for function in (does for nouns, does in HELPING if lemma in language().words[nouns]):
                owners = [*children(sentence, i, "nmod:poss"), *marked(sentence, i, frozenset({"of"}))]
                yield from ((one, function) for owner in owners for one in conjuncts(sentence, owner))


def _together(sentence: Sentence, head: int) -> list[int]:
    """Who comes with somebody: "accompanied by", "including", "alongside", "together with"."""
    found = marked(sentence, head, TOGETHER)
    beside = [i for i in children(sentence, head, "advmod") if sentence.tokens[i].text.lower() in BESIDE]
    found += [one for i in beside for one in marked(sentence, i, frozenset({"with"}))]
    for verb in children(sentence, head, "acl", "advcl"):
        if sentence.tokens[verb].lemma in {"accompany", "join"} and sentence.tokens[verb].xpos == "VBN":
            found += subjects(sentence, verb)
        elif sentence.tokens[verb].lemma in language().words["include"] and sentence.tokens[verb].xpos == "VBG":
            found += children(sentence, verb, "obj")
    return [one for i in found for one in conjuncts(sentence, i)]


def _listed(sentence: Sentence, cast: Cast, index: int) -> list[int]:
    """As in "The Miami talks are expected to include A, B and C"."""
    words = language().words
    for at in (index, *sentence.ancestors(index)[:3]):
        for verb in (at, *children(sentence, at, "xcomp", "acl")):
            token = sentence.tokens[verb]
            if token.lemma in words["include"] and token.upos == "VERB":
                first, last = sentence.reach(verb)
                inside = range(max(first, verb), last)
                return [m.head for m in cast.within(sentence) if m.kind == "person" and m.first in inside]
    return []


def _mediators(sentence: Sentence, index: int, path: Path) -> list[int]:
    """Who mediates: "mediated by Qatar", "U.S.-brokered talks", "with Oman mediating"."""
    words = language().words["mediate"]
    found: list[int] = []
    parts = [i for i in children(sentence, index, "nmod") if sentence.tokens[i].lemma.lower() in language().nouns]
    for at in (index, *(step.token for step in path[1:3]), *parts):
        for i in children(sentence, at, "acl", "amod", "acl:relcl", "advcl", "conj"):
            if sentence.tokens[i].lemma.lower() in words and sentence.tokens[i].upos in {"VERB", "ADJ"}:
                agents = subjects(sentence, i) if is_passive(sentence, i) or sentence.tokens[i].rel == "acl" else []
                found += agents or children(sentence, i, "obl", "obl:agent", "obl:unmarked", "nsubj", "compound")
        if sentence.tokens[at].lemma.lower() in words and is_passive(sentence, at):
            found += subjects(sentence, at)
    return [one for i in found for one in conjuncts(sentence, i)]


def _absent(sentence: Sentence, cast: Cast, path: Path, *, absent: bool) -> tuple[Actor, ...]:
    """Who is said not to be there: "without Ukraine", "the RSF did not attend", "Kyiv was not invited"."""
    heads = [
        one
        for step in path[:3]
        for i in children(sentence, step.token, "nmod", "obl")
        if preposition(sentence, i) == "without"
        for one in conjuncts(sentence, i)
    ]
    for step in path[1:]:
        lemma = sentence.tokens[step.token].lemma.lower()
        if lemma in language().words["absent"] or (absent and sentence.tokens[step.token].upos == "VERB"):
            heads += subjects(sentence, step.token)
            break
    return actors_in(sentence, cast, heads)
