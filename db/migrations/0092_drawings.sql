-- What a drawing says of itself: how long the cut, and in which colours ("#ff0000 1240" a line, in millimetres).
ALTER TABLE production_files ADD COLUMN cut_mm BIGINT;
ALTER TABLE production_files ADD COLUMN colours TEXT NOT NULL DEFAULT '';
