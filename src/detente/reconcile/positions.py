"""Position tracks: where one party stood on one issue over time, each step dated, with teller and direction."""

from collections.abc import Iterable

from detente.model import PositionClaim, PositionTrack, Stance, Told
from detente.reconcile.sources import fact


def track_key(claim: PositionClaim) -> str:
    """Return the id of the track that a position belongs to.

    >>> track_key(PositionClaim(party="RUS", issue="territory", stance="demand"))
    'RUS:territory'
    """
    return f"{claim.party}:{claim.issue}"


def steps_of(rows: Iterable[Told]) -> list[Stance]:
    """Return the steps of one track that these claims make; one for each day, stance and teller, oldest first."""
    steps: dict[tuple[str, str, str], list[Told]] = {}
    for told in sorted(rows, key=lambda one: one.order):
        claim = _claim(told)
        steps.setdefault((told.day, claim.stance, claim.told_by), []).append(told)
    return [_stance(group) for _, group in sorted(steps.items())]


def track_of(rows: Iterable[Told]) -> PositionTrack:
    """Return the track of one party on one issue, oldest step first."""
    told = list(rows)
    first = _claim(told[0])
    stances = tuple(steps_of(told))
    return PositionTrack(
        id=track_key(first), party=first.party, issue=first.issue, stances=stances, standing=stances[-1].stance,
        claims=tuple(sorted(claim for step in stances for claim in step.claims)),
    )  # fmt: skip


def _claim(told: Told) -> PositionClaim:
    assert isinstance(told.claim, PositionClaim)
    return told.claim


def _stance(group: list[Told]) -> Stance:
    claim = _claim(group[0])
    behind = fact(claim.stance, group, "stance")
    said = next((one.as_said for told in group if (one := _claim(told)).as_said), None)
    direction = next((one.direction for told in group if (one := _claim(told)).direction), None)
    return Stance(
        stance=claim.stance, said=group[0].day or None, told_by=claim.told_by, direction=direction, as_said=said,
        claims=behind.claims, at_least=behind.at_least, at_most=behind.at_most,
    )  # fmt: skip
