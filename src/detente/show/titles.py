"""What an entry is called, in a line, and where its page is."""

from collections.abc import Mapping

from detente.model import (
    Actor,
    AnyEntry,
    Claim,
    Dispute,
    Entry,
    Incident,
    IncidentClaim,
    Party,
    Person,
    PositionClaim,
    PositionTrack,
    RoleClaim,
    SourcingClaim,
    StatementClaim,
    Story,
    Talk,
    TalkClaim,
)
from detente.show.names import actor_words, counted, interval_words, issue_name, party_name, spoken

# Where the page of an entry is, by the beginning of its id; minted ids are one letter and a number.
ADDRESSES = {
    "p": "people", "party": "parties", "pos": "positions", "story": "stories", "t": "talks", "a": "agreements",
    "o": "obligations", "c": "ceasefires", "i": "incidents",
}  # fmt: skip


def address_of(entry: str) -> str:
    """Return the path of an entry's page.

    >>> address_of("t12"), address_of("pos:RUS:territory"), address_of("dispute:t12:where")
    ('/talks/t12', '/positions/RUS:territory', '/talks/t12')
    """
    kind, colon, rest = entry.partition(":")
    if kind == "dispute":
        return address_of(rest.rpartition(":")[0])
    if colon:
        return f"/{ADDRESSES[kind]}/{rest}"
    return f"/{ADDRESSES.get(entry[:1], 'talks')}/{entry}"


def title_of(entry: AnyEntry | Entry, people: Mapping[str, str] = {}) -> str:
    """Return what an entry is called.

    >>> title_of(PositionTrack(id="pos:RUS:territory", party="RUS", issue="territory", stances=()))
    'Russia on territory and borders'
    """
    known = dict(people)
    if isinstance(entry, Person | Party):
        return party_name(entry.id.partition(":")[2]) or entry.name if isinstance(entry, Party) else entry.name
    if isinstance(entry, PositionTrack):
        label = issue_name(entry.issue)
        return f"{actor_words(entry.party, known)} on {label[:1].lower()}{label[1:]}"
    if isinstance(entry, Story):
        return f"A report on {counted(len(entry.documents), 'page')}"
    if isinstance(entry, Dispute):
        return f"{spoken(entry.field).capitalize()} disputed"
    if isinstance(entry, Incident):
        return _incident(entry, known)
    sides = " – ".join(actor_words(str(one), known) for one in entry.values("parties")[:4])
    if isinstance(entry, Talk):
        return _joined(sides or "Talks", _place(entry), _time(entry, "when"))
    lead = (
        entry.value("name")
        or entry.value("what")
        or f"{entry.kind_of().capitalize()} {spoken(str(entry.value('scope') or ''))}"
    )
    return _joined(str(lead).strip(), sides, _time(entry, "start") or _time(entry, "by_when"))


def _incident(entry: Incident, people: dict[str, str]) -> str:
    accused = sorted(actor_words(str(one), people) for one in entry.values("alleged_perpetrator"))
    by = f" by {' or '.join(accused)}" if accused else ""
    return _joined(f"Alleged {spoken(str(entry.value('kind') or 'breach'))}{by}", _place(entry), _time(entry, "when"))


def _place(entry: Entry) -> str:
    value = entry.value("where")
    return str(value["name"]) if isinstance(value, dict) else str(value or "")


def _time(entry: Entry, field: str) -> str:
    value = entry.value(field)
    return interval_words(value["earliest"], value["latest"], value.get("precision")) if isinstance(value, dict) else ""


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def claim_title(claim: Claim, people: Mapping[str, str] = {}) -> str:
    """Return what a claim says in a few words: of a talk its status and sides, of a statement who said it ...

    >>> from detente.model import PositionClaim
    >>> claim_title(PositionClaim(party="USA", issue="security.guarantees", stance="offer"))
    'United States: offer, security guarantees'
    """
    known = dict(people)
    if isinstance(claim, TalkClaim):
        sides = " – ".join(actor_words(one, known) for one in claim.parties)
        return _joined(spoken(claim.status), sides, claim.where.name if claim.where else "")
    if isinstance(claim, StatementClaim):
        return f"{_actor(claim.speaker, known) or 'somebody'}: {claim.cue_class or claim.cue or 'said'}"
    if isinstance(claim, PositionClaim):
        label = issue_name(claim.issue)
        return f"{actor_words(claim.party, known)}: {spoken(claim.stance)}, {label[:1].lower()}{label[1:]}"
    if isinstance(claim, RoleClaim):
        return f"{known.get(claim.person) or spoken(claim.person)}: {claim.title}"
    if isinstance(claim, SourcingClaim):
        return f"{claim.outlet or 'the page'} cites {claim.cites or claim.reprint_of or 'another'}"
    if isinstance(claim, IncidentClaim):
        return _joined(
            f"alleged {spoken(claim.kind)}", f"by {who}" if (who := _actor(claim.alleged_perpetrator, known)) else ""
        )
    parts = [
        str(value)
        for name in ("status", "state", "as_said", "name", "what", "watches", "issue")
        if (value := getattr(claim, name, None))
    ]
    return ", ".join(spoken(part) for part in parts[:2]) or claim.kind_of()


def _actor(actor: Actor | None, people: dict[str, str]) -> str:
    return actor_words(actor.key, people) if actor else ""
