"""Many shards on many machines: Dask's scheduler in place of the pool. Comes with the extra `detente[cluster]`.

The unit of work and its result are those of `bulk`: the workers write result files into a folder that all of them see,
and whoever merges them gets the record that one machine would have made.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from detente.errors import UsageError
from detente.line.bulk import Done
from detente.line.shard_reading import read_shard, result_file
from detente.line.shards import Options, Shard
from detente.model import Problem

RETRIES = 2  # times that a shard is given to another worker after one was lost


def run_on_cluster(
    shards: Sequence[Shard], folder: Path, options: Options, scheduler: str | Any, done: Done | None = None
) -> list[Problem]:
    """Read shards on a Dask cluster: `scheduler` is its address, or a client. Returns a problem for each that failed.

    Raises UsageError where Dask is not installed.
    """
    try:
        from distributed import Client, as_completed
    except ImportError as error:
        raise UsageError("reading on a cluster needs Dask; install detente[cluster]") from error
    client = Client(scheduler) if isinstance(scheduler, str) else scheduler
    waiting = [shard for shard in shards if not result_file(folder, shard).exists()]
    futures = {
        client.submit(read_shard, shard, folder, options, pure=False, retries=RETRIES, key=f"shard-{shard.id}"): shard
        for shard in waiting
    }
    problems = []
    try:
        for future in as_completed(futures):
            shard = futures[future]
            if future.status == "finished":
                if done:
                    done(shard, future.result())
            else:
                problems.append(_failed(shard, future.exception()))
    finally:
        if isinstance(scheduler, str):
            client.close()
    return problems


def _failed(shard: Shard, error: BaseException | None) -> Problem:
    first = shard.files[0] if shard.files else shard.id
    return Problem(what=f"its shard failed on the cluster ({error!r})", where=first, do="read its files on one machine")
