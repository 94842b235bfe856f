-- What a cohort plans: the half-days of its week, the days on which it is closed, its phases and its goals.

CREATE TABLE cohort_slots (
    id              ROW_ID,
    cohort_id       BIGINT NOT NULL REFERENCES cohorts (id),
    weekday         BIGINT NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    half            TEXT   NOT NULL CHECK (half IN ('am', 'pm')),
    starts_at       BIGINT NOT NULL CHECK (starts_at >= 0),
    ends_at         BIGINT NOT NULL CHECK (ends_at <= 1440),
    nature          TEXT   NOT NULL CHECK (nature IN ('mission', 'learning', 'civic', 'future', 'collective', 'visit')),
    organisation_id BIGINT REFERENCES organisations (id),
    CHECK (ends_at > starts_at),
    UNIQUE (cohort_id, weekday, half)
);

CREATE TABLE cohort_closings (
    id        ROW_ID,
    cohort_id BIGINT NOT NULL REFERENCES cohorts (id),
    from_day  TEXT   NOT NULL,
    to_day    TEXT   NOT NULL,
    reason    TEXT   NOT NULL,
    CHECK (to_day >= from_day)
);

CREATE INDEX cohort_closings_by_cohort ON cohort_closings (cohort_id, from_day);

CREATE TABLE cohort_phases (
    cohort_id BIGINT NOT NULL REFERENCES cohorts (id),
    kind      TEXT   NOT NULL CHECK (kind IN ('integration', 'first_orders', 'team_orders', 'midway', 'teaching', 'next_step')),
    starts_on TEXT   NOT NULL,
    ends_on   TEXT   NOT NULL,
    CHECK (ends_on >= starts_on),
    PRIMARY KEY (cohort_id, kind)
);

CREATE TABLE cohort_goals (
    cohort_id BIGINT NOT NULL REFERENCES cohorts (id),
    measure   TEXT   NOT NULL CHECK (measure IN ('women', 'priority_areas', 'attendance', 'stay', 'way_forward', 'orders')),
    target    BIGINT NOT NULL CHECK (target BETWEEN 1 AND 10000),
    PRIMARY KEY (cohort_id, measure)
);

CREATE INDEX cohorts_by_start ON cohorts (starts_on);
