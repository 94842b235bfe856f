-- Civic training: which of the planned civic sessions teach first aid, and the papers that prove what was followed elsewhere.

CREATE TABLE civic_sessions (
    session_id BIGINT NOT NULL PRIMARY KEY REFERENCES timetable_sessions (id),
    part       TEXT   NOT NULL CHECK (part IN ('theory', 'first_aid'))
);

CREATE TABLE civic_proofs (
    id            ROW_ID,
    person_id     BIGINT NOT NULL REFERENCES people (id),
    site_id       BIGINT NOT NULL REFERENCES sites (id),
    paper         TEXT   NOT NULL CHECK (paper IN ('theory', 'psc', 'psc1')),
    on_day        TEXT   NOT NULL,
    half_days     BIGINT NOT NULL CHECK (half_days BETWEEN 0 AND 20),
    title         TEXT   NOT NULL,
    file_id       BIGINT REFERENCES files (id),
    noted_by      BIGINT REFERENCES people (id),
    noted_at      BIGINT NOT NULL,
    taken_back_at BIGINT
);

CREATE INDEX civic_proofs_by_person ON civic_proofs (person_id);
CREATE INDEX civic_proofs_by_site ON civic_proofs (site_id);
