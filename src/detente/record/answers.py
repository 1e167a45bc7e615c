"""Asking the record: entries by kind and filter, one entry or claim with what stands behind it, words, changes."""

from typing import TypeVar

import msgspec

from detente.errors import MissingError
from detente.model import AnyClaim, AnyEntry, Change, Claims, Dispute, Entry, Told
from detente.record.pages import Pages
from detente.record.parts import Parts
from detente.record.workings import TOLD, Workings, told_row

E = TypeVar("E", bound=Entry)
FACETED = ("party", "person", "kind", "district", "step")
RANKED = 5_000  # pages that match beyond which ranking them would take longer than a reader waits


class Hit(msgspec.Struct, frozen=True):
    """A page found by searching: the words around the match, and where in the text they stand."""

    document: str
    title: str | None
    outlet: str | None
    published: str | None
    snippet: str
    start: int


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """Which entries of a kind: concerning a day, from a day on, of a party, on an issue and what is below it ...

    Of incidents also those of a kind, told of a district, or at a step of verification.
    """

    on: str | None = None
    since: str | None = None
    until: str | None = None
    party: str | None = None
    issue: str | None = None
    person: str | None = None
    status: str | None = None
    min_sources: int | None = None
    kind: str | None = None
    district: str | None = None
    step: str | None = None
    withdrawn: bool = False

    def where(self) -> tuple[str, list[object]]:
        """Return the conditions in SQL and their values."""
        parts: list[str] = []
        values: list[object] = []
        for condition, value in (
            ("withdrawn = ?", int(self.withdrawn)),
            ("first_day <= ?", self.on), ("last_day >= ?", self.on), ("last_day >= ?", self.since),
            ("first_day <= ?", self.until), ("standing = ?", self.status), ("at_least >= ?", self.min_sources),
            *((f"id IN (SELECT entry FROM facets WHERE facet = '{name}' AND value = ?)", getattr(self, name)) for name in FACETED),
            ("id IN (SELECT entry FROM facets WHERE facet = 'issue' AND (value = ?1 OR value LIKE ?1 || '.%'))", self.issue),
        ):  # fmt: skip
            if value is not None:
                parts.append(condition.replace("?1", "?"))
                values += [value] * condition.count("?")
        return " AND ".join(parts), values


class Answers(Pages, Workings, Parts):
    """Asking the record."""

    def entries(self, noun: type[E], chosen: Filter | None = None, limit: int = -1, offset: int = 0) -> list[E]:
        """Return the entries of a kind (`Talk`, `Person` ...) that fit, by day, undated last."""
        where, values = (chosen or Filter()).where()
        query = f"""SELECT body FROM entries WHERE kind = ? AND {where}
          ORDER BY first_day IS NULL, first_day, length(id), id LIMIT ? OFFSET ?"""
        rows = self.run(query, [noun.kind_of(), *values, limit, offset])
        return [self.whole(msgspec.json.decode(body, type=noun)) for (body,) in list(rows)]

    def count(self, noun: type[Entry], chosen: Filter | None = None) -> int:
        """Count the entries of a kind that fit."""
        where, values = (chosen or Filter()).where()
        row = self.one(f"SELECT count(*) FROM entries WHERE kind = ? AND {where}", [noun.kind_of(), *values])
        return int(row[0]) if row else 0

    def entry(self, id_: str) -> AnyEntry:
        """Return an entry by its id, or by one that was merged into it. Raises MissingError where there is none."""
        alias = self.one("SELECT id FROM aliases WHERE alias = ?", (id_,))
        row = self.one("SELECT body FROM entries WHERE id = ?", (alias[0] if alias else id_,))
        if row is None:
            raise MissingError(f"no entry '{id_}'; `detente show talks` lists the ids")
        found: AnyEntry = msgspec.json.decode(row[0], type=AnyEntry)
        return self.whole(found)

    def disputes(self, entry: str) -> list[Dispute]:
        """Return what the accounts of an entry dispute."""
        query = "SELECT body FROM entries WHERE id >= ?1 AND id < ?1 || '~' ORDER BY id"
        return [msgspec.json.decode(body, type=Dispute) for (body,) in self.run(query, (f"dispute:{entry}:",))]

    def behind(self, entry: AnyEntry) -> list[Told]:
        """Return the active claims that an entry stands on, each in its setting, oldest page first."""
        return sorted(self.told(entry.claims), key=lambda told: told.order)

    def claim(self, id_: str) -> tuple[AnyClaim, Claims] | None:
        """Return a claim, also one that lost its force, and everything that its document says."""
        row = self.one("SELECT body, document FROM claims WHERE id = ?", (id_,))
        return (msgspec.json.decode(row[0], type=AnyClaim), self._claims(row[1])) if row else None

    def told_of_kind(self, kind: str, limit: int = -1) -> list[Told]:
        """Return the active claims of a kind, newest page first."""
        query = f"{TOLD} WHERE c.active = 1 AND c.kind = ? ORDER BY d.published DESC, c.rowid LIMIT ?"
        return [told_row(row) for row in self.run(query, (kind, limit))]

    def of_claim(self, claim: str) -> list[str]:
        """Return the entries that stand on a claim."""
        return [id_ for (id_,) in self.run("SELECT entry FROM members WHERE claim = ? ORDER BY entry", (claim,))]

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """Search the pages' text; words are all required, in any order. The best pages come first, or, of very many, the newest."""
        words = " ".join('"' + word.replace('"', '""') + '"' for word in query.split() if word.strip('"'))
        if not words:
            return []
        counted = self.one("SELECT count(*) FROM (SELECT 1 FROM texts WHERE texts MATCH ? LIMIT ?)", (words, RANKED))
        order = "rank, d.id" if counted and counted[0] < RANKED else "texts.rowid DESC"
        rows = self.run(
            f"""SELECT d.id, d.title, d.outlet, d.published, snippet(texts, 1, '[', ']', ' … ', 24), highlight(texts, 1, char(1), '')
              FROM texts JOIN documents d ON d.number = texts.rowid WHERE texts MATCH ? ORDER BY {order} LIMIT ?""",
            (words, limit),
        )
        return [
            Hit(document, title, outlet, published, snippet, max(0, marked.find("\1")))
            for document, title, outlet, published, snippet, marked in rows
        ]

    def changes(self, since: str, until: str | None = None) -> list[Change]:
        """Return what changed since a day or moment, oldest first."""
        rows = self.run(
            "SELECT sign, entry, kind, what, at FROM changes WHERE at >= ? AND at <= ? ORDER BY number",
            (since, until or "9999"),
        )
        return [Change(sign=sign, entry=entry, kind=kind, what=what, when=at) for sign, entry, kind, what, at in rows]
