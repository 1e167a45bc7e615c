"""`detente agreement`: what an agreement's own text obliges to, as a table or JSON; proposals, and nothing stored."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec
from rich.console import Console
from rich.table import Table

from detente.language.structure import articles_of
from detente.model import Actor, MechanismClaim, Problem, ZoneClaim
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
            "mechanisms": claims.mechanisms,
            "zones": claims.zones,
        }
        click.echo(msgspec.json.format(msgspec.json.encode(whole), indent=1).decode())
        return 0
    table = Table(*COLUMNS, title=document.title, caption=NOTE)
    for act in acts_of(claims.obligations):
        table.add_row(*_row(act))
    console = Console(width=None if sys.stdout.isatty() else 160, markup=False)
    console.print(table)
    for mechanism in claims.mechanisms:
        console.print(_watch(mechanism))
    for zone in claims.zones:
        console.print(_land(zone))
    return 0


def _watch(one: MechanismClaim) -> str:
    """Who watches what, and what else is told of it: "4.2 · the Mission watches the handover; reports: once a month"."""
    told = [(name, getattr(one, name)) for name in ("means", "mandate", "reporting", "trigger", "response")]
    more = "".join(f"; {name}: {' '.join(words.split())}" for name, words in told if words)
    return f"{one.clause or ''} · {_names((one.run_by,)) if one.run_by else 'not told'} watches: {' '.join(one.watches.split())}{more}"


def _land(one: ZoneClaim) -> str:
    """A zone or line in words."""
    wide = (
        f", {one.within_km:g} km on each side" if one.within_km else f", {one.wide_km:g} km wide" if one.wide_km else ""
    )
    where = f"{one.side} of {one.line}" if one.side else one.line or ""
    return f"{one.clause or ''} · {' along '.join(filter(None, (one.name, where)))}{wide}"


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
