"""Many shards on one machine: a supervised pool of processes, then their results into one record.

A worker that is killed, or that a page drives out of memory, costs its shard one try; the pool is made anew and the
shards that were in work are tried one at a time, so that only the guilty one is blamed. What fails twice is listed and
passed over. `concurrent.futures` tells of a lost worker at once; `multiprocessing.Pool` would wait for it for ever.
"""

import multiprocessing
import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import msgspec

from detente.line.settling import settle
from detente.line.shard_reading import Row, read_shard, result_file, rows_in, swept
from detente.line.shards import Options, Shard
from detente.model import Change, Problem
from detente.record import Record

TRIES = 2
PORTION = 500  # rows of results kept in one transaction
WATCHED = 1.0  # seconds between a worker's looks at whether its parent still lives
Done = Callable[[Shard, int], None]


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a run set out to do: its shards in order, and how they are read. Written before the first is begun."""

    shards: tuple[Shard, ...]
    options: Options
    problems: tuple[Problem, ...] = ()


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write a run's manifest, aside and renamed, and clear away what killed workers left."""
    folder.mkdir(parents=True, exist_ok=True)
    swept(folder)
    aside = folder / f"manifest.{os.getpid()}.part"
    aside.write_bytes(msgspec.json.format(msgspec.json.encode(manifest)))
    os.replace(aside, folder / "manifest.json")


def read_manifest(folder: Path) -> Manifest:
    """Return a run's manifest."""
    return msgspec.json.decode((folder / "manifest.json").read_bytes(), type=Manifest)


def run(
    shards: Sequence[Shard], folder: Path, options: Options, workers: int, done: Done | None = None
) -> list[Problem]:
    """Read shards into their result files with so many processes; returns a problem for each that failed twice."""
    waiting = [shard for shard in shards if not result_file(folder, shard).exists()]
    failures: Counter[str] = Counter()
    problems: dict[str, Problem] = {}
    suspects: list[Shard] = []
    while waiting or suspects:
        alone = bool(suspects)
        batch = suspects[:1] if alone else waiting
        broken = _pooled(batch, folder, options, 1 if alone else workers, done, problems)
        for shard in broken:
            if alone:
                failures[shard.id] += 1
            if failures[shard.id] >= TRIES:
                problems[shard.id] = _failed(shard)
        settled = {shard.id for shard in shards if result_file(folder, shard).exists()} | set(problems)
        suspects = [shard for shard in [*suspects, *broken] if shard.id not in settled]
        suspects = list({shard.id: shard for shard in suspects}.values())
        waiting = [shard for shard in waiting if shard.id not in settled and shard not in suspects]
    return list(problems.values())


def _pooled(
    batch: list[Shard], folder: Path, options: Options, workers: int, done: Done | None, problems: dict[str, Problem]
) -> list[Shard]:  # fmt: skip
    """Read shards with a pool until they are done or a worker is lost; returns those that were in work then."""
    context = multiprocessing.get_context("spawn")
    running: dict[Future[int], Shard] = {}
    rest = iter(batch)
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_watch_parent, initargs=(os.getpid(),)) as pool:
        try:
            while _fill(pool, running, rest, folder, options, workers):
                finished, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in finished:
                    if isinstance(future.exception(), BrokenProcessPool):
                        return list(running.values())
                    shard = running.pop(future)
                    if error := future.exception():
                        problems[shard.id] = _wrong(shard, error)
                    elif done:
                        done(shard, future.result())
        except BrokenProcessPool:
            return list(running.values())
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return []


def _fill(
    pool: ProcessPoolExecutor, running: dict[Future[int], Shard], rest: Iterator[Shard], folder: Path, options: Options,
    workers: int,
) -> bool:  # fmt: skip
    """Keep as many shards in work as there are workers, so that a lost worker points at few; false when all is done."""
    while len(running) < workers and (shard := next(rest, None)) is not None:
        running[pool.submit(read_shard, shard, folder, options)] = shard
    return bool(running)


def _watch_parent(parent: int) -> None:
    """End this worker when the process that made it is gone, however it went."""

    def look() -> None:
        while os.getppid() == parent:
            time.sleep(WATCHED)
        os._exit(1)

    threading.Thread(target=look, daemon=True).start()


def _wrong(shard: Shard, error: BaseException) -> Problem:
    first = shard.files[0] if shard.files else shard.id
    return Problem(what=f"its shard could not be read ({error!r})", where=first, do="report it with the file")


def _failed(shard: Shard) -> Problem:
    first = shard.files[0] if shard.files else shard.id
    what = f"the process that read it was lost {TRIES} times (shard {shard.id} of {len(shard.files)} files)"
    return Problem(what=what, where=first, do="read its files one by one to find the page")


def merge(
    folder: Path, record: Record, manifest: Manifest, now: str, shards: Sequence[Shard] | None = None
) -> tuple[Counter[str], list[Change]]:
    """Keep the results of a run in a record, in the manifest's order, and settle; what is in it already is passed over.

    Deterministic: the same results give the same record, whoever made them and however often the run was cut.
    """
    counts: Counter[str] = Counter()
    for problem in manifest.problems:
        record.problem(problem)
    for shard in manifest.shards if shards is None else shards:
        file = result_file(folder, shard)
        if not file.exists():
            counts["missing"] += 1
            continue
        for portion in _portions(file):
            with record.writing():
                for row in portion:
                    counts[_keep(record, row, manifest.options.reader, now)] += 1
    return counts, settle(record, now)


def _portions(file: Path) -> Iterator[list[Row]]:
    rows: list[Row] = []
    for row in rows_in(file):
        rows.append(row)
        if len(rows) == PORTION:
            yield rows
            rows = []
    if rows:
        yield rows


def _keep(record: Record, row: Row, reader: str, now: str) -> str:
    if row.problem is not None:
        record.problem(row.problem)
        return "refused"
    if row.gated is not None:
        record.gated(row.gated)
        return "gated"
    assert row.claims is not None
    return "read" if record.add(row.claims, reader, now) else "unchanged"
