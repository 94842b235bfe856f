-- Peer teaching: what young people can show each other, what they want to learn, and the pairs that did it.

CREATE TABLE teaching_wishes (
    id          ROW_ID,
    person_id   BIGINT NOT NULL REFERENCES people (id),
    site_id     BIGINT NOT NULL REFERENCES sites (id),
    side        TEXT   NOT NULL CHECK (side IN ('show', 'learn')),
    activity    TEXT   NOT NULL,
    topic       TEXT   NOT NULL,
    said_at     BIGINT NOT NULL,
    ended_at    BIGINT
);

CREATE INDEX teaching_wishes_by_person ON teaching_wishes (person_id);
CREATE INDEX teaching_wishes_by_site ON teaching_wishes (site_id, ended_at);

CREATE TABLE teaching_pairs (
    id         ROW_ID,
    site_id    BIGINT NOT NULL REFERENCES sites (id),
    shows_id   BIGINT NOT NULL REFERENCES people (id),
    learns_id  BIGINT NOT NULL REFERENCES people (id),
    activity   TEXT   NOT NULL,
    topic      TEXT   NOT NULL,
    state      TEXT   NOT NULL CHECK (state IN ('asked', 'agreed', 'done', 'dropped')),
    asked_by   BIGINT NOT NULL REFERENCES people (id),
    asked_at   BIGINT NOT NULL,
    on_day     TEXT,
    told       TEXT   NOT NULL DEFAULT '',
    photo_id   BIGINT REFERENCES files (id),
    shown_at   BIGINT,
    learned_at BIGINT,
    CHECK (shows_id <> learns_id)
);

CREATE INDEX teaching_pairs_by_shows ON teaching_pairs (shows_id);
CREATE INDEX teaching_pairs_by_learns ON teaching_pairs (learns_id);
CREATE INDEX teaching_pairs_by_site ON teaching_pairs (site_id, asked_at);
