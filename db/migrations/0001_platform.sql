-- why: what the pipes themselves keep: acts done once, the journal, who read whom, work to do later.

-- An act sent twice (a double click, a lost answer) happens once.
CREATE TABLE once_keys (
    key TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    location TEXT NOT NULL
);
CREATE INDEX once_keys_by_age ON once_keys (at);

-- Who changed what, when, before and after. Each line is chained to the one before by its hash.
CREATE TABLE journal (
    seq BIGINT PRIMARY KEY CHECK (seq > 0),
    at BIGINT NOT NULL,
    actor BIGINT,
    role TEXT NOT NULL,
    site_id BIGINT,
    action TEXT NOT NULL CHECK (action <> ''),
    subject_kind TEXT NOT NULL CHECK (subject_kind <> ''),
    subject_id BIGINT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    salt BYTES NOT NULL,
    details_hash BYTES NOT NULL CHECK (length(details_hash) = 32),
    previous BYTES NOT NULL CHECK (length(previous) = 32),
    hash BYTES NOT NULL CHECK (length(hash) = 32)
);
CREATE INDEX journal_by_subject ON journal (subject_kind, subject_id, seq);
CREATE INDEX journal_by_actor ON journal (actor, seq);
CREATE INDEX journal_by_site ON journal (site_id, seq);
CREATE INDEX journal_by_day ON journal (at);

-- The end of the chain: one row, that moves on with it, so that lines cut off the end are missed.
CREATE TABLE journal_head (
    seq BIGINT PRIMARY KEY CHECK (seq > 0),
    hash BYTES NOT NULL CHECK (length(hash) = 32)
);

-- Who read which part of whose file.
CREATE TABLE readings (
    id ROW_ID,
    at BIGINT NOT NULL,
    reader BIGINT,
    role TEXT NOT NULL,
    site_id BIGINT,
    person_id BIGINT NOT NULL,
    part TEXT NOT NULL CHECK (part <> '')
);
CREATE INDEX readings_by_person ON readings (person_id, at);
CREATE INDEX readings_by_reader ON readings (reader, at);

-- Work to do later, kept until it is done, tried again when it fails.
CREATE TABLE jobs (
    id ROW_ID,
    kind TEXT NOT NULL CHECK (kind <> ''),
    payload TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
    run_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL CHECK (attempts >= 0),
    last_error TEXT NOT NULL,
    site_id BIGINT,
    created_at BIGINT NOT NULL,
    lease_until BIGINT,
    finished_at BIGINT,
    CHECK ((state = 'running') = (lease_until IS NOT NULL)),
    CHECK ((state IN ('done', 'failed')) = (finished_at IS NOT NULL))
);
CREATE INDEX jobs_by_turn ON jobs (state, run_at);
CREATE INDEX jobs_by_kind ON jobs (kind, id);

-- When repeated work was last begun.
CREATE TABLE job_times (
    name TEXT PRIMARY KEY,
    last_begun BIGINT NOT NULL
);

-- The journal only grows. A line's details may be blanked, when a person is erased; nothing else changes.
-- sqlite:
CREATE TRIGGER journal_keeps_its_lines BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'a line of the journal is never removed');
END;
CREATE TRIGGER journal_keeps_its_words BEFORE UPDATE ON journal
WHEN NOT (NEW.before = '' AND NEW.after = '' AND NEW.salt = x''
          AND NEW.seq = OLD.seq AND NEW.at = OLD.at AND NEW.actor IS OLD.actor AND NEW.role = OLD.role
          AND NEW.site_id IS OLD.site_id AND NEW.action = OLD.action
          AND NEW.subject_kind = OLD.subject_kind AND NEW.subject_id = OLD.subject_id
          AND NEW.details_hash = OLD.details_hash AND NEW.previous = OLD.previous AND NEW.hash = OLD.hash)
BEGIN
    SELECT RAISE(ABORT, 'a line of the journal never changes');
END;
-- postgres:
CREATE FUNCTION journal_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal only grows' USING ERRCODE = 'integrity_constraint_violation';
END;
$$;
CREATE TRIGGER journal_keeps_its_lines BEFORE DELETE ON journal
    FOR EACH ROW EXECUTE FUNCTION journal_refuses();
CREATE TRIGGER journal_keeps_its_table BEFORE TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION journal_refuses();
CREATE TRIGGER journal_keeps_its_words BEFORE UPDATE ON journal
    FOR EACH ROW
    WHEN (NOT (NEW.before = '' AND NEW.after = '' AND NEW.salt = ''
               AND NEW.seq = OLD.seq AND NEW.at = OLD.at AND NEW.actor IS NOT DISTINCT FROM OLD.actor
               AND NEW.role = OLD.role AND NEW.site_id IS NOT DISTINCT FROM OLD.site_id
               AND NEW.action = OLD.action
               AND NEW.subject_kind = OLD.subject_kind AND NEW.subject_id = OLD.subject_id
               AND NEW.details_hash = OLD.details_hash AND NEW.previous = OLD.previous
               AND NEW.hash = OLD.hash))
    EXECUTE FUNCTION journal_refuses();
