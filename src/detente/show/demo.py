"""`detente demo`: the bundled sample, end to end, then where to look next."""

from datetime import UTC, datetime
from importlib.resources import as_file, files
from pathlib import Path

import click

from detente.config import Config
from detente.model import Ceasefire, Dispute, PositionTrack, Talk
from detente.record import open_record
from detente.show.compliance import show_compliance
from detente.show.explaining import explain_item
from detente.show.reading import read_pages
from detente.show.tell import happening_lines, position_lines, talk_lines


def run(into: Path) -> int:
    """Read the sample into a record in a folder and print what it says."""
    config = Config(record=str(into / "record.sqlite"))
    with as_file(files("detente") / "sample") as folder:
        counts = read_pages([str(folder)], config, datetime.now(UTC).isoformat())
    with open_record(config.record) as record:
        talks, tracks, disputes = record.entries(Talk), record.entries(PositionTrack), record.entries(Dispute)
        truces, (_, last) = record.entries(Ceasefire), record.span()
    click.echo(f"\nTALKS  what {counts['read'] + counts['unchanged']} pages tell of, planned and held\n")
    for talk in talks:
        click.echo("\n".join(talk_lines(talk)))
    click.echo("\nPOSITIONS  who stands where on which issue, in the words used\n")
    for track in tracks:
        if not track.issue.startswith("process"):
            click.echo("\n".join(position_lines(track)))
    click.echo("\nCEASEFIRES  who says what of which truce\n")
    for truce in truces:
        click.echo("\n".join(happening_lines(truce)))
    click.echo("\nOWED  what an agreement's own text obliges to, proposals until a person accepts them\n")
    show_compliance(config, since=None, on=last, proposed=True, as_json=False)
    best = max(talks, key=lambda talk: (len(talk.claims), talk.id), default=None)
    if best:
        click.echo(f"\nONE TALK EXPLAINED  detente explain {best.id}\n")
        explain_item(config, best.id)
    if disputes:
        click.echo(f"\nDISPUTED  {len(disputes)} fields have accounts that cannot all be true: detente show disputes")
    click.echo(
        f"\nNEXT\n  detente --record {config.record} show talks --party USA\n"
        f"  detente --record {config.record} search ceasefire\n"
        "  detente understand YOUR-PAGE.html        a page that you saved, nothing stored\n"
        "  detente understand YOUR-PAGE.html --json every claim with its spans\n"
        "  detente init my-process                  a record of your own"
    )
    return 0
