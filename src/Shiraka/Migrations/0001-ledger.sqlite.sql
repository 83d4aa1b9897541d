CREATE TABLE facts (
  id             BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  type           TEXT    NOT NULL,
  version        INTEGER NOT NULL,
  stream         BLOB    NOT NULL CHECK (length(stream) = 16),
  stream_version INTEGER NOT NULL CHECK (stream_version > 0),
  under          BLOB    CHECK (under IS NULL OR length(under) = 16),
  quantity       INTEGER CHECK (quantity IS NULL OR typeof(quantity) = 'integer'),
  unit           TEXT,
  occurred_on    TEXT    NOT NULL CHECK (length(occurred_on) = 10),
  recorded_at    INTEGER NOT NULL CHECK (typeof(recorded_at) = 'integer'),
  actor          BLOB    NOT NULL,
  organisation   BLOB    NOT NULL,
  body_digest    BLOB    NOT NULL CHECK (length(body_digest) = 32)
) WITHOUT ROWID;
CREATE UNIQUE INDEX facts_stream ON facts (stream, stream_version);
CREATE INDEX facts_under ON facts (under) WHERE under IS NOT NULL;

CREATE TABLE fact_bodies (fact_id BLOB NOT NULL PRIMARY KEY REFERENCES facts (id), salt BLOB NOT NULL, json TEXT NOT NULL);
CREATE TABLE unsealed (ord INTEGER PRIMARY KEY, fact_id BLOB NOT NULL);
CREATE TABLE sealed (seq INTEGER PRIMARY KEY, fact_id BLOB NOT NULL UNIQUE REFERENCES facts (id), leaf_hash BLOB NOT NULL CHECK (length(leaf_hash) = 32));
CREATE TABLE tiles (level INTEGER NOT NULL, idx INTEGER NOT NULL, hashes BLOB NOT NULL, PRIMARY KEY (level, idx)) WITHOUT ROWID;
CREATE TABLE checkpoints (size INTEGER PRIMARY KEY, root BLOB NOT NULL, at INTEGER NOT NULL, note TEXT NOT NULL);
CREATE TABLE ledger_identity (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), origin TEXT NOT NULL, public_key TEXT NOT NULL);

CREATE TRIGGER facts_queue AFTER INSERT ON facts BEGIN INSERT INTO unsealed (fact_id) VALUES (NEW.id); END;
CREATE TRIGGER facts_no_update BEFORE UPDATE ON facts BEGIN SELECT RAISE(ABORT, 'facts are append only'); END;
CREATE TRIGGER facts_no_delete BEFORE DELETE ON facts BEGIN SELECT RAISE(ABORT, 'facts are append only'); END;
CREATE TRIGGER fact_bodies_no_update BEFORE UPDATE ON fact_bodies BEGIN SELECT RAISE(ABORT, 'bodies are erased, never changed'); END;
CREATE TRIGGER sealed_no_update BEFORE UPDATE ON sealed BEGIN SELECT RAISE(ABORT, 'sealed order is append only'); END;
CREATE TRIGGER sealed_no_delete BEFORE DELETE ON sealed BEGIN SELECT RAISE(ABORT, 'sealed order is append only'); END;

CREATE TABLE commands (
  actor BLOB NOT NULL, key TEXT NOT NULL, digest BLOB NOT NULL, status INTEGER NOT NULL,
  content_type TEXT, location TEXT, body BLOB NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (actor, key)
) WITHOUT ROWID;

CREATE TABLE audiences (
  record BLOB NOT NULL, organisation BLOB NOT NULL, purpose TEXT NOT NULL, from_day TEXT NOT NULL, until_day TEXT,
  PRIMARY KEY (record, organisation, purpose)
) WITHOUT ROWID;
CREATE INDEX audiences_organisation ON audiences (organisation, record);
