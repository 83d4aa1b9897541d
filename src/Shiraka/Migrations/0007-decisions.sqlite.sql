ALTER TABLE committee_sessions DROP COLUMN decisions;
CREATE UNIQUE INDEX decisions_number ON decisions (session, number);
