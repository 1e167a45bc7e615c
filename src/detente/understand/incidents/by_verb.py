"""Acts that verbs tell: "shelled", "opened fire", "shot down 54 drones"."""

from collections.abc import Iterator

from detente.language import Sentence
from detente.lexicon.violence import ActVerb, violence
from detente.understand.actors import Cast
from detente.understand.grammar import children, objects, particle, possessors, preposition, subjects
from detente.understand.incidents.act import Act, are_people, is_armed, was_done


def by_verb(sentence: Sentence, cast: Cast, index: int, accused: tuple[int, ...]) -> Act | None:
    """Return the act that a verb tells as done; what has no subject of its own is done by the accused."""
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
                if verb.kind.id == "drones and rockets" and _downs(sentence, index):
                    doers = tuple(_senders(sentence, index))
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


DOWNS = frozenset("down shoot intercept destroy repel".split())


def _downs(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].lemma.lower() in DOWNS


def _senders(sentence: Sentence, index: int) -> Iterator[int]:
    """Whose drones were shot down: "Ukrainian drones", "drones launched by Russia"."""
    for i in objects(sentence, index):
        yield from (one for one in possessors(sentence, i) if preposition(sentence, one) != "of")
        for clause in children(sentence, i, "acl", "acl:relcl"):
            yield from (one for one in subjects(sentence, clause) if one != i)


def _by_police(sentence: Sentence, doers: tuple[int, ...]) -> bool:
    """Whom the police arrest is a matter of crime, as far as the words tell."""
    return any(sentence.tokens[i].lemma.lower() == "police" for i in doers)


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
    if kind.id not in {"drones and rockets", "build-up", "restriction"} and any(
        cast.parties_of(sentence, i) for i in accused
    ):
        return True  # whoever is accused of it in so many words
    if kind.id == "drones and rockets" and verb.word:
        return _downs(sentence, index) or not doers or any(is_armed(sentence, cast, i) for i in doers)
    if kind.id == "shooting" and "dead" in {sentence.tokens[i].text.lower() for i in sentence.children[index]}:
        return True
    if kind.id == "drones and rockets":
        return any(sentence.tokens[i].lemma.lower() in words["projectile"] for i in doers)
    if sentence.tokens[index].lemma.lower() in {"arrest", "detain"} and _by_police(sentence, doers):
        return False
    means = [
        i
        for i in children(sentence, index, "obl")
        if preposition(sentence, i) in {"by", "with", "from", "against", "at", "on"}
    ]
    around = (
        list(doers) if kind.id == "incursion" else [*doers, *things, *children(sentence, index, "obl:agent"), *means]
    )
    if kind.id in {"killing", "harm"} and any(are_people(sentence, i) for i in around):
        return True
    return any(is_armed(sentence, cast, i, named=kind.named) for i in around)


def _by_accident(sentence: Sentence, index: int) -> bool:
    """As in "died of cholera", "were killed in floods": nobody did it."""
    below = children(sentence, index, "obl", "obl:agent", "nsubj")
    return any(sentence.tokens[i].lemma.lower() in violence().words["accidents"] for i in below)
