"""Accounts of one field that cannot both be true, side by side, with no verdict."""

from collections.abc import Iterator
from datetime import date

from detente.geography import distance
from detente.model import Dispute, Entry, Fact, Incident, Talk
from detente.reconcile.talks import NEAR

FOLLOWED = frozenset({"held", "under_way", "collapsed", "suspended"})


def disputes_of(entry: Entry) -> Iterator[Dispute]:
    """Yield what the accounts of an entry dispute: days, places, attendance, numbers, and whether it was at all."""
    found: list[tuple[str, tuple[Fact, ...]]] = []
    if isinstance(entry, Talk):
        found = [
            ("status", _denied(entry)),
            ("when", _days(entry)),
            ("where", _places(entry)),
            ("attendance", _attendance(entry)),
        ]
    elif isinstance(entry, Incident):
        found = [("answers", _answers(entry)), ("counts", _counts(entry))]
    elif entry.history:
        found = [("status", _denied(entry))]
    for field, accounts in found:
        if accounts:
            yield Dispute(
                id=f"{entry.id}:{field}", about=entry.id, field=field, accounts=accounts, claims=_claims(accounts)
            )


def _claims(accounts: tuple[Fact, ...]) -> tuple[str, ...]:
    return tuple(sorted({claim for fact in accounts for claim in fact.claims}))


def _denied(entry: Entry) -> tuple[Fact, ...]:
    statuses = entry.fields.get("status", ())
    values = {fact.value for fact in statuses}
    return statuses if values & {"denied", "rejected"} and len(values) > 1 else ()


def _days(talk: Talk) -> tuple[Fact, ...]:
    """Days that cannot both be right, told by pages that call the talk by the same status: a new day after a delay is none."""
    facts = talk.fields.get("when", ())
    status = {report.claim: report.status for report in talk.history}
    apart = [
        (a, b)
        for i, a in enumerate(facts)
        for b in facts[i + 1 :]
        if _gap(a, b) > 0
        and {status.get(c) for c in a.claims} & {status.get(c) for c in b.claims} & (FOLLOWED | {"planned"})
    ]
    found = {id(fact): fact for pair in apart for fact in pair}
    return tuple(fact for fact in facts if id(fact) in found)


def _gap(a: Fact, b: Fact) -> int:
    one, two = (
        (fact.value["earliest"] or fact.value["latest"], fact.value["latest"] or fact.value["earliest"])
        for fact in (a, b)
    )
    first, last = max(one[0], two[0])[:10], min(one[1], two[1])[:10]
    return max(0, (date.fromisoformat(first) - date.fromisoformat(last)).days)


def _places(talk: Talk) -> tuple[Fact, ...]:
    facts = talk.fields.get("where", ())
    found = [fact for fact in facts if any(_elsewhere(fact.value, other.value) for other in facts if other is not fact)]
    return tuple(found)


def _elsewhere(one: dict[str, object], other: dict[str, object]) -> bool:
    """Two cities far apart; a country or region that holds the other place is no contradiction."""
    if {one.get("kind"), other.get("kind")} & {"country", "region"} and one.get("country") == other.get("country"):
        return False
    places = [place.get(axis) for place in (one, other) for axis in ("lat", "lon")]
    if all(isinstance(value, float | int) for value in places):
        return distance(*places) > NEAR  # type: ignore[arg-type]
    return one["name"] != other["name"]


def _attendance(talk: Talk) -> tuple[Fact, ...]:
    """Somebody who attended by one account and did not by another."""
    facts = talk.fields.get("attendance", ())
    told: dict[str, set[str]] = {}
    for fact in facts:
        told.setdefault(fact.value["who"], set()).add(fact.value["attendance"])
    torn = {who for who, said in told.items() if "attended" in said and said & {"said_absent", "denied"}}
    return tuple(fact for fact in facts if fact.value["who"] in torn)


def _answers(incident: Incident) -> tuple[Fact, ...]:
    return tuple(fact for fact in incident.fields.get("answers", ()) if fact.value["answer"] == "denies")


def _counts(incident: Incident) -> tuple[Fact, ...]:
    """Different numbers for one thing by different tellers; each stays its teller's."""
    facts = incident.fields.get("counts", ())
    told: dict[str, set[object]] = {}
    for fact in facts:
        told.setdefault(str(fact.value.get("what")), set()).add(fact.value.get("number"))
    torn = {what for what, numbers in told.items() if len(numbers - {None}) > 1}
    return tuple(fact for fact in facts if str(fact.value.get("what")) in torn)
