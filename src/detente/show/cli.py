"""The command line. stdout is data, stderr is progress; the exit codes are those of `EXIT`.

Imports that cost time (the reader, the record) stand inside the commands that use them, so that `detente --help`
answers at once.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from detente.errors import DetenteError, UsageError

if TYPE_CHECKING:
    from detente.config import Config

EXIT = {"done": 0, "error": 1, "usage": 2, "unreadable": 3, "failed check": 4, "interrupted": 130}
LISTS = (
    "talks", "positions", "people", "parties", "terms", "gaps", "mechanisms", "roles", "statements", "ceasefires",
    "incidents", "agreements", "obligations", "sources", "disputes", "stories", "timeline", "coverage",
)  # fmt: skip


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


def _config(context: click.Context, **options: Any) -> "Config":
    import os

    from detente.config import load_config

    config = load_config(Path.cwd(), os.environ, {**context.obj, **options})
    if config.process:
        from detente.lexicon.process import in_force
        from detente.lexicon.process_files import load_process

        context.with_resource(in_force(load_process(config.process, Path.cwd())))
    return config


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

    return understand_file(file, _config(context), published=published, url=url, as_json=as_json)


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

    config = _config(context, gate=False if no_gate else None)
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

    return merge_results(folder, _config(context))


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

    return watch_feeds(feeds, _config(context), every=every * 60, once=once)


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

    return hand_in(sources, _config(context), who=who, kind=kind, held=held)


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

    return show_custody(_config(context), head=head, witness=witness, new_key=new_key, open_=open_, key=key)


@detente.command()
@click.argument("path", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--schema", is_flag=True, help="Print the JSON schema of what is handed in.")
def form(path: Path | None, schema: bool) -> int:
    """Write the reporting form: one page that works on a phone, without a network."""
    from detente.show.intake import write_form

    return write_form(path, schema=schema)


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

    return show_list(_config(context), what, item, as_json=as_json, **filters)


@detente.command()
@click.argument("item", metavar="ID")
@click.pass_context
def explain(context: click.Context, item: str) -> int:
    """Show the words, the sources, the rules and the scores behind one item."""
    from detente.show.explaining import explain_item

    return explain_item(_config(context), item)


@detente.command()
@click.argument("items", nargs=-1, required=True, metavar="ID...")
@click.pass_context
def compare(context: click.Context, items: tuple[str, ...]) -> int:
    """Show the accounts of an entry, or of several, side by side."""
    from detente.show.explaining import compare as compare_accounts

    return compare_accounts(_config(context), items)


@detente.command()
@click.argument("query", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True)
@click.pass_context
def search(context: click.Context, query: tuple[str, ...], limit: int) -> int:
    """Search the text of everything read."""
    from detente.show.lists import search_text

    return search_text(_config(context), " ".join(query), limit)


@detente.command()
@click.option("--since", metavar="DATE", required=True, help="The day, or moment, to compare with.")
@click.pass_context
def changes(context: click.Context, since: str) -> int:
    """Show what entered, moved or was withdrawn since a day."""
    from detente.show.lists import show_changes

    return show_changes(_config(context), since)


@detente.command()
@click.option("--since", metavar="DATE", help="Reports from this day on, for what is owed all the time.")
@click.option("--on", metavar="DATE", help="As it stood at the end of this day (default: today).")
@click.option("--proposed", is_flag=True, help="Those too that were read by machine and nobody has accepted yet.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_context
def compliance(context: click.Context, /, **how: Any) -> int:
    """Show how each accepted obligation stands: met, not met, disputed, ahead, due and unreported, not observable."""
    from detente.show.compliance import show_compliance

    return show_compliance(_config(context), **how)


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

    return record_judgement(_config(context), verb, items, **details)


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

    return review_pairs(_config(context), kind, who)


@detente.command()
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="The address to answer on; beyond this machine only with a token.",
)
@click.option("--port", type=click.IntRange(1, 65535), default=8642, show_default=True)
@click.option(
    "--token",
    help="What whoever asks from elsewhere must bring; made up where --host reaches further and none is given.",
)
@click.option(
    "--profile",
    type=click.Choice(["public", "full"]),
    help="What is shown: everything on this machine, what may leave it beyond.",
)
@click.option("--who", help="Who decides in the pages; the setting `who`, where it is left out.")
@click.pass_context
def serve(context: click.Context, /, **how: Any) -> int:
    """Open the record as pages in a browser, on this machine only unless told otherwise."""
    from detente.show.web.serving import serve as serve_pages

    return serve_pages(_config(context), **how)


PROFILE = click.option(
    "--profile", type=click.Choice(["public", "full"]), default="public", show_default=True, help="What may be shown."
)


@detente.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@PROFILE
@click.option("--on", metavar="DATE", help="The day by which talks are past or still to come (default: today).")
@click.pass_context
def site(context: click.Context, folder: Path, profile: str, on: str | None) -> int:
    """Write the pages as a folder that opens from disk."""
    from detente.show.leaving import site as write_pages

    return write_pages(_config(context), folder, profile=profile, on=on)


@detente.command()
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--what",
    multiple=True,
    metavar="LIST",
    help="Which list: talks, positions, incidents ... (default: talks, or all).",
)
@click.option("--as", "named", metavar="FORMAT", help="A format by name, whatever the suffix.")
@PROFILE
@click.option(
    "--template", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="A DOCX document of your own."
)
@filtered
@click.pass_context
def export(context: click.Context, /, path: Path, **how: Any) -> int:
    """Write the record by suffix: .csv .xlsx .parquet .jsonl .geojson .ics .md .html .docx .pdf; or --as plover, polecat."""
    from detente.show.leaving import export as write_file

    return write_file(_config(context), path, **how)


@detente.command()
@click.option("--since", metavar="DATE", required=True, help="The first day that the brief tells of.")
@click.option(
    "--on", metavar="DATE", help="The day of the brief (default: today, or the newest page's day where that is old)."
)
@click.option("--party", help="Only of this party.")
@click.option(
    "-o",
    "--output",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("brief.md"),
    show_default=True,
)
@click.option(
    "--template", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="A DOCX document of your own."
)
@PROFILE
@click.pass_context
def brief(context: click.Context, /, path: Path, **how: Any) -> int:
    """Write one dated page, every sentence footnoted to quoted words: .md .html .docx .pdf."""
    from detente.show.leaving import write_brief

    return write_brief(_config(context), path, **how)


@detente.command()
@click.option("--on", metavar="DATE", help="The day to report on (default: the day of the record).")
@click.option("--since", metavar="DATE", help="Report on the days from this one on.")
@click.option("--until", metavar="DATE", help="The last day to report on.")
@click.option(
    "-o",
    "--output",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A file: .md .html .json; without one, Markdown is printed.",
)
@PROFILE
@click.pass_context
def daily(context: click.Context, /, path: Path | None, profile: str, **days: str | None) -> int:
    """Report what is alleged of a day or some days beside as many before: by kind and area, and what could not be seen."""
    from detente.show.leaving import daily_report

    return daily_report(_config(context), path, profile=profile, **days)


@detente.command()
def codebook() -> int:
    """Print what every field and code means, with the version of this codebook."""
    from detente.show.measuring import print_codebook

    return print_codebook()


@detente.command()
@click.option("--seed", type=int, help="Draw with this seed; the same seed draws the same claims.")
@click.option(
    "--into", "folder", type=click.Path(path_type=Path, file_okay=False), default=Path("sample"), show_default=True
)
@click.option("--kind", type=click.Choice(["talk", "position"]), default="position", show_default=True)
@click.option("--size", type=click.IntRange(1, 10_000), default=100, show_default=True)
@click.option("--coders", type=click.IntRange(2, 9), default=2, show_default=True)
@click.option("--agree", is_flag=True, help="Read the filled sheets and print the agreement.")
@click.pass_context
def sample(context: click.Context, /, seed: int | None, folder: Path, agree: bool, **how: Any) -> int:
    """Draw claims for blind double-coding, or measure how far the coders agree."""
    from detente.show.measuring import draw_sample, print_agreement

    if agree:
        return print_agreement(folder)
    if seed is None:
        raise UsageError("name a seed to draw with (--seed 7), or ask for the agreement (--agree)")
    return draw_sample(_config(context), folder, seed=seed, **how)


@detente.command()
@click.argument("document", metavar="ID")
@click.pass_context
def withdraw(context: click.Context, document: str) -> int:
    """Take the force of a page that was retracted; its trace stays."""
    from detente.show.keeping import withdraw_page

    return withdraw_page(_config(context), document)


@detente.command()
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_context
def backup(context: click.Context, path: Path) -> int:
    """Copy the record into another file while it is in use."""
    from detente.show.keeping import back_up

    return back_up(_config(context), path)


@detente.command()
@click.pass_context
def tidy(context: click.Context) -> int:
    """Give back the room of what was deleted and let the search index settle."""
    from detente.show.keeping import tidy_up

    return tidy_up(_config(context))


@detente.command()
@click.pass_context
def check(context: click.Context) -> int:
    """Verify the settings, the lexicons' entries, the record's integrity and every quote."""
    from detente.show.explaining import check_all

    return check_all(_config(context))


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(_run(arguments))


def _run(arguments: list[str] | None) -> int:
    try:
        return int(detente.main(arguments, prog_name="detente", standalone_mode=False) or 0)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as error:
        error.show()
        return EXIT["usage"]
    except UsageError as error:
        click.echo(f"detente: {error}", err=True)
        return EXIT["usage"]
    except DetenteError as error:
        click.echo(f"detente: {error}", err=True)
        return EXIT["error"]
    except (KeyboardInterrupt, click.Abort):
        click.echo("detente: interrupted; what was read so far is kept", err=True)
        return EXIT["interrupted"]
    except BrokenPipeError:  # the reader of our output has gone (`| head`)
        sys.stderr.close()
        return EXIT["done"]
