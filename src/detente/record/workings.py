"""What settling needs of the record: what changed, who shares a block or a gram with it, and entries put in place.

All of it is asked by `line`, which hands what it gets to `reconcile`: neither folder knows the other.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec

from detente.model import (
    AnyClaim,
    Derivation,
    Document,
    NamedParty,
    Source,
    Span,
    Told,
)
from detente.record.database import Database
from detente.record.rows import json

Sighting = tuple[str, str, str | None]
ANY_TIME = "*"  # in place of a month, for the keys of whole copies
MOST_KNOWN = 50_000  # claims kept at hand while settling


class Workings(Database):
    """The record's workings while it settles; claims once asked for stay at hand until it is done."""

    def __init__(self, path: Path, *, readonly: bool = False) -> None:
        super().__init__(path, readonly=readonly)
        self.known: dict[str, Told] = {}
        self.at_hand: dict[
            str, Any
        ] = {}  # what the line works out of claims, by kind, and keeps from one settling to the next

    def unsettled(self, limit: int) -> list[str]:
        """Return documents that entered, changed or were judged since the record was last settled, oldest first."""
        return [id_ for (id_,) in self.run("SELECT document FROM unsettled ORDER BY number LIMIT ?", (limit,))]

    def settled(self, documents: Iterable[str]) -> None:
        """Note that these documents are settled."""
        self._db.executemany("DELETE FROM unsettled WHERE document = ?", [(one,) for one in documents])

    # ── stories ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def document(self, id_: str) -> Document | None:
        """Return the active version of a document."""
        row = self.one("SELECT body, text FROM documents WHERE id = ? AND active = 1", (id_,))
        return msgspec.structs.replace(msgspec.json.decode(row[0], type=Document), text=row[1]) if row else None

    def fingerprint(
        self,
        document: str,
        day: str | None,
        grams: bytes,
        unquoted: bytes,
        quotations: Sequence[int],
        indexed: Sequence[int],
        twins: Sequence[int] = (),
    ) -> None:
        """Keep a page's fingerprint and index it: by its month, and by what whole copies have in common at any time."""
        self.forget_fingerprint(document)
        values = (document, day, grams, unquoted, json(quotations), len(indexed))
        self.run("INSERT INTO fingerprints VALUES (?, ?, ?, ?, ?, ?)", values)
        self._db.executemany(
            "INSERT OR IGNORE INTO shingles VALUES (?, ?, ?)", [(gram, (day or "")[:7], document) for gram in indexed]
        )
        self._db.executemany(
            "INSERT OR IGNORE INTO shingles VALUES (?, ?, ?)", [(key, ANY_TIME, document) for key in twins]
        )

    def forget_fingerprint(self, document: str) -> None:
        """Forget the fingerprint of a page that has none any more, and what it derived from."""
        row = self.one("SELECT 1 FROM fingerprints WHERE document = ?", (document,))
        if row is None:
            return
        self.run("DELETE FROM fingerprints WHERE document = ?", (document,))
        self.run("DELETE FROM shingles WHERE document = ?", (document,))

    def sharing(
        self, document: str, indexed: Sequence[int], day: str | None, window: int, least: int, part: float
    ) -> Iterator[tuple[str, str | None, bytes, bytes, list[int]]]:
        """Yield the fingerprints of other pages of about the same days that share indexed grams with this one.

        They share at least `least`, and this `part` of the grams of the one that has fewer.
        """
        rows = self.run(
            """WITH own (gram) AS (SELECT value FROM json_each(?1)), alike (document, shared) AS (
              SELECT document, count(*) FROM (
                SELECT document FROM own JOIN shingles USING (gram) WHERE month BETWEEN ?2 AND ?3
                UNION ALL SELECT document FROM own JOIN shingles USING (gram) WHERE month = '')
              GROUP BY document HAVING count(*) >= ?4)
            SELECT document, day, grams, unquoted, quotations FROM alike JOIN fingerprints USING (document)
            WHERE document <> ?5 AND shared >= ?6 * min(indexed, ?7)
              AND (?8 IS NULL OR day IS NULL OR abs(julianday(day) - julianday(?8)) <= ?9) ORDER BY document""",
            (json(indexed), *_months(day, window), least, document, part, len(indexed), day, window),
        )
        for *known, quotations in rows:
            yield (*known, msgspec.json.decode(quotations, type=list[int]))

    def twins(self, document: str, keys: Sequence[int]) -> Iterator[tuple[str, str | None, bytes, bytes, list[int]]]:
        """Yield the fingerprints of other pages of any day that share one of the keys of whole copies."""
        rows = self.run(
            """SELECT DISTINCT document, day, grams, unquoted, quotations FROM json_each(?1) AS own
              CROSS JOIN shingles ON gram = own.value AND month = ?2 JOIN fingerprints USING (document)
            WHERE document <> ?3 ORDER BY document""",
            (json(keys), ANY_TIME, document),
        )
        for *known, quotations in rows:
            yield (*known, msgspec.json.decode(quotations, type=list[int]))

    def derive(self, document: str, derivations: Iterable[Derivation]) -> None:
        """Replace what is known of how a page stands to others."""
        self.run("DELETE FROM derivations WHERE document = ?1 OR origin = ?1", (document,))
        rows = [(one.document, one.origin, one.kind, one.share, one.unquoted) for one in derivations]
        self._db.executemany("INSERT OR REPLACE INTO derivations VALUES (?, ?, ?, ?, ?)", rows)

    def related(self, documents: Iterable[str]) -> tuple[set[str], list[Derivation]]:
        """Return these documents with all that copies connect them with, and every derivation from or to one of them."""
        found: dict[tuple[str, str], Derivation] = {}
        waiting: list[str] = list(documents)
        seen: set[str] = set()
        while waiting:
            document = waiting.pop()
            if document in seen:
                continue
            seen.add(document)
            for row in self.run("SELECT * FROM derivations WHERE document = ?1 OR origin = ?1", (document,)):
                one = Derivation(document=row[0], origin=row[1], kind=row[2], share=row[3], unquoted=row[4])
                found[row[:2]] = one
                if one.kind in {"copy", "mirror"}:
                    waiting += [one.document, one.origin]
        return seen, [found[key] for key in sorted(found)]

    def days(self, documents: Iterable[str]) -> dict[str, str | None]:
        """Return when each of these documents was published; withdrawn ones are left out."""
        return dict(self.among("SELECT id, published FROM documents WHERE active = 1 AND id IN", documents))

    def stories_of(self, documents: Iterable[str]) -> set[str]:
        """Return the stories that these documents, in any version, were put into."""
        return {story for (story,) in self.among("SELECT story FROM documents WHERE story <> '' AND id IN", documents)}

    def place(self, document: str, story: str) -> bool:
        """Put a document into a story; tell whether it was in another."""
        row = self.one("SELECT story FROM documents WHERE id = ? AND active = 1", (document,))
        if row is None or row[0] == story:
            return False
        self.run("UPDATE documents SET story = ? WHERE id = ? AND active = 1", (story, document))
        return True

    # ── claims in their setting ─────────────────────────────────────────────────────────────────────────────────────

    def told(self, claims: Iterable[str]) -> list[Told]:
        """Return these claims, as far as they are active, each in its setting."""
        wanted = list(dict.fromkeys(claims))
        missing = [id_ for id_ in wanted if id_ not in self.known]
        if len(self.known) > MOST_KNOWN:
            self.known.clear()
            missing = wanted
        for row in self.among(f"{TOLD} WHERE c.active = 1 AND c.id IN", missing):
            one = told_row(row)
            self.known[one.claim.id] = one
        return [self.known[id_] for id_ in wanted if id_ in self.known]

    def forget(self) -> None:
        """Forget the claims at hand, before and after anything that may change them or their setting."""
        self.known.clear()

    def told_by(self, documents: Iterable[str]) -> list[Told]:
        """Return the active claims of these documents."""
        return [
            told_row(row) for row in self.among(f"{TOLD} WHERE c.active = 1 AND d.active = 1 AND d.id IN", documents)
        ]

    def silent(self, documents: Iterable[str]) -> dict[str, list[str]]:
        """Return, by kind, the claims of these documents that have no force any more and still stand behind an entry."""
        query = f"""SELECT DISTINCT c.kind, c.id FROM claims c JOIN documents d ON d.number = c.document
          JOIN members m ON m.claim = c.id WHERE (c.active = 0 OR {MIRROR}) AND d.id IN"""
        found: dict[str, list[str]] = {}
        for kind, id_ in self.among(query, documents):
            found.setdefault(kind, []).append(id_)
        return found

    def block(self, kind: str, told: Told, keys: Iterable[str]) -> None:
        """Keep the block keys of a claim."""
        rows = [(kind, key, told.claim.id) for key in sorted(set(keys))]
        self._db.executemany("INSERT OR IGNORE INTO blocks VALUES (?, ?, ?)", rows)

    def blocked_with(self, kind: str, claim: str) -> list[str]:
        """Return the other active claims that share a block key with this one."""
        query = """SELECT DISTINCT b.claim FROM blocks a JOIN blocks b ON b.kind = a.kind AND b.key = a.key
          JOIN claims c ON c.id = b.claim AND c.active = 1 WHERE a.claim = ?1 AND a.kind = ?2 AND b.claim <> ?1"""
        return [id_ for (id_,) in self.run(query, (claim, kind))]

    def in_block(self, kind: str, key: str) -> list[Told]:
        """Return the active claims of one block."""
        query = f"{TOLD} JOIN blocks b ON b.claim = c.id WHERE b.kind = ? AND b.key = ? AND c.active = 1"
        return [told_row(row) for row in self.run(query, (kind, key))]

    def keys_of(self, kind: str, claims: Iterable[str]) -> set[str]:
        """Return the block keys of these claims."""
        rows = self.among("SELECT kind, key FROM blocks WHERE claim IN", claims)
        return {key for found, key in rows if found == kind}

    def link(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Keep that these pairs of claims may tell of one thing."""
        self._db.executemany("INSERT OR IGNORE INTO links VALUES (?, ?)", pairs)

    def unlink(self, claim: str) -> None:
        """Forget a claim's links."""
        self.run("DELETE FROM links WHERE one = ?1 OR other = ?1", (claim,))

    def linked(self, claim: str) -> list[str]:
        """Return the claims that a claim is linked with."""
        query = "SELECT other FROM links WHERE one = ?1 UNION SELECT one FROM links WHERE other = ?1"
        return [id_ for (id_,) in self.run(query, (claim,))]

    def standing_with(self, kind: str, claim: str) -> tuple[str, list[str]]:
        """Return the entry of a kind that a claim stands behind, and all claims that do; nothing where there is none."""
        query = """SELECT entry FROM members CROSS JOIN entries ON id = entry
          WHERE claim = ? AND kind = ? AND withdrawn = 0"""
        row = self.one(query, (claim, kind))
        if row is None:
            return "", []
        return row[0], [id_ for (id_,) in self.run("SELECT claim FROM members WHERE entry = ?", row)]

    def sightings(self, surname: str) -> list[Sighting]:
        """Return (id, name, side) as active pages name people of this surname."""
        query = "SELECT DISTINCT id, name, party FROM people WHERE surname = ? AND active = 1"
        return list(self.run(query, (surname,)))

    def surnames(self, documents: Iterable[str]) -> set[str]:
        """Return the surnames that any version of these documents names."""
        query = "SELECT p.surname FROM people p JOIN documents d ON d.number = p.document WHERE d.id IN"
        return {surname for (surname,) in self.among(query, documents)}

    def parties_in(self, documents: Iterable[str]) -> set[str]:
        """Return the parties that any version of these documents names."""
        query = "SELECT p.id FROM parties p JOIN documents d ON d.number = p.document WHERE d.id IN"
        return {party for (party,) in self.among(query, documents)}

    def party_sightings(self, party: str) -> list[NamedParty]:
        """Return the different ways in which active pages name a party."""
        query = "SELECT DISTINCT name, kind, said FROM parties WHERE id = ? AND active = 1"
        return [
            NamedParty(id=party, name=name, kind=kind, mentions=(Span(start=0, end=len(said), quote=said),))
            for name, kind, said in self.run(query, (party,))
        ]

    def with_facet(self, facet: str, value: str) -> set[str]:
        """Return the entries that a list finds under this value."""
        return {id_ for (id_,) in self.run("SELECT entry FROM facets WHERE facet = ? AND value = ?", (facet, value))}


def _months(day: str | None, window: int) -> tuple[str, str]:
    """The first and last month of so many days around a day; all that have one around none."""
    if day is None:
        return "0", "9999"
    middle = date.fromisoformat(day)
    return (middle - timedelta(days=window)).isoformat()[:7], (middle + timedelta(days=window)).isoformat()[:7]


# Mirrors have no voice: what they say stands under a false day, and the page that they copy says it.
MIRROR = "EXISTS (SELECT 1 FROM derivations WHERE document = d.id AND kind = 'mirror')"
TOLD = f"""SELECT c.body, c.sources, d.id, d.outlet, d.published, d.story
  FROM claims c JOIN documents d ON d.number = c.document AND NOT {MIRROR}"""


def told_row(row: Sequence[Any]) -> Told:
    """Return a claim in its setting from a row of TOLD."""
    body, sources, document, outlet, published, story = row
    return Told(
        claim=msgspec.json.decode(body, type=AnyClaim),
        sources=msgspec.json.decode(sources, type=tuple[Source, ...]),
        document=document, outlet=outlet, published=published, story=story,
    )  # fmt: skip
