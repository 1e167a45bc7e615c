"""A page as rows: its document, claims, people and parties, inside the transaction that is open."""

import hashlib

import apsw
import msgspec

from detente.lexicon.outlets import find_outlet
from detente.model import AnyClaim, Claims, Event, NamedParty, NamedPerson, Noun, Source


class Named(Noun, frozen=True, kw_only=True):
    """Whom and what a page names: the part of its claims that belongs to no single one."""

    schema: str
    people: tuple[NamedPerson, ...] = ()
    parties: tuple[NamedParty, ...] = ()
    sources: tuple[Source, ...] = ()
    events: tuple[Event, ...] = ()


def insert(db: apsw.Connection, claims: Claims, reader: str, now: str) -> None:
    """Insert a document and its claims, inside the transaction that is open."""
    document = claims.document
    named = Named(
        schema=claims.schema, people=claims.people, parties=claims.parties, sources=claims.sources, events=claims.events
    )  # fmt: skip
    db.execute(
        """INSERT INTO documents (id, version, reader, active, outlet, country, language, published, title, url, text, sha256,
          body, named, kept) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            document.id, document.version, reader, document.outlet, country_of(document.outlet), document.language,
            document.published, document.title, document.url, document.text, sha256(document.text),
            json(msgspec.structs.replace(document, text="")), json(named), now,
        ),
    )  # fmt: skip
    number = db.last_insert_rowid()
    db.execute("INSERT INTO texts (rowid, title, text) VALUES (?, ?, ?)", (number, document.title, document.text))
    db.executemany(
        "INSERT OR REPLACE INTO claims VALUES (?, ?, 1, ?, ?, ?)",
        [(one.id, number, one.kind_of(), json(one), json(_sources(claims, one))) for one in claims.every()],  # type: ignore[arg-type]
    )
    db.executemany(
        "INSERT INTO people VALUES (?, 1, ?, ?, ?, ?)",
        [(number, one.id, one.name, one.party, one.id.rpartition("-")[2]) for one in claims.people],
    )
    db.executemany(
        "INSERT INTO parties VALUES (?, 1, ?, ?, ?, ?)",
        [
            (number, one.id, one.name, one.kind, said)
            for one in claims.parties
            for said in sorted({span.quote for span in one.mentions} or {one.name})
        ],
    )


def _sources(claims: Claims, claim: AnyClaim) -> tuple[Source, ...]:
    named = {claim.source, *claim.sources.values()}
    return tuple(source for source in claims.sources if source.id in named)


def country_of(outlet: str | None) -> str | None:
    """Return the country of an outlet that the lexicon knows."""
    known = find_outlet(outlet) if outlet else None
    return known.country if known else None


def sha256(text: str) -> str:
    """Return the SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def json(noun: object) -> str:
    """Return a noun as JSON."""
    return msgspec.json.encode(noun).decode()
