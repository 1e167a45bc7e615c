"""Which talk claims of many pages tell of one talk: explained log-odds, vetoes, average link over clusters.

The weights were set by hand after the reasons in `FEATURES`; a score returns the reasons it is made of.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from detente.model import Claims, Dispute, Fact, Judgement, StatusReport, Talk, TalkClaim, fingerprint
from detente.reconcile.sources import fact, source_of

MERGE, POSSIBLE = 2.0, 0.5
Told = tuple[TalkClaim, Claims]
Feature = tuple[str, Callable[[TalkClaim, TalkClaim], float]]


def _days(claim: TalkClaim) -> tuple[date, date] | None:
    when = claim.when
    if when is None or (when.earliest is None and when.latest is None):
        return None
    first = date.fromisoformat((when.earliest or when.latest or "")[:10])
    last = date.fromisoformat((when.latest or when.earliest or "")[:10])
    return first, last


def _times(a: TalkClaim, b: TalkClaim) -> float:
    """Overlapping intervals speak for one talk, the more the narrower; intervals apart against it."""
    one, two = _days(a), _days(b)
    if one is None or two is None:
        return 0.0
    first, last = max(one[0], two[0]), min(one[1], two[1])
    if first > last:
        return -3.0
    width = max((one[1] - one[0]).days, (two[1] - two[0]).days) + 1
    return 2.5 if width <= 2 else 1.5 if width <= 7 else 0.3


def _places(a: TalkClaim, b: TalkClaim) -> float:
    if a.where is None or b.where is None:
        return 0.0
    if a.where.name == b.where.name:
        return 1.5
    return -0.2 if "country" in {a.where.kind, b.where.kind} else -3.0


def _parties(a: TalkClaim, b: TalkClaim) -> float:
    shared, extra = set(a.parties) & set(b.parties), set(a.parties) ^ set(b.parties)
    return 0.6 * len(shared) - 0.4 * len(extra) if shared else -1.5


def _persons(a: TalkClaim, b: TalkClaim) -> float:
    one, two = ({p.person for p in claim.participants if p.person} for claim in (a, b))
    return min(1.5, 0.7 * len(one & two)) if one and two else 0.0


def _format(a: TalkClaim, b: TalkClaim) -> float:
    return -1.5 if (a.format == "phone") != (b.format == "phone") else 0.0


FEATURES: tuple[Feature, ...] = (
    ("dates", _times), ("places", _places), ("parties", _parties), ("people", _persons), ("by phone", _format),
)  # fmt: skip


def score(a: TalkClaim, b: TalkClaim) -> tuple[float, tuple[str, ...]]:
    """Return the log-odds that two claims tell of one talk, and the reasons."""
    parts = [(name, feature(a, b)) for name, feature in FEATURES]
    return sum(value for _, value in parts), tuple(f"{name} {value:+.1f}" for name, value in parts if value)


def _vetoed(a: Told, b: Told) -> bool:
    """Two talks of one page are two: the page itself tells them apart. Exact days more than one apart are two."""
    if a[1].document.id == b[1].document.id:
        return True
    one, two = _days(a[0]), _days(b[0])
    if one is None or two is None:
        return False
    return one[0] - two[1] > timedelta(days=1) or two[0] - one[1] > timedelta(days=1)


def merge_talks(
    pages: Sequence[Claims], judgements: Sequence[Judgement], stories: Mapping[str, str]
) -> tuple[list[Talk], list[Dispute]]:
    """Merge the talk claims of all pages into talks, and list what their accounts dispute."""
    told = sorted(((claim, page) for page in pages for claim in page.talks), key=lambda row: row[0].id)
    decided = _decided(judgements)
    told = [row for row in told if ("reject", row[0].id) not in decided]
    clusters = _clusters(told, decided)
    talks = sorted((_talk(cluster, stories) for cluster in clusters), key=lambda talk: (_order(talk), talk.id))
    return talks, [dispute for talk in talks for dispute in _disputes(talk)]


def _decided(judgements: Sequence[Judgement]) -> set[tuple[str, ...]]:
    """The judgements in force: later ones win, undone ones are gone."""
    undone = {one.on[0] for one in judgements if one.verb == "undo" and one.on}
    force: dict[tuple[str, ...], str] = {}
    for one in judgements:
        if one.id not in undone and one.verb in {"same", "different", "reject"}:
            force[tuple(sorted(one.on))] = one.verb
    return {(verb, *on) for on, verb in force.items()}


def _clusters(told: list[Told], decided: set[tuple[str, ...]]) -> list[list[Told]]:
    """Average link: the likeliest pair of clusters first, until none reaches MERGE. Only claims that share a party are compared."""
    clusters: dict[int, list[Told]] = {number: [row] for number, row in enumerate(told)}
    scores = {
        (i, j): value
        for i, a in enumerate(told)
        for j, b in enumerate(told)
        if i < j and (value := _pair(a, b, decided)) is not None
    }
    while scores:
        (i, j), best = max(scores.items(), key=lambda item: (item[1], -item[0][0], -item[0][1]))
        if best < MERGE:
            break
        clusters[i] += clusters.pop(j)
        scores = {pair: value for pair, value in scores.items() if i not in pair and j not in pair}
        for other in clusters:
            if other != i:
                value = _linked(clusters[i], clusters[other], decided)
                if value is not None:
                    scores[min(i, other), max(i, other)] = value
    return list(clusters.values())


def _pair(a: Told, b: Told, decided: set[tuple[str, ...]]) -> float | None:
    ids = tuple(sorted((a[0].id, b[0].id)))
    if ("same", *ids) in decided:
        return 100.0
    if ("different", *ids) in decided or _vetoed(a, b) or not set(a[0].parties) & set(b[0].parties):
        return None
    return score(a[0], b[0])[0]


def _linked(one: list[Told], two: list[Told], decided: set[tuple[str, ...]]) -> float | None:
    values = [_pair(a, b, decided) for a in one for b in two]
    if any(value is None for value in values):
        return None
    return sum(value for value in values if value is not None) / len(values)


def _order(talk: Talk) -> str:
    found = talk.fields.get("when", ())
    return str(found[0].value["earliest"] or found[0].value["latest"]) if found else "9999"


# ── entries ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _talk(cluster: list[Told], stories: Mapping[str, str]) -> Talk:
    rows = sorted(cluster, key=lambda row: (row[1].document.published or "9999", row[0].id))
    fields = {
        "status": _facts(rows, "status", stories, lambda claim: [claim.status]),
        "when": _facts(rows, "when", stories, _when_values),
        "where": _facts(rows, "where", stories, lambda claim: [claim.where.name] if claim.where else []),
        "parties": _facts(rows, "parties", stories, lambda claim: list(claim.parties)),
        "participants": _facts(rows, "participants", stories, _participant_values),
        "topics": _facts(rows, "topics", stories, lambda claim: list(claim.topics)),
        "format": _facts(rows, "format", stories, lambda claim: [claim.format] if claim.format else []),
    }
    first = rows[0][0]
    reasons = [reason for claim, _ in rows[1:2] for reason in score(first, claim)[1]]
    ids = tuple(claim.id for claim, _ in sorted(rows, key=lambda row: row[0].id))
    return Talk(
        id=fingerprint("talk", *ids),
        claims=ids,
        fields={key: value for key, value in fields.items() if value},
        history=tuple(_report(claim, page) for claim, page in rows),
        stories=tuple(sorted({stories[page.document.id] for _, page in rows})),
        why=tuple(reasons),
    )


def _when_values(claim: TalkClaim) -> list[dict[str, str | None]]:
    when = claim.when
    return (
        [{"earliest": when.earliest, "latest": when.latest, "as_said": when.as_said, "precision": when.precision}]
        if when
        else []
    )


def _participant_values(claim: TalkClaim) -> list[dict[str, str | None]]:
    return [{"person": p.person, "description": p.description, "party": p.party} for p in claim.participants]


def _report(claim: TalkClaim, page: Claims) -> StatusReport:
    source = source_of(claim, "status", page)
    claimant = " ← ".join(link.name for link in source.chain) if source else page.document.outlet or page.document.id
    return StatusReport(status=claim.status, claimant=claimant, said=page.document.published, claim=claim.id)


def _facts(
    rows: list[Told],
    field: str,
    stories: Mapping[str, str],
    values: Callable[[TalkClaim], Sequence[object]],
) -> tuple[Fact, ...]:
    """The values of a field with the claims behind each, the narrowest or best supported first."""
    behind: dict[str, tuple[object, list[Told]]] = {}
    for row in rows:
        for value in values(row[0]):
            key = (
                repr((value["earliest"], value["latest"]))
                if field == "when" and isinstance(value, dict)
                else repr(value)
            )
            behind.setdefault(key, (value, []))[1].append(row)
    found = [fact(value, told, field, stories) for value, told in behind.values()]
    if field == "when":
        return tuple(sorted(found, key=_width))
    return tuple(sorted(found, key=lambda one: (-one.at_most, -len(one.claims), repr(one.value))))


def _width(one: Fact) -> tuple[int, str]:
    earliest, latest = one.value["earliest"], one.value["latest"]
    days = (date.fromisoformat(latest[:10]) - date.fromisoformat(earliest[:10])).days if earliest and latest else 999
    return days, repr(one.value)


def _disputes(talk: Talk) -> list[Dispute]:
    """Places and days that cannot both be right, and a meeting told of and denied."""
    found = []
    if len(talk.fields.get("where", ())) > 1:
        found.append(Dispute(entry=talk.claims[0], field="where", accounts=talk.fields["where"]))
    statuses = {one.value for one in talk.fields["status"]}
    if "denied" in statuses and len(statuses) > 1:
        found.append(Dispute(entry=talk.claims[0], field="status", accounts=talk.fields["status"]))
    return found
