"""Pages kept: a document and its claims in one transaction, versions, refusals, and what was covered."""

from collections.abc import Iterator

import msgspec

from detente.model import (
    CLAIM_LISTS,
    AnyClaim,
    Claims,
    Coverage,
    Document,
    Problem,
)
from detente.record.database import Database
from detente.record.rows import Named, country_of, insert

LIST_OF = {name.removesuffix("s"): name for name in CLAIM_LISTS}


class Pages(Database):
    """Keeping pages, and finding them again."""

    def has(self, document: Document, reader: str) -> bool:
        """Tell whether this version of a document stands in the record, read by this version of the reader."""
        query = "SELECT 1 FROM documents WHERE id = ? AND version = ? AND reader = ? AND active = 1"
        return self.one(query, (document.id, document.version, reader)) is not None

    def add(self, claims: Claims, reader: str, now: str = "") -> bool:
        """Keep a document and its claims in one transaction; returns False where they stand already.

        A new version takes the force of the earlier one, which keeps its trace; the same version read by another reader
        has its claims replaced.
        """
        document = claims.document
        if self.has(document, reader):
            return False
        with self.writing():
            self._retire(document.id)
            self._forget(document, reader)
            insert(self._db, claims, reader, now)
            self._mark(document.id)
        return True

    def withdraw(self, document: str) -> bool:
        """Take the force of a page that was retracted; returns False where it has none. Its trace stays."""
        with self.writing():
            found = self._retire(document)
            if found:
                self._mark(document)
        return found

    def _retire(self, document: str) -> bool:
        row = self.one("SELECT number, title, text FROM documents WHERE id = ? AND active = 1", (document,))
        if row is None:
            return False
        self.run("UPDATE documents SET active = 0 WHERE number = ?", row[:1])
        for table in ("claims", "people", "parties"):
            self.run(f"UPDATE {table} SET active = 0 WHERE document = ?", row[:1])
        self.run("INSERT INTO texts (texts, rowid, title, text) VALUES ('delete', ?, ?, ?)", row)
        return True

    def _forget(self, document: Document, reader: str) -> None:
        """Remove an earlier identical reading, whose claims are about to stand again."""
        query = "SELECT number FROM documents WHERE id = ? AND version = ? AND reader = ?"
        row = self.one(query, (document.id, document.version, reader))
        if row is not None:
            for table in ("claims", "people", "parties"):
                self.run(f"DELETE FROM {table} WHERE document = ?", row)
            self.run("DELETE FROM documents WHERE number = ?", row)

    def _mark(self, document: str) -> None:
        self.run("INSERT OR IGNORE INTO unsettled (document) VALUES (?)", (document,))

    # ── what was not read ───────────────────────────────────────────────────────────────────────────────────────────

    def problem(self, problem: Problem) -> None:
        """Keep what stood in the way of a source."""
        with self.writing():
            values = (problem.where, problem.what, problem.do)
            self.run('INSERT OR REPLACE INTO problems ("where", what, "do") VALUES (?, ?, ?)', values)

    def gated(self, document: Document) -> None:
        """Keep that a page was passed over as being about something else."""
        with self.writing():
            values = (document.id, document.outlet, country_of(document.outlet), document.language, document.title)
            self.run("INSERT OR REPLACE INTO gated VALUES (?, ?, ?, ?, ?)", values)

    def coverage(self) -> list[Coverage]:
        """Count what was read, passed over and refused, by outlet and language."""
        rows = self.run(
            """SELECT outlet, country, language, sum(read), sum(gated), sum(refused) FROM (
              SELECT outlet, country, language, 1 AS read, 0 AS gated, 0 AS refused FROM documents WHERE active = 1
              UNION ALL SELECT outlet, country, language, 0, 1, 0 FROM gated
              UNION ALL SELECT outlet, NULL, language, 0, 0, 1 FROM problems)
            GROUP BY outlet, country, language ORDER BY sum(read) DESC, outlet, language"""
        )
        names = Coverage.__struct_fields__
        return [Coverage(**dict(zip(names, row, strict=True))) for row in rows]

    # ── reading them back ───────────────────────────────────────────────────────────────────────────────────────────

    def claims(self) -> Iterator[Claims]:
        """Yield what each active document says, in the order of publication."""
        query = "SELECT number FROM documents WHERE active = 1 ORDER BY published IS NULL, published, id"
        for (number,) in list(self.run(query)):
            yield self._claims(number)

    def page(self, document: str) -> Claims | None:
        """Return what the active version of a document says."""
        row = self.one("SELECT number FROM documents WHERE id = ? AND active = 1", (document,))
        return self._claims(row[0]) if row else None

    def _claims(self, number: int) -> Claims:
        row = self.one("SELECT body, text, named FROM documents WHERE number = ?", (number,))
        assert row is not None
        document = msgspec.structs.replace(msgspec.json.decode(row[0], type=Document), text=row[1])
        named = msgspec.json.decode(row[2], type=Named)
        lists: dict[str, list[AnyClaim]] = {name: [] for name in CLAIM_LISTS}
        for kind, body in self.run("SELECT kind, body FROM claims WHERE document = ? ORDER BY rowid", (number,)):
            lists[LIST_OF[kind]].append(msgspec.json.decode(body, type=AnyClaim))
        made = {name: tuple(rows) for name, rows in lists.items()}
        return Claims(
            document=document, schema=named.schema, people=named.people, parties=named.parties, sources=named.sources,
            events=named.events,
            **made,  # type: ignore[arg-type]
        )  # fmt: skip
