"""Acts that a stretch of a sentence tells as done: attacks, shelling, breaches of a truce, by whom."""

from collections.abc import Iterator

import msgspec

from detente.language import Sentence
from detente.lexicon.violence import ActVerb, Kind, violence
from detente.understand.actors import Cast
from detente.understand.grammar import children, negation, objects, particle, possessors, preposition, subjects
from detente.understand.talks.path import form_of

UNDONE = frozenset({"will", "would", "may", "should", "infinitive"})
# Verbs under which an act is only feared, ordered or forbidden.
UNREAL = frozenset("threaten warn vow pledge promise plan prepare order urge call demand refuse stop prevent avoid fear risk prohibit ban end halt cease".split())  # fmt: skip
# Verbs under which an infinitive tells of something that was begun.
BEGUN = frozenset("try attempt begin start continue manage resume seek".split())
HAPPENED = 0.3  # of the reader's probability, under which a noun without a doer is no act; set by hand
OTHER_BREACHES = frozenset("right law rights privacy security-council tax building rule trade copyright".split())


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """One act: its kind, its word, the heads of who did it (nobody, where the words do not say); or the weapon of one."""

    kind: Kind
    token: int
    doers: tuple[int, ...] = ()
    weapon: bool = False


def acts_in(sentence: Sentence, cast: Cast, first: int, last: int, accused: tuple[int, ...] = ()) -> Iterator[Act]:
    """Yield the acts that a stretch tells as done, in order; what has no subject of its own is done by the accused."""
    for index in range(first, last):
        act = _by_verb(sentence, cast, index, accused) or _by_noun(sentence, cast, index)
        if act is not None:
            yield act


def ranked(acts: list[Act]) -> list[Act]:
    """Return acts with the most telling kind first, those with a doer before those without, mere weapons last."""
    order = {kind.id: number for number, kind in enumerate(violence().kinds)}
    return sorted(acts, key=lambda act: (not act.doers, act.weapon, order[act.kind.id], act.token))


# ── verbs ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _by_verb(sentence: Sentence, cast: Cast, index: int, accused: tuple[int, ...]) -> Act | None:
    token = sentence.tokens[index]
    if token.upos != "VERB":
        return None
    for verb in violence().verbs.get(token.lemma.lower(), ()):
        by_it = any(sentence.tokens[one].upos == "PRON" for one in children(sentence, index, "nsubj"))
        if verb.kind.id == "incursion" and token.rel == "acl:relcl" and by_it:
            continue  # "the areas that it *seized*": which areas are meant, not what happened
        if _fits(sentence, index, verb) and was_done(sentence, index):
            own = bool(children(sentence, index, "nsubj", "nsubj:pass", "obl:agent")) or not accused
            doers = tuple(i for i in subjects(sentence, index) if i != index) if own else accused
            if _is_meant(sentence, cast, index, verb, doers, () if own else accused):
                doers = () if token.lemma.lower() == "die" else doers
                return Act(kind=verb.kind, token=index, doers=doers)
    return None


def _fits(sentence: Sentence, index: int, verb: ActVerb) -> bool:
    if verb.word:
        heads = children(sentence, index, "obj", "nsubj:pass", "compound:prt")
        inner = [one for i in heads for one in children(sentence, i, "nmod")]
        things = {sentence.tokens[i].lemma.lower() for i in (*heads, *inner)}
        return verb.word in things or particle(sentence, index) == verb.word
    if verb.preposition:
        return any(preposition(sentence, i) == verb.preposition for i in children(sentence, index, "obl"))
    return True


def was_done(sentence: Sentence, index: int) -> bool:
    """Tell whether a verb is told as done: no negation, no modal, no condition, nothing that only fears or forbids it."""
    above, form = sentence.tokens[index].head, form_of(sentence, index)
    if form == "infinitive" and above >= 0 and sentence.tokens[above].lemma.lower() in BEGUN:
        return was_done(sentence, above)
    if negation(sentence, index) is not None or form in UNDONE:
        return False
    marks = {sentence.tokens[i].text.lower() for i in children(sentence, index, "mark")}
    if marks & {"if", "unless", "whether", "before", "until"}:
        return False
    if above < 0:
        return True
    if marks & {"while", "when"} and form_of(sentence, above) in UNDONE:
        return False
    bare = form == "open"
    return not (bare and sentence.tokens[above].lemma.lower() in UNREAL) and (
        not bare or sentence.tokens[index].rel not in {"xcomp", "conj"} or was_done(sentence, above)
    )


def _is_meant(
    sentence: Sentence, cast: Cast, index: int, verb: ActVerb, doers: tuple[int, ...], accused: tuple[int, ...]
) -> bool:
    """A truce must be what is broken; an everyday word needs somebody armed, or a party, who acts or suffers."""
    things, kind = objects(sentence, index), verb.kind
    words = violence().words
    if kind.id in {"killing", "harm"} and _by_accident(sentence, index):
        return False
    if kind.truce:
        return any(sentence.tokens[i].lemma.lower() in words["truce"] | {"airspace", "territory"} for i in things)
    if not (kind.armed or kind.named) or sentence.tokens[index].lemma.lower() in kind.plain:
        return True
    if kind.id != "drones and rockets" and any(cast.parties_of(sentence, i) for i in accused):
        return True  # whoever is accused of it in so many words
    if kind.id == "drones and rockets" and verb.word:
        return not doers or any(is_armed(sentence, cast, i) for i in doers)
    around = [*doers, *things, *children(sentence, index, "obl", "obl:agent")]
    around = list(doers) if kind.id in {"incursion", "drones and rockets"} else around
    if kind.id in {"killing", "harm"} and any(_are_people(sentence, i) for i in around):
        return True
    return any(is_armed(sentence, cast, i, named=kind.named) for i in around)


def _by_accident(sentence: Sentence, index: int) -> bool:
    """As in "died of cholera", "were killed in floods": nobody did it."""
    below = children(sentence, index, "obl", "obl:agent", "nsubj")
    return any(sentence.tokens[i].lemma.lower() in violence().words["accidents"] for i in below)


def _are_people(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].lemma.lower() in violence().words["people"]


def is_armed(sentence: Sentence, cast: Cast, index: int, *, named: bool = False) -> bool:
    """Tell whether a noun phrase is armed people or things, or a party to a conflict (not a minister or envoy of it)."""
    token = sentence.tokens[index]
    words = violence().words["armed"]
    below = children(sentence, index, "compound", "amod", "nmod")
    inner = [i for i in below if preposition(sentence, i) in {None, "of"}]
    if token.lemma.lower() in words or any(sentence.tokens[i].lemma.lower() in words for i in inner):
        return True
    if token.upos == "PRON":
        return not named and bool(cast.parties_of(sentence, index))
    mention = cast.at(sentence, index)
    return not named and mention is not None and mention.kind in {"name", "capital"} and not mention.place


# ── nouns ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _by_noun(sentence: Sentence, cast: Cast, index: int) -> Act | None:
    token = sentence.tokens[index]
    before = [sentence.tokens[i].lemma.lower() for i in children(sentence, index, "compound")]
    names = [f"{one} {token.lemma.lower()}" for one in before] + [token.lemma.lower()]
    kind = next((violence().nouns[name] for name in names if name in violence().nouns), None)
    if token.upos not in {"NOUN", "PROPN"} or kind is None or token.rel == "compound":
        return None
    below = [sentence.tokens[i].lemma.lower() for i in children(sentence, index, "compound", "amod", "nmod")]
    if kind.truce and OTHER_BREACHES & set(below):
        return None
    if any(sentence.tokens[i].text.lower() in {"no", "any", "further", "future"} for i in sentence.children[index]):
        return None
    doers = tuple(_whose(sentence, index)) or tuple(_by(sentence, index)) or _carrying(sentence, index)
    near = [*doers, *children(sentence, index, "nmod", "compound", "amod"), *_governors(sentence, index)]
    under = token.head >= 0 and sentence.tokens[token.head].lemma in {"come", "open", "return", "exchange"}
    armed = under or bool({"explosion", "gunfire", "mortar", "shelling", "airstrike"} & {token.lemma.lower(), *below})
    armed = armed or (kind.id in {"killing", "harm"} and any(_are_people(sentence, i) for i in near))
    needs = kind.armed or kind.named
    if needs and not armed and not any(is_armed(sentence, cast, i, named=kind.named) for i in near):
        return None
    predicate = sentence.predicate_at.get(index)
    unreal = predicate is not None and predicate.happened < HAPPENED and not doers
    weapon = token.lemma.lower() in {"drone", "rocket", "missile", "mine", "landmine", "sniper"}
    told = not unreal and _was_told(sentence, index)
    return Act(kind=kind, token=index, doers=doers, weapon=weapon) if told else None


def _whose(sentence: Sentence, index: int) -> list[int]:
    """Whose act it is; behind "of" stands mostly who suffers it: "the killing of two soldiers"."""
    return [i for i in possessors(sentence, index) if preposition(sentence, i) != "of"]


def _carrying(sentence: Sentence, index: int) -> tuple[int, ...]:
    """Who does an act that a verb only carries: "jets carried out strikes", "a strike launched by the junta"."""
    token = sentence.tokens[index]
    above = sentence.tokens[token.head] if token.head >= 0 else token
    light = token.rel in {"obj", "obl"} and above.lemma.lower() in violence().words["light"] | {"responsible", "behind"}
    if light:
        return tuple(subjects(sentence, above.index))
    launched = [
        i for i in children(sentence, index, "acl") if sentence.tokens[i].lemma.lower() in violence().words["light"]
    ]
    return tuple(one for i in launched if sentence.tokens[i].xpos == "VBN" for one in subjects(sentence, i))


def _is_rule(sentence: Sentence, verb: int) -> bool:
    """As in "attacks on peacekeepers constitute a violation": what is so in general, and nothing that happened."""
    if verb < 0 or sentence.tokens[verb].lemma.lower() not in violence().words["being"]:
        return False
    heads = children(sentence, verb, "nsubj")
    return any(
        sentence.tokens[i].xpos == "NNS" and not children(sentence, i, "det", "nummod", "nmod:poss") for i in heads
    )


def _by(sentence: Sentence, index: int) -> list[int]:
    return [i for i in children(sentence, index, "nmod", "obl") if preposition(sentence, i) in {"by", "from"}]


def _governors(sentence: Sentence, index: int) -> list[int]:
    """The subject and object of the verb that a noun hangs on."""
    above = sentence.tokens[index].head
    return [i for i in children(sentence, above, "nsubj", "obj", "nsubj:pass") if i != index] if above >= 0 else []


def _was_told(sentence: Sentence, index: int) -> bool:
    """Tell whether nothing over a noun makes it feared, forbidden, still to come, or spoken of in general."""
    token = sentence.tokens[index]
    if token.rel == "nsubj" and any(
        sentence.tokens[i].text.lower() in {"is", "are"} for i in children(sentence, token.head, "cop")
    ):
        return False
    if _is_rule(sentence, token.head):
        return False
    for i in sentence.ancestors(index)[:3]:
        token = sentence.tokens[i]
        if token.upos == "VERB":
            return token.lemma.lower() not in UNREAL and was_done(sentence, i)
        if token.lemma.lower() in {"threat", "risk", "fear", "end", "halt", "possibility", "ban", "cessation"}:
            return False
    return True
