-- A badge is printed again as it was: its code is kept, sealed with the key of the house.

ALTER TABLE people_credentials ADD COLUMN badge_sealed BYTES;
ALTER TABLE people_credentials ADD COLUMN badge_made_at BIGINT;
