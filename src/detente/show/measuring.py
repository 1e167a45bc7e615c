"""`detente codebook` and `detente sample`: a data set that measures itself."""

from pathlib import Path

import click

from detente.config import Config
from detente.record import open_record
from detente.show.agreement import Agreement
from detente.show.codebook import codebook
from detente.show.sampling import agree, draw


def print_codebook() -> int:
    """Print the codebook."""
    click.echo(codebook(), nl=False)
    return 0


def draw_sample(config: Config, folder: Path, *, kind: str, size: int, seed: int, coders: int) -> int:
    """Draw a sample and say where it is."""
    with open_record(config.record, readonly=True) as record:
        count = draw(record, folder, kind=kind, size=size, seed=seed, coders=coders)
    click.echo(
        f"{count} claims drawn into {folder}; the sheets have no answers, the key is {folder / 'key.jsonl'}", err=True
    )
    return 0


def print_agreement(folder: Path) -> int:
    """Print how far coders agree with one another and with the machine."""
    found = agree(folder)
    click.echo(f"{'':<24}{'field':<12}{'units':>6}{'share':>8}{'kappa':>8}{'alpha':>8}")
    for name, rows in (
        ("the coders", found.coders),
        *((f"{name} and machine", rows) for name, rows in found.machine.items()),
    ):
        for row in rows:
            click.echo(
                f"{name:<24}{row.field:<12}{row.units:>6}{_figure(row, 'share'):>8}{_figure(row, 'kappa'):>8}{_figure(row, 'alpha'):>8}"
            )
    return 0


def _figure(row: Agreement, name: str) -> str:
    value = getattr(row, name)
    return "–" if value is None else f"{value:.2f}"
