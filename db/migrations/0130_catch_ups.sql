-- Hours made up for: somebody comes in a half-day that is not planned for their cohort, as agreed with the team.

CREATE TABLE attendance_catch_ups (
    id            ROW_ID,
    person_id     BIGINT NOT NULL REFERENCES people (id),
    cohort_id     BIGINT NOT NULL REFERENCES cohorts (id),
    on_day        TEXT   NOT NULL,
    starts        BIGINT NOT NULL,
    ends          BIGINT NOT NULL CHECK (ends > starts),
    agreed_by     BIGINT NOT NULL REFERENCES people (id),
    agreed_at     BIGINT NOT NULL,
    called_off_at BIGINT
);

CREATE INDEX attendance_catch_ups_by_person ON attendance_catch_ups (person_id, on_day);
CREATE INDEX attendance_catch_ups_by_cohort ON attendance_catch_ups (cohort_id, on_day);
