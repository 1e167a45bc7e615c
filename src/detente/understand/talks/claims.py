"""One talk's tellings → claims: one for each account of it, since a denial is never simply the latest status."""

from collections.abc import Iterable

import msgspec

from detente.model import Actor, Attendance, Evidence, Participant, Span, TalkClaim, TalkStatus
from detente.understand.actors import Cast
from detente.understand.talks.draft import Draft
from detente.understand.talks.tellings import closes, opens, times_differ

# What a page tells later or more fully wins over what it told before; the first that is told, otherwise.
STRONGEST: tuple[TalkStatus, ...] = ("cancelled", "postponed", "suspended", "collapsed")
FIELDS = ("status", "when", "where", "parties", "participants", "mediators", "host", "absent", "topics", "format", "purpose", "outcome", "follows", "prepares")  # fmt: skip
BESIDE = frozenset({"mediator", "host", "chair", "observer"})  # who does these is no side by it
ATTENDANCE: dict[TalkStatus, Attendance] = {
    "held": "attended", "under_way": "attended", "planned": "expected", "denied": "denied",
}  # fmt: skip


def claims_of(group: list[Draft], cast: Cast) -> list[TalkClaim]:
    """Return the claims that a group of drafts makes: its main account, and a denial or calling off by somebody else."""
    denying = [draft for draft in group if draft.status == "denied"]
    telling = [draft for draft in group if draft.status != "denied"]
    if not denying or not any(draft.status for draft in telling):
        return [_claim(group, group, cast)]
    return [_claim(telling, group, cast), _claim(denying, group, cast)]


def _status(drafts: list[Draft]) -> TalkStatus:
    told = [draft.status for draft in drafts if draft.status and not draft.weak]
    for status in STRONGEST:
        if status in told:
            return status
    if "under_way" in told and "held" in told:
        return "held"
    if "planned" in told and "under_way" in told:
        return "under_way"
    return next((status for status in told if status != "uncertain"), "uncertain")


def _claim(drafts: list[Draft], group: list[Draft], cast: Cast) -> TalkClaim:
    status = _status(drafts)
    timed = _stretched(_best(drafts, group, "when"), group)
    placed = _placed(drafts, group)
    actors = tuple(dict.fromkeys(actor for draft in group for actor in (*draft.actors, *draft.present)))
    absent = tuple(dict.fromkeys(actor for draft in group for actor in draft.absent))
    actors = tuple(actor for actor in _once(actors) if actor not in absent)
    evidence: Evidence = {}
    for field in FIELDS:
        owners: Iterable[Draft] = group
        if field in {"when", "where"}:
            owner = timed if field == "when" else placed
            owners = [owner] if owner else []
        elif field == "status":
            owners = drafts
        spans: list[Span] = [span for draft in owners for span in draft.evidence.get(field, ())]
        if spans:
            evidence[field] = tuple(dict.fromkeys(spans))
    participants = _participants(actors, absent, group, ATTENDANCE.get(status), cast)
    if not participants:
        evidence.pop("participants", None)
    parties = _parties(group, actors, cast)
    if not parties:
        evidence.pop("parties", None)
    listing = next((d for d in group if d.present), None)
    first = drafts[0]
    return TalkClaim(
        status=status,
        when=timed.when if timed else None,
        where=placed.where if placed else None,
        parties=parties,
        participants=participants,
        mediators=tuple(dict.fromkeys(one for draft in group for one in draft.mediators)),
        host=_first(group, "host"),
        absent=absent,
        format=_first(group, "format"),
        topics=tuple(dict.fromkeys(topic for draft in group for topic in draft.topics)),
        purpose=_phrase(group, "purpose"),
        outcome=_phrase(group, "outcome"),
        follows=_phrase(group, "follows"),
        prepares=_phrase(group, "prepares"),
        evidence=evidence,
        source=first.source,
        sources={"participants": listing.source} if listing and listing.source != first.source else {},
        because=tuple(_reason(draft) for draft in group),
    )


def _parties(group: list[Draft], actors: tuple[Actor, ...], cast: Cast) -> tuple[str, ...]:
    """The sides of those who meet; who is only told to have been there too makes none."""
    helping = {key for draft in group for key, function in draft.functions if function in BESIDE}
    beside = {a for draft in group for a in draft.present if draft.rule == "attendance" or a.key in helping}
    beside -= {actor for draft in group for actor in draft.actors}
    return tuple(dict.fromkeys(side for a in actors if a not in beside and (side := cast.side(a))))


def _once(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """A person told of with a side and without one is one person."""
    sided = {actor.person for actor in actors if actor.person and actor.party}
    return tuple(actor for actor in actors if actor.party or actor.person not in sided or not actor.person)


def _reason(draft: Draft) -> str:
    status = f", {draft.status} by {draft.status_rule}" if draft.status else ""
    return f"talks: {draft.rule} in sentence {draft.sentence + 1}{status}"


def _first(group: list[Draft], field: str) -> str | None:
    found: list[str] = [value for draft in group if (value := getattr(draft, field))]
    return found[0] if found else None


def _phrase(group: list[Draft], field: str) -> str | None:
    return next((draft.phrases[field] for draft in group if field in draft.phrases), None)


def _best(drafts: list[Draft], group: list[Draft], field: str) -> Draft | None:
    """The draft with the narrowest day, the account's own before the others."""
    rows = [draft for draft in (*drafts, *group) if getattr(draft, field)]
    order = {"instant": 0, "day": 1, "days": 2, "within": 3}
    return min(rows, key=lambda draft: order.get(draft.when.precision, 4) if draft.when else 9, default=None)


def _stretched(timed: Draft | None, group: list[Draft]) -> Draft | None:
    """The draft with the whole stretch of days, where one telling has the first day and another the last."""
    first = next((d for d in group if d.when and d.when.earliest and opens(d)), None)
    last = next((d for d in group if d.when and d.when.latest and closes(d) and d is not first), None)
    if not (timed and first and last and first.when and last.when and times_differ(first.when, last.when)):
        return timed
    when = msgspec.structs.replace(
        first.when, latest=last.when.latest, precision="days", value=None,
        as_said=f"{first.when.as_said} … {last.when.as_said}", span=None,
    )  # fmt: skip
    spans = (*first.evidence.get("when", ()), *last.evidence.get("when", ()))
    return msgspec.structs.replace(timed, when=when, evidence=timed.evidence | {"when": spans})


def _placed(drafts: list[Draft], group: list[Draft]) -> Draft | None:
    """The draft that names a city, else the first that names a place."""
    rows = [draft for draft in (*drafts, *group) if draft.where]
    order = {"city": 0, "venue": 1, None: 1, "country": 2}
    return min(rows, key=lambda draft: order.get(draft.where.kind if draft.where else None, 3), default=None)


def _participants(
    actors: tuple[Actor, ...], absent: tuple[Actor, ...], group: list[Draft], attendance: Attendance | None, cast: Cast
) -> tuple[Participant, ...]:
    sides = {actor.party for actor in actors if actor.person}
    told = [a for a in actors if a.person or (a.description and a.party not in sides)]
    functions = {key: function for draft in group for key, function in draft.functions}
    functions |= {side: "mediator" for draft in group for side in draft.mediators}
    here = [_participant(a, attendance, functions, cast) for a in told]
    return (*here, *(_participant(a, "said_absent", functions, cast) for a in absent if a.person))


def _participant(actor: Actor, attendance: Attendance | None, functions: dict[str, str], cast: Cast) -> Participant:
    side = cast.side(actor)
    return Participant(
        person=actor.person, description=None if actor.person else actor.description, party=side,
        function=functions.get(actor.key) or functions.get(side or ""), attendance=attendance,
    )  # fmt: skip
