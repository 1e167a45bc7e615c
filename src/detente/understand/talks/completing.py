"""The state across the table of an armed group, where the words name only the group.

On a page about one state's war with one armed group, "talks with the group" are the state's, and a president or minister
without a country is its own. Between states nothing is completed, and where the page has more than one such pair nothing is.
"""

from collections import Counter

import msgspec

from detente.lexicon.parties import parties
from detente.model import Actor, Evidence
from detente.understand.actors.home import home_state
from detente.understand.talks.draft import Draft
from detente.understand.talks.reading import Reading

TWICE = 2  # how much more often than another state of the page the group's adversary is named; set by hand
OFFICES = frozenset("president minister premier king general secretary negotiator chief commander".split())


class Pair(msgspec.Struct, frozen=True):
    """The one state and the one armed group of a page."""

    state: str
    group: str


def conflict_pair(reading: Reading) -> Pair | None:
    """Return the state and the armed group that a page is about, or None where it is not about one such pair."""
    counts: Counter[str] = Counter()
    for mention in reading.cast.mentions:
        for actor in mention.actors:
            if actor.party and mention.kind != "person" and not mention.place:
                counts[actor.party] += 1
    kind = {id_: parties()[id_].kind for id_ in counts if id_ in parties()}
    groups = [id_ for id_, _ in counts.most_common() if kind.get(id_) == "armed group"]
    states = [id_ for id_, _ in counts.most_common() if kind.get(id_) == "state"]
    home = home_state(reading.parsed, reading.document)
    state = home or _far_ahead(states, counts)
    return Pair(state, groups[0]) if groups and state and _is_first(groups, counts) else None


def _far_ahead(states: list[str], counts: Counter[str]) -> str | None:
    if not states or counts[states[0]] < TWICE:
        return None
    return states[0] if len(states) == 1 or counts[states[0]] >= TWICE * counts[states[1]] else None


def _is_first(groups: list[str], counts: Counter[str]) -> bool:
    return len(groups) == 1 or counts[groups[0]] > counts[groups[1]]


def completed(group: list[Draft], pair: Pair, reading: Reading) -> list[Draft]:
    """Return a talk's drafts with the state beside its armed group, where only the group is named."""
    actors = [actor for draft in group for actor in draft.actors]
    sides = {reading.cast.side(actor) for actor in actors} - {None}
    ours = {actor.person for actor in actors if _holds_office(actor, reading)}
    if pair.group not in sides or pair.state in sides or not (ours or sides == {pair.group}):
        return group
    spans = _spans(pair.state, reading)
    return [_with_state(draft, pair.state, ours, spans) for draft in group]


def _holds_office(actor: Actor, reading: Reading) -> bool:
    """Tell whether somebody without a side has a state's office by a title that names no other."""
    if not actor.person or reading.cast.side(actor):
        return False
    for title in reading.cast.titles:
        sentence = reading.parsed.sentences[title.sentence]
        if title.person == actor.person and sentence.tokens[title.head].lemma.lower() in OFFICES:
            return not any(
                m.first in range(title.first, title.last) for m in reading.cast.within(sentence) if m.kind == "name"
            )
    return False


def _spans(state: str, reading: Reading) -> Evidence:
    """The first words of the page that name the state."""
    for mention in reading.cast.mentions:
        if any(actor.party == state for actor in mention.actors) and mention.kind != "person":
            sentence = reading.parsed.sentences[mention.sentence]
            first, last = sentence.tokens[mention.first].start, sentence.tokens[mention.last - 1].end
            return {"parties": (reading.document.span(first, last),)}
    return {}


def _with_state(draft: Draft, state: str, ours: set[str | None], spans: Evidence) -> Draft:
    actors = tuple(Actor(person=a.person, party=state) if a.person and a.person in ours else a for a in draft.actors)
    if not any(actor.party == state for actor in actors) and draft.actors:
        actors = (*actors, Actor(party=state))
    evidence = {**draft.evidence}
    for field, found in spans.items():
        evidence[field] = tuple(dict.fromkeys((*evidence.get(field, ()), *found)))
    return msgspec.structs.replace(draft, actors=actors, evidence=evidence)
