"""`detente compliance`: how each obligation stands at the end of a period, as a table or JSON."""

import sys
from datetime import date

import click
import msgspec
from rich.console import Console
from rich.table import Table

from detente.config import Config
from detente.model import Obligation
from detente.record import open_record
from detente.show.names import actor_words, interval_words
from detente.show.obligations import Compliance, order, standings
from detente.show.symbols import FOLLOWED

COLUMNS = ("id", "who", "clause", "duty", "what", "due", "stands", "then")


def show_compliance(config: Config, *, since: str | None, on: str | None, proposed: bool, as_json: bool) -> int:
    """Print how every accepted obligation stands, those due first before those owed all the time."""
    day = on or date.today().isoformat()
    with open_record(config.record, readonly=True) as record:
        owed = record.entries(Obligation)
        rows = list(standings(record, [one for one in owed if one.accepted or proposed], since or "", day))
        waiting = sum(not one.accepted for one in owed)
    rows.sort(key=order)
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
