-- People brought from a file: what the file says waits here until somebody confirms it or drops it, and no longer than a day.

CREATE TABLE imports (
    id           ROW_ID,
    site_id      BIGINT NOT NULL REFERENCES sites (id),
    brought_by   BIGINT NOT NULL REFERENCES people (id),
    brought_at   BIGINT NOT NULL,
    label        TEXT   NOT NULL,
    content      TEXT   NOT NULL,
    mapping      TEXT   NOT NULL,
    state        TEXT   NOT NULL CHECK (state IN ('waiting', 'done', 'dropped')),
    ended_at     BIGINT,
    added        BIGINT NOT NULL DEFAULT 0,
    changed      BIGINT NOT NULL DEFAULT 0,
    same         BIGINT NOT NULL DEFAULT 0,
    refused      BIGINT NOT NULL DEFAULT 0
);

CREATE INDEX imports_by_site ON imports (site_id, brought_at);

-- Of the rows that differ from what is known: the things that somebody chose to take from the file.
CREATE TABLE import_choices (
    import_id BIGINT NOT NULL REFERENCES imports (id),
    line      BIGINT NOT NULL,
    field     TEXT   NOT NULL,
    PRIMARY KEY (import_id, line, field)
);

CREATE TABLE import_people (
    import_id BIGINT NOT NULL REFERENCES imports (id),
    person_id BIGINT NOT NULL REFERENCES people (id),
    verdict   TEXT   NOT NULL CHECK (verdict IN ('new', 'changes')),
    PRIMARY KEY (import_id, person_id)
);

CREATE INDEX import_people_by_person ON import_people (person_id);
