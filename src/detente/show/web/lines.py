"""Lines of lists: talks, disputes, positions, claims, changes; each with its sources and one quoted sentence."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from detente.model import Change, Claim, Dispute, Entry, Noun, Obligation, Stance, Talk, Told
from detente.reconcile import follow_up
from detente.record import Stand
from detente.show.cited import Cited, Words, chain_words, words_of
from detente.show.names import actor_words, age_words, issue_name, names_of, party_name, spoken
from detente.show.titles import address_of, title_of
from detente.show.web.look import Look, Shown

TALK_FIELDS = ("status", "when", "where", "parties", "participants")


class EntryLine(Noun, frozen=True, kw_only=True):
    """An entry in a list: what it is, how it stands by how many sources, its facts, and one quoted sentence."""

    id: str
    kind: str
    address: str
    title: str
    standing: str | None = None
    at_least: int = 0
    at_most: int = 0
    accounts: int = 0
    self_report: bool = False
    fields: Mapping[str, tuple[Cited, ...]] = {}
    words: Words | None = None
    follow: str | None = None
    withdrawn: bool = False
    proposal: bool = False


def entry_lines(
    look: Look, entries: Sequence[Entry], fields: Sequence[str] | None = TALK_FIELDS
) -> tuple[EntryLine, ...]:
    """Return entries as lines of a list."""
    return tuple(_entry_line(look, one) for one in look.shown(entries, fields, most=6))


def _entry_line(look: Look, shown: Shown) -> EntryLine:
    entry, fields = shown.entry, shown.fields
    leading = leading_fact(entry, fields)
    follow = None
    if isinstance(entry, Talk | Obligation):
        follow = next((step.state for step in follow_up(entry, look.on)), None)
    people = people_of(fields)
    return EntryLine(
        id=entry.id, kind=entry.kind_of(), address=address_of(entry.id), title=title_of(entry, people), standing=entry.standing,
        at_least=leading.at_least if leading else 0, at_most=leading.at_most if leading else 0, accounts=len(entry.claims),
        self_report=bool(leading and leading.self_report), fields=fields, words=leading.words if leading else None, follow=follow,
        withdrawn=entry.withdrawn, proposal=is_proposal(entry),
    )  # fmt: skip


def is_proposal(entry: Entry) -> bool:
    """Tell whether it is an obligation that was read by machine and that nobody has accepted."""
    return isinstance(entry, Obligation) and not entry.accepted


def people_of(fields: Mapping[str, tuple[Cited, ...]]) -> dict[str, str]:
    """Return the names of those who take part, by their ids."""
    return {
        one.value["person"]: one.shown
        for one in fields.get("participants", ())
        if isinstance(one.value, dict) and one.value.get("person")
    }


def leading_fact(entry: Entry, fields: Mapping[str, tuple[Cited, ...]]) -> Cited | None:
    """Return the fact that an entry stands on: its status, who alleges it, or the first told."""
    statuses = fields.get("status") or fields.get("state") or ()
    standing = next((one for one in statuses if one.value == entry.standing), None)
    if standing or statuses:
        return standing or statuses[0]
    return next(
        (facts[0] for name in ("alleged_by", "kind", "what", "name", *fields) if (facts := fields.get(name))), None
    )


# ── disputes ────────────────────────────────────────────────────────────────────────────────────────────────────────


class DisputeLine(Noun, frozen=True, kw_only=True):
    """What is disputed of which entry, and the accounts side by side."""

    id: str
    about: str
    address: str
    title: str
    field: str
    standing: str | None = None
    accounts: tuple[Cited, ...] = ()


# What stands on the other side of an answer: the allegation itself.
ALLEGED = {"answers": ("alleged_by",)}


def dispute_lines(look: Look, disputes: Sequence[Dispute]) -> tuple[DisputeLine, ...]:
    """Return disputes as lines; beside a denial stands what is denied."""
    about = look.record.entries_of({one.about for one in disputes})
    entries = [_disputed(one, about[one.about]) for one in disputes if one.about in about]
    return tuple(
        DisputeLine(
            id=dispute.id, about=dispute.about, address=address_of(dispute.about), field=dispute.field,
            title=title_of(look.profile.entry(about[dispute.about])),
            standing=shown.entry.standing, accounts=tuple(one for facts in shown.fields.values() for one in facts),
        )
        for dispute, shown in zip([d for d in disputes if d.about in about], look.shown(entries), strict=True)
    )  # fmt: skip


def _disputed(dispute: Dispute, entry: Entry) -> Entry:
    """Return the entry with no fields but those of the dispute, so that its accounts are shown as it would be."""
    lead = {name: entry.fields[name] for name in ALLEGED.get(dispute.field, ()) if name in entry.fields}
    return msgspec.structs.replace(entry, fields={**lead, dispute.field: dispute.accounts}, history=())


# ── positions ───────────────────────────────────────────────────────────────────────────────────────────────────────


class StepLine(Noun, frozen=True, kw_only=True):
    """One step of a party on an issue: the stance with its words, teller, direction, age, sources and sentence."""

    address: str
    party: str
    party_name: str
    issue: str
    issue_name: str
    stance: str
    as_said: str | None = None
    told_by: str = "narrator"
    direction: str | None = None
    said: str | None = None
    age: str = ""
    at_least: int = 0
    at_most: int = 0
    words: Words | None = None


def step_lines(look: Look, steps: Sequence[tuple[str, str, Stance]]) -> list[StepLine]:
    """Return steps, each with its party and issue, as lines."""
    quoted = look.record.quoted({one.claims[0] for _, _, one in steps if one.claims})
    return [
        StepLine(
            address=f"/positions/{party}:{issue}", party=party, party_name=party_name(party) or party, issue=issue,
            issue_name=issue_name(issue), stance=spoken(one.stance), as_said=one.as_said, told_by=one.told_by,
            direction=one.direction, said=one.said, age=age_words(one.said, look.on), at_least=one.at_least,
            at_most=one.at_most, words=words_of(quoted[one.claims[0]], "as_said") if one.claims and one.claims[0] in quoted else None,
        )
        for party, issue, one in steps
    ]  # fmt: skip


def stand_lines(look: Look, stands: Iterable[Stand]) -> list[StepLine]:
    """Return where parties stand as lines: of each track the last step told."""
    return step_lines(look, [(one.track.party, one.track.issue, one.steps[-1]) for one in stands if one.steps])


# ── claims that make no entry ───────────────────────────────────────────────────────────────────────────────────────


class ClaimLine(Noun, frozen=True, kw_only=True):
    """A claim in a list: what it says, who says it on which page, and the sentence."""

    id: str
    kind: str
    document: str
    outlet: str | None = None
    published: str | None = None
    actor: str | None = None
    actor_address: str | None = None
    party: str | None = None
    chain: str = ""
    issues: tuple[str, ...] = ()
    said: Mapping[str, str] = {}
    words: Words | None = None


SHOWN_OF = (
    "cue", "verbatim", "state", "plan", "condition", "content", "venue", "means", "mandate", "reporting", "trigger", "response", "as_said", "watches",
)  # fmt: skip


def claim_lines(look: Look, told: Sequence[Told], field: str = "") -> tuple[ClaimLine, ...]:
    """Return claims as lines; `field` is the one whose sentence is quoted."""
    quoted = look.record.quoted(one.claim.id for one in told)
    people = names_of(look.record, (p for one in told if (p := getattr(_told_actor(one.claim), "person", None))))
    return tuple(
        _claim_line(one, people, words_of(quoted[one.claim.id], field) if one.claim.id in quoted else None)
        for one in told
    )


def _claim_line(told: Told, people: dict[str, str], words: Words | None) -> ClaimLine:
    claim = told.claim
    actor = _actor(claim)
    issues = getattr(claim, "issues", None) or [one for one in (getattr(claim, "issue", None),) if one]
    said = {
        name: spoken(value) if name in {"verbatim", "state"} else value
        for name in SHOWN_OF
        if isinstance(value := getattr(claim, name, None), str) and value
    }
    return ClaimLine(
        id=claim.id, kind=claim.kind_of(), document=told.document, outlet=told.outlet, published=told.published,
        actor=actor_words(actor, people) if actor else None, actor_address=_actor_address(claim), party=_party(claim),
        chain=chain_words(told.source(""), told), issues=tuple(issue_name(one) for one in issues), said=said, words=words,
    )  # fmt: skip


def _told_actor(claim: Claim) -> object:
    return next(
        (one for name in ("speaker", "proposed_by", "run_by", "who") if (one := getattr(claim, name, None))), None
    )


def _actor(claim: Claim) -> str | None:
    actor = _told_actor(claim)
    return getattr(actor, "key", None) or getattr(claim, "party", None)


def _party(claim: Claim) -> str | None:
    actor = _told_actor(claim)
    return getattr(actor, "party", None) or getattr(claim, "party", None)


def _actor_address(claim: Claim) -> str | None:
    actor = _told_actor(claim)
    person, party = getattr(actor, "person", None), _party(claim)
    return f"/people/{person}" if person else f"/parties/{party}" if party else None


def fits(told: Told, look: Look) -> bool:
    """Tell whether a claim that makes no entry is one that the address asks for."""
    claim, asked = told.claim, look.asked
    actor = _told_actor(claim)
    parties = {getattr(claim, "party", None), getattr(actor, "party", None), *getattr(claim, "parties", ())}
    issues = {getattr(claim, "issue", None), *getattr(claim, "issues", ())}
    states = {getattr(claim, name, None) for name in ("state", "verbatim", "status")}
    return (
        (not asked.since or told.day >= asked.since)
        and (not asked.party or asked.party in parties)
        and (not asked.person or asked.person == getattr(actor, "person", None))
        and (not asked.issue or any(one and f"{one}.".startswith(f"{asked.issue}.") for one in issues))
        and (not asked.status or asked.status in states)
        and (not asked.min_sources or asked.min_sources < 2)
    )


# ── changes ─────────────────────────────────────────────────────────────────────────────────────────────────────────


class ChangeLine(Noun, frozen=True, kw_only=True):
    """A change with what it is a change of."""

    number: int
    sign: str
    kind: str
    entry: str
    address: str | None
    title: str
    what: str
    when: str


def change_lines(look: Look, changes: Sequence[tuple[int, Change]]) -> tuple[ChangeLine, ...]:
    """Return changes as lines, each with the name of its entry."""
    ids = {_about(change.entry) for _, change in changes}
    entries = {id_: look.profile.entry(one) for id_, one in look.record.standing_for(ids).items()}
    return tuple(_change_line(look, number, change, entries.get(_about(change.entry))) for number, change in changes)


def _about(entry: str) -> str:
    return entry.partition(":")[2].rpartition(":")[0] if entry.startswith("dispute:") else entry


def _change_line(look: Look, number: int, change: Change, entry: Entry | None) -> ChangeLine:
    title = title_of(entry) if entry else change.entry
    what = change.what
    if change.entry.startswith("dispute:"):
        what = f"{spoken(change.entry.rpartition(':')[2])} {'disputed' if change.sign == '+' else what}"
    elif change.sign == "+":
        what = f"{change.kind} entered{f', {spoken(entry.standing)}' if entry and entry.standing else ''}"
    elif look.profile.public and entry and (len(entry.stories) > 1 or isinstance(entry, Talk)):
        what = (
            "; ".join(part for part in what.split("; ") if part.startswith(("status", "accounts", "when", "parties")))
            or "changed"
        )
    return ChangeLine(
        number=number, sign=change.sign, kind=change.kind, entry=change.entry, title=title,
        address=address_of(entry.id) if entry else None,
        what=what, when=change.when,
    )  # fmt: skip
