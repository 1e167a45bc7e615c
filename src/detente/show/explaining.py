"""`detente explain`, `compare`, `check`: what stands behind an item, accounts side by side, the record verified."""

from datetime import UTC, datetime

import click
from rich.console import Console
from rich.table import Table

from detente.config import Config
from detente.line import check
from detente.line.intake import check_custody
from detente.model import Fact, Obligation, Story, Talk, Told
from detente.reconcile import drifts, follow_up, proof, told_of
from detente.record import Record, open_record, shown
from detente.show.chains import chain_lines, evidence_lines
from detente.show.lists import lines_of
from detente.show.tell import WIDTH, sources_of, wrapped

COMPARED = ("status", "when", "where", "parties", "participants", "stance", "as_said", "kind", "start", "end", "counts")


def explain_item(config: Config, item: str) -> int:
    """Print the words, sources, rules and scores behind an entry or claim."""
    with open_record(config.record, readonly=True) as record:
        found = record.claim(item)
        if found:
            click.echo("\n".join(evidence_lines(*found)))
            return 0
        if chain := _chain_lines(record, item):
            click.echo("\n".join(chain))
            return 0
        entry = record.entry(item)
        click.echo("\n".join(lines_of(entry)))
        for field, facts in entry.fields.items():
            for fact in facts:
                click.echo("\n".join(_fact_lines(field, fact)))
        if entry.why:
            click.echo(f"  joined because: {', '.join(entry.why)}")
        if entry.possibly_same:
            click.echo(f"  possibly the same as {', '.join(entry.possibly_same)}; `detente review` decides")
        if isinstance(entry, Talk | Obligation):
            for step in follow_up(entry, datetime.now(UTC).isoformat()):
                click.echo(f"  announced: {step.what}, due {step.due or 'on a day not told'}: {step.state}")
        for dispute in record.disputes(entry.id):
            click.echo(
                f"  disputed: {dispute.field}: " + " against ".join(shown(one.value) for one in dispute.accounts)
            )
        for note in record.notes(entry.id):
            click.echo(f"  note (private) of {note.who}, {note.when[:10]}: {note.value or note.why}")
        if isinstance(entry, Story):
            _explain_story(record, entry)
        for told in record.behind(entry):
            behind = record.claim(told.claim.id)
            if behind:
                click.echo("\n".join(evidence_lines(*behind)))
    return 0


def _chain_lines(record: Record, item: str) -> list[str]:
    """A source by the ids of its page and of itself, "PAGE:s2"; nothing where the item is no such thing."""
    document, _, id_ = item.rpartition(":")
    claims = record.page(document) if document else None
    found = [source for source in claims.sources if source.id == id_] if claims else []
    return list(chain_lines(found[0], claims)) if claims and found else []


def _fact_lines(field: str, fact: Fact) -> list[str]:
    by = f"set by judgement {fact.judged}" if fact.judged else f"{sources_of(fact)}; {'; '.join(proof(fact))}"
    return wrapped(f"{field}: {shown(fact.value)} · {by}", "  ")


def _explain_story(record: Record, story: Story) -> None:
    """Print how the pages of a report derive from one another and what each made of it."""
    pages = {id_: page for id_ in story.documents if (page := record.page(id_))}
    for one in story.derivations:
        click.echo(f"  {one.document} {one.kind} of {one.origin}: {one.unquoted:.0%} of it outside quotation marks")
        origin, later = record.page(one.origin), pages.get(one.document)
        if origin and later:
            for drift in drifts(told_of(origin, story.id), told_of(later, story.id)):
                click.echo(f"    {drift.kind}: {drift.field} {drift.was} → {drift.became or 'left out'}")


def compare(config: Config, items: tuple[str, ...]) -> int:
    """Print the accounts of one entry, or of several, side by side: one column an account."""
    with open_record(config.record, readonly=True) as record:
        rows = [told for item in items for told in record.behind(record.entry(item))]
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    for told in rows:
        table.add_column(f"{told.outlet or 'unknown'}\n{told.day or 'undated'}", overflow="fold")
    for field in COMPARED:
        values = [_said(told, field) for told in rows]
        if any(values):
            table.add_row(field + (" ≠" if len({one for one in values if one}) > 1 else ""), *values)
    table.add_row("source", *(_chain(told) for told in rows))
    Console(width=max(WIDTH, 26 * len(rows) + 14), highlight=False).print(table)
    return 0


def _said(told: Told, field: str) -> str:
    value = getattr(told.claim, field, None)
    if value is None or value == ():
        return ""
    if hasattr(value, "as_said"):
        days = "/".join(
            str(day)[:10] for day in (getattr(value, "earliest", None), getattr(value, "latest", None)) if day
        )
        return (
            f"{getattr(value, 'name', None) or days} ({value.as_said})"
            if value.as_said
            else str(getattr(value, "name", days))
        )
    if isinstance(value, tuple):
        return ", ".join(str(getattr(one, "person", None) or getattr(one, "description", None) or one) for one in value)
    return str(value)


def _chain(told: Told) -> str:
    source = told.source("status")
    return " ← ".join(link.name for link in source.chain) if source else "not told"


def check_all(config: Config) -> int:
    """Verify lexicons, integrity and quotes; returns 4 where something is wrong."""
    from detente.lexicon.issues import issues
    from detente.lexicon.moves import moves
    from detente.lexicon.parties import parties
    from detente.lexicon.process import process_in_force

    counts = f"{len(issues().entries)} issues, {len(moves())} moves, {len(parties())} parties"
    process = process_in_force()
    counts += f", process file '{process.name}'" if process else ""
    with open_record(config.record) as record:
        problems = [*check(record), *check_custody(record, config.intake)]
    for problem in problems:
        click.echo(str(problem), err=True)
    if problems:
        return 4
    click.echo(f"settings and lexicons are well formed ({counts}); the record is whole and every quote stands")
    return 0
