-- The timetable: what the cohort and the team do, where, from when to when, with whom.

CREATE TABLE timetable_sessions (
    id           ROW_ID,
    site_id      BIGINT NOT NULL REFERENCES sites (id),
    cohort_id    BIGINT REFERENCES cohorts (id),
    kind         TEXT   NOT NULL CHECK (kind IN ('training', 'orders', 'residents', 'civic', 'visit', 'integration', 'interview', 'team')),
    nature       TEXT   NOT NULL CHECK (nature IN ('mission', 'learning', 'civic', 'future', 'collective', 'visit')),
    title        TEXT   NOT NULL,
    room         TEXT   NOT NULL,
    capacity     BIGINT CHECK (capacity > 0),
    on_day       TEXT   NOT NULL,
    starts       BIGINT NOT NULL CHECK (starts >= 0),
    ends         BIGINT NOT NULL CHECK (ends > starts AND ends <= 1440),
    operator     TEXT   NOT NULL DEFAULT '',
    outside      TEXT   NOT NULL DEFAULT '',
    kept_because TEXT   NOT NULL DEFAULT '',
    cancelled    TEXT
);

CREATE INDEX timetable_sessions_by_site ON timetable_sessions (site_id, on_day);
CREATE INDEX timetable_sessions_by_day ON timetable_sessions (on_day);
CREATE INDEX timetable_sessions_by_cohort ON timetable_sessions (cohort_id, on_day);

CREATE TABLE timetable_contributors (
    session_id BIGINT NOT NULL REFERENCES timetable_sessions (id),
    person_id  BIGINT NOT NULL REFERENCES people (id),
    PRIMARY KEY (session_id, person_id)
);

CREATE INDEX timetable_contributors_by_person ON timetable_contributors (person_id);
