"""Judgements kept: append-only, on the disk before they are acknowledged, and carried between colleagues as a file."""

from collections.abc import Iterator

import msgspec

from detente.errors import UsageError
from detente.model import Anchor, Entry, Judgement
from detente.record.lists import Lists


class Decisions(Lists):
    """Keeping what people decided."""

    def judgements(self) -> Iterator[Judgement]:
        """Yield every judgement, oldest first."""
        for (body,) in self.run("SELECT body FROM judgements ORDER BY made, id"):
            yield msgspec.json.decode(body, type=Judgement)

    def judge(self, judgement: Judgement) -> bool:
        """Append a judgement; it is never changed. Returns False where it stands already."""
        with self.writing(durable=True):
            if self.one("SELECT 1 FROM judgements WHERE id = ?", (judgement.id,)):
                return False
            values = (judgement.id, judgement.when, msgspec.json.encode(judgement).decode())
            self.run("INSERT INTO judgements VALUES (?, ?, ?)", values)
            for document in sorted(self._concerned(judgement)):
                self._mark(document)
        return True

    def _concerned(self, judgement: Judgement) -> set[str]:
        """The pages whose claims a judgement, or the one that it undoes, was made on."""
        found = {anchor.document for group in judgement.groups for anchor in group}
        if judgement.verb == "undo":
            undone = [one for one in self.judgements() if one.id in judgement.on]
            found |= {document for one in undone for document in self._concerned(one)}
        return found

    def anchors(self, id_: str) -> tuple[Anchor, ...]:
        """Return the claims behind an entry, claim or document, as a judgement on it keeps them.

        Raises UsageError where there is no such thing.
        """
        told = self.told([id_]) or self.told_by([id_])
        if not told:
            entry: Entry = self.entry(id_)
            told = self.told(entry.claims)
        return tuple(Anchor.of(one.claim, one.document) for one in told)

    def judgement(self, id_: str) -> Judgement:
        """Return a judgement. Raises UsageError where there is none of this id."""
        row = self.one("SELECT body FROM judgements WHERE id = ?", (id_,))
        if row is None:
            raise UsageError(f"no judgement '{id_}'; `detente judge list` shows them")
        return msgspec.json.decode(row[0], type=Judgement)

    def notes(self, entry: str) -> list[Judgement]:
        """Return the private notes that hang on an entry."""
        return [one for one in self.judgements() if one.verb == "note" and entry in one.on]
