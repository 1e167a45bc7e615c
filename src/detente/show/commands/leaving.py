"""What leaves the record: pages, exports, briefs, daily reports, the codebook, samples for coding."""

from pathlib import Path
from typing import Any

import click

from detente.errors import UsageError
from detente.show.commands.group import PROFILE, config_of, detente, filtered


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

    return serve_pages(config_of(context), **how)


@detente.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@PROFILE
@click.option("--on", metavar="DATE", help="The day by which talks are past or still to come (default: today).")
@click.pass_context
def site(context: click.Context, folder: Path, profile: str, on: str | None) -> int:
    """Write the pages as a folder that opens from disk."""
    from detente.show.leaving import site as write_pages

    return write_pages(config_of(context), folder, profile=profile, on=on)


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
    """Write the record by suffix: .csv .xlsx .parquet .jsonl .geojson .ics .md .html .docx .pdf; or --as plover, polecat, ceasefires."""
    from detente.show.leaving import export as write_file

    return write_file(config_of(context), path, **how)


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

    return write_brief(config_of(context), path, **how)


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

    return daily_report(config_of(context), path, profile=profile, **days)


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
    return draw_sample(config_of(context), folder, seed=seed, **how)
