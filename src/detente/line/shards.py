"""The unit of bulk work: a shard, one archive or five hundred files, whose result is one file that is there or is not.

A shard's name is a hash of what it holds and of the reader, so that a result can be told to be current by its name
alone: nothing needs to be remembered of a run that was killed.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from detente.errors import UsageError
from detente.lexicon.process import Process
from detente.model import Problem, fingerprint
from detente.read.sources import STREAMS, files_of, is_address

FILES = 500  # pages of one shard where its sources are single files


class Shard(msgspec.Struct, frozen=True, kw_only=True):
    """Some files that are read together; `id` changes when a file, or the way of reading, does."""

    id: str
    files: tuple[str, ...]


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What decides how a shard is read, and so the name of its result."""

    reader: str
    process: Process | None = None
    gate: bool = True
    since: str | None = None
    until: str | None = None
    now: str | None = None


def shards_of(sources: Iterable[str], options: Options) -> tuple[list[Shard], list[Problem]]:
    """Cut sources into shards, in their order; what cannot be reached is a problem. Raises UsageError for an address.

    An archive, or a file of JSON lines, is a shard of its own.
    """
    files: list[Path] = []
    problems: list[Problem] = []
    for source in sources:
        if is_address(source) or source == "-":
            raise UsageError(f"{source}: bulk reading takes files and folders; fetch or save it first")
        for file in files_of(source):
            (problems if isinstance(file, Problem) else files).append(file)  # type: ignore[arg-type]
    return [_shard(group, options) for group in _groups(files)], problems


def _groups(files: list[Path]) -> Iterator[list[Path]]:
    single: list[Path] = []
    for file in files:
        if file.name.lower().endswith(STREAMS):
            yield [file]
        else:
            single.append(file)
    for at in range(0, len(single), FILES):
        yield single[at : at + FILES]


def _shard(files: list[Path], options: Options) -> Shard:
    """Name a shard by its files' paths, sizes and times of change, and by the options but for the moment of reading."""
    stamps = [
        f"{file.resolve()}\x1f{file.stat().st_size}\x1f{file.stat().st_mtime_ns}" for file in files if file.exists()
    ]
    how = f"{options.reader}\x1f{options.gate}\x1f{options.since}\x1f{options.until}"
    return Shard(id=fingerprint("shard", how, *stamps), files=tuple(map(str, files)))


def chosen(shards: list[Shard], part: str | None) -> list[Shard]:
    """Return every N-th shard from the i-th for "i/N" (from 1), as a scheduler's array jobs want it; all without one.

    >>> rows = [Shard(id=str(n), files=()) for n in range(5)]
    >>> [shard.id for shard in chosen(rows, "2/3")]
    ['1', '4']
    """
    if part is None:
        return shards
    number, _, of = part.partition("/")
    if not (number.isdigit() and of.isdigit() and 1 <= int(number) <= int(of)):
        raise UsageError(f"--shard {part}: give it as i/N with i from 1 to N, such as 3/8")
    return shards[int(number) - 1 :: int(of)]
