"""The record as the public may see it: whatever is asked of it tells no more of what was handed in than `held_back` leaves.

Every page, export and brief of the public profile looks at the record through this one, so that no list, no search and no
quoted sentence can tell more than another. Each method is the record's own, and documented there.
"""
# ruff: noqa: D102

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

from detente.model import AnyClaim, AnyEntry, Change, Claims, Dispute, Document, Entry, Fact, Incident, Told
from detente.reconcile import places_of
from detente.record import Filter, Hit, Listed, Quoted, Record
from detente.show.held_back import KINDS, held_back, unnamed_root
from detente.show.public import REPORTS, Profile

E = TypeVar("E", bound=Entry)
MOVED = ("status", "accounts", "told again", "withdrawn", "merged")  # parts of a change that name no place
KEPT = 512  # documents whose public form stays at hand


class PublicRecord(Record):
    """An open record, looked at on the same connection."""

    profile: Profile
    shown: dict[str, Claims | None]

    @classmethod
    def of(cls, record: Record, profile: Profile) -> "PublicRecord":
        """Return an open record as the public may see it."""
        made = cls.__new__(cls)
        made.__dict__.update(record.__dict__, profile=profile, shown={}, known={})
        return made

    # ── documents and their claims ──────────────────────────────────────────────────────────────────────────────────

    def _claims(self, number: int) -> Claims:
        claims = super()._claims(number)
        if claims.document.kind in KINDS:
            self.profile.leave(REPORTS, claims.document.id)
        return held_back(claims)

    def _handed_in(self, documents: Iterable[str]) -> Mapping[str, Claims]:
        """What those of these documents say that were handed in, by their ids."""
        if len(self.shown) > KEPT:
            self.shown.clear()
        missing = [id_ for id_ in dict.fromkeys(documents) if id_ not in self.shown]
        query = "SELECT id, number, body ->> '$.kind' FROM documents WHERE active = 1 AND id IN"
        found = {id_: number for id_, number, kind in list(self.among(query, missing)) if kind in KINDS}
        self.shown.update({id_: self._claims(found[id_]) if id_ in found else None for id_ in missing})
        return {id_: claims for id_ in documents if (claims := self.shown[id_]) is not None}

    def document(self, id_: str) -> Document | None:
        claims = self.page(id_)
        return claims.document if claims else None

    def claim(self, id_: str) -> tuple[AnyClaim, Claims] | None:
        found = super().claim(id_)
        own = _same_claim(found[0], found[1]) if found else None
        return (own, found[1]) if found and own else None

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        hits = super().search(query, limit)
        hidden = self._handed_in([hit.document for hit in hits])
        return [hit for hit in hits if hit.document not in hidden]

    def documents(
        self, chosen: Filter | None = None, outlet: str | None = None, limit: int = 25, offset: int = 0
    ) -> list[Listed]:
        return self._public_listed(super().documents(chosen, outlet, limit, offset))

    def documents_of(self, ids: Iterable[str]) -> dict[str, Listed]:
        return {one.id: one for one in self._public_listed(super().documents_of(ids).values())}

    def _public_listed(self, rows: Iterable[Listed]) -> list[Listed]:
        listed = list(rows)
        own = self._handed_in([row.id for row in listed])
        return [
            msgspec.structs.replace(row, title=own[row.id].document.title, url=None) if row.id in own else row
            for row in listed
        ]

    # ── claims in their setting ─────────────────────────────────────────────────────────────────────────────────────

    def _public_told(self, rows: Sequence[Told]) -> list[Told]:
        own = self._handed_in([told.document for told in rows])
        return [kept for told in rows if (kept := _same_told(told, own.get(told.document)))]

    def told(self, claims: Iterable[str]) -> list[Told]:
        return self._public_told(super().told(claims))

    def told_of_kind(self, kind: str, limit: int = -1) -> list[Told]:
        return self._public_told(super().told_of_kind(kind, limit))

    def told_lately(self, kind: str, until: str | None = None, limit: int = 25, offset: int = 0) -> list[Told]:
        return self._public_told(super().told_lately(kind, until, limit, offset))

    def quoted(self, claims: Iterable[str]) -> dict[str, Quoted]:
        found = super().quoted(claims)
        own = self._handed_in([row.told.document for row in found.values()])
        return {id_: kept for id_, row in found.items() if (kept := _same_quoted(row, own.get(row.told.document)))}

    def observed(self, since: str, until: str) -> list[Told]:
        return self._public_told(super().observed(since, until))

    # ── entries ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def entries(self, noun: type[E], chosen: Filter | None = None, limit: int = -1, offset: int = 0) -> list[E]:
        return self._public_entries(super().entries(noun, chosen, limit, offset))

    def newest(self, noun: type[E], chosen: Filter | None = None, limit: int = 25, offset: int = 0) -> list[E]:
        return self._public_entries(super().newest(noun, chosen, limit, offset))

    def entry(self, id_: str) -> AnyEntry:
        return self._public_entries([super().entry(id_)])[0]

    def entries_of(self, ids: Iterable[str]) -> dict[str, AnyEntry]:
        return {one.id: one for one in self._public_entries(list(super().entries_of(ids).values()))}

    def disputes(self, entry: str) -> list[Dispute]:
        return [one for one in self._public_entries(super().disputes(entry)) if len(one.accounts) > 1]

    def disputed(self, chosen: Filter | None = None, limit: int = 25, offset: int = 0) -> list[Dispute]:
        return [one for one in self._public_entries(super().disputed(chosen, limit, offset)) if len(one.accounts) > 1]

    def _public_entries(self, entries: list[E]) -> list[E]:
        told = {one.claim.id: one for one in self.told(claim for entry in entries for claim in _placed(entry))}
        own = self._handed_in([one.document for one in told.values()])
        return [
            _coarse(_unnamed(entry), [told[one] for one in _placed(entry) if one in told], own) for entry in entries
        ]

    # ── changes ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def changes(self, since: str, until: str | None = None) -> list[Change]:
        return [_change(one) for one in super().changes(since, until)]

    def lately(
        self, since: str | None = None, until: str | None = None, kind: str | None = None, limit: int = 100, before: int | None = None
    ) -> list[tuple[int, Change]]:  # fmt: skip
        return [(number, _change(one)) for number, one in super().lately(since, until, kind, limit, before)]


def _same_claim(claim: AnyClaim, claims: Claims) -> AnyClaim | None:
    """A claim as its document's public form has it; nothing where it has none."""
    return next((one for one in claims.every() if one.id == claim.id), None)  # type: ignore[return-value]


def _same_told(told: Told, claims: Claims | None) -> Told | None:
    if claims is None:
        return told
    named = {told.claim.source, *told.claim.sources.values()}
    sources = tuple(source for source in claims.sources if source.id in named)
    claim = _same_claim(told.claim, claims)
    return msgspec.structs.replace(told, claim=claim, sources=sources) if claim else None


def _same_quoted(row: Quoted, claims: Claims | None) -> Quoted | None:
    told = _same_told(row.told, claims)
    if claims is None or told is None:
        return row if told else None
    document = claims.document
    return msgspec.structs.replace(row, told=told, text=document.text, title=document.title, url=None)


def _placed(entry: Entry) -> tuple[str, ...]:
    """The claims that may place an incident, or behind what is disputed of its place."""
    if isinstance(entry, Dispute):
        placed = entry.accounts if entry.field == "where" and entry.about.startswith("i") else ()
        return tuple(claim for fact in placed for claim in fact.claims)
    return entry.claims if isinstance(entry, Incident) else ()


def _coarse(entry: E, told: Sequence[Told], handed_in: Collection[str]) -> E:
    """Return an entry with its places as its claims tell them now, where any of these was handed in."""
    if not any(one.document in handed_in for one in told):
        return entry
    places = tuple(map(_unnamed_fact, places_of(told)))
    if isinstance(entry, Dispute):
        return msgspec.structs.replace(entry, accounts=places)
    fields = {name: facts for name, facts in {**entry.fields, "where": places}.items() if facts}
    return msgspec.structs.replace(entry, fields=fields)


def _unnamed(entry: E) -> E:
    """Return an entry without keys of reporters."""
    fields = {name: tuple(map(_unnamed_fact, facts)) for name, facts in entry.fields.items()}
    if isinstance(entry, Dispute):
        return msgspec.structs.replace(entry, accounts=tuple(map(_unnamed_fact, entry.accounts)), fields=fields)
    return msgspec.structs.replace(entry, fields=fields)


def _unnamed_fact(fact: Fact) -> Fact:
    return msgspec.structs.replace(fact, roots=tuple(dict.fromkeys(map(unnamed_root, fact.roots))))


def _change(change: Change) -> Change:
    """A change of an incident tells what it is, not where."""
    if change.kind not in {"incident", "dispute"} or change.sign == "-":
        return change
    parts = [part for part in change.what.split("; ") if part.startswith(MOVED)]
    return msgspec.structs.replace(change, what="; ".join(parts) or ("entered" if change.sign == "+" else "changed"))
