"""Lists as people look at them: newest first, a page at a time, with the words behind each row. Every query is bounded."""

from collections.abc import Iterable

import msgspec

from detente.model import (
    AnyEntry,
    Change,
    Claims,
    Dispute,
    Entry,
    Fact,
    Noun,
    Person,
    PositionTrack,
    Problem,
    Stance,
    Talk,
    Told,
)
from detente.record.answers import Answers, E, Filter
from detente.record.parts import Titles
from detente.record.telling import MINTED
from detente.record.workings import TOLD, told_row

FEW = 2_000  # claims of a kind up to which they are looked up by kind rather than page by page
MOST_TOLD = 20_000  # claims that say who cites whom, the newest, that are counted


class Quoted(Noun, frozen=True, kw_only=True):
    """A claim in its setting with the text that it quotes."""

    told: Told
    title: str | None = None
    url: str | None = None
    text: str


class Listed(Noun, frozen=True, kw_only=True):
    """A page of the record as a list shows it."""

    id: str
    title: str | None = None
    outlet: str | None = None
    country: str | None = None
    language: str | None = None
    published: str | None = None
    url: str | None = None
    story: str = ""


class Stand(Noun, frozen=True, kw_only=True):
    """Where a party stood on an issue on a day: the steps of the last day on which it was told, and how many days tell."""

    track: PositionTrack
    steps: tuple[Stance, ...]
    days: int


class Cites(Noun, frozen=True, kw_only=True):
    """That one outlet cites another, on so many pages, and one claim that says so."""

    outlet: str
    cites: str
    pages: int
    claim: str


class Lists(Answers):
    """Asking the record for lists."""

    def newest(self, noun: type[E], chosen: Filter | None = None, limit: int = 25, offset: int = 0) -> list[E]:
        """Return entries of a kind by day, newest first, undated last."""
        where, values = (chosen or Filter()).where()
        query = f"""SELECT e.body FROM (SELECT id, first_day FROM entries WHERE kind = ? AND {where}
          ORDER BY first_day DESC, id DESC LIMIT ? OFFSET ?) AS found JOIN entries e ON e.id = found.id
          ORDER BY found.first_day DESC, found.id DESC"""
        rows = self.run(query, [noun.kind_of(), *values, limit, offset])
        return [msgspec.json.decode(body, type=noun) for (body,) in rows]

    def by_name(self, noun: type[E], starts: str = "", limit: int = 50, offset: int = 0) -> list[E]:
        """Return people or parties by name; `starts` is how the name begins."""
        query = """SELECT body FROM entries WHERE kind = ? AND withdrawn = 0 AND body ->> '$.name' LIKE ? ESCAPE '\\'
          ORDER BY body ->> '$.name' COLLATE NOCASE, id LIMIT ? OFFSET ?"""
        rows = self.run(query, (noun.kind_of(), f"{_escaped(starts)}%", limit, offset))
        return [msgspec.json.decode(body, type=noun) for (body,) in rows]

    def stands(self, on: str, chosen: Filter | None = None, limit: int = 2_000) -> list[Stand]:
        """Return where parties stood on issues at the end of a day; what was told later is left out."""
        where, values = (chosen or Filter()).where()
        query = f"""SELECT e.body, p.body, (SELECT count(*) FROM parts o WHERE o.owner = e.id AND o.part <= ?1)
          FROM (SELECT id FROM entries WHERE kind = 'position' AND {where} LIMIT ?) AS found
          JOIN entries e ON e.id = found.id JOIN parts p ON p.owner = e.id
            AND p.part = (SELECT max(part) FROM parts m WHERE m.owner = e.id AND m.part <= ?1)"""
        rows = self.run(query.replace("?1", "?"), [on, *values, limit, on])
        return [
            Stand(
                track=msgspec.json.decode(body, type=PositionTrack),
                steps=tuple(msgspec.json.decode(steps, type=list[Stance])),
                days=days,
            )
            for body, steps, days in rows
        ]

    def steps(self, track: str, limit: int = 40, offset: int = 0) -> tuple[list[Stance], int]:
        """Return the steps of a track's newest days, newest first, and how many days it has."""
        rows = self.run(
            "SELECT body FROM parts WHERE owner = ? ORDER BY part DESC LIMIT ? OFFSET ?", (track, limit, offset)
        )
        steps = [one for (body,) in rows for one in reversed(msgspec.json.decode(body, type=list[Stance]))]
        row = self.one("SELECT count(*) FROM parts WHERE owner = ?", (track,))
        return steps, int(row[0]) if row else 0

    def pairs(self, noun: type[Entry], limit: int = 100) -> list[tuple[str, str]]:
        """Return pairs of entries of a kind that may be the same, in order."""
        letter = MINTED[noun.kind_of()]
        query = """SELECT entry, value FROM facets
          WHERE facet = 'possibly' AND value > ? AND value < ? AND entry < value LIMIT ?"""
        return [(one, other) for one, other in self.run(query, (letter, f"{letter}:", limit))]

    def places(self, chosen: Filter | None = None, limit: int = 3_000) -> list[Talk]:
        """Return the newest talks that fit with no more than their places, times and standing."""
        where, values = (chosen or Filter()).where()
        query = f"""SELECT e.id, e.standing, e.body ->> '$.fields.where', e.body ->> '$.fields.when' FROM (
            SELECT id FROM entries WHERE kind = 'talk' AND {where} ORDER BY first_day DESC, id DESC LIMIT ?) AS found
          JOIN entries e ON e.id = found.id"""
        return [
            Talk(
                id=id_,
                standing=standing,
                fields={
                    name: tuple(msgspec.json.decode(facts, type=list[Fact])) for name, facts in (("where", places), ("when", times)) if facts
                },
            )
            for id_, standing, places, times in self.run(query, [*values, limit])
        ]  # fmt: skip

    def disputed(self, chosen: Filter | None = None, limit: int = 25, offset: int = 0) -> list[Dispute]:
        """Return disputes about entries that fit, those about the newest first."""
        where, values = (chosen or Filter()).where()
        query = f"""SELECT told FROM (SELECT id AS dispute, body AS told, body ->> '$.about' AS about FROM entries
            WHERE kind = 'dispute' AND withdrawn = 0) AS disputes CROSS JOIN entries ON id = about
          WHERE {where} ORDER BY first_day DESC, dispute LIMIT ? OFFSET ?"""
        return [msgspec.json.decode(body, type=Dispute) for (body,) in self.run(query, [*values, limit, offset])]

    def entries_of(self, ids: Iterable[str]) -> dict[str, AnyEntry]:
        """Return entries by their ids, without their parts."""
        rows = self.among("SELECT id, body FROM entries WHERE id IN", ids)
        return {id_: msgspec.json.decode(body, type=AnyEntry) for id_, body in rows}

    def standing_for(self, ids: Iterable[str]) -> dict[str, AnyEntry]:
        """Return entries by their ids, or by those that were merged into them; what stands no more is left out."""
        wanted = set(ids)
        heirs = dict(self.among("SELECT alias, id FROM aliases WHERE alias IN", wanted))
        found = self.entries_of({heirs.get(id_, id_) for id_ in wanted})
        return {id_: found[heirs.get(id_, id_)] for id_ in wanted if heirs.get(id_, id_) in found}

    def names(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the names of people (`p:steve-witkoff`) and parties (`party:USA`) by their ids."""
        return dict(self.among("SELECT id, body ->> '$.name' FROM entries WHERE id IN", ids))

    def lately_titled(self, person: Person) -> Person:
        """Return a person with no more titles than those of the newest month in which pages gave any."""
        for known in person.known_as:
            row = self.one("SELECT body FROM parts WHERE owner = ? ORDER BY part DESC LIMIT 1", (f"role:{known}",))
            if row:
                titles = msgspec.json.decode(row[0], type=Titles).fields
                return msgspec.structs.replace(person, fields={**titles, **person.fields})
        return person

    def known_as(self, person: str) -> Person | None:
        """Return the person whom pages know under an id: a bare surname is the one full name that it fits."""
        found = self.entries_of(self.with_facet("surname", person.rpartition("-")[2]))
        people = [one for one in found.values() if isinstance(one, Person)]
        return next((one for one in people if one.id == f"p:{person}" or person in one.known_as), None)

    def values(self, facet: str, limit: int = 300) -> list[str]:
        """Return the different values of a facet (`party`, `issue`, `place` ...), in order."""
        query = """WITH RECURSIVE one (value) AS (
            SELECT min(value) FROM facets WHERE facet = ?1 UNION ALL
            SELECT (SELECT min(value) FROM facets WHERE facet = ?1 AND value > one.value) FROM one WHERE value IS NOT NULL)
          SELECT value FROM one WHERE value IS NOT NULL LIMIT ?2"""
        return [value for (value,) in self.run(query, (facet, limit))]

    def days_of(self, noun: type[Entry]) -> tuple[str | None, str | None]:
        """Return the first and last day that entries of a kind begin on."""
        query = "SELECT min(first_day), max(first_day) FROM entries WHERE kind = ? AND withdrawn = 0"
        row = self.one(query, (noun.kind_of(),))
        return (row[0], row[1]) if row else (None, None)

    def kinds(self) -> dict[str, int]:
        """Count the entries of each kind."""
        return dict(self.run("SELECT kind, count(*) FROM entries WHERE withdrawn = 0 GROUP BY kind"))

    # ── words ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def quoted(self, claims: Iterable[str]) -> dict[str, Quoted]:
        """Return claims in their setting, with the text of their page, by their ids."""
        query = TOLD.replace("d.story", "d.story, d.title, d.url, d.text") + " WHERE c.id IN"
        found = {}
        for *row, title, url, text in self.among(query, claims):
            told = told_row(row)
            found[told.claim.id] = Quoted(told=told, title=title, url=url, text=text)
        return found

    def told_lately(self, kind: str, until: str | None = None, limit: int = 25, offset: int = 0) -> list[Told]:
        """Return the active claims of a kind, those of the newest pages first."""
        rare = self.one(
            "SELECT count(*) FROM (SELECT 1 FROM claims WHERE kind = ? AND active = 1 LIMIT ?)", (kind, FEW)
        )
        query = TOLD
        if rare and rare[0] == FEW:  # then page by page, which finds them at once
            query = query.replace(
                "FROM claims c JOIN documents d ON d.number = c.document",
                "FROM documents d CROSS JOIN claims c ON c.document = d.number",
            )
        query += f""" WHERE d.active = 1 AND c.active = 1 AND c.kind = ?{" AND d.published <= ?" if until else ""}
          ORDER BY d.published DESC LIMIT ? OFFSET ?"""
        return [told_row(row) for row in self.run(query, [kind, *([until] if until else []), limit, offset])]

    def documents(
        self, chosen: Filter | None = None, outlet: str | None = None, limit: int = 25, offset: int = 0
    ) -> list[Listed]:
        """Return pages, newest first: published since and until a day, of an outlet."""
        chosen = chosen or Filter()
        conditions = [
            (f"published {sign} ?", value)
            for sign, value in ((">=", chosen.since), ("<=", chosen.until and f"{chosen.until}~"))
            if value
        ] + ([("outlet = ?", outlet)] if outlet else [])
        where = "".join(f" AND {one}" for one, _ in conditions)
        names = Listed.__struct_fields__
        query = f"""SELECT {", ".join(names)} FROM documents WHERE active = 1{where}
          ORDER BY published DESC, number DESC LIMIT ? OFFSET ?"""
        rows = self.run(query, [*(value for _, value in conditions), limit, offset])
        return [Listed(**dict(zip(names, row, strict=True))) for row in rows]

    def documents_of(self, ids: Iterable[str]) -> dict[str, Listed]:
        """Return pages by their ids, as a list shows them."""
        names = Listed.__struct_fields__
        rows = self.among(f"SELECT {', '.join(names)} FROM documents WHERE active = 1 AND id IN", ids)
        return {row[0]: Listed(**dict(zip(names, row, strict=True))) for row in rows}

    def naming(self, known_as: Iterable[str], surname: str, limit: int = 20) -> list[Claims]:
        """Return what the newest pages say that name a person under one of these ids."""
        ids = list(known_as)
        query = f"""SELECT p.document FROM people p JOIN documents d ON d.number = p.document
          WHERE p.surname = ? AND p.active = 1 AND p.id IN ({", ".join("?" * len(ids))}) ORDER BY d.published DESC LIMIT ?"""
        return [self._claims(number) for (number,) in list(self.run(query, [surname, *ids, limit]))]

    # ── what was read, and what changed ─────────────────────────────────────────────────────────────────────────────

    def span(self) -> tuple[str | None, str | None]:
        """Return the days of the earliest and of the newest page."""
        ends = [self.one(f"SELECT {end}(published) FROM documents WHERE active = 1") for end in ("min", "max")]
        first, last = ((row[0] and row[0][:10]) if row else None for row in ends)
        return first, last

    def refused(self, limit: int = 100) -> list[Problem]:
        """Return what stood in the way of sources."""
        rows = self.run('SELECT what, "where", "do" FROM problems ORDER BY "where" LIMIT ?', (limit,))
        return [Problem(what=what, where=where, do=do) for what, where, do in rows]

    def cites(self, limit: int = 400) -> list[Cites]:
        """Return which outlet cites which, most often first."""
        query = """SELECT body ->> '$.outlet' AS outlet, coalesce(body ->> '$.cites', body ->> '$.reprint_of') AS cited,
            count(DISTINCT document), min(id)
          FROM (SELECT id, body, document FROM claims WHERE kind = 'sourcing' AND active = 1 ORDER BY document DESC LIMIT ?)
          WHERE outlet <> '' AND cited <> '' GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ?"""
        rows = self.run(query, (MOST_TOLD, limit))
        return [Cites(outlet=outlet, cites=cited, pages=pages, claim=claim) for outlet, cited, pages, claim in rows]

    def lately(
        self, since: str | None = None, until: str | None = None, kind: str | None = None, limit: int = 100, before: int | None = None
    ) -> list[tuple[int, Change]]:  # fmt: skip
        """Return changes with their numbers, newest first: of a kind, before a number."""
        first = self.one("SELECT number FROM changes WHERE at >= ? ORDER BY at, number LIMIT 1", (since or "",))
        last = self.one(
            "SELECT number FROM changes WHERE at <= ? ORDER BY at DESC, number DESC LIMIT 1", (f"{until or '9999'}~",)
        )
        if first is None or last is None:
            return []
        query = f"""SELECT number, sign, entry, kind, what, at FROM changes
          WHERE number BETWEEN ? AND ?{" AND kind = ?" if kind else ""} ORDER BY number DESC LIMIT ?"""
        values = [first[0], min(last[0], (before or 1 << 62) - 1), *([kind] if kind else []), limit]
        return [
            (number, Change(sign=sign, entry=entry, kind=named, what=what, when=at))
            for number, sign, entry, named, what, at in self.run(query, values)
        ]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
