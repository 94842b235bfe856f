-- Missions: what a small team makes. Who had which role, the steps, the hours, the tries, the photos, the checks.

CREATE TABLE projects (
    id           ROW_ID,
    site_id      BIGINT NOT NULL REFERENCES sites (id),
    cohort_id    BIGINT NOT NULL REFERENCES cohorts (id),
    title        TEXT   NOT NULL,
    template     TEXT   NOT NULL,
    due_on       TEXT,
    started_on   TEXT   NOT NULL,
    ended_on     TEXT,
    summary      TEXT   NOT NULL DEFAULT '',
    licence      TEXT   NOT NULL DEFAULT '' CHECK (licence IN ('', 'cc-by', 'cc-by-sa', 'cc0', 'kept')),
    sheet_ready  BIGINT NOT NULL DEFAULT 0 CHECK (sheet_ready IN (0, 1))
);

CREATE INDEX projects_by_cohort ON projects (cohort_id);

CREATE TABLE project_members (
    project_id BIGINT NOT NULL REFERENCES projects (id),
    person_id  BIGINT NOT NULL REFERENCES people (id),
    role       TEXT   NOT NULL CHECK (role IN ('member', 'lead', 'referent')),
    PRIMARY KEY (project_id, person_id)
);

CREATE INDEX project_members_by_person ON project_members (person_id);

CREATE TABLE project_turns (
    id         ROW_ID,
    project_id BIGINT NOT NULL REFERENCES projects (id),
    person_id  BIGINT NOT NULL REFERENCES people (id),
    role       TEXT   NOT NULL CHECK (role IN ('lead', 'referent')),
    took       BIGINT NOT NULL CHECK (took IN (0, 1)),
    on_day     TEXT   NOT NULL
);

CREATE INDEX project_turns_by_person ON project_turns (person_id, role);
CREATE INDEX project_turns_by_project ON project_turns (project_id);

CREATE TABLE project_steps (
    id         ROW_ID,
    project_id BIGINT NOT NULL REFERENCES projects (id),
    position   BIGINT NOT NULL,
    kind       TEXT   NOT NULL CHECK (kind IN ('meet', 'design', 'prototype', 'make', 'finish', 'document', 'deliver')),
    title      TEXT   NOT NULL DEFAULT '',
    state      TEXT   NOT NULL CHECK (state IN ('todo', 'doing', 'done'))
);

CREATE INDEX project_steps_by_project ON project_steps (project_id, position);

CREATE TABLE project_step_people (
    step_id   BIGINT NOT NULL REFERENCES project_steps (id),
    person_id BIGINT NOT NULL REFERENCES people (id),
    PRIMARY KEY (step_id, person_id)
);

CREATE INDEX project_step_people_by_person ON project_step_people (person_id);

CREATE TABLE project_work (
    id         ROW_ID,
    project_id BIGINT NOT NULL REFERENCES projects (id),
    step_id    BIGINT NOT NULL REFERENCES project_steps (id),
    person_id  BIGINT NOT NULL REFERENCES people (id),
    on_day     TEXT   NOT NULL,
    minutes    BIGINT NOT NULL CHECK (minutes > 0 AND minutes <= 720),
    noted_by   BIGINT NOT NULL REFERENCES people (id)
);

CREATE INDEX project_work_by_project ON project_work (project_id);
CREATE INDEX project_work_by_person ON project_work (person_id);

CREATE TABLE project_tries (
    id            ROW_ID,
    project_id    BIGINT NOT NULL REFERENCES projects (id),
    step_id       BIGINT NOT NULL REFERENCES project_steps (id),
    on_day        TEXT   NOT NULL,
    what_happened TEXT   NOT NULL,
    what_changed  TEXT   NOT NULL,
    file_id       BIGINT REFERENCES files (id),
    noted_by      BIGINT NOT NULL REFERENCES people (id)
);

CREATE INDEX project_tries_by_project ON project_tries (project_id);

CREATE TABLE project_photos (
    id          ROW_ID,
    project_id  BIGINT NOT NULL REFERENCES projects (id),
    step_id     BIGINT REFERENCES project_steps (id),
    file_id     BIGINT NOT NULL REFERENCES files (id),
    description TEXT   NOT NULL,
    shows_people BIGINT NOT NULL CHECK (shows_people IN (0, 1)),
    may_publish BIGINT NOT NULL DEFAULT 0 CHECK (may_publish IN (0, 1)),
    taken_by    BIGINT NOT NULL REFERENCES people (id),
    taken_at    BIGINT NOT NULL
);

CREATE INDEX project_photos_by_project ON project_photos (project_id);

CREATE TABLE project_checks (
    id         ROW_ID,
    project_id BIGINT NOT NULL REFERENCES projects (id),
    position   BIGINT NOT NULL,
    what       TEXT   NOT NULL,
    passed     BIGINT CHECK (passed IN (0, 1)),
    checked_by BIGINT REFERENCES people (id),
    checked_at BIGINT
);

CREATE INDEX project_checks_by_project ON project_checks (project_id, position);
