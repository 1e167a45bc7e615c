"""One talk, agreement, obligation, ceasefire or incident: its facts, its history, every account of it."""

from collections.abc import Mapping
from datetime import date

from detente.model import Entry, Noun, Obligation, StatusReport, Talk
from detente.reconcile import follow_up
from detente.record import Filter
from detente.show.cited import Cited, Words
from detente.show.names import names_of
from detente.show.public import ANALYSTS, NOTES
from detente.show.titles import title_of
from detente.show.web.lines import (
    DisputeLine,
    EntryLine,
    dispute_lines,
    entry_lines,
    is_proposal,
    leading_fact,
    people_of,
)
from detente.show.web.look import Look
from detente.show.web.pages.accounts import ACCOUNTS, Account, accounts


class Step(Noun, frozen=True, kw_only=True):
    """What became of something announced."""

    what: str
    due: str | None
    state: str


class OneEntry(Noun, frozen=True, kw_only=True):
    """One talk, agreement, obligation, ceasefire or incident with all that stands behind it."""

    id: str
    kind: str
    title: str
    standing: str | None
    at_least: int = 0
    at_most: int = 0
    withdrawn: bool = False
    proposal: bool = False
    words: Words | None = None
    fields: Mapping[str, tuple[Cited, ...]] = {}
    history: tuple[StatusReport, ...] = ()
    follow: tuple[Step, ...] = ()
    accounts: tuple[Account, ...] = ()
    more_accounts: int = 0
    disputes: tuple[DisputeLine, ...] = ()
    possibly_same: tuple[EntryLine, ...] = ()
    why: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    related: tuple[EntryLine, ...] = ()
    left_out: Mapping[str, int] = {}


def talk(look: Look, id_: str) -> OneEntry:
    """Ask for one talk."""
    return one_entry(look, look.one(id_, Talk))


def one_entry(look: Look, entry: Entry) -> OneEntry:
    """Return an entry that many claims make with all that stands behind it."""
    shown = look.shown([entry], most=30)[0]
    leading = leading_fact(shown.entry, shown.fields)
    others = look.record.entries_of(entry.possibly_same[:6])
    return OneEntry(
        id=entry.id, kind=entry.kind_of(), title=title_of(shown.entry, people_of(shown.fields)), standing=entry.standing,
        at_least=leading.at_least if leading else 0, at_most=leading.at_most if leading else 0, withdrawn=entry.withdrawn, proposal=is_proposal(entry),
        words=leading.words if leading else None, fields=shown.fields,
        history=shown.entry.history, follow=_follow(look, shown.entry), accounts=accounts(look, entry),
        more_accounts=max(0, len(entry.claims) - ACCOUNTS), disputes=dispute_lines(look, look.record.disputes(entry.id)),
        possibly_same=entry_lines(look, [others[one] for one in sorted(others)]), why=entry.why, notes=_notes(look, entry),
        related=_related(look, entry), left_out=look.profile.left(),
    )  # fmt: skip


def _follow(look: Look, entry: Entry) -> tuple[Step, ...]:
    if not isinstance(entry, Talk | Obligation):
        return ()
    steps = list(follow_up(entry, look.on))
    people = names_of(look.record, (step.what for step in steps if "-" in step.what))
    return tuple(Step(what=people.get(step.what, step.what), due=step.due, state=step.state) for step in steps)


def _notes(look: Look, entry: Entry) -> tuple[str, ...]:
    notes = look.record.notes(entry.id)
    if look.profile.public:
        for note in notes:
            look.profile.leave(NOTES, note.id)
            look.profile.leave(ANALYSTS, note.who)
        return ()
    return tuple(f"{note.value or note.why} ({note.who}, {note.when[:10]})" for note in notes)


def _related(look: Look, entry: Entry) -> tuple[EntryLine, ...]:
    """Return the talks of the same parties nearest in time: what it follows and what follows it."""
    value = entry.value("when")
    sides = [str(one) for one in entry.values("parties")]
    if entry.kind_of() != "talk" or not isinstance(value, dict) or not sides:
        return ()
    day = date.fromisoformat((value["earliest"] or value["latest"])[:10]).isoformat()
    before = look.record.newest(Talk, Filter(party=sides[0], until=day), limit=8)
    after = look.record.entries(Talk, Filter(party=sides[0], since=day), limit=8)
    near = [one for one in {one.id: one for one in [*before, *after]}.values() if one.id != entry.id]
    near = [one for one in near if set(sides) <= {str(side) for side in one.values("parties")}]
    return entry_lines(look, near[:4], ("when", "where", "status"))
