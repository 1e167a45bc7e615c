"""One allegation: who alleges it, and the stretch of words that says what; and its clauses, one by one."""

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from detente.language import Sentence
from detente.lexicon.violence import violence
from detente.model import Actor
from detente.understand.grammar import children, negation
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


def parts_of(sentence: Sentence, allegation: Allegation) -> Iterator[Allegation]:
    """Yield an allegation clause by clause, where it tells one beside another: each may be another incident."""
    inside = range(allegation.first + 1, allegation.last)
    verbs = [i for i in inside if sentence.tokens[i].rel in {"conj", "parataxis"} and children(sentence, i, "nsubj")]
    starts = {sentence.reach(i)[0]: i for i in verbs if sentence.tokens[i].upos == "VERB"}
    cuts = [allegation.first, *sorted(starts.keys() & set(inside)), allegation.last]
    for first, last in pairwise(cuts):
        if first not in starts or not _of_another(sentence, allegation, starts[first], first):
            yield msgspec.structs.replace(allegation, first=first, last=last)


def _of_another(sentence: Sentence, allegation: Allegation, verb: int, first: int) -> bool:
    """Tell whether a clause beside what somebody tells is what another tells: "...; the minister confirmed a raid"."""
    told = sentence.tokens[verb].lemma.lower() in violence().words["tell"] | violence().words["deny"]
    apart = sentence.tokens[first - 1].text == ";" or sentence.tokens[first].text == ";"
    return told or (apart and sentence.tokens[allegation.cue].text.lower() == "according")


def unsaid(sentence: Sentence, index: int) -> bool:
    """Tell whether a verb is not told as said: negated, or still to come."""
    return negation(sentence, index) is not None or form_of(sentence, index) in UNTOLD
