CREATE TABLE withdrawals (delivery BLOB NOT NULL PRIMARY KEY REFERENCES facts (id)) WITHOUT ROWID;
INSERT INTO withdrawals (delivery) SELECT id FROM deliveries WHERE withdrawn = 1;
DROP TABLE deliveries;
CREATE VIEW deliveries AS
  SELECT f.id, f.stream AS activity, f.quantity, f.unit, EXISTS (SELECT 1 FROM withdrawals w WHERE w.delivery = f.id) AS withdrawn
  FROM facts f WHERE f.type = 'delivery.recorded';
