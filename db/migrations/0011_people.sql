-- Who: the people of a Fab'Num, the hats they wear on each site, and how they sign in.

CREATE TABLE people (
    id          ROW_ID,
    given_name  TEXT   NOT NULL,
    family_name TEXT   NOT NULL,
    search_key  TEXT   NOT NULL,
    mail        TEXT,
    phone       TEXT,
    birth_day   TEXT,
    address     TEXT   NOT NULL CHECK (address IN ('tu', 'vous')),
    agreement   TEXT   NOT NULL CHECK (agreement IN ('f', 'm', 'n')),
    language    TEXT   NOT NULL CHECK (language IN ('fr', 'en')),
    theme       TEXT   NOT NULL DEFAULT '' CHECK (theme IN ('', 'light', 'dark')),
    comfort     BIGINT NOT NULL DEFAULT 0 CHECK (comfort IN (0, 1)),
    active      BIGINT NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    made_at     BIGINT NOT NULL
);

CREATE UNIQUE INDEX people_by_mail ON people (mail);
CREATE INDEX people_by_search_key ON people (search_key);

CREATE TABLE people_roles (
    person_id BIGINT NOT NULL REFERENCES people (id),
    role      TEXT   NOT NULL CHECK (role IN ('participant', 'fabmanager', 'coordinator', 'adviser', 'admin')),
    site_id   BIGINT REFERENCES sites (id),
    since     TEXT   NOT NULL,
    until     TEXT
);

CREATE INDEX people_roles_by_person ON people_roles (person_id);
CREATE INDEX people_roles_by_site ON people_roles (site_id, role);

CREATE TABLE people_credentials (
    person_id      BIGINT NOT NULL PRIMARY KEY REFERENCES people (id),
    password_hash  TEXT,
    totp_sealed    BYTES,
    totp_last_step BIGINT NOT NULL DEFAULT 0,
    pin_hash       TEXT,
    badge_hash     TEXT   UNIQUE
);
