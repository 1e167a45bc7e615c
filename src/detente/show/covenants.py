"""`detente agreement`: what an agreement's own text obliges to, as a table or JSON; proposals, and nothing stored."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec
from rich.console import Console
from rich.table import Table

from detente.language.structure import articles_of
from detente.model import Actor, Problem
from detente.read import read_all
from detente.read.agreement import as_agreement
from detente.understand import understand
from detente.understand.clauses import Act, acts_of

NOTE = "Read by machine: proposals, until a person has compared each with its clause."
COLUMNS = ("clause", "who", "duty", "what", "where", "by when", "verified by")


def agreement_file(file: Path, *, as_json: bool) -> int:
    """Read one agreement and print its obligations; returns the exit code."""
    now = datetime.now(UTC).isoformat()
    found = next(read_all([str(file)], sys.stdin.buffer, now=now), None)
    if found is None or isinstance(found, Problem):
        click.echo(f"detente: {found or f'{file}: nothing to read; name an agreement'}", err=True)
        return 3
    if not articles_of(found.text):
        click.echo(f"detente: {file}: no numbered article or clause; name the agreement's own text", err=True)
        return 3
    document = found if found.kind == "agreement" else as_agreement(found)
    claims = understand(document)
    if as_json:
        whole = {
            "document": document.id,
            "title": document.title,
            "status": "proposed",
            "obligations": claims.obligations,
        }
        click.echo(msgspec.json.format(msgspec.json.encode(whole), indent=1).decode())
        return 0
    table = Table(*COLUMNS, title=document.title, caption=NOTE)
    for act in acts_of(claims.obligations):
        table.add_row(*_row(act))
    Console(width=None if sys.stdout.isatty() else 160, markup=False).print(table)
    return 0


def _row(act: Act) -> tuple[str, ...]:
    one = act.claim
    when = one.by_when
    return (
        one.clause or "",
        _names(act.who) or "not told",
        one.duty,
        " ".join(one.what.split()),
        one.where.name if one.where else "",
        (when.latest or when.as_said or "") if when else "",
        _names(one.verified_by),
    )


def _names(actors: tuple[Actor, ...]) -> str:
    return ", ".join(str(actor.party or actor.person or actor.description) for actor in actors)
