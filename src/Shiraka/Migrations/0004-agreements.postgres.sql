CREATE TABLE sources (
  id uuid NOT NULL PRIMARY KEY, digest bytea NOT NULL, kind text NOT NULL, name text NOT NULL, text text NOT NULL, language text NOT NULL,
  quality text, document text, organisation uuid NOT NULL, imported_by uuid NOT NULL, imported_at bigint NOT NULL
);
CREATE INDEX sources_digest ON sources (digest);
CREATE TABLE drafts (id uuid NOT NULL PRIMARY KEY, source uuid NOT NULL REFERENCES sources (id), answers text, state text NOT NULL, version bigint NOT NULL);
CREATE INDEX drafts_source ON drafts (source);
CREATE TABLE agreements (
  id uuid NOT NULL PRIMARY KEY, title text NOT NULL, kind text NOT NULL, language text NOT NULL, signed_on date, place text, renews uuid,
  in_force_on date, expires_on date, terminated_on date, source uuid NOT NULL REFERENCES sources (id), renewal text NOT NULL, version bigint NOT NULL, confirmed_on date NOT NULL
);
CREATE INDEX agreements_source ON agreements (source);
CREATE TABLE parties (
  agreement uuid NOT NULL REFERENCES agreements (id), organisation uuid NOT NULL, ordinal integer NOT NULL, as_written text NOT NULL,
  PRIMARY KEY (agreement, organisation)
);
CREATE TABLE commitments (
  id uuid NOT NULL PRIMARY KEY, agreement uuid NOT NULL REFERENCES agreements (id), ordinal integer NOT NULL, kind text NOT NULL, title text NOT NULL
);
CREATE INDEX commitments_agreement ON commitments (agreement);
