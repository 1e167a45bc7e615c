"""The day of a meeting that is told right after another one of its sides, and has no day of its own.

"Mediators failed on Wednesday to bring them together. Borrell met them separately in Brussels." Only the plain past
borrows, and only from the sentence right before.
"""

import msgspec

from detente.understand.talks.draft import Draft

MEETING = frozenset({"meet", "receive", "see"})


def with_days(groups: list[list[Draft]]) -> list[list[Draft]]:
    """Return the talks with days, where the sentence right before tells the day of a talk of all their sides."""
    return [_with_day(group, groups) for group in groups]


def _with_day(group: list[Draft], groups: list[list[Draft]]) -> list[Draft]:
    first = group[0]
    plain = first.rule in MEETING and first.status == "held" and first.status_rule.endswith(", past")
    if not plain or first.order is not None or any(draft.when for draft in group):
        return group
    sides = {actor.party for actor in first.actors if actor.party}
    lender = next((d for other in groups if other is not group for d in other if _lends(d, first, sides)), None)
    if lender is None:
        return group
    dated = msgspec.structs.replace(
        first, when=lender.when, evidence=first.evidence | {"when": lender.evidence["when"]}
    )
    return [dated, *group[1:]]


def _lends(draft: Draft, first: Draft, sides: set[str]) -> bool:
    when = draft.when
    one_day = when is not None and when.earliest is not None and when.earliest == when.latest
    own = {actor.party for actor in draft.actors}
    return one_day and draft.sentence == first.sentence - 1 and len(sides) > 1 and sides <= own
