-- Preventive maintenance: what is due by days or by running hours, and what was done; the register of incidents.

CREATE TABLE maintenance_plans (
    id            ROW_ID,
    machine_id    BIGINT NOT NULL REFERENCES machines (id),
    title         TEXT   NOT NULL,
    checklist     TEXT   NOT NULL DEFAULT '',
    every_days    BIGINT CHECK (every_days > 0),
    every_minutes BIGINT CHECK (every_minutes > 0),
    blocks        BIGINT NOT NULL DEFAULT 0 CHECK (blocks IN (0, 1)),
    last_day      TEXT   NOT NULL,
    last_minutes  BIGINT NOT NULL DEFAULT 0,
    ended_on      TEXT,
    CHECK (every_days IS NOT NULL OR every_minutes IS NOT NULL)
);

CREATE INDEX maintenance_plans_by_machine ON maintenance_plans (machine_id);

CREATE TABLE maintenance_works (
    id              ROW_ID,
    plan_id         BIGINT NOT NULL REFERENCES maintenance_plans (id),
    on_day          TEXT   NOT NULL,
    running_minutes BIGINT NOT NULL,
    left_out        TEXT   NOT NULL DEFAULT '',
    parts           TEXT   NOT NULL DEFAULT '',
    cost            BIGINT NOT NULL DEFAULT 0 CHECK (cost >= 0),
    done_by         BIGINT REFERENCES people (id),
    noted_at        BIGINT NOT NULL
);

CREATE INDEX maintenance_works_by_plan ON maintenance_works (plan_id, on_day);

-- What happened or nearly did. Nobody is named and nothing is said of anybody's health: an accident is declared by the
-- employer, elsewhere.
CREATE TABLE maintenance_incidents (
    id         ROW_ID,
    site_id    BIGINT NOT NULL REFERENCES sites (id),
    machine_id BIGINT REFERENCES machines (id),
    kind       TEXT   NOT NULL CHECK (kind IN ('near_miss', 'damage', 'first_aid', 'accident')),
    on_day     TEXT   NOT NULL,
    what       TEXT   NOT NULL,
    measures   TEXT   NOT NULL DEFAULT '',
    declared   BIGINT NOT NULL DEFAULT 0 CHECK (declared IN (0, 1)),
    noted_by   BIGINT REFERENCES people (id),
    noted_at   BIGINT NOT NULL
);

CREATE INDEX maintenance_incidents_by_site ON maintenance_incidents (site_id, on_day);
