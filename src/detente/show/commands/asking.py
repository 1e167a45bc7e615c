"""What the record says: lists, one item explained, accounts side by side, words, changes, how obligations stand."""

from typing import Any

import click

from detente.show.commands.group import config_of, detente, filtered

LISTS = (
    "talks", "positions", "people", "parties", "terms", "gaps", "mechanisms", "roles", "statements", "ceasefires",
    "incidents", "agreements", "obligations", "sources", "disputes", "stories", "timeline", "coverage",
)  # fmt: skip


@detente.command()
@click.argument("what", type=click.Choice(LISTS))
@click.argument("item", required=False, metavar="[ID]")
@filtered
@click.option("--withdrawn", is_flag=True, help="What no page says any more.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_context
def show(context: click.Context, /, what: str, item: str | None, as_json: bool, **filters: Any) -> int:
    """Show the record: talks, positions, people ..., or one item of them."""
    from detente.show.lists import show_list

    return show_list(config_of(context), what, item, as_json=as_json, **filters)


@detente.command()
@click.argument("item", metavar="ID")
@click.pass_context
def explain(context: click.Context, item: str) -> int:
    """Show the words, the sources, the rules and the scores behind one item."""
    from detente.show.explaining import explain_item

    return explain_item(config_of(context), item)


@detente.command()
@click.argument("items", nargs=-1, required=True, metavar="ID...")
@click.pass_context
def compare(context: click.Context, items: tuple[str, ...]) -> int:
    """Show the accounts of an entry, or of several, side by side."""
    from detente.show.explaining import compare as compare_accounts

    return compare_accounts(config_of(context), items)


@detente.command()
@click.argument("query", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True)
@click.pass_context
def search(context: click.Context, query: tuple[str, ...], limit: int) -> int:
    """Search the text of everything read."""
    from detente.show.lists import search_text

    return search_text(config_of(context), " ".join(query), limit)


@detente.command()
@click.option("--since", metavar="DATE", required=True, help="The day, or moment, to compare with.")
@click.pass_context
def changes(context: click.Context, since: str) -> int:
    """Show what entered, moved or was withdrawn since a day."""
    from detente.show.lists import show_changes

    return show_changes(config_of(context), since)


@detente.command()
@click.option("--since", metavar="DATE", help="Reports from this day on, for what is owed all the time.")
@click.option("--on", metavar="DATE", help="As it stood at the end of this day (default: today).")
@click.option("--proposed", is_flag=True, help="Those too that were read by machine and nobody has accepted yet.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_context
def compliance(context: click.Context, /, **how: Any) -> int:
    """Show how each accepted obligation stands: met, not met, disputed, ahead, due and unreported, not observable."""
    from detente.show.compliance import show_compliance

    return show_compliance(config_of(context), **how)
