"""Fields of an entry: every value that its claims give, with the claims and the independent sources behind each."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from detente.model import Actor, Fact, StatusReport, Told, When, Where
from detente.reconcile.sources import fact

Values = Callable[[Told], Sequence[object]]
# A field that a claim tells under another name has that one's source.
TOLD_AS = {"attendance": "participants"}


def facts_of(rows: Sequence[Told], fields: Mapping[str, Values]) -> dict[str, tuple[Fact, ...]]:
    """Return the facts of every field that some claim fills."""
    found = {name: facts(rows, name, values) for name, values in fields.items()}
    return {name: one for name, one in found.items() if one}


def facts(rows: Sequence[Told], field: str, values: Values) -> tuple[Fact, ...]:
    """Return the values of a field with the claims behind each: the narrowest time, else the best supported, then the earliest told first."""
    behind: dict[str, tuple[object, list[Told]]] = {}
    for told in sorted(rows, key=lambda one: one.order):
        for value in values(told):
            if value is not None:
                behind.setdefault(_same_value(value), (value, []))[1].append(told)
    found = [fact(value, told, TOLD_AS.get(field, field)) for value, told in behind.values()]
    return tuple(sorted(found, key=lambda one: (_narrowness(one.value), -one.at_most, -len(one.claims))))


def _same_value(value: object) -> str:
    """Two tellings of one interval or one place are one value, whatever the words."""
    if isinstance(value, dict) and "earliest" in value:
        return repr((value["earliest"], value["latest"]))
    return str(value["name"]).lower() if isinstance(value, dict) and "name" in value else repr(value)


def _narrowness(value: object) -> int:
    if not isinstance(value, dict) or "earliest" not in value:
        return 0
    first, last = value["earliest"], value["latest"]
    return (date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days if first and last else 9999


def report(told: Told, status: str) -> StatusReport:
    """Return one step of a status history: the chain that tells it, and the day of the page."""
    source = told.source("status")
    claimant = " ← ".join(link.name for link in source.chain) if source else told.outlet or told.document
    return StatusReport(status=status, claimant=claimant, said=told.published, claim=told.claim.id)


def when_value(when: When | None) -> list[object]:
    """Return a time as a value; nothing where neither end is known."""
    if when is None or not (when.earliest or when.latest):
        return []
    return [{"earliest": when.earliest, "latest": when.latest, "as_said": when.as_said, "precision": when.precision}]


def where_value(where: Where | None) -> list[object]:
    """Return a place as a value."""
    if where is None:
        return []
    return [{"name": where.name, "country": where.country, "lat": where.lat, "lon": where.lon, "kind": where.kind}]


def actor_value(actor: Actor | None) -> list[object]:
    """Return an actor by the most specific of its names."""
    return [actor.key] if actor else []
