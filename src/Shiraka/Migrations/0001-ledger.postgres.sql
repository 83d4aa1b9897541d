CREATE TABLE facts (
  id             uuid   NOT NULL PRIMARY KEY,
  type           text   NOT NULL,
  version        integer NOT NULL,
  stream         uuid   NOT NULL,
  stream_version bigint NOT NULL CHECK (stream_version > 0),
  under          uuid,
  quantity       bigint,
  unit           text,
  occurred_on    date   NOT NULL,
  recorded_at    bigint NOT NULL,
  actor          uuid   NOT NULL,
  organisation   uuid   NOT NULL,
  body_digest    bytea  NOT NULL CHECK (length(body_digest) = 32)
);
CREATE UNIQUE INDEX facts_stream ON facts (stream, stream_version);
CREATE INDEX facts_under ON facts (under) WHERE under IS NOT NULL;

CREATE TABLE fact_bodies (fact_id uuid NOT NULL PRIMARY KEY REFERENCES facts (id), salt bytea NOT NULL, json text NOT NULL);
CREATE TABLE unsealed (ord bigserial PRIMARY KEY, fact_id uuid NOT NULL);
CREATE TABLE sealed (seq bigint PRIMARY KEY, fact_id uuid NOT NULL UNIQUE REFERENCES facts (id), leaf_hash bytea NOT NULL CHECK (length(leaf_hash) = 32));
CREATE TABLE tiles (level integer NOT NULL, idx bigint NOT NULL, hashes bytea NOT NULL, PRIMARY KEY (level, idx));
CREATE TABLE checkpoints (size bigint PRIMARY KEY, root bytea NOT NULL, at bigint NOT NULL, note text NOT NULL);
CREATE TABLE ledger_identity (only_row integer PRIMARY KEY CHECK (only_row = 1), origin text NOT NULL, public_key text NOT NULL);

CREATE FUNCTION queue_for_seal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO unsealed (fact_id) VALUES (NEW.id); RETURN NULL; END $$;
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append only', TG_TABLE_NAME; END $$;
CREATE TRIGGER facts_queue AFTER INSERT ON facts FOR EACH ROW EXECUTE FUNCTION queue_for_seal();
CREATE TRIGGER facts_append_only BEFORE UPDATE OR DELETE ON facts FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER fact_bodies_no_update BEFORE UPDATE ON fact_bodies FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sealed_append_only BEFORE UPDATE OR DELETE ON sealed FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE commands (
  actor uuid NOT NULL, key text NOT NULL, digest bytea NOT NULL, status integer NOT NULL,
  content_type text, location text, body bytea NOT NULL, at bigint NOT NULL,
  PRIMARY KEY (actor, key)
);

CREATE TABLE audiences (
  record uuid NOT NULL, organisation uuid NOT NULL, purpose text NOT NULL, from_day date NOT NULL, until_day date,
  PRIMARY KEY (record, organisation, purpose)
);
CREATE INDEX audiences_organisation ON audiences (organisation, record);
