"""Agreements, obligations, ceasefires and incidents: when two claims tell of one, and the entry that a cluster makes.

The weights were set by hand; a ceasefire file of many incidents has its own measurements.
"""

from collections.abc import Callable, Iterable
from datetime import date

from detente.model import (
    Agreement,
    AgreementClaim,
    Ceasefire,
    CeasefireClaim,
    Incident,
    IncidentClaim,
    Obligation,
    ObligationClaim,
    Told,
    When,
    Where,
    fingerprint,
)
from detente.reconcile.fields import Values, actor_value, facts_of, report, when_value, where_value
from detente.reconcile.incidents import KIND as INCIDENTS
from detente.reconcile.incidents import account, profile
from detente.reconcile.merging import Feature, Kind
from detente.reconcile.times import TELLING, days_apart, days_of, weeks_of
from detente.reconcile.verification import answers, counts, place, places_of, verification, verified

Happening = Agreement | Obligation | Ceasefire | Incident
SMALL = frozenset("the a an of on for and to in peace plan deal agreement draft framework proposal accord".split())


def words(text: str | None) -> frozenset[str]:
    """Return the telling words of a name or clause."""
    return frozenset((text or "").lower().replace("-", " ").replace("'s", "").split()) - SMALL


# ── what they have in common ────────────────────────────────────────────────────────────────────────────────────────


def _get(told: Told, *names: str) -> object:
    return next((value for name in names if (value := getattr(told.claim, name, None))), None)


def _when(told: Told) -> When | None:
    found = _get(told, *(("start",) if isinstance(told.claim, CeasefireClaim) else ("when", "by_when")))
    return found if isinstance(found, When) else None


def _times(a: Told, b: Told) -> float:
    one, two = _when(a), _when(b)
    if one is None or two is None:
        return 0.0
    apart = days_apart(one, two)
    return 1.0 if apart == 0 else 0.2 if apart == 1 else -2.0


def _telling(a: Told, b: Told) -> float:
    """Undated things are one only where they are told at about the same time."""
    if (days_of(_when(a)) and days_of(_when(b))) or not (a.day and b.day):
        return 0.0
    gap = abs((date.fromisoformat(a.day) - date.fromisoformat(b.day)).days)
    return 0.5 if gap <= 3 else 0.0 if gap <= 14 else -1.5


def _same(field: str, equal: float, differ: float) -> Callable[[Told, Told], float]:
    def weigh(a: Told, b: Told) -> float:
        one, two = getattr(a.claim, field, None), getattr(b.claim, field, None)
        if not one or not two:
            return 0.0
        if isinstance(one, tuple):
            return equal if set(one) & set(two) else differ
        return equal if _bare(one) == _bare(two) else differ

    return weigh


def _bare(value: object) -> object:
    """A place by its name, an actor by its party or most specific name, a word in small letters."""
    if isinstance(value, Where):
        return value.name.lower()
    party = getattr(value, "party", None)
    return party or getattr(value, "key", None) or str(value).lower()


def _sides(a: Told, b: Told) -> float:
    """Sides in common speak for one truce; the same two sides on both, told at one time, are enough."""
    one, two = set(_get(a, "parties") or ()), set(_get(b, "parties") or ())  # type: ignore[call-overload]
    if not one or not two:
        return 0.0
    return -2.0 if not one & two else 1.5 if one == two and len(one) > 1 else 1.2


def _wording(field: str) -> Callable[[Told, Told], float]:
    """Names and clauses that share most of their telling words speak for one thing."""

    def weigh(a: Told, b: Told) -> float:
        one, two = words(getattr(a.claim, field)), words(getattr(b.claim, field))
        if not one or not two:
            return 0.0
        share = len(one & two) / min(len(one), len(two))
        return 2.0 if share >= 0.75 else 0.5 if share >= 0.5 else -1.5

    return weigh


def _keys(*fields: str, near: int = TELLING) -> Callable[[Told], Iterable[str]]:
    """Block keys: each of these fields by week, and each telling word of a name; undated ones around their telling."""

    def keys(told: Told) -> Iterable[str]:
        names: set[str] = set()
        for field in fields:
            value = getattr(told.claim, field, None)
            if field in {"name", "what"}:
                names |= words(str(value))
            elif value:
                names |= {str(_bare(one)) for one in (value if isinstance(value, tuple) else (value,))}
        for week in weeks_of(_when(told), told.day, near):
            yield from (f"{name}@{week}" for name in sorted(names))

    return keys


def _agreement(a: Told, b: Told) -> float:
    """Obligations under agreements of other names are two; one name alone does not make them one."""
    one, two = (_get(told, "under") for told in (a, b))
    if not one or not two:
        return 0.0
    shared, all_ = words(str(one)) & words(str(two)), min(len(words(str(one))), len(words(str(two))))
    return 0.0 if not all_ or len(shared) / all_ >= 0.5 else -2.0


def _obligation_keys(told: Told) -> Iterable[str]:
    """Block keys of an obligation: who, with the week; what a clause obliges to is reported on at any later time."""
    claim = told.claim
    assert isinstance(claim, ObligationClaim)
    yield from _keys("who")(told)
    if claim.clause or claim.state != "due":
        who = _bare(claim.who) if claim.who else "?"
        yield from (f"{who}:{word}" for word in sorted(words(claim.what)))


KINDS: dict[type, Kind] = {
    AgreementClaim: Kind(
        name="agreement",
        keys=_keys("name"),
        account=account,
        profile=profile,
        features=(Feature("name", _wording("name")), Feature("parties", _same("parties", 0.5, -1.0)), Feature("days of telling", _telling)),
    ),
    ObligationClaim: Kind(
        name="obligation",
        keys=_obligation_keys,
        account=account,
        profile=profile,
        features=(
            Feature("who", _same("who", 0.8, -3.0)), Feature("what", _wording("what")), Feature("issue", _same("issue", 0.5, -1.0)),
            Feature("clause", _same("clause", 0.8, -4.0)), Feature("agreement", _agreement), Feature("due", _times),
        ),
    ),
    CeasefireClaim: Kind(
        name="ceasefire",
        keys=_keys("parties", "declared_by", "scope"),
        account=account,
        profile=profile,
        features=(
            Feature("parties", _sides), Feature("scope", _same("scope", 0.6, -1.0)),
            Feature("declared by", _same("declared_by", 0.8, -0.8)), Feature("start", _times), Feature("days of telling", _telling),
        ),
    ),
    IncidentClaim: INCIDENTS,
}  # fmt: skip


# ── the entries ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _field(name: str) -> Values:
    def values(told: Told) -> list[object]:
        value = getattr(told.claim, name, None)
        return list(value) if isinstance(value, tuple) else [value]

    return values


def _time(name: str) -> Values:
    return lambda told: when_value(getattr(told.claim, name))


def _actor(name: str) -> Values:
    return lambda told: actor_value(getattr(told.claim, name))


def _place(told: Told) -> list[object]:
    assert isinstance(told.claim, ObligationClaim)
    return where_value(told.claim.where)


def _watchers(told: Told) -> list[object]:
    assert isinstance(told.claim, ObligationClaim)
    return [actor.key for actor in told.claim.verified_by]


ENTRIES: dict[type, tuple[type[Happening], str | None, dict[str, Values]]] = {
    AgreementClaim: (Agreement, "status", {"name": _field("name"), "kind": _field("kind"), "parties": _field("parties"), "status": _field("status"), "when": _time("when"), "clauses": _field("clauses")}),
    ObligationClaim: (Obligation, "state", {"who": _actor("who"), "what": _field("what"), "duty": _field("duty"), "issue": _field("issue"), "by_when": _time("by_when"), "where": _place, "verified_by": _watchers, "trigger": _field("trigger"), "under": _field("under"), "clause": _field("clause"), "state": _field("state")}),
    CeasefireClaim: (Ceasefire, "status", {"parties": _field("parties"), "scope": _field("scope"), "status": _field("status"), "declared_by": _actor("declared_by"), "written": _field("written"), "start": _time("start"), "end": _time("end"), "mediators": _field("mediators"), "monitors": _field("monitors")}),
    IncidentClaim: (Incident, None, {"kind": _field("kind"), "alleged_by": _actor("alleged_by"), "alleged_perpetrator": _actor("alleged_perpetrator"), "where": place, "when": _time("when"), "counts": counts, "answers": answers, "verification": verification}),
}  # fmt: skip


def happening_of(claims: Iterable[Told], why: tuple[str, ...] = ()) -> Happening:
    """Return the entry that the claims of a cluster make; its standing is its latest told status."""
    rows = sorted(claims, key=lambda told: told.order)
    noun, status, fields = ENTRIES[type(rows[0].claim)]
    told_status = [(told, getattr(told.claim, status)) for told in rows] if status else []
    history = tuple(report(told, said) for told, said in told_status if said)
    ids = tuple(sorted(told.claim.id for told in rows))
    found = facts_of(rows, fields)
    if noun is Incident:
        found = {
            name: one
            for name, one in {**found, "where": places_of(rows), "verification": verified(found)}.items()
            if one
        }
    return noun(
        id=fingerprint(noun.__name__, *ids)[:12],
        claims=ids,
        fields=found,
        history=history,
        standing=history[-1].status if history else None,
        stories=tuple(sorted({told.story for told in rows})),
        why=why,
    )
