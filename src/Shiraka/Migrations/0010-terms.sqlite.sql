ALTER TABLE agreements ADD COLUMN terms text;
