"""Incidents: alleged violations and reported attacks, who alleges what of whom, how it is answered, and no verdict.

    who alleges (accusations, sayings, records) → what was done → one claim each, with counts and answers

The narrator's own telling makes one only where it says in so many words that a truce was broken.
"""

from collections.abc import Iterator

from detente.language import Parsed, Sentence
from detente.model import Actor, Document, Evidence, IncidentClaim, Span, Where
from detente.understand.actors import Cast
from detente.understand.grammar import possessors
from detente.understand.incidents.acts import Act, acts_in, ranked
from detente.understand.incidents.allegations import Allegation, allegations_in
from detente.understand.incidents.answers import answers_to
from detente.understand.incidents.counts import counts_in
from detente.understand.sayings import Saying
from detente.understand.sourcing import Sources
from detente.understand.stretches import in_headline, quote, quote_word, trimmed
from detente.understand.talks.named import actors_in
from detente.understand.times import TimeMention
from detente.understand.war import is_of_war
from detente.understand.where import place_in

__all__ = ["find_incidents"]


def find_incidents(
    parsed: Parsed, cast: Cast, times: tuple[TimeMention, ...], sayings: tuple[Saying, ...], sources: Sources,
    document: Document,
) -> tuple[IncidentClaim, ...]:  # fmt: skip
    """Return the incidents that a document tells of; none where it speaks of no war and no truce."""
    if not is_of_war(parsed, cast):
        return ()
    found: list[IncidentClaim] = []
    for sentence in parsed.sentences:
        if in_headline(document, sentence):
            continue
        own = [time for time in times if time.sentence == sentence.index]
        for allegation, acts in _alleged(sentence, cast, sayings):
            found.append(_claim(parsed, sentence, allegation, acts, cast, own, sources, document))
    return tuple(found)


def _alleged(sentence: Sentence, cast: Cast, sayings: tuple[Saying, ...]) -> Iterator[tuple[Allegation, list[Act]]]:
    """Yield each allegation of a sentence with the acts that it tells; then what the narrator calls a breach."""
    allegations = allegations_in(sentence, cast, sayings)
    for allegation in allegations:
        acts = ranked(list(acts_in(sentence, cast, allegation.first, allegation.last)))
        if acts or allegation.first == allegation.last:
            yield allegation, acts
    taken = [(a.first, a.last) for a in allegations]
    for act in acts_in(sentence, cast, 0, len(sentence.tokens)):
        told = sentence.tokens[act.token].upos == "VERB" and act.kind.truce and bool(act.doers)
        if told and not any(a <= act.token < b for a, b in taken):
            yield Allegation(cue=act.token, rule="the narrator", first=act.token, last=act.token + 1), [act]


def _claim(
    parsed: Parsed, sentence: Sentence, allegation: Allegation, acts: list[Act], cast: Cast, times: list[TimeMention],
    sources: Sources, document: Document,
) -> IncidentClaim:  # fmt: skip
    first, last = allegation.first, allegation.last
    accused, heads = _perpetrator(sentence, cast, allegation, acts)
    if accused is not None and accused == allegation.by and not acts:
        accused, heads = None, []  # "both sides accused each other": nobody accuses themselves
    acts = _of_others(acts, allegation.by, accused)
    evidence: Evidence = {"kind": tuple(_told(sentence, acts, allegation, document))}
    if allegation.by and allegation.teller is not None:
        evidence["alleged_by"] = (quote_word(document, sentence, allegation.teller),)
    if accused:
        evidence["alleged_perpetrator"] = tuple(quote_word(document, sentence, i) for i in heads)
    time = next((t for t in times if first <= t.first < last and (t.when.earliest or t.when.latest)), None)
    if time:
        evidence["when"] = (quote(document, sentence, time.first, time.last),)
    where, place = place_in(sentence, cast, first, last, skip=heads)
    if place:
        evidence["where"] = (quote(document, sentence, *place),)
    counted = list(counts_in(sentence, first, last, [(t.first, t.last) for t in times]))
    if counted:
        evidence["counts"] = tuple(quote(document, sentence, one.first, one.last) for one in counted)
    answers = answers_to(parsed, sentence, allegation.by, accused, cast, document, last)
    if answers:
        evidence["answers"] = tuple(span for _, span in answers)
    return IncidentClaim(
        kind=acts[0].kind.id if acts else "ceasefire violation",
        alleged_by=allegation.by,
        alleged_perpetrator=accused,
        where=where if isinstance(where, Where) else None,
        when=time.when if time else None,
        counts=tuple(one.count for one in counted),
        answers=tuple(answer for answer, _ in answers),
        evidence=evidence,
        source=sources.at(sentence, acts[0].token if acts else allegation.cue),
        because=(f"incidents: {allegation.rule}, {', '.join(dict.fromkeys(act.kind.id for act in acts))}",),
    )


def _of_others(acts: list[Act], by: Actor | None, accused: Actor | None) -> list[Act]:
    """Nobody alleges a breach of their own: the words are the narrator's, and what they tell is the act itself."""
    own = [act for act in acts if not act.kind.truce]
    return own if by is not None and by == accused and own else acts


def _told(sentence: Sentence, acts: list[Act], allegation: Allegation, document: Document) -> Iterator[Span]:
    """The words that tell what was done: each act with what hangs on it, inside the stretch that alleges it."""
    for act in acts[:1]:
        first, last = sentence.reach(act.token)
        first, last = max(first, allegation.first), min(last, allegation.last)
        yield quote(document, sentence, *trimmed(sentence, min(first, act.token), max(last, act.token + 1)))
    if not acts:
        yield quote_word(document, sentence, allegation.cue)


def _perpetrator(
    sentence: Sentence, cast: Cast, allegation: Allegation, acts: list[Act]
) -> tuple[Actor | None, list[int]]:
    """Who is said to have done it: the accused, else whoever does the first act that names a doer; a party where known."""
    for heads in (allegation.accused, *(act.doers for act in acts)):
        actors = actors_in(sentence, cast, heads)
        owners = [one for i in heads for one in possessors(sentence, i) if cast.parties_of(sentence, one)]
        if actors:
            side = cast.side(actors[0])
            named = [i for i in heads if cast.actors_of(sentence, i)] or list(heads)
            return (Actor(party=side) if side else actors[0]), named[:1]
        if owners:
            return Actor(party=cast.parties_of(sentence, owners[0])[0]), owners[:1]
    return None, []
