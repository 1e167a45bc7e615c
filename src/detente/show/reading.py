"""`detente read`: sources into the record, with progress on stderr."""

import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from detente.config import Config
from detente.language import load
from detente.line import Outcome, keep, settle
from detente.model import Document, Problem
from detente.read import read_all
from detente.record import open_record


def read_sources(
    sources: tuple[str, ...], config: Config, *, since: str | None, until: str | None, match: str | None,
    limit: int | None, dry_run: bool,
) -> int:  # fmt: skip
    """Read sources into the record and say what became of them; returns the exit code."""
    now = datetime.now(UTC).isoformat()
    found = _chosen(read_all(sources, sys.stdin.buffer, now=now), since, until, match, limit)
    pages = list(found)
    if dry_run:
        for page in pages:
            click.echo(
                f"{page.where}: {page.what}"
                if isinstance(page, Problem)
                else f"{page.published or 'undated'}  {page.title or page.id}"
            )
        return 3 if any(isinstance(page, Problem) for page in pages) else 0
    outcomes = read_pages(pages, config, now)
    counts = {what: sum(one.what == what for one in outcomes) for what in ("read", "unchanged", "gated", "refused")}
    click.echo(
        f"{counts['read']} read, {counts['unchanged']} unchanged, {counts['gated']} passed over, {counts['refused']} refused",
        err=True,
    )
    return 3 if counts["refused"] else 0


def read_pages(pages: list[Document | Problem], config: Config, now: str) -> list[Outcome]:
    """Read pages into the record with a progress bar, then reconcile; work so far is kept when interrupted."""
    reader = load()
    columns = (
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("pages · {task.fields[talks]} talks"),
        TimeRemainingColumn(),
    )
    outcomes: list[Outcome] = []
    with (
        open_record(config.record, create=True) as record,
        Progress(*columns, console=Console(stderr=True)) as progress,
    ):
        task = progress.add_task("reading", total=len(pages), talks=0)
        try:
            for outcome in keep(record, pages, reader, gate=config.gate):
                outcomes.append(outcome)
                progress.update(task, advance=1, talks=sum(one.talks for one in outcomes))
                if outcome.problem:
                    progress.console.print(f"refused  {outcome.problem}", highlight=False, markup=False)
        finally:
            settle(record, now)
    return outcomes


def _chosen(
    found: Iterable[Document | Problem], since: str | None, until: str | None, match: str | None, limit: int | None
) -> Iterator[Document | Problem]:
    taken = 0
    for page in found:
        if isinstance(page, Document):
            day = (page.published or "")[:10]
            if (since and day < since) or (until and day > until) or (match and match.lower() not in page.text.lower()):
                continue
            if limit is not None and taken >= limit:
                return
            taken += 1
        yield page
