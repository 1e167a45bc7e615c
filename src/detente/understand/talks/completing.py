"""The state across the table of an armed group, where the words name only the group.

On a page about one state's war with one armed group, "talks with the group" are the state's, and a president or minister
without a country is its own. Between states nothing is completed, and where the page has more than one such pair nothing is.
"""

import msgspec

from detente.model import Actor, Span
from detente.understand.talks.draft import Draft
from detente.understand.talks.pairs import Pair
from detente.understand.talks.reading import Reading

OFFICES = frozenset("president minister premier king general secretary negotiator chief commander".split())


def completed(group: list[Draft], pair: Pair, reading: Reading) -> list[Draft]:
    """Return a talk's drafts with the state beside its armed group, where only the group is named."""
    if pair.group is None:
        return group
    state = next(side for side in pair.sides if side != pair.group)
    actors = [actor for draft in group for actor in draft.actors]
    sides = {reading.cast.side(actor) for actor in actors} - {None}
    ours = {actor.person for actor in actors if _holds_office(actor, reading)}
    if pair.group not in sides or state in sides or not (ours or sides == {pair.group}):
        return group
    return [_with_state(draft, state, ours, pair.spans) for draft in group]


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


def _with_state(draft: Draft, state: str, ours: set[str | None], spans: tuple[Span, ...]) -> Draft:
    actors = tuple(Actor(person=a.person, party=state) if a.person and a.person in ours else a for a in draft.actors)
    if not any(actor.party == state for actor in actors) and draft.actors:
        actors = (*actors, Actor(party=state))
    shown = tuple(dict.fromkeys((*draft.evidence.get("parties", ()), *spans)))
    return msgspec.structs.replace(draft, actors=actors, evidence=draft.evidence | {"parties": shown})
