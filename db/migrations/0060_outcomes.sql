-- Leaving and after: why and towards what each young person left, what follows, and their news at 1, 3, 6 and
-- 12 months. What the cohorts knew of it moves here.

CREATE TABLE outcome_exits (
    id         ROW_ID,
    cohort_id  BIGINT NOT NULL REFERENCES cohorts (id),
    person_id  BIGINT NOT NULL REFERENCES people (id),
    site_id    BIGINT NOT NULL REFERENCES sites (id),
    left_on    TEXT   NOT NULL,
    early      BIGINT NOT NULL CHECK (early IN (0, 1)),
    reason     TEXT   NOT NULL CHECK (reason IN ('term', 'job', 'studies', 'agreement', 'abandonment', 'fault', 'health',
                                                 'move', 'host_closed', 'not_noted')),
    situation  TEXT   NOT NULL CHECK (situation IN ('permanent', 'fixed_long', 'fixed_short', 'temporary', 'own_business',
                                                    'apprenticeship', 'pro_contract', 'qualifying', 'pre_qualifying',
                                                    'school', 'civic_service', 'scheme', 'job_search', 'health', 'moved',
                                                    'unreachable', 'died', 'no_solution', 'not_known')),
    field      TEXT   CHECK (field IN ('communication', 'information', 'culture', 'other')),
    proof      TEXT   NOT NULL CHECK (proof IN ('contract', 'training', 'adviser', 'statement', 'none')),
    file_id    BIGINT REFERENCES files (id),
    noted_by   BIGINT REFERENCES people (id),
    noted_at   BIGINT NOT NULL,
    UNIQUE (cohort_id, person_id)
);

CREATE INDEX outcome_exits_by_site ON outcome_exits (site_id, left_on);
CREATE INDEX outcome_exits_by_person ON outcome_exits (person_id);

CREATE TABLE outcome_tasks (
    exit_id BIGINT NOT NULL REFERENCES outcome_exits (id),
    task    TEXT   NOT NULL CHECK (task IN ('machines', 'questionnaire', 'review', 'attestation', 'state', 'civic')),
    done_on TEXT   NOT NULL,
    done_by BIGINT REFERENCES people (id),
    PRIMARY KEY (exit_id, task)
);

CREATE TABLE outcome_news (
    id          ROW_ID,
    exit_id     BIGINT NOT NULL REFERENCES outcome_exits (id),
    months      BIGINT NOT NULL CHECK (months IN (1, 3, 6, 12)),
    due_on      TEXT   NOT NULL,
    answered_on TEXT,
    by_self     BIGINT NOT NULL DEFAULT 0 CHECK (by_self IN (0, 1)),
    situation   TEXT   CHECK (situation IN ('permanent', 'fixed_long', 'fixed_short', 'temporary', 'own_business',
                                            'apprenticeship', 'pro_contract', 'qualifying', 'pre_qualifying', 'school',
                                            'civic_service', 'scheme', 'job_search', 'health', 'moved', 'unreachable',
                                            'died', 'no_solution', 'not_known')),
    field       TEXT   CHECK (field IN ('communication', 'information', 'culture', 'other')),
    proof       TEXT   CHECK (proof IN ('contract', 'training', 'adviser', 'statement', 'none')),
    missing     TEXT   CHECK (missing IN ('unreachable', 'refused', 'died', 'moved')),
    CHECK (answered_on IS NULL OR (situation IS NULL) <> (missing IS NULL)),
    UNIQUE (exit_id, months)
);

CREATE INDEX outcome_news_by_due ON outcome_news (due_on, answered_on);

CREATE TABLE outcome_tries (
    id       ROW_ID,
    news_id  BIGINT NOT NULL REFERENCES outcome_news (id),
    tried_at BIGINT NOT NULL,
    channel  TEXT   NOT NULL CHECK (channel IN ('sms', 'mail', 'call')),
    result   TEXT   NOT NULL CHECK (result IN ('sent', 'no_reply', 'wrong_address', 'will_answer')),
    tried_by BIGINT REFERENCES people (id)
);

CREATE INDEX outcome_tries_by_news ON outcome_tries (news_id, tried_at);

CREATE TABLE outcome_reviews (
    exit_id       BIGINT NOT NULL PRIMARY KEY REFERENCES outcome_exits (id),
    objectives    TEXT   NOT NULL,
    tasks         TEXT   NOT NULL,
    learned       TEXT   NOT NULL,
    own_words     TEXT   NOT NULL,
    tutor_host    TEXT   NOT NULL,
    tutor_sender  TEXT   NOT NULL,
    talked_on     TEXT   NOT NULL,
    written_by    BIGINT REFERENCES people (id)
);

INSERT INTO outcome_exits (cohort_id, person_id, site_id, left_on, early, reason, situation, field, proof, noted_at)
SELECT m.cohort_id, m.person_id, c.site_id, COALESCE(m.left_on, c.ends_on),
       CASE WHEN m.left_on IS NULL THEN 0 ELSE 1 END,
       CASE WHEN m.left_on IS NULL THEN 'term' ELSE 'not_noted' END,
       CASE m.next_step WHEN 'fixed_term' THEN 'fixed_short' WHEN 'temporary' THEN 'temporary'
                        WHEN 'scheme' THEN 'scheme' WHEN 'training' THEN 'qualifying'
                        WHEN 'apprenticeship' THEN 'apprenticeship' WHEN 'search' THEN 'job_search'
                        ELSE 'not_known' END,
       m.next_field, 'none', 0
  FROM cohort_members m
  JOIN cohorts c ON c.id = m.cohort_id
 WHERE m.next_step IS NOT NULL OR m.left_on IS NOT NULL;

-- Their news are to be asked for; a day that a month does not have is the next one here.
-- sqlite:
INSERT INTO outcome_news (exit_id, months, due_on)
SELECT e.id, m.months, date(e.left_on, '+' || m.months || ' months')
  FROM outcome_exits e
 CROSS JOIN (SELECT 1 AS months UNION ALL SELECT 3 UNION ALL SELECT 6 UNION ALL SELECT 12) m;
-- postgres:
INSERT INTO outcome_news (exit_id, months, due_on)
SELECT e.id, m.months, to_char(CAST(e.left_on AS DATE) + make_interval(months => m.months), 'YYYY-MM-DD')
  FROM outcome_exits e
 CROSS JOIN (SELECT 1 AS months UNION ALL SELECT 3 UNION ALL SELECT 6 UNION ALL SELECT 12) m;
-- both:

ALTER TABLE cohort_members DROP COLUMN next_step;
ALTER TABLE cohort_members DROP COLUMN next_field;
