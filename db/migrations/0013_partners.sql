-- Those who ask and help: town services, associations, schools, and the people who answer for them.

CREATE TABLE organisations (
    id         ROW_ID,
    name       TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('town', 'social', 'association', 'school', 'mission_locale', 'public_body', 'company', 'resident')),
    town       TEXT NOT NULL,
    search_key TEXT NOT NULL
);

CREATE UNIQUE INDEX organisations_by_search_key ON organisations (search_key, town);

CREATE TABLE organisation_contacts (
    id              ROW_ID,
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    name            TEXT   NOT NULL,
    mail            TEXT,
    phone           TEXT,
    search_key      TEXT   NOT NULL
);

CREATE INDEX organisation_contacts_by_organisation ON organisation_contacts (organisation_id);
