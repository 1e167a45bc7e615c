"""Entries put in place: lasting ids, aliases of what was merged, the trace of what was withdrawn, and what changed."""

from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from detente.model import AnyEntry, Change, Dispute
from detente.record.database import Database
from detente.record.telling import MINTED, facets, first_last, least, tell

# Kinds whose ids are named by what they are about.
NAMED = {"person": "p", "party": "party", "position": "pos", "story": "story", "dispute": "dispute"}


class Places(Database):
    """Putting entries in place."""

    def replace(
        self, kind: str, lost: Iterable[str], entries: Iterable[AnyEntry], now: str, beside: Mapping[str, Collection[str]] = {}
    ) -> list[Change]:  # fmt: skip
        """Put entries of one minted kind, and their disputes, in the place of those that stood on their claims.

        `lost` are claims without force now; what stood on them goes on in entries that stand on the same pages. `beside`
        says of an entry which of those that stay may be the same.
        """
        made = list(entries)
        before = _Before(self, kind, set(lost), made)
        ids = self._ids(kind, [entry for entry in made if not isinstance(entry, Dispute)], before)
        changes = []
        for entry in made:
            if isinstance(entry, Dispute):
                about = ids[entry.about]
                changes += self._put(
                    msgspec.structs.replace(entry, id=f"dispute:{about}:{entry.field}", about=about), now
                )
            else:
                others = {ids[other] for other in entry.possibly_same if other in ids}.union(beside.get(entry.id, ()))
                placed = msgspec.structs.replace(entry, id=ids[entry.id], possibly_same=tuple(sorted(others)))
                changes += self._put(placed, now)
        kept = {f"dispute:{ids[one.about]}:{one.field}" for one in made if isinstance(one, Dispute)}
        disputed = {entry.id for entry in self._disputes_of({*before.entries, *ids.values()})}
        for gone in sorted(disputed - kept):
            changes += self._remove(gone, now)
        for gone in sorted(before.entries.keys() - set(ids.values())):
            changes += self._leave(before.entries[gone], ids, made, now)
        self._refer({*before.entries, *ids.values()}, {ids[one]: others for one, others in beside.items()}, now)
        return changes

    def _refer(self, placed: set[str], beside: Mapping[str, Collection[str]], now: str) -> None:
        """Let the entries that stay list which of those put in place they may be the same as."""
        listing: dict[str, set[str]] = {other: set() for others in beside.values() for other in others}
        for one, others in beside.items():
            for other in others:
                listing[other].add(one)
        for one in placed:
            for (id_,) in self.run("SELECT entry FROM facets WHERE facet = 'possibly' AND value = ?", (one,)):
                listing.setdefault(id_, set())
        for id_ in sorted(listing.keys() - placed):
            row = self.one("SELECT body FROM entries WHERE id = ?", (id_,))
            if row:
                entry = msgspec.json.decode(row[0], type=AnyEntry)
                others = tuple(sorted(listing[id_].union(entry.possibly_same) - (placed - listing[id_])))
                self._put(msgspec.structs.replace(entry, possibly_same=others), now)

    def put(
        self, entries: Iterable[AnyEntry], gone: Iterable[str], now: str, new: Mapping[str, str] = {}
    ) -> list[Change]:
        """Put entries that are named by what they are about, and withdraw those named in `gone`.

        `new` says, by entry, what came into the parts that it is made of.
        """
        changes = []
        for entry in entries:
            id_ = f"{NAMED[entry.kind_of()]}:{entry.id}"
            changes += self._put(msgspec.structs.replace(entry, id=id_), now, new.get(entry.id, ""))
        for id_ in gone:
            row = self.one("SELECT body FROM entries WHERE id = ? AND withdrawn = 0", (id_,))
            if row:
                changes += self._withdraw(msgspec.json.decode(row[0], type=AnyEntry), now)
        return changes

    # ── ids ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _ids(self, kind: str, entries: list[AnyEntry], before: "_Before") -> dict[str, str]:
        """Give each entry the id of the earlier one that it shares most with, else a new one."""
        ranked = sorted(
            (-before.shared(entry, id_), id_, entry.id) for entry in entries for id_ in before.candidates(entry)
        )
        ids: dict[str, str] = {}
        taken: set[str] = set()
        for shared, id_, name in ranked:
            if shared < 0 and name not in ids and id_ not in taken:
                ids[name] = id_
                taken.add(id_)
        for entry in sorted((one for one in entries if one.id not in ids), key=_first):
            ids[entry.id] = self._mint(kind)
        return ids

    def _mint(self, kind: str) -> str:
        row = self.one("SELECT value FROM meta WHERE key = ?", (f"last {kind}",))
        number = int(row[0]) + 1 if row else 1
        self.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", (f"last {kind}", str(number)))
        return f"{MINTED[kind]}{number}"

    # ── rows ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _disputes_of(self, about: Iterable[str]) -> Iterator[Dispute]:
        for id_ in about:
            query = "SELECT body FROM entries WHERE id >= ?1 AND id < ?1 || '~'"
            for (body,) in self.run(query, (f"dispute:{id_}:",)):
                yield msgspec.json.decode(body, type=Dispute)

    def _put(self, entry: AnyEntry, now: str, new: str = "") -> list[Change]:
        row = self.one("SELECT body FROM entries WHERE id = ?", (entry.id,))
        earlier = msgspec.json.decode(row[0], type=AnyEntry) if row else None
        if earlier == entry:
            return [self._change("~", entry.id, entry.kind_of(), new, now)] if new else []
        kind = entry.kind_of()
        first, last = first_last(entry)
        if entry.claims:
            self.run("DELETE FROM members WHERE entry = ?", (entry.id,))
        self.run("DELETE FROM facets WHERE entry = ?", (entry.id,))
        body = msgspec.json.encode(entry).decode()
        values = (entry.id, kind, first, last, entry.standing, least(entry), int(entry.withdrawn), body)
        self.run("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
        self._db.executemany(
            "INSERT OR IGNORE INTO members VALUES (?, ?)", [(claim, entry.id) for claim in entry.claims]
        )
        self._db.executemany(
            "INSERT OR IGNORE INTO facets VALUES (?, ?, ?)", [(*one, entry.id) for one in facets(entry)]
        )
        what = "; ".join(part for part in (tell(earlier, entry), new if earlier else "") if part)
        return [self._change("~" if earlier else "+", entry.id, kind, what, now)] if what else []

    def _leave(self, entry: AnyEntry, ids: dict[str, str], made: list[AnyEntry], now: str) -> list[Change]:
        """An entry that gave its claims to another becomes that one's alias; one without active claims is withdrawn."""
        own = set(entry.claims)
        heir = next((one for one in made if not isinstance(one, Dispute) and own & set(one.claims)), None)
        if heir is None:
            return self._withdraw(entry, now)
        self.run("INSERT OR REPLACE INTO aliases VALUES (?, ?)", (entry.id, ids[heir.id]))
        self.run("UPDATE aliases SET id = ? WHERE id = ?", (ids[heir.id], entry.id))
        return self._remove(entry.id, now, f"merged into {ids[heir.id]}")

    def _withdraw(self, entry: AnyEntry, now: str) -> list[Change]:
        if entry.withdrawn:
            return []
        kept = msgspec.structs.replace(entry, withdrawn=True)
        body = msgspec.json.encode(kept).decode()
        self.run("UPDATE entries SET withdrawn = 1, body = ? WHERE id = ?", (body, entry.id))
        self.run("DELETE FROM facets WHERE entry = ?", (entry.id,))
        return [self._change("-", entry.id, entry.kind_of(), "withdrawn: no page says so any more", now)]

    def _remove(self, id_: str, now: str, what: str = "no longer disputed") -> list[Change]:
        for table, column in (("entries", "id"), ("members", "entry"), ("facets", "entry")):
            self.run(f"DELETE FROM {table} WHERE {column} = ?", (id_,))
        return [self._change("-", id_, "dispute" if id_.startswith("dispute:") else "entry", what, now)]

    def _change(self, sign: str, entry: str, kind: str, what: str, now: str) -> Change:
        values = (now, sign, entry, kind, what)
        self.run("INSERT INTO changes (at, sign, entry, kind, what) VALUES (?, ?, ?, ?, ?)", values)
        return Change(sign=sign, entry=entry, kind=kind, what=what, when=now)  # type: ignore[arg-type]


class _Before:
    """The entries of a kind that stood on these claims, and where each new entry may go on from."""

    def __init__(self, db: Database, kind: str, lost: set[str], made: list[AnyEntry]) -> None:
        self.db = db
        self.homes: dict[str, list[str]] = {claim: [] for claim in lost.union(*(entry.claims for entry in made))}
        # A cross join keeps its order: from the claims, not from all entries of the kind.
        query = "SELECT claim, entry FROM members CROSS JOIN entries ON entries.id = entry WHERE kind = ? AND claim IN"
        for claim, id_ in db.among(query, self.homes, kind):
            self.homes[claim].append(id_)
        self.entries: dict[str, AnyEntry] = {}
        for id_ in sorted({id_ for homes in self.homes.values() for id_ in homes}):
            row = db.one("SELECT body FROM entries WHERE id = ?", (id_,))
            if row:
                self.entries[id_] = msgspec.json.decode(row[0], type=AnyEntry)
        self.by_page: dict[str, set[str]] = {}
        for claim in sorted(lost):
            self.by_page.setdefault(self._page(claim), set()).update(self.homes[claim])

    def _page(self, claim: str) -> str:
        query = "SELECT d.id FROM claims c JOIN documents d ON d.number = c.document WHERE c.id = ?"
        row = self.db.one(query, (claim,))
        return row[0] if row else ""

    def candidates(self, entry: AnyEntry) -> set[str]:
        """The earlier entries with a claim or, where claims were lost, a page in common."""
        found = {id_ for claim in entry.claims for id_ in self.homes[claim]}
        pages = {self._page(claim) for claim in entry.claims} if self.by_page else set()
        return found.union(*(self.by_page.get(page, set()) for page in pages))

    def shared(self, entry: AnyEntry, id_: str) -> float:
        """Claims in common count first; else pages in common, the more the more alike the two are."""
        earlier = self.entries[id_]
        claims = len(set(earlier.claims) & set(entry.claims))
        if claims:
            return float(claims)
        pages = sum(id_ in self.by_page.get(page, ()) for page in {self._page(claim) for claim in entry.claims})
        alike = sum(entry.value(field) == earlier.value(field) for field in ("when", "where", "parties", "name"))
        return float(pages * (1 + alike)) / 1000


def _first(entry: AnyEntry) -> tuple[str, str]:
    return first_last(entry)[0] or "9999", entry.id
