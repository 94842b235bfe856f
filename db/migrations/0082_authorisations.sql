-- Who may use which family of machines: courses with their quiz, what each person has done of them, grants with their
-- end, and the legal ground on which a minor may be near a dangerous one.

CREATE TABLE authorisation_courses (
    family       TEXT   NOT NULL PRIMARY KEY,
    lesson       TEXT   NOT NULL,
    valid_months BIGINT NOT NULL CHECK (valid_months BETWEEN 1 AND 60)
);

CREATE TABLE authorisation_questions (
    id       ROW_ID,
    family   TEXT   NOT NULL REFERENCES authorisation_courses (family),
    question TEXT   NOT NULL,
    correct  TEXT   NOT NULL,
    wrong    TEXT   NOT NULL
);

CREATE INDEX authorisation_questions_by_family ON authorisation_questions (family, id);

CREATE TABLE authorisation_steps (
    person_id BIGINT NOT NULL REFERENCES people (id),
    family    TEXT   NOT NULL,
    step      TEXT   NOT NULL CHECK (step IN ('training', 'quiz', 'demonstration', 'signature')),
    on_day    TEXT   NOT NULL,
    seen_by   BIGINT REFERENCES people (id),
    PRIMARY KEY (person_id, family, step)
);

CREATE TABLE authorisations (
    id            ROW_ID,
    person_id     BIGINT NOT NULL REFERENCES people (id),
    family        TEXT   NOT NULL,
    level         TEXT   NOT NULL,
    granted_by    BIGINT REFERENCES people (id),
    granted_on    TEXT   NOT NULL,
    expires_on    TEXT   NOT NULL,
    revoked_on    TEXT,
    revoked_by    BIGINT REFERENCES people (id),
    revoke_reason TEXT
);

CREATE INDEX authorisations_by_person ON authorisations (person_id, family);
CREATE INDEX authorisations_by_family ON authorisations (family, person_id);

CREATE TABLE authorisation_grounds (
    id         ROW_ID,
    person_id  BIGINT NOT NULL REFERENCES people (id),
    family     TEXT   NOT NULL,
    ground     TEXT   NOT NULL,
    from_day   TEXT   NOT NULL,
    to_day     TEXT   NOT NULL,
    given_by   BIGINT REFERENCES people (id),
    given_at   BIGINT NOT NULL,
    ended_on   TEXT,
    CHECK (to_day >= from_day)
);

CREATE INDEX authorisation_grounds_by_person ON authorisation_grounds (person_id, family);
