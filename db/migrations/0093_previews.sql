-- How what is made will look: lines on a field of 1000 by `preview_height`, as SVG path data; "" when unknown.
ALTER TABLE production_files ADD COLUMN preview TEXT NOT NULL DEFAULT '';
ALTER TABLE production_files ADD COLUMN preview_height BIGINT NOT NULL DEFAULT 0;
