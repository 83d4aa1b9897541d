CREATE TABLE accounts (
  id BLOB NOT NULL PRIMARY KEY, email TEXT NOT NULL UNIQUE, display_name TEXT NOT NULL, language TEXT NOT NULL,
  password_hash TEXT NOT NULL, must_change_password INTEGER NOT NULL, totp_secret TEXT, totp_step INTEGER NOT NULL
);
CREATE TABLE memberships (
  id BLOB NOT NULL PRIMARY KEY, account BLOB NOT NULL REFERENCES accounts (id), organisation BLOB NOT NULL, role TEXT NOT NULL,
  from_day TEXT NOT NULL, until_day TEXT, suspended_at INTEGER, version INTEGER NOT NULL
);
CREATE INDEX memberships_account ON memberships (account, organisation);
CREATE INDEX memberships_organisation ON memberships (organisation);
CREATE TABLE sessions (
  id BLOB NOT NULL PRIMARY KEY, token_hash BLOB NOT NULL UNIQUE, account BLOB NOT NULL REFERENCES accounts (id), organisation BLOB NOT NULL,
  is_token INTEGER NOT NULL, label TEXT, opened_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, revoked_at INTEGER
);
CREATE INDEX sessions_account ON sessions (account);
CREATE TABLE sign_in_steps (
  token_hash BLOB NOT NULL PRIMARY KEY, account BLOB NOT NULL REFERENCES accounts (id), code_given INTEGER NOT NULL, expires_at INTEGER NOT NULL
);
CREATE TABLE sign_in_failures (name_hash BLOB NOT NULL PRIMARY KEY, failures INTEGER NOT NULL, last_at INTEGER NOT NULL);
CREATE TABLE access_log (
  id BLOB NOT NULL PRIMARY KEY, at INTEGER NOT NULL, account BLOB NOT NULL, organisation BLOB NOT NULL, action TEXT NOT NULL, resource TEXT NOT NULL,
  record BLOB, outcome TEXT NOT NULL
);
CREATE INDEX access_log_record ON access_log (record, at);
CREATE INDEX access_log_organisation ON access_log (organisation, at);
CREATE TRIGGER access_log_no_update BEFORE UPDATE ON access_log BEGIN SELECT RAISE(ABORT, 'the access log is append only'); END;
CREATE TRIGGER access_log_no_delete BEFORE DELETE ON access_log BEGIN SELECT RAISE(ABORT, 'the access log is append only'); END;
