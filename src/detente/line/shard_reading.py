"""One shard → one result file: read, gate, understand every page; written aside, renamed when it is whole.

Nothing but the result file tells that a shard is done, and a file is only there when it is whole: whatever is killed at
whatever moment, the next run does what is missing and nothing else.
"""

import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import msgspec

from detente.errors import SourceError
from detente.language import Reader, load
from detente.line.gate import glance, relevant
from detente.line.shards import Options, Shard
from detente.model import Claims, Document, Problem, fingerprint
from detente.read.containers import Reach
from detente.read.found import Found
from detente.read.kinds import kind_of
from detente.read.sources import attempt, file_pages
from detente.understand import understand

SUFFIX = ".jsonl"


class Row(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of one page: its claims, or the problem that stood in its way, or that it is about something else."""

    claims: Claims | None = None
    problem: Problem | None = None
    gated: Document | None = None


def result_file(folder: Path, shard: Shard) -> Path:
    """Return where a shard's result lies once it is done."""
    return folder / f"{shard.id}{SUFFIX}"


@cache
def shared_reader() -> Reader:
    """Return this process's reader, loaded once."""
    return load()


def read_shard(shard: Shard, folder: Path, options: Options) -> int:
    """Read a shard into its result file, unless that is there; returns how many pages it had, 0 where it was there."""
    file = result_file(folder, shard)
    if file.exists():
        return 0
    aside = folder / f"{shard.id}.{os.getpid()}.part"
    encode = msgspec.json.Encoder().encode
    count = 0
    with aside.open("wb") as out:
        for row in rows_of(shard, options, shared_reader()):
            out.write(encode(row) + b"\n")
            count += 1
        out.flush()
        os.fsync(out.fileno())
    os.replace(aside, file)
    return count


def rows_of(shard: Shard, options: Options, reader: Reader) -> Iterator[Row]:
    """Yield what becomes of every page of a shard, in its order."""
    for name in shard.files:
        for found in file_pages(Path(name), Reach(since=options.since)):
            row = Row(problem=found) if isinstance(found, Problem) else _row(found, options, reader)
            if row is not None:
                yield row


def _row(found: Found, options: Options, reader: Reader) -> Row | None:
    if options.gate and found.fetched is not None and not _worth_reading(found):
        return Row(gated=_unread(found))
    document = attempt(found, options.now)
    if isinstance(document, Problem):
        return Row(problem=document)
    if not _in_time(document, options):
        return None
    if options.gate and not relevant(document):
        return Row(gated=msgspec.structs.replace(document, text="", regions=(), evidence={}, problems=(), links=()))
    return Row(claims=understand(document, reader, options.process))


def _worth_reading(found: Found) -> bool:
    """Ask the gate of an archived page before it is parsed; what is no HTML is read first."""
    content = found.read()
    if (found.kind or kind_of(content, found.where)) not in {"html", "text"}:
        return True
    return glance(content if found.kind != "text" else content.replace(b"\n", b"<p>"))


def _unread(found: Found) -> Document:
    """A page that was only glanced at: its address and no more."""
    name = found.url or found.where
    return Document(id=fingerprint("document", name), version="", text="", url=found.url)


def _in_time(document: Document, options: Options) -> bool:
    day = (document.published or "")[:10]
    return (not options.since or day >= options.since) and (not options.until or day <= options.until)


def rows_in(file: Path) -> Iterator[Row]:
    """Yield the rows of a result file. Raises SourceError where it is damaged: delete it, and the shard is read anew."""
    decode = msgspec.json.Decoder(Row).decode
    with file.open("rb") as lines:
        for line in lines:
            try:
                yield decode(line)
            except msgspec.DecodeError as error:
                raise SourceError(
                    f"{file}: a damaged result ({error}); delete it and read the sources again"
                ) from error


def swept(folder: Path) -> int:
    """Delete what killed workers left half-written; returns how many files."""
    parts: Iterable[Path] = list(folder.glob("*.part"))
    for part in parts:
        part.unlink(missing_ok=True)
    return len(list(parts))
