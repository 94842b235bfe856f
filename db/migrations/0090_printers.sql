-- Printers that answer over the network: where each is, the secret that opens it (sealed with the house's key),
-- and what it said last. Asked in the background; pages only read this.

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

-- How large a thing a machine makes at most; for machines without network too.
CREATE TABLE printer_rooms (
    machine_id BIGINT NOT NULL PRIMARY KEY,
    site_id    BIGINT NOT NULL REFERENCES sites (id),
    x_mm       BIGINT NOT NULL CHECK (x_mm BETWEEN 1 AND 10000),
    y_mm       BIGINT NOT NULL CHECK (y_mm BETWEEN 1 AND 10000),
    z_mm       BIGINT NOT NULL CHECK (z_mm BETWEEN 1 AND 10000)
);

CREATE INDEX printer_rooms_by_site ON printer_rooms (site_id);
