"""The record on disk: one SQLite file, one writer, one transaction a page."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Any

import apsw
import msgspec

from detente.errors import RecordBusyError, RecordError, UsageError
from detente.model import (
    AnyClaim,
    Change,
    Claims,
    Dispute,
    Document,
    Entries,
    Judgement,
    Party,
    Person,
    PositionTrack,
    Problem,
    Story,
    Talk,
)

SCHEMA = "1"
KINDS: dict[str, type[Any]] = {
    "talk": Talk, "person": Person, "party": Party, "position": PositionTrack, "story": Story, "dispute": Dispute,
}  # fmt: skip
PREFIX = {"talk": "t", "person": "p:", "party": "party:", "position": "pos:", "story": "story:", "dispute": "dispute:"}
WAIT = 200  # milliseconds that a writer waits for another before it says so


class Hit(msgspec.Struct, frozen=True):
    """A page found by searching, with the words around the match."""

    document: str
    title: str | None
    outlet: str | None
    published: str | None
    snippet: str


def open_record(path: str | Path, *, create: bool = False, readonly: bool = False) -> "Record":
    """Open a record. Raises RecordError where it is missing, no record, damaged, or cannot be written."""
    file = Path(path)
    if not file.exists() and not create:
        raise RecordError(f"{file}: no such record; make one with `detente read` or `detente init`")
    try:
        if create:
            file.parent.mkdir(parents=True, exist_ok=True)
        return Record(file, readonly=readonly)
    except OSError as error:
        raise RecordError(f"{file}: cannot be made ({error.strerror}); check the folder's permissions") from error


class Record:
    """An open record; a context manager. Everything that it returns is a noun of `model`."""

    def __init__(self, path: Path, *, readonly: bool = False) -> None:
        self.path = path
        flags = apsw.SQLITE_OPEN_READONLY if readonly else apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
        with _told(path):
            self._db = apsw.Connection(os.fspath(path), flags=flags)
            self._db.set_busy_timeout(WAIT)
            self._db.execute("PRAGMA foreign_keys = ON")
            if not readonly:
                self._prepare()
            found = self._one("SELECT value FROM meta WHERE key = 'schema'")
        if found is None or found[0] != SCHEMA:
            raise RecordError(f"{path}: not a record of this version; name another file")

    def _prepare(self) -> None:
        self._db.execute("PRAGMA journal_mode = WAL")
        known = {name for (name,) in self._db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if known and "meta" not in known:
            raise RecordError(f"{self.path}: a database, but not a record; name another file")
        if not known:
            with self._writing():
                self._db.execute((files("detente.record") / "schema.sql").read_text(encoding="utf-8"))
                self._db.execute("INSERT INTO meta VALUES ('schema', ?)", (SCHEMA,))

    def __enter__(self) -> "Record":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction, taken at once so that a second writer is told rather than made to fail half-way."""
        with _told(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def _one(self, query: str, values: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        return next(iter(self._db.execute(query, tuple(values))), None)

    # ── keep ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def has(self, document: Document, reader: str) -> bool:
        """Tell whether this version of a document stands in the record, read by this version of the reader."""
        query = "SELECT 1 FROM documents WHERE id = ? AND version = ? AND reader = ? AND active = 1"
        return self._one(query, (document.id, document.version, reader)) is not None

    def add(self, claims: Claims, reader: str) -> bool:
        """Keep a document and its claims in one transaction; returns False where they stand already.

        An earlier version of the document loses its claims and keeps its trace.
        """
        document = claims.document
        if self.has(document, reader):
            return False
        with self._writing():
            self._db.execute(
                "DELETE FROM evidence WHERE claim IN (SELECT id FROM claims WHERE document = ?)", (document.id,)
            )
            self._db.execute("DELETE FROM claims WHERE document = ?", (document.id,))
            self._db.execute("DELETE FROM texts WHERE document = ?", (document.id,))
            self._db.execute("UPDATE documents SET active = 0 WHERE id = ?", (document.id,))
            self._insert(claims, reader)
        return True

    def _insert(self, claims: Claims, reader: str) -> None:
        document = claims.document
        row = (
            document.id, document.version, reader, 1, document.outlet, document.published, document.title, document.url,
            hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(), msgspec.json.encode(claims),
        )  # fmt: skip
        self._db.execute("INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        for claim in claims.every():
            body = msgspec.json.encode(claim)
            kind = type(claim).__struct_config__.tag
            self._db.execute(
                "INSERT INTO claims VALUES (?, ?, ?, ?, ?)", (claim.id, document.id, document.version, str(kind), body)
            )
            for field, spans in claim.evidence.items():
                for span in spans:
                    self._db.execute(
                        "INSERT INTO evidence VALUES (?, ?, ?, ?, ?)",
                        (claim.id, field, span.start, span.end, span.quote),
                    )
        self._db.execute(
            "INSERT INTO texts VALUES (?, ?, ?, ?)", (document.id, document.version, document.title, document.text)
        )

    def problem(self, problem: Problem) -> None:
        """Keep what stood in the way of a source."""
        with self._writing():
            self._db.execute(
                "INSERT OR REPLACE INTO problems VALUES (?, ?, ?)", (problem.where, problem.what, problem.do)
            )

    def gated(self, document: Document) -> None:
        """Keep that a page was passed over as being about something else."""
        with self._writing():
            self._db.execute(
                "INSERT OR REPLACE INTO gated VALUES (?, ?, ?)", (document.id, document.outlet, document.title)
            )

    def judge(self, judgement: Judgement) -> None:
        """Append a judgement; it is never changed."""
        with self._writing():
            self._db.execute(
                "INSERT INTO judgements VALUES (?, ?, ?)",
                (judgement.id, judgement.when, msgspec.json.encode(judgement)),
            )

    def replace_entries(self, entries: Entries, now: str) -> list[Change]:
        """Replace the computed entries, minting an id for each new one, and return and keep what changed."""
        with self._writing():
            before = {row[0]: row[1] for row in self._db.execute("SELECT id, body FROM entries")}
            minted = self._minted(entries)
            after = {id_: (kind, anchor, body) for id_, kind, anchor, body in minted}
            changes = list(_changes(before, after, now))
            self._db.execute("DELETE FROM entries")
            self._db.executemany("INSERT INTO entries VALUES (?, ?, ?, ?)", [(id_, *row) for id_, row in after.items()])
            rows = [(c.sign, c.entry, c.kind, c.what, c.when) for c in changes]
            self._db.executemany('INSERT INTO changes (sign, entry, kind, what, "when") VALUES (?, ?, ?, ?, ?)', rows)
        return changes

    def _minted(self, entries: Entries) -> Iterator[tuple[str, str, str, bytes]]:
        """Give entries their lasting ids: a talk keeps the id of the claims it shares with an earlier one."""
        known = {anchor: id_ for id_, anchor in self._db.execute("SELECT id, anchor FROM entries WHERE kind = 'talk'")}
        aliases = dict(self._db.execute("SELECT alias, id FROM aliases"))
        highest = max((int(id_[1:]) for id_ in [*known.values(), *aliases.values()] if id_[1:].isdigit()), default=0)
        taken: set[str] = set()
        for talk in entries.talks:
            anchor = talk.claims[0]
            earlier = [aliases[claim] for claim in talk.claims if claim in aliases and aliases[claim] not in taken]
            if earlier:
                id_ = earlier[0]
            else:
                highest += 1
                id_ = f"t{highest}"
            taken.add(id_)
            for claim in talk.claims:
                aliases[claim] = id_  # disputes below name the talk by this id, also when it was minted just now
                self._db.execute("INSERT OR REPLACE INTO aliases VALUES (?, ?)", (claim, id_))
            yield id_, "talk", anchor, msgspec.json.encode(msgspec.structs.replace(talk, id=id_))
        for kind, rows in (
            ("person", entries.people),
            ("party", entries.parties),
            ("position", entries.positions),
            ("story", entries.stories),
        ):
            for row in rows:
                id_ = f"{PREFIX[kind]}{row.id}"
                yield id_, kind, row.id, msgspec.json.encode(msgspec.structs.replace(row, id=id_))
        for dispute in entries.disputes:
            id_ = f"dispute:{aliases.get(dispute.entry, dispute.entry)}:{dispute.field}"
            yield id_, "dispute", dispute.entry, msgspec.json.encode(dispute)

    # ── ask ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    def claims(self) -> Iterator[Claims]:
        """Yield what each active document says, in the order of publication."""
        query = "SELECT claims FROM documents WHERE active = 1 ORDER BY published IS NULL, published, id"
        for (body,) in self._db.execute(query):
            yield msgspec.json.decode(body, type=Claims)

    def judgements(self) -> Iterator[Judgement]:
        """Yield every judgement, oldest first."""
        for (body,) in self._db.execute("SELECT body FROM judgements ORDER BY made, id"):
            yield msgspec.json.decode(body, type=Judgement)

    def entries(self, kind: str) -> list[Any]:
        """Return the entries of a kind: talk, person, party, position, story or dispute."""
        rows = self._db.execute("SELECT body FROM entries WHERE kind = ? ORDER BY length(id), id", (kind,))
        return [msgspec.json.decode(body, type=KINDS[kind]) for (body,) in rows]

    def entry(self, id_: str) -> Any:
        """Return an entry by its id. Raises UsageError where there is none."""
        row = self._one("SELECT kind, body FROM entries WHERE id = ?", (id_,))
        if row is None:
            raise UsageError(f"no entry '{id_}'; `detente show talks` lists the ids")
        return msgspec.json.decode(row[1], type=KINDS[row[0]])

    def claim(self, id_: str) -> tuple[AnyClaim, Claims] | None:
        """Return a claim and everything that its document says."""
        row = self._one(
            "SELECT c.body, d.claims FROM claims c JOIN documents d ON d.id = c.document AND d.version = c.version WHERE c.id = ?",
            (id_,),
        )
        if row is None:
            return None
        return msgspec.json.decode(row[0], type=AnyClaim), msgspec.json.decode(row[1], type=Claims)

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """Search the pages' text; words are all required, in any order."""
        words = " ".join('"' + word.replace('"', '""') + '"' for word in query.split())
        if not words:
            return []
        rows = self._db.execute(
            "SELECT d.id, d.title, d.outlet, d.published, snippet(texts, 3, '[', ']', ' … ', 24) FROM texts"
            " JOIN documents d ON d.id = texts.document AND d.version = texts.version"
            " WHERE texts MATCH ? ORDER BY rank, d.id LIMIT ?",
            (words, limit),
        )
        return [Hit(*row) for row in rows]

    def changes(self, since: str) -> list[Change]:
        """Return what changed since a day or moment, oldest first."""
        rows = self._db.execute(
            'SELECT sign, entry, kind, what, "when" FROM changes WHERE "when" >= ? ORDER BY number', (since,)
        )
        return [
            Change(sign=sign, entry=entry, kind=kind, what=what, when=when) for sign, entry, kind, what, when in rows
        ]

    def coverage(self) -> dict[str, int]:
        """Count the pages read, passed over and refused."""
        tables = {"read": "documents WHERE active = 1", "gated": "gated", "refused": "problems"}
        return {what: int((self._one(f"SELECT count(*) FROM {table}") or (0,))[0]) for what, table in tables.items()}

    def check(self) -> list[Problem]:
        """Verify the file's integrity and that every quote stands where its claim says."""
        found = [
            Problem(what=str(row[0]), where=str(self.path), do="restore a copy")
            for row in self._db.execute("PRAGMA integrity_check")
            if row[0] != "ok"
        ]
        for claims in self.claims():
            text = claims.document.text
            found += [
                Problem(
                    what=f"'{span.quote[:40]}' does not stand at {span.start}", where=claim.id, do="read the page again"
                )
                for claim in claims.every()
                for span in claim.spans
                if text[span.start : span.end] != span.quote
            ]
        return found


def _changes(before: dict[str, bytes], after: dict[str, tuple[str, str, bytes]], now: str) -> Iterator[Change]:
    for id_, (kind, _, body) in after.items():
        if id_ not in before:
            yield Change(sign="+", entry=id_, kind=kind, what=f"{kind} entered", when=now)
        elif before[id_] != body:
            yield Change(sign="~", entry=id_, kind=kind, what=f"{kind} changed", when=now)
    for id_ in before.keys() - after.keys():
        yield Change(sign="-", entry=id_, kind="entry", what="withdrawn or merged", when=now)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say for people what SQLite says for programs."""
    try:
        yield
    except apsw.BusyError as error:
        raise RecordBusyError(f"{path}: another process is writing to the record; wait until it is done") from error
    except apsw.NotADBError as error:
        raise RecordError(f"{path}: not a record, or damaged; name another file or restore a copy") from error
    except apsw.FullError as error:
        raise RecordError(f"{path}: the disk is full; the record is as it was before; make room and go on") from error
    except (apsw.ReadOnlyError, apsw.CantOpenError, apsw.PermissionsError) as error:
        raise RecordError(f"{path}: cannot be opened or written; check its permissions") from error
    except (apsw.IOError, apsw.CorruptError) as error:
        raise RecordError(f"{path}: reading or writing failed ({error}); the record is as it was before") from error
