"""What is handed in: reports into custody, the custody log, the form."""

from pathlib import Path

import click

from detente.show.commands.group import config_of, detente


@detente.command()
@click.argument("sources", nargs=-1)
@click.option("--who", help="Whose hand takes it in; the setting `who`, where it is left out.")
@click.option("--kind", type=click.Choice(["news", "monitor's report", "agreement"]), help="What pages among them are.")
@click.option("--held", is_flag=True, help="Also log, by its hash, every page that the record holds already.")
@click.pass_context
def intake(context: click.Context, sources: tuple[str, ...], who: str | None, kind: str | None, held: bool) -> int:
    """Take reports into custody and into the record: forms, tables, pages, or another copy's intake folder.

    Each file gets a line in the custody log, with its hash, before it is acknowledged. What names a reporter is sealed.
    """
    from detente.show.intake import hand_in

    return hand_in(sources, config_of(context), who=who, kind=kind, held=held)


@detente.command()
@click.option("--head", is_flag=True, help="Print the last line's number and hash, for a witness to keep.")
@click.option("--witness", metavar="FILE or HEAD", help="Verify the log against another copy of it, or a head.")
@click.option(
    "--new-key", type=click.Path(path_type=Path, dir_okay=False), help="Make a key for reporters' identities."
)
@click.option("--open", "open_", metavar="HASH", help="Print what arrived under a hash.")
@click.option("--key", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="The key that opens it.")
@click.pass_context
def custody(
    context: click.Context, head: bool, witness: str | None, new_key: Path | None, open_: str | None, key: Path | None
) -> int:
    """Show the custody log: what arrived, when, by whose hand, under which hash."""
    from detente.show.intake import show_custody

    return show_custody(config_of(context), head=head, witness=witness, new_key=new_key, open_=open_, key=key)


@detente.command()
@click.argument("path", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--schema", is_flag=True, help="Print the JSON schema of what is handed in.")
def form(path: Path | None, schema: bool) -> int:
    """Write the reporting form: one page that works on a phone, without a network."""
    from detente.show.intake import write_form

    return write_form(path, schema=schema)
