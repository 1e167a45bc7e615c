"""`detente compliance`: how each obligation stands at the end of a period, by what is reported of it; no verdict on blame."""

import sys
from collections.abc import Iterator
from datetime import date

import click
import msgspec
from rich.console import Console
from rich.table import Table

from detente.config import Config
from detente.lexicon.covenants import is_of_breach
from detente.model import FollowUp, Noun, Obligation, ObservationClaim
from detente.reconcile import complied
from detente.record import Record, open_record
from detente.show.names import actor_words, interval_words
from detente.show.symbols import FOLLOWED

BROKEN = frozenset({"not met", "disputed"})
COLUMNS = ("id", "who", "clause", "duty", "what", "due", "stands", "then")


class Compliance(Noun, frozen=True, kw_only=True):
    """An obligation and how it stands; `accepted` tells whether a person has accepted it, or a machine proposes it.

    `case` is the case that it is for, in the agreement's words. `steps` are the obligations that the same agreement has for
    a breach, in the order of its clauses: what was agreed to follow where this one is reported not met, or disputed.
    """

    id: str
    who: str | None
    clause: str | None
    under: str | None
    duty: str
    accepted: bool
    case: str | None = None
    stands: FollowUp
    steps: tuple[str, ...] = ()


def show_compliance(config: Config, *, since: str | None, on: str | None, proposed: bool, as_json: bool) -> int:
    """Print how every accepted obligation stands, those due first before those owed all the time."""
    day = on or date.today().isoformat()
    with open_record(config.record, readonly=True) as record:
        owed = record.entries(Obligation)
        rows = list(_rows(record, [one for one in owed if one.accepted or proposed], since or "", day))
        waiting = sum(not one.accepted for one in owed)
    rows.sort(key=lambda row: (row.stands.due or "9999", _parts(row.clause), row.who or "", row.id))
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(rows), indent=1).decode())
        return 0
    table = Table(*COLUMNS, title=f"Obligations, {interval_words(since, day)}")
    for row in rows:
        table.add_row(*_cells(row))
    Console(width=None if sys.stdout.isatty() else 160, markup=False).print(table)
    if waiting and not proposed:
        click.echo(f"{waiting} read by machine wait for a person: `detente compliance --proposed` lists them, `detente judge accept ID` makes one count")  # fmt: skip
    return 0


def _steps(record: Record, owed: list[Obligation]) -> dict[str | None, tuple[str, ...]]:
    """What is agreed to follow a breach, by agreement and in the order of its text."""
    found: dict[str | None, list[tuple[int, str]]] = {}
    for one in owed:
        if not one.withdrawn and is_of_breach(one.value("trigger") or ""):
            told = record.told(one.fields["trigger"][0].claims)
            at = min(claim.claim.evidence["what"][0].start for claim in told)
            found.setdefault(one.value("under"), []).append((at, one.id))
    return {under: tuple(id_ for _, id_ in sorted(rows)) for under, rows in found.items()}


def _rows(record: Record, owed: list[Obligation], since: str, day: str) -> Iterator[Compliance]:
    unseen, steps = _unseen(record, since, day), _steps(record, owed)
    for one in owed:
        if not one.withdrawn:
            who, clause, under, case = (one.value(field) for field in ("who", "clause", "under", "trigger"))
            stands = complied(one, day, since, unseen)
            yield Compliance(
                id=one.id, who=who, clause=clause, under=under, duty=one.value("duty") or "do", case=case, stands=stands,
                accepted=one.accepted is not None,
                steps=tuple(step for step in steps.get(under, ()) if step != one.id) if stands.state in BROKEN else (),
            )  # fmt: skip


def _parts(clause: str | None) -> list[tuple[int, str]]:
    """A clause's number as it is counted: 2.b before 10.a."""
    return [(int(part) if part.isdigit() else 0, part) for part in (clause or "").split(".")]


def _unseen(record: Record, since: str, day: str) -> dict[str, tuple[str, ...]]:
    """The observations of a period, told by its last day, that nothing of an area could be seen, by place."""
    found: dict[str, tuple[str, ...]] = {}
    for told in record.observed(since, day):
        claim = told.claim
        if isinstance(claim, ObservationClaim) and claim.seen == "nothing" and claim.where and told.day <= day:
            for place in {claim.where.name.casefold(), (claim.where.district or claim.where.name).casefold()}:
                found[place] = (*found.get(place, ()), claim.id)
    return found


def _cells(row: Compliance) -> tuple[str, ...]:
    stands = row.stands
    return (
        row.id if row.accepted else f"{row.id} (proposed)",
        actor_words(row.who, {}) if row.who else "not told",
        row.clause or "",
        row.duty,
        " ".join(stands.what.split()) + (f" [{' '.join(row.case.split())}]" if row.case else ""),
        stands.due or "",
        f"{FOLLOWED[stands.state].sign} {stands.state}",
        ", ".join(row.steps),
    )
