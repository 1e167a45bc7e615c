-- The record: documents and their claims as read, what people decided, and the entries computed from both.
-- Times are ISO 8601; bodies are the JSON of the nouns in detente.model.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

-- ── what was read ────────────────────────────────────────────────────────────────────────────────────────────────────

-- One version of one page. Only one version of a document is active; older ones keep their trace.
CREATE TABLE documents (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version TEXT NOT NULL,
  reader TEXT NOT NULL,          -- version of the reader that made its claims
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  outlet TEXT,
  country TEXT,                  -- of the outlet
  language TEXT,
  published TEXT,
  title TEXT,
  url TEXT,
  story TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL,
  sha256 TEXT NOT NULL,          -- of the text
  body TEXT NOT NULL,            -- the rest of the document
  named TEXT NOT NULL,           -- the people, parties and sources that it names
  kept TEXT NOT NULL,            -- when it entered the record
  UNIQUE (id, version, reader)
) STRICT;
CREATE UNIQUE INDEX documents_active ON documents (id) WHERE active = 1;
CREATE INDEX documents_by_day ON documents (published) WHERE active = 1;
CREATE INDEX documents_by_story ON documents (story) WHERE active = 1;
CREATE INDEX documents_by_outlet ON documents (outlet, country, language) WHERE active = 1;

-- One thing that one document says. Claims of an older version stay, without force.
CREATE TABLE claims (
  id TEXT PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (number),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  sources TEXT NOT NULL          -- the sources that it names
) STRICT;
CREATE INDEX claims_by_document ON claims (document, kind);
CREATE INDEX claims_by_kind ON claims (kind, document) WHERE active = 1;

-- The exact words behind each field of a claim; half-open, in Unicode code points of the document's text.
CREATE VIEW evidence (claim, document, field, "start", "end", quote) AS
  SELECT claims.id, documents.id, field.key, span.value ->> 'start', span.value ->> 'end', span.value ->> 'quote'
  FROM claims JOIN documents ON documents.number = claims.document,
    json_each(claims.body, '$.evidence') AS field, json_each(field.value) AS span;

CREATE TABLE people (document INTEGER NOT NULL REFERENCES documents (number), active INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, party TEXT, surname TEXT NOT NULL) STRICT;
CREATE INDEX people_by_surname ON people (surname, active, id, name, party);
CREATE INDEX people_by_document ON people (document);
CREATE TABLE parties (document INTEGER NOT NULL REFERENCES documents (number), active INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT, said TEXT NOT NULL) STRICT;
CREATE INDEX parties_by_id ON parties (id, active, name, kind, said);
CREATE INDEX parties_by_document ON parties (document);

CREATE VIRTUAL TABLE texts USING fts5 (title, text, content = 'documents', content_rowid = 'number', tokenize = 'porter unicode61');

-- What could not be read, and what was passed over as being about something else.
CREATE TABLE problems ("where" TEXT NOT NULL, what TEXT NOT NULL, "do" TEXT NOT NULL, outlet TEXT, language TEXT, PRIMARY KEY ("where", what)) STRICT;
CREATE TABLE gated (id TEXT PRIMARY KEY, outlet TEXT, country TEXT, language TEXT, title TEXT) STRICT;

-- ── what people decided: append-only ─────────────────────────────────────────────────────────────────────────────────

CREATE TABLE judgements (id TEXT PRIMARY KEY, made TEXT NOT NULL, body TEXT NOT NULL) STRICT;

-- ── workings: what lets a change touch only what it is linked with ──────────────────────────────────────────────────

CREATE TABLE unsettled (number INTEGER PRIMARY KEY, document TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE fingerprints (document TEXT PRIMARY KEY, "day" TEXT, grams BLOB NOT NULL, unquoted BLOB NOT NULL, quotations TEXT NOT NULL, indexed INTEGER NOT NULL) STRICT;
CREATE TABLE shingles (gram INTEGER NOT NULL, "month" TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (gram, "month", document)) STRICT, WITHOUT ROWID;
CREATE INDEX shingles_by_document ON shingles (document);
CREATE TABLE derivations (document TEXT NOT NULL, origin TEXT NOT NULL, kind TEXT NOT NULL, share REAL NOT NULL, unquoted REAL NOT NULL, PRIMARY KEY (document, origin)) STRICT, WITHOUT ROWID;
CREATE INDEX derivations_by_origin ON derivations (origin);
CREATE TABLE blocks (kind TEXT NOT NULL, "key" TEXT NOT NULL, claim TEXT NOT NULL, PRIMARY KEY (kind, "key", claim)) STRICT, WITHOUT ROWID;
CREATE INDEX blocks_by_claim ON blocks (claim);
CREATE TABLE links (one TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (one, other)) STRICT, WITHOUT ROWID;
CREATE INDEX links_by_other ON links (other);

-- ── entries: a pure function of active claims and judgements; only their ids are minted here ─────────────────────────

CREATE TABLE entries (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  first_day TEXT,
  last_day TEXT,
  standing TEXT,
  at_least INTEGER NOT NULL,     -- independent sources of what it stands on
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  body TEXT NOT NULL
) STRICT;
CREATE INDEX entries_by_kind ON entries (kind, withdrawn, first_day, id, last_day, standing, at_least);
-- Entries that many pages add to, in parts: a position track by days, a person's titles by months.
CREATE TABLE parts (owner TEXT NOT NULL, part TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (owner, part)) STRICT, WITHOUT ROWID;
CREATE TABLE members (claim TEXT NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (claim, entry)) STRICT, WITHOUT ROWID;
CREATE INDEX members_by_entry ON members (entry);
CREATE TABLE facets (facet TEXT NOT NULL, value TEXT NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (facet, value, entry)) STRICT, WITHOUT ROWID;
CREATE INDEX facets_by_entry ON facets (entry);
CREATE TABLE aliases (alias TEXT PRIMARY KEY, id TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE changes (number INTEGER PRIMARY KEY, at TEXT NOT NULL, sign TEXT NOT NULL, entry TEXT NOT NULL, kind TEXT NOT NULL, what TEXT NOT NULL) STRICT;
CREATE INDEX changes_by_time ON changes (at);
CREATE INDEX changes_by_kind ON changes (kind, number);
