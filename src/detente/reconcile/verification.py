"""What an incident's entry tells: where, how many, who answers, and how far it was verified, by whose word; never a verdict."""

from collections.abc import Iterable, Mapping
from functools import reduce

import msgspec

from detente.model import Fact, Told
from detente.reconcile.fields import facts, where_value
from detente.reconcile.incidents import WIDEST, claim_of, reach_of


def place(told: Told) -> list[object]:
    """Return where a claim tells that it was, with how exact that is and the district where they are told."""
    where = claim_of(told).where
    more = {name: value for name in ("within_km", "district") if where and (value := getattr(where, name)) is not None}
    return [{**value, **more} for value in where_value(where) if isinstance(value, dict)]


def places_of(rows: Iterable[Told]) -> tuple[Fact, ...]:
    """Return where claims tell that an incident was, the place told most exactly first; a name has its most exact point."""
    exact = sorted(rows, key=lambda told: (_exactness(told), told.order))
    order = {told.claim.id: number for number, told in enumerate(exact)}
    return tuple(sorted(facts(exact, "where", place), key=lambda fact: min(order[claim] for claim in fact.claims)))


def _exactness(told: Told) -> float:
    where = claim_of(told).where
    reach = reach_of(where) if where and where.lat is not None else None
    return WIDEST if reach is None else reach


def counts(told: Told) -> list[object]:
    """Return numbers, each with whose word it is."""
    claim = claim_of(told)
    by = claim.alleged_by.key if claim.alleged_by else None
    return [{**msgspec.to_builtins(count), "by": by} for count in claim.counts]


def answers(told: Told) -> list[object]:
    """Return what others answer."""
    return [{"by": one.by.key, "answer": one.answer} for one in claim_of(told).answers]


ANSWERED = {"denies": "denied", "confirms": "confirmed"}
CORROBORATED = "corroborated independently"
TELLS_OF_IT = frozenset({"alleged", "confirmed", "found"})


def verification(told: Told) -> list[object]:
    """Return the steps of verification that a claim takes, each somebody's word and none a verdict.

    Alleged, denied, confirmed; of a monitor: found, could not be verified, access refused.
    """
    claim = claim_of(told)
    source = told.source("")
    teller = source.chain[-1].name if source and source.chain else told.outlet
    steps: list[tuple[str, str | None]] = [(claim.finding, teller)] if claim.finding else []
    if claim.alleged_by or not claim.finding:
        steps.append(("alleged", claim.alleged_by.key if claim.alleged_by else teller))
    steps += [(ANSWERED.get(one.answer, one.answer), one.by.key) for one in claim.answers]
    return [{"step": step, "by": by} for step, by in steps]


def verified(fields: Mapping[str, tuple[Fact, ...]]) -> tuple[Fact, ...]:
    """Return the steps of an incident; with what its accounts prove together: that independent sources tell of it."""
    steps = fields.get("verification", ())
    tellers = [fact for fact in steps if fact.value["step"] in TELLS_OF_IT]
    if not tellers:
        return steps
    joined = reduce(Fact.joined, tellers)
    if joined.at_least < 2:
        return steps
    return (*steps, msgspec.structs.replace(joined, value={"step": CORROBORATED, "by": None}))
