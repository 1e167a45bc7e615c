"""Who tells a position: its holder, the holder's adversary, a mediator, a third party or the page itself."""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

import msgspec

from detente.language import Parsed, Sentence
from detente.lexicon.moves import words
from detente.lexicon.parties import parties
from detente.lexicon.process import process_in_force
from detente.understand.actors import Cast
from detente.understand.grammar import children, conjuncts, objects, possessors, preposition, subjects

Teller = Literal["self", "adversary", "mediator", "third", "narrator"]


class Sides(msgspec.Struct, frozen=True):
    """Who stands against whom, who mediates, and which two face each other most often, as one document tells it."""

    adversaries: frozenset[frozenset[str]] = frozenset()
    mediators: frozenset[str] = frozenset()
    facing: frozenset[str] = frozenset()


def teller(party: str, speaker: str | None, sides: Sides) -> Teller:
    """Tell a speaker's standing towards the party whose position is told.

    >>> teller("UKR", "RUS", Sides(frozenset({frozenset({"RUS", "UKR"})})))
    'adversary'
    >>> teller("UKR", None, Sides())
    'narrator'
    """
    if speaker is None:
        return "narrator"
    if speaker == party:
        return "self"
    if frozenset({speaker, party}) in sides.adversaries:
        return "adversary"
    return "mediator" if speaker in sides.mediators else "third"


def find_sides(parsed: Parsed, cast: Cast) -> Sides:
    """Return who fights whom and who mediates, by the words of the whole document and the process in force."""
    process = process_in_force()
    adversaries: set[frozenset[str]] = set(process.adversaries) if process else set()
    mediators: set[str] = {one.id for one in process.party if one.role == "mediator"} if process else set()
    between: Counter[frozenset[str]] = Counter()
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            adversaries.update(_opposed(sentence, token.index, cast))
            mediators.update(_mediating(sentence, token.index, cast))
            between.update(_between(sentence, token.index, cast))
            between.update(_together(sentence, token.index, cast))
    told = Counter({pair: count for pair, count in between.items() if not pair & mediators})
    return Sides(frozenset(adversaries), frozenset(mediators), _most_often(told))


def _most_often(between: Counter[frozenset[str]]) -> frozenset[str]:
    """The pair named more often than any other."""
    ranked = between.most_common(2)
    clear = ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
    return ranked[0][0] if clear else frozenset()


def _between(sentence: Sentence, index: int, cast: Cast) -> Iterator[frozenset[str]]:
    """As in "the war between A and B", "talks between A and B"."""
    if sentence.tokens[index].lemma.lower() not in words("fight") | words("meeting") | words("deals"):
        return
    for head in children(sentence, index, "nmod", "obl"):
        if preposition(sentence, head) == "between":
            sides = frozenset(side for one in conjuncts(sentence, head) for side in cast.parties_of(sentence, one))
            if len(sides) == 2:
                yield sides


def _opposed(sentence: Sentence, index: int, cast: Cast) -> Iterator[frozenset[str]]:
    """As in "the war between A and B", "A's war on B", "A struck B"."""
    token = sentence.tokens[index]
    left: list[int] = []
    right: list[int] = []
    if token.upos == "NOUN" and token.lemma.lower() in words("fight"):
        between = [i for i in children(sentence, index, "nmod") if preposition(sentence, i) == "between"]
        pair = [one for head in between for one in conjuncts(sentence, head)]
        left, right = pair[:1], pair[1:]
        against = [
            i for i in children(sentence, index, "nmod") if preposition(sentence, i) in {"against", "with", "on"}
        ]
        left, right = (left or possessors(sentence, index)), (right or against)
    elif token.upos == "VERB" and token.lemma.lower() in words("force") | words("blaming"):
        left, right = subjects(sentence, index), objects(sentence, index)
    for one in (side for head in left for side in cast.parties_of(sentence, head)):
        for other in (side for head in right for side in cast.parties_of(sentence, head)):
            if one != other:
                yield frozenset({one, other})


def _together(sentence: Sentence, index: int, cast: Cast) -> Iterator[frozenset[str]]:
    """As in "the government and the rebels signed a declaration", "A met with B": one of them no state, or at talks: anybody can meet."""
    token = sentence.tokens[index]
    if token.upos == "VERB" and token.lemma.lower() in words("pairing"):
        beside = [
            one for one in children(sentence, index, "obl", "obj") if preposition(sentence, one) in {"with", None}
        ]
        heads = [*subjects(sentence, index), *beside]
        sides = frozenset(side for one in heads for side in cast.parties_of(sentence, one))
        talking = any(sentence.tokens[one].lemma.lower() in words("talking") for one in (index, *beside))
        if len(sides) == 2 and (talking or any(not _is_state(side) for side in sides)):
            yield sides


def _is_state(party: str) -> bool:
    return party in parties() and parties()[party].kind == "state"


def _mediating(sentence: Sentence, index: int, cast: Cast) -> Iterator[str]:
    """As in "Egyptian and Qatari mediators", "a truce brokered by Doha"."""
    token = sentence.tokens[index]
    if token.lemma.lower() in {"mediator", "broker"} and token.upos == "NOUN":
        yield from cast.parties_of(sentence, index)
    elif token.upos == "VERB" and token.lemma.lower() in {"mediate", "broker", "facilitate"}:
        for head in subjects(sentence, index):
            yield from cast.parties_of(sentence, head)
