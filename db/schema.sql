-- What the migrations add up to, by owner. Made from db/migrations; not edited.

-- platform

CREATE TABLE once_keys (
    key TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    location TEXT NOT NULL
);
CREATE INDEX once_keys_by_age ON once_keys (at);

CREATE TABLE journal (
    seq BIGINT PRIMARY KEY CHECK (seq > 0),
    at BIGINT NOT NULL,
    actor BIGINT,
    role TEXT NOT NULL,
    site_id BIGINT,
    action TEXT NOT NULL CHECK (action <> ''),
    subject_kind TEXT NOT NULL CHECK (subject_kind <> ''),
    subject_id BIGINT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    salt BYTES NOT NULL,
    details_hash BYTES NOT NULL CHECK (length(details_hash) = 32),
    previous BYTES NOT NULL CHECK (length(previous) = 32),
    hash BYTES NOT NULL CHECK (length(hash) = 32)
);
CREATE INDEX journal_by_subject ON journal (subject_kind, subject_id, seq);
CREATE INDEX journal_by_actor ON journal (actor, seq);
CREATE INDEX journal_by_site ON journal (site_id, seq);
CREATE INDEX journal_by_day ON journal (at);

CREATE TABLE journal_head (
    seq BIGINT PRIMARY KEY CHECK (seq > 0),
    hash BYTES NOT NULL CHECK (length(hash) = 32)
);

CREATE TABLE readings (
    id ROW_ID,
    at BIGINT NOT NULL,
    reader BIGINT,
    role TEXT NOT NULL,
    site_id BIGINT,
    person_id BIGINT NOT NULL,
    part TEXT NOT NULL CHECK (part <> '')
);
CREATE INDEX readings_by_person ON readings (person_id, at);
CREATE INDEX readings_by_reader ON readings (reader, at);

CREATE TABLE jobs (
    id ROW_ID,
    kind TEXT NOT NULL CHECK (kind <> ''),
    payload TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
    run_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL CHECK (attempts >= 0),
    last_error TEXT NOT NULL,
    site_id BIGINT,
    created_at BIGINT NOT NULL,
    lease_until BIGINT,
    finished_at BIGINT,
    CHECK ((state = 'running') = (lease_until IS NOT NULL)),
    CHECK ((state IN ('done', 'failed')) = (finished_at IS NOT NULL))
);
CREATE INDEX jobs_by_turn ON jobs (state, run_at);
CREATE INDEX jobs_by_kind ON jobs (kind, id);

CREATE TABLE job_times (
    name TEXT PRIMARY KEY,
    last_begun BIGINT NOT NULL
);
-- trigger journal_keeps_its_lines
-- trigger journal_keeps_its_words
CREATE INDEX readings_by_site ON readings (site_id, at);

-- files

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

-- mail

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

-- sessions

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

-- sites

CREATE TABLE sites (
    id                 ROW_ID,
    name               TEXT   NOT NULL UNIQUE,
    town               TEXT   NOT NULL,
    address            TEXT   NOT NULL,
    phone              TEXT   NOT NULL,
    mail               TEXT   NOT NULL,
    zone               TEXT   NOT NULL,
    material_cap_cents BIGINT NOT NULL CHECK (material_cap_cents >= 0),
    hour_value_cents   BIGINT NOT NULL CHECK (hour_value_cents >= 0)
);

-- people

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
, erased_at BIGINT);
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
, badge_sealed BYTES, badge_made_at BIGINT, pin_lookup TEXT);
CREATE INDEX people_credentials_by_pin ON people_credentials (pin_lookup);

-- cohorts

CREATE TABLE cohorts (
    id           ROW_ID,
    site_id      BIGINT NOT NULL REFERENCES sites (id),
    name         TEXT   NOT NULL,
    starts_on    TEXT   NOT NULL,
    ends_on      TEXT   NOT NULL,
    seats        BIGINT NOT NULL CHECK (seats > 0),
    weekly_hours BIGINT NOT NULL CHECK (weekly_hours > 0),
    CHECK (ends_on > starts_on)
);
CREATE INDEX cohorts_by_site ON cohorts (site_id, starts_on);

CREATE TABLE cohort_members (
    cohort_id  BIGINT NOT NULL REFERENCES cohorts (id),
    person_id  BIGINT NOT NULL REFERENCES people (id),
    joined_on  TEXT   NOT NULL,
    left_on    TEXT,
    PRIMARY KEY (cohort_id, person_id)
);
CREATE INDEX cohort_members_by_person ON cohort_members (person_id);
CREATE INDEX cohorts_by_start ON cohorts (starts_on);

-- partners

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

-- projects

CREATE TABLE projects (
    id           ROW_ID,
    site_id      BIGINT NOT NULL REFERENCES sites (id),
    cohort_id    BIGINT NOT NULL REFERENCES cohorts (id),
    title        TEXT   NOT NULL,
    template     TEXT   NOT NULL,
    due_on       TEXT,
    started_on   TEXT   NOT NULL,
    ended_on     TEXT,
    summary      TEXT   NOT NULL DEFAULT '',
    licence      TEXT   NOT NULL DEFAULT '' CHECK (licence IN ('', 'cc-by', 'cc-by-sa', 'cc0', 'kept')),
    sheet_ready  BIGINT NOT NULL DEFAULT 0 CHECK (sheet_ready IN (0, 1))
);
CREATE INDEX projects_by_cohort ON projects (cohort_id);

CREATE TABLE project_members (
    project_id BIGINT NOT NULL REFERENCES projects (id),
    person_id  BIGINT NOT NULL REFERENCES people (id),
    role       TEXT   NOT NULL CHECK (role IN ('member', 'lead', 'referent')),
    PRIMARY KEY (project_id, person_id)
);
CREATE INDEX project_members_by_person ON project_members (person_id);

CREATE TABLE project_turns (
    id         ROW_ID,
    project_id BIGINT NOT NULL REFERENCES projects (id),
    person_id  BIGINT NOT NULL REFERENCES people (id),
    role       TEXT   NOT NULL CHECK (role IN ('lead', 'referent')),
    took       BIGINT NOT NULL CHECK (took IN (0, 1)),
    on_day     TEXT   NOT NULL
);
CREATE INDEX project_turns_by_person ON project_turns (person_id, role);
CREATE INDEX project_turns_by_project ON project_turns (project_id);

CREATE TABLE project_steps (
    id         ROW_ID,
    project_id BIGINT NOT NULL REFERENCES projects (id),
    position   BIGINT NOT NULL,
    kind       TEXT   NOT NULL CHECK (kind IN ('meet', 'design', 'prototype', 'make', 'finish', 'document', 'deliver')),
    title      TEXT   NOT NULL DEFAULT '',
    state      TEXT   NOT NULL CHECK (state IN ('todo', 'doing', 'done'))
);
CREATE INDEX project_steps_by_project ON project_steps (project_id, position);

CREATE TABLE project_step_people (
    step_id   BIGINT NOT NULL REFERENCES project_steps (id),
    person_id BIGINT NOT NULL REFERENCES people (id),
    PRIMARY KEY (step_id, person_id)
);
CREATE INDEX project_step_people_by_person ON project_step_people (person_id);

CREATE TABLE project_work (
    id         ROW_ID,
    project_id BIGINT NOT NULL REFERENCES projects (id),
    step_id    BIGINT NOT NULL REFERENCES project_steps (id),
    person_id  BIGINT NOT NULL REFERENCES people (id),
    on_day     TEXT   NOT NULL,
    minutes    BIGINT NOT NULL CHECK (minutes > 0 AND minutes <= 720),
    noted_by   BIGINT NOT NULL REFERENCES people (id)
);
CREATE INDEX project_work_by_project ON project_work (project_id);
CREATE INDEX project_work_by_person ON project_work (person_id);

CREATE TABLE project_tries (
    id            ROW_ID,
    project_id    BIGINT NOT NULL REFERENCES projects (id),
    step_id       BIGINT NOT NULL REFERENCES project_steps (id),
    on_day        TEXT   NOT NULL,
    what_happened TEXT   NOT NULL,
    what_changed  TEXT   NOT NULL,
    file_id       BIGINT REFERENCES files (id),
    noted_by      BIGINT NOT NULL REFERENCES people (id)
);
CREATE INDEX project_tries_by_project ON project_tries (project_id);

CREATE TABLE project_photos (
    id          ROW_ID,
    project_id  BIGINT NOT NULL REFERENCES projects (id),
    step_id     BIGINT REFERENCES project_steps (id),
    file_id     BIGINT NOT NULL REFERENCES files (id),
    description TEXT   NOT NULL,
    shows_people BIGINT NOT NULL CHECK (shows_people IN (0, 1)),
    may_publish BIGINT NOT NULL DEFAULT 0 CHECK (may_publish IN (0, 1)),
    taken_by    BIGINT NOT NULL REFERENCES people (id),
    taken_at    BIGINT NOT NULL
);
CREATE INDEX project_photos_by_project ON project_photos (project_id);

CREATE TABLE project_checks (
    id         ROW_ID,
    project_id BIGINT NOT NULL REFERENCES projects (id),
    position   BIGINT NOT NULL,
    what       TEXT   NOT NULL,
    passed     BIGINT CHECK (passed IN (0, 1)),
    checked_by BIGINT REFERENCES people (id),
    checked_at BIGINT
);
CREATE INDEX project_checks_by_project ON project_checks (project_id, position);

-- orders

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

-- programmes

CREATE TABLE cohort_slots (
    id              ROW_ID,
    cohort_id       BIGINT NOT NULL REFERENCES cohorts (id),
    weekday         BIGINT NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    half            TEXT   NOT NULL CHECK (half IN ('am', 'pm')),
    starts_at       BIGINT NOT NULL CHECK (starts_at >= 0),
    ends_at         BIGINT NOT NULL CHECK (ends_at <= 1440),
    nature          TEXT   NOT NULL CHECK (nature IN ('mission', 'learning', 'civic', 'future', 'collective', 'visit')),
    organisation_id BIGINT REFERENCES organisations (id),
    CHECK (ends_at > starts_at),
    UNIQUE (cohort_id, weekday, half)
);

CREATE TABLE cohort_closings (
    id        ROW_ID,
    cohort_id BIGINT NOT NULL REFERENCES cohorts (id),
    from_day  TEXT   NOT NULL,
    to_day    TEXT   NOT NULL,
    reason    TEXT   NOT NULL,
    CHECK (to_day >= from_day)
);
CREATE INDEX cohort_closings_by_cohort ON cohort_closings (cohort_id, from_day);

CREATE TABLE cohort_phases (
    cohort_id BIGINT NOT NULL REFERENCES cohorts (id),
    kind      TEXT   NOT NULL CHECK (kind IN ('integration', 'first_orders', 'team_orders', 'midway', 'teaching', 'next_step')),
    starts_on TEXT   NOT NULL,
    ends_on   TEXT   NOT NULL,
    CHECK (ends_on >= starts_on),
    PRIMARY KEY (cohort_id, kind)
);

CREATE TABLE cohort_goals (
    cohort_id BIGINT NOT NULL REFERENCES cohorts (id),
    measure   TEXT   NOT NULL CHECK (measure IN ('women', 'priority_areas', 'attendance', 'stay', 'way_forward', 'orders')),
    target    BIGINT NOT NULL CHECK (target BETWEEN 1 AND 10000),
    PRIMARY KEY (cohort_id, measure)
);

-- parameters

CREATE TABLE parameters (
    id         ROW_ID,
    key        TEXT   NOT NULL,
    value      BIGINT NOT NULL,
    valid_from TEXT   NOT NULL,
    valid_to   TEXT,
    source     TEXT   NOT NULL,
    grade      TEXT   NOT NULL CHECK (grade IN ('read', 'secondary', 'to_verify')),
    added_by   BIGINT REFERENCES people (id),
    added_at   BIGINT NOT NULL DEFAULT 0,
    CHECK (valid_to IS NULL OR valid_to >= valid_from),
    UNIQUE (key, valid_from)
);

-- volunteering

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

-- timetable

CREATE TABLE timetable_sessions (
    id           ROW_ID,
    site_id      BIGINT NOT NULL REFERENCES sites (id),
    cohort_id    BIGINT REFERENCES cohorts (id),
    kind         TEXT   NOT NULL CHECK (kind IN ('training', 'orders', 'residents', 'civic', 'visit', 'integration', 'interview', 'team')),
    nature       TEXT   NOT NULL CHECK (nature IN ('mission', 'learning', 'civic', 'future', 'collective', 'visit')),
    title        TEXT   NOT NULL,
    room         TEXT   NOT NULL,
    capacity     BIGINT CHECK (capacity > 0),
    on_day       TEXT   NOT NULL,
    starts       BIGINT NOT NULL CHECK (starts >= 0),
    ends         BIGINT NOT NULL CHECK (ends > starts AND ends <= 1440),
    operator     TEXT   NOT NULL DEFAULT '',
    outside      TEXT   NOT NULL DEFAULT '',
    kept_because TEXT   NOT NULL DEFAULT '',
    cancelled    TEXT
);
CREATE INDEX timetable_sessions_by_site ON timetable_sessions (site_id, on_day);
CREATE INDEX timetable_sessions_by_day ON timetable_sessions (on_day);
CREATE INDEX timetable_sessions_by_cohort ON timetable_sessions (cohort_id, on_day);

CREATE TABLE timetable_contributors (
    session_id BIGINT NOT NULL REFERENCES timetable_sessions (id),
    person_id  BIGINT NOT NULL REFERENCES people (id),
    PRIMARY KEY (session_id, person_id)
);
CREATE INDEX timetable_contributors_by_person ON timetable_contributors (person_id);

-- attendance

CREATE TABLE attendance_marks (
    id         ROW_ID,
    person_id  BIGINT NOT NULL REFERENCES people (id),
    cohort_id  BIGINT NOT NULL REFERENCES cohorts (id),
    site_id    BIGINT NOT NULL REFERENCES sites (id),
    on_day     TEXT   NOT NULL,
    half       TEXT   NOT NULL CHECK (half IN ('am', 'pm')),
    code       TEXT   NOT NULL CHECK (code IN ('present', 'present_late', 'left_early', 'excused', 'sick_certified', 'leave',
                                               'public_holiday', 'training_outside', 'appointment_ml', 'unexcused', 'site_closed')),
    due        BIGINT NOT NULL CHECK (due >= 0),
    done       BIGINT NOT NULL CHECK (done >= 0),
    arrived    BIGINT,
    gone       BIGINT,
    method     TEXT   NOT NULL CHECK (method IN ('staff', 'badge', 'pin', 'paper')),
    reason     TEXT   NOT NULL DEFAULT '',
    marked_by  BIGINT REFERENCES people (id),
    marked_at  BIGINT NOT NULL,
    tablet_at  BIGINT
);
CREATE INDEX attendance_marks_by_person ON attendance_marks (person_id, on_day, half, id);
CREATE INDEX attendance_marks_by_cohort ON attendance_marks (cohort_id, on_day, half);

CREATE TABLE attendance_notices (
    id        ROW_ID,
    person_id BIGINT NOT NULL REFERENCES people (id),
    cohort_id BIGINT NOT NULL REFERENCES cohorts (id),
    on_day    TEXT   NOT NULL,
    kind      TEXT   NOT NULL CHECK (kind IN ('late', 'absent')),
    minutes   BIGINT CHECK (minutes > 0),
    words     TEXT   NOT NULL DEFAULT '',
    said_at   BIGINT NOT NULL,
    seen_by   BIGINT REFERENCES people (id),
    seen_at   BIGINT
);
CREATE INDEX attendance_notices_by_person ON attendance_notices (person_id, on_day);
CREATE INDEX attendance_notices_by_cohort ON attendance_notices (cohort_id, on_day);

CREATE TABLE attendance_signatures (
    seq          BIGINT NOT NULL PRIMARY KEY,
    role         TEXT   NOT NULL CHECK (role IN ('participant', 'trainer')),
    person_id    BIGINT NOT NULL REFERENCES people (id),
    name         TEXT   NOT NULL,
    cohort_id    BIGINT NOT NULL REFERENCES cohorts (id),
    on_day       TEXT   NOT NULL,
    half         TEXT   NOT NULL CHECK (half IN ('am', 'pm')),
    covers       TEXT   NOT NULL,
    signed_at    BIGINT NOT NULL,
    method       TEXT   NOT NULL CHECK (method IN ('pin', 'drawn', 'badge', 'paper')),
    witness_id   BIGINT REFERENCES people (id),
    drawing_id   BIGINT REFERENCES files (id),
    drawing      TEXT   NOT NULL DEFAULT '',
    salt         BYTES  NOT NULL,
    content_hash BYTES  NOT NULL,
    previous     BYTES  NOT NULL,
    hash         BYTES  NOT NULL
);
CREATE INDEX attendance_signatures_by_sheet ON attendance_signatures (cohort_id, on_day, half);
CREATE INDEX attendance_signatures_by_person ON attendance_signatures (person_id, on_day);

CREATE TABLE attendance_chain_end (
    seq  BIGINT NOT NULL PRIMARY KEY,
    hash BYTES  NOT NULL
);

-- kiosk

CREATE TABLE kiosk_devices (
    id         ROW_ID,
    site_id    BIGINT NOT NULL REFERENCES sites (id),
    name       TEXT   NOT NULL,
    token_hash TEXT   NOT NULL UNIQUE,
    paired_at  BIGINT NOT NULL,
    ended_at   BIGINT
);
CREATE INDEX kiosk_devices_by_site ON kiosk_devices (site_id);

CREATE TABLE kiosk_taps (
    tap_key     TEXT   NOT NULL PRIMARY KEY,
    device_id   BIGINT NOT NULL REFERENCES kiosk_devices (id),
    person_id   BIGINT REFERENCES people (id),
    kind        TEXT   NOT NULL CHECK (kind IN ('arrive', 'leave')),
    method      TEXT   NOT NULL CHECK (method IN ('badge', 'pin')),
    happened_at BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    tablet_at   BIGINT
);
CREATE INDEX kiosk_taps_by_device ON kiosk_taps (device_id, happened_at);

-- statements

CREATE TABLE statement_followers (
    person_id  BIGINT NOT NULL PRIMARY KEY REFERENCES people (id),
    adviser_id BIGINT NOT NULL REFERENCES people (id),
    since      TEXT   NOT NULL
);
CREATE INDEX statement_followers_by_adviser ON statement_followers (adviser_id);

CREATE TABLE statements (
    id         ROW_ID,
    person_id  BIGINT NOT NULL REFERENCES people (id),
    cohort_id  BIGINT NOT NULL REFERENCES cohorts (id),
    site_id    BIGINT NOT NULL REFERENCES sites (id),
    adviser_id BIGINT NOT NULL REFERENCES people (id),
    month      TEXT   NOT NULL,
    due        BIGINT NOT NULL,
    done       BIGINT NOT NULL,
    absences   BIGINT NOT NULL,
    content    TEXT   NOT NULL,
    sent_at    BIGINT NOT NULL,
    sent_by    BIGINT NOT NULL REFERENCES people (id),
    signed_at  BIGINT,
    UNIQUE (person_id, month)
);
CREATE INDEX statements_by_adviser ON statements (adviser_id, month);
CREATE INDEX statements_by_cohort ON statements (cohort_id, month);

-- recruitment

CREATE TABLE recruitment_settings (
    site_id          BIGINT NOT NULL PRIMARY KEY REFERENCES sites (id),
    keep_months      BIGINT NOT NULL CHECK (keep_months BETWEEN 1 AND 24),
    undecided_months BIGINT NOT NULL CHECK (undecided_months BETWEEN 1 AND 24)
);

CREATE TABLE recruitment_towns (
    site_id    BIGINT NOT NULL REFERENCES sites (id),
    town       TEXT   NOT NULL,
    search_key TEXT   NOT NULL,
    PRIMARY KEY (site_id, search_key)
);

CREATE TABLE recruitment_meetings (
    id            ROW_ID,
    site_id       BIGINT NOT NULL REFERENCES sites (id),
    cohort_id     BIGINT REFERENCES cohorts (id),
    on_day        TEXT   NOT NULL,
    starts_at     BIGINT NOT NULL CHECK (starts_at BETWEEN 0 AND 1439),
    minutes       BIGINT NOT NULL CHECK (minutes BETWEEN 15 AND 600),
    place         TEXT   NOT NULL,
    seats         BIGINT NOT NULL CHECK (seats BETWEEN 1 AND 500),
    contact       TEXT   NOT NULL,
    phone         TEXT   NOT NULL,
    headcount     BIGINT CHECK (headcount BETWEEN 0 AND 1000),
    called_off_at BIGINT,
    planned_at    BIGINT NOT NULL
);
CREATE INDEX recruitment_meetings_by_site ON recruitment_meetings (site_id, on_day);

CREATE TABLE recruitment_referrers (
    id         ROW_ID,
    site_id    BIGINT NOT NULL REFERENCES sites (id),
    contact_id BIGINT NOT NULL REFERENCES organisation_contacts (id),
    since      BIGINT NOT NULL,
    link_at    BIGINT NOT NULL
);
CREATE UNIQUE INDEX recruitment_referrers_by_contact ON recruitment_referrers (contact_id, site_id);

CREATE TABLE recruitment_candidates (
    id           ROW_ID,
    site_id      BIGINT NOT NULL REFERENCES sites (id),
    cohort_id    BIGINT REFERENCES cohorts (id),
    given_name   TEXT   NOT NULL,
    family_name  TEXT   NOT NULL,
    search_key   TEXT   NOT NULL,
    mail         TEXT,
    phone        TEXT,
    birth_day    TEXT,
    town         TEXT   NOT NULL,
    gender       TEXT   NOT NULL CHECK (gender IN ('f', 'm', 'n')),
    level        TEXT   NOT NULL CHECK (level IN ('unknown', 'none', 'dnb', 'cap', 'bac', 'bac2', 'bac3', 'more')),
    registered   TEXT   NOT NULL CHECK (registered IN ('unknown', 'yes', 'no')),
    cej          TEXT   NOT NULL CHECK (cej IN ('unknown', 'none', 'coming', 'signed')),
    until_thirty BIGINT NOT NULL CHECK (until_thirty IN (0, 1)),
    source       TEXT   NOT NULL CHECK (source IN ('referral', 'alone', 'counter')),
    referrer_id  BIGINT REFERENCES recruitment_referrers (id),
    came_at      BIGINT NOT NULL,
    changed_at   BIGINT NOT NULL,
    withdrawn_at BIGINT,
    withdrawn_by TEXT CHECK (withdrawn_by IN ('self', 'referrer', 'team')),
    person_id    BIGINT REFERENCES people (id),
    purged_at    BIGINT,
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
    CHECK (purged_at IS NOT NULL OR given_name <> ''),
    CHECK (purged_at IS NULL OR (given_name = '' AND family_name = '' AND mail IS NULL AND phone IS NULL
                                 AND birth_day IS NULL AND town = ''))
);
CREATE INDEX recruitment_candidates_by_site ON recruitment_candidates (site_id, cohort_id);
CREATE INDEX recruitment_candidates_by_referrer ON recruitment_candidates (referrer_id);
CREATE INDEX recruitment_candidates_by_key ON recruitment_candidates (site_id, search_key);
CREATE INDEX recruitment_candidates_by_person ON recruitment_candidates (person_id);

CREATE TABLE recruitment_answers (
    candidate_id BIGINT NOT NULL REFERENCES recruitment_candidates (id),
    question     TEXT   NOT NULL CHECK (question IN ('help', 'like', 'limit', 'show', 'wish')),
    answer       TEXT   NOT NULL,
    PRIMARY KEY (candidate_id, question, answer)
);

CREATE TABLE recruitment_seats (
    meeting_id    BIGINT NOT NULL REFERENCES recruitment_meetings (id),
    candidate_id  BIGINT NOT NULL REFERENCES recruitment_candidates (id),
    status        TEXT   NOT NULL CHECK (status IN ('invited', 'booked', 'came', 'missed', 'excused')),
    invited_at    BIGINT NOT NULL,
    changed_at    BIGINT NOT NULL,
    reminded_week BIGINT,
    reminded_day  BIGINT,
    PRIMARY KEY (meeting_id, candidate_id)
);
CREATE INDEX recruitment_seats_by_candidate ON recruitment_seats (candidate_id);

CREATE TABLE recruitment_interviews (
    id           ROW_ID,
    candidate_id BIGINT NOT NULL REFERENCES recruitment_candidates (id),
    on_day       TEXT   NOT NULL,
    starts_at    BIGINT NOT NULL CHECK (starts_at BETWEEN 0 AND 1439),
    place        TEXT   NOT NULL,
    with_person  BIGINT REFERENCES people (id),
    state        TEXT   NOT NULL CHECK (state IN ('offered', 'agreed', 'held', 'missed', 'moved')),
    offered_at   BIGINT NOT NULL,
    changed_at   BIGINT NOT NULL,
    reminded_day BIGINT
);
CREATE INDEX recruitment_interviews_by_candidate ON recruitment_interviews (candidate_id);
CREATE INDEX recruitment_interviews_by_day ON recruitment_interviews (on_day);

CREATE TABLE recruitment_decisions (
    id           ROW_ID,
    candidate_id BIGINT NOT NULL REFERENCES recruitment_candidates (id),
    verdict      TEXT   NOT NULL CHECK (verdict IN ('admitted', 'waiting', 'other_way')),
    reason       TEXT   NOT NULL,
    instead      TEXT   NOT NULL,
    cohort_id    BIGINT REFERENCES cohorts (id),
    decided_by   BIGINT REFERENCES people (id),
    decided_at   BIGINT NOT NULL,
    undone_at    BIGINT
);
CREATE INDEX recruitment_decisions_by_candidate ON recruitment_decisions (candidate_id);

CREATE TABLE recruitment_readings (
    id           ROW_ID,
    candidate_id BIGINT NOT NULL REFERENCES recruitment_candidates (id),
    at           BIGINT NOT NULL,
    reader       BIGINT,
    role         TEXT   NOT NULL
);
CREATE INDEX recruitment_readings_by_candidate ON recruitment_readings (candidate_id, at);
CREATE INDEX recruitment_readings_by_age ON recruitment_readings (at);

CREATE TABLE recruitment_drafts (
    id           ROW_ID,
    answers      TEXT   NOT NULL,
    changed_at   BIGINT NOT NULL,
    candidate_id BIGINT REFERENCES recruitment_candidates (id)
);
CREATE INDEX recruitment_drafts_by_age ON recruitment_drafts (changed_at);

-- notebook

CREATE TABLE notebook_goals (
    id          ROW_ID,
    person_id   BIGINT NOT NULL REFERENCES people (id),
    site_id     BIGINT NOT NULL REFERENCES sites (id),
    theme       TEXT   NOT NULL CHECK (theme IN ('work', 'training', 'skills', 'housing', 'health', 'mobility', 'papers', 'money', 'digital', 'leisure')),
    title       TEXT   NOT NULL,
    consent     TEXT   NOT NULL CHECK (consent IN ('not_yet', 'yes', 'no')),
    state       TEXT   NOT NULL CHECK (state IN ('open', 'reached', 'left')),
    proposed_by BIGINT NOT NULL REFERENCES people (id),
    proposed_on TEXT   NOT NULL,
    answered_on TEXT,
    ended_on    TEXT
);
CREATE INDEX notebook_goals_by_person ON notebook_goals (person_id);

CREATE TABLE notebook_actions (
    id         ROW_ID,
    goal_id    BIGINT NOT NULL REFERENCES notebook_goals (id),
    what       TEXT   NOT NULL,
    doer       TEXT   NOT NULL CHECK (doer IN ('person', 'team', 'adviser', 'together')),
    due_on     TEXT,
    done_on    TEXT
);
CREATE INDEX notebook_actions_by_goal ON notebook_actions (goal_id);

CREATE TABLE notebook_notes (
    id         ROW_ID,
    person_id  BIGINT NOT NULL REFERENCES people (id),
    site_id    BIGINT NOT NULL REFERENCES sites (id),
    reading    TEXT   NOT NULL CHECK (reading IN ('own', 'shared', 'team', 'coordinator')),
    note       TEXT   NOT NULL,
    written_by BIGINT NOT NULL REFERENCES people (id),
    written_on TEXT   NOT NULL,
    ends_on    TEXT   NOT NULL
);
CREATE INDEX notebook_notes_by_person ON notebook_notes (person_id, written_on);
CREATE INDEX notebook_notes_by_end ON notebook_notes (ends_on);

CREATE TABLE notebook_checkins (
    id         ROW_ID,
    person_id  BIGINT NOT NULL REFERENCES people (id),
    site_id    BIGINT NOT NULL REFERENCES sites (id),
    mood       TEXT   NOT NULL CHECK (mood IN ('well', 'tired', 'so_so', 'hard')),
    footing    TEXT   NOT NULL CHECK (footing IN ('sure', 'moving', 'searching', 'unsure')),
    own_words  TEXT   NOT NULL DEFAULT '',
    talk       TEXT   NOT NULL CHECK (talk IN ('no', 'wanted', 'done')),
    shared     BIGINT NOT NULL CHECK (shared IN (0, 1)),
    written_at BIGINT NOT NULL
);
CREATE INDEX notebook_checkins_by_person ON notebook_checkins (person_id, written_at);
CREATE INDEX notebook_checkins_by_site ON notebook_checkins (site_id, talk);

-- paths

CREATE TABLE path_interviews (
    id         ROW_ID,
    person_id  BIGINT NOT NULL REFERENCES people (id),
    cohort_id  BIGINT NOT NULL REFERENCES cohorts (id),
    site_id    BIGINT NOT NULL REFERENCES sites (id),
    kind       TEXT   NOT NULL CHECK (kind IN ('day7', 'month1', 'month3', 'month6', 'exit', 'after1', 'after3', 'after6', 'after12', 'extra')),
    due_on     TEXT   NOT NULL,
    state      TEXT   NOT NULL CHECK (state IN ('planned', 'offered', 'agreed', 'held', 'missed', 'dropped')),
    meets_at   BIGINT,
    place      TEXT   NOT NULL DEFAULT '',
    with_whom  BIGINT REFERENCES people (id),
    held_on    TEXT
);
CREATE INDEX path_interviews_by_person ON path_interviews (person_id, due_on);
CREATE INDEX path_interviews_by_site ON path_interviews (site_id, state, due_on);
CREATE UNIQUE INDEX path_interviews_once ON path_interviews (person_id, cohort_id, kind) WHERE kind <> 'extra';

-- messages

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

CREATE TABLE message_notices (
    id        ROW_ID,
    person_id BIGINT NOT NULL REFERENCES people (id),
    on_day    TEXT   NOT NULL,
    sent_at   BIGINT NOT NULL
);
CREATE INDEX message_notices_by_person ON message_notices (person_id, on_day);

-- outcomes

CREATE TABLE outcome_exits (
    id         ROW_ID,
    cohort_id  BIGINT NOT NULL REFERENCES cohorts (id),
    person_id  BIGINT NOT NULL REFERENCES people (id),
    site_id    BIGINT NOT NULL REFERENCES sites (id),
    left_on    TEXT   NOT NULL,
    early      BIGINT NOT NULL CHECK (early IN (0, 1)),
    reason     TEXT   NOT NULL CHECK (reason IN ('term', 'job', 'studies', 'agreement', 'abandonment', 'fault', 'health',
                                                 'move', 'host_closed', 'not_noted')),
    situation  TEXT   NOT NULL CHECK (situation IN ('permanent', 'fixed_long', 'fixed_short', 'temporary', 'own_business',
                                                    'apprenticeship', 'pro_contract', 'qualifying', 'pre_qualifying',
                                                    'school', 'civic_service', 'scheme', 'job_search', 'health', 'moved',
                                                    'unreachable', 'died', 'no_solution', 'not_known')),
    field      TEXT   CHECK (field IN ('communication', 'information', 'culture', 'other')),
    proof      TEXT   NOT NULL CHECK (proof IN ('contract', 'training', 'adviser', 'statement', 'none')),
    file_id    BIGINT REFERENCES files (id),
    noted_by   BIGINT REFERENCES people (id),
    noted_at   BIGINT NOT NULL,
    UNIQUE (cohort_id, person_id)
);
CREATE INDEX outcome_exits_by_site ON outcome_exits (site_id, left_on);
CREATE INDEX outcome_exits_by_person ON outcome_exits (person_id);

CREATE TABLE outcome_tasks (
    exit_id BIGINT NOT NULL REFERENCES outcome_exits (id),
    task    TEXT   NOT NULL CHECK (task IN ('machines', 'questionnaire', 'review', 'attestation', 'state', 'civic')),
    done_on TEXT   NOT NULL,
    done_by BIGINT REFERENCES people (id),
    PRIMARY KEY (exit_id, task)
);

CREATE TABLE outcome_news (
    id          ROW_ID,
    exit_id     BIGINT NOT NULL REFERENCES outcome_exits (id),
    months      BIGINT NOT NULL CHECK (months IN (1, 3, 6, 12)),
    due_on      TEXT   NOT NULL,
    answered_on TEXT,
    by_self     BIGINT NOT NULL DEFAULT 0 CHECK (by_self IN (0, 1)),
    situation   TEXT   CHECK (situation IN ('permanent', 'fixed_long', 'fixed_short', 'temporary', 'own_business',
                                            'apprenticeship', 'pro_contract', 'qualifying', 'pre_qualifying', 'school',
                                            'civic_service', 'scheme', 'job_search', 'health', 'moved', 'unreachable',
                                            'died', 'no_solution', 'not_known')),
    field       TEXT   CHECK (field IN ('communication', 'information', 'culture', 'other')),
    proof       TEXT   CHECK (proof IN ('contract', 'training', 'adviser', 'statement', 'none')),
    missing     TEXT   CHECK (missing IN ('unreachable', 'refused', 'died', 'moved')),
    CHECK (answered_on IS NULL OR (situation IS NULL) <> (missing IS NULL)),
    UNIQUE (exit_id, months)
);
CREATE INDEX outcome_news_by_due ON outcome_news (due_on, answered_on);

CREATE TABLE outcome_tries (
    id       ROW_ID,
    news_id  BIGINT NOT NULL REFERENCES outcome_news (id),
    tried_at BIGINT NOT NULL,
    channel  TEXT   NOT NULL CHECK (channel IN ('sms', 'mail', 'call')),
    result   TEXT   NOT NULL CHECK (result IN ('sent', 'no_reply', 'wrong_address', 'will_answer')),
    tried_by BIGINT REFERENCES people (id)
);
CREATE INDEX outcome_tries_by_news ON outcome_tries (news_id, tried_at);

CREATE TABLE outcome_reviews (
    exit_id       BIGINT NOT NULL PRIMARY KEY REFERENCES outcome_exits (id),
    objectives    TEXT   NOT NULL,
    tasks         TEXT   NOT NULL,
    learned       TEXT   NOT NULL,
    own_words     TEXT   NOT NULL,
    tutor_host    TEXT   NOT NULL,
    tutor_sender  TEXT   NOT NULL,
    talked_on     TEXT   NOT NULL,
    written_by    BIGINT REFERENCES people (id)
);

-- machines

CREATE TABLE machines (
    id              ROW_ID,
    site_id         BIGINT NOT NULL REFERENCES sites (id),
    code            TEXT   NOT NULL UNIQUE,
    name            TEXT   NOT NULL,
    model           TEXT   NOT NULL DEFAULT '',
    family          TEXT   NOT NULL,
    place           TEXT   NOT NULL DEFAULT '',
    danger          TEXT   NOT NULL CHECK (danger IN ('free', 'trained', 'regulated')),
    supervised      BIGINT NOT NULL DEFAULT 0 CHECK (supervised IN (0, 1)),
    safety          TEXT   NOT NULL DEFAULT '',
    steps           TEXT   NOT NULL DEFAULT '',
    manual          TEXT   NOT NULL DEFAULT '',
    photo_file_id   BIGINT REFERENCES files (id),
    running_minutes BIGINT NOT NULL DEFAULT 0 CHECK (running_minutes >= 0),
    retired_on      TEXT,
    made_at         BIGINT NOT NULL
);
CREATE INDEX machines_by_site ON machines (site_id, name);

CREATE TABLE machine_needs (
    machine_id BIGINT NOT NULL REFERENCES machines (id),
    needs_id   BIGINT NOT NULL REFERENCES machines (id),
    PRIMARY KEY (machine_id, needs_id),
    CHECK (machine_id <> needs_id)
);
CREATE INDEX machine_needs_backwards ON machine_needs (needs_id);

CREATE TABLE machine_faults (
    id            ROW_ID,
    machine_id    BIGINT NOT NULL REFERENCES machines (id),
    kind          TEXT   NOT NULL,
    stops         BIGINT NOT NULL CHECK (stops IN (0, 1)),
    note          TEXT   NOT NULL DEFAULT '',
    photo_file_id BIGINT REFERENCES files (id),
    reported_by   BIGINT REFERENCES people (id),
    reported_at   BIGINT NOT NULL,
    repair        TEXT   NOT NULL DEFAULT '',
    closed_by     BIGINT REFERENCES people (id),
    closed_at     BIGINT
);
CREATE INDEX machine_faults_by_machine ON machine_faults (machine_id, closed_at);
CREATE INDEX machine_faults_by_person ON machine_faults (reported_by);

CREATE TABLE machine_lockouts (
    id          ROW_ID,
    machine_id  BIGINT NOT NULL REFERENCES machines (id),
    reason      TEXT   NOT NULL,
    note        TEXT   NOT NULL DEFAULT '',
    locked_by   BIGINT REFERENCES people (id),
    locked_at   BIGINT NOT NULL,
    done        TEXT   NOT NULL DEFAULT '',
    released_by BIGINT REFERENCES people (id),
    released_at BIGINT
);
CREATE INDEX machine_lockouts_by_machine ON machine_lockouts (machine_id, released_at);
CREATE UNIQUE INDEX machine_lockouts_one ON machine_lockouts (machine_id) WHERE released_at IS NULL;

-- maintenance

CREATE TABLE maintenance_plans (
    id            ROW_ID,
    machine_id    BIGINT NOT NULL REFERENCES machines (id),
    title         TEXT   NOT NULL,
    checklist     TEXT   NOT NULL DEFAULT '',
    every_days    BIGINT CHECK (every_days > 0),
    every_minutes BIGINT CHECK (every_minutes > 0),
    blocks        BIGINT NOT NULL DEFAULT 0 CHECK (blocks IN (0, 1)),
    last_day      TEXT   NOT NULL,
    last_minutes  BIGINT NOT NULL DEFAULT 0,
    ended_on      TEXT,
    CHECK (every_days IS NOT NULL OR every_minutes IS NOT NULL)
);
CREATE INDEX maintenance_plans_by_machine ON maintenance_plans (machine_id);

CREATE TABLE maintenance_works (
    id              ROW_ID,
    plan_id         BIGINT NOT NULL REFERENCES maintenance_plans (id),
    on_day          TEXT   NOT NULL,
    running_minutes BIGINT NOT NULL,
    left_out        TEXT   NOT NULL DEFAULT '',
    parts           TEXT   NOT NULL DEFAULT '',
    cost            BIGINT NOT NULL DEFAULT 0 CHECK (cost >= 0),
    done_by         BIGINT REFERENCES people (id),
    noted_at        BIGINT NOT NULL
);
CREATE INDEX maintenance_works_by_plan ON maintenance_works (plan_id, on_day);

CREATE TABLE maintenance_incidents (
    id         ROW_ID,
    site_id    BIGINT NOT NULL REFERENCES sites (id),
    machine_id BIGINT REFERENCES machines (id),
    kind       TEXT   NOT NULL CHECK (kind IN ('near_miss', 'damage', 'first_aid', 'accident')),
    on_day     TEXT   NOT NULL,
    what       TEXT   NOT NULL,
    measures   TEXT   NOT NULL DEFAULT '',
    declared   BIGINT NOT NULL DEFAULT 0 CHECK (declared IN (0, 1)),
    noted_by   BIGINT REFERENCES people (id),
    noted_at   BIGINT NOT NULL
);
CREATE INDEX maintenance_incidents_by_site ON maintenance_incidents (site_id, on_day);

-- authorisations

CREATE TABLE authorisation_courses (
    family       TEXT   NOT NULL PRIMARY KEY,
    lesson       TEXT   NOT NULL,
    valid_months BIGINT NOT NULL CHECK (valid_months BETWEEN 1 AND 60)
);

CREATE TABLE authorisation_questions (
    id       ROW_ID,
    family   TEXT   NOT NULL REFERENCES authorisation_courses (family),
    question TEXT   NOT NULL,
    correct  TEXT   NOT NULL,
    wrong    TEXT   NOT NULL
);
CREATE INDEX authorisation_questions_by_family ON authorisation_questions (family, id);

CREATE TABLE authorisation_steps (
    person_id BIGINT NOT NULL REFERENCES people (id),
    family    TEXT   NOT NULL,
    step      TEXT   NOT NULL CHECK (step IN ('training', 'quiz', 'demonstration', 'signature')),
    on_day    TEXT   NOT NULL,
    seen_by   BIGINT REFERENCES people (id),
    PRIMARY KEY (person_id, family, step)
);

CREATE TABLE authorisations (
    id            ROW_ID,
    person_id     BIGINT NOT NULL REFERENCES people (id),
    family        TEXT   NOT NULL,
    level         TEXT   NOT NULL,
    granted_by    BIGINT REFERENCES people (id),
    granted_on    TEXT   NOT NULL,
    expires_on    TEXT   NOT NULL,
    revoked_on    TEXT,
    revoked_by    BIGINT REFERENCES people (id),
    revoke_reason TEXT
);
CREATE INDEX authorisations_by_person ON authorisations (person_id, family);
CREATE INDEX authorisations_by_family ON authorisations (family, person_id);

CREATE TABLE authorisation_grounds (
    id         ROW_ID,
    person_id  BIGINT NOT NULL REFERENCES people (id),
    family     TEXT   NOT NULL,
    ground     TEXT   NOT NULL,
    from_day   TEXT   NOT NULL,
    to_day     TEXT   NOT NULL,
    given_by   BIGINT REFERENCES people (id),
    given_at   BIGINT NOT NULL,
    ended_on   TEXT,
    CHECK (to_day >= from_day)
);
CREATE INDEX authorisation_grounds_by_person ON authorisation_grounds (person_id, family);

-- printers

CREATE TABLE printers (
    id            ROW_ID,
    machine_id    BIGINT NOT NULL UNIQUE,
    site_id       BIGINT NOT NULL REFERENCES sites (id),
    kind          TEXT   NOT NULL CHECK (kind IN ('octoprint', 'moonraker', 'prusalink')),
    address       TEXT   NOT NULL,
    user_name     TEXT   NOT NULL DEFAULT '',
    secret_sealed BYTES  NOT NULL,
    registered_by BIGINT REFERENCES people (id),
    registered_at BIGINT NOT NULL,
    program       TEXT   NOT NULL DEFAULT '',
    storage       TEXT   NOT NULL DEFAULT '',
    condition     TEXT   NOT NULL DEFAULT 'unknown' CHECK (condition IN ('unknown', 'offline', 'idle', 'busy', 'printing',
                                                    'paused', 'finished', 'cancelled', 'needs_human', 'broken')),
    file          TEXT   NOT NULL DEFAULT '',
    run_ref       TEXT   NOT NULL DEFAULT '',
    permille      BIGINT CHECK (permille BETWEEN 0 AND 1000),
    seconds_left  BIGINT,
    seconds_done  BIGINT,
    nozzle_c      BIGINT,
    bed_c         BIGINT,
    words         TEXT   NOT NULL DEFAULT '',
    looked_at     BIGINT,
    answered_at   BIGINT,
    look_again_at BIGINT NOT NULL
);
CREATE INDEX printers_by_site ON printers (site_id);

CREATE TABLE printer_rooms (
    machine_id BIGINT NOT NULL PRIMARY KEY,
    site_id    BIGINT NOT NULL REFERENCES sites (id),
    x_mm       BIGINT NOT NULL CHECK (x_mm BETWEEN 1 AND 10000),
    y_mm       BIGINT NOT NULL CHECK (y_mm BETWEEN 1 AND 10000),
    z_mm       BIGINT NOT NULL CHECK (z_mm BETWEEN 1 AND 10000)
);
CREATE INDEX printer_rooms_by_site ON printer_rooms (site_id);

-- production

CREATE TABLE production_files (
    id           ROW_ID,
    file_id      BIGINT NOT NULL REFERENCES files (id),
    kind         TEXT   NOT NULL CHECK (kind IN ('gcode', 'model', 'drawing', 'other')),
    sliced_from  BIGINT REFERENCES production_files (id),
    read_at      BIGINT,
    trouble      TEXT   NOT NULL DEFAULT '',
    seconds      BIGINT,
    milligrams   BIGINT,
    size_x_um    BIGINT,
    size_y_um    BIGINT,
    size_z_um    BIGINT,
    layers       BIGINT,
    nozzle_c     BIGINT,
    watertight   BIGINT CHECK (watertight IN (0, 1)),
    estimated    BIGINT NOT NULL DEFAULT 0 CHECK (estimated IN (0, 1)),
    slicer       TEXT   NOT NULL DEFAULT '',
    forbidden    TEXT   NOT NULL DEFAULT ''
, cut_mm BIGINT, colours TEXT NOT NULL DEFAULT '', preview TEXT NOT NULL DEFAULT '', preview_height BIGINT NOT NULL DEFAULT 0);
CREATE INDEX production_files_by_file ON production_files (file_id);

CREATE TABLE production_jobs (
    id          ROW_ID,
    site_id     BIGINT NOT NULL REFERENCES sites (id),
    project_id  BIGINT REFERENCES projects (id),
    title       TEXT   NOT NULL,
    source_id   BIGINT NOT NULL REFERENCES production_files (id),
    family      TEXT   NOT NULL,
    material    TEXT   NOT NULL,
    pieces      BIGINT NOT NULL CHECK (pieces > 0),
    note        TEXT   NOT NULL DEFAULT '',
    urgent      BIGINT NOT NULL DEFAULT 0 CHECK (urgent IN (0, 1)),
    state       TEXT   NOT NULL CHECK (state IN ('reading', 'unreadable', 'waiting', 'queued', 'sending', 'running', 'on_plate',
                                                 'to_check', 'done', 'failed', 'declined', 'cancelled')),
    machine_id  BIGINT,
    again_of    BIGINT REFERENCES production_jobs (id),
    reason      TEXT   NOT NULL DEFAULT '',
    sent_file   TEXT   NOT NULL DEFAULT '',
    puzzle      TEXT   NOT NULL DEFAULT '',
    stopped     BIGINT NOT NULL DEFAULT 0 CHECK (stopped IN (0, 1)),
    good_pieces BIGINT,
    brought_by  BIGINT REFERENCES people (id),
    brought_at  BIGINT NOT NULL,
    approved_by BIGINT REFERENCES people (id),
    queued_at   BIGINT,
    started_at  BIGINT,
    ended_at    BIGINT,
    changed_at  BIGINT NOT NULL
, run_by BIGINT REFERENCES people (id));
CREATE INDEX production_jobs_by_site ON production_jobs (site_id, state, queued_at);
CREATE INDEX production_jobs_by_project ON production_jobs (project_id);
CREATE INDEX production_jobs_by_person ON production_jobs (brought_by);
CREATE INDEX production_jobs_by_again ON production_jobs (again_of);
CREATE UNIQUE INDEX production_jobs_one_per_machine ON production_jobs (machine_id)
 WHERE state IN ('sending', 'running', 'on_plate');

CREATE TABLE production_failures (
    id           ROW_ID,
    job_id       BIGINT NOT NULL UNIQUE REFERENCES production_jobs (id),
    cause        TEXT   NOT NULL,
    pieces       BIGINT NOT NULL CHECK (pieces > 0),
    milligrams   BIGINT,
    what_changed TEXT   NOT NULL DEFAULT '',
    noted_by     BIGINT REFERENCES people (id),
    noted_at     BIGINT NOT NULL
);

CREATE TABLE production_keys (
    id        ROW_ID,
    person_id BIGINT NOT NULL REFERENCES people (id),
    site_id   BIGINT NOT NULL REFERENCES sites (id),
    role      TEXT   NOT NULL,
    digest    TEXT   NOT NULL UNIQUE CHECK (length(digest) = 64),
    made_at   BIGINT NOT NULL,
    used_at   BIGINT
);
CREATE UNIQUE INDEX production_keys_by_person ON production_keys (person_id);
CREATE INDEX production_jobs_by_hands ON production_jobs (run_by);

-- civics

CREATE TABLE civic_sessions (
    session_id BIGINT NOT NULL PRIMARY KEY REFERENCES timetable_sessions (id),
    part       TEXT   NOT NULL CHECK (part IN ('theory', 'first_aid'))
);

CREATE TABLE civic_proofs (
    id            ROW_ID,
    person_id     BIGINT NOT NULL REFERENCES people (id),
    site_id       BIGINT NOT NULL REFERENCES sites (id),
    paper         TEXT   NOT NULL CHECK (paper IN ('theory', 'psc', 'psc1')),
    on_day        TEXT   NOT NULL,
    half_days     BIGINT NOT NULL CHECK (half_days BETWEEN 0 AND 20),
    title         TEXT   NOT NULL,
    file_id       BIGINT REFERENCES files (id),
    noted_by      BIGINT REFERENCES people (id),
    noted_at      BIGINT NOT NULL,
    taken_back_at BIGINT
);
CREATE INDEX civic_proofs_by_person ON civic_proofs (person_id);
CREATE INDEX civic_proofs_by_site ON civic_proofs (site_id);

-- teaching

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

-- imports

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

-- organisation

CREATE TABLE organisation_words (
    word            TEXT   NOT NULL,
    search_key      TEXT   NOT NULL,
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    PRIMARY KEY (word, search_key, organisation_id)
);
CREATE INDEX organisation_words_by_organisation ON organisation_words (organisation_id, word);

-- catch

CREATE TABLE attendance_catch_ups (
    id            ROW_ID,
    person_id     BIGINT NOT NULL REFERENCES people (id),
    cohort_id     BIGINT NOT NULL REFERENCES cohorts (id),
    on_day        TEXT   NOT NULL,
    starts        BIGINT NOT NULL,
    ends          BIGINT NOT NULL CHECK (ends > starts),
    agreed_by     BIGINT NOT NULL REFERENCES people (id),
    agreed_at     BIGINT NOT NULL,
    called_off_at BIGINT
);
CREATE INDEX attendance_catch_ups_by_person ON attendance_catch_ups (person_id, on_day);
CREATE INDEX attendance_catch_ups_by_cohort ON attendance_catch_ups (cohort_id, on_day);
