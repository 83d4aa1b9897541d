CREATE TABLE accounts (
  id BLOB NOT NULL PRIMARY KEY, email text NOT NULL UNIQUE, display_name text NOT NULL, password_hash text NOT NULL, totp_secret text,
  totp_step INTEGER NOT NULL, language text NOT NULL, failed_sign_ins INTEGER NOT NULL, locked_until INTEGER NOT NULL, suspended_at INTEGER
);
CREATE TABLE memberships (
  id BLOB NOT NULL PRIMARY KEY, account BLOB NOT NULL REFERENCES accounts (id), organisation BLOB NOT NULL, role text NOT NULL,
  from_day TEXT NOT NULL, until_day TEXT
);
CREATE INDEX memberships_account ON memberships (account, organisation);
CREATE TABLE sessions (
  token_hash BLOB NOT NULL PRIMARY KEY, account BLOB NOT NULL REFERENCES accounts (id), organisation BLOB NOT NULL, is_token INTEGER NOT NULL,
  label text, opened_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, revoked_at INTEGER
);
CREATE INDEX sessions_account ON sessions (account);
CREATE TABLE access_log (
  id BLOB NOT NULL PRIMARY KEY, at INTEGER NOT NULL, account BLOB NOT NULL, organisation BLOB NOT NULL, action text NOT NULL, resource text NOT NULL,
  record BLOB, outcome text NOT NULL
);
CREATE INDEX access_log_record ON access_log (record, at);
CREATE INDEX access_log_organisation ON access_log (organisation, at);
CREATE TRIGGER access_log_no_update BEFORE UPDATE ON access_log BEGIN SELECT RAISE(ABORT, 'the access log is append only'); END;
CREATE TRIGGER access_log_no_delete BEFORE DELETE ON access_log BEGIN SELECT RAISE(ABORT, 'the access log is append only'); END;
