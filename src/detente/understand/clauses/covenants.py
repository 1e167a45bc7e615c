"""The obligations of an agreement, clause by clause: who, what, where, by when, verified by whom, each with its words."""

from collections.abc import Iterator

import msgspec

from detente.language import Parsed, Sentence
from detente.language.structure import Clause, clauses_of
from detente.lexicon.covenants import covenants
from detente.model import Actor, ObligationClaim, Span
from detente.understand.clauses.deadlines import due
from detente.understand.clauses.duties import Duty, duties_in, forbidding, led_by
from detente.understand.clauses.paper import Paper
from detente.understand.clauses.triggers import trigger_of
from detente.understand.grammar import children, preposition
from detente.understand.issues import issues_in
from detente.understand.stretches import quote, quote_word, trimmed
from detente.understand.where import place_in


def find_covenants(paper: Paper) -> tuple[ObligationClaim, ...]:
    """Return the obligations of an agreement in reading order; what only allows, defines or regrets gives none."""
    return tuple(one for clause in clauses_of(paper.document.text) for one in _of_clause(paper, clause))


def _of_clause(paper: Paper, clause: Clause) -> Iterator[ObligationClaim]:
    leading = _within(paper.parsed, *clause.lead)[-1:] if clause.lead else []
    case: Span | None = None
    for sentence in _within(paper.parsed, clause.start, clause.end):
        duties = duties_in(sentence, leading[0] if leading else None)
        for number, duty in enumerate(duties):
            after = duties[number + 1].first if number + 1 < len(duties) else len(sentence.tokens)
            case = _case(paper, sentence, duty) or case
            told = _for_case(_told(paper, clause, sentence, duty, max(after, duty.act + 1)), case)
            yield from _for_each(told, *_who(paper, sentence, duty, leading))


def _within(parsed: Parsed, start: int, end: int) -> list[Sentence]:
    return [sentence for sentence in parsed.sentences if start <= sentence.start and sentence.end <= end]


def _told(paper: Paper, clause: Clause, sentence: Sentence, duty: Duty, until: int) -> ObligationClaim:
    """An act of a clause with all that is told of it, whoever is bound."""
    document = paper.document
    first, last = trimmed(sentence, min(duty.first, duty.act), _without_link(sentence, duty.act, until))
    what = quote(document, sentence, first, last)
    times = [time for time in paper.times if time.sentence == sentence.index]
    when = due(sentence, duty.act, until, times, paper.days, document)
    watched, watched_spans = _watched(paper, sentence, duty, until)
    place, place_at = place_in(sentence, paper.cast, duty.act, until, list(duty.who))
    issue = next(iter(issues_in(sentence, document.text, first, last)), None)
    found: dict[str, tuple[Span, ...]] = {"what": (what,), "verified_by": watched_spans}
    found |= {"by_when": (when[1],)} if when else {}
    found |= {"where": (quote(document, sentence, *place_at),)} if place_at else {}
    found |= {"clause": (document.span(*clause.numbered),)} if clause.numbered else {}
    found |= {"duty": (quote_word(document, sentence, forbidding(sentence, duty)),)} if duty.refrain else {}
    found |= {"issue": (quote(document, sentence, issue.first, issue.last),)} if issue else {}
    return ObligationClaim(
        clause=clause.path or None,
        what=what.quote,
        duty="refrain" if duty.refrain else "do",
        issue=issue.id if issue else None,
        by_when=when[0] if when else None,
        where=place,
        verified_by=watched,
        evidence={field: spans for field, spans in found.items() if spans},
        because=(duty.rule,),
    )


def _case(paper: Paper, sentence: Sentence, duty: Duty) -> Span | None:
    found = trigger_of(sentence, duty.act)
    return quote(paper.document, sentence, *found) if found else None


def _for_case(told: ObligationClaim, case: Span | None) -> ObligationClaim:
    """An act for the case that its sentence tells, or an earlier one of the same clause: what follows there is the next step."""
    if case is None:
        return told
    return msgspec.structs.replace(told, trigger=case.quote, evidence={**told.evidence, "trigger": (case,)})


def _for_each(told: ObligationClaim, who: tuple[Actor, ...], spans: tuple[Span, ...]) -> Iterator[ObligationClaim]:
    """An act as an obligation of each who is bound to it, or of nobody where the words name nobody."""
    for actor in who:
        yield msgspec.structs.replace(told, who=actor, evidence={**told.evidence, "who": spans})
    if not who:
        yield told


def _without_link(sentence: Sentence, act: int, until: int) -> int:
    """The end of an act's stretch without the words that only lead to the next act: ", and shall"."""
    while until > act + 1 and sentence.tokens[until - 1].rel in {"cc", "aux", "aux:pass", "mark", "punct"}:
        until -= 1
    return until


def _who(
    paper: Paper, sentence: Sentence, duty: Duty, leading: list[Sentence]
) -> tuple[tuple[Actor, ...], tuple[Span, ...]]:
    """Who is bound: the doers that the sentence names, else those of the words that lead into the item."""
    told = [(sentence, head) for head in duty.who] or [(one, head) for one in leading for head in led_by(one)]
    return _named(paper, told)


def _watched(paper: Paper, sentence: Sentence, duty: Duty, until: int) -> tuple[tuple[Actor, ...], tuple[Span, ...]]:
    """Who verifies: "under the monitoring of the OSCE", "verified by the Commission"; never the act itself."""
    heads = []
    for token in sentence.tokens[duty.act + 1 : until]:
        lemma = token.lemma.lower()
        if lemma in covenants().watch and preposition(sentence, token.index) in {"under", "with"}:
            heads += [one for one in children(sentence, token.index, "nmod") if preposition(sentence, one) == "of"]
        elif lemma in covenants().watching and token.rel in {"acl", "acl:relcl", "advcl"}:
            agents = children(sentence, token.index, "obl", "obl:agent")
            heads += [one for one in agents if preposition(sentence, one) == "by"]
    return _named(paper, [(sentence, head) for head in heads])


def _named(paper: Paper, told: list[tuple[Sentence, int]]) -> tuple[tuple[Actor, ...], tuple[Span, ...]]:
    actors: dict[Actor, None] = {}
    spans: dict[Span, None] = {}
    for sentence, head in told:
        if found := paper.bound.of(sentence, head, paper.cast):
            actors |= dict.fromkeys(found)
            spans[quote(paper.document, sentence, *trimmed(sentence, *sentence.reach(head)))] = None
    return tuple(actors), tuple(spans)
