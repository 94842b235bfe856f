-- The places: each has its rooms, its people and its own amounts.

CREATE TABLE sites (
    id                 ROW_ID,
    name               TEXT   NOT NULL UNIQUE,
    town               TEXT   NOT NULL,
    address            TEXT   NOT NULL,
    phone              TEXT   NOT NULL,
    mail               TEXT   NOT NULL,
    zone               TEXT   NOT NULL,
    material_cap_cents BIGINT NOT NULL CHECK (material_cap_cents >= 0),
    hour_value_cents   BIGINT NOT NULL CHECK (hour_value_cents >= 0)
);
