"""Pages into the record: gate, understand, keep; each page in a transaction of its own."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from detente.language import Reader
from detente.model import Document, Problem
from detente.record import Record
from detente.understand import understand

# Stems of what a page about a peace process cannot well do without. One strong stem, or two of the others, pass.
STRONG = re.compile(
    r"\b(?:cease-?fires?|truces?|armistices?|peace (?:talks|deal|plan|process|agreement|accord|treaty)|peacekeep\w*)\b",
    re.I,
)
WEAK = re.compile(
    r"\b(?:talks|negotiat\w*|envoys?|mediat\w*|summits?|delegations?|diploma\w*|foreign minister|hostages?|prisoners?"
    r"|peace|war|troops|militar\w*|rebels?|militia\w*|territor\w*|security guarantees?"
    r"|sanctions|withdraw\w*|guarantees?|met|meet\w*|presidents?|prime minister|leaders|secretary of state)\b",
    re.I,
)


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one source: read, unchanged, gated out or refused, and how many talks it tells of."""

    what: Literal["read", "unchanged", "gated", "refused"]
    where: str
    talks: int = 0
    problem: Problem | None = None


def relevant(document: Document) -> bool:
    """Tell, cheaply, whether a page can hold claims about a peace process.

    >>> from detente.model import Document
    >>> relevant(Document(id="d", version="v", text="Envoys will meet for talks on Monday."))
    True
    >>> relevant(Document(id="d", version="v", text="The striker scored twice in the second half."))
    False
    """
    if STRONG.search(document.text):
        return True
    stems = {match.group().lower()[:6] for match in WEAK.finditer(document.text)}
    return len(stems) >= 2


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
    if record.has(document, reader.version):
        return Outcome(what="unchanged", where=where)
    if gate and not relevant(document):
        record.gated(document)
        return Outcome(what="gated", where=where)
    claims = understand(document, reader)
    record.add(claims, reader.version, now)
    return Outcome(what="read", where=where, talks=len(claims.talks))
