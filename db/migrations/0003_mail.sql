-- why: every letter is written down before it is sent, and what became of it stays readable.
CREATE TABLE letters (
    id         ROW_ID,
    to_address TEXT NOT NULL,
    to_name    TEXT NOT NULL,
    subject    TEXT NOT NULL,
    paragraphs TEXT NOT NULL,
    link_words TEXT NOT NULL,
    link       TEXT NOT NULL,
    footer     TEXT NOT NULL,
    language   TEXT NOT NULL,
    about_kind TEXT NOT NULL,
    about_id   BIGINT NOT NULL,
    site_id    BIGINT,
    state      TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'not_sent', 'kept')),
    written_at BIGINT NOT NULL,
    sent_at    BIGINT,
    tries      BIGINT NOT NULL CHECK (tries >= 0),
    reason     TEXT NOT NULL,
    CHECK ((sent_at IS NOT NULL) = (state = 'sent'))
);
CREATE INDEX letters_by_subject ON letters (about_kind, about_id);
CREATE INDEX letters_by_site ON letters (site_id, written_at);
