ALTER TABLE agreements ADD COLUMN confirmed_by BLOB;
ALTER TABLE agreements ADD COLUMN verified_by BLOB;
ALTER TABLE agreements ADD COLUMN signed_text TEXT;
UPDATE agreements SET confirmed_by = (SELECT f.actor FROM facts f WHERE f.stream = agreements.id AND f.type = 'agreement.confirmed');
