CREATE TABLE places (
  id uuid NOT NULL PRIMARY KEY, country text NOT NULL CHECK (length(country) = 2), latitude_e5 integer NOT NULL, longitude_e5 integer NOT NULL,
  name_fr text NOT NULL, name_ar text NOT NULL, name_en text NOT NULL, stream_version bigint NOT NULL
);
CREATE TABLE organisations (
  id uuid NOT NULL PRIMARY KEY, kind text NOT NULL, country text NOT NULL CHECK (length(country) = 2), parent uuid REFERENCES organisations (id),
  place uuid, stream_version bigint NOT NULL, CHECK (parent IS NULL OR parent <> id)
);
CREATE INDEX organisations_country ON organisations (country, place);
CREATE INDEX organisations_parent ON organisations (parent) WHERE parent IS NOT NULL;
CREATE TABLE organisation_names (
  id uuid NOT NULL PRIMARY KEY, organisation uuid NOT NULL REFERENCES organisations (id), language text NOT NULL CHECK (length(language) = 2),
  script text NOT NULL, name text NOT NULL, position integer NOT NULL, use_as text NOT NULL, until_day date, CHECK ((use_as = 'Former') = (until_day IS NOT NULL))
);
CREATE INDEX organisation_names_organisation ON organisation_names (organisation);
CREATE TABLE persons (id uuid NOT NULL PRIMARY KEY, registered_by uuid NOT NULL, stream_version bigint NOT NULL);
CREATE INDEX persons_registered_by ON persons (registered_by);
CREATE TABLE person_names (
  id uuid NOT NULL PRIMARY KEY, person uuid NOT NULL REFERENCES persons (id), script text NOT NULL, name text NOT NULL, position integer NOT NULL
);
CREATE INDEX person_names_person ON person_names (person);
CREATE TABLE posts (
  id uuid NOT NULL PRIMARY KEY, person uuid NOT NULL REFERENCES persons (id), organisation uuid NOT NULL REFERENCES organisations (id),
  title text NOT NULL, from_day date NOT NULL, until_day date, stream_version bigint NOT NULL, CHECK (until_day IS NULL OR until_day >= from_day)
);
CREATE INDEX posts_organisation ON posts (organisation);
CREATE INDEX posts_person ON posts (person);
CREATE TABLE name_decisions (
  id uuid NOT NULL PRIMARY KEY, kind text NOT NULL, as_written text NOT NULL, written_key text NOT NULL, thing uuid NOT NULL,
  decided_for uuid NOT NULL, decided_by uuid NOT NULL, decided_on date NOT NULL, is_same boolean NOT NULL, stream_version bigint NOT NULL
);
CREATE UNIQUE INDEX name_decisions_once ON name_decisions (decided_for, kind, written_key, thing);
