"""What a page made of another page's report: a verb strengthened or weakened, a number or an attribution lost."""

from collections.abc import Iterator, Sequence

from detente.model import Drift, PositionClaim, Source, StatementClaim, TalkClaim, Told

# The strength of a verb, never raised in reading; here only compared. MODEL.md's order, with the moves that share a place.
STRENGTH = {
    "discuss": 1, "open": 1, "develop": 2, "propose": 3, "offer": 4, "accept_in_principle": 5, "concede": 5, "accept": 6,
    "sign": 7, "ratify": 8,
}  # fmt: skip
CERTAINTY = {"rumoured": 1, "uncertain": 1, "proposed": 2, "planned": 3, "under_way": 4, "held": 5}
FIRMNESS = {"narrator": 0, "anonymous": 1, "unnamed": 2, "institution": 3, "named": 4}


def drifts(origin: Sequence[Told], later: Sequence[Told]) -> Iterator[Drift]:
    """Yield how the claims of a page differ from those of the page it derives from or cites, matched claim by claim."""
    for told in later:
        match = next((one for one in origin if _corresponds(one, told)), None)
        if match is not None:
            yield from _wording(match, told)
            yield from _sourcing(match, told)


def _corresponds(one: Told, other: Told) -> bool:
    a, b = one.claim, other.claim
    if isinstance(a, PositionClaim) and isinstance(b, PositionClaim):
        return a.party == b.party and (a.issue == b.issue or a.issue.split(".")[0] == b.issue.split(".")[0])
    if isinstance(a, TalkClaim) and isinstance(b, TalkClaim):
        same_place = not (a.where and b.where) or a.where.name == b.where.name
        return same_place and len(set(a.parties) & set(b.parties)) >= min(2, len(a.parties), len(b.parties))
    if isinstance(a, StatementClaim) and isinstance(b, StatementClaim):
        return bool(a.speaker and b.speaker and a.speaker.key == b.speaker.key and set(a.issues) & set(b.issues))
    return False


def _wording(one: Told, other: Told) -> Iterator[Drift]:
    a, b = one.claim, other.claim
    if isinstance(a, PositionClaim) and isinstance(b, PositionClaim):
        yield from _compared("stance", a.stance, b.stance, STRENGTH, one, other)
    elif isinstance(a, TalkClaim) and isinstance(b, TalkClaim):
        if one.day == other.day or b.status in CERTAINTY:
            yield from _compared("status", a.status, b.status, CERTAINTY, one, other)
        lost = {p.person for p in a.participants if p.person} - {p.person for p in b.participants if p.person}
        if lost and b.participants:
            yield _drift("dropped", "participants", ", ".join(sorted(lost)), "", one, other)
    elif isinstance(a, StatementClaim) and isinstance(b, StatementClaim) and a.verbatim == "full" != b.verbatim:
        yield _drift("weakened", "verbatim", "quoted in full", b.verbatim, one, other)


def _compared(field: str, was: str, became: str, scale: dict[str, int], one: Told, other: Told) -> Iterator[Drift]:
    if was == became or was not in scale or became not in scale or scale[was] == scale[became]:
        return
    yield _drift("strengthened" if scale[became] > scale[was] else "weakened", field, was, became, one, other)


def _sourcing(one: Told, other: Told) -> Iterator[Drift]:
    was, became = _source(one), _source(other)
    if was is None:
        return
    if FIRMNESS[was.anonymity] > 0 and (became is None or became.anonymity == "narrator"):
        yield _drift("dropped", "attribution", was.chain[-1].name, "the page's own voice", one, other)
    elif became is not None and was.count is not None and became.count is None:
        yield _drift("dropped", "number of sources", str(was.count), "not told", one, other)


def _source(told: Told) -> Source | None:
    return told.source("stance" if isinstance(told.claim, PositionClaim) else "status")


def _drift(kind: str, field: str, was: str, became: str, one: Told, other: Told) -> Drift:
    return Drift(kind=kind, field=field, was=was, became=became, origin=one.claim.id, claim=other.claim.id)  # type: ignore[arg-type]
