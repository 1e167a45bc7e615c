"""`detente read`: sources into the record, with progress on stderr."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import cache

import click
import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from detente.config import Config
from detente.language import load
from detente.line import keep, settle
from detente.model import Document, Problem
from detente.read import count_pages, read_all
from detente.read.containers import Reach
from detente.read.found import Found
from detente.record import open_record


class Pace(ProgressColumn):
    """How many pages a second."""

    def render(self, task: Task) -> Text:
        """Return the pace so far; none before the first page."""
        return Text(f"· {task.speed or 0:.1f}/s")


COLUMNS = (
    TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("pages"), Pace(),
    TextColumn("· {task.fields[talks]} talks · {task.fields[refused]} unreadable ·"), TimeRemainingColumn(),
)  # fmt: skip


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """Which pages of the sources to read: published since and until a day, with some words, so many at most."""

    since: str | None = None
    until: str | None = None
    match: str | None = None
    limit: int | None = None

    def of(self, found: Iterable[Document | Problem]) -> Iterator[Document | Problem]:
        """Yield the pages that fit, and every problem, until the limit is reached."""
        taken = 0
        for page in found:
            if isinstance(page, Document):
                if not self._fits(page):
                    continue
                if self.limit is not None and taken >= self.limit:
                    return
                taken += 1
            yield page

    def _fits(self, page: Document) -> bool:
        day = (page.published or "")[:10]
        return (
            (not self.since or day >= self.since)
            and (not self.until or day <= self.until)
            and (not self.match or self.match.lower() in page.text.lower())
        )


def read_sources(
    sources: tuple[str, ...], config: Config, chosen: Chosen, *, dry_run: bool, follow: bool = False
) -> int:
    """Read sources into the record and say what became of them; returns the exit code."""
    now = datetime.now(UTC).isoformat()
    reach = reach_of(config, chosen, follow=follow)
    if dry_run:
        return _list(chosen.of(read_all(sources, sys.stdin.buffer, now=now, reach=reach)))
    counts = read_pages(sources, config, now, chosen, reach)
    click.echo(
        f"{counts['read']} read, {counts['unchanged']} unchanged, {counts['gated']} passed over, {counts['refused']} refused",
        err=True,
    )
    return 3 if counts["refused"] else 0


def reach_of(config: Config, chosen: Chosen, *, follow: bool) -> Reach:
    """Return how far sources may lead: with the settings' manners, and no request for pages before `since`."""

    @cache
    def fetching() -> Callable[[str], Found]:
        from detente.read.web.fetcher import Manners
        from detente.read.web.getting import getter

        manners = Manners(contact=config.contact, allow_private=config.allow_private, pause=config.pause)
        return getter(manners, lambda: datetime.now(UTC).isoformat(timespec="seconds"))

    def fetch(url: str) -> Found:
        return fetching()(url)

    return Reach(get=fetch, follow=follow, since=chosen.since)


def _list(pages: Iterable[Document | Problem]) -> int:
    refused = False
    for page in pages:
        refused |= isinstance(page, Problem)
        click.echo(
            str(page) if isinstance(page, Problem) else f"{page.published or 'undated'}  {page.title or page.id}"
        )
    return 3 if refused else 0


def read_pages(
    sources: Iterable[str], config: Config, now: str, chosen: Chosen | None = None, reach: Reach | None = None
) -> Counter[str]:
    """Read pages one at a time into the record with a progress bar, then reconcile; count what became of them.

    Pages are kept one by one: what was read before an interrupt stays, and is reconciled.
    """
    sources = tuple(sources)
    reader = load()
    counts = Counter[str]()
    with (
        open_record(config.record, create=True) as record,
        Progress(*COLUMNS, console=Console(stderr=True)) as progress,
    ):
        task = progress.add_task("reading", total=count_pages(sources), talks=0, refused=0)
        opened = _ticked(read_all(sources, sys.stdin.buffer, now=now, reach=reach), lambda: progress.advance(task))
        pages = (chosen or Chosen()).of(opened)
        try:
            for outcome in keep(record, pages, reader, gate=config.gate):
                counts[outcome.what] += 1
                counts["talks"] += outcome.talks
                progress.update(task, talks=counts["talks"], refused=counts["refused"])
                if outcome.problem:
                    progress.console.print(f"refused  {outcome.problem}", highlight=False, markup=False)
        finally:
            settle(record, now)
    return counts


def _ticked(pages: Iterable[Document | Problem], tick: Callable[[], None]) -> Iterator[Document | Problem]:
    """Yield each page, and tick when the next one is asked for."""
    for page in pages:
        yield page
        tick()
