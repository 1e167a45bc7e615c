"""Alleged violations: who alleges what of whom, the answer given, and no verdict.

Read only where somebody accuses, or says that a truce was violated; the narrator's own telling of an attack makes none.
"""

import re
from collections.abc import Iterator

from detente.language import Parsed, Sentence
from detente.model import Actor, Answer, Count, Document, Evidence, IncidentClaim, Span
from detente.understand.actors import Cast, as_speaker
from detente.understand.grammar import children, negation, objects, subjects
from detente.understand.sayings import Saying
from detente.understand.sourcing import Sources
from detente.understand.stretches import quote, quote_word
from detente.understand.times import TimeMention

ACCUSING = frozenset("accuse blame".split())
VIOLATING = frozenset("violate breach break".split())
TRUCE = re.compile(r"\b(?:cease-?fire|truce|agreement|accord|deal)\b", re.IGNORECASE)
KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ceasefire violation", re.compile(r"\b(?:violat|breach|break|broke)\w*", re.IGNORECASE)),
    ("mines", re.compile(r"\b(?:land)?mines?\b", re.IGNORECASE)),
    ("shelling", re.compile(r"\bshell(?:ed|ing)\b", re.IGNORECASE)),
    ("strike", re.compile(r"\b(?:air ?)?strikes?\b|\bbomb(?:ed|ing)\b|\bdrones?\b", re.IGNORECASE)),
    ("attack", re.compile(r"\battack(?:ed|ing|s)?\b", re.IGNORECASE)),
    ("killing", re.compile(r"\bkill(?:ed|ing)\b", re.IGNORECASE)),
)
NUMBER = re.compile(r"\b(?P<bound>at least|more than|over|up to|at most)?\s*(?P<n>\d{1,3}(?:,\d{3})*|\d+)\s+(?P<what>times|violations|breaches|people|civilians|soldiers)\b", re.IGNORECASE)  # fmt: skip
ANSWERS = {"deny": "denies", "reject": "denies", "dismiss": "denies", "confirm": "confirms", "acknowledge": "confirms", "verify": "could_not_verify"}  # fmt: skip


def find_incidents(
    parsed: Parsed, cast: Cast, times: tuple[TimeMention, ...], sayings: tuple[Saying, ...], sources: Sources,
    document: Document,
) -> tuple[IncidentClaim, ...]:  # fmt: skip
    """Return the alleged violations that a document tells of, each with the answers in the same or the next sentences."""
    found: list[IncidentClaim] = []
    for sentence in parsed.sentences:
        for cue, alleger, accused in _accusations(sentence, cast, sayings, parsed.text):
            found.append(_claim(parsed, sentence, cue, alleger, accused, cast, times, sources, document))
    return tuple(found)


def _accusations(
    sentence: Sentence, cast: Cast, sayings: tuple[Saying, ...], text: str
) -> Iterator[tuple[int, tuple[int, Actor], tuple[int, Actor] | None]]:
    """Yield the word that alleges, who alleges, and who is accused."""
    for token in sentence.tokens:
        if token.upos != "VERB" or negation(sentence, token.index) is not None:
            continue
        if token.lemma in ACCUSING:
            alleger = _first(sentence, cast, subjects(sentence, token.index))
            accused = _first(sentence, cast, children(sentence, token.index, "obj"))
            if alleger and _kind(sentence, token.index, text):
                yield token.index, alleger, accused
        elif token.lemma in VIOLATING and _is_truce(sentence, token.index):
            saying = next(
                (s for s in sayings if s.sentence == sentence.index and s.content[0] <= token.index < s.content[1]),
                None,
            )
            accused = _first(sentence, cast, subjects(sentence, token.index))
            if saying and saying.actor and saying.speaker is not None and accused:
                yield token.index, (saying.speaker, saying.actor), accused


def _kind(sentence: Sentence, index: int, text: str) -> tuple[str, re.Match[str]] | None:
    """What is alleged: the first kind whose words stand in the accusation; the match is placed in the text."""
    first, last = sentence.reach(index)
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    return next(((name, match) for name, pattern in KINDS if (match := pattern.search(text, start, end))), None)


def _is_truce(sentence: Sentence, index: int) -> bool:
    return any(TRUCE.search(sentence.tokens[i].text) for i in objects(sentence, index))


def _first(sentence: Sentence, cast: Cast, heads: list[int]) -> tuple[int, Actor] | None:
    for head in heads:
        actors = cast.actors_of(sentence, head)
        if actors:
            return head, actors[0]
    return None


def _claim(
    parsed: Parsed, sentence: Sentence, cue: int, alleger: tuple[int, Actor], accused: tuple[int, Actor] | None,
    cast: Cast, times: tuple[TimeMention, ...], sources: Sources, document: Document,
) -> IncidentClaim:  # fmt: skip
    first, last = sentence.reach(cue)
    tokens = sentence.tokens
    text = document.text[tokens[first].start : tokens[last - 1].end]
    kind, match = _kind(sentence, cue, document.text) or ("violation", None)
    evidence: Evidence = {
        "kind": (document.span(*match.span()) if match else quote_word(document, sentence, cue),),
        "alleged_by": (quote_word(document, sentence, alleger[0]),),
    }
    if accused:
        evidence["alleged_perpetrator"] = (quote_word(document, sentence, accused[0]),)
    time = next((t for t in times if t.sentence == sentence.index and first <= t.first < last), None)
    if time:
        evidence["when"] = (quote(document, sentence, time.first, time.last),)
    counts = tuple(_counts(text))
    if counts:
        evidence["counts"] = tuple(
            document.span(tokens[first].start + m.start(), tokens[first].start + m.end()) for m in NUMBER.finditer(text)
        )
    answers = _answers(parsed, sentence, accused, cast, document)
    if answers:
        evidence["answers"] = tuple(span for _, span in answers)
    return IncidentClaim(
        kind=kind,
        alleged_by=as_speaker(alleger[1]),
        alleged_perpetrator=as_speaker(accused[1]) if accused else None,
        when=time.when if time else None,
        counts=counts,
        answers=tuple(answer for answer, _ in answers),
        evidence=evidence,
        source=sources.at(sentence, cue),
        because=(f"incidents: {tokens[cue].lemma}",),
    )


def _counts(text: str) -> Iterator[Count]:
    """Numbers as said: a floor has only `at_least`, a cap only `at_most`."""
    for match in NUMBER.finditer(text):
        number, bound = float(match["n"].replace(",", "")), (match["bound"] or "").lower()
        if bound in {"at least", "more than", "over"}:
            yield Count(what=match["what"], at_least=number)
        elif bound in {"up to", "at most"}:
            yield Count(what=match["what"], at_most=number)
        else:
            yield Count(what=match["what"], number=number)


def _answers(
    parsed: Parsed, sentence: Sentence, accused: tuple[int, Actor] | None, cast: Cast, document: Document
) -> list[tuple[Answer, Span]]:
    """What others say of it in this sentence and the two that follow: denied, confirmed, could not be verified."""
    found: list[tuple[Answer, Span]] = []
    for other in parsed.sentences[sentence.index : sentence.index + 3]:
        for token in other.tokens:
            answer = ANSWERS.get(token.lemma)
            if token.upos != "VERB" or answer is None:
                continue
            denied = negation(other, token.index) is not None
            if (answer == "could_not_verify") != denied:
                continue
            by = _first(other, cast, subjects(other, token.index))
            concerned = by and (answer == "could_not_verify" or (accused and by[1].party == accused[1].party))
            if by and concerned:
                found.append((Answer(by=by[1], answer=answer), document.span(token.start, token.end)))  # type: ignore[arg-type]
    return found
