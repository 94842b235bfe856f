-- Monthly statements of presence: who follows whom at the mission locale, what was said of a month, and by whom it was countersigned.

CREATE TABLE statement_followers (
    person_id  BIGINT NOT NULL PRIMARY KEY REFERENCES people (id),
    adviser_id BIGINT NOT NULL REFERENCES people (id),
    since      TEXT   NOT NULL
);

CREATE INDEX statement_followers_by_adviser ON statement_followers (adviser_id);

CREATE TABLE statements (
    id         ROW_ID,
    person_id  BIGINT NOT NULL REFERENCES people (id),
    cohort_id  BIGINT NOT NULL REFERENCES cohorts (id),
    site_id    BIGINT NOT NULL REFERENCES sites (id),
    adviser_id BIGINT NOT NULL REFERENCES people (id),
    month      TEXT   NOT NULL,
    due        BIGINT NOT NULL,
    done       BIGINT NOT NULL,
    absences   BIGINT NOT NULL,
    content    TEXT   NOT NULL,
    sent_at    BIGINT NOT NULL,
    sent_by    BIGINT NOT NULL REFERENCES people (id),
    signed_at  BIGINT,
    UNIQUE (person_id, month)
);

CREATE INDEX statements_by_adviser ON statements (adviser_id, month);
CREATE INDEX statements_by_cohort ON statements (cohort_id, month);
