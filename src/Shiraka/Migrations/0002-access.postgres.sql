CREATE TABLE accounts (
  id uuid NOT NULL PRIMARY KEY, email text NOT NULL UNIQUE, display_name text NOT NULL, language text NOT NULL,
  password_hash text NOT NULL, must_change_password boolean NOT NULL, totp_secret text, totp_step bigint NOT NULL
);
CREATE TABLE memberships (
  id uuid NOT NULL PRIMARY KEY, account uuid NOT NULL REFERENCES accounts (id), organisation uuid NOT NULL, role text NOT NULL,
  from_day date NOT NULL, until_day date, suspended_at bigint, version bigint NOT NULL
);
CREATE INDEX memberships_account ON memberships (account, organisation);
CREATE INDEX memberships_organisation ON memberships (organisation);
CREATE TABLE sessions (
  id uuid NOT NULL PRIMARY KEY, token_hash bytea NOT NULL UNIQUE, account uuid NOT NULL REFERENCES accounts (id), organisation uuid NOT NULL,
  is_token integer NOT NULL, label text, opened_at bigint NOT NULL, expires_at bigint NOT NULL, revoked_at bigint
);
CREATE INDEX sessions_account ON sessions (account);
CREATE TABLE sign_in_steps (
  token_hash bytea NOT NULL PRIMARY KEY, account uuid NOT NULL REFERENCES accounts (id), code_given integer NOT NULL, expires_at bigint NOT NULL
);
CREATE TABLE sign_in_failures (name_hash bytea NOT NULL PRIMARY KEY, failures integer NOT NULL, last_at bigint NOT NULL);
CREATE TABLE access_log (
  id uuid NOT NULL PRIMARY KEY, at bigint NOT NULL, account uuid NOT NULL, organisation uuid NOT NULL, action text NOT NULL, resource text NOT NULL,
  record uuid, outcome text NOT NULL
);
CREATE INDEX access_log_record ON access_log (record, at);
CREATE INDEX access_log_organisation ON access_log (organisation, at);
CREATE TRIGGER access_log_append_only BEFORE UPDATE OR DELETE ON access_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
