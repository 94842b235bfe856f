-- Production: what is made on machines, from the file to the checked piece; what did not work; the keys by which
-- slicers send.

CREATE TABLE production_files (
    id           ROW_ID,
    file_id      BIGINT NOT NULL REFERENCES files (id),
    kind         TEXT   NOT NULL CHECK (kind IN ('gcode', 'model', 'drawing', 'other')),
    sliced_from  BIGINT REFERENCES production_files (id),
    read_at      BIGINT,
    trouble      TEXT   NOT NULL DEFAULT '',
    seconds      BIGINT,
    milligrams   BIGINT,
    size_x_um    BIGINT,
    size_y_um    BIGINT,
    size_z_um    BIGINT,
    layers       BIGINT,
    nozzle_c     BIGINT,
    watertight   BIGINT CHECK (watertight IN (0, 1)),
    estimated    BIGINT NOT NULL DEFAULT 0 CHECK (estimated IN (0, 1)),
    slicer       TEXT   NOT NULL DEFAULT '',
    forbidden    TEXT   NOT NULL DEFAULT ''
);

CREATE INDEX production_files_by_file ON production_files (file_id);

CREATE TABLE production_jobs (
    id          ROW_ID,
    site_id     BIGINT NOT NULL REFERENCES sites (id),
    project_id  BIGINT REFERENCES projects (id),
    title       TEXT   NOT NULL,
    source_id   BIGINT NOT NULL REFERENCES production_files (id),
    family      TEXT   NOT NULL,
    material    TEXT   NOT NULL,
    pieces      BIGINT NOT NULL CHECK (pieces > 0),
    note        TEXT   NOT NULL DEFAULT '',
    urgent      BIGINT NOT NULL DEFAULT 0 CHECK (urgent IN (0, 1)),
    state       TEXT   NOT NULL CHECK (state IN ('reading', 'unreadable', 'waiting', 'queued', 'sending', 'running', 'on_plate',
                                                 'to_check', 'done', 'failed', 'declined', 'cancelled')),
    machine_id  BIGINT,
    again_of    BIGINT REFERENCES production_jobs (id),
    reason      TEXT   NOT NULL DEFAULT '',
    sent_file   TEXT   NOT NULL DEFAULT '',
    puzzle      TEXT   NOT NULL DEFAULT '',
    stopped     BIGINT NOT NULL DEFAULT 0 CHECK (stopped IN (0, 1)),
    good_pieces BIGINT,
    brought_by  BIGINT REFERENCES people (id),
    brought_at  BIGINT NOT NULL,
    approved_by BIGINT REFERENCES people (id),
    queued_at   BIGINT,
    started_at  BIGINT,
    ended_at    BIGINT,
    changed_at  BIGINT NOT NULL
);

CREATE INDEX production_jobs_by_site ON production_jobs (site_id, state, queued_at);
CREATE INDEX production_jobs_by_project ON production_jobs (project_id);
CREATE INDEX production_jobs_by_person ON production_jobs (brought_by);
CREATE INDEX production_jobs_by_again ON production_jobs (again_of);
-- A machine does one thing at a time, and its plate is cleared before the next.
CREATE UNIQUE INDEX production_jobs_one_per_machine ON production_jobs (machine_id)
 WHERE state IN ('sending', 'running', 'on_plate');

CREATE TABLE production_failures (
    id           ROW_ID,
    job_id       BIGINT NOT NULL UNIQUE REFERENCES production_jobs (id),
    cause        TEXT   NOT NULL,
    pieces       BIGINT NOT NULL CHECK (pieces > 0),
    milligrams   BIGINT,
    what_changed TEXT   NOT NULL DEFAULT '',
    noted_by     BIGINT REFERENCES people (id),
    noted_at     BIGINT NOT NULL
);

CREATE TABLE production_keys (
    id        ROW_ID,
    person_id BIGINT NOT NULL REFERENCES people (id),
    site_id   BIGINT NOT NULL REFERENCES sites (id),
    role      TEXT   NOT NULL,
    digest    TEXT   NOT NULL UNIQUE CHECK (length(digest) = 64),
    made_at   BIGINT NOT NULL,
    used_at   BIGINT
);

CREATE UNIQUE INDEX production_keys_by_person ON production_keys (person_id);
