"""What a list needs to know of an entry (its days, its standing, whom and what it concerns), and what changed in it."""

from collections.abc import Iterator
from typing import Any

from detente.model import AnyEntry, Dispute, Fact, Incident, Obligation, Party, Person, PositionTrack, Story

# Kinds whose ids are minted, a letter and a number; the others are named by what they are about.
MINTED = {"talk": "t", "agreement": "a", "obligation": "o", "ceasefire": "c", "incident": "i"}
TIMES = ("when", "start", "by_when")
FACETS = {
    "parties": "party", "alleged_perpetrator": "party", "alleged_by": "party", "who": "party", "declared_by": "party",
    "topics": "issue", "issue": "issue", "party": "party",
}  # fmt: skip
LONGEST = 60  # characters of a value in a sentence on a change


def first_last(entry: AnyEntry) -> tuple[str | None, str | None]:
    """Return the first and last day that an entry concerns: of its leading time, its stances, or its telling."""
    if isinstance(entry, PositionTrack):
        days = [stance.said for stance in entry.stances if stance.said]
        return (min(days), max(days)) if days else (None, None)
    for field in TIMES:
        value = entry.value(field)
        if value:
            first, last = value["earliest"] or value["latest"], value["latest"] or value["earliest"]
            return first[:10], last[:10]
    said = [report.said[:10] for report in entry.history if report.said]
    return (min(said), max(said)) if said else (None, None)


def least(entry: AnyEntry) -> int:
    """Return the fewest independent sources that an entry stands on, in the field that carries it."""
    if isinstance(entry, PositionTrack):
        return max((stance.at_least for stance in entry.stances), default=0)
    carrying = entry.fields.get("status") or entry.fields.get("alleged_by") or next(iter(entry.fields.values()), ())
    return max((fact.at_least for fact in carrying), default=0)


def facets(entry: AnyEntry) -> Iterator[tuple[str, str]]:
    """Yield what a list can be filtered by: parties, issues, people, places, what it may be the same as."""
    yield from (("possibly", other) for other in entry.possibly_same)
    if isinstance(entry, PositionTrack):
        yield from (("party", entry.party), ("issue", entry.issue))
    if isinstance(entry, Person):
        yield "surname", entry.id.rpartition(":")[2].rpartition("-")[2]
    if isinstance(entry, Story):
        yield from (("document", document) for document in entry.documents)
    for field, facet in FACETS.items():
        yield from ((facet, str(value)) for value in entry.values(field))
    for value in entry.values("participants"):
        if value.get("person"):
            yield "person", value["person"]
    for value in entry.values("where"):
        yield "place", value["name"]
        if value.get("district"):
            yield "district", value["district"]
    if isinstance(entry, Incident):
        yield from (("kind", kind) for kind in entry.values("kind"))
        yield from (("step", step) for step in dict.fromkeys(one["step"] for one in entry.values("verification")))


def tell(earlier: AnyEntry | None, entry: AnyEntry) -> str:
    """Return what changed between two states of an entry in words; empty where nothing that a reader would see did.

    >>> from detente.model import Talk
    >>> old = Talk(id="t1", standing="planned", claims=("a",))
    >>> tell(old, Talk(id="t1", standing="held", claims=("a", "b")))
    'status planned → held; accounts 1 → 2'
    """
    if earlier is None:
        return entered(entry)
    parts = []
    if earlier.withdrawn and not entry.withdrawn:
        parts.append("told again")
    if earlier.standing != entry.standing:
        parts.append(f"status {earlier.standing} → {entry.standing}")
    if (
        isinstance(entry, Obligation)
        and isinstance(earlier, Obligation)
        and bool(entry.accepted) != bool(earlier.accepted)
    ):
        parts.append("accepted" if entry.accepted else "no longer accepted")
    for field in dict.fromkeys((*earlier.fields, *entry.fields)):
        was, became = _shown(earlier.fields.get(field, ())), _shown(entry.fields.get(field, ()))
        if was != became and field not in {"status", "attendance"}:
            parts.append(f"{field} {was or 'not told'} → {became or 'not told'}")
    if isinstance(entry, Story) and isinstance(earlier, Story) and entry.documents != earlier.documents:
        parts.append(f"pages {len(earlier.documents)} → {len(entry.documents)}")
    if isinstance(entry, Party | Person | Story | PositionTrack):
        return "; ".join(parts)
    if len(earlier.claims) != len(entry.claims):
        parts.append(f"accounts {len(earlier.claims)} → {len(entry.claims)}")
    return "; ".join(parts)


def entered(entry: AnyEntry) -> str:
    """Return what an entry is, in a line."""
    if isinstance(entry, PositionTrack):
        return f"{entry.party} on {entry.issue}: {entry.standing}"
    if isinstance(entry, Person | Party):
        return entry.name
    if isinstance(entry, Dispute):
        return f"{entry.field} disputed: {_shown(entry.accounts)}"
    if isinstance(entry, Story):
        return f"a report on {len(entry.documents)} page{'s' if len(entry.documents) > 1 else ''}"
    parts = [
        entry.standing,
        *(_shown(entry.fields.get(field, ())) for field in ("name", "kind", "what", "parties", "where", *TIMES)),
    ]
    return " · ".join(part for part in parts if part) or "entered"


def _shown(facts: tuple[Fact, ...]) -> str:
    return ", ".join(dict.fromkeys(shown(fact.value) for fact in facts))[:LONGEST]


def shown(value: Any) -> str:
    """Return a value in words: a time by its days, a place or person by its name.

    >>> shown({"earliest": "2025-12-20", "latest": "2025-12-21", "as_said": "this weekend"})
    '2025-12-20 to 2025-12-21'
    """
    if not isinstance(value, dict):
        return str(value)
    if "earliest" in value:
        first, last = (value[end] and value[end][:10] for end in ("earliest", "latest"))
        return first if first == last else f"{first or 'open'} to {last or 'open'}"
    return str(
        value.get("name") or value.get("person") or value.get("description") or value.get("by") or value.get("who")
    )
