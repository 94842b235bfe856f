-- The log of readings is read site by site.

CREATE INDEX readings_by_site ON readings (site_id, at);
