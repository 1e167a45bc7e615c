"""`detente withdraw`, `backup`, `tidy`: keeping the record in order."""

from datetime import UTC, datetime
from pathlib import Path

import click

from detente.config import Config
from detente.errors import UsageError
from detente.line import settle
from detente.record import open_record


def withdraw_page(config: Config, document: str) -> int:
    """Take the force of a page and print what that changed."""
    with open_record(config.record) as record:
        if not record.withdraw(document):
            raise UsageError(f"no page '{document}' that stands; `detente search WORDS` tells the ids of pages")
        for change in settle(record, datetime.now(UTC).isoformat()):
            click.echo(f"{change.sign} {change.entry}  {change.what}")
    return 0


def back_up(config: Config, path: Path) -> int:
    """Copy the record."""
    with open_record(config.record, readonly=True) as record:
        record.backup(path)
    click.echo(f"copied to {path}")
    return 0


def tidy_up(config: Config) -> int:
    """Give back room."""
    with open_record(config.record) as record:
        record.tidy()
    return 0
