-- The tablet at the door: which ones are paired, and every tap they sent, kept once by the tablet's own key.

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

-- The house's own keyed hash of a code, to find whose it is at the door.
ALTER TABLE people_credentials ADD COLUMN pin_lookup TEXT;
CREATE INDEX people_credentials_by_pin ON people_credentials (pin_lookup);
