"""One allegation with the acts that it tells → a claim: who is accused, where, when, how many, each with its words."""

from collections.abc import Iterator, Sequence

from detente.language import Sentence
from detente.model import Actor, Document, Evidence, IncidentClaim, Span, When, Where
from detente.understand.actors import Cast
from detente.understand.grammar import possessors
from detente.understand.incidents.act import Act
from detente.understand.incidents.allegation import Allegation
from detente.understand.incidents.counts import counts_in
from detente.understand.incidents.places import place_of
from detente.understand.sourcing import Sources
from detente.understand.stretches import bare, noun_phrase, quote, quote_word, trimmed
from detente.understand.talks.named import actors_in
from detente.understand.times import TimeMention

Accused = tuple[Actor | None, list[int]]
DOERS = frozenset("NOUN PROPN".split())


def claim_of(
    sentence: Sentence, allegation: Allegation, acts: list[Act], cast: Cast, times: Sequence[TimeMention], sources: Sources,
    document: Document,
) -> IncidentClaim:  # fmt: skip
    """Return the claim of an allegation; what its stretch does not tell is null."""
    first, last = allegation.first, allegation.last
    accused, heads = _accused(sentence, cast, allegation, acts)
    acts = _of_others(acts, allegation.by, accused)
    evidence: Evidence = {"kind": tuple(_told(sentence, acts, allegation, document))}
    if allegation.by and allegation.teller is not None:
        evidence["alleged_by"] = (quote_word(document, sentence, allegation.teller),)
    if accused:
        evidence["alleged_perpetrator"] = tuple(quote_word(document, sentence, i) for i in heads)
    time = _time(sentence, first, last, times)
    if time:
        evidence["when"] = (quote(document, sentence, time.first, time.last),)
    where, place = place_of(sentence, cast, first, last, skip=heads)
    if place:
        evidence["where"] = (quote(document, sentence, *place),)
    counted = list(counts_in(sentence, first, last, [(t.first, t.last) for t in times]))
    if counted:
        evidence["counts"] = tuple(quote(document, sentence, one.first, one.last) for one in counted)
    return IncidentClaim(
        kind=acts[0].kind.id if acts else "ceasefire violation",
        alleged_by=allegation.by,
        alleged_perpetrator=accused,
        where=where if isinstance(where, Where) else None,
        when=_when(time),
        counts=tuple(one.count for one in counted),
        evidence=evidence,
        source=sources.at(sentence, acts[0].token if acts else allegation.cue),
        because=(f"incidents: {allegation.rule}, {', '.join(dict.fromkeys(act.kind.id for act in acts))}",),
    )


def _when(time: TimeMention | None) -> When | None:
    return time.when if time else None


def _time(sentence: Sentence, first: int, last: int, times: Sequence[TimeMention]) -> TimeMention | None:
    """The first day of a stretch that is not that of a truce: "a breach of the ceasefire signed in 2015"."""
    inside = [t for t in times if first <= t.first < last and (t.when.earliest or t.when.latest)]
    return next((t for t in inside if not _of_a_truce(sentence, t.first)), None)


def _of_a_truce(sentence: Sentence, index: int) -> bool:
    return any(sentence.tokens[i].lemma.lower() in TRUCES for i in sentence.ancestors(index)[:3])


TRUCES = frozenset("ceasefire cease-fire truce agreement accord armistice deal pact".split())


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


def _accused(sentence: Sentence, cast: Cast, allegation: Allegation, acts: list[Act]) -> Accused:
    """Who is said to have done it: the accused, else whoever does the first act that names a doer."""
    if allegation.mutual is not None:
        return allegation.mutual, [allegation.cue] if allegation.teller is None else [allegation.teller]
    for heads in (allegation.accused, *(act.doers for act in acts)):
        accused = accused_in(sentence, cast, list(heads))
        if accused[0] is not None and heads == allegation.accused and accused[0] == allegation.by:
            phrase = bare(
                sentence, sentence.reach(heads[0])[0], heads[0] + 1
            )  # nobody accuses themselves: "the coalition" is another
            return Actor(description=phrase), list(heads[:1])
        if accused[0] is not None:
            return accused
    return None, []


def accused_in(sentence: Sentence, cast: Cast, heads: list[int]) -> Accused:
    """Whom these noun phrases accuse: a party where known, else a person, else people by their own words."""
    actors = actors_in(sentence, cast, heads)
    if actors:
        side = cast.side(actors[0])
        named = [i for i in heads if cast.actors_of(sentence, i)] or heads
        return (Actor(party=side) if side else actors[0]), named[:1]
    owners = [one for i in heads for one in possessors(sentence, i) if cast.parties_of(sentence, one)]
    if owners:
        return Actor(party=cast.parties_of(sentence, owners[0])[0]), owners[:1]
    people = [i for i in heads if sentence.tokens[i].upos in DOERS and sentence.tokens[i].lemma.lower() in ARMED]
    phrase = noun_phrase(sentence, people[0]) if people else ""
    return (Actor(description=phrase), people[:1]) if phrase else (None, [])


ARMED = frozenset(
    "gunman militant rebel fighter militia militiaman soldier troop force attacker assailant bandit faction insurgent guerrilla "
    "separatist man enemy unit group paramilitary jihadist settler dissident terrorist mercenary bomber sniper patrol command element".split()
)
