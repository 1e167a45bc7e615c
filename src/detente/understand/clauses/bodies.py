"""The mechanisms of an agreement: which body watches what, by which means, on which mandate, to whom it reports, what follows a breach.

Everything is told by the obligations of the clauses: a body watches where an act of watching is its own, or where an act
is to be verified by it. What no clause tells stays null.
"""

from collections.abc import Iterator, Sequence

from detente.language import Sentence
from detente.lexicon.covenants import covenants, is_of_breach
from detente.model import Actor, MechanismClaim, ObligationClaim, Span
from detente.understand.clauses.paper import Paper
from detente.understand.grammar import children, preposition
from detente.understand.stretches import quote, trimmed

Words = tuple[str, tuple[Span, ...]]


def find_bodies(paper: Paper, owed: Sequence[ObligationClaim]) -> tuple[MechanismClaim, ...]:
    """Return what the clauses have watched by whom, one claim for each body and thing watched, in reading order."""
    found: dict[tuple[str, str], MechanismClaim] = {}
    for one in owed:
        for body, spans, watched in _watching(paper, one):
            if body not in paper.bound.parties:
                found.setdefault(
                    (body.key.lower(), watched[0].lower()), _claim(paper, one, (body, spans), watched, owed)
                )
    return tuple(found.values())


def _watching(paper: Paper, one: ObligationClaim) -> Iterator[tuple[Actor, tuple[Span, ...], Words]]:
    """Who watches what by an obligation: whoever is bound to watch it, and whoever verifies an act."""
    if one.who is not None and (at := _verb(paper, one, covenants().watching | covenants().watch)) is not None:
        sentence, verb = at
        for head in (*children(sentence, verb, "obj"), *_after(sentence, verb)):
            if sentence.tokens[head].upos == "PRON":
                continue  # "verify and monitor them": what that is stands elsewhere
            span = quote(paper.document, sentence, *trimmed(sentence, *sentence.reach(head)))
            yield one.who, one.evidence["who"], (span.quote, (span,))
            break
    for body in one.verified_by:
        yield body, one.evidence["verified_by"], (one.what, one.evidence["what"])


def _after(sentence: Sentence, verb: int) -> list[int]:
    """What watching is told of by a preposition: "monitoring compliance with", "responsible for the monitoring of"."""
    return [i for i in children(sentence, verb, "obl", "nmod") if preposition(sentence, i) == "of"]


def _verb(paper: Paper, one: ObligationClaim, verbs: frozenset[str]) -> tuple[Sentence, int] | None:
    """The word of an act, where it is one of these verbs, or the noun of one: its first verb or noun."""
    what = one.evidence["what"][0]
    for sentence in paper.parsed.sentences:
        if sentence.start <= what.start < sentence.end:
            own = (
                one for one in sentence.tokens if what.start <= one.start < what.end and one.upos in {"VERB", "NOUN"}
            )
            first = next(own, None)
            return (sentence, first.index) if first is not None and first.lemma.lower() in verbs else None
    return None


def _claim(
    paper: Paper, one: ObligationClaim, body: tuple[Actor, tuple[Span, ...]], watched: Words, owed: Sequence[ObligationClaim]
) -> MechanismClaim:  # fmt: skip
    own = [other for other in owed if other.who is not None and other.who.key.lower() == body[0].key.lower()]
    step = next((other for other in own if is_of_breach(other.trigger or "")), None)
    told: dict[str, Words | None] = {
        "means": _means(paper, one), "mandate": _mandate(paper, body[0]),
        "reporting": next(((other.what, other.evidence["what"]) for other in own if _verb(paper, other, covenants().reporting)), None),
        "trigger": (step.trigger or "", step.evidence["trigger"]) if step else None,
        "response": (step.what, step.evidence["what"]) if step else None,
    }  # fmt: skip
    kept = {name: words for name, words in told.items() if words}
    evidence = {"run_by": body[1], "watches": watched[1], **{name: words[1] for name, words in kept.items()}}
    clause = {"clause": one.evidence["clause"]} if "clause" in one.evidence else {}
    return MechanismClaim(
        watches=watched[0], run_by=body[0], clause=one.clause, evidence=evidence | clause, because=("clauses: who watches",),
        **{name: words[0] for name, words in kept.items()},  # type: ignore[arg-type]
    )  # fmt: skip


def _means(paper: Paper, one: ObligationClaim) -> Words | None:
    """With what it watches: "with all technical means, including satellites and drones"."""
    what = one.evidence["what"][0]
    for sentence in paper.parsed.sentences:
        if sentence.start <= what.start < sentence.end:
            for token in sentence.tokens:
                fits = token.lemma.lower() in covenants().means and token.start >= what.start
                if fits and preposition(sentence, token.index) in {"with", "through", "using", "by"}:
                    span = quote(paper.document, sentence, *trimmed(sentence, *sentence.reach(token.index)))
                    return span.quote, (span,)
    return None


def _mandate(paper: Paper, body: Actor) -> Words | None:
    """The words of its mandate, in a sentence that names it: "the Mission, with the mandate to monitor ..."."""
    for sentence in paper.parsed.sentences:
        for token in sentence.tokens:
            if (
                token.lemma.lower() == "mandate"
                and children(sentence, token.index, "acl", "nmod")
                and _names(paper, sentence, body)
            ):
                span = quote(paper.document, sentence, *trimmed(sentence, *sentence.reach(token.index)))
                return span.quote, (span,)
    return None


def _names(paper: Paper, sentence: Sentence, body: Actor) -> bool:
    """Whether a sentence tells of a body: as its subject, object or owner, by whatever name the agreement has for it."""
    return any(
        body in paper.bound.of(sentence, token.index, paper.cast)
        for token in sentence.tokens
        if token.upos in {"NOUN", "PROPN"}
    )
