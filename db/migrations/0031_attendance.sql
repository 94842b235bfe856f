-- Presence: one line per statement about a half-day of somebody. A correction is a new line; none is changed.

CREATE TABLE attendance_marks (
    id         ROW_ID,
    person_id  BIGINT NOT NULL REFERENCES people (id),
    cohort_id  BIGINT NOT NULL REFERENCES cohorts (id),
    site_id    BIGINT NOT NULL REFERENCES sites (id),
    on_day     TEXT   NOT NULL,
    half       TEXT   NOT NULL CHECK (half IN ('am', 'pm')),
    code       TEXT   NOT NULL CHECK (code IN ('present', 'present_late', 'left_early', 'excused', 'sick_certified', 'leave',
                                               'public_holiday', 'training_outside', 'appointment_ml', 'unexcused', 'site_closed')),
    due        BIGINT NOT NULL CHECK (due >= 0),
    done       BIGINT NOT NULL CHECK (done >= 0),
    arrived    BIGINT,
    gone       BIGINT,
    method     TEXT   NOT NULL CHECK (method IN ('staff', 'badge', 'pin', 'paper')),
    reason     TEXT   NOT NULL DEFAULT '',
    marked_by  BIGINT REFERENCES people (id),
    marked_at  BIGINT NOT NULL,
    tablet_at  BIGINT
);

CREATE INDEX attendance_marks_by_person ON attendance_marks (person_id, on_day, half, id);
CREATE INDEX attendance_marks_by_cohort ON attendance_marks (cohort_id, on_day, half);

-- What a young person says beforehand: late, or not there.
CREATE TABLE attendance_notices (
    id        ROW_ID,
    person_id BIGINT NOT NULL REFERENCES people (id),
    cohort_id BIGINT NOT NULL REFERENCES cohorts (id),
    on_day    TEXT   NOT NULL,
    kind      TEXT   NOT NULL CHECK (kind IN ('late', 'absent')),
    minutes   BIGINT CHECK (minutes > 0),
    words     TEXT   NOT NULL DEFAULT '',
    said_at   BIGINT NOT NULL,
    seen_by   BIGINT REFERENCES people (id),
    seen_at   BIGINT
);

CREATE INDEX attendance_notices_by_person ON attendance_notices (person_id, on_day);
CREATE INDEX attendance_notices_by_cohort ON attendance_notices (cohort_id, on_day);

-- The chain of signatures of the house: each line holds the hash of the line before.
CREATE TABLE attendance_signatures (
    seq          BIGINT NOT NULL PRIMARY KEY,
    role         TEXT   NOT NULL CHECK (role IN ('participant', 'trainer')),
    person_id    BIGINT NOT NULL REFERENCES people (id),
    name         TEXT   NOT NULL,
    cohort_id    BIGINT NOT NULL REFERENCES cohorts (id),
    on_day       TEXT   NOT NULL,
    half         TEXT   NOT NULL CHECK (half IN ('am', 'pm')),
    covers       TEXT   NOT NULL,
    signed_at    BIGINT NOT NULL,
    method       TEXT   NOT NULL CHECK (method IN ('pin', 'drawn', 'badge', 'paper')),
    witness_id   BIGINT REFERENCES people (id),
    drawing_id   BIGINT REFERENCES files (id),
    drawing      TEXT   NOT NULL DEFAULT '',
    salt         BYTES  NOT NULL,
    content_hash BYTES  NOT NULL,
    previous     BYTES  NOT NULL,
    hash         BYTES  NOT NULL
);

CREATE INDEX attendance_signatures_by_sheet ON attendance_signatures (cohort_id, on_day, half);
CREATE INDEX attendance_signatures_by_person ON attendance_signatures (person_id, on_day);

CREATE TABLE attendance_chain_end (
    seq  BIGINT NOT NULL PRIMARY KEY,
    hash BYTES  NOT NULL
);
