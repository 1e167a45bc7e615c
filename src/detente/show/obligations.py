"""How each obligation stands at the end of a period, by what is reported of it; no verdict on blame."""

from collections.abc import Iterator

from detente.lexicon.covenants import is_of_breach
from detente.model import FollowUp, Noun, Obligation, ObservationClaim
from detente.reconcile import complied
from detente.record import Record

BROKEN = frozenset({"not met", "disputed"})


class Compliance(Noun, frozen=True, kw_only=True):
    """An obligation and how it stands; `accepted` tells whether a person has accepted it, or a machine proposes it.

    `case` is the case that it is for, in the agreement's words. `steps` are the obligations that the same agreement has for
    a breach, in the order of its clauses: what was agreed to follow where this one is reported not met, or disputed.
    """

    id: str
    who: str | None
    clause: str | None
    under: str | None
    duty: str
    accepted: bool
    case: str | None = None
    stands: FollowUp
    steps: tuple[str, ...] = ()


def _steps(record: Record, owed: list[Obligation]) -> dict[str | None, tuple[str, ...]]:
    """What is agreed to follow a breach, by agreement and in the order of its text."""
    found: dict[str | None, list[tuple[int, str]]] = {}
    for one in owed:
        if not one.withdrawn and is_of_breach(one.value("trigger") or ""):
            told = record.told(one.fields["trigger"][0].claims)
            at = min(claim.claim.evidence["what"][0].start for claim in told)
            found.setdefault(one.value("under"), []).append((at, one.id))
    return {under: tuple(id_ for _, id_ in sorted(rows)) for under, rows in found.items()}


def standings(record: Record, owed: list[Obligation], since: str, day: str) -> Iterator[Compliance]:
    """Yield how each of these obligations stands on a day, by what is reported from another day on; withdrawn ones are left out."""
    unseen, steps = _unseen(record, since, day), _steps(record, owed)
    for one in owed:
        if not one.withdrawn:
            who, clause, under, case = (one.value(field) for field in ("who", "clause", "under", "trigger"))
            stands = complied(one, day, since, unseen)
            yield Compliance(
                id=one.id, who=who, clause=clause, under=under, duty=one.value("duty") or "do", case=case, stands=stands,
                accepted=one.accepted is not None,
                steps=tuple(step for step in steps.get(under, ()) if step != one.id) if stands.state in BROKEN else (),
            )  # fmt: skip


def clause_order(clause: str | None) -> list[tuple[int, str]]:
    """A clause's number as it is counted: 2.b before 10.a."""
    return [(int(part) if part.isdigit() else 0, part) for part in (clause or "").split(".")]


def _unseen(record: Record, since: str, day: str) -> dict[str, tuple[str, ...]]:
    """The observations of a period, told by its last day, that nothing of an area could be seen, by place."""
    found: dict[str, tuple[str, ...]] = {}
    for told in record.observed(since, day):
        claim = told.claim
        if isinstance(claim, ObservationClaim) and claim.seen == "nothing" and claim.where and told.day <= day:
            for place in {claim.where.name.casefold(), (claim.where.district or claim.where.name).casefold()}:
                found[place] = (*found.get(place, ()), claim.id)
    return found


def order(row: Compliance) -> tuple[object, ...]:
    """Return by what obligations are ordered: those due first before those owed all the time, then by clause."""
    return (row.stands.due or "9999", clause_order(row.clause), row.who or "", row.id)
