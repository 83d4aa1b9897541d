CREATE TABLE axes (
  id BLOB NOT NULL PRIMARY KEY, agreement BLOB NOT NULL REFERENCES agreements (id), title text NOT NULL, ordinal INTEGER NOT NULL, version INTEGER NOT NULL
);
CREATE INDEX axes_agreement ON axes (agreement);
CREATE TABLE activities (
  id BLOB NOT NULL PRIMARY KEY, agreement BLOB NOT NULL REFERENCES agreements (id), commitment BLOB, axis BLOB, title text NOT NULL, agreement_year INTEGER NOT NULL,
  starts_on TEXT NOT NULL, due_on TEXT NOT NULL, owner_organisation BLOB NOT NULL, closed INTEGER NOT NULL, version INTEGER NOT NULL
);
CREATE INDEX activities_agreement ON activities (agreement);
CREATE TABLE deliveries (
  id BLOB NOT NULL PRIMARY KEY, activity BLOB NOT NULL REFERENCES activities (id), quantity INTEGER, unit text, occurred_on TEXT NOT NULL,
  withdrawn INTEGER NOT NULL, version INTEGER NOT NULL
);
CREATE TABLE indicators (
  id BLOB NOT NULL PRIMARY KEY, agreement BLOB NOT NULL REFERENCES agreements (id), commitment BLOB, title text NOT NULL, kind text NOT NULL,
  starts_on TEXT NOT NULL, retired INTEGER NOT NULL, version INTEGER NOT NULL
);
CREATE INDEX indicators_agreement ON indicators (agreement);
CREATE TABLE committee_sessions (
  id BLOB NOT NULL PRIMARY KEY, agreement BLOB NOT NULL REFERENCES agreements (id), commitment BLOB, ordinal INTEGER NOT NULL, on_day TEXT NOT NULL,
  place text NOT NULL, held INTEGER NOT NULL, decisions INTEGER NOT NULL, version INTEGER NOT NULL
);
CREATE UNIQUE INDEX committee_sessions_ordinal ON committee_sessions (agreement, ordinal);
CREATE TABLE decisions (
  id BLOB NOT NULL PRIMARY KEY, agreement BLOB NOT NULL REFERENCES agreements (id), session BLOB NOT NULL REFERENCES committee_sessions (id),
  commitment BLOB, number INTEGER NOT NULL, taken_on TEXT NOT NULL, due_on TEXT NOT NULL, owner_organisation BLOB NOT NULL, executed_on TEXT, version INTEGER NOT NULL
);
CREATE INDEX decisions_agreement ON decisions (agreement);
