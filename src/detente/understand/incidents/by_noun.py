"""Acts that nouns tell: "an Israeli raid", "the shelling of a hospital", "14 violations of the truce"."""

from detente.language import Sentence
from detente.lexicon.violence import violence
from detente.understand.actors import Cast
from detente.understand.grammar import children, possessors, preposition, subjects
from detente.understand.incidents.act import UNREAL, Act, are_people, is_armed, was_done

HAPPENED = 0.3  # of the reader's probability, under which a noun without a doer is no act; set by hand
OTHER_BREACHES = frozenset("right law rights privacy security-council tax building rule trade copyright".split())


def by_noun(sentence: Sentence, cast: Cast, index: int, accused: tuple[int, ...] = ()) -> Act | None:
    """Return the act that a noun names as done; whoever is accused of it in so many words does it."""
    token = sentence.tokens[index]
    before = [sentence.tokens[i].lemma.lower() for i in children(sentence, index, "compound")]
    own = dict.fromkeys((token.lemma.lower(), token.text.lower()))  # "shelling" may be a form of "shell" to the reader
    names = [f"{one} {word}" for one in before for word in own] + list(own)
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
    armed = under or bool({"explosion", "gunfire", "mortar", "shelling", "airstrike"} & {*own, *below})
    armed = armed or (kind.id in {"killing", "harm"} and any(are_people(sentence, i) for i in near))
    charged = not doers and token.rel == "obl" and any(cast.parties_of(sentence, i) for i in accused)
    doers = doers or (accused if charged and preposition(sentence, index) == "of" else ())
    needs = (kind.armed or kind.named) and not charged
    if needs and not armed and not any(is_armed(sentence, cast, i, named=kind.named) for i in near):
        return None
    predicate = sentence.predicate_at.get(index)
    unreal = predicate is not None and predicate.happened < HAPPENED and not doers
    weapon = token.lemma.lower() in {"drone", "rocket", "missile", "mine", "landmine", "sniper"}
    told = not unreal and _was_told(sentence, index)
    return Act(kind=kind, token=index, doers=doers, weapon=weapon) if told else None


def _whose(sentence: Sentence, index: int) -> list[int]:
    """Whose act it is; behind "of" stands mostly who suffers it: "the killing of two soldiers"."""
    if children(sentence, index, "nmod:poss"):
        return possessors(sentence, index)
    return [i for i in children(sentence, index, "amod", "compound") if sentence.tokens[i].text[:1].isupper()]


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
