"""What is read: the sample, one page, sources, archives, feeds."""

from pathlib import Path
from typing import Any

import click

from detente.show.commands.group import EXIT, config_of, detente


@detente.command()
@click.option(
    "--into", type=click.Path(path_type=Path, file_okay=False), default=Path("detente-demo"), show_default=True
)
def demo(into: Path) -> int:
    """Read the bundled sample pages and show what the record says of them."""
    from detente.show.demo import run

    return run(into)


@detente.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--process", metavar="NAME", help="Copy this process file into the folder to edit: ukraine, gaza, sudan.")
def init(folder: Path, process: str | None) -> int:
    """Make a folder with detente.toml and an empty record."""
    from detente.show.init import make

    click.echo(make(folder, process))
    return EXIT["done"]


@detente.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--published", metavar="DATE", help="When the page was published, where it does not say so itself.")
@click.option("--url", help="Its address, where the file does not say so itself.")
@click.option("--json", "as_json", is_flag=True, help="Print every claim with its spans as JSON.")
@click.pass_context
def understand(context: click.Context, file: Path, published: str | None, url: str | None, as_json: bool) -> int:
    """Show what one page says; nothing is stored."""
    from detente.show.page import understand_file

    return understand_file(file, config_of(context), published=published, url=url, as_json=as_json)


@detente.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--json", "as_json", is_flag=True, help="Print every obligation with its spans as JSON.")
def agreement(file: Path, as_json: bool) -> int:
    """Show what an agreement (text, PDF or DOCX) obliges to, clause by clause, as read by machine; nothing is stored."""
    from detente.show.covenants import agreement_file

    return agreement_file(file, as_json=as_json)


@detente.command()
@click.argument("sources", nargs=-1, required=True)
@click.option("--since", metavar="DATE", help="Only pages published on this day or later.")
@click.option("--until", metavar="DATE", help="Only pages published on this day or earlier.")
@click.option("--match", metavar="WORDS", help="Only pages whose text has these words.")
@click.option("--limit", type=click.IntRange(min=1), help="Stop after so many pages.")
@click.option("--no-gate", is_flag=True, help="Read every page, also those that look to be about something else.")
@click.option("--follow", is_flag=True, help="Fetch the pages that feeds, lists of feeds and sitemaps on disk name.")
@click.option("--workers", type=click.IntRange(min=1), help="Read files and archives in shards with so many processes.")
@click.option("--shard", metavar="I/N", help="Read only the I-th of N parts of the shards; merge when all are done.")
@click.option(
    "--work",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where shards leave their results (default: beside the record).",
)
@click.option(
    "--cluster", metavar="ADDRESS", help="Read shards on the Dask cluster at this address (needs detente[cluster])."
)
@click.option("--dry-run", is_flag=True, help="Say what would be read, and read nothing.")
@click.pass_context
def read(
    context: click.Context, /, sources: tuple[str, ...], no_gate: bool, follow: bool, dry_run: bool, workers: int | None,
    shard: str | None, work: Path | None, cluster: str | None, **selection: Any,
) -> int:  # fmt: skip
    """Read pages into the record; what is in it already is passed over.

    A source is a file (HTML, text, PDF, DOCX, .eml), a folder, a web archive (.warc, .warc.gz), lines of JSON, an
    address, a feed, a list of feeds (OPML), a sitemap, or - for standard input. Nothing is fetched unless an address is
    given or --follow is.
    """
    from detente.show.reading import Chosen, read_sources

    config = config_of(context, gate=False if no_gate else None)
    if not dry_run and (workers or shard or cluster):
        from detente.show.bulk import read_in_bulk

        chosen = Chosen(**selection)
        return read_in_bulk(sources, config, chosen, workers=workers or 2, shard=shard, work=work, cluster=cluster)
    return read_sources(sources, config, Chosen(**selection), dry_run=dry_run, follow=follow)


@detente.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.pass_context
def merge(context: click.Context, folder: Path) -> int:
    """Put the results of `detente read --shard` into the record; what is in it already is passed over."""
    from detente.show.bulk import merge_results

    return merge_results(folder, config_of(context))


@detente.command()
@click.argument("feeds", nargs=-1, required=True)
@click.option(
    "--every",
    metavar="MINUTES",
    type=click.FloatRange(min=1),
    default=15.0,
    show_default=True,
    help="How often a feed is asked at first; feeds with news are asked more often, others less.",
)
@click.option("--once", is_flag=True, help="Ask every feed that is due once, and stop.")
@click.pass_context
def watch(context: click.Context, feeds: tuple[str, ...], every: float, once: bool) -> int:
    """Poll feeds into the record, with good manners, until told to stop; print what changes.

    FEEDS are addresses or OPML files. What was planned and is now cancelled or denied is marked with an exclamation mark.
    """
    from detente.show.watching import watch_feeds

    return watch_feeds(feeds, config_of(context), every=every * 60, once=once)
