-- Orders: what a town service or an association asks for, from the request to the thanks.

CREATE TABLE orders (
    id               ROW_ID,
    site_id          BIGINT NOT NULL REFERENCES sites (id),
    year             BIGINT NOT NULL,
    number           BIGINT NOT NULL,
    state            TEXT   NOT NULL CHECK (state IN ('received', 'clarifying', 'accepted', 'making', 'approving', 'ready',
                                                      'delivered', 'closed', 'declined', 'suspended', 'cancelled')),
    kind             TEXT   NOT NULL CHECK (kind IN ('object', 'series', 'sign', 'repair', 'media', 'web', 'workshop',
                                                     'training', 'event', 'survey')),
    title            TEXT   NOT NULL,
    need             TEXT   NOT NULL,
    beneficiaries    TEXT   NOT NULL,
    quantity         BIGINT NOT NULL CHECK (quantity > 0),
    wanted_on        TEXT,
    organisation_id  BIGINT NOT NULL REFERENCES organisations (id),
    contact_id       BIGINT NOT NULL REFERENCES organisation_contacts (id),
    project_id       BIGINT REFERENCES projects (id),
    due_on           TEXT,
    estimate_cents   BIGINT,
    reason           TEXT   NOT NULL DEFAULT '',
    received_at      BIGINT NOT NULL,
    changed_at       BIGINT NOT NULL,
    delivered_on     TEXT,
    language         TEXT   NOT NULL CHECK (language IN ('fr', 'en')),
    search_key       TEXT   NOT NULL,
    UNIQUE (site_id, year, number)
);

CREATE INDEX orders_by_site_state ON orders (site_id, state, received_at);
CREATE INDEX orders_by_site_received ON orders (site_id, received_at);
CREATE INDEX orders_by_project ON orders (project_id);
CREATE INDEX orders_by_organisation ON orders (organisation_id);

CREATE TABLE order_triages (
    order_id        BIGINT NOT NULL PRIMARY KEY REFERENCES orders (id),
    public_interest TEXT   NOT NULL CHECK (public_interest IN ('yes', 'no', 'unsure')),
    nobodys_job     TEXT   NOT NULL CHECK (nobodys_job IN ('yes', 'no', 'unsure')),
    machines        TEXT   NOT NULL CHECK (machines IN ('yes', 'no', 'unsure')),
    safe_for_minors TEXT   NOT NULL CHECK (safe_for_minors IN ('yes', 'no', 'unsure')),
    delay           TEXT   NOT NULL CHECK (delay IN ('yes', 'no', 'unsure')),
    studied_by      BIGINT NOT NULL REFERENCES people (id),
    studied_at      BIGINT NOT NULL
);

CREATE TABLE order_messages (
    id             ROW_ID,
    order_id       BIGINT NOT NULL REFERENCES orders (id),
    written_at     BIGINT NOT NULL,
    by_requester   BIGINT NOT NULL CHECK (by_requester IN (0, 1)),
    by_person      BIGINT REFERENCES people (id),
    message        TEXT   NOT NULL,
    read_at        BIGINT
);

CREATE INDEX order_messages_by_order ON order_messages (order_id, written_at);

CREATE TABLE order_pictures (
    id          ROW_ID,
    order_id    BIGINT NOT NULL REFERENCES orders (id),
    file_id     BIGINT NOT NULL REFERENCES files (id),
    description TEXT   NOT NULL
);

CREATE INDEX order_pictures_by_order ON order_pictures (order_id);

CREATE TABLE order_prototypes (
    id          ROW_ID,
    order_id    BIGINT NOT NULL REFERENCES orders (id),
    file_id     BIGINT NOT NULL REFERENCES files (id),
    description TEXT   NOT NULL,
    question    TEXT   NOT NULL,
    shown_by    BIGINT NOT NULL REFERENCES people (id),
    shown_at    BIGINT NOT NULL,
    answer      TEXT CHECK (answer IN ('approved', 'changes')),
    comment     TEXT   NOT NULL DEFAULT '',
    answered_at BIGINT
);

CREATE INDEX order_prototypes_by_order ON order_prototypes (order_id, shown_at);

CREATE TABLE order_materials (
    id         ROW_ID,
    order_id   BIGINT NOT NULL REFERENCES orders (id),
    what       TEXT   NOT NULL,
    quantity   TEXT   NOT NULL,
    cost_cents BIGINT NOT NULL CHECK (cost_cents >= 0)
);

CREATE INDEX order_materials_by_order ON order_materials (order_id);

CREATE TABLE order_deliveries (
    order_id       BIGINT NOT NULL PRIMARY KEY REFERENCES orders (id),
    delivered_on   TEXT   NOT NULL,
    place          TEXT   NOT NULL,
    received_by    TEXT   NOT NULL,
    signed         TEXT   NOT NULL CHECK (signed IN ('screen', 'paper')),
    signature_file BIGINT REFERENCES files (id),
    delivered_by   BIGINT NOT NULL REFERENCES people (id),
    value_cents    BIGINT NOT NULL,
    minutes        BIGINT NOT NULL,
    material_cents BIGINT NOT NULL
);

CREATE TABLE order_thanks (
    order_id     BIGINT NOT NULL PRIMARY KEY REFERENCES orders (id),
    satisfaction TEXT   NOT NULL CHECK (satisfaction IN ('fully', 'mostly', 'partly', 'not')),
    message      TEXT   NOT NULL,
    written_at   BIGINT NOT NULL
);

CREATE TABLE order_drafts (
    id         ROW_ID,
    begun_at   BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    order_id   BIGINT REFERENCES orders (id)
);

CREATE TABLE order_draft_answers (
    draft_id BIGINT NOT NULL REFERENCES order_drafts (id),
    question TEXT   NOT NULL,
    answer   TEXT   NOT NULL,
    PRIMARY KEY (draft_id, question)
);

CREATE TABLE order_draft_pictures (
    draft_id    BIGINT NOT NULL REFERENCES order_drafts (id),
    file_id     BIGINT NOT NULL REFERENCES files (id),
    description TEXT   NOT NULL,
    PRIMARY KEY (draft_id, file_id)
);
