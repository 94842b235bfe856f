-- why: what people bring is kept once on disk, under its digest; each row is one time it was handed in.
CREATE TABLE files (
    id      ROW_ID,
    digest  TEXT NOT NULL CHECK (length(digest) = 64),
    kind    TEXT NOT NULL CHECK (kind IN ('picture', 'document', 'model', 'drawing', 'sound', 'table')),
    type    TEXT NOT NULL,
    label   TEXT NOT NULL,
    size    BIGINT NOT NULL CHECK (size > 0),
    width   BIGINT NOT NULL,
    height  BIGINT NOT NULL,
    kept_at BIGINT NOT NULL
);
CREATE INDEX files_by_digest ON files (digest);
