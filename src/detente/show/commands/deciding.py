"""What people decide: judgements, and the review of pairs."""

from typing import Any

import click

from detente.show.commands.group import config_of, detente


@detente.command()
@click.argument(
    "verb",
    type=click.Choice(
        ["same", "different", "unsure", "set", "split", "reject", "accept", "undo", "note", "list", "export", "import"]
    ),
)
@click.argument("items", nargs=-1, metavar="[ID or FILE]...")
@click.option("--field", help="The field to set.")
@click.option("--value", help="The value to set it to, or the words of a note.")
@click.option("--who", help="Who decides; the setting `who`, where it is left out.")
@click.option("--why", default="", help="The reason.")
@click.option("--notes", is_flag=True, help="Export private notes too.")
@click.pass_context
def judge(context: click.Context, /, verb: str, items: tuple[str, ...], **details: Any) -> int:
    """Record what a person decided about claims, entries or pages; it outlives every re-reading.

    `split` names an entry, then the claims that leave it. `accept` makes of an obligation that was read by machine one that
    counts. `export` and `import` carry decisions between colleagues.
    """
    from detente.show.judging import record_judgement

    return record_judgement(config_of(context), verb, items, **details)


@detente.command()
@click.option(
    "--kind",
    type=click.Choice(["talks", "agreements", "obligations", "ceasefires", "incidents"]),
    default="talks",
    show_default=True,
)
@click.option("--who", help="Who decides; the setting `who`, where it is left out.")
@click.pass_context
def review(context: click.Context, kind: str, who: str | None) -> int:
    """Decide pair by pair what may be the same: x same, n not the same, u unsure, space later, z undo, q leave."""
    from detente.show.judging import review as review_pairs

    return review_pairs(config_of(context), kind, who)
