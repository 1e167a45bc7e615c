-- The record: documents and their claims as read, what people decided, and the entries computed from both.

CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

-- One version of one page. Only one version of a document is active; older ones keep their trace.
CREATE TABLE IF NOT EXISTS documents (
  id TEXT NOT NULL,
  version TEXT NOT NULL,
  reader TEXT NOT NULL,          -- version of the reader that made its claims
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  outlet TEXT,
  published TEXT,
  title TEXT,
  url TEXT,
  sha256 TEXT NOT NULL,          -- of the text
  claims BLOB NOT NULL,          -- everything it says, as `detente understand --json` prints it
  PRIMARY KEY (id, version)
) STRICT;

-- One thing that one document says.
CREATE TABLE IF NOT EXISTS claims (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL,
  version TEXT NOT NULL,
  kind TEXT NOT NULL,
  body BLOB NOT NULL,
  FOREIGN KEY (document, version) REFERENCES documents (id, version)
) STRICT;
CREATE INDEX IF NOT EXISTS claims_by_document ON claims (document, version);

-- The exact words behind each field of a claim; half-open, in Unicode code points of the document's text.
CREATE TABLE IF NOT EXISTS evidence (
  claim TEXT NOT NULL REFERENCES claims (id),
  field TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS evidence_by_claim ON evidence (claim);

-- Append-only.
CREATE TABLE IF NOT EXISTS judgements (id TEXT PRIMARY KEY, made TEXT NOT NULL, body BLOB NOT NULL) STRICT;

-- What reconciling gives; replaced as a whole, ids minted once.
CREATE TABLE IF NOT EXISTS entries (id TEXT PRIMARY KEY, kind TEXT NOT NULL, anchor TEXT NOT NULL, body BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS aliases (alias TEXT PRIMARY KEY, id TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS changes (
  number INTEGER PRIMARY KEY, sign TEXT NOT NULL, entry TEXT NOT NULL, kind TEXT NOT NULL, what TEXT NOT NULL, "when" TEXT NOT NULL
) STRICT;

-- What could not be read, and what was passed over as being about something else.
CREATE TABLE IF NOT EXISTS problems ("where" TEXT NOT NULL, what TEXT NOT NULL, "do" TEXT NOT NULL, PRIMARY KEY ("where", what)) STRICT;
CREATE TABLE IF NOT EXISTS gated (id TEXT PRIMARY KEY, outlet TEXT, title TEXT) STRICT;

CREATE VIRTUAL TABLE IF NOT EXISTS texts USING fts5 (document UNINDEXED, version UNINDEXED, title, body, tokenize = 'porter unicode61');
