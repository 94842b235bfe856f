-- Machines: the sheet of each, what it cannot run without, what broke, and when nobody may use it.

CREATE TABLE machines (
    id              ROW_ID,
    site_id         BIGINT NOT NULL REFERENCES sites (id),
    code            TEXT   NOT NULL UNIQUE,
    name            TEXT   NOT NULL,
    model           TEXT   NOT NULL DEFAULT '',
    family          TEXT   NOT NULL,
    place           TEXT   NOT NULL DEFAULT '',
    danger          TEXT   NOT NULL CHECK (danger IN ('free', 'trained', 'regulated')),
    supervised      BIGINT NOT NULL DEFAULT 0 CHECK (supervised IN (0, 1)),
    safety          TEXT   NOT NULL DEFAULT '',
    steps           TEXT   NOT NULL DEFAULT '',
    manual          TEXT   NOT NULL DEFAULT '',
    photo_file_id   BIGINT REFERENCES files (id),
    running_minutes BIGINT NOT NULL DEFAULT 0 CHECK (running_minutes >= 0),
    retired_on      TEXT,
    made_at         BIGINT NOT NULL
);

CREATE INDEX machines_by_site ON machines (site_id, name);

CREATE TABLE machine_needs (
    machine_id BIGINT NOT NULL REFERENCES machines (id),
    needs_id   BIGINT NOT NULL REFERENCES machines (id),
    PRIMARY KEY (machine_id, needs_id),
    CHECK (machine_id <> needs_id)
);

CREATE INDEX machine_needs_backwards ON machine_needs (needs_id);

CREATE TABLE machine_faults (
    id            ROW_ID,
    machine_id    BIGINT NOT NULL REFERENCES machines (id),
    kind          TEXT   NOT NULL,
    stops         BIGINT NOT NULL CHECK (stops IN (0, 1)),
    note          TEXT   NOT NULL DEFAULT '',
    photo_file_id BIGINT REFERENCES files (id),
    reported_by   BIGINT REFERENCES people (id),
    reported_at   BIGINT NOT NULL,
    repair        TEXT   NOT NULL DEFAULT '',
    closed_by     BIGINT REFERENCES people (id),
    closed_at     BIGINT
);

CREATE INDEX machine_faults_by_machine ON machine_faults (machine_id, closed_at);
CREATE INDEX machine_faults_by_person ON machine_faults (reported_by);

CREATE TABLE machine_lockouts (
    id          ROW_ID,
    machine_id  BIGINT NOT NULL REFERENCES machines (id),
    reason      TEXT   NOT NULL,
    note        TEXT   NOT NULL DEFAULT '',
    locked_by   BIGINT REFERENCES people (id),
    locked_at   BIGINT NOT NULL,
    done        TEXT   NOT NULL DEFAULT '',
    released_by BIGINT REFERENCES people (id),
    released_at BIGINT
);

CREATE INDEX machine_lockouts_by_machine ON machine_lockouts (machine_id, released_at);
-- A machine is locked out once.
CREATE UNIQUE INDEX machine_lockouts_one ON machine_lockouts (machine_id) WHERE released_at IS NULL;
