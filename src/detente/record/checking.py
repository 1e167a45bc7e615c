"""Is the record whole: the file, every text's hash, every quote, every entry's claims."""

from collections.abc import Iterator

from detente.model import Problem
from detente.record.decisions import Decisions
from detente.record.rows import sha256


class Checking(Decisions):
    """Verifying the record."""

    def check(self) -> list[Problem]:
        """Verify the file's integrity, that no text was altered, and that every quote stands where its claim says."""
        return [*self._file(), *self._texts(), *self._entries()]

    def _file(self) -> Iterator[Problem]:
        for (told,) in self.run("PRAGMA integrity_check"):
            if told != "ok":
                yield Problem(what=str(told), where=str(self.path), do="restore a copy")
        for row in self.run("PRAGMA foreign_key_check"):
            yield Problem(
                what=f"a row of {row[0]} refers to nothing in {row[2]}", where=str(self.path), do="restore a copy"
            )

    def _texts(self) -> Iterator[Problem]:
        for number, id_, text, digest in self.run("SELECT number, id, text, sha256 FROM documents ORDER BY number"):
            if sha256(text) != digest:
                yield Problem(what="its text was altered", where=id_, do="read the page again")
            for claim in self._claims(number).every():
                for span in claim.spans:
                    if text[span.start : span.end] != span.quote:
                        what = f"'{span.quote[:40]}' does not stand at {span.start}"
                        yield Problem(what=what, where=claim.id, do="read the page again")

    def _entries(self) -> Iterator[Problem]:
        query = "SELECT m.entry, m.claim FROM members m LEFT JOIN claims c ON c.id = m.claim WHERE c.id IS NULL"
        for entry, claim in self.run(query):
            yield Problem(
                what=f"stands on a claim that is not there ({claim})", where=entry, do="settle the record again"
            )
