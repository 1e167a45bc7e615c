-- A record of schema 2: two pages of our own whose talks may be one, and a private note.

PRAGMA page_size=4096;

PRAGMA writable_schema=ON;
PRAGMA foreign_keys=OFF;

BEGIN TRANSACTION;

DROP TABLE IF EXISTS aliases;
CREATE TABLE aliases (alias TEXT PRIMARY KEY, id TEXT NOT NULL) STRICT, WITHOUT ROWID;

DROP TABLE IF EXISTS blocks;
CREATE TABLE blocks (kind TEXT NOT NULL, "key" TEXT NOT NULL, claim TEXT NOT NULL, PRIMARY KEY (kind, "key", claim)) STRICT, WITHOUT ROWID;
INSERT INTO blocks VALUES('role','vladimir-putin@2025-11','1fa6f284e13ef484');
INSERT INTO blocks VALUES('position','UKR:territory.cession@2025-12-03','3f71fb8884390ab8');
INSERT INTO blocks VALUES('role','steve-witkoff@2025-12','63d0f0936efeda06');
INSERT INTO blocks VALUES('role','steve-witkoff@2025-11','6c5a95019ed63de8');
INSERT INTO blocks VALUES('role','vladimir-putin@2025-12','6e25c40866398f54');
INSERT INTO blocks VALUES('role','marco-rubio@2025-11','789c17cbc7c70310');
INSERT INTO blocks VALUES('role','yuri-ushakov@2025-12','89deff7dd3c091af');
INSERT INTO blocks VALUES('role','rustem-umerov@2025-11','94c0920560d95c34');
INSERT INTO blocks VALUES('talk','RUS+USA@105655','9ebc3a9e716c5330');
INSERT INTO blocks VALUES('talk','jared-kushner@105655','9ebc3a9e716c5330');
INSERT INTO blocks VALUES('talk','moscow@105655','9ebc3a9e716c5330');
INSERT INTO blocks VALUES('talk','steve-witkoff@105655','9ebc3a9e716c5330');
INSERT INTO blocks VALUES('talk','vladimir-putin@105655','9ebc3a9e716c5330');
INSERT INTO blocks VALUES('talk','RUS+USA@105653','c60f511c0842147b');
INSERT INTO blocks VALUES('talk','RUS+USA@105654','c60f511c0842147b');
INSERT INTO blocks VALUES('talk','RUS+USA@105655','c60f511c0842147b');
INSERT INTO blocks VALUES('talk','moscow@105653','c60f511c0842147b');
INSERT INTO blocks VALUES('talk','moscow@105654','c60f511c0842147b');
INSERT INTO blocks VALUES('talk','moscow@105655','c60f511c0842147b');
INSERT INTO blocks VALUES('talk','steve-witkoff@105653','c60f511c0842147b');
INSERT INTO blocks VALUES('talk','steve-witkoff@105654','c60f511c0842147b');
INSERT INTO blocks VALUES('talk','steve-witkoff@105655','c60f511c0842147b');
INSERT INTO blocks VALUES('talk','vladimir-putin@105653','c60f511c0842147b');
INSERT INTO blocks VALUES('talk','vladimir-putin@105654','c60f511c0842147b');
INSERT INTO blocks VALUES('talk','vladimir-putin@105655','c60f511c0842147b');
INSERT INTO blocks VALUES('talk','UKR+USA@105654','ee2f105a0ef940b0');
INSERT INTO blocks VALUES('talk','UKR+USA@105655','ee2f105a0ef940b0');
INSERT INTO blocks VALUES('talk','hallandale beach@105654','ee2f105a0ef940b0');
INSERT INTO blocks VALUES('talk','hallandale beach@105655','ee2f105a0ef940b0');
INSERT INTO blocks VALUES('talk','jared-kushner@105654','ee2f105a0ef940b0');
INSERT INTO blocks VALUES('talk','jared-kushner@105655','ee2f105a0ef940b0');
INSERT INTO blocks VALUES('talk','marco-rubio@105654','ee2f105a0ef940b0');
INSERT INTO blocks VALUES('talk','marco-rubio@105655','ee2f105a0ef940b0');
INSERT INTO blocks VALUES('talk','rustem-umerov@105654','ee2f105a0ef940b0');
INSERT INTO blocks VALUES('talk','rustem-umerov@105655','ee2f105a0ef940b0');
INSERT INTO blocks VALUES('talk','steve-witkoff@105654','ee2f105a0ef940b0');
INSERT INTO blocks VALUES('talk','steve-witkoff@105655','ee2f105a0ef940b0');
CREATE INDEX blocks_by_claim ON blocks (claim);

DROP TABLE IF EXISTS changes;
CREATE TABLE changes (number INTEGER PRIMARY KEY, at TEXT NOT NULL, sign TEXT NOT NULL, entry TEXT NOT NULL, kind TEXT NOT NULL, what TEXT NOT NULL) STRICT;
INSERT INTO changes VALUES(1,'2026-01-01T00:00:00+00:00','+','t2','talk','held · RUS, USA · Moscow · 2025-12-02');
INSERT INTO changes VALUES(2,'2026-01-01T00:00:00+00:00','+','t1','talk','planned · RUS, USA · Moscow · 2025-11-24 to 2025-11-30');
INSERT INTO changes VALUES(3,'2026-01-01T00:00:00+00:00','+','t3','talk','held · UKR, USA · Hallandale Beach · 2025-11-30');
INSERT INTO changes VALUES(4,'2026-01-01T00:00:00+00:00','+','pos:UKR:territory.cession','position','UKR on territory.cession: reject');
INSERT INTO changes VALUES(5,'2026-01-01T00:00:00+00:00','+','p:jared-kushner','person','Jared Kushner');
INSERT INTO changes VALUES(6,'2026-01-01T00:00:00+00:00','+','p:vladimir-putin','person','Vladimir Putin');
INSERT INTO changes VALUES(7,'2026-01-01T00:00:00+00:00','+','p:marco-rubio','person','Marco Rubio');
INSERT INTO changes VALUES(8,'2026-01-01T00:00:00+00:00','+','p:rustem-umerov','person','Rustem Umerov');
INSERT INTO changes VALUES(9,'2026-01-01T00:00:00+00:00','+','p:yuri-ushakov','person','Yuri Ushakov');
INSERT INTO changes VALUES(10,'2026-01-01T00:00:00+00:00','+','p:steve-witkoff','person','Steve Witkoff');
INSERT INTO changes VALUES(11,'2026-01-01T00:00:00+00:00','+','party:EUROPE','party','European leaders');
INSERT INTO changes VALUES(12,'2026-01-01T00:00:00+00:00','+','party:RUS','party','Russia');
INSERT INTO changes VALUES(13,'2026-01-01T00:00:00+00:00','+','party:UKR','party','Ukraine');
INSERT INTO changes VALUES(14,'2026-01-01T00:00:00+00:00','+','party:USA','party','United States');
CREATE INDEX changes_by_time ON changes (at);

DROP TABLE IF EXISTS claims;
CREATE TABLE claims (
  id TEXT PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (number),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  sources TEXT NOT NULL          -- the sources that it names
) STRICT;
INSERT INTO claims VALUES('ee2f105a0ef940b0',1,1,'talk','{"claim":"talk","id":"ee2f105a0ef940b0","evidence":{"status":[{"start":200,"end":203,"quote":"met"},{"start":227,"end":230,"quote":"led"},{"start":402,"end":408,"quote":"called"},{"start":413,"end":420,"quote":"meeting"}],"when":[{"start":271,"end":277,"quote":"Sunday"}],"where":[{"start":251,"end":267,"quote":"Hallandale Beach"}],"parties":[{"start":141,"end":152,"quote":"Marco Rubio"},{"start":168,"end":181,"quote":"Steve Witkoff"},{"start":186,"end":199,"quote":"Jared Kushner"},{"start":204,"end":226,"quote":"a Ukrainian delegation"},{"start":234,"end":247,"quote":"Rustem Umerov"},{"start":206,"end":215,"quote":"Ukrainian"},{"start":349,"end":355,"quote":"Umerov"}],"participants":[{"start":141,"end":152,"quote":"Marco Rubio"},{"start":168,"end":181,"quote":"Steve Witkoff"},{"start":186,"end":199,"quote":"Jared Kushner"},{"start":204,"end":226,"quote":"a Ukrainian delegation"},{"start":234,"end":247,"quote":"Rustem Umerov"},{"start":206,"end":215,"quote":"Ukrainian"},{"start":349,"end":355,"quote":"Umerov"}]},"source":"s0","because":["talks: meet in sentence 2, held by verb: meet, past","talks: delegation in sentence 2","talks: meeting in sentence 4, held by verb: call, past"],"status":"held","when":{"as_said":"Sunday","type":"DATE","value":"2025-11-30","earliest":"2025-11-30","latest":"2025-11-30","precision":"day","relation":"on","anchor":"2025-11-30","cue":"the day of speaking itself"},"where":{"name":"Hallandale Beach","as_said":"Hallandale Beach","country":"USA","lat":25.9812,"lon":-80.14838,"kind":"city"},"parties":["USA","UKR"],"participants":[{"person":"marco-rubio","party":"USA","attendance":"attended"},{"person":"steve-witkoff","party":"USA","attendance":"attended"},{"person":"jared-kushner","attendance":"attended"},{"person":"rustem-umerov","party":"UKR","function":"head","attendance":"attended"}]}','[{"id":"s0","chain":[{"name":"North Coast Courier"}],"anonymity":"narrator","evidence":[{"start":613,"end":632,"quote":"North Coast Courier"}]}]');
INSERT INTO claims VALUES('c60f511c0842147b',1,1,'talk','{"claim":"talk","id":"c60f511c0842147b","evidence":{"status":[{"start":445,"end":453,"quote":"expected"},{"start":457,"end":461,"quote":"meet"}],"when":[{"start":505,"end":514,"quote":"this week"}],"where":[{"start":498,"end":504,"quote":"Moscow"}],"parties":[{"start":434,"end":441,"quote":"Witkoff"},{"start":480,"end":494,"quote":"Vladimir Putin"}],"participants":[{"start":434,"end":441,"quote":"Witkoff"},{"start":480,"end":494,"quote":"Vladimir Putin"}]},"source":"s0","because":["talks: meet in sentence 5, planned by verb: expect, present"],"status":"planned","when":{"as_said":"this week","type":"DATE","value":"2025-W48","earliest":"2025-11-24","latest":"2025-11-30","precision":"within","anchor":"2025-11-30","cue":"this; week begins on Monday"},"where":{"name":"Moscow","as_said":"Moscow","country":"RUS","lat":55.75204,"lon":37.61781,"kind":"city"},"parties":["USA","RUS"],"participants":[{"person":"steve-witkoff","party":"USA","attendance":"expected"},{"person":"vladimir-putin","party":"RUS","attendance":"expected"}]}','[{"id":"s0","chain":[{"name":"North Coast Courier"}],"anonymity":"narrator","evidence":[{"start":613,"end":632,"quote":"North Coast Courier"}]}]');
INSERT INTO claims VALUES('2478265dc9af6852',1,1,'statement','{"claim":"statement","id":"2478265dc9af6852","evidence":{"cue":[{"start":286,"end":290,"quote":"said"}],"cue_class":[{"start":286,"end":290,"quote":"said"}],"content":[{"start":291,"end":347,"quote":"the session was productive but that more work was needed"}],"verbatim":[{"start":291,"end":347,"quote":"the session was productive but that more work was needed"}],"speaker":[{"start":280,"end":285,"quote":"Rubio"}]},"source":"s1","because":["sayings: say by ''said'', clause"],"speaker":{"person":"marco-rubio","party":"USA"},"content":[{"start":291,"end":347,"quote":"the session was productive but that more work was needed"}],"cue":"say","cue_class":"say"}','[{"id":"s1","chain":[{"name":"North Coast Courier"},{"name":"Marco Rubio","kind":"person","id":"marco-rubio"}],"root":"person:marco-rubio","anonymity":"named","evidence":[{"start":280,"end":285,"quote":"Rubio"},{"start":286,"end":290,"quote":"said"}]}]');
INSERT INTO claims VALUES('0fd350eb6286393f',1,1,'statement','{"claim":"statement","id":"0fd350eb6286393f","evidence":{"cue":[{"start":402,"end":408,"quote":"called"}],"cue_class":[{"start":402,"end":408,"quote":"called"}],"content":[{"start":409,"end":431,"quote":"the meeting successful"}],"verbatim":[{"start":409,"end":431,"quote":"the meeting successful"}],"speaker":[{"start":349,"end":400,"quote":"Umerov, the secretary of Ukraine''s security council"}]},"source":"s2","because":["sayings: say by ''called'', naming"],"speaker":{"person":"rustem-umerov","party":"UKR"},"content":[{"start":409,"end":431,"quote":"the meeting successful"}],"cue":"call","cue_class":"say"}','[{"id":"s2","chain":[{"name":"North Coast Courier"},{"name":"Rustem Umerov","kind":"person","id":"rustem-umerov"}],"root":"person:rustem-umerov","anonymity":"named","self_report":true,"evidence":[{"start":349,"end":400,"quote":"Umerov, the secretary of Ukraine''s security council"},{"start":402,"end":408,"quote":"called"}]}]');
INSERT INTO claims VALUES('789c17cbc7c70310',1,1,'role','{"claim":"role","id":"789c17cbc7c70310","evidence":{"person":[{"start":141,"end":152,"quote":"Marco Rubio"}],"title":[{"start":117,"end":140,"quote":"U.S. Secretary of State"}],"party":[{"start":117,"end":121,"quote":"U.S."}]},"source":"s0","because":["roles: title"],"person":"marco-rubio","title":"U.S. Secretary of State","party":"USA"}','[{"id":"s0","chain":[{"name":"North Coast Courier"}],"anonymity":"narrator","evidence":[{"start":613,"end":632,"quote":"North Coast Courier"}]}]');
INSERT INTO claims VALUES('6c5a95019ed63de8',1,1,'role','{"claim":"role","id":"6c5a95019ed63de8","evidence":{"person":[{"start":168,"end":181,"quote":"Steve Witkoff"}],"title":[{"start":154,"end":167,"quote":"special envoy"}]},"source":"s0","because":["roles: title"],"person":"steve-witkoff","title":"special envoy"}','[{"id":"s0","chain":[{"name":"North Coast Courier"}],"anonymity":"narrator","evidence":[{"start":613,"end":632,"quote":"North Coast Courier"}]}]');
INSERT INTO claims VALUES('94c0920560d95c34',1,1,'role','{"claim":"role","id":"94c0920560d95c34","evidence":{"person":[{"start":349,"end":355,"quote":"Umerov"}],"title":[{"start":361,"end":400,"quote":"secretary of Ukraine''s security council"}],"party":[{"start":374,"end":381,"quote":"Ukraine"}]},"source":"s0","because":["roles: apposition"],"person":"rustem-umerov","title":"secretary of Ukraine''s security council","party":"UKR"}','[{"id":"s0","chain":[{"name":"North Coast Courier"}],"anonymity":"narrator","evidence":[{"start":613,"end":632,"quote":"North Coast Courier"}]}]');
INSERT INTO claims VALUES('1fa6f284e13ef484',1,1,'role','{"claim":"role","id":"1fa6f284e13ef484","evidence":{"person":[{"start":480,"end":494,"quote":"Vladimir Putin"}],"title":[{"start":462,"end":479,"quote":"Russian President"}],"party":[{"start":462,"end":469,"quote":"Russian"}]},"source":"s0","because":["roles: title"],"person":"vladimir-putin","title":"Russian President","party":"RUS"}','[{"id":"s0","chain":[{"name":"North Coast Courier"}],"anonymity":"narrator","evidence":[{"start":613,"end":632,"quote":"North Coast Courier"}]}]');
INSERT INTO claims VALUES('9ebc3a9e716c5330',2,1,'talk','{"claim":"talk","id":"9ebc3a9e716c5330","evidence":{"status":[{"start":88,"end":91,"quote":"met"},{"start":278,"end":283,"quote":"talks"},{"start":289,"end":301,"quote":"constructive"}],"when":[{"start":156,"end":163,"quote":"Tuesday"}],"where":[{"start":146,"end":152,"quote":"Moscow"}],"parties":[{"start":73,"end":87,"quote":"Vladimir Putin"},{"start":111,"end":124,"quote":"Steve Witkoff"},{"start":129,"end":142,"quote":"Jared Kushner"}],"participants":[{"start":73,"end":87,"quote":"Vladimir Putin"},{"start":111,"end":124,"quote":"Steve Witkoff"},{"start":129,"end":142,"quote":"Jared Kushner"}]},"source":"s0","because":["talks: meet in sentence 2, held by verb: meet, past","talks: talks in sentence 4, held by verb: constructive, past"],"status":"held","when":{"as_said":"Tuesday","type":"DATE","value":"2025-12-02","earliest":"2025-12-02","latest":"2025-12-02","precision":"day","relation":"on","anchor":"2025-12-03","cue":"tense of met"},"where":{"name":"Moscow","as_said":"Moscow","country":"RUS","lat":55.75204,"lon":37.61781,"kind":"city"},"parties":["RUS","USA"],"participants":[{"person":"vladimir-putin","party":"RUS","attendance":"attended"},{"person":"steve-witkoff","party":"USA","attendance":"attended"},{"person":"jared-kushner","attendance":"attended"}]}','[{"id":"s0","chain":[{"name":"Harbour Ledger"}],"anonymity":"narrator","evidence":[{"start":468,"end":482,"quote":"Harbour Ledger"}]}]');
INSERT INTO claims VALUES('b403eaf09986387a',2,1,'statement','{"claim":"statement","id":"b403eaf09986387a","evidence":{"cue":[{"start":218,"end":222,"quote":"said"}],"cue_class":[{"start":218,"end":222,"quote":"said"}],"content":[{"start":223,"end":264,"quote":"no compromise had been found on territory"}],"verbatim":[{"start":223,"end":264,"quote":"no compromise had been found on territory"}],"speaker":[{"start":188,"end":216,"quote":"Yuri Ushakov, a Kremlin aide"}]},"source":"s1","because":["sayings: say by ''said'', clause"],"speaker":{"person":"yuri-ushakov","party":"RUS"},"content":[{"start":223,"end":264,"quote":"no compromise had been found on territory"}],"cue":"say","cue_class":"say"}','[{"id":"s1","chain":[{"name":"Harbour Ledger"},{"name":"Yuri Ushakov","kind":"person","id":"yuri-ushakov"}],"root":"person:yuri-ushakov","anonymity":"named","evidence":[{"start":188,"end":216,"quote":"Yuri Ushakov, a Kremlin aide"},{"start":218,"end":222,"quote":"said"}]}]');
INSERT INTO claims VALUES('3523f0f21fe1f173',2,1,'statement','{"claim":"statement","id":"3523f0f21fe1f173","evidence":{"cue":[{"start":269,"end":273,"quote":"said"}],"cue_class":[{"start":269,"end":273,"quote":"said"}],"content":[{"start":274,"end":301,"quote":"the talks were constructive"}],"verbatim":[{"start":274,"end":301,"quote":"the talks were constructive"}],"speaker":[{"start":266,"end":268,"quote":"He"}]},"source":"s1","because":["sayings: say by ''said'', clause"],"speaker":{"person":"yuri-ushakov","party":"RUS"},"content":[{"start":274,"end":301,"quote":"the talks were constructive"}],"cue":"say","cue_class":"say"}','[{"id":"s1","chain":[{"name":"Harbour Ledger"},{"name":"Yuri Ushakov","kind":"person","id":"yuri-ushakov"}],"root":"person:yuri-ushakov","anonymity":"named","evidence":[{"start":188,"end":216,"quote":"Yuri Ushakov, a Kremlin aide"},{"start":218,"end":222,"quote":"said"}]}]');
INSERT INTO claims VALUES('f6d26107d787b72e',2,1,'statement','{"claim":"statement","id":"f6d26107d787b72e","evidence":{"cue":[{"start":310,"end":317,"quote":"accused"}],"cue_class":[{"start":310,"end":317,"quote":"accused"}],"content":[{"start":318,"end":364,"quote":"European states of hindering the peace process"}],"verbatim":[{"start":318,"end":364,"quote":"European states of hindering the peace process"}],"speaker":[{"start":304,"end":309,"quote":"Putin"}]},"source":"s2","because":["sayings: say by ''accused'', preposition"],"speaker":{"person":"vladimir-putin","party":"RUS"},"content":[{"start":318,"end":364,"quote":"European states of hindering the peace process"}],"cue":"accuse","cue_class":"say"}','[{"id":"s2","chain":[{"name":"Harbour Ledger"},{"name":"Vladimir Putin","kind":"person","id":"vladimir-putin"}],"root":"person:vladimir-putin","anonymity":"named","self_report":true,"evidence":[{"start":304,"end":309,"quote":"Putin"},{"start":310,"end":317,"quote":"accused"}]}]');
INSERT INTO claims VALUES('fe978bb3e6b3a4da',2,1,'statement','{"claim":"statement","id":"fe978bb3e6b3a4da","evidence":{"cue":[{"start":369,"end":373,"quote":"said"}],"cue_class":[{"start":369,"end":373,"quote":"said"}],"content":[{"start":374,"end":424,"quote":"they had made demands that Russia could not accept"}],"verbatim":[{"start":374,"end":424,"quote":"they had made demands that Russia could not accept"}],"speaker":[{"start":304,"end":309,"quote":"Putin"}]},"source":"s2","because":["sayings: say by ''said'', clause"],"speaker":{"person":"vladimir-putin","party":"RUS"},"content":[{"start":374,"end":424,"quote":"they had made demands that Russia could not accept"}],"cue":"say","cue_class":"say"}','[{"id":"s2","chain":[{"name":"Harbour Ledger"},{"name":"Vladimir Putin","kind":"person","id":"vladimir-putin"}],"root":"person:vladimir-putin","anonymity":"named","self_report":true,"evidence":[{"start":304,"end":309,"quote":"Putin"},{"start":310,"end":317,"quote":"accused"}]}]');
INSERT INTO claims VALUES('c74ef1fb90cdbcde',2,1,'statement','{"claim":"statement","id":"c74ef1fb90cdbcde","evidence":{"cue":[{"start":439,"end":444,"quote":"ruled"}],"cue_class":[{"start":439,"end":444,"quote":"ruled"}],"content":[{"start":449,"end":465,"quote":"ceding territory"}],"verbatim":[{"start":449,"end":465,"quote":"ceding territory"}],"speaker":[{"start":427,"end":434,"quote":"Ukraine"}]},"source":"s3","because":["sayings: say by ''ruled'', object"],"speaker":{"party":"UKR"},"content":[{"start":449,"end":465,"quote":"ceding territory"}],"cue":"rule","cue_class":"say"}','[{"id":"s3","chain":[{"name":"Harbour Ledger"},{"name":"Ukraine","kind":"party","id":"UKR"}],"root":"party:ukr","anonymity":"institution","evidence":[{"start":427,"end":434,"quote":"Ukraine"},{"start":439,"end":444,"quote":"ruled"}]}]');
INSERT INTO claims VALUES('3f71fb8884390ab8',2,1,'position','{"claim":"position","id":"3f71fb8884390ab8","evidence":{"party":[{"start":427,"end":434,"quote":"Ukraine"}],"issue":[{"start":449,"end":465,"quote":"ceding territory"}],"stance":[{"start":439,"end":444,"quote":"ruled"}],"as_said":[{"start":449,"end":465,"quote":"ceding territory"}]},"source":"s0","because":["moves: reject by ''ruled'' (frame)","issues: territory.cession"],"party":"UKR","issue":"territory.cession","stance":"reject","as_said":"ceding territory"}','[{"id":"s0","chain":[{"name":"Harbour Ledger"}],"anonymity":"narrator","evidence":[{"start":468,"end":482,"quote":"Harbour Ledger"}]}]');
INSERT INTO claims VALUES('6e25c40866398f54',2,1,'role','{"claim":"role","id":"6e25c40866398f54","evidence":{"person":[{"start":73,"end":87,"quote":"Vladimir Putin"}],"title":[{"start":55,"end":72,"quote":"Russian President"}],"party":[{"start":55,"end":62,"quote":"Russian"}]},"source":"s0","because":["roles: title"],"person":"vladimir-putin","title":"Russian President","party":"RUS"}','[{"id":"s0","chain":[{"name":"Harbour Ledger"}],"anonymity":"narrator","evidence":[{"start":468,"end":482,"quote":"Harbour Ledger"}]}]');
INSERT INTO claims VALUES('63d0f0936efeda06',2,1,'role','{"claim":"role","id":"63d0f0936efeda06","evidence":{"person":[{"start":111,"end":124,"quote":"Steve Witkoff"}],"title":[{"start":92,"end":110,"quote":"U.S. special envoy"}],"party":[{"start":92,"end":96,"quote":"U.S."}]},"source":"s0","because":["roles: title"],"person":"steve-witkoff","title":"U.S. special envoy","party":"USA"}','[{"id":"s0","chain":[{"name":"Harbour Ledger"}],"anonymity":"narrator","evidence":[{"start":468,"end":482,"quote":"Harbour Ledger"}]}]');
INSERT INTO claims VALUES('89deff7dd3c091af',2,1,'role','{"claim":"role","id":"89deff7dd3c091af","evidence":{"person":[{"start":188,"end":200,"quote":"Yuri Ushakov"}],"title":[{"start":204,"end":216,"quote":"Kremlin aide"}],"party":[{"start":204,"end":211,"quote":"Kremlin"}],"organisation":[{"start":204,"end":211,"quote":"Kremlin"}]},"source":"s0","because":["roles: apposition"],"person":"yuri-ushakov","title":"Kremlin aide","party":"RUS","organisation":"Kremlin"}','[{"id":"s0","chain":[{"name":"Harbour Ledger"}],"anonymity":"narrator","evidence":[{"start":468,"end":482,"quote":"Harbour Ledger"}]}]');
INSERT INTO claims VALUES('01a952cd360bfe0a',2,1,'term','{"claim":"term","id":"01a952cd360bfe0a","evidence":{"as_said":[{"start":449,"end":465,"quote":"ceding territory"}],"issue":[{"start":449,"end":465,"quote":"ceding territory"}],"state":[{"start":439,"end":444,"quote":"ruled"}],"by":[{"start":427,"end":434,"quote":"Ukraine"}]},"source":"s0","because":["terms: reject"],"as_said":"ceding territory","issue":"territory.cession","state":"rejected","by":[{"party":"UKR"}]}','[{"id":"s0","chain":[{"name":"Harbour Ledger"}],"anonymity":"narrator","evidence":[{"start":468,"end":482,"quote":"Harbour Ledger"}]}]');
CREATE INDEX claims_by_document ON claims (document);

DROP TABLE IF EXISTS derivations;
CREATE TABLE derivations (document TEXT NOT NULL, origin TEXT NOT NULL, kind TEXT NOT NULL, share REAL NOT NULL, unquoted REAL NOT NULL, PRIMARY KEY (document, origin)) STRICT, WITHOUT ROWID;
CREATE INDEX derivations_by_origin ON derivations (origin);

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
INSERT INTO documents VALUES(1,'97bbb6308fb33516','a82cf2b76b348ebf','r1',1,'North Coast Courier',NULL,'en','2025-11-30T18:10:00-05:00','Florida Meeting Ends Without a Deal',NULL,'b799cb8d','Skip to content

Tags: ukraine | florida

Florida Meeting Ends Without a Deal

Sunday, 30 November 2025 6:10 PM EST

U.S. Secretary of State Marco Rubio, special envoy Steve Witkoff and Jared Kushner met a Ukrainian delegation led by Rustem Umerov in Hallandale Beach on Sunday.

Rubio said the session was productive but that more work was needed. Umerov, the secretary of Ukraine''s security council, called the meeting successful.

Witkoff is expected to meet Russian President Vladimir Putin in Moscow this week.

Tomas Brandt

Tomas Brandt is a correspondent who has covered diplomacy for many years.

© 2025 North Coast Courier. All rights reserved.
','f424a7594e0e31b98fee3927cf8372090bb28bde60b72db95b1616c839f14291','{"id":"97bbb6308fb33516","version":"a82cf2b76b348ebf","text":"","outlet":"North Coast Courier","title":"Florida Meeting Ends Without a Deal","authors":["Tomas Brandt"],"published":"2025-11-30T18:10:00-05:00","language":"en","tags":["ukraine","florida"],"regions":[{"start":0,"end":15,"label":"boilerplate"},{"start":17,"end":40,"label":"tags"},{"start":42,"end":77,"label":"headline"},{"start":79,"end":115,"label":"dateline"},{"start":117,"end":278,"label":"body"},{"start":280,"end":432,"label":"body"},{"start":434,"end":515,"label":"body"},{"start":517,"end":529,"label":"biography"},{"start":531,"end":604,"label":"biography"},{"start":606,"end":654,"label":"boilerplate"}],"evidence":{"outlet":[{"start":613,"end":632,"quote":"North Coast Courier"}],"published":[{"start":79,"end":115,"quote":"Sunday, 30 November 2025 6:10 PM EST"}],"title":[{"start":42,"end":77,"quote":"Florida Meeting Ends Without a Deal"}],"authors":[{"start":517,"end":529,"quote":"Tomas Brandt"}]}}','{"schema":"detente-claims/1","people":[{"id":"marco-rubio","name":"Marco Rubio","party":"USA","mentions":[{"start":141,"end":152,"quote":"Marco Rubio"},{"start":280,"end":285,"quote":"Rubio"}],"evidence":{"party":[{"start":117,"end":121,"quote":"U.S."}]}},{"id":"steve-witkoff","name":"Steve Witkoff","party":"USA","mentions":[{"start":168,"end":181,"quote":"Steve Witkoff"},{"start":434,"end":441,"quote":"Witkoff"}],"evidence":{"party":[{"start":117,"end":121,"quote":"U.S."}]}},{"id":"jared-kushner","name":"Jared Kushner","mentions":[{"start":186,"end":199,"quote":"Jared Kushner"}]},{"id":"rustem-umerov","name":"Rustem Umerov","party":"UKR","mentions":[{"start":234,"end":247,"quote":"Rustem Umerov"},{"start":349,"end":355,"quote":"Umerov"}],"evidence":{"party":[{"start":206,"end":215,"quote":"Ukrainian"}]}},{"id":"vladimir-putin","name":"Vladimir Putin","party":"RUS","mentions":[{"start":480,"end":494,"quote":"Vladimir Putin"}],"evidence":{"party":[{"start":462,"end":469,"quote":"Russian"}]}}],"parties":[{"id":"USA","name":"United States","kind":"state","mentions":[{"start":117,"end":121,"quote":"U.S."}]},{"id":"UKR","name":"Ukraine","kind":"state","mentions":[{"start":204,"end":226,"quote":"a Ukrainian delegation"},{"start":206,"end":215,"quote":"Ukrainian"},{"start":374,"end":381,"quote":"Ukraine"}]},{"id":"RUS","name":"Russia","kind":"state","mentions":[{"start":462,"end":469,"quote":"Russian"}]}],"sources":[{"id":"s0","chain":[{"name":"North Coast Courier"}],"anonymity":"narrator","evidence":[{"start":613,"end":632,"quote":"North Coast Courier"}]},{"id":"s1","chain":[{"name":"North Coast Courier"},{"name":"Marco Rubio","kind":"person","id":"marco-rubio"}],"root":"person:marco-rubio","anonymity":"named","evidence":[{"start":280,"end":285,"quote":"Rubio"},{"start":286,"end":290,"quote":"said"}]},{"id":"s2","chain":[{"name":"North Coast Courier"},{"name":"Rustem Umerov","kind":"person","id":"rustem-umerov"}],"root":"person:rustem-umerov","anonymity":"named","self_report":true,"evidence":[{"start":349,"end":400,"quote":"Umerov, the secretary of Ukraine''s security council"},{"start":402,"end":408,"quote":"called"}]}]}','2026-01-01T00:00:00+00:00');
INSERT INTO documents VALUES(2,'6366e167b82c0dfa','30d4ac4260d86762','r1',1,'Harbour Ledger',NULL,'en','2025-12-03T06:50:00+02:00','Five hours in the Kremlin, no compromise','https://harbourledger.example/world/moscow-five-hours','461cce0a','Five hours in the Kremlin, no compromise

By Ida Holm

Russian President Vladimir Putin met U.S. special envoy Steve Witkoff and Jared Kushner in Moscow on Tuesday for almost five hours.

Yuri Ushakov, a Kremlin aide, said no compromise had been found on territory. He said the talks were constructive.

Putin accused European states of hindering the peace process and said they had made demands that Russia could not accept.

Ukraine has ruled out ceding territory.

Harbour Ledger is an invented newspaper.

2025-12-03T06:50:00+02:00
','5cfa1c685df56631ccbbb636f84183c15d87084212d1cf02fdd503c273161dd5','{"id":"6366e167b82c0dfa","version":"30d4ac4260d86762","text":"","url":"https://harbourledger.example/world/moscow-five-hours","outlet":"Harbour Ledger","title":"Five hours in the Kremlin, no compromise","authors":["Ida Holm"],"published":"2025-12-03T06:50:00+02:00","language":"en","regions":[{"start":0,"end":40,"label":"headline"},{"start":42,"end":53,"label":"byline"},{"start":55,"end":186,"label":"body"},{"start":188,"end":302,"label":"body"},{"start":304,"end":425,"label":"body"},{"start":427,"end":466,"label":"body"},{"start":468,"end":508,"label":"boilerplate"},{"start":510,"end":535,"label":"boilerplate"}],"evidence":{"title":[{"start":0,"end":40,"quote":"Five hours in the Kremlin, no compromise"}],"authors":[{"start":45,"end":53,"quote":"Ida Holm"}],"outlet":[{"start":468,"end":482,"quote":"Harbour Ledger"}],"published":[{"start":510,"end":535,"quote":"2025-12-03T06:50:00+02:00"}]}}','{"schema":"detente-claims/1","people":[{"id":"vladimir-putin","name":"Vladimir Putin","party":"RUS","mentions":[{"start":73,"end":87,"quote":"Vladimir Putin"},{"start":304,"end":309,"quote":"Putin"}],"evidence":{"party":[{"start":55,"end":62,"quote":"Russian"}]}},{"id":"steve-witkoff","name":"Steve Witkoff","party":"USA","mentions":[{"start":111,"end":124,"quote":"Steve Witkoff"}],"evidence":{"party":[{"start":92,"end":96,"quote":"U.S."}]}},{"id":"jared-kushner","name":"Jared Kushner","mentions":[{"start":129,"end":142,"quote":"Jared Kushner"}]},{"id":"yuri-ushakov","name":"Yuri Ushakov","party":"RUS","mentions":[{"start":188,"end":200,"quote":"Yuri Ushakov"}],"evidence":{"party":[{"start":204,"end":211,"quote":"Kremlin"}]}}],"parties":[{"id":"RUS","name":"Russia","kind":"state","mentions":[{"start":18,"end":25,"quote":"Kremlin"},{"start":55,"end":62,"quote":"Russian"},{"start":204,"end":211,"quote":"Kremlin"},{"start":401,"end":407,"quote":"Russia"}]},{"id":"USA","name":"United States","kind":"state","mentions":[{"start":92,"end":96,"quote":"U.S."}]},{"id":"EUROPE","name":"European leaders","kind":"loose group","mentions":[{"start":318,"end":326,"quote":"European"},{"start":318,"end":333,"quote":"European states"}]},{"id":"UKR","name":"Ukraine","kind":"state","mentions":[{"start":427,"end":434,"quote":"Ukraine"}]}],"sources":[{"id":"s0","chain":[{"name":"Harbour Ledger"}],"anonymity":"narrator","evidence":[{"start":468,"end":482,"quote":"Harbour Ledger"}]},{"id":"s1","chain":[{"name":"Harbour Ledger"},{"name":"Yuri Ushakov","kind":"person","id":"yuri-ushakov"}],"root":"person:yuri-ushakov","anonymity":"named","evidence":[{"start":188,"end":216,"quote":"Yuri Ushakov, a Kremlin aide"},{"start":218,"end":222,"quote":"said"}]},{"id":"s2","chain":[{"name":"Harbour Ledger"},{"name":"Vladimir Putin","kind":"person","id":"vladimir-putin"}],"root":"person:vladimir-putin","anonymity":"named","self_report":true,"evidence":[{"start":304,"end":309,"quote":"Putin"},{"start":310,"end":317,"quote":"accused"}]},{"id":"s3","chain":[{"name":"Harbour Ledger"},{"name":"Ukraine","kind":"party","id":"UKR"}],"root":"party:ukr","anonymity":"institution","evidence":[{"start":427,"end":434,"quote":"Ukraine"},{"start":439,"end":444,"quote":"ruled"}]}]}','2026-01-01T00:00:00+00:00');
CREATE UNIQUE INDEX documents_active ON documents (id) WHERE active = 1;
CREATE INDEX documents_by_day ON documents (published) WHERE active = 1;
CREATE INDEX documents_by_story ON documents (story) WHERE active = 1;

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
INSERT INTO entries VALUES('t2','talk','2025-12-02','2025-12-02','held',1,0,'{"entry":"talk","id":"t2","claims":["9ebc3a9e716c5330"],"fields":{"status":[{"value":"held","claims":["9ebc3a9e716c5330"],"at_least":1,"at_most":1,"roots":["narrator:461cce0a"]}],"when":[{"value":{"earliest":"2025-12-02","latest":"2025-12-02","as_said":"Tuesday","precision":"day"},"claims":["9ebc3a9e716c5330"],"at_least":1,"at_most":1,"roots":["narrator:461cce0a"]}],"where":[{"value":{"name":"Moscow","country":"RUS","lat":55.75204,"lon":37.61781,"kind":"city"},"claims":["9ebc3a9e716c5330"],"at_least":1,"at_most":1,"roots":["narrator:461cce0a"]}],"parties":[{"value":"RUS","claims":["9ebc3a9e716c5330"],"at_least":1,"at_most":1,"roots":["narrator:461cce0a"]},{"value":"USA","claims":["9ebc3a9e716c5330"],"at_least":1,"at_most":1,"roots":["narrator:461cce0a"]}],"participants":[{"value":{"person":"jared-kushner","description":null,"party":null},"claims":["9ebc3a9e716c5330"],"at_least":1,"at_most":1,"roots":["narrator:461cce0a"]},{"value":{"person":"steve-witkoff","description":null,"party":"USA"},"claims":["9ebc3a9e716c5330"],"at_least":1,"at_most":1,"roots":["narrator:461cce0a"]},{"value":{"person":"vladimir-putin","description":null,"party":"RUS"},"claims":["9ebc3a9e716c5330"],"at_least":1,"at_most":1,"roots":["narrator:461cce0a"]}],"attendance":[{"value":{"who":"jared-kushner","attendance":"attended"},"claims":["9ebc3a9e716c5330"],"at_least":1,"at_most":1,"roots":["narrator:461cce0a"]},{"value":{"who":"steve-witkoff","attendance":"attended"},"claims":["9ebc3a9e716c5330"],"at_least":1,"at_most":1,"roots":["narrator:461cce0a"]},{"value":{"who":"vladimir-putin","attendance":"attended"},"claims":["9ebc3a9e716c5330"],"at_least":1,"at_most":1,"roots":["narrator:461cce0a"]}]},"history":[{"status":"held","claimant":"Harbour Ledger","said":"2025-12-03T06:50:00+02:00","claim":"9ebc3a9e716c5330"}],"standing":"held","stories":["461cce0a"],"possibly_same":["t1"]}');
INSERT INTO entries VALUES('t1','talk','2025-11-24','2025-11-30','planned',1,0,'{"entry":"talk","id":"t1","claims":["c60f511c0842147b"],"fields":{"status":[{"value":"planned","claims":["c60f511c0842147b"],"at_least":1,"at_most":1,"roots":["narrator:b799cb8d"]}],"when":[{"value":{"earliest":"2025-11-24","latest":"2025-11-30","as_said":"this week","precision":"within"},"claims":["c60f511c0842147b"],"at_least":1,"at_most":1,"roots":["narrator:b799cb8d"]}],"where":[{"value":{"name":"Moscow","country":"RUS","lat":55.75204,"lon":37.61781,"kind":"city"},"claims":["c60f511c0842147b"],"at_least":1,"at_most":1,"roots":["narrator:b799cb8d"]}],"parties":[{"value":"RUS","claims":["c60f511c0842147b"],"at_least":1,"at_most":1,"roots":["narrator:b799cb8d"]},{"value":"USA","claims":["c60f511c0842147b"],"at_least":1,"at_most":1,"roots":["narrator:b799cb8d"]}],"participants":[{"value":{"person":"steve-witkoff","description":null,"party":"USA"},"claims":["c60f511c0842147b"],"at_least":1,"at_most":1,"roots":["narrator:b799cb8d"]},{"value":{"person":"vladimir-putin","description":null,"party":"RUS"},"claims":["c60f511c0842147b"],"at_least":1,"at_most":1,"roots":["narrator:b799cb8d"]}],"attendance":[{"value":{"who":"steve-witkoff","attendance":"expected"},"claims":["c60f511c0842147b"],"at_least":1,"at_most":1,"roots":["narrator:b799cb8d"]},{"value":{"who":"vladimir-putin","attendance":"expected"},"claims":["c60f511c0842147b"],"at_least":1,"at_most":1,"roots":["narrator:b799cb8d"]}]},"history":[{"status":"planned","claimant":"North Coast Courier","said":"2025-11-30T18:10:00-05:00","claim":"c60f511c0842147b"}],"standing":"planned","stories":["b799cb8d"],"possibly_same":["t2"]}');
INSERT INTO entries VALUES('t3','talk','2025-11-30','2025-11-30','held',1,0,'{"entry":"talk","id":"t3","claims":["ee2f105a0ef940b0"],"fields":{"status":[{"value":"held","claims":["ee2f105a0ef940b0"],"at_least":1,"at_most":1,"roots":["narrator:b799cb8d"]}],"when":[{"value":{"earliest":"2025-11-30","latest":"2025-11-30","as_said":"Sunday","precision":"day"},"claims":["ee2f105a0ef940b0"],"at_least":1,"at_most":1,"roots":["narrator:b799cb8d"]}],"where":[{"value":{"name":"Hallandale Beach","country":"USA","lat":25.9812,"lon":-80.14838,"kind":"city"},"claims":["ee2f105a0ef940b0"],"at_least":1,"at_most":1,"roots":["narrator:b799cb8d"]}],"parties":[{"value":"UKR","claims":["ee2f105a0ef940b0"],"at_least":1,"at_most":1,"roots":["narrator:b799cb8d"]},{"value":"USA","claims":["ee2f105a0ef940b0"],"at_least":1,"at_most":1,"roots":["narrator:b799cb8d"]}],"participants":[{"value":{"person":"jared-kushner","description":null,"party":null},"claims":["ee2f105a0ef940b0"],"at_least":1,"at_most":1,"roots":["narrator:b799cb8d"]},{"value":{"person":"marco-rubio","description":null,"party":"USA"},"claims":["ee2f105a0ef940b0"],"at_least":1,"at_most":1,"roots":["narrator:b799cb8d"]},{"value":{"person":"rustem-umerov","description":null,"party":"UKR"},"claims":["ee2f105a0ef940b0"],"at_least":1,"at_most":1,"roots":["narrator:b799cb8d"]},{"value":{"person":"steve-witkoff","description":null,"party":"USA"},"claims":["ee2f105a0ef940b0"],"at_least":1,"at_most":1,"roots":["narrator:b799cb8d"]}],"attendance":[{"value":{"who":"jared-kushner","attendance":"attended"},"claims":["ee2f105a0ef940b0"],"at_least":1,"at_most":1,"roots":["narrator:b799cb8d"]},{"value":{"who":"marco-rubio","attendance":"attended"},"claims":["ee2f105a0ef940b0"],"at_least":1,"at_most":1,"roots":["narrator:b799cb8d"]},{"value":{"who":"rustem-umerov","attendance":"attended"},"claims":["ee2f105a0ef940b0"],"at_least":1,"at_most":1,"roots":["narrator:b799cb8d"]},{"value":{"who":"steve-witkoff","attendance":"attended"},"claims":["ee2f105a0ef940b0"],"at_least":1,"at_most":1,"roots":["narrator:b799cb8d"]}]},"history":[{"status":"held","claimant":"North Coast Courier","said":"2025-11-30T18:10:00-05:00","claim":"ee2f105a0ef940b0"}],"standing":"held","stories":["b799cb8d"]}');
INSERT INTO entries VALUES('pos:UKR:territory.cession','position','2025-12-03','2025-12-03','reject',1,0,'{"entry":"position","id":"pos:UKR:territory.cession","standing":"reject","party":"UKR","issue":"territory.cession","stances":[{"stance":"reject","said":"2025-12-03","told_by":"narrator","direction":null,"as_said":"ceding territory","claims":["3f71fb8884390ab8"],"at_least":1,"at_most":1},{"stance":"reject","said":"2025-12-03","told_by":"narrator","direction":null,"as_said":"ceding territory","claims":["3f71fb8884390ab8"],"at_least":1,"at_most":1}]}');
INSERT INTO entries VALUES('p:jared-kushner','person',NULL,NULL,NULL,0,0,'{"entry":"person","id":"p:jared-kushner","name":"Jared Kushner","known_as":["jared-kushner"]}');
INSERT INTO entries VALUES('p:vladimir-putin','person',NULL,NULL,NULL,0,0,'{"entry":"person","id":"p:vladimir-putin","fields":{"party":[{"value":"RUS"}]},"name":"Vladimir Putin","known_as":["vladimir-putin"]}');
INSERT INTO entries VALUES('p:marco-rubio','person',NULL,NULL,NULL,0,0,'{"entry":"person","id":"p:marco-rubio","fields":{"party":[{"value":"USA"}]},"name":"Marco Rubio","known_as":["marco-rubio"]}');
INSERT INTO entries VALUES('p:rustem-umerov','person',NULL,NULL,NULL,0,0,'{"entry":"person","id":"p:rustem-umerov","fields":{"party":[{"value":"UKR"}]},"name":"Rustem Umerov","known_as":["rustem-umerov"]}');
INSERT INTO entries VALUES('p:yuri-ushakov','person',NULL,NULL,NULL,0,0,'{"entry":"person","id":"p:yuri-ushakov","fields":{"party":[{"value":"RUS"}]},"name":"Yuri Ushakov","known_as":["yuri-ushakov"]}');
INSERT INTO entries VALUES('p:steve-witkoff','person',NULL,NULL,NULL,0,0,'{"entry":"person","id":"p:steve-witkoff","fields":{"party":[{"value":"USA"}]},"name":"Steve Witkoff","known_as":["steve-witkoff"]}');
INSERT INTO entries VALUES('party:EUROPE','party',NULL,NULL,NULL,0,0,'{"entry":"party","id":"party:EUROPE","name":"European leaders","kind":"loose group","aliases":["European","European states"]}');
INSERT INTO entries VALUES('party:RUS','party',NULL,NULL,NULL,0,0,'{"entry":"party","id":"party:RUS","name":"Russia","kind":"state","aliases":["Kremlin","Russian"]}');
INSERT INTO entries VALUES('party:UKR','party',NULL,NULL,NULL,0,0,'{"entry":"party","id":"party:UKR","name":"Ukraine","kind":"state","aliases":["Ukrainian","a Ukrainian delegation"]}');
INSERT INTO entries VALUES('party:USA','party',NULL,NULL,NULL,0,0,'{"entry":"party","id":"party:USA","name":"United States","kind":"state","aliases":["U.S."]}');
CREATE INDEX entries_by_kind ON entries (kind, withdrawn, first_day, id);

DROP TABLE IF EXISTS facets;
CREATE TABLE facets (facet TEXT NOT NULL, value TEXT NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (facet, value, entry)) STRICT, WITHOUT ROWID;
INSERT INTO facets VALUES('surname','kushner','p:jared-kushner');
INSERT INTO facets VALUES('party','USA','p:marco-rubio');
INSERT INTO facets VALUES('surname','rubio','p:marco-rubio');
INSERT INTO facets VALUES('party','UKR','p:rustem-umerov');
INSERT INTO facets VALUES('surname','umerov','p:rustem-umerov');
INSERT INTO facets VALUES('party','USA','p:steve-witkoff');
INSERT INTO facets VALUES('surname','witkoff','p:steve-witkoff');
INSERT INTO facets VALUES('party','RUS','p:vladimir-putin');
INSERT INTO facets VALUES('surname','putin','p:vladimir-putin');
INSERT INTO facets VALUES('party','RUS','p:yuri-ushakov');
INSERT INTO facets VALUES('surname','ushakov','p:yuri-ushakov');
INSERT INTO facets VALUES('issue','territory.cession','pos:UKR:territory.cession');
INSERT INTO facets VALUES('party','UKR','pos:UKR:territory.cession');
INSERT INTO facets VALUES('party','RUS','t1');
INSERT INTO facets VALUES('party','USA','t1');
INSERT INTO facets VALUES('person','steve-witkoff','t1');
INSERT INTO facets VALUES('person','vladimir-putin','t1');
INSERT INTO facets VALUES('place','Moscow','t1');
INSERT INTO facets VALUES('party','RUS','t2');
INSERT INTO facets VALUES('party','USA','t2');
INSERT INTO facets VALUES('person','jared-kushner','t2');
INSERT INTO facets VALUES('person','steve-witkoff','t2');
INSERT INTO facets VALUES('person','vladimir-putin','t2');
INSERT INTO facets VALUES('place','Moscow','t2');
INSERT INTO facets VALUES('party','UKR','t3');
INSERT INTO facets VALUES('party','USA','t3');
INSERT INTO facets VALUES('person','jared-kushner','t3');
INSERT INTO facets VALUES('person','marco-rubio','t3');
INSERT INTO facets VALUES('person','rustem-umerov','t3');
INSERT INTO facets VALUES('person','steve-witkoff','t3');
INSERT INTO facets VALUES('place','Hallandale Beach','t3');
CREATE INDEX facets_by_entry ON facets (entry);

DROP TABLE IF EXISTS fingerprints;
CREATE TABLE fingerprints (document TEXT PRIMARY KEY, "day" TEXT, grams BLOB NOT NULL, unquoted BLOB NOT NULL, quotations TEXT NOT NULL, indexed INTEGER NOT NULL) STRICT;
INSERT INTO fingerprints VALUES('6366e167b82c0dfa','2025-12-03',X'C71984005A51E905D1D09B08CB6CBB08DF089D09045E710CD027481299F0A21599B2A71A801ACD1D120A861F2320BF22F7869D231EA73D27CE06FA29A214AA2CE05094330336693FA71E0044D06FE84FAA7A22502E7A0851D8917857AF55C45740967C5AA3A6D96BE777D2760F2E447B603DE4825F18B783F1410D8663E1678CC12C6A911660A7A2AAB9B1A2DC980FA3F1262FA41C51FBA5D32566A83143DEAB756A5DB08C5B5ABB1171E0BF13BE58C6FD581EC7335C29C92ADE15CC04DEA0CD63DAD9CD9627E0CD608B06D2B3D879D6781CEEDA223AA3DCCE1E29E1CEDE1FE7EDDAD9E7EE59D7EA727260EBC11785F025C861F30577DEF6',X'C71984005A51E905D1D09B08CB6CBB08DF089D09045E710CD027481299F0A21599B2A71A801ACD1D120A861F2320BF22F7869D231EA73D27CE06FA29A214AA2CE05094330336693FA71E0044D06FE84FAA7A22502E7A0851D8917857AF55C45740967C5AA3A6D96BE777D2760F2E447B603DE4825F18B783F1410D8663E1678CC12C6A911660A7A2AAB9B1A2DC980FA3F1262FA41C51FBA5D32566A83143DEAB756A5DB08C5B5ABB1171E0BF13BE58C6FD581EC7335C29C92ADE15CC04DEA0CD63DAD9CD9627E0CD608B06D2B3D879D6781CEEDA223AA3DCCE1E29E1CEDE1FE7EDDAD9E7EE59D7EA727260EBC11785F025C861F30577DEF6','[]',14);
INSERT INTO fingerprints VALUES('97bbb6308fb33516','2025-11-30',X'D6AE5F01047D10022273B009A9A0B80ABFC5E210FCF41E147B3C3218047F3B1CF69DCF1D4E04C926ECD5F528413EF92D2BDEF92F2C6486339BFAF942591B2F4EB5C3D05086F4255437625855F0D036574A5142578B77676A7EF70B6E1206DF71E1018E75805E2F78761719799183FF7915590E863E00B3864F86728B1C98F88DC867B89098C2C291857CE5924FDF5693EC4B9BA2F1262FA4AC1B23A5C10ACDA6655CEBA64E7ED3AA8A00ABB434DEC3B66152C7B6D3B5C2C4108E3FC9608B06D2E70693D2D58F95D8081324D9D64B0FDBDE9979DF1C4619E2CD1B00E3DEBCDAE5364BE9E9D5824DF0041F3EF5',X'D6AE5F01047D10022273B009A9A0B80ABFC5E210FCF41E147B3C3218047F3B1CF69DCF1D4E04C926ECD5F528413EF92D2BDEF92F2C6486339BFAF942591B2F4EB5C3D05086F4255437625855F0D036574A5142578B77676A7EF70B6E1206DF71E1018E75805E2F78761719799183FF7915590E863E00B3864F86728B1C98F88DC867B89098C2C291857CE5924FDF5693EC4B9BA2F1262FA4AC1B23A5C10ACDA6655CEBA64E7ED3AA8A00ABB434DEC3B66152C7B6D3B5C2C4108E3FC9608B06D2E70693D2D58F95D8081324D9D64B0FDBDE9979DF1C4619E2CD1B00E3DEBCDAE5364BE9E9D5824DF0041F3EF5','[]',18);

DROP TABLE IF EXISTS gated;
CREATE TABLE gated (id TEXT PRIMARY KEY, outlet TEXT, country TEXT, language TEXT, title TEXT) STRICT;

DROP TABLE IF EXISTS judgements;
CREATE TABLE judgements (id TEXT PRIMARY KEY, made TEXT NOT NULL, body TEXT NOT NULL) STRICT;
INSERT INTO judgements VALUES('f94ab8327c43','2026-01-02T00:00:00+00:00','{"id":"f94ab8327c43","verb":"note","on":["t1"],"groups":[[{"claim":"c60f511c0842147b","document":"97bbb6308fb33516","kind":"talk","quotes":["Witkoff","expected","meet","Vladimir Putin","Moscow","this week"]}]],"value":"call back","who":"me","when":"2026-01-02T00:00:00+00:00"}');

DROP TABLE IF EXISTS links;
CREATE TABLE links (one TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (one, other)) STRICT, WITHOUT ROWID;
INSERT INTO links VALUES('9ebc3a9e716c5330','c60f511c0842147b');
CREATE INDEX links_by_other ON links (other);

DROP TABLE IF EXISTS members;
CREATE TABLE members (claim TEXT NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (claim, entry)) STRICT, WITHOUT ROWID;
INSERT INTO members VALUES('3f71fb8884390ab8','pos:UKR:territory.cession');
INSERT INTO members VALUES('789c17cbc7c70310','role:marco-rubio');
INSERT INTO members VALUES('94c0920560d95c34','role:rustem-umerov');
INSERT INTO members VALUES('63d0f0936efeda06','role:steve-witkoff');
INSERT INTO members VALUES('6c5a95019ed63de8','role:steve-witkoff');
INSERT INTO members VALUES('1fa6f284e13ef484','role:vladimir-putin');
INSERT INTO members VALUES('6e25c40866398f54','role:vladimir-putin');
INSERT INTO members VALUES('89deff7dd3c091af','role:yuri-ushakov');
INSERT INTO members VALUES('c60f511c0842147b','t1');
INSERT INTO members VALUES('9ebc3a9e716c5330','t2');
INSERT INTO members VALUES('ee2f105a0ef940b0','t3');
CREATE INDEX members_by_entry ON members (entry);

DROP TABLE IF EXISTS meta;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
INSERT INTO meta VALUES('schema','2');
INSERT INTO meta VALUES('last talk','3');

DROP TABLE IF EXISTS parties;
CREATE TABLE parties (document INTEGER NOT NULL REFERENCES documents (number), active INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT, said TEXT NOT NULL) STRICT;
INSERT INTO parties VALUES(1,1,'USA','United States','state','U.S.');
INSERT INTO parties VALUES(1,1,'UKR','Ukraine','state','Ukraine');
INSERT INTO parties VALUES(1,1,'UKR','Ukraine','state','Ukrainian');
INSERT INTO parties VALUES(1,1,'UKR','Ukraine','state','a Ukrainian delegation');
INSERT INTO parties VALUES(1,1,'RUS','Russia','state','Russian');
INSERT INTO parties VALUES(2,1,'RUS','Russia','state','Kremlin');
INSERT INTO parties VALUES(2,1,'RUS','Russia','state','Russia');
INSERT INTO parties VALUES(2,1,'RUS','Russia','state','Russian');
INSERT INTO parties VALUES(2,1,'USA','United States','state','U.S.');
INSERT INTO parties VALUES(2,1,'EUROPE','European leaders','loose group','European');
INSERT INTO parties VALUES(2,1,'EUROPE','European leaders','loose group','European states');
INSERT INTO parties VALUES(2,1,'UKR','Ukraine','state','Ukraine');
CREATE INDEX parties_by_document ON parties (document);
CREATE INDEX parties_by_id ON parties (id, active, name, kind, said);

DROP TABLE IF EXISTS parts;
CREATE TABLE parts (owner TEXT NOT NULL, part TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (owner, part)) STRICT, WITHOUT ROWID;
INSERT INTO parts VALUES('pos:UKR:territory.cession','2025-12-03','[{"stance":"reject","said":"2025-12-03","told_by":"narrator","direction":null,"as_said":"ceding territory","claims":["3f71fb8884390ab8"],"at_least":1,"at_most":1}]');
INSERT INTO parts VALUES('role:marco-rubio','2025-11','{"fields":{"title":[{"value":"U.S. Secretary of State","claims":["789c17cbc7c70310"],"at_least":1,"at_most":1,"roots":["narrator:b799cb8d"]}]}}');
INSERT INTO parts VALUES('role:rustem-umerov','2025-11','{"fields":{"title":[{"value":"secretary of Ukraine''s security council","claims":["94c0920560d95c34"],"at_least":1,"at_most":1,"roots":["narrator:b799cb8d"]}]}}');
INSERT INTO parts VALUES('role:steve-witkoff','2025-11','{"fields":{"title":[{"value":"special envoy","claims":["6c5a95019ed63de8"],"at_least":1,"at_most":1,"roots":["narrator:b799cb8d"]}]}}');
INSERT INTO parts VALUES('role:steve-witkoff','2025-12','{"fields":{"title":[{"value":"U.S. special envoy","claims":["63d0f0936efeda06"],"at_least":1,"at_most":1,"roots":["narrator:461cce0a"]}]}}');
INSERT INTO parts VALUES('role:vladimir-putin','2025-11','{"fields":{"title":[{"value":"Russian President","claims":["1fa6f284e13ef484"],"at_least":1,"at_most":1,"roots":["narrator:b799cb8d"]}]}}');
INSERT INTO parts VALUES('role:vladimir-putin','2025-12','{"fields":{"title":[{"value":"Russian President","claims":["6e25c40866398f54"],"at_least":1,"at_most":1,"roots":["narrator:461cce0a"]}]}}');
INSERT INTO parts VALUES('role:yuri-ushakov','2025-12','{"fields":{"title":[{"value":"Kremlin aide","claims":["89deff7dd3c091af"],"at_least":1,"at_most":1,"roots":["narrator:461cce0a"]}],"organisation":[{"value":"Kremlin","claims":["89deff7dd3c091af"],"at_least":1,"at_most":1,"roots":["narrator:461cce0a"]}]}}');

DROP TABLE IF EXISTS people;
CREATE TABLE people (document INTEGER NOT NULL REFERENCES documents (number), active INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, party TEXT, surname TEXT NOT NULL) STRICT;
INSERT INTO people VALUES(1,1,'marco-rubio','Marco Rubio','USA','rubio');
INSERT INTO people VALUES(1,1,'steve-witkoff','Steve Witkoff','USA','witkoff');
INSERT INTO people VALUES(1,1,'jared-kushner','Jared Kushner',NULL,'kushner');
INSERT INTO people VALUES(1,1,'rustem-umerov','Rustem Umerov','UKR','umerov');
INSERT INTO people VALUES(1,1,'vladimir-putin','Vladimir Putin','RUS','putin');
INSERT INTO people VALUES(2,1,'vladimir-putin','Vladimir Putin','RUS','putin');
INSERT INTO people VALUES(2,1,'steve-witkoff','Steve Witkoff','USA','witkoff');
INSERT INTO people VALUES(2,1,'jared-kushner','Jared Kushner',NULL,'kushner');
INSERT INTO people VALUES(2,1,'yuri-ushakov','Yuri Ushakov','RUS','ushakov');
CREATE INDEX people_by_document ON people (document);
CREATE INDEX people_by_surname ON people (surname, active, id, name, party);

DROP TABLE IF EXISTS problems;
CREATE TABLE problems ("where" TEXT NOT NULL, what TEXT NOT NULL, "do" TEXT NOT NULL, outlet TEXT, language TEXT, PRIMARY KEY ("where", what)) STRICT;

DROP TABLE IF EXISTS shingles;
CREATE TABLE shingles (gram INTEGER NOT NULL, "month" TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (gram, "month", document)) STRICT, WITHOUT ROWID;
INSERT INTO shingles VALUES(208756228,'2025-12','6366e167b82c0dfa');
INSERT INTO shingles VALUES(306718672,'2025-12','6366e167b82c0dfa');
INSERT INTO shingles VALUES(499980928,'2025-12','6366e167b82c0dfa');
INSERT INTO shingles VALUES(865358048,'2025-12','6366e167b82c0dfa');
INSERT INTO shingles VALUES(1340633040,'2025-12','6366e167b82c0dfa');
INSERT INTO shingles VALUES(1467519448,'2025-12','6366e167b82c0dfa');
INSERT INTO shingles VALUES(1518114368,'2025-12','6366e167b82c0dfa');
INSERT INTO shingles VALUES(2195996000,'2025-12','6366e167b82c0dfa');
INSERT INTO shingles VALUES(2735708380,'2025-12','6366e167b82c0dfa');
INSERT INTO shingles VALUES(2784710940,'2025-12','6366e167b82c0dfa');
INSERT INTO shingles VALUES(3143261068,'2025-12','6366e167b82c0dfa');
INSERT INTO shingles VALUES(3449871876,'2025-12','6366e167b82c0dfa');
INSERT INTO shingles VALUES(3523644256,'2025-12','6366e167b82c0dfa');
INSERT INTO shingles VALUES(3673037944,'2025-12','6366e167b82c0dfa');
INSERT INTO shingles VALUES(34635012,'2025-11','97bbb6308fb33516');
INSERT INTO shingles VALUES(337573116,'2025-11','97bbb6308fb33516');
INSERT INTO shingles VALUES(473661188,'2025-11','97bbb6308fb33516');
INSERT INTO shingles VALUES(687199724,'2025-11','97bbb6308fb33516');
INSERT INTO shingles VALUES(864445484,'2025-11','97bbb6308fb33516');
INSERT INTO shingles VALUES(1463210224,'2025-11','97bbb6308fb33516');
INSERT INTO shingles VALUES(2016370304,'2025-11','97bbb6308fb33516');
INSERT INTO shingles VALUES(2381879324,'2025-11','97bbb6308fb33516');
INSERT INTO shingles VALUES(2428004296,'2025-11','97bbb6308fb33516');
INSERT INTO shingles VALUES(2445460120,'2025-11','97bbb6308fb33516');
INSERT INTO shingles VALUES(2728086508,'2025-11','97bbb6308fb33516');
INSERT INTO shingles VALUES(2770541484,'2025-11','97bbb6308fb33516');
INSERT INTO shingles VALUES(3066289716,'2025-11','97bbb6308fb33516');
INSERT INTO shingles VALUES(3376385552,'2025-11','97bbb6308fb33516');
INSERT INTO shingles VALUES(3523644256,'2025-11','97bbb6308fb33516');
INSERT INTO shingles VALUES(3643020040,'2025-11','97bbb6308fb33516');
INSERT INTO shingles VALUES(3793307164,'2025-11','97bbb6308fb33516');
INSERT INTO shingles VALUES(4114489092,'2025-11','97bbb6308fb33516');
CREATE INDEX shingles_by_document ON shingles (document);

DELETE FROM sqlite_schema WHERE name='texts' AND type='table';
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql) VALUES('table','texts','texts',0,'CREATE VIRTUAL TABLE texts USING fts5 (title, text, content = ''documents'', content_rowid = ''number'', tokenize = ''porter unicode61'')');

DROP TABLE IF EXISTS texts_config;
CREATE TABLE 'texts_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO texts_config VALUES('version',4);

DROP TABLE IF EXISTS texts_data;
CREATE TABLE 'texts_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO texts_data VALUES(1,X'020D8143');
INSERT INTO texts_data VALUES(10,X'000000000102020002010101020101');
INSERT INTO texts_data VALUES(137438953473,X'0000038D03303130010601011301043230323501080101115501023330010601010F0101360106010112010161010C0601010C1B3802026C6C010601016802026E64010601012101056265616368010601012E020572616E64740108010157040202757401060101370201790106010129010463616C6C010601014502046F617374010601016603056E74656E740106010104030872726573706F6E64010601015C0305756E63696C010601014404047269657201060101670303766572010601015F01046465616C01080701010D03036C65670106010127020869706C6F6D61636901060101600103656E6401080401010A0303766F69010601011E02027374010601011502057870656374010601014B0107666C6F72696461010A020101070302026F72010601016101026861010601015E03076C6C616E64616C010601012D0102696E010801012C28020173010801014A1201046A617265010601012201076B7573686E6572010601012301036C6564010601012801046D616E690106010162030372636F010601011B0203656574010C030101094008030174010601012402036F72650106010139030473636F77010601015301046E656564010601013C02046F7274680106010165030476656D62010601011001026F6601080101192902016E010601012F0102706D010601011402057265736964010601014F03056F64756374010601013602047574696E01060101510106726573657276010601016A020469676874010601016902047562696F010801011C170305737369616E010601014E040374656D010601012A01017301080101172D020361696401060101320208656372657461726901080101182904027572010601014303057373696F6E010601013402036B69700106010102020670656369616C010601011D020474617465010601011A0303657665010601011F0206756363657373010601014803046E646169010801010E240103746167010601010502036861740106010138030165010A0101330D0A030169010601015402016F01080101034B03026D61010801015604010175010601011602056B7261696E01080101063D070369616E010601012602056D65726F76010801012B140108766C6164696D6972010601015001027761010801013508020365656B01060101550202686F010601015D02066974686F757401080501010B04046B6F666601080101202B02036F726B010601013A010479656172010601016304090C09080B09090C0D09080B0B0C0F0C0B0A0C0A0F0B0A090C1009090E0A090B0E0A0B0A0D080A0B0B0B0B0A08090C0C0B0D0B0C0C0A090A10090C0A0D0B0A0D0C0A0A0A08090A080D0A0D0F0A0A090E0C0A');
INSERT INTO texts_data VALUES(274877906945,X'0000032803303030020801015904020132020601015A02043374303602060101570102313202060101560104323032350206010155010235300206010158010161020601012402056363657074020601014804027573020601013602026964020601012602056C6D6F7374020601011F02016E020601015203016402080101172901046265656E020601012B0201790206010109010463656465020601014D02086F6D70726F6D6973020A080101082303076E73747275637402060101340303756C640206010146010664656D616E6402060101430105656E766F690206010114020775726F7065616E0206010137010466697665020A020101022002026F72020601011E0303756E64020601012C01026861020601014A030164020801012A19030572626F7572020601014F020165020601012F0205696E646572020601013A02036F6C6D020601010B03027572020A03010103200103696461020601010A02016E020A0401010418030476656E740206010153020173020601015101046A617265020601011801076B72656D6C696E020A060101062102067573686E6572020601011901066C6564676572020601015001046D616465020601014202026574020601011002056F73636F77020601011B01076E657773706170020601015402016F020A0701010723030174020601014701026F66020601013902016E020801011C1302027574020601014C010470656163020601013C02057265736964020601010D03056F63657373020601013D02047574696E020801010F28010472756C65020601014B030473736961020601014507016E020601010C01017302060101120203616964020A0101270B11020670656369616C0206010113020474617465020601013803036576650206010115010474616C6B0206010132020865727269746F7269020801012E2202036861740206010144030165020C050101052E0C04016902060101400206756573646169020601011D010175020601011102056B7261696E020601014902067368616B6F7602060101230108766C6164696D6972020601010E0104776572650206010133020669746B6F666602060101160104797572690206010122040A080B090B09080C09090C08090B080B110E0A0D0C0E0D090A09090C080C0A0B0A0A0B080B100D0D0B090C0E0A080909090B0C0C0C0B0B08080C0D0B0A0B100A0B080D080C0D0F0B0D');

DROP TABLE IF EXISTS texts_docsize;
CREATE TABLE 'texts_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO texts_docsize VALUES(1,X'0669');
INSERT INTO texts_docsize VALUES(2,X'075A');

DROP TABLE IF EXISTS texts_idx;
CREATE TABLE 'texts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO texts_idx VALUES(1,X'',2);
INSERT INTO texts_idx VALUES(2,X'',2);

DROP TABLE IF EXISTS unsettled;
CREATE TABLE unsettled (number INTEGER PRIMARY KEY, document TEXT NOT NULL UNIQUE) STRICT;

DROP VIEW IF EXISTS evidence;
CREATE VIEW evidence (claim, document, field, "start", "end", quote) AS
  SELECT claims.id, documents.id, field.key, span.value ->> 'start', span.value ->> 'end', span.value ->> 'quote'
  FROM claims JOIN documents ON documents.number = claims.document,
    json_each(claims.body, '$.evidence') AS field, json_each(field.value) AS span;

COMMIT TRANSACTION;

PRAGMA foreign_keys=ON;

PRAGMA writable_schema=OFF;

BEGIN;
CREATE TABLE no_such_table(x,y,z);
ROLLBACK;

