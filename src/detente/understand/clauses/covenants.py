"""The obligations of an agreement, clause by clause: who, what, where, by when, verified by whom, each with its words."""

from collections.abc import Iterator

import msgspec

from detente.language import Parsed, Sentence
from detente.language.structure import Clause, clauses_of
from detente.lexicon.covenants import covenants
from detente.model import Actor, Covenant, Document, Span
from detente.understand.actors import Cast, find_actors
from detente.understand.clauses.bound import Bound, bound_by
from detente.understand.clauses.deadlines import Days, days_of, due
from detente.understand.clauses.duties import Duty, duties_in, led_by
from detente.understand.grammar import children, preposition
from detente.understand.stretches import quote, trimmed
from detente.understand.times import TimeMention, find_times
from detente.understand.where import place_in


class _Paper(msgspec.Struct, frozen=True, kw_only=True):
    """An agreement as read: its text and all that its head and its days tell."""

    document: Document
    parsed: Parsed
    cast: Cast
    bound: Bound
    days: Days
    times: tuple[TimeMention, ...]


def find_covenants(parsed: Parsed, document: Document) -> tuple[Covenant, ...]:
    """Return the obligations of an agreement in reading order; what only allows, defines or regrets gives none.

    `document` is laid out as an agreement (`detente.read.agreement.as_agreement`) and `parsed` is its headline and body.
    """
    cast = find_actors(parsed, document)
    times = find_times(parsed, document)
    paper = _Paper(
        document=document,
        parsed=parsed,
        cast=cast,
        bound=bound_by(parsed, cast, document),
        days=days_of(parsed, times, document),
        times=times,
    )
    return tuple(one for clause in clauses_of(document.text) for one in _of_clause(paper, clause))


def _of_clause(paper: _Paper, clause: Clause) -> Iterator[Covenant]:
    leading = _within(paper.parsed, *clause.lead)[-1:] if clause.lead else []
    for sentence in _within(paper.parsed, clause.start, clause.end):
        duties = duties_in(sentence, leading[0] if leading else None)
        for number, duty in enumerate(duties):
            after = duties[number + 1].first if number + 1 < len(duties) else len(sentence.tokens)
            yield _covenant(paper, clause, sentence, duty, max(after, duty.act + 1), leading)


def _within(parsed: Parsed, start: int, end: int) -> list[Sentence]:
    return [sentence for sentence in parsed.sentences if start <= sentence.start and sentence.end <= end]


def _covenant(
    paper: _Paper, clause: Clause, sentence: Sentence, duty: Duty, until: int, leading: list[Sentence]
) -> Covenant:
    document = paper.document
    first, last = trimmed(sentence, min(duty.first, duty.act), _without_link(sentence, duty.act, until))
    what = quote(document, sentence, first, last)
    who, who_spans = _who(paper, sentence, duty, leading)
    times = [time for time in paper.times if time.sentence == sentence.index]
    when = due(sentence, duty.act, until, times, paper.days, document)
    watched, watched_spans = _watched(paper, sentence, duty, until)
    place, place_at = place_in(sentence, paper.cast, duty.act, until, list(duty.who))
    found: dict[str, tuple[Span, ...]] = {"what": (what,), "who": who_spans, "verified_by": watched_spans}
    found |= {"by_when": (when[1],)} if when else {}
    found |= {"where": (quote(document, sentence, *place_at),)} if place_at else {}
    return Covenant(
        clause=clause.path,
        what=what.quote,
        who=who,
        duty="refrain" if duty.refrain else "do",
        by_when=when[0] if when else None,
        where=place,
        verified_by=watched,
        evidence={field: spans for field, spans in found.items() if spans},
        because=(duty.rule,),
    )


def _without_link(sentence: Sentence, act: int, until: int) -> int:
    """The end of an act's stretch without the words that only lead to the next act: ", and shall"."""
    while until > act + 1 and sentence.tokens[until - 1].rel in {"cc", "aux", "aux:pass", "mark", "punct"}:
        until -= 1
    return until


def _who(
    paper: _Paper, sentence: Sentence, duty: Duty, leading: list[Sentence]
) -> tuple[tuple[Actor, ...], tuple[Span, ...]]:
    """Who is bound: the doers that the sentence names, else those of the words that lead into the item."""
    told = [(sentence, head) for head in duty.who] or [(one, head) for one in leading for head in led_by(one)]
    return _named(paper, told)


def _watched(paper: _Paper, sentence: Sentence, duty: Duty, until: int) -> tuple[tuple[Actor, ...], tuple[Span, ...]]:
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


def _named(paper: _Paper, told: list[tuple[Sentence, int]]) -> tuple[tuple[Actor, ...], tuple[Span, ...]]:
    actors: dict[Actor, None] = {}
    spans: dict[Span, None] = {}
    for sentence, head in told:
        if found := paper.bound.of(sentence, head, paper.cast):
            actors |= dict.fromkeys(found)
            spans[quote(paper.document, sentence, *trimmed(sentence, *sentence.reach(head)))] = None
    return tuple(actors), tuple(spans)
