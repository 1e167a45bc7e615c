"""How far the record has taken in a custody log, and what it has seen of it: a witness of the log on its own."""

from detente.model import Head
from detente.record.database import Database

KEY = "custody"


class Arrivals(Database):
    """The head of the custody log as the record last saw it."""

    def custody_head(self) -> Head:
        """Return the last line of the custody log that was taken in; number 0 where none was."""
        row = self.one("SELECT value FROM meta WHERE key = ?", (KEY,))
        number, _, digest = row[0].partition(" ") if row else ("0", "", "")
        return Head(number=int(number), hash=digest)

    def note_custody(self, head: Head) -> None:
        """Note that the log was taken in up to a line; on the disk when this returns."""
        with self.writing(durable=True):
            self.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", (KEY, f"{head.number} {head.hash}"))
