"""Gaps: where sides are said to differ, and whether the gap is open, narrowed or closed."""

from detente.language import Parsed, Sentence
from detente.lexicon.settlement import frames_in
from detente.model import Document, GapClaim, Span
from detente.understand.actors import Cast
from detente.understand.grammar import children, conjuncts, negation, preposition, shared_modal
from detente.understand.issues import issues_in
from detente.understand.positions.matching import Match, matches
from detente.understand.positions.reach import bare_issues, issues_reached
from detente.understand.sourcing import Sources
from detente.understand.stretches import quote, quote_word, telling


def find_gaps(parsed: Parsed, cast: Cast, sources: Sources, document: Document) -> tuple[GapClaim, ...]:
    """Return where sides are said to differ, one claim for each issue and state."""
    found: dict[tuple[str, str], GapClaim] = {}
    for sentence in telling(parsed, document):
        told = list(matches(sentence, frames_in("gap")))
        inner = {one for match in told if match.frame.move != "open" for one in _objects(sentence, match)}
        for match in told:
            if match.cue not in inner:
                for claim in _claims(sentence, match, cast, sources, document, parsed.text):
                    found.setdefault((claim.issue, claim.state), claim)
    return tuple(found.values())


def _objects(sentence: Sentence, match: Match) -> list[int]:
    """The noun that a narrowing or closing verb takes: it makes no open gap of its own."""
    return children(sentence, match.cue, "obj", "nsubj:pass")


def _claims(
    sentence: Sentence, match: Match, cast: Cast, sources: Sources, document: Document, text: str
) -> list[GapClaim]:
    state = _state(sentence, match)
    sides, heads = _sides(sentence, match, cast)
    named = issues_in(sentence, text)
    claims = []
    for head in match.about:
        for one in issues_reached(sentence, head, match.cue, named) or bare_issues(sentence, head, match.cue):
            evidence: dict[str, tuple[Span, ...]] = {
                "issue": (quote(document, sentence, one.first, one.last),),
                "state": (quote_word(document, sentence, match.cue),),
            }
            if sides:
                evidence["parties"] = tuple(quote_word(document, sentence, i) for i in heads)
            because = (f"settlement: {state} by '{match.frame.head}'", f"issues: {one.id}")
            claims.append(
                GapClaim(
                    parties=sides, issue=one.id, state=state, evidence=evidence, source=sources.at(sentence, match.cue),
                    because=because,
                )
            )  # fmt: skip
    return claims


def _state(sentence: Sentence, match: Match) -> str:
    """A gap that is to be narrowed, or was not, is still open."""
    above = sentence.tokens[match.cue]
    wished = above.rel in {"xcomp", "acl", "advcl"} and above.xpos in {"VB", "VBG"}
    undone = negation(sentence, match.told) is not None or shared_modal(sentence, match.told) is not None or wished
    return "open" if undone and not match.frame.negative else match.frame.move


def _sides(sentence: Sentence, match: Match, cast: Cast) -> tuple[tuple[str, ...], list[int]]:
    """Who differs: the sides named as such, or those between which the gap is; one side alone makes none."""
    between = [
        i for i in children(sentence, match.cue, "nmod", "obl") if preposition(sentence, i) in {"between", "among"}
    ]
    heads = [one for i in (*match.holders, *match.targets, *between) for one in conjuncts(sentence, i)]
    told = [(one, side) for one in heads for side in cast.parties_of(sentence, one)]
    sides = tuple(dict.fromkeys(side for _, side in told))
    return (sides, list(dict.fromkeys(one for one, _ in told))) if len(sides) > 1 else ((), [])
