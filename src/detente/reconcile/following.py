"""Planned against happened, owed against reported: what was announced, and what became of it by a given day."""

from collections.abc import Iterator, Mapping
from typing import Literal

from detente.model import Fact, FollowUp, Obligation, Talk

ENDED = frozenset({"cancelled", "postponed", "collapsed"})
HAPPENED = frozenset({"held", "under_way", "suspended", "collapsed"})


State = Literal["met", "not met", "disputed"]
STATES: dict[str, State] = {"reported done": "met", "reported not done": "not met", "disputed": "disputed"}


def follow_up(entry: Talk | Obligation, today: str) -> Iterator[FollowUp]:
    """Yield what became of an announced talk and of each person expected there, or of an obligation.

    Nothing is met without a page that says so: what nobody reported after its day stays due and unreported.
    """
    if isinstance(entry, Obligation):
        yield complied(entry, today)
        return
    statuses = {report.status for report in entry.history}
    if "planned" not in statuses:
        return
    due = _due(entry.fields.get("when", ()), _claims_with(entry, "planned"))
    held = _claims_with(entry, *HAPPENED)
    if held:
        yield FollowUp(what="talk", due=due, state="met", claims=held)
        yield from _people(entry, due)
    elif statuses & ENDED:
        yield FollowUp(what="talk", due=due, state="not met", claims=_claims_with(entry, *ENDED))
    else:
        late = bool(due and due < today[:10])
        yield FollowUp(
            what="talk", due=due, state="due, unreported" if late else "ahead", claims=_claims_with(entry, "planned")
        )


def _claims_with(entry: Talk, *statuses: str) -> tuple[str, ...]:
    return tuple(report.claim for report in entry.history if report.status in statuses)


def _due(times: tuple[Fact, ...], planned: tuple[str, ...]) -> str | None:
    """The last day that the latest plan names."""
    days = [fact.value["latest"] or fact.value["earliest"] for fact in times if set(fact.claims) & set(planned)]
    return max((day[:10] for day in days if day), default=None)


def _people(entry: Talk, due: str | None) -> Iterator[FollowUp]:
    told: dict[str, dict[str, tuple[str, ...]]] = {}
    for fact in entry.fields.get("attendance", ()):
        told.setdefault(fact.value["who"], {})[fact.value["attendance"]] = fact.claims
    for who, said in sorted(told.items()):
        if "expected" in said:
            absent = said.get("said_absent") or said.get("denied")
            if "attended" in said:
                yield FollowUp(what=who, due=due, state="met", claims=said["attended"])
            elif absent:
                yield FollowUp(what=who, due=due, state="not met", claims=absent)
            else:
                yield FollowUp(what=who, due=due, state="due, unreported", claims=said["expected"])


def complied(entry: Obligation, today: str, since: str = "", unseen: Mapping[str, tuple[str, ...]] = {}) -> FollowUp:
    """Return how an obligation stands on a day by what each teller last reported of it, and never by whose fault.

    What has no day it is due by is owed all the time: only reports from `since` on count for it. `unseen` are the
    observations that little or nothing was seen, by the place or district they are of, in small letters.
    """
    days = [fact.value["latest"] or fact.value["earliest"] for fact in entry.fields.get("by_when", ())]
    due = max((day[:10] for day in days), default=None)
    last = {
        one.claimant: one
        for one in sorted(entry.history, key=lambda one: (one.said or "", one.claim))
        if one.status in STATES and (one.said or "")[:10] <= today[:10] and (due or (one.said or "9999") >= since)
    }
    said = {one.status for one in last.values()}
    blind = tuple(claim for place in _places(entry) for claim in unseen.get(place, ()))
    what, claims = str(entry.value("what")), tuple(sorted(one.claim for one in last.values()))
    if said:
        only = next(iter(said)) if len(said) == 1 else "disputed"
        return FollowUp(what=what, due=due, state=STATES[only], claims=claims)
    if due and due >= today[:10]:
        return FollowUp(what=what, due=due, state="ahead", claims=entry.claims)
    if blind:
        return FollowUp(what=what, due=due, state="not observable", claims=blind)
    return FollowUp(what=what, due=due, state="due, unreported" if due else "no report", claims=entry.claims)


def _places(entry: Obligation) -> set[str]:
    return {str(value["name"]).casefold() for value in entry.values("where")}
