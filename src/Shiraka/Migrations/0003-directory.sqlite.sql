CREATE TABLE places (
  id BLOB NOT NULL PRIMARY KEY, country TEXT NOT NULL CHECK (length(country) = 2), latitude_e5 INTEGER NOT NULL, longitude_e5 INTEGER NOT NULL,
  name_fr TEXT NOT NULL, name_ar TEXT NOT NULL, name_en TEXT NOT NULL, stream_version INTEGER NOT NULL
);
CREATE TABLE organisations (
  id BLOB NOT NULL PRIMARY KEY, kind TEXT NOT NULL, country TEXT NOT NULL CHECK (length(country) = 2), parent BLOB REFERENCES organisations (id),
  place BLOB, stream_version INTEGER NOT NULL, CHECK (parent IS NULL OR parent <> id)
);
CREATE INDEX organisations_country ON organisations (country, place);
CREATE INDEX organisations_parent ON organisations (parent) WHERE parent IS NOT NULL;
CREATE TABLE organisation_names (
  id BLOB NOT NULL PRIMARY KEY, organisation BLOB NOT NULL REFERENCES organisations (id), language TEXT NOT NULL CHECK (length(language) = 2),
  script TEXT NOT NULL, name TEXT NOT NULL, position INTEGER NOT NULL, use_as TEXT NOT NULL, until_day TEXT, CHECK ((use_as = 'Former') = (until_day IS NOT NULL))
);
CREATE INDEX organisation_names_organisation ON organisation_names (organisation);
CREATE TABLE persons (id BLOB NOT NULL PRIMARY KEY, registered_by BLOB NOT NULL, stream_version INTEGER NOT NULL);
CREATE INDEX persons_registered_by ON persons (registered_by);
CREATE TABLE person_names (
  id BLOB NOT NULL PRIMARY KEY, person BLOB NOT NULL REFERENCES persons (id), script TEXT NOT NULL, name TEXT NOT NULL, position INTEGER NOT NULL
);
CREATE INDEX person_names_person ON person_names (person);
CREATE TABLE posts (
  id BLOB NOT NULL PRIMARY KEY, person BLOB NOT NULL REFERENCES persons (id), organisation BLOB NOT NULL REFERENCES organisations (id),
  title TEXT NOT NULL, from_day TEXT NOT NULL, until_day TEXT, stream_version INTEGER NOT NULL, CHECK (until_day IS NULL OR until_day >= from_day)
);
CREATE INDEX posts_organisation ON posts (organisation);
CREATE INDEX posts_person ON posts (person);
CREATE TABLE name_decisions (
  id BLOB NOT NULL PRIMARY KEY, kind TEXT NOT NULL, as_written TEXT NOT NULL, written_key TEXT NOT NULL, thing BLOB NOT NULL,
  decided_for BLOB NOT NULL, decided_by BLOB NOT NULL, decided_on TEXT NOT NULL, is_same INTEGER NOT NULL, stream_version INTEGER NOT NULL
);
CREATE UNIQUE INDEX name_decisions_once ON name_decisions (decided_for, kind, written_key, thing);
