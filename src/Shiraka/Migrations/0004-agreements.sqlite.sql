CREATE TABLE sources (
  id BLOB NOT NULL PRIMARY KEY, digest BLOB NOT NULL, kind text NOT NULL, name text NOT NULL, text text NOT NULL, language text NOT NULL,
  quality text, document text, organisation BLOB NOT NULL, imported_by BLOB NOT NULL, imported_at INTEGER NOT NULL
);
CREATE INDEX sources_digest ON sources (digest);
CREATE TABLE drafts (id BLOB NOT NULL PRIMARY KEY, source BLOB NOT NULL REFERENCES sources (id), answers text, state text NOT NULL, version INTEGER NOT NULL);
CREATE INDEX drafts_source ON drafts (source);
CREATE TABLE agreements (
  id BLOB NOT NULL PRIMARY KEY, title text NOT NULL, kind text NOT NULL, language text NOT NULL, signed_on TEXT, place text, renews BLOB,
  in_force_on TEXT, expires_on TEXT, terminated_on TEXT, source BLOB NOT NULL REFERENCES sources (id), renewal text NOT NULL, version INTEGER NOT NULL, confirmed_on TEXT NOT NULL
);
CREATE INDEX agreements_source ON agreements (source);
CREATE TABLE parties (
  agreement BLOB NOT NULL REFERENCES agreements (id), organisation BLOB NOT NULL, ordinal INTEGER NOT NULL, as_written text NOT NULL,
  PRIMARY KEY (agreement, organisation)
);
CREATE TABLE commitments (
  id BLOB NOT NULL PRIMARY KEY, agreement BLOB NOT NULL REFERENCES agreements (id), ordinal INTEGER NOT NULL, kind text NOT NULL, title text NOT NULL
);
CREATE INDEX commitments_agreement ON commitments (agreement);
