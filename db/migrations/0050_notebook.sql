-- The notebook of a young person: goals and what is done for them, notes with who may read them and until
-- when, and short check-ins in closed words. No field of judgement, no figure about a person.

CREATE TABLE notebook_goals (
    id          ROW_ID,
    person_id   BIGINT NOT NULL REFERENCES people (id),
    site_id     BIGINT NOT NULL REFERENCES sites (id),
    theme       TEXT   NOT NULL CHECK (theme IN ('work', 'training', 'skills', 'housing', 'health', 'mobility', 'papers', 'money', 'digital', 'leisure')),
    title       TEXT   NOT NULL,
    consent     TEXT   NOT NULL CHECK (consent IN ('not_yet', 'yes', 'no')),
    state       TEXT   NOT NULL CHECK (state IN ('open', 'reached', 'left')),
    proposed_by BIGINT NOT NULL REFERENCES people (id),
    proposed_on TEXT   NOT NULL,
    answered_on TEXT,
    ended_on    TEXT
);

CREATE INDEX notebook_goals_by_person ON notebook_goals (person_id);

CREATE TABLE notebook_actions (
    id         ROW_ID,
    goal_id    BIGINT NOT NULL REFERENCES notebook_goals (id),
    what       TEXT   NOT NULL,
    doer       TEXT   NOT NULL CHECK (doer IN ('person', 'team', 'adviser', 'together')),
    due_on     TEXT,
    done_on    TEXT
);

CREATE INDEX notebook_actions_by_goal ON notebook_actions (goal_id);

CREATE TABLE notebook_notes (
    id         ROW_ID,
    person_id  BIGINT NOT NULL REFERENCES people (id),
    site_id    BIGINT NOT NULL REFERENCES sites (id),
    reading    TEXT   NOT NULL CHECK (reading IN ('own', 'shared', 'team', 'coordinator')),
    note       TEXT   NOT NULL,
    written_by BIGINT NOT NULL REFERENCES people (id),
    written_on TEXT   NOT NULL,
    ends_on    TEXT   NOT NULL
);

CREATE INDEX notebook_notes_by_person ON notebook_notes (person_id, written_on);
CREATE INDEX notebook_notes_by_end ON notebook_notes (ends_on);

CREATE TABLE notebook_checkins (
    id         ROW_ID,
    person_id  BIGINT NOT NULL REFERENCES people (id),
    site_id    BIGINT NOT NULL REFERENCES sites (id),
    mood       TEXT   NOT NULL CHECK (mood IN ('well', 'tired', 'so_so', 'hard')),
    footing    TEXT   NOT NULL CHECK (footing IN ('sure', 'moving', 'searching', 'unsure')),
    own_words  TEXT   NOT NULL DEFAULT '',
    talk       TEXT   NOT NULL CHECK (talk IN ('no', 'wanted', 'done')),
    shared     BIGINT NOT NULL CHECK (shared IN (0, 1)),
    written_at BIGINT NOT NULL
);

CREATE INDEX notebook_checkins_by_person ON notebook_checkins (person_id, written_at);
CREATE INDEX notebook_checkins_by_site ON notebook_checkins (site_id, talk);
