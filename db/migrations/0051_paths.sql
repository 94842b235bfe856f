-- Interviews on a young person's path: when each is due, whether it was offered, agreed, held or missed. What
-- is said in one goes into the notebook.

CREATE TABLE path_interviews (
    id         ROW_ID,
    person_id  BIGINT NOT NULL REFERENCES people (id),
    cohort_id  BIGINT NOT NULL REFERENCES cohorts (id),
    site_id    BIGINT NOT NULL REFERENCES sites (id),
    kind       TEXT   NOT NULL CHECK (kind IN ('day7', 'month1', 'month3', 'month6', 'exit', 'after1', 'after3', 'after6', 'after12', 'extra')),
    due_on     TEXT   NOT NULL,
    state      TEXT   NOT NULL CHECK (state IN ('planned', 'offered', 'agreed', 'held', 'missed', 'dropped')),
    meets_at   BIGINT,
    place      TEXT   NOT NULL DEFAULT '',
    with_whom  BIGINT REFERENCES people (id),
    held_on    TEXT
);

CREATE INDEX path_interviews_by_person ON path_interviews (person_id, due_on);
CREATE INDEX path_interviews_by_site ON path_interviews (site_id, state, due_on);
CREATE UNIQUE INDEX path_interviews_once ON path_interviews (person_id, cohort_id, kind) WHERE kind <> 'extra';
