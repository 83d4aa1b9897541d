CREATE TABLE axes (
  id uuid NOT NULL PRIMARY KEY, agreement uuid NOT NULL REFERENCES agreements (id), title text NOT NULL, ordinal integer NOT NULL, version bigint NOT NULL
);
CREATE INDEX axes_agreement ON axes (agreement);
CREATE TABLE activities (
  id uuid NOT NULL PRIMARY KEY, agreement uuid NOT NULL REFERENCES agreements (id), commitment uuid, axis uuid, title text NOT NULL, agreement_year integer NOT NULL,
  starts_on date NOT NULL, due_on date NOT NULL, owner_organisation uuid NOT NULL, closed boolean NOT NULL, version bigint NOT NULL
);
CREATE INDEX activities_agreement ON activities (agreement);
CREATE TABLE deliveries (
  id uuid NOT NULL PRIMARY KEY, activity uuid NOT NULL REFERENCES activities (id), quantity bigint, unit text, occurred_on date NOT NULL,
  withdrawn boolean NOT NULL, version bigint NOT NULL
);
CREATE TABLE indicators (
  id uuid NOT NULL PRIMARY KEY, agreement uuid NOT NULL REFERENCES agreements (id), commitment uuid, title text NOT NULL, kind text NOT NULL,
  starts_on date NOT NULL, retired boolean NOT NULL, version bigint NOT NULL
);
CREATE INDEX indicators_agreement ON indicators (agreement);
CREATE TABLE committee_sessions (
  id uuid NOT NULL PRIMARY KEY, agreement uuid NOT NULL REFERENCES agreements (id), commitment uuid, ordinal integer NOT NULL, on_day date NOT NULL,
  place text NOT NULL, held boolean NOT NULL, decisions integer NOT NULL, version bigint NOT NULL
);
CREATE UNIQUE INDEX committee_sessions_ordinal ON committee_sessions (agreement, ordinal);
CREATE TABLE decisions (
  id uuid NOT NULL PRIMARY KEY, agreement uuid NOT NULL REFERENCES agreements (id), session uuid NOT NULL REFERENCES committee_sessions (id),
  commitment uuid, number integer NOT NULL, taken_on date NOT NULL, due_on date NOT NULL, owner_organisation uuid NOT NULL, executed_on date, version bigint NOT NULL
);
CREATE INDEX decisions_agreement ON decisions (agreement);
