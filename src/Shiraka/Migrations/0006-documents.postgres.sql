CREATE TABLE document_citations (
  id uuid NOT NULL PRIMARY KEY, sha256 text NOT NULL CHECK (length(sha256) = 64), record uuid NOT NULL, file_name text NOT NULL,
  content_type text NOT NULL, size_bytes bigint NOT NULL, at bigint NOT NULL
);
CREATE INDEX document_citations_sha256 ON document_citations (sha256);
CREATE INDEX document_citations_record ON document_citations (record);
