"""The group of all commands, the options that several of them share, and the settings that they run under."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from detente.config import Config

EXIT = {"done": 0, "error": 1, "usage": 2, "unreadable": 3, "failed check": 4, "interrupted": 130}


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="detente", message="%(prog)s %(version)s")
@click.option("--record", metavar="FILE", help="The record to use (default: record.sqlite, or what detente.toml says).")
@click.option("--process", metavar="NAME", help="The process file: ukraine, gaza, sudan, or a file of your own.")
@click.pass_context
def detente(context: click.Context, record: str | None, process: str | None) -> None:
    """Keep the evidence-backed record of a peace process, read from the news.

    Start with `detente demo`, then `detente understand PAGE` on a page of your own.
    """
    context.obj = {"record": record, "process": process}


FILTERS = (
    click.option("--on", metavar="DATE", help="As it stood, or as it was planned, on this day."),
    click.option("--since", metavar="DATE", help="From this day on."),
    click.option("--until", metavar="DATE", help="Until this day."),
    click.option("--party", help="Only of this party (USA, RUS, HAMAS ...)."),
    click.option("--issue", help="Only on this issue (territory, ceasefire.monitoring ...)."),
    click.option("--person", help="Only with this person (steve-witkoff ...)."),
    click.option("--status", help="Only with this status."),
    click.option("--min-sources", type=int, help="Only what at least so many independent sources say."),
)


def filtered(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options by which every list is filtered."""
    for option in reversed(FILTERS):
        command = option(command)
    return command


def config_of(context: click.Context, **options: Any) -> "Config":
    """Return the settings that a command runs under, with its own options above them; the process file is put in force."""
    import os

    from detente.config import load_config

    config = load_config(Path.cwd(), os.environ, {**context.obj, **options})
    if config.process:
        from detente.lexicon.process import in_force
        from detente.lexicon.process_files import load_process

        context.with_resource(in_force(load_process(config.process, Path.cwd())))
    return config


PROFILE = click.option(
    "--profile", type=click.Choice(["public", "full"]), default="public", show_default=True, help="What may be shown."
)
