-- Recruitment: information meetings, who was referred or came by themselves, and what became of each.

CREATE TABLE recruitment_settings (
    site_id          BIGINT NOT NULL PRIMARY KEY REFERENCES sites (id),
    keep_months      BIGINT NOT NULL CHECK (keep_months BETWEEN 1 AND 24),
    undecided_months BIGINT NOT NULL CHECK (undecided_months BETWEEN 1 AND 24)
);

-- The towns that a site takes young people from.
CREATE TABLE recruitment_towns (
    site_id    BIGINT NOT NULL REFERENCES sites (id),
    town       TEXT   NOT NULL,
    search_key TEXT   NOT NULL,
    PRIMARY KEY (site_id, search_key)
);

CREATE TABLE recruitment_meetings (
    id            ROW_ID,
    site_id       BIGINT NOT NULL REFERENCES sites (id),
    cohort_id     BIGINT REFERENCES cohorts (id),
    on_day        TEXT   NOT NULL,
    starts_at     BIGINT NOT NULL CHECK (starts_at BETWEEN 0 AND 1439),
    minutes       BIGINT NOT NULL CHECK (minutes BETWEEN 15 AND 600),
    place         TEXT   NOT NULL,
    seats         BIGINT NOT NULL CHECK (seats BETWEEN 1 AND 500),
    contact       TEXT   NOT NULL,
    phone         TEXT   NOT NULL,
    headcount     BIGINT CHECK (headcount BETWEEN 0 AND 1000),
    called_off_at BIGINT,
    planned_at    BIGINT NOT NULL
);

CREATE INDEX recruitment_meetings_by_site ON recruitment_meetings (site_id, on_day);

-- A contact who refers young people to a site, without account.
CREATE TABLE recruitment_referrers (
    id         ROW_ID,
    site_id    BIGINT NOT NULL REFERENCES sites (id),
    contact_id BIGINT NOT NULL REFERENCES organisation_contacts (id),
    since      BIGINT NOT NULL,
    link_at    BIGINT NOT NULL
);

CREATE UNIQUE INDEX recruitment_referrers_by_contact ON recruitment_referrers (contact_id, site_id);

-- Nobody's name stays past the promised day: purged, a row only counts.
CREATE TABLE recruitment_candidates (
    id           ROW_ID,
    site_id      BIGINT NOT NULL REFERENCES sites (id),
    cohort_id    BIGINT REFERENCES cohorts (id),
    given_name   TEXT   NOT NULL,
    family_name  TEXT   NOT NULL,
    search_key   TEXT   NOT NULL,
    mail         TEXT,
    phone        TEXT,
    birth_day    TEXT,
    town         TEXT   NOT NULL,
    gender       TEXT   NOT NULL CHECK (gender IN ('f', 'm', 'n')),
    level        TEXT   NOT NULL CHECK (level IN ('unknown', 'none', 'dnb', 'cap', 'bac', 'bac2', 'bac3', 'more')),
    registered   TEXT   NOT NULL CHECK (registered IN ('unknown', 'yes', 'no')),
    cej          TEXT   NOT NULL CHECK (cej IN ('unknown', 'none', 'coming', 'signed')),
    until_thirty BIGINT NOT NULL CHECK (until_thirty IN (0, 1)),
    source       TEXT   NOT NULL CHECK (source IN ('referral', 'alone', 'counter')),
    referrer_id  BIGINT REFERENCES recruitment_referrers (id),
    came_at      BIGINT NOT NULL,
    changed_at   BIGINT NOT NULL,
    withdrawn_at BIGINT,
    withdrawn_by TEXT CHECK (withdrawn_by IN ('self', 'referrer', 'team')),
    person_id    BIGINT REFERENCES people (id),
    purged_at    BIGINT,
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
    CHECK (purged_at IS NOT NULL OR given_name <> ''),
    CHECK (purged_at IS NULL OR (given_name = '' AND family_name = '' AND mail IS NULL AND phone IS NULL
                                 AND birth_day IS NULL AND town = ''))
);

CREATE INDEX recruitment_candidates_by_site ON recruitment_candidates (site_id, cohort_id);
CREATE INDEX recruitment_candidates_by_referrer ON recruitment_candidates (referrer_id);
CREATE INDEX recruitment_candidates_by_key ON recruitment_candidates (site_id, search_key);
CREATE INDEX recruitment_candidates_by_person ON recruitment_candidates (person_id);

-- Closed answers: what helps to welcome somebody, what they like, what they could show to others.
CREATE TABLE recruitment_answers (
    candidate_id BIGINT NOT NULL REFERENCES recruitment_candidates (id),
    question     TEXT   NOT NULL CHECK (question IN ('help', 'like', 'limit', 'show', 'wish')),
    answer       TEXT   NOT NULL,
    PRIMARY KEY (candidate_id, question, answer)
);

-- One status per person, never one for the meeting.
CREATE TABLE recruitment_seats (
    meeting_id    BIGINT NOT NULL REFERENCES recruitment_meetings (id),
    candidate_id  BIGINT NOT NULL REFERENCES recruitment_candidates (id),
    status        TEXT   NOT NULL CHECK (status IN ('invited', 'booked', 'came', 'missed', 'excused')),
    invited_at    BIGINT NOT NULL,
    changed_at    BIGINT NOT NULL,
    reminded_week BIGINT,
    reminded_day  BIGINT,
    PRIMARY KEY (meeting_id, candidate_id)
);

CREATE INDEX recruitment_seats_by_candidate ON recruitment_seats (candidate_id);

CREATE TABLE recruitment_interviews (
    id           ROW_ID,
    candidate_id BIGINT NOT NULL REFERENCES recruitment_candidates (id),
    on_day       TEXT   NOT NULL,
    starts_at    BIGINT NOT NULL CHECK (starts_at BETWEEN 0 AND 1439),
    place        TEXT   NOT NULL,
    with_person  BIGINT REFERENCES people (id),
    state        TEXT   NOT NULL CHECK (state IN ('offered', 'agreed', 'held', 'missed', 'moved')),
    offered_at   BIGINT NOT NULL,
    changed_at   BIGINT NOT NULL,
    reminded_day BIGINT
);

CREATE INDEX recruitment_interviews_by_candidate ON recruitment_interviews (candidate_id);
CREATE INDEX recruitment_interviews_by_day ON recruitment_interviews (on_day);

CREATE TABLE recruitment_decisions (
    id           ROW_ID,
    candidate_id BIGINT NOT NULL REFERENCES recruitment_candidates (id),
    verdict      TEXT   NOT NULL CHECK (verdict IN ('admitted', 'waiting', 'other_way')),
    reason       TEXT   NOT NULL,
    instead      TEXT   NOT NULL,
    cohort_id    BIGINT REFERENCES cohorts (id),
    decided_by   BIGINT REFERENCES people (id),
    decided_at   BIGINT NOT NULL,
    undone_at    BIGINT
);

CREATE INDEX recruitment_decisions_by_candidate ON recruitment_decisions (candidate_id);

-- Who opened the file of somebody who is not yet a person of the house.
CREATE TABLE recruitment_readings (
    id           ROW_ID,
    candidate_id BIGINT NOT NULL REFERENCES recruitment_candidates (id),
    at           BIGINT NOT NULL,
    reader       BIGINT,
    role         TEXT   NOT NULL
);

CREATE INDEX recruitment_readings_by_candidate ON recruitment_readings (candidate_id, at);
CREATE INDEX recruitment_readings_by_age ON recruitment_readings (at);

-- An interest sheet being written on the public page; forgotten after a week.
CREATE TABLE recruitment_drafts (
    id           ROW_ID,
    answers      TEXT   NOT NULL,
    changed_at   BIGINT NOT NULL,
    candidate_id BIGINT REFERENCES recruitment_candidates (id)
);

CREATE INDEX recruitment_drafts_by_age ON recruitment_drafts (changed_at);
