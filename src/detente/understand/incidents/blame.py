"""Who is blamed for an act that another sentence, or the narrator, tells: "It blamed dissidents", "..., blaming the army"."""

from collections.abc import Iterator

import msgspec

from detente.language import Sentence
from detente.model import Actor, Document, Evidence, IncidentClaim
from detente.understand.actors import Cast
from detente.understand.grammar import children, negation, preposition
from detente.understand.incidents.accusations import tellers_of
from detente.understand.incidents.claim import accused_in
from detente.understand.incidents.claimants import claimant
from detente.understand.sayings.voices import is_voice
from detente.understand.stretches import quote_word
from detente.understand.talks.path import form_of


class Blame(msgspec.Struct, frozen=True, kw_only=True):
    """Who blames (None: left open), whom, and the heads and the verb that say so."""

    by: Actor | None
    teller: int | None
    accused: Actor
    heads: list[int]
    cue: int
    sentence: int


def blames_in(sentence: Sentence, cast: Cast) -> Iterator[Blame]:
    """Yield whom a sentence blames, whatever for."""
    for token in sentence.tokens:
        if token.upos != "VERB" or negation(sentence, token.index) is not None:
            continue
        heads = _blamed(sentence, token.index)
        accused, named = accused_in(sentence, cast, heads)
        if accused is None or form_of(sentence, token.index) in {"will", "would", "may", "should"}:
            continue
        tellers = tellers_of(sentence, token.index)
        by = claimant(sentence, cast, tellers[0]) if tellers else None
        if by is not None and by.description and not _names_a_voice(sentence, tellers[0]):
            by = None  # "they blamed": whoever spoke last
        yield Blame(
            by=by, teller=tellers[0] if by else None, accused=accused, heads=named, cue=token.index, sentence=sentence.index
        )  # fmt: skip


def _names_a_voice(sentence: Sentence, head: int) -> bool:
    return sentence.tokens[head].upos != "PRON" and is_voice(sentence, head)


def _blamed(sentence: Sentence, index: int) -> list[int]:
    """As in "blamed the army", "blamed it on the army", "attributed the attack to the army", "held the army responsible"."""
    lemma, things = sentence.tokens[index].lemma.lower(), children(sentence, index, "obj", "iobj")
    obliques = children(sentence, index, "obl")
    if lemma == "blame":
        return [i for i in obliques if preposition(sentence, i) == "on"] or things
    if lemma == "accuse" and _of_it(sentence, index):
        return things
    if lemma == "point":
        return [i for i in obliques if preposition(sentence, i) in {"at", "to"}]
    if lemma in {"attribute", "pin"}:
        return [i for i in obliques if preposition(sentence, i) in {"to", "on"}]
    responsible = any(
        sentence.tokens[i].text.lower() in {"responsible", "accountable"} for i in sentence.children[index]
    )
    return things if lemma == "hold" and responsible else []


def _of_it(sentence: Sentence, index: int) -> bool:
    """As in "accused Cambodia of planting it", "of being behind the attack"."""
    clauses = children(sentence, index, "advcl", "ccomp", "xcomp", "acl")
    below = [sentence.tokens[one].text.lower() for i in clauses for one in (i, *sentence.children[i])]
    return bool(set(below) & {"it", "this", "them", "behind"})


def blamed(claim: IncidentClaim, blame: Blame, sentence: Sentence, document: Document, *, anew: bool) -> IncidentClaim:
    """Return a claim with whom somebody blames; `anew` where somebody else than its teller does, who then alleges it."""
    evidence: Evidence = dict(claim.evidence)
    evidence["alleged_perpetrator"] = tuple(quote_word(document, sentence, i) for i in blame.heads)
    by, because = claim.alleged_by, f"incidents: blamed by '{sentence.tokens[blame.cue].text}'"
    if anew and blame.teller is not None:
        by = blame.by
        evidence["alleged_by"] = (quote_word(document, sentence, blame.teller),)
    return msgspec.structs.replace(
        claim, alleged_by=by, alleged_perpetrator=blame.accused, evidence=evidence, because=(*claim.because, because)
    )
