"""Accusations: "X accused Y of shelling Z", "the two sides traded accusations over ..."."""

from collections.abc import Iterator

from detente.language import Sentence
from detente.lexicon.violence import violence
from detente.model import Actor
from detente.understand.actors import Cast
from detente.understand.grammar import children, is_passive, subjects
from detente.understand.incidents.allegation import Allegation, unsaid
from detente.understand.incidents.claimants import claimant


def accusations(sentence: Sentence, cast: Cast) -> Iterator[Allegation]:
    """As in "X accused Y of shelling Z", "Y is accused by X of ...", "each accuses the other"."""
    for token in sentence.tokens:
        index = token.index
        if token.upos != "VERB" or token.lemma.lower() not in violence().words["accuse"] or unsaid(sentence, index):
            continue
        tellers = tellers_of(sentence, index)
        passive = is_passive(sentence, index) or (token.rel == "acl" and token.xpos == "VBN")
        accused = children(sentence, index, "nsubj:pass") if passive else children(sentence, index, "obj", "iobj")
        if token.rel == "acl" and token.xpos == "VBN" and token.head >= 0:
            accused = [token.head]
        clauses = children(sentence, index, "ccomp", "advcl", "xcomp")
        accused = accused or [one for i in clauses[:1] for one in children(sentence, i, "nsubj")]
        last = _end_of(sentence, index)
        start = min(max((i + 1 for i in accused if i > index), default=index + 1), last - 1)
        if any(_each_other(sentence, i) for i in accused):
            yield from _mutual(sentence, cast, index, tellers, start, last)
        elif tellers and (by := claimant(sentence, cast, tellers[0])) is not None:
            yield Allegation(
                cue=index, rule=token.lemma, by=by, teller=tellers[0], first=start, last=last, accused=tuple(accused)
            )  # fmt: skip


def _end_of(sentence: Sentence, index: int) -> int:
    """Where what hangs on a verb ends, without another clause beside it that has its own subject."""
    beside_it = [
        i for i in children(sentence, index, "conj", "parataxis") if i > index and children(sentence, i, "nsubj")
    ]
    return min([sentence.reach(index)[1], *(sentence.reach(i)[0] for i in beside_it)])


def traded(sentence: Sentence, cast: Cast) -> Iterator[Allegation]:
    """As in "the two sides traded accusations over the shelling of ..."."""
    words = violence().words
    for token in sentence.tokens:
        index = token.index
        if token.upos != "VERB" or token.lemma.lower() not in words["trade"] or unsaid(sentence, index):
            continue
        if any(sentence.tokens[i].lemma.lower() in words["charge"] for i in children(sentence, index, "obj")):
            yield from _mutual(sentence, cast, index, subjects(sentence, index), index + 1, _end_of(sentence, index))


def _mutual(
    sentence: Sentence, cast: Cast, cue: int, tellers: list[int], first: int, last: int
) -> Iterator[Allegation]:  # fmt: skip
    """Two sides that accuse each other: what each alleges of the other."""
    sides = [(head, Actor(party=side)) for head in tellers for side in cast.parties_of(sentence, head)]
    sides = list({actor: (head, actor) for head, actor in sides}.values())
    if len(sides) != 2:
        return
    for (head, by), (_, other) in (sides, sides[::-1]):
        yield Allegation(
            cue=cue, rule=sentence.tokens[cue].lemma, by=by, teller=head, first=first, last=last, mutual=other
        )  # fmt: skip


def tellers_of(sentence: Sentence, index: int) -> list[int]:
    """Return who accuses or blames; behind "and" in what somebody says it is whoever says it: "said that a soldier had died and blamed ..."."""
    above = sentence.tokens[index].head
    over = sentence.tokens[above].head if above >= 0 else -1
    shared = sentence.tokens[index].rel == "conj" and not children(sentence, index, "nsubj")
    if shared and over >= 0 and sentence.tokens[above].rel == "ccomp":
        return subjects(sentence, over)
    return subjects(sentence, index)


def _each_other(sentence: Sentence, index: int) -> bool:
    """As in "each other", "the other", "one another"."""
    low = [sentence.tokens[i].text.lower() for i in (index, *sentence.children[index])]
    return "other" in low or "another" in low
