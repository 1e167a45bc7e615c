"""What others say of an allegation: they deny it, confirm it, or could not verify it."""

from collections.abc import Iterator

from detente.language import Parsed, Sentence
from detente.lexicon.violence import violence
from detente.model import Actor, Answer, Document, Span
from detente.understand.actors import Cast
from detente.understand.grammar import children, modal, negation, subjects
from detente.understand.incidents.allegations import claimant

REACH = 2  # sentences after the allegation in which an answer is looked for; set by hand
IT = frozenset("it this that claim accusation allegation charge report statement account any such".split())


def answers_to(
    parsed: Parsed,
    sentence: Sentence,
    by: Actor | None,
    accused: Actor | None,
    cast: Cast,
    document: Document,
    last: int,
) -> list[tuple[Answer, Span]]:
    """Return the answers in the rest of a sentence, from token `last` on, and in the next two."""
    found: list[tuple[Answer, Span]] = []
    for other in parsed.sentences[sentence.index : sentence.index + 1 + REACH]:
        for index, answer in _words(other):
            if other is sentence and index < last:
                continue
            tellers = subjects(other, index)
            who = claimant(other, cast, tellers[0]) if tellers else None
            if who is None or (by is not None and who == by) or not _concerned(answer, who, accused, other, index):
                continue
            span = document.span(other.tokens[index].start, other.tokens[index].end)
            if all(one.by != who for one, _ in found):
                found.append((Answer(by=who, answer=answer), span))  # type: ignore[arg-type]
    return found


def _words(sentence: Sentence) -> Iterator[tuple[int, str]]:
    words = violence().words
    for token in sentence.tokens:
        if token.upos != "VERB":
            continue
        lemma, negated = token.lemma.lower(), negation(sentence, token.index) is not None
        if lemma in words["verify"] and (negated or modal(sentence, token.index) in {"could", "can"}):
            if negated:
                yield token.index, "could_not_verify"
        elif lemma in words["deny"] and not negated:
            yield token.index, "denies"
        elif lemma in words["confirm"] and not negated:
            yield token.index, "confirms"
        elif lemma in {"call", "describe", "brand", "label"} and _calls_false(sentence, token.index):
            yield token.index, "denies"


def _calls_false(sentence: Sentence, index: int) -> bool:
    """As in "called the report false", "described the charge as baseless"."""
    first, last = sentence.reach(index)
    return any(sentence.tokens[i].lemma.lower() in violence().words["false"] for i in range(max(first, index), last))


def _concerned(answer: str, who: Actor, accused: Actor | None, sentence: Sentence, index: int) -> bool:
    """The accused answers; whoever speaks of it, this or the charge does so too; anybody may fail to verify it."""
    if answer == "could_not_verify":
        return True
    if accused is not None and (who.party or who.description) in {accused.party, accused.description} - {None}:
        return True
    things = children(sentence, index, "obj", "ccomp")
    return not things or any(sentence.tokens[i].lemma.lower() in IT for i in things)
