"""`detente read --workers`, `--shard`, and `detente merge`: archives and big folders, in shards that survive any kill."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from detente.config import Config
from detente.errors import UsageError
from detente.lexicon.process import process_in_force
from detente.line.bulk import Manifest, merge, read_manifest, run, write_manifest
from detente.line.cluster import run_on_cluster
from detente.line.reading import reading_version
from detente.line.shard_reading import result_file, shared_reader
from detente.line.shards import Options, Shard, chosen, shards_of
from detente.model import Problem
from detente.record import open_record
from detente.show.reading import Chosen

COLUMNS = (
    TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("shards · {task.fields[pages]} pages ·"),
    TimeRemainingColumn(),
)  # fmt: skip


def read_in_bulk(
    sources: tuple[str, ...], config: Config, chosen_pages: Chosen, *, workers: int, shard: str | None, work: Path | None,
    cluster: str | None,
) -> int:  # fmt: skip
    """Read sources shard by shard and, unless only some shards are asked for, merge them; returns the exit code."""
    if chosen_pages.match or chosen_pages.limit:
        raise UsageError("--match and --limit do not go with --workers, --shard or --cluster; read without them")
    now = datetime.now(UTC).isoformat()
    folder = work or Path(f"{config.record}.work")
    options = Options(
        reader=reading_version(shared_reader()),
        process=process_in_force(),
        gate=config.gate,
        since=chosen_pages.since,
        until=chosen_pages.until,
        now=now,
    )
    shards, problems = shards_of(sources, options)
    manifest = Manifest(shards=tuple(shards), options=options, problems=tuple(problems))
    write_manifest(folder, manifest)
    lost = _read(chosen(shards, shard), folder, options, workers, cluster)
    for problem in [*problems, *lost]:
        click.echo(f"refused  {problem}", err=True)
    if shard is not None:
        click.echo(f"results in {folder}; when every part is done: detente merge {folder}", err=True)
        return 3 if lost or problems else 0
    return merge_results(folder, config, lost)


def _read(shards: Sequence[Shard], folder: Path, options: Options, workers: int, cluster: str | None) -> list[Problem]:
    with Progress(*COLUMNS, console=Console(stderr=True)) as progress:
        done_before = sum(result_file(folder, shard).exists() for shard in shards)
        task = progress.add_task("reading", total=len(shards), completed=done_before, pages=0)
        pages = Counter[str]()

        def done(_shard: Shard, count: int) -> None:
            pages["all"] += count
            progress.update(task, advance=1, pages=pages["all"])

        if cluster:
            return run_on_cluster(shards, folder, options, cluster, done)
        return run(shards, folder, options, workers, done)


def merge_results(folder: Path, config: Config, lost: Sequence[Problem] = ()) -> int:
    """Put the results of a run into the record; returns the exit code."""
    if not (folder / "manifest.json").exists():
        raise UsageError(
            f"{folder}: no results of a bulk reading; `detente read --workers 2 --work {folder} ...` makes them"
        )
    manifest = read_manifest(folder)
    now = manifest.options.now or datetime.now(UTC).isoformat()
    with open_record(config.record, create=True) as record:
        for problem in lost:
            record.problem(problem)
        counts, _ = merge(folder, record, manifest, now)
    told = ", ".join(
        f"{counts[what]} {word}"
        for what, word in (
            ("read", "read"),
            ("unchanged", "unchanged"),
            ("gated", "passed over"),
            ("refused", "refused"),
        )
    )
    click.echo(told, err=True)
    if counts["missing"]:
        click.echo(f"{counts['missing']} of {len(manifest.shards)} shards are not read yet; run again", err=True)
    return 3 if counts["refused"] or counts["missing"] or lost else 0
