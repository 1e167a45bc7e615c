"""Pages into the record: gate, understand, keep; each page in a transaction of its own."""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from detente.language import Reader
from detente.lexicon.process import process_in_force
from detente.line.gate import relevant
from detente.model import Document, Problem
from detente.record import Record
from detente.understand import understand


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one source: read, unchanged, gated out or refused, and how many talks it tells of."""

    what: Literal["read", "unchanged", "gated", "refused"]
    where: str
    talks: int = 0
    problem: Problem | None = None


def reading_version(reader: Reader) -> str:
    """Return the version under which pages are kept: the reader's, and that of the process file in force."""
    process = process_in_force()
    return f"{reader.version}+{process.version}" if process is not None else reader.version


def keep(
    record: Record, documents: Iterable[Document | Problem], reader: Reader, *, gate: bool = True, now: str = ""
) -> Iterator[Outcome]:
    """Read documents into the record one by one, yielding what became of each; entries are not yet reconciled."""
    for document in documents:
        if isinstance(document, Problem):
            record.problem(document)
            yield Outcome(what="refused", where=document.where, problem=document)
            continue
        yield _keep_one(record, document, reader, gate=gate, now=now)


def _keep_one(record: Record, document: Document, reader: Reader, *, gate: bool, now: str) -> Outcome:
    where = document.url or document.title or document.id
    version = reading_version(reader)
    if record.has(document, version):
        return Outcome(what="unchanged", where=where)
    if gate and not relevant(document):
        record.gated(document)
        return Outcome(what="gated", where=where)
    claims = understand(document, reader)
    record.add(claims, version, now)
    return Outcome(what="read", where=where, talks=len(claims.talks))
