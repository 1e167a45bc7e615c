"""Schemas: the one that is current, and how an older record becomes it. A test opens a record of every earlier schema."""

from importlib.resources import files
from pathlib import Path

import apsw
import msgspec

from detente.errors import RecordError
from detente.model import Anchor, Claims, Judgement
from detente.record.rows import insert

SCHEMA = 4
# The tables of schema 1, in an order in which they can be dropped.
FIRST = "evidence claims documents judgements entries aliases changes problems gated texts meta".split()

# Schema 3 differs from 2 by indexes that lists read from, and by a facet for what may be the same.
INDEXES_OF_THIRD = """
  CREATE INDEX documents_by_outlet ON documents (outlet, country, language) WHERE active = 1;
  DROP INDEX claims_by_document;
  CREATE INDEX claims_by_document ON claims (document, kind);
  CREATE INDEX claims_by_kind ON claims (kind, document) WHERE active = 1;
  DROP INDEX entries_by_kind;
  CREATE INDEX entries_by_kind ON entries (kind, withdrawn, first_day, id, last_day, standing, at_least);
  CREATE INDEX changes_by_kind ON changes (kind, number);
"""
# Schema 4 has facets by which incidents are found.
FACETS_OF_FOURTH = """
  INSERT OR IGNORE INTO facets SELECT 'kind', one.value ->> '$.value', entries.id
    FROM entries, json_each(entries.body, '$.fields.kind') AS one WHERE entries.kind = 'incident';
  INSERT OR IGNORE INTO facets SELECT 'step', one.value ->> '$.value.step', entries.id
    FROM entries, json_each(entries.body, '$.fields.verification') AS one WHERE entries.kind = 'incident';
  INSERT OR IGNORE INTO facets SELECT 'district', one.value ->> '$.value.district', entries.id
    FROM entries, json_each(entries.body, '$.fields.where') AS one
    WHERE entries.kind = 'incident' AND one.value ->> '$.value.district' IS NOT NULL;
"""


def make(db: apsw.Connection) -> None:
    """Make the tables of the current schema."""
    db.execute((files("detente.record") / "schema.sql").read_text(encoding="utf-8"))
    db.execute("INSERT INTO meta VALUES ('schema', ?)", (str(SCHEMA),))


def migrate(db: apsw.Connection, path: Path, *, allowed: bool) -> None:
    """Bring an older record to the current schema, inside the transaction that is open.

    Raises RecordError where the record is newer than this program, or older and only to be read.
    """
    found = next(iter(db.execute("SELECT value FROM meta WHERE key = 'schema'")), None)
    if found is None or not str(found[0]).isdigit() or int(found[0]) > SCHEMA:
        raise RecordError(f"{path}: not a record of this version; name another file or use a newer Detente")
    schema = int(found[0])
    if schema == SCHEMA:
        return
    if not allowed:
        raise RecordError(f"{path}: a record of an older version; bring it up to date with `detente check`")
    if schema == 1:
        _from_first(db)
        return
    if schema == 2:
        _from_second(db)
    db.execute(FACETS_OF_FOURTH)
    db.execute("UPDATE meta SET value = ? WHERE key = 'schema'", (str(SCHEMA),))


def _from_second(db: apsw.Connection) -> None:
    db.execute(INDEXES_OF_THIRD)
    db.execute(
        """INSERT OR IGNORE INTO facets SELECT 'possibly', other.value, entries.id
          FROM entries, json_each(entries.body, '$.possibly_same') AS other WHERE withdrawn = 0"""
    )


def _from_first(db: apsw.Connection) -> None:
    """Schema 1 kept what a page says in one column; entries are computed anew when the record next settles."""
    pages = [
        (reader, msgspec.json.decode(body, type=Claims))
        for reader, body in db.execute("SELECT reader, claims FROM documents WHERE active = 1")
    ]
    homes: dict[str, list[str]] = {}
    for alias, entry in db.execute("SELECT alias, id FROM aliases"):
        homes.setdefault(entry, []).append(alias)
    judgements = [msgspec.json.decode(body, type=Judgement) for (body,) in db.execute("SELECT body FROM judgements")]
    problems = list(db.execute('SELECT "where", what, "do" FROM problems'))
    gated = list(db.execute("SELECT id, outlet, title FROM gated"))
    for table in FIRST:
        db.execute(f"DROP TABLE {table}")
    make(db)
    for reader, claims in pages:
        insert(db, claims, reader, now="")
    db.execute("INSERT INTO unsettled (document) SELECT id FROM documents")
    anchors = {claim.id: Anchor.of(claim, page.document.id) for _, page in pages for claim in page.every()}
    for one in judgements:
        groups = tuple(tuple(anchors[c] for c in homes.get(id_, [id_]) if c in anchors) for id_ in one.on)
        body = msgspec.json.encode(msgspec.structs.replace(one, groups=groups)).decode()
        db.execute("INSERT INTO judgements VALUES (?, ?, ?)", (one.id, one.when, body))
    db.executemany("INSERT INTO problems VALUES (?, ?, ?, NULL, NULL)", problems)
    db.executemany("INSERT INTO gated VALUES (?, ?, NULL, NULL, ?)", gated)
