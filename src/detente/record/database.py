"""One SQLite file: opening it, one transaction at a time, and saying for people what SQLite says for programs."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

import apsw

from detente.errors import RecordBusyError, RecordError
from detente.record.migrations import make, migrate

D = TypeVar("D", bound="Database")
WAIT = 2_000  # milliseconds that a writer waits for another before it says so
MANY = 400  # values in one query
CACHE = -64_000  # kibibytes of pages kept in memory, written negative as SQLite wants it


class Database:
    """An open file with the record's schema; a context manager.

    Writers take their transaction at once, so that a second writer waits or is told, never fails half-way. Readers see
    the state of their first query and are never held up.
    """

    def __init__(self, path: Path, *, readonly: bool = False) -> None:
        self.path = path
        with told(path):
            self._db = _still(path) if readonly else apsw.Connection(os.fspath(path))
            self._db.set_busy_timeout(WAIT)
            self._db.execute(f"PRAGMA foreign_keys = ON; PRAGMA cache_size = {CACHE}")
            self._prepare(readonly)

    def _prepare(self, readonly: bool) -> None:
        known = {name for (name,) in self._db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if known and "meta" not in known:
            raise RecordError(f"{self.path}: a database, but not a record; name another file")
        if readonly:
            if not known:
                raise RecordError(f"{self.path}: empty, not a record; name another file")
            migrate(self._db, self.path, allowed=False)
            return
        self._db.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
        with self.writing():
            if not list(self._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'")):
                make(self._db)
            migrate(self._db, self.path, allowed=True)

    def __enter__(self: D) -> D:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[None]:
        """One transaction; a durable one is on the disk before it returns, also if the power fails at once."""
        if self._db.in_transaction:
            yield
            return
        with told(self.path):
            self._db.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One state of the record for several queries, however much is written meanwhile."""
        with told(self.path):
            self._db.execute("BEGIN")
            try:
                yield
            finally:
                self._db.execute("ROLLBACK")

    @property
    def state(self) -> int:
        """A number that is another one whenever somebody else has written to the record."""
        row = self.one("PRAGMA data_version")
        return int(row[0]) if row else 0

    def run(self, query: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Run one statement."""
        return iter(self._db.execute(query, tuple(values)))

    def one(self, query: str, values: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        """Return the first row of a query."""
        return next(self.run(query, values), None)

    def among(self, query: str, values: Iterable[str], *known: str) -> Iterator[tuple[Any, ...]]:
        """Run a query that ends in IN over many values; `known` are the values of what stands before."""
        wanted = list(dict.fromkeys(values))
        for at in range(0, len(wanted), MANY):
            part = wanted[at : at + MANY]
            yield from self.run(f"{query} ({', '.join('?' * len(part))})", [*known, *part])

    def backup(self, path: Path) -> None:
        """Copy the record into another file while it is in use. Raises RecordError where a file stands there."""
        if path.exists():
            raise RecordError(f"{path}: stands already; name a new file for the copy")
        with told(path):
            target = apsw.Connection(os.fspath(path))
            with target.backup("main", self._db, "main") as copy:
                copy.step()
            target.close()

    def tidy(self) -> None:
        """Give back the room of what was deleted and let the search index settle."""
        with told(self.path):
            self._db.execute("INSERT INTO texts (texts) VALUES ('optimize')")
            self._db.execute("VACUUM; PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)")


def _still(path: Path) -> apsw.Connection:
    """Open a file that is only read; where nobody may write beside it, as one that nobody changes.

    Raises RecordError where its latest changes stand beside it and cannot be joined to it from here.
    """
    db = apsw.Connection(os.fspath(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        db.execute("SELECT 1 FROM sqlite_master")
    except (apsw.CantOpenError, apsw.ReadOnlyError):  # readers of a record want to make a file beside it
        latest = path.with_name(f"{path.name}-wal")
        if latest.exists() and latest.stat().st_size:
            raise RecordError(
                f"{path}: its latest changes stand in {latest.name}, which cannot be read where nobody may write; "
                "copy both into a folder of your own"
            ) from None
        uri = f"{path.resolve().as_uri()}?immutable=1"
        return apsw.Connection(uri, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
    return db


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into the project's: what happened, where, what to do."""
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
