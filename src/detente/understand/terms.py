"""Terms on the table, in the words used: in whose plan, put by whom, discussed, floated, tabled, accepted or rejected."""

from collections.abc import Iterator

from detente.language import Parsed, Sentence
from detente.lexicon.settlement import frames_in
from detente.model import Actor, Document, PositionClaim, Span, TermClaim
from detente.understand.actors import Cast
from detente.understand.agreements import Named, agreements_in
from detente.understand.grammar import negation, possessors, preposition
from detente.understand.issues import issues_in
from detente.understand.phrasing import act, thing
from detente.understand.positions.matching import Match, matches
from detente.understand.positions.reach import bare_issues, issues_reached
from detente.understand.sourcing import Sources
from detente.understand.stretches import quote, quote_word, telling

STATES = {
    "discuss": "discussed", "develop": "discussed", "propose": "tabled", "offer": "tabled", "demand": "tabled",
    "accept": "accepted", "accept_in_principle": "accepted", "reject": "rejected", "oppose": "rejected",
    "open": "discussed", "condition": "discussed",
}  # fmt: skip
PUTTING = frozenset({"propose", "offer", "develop", "demand"})


def find_terms(
    parsed: Parsed, cast: Cast, positions: tuple[PositionClaim, ...], sources: Sources, document: Document
) -> tuple[TermClaim, ...]:
    """Return the terms that positions put on the table or answer, and those that a plan is told to contain."""
    found: dict[tuple[str, str, str, tuple[str, ...]], TermClaim] = {}
    for claim in (*_of_positions(parsed, positions, document), *_of_plans(parsed, cast, sources, document)):
        found.setdefault((claim.as_said.lower(), claim.issue, claim.state, tuple(one.key for one in claim.by)), claim)
    return tuple(found.values())


def _of_positions(parsed: Parsed, positions: tuple[PositionClaim, ...], document: Document) -> Iterator[TermClaim]:
    """The object of each move on a matter of substance, with the state that the move's own verb gives it."""
    for position in positions:
        if position.stance not in STATES or position.issue.startswith(("process", "unspecified")):
            continue
        words = _in_full(parsed, position.evidence["as_said"][0], document)
        cue = position.evidence["stance"]
        floated = position.strength == "float"
        evidence = {
            "as_said": (words,),
            "issue": position.evidence["issue"],
            "state": cue,
            "by": position.evidence["party"],
        }
        if position.stance in PUTTING:
            evidence["proposed_by"] = position.evidence["party"]
        yield TermClaim(
            as_said=words.quote, issue=position.issue, state="floated" if floated else STATES[position.stance],
            proposed_by=Actor(party=position.party) if position.stance in PUTTING else None,
            by=(Actor(party=position.party),), evidence=evidence, source=position.source,
            because=(f"terms: {position.stance}", *position.because[1:]),
        )  # fmt: skip


def _in_full(parsed: Parsed, span: Span, document: Document) -> Span:
    """The words that name an issue with all that belongs to the thing they name."""
    for sentence in parsed.sentences:
        if sentence.start <= span.start < sentence.end:
            inside = [token.index for token in sentence.tokens if token.start < span.end and span.start < token.end]
            head = next((i for i in inside if sentence.tokens[i].head not in inside), inside[0])
            while sentence.tokens[head].rel in {"nmod", "compound", "amod"} and preposition(sentence, head) in {
                "of",
                None,
            }:
                head = sentence.tokens[head].head  # "the release *of hostages*", "*hostage* release"
            verbal = sentence.tokens[head].upos == "VERB"
            first, last = act(sentence, head) if verbal else thing(sentence, head)
            return quote(document, sentence, min(first, inside[0]), max(last, inside[-1] + 1))
    return span


def _of_plans(parsed: Parsed, cast: Cast, sources: Sources, document: Document) -> Iterator[TermClaim]:
    """What a named plan is told to contain: "the American plan calls for a demilitarised zone"."""
    for sentence in telling(parsed, document):
        named = {one.head: one for one in agreements_in(sentence)}
        for match in matches(sentence, frames_in("content")):
            plan = next((named[one] for one in match.holders if one in named), None)
            if plan is not None and negation(sentence, match.cue) is None:
                yield from _contained(sentence, match, plan, cast, sources, document, parsed.text)


def _contained(
    sentence: Sentence, match: Match, plan: Named, cast: Cast, sources: Sources, document: Document, text: str
) -> Iterator[TermClaim]:
    name = quote(document, sentence, plan.first, plan.last)
    owners = [(side, one) for one in possessors(sentence, plan.head) for side in cast.parties_of(sentence, one)]
    named = issues_in(sentence, text)
    for head in match.about:
        verbal = sentence.tokens[head].upos == "VERB"
        words = quote(document, sentence, *(act(sentence, head) if verbal else thing(sentence, head)))
        for one in issues_reached(sentence, head, match.cue, named) or bare_issues(sentence, head, match.cue):
            evidence: dict[str, tuple[Span, ...]] = {
                "as_said": (words,), "issue": (quote(document, sentence, one.first, one.last),), "plan": (name,),
                "state": (quote_word(document, sentence, match.cue),),
            }  # fmt: skip
            if owners:
                evidence["proposed_by"] = (quote_word(document, sentence, owners[0][1]),)
            yield TermClaim(
                as_said=words.quote, issue=one.id, plan=name.quote, state="tabled",
                proposed_by=Actor(party=owners[0][0]) if owners else None, evidence=evidence,
                source=sources.at(sentence, match.cue),
                because=(f"settlement: content by '{match.frame.head}'", f"issues: {one.id}"),
            )  # fmt: skip
