"""Obligations: who owes what by when under which clause, how each stands by what is reported, and what was agreed to follow."""

from detente.model import Noun, Obligation
from detente.show.obligations import Compliance, order, standings
from detente.show.web.lines import EntryLine, entry_lines
from detente.show.web.look import Look, Turned

SIZE = 25
FIELDS = ("who", "what", "by_when", "where", "verified_by", "trigger", "under", "clause", "state")


class Owed(EntryLine, frozen=True, kw_only=True):
    """An obligation in a list: how it stands as of the day, its clause, the case it is for, and the steps agreed for a breach."""

    duty: str
    stands: str
    due: str | None = None
    clause: str | None = None
    under: str | None = None
    case: str | None = None
    accepted: bool = False
    following: tuple[str, ...] = ()


class Obligations(Noun, frozen=True, kw_only=True):
    """Obligations that fit, those due first before those owed all the time; `waiting` for a person to accept them."""

    obligations: tuple[Owed, ...]
    waiting: int
    turned: Turned


def obligations(look: Look) -> Obligations:
    """Ask for obligations, found by party, day of being due, how they stand and words of their clause."""
    asked = look.asked
    entries = {
        one.id: one
        for one in look.record.entries(Obligation, asked.chosen(status=None, since=None, until=None, on=None))
    }
    rows = [row for row in standings(look.record, list(entries.values()), "", look.on) if _fits(row, look)]
    rows.sort(key=order)
    start = (asked.page - 1) * SIZE
    part = rows[start : start + SIZE]
    lines = entry_lines(look, [entries[row.id] for row in part], FIELDS)
    return Obligations(
        obligations=tuple(_owed(row, line) for row, line in zip(part, lines, strict=True)), waiting=sum(not row.accepted for row in rows),
        turned=look.turned(rows[start : start + SIZE + 1], SIZE, len(rows)),
    )  # fmt: skip


def _fits(row: Compliance, look: Look) -> bool:
    asked, due = look.asked, row.stands.due
    words = (asked.q or "").casefold().split()
    told = " ".join(filter(None, (row.stands.what, row.case, row.under, row.clause))).casefold()
    return (
        (not asked.status or asked.status == row.stands.state)
        and (not asked.since or bool(due and due >= asked.since))
        and (not asked.until or bool(due and due <= asked.until))
        and all(word in told for word in words)
    )


def _owed(row: Compliance, line: EntryLine) -> Owed:
    told = {name: getattr(line, name) for name in EntryLine.__struct_fields__}
    return Owed(
        **told | {"follow": row.stands.state}, duty=row.duty, stands=row.stands.state, due=row.stands.due, clause=row.clause,
        under=row.under, case=row.case, accepted=row.accepted, following=row.steps,
    )  # fmt: skip
