"""What keeps the record: withdrawing, copying, tidying, verifying."""

from pathlib import Path

import click

from detente.show.commands.group import config_of, detente


@detente.command()
@click.argument("document", metavar="ID")
@click.pass_context
def withdraw(context: click.Context, document: str) -> int:
    """Take the force of a page that was retracted; its trace stays."""
    from detente.show.keeping import withdraw_page

    return withdraw_page(config_of(context), document)


@detente.command()
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_context
def backup(context: click.Context, path: Path) -> int:
    """Copy the record into another file while it is in use."""
    from detente.show.keeping import back_up

    return back_up(config_of(context), path)


@detente.command()
@click.pass_context
def tidy(context: click.Context) -> int:
    """Give back the room of what was deleted and let the search index settle."""
    from detente.show.keeping import tidy_up

    return tidy_up(config_of(context))


@detente.command()
@click.pass_context
def check(context: click.Context) -> int:
    """Verify the settings, the lexicons' entries, the record's integrity and every quote."""
    from detente.show.explaining import check_all

    return check_all(config_of(context))
