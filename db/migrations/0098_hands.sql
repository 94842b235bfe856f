-- Who stood at the machine: whoever started the job, or whom the team named.

ALTER TABLE production_jobs ADD COLUMN run_by BIGINT REFERENCES people (id);

CREATE INDEX production_jobs_by_hands ON production_jobs (run_by);
