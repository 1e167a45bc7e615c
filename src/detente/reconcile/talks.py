"""When two talk claims tell of one talk, and the talk that a cluster of them makes.

The weights were set by hand on the gold of talks (tests/gold/talks); `python -m benchmarks.merge` prints what they reach.
"""

from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from itertools import combinations

from detente.geography import distance
from detente.model import StatusReport, Talk, TalkClaim, Told, Where, fingerprint
from detente.reconcile.fields import Values, facts_of, report, when_value, where_value
from detente.reconcile.merging import VETO, Feature, Kind
from detente.reconcile.times import days_apart, days_of, weeks_of, width_of

NEAR = 60.0  # kilometres: a suburb and its city, an airport and its town
CALLS = frozenset({"phone", "video"})
# What a status history comes to: a later word counts over an earlier one of no greater finality.
FINALITY = {
    "rumoured": 0, "uncertain": 0, "proposed": 1, "planned": 2, "postponed": 2, "suspended": 3, "cancelled": 3,
    "under_way": 3, "collapsed": 4, "held": 4,
}  # fmt: skip


def _claim(told: Told) -> TalkClaim:
    assert isinstance(told.claim, TalkClaim)
    return told.claim


# ── which claims to compare ─────────────────────────────────────────────────────────────────────────────────────────


def keys(told: Told) -> Iterable[str]:
    """Yield block keys: pairs of parties, single parties, persons and places, each by week."""
    claim = _claim(told)
    sides = sorted(claim.parties)
    names = [f"{a}+{b}" for a, b in combinations(sides, 2)] or sides
    names += sorted({p.person for p in claim.participants if p.person})
    names += [claim.where.name.lower()] if claim.where and claim.where.kind != "country" else []
    for week in weeks_of(claim.when, told.day):
        yield from (f"{name}@{week}" for name in names)


def account(told: Told) -> Hashable:
    """Return what makes two claims the same account: everything but its status, within one story."""
    claim = _claim(told)
    return (
        told.story,
        (claim.when and (claim.when.earliest, claim.when.latest)) or told.day,
        claim.where and claim.where.name,
        tuple(sorted(claim.parties)),
        tuple(sorted(p.person for p in claim.participants if p.person)),
        claim.format,
    )


def profile(told: Told) -> Hashable:
    """Return all that the reasons below look at, but for the page and its story."""
    claim = _claim(told)
    when, where = claim.when, claim.where
    return (
        told.day,
        when and (when.earliest, when.latest, when.precision),
        where and (where.name.lower(), where.kind, where.country, where.lat, where.lon),
        frozenset(claim.parties),
        frozenset(p.person for p in claim.participants if p.person),
        claim.format in CALLS,
    )


# ── reasons ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _times(a: Told, b: Told) -> float:
    """Overlapping intervals speak for one talk, the more the narrower; intervals apart against it."""
    one, two = _claim(a).when, _claim(b).when
    if one is None or two is None or days_of(one) is None or days_of(two) is None:
        return 0.0
    apart = days_apart(one, two)
    if apart == 0:
        width = max(width_of(one), width_of(two))
        return 2.5 if width <= 2 else 1.5 if width <= 7 else 0.4
    exact = {one.precision, two.precision} <= {"instant", "day", "days"}
    if apart == 1:
        return 0.5
    return VETO if exact else -3.0


def _places(a: Told, b: Told) -> float:
    one, two = _claim(a).where, _claim(b).where
    if one is None or two is None:
        return 0.0
    if one.name.lower() == two.name.lower():
        return 0.5 if "country" in {one.kind, two.kind} else 1.5
    if _contains(one, two) or _contains(two, one) or _near(one, two):
        return 0.5
    known = one.lat is not None and two.lat is not None
    return -3.0 if known or "country" in {one.kind, two.kind} else -1.0


def _contains(one: Where, other: Where) -> bool:
    return one.kind in {"country", "region"} and one.country is not None and one.country == other.country


def _near(one: Where, other: Where) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return distance(one.lat, one.lon, other.lat, other.lon) <= NEAR


def _parties(a: Told, b: Told) -> float:
    """Shared parties for; extra ones a little against, since reports name some and leave out others.

    One shared party beside others on both sides is a host or mediator that meets several: strongly against.
    """
    one, two = set(_claim(a).parties), set(_claim(b).parties)
    if not one or not two:
        return 0.0
    shared = one & two
    if not shared or (len(shared) == 1 and one - two and two - one):
        return -2.5
    return min(1.5, 0.6 * len(shared)) - min(1.2, 0.4 * len(one ^ two))


def _people(a: Told, b: Told) -> float:
    """People in common for; both sides' people told and none in common against."""
    one, two = ({p.person for p in _claim(told).participants if p.person} for told in (a, b))
    if not one or not two:
        return 0.0
    return min(1.5, 0.7 * len(one & two)) if one & two else -1.0


def _format(a: Told, b: Told) -> float:
    calls = [_claim(told).format in CALLS for told in (a, b)]
    return -2.0 if calls[0] != calls[1] else 0.0


def _story(a: Told, b: Told) -> float:
    return 0.5 if a.story and a.story == b.story and a.document != b.document else 0.0


def _telling(a: Told, b: Told) -> float:
    """Undated accounts published weeks apart are hardly of one meeting."""
    if (days_of(_claim(a).when) and days_of(_claim(b).when)) or not (a.day and b.day):
        return 0.0
    gap = abs((date.fromisoformat(a.day) - date.fromisoformat(b.day)).days)
    return 0.7 if gap <= 2 else 0.0 if gap <= 7 else -1.0 if gap <= 21 else -3.0


def _page(a: Told, b: Told) -> float:
    """One page tells two meetings apart where it gives them other days, places or people."""
    if a.document != b.document:
        return 0.0
    contrast = _times(a, b) < 0 or _places(a, b) < 0 or _people(a, b) < 0 or _format(a, b) < 0
    return VETO if contrast else -1.0


KIND = Kind(
    name="talk",
    keys=keys,
    account=account,
    profile=profile,
    features=(
        Feature("the page tells them apart", _page), Feature("dates", _times), Feature("places", _places),
        Feature("parties", _parties), Feature("people", _people), Feature("by phone or in person", _format),
        Feature("one story", _story), Feature("days of telling", _telling),
    ),
)  # fmt: skip


# ── the entry ───────────────────────────────────────────────────────────────────────────────────────────────────────


def talk_of(claims: Iterable[Told], why: tuple[str, ...] = ()) -> Talk:
    """Return the talk that the claims of a cluster make, with the reasons that joined them."""
    rows = sorted(claims, key=lambda told: told.order)
    history = tuple(report(told, _claim(told).status) for told in rows)
    ids = tuple(sorted(told.claim.id for told in rows))
    return Talk(
        id=fingerprint("talk", *ids)[:12],
        claims=ids,
        fields=facts_of(rows, FIELDS),
        history=history,
        standing=standing(history),
        stories=tuple(sorted({told.story for told in rows})),
        why=why,
    )


def standing(history: Sequence[StatusReport]) -> str | None:
    """Return the status that a history comes to; a denial is never it where anyone else tells of the talk.

    >>> report = lambda status, said: StatusReport(status=status, claimant="x", said=said, claim="c")
    >>> standing([report("planned", "2025-12-18"), report("held", "2025-12-21"), report("planned", "2025-12-22")])
    'held'
    """
    found: str | None = None
    for step in history:
        if step.status != "denied" and FINALITY.get(step.status, 0) >= FINALITY.get(found or "", 0):
            found = step.status
    return found or ("denied" if history else None)


def _participants(told: Told) -> list[object]:
    return [{"person": p.person, "description": p.description, "party": p.party} for p in _claim(told).participants]


def _attendance(told: Told) -> list[object]:
    return [
        {"who": p.person or p.description, "attendance": p.attendance}
        for p in _claim(told).participants
        if p.attendance
    ]


FIELDS: dict[str, Values] = {
    "status": lambda told: [_claim(told).status],
    "when": lambda told: when_value(_claim(told).when),
    "where": lambda told: where_value(_claim(told).where),
    "parties": lambda told: list(_claim(told).parties),
    "participants": _participants,
    "attendance": _attendance,
    "mediators": lambda told: list(_claim(told).mediators),
    "host": lambda told: [_claim(told).host],
    "absent": lambda told: [actor.key for actor in _claim(told).absent],
    "format": lambda told: [_claim(told).format],
    "topics": lambda told: list(_claim(told).topics),
    "outcome": lambda told: [_claim(told).outcome],
}
