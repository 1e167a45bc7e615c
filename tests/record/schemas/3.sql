-- A record of schema 3: one page of our own that tells of an alleged shelling.

PRAGMA page_size=4096;
-- PRAGMA encoding='UTF-8';
-- PRAGMA auto_vacuum=NONE;
-- PRAGMA max_page_count=4294967294;

-- This pragma is needed to restore virtual tables
PRAGMA writable_schema=ON;
-- This pragma turns off checking of foreign keys as tables would be
-- inconsistent while restoring.  It was introduced in SQLite 3.6.19.
PRAGMA foreign_keys=OFF;

BEGIN TRANSACTION;

-- Table  aliases
DROP TABLE IF EXISTS aliases;
CREATE TABLE aliases (alias TEXT PRIMARY KEY, id TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Table  blocks
DROP TABLE IF EXISTS blocks;
CREATE TABLE blocks (kind TEXT NOT NULL, "key" TEXT NOT NULL, claim TEXT NOT NULL, PRIMARY KEY (kind, "key", claim)) STRICT, WITHOUT ROWID;
INSERT INTO blocks VALUES('position','RSF:ceasefire@2025-11-25','2f2446f668169a48');
INSERT INTO blocks VALUES('incident','52,120@739577','566847cb5722bffd');
INSERT INTO blocks VALUES('incident','52,120@739578','566847cb5722bffd');
INSERT INTO blocks VALUES('incident','52,120@739579','566847cb5722bffd');
INSERT INTO blocks VALUES('incident','52,120@739580','566847cb5722bffd');
INSERT INTO blocks VALUES('incident','52,121@739577','566847cb5722bffd');
INSERT INTO blocks VALUES('incident','52,121@739578','566847cb5722bffd');
INSERT INTO blocks VALUES('incident','52,121@739579','566847cb5722bffd');
INSERT INTO blocks VALUES('incident','52,121@739580','566847cb5722bffd');
INSERT INTO blocks VALUES('incident','53,120@739577','566847cb5722bffd');
INSERT INTO blocks VALUES('incident','53,120@739578','566847cb5722bffd');
INSERT INTO blocks VALUES('incident','53,120@739579','566847cb5722bffd');
INSERT INTO blocks VALUES('incident','53,120@739580','566847cb5722bffd');
INSERT INTO blocks VALUES('incident','53,121@739577','566847cb5722bffd');
INSERT INTO blocks VALUES('incident','53,121@739578','566847cb5722bffd');
INSERT INTO blocks VALUES('incident','53,121@739579','566847cb5722bffd');
INSERT INTO blocks VALUES('incident','53,121@739580','566847cb5722bffd');
INSERT INTO blocks VALUES('incident','el obeid@739577','566847cb5722bffd');
INSERT INTO blocks VALUES('incident','el obeid@739578','566847cb5722bffd');
INSERT INTO blocks VALUES('incident','el obeid@739579','566847cb5722bffd');
INSERT INTO blocks VALUES('incident','el obeid@739580','566847cb5722bffd');
INSERT INTO blocks VALUES('incident','rsf:el obeid@105653','566847cb5722bffd');
INSERT INTO blocks VALUES('incident','rsf:el obeid@105654','566847cb5722bffd');
-- Triggers and indices on  blocks
CREATE INDEX blocks_by_claim ON blocks (claim);

-- Table  changes
DROP TABLE IF EXISTS changes;
CREATE TABLE changes (number INTEGER PRIMARY KEY, at TEXT NOT NULL, sign TEXT NOT NULL, entry TEXT NOT NULL, kind TEXT NOT NULL, what TEXT NOT NULL) STRICT;
INSERT INTO changes VALUES(1,'2026-01-01T00:00:00+00:00','+','i1','incident','shelling · El Obeid · 2025-11-24');
INSERT INTO changes VALUES(2,'2026-01-01T00:00:00+00:00','+','dispute:i1:answers','dispute','answers disputed: RSF');
INSERT INTO changes VALUES(3,'2026-01-01T00:00:00+00:00','+','pos:RSF:ceasefire','position','RSF on ceasefire: deny');
INSERT INTO changes VALUES(4,'2026-01-01T00:00:00+00:00','+','party:RSF','party','Rapid Support Forces');
INSERT INTO changes VALUES(5,'2026-01-01T00:00:00+00:00','+','party:SDN','party','Republic of the Sudan');
-- Triggers and indices on  changes
CREATE INDEX changes_by_kind ON changes (kind, number);
CREATE INDEX changes_by_time ON changes (at);

-- Table  claims
DROP TABLE IF EXISTS claims;
CREATE TABLE claims (
  id TEXT PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (number),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  sources TEXT NOT NULL          -- the sources that it names
) STRICT;
INSERT INTO claims VALUES('403f05567b75b1f8',1,1,'statement','{"claim":"statement","id":"403f05567b75b1f8","evidence":{"cue":[{"start":96,"end":103,"quote":"accused"}],"cue_class":[{"start":96,"end":103,"quote":"accused"}],"content":[{"start":104,"end":161,"quote":"the Rapid Support Forces of shelling a market in El Obeid"}],"verbatim":[{"start":104,"end":161,"quote":"the Rapid Support Forces of shelling a market in El Obeid"}],"when":[{"start":165,"end":171,"quote":"Monday"}],"speaker":[{"start":83,"end":95,"quote":"Sudan''s army"}]},"source":"s2","because":["sayings: say by ''accused'', object"],"speaker":{"party":"SDN"},"when":{"as_said":"Monday","span":{"start":165,"end":171,"quote":"Monday"},"type":"DATE","value":"2025-11-24","earliest":"2025-11-24","latest":"2025-11-24","precision":"day","relation":"on","anchor":"2025-11-25","cue":"tense of accused"},"content":[{"start":104,"end":161,"quote":"the Rapid Support Forces of shelling a market in El Obeid"}],"cue":"accuse","cue_class":"say"}','[{"id":"s2","chain":[{"name":"Harbour Ledger"},{"name":"Sudan''s army","kind":"party","id":"SDN"}],"root":"party:sdn","anonymity":"institution","evidence":[{"start":83,"end":95,"quote":"Sudan''s army"},{"start":96,"end":103,"quote":"accused"}]}]');
INSERT INTO claims VALUES('c9b5714cdcbc6d5e',1,1,'statement','{"claim":"statement","id":"c9b5714cdcbc6d5e","evidence":{"cue":[{"start":219,"end":225,"quote":"denied"}],"cue_class":[{"start":219,"end":225,"quote":"denied"}],"content":[{"start":226,"end":238,"quote":"the shelling"}],"verbatim":[{"start":226,"end":238,"quote":"the shelling"}],"speaker":[{"start":194,"end":218,"quote":"The Rapid Support Forces"}]},"source":"s3","because":["sayings: say by ''denied'', object"],"speaker":{"party":"RSF"},"content":[{"start":226,"end":238,"quote":"the shelling"}],"cue":"deny","cue_class":"say"}','[{"id":"s3","chain":[{"name":"Harbour Ledger"},{"name":"Rapid Support Forces","kind":"party","id":"RSF"}],"root":"party:rsf","anonymity":"institution","evidence":[{"start":194,"end":218,"quote":"The Rapid Support Forces"},{"start":219,"end":225,"quote":"denied"}]}]');
INSERT INTO claims VALUES('193e8c28ba04ecb2',1,1,'statement','{"claim":"statement","id":"193e8c28ba04ecb2","evidence":{"cue":[{"start":251,"end":257,"quote":"called"}],"cue_class":[{"start":251,"end":257,"quote":"called"}],"content":[{"start":258,"end":273,"quote":"for peace talks"}],"verbatim":[{"start":258,"end":273,"quote":"for peace talks"}],"speaker":[{"start":241,"end":250,"quote":"Mediators"}]},"source":"s4","because":["sayings: say by ''called'', preposition"],"speaker":{"description":"Mediators"},"content":[{"start":258,"end":273,"quote":"for peace talks"}],"cue":"call","cue_class":"say"}','[{"id":"s4","chain":[{"name":"Harbour Ledger"},{"name":"Mediators","kind":"people"}],"root":"unnamed:@:mediators","anonymity":"unnamed","evidence":[{"start":241,"end":250,"quote":"Mediators"},{"start":251,"end":257,"quote":"called"}]}]');
INSERT INTO claims VALUES('2f2446f668169a48',1,1,'position','{"claim":"position","id":"2f2446f668169a48","evidence":{"party":[{"start":212,"end":218,"quote":"Forces"}],"issue":[{"start":230,"end":238,"quote":"shelling"}],"stance":[{"start":219,"end":225,"quote":"denied"}],"as_said":[{"start":230,"end":238,"quote":"shelling"}]},"source":"s0","because":["moves: deny by ''denied'' (frame)","issues: ceasefire"],"party":"RSF","issue":"ceasefire","stance":"deny","as_said":"shelling"}','[{"id":"s0","chain":[{"name":"Harbour Ledger"}],"anonymity":"narrator","evidence":[{"start":65,"end":79,"quote":"Harbour Ledger"}]}]');
INSERT INTO claims VALUES('566847cb5722bffd',1,1,'incident','{"claim":"incident","id":"566847cb5722bffd","evidence":{"kind":[{"start":129,"end":161,"quote":"of shelling a market in El Obeid"}],"alleged_by":[{"start":91,"end":95,"quote":"army"}],"alleged_perpetrator":[{"start":122,"end":128,"quote":"Forces"}],"when":[{"start":165,"end":171,"quote":"Monday"}],"where":[{"start":153,"end":161,"quote":"El Obeid"}],"counts":[{"start":181,"end":192,"quote":"nine people"}],"answers":[{"start":219,"end":225,"quote":"denied"}]},"source":"s2","because":["incidents: accuse, shelling, killing"],"kind":"shelling","alleged_by":{"party":"SDN"},"alleged_perpetrator":{"party":"RSF"},"where":{"name":"El Obeid","as_said":"El Obeid","country":"SDN","lat":13.18421,"lon":30.21669,"kind":"city"},"when":{"as_said":"Monday","span":{"start":165,"end":171,"quote":"Monday"},"type":"DATE","value":"2025-11-24","earliest":"2025-11-24","latest":"2025-11-24","precision":"day","relation":"on","anchor":"2025-11-25","cue":"tense of accused"},"counts":[{"what":"killed","number":9.0}],"answers":[{"by":{"party":"RSF"},"answer":"denies"}]}','[{"id":"s2","chain":[{"name":"Harbour Ledger"},{"name":"Sudan''s army","kind":"party","id":"SDN"}],"root":"party:sdn","anonymity":"institution","evidence":[{"start":83,"end":95,"quote":"Sudan''s army"},{"start":96,"end":103,"quote":"accused"}]}]');
-- Triggers and indices on  claims
CREATE INDEX claims_by_document ON claims (document, kind);
CREATE INDEX claims_by_kind ON claims (kind, document) WHERE active = 1;

-- Table  derivations
DROP TABLE IF EXISTS derivations;
CREATE TABLE derivations (document TEXT NOT NULL, origin TEXT NOT NULL, kind TEXT NOT NULL, share REAL NOT NULL, unquoted REAL NOT NULL, PRIMARY KEY (document, origin)) STRICT, WITHOUT ROWID;
-- Triggers and indices on  derivations
CREATE INDEX derivations_by_origin ON derivations (origin);

-- Table  documents
DROP TABLE IF EXISTS documents;
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
INSERT INTO documents VALUES(1,'eda7f1517f54f7e3','a3b8f0a1cbcb4bbd','detente-2-c3f3c473',1,'Harbour Ledger',NULL,'en','2025-11-25','Army Accuses Paramilitaries',NULL,'6f0ee297','Army Accuses Paramilitaries

KHARTOUM, Sudan, November 25, 2025 (Harbour Ledger) — Sudan''s army accused the Rapid Support Forces of shelling a market in El Obeid on Monday, killing nine people. The Rapid Support Forces denied the shelling.

Mediators called for peace talks.
','c76913d7c5b89ab10f789b3b5da4cfded2b4473bacc5ab902cc1089692f3b602','{"id":"eda7f1517f54f7e3","version":"a3b8f0a1cbcb4bbd","text":"","outlet":"Harbour Ledger","title":"Army Accuses Paramilitaries","published":"2025-11-25","language":"en","regions":[{"start":0,"end":27,"label":"headline"},{"start":29,"end":82,"label":"dateline"},{"start":83,"end":239,"label":"body"},{"start":241,"end":274,"label":"body"}],"evidence":{"outlet":[{"start":65,"end":79,"quote":"Harbour Ledger"}],"published":[{"start":46,"end":63,"quote":"November 25, 2025"}],"title":[{"start":0,"end":27,"quote":"Army Accuses Paramilitaries"}]}}','{"schema":"detente-claims/1","parties":[{"id":"SDN","name":"Republic of the Sudan","kind":"state","mentions":[{"start":83,"end":88,"quote":"Sudan"},{"start":83,"end":95,"quote":"Sudan''s army"}]},{"id":"RSF","name":"Rapid Support Forces","kind":"armed group","mentions":[{"start":108,"end":128,"quote":"Rapid Support Forces"},{"start":198,"end":218,"quote":"Rapid Support Forces"}]}],"sources":[{"id":"s0","chain":[{"name":"Harbour Ledger"}],"anonymity":"narrator","evidence":[{"start":65,"end":79,"quote":"Harbour Ledger"}]},{"id":"s1","chain":[{"name":"Harbour Ledger"},{"name":"Army","kind":"people"}],"root":"people:army","anonymity":"institution","evidence":[{"start":0,"end":4,"quote":"Army"},{"start":5,"end":12,"quote":"Accuses"}]},{"id":"s2","chain":[{"name":"Harbour Ledger"},{"name":"Sudan''s army","kind":"party","id":"SDN"}],"root":"party:sdn","anonymity":"institution","evidence":[{"start":83,"end":95,"quote":"Sudan''s army"},{"start":96,"end":103,"quote":"accused"}]},{"id":"s3","chain":[{"name":"Harbour Ledger"},{"name":"Rapid Support Forces","kind":"party","id":"RSF"}],"root":"party:rsf","anonymity":"institution","evidence":[{"start":194,"end":218,"quote":"The Rapid Support Forces"},{"start":219,"end":225,"quote":"denied"}]},{"id":"s4","chain":[{"name":"Harbour Ledger"},{"name":"Mediators","kind":"people"}],"root":"unnamed:@:mediators","anonymity":"unnamed","evidence":[{"start":241,"end":250,"quote":"Mediators"},{"start":251,"end":257,"quote":"called"}]}],"events":[{"type":"ACCUSE","mode":"disapprove","actors":[{"name":"Sudan''s army","country":"SDN","sector":"MIL","span":{"start":83,"end":95,"quote":"Sudan''s army"}}],"recipients":[{"name":"the Rapid Support Forces of shelling a market in El Obeid","country":"SDN","sector":"MIL","span":{"start":104,"end":161,"quote":"the Rapid Support Forces of shelling a market in El Obeid"}}],"cue":{"start":96,"end":103,"quote":"accused"},"sentence":{"start":83,"end":193,"quote":"Sudan''s army accused the Rapid Support Forces of shelling a market in El Obeid on Monday, killing nine people."},"when":{"as_said":"Monday","span":{"start":165,"end":171,"quote":"Monday"},"type":"DATE","value":"2025-11-24","earliest":"2025-11-24","latest":"2025-11-24","precision":"day","relation":"on","anchor":"2025-11-25","cue":"tense of accused"},"where":{"name":"El Obeid","as_said":"El Obeid","country":"SDN","lat":13.18421,"lon":30.21669,"kind":"city"},"source":"s0"},{"type":"REJECT","actors":[{"name":"The Rapid Support Forces","country":"SDN","sector":"MIL","span":{"start":194,"end":218,"quote":"The Rapid Support Forces"}}],"cue":{"start":219,"end":225,"quote":"denied"},"sentence":{"start":194,"end":239,"quote":"The Rapid Support Forces denied the shelling."},"source":"s0"}]}','');
-- Triggers and indices on  documents
CREATE UNIQUE INDEX documents_active ON documents (id) WHERE active = 1;
CREATE INDEX documents_by_day ON documents (published) WHERE active = 1;
CREATE INDEX documents_by_outlet ON documents (outlet, country, language) WHERE active = 1;
CREATE INDEX documents_by_story ON documents (story) WHERE active = 1;

-- Table  entries
DROP TABLE IF EXISTS entries;
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
INSERT INTO entries VALUES('i1','incident','2025-11-24','2025-11-24',NULL,1,0,'{"entry":"incident","id":"i1","claims":["566847cb5722bffd"],"fields":{"kind":[{"value":"shelling","claims":["566847cb5722bffd"],"at_least":1,"at_most":1,"roots":["party:sdn"]}],"alleged_by":[{"value":"SDN","claims":["566847cb5722bffd"],"at_least":1,"at_most":1,"roots":["party:sdn"]}],"alleged_perpetrator":[{"value":"RSF","claims":["566847cb5722bffd"],"at_least":1,"at_most":1,"roots":["party:sdn"]}],"where":[{"value":{"name":"El Obeid","country":"SDN","lat":13.18421,"lon":30.21669,"kind":"city"},"claims":["566847cb5722bffd"],"at_least":1,"at_most":1,"roots":["party:sdn"]}],"when":[{"value":{"earliest":"2025-11-24","latest":"2025-11-24","as_said":"Monday","precision":"day"},"claims":["566847cb5722bffd"],"at_least":1,"at_most":1,"roots":["party:sdn"]}],"counts":[{"value":{"what":"killed","number":9.0,"by":"SDN"},"claims":["566847cb5722bffd"],"at_least":1,"at_most":1,"roots":["party:sdn"]}],"answers":[{"value":{"by":"RSF","answer":"denies"},"claims":["566847cb5722bffd"],"at_least":1,"at_most":1,"roots":["party:sdn"]}],"verification":[{"value":{"step":"alleged","by":"SDN"},"claims":["566847cb5722bffd"],"at_least":1,"at_most":1,"roots":["party:sdn"]},{"value":{"step":"denied","by":"RSF"},"claims":["566847cb5722bffd"],"at_least":1,"at_most":1,"roots":["party:sdn"]}]},"stories":["6f0ee297"]}');
INSERT INTO entries VALUES('dispute:i1:answers','dispute',NULL,NULL,NULL,0,0,'{"entry":"dispute","id":"dispute:i1:answers","claims":["566847cb5722bffd"],"about":"i1","field":"answers","accounts":[{"value":{"by":"RSF","answer":"denies"},"claims":["566847cb5722bffd"],"at_least":1,"at_most":1,"roots":["party:sdn"]}]}');
INSERT INTO entries VALUES('pos:RSF:ceasefire','position','2025-11-25','2025-11-25','deny',1,0,'{"entry":"position","id":"pos:RSF:ceasefire","standing":"deny","party":"RSF","issue":"ceasefire","stances":[{"stance":"deny","said":"2025-11-25","told_by":"narrator","direction":null,"as_said":"shelling","claims":["2f2446f668169a48"],"at_least":1,"at_most":1},{"stance":"deny","said":"2025-11-25","told_by":"narrator","direction":null,"as_said":"shelling","claims":["2f2446f668169a48"],"at_least":1,"at_most":1}]}');
INSERT INTO entries VALUES('party:RSF','party',NULL,NULL,NULL,0,0,'{"entry":"party","id":"party:RSF","name":"Rapid Support Forces","kind":"armed group"}');
INSERT INTO entries VALUES('party:SDN','party',NULL,NULL,NULL,0,0,'{"entry":"party","id":"party:SDN","name":"Republic of the Sudan","kind":"state","aliases":["Sudan","Sudan''s army"]}');
-- Triggers and indices on  entries
CREATE INDEX entries_by_kind ON entries (kind, withdrawn, first_day, id, last_day, standing, at_least);

-- Table  facets
DROP TABLE IF EXISTS facets;
CREATE TABLE facets (facet TEXT NOT NULL, value TEXT NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (facet, value, entry)) STRICT, WITHOUT ROWID;
INSERT INTO facets VALUES('party','RSF','i1');
INSERT INTO facets VALUES('party','SDN','i1');
INSERT INTO facets VALUES('place','El Obeid','i1');
INSERT INTO facets VALUES('issue','ceasefire','pos:RSF:ceasefire');
INSERT INTO facets VALUES('party','RSF','pos:RSF:ceasefire');
-- Triggers and indices on  facets
CREATE INDEX facets_by_entry ON facets (entry);

-- Table  fingerprints
DROP TABLE IF EXISTS fingerprints;
CREATE TABLE fingerprints (document TEXT PRIMARY KEY, "day" TEXT, grams BLOB NOT NULL, unquoted BLOB NOT NULL, quotations TEXT NOT NULL, indexed INTEGER NOT NULL) STRICT;
INSERT INTO fingerprints VALUES('eda7f1517f54f7e3','2025-11-25',X'F3DE7F01BC9AED0C4A17161C1D016B22E4ECCD2B4CF1CD2C0D27FB2E02375E3365C01D3825E25B39745ADE4E95FAF14FAA8B255585631057627C185B9F423B5B0123DD5E37417976D5EB737E32AC3D816A3148A45C95D1A700C132AFFAF491BE48B889C871E6D3DDE987B9ED',X'F3DE7F01BC9AED0C4A17161C1D016B22E4ECCD2B4CF1CD2C0D27FB2E02375E3365C01D3825E25B39745ADE4E95FAF14FAA8B255585631057627C185B9F423B5B0123DD5E37417976D5EB737E32AC3D816A3148A45C95D1A700C132AFFAF491BE48B889C871E6D3DDE987B9ED','[]',7);

-- Table  gated
DROP TABLE IF EXISTS gated;
CREATE TABLE gated (id TEXT PRIMARY KEY, outlet TEXT, country TEXT, language TEXT, title TEXT) STRICT;

-- Table  judgements
DROP TABLE IF EXISTS judgements;
CREATE TABLE judgements (id TEXT PRIMARY KEY, made TEXT NOT NULL, body TEXT NOT NULL) STRICT;

-- Table  links
DROP TABLE IF EXISTS links;
CREATE TABLE links (one TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (one, other)) STRICT, WITHOUT ROWID;
-- Triggers and indices on  links
CREATE INDEX links_by_other ON links (other);

-- Table  members
DROP TABLE IF EXISTS members;
CREATE TABLE members (claim TEXT NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (claim, entry)) STRICT, WITHOUT ROWID;
INSERT INTO members VALUES('566847cb5722bffd','dispute:i1:answers');
INSERT INTO members VALUES('566847cb5722bffd','i1');
INSERT INTO members VALUES('2f2446f668169a48','pos:RSF:ceasefire');
-- Triggers and indices on  members
CREATE INDEX members_by_entry ON members (entry);

-- Table  meta
DROP TABLE IF EXISTS meta;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
INSERT INTO meta VALUES('schema','3');
INSERT INTO meta VALUES('last incident','1');

-- Table  parties
DROP TABLE IF EXISTS parties;
CREATE TABLE parties (document INTEGER NOT NULL REFERENCES documents (number), active INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT, said TEXT NOT NULL) STRICT;
INSERT INTO parties VALUES(1,1,'SDN','Republic of the Sudan','state','Sudan');
INSERT INTO parties VALUES(1,1,'SDN','Republic of the Sudan','state','Sudan''s army');
INSERT INTO parties VALUES(1,1,'RSF','Rapid Support Forces','armed group','Rapid Support Forces');
-- Triggers and indices on  parties
CREATE INDEX parties_by_document ON parties (document);
CREATE INDEX parties_by_id ON parties (id, active, name, kind, said);

-- Table  parts
DROP TABLE IF EXISTS parts;
CREATE TABLE parts (owner TEXT NOT NULL, part TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (owner, part)) STRICT, WITHOUT ROWID;
INSERT INTO parts VALUES('pos:RSF:ceasefire','2025-11-25','[{"stance":"deny","said":"2025-11-25","told_by":"narrator","direction":null,"as_said":"shelling","claims":["2f2446f668169a48"],"at_least":1,"at_most":1}]');

-- Table  people
DROP TABLE IF EXISTS people;
CREATE TABLE people (document INTEGER NOT NULL REFERENCES documents (number), active INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, party TEXT, surname TEXT NOT NULL) STRICT;
-- Triggers and indices on  people
CREATE INDEX people_by_document ON people (document);
CREATE INDEX people_by_surname ON people (surname, active, id, name, party);

-- Table  problems
DROP TABLE IF EXISTS problems;
CREATE TABLE problems ("where" TEXT NOT NULL, what TEXT NOT NULL, "do" TEXT NOT NULL, outlet TEXT, language TEXT, PRIMARY KEY ("where", what)) STRICT;

-- Table  shingles
DROP TABLE IF EXISTS shingles;
CREATE TABLE shingles (gram INTEGER NOT NULL, "month" TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (gram, "month", document)) STRICT, WITHOUT ROWID;
INSERT INTO shingles VALUES(216898236,'2025-11','eda7f1517f54f7e3');
INSERT INTO shingles VALUES(734915812,'2025-11','eda7f1517f54f7e3');
INSERT INTO shingles VALUES(751694156,'2025-11','eda7f1517f54f7e3');
INSERT INTO shingles VALUES(873362866,'*','eda7f1517f54f7e3');
INSERT INTO shingles VALUES(1323194996,'2025-11','eda7f1517f54f7e3');
INSERT INTO shingles VALUES(2815530332,'2025-11','eda7f1517f54f7e3');
INSERT INTO shingles VALUES(2939339008,'2025-11','eda7f1517f54f7e3');
INSERT INTO shingles VALUES(3364468808,'2025-11','eda7f1517f54f7e3');
INSERT INTO shingles VALUES(3872243902,'*','eda7f1517f54f7e3');
INSERT INTO shingles VALUES(3973467664,'*','eda7f1517f54f7e3');
-- Triggers and indices on  shingles
CREATE INDEX shingles_by_document ON shingles (document);

-- Table  texts
DELETE FROM sqlite_schema WHERE name='texts' AND type='table';
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql) VALUES('table','texts','texts',0,'CREATE VIRTUAL TABLE texts USING fts5 (title, text, content = ''documents'', content_rowid = ''number'', tokenize = ''porter unicode61'')');

-- Table  texts_config
DROP TABLE IF EXISTS texts_config;
CREATE TABLE 'texts_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO texts_config VALUES('version',4);

-- Table  texts_data
DROP TABLE IF EXISTS texts_data;
CREATE TABLE 'texts_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO texts_data VALUES(1,X'01032A');
INSERT INTO texts_data VALUES(10,X'000000000101010001010101');
INSERT INTO texts_data VALUES(137438953473,X'00000177053032303235010601010902013501060101080101610106010116020463637573010A030101030E0203726D69010A020101020E010463616C6C0106010128010464656E6901060101240102656C01060101190103666F7201060101290401630108010113120107686172626F7572010601010A0102696E010601011801086B686172746F756D01060101050203696C6C010601011D01066C6564676572010601010B01066D61726B6574010601011702056564696174010601012702056F6E646169010601011C01046E696E65010601011E02056F76656D62010601010701056F62656964010601011A020166010601011402016E010601011B010C706172616D696C69746172690108040101040203656163010601012A03036F706C010601011F01057261706964010801011112010173010601010D020468656C6C01080101151302047564616E010801010608030570706F7274010801011212010474616C6B010601012B02026865010A0101101207040B08080D0C0B0B090A090E090F0A0D0D0C0C0B0C0C0808140A0A0D080C0C0D0B');

-- Table  texts_docsize
DROP TABLE IF EXISTS texts_docsize;
CREATE TABLE 'texts_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO texts_docsize VALUES(1,X'032A');

-- Table  texts_idx
DROP TABLE IF EXISTS texts_idx;
CREATE TABLE 'texts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO texts_idx VALUES(1,X'',2);

-- Table  unsettled
DROP TABLE IF EXISTS unsettled;
CREATE TABLE unsettled (number INTEGER PRIMARY KEY, document TEXT NOT NULL UNIQUE) STRICT;

-- Views
DROP VIEW IF EXISTS evidence;
CREATE VIEW evidence (claim, document, field, "start", "end", quote) AS
  SELECT claims.id, documents.id, field.key, span.value ->> 'start', span.value ->> 'end', span.value ->> 'quote'
  FROM claims JOIN documents ON documents.number = claims.document,
    json_each(claims.body, '$.evidence') AS field, json_each(field.value) AS span;

COMMIT TRANSACTION;

-- Restoring foreign key checking back on.  Note that SQLite 3.6.19 is off by
-- default
PRAGMA foreign_keys=ON;

-- Restoring writable schema back to default
PRAGMA writable_schema=OFF;

-- We need to force SQLite to reread the schema because otherwise it doesn't
-- know that the virtual tables we inserted directly into sqlite_schema exist.
BEGIN;
CREATE TABLE no_such_table(x,y,z);
ROLLBACK;
