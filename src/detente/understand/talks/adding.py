"""Sentences that tell who is at a talk without naming the talk: who leads, stands for or is sent by a side, who mediates."""

from collections.abc import Iterator

import msgspec

from detente.language import Sentence
from detente.lexicon.meetings import language
from detente.model import Actor
from detente.understand.actors import Cast
from detente.understand.grammar import antecedent, children, is_passive, preposition, subjects
from detente.understand.talks.company import Company
from detente.understand.talks.listing import list_from, people_behind_by
from detente.understand.talks.named import actors_in, is_person
from detente.understand.talks.path import form_of
from detente.understand.talks.present import attendances, there

DELEGATIONS = frozenset({"delegation", "team", "side", "mission", "group", "one", "negotiator", "panel", "participant"})
TABLE = frozenset({"delegation", "team", "delegate", "negotiator"})
STANDING_FOR = frozenset({"sit", "sat", "negotiate", "represent", "lead", "attend", "sign"})
OPENING = frozenset({",", ":", "was", "were", "are", "is", "there", "-", "–", "—"})
SENDING = frozenset({"send", "dispatch"})


def additions(sentence: Sentence, cast: Cast) -> Iterator[tuple[int, Company]]:
    """Yield the verb and whom it adds: "X will lead the Russian delegation", "Y sat for the rebels", "Z is mediating"."""
    yield from _heads(sentence, cast)
    yield from _on_a_side(sentence, cast)
    yield from attendances(sentence, cast)
    yield from _under(sentence, cast)
    for token in sentence.tokens:
        if token.upos != "VERB":
            continue
        for rule in (_leading, _including, _standing_for, _sent, _joining):
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
    heads = people_behind_by(sentence, cast, index) if passive else subjects(sentence, index)
    own = _of_side(sentence, cast, led, [*heads, *beside], function="head") if led else None
    own = own or _of_sides(sentence, cast, [i for i in led if sentence.tokens[i].xpos == "NNS"], heads)
    alone = actors_in(sentence, cast, heads)
    if own is None or not beside:
        return own
    leading = tuple(row for row in own.functions if row[0] in {actor.person for actor in alone})
    return msgspec.structs.replace(own, functions=leading)


def _under(sentence: Sentence, cast: Cast) -> Iterator[tuple[int, Company]]:
    """Under whom a side's people came: "a Qatari team under X", "the Afghan one, under Y"."""
    for token in sentence.tokens[:-2]:
        behind = token.index + 1 + (sentence.tokens[token.index + 1].text == ",")
        if token.lemma.lower() in DELEGATIONS and sentence.tokens[behind].text.lower() == "under":
            people = list_from(sentence, cast, behind + 1)[:1]
            company = _of_side(sentence, cast, [token.index], people, function="head")
            if company is not None:
                yield token.index, company


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


def _on_a_side(sentence: Sentence, cast: Cast) -> Iterator[tuple[int, Company]]:
    """Who is there for a side, where the sentence begins with it: "on the Turkish side were A and B", "for the U.S. side: C"."""
    for mention in cast.within(sentence):
        low = [token.text.lower() for token in sentence.tokens[: mention.last + 1]]
        if mention.first > 3 or low[-1] not in DELEGATIONS or not {"on", "for", "from"} & set(low[:2]):
            continue
        at = mention.last + 1
        while at < len(sentence.tokens) - 1 and sentence.tokens[at].text.lower() in OPENING:
            at += 1
        people = list_from(sentence, cast, at)
        if people and _only_attend(sentence, people[-1]):
            company = _of_side(sentence, cast, [mention.last], people, function=None)
            if company is not None:
                yield mention.last, company


def _only_attend(sentence: Sentence, last: int) -> bool:
    """Tell whether nothing is said of the people of a list but that they were there."""
    verbs = [token for token in sentence.tokens[last:] if token.upos == "VERB" and token.rel != "amod"]
    return not verbs or verbs[0].lemma in {"attend", "take", "participate", "sit", "join", "lead", "represent"}


def _including(sentence: Sentence, cast: Cast, index: int) -> Company | None:
    """Who belongs to a delegation: "the Russian delegation is led by X and includes Y and Z"."""
    token = sentence.tokens[index]
    if token.lemma.lower() not in {"include", "comprise"}:
        return None
    verb = token.head if token.rel == "conj" and not children(sentence, index, "nsubj", "nsubj:pass") else index
    doing = [antecedent(sentence, i) for i in children(sentence, verb, "nsubj", "nsubj:pass")]
    whole = [i for i in doing if sentence.tokens[i].lemma.lower() in DELEGATIONS]
    return _of_side(sentence, cast, whole, list_from(sentence, cast, index + 1), function=None) if whole else None


def _others_led(sentence: Sentence, cast: Cast, verb: int) -> Iterator[Company]:
    """The other body of "was led by X, and the MILF panel by Y"."""
    for token in sentence.tokens[verb + 1 : -1]:
        if token.lemma.lower() in DELEGATIONS and sentence.tokens[token.index + 1].text.lower() == "by":
            people = list_from(sentence, cast, token.index + 2)
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
        standing = people_behind_by(sentence, cast, index) if passive else standing or _behind_be(sentence, cast, index)
    return _of_side(sentence, cast, stood_for, standing, function=None) if stood_for else None


def _behind_be(sentence: Sentence, cast: Cast, verb: int) -> list[int]:
    """The people of an inverted sentence: "representing the government were A and B"."""
    be = [t.index for t in sentence.tokens[verb:] if t.text.lower() in {"was", "were", "is", "are"}][:1]
    return [one for i in be for one in list_from(sentence, cast, i + 1)]


def _others_for(sentence: Sentence, cast: Cast, verb: int) -> Iterator[Company]:
    """Those who do the same for other sides without a verb of their own: "..., Cesar Yano for the government"."""
    for mention in cast.within(sentence):
        comma = mention.last < len(sentence.tokens) and sentence.tokens[mention.last].text == ","
        behind = mention.last + comma
        near = {i for i in range(behind, behind + 6) if i < len(sentence.tokens) and preposition(sentence, i) == "for"}
        behalf = [i for i in sorted({*near, *sentence.children[mention.head]}) if preposition(sentence, i) == "for"]
        if mention.kind == "person" and mention.first > verb and behalf:
            company = _of_side(sentence, cast, behalf, [mention.head], function=None)
            if company is not None:
                yield company


def _sent(sentence: Sentence, cast: Cast, index: int) -> Company | None:
    """Whom a party sent: "Addis Ababa sent Redwan Hussien"."""
    if sentence.tokens[index].lemma.lower() not in SENDING or form_of(sentence, index) not in {"past", "perfect"}:
        return None
    sent = [*children(sentence, index, "obj"), *list_from(sentence, cast, index + 1)]
    return _of_side(sentence, cast, subjects(sentence, index), sent, function=None)


def _joining(sentence: Sentence, cast: Cast, index: int) -> Company | None:
    """Who comes with somebody, or joins them: "Erdogan was accompanied by ...", "the meeting was joined by ..."."""
    token = sentence.tokens[index]
    if token.lemma.lower() not in {"accompany", "join", "flank"} or not is_passive(sentence, index):
        return None
    joined = children(sentence, index, "nsubj:pass")
    people = people_behind_by(sentence, cast, index)
    if any(sentence.tokens[i].lemma.lower() in DELEGATIONS for i in joined):
        return _of_side(sentence, cast, joined, people, function=None)
    met = any(sentence.tokens[i].lemma.lower() in language().nouns or is_person(sentence, cast, i) for i in joined)
    return there(sentence, cast, people) if met else None


def _of_side(
    sentence: Sentence, cast: Cast, side_heads: list[int], person_heads: list[int], *, function: str | None
) -> Company | None:
    """People who are there for one side; people whom the text puts on another are left out."""
    sides = [side for i in side_heads for side in cast.parties_of(sentence, i) or _before_one(sentence, cast, i)]
    persons = [a for a in actors_in(sentence, cast, person_heads) if a.person]
    if not sides and any(_is_the_other(sentence, i) for i in side_heads):
        sides = [side for actor in persons if (side := cast.side(actor))]
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


def _of_sides(sentence: Sentence, cast: Cast, led: list[int], heads: list[int]) -> Company | None:
    """As in "Rubio and Yermak led the teams": each the one of their own side."""
    persons = tuple(dict.fromkeys(a for a in actors_in(sentence, cast, heads) if a.person and cast.side(a)))
    sides = tuple(dict.fromkeys(Actor(party=cast.side(a)) for a in persons))
    if not led or len(sides) < 2:
        return None
    return Company(
        actors=sides,
        present=persons,
        functions=tuple((a.person, "head") for a in persons if a.person),
        words=tuple(heads),
    )


def _is_the_other(sentence: Sentence, head: int) -> bool:
    """Tell whether words only mean another side: "the other side", "for the rebels"."""
    marks = {sentence.tokens[i].text.lower() for i in sentence.children[head]}
    lemma = sentence.tokens[head].lemma.lower()
    return ("other" in marks and lemma in DELEGATIONS) or lemma in {"other", "rebel", "insurgent", "guerrilla"}


def _before_one(sentence: Sentence, cast: Cast, head: int) -> list[str]:
    """The side of "the Ukrainian one", "its team"."""
    owners = children(sentence, head, "amod", "compound", "nmod:poss")
    return [side for i in owners for side in cast.parties_of(sentence, i)]


OTHERS = {"_leading": _others_led, "_standing_for": _others_for}
