"""Planned against happened: what was announced, and what became of it by a given day."""

from collections.abc import Iterator

from detente.model import Fact, FollowUp, Obligation, Talk

ENDED = frozenset({"cancelled", "postponed", "collapsed"})
HAPPENED = frozenset({"held", "under_way", "suspended", "collapsed"})


def follow_up(entry: Talk | Obligation, today: str) -> Iterator[FollowUp]:
    """Yield what became of an announced talk and of each person expected there, or of an obligation's deadline.

    Nothing is met without a page that says so: what nobody reported after its day stays due and unreported.
    """
    if isinstance(entry, Obligation):
        yield from _deadline(entry, today)
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


def _deadline(entry: Obligation, today: str) -> Iterator[FollowUp]:
    facts = entry.fields.get("by_when", ())
    if not facts:
        return
    due = max((fact.value["latest"] or fact.value["earliest"])[:10] for fact in facts)
    states = {fact.value: fact.claims for fact in entry.fields.get("state", ())}
    what = str(entry.value("what"))
    if "reported done" in states:
        yield FollowUp(what=what, due=due, state="met", claims=states["reported done"])
    elif "reported not done" in states:
        yield FollowUp(what=what, due=due, state="not met", claims=states["reported not done"])
    else:
        yield FollowUp(
            what=what, due=due, state="due, unreported" if due < today[:10] else "ahead", claims=entry.claims
        )
