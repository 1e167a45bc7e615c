"""Who takes part in a talk: those who meet, who mediates, who hosts, who leads, who is there too, who stays away."""

from collections.abc import Iterator

import msgspec

from detente.language import Sentence
from detente.lexicon.meetings import language
from detente.model import Actor
from detente.understand.actors import Cast, Mention
from detente.understand.grammar import children, conjuncts, is_passive, preposition, subjects
from detente.understand.stretches import bare
from detente.understand.talks.path import Path, known_verb
from detente.understand.talks.triggers import Trigger, objects_of

WITH = frozenset("with between among alongside".split())
TOGETHER = frozenset("alongside including".split())
BACK = frozenset("side party pair leader president minister country nation delegation man team duo negotiator both diplomat envoy official counterpart neighbour neighbor foe enemy rival army force group representative".split())  # fmt: skip
LIST = frozenset({"conj", "appos", "flat", "list", "nmod:desc"})
COUNTED = frozenset({"two", "both", "three", "four", "these", "warring", "rival", "the"})


class Company(msgspec.Struct, frozen=True, kw_only=True):
    """Everybody whom one telling names; `anaphor` is the head of words that point back ("the two sides")."""

    actors: tuple[Actor, ...] = ()
    present: tuple[Actor, ...] = ()
    heads: tuple[Actor, ...] = ()
    mediators: tuple[Actor, ...] = ()
    host: Actor | None = None
    absent: tuple[Actor, ...] = ()
    anaphor: int | None = None
    spans: tuple[tuple[str, int, int], ...] = ()


def company_of(sentence: Sentence, cast: Cast, trigger: Trigger, path: Path, *, absent: bool) -> Company:
    """Return who takes part in the talk that a trigger tells of."""
    heads, host = (
        _verb_heads(sentence, cast, trigger)
        if sentence.tokens[trigger.index].upos == "VERB"
        else _noun_heads(sentence, cast, trigger, path, absent=absent)
    )
    heads = list(dict.fromkeys(one for head in heads for one in conjuncts(sentence, head)))
    leaders = [one for head in heads for one in _leaders(sentence, head)]
    joined = [one for head in (*heads, trigger.index) for one in _together(sentence, head)]
    mediating = _mediators(sentence, trigger.index, path)
    actors = _actors(sentence, cast, heads)
    anaphor = next((head for head in heads if _points_back(sentence, cast, head)), None)
    return Company(
        actors=actors,
        present=_actors(sentence, cast, [*leaders, *joined, *_listed(sentence, cast, trigger.index)]),
        heads=tuple(actor for actor in _actors(sentence, cast, leaders) if actor.person),
        mediators=_actors(sentence, cast, mediating),
        host=next(iter(_actors(sentence, cast, host)), None) if host else None,
        absent=_absent(sentence, cast, path, absent=absent),
        anaphor=anaphor,
    )


def _actors(sentence: Sentence, cast: Cast, heads: list[int]) -> tuple[Actor, ...]:
    """Everybody whom these noun phrases name, with what is coordinated or in apposition; places left out."""
    found: list[Actor] = []
    for head in heads:
        for one in _same_phrase(sentence, head):
            mention = cast.at(sentence, one)
            if mention is None or not mention.place:
                found += [actor for actor in cast.actors_of(sentence, one) if actor not in found]
        if not found:
            found += _of_owner(sentence, cast, head)
    return tuple(found)


def _same_phrase(sentence: Sentence, head: int) -> list[int]:
    """A head and all that hangs on it as a list does, however the tree strings a list of titles and names together."""
    found, waiting = [], [head]
    while waiting:
        at = waiting.pop(0)
        found.append(at)
        waiting += [i for i in children(sentence, at, *LIST) if preposition(sentence, i) is None]
    return sorted(found)


def _of_owner(sentence: Sentence, cast: Cast, head: int) -> list[Actor]:
    """Whose people a group is: "its envoys" are those of the party that the pronoun means."""
    token = sentence.tokens[head]
    if token.lemma.lower() not in BACK:
        return []
    owners = [a for i in children(sentence, head, "nmod:poss") for a in cast.actors_of(sentence, i)]
    phrase = bare(sentence, sentence.reach(head)[0], head + 1)
    return [Actor(description=phrase, party=side) for a in owners if (side := cast.side(a))]


def _points_back(sentence: Sentence, cast: Cast, head: int) -> bool:
    """A plural that names nobody: "the two leaders", "both sides", "they"."""
    token = sentence.tokens[head]
    if cast.actors_of(sentence, head):
        return False
    low = token.text.lower()
    if low in {"they", "them", "both"}:
        return True
    marks = {sentence.tokens[i].text.lower() for i in sentence.children[head]}
    plural = token.xpos in {"NNS", "NNPS"} or low in {"pair", "duo"}
    return plural and token.lemma.lower() in BACK and bool(marks & COUNTED)


# ── verbs ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _verb_heads(sentence: Sentence, cast: Cast, trigger: Trigger) -> tuple[list[int], list[int]]:
    index, meeting = trigger.index, trigger.meeting.id
    doers = subjects(sentence, index) or _agents(sentence, cast, index) or _loose_subjects(sentence, cast, index)
    prepositions = WITH | ({"to"} if meeting == "speak" else set())
    others = [i for i in children(sentence, index, "obl", "nmod") if preposition(sentence, i) in prepositions]
    heads = [*doers, *([] if meeting == "speak" else objects_of(sentence, index)), *others]
    return heads, doers if meeting == "receive" else []


def _agents(sentence: Sentence, cast: Cast, index: int) -> list[int]:
    """Where the tree shows no subject, the people and groups in what the reader takes for the agent."""
    predicate = sentence.predicate_at.get(index)
    agent = predicate.role("ARG0") if predicate else None
    if agent is None:
        return []
    own = (m for m in cast.within(sentence) if m.kind in {"person", "group"})
    return [mention.head for mention in own if agent.first <= mention.first < agent.last]


def _loose_subjects(sentence: Sentence, cast: Cast, index: int) -> list[int]:
    """Where the tree knows no subject: the names that it hangs on the verb, before it, by another relation."""
    before = [i for i in sentence.children[index] if i < index and sentence.tokens[i].rel != "obl:unmarked"]
    return [i for i in before if preposition(sentence, i) is None and cast.actors_of(sentence, i)]


# ── nouns ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _noun_heads(
    sentence: Sentence, cast: Cast, trigger: Trigger, path: Path, *, absent: bool
) -> tuple[list[int], list[int]]:
    """Who meets, by the noun's own phrase, its owner, the words before it, and the subject of what governs it."""
    index = trigger.index
    chain = [index, *(i for i in _parts_below(sentence, index))]
    chain += [s.token for s in path[1:] if sentence.tokens[s.token].upos in {"NOUN"}]
    between = [i for at in chain for i in _marked(sentence, at, WITH)]
    between += [i for step in path[1:3] for i in _marked(sentence, step.token, WITH) if step.token not in chain]
    of = [i for at in chain for i in children(sentence, at, "nmod") if preposition(sentence, i) == "of"]
    before = [m.head for m in names_before(sentence, cast, index)]
    owners = [i for i in children(sentence, index, "nmod:poss") if cast.actors_of(sentence, i)]
    attends = [i for i in children(sentence, index, "acl", "acl:relcl") if _attended(sentence, i)]
    attending = [one for i in attends for one in children(sentence, i, "obl", "obl:agent")]
    named = [*owners, *between, *of, *(before if len(before) > 1 or between or owners else []), *attending]
    doers, host = _doers(sentence, cast, path, absent=absent)
    sides = {actor.party or actor.person for actor in _actors(sentence, cast, named)}
    whole = trigger.meeting.id in {"conference", "meeting"} and not sides
    if host and not whole and (len(sides) > 1 or not between):
        doers = [i for i in doers if i not in host or _is_person(sentence, cast, i)]
    elif len(sides) > 1 and _complete(sentence, between, before) and not _comes_along(sentence, path):
        doers = []
    return [*doers, *named], host


def _is_person(sentence: Sentence, cast: Cast, index: int) -> bool:
    mention = cast.at(sentence, index)
    return mention is not None and mention.kind == "person"


def _complete(sentence: Sentence, between: list[int], before: list[int]) -> bool:
    """Tell whether the noun's own words name both sides: "between A and B", "A-B talks", as "with B" does not."""
    return len(before) > 1 or any(preposition(sentence, i) in {"between", "among"} for i in between)


def _parts_below(sentence: Sentence, index: int) -> list[int]:
    """The "talks" of "a round of talks"."""
    nouns = language().nouns
    return [i for i in children(sentence, index, "nmod") if sentence.tokens[i].lemma.lower() in nouns]


def _marked(sentence: Sentence, index: int, prepositions: frozenset[str]) -> list[int]:
    return [i for i in children(sentence, index, "nmod", "obl") if preposition(sentence, i) in prepositions]


def names_before(sentence: Sentence, cast: Cast, index: int) -> list[Mention]:
    """The parties named right before a noun: "US-Russia talks", "Israeli and Lebanese negotiations"."""
    found: list[Mention] = []
    at = index
    own = [m for m in cast.within(sentence) if m.kind in {"name", "demonym", "capital"} and m.last <= index]
    while at > 0:
        mention = next((m for m in own if m.last == at), None)
        token = sentence.tokens[at - 1]
        if mention is not None:
            found.append(mention)
            at = mention.first
        elif token.text in JOINTS if found else token.upos in {"ADJ", "NOUN"} and token.head == index:
            at -= 1
        else:
            break
    return found[::-1]


JOINTS = frozenset({"-", "–", "—", "/", "and", ","})


def _attended(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].lemma in {"attend", "involve", "include"} and sentence.tokens[index].xpos in {
        "VBN",
        "VBG",
    }


def _doers(sentence: Sentence, cast: Cast, path: Path, *, absent: bool) -> tuple[list[int], list[int]]:
    """The subject of the nearest verb above that has one who acts; and, of a verb of hosting, the host."""
    words = language().words
    if absent:
        return [], []
    for step in path[1:]:
        token = sentence.tokens[step.token]
        if token.upos not in {"VERB", "AUX"} or step.relation in {"ccomp", "parataxis", "nsubj", "nsubj:pass"}:
            if token.upos == "VERB" and step.relation == "nsubj:pass" and token.lemma.lower() in words["host"]:
                agents = [i for i in subjects(sentence, step.token) if cast.actors_of(sentence, i)]
                return [], agents
            continue
        lemma = token.lemma.lower()
        doers = [i for i in subjects(sentence, step.token) if _can_meet(sentence, cast, i)]
        if not doers and lemma in {"send", "dispatch", "invite"}:
            doers = [i for i in children(sentence, step.token, "obj") if _can_meet(sentence, cast, i)]
        if not doers:
            continue
        if lemma == "host" or (lemma in {"organise", "organize", "facilitate", "mediate", "broker"}):
            return doers, doers
        if step.relation in {"obl", "advcl"} or known_verb(sentence, step.token):
            return doers, []
    return [], []


def _can_meet(sentence: Sentence, cast: Cast, index: int) -> bool:
    return bool(cast.actors_of(sentence, index)) or _points_back(sentence, cast, index)


def _comes_along(sentence: Sentence, path: Path) -> bool:
    """Tell whether the subject goes to a talk that is said to be between others."""
    words = language().words
    lemmas = {sentence.tokens[step.token].lemma.lower() for step in path[1:3]}
    return bool(lemmas & (words["attend"] | words["lead"] | {"travel", "fly", "arrive", "head"}))


# ── who leads ──────────────────────────────────────────────────────────────────────────────────────────────────────

DELEGATIONS = frozenset({"delegation", "team", "side", "negotiator", "mission", "group"})


def leading(sentence: Sentence, cast: Cast) -> Iterator[tuple[int, Company]]:
    """Yield who is said to lead a delegation, the talk not being named: "X will lead the Russian delegation"."""
    for token in sentence.tokens:
        if token.upos != "VERB" or token.lemma.lower() not in language().words["lead"]:
            continue
        passive = is_passive(sentence, token.index) or token.rel == "acl"
        led = children(sentence, token.index, "nsubj:pass" if passive else "obj")
        led = [i for i in led if sentence.tokens[i].lemma.lower() in DELEGATIONS]
        sides = [side for i in led for side in cast.parties_of(sentence, i)]
        persons = [a for a in _actors(sentence, cast, subjects(sentence, token.index)) if a.person]
        if len(sides) == 1 and persons:
            own = tuple(Actor(person=a.person, party=sides[0]) for a in persons if cast.side(a) in {None, sides[0]})
            group = tuple(a for a in _actors(sentence, cast, led) if not a.person)
            yield token.index, Company(actors=group, present=own, heads=own)


# ── others ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _leaders(sentence: Sentence, head: int) -> list[int]:
    """Who leads a delegation: "a Ukrainian delegation led by ..."."""
    verbs = [i for i in children(sentence, head, "acl") if sentence.tokens[i].lemma in language().words["lead"]]
    return [one for verb in verbs for one in subjects(sentence, verb)]


def _together(sentence: Sentence, head: int) -> list[int]:
    """Who comes with somebody: "accompanied by", "including", "alongside", "along with"."""
    found = [i for i in children(sentence, head, "nmod", "acl", "obl") if preposition(sentence, i) in TOGETHER]
    for verb in children(sentence, head, "acl", "advcl"):
        if sentence.tokens[verb].lemma in {"accompany", "join"} and sentence.tokens[verb].xpos == "VBN":
            found += subjects(sentence, verb)
    return [one for i in found for one in conjuncts(sentence, i)]


def _listed(sentence: Sentence, cast: Cast, index: int) -> list[int]:
    """As in "The Miami talks are expected to include A, B and C"."""
    words = language().words
    for at in (index, *sentence.ancestors(index)[:2]):
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
    for at in (index, *(step.token for step in path[1:3]), *_parts_below(sentence, index)):
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
    return _actors(sentence, cast, heads)


def mention_stretches(sentence: Sentence, cast: Cast, actors: tuple[Actor, ...]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a sentence that name any of these actors."""
    for mention in cast.within(sentence):
        if any(actor in actors for actor in mention.actors):
            yield mention.first, mention.last
