"""What others say of an allegation: they deny it, confirm it, or could not verify it."""

from collections.abc import Iterator

from detente.language import Parsed, Sentence
from detente.lexicon.violence import violence
from detente.model import Actor, Answer, Document, IncidentClaim, Span
from detente.understand.actors import Cast
from detente.understand.grammar import children, modal, negation, subjects
from detente.understand.incidents.claimants import claimant

REACH = 2  # sentences after the allegation in which an answer is looked for; set by hand
IT = frozenset(
    "it this that claim accusation allegation charge report statement account any such responsibility".split()
)


def answers_to(
    parsed: Parsed, claim: IncidentClaim, number: int, cast: Cast, document: Document
) -> list[tuple[Answer, Span]]:
    """Return the answers in the sentence that tells a claim, behind the words that tell it, and in the next two."""
    found: list[tuple[Answer, Span]] = []
    by, accused = claim.alleged_by, claim.alleged_perpetrator
    told = max(span.end for span in claim.evidence["kind"])
    for sentence in parsed.sentences[number : number + 1 + REACH]:
        for index, answer in _words(sentence):
            token, tellers = sentence.tokens[index], subjects(sentence, index)
            who = claimant(sentence, cast, tellers[0]) if tellers else None
            if token.start < told or who is None or who == by or not _concerned(answer, who, accused, sentence, index):
                continue
            if all(one.by != who for one, _ in found):
                answered = Answer(by=who, answer=answer)  # type: ignore[arg-type]
                found.append((answered, document.span(token.start, token.end)))
    return found


def _words(sentence: Sentence) -> Iterator[tuple[int, str]]:
    words = violence().words
    for token in sentence.tokens:
        if (said := _said_false(sentence, token.index)) is not None:
            yield said, "denies"
        if token.upos != "VERB":
            continue
        lemma, negated = token.lemma.lower(), negation(sentence, token.index) is not None
        if lemma in words["verify"] and (negated or modal(sentence, token.index) in {"could", "can"}):
            if negated:
                yield token.index, "could_not_verify"
        elif lemma in words["deny"] and not negated:
            yield token.index, "denies"
        elif (lemma == "claim" and not negated and _of_responsibility(sentence, token.index)) or (
            lemma in words["confirm"] and not negated
        ):
            yield token.index, "confirms"
        elif lemma in {"call", "describe", "brand", "label"} and _calls_false(sentence, token.index):
            yield token.index, "denies"


def _said_false(sentence: Sentence, index: int) -> int | None:
    """The verb of whoever says that a charge is false: "said the accusation was untrue"."""
    token = sentence.tokens[index]
    if (
        token.lemma.lower() not in violence().words["false"]
        or token.rel != "ccomp"
        or negation(sentence, index) is not None
    ):
        return None
    return (
        token.head if any(sentence.tokens[i].lemma.lower() in IT for i in children(sentence, index, "nsubj")) else None
    )


def _of_responsibility(sentence: Sentence, index: int) -> bool:
    return any(sentence.tokens[i].lemma.lower() == "responsibility" for i in children(sentence, index, "obj"))


def _calls_false(sentence: Sentence, index: int) -> bool:
    """As in "called the report false", "described the charge as baseless"."""
    first, last = sentence.reach(index)
    return any(sentence.tokens[i].lemma.lower() in violence().words["false"] for i in range(max(first, index), last))


def _concerned(answer: str, who: Actor, accused: Actor | None, sentence: Sentence, index: int) -> bool:
    """The accused answers; whoever speaks of it, this or the charge does so too; anybody may fail to verify it."""
    if answer == "could_not_verify":
        return True
    things = [sentence.tokens[i] for i in children(sentence, index, "obj", "ccomp", "xcomp", "advcl")]
    if accused is not None and (who.party or who.description) in {accused.party, accused.description} - {None}:
        told = violence().verbs.keys() | violence().nouns.keys() | IT
        return answer == "denies" or not things or any(one.lemma.lower() in told for one in things)
    return not things or any(one.lemma.lower() in IT for one in things)
