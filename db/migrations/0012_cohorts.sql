-- Promotions: who learns and makes together, from when to when, and where each one went next.

CREATE TABLE cohorts (
    id           ROW_ID,
    site_id      BIGINT NOT NULL REFERENCES sites (id),
    name         TEXT   NOT NULL,
    starts_on    TEXT   NOT NULL,
    ends_on      TEXT   NOT NULL,
    seats        BIGINT NOT NULL CHECK (seats > 0),
    weekly_hours BIGINT NOT NULL CHECK (weekly_hours > 0),
    CHECK (ends_on > starts_on)
);

CREATE INDEX cohorts_by_site ON cohorts (site_id, starts_on);

CREATE TABLE cohort_members (
    cohort_id  BIGINT NOT NULL REFERENCES cohorts (id),
    person_id  BIGINT NOT NULL REFERENCES people (id),
    joined_on  TEXT   NOT NULL,
    left_on    TEXT,
    next_step  TEXT CHECK (next_step IN ('fixed_term', 'temporary', 'scheme', 'training', 'apprenticeship', 'search')),
    next_field TEXT CHECK (next_field IN ('communication', 'information', 'culture', 'other')),
    PRIMARY KEY (cohort_id, person_id)
);

CREATE INDEX cohort_members_by_person ON cohort_members (person_id);
