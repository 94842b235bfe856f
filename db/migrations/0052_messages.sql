-- What a young person and the team of their site write to each other, and when it was read.

CREATE TABLE messages (
    id         ROW_ID,
    person_id  BIGINT NOT NULL REFERENCES people (id),
    site_id    BIGINT NOT NULL REFERENCES sites (id),
    by_person  BIGINT NOT NULL REFERENCES people (id),
    text       TEXT   NOT NULL,
    written_at BIGINT NOT NULL,
    read_at    BIGINT,
    read_by    BIGINT REFERENCES people (id)
);

CREATE INDEX messages_by_person ON messages (person_id, written_at);
CREATE INDEX messages_by_site ON messages (site_id, written_at);
CREATE INDEX messages_unread ON messages (site_id) WHERE read_at IS NULL;

-- The notices that went out about unread messages: they are few a day, and none at night.
CREATE TABLE message_notices (
    id        ROW_ID,
    person_id BIGINT NOT NULL REFERENCES people (id),
    on_day    TEXT   NOT NULL,
    sent_at   BIGINT NOT NULL
);

CREATE INDEX message_notices_by_person ON message_notices (person_id, on_day);
