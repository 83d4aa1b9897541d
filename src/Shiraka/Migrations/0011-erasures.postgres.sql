CREATE INDEX facts_erasures ON facts (organisation) WHERE type = 'body.erased';
