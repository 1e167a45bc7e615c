"""Who alleges something, and the stretch of words that says what."""

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from detente.language import Sentence
from detente.lexicon.violence import violence
from detente.model import Actor
from detente.understand.actors import Cast, as_speaker
from detente.understand.grammar import (
    children,
    is_passive,
    negation,
    objects,
    preposition,
    subjects,
)
from detente.understand.incidents.claimants import claimant, of_the_land
from detente.understand.sayings import Saying
from detente.understand.stretches import beside
from detente.understand.talks.path import form_of

UNTOLD = frozenset({"will", "would", "may", "should", "infinitive"})


class Allegation(msgspec.Struct, frozen=True, kw_only=True):
    """Who alleges (None: the narrator), the head that names them, the cue, the stretch, and the heads of the accused.

    `mutual` is the other of two sides that accuse each other in the same words.
    """

    cue: int
    rule: str
    by: Actor | None = None
    teller: int | None = None
    first: int
    last: int
    accused: tuple[int, ...] = ()
    mutual: Actor | None = None

    def crosses(self, other: "Allegation") -> bool:
        """Tell whether two allegations share words, other than as two sides that accuse each other."""
        both = self.mutual is not None and self.cue == other.cue
        return not both and self.first < other.last and other.first < self.last


def allegations_in(sentence: Sentence, cast: Cast, sayings: tuple[Saying, ...]) -> Iterator[Allegation]:
    """Yield what is alleged in a sentence and by whom; of two that share words the first is the closer reading."""
    own = [saying for saying in sayings if saying.sentence == sentence.index]
    yield from _accusations(sentence, cast)
    yield from _traded(sentence, cast)
    yield from _said(sentence, cast, own)
    yield from _told(sentence, cast)
    yield from _recorded(sentence, cast)


def parts_of(sentence: Sentence, allegation: Allegation) -> Iterator[Allegation]:
    """Yield an allegation clause by clause, where it tells one beside another: each may be another incident."""
    inside = range(allegation.first + 1, allegation.last)
    verbs = [i for i in inside if sentence.tokens[i].rel in {"conj", "parataxis"} and children(sentence, i, "nsubj")]
    starts = {sentence.reach(i)[0] for i in verbs if sentence.tokens[i].upos == "VERB"}
    cuts = [allegation.first, *sorted(starts & set(inside)), allegation.last]
    for first, last in pairwise(cuts):
        yield msgspec.structs.replace(allegation, first=first, last=last)


def _accusations(sentence: Sentence, cast: Cast) -> Iterator[Allegation]:
    """As in "X accused Y of shelling Z", "Y is accused by X of ...", "each accuses the other"."""
    for token in sentence.tokens:
        index = token.index
        if token.upos != "VERB" or token.lemma.lower() not in violence().words["accuse"] or _unsaid(sentence, index):
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


def _traded(sentence: Sentence, cast: Cast) -> Iterator[Allegation]:
    """As in "the two sides traded accusations over the shelling of ..."."""
    words = violence().words
    for token in sentence.tokens:
        index = token.index
        if token.upos != "VERB" or token.lemma.lower() not in words["trade"] or _unsaid(sentence, index):
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


def _unsaid(sentence: Sentence, index: int) -> bool:
    return negation(sentence, index) is not None or form_of(sentence, index) in UNTOLD


def _said(sentence: Sentence, cast: Cast, sayings: list[Saying]) -> Iterator[Allegation]:
    """What somebody says, in the stretch of the saying."""
    for saying in sayings:
        denied = sentence.tokens[saying.cue].lemma.lower() in violence().words["deny"]
        if saying.cue_class == "believe" or saying.actor is None or denied or saying.frame == "object":
            continue
        teller, by = saying.speaker, of_the_land(sentence, cast, as_speaker(saying.actor))
        back = teller is not None and sentence.tokens[teller].upos == "PRON"
        if (
            teller is not None
            and (told := claimant(sentence, cast, teller)) is not None
            and not (back and told.description)
        ):
            by = told
        cited = _cited(sentence, saying.cue)
        if cited is not None and (told := claimant(sentence, cast, cited)) is not None:
            teller, by = cited, told
        yield Allegation(
            cue=saying.cue, rule=sentence.tokens[saying.cue].lemma, by=by, teller=teller, first=saying.content[0],
            last=saying.content[1],
        )  # fmt: skip


def _cited(sentence: Sentence, cue: int) -> int | None:
    """Whom an outlet cites: "the agency, citing a military source, said"."""
    near = [cue, *children(sentence, cue, "nsubj")]
    for at in near:
        for i in children(sentence, at, "advcl", "acl"):
            if sentence.tokens[i].lemma.lower() in {"cite", "quote"}:
                return next(iter(children(sentence, i, "obj")), None)
    return None


def _told(sentence: Sentence, cast: Cast) -> Iterator[Allegation]:
    """What a verb of telling brings that is no cue of sayings: "charged that patrols entered ..."."""
    for token in sentence.tokens:
        if (
            token.upos != "VERB"
            or token.lemma.lower() not in violence().words["tell"]
            or _unsaid(sentence, token.index)
        ):
            continue
        clauses = children(sentence, token.index, "ccomp")
        tellers = [i for i in subjects(sentence, token.index) if i not in clauses]
        by = claimant(sentence, cast, tellers[0]) if tellers and clauses else None
        if by is not None:
            first, last = beside(sentence, clauses[0], token.index)
            yield Allegation(cue=token.index, rule=token.lemma, by=by, teller=tellers[0], first=first, last=last)


def _recorded(sentence: Sentence, cast: Cast) -> Iterator[Allegation]:
    """What is counted or recorded: "registered two violations", "put the number of breaches at 27", "citing strikes"."""
    for token in sentence.tokens:
        lemma = token.lemma.lower()
        if token.upos != "VERB" or _unsaid(sentence, token.index):
            continue
        things = objects(sentence, token.index)
        counted = lemma == "put" and any(
            sentence.tokens[i].lemma.lower() in {"number", "toll", "count"} for i in things
        )
        if not things or not (counted or lemma in violence().words["record"]):
            continue
        tellers = [i for i in subjects(sentence, token.index) if i not in things]
        by = claimant(sentence, cast, tellers[0]) if tellers else None
        if by is not None:
            first, last = min(things), max(sentence.reach(i)[1] for i in things)
            end = max([last, *(sentence.reach(i)[1] for i in children(sentence, token.index, "obl"))])
            yield Allegation(
                cue=token.index, rule=token.lemma, by=by, teller=tellers[0],
                first=min(sentence.reach(i)[0] for i in things if i >= first), last=end,
            )  # fmt: skip


def accused_of(sentence: Sentence, index: int) -> list[int]:
    """Return whom "on", "by" and "against" accuse, where a noun alleges ("blamed the strike on Israel")."""
    return [i for i in children(sentence, index, "obl") if preposition(sentence, i) in {"on", "against"}]
