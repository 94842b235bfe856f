-- Service civique: who lends young people to whom, each engagement with its amendments, its absences, the authorisation
-- of parents, the proofs of the host's payment, and what an end leaves to do.

CREATE TABLE volunteering_agreements (
    id            ROW_ID,
    site_id       BIGINT NOT NULL REFERENCES sites (id),
    employer_id   BIGINT NOT NULL REFERENCES organisations (id),
    host_id       BIGINT NOT NULL REFERENCES organisations (id),
    number        TEXT   NOT NULL,
    from_day      TEXT   NOT NULL,
    to_day        TEXT   NOT NULL,
    quota         BIGINT NOT NULL CHECK (quota > 0),
    signed_on     TEXT,
    mission       TEXT   NOT NULL,
    place         TEXT   NOT NULL,
    benefits      TEXT   NOT NULL,
    insurance     TEXT   NOT NULL,
    CHECK (to_day > from_day),
    CHECK (employer_id <> host_id)
);

CREATE INDEX volunteering_agreements_by_site ON volunteering_agreements (site_id, to_day);

CREATE TABLE volunteerings (
    id                ROW_ID,
    person_id         BIGINT NOT NULL REFERENCES people (id),
    site_id           BIGINT NOT NULL REFERENCES sites (id),
    agreement_id      BIGINT NOT NULL REFERENCES volunteering_agreements (id),
    starts_on         TEXT   NOT NULL,
    ends_on           TEXT   NOT NULL,
    weekly_hours      BIGINT NOT NULL CHECK (weekly_hours BETWEEN 1 AND 48),
    disabled          BIGINT NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
    cej               BIGINT NOT NULL DEFAULT 0 CHECK (cej IN (0, 1)),
    cej_signed_on     TEXT,
    employer_tutor_id BIGINT REFERENCES organisation_contacts (id),
    host_tutor_id     BIGINT REFERENCES people (id),
    home_address      TEXT   NOT NULL DEFAULT '',
    elisa_ref         TEXT   NOT NULL DEFAULT '',
    ended_on          TEXT,
    end_reason        TEXT,
    ended_by          TEXT CHECK (ended_by IN ('volunteer', 'host', 'both')),
    notified_on       TEXT,
    CHECK (ends_on > starts_on)
);

CREATE INDEX volunteerings_by_person ON volunteerings (person_id);
CREATE INDEX volunteerings_by_site ON volunteerings (site_id, starts_on);
CREATE INDEX volunteerings_by_agreement ON volunteerings (agreement_id);

CREATE TABLE volunteering_amendments (
    id               ROW_ID,
    volunteering_id  BIGINT NOT NULL REFERENCES volunteerings (id),
    what             TEXT   NOT NULL CHECK (what IN ('ends_on', 'weekly_hours')),
    value            TEXT   NOT NULL,
    from_day         TEXT   NOT NULL,
    reason           TEXT   NOT NULL,
    noted_by         BIGINT REFERENCES people (id),
    noted_at         BIGINT NOT NULL
);

CREATE INDEX volunteering_amendments_by_volunteering ON volunteering_amendments (volunteering_id, id);

CREATE TABLE volunteering_absences (
    id              ROW_ID,
    volunteering_id BIGINT NOT NULL REFERENCES volunteerings (id),
    kind            TEXT   NOT NULL CHECK (kind IN ('leave', 'sick')),
    from_day        TEXT   NOT NULL,
    to_day          TEXT   NOT NULL,
    days            BIGINT NOT NULL CHECK (days > 0),
    certified       BIGINT NOT NULL DEFAULT 0 CHECK (certified IN (0, 1)),
    CHECK (to_day >= from_day)
);

CREATE INDEX volunteering_absences_by_volunteering ON volunteering_absences (volunteering_id, from_day);

CREATE TABLE volunteering_authorisations (
    id              ROW_ID,
    volunteering_id BIGINT NOT NULL REFERENCES volunteerings (id),
    guardian        TEXT   NOT NULL,
    phone           TEXT   NOT NULL,
    signed_on       TEXT   NOT NULL,
    file_id         BIGINT REFERENCES files (id),
    noted_by        BIGINT REFERENCES people (id),
    noted_at        BIGINT NOT NULL
);

CREATE INDEX volunteering_authorisations_by_volunteering ON volunteering_authorisations (volunteering_id, id);

CREATE TABLE volunteering_proofs (
    volunteering_id BIGINT NOT NULL REFERENCES volunteerings (id),
    month           TEXT   NOT NULL,
    noted_by        BIGINT REFERENCES people (id),
    noted_at        BIGINT NOT NULL,
    PRIMARY KEY (volunteering_id, month)
);

CREATE TABLE volunteering_tasks (
    id              ROW_ID,
    volunteering_id BIGINT NOT NULL REFERENCES volunteerings (id),
    kind            TEXT   NOT NULL CHECK (kind IN ('tell_asp', 'letter', 'take_leave', 'bilan', 'attestation', 'civic_declaration')),
    due_on          TEXT   NOT NULL,
    done_on         TEXT,
    done_by         BIGINT REFERENCES people (id),
    UNIQUE (volunteering_id, kind)
);
