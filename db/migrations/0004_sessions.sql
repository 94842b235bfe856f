-- Who is asking: sessions, private links and brakes on guessing. Only hashes of tokens are kept.

CREATE TABLE sessions (
    id         ROW_ID,
    token_hash TEXT   NOT NULL UNIQUE,
    person_id  BIGINT NOT NULL,
    role       TEXT   NOT NULL,
    site_id    BIGINT,
    device     TEXT   NOT NULL,
    shared     BIGINT NOT NULL CHECK (shared IN (0, 1)),
    began_at   BIGINT NOT NULL,
    seen_at    BIGINT NOT NULL,
    ends_at    BIGINT NOT NULL
);

CREATE INDEX sessions_by_person ON sessions (person_id);

CREATE TABLE private_links (
    id         ROW_ID,
    token_hash TEXT   NOT NULL UNIQUE,
    kind       TEXT   NOT NULL,
    subject    BIGINT NOT NULL,
    made_at    BIGINT NOT NULL,
    ends_at    BIGINT NOT NULL,
    revoked    BIGINT NOT NULL DEFAULT 0 CHECK (revoked IN (0, 1))
);

CREATE INDEX private_links_by_subject ON private_links (kind, subject);

CREATE TABLE brakes (
    brake_key  TEXT   NOT NULL PRIMARY KEY,
    failures   BIGINT NOT NULL,
    first_at   BIGINT NOT NULL,
    last_at    BIGINT NOT NULL
);
