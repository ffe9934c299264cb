-- A file, or one typed figure, on its way in or taken in. The file itself is not kept.
CREATE TABLE import (
  organisation_id uuid NOT NULL REFERENCES organisation,
  import_id       uuid NOT NULL,
  -- 'page', 'command', 'typed' or 'demonstration'
  door            text NOT NULL,
  state           text NOT NULL,
  file_name       text NOT NULL,
  file_type       text NOT NULL,
  file_bytes      bigint NOT NULL,
  sha256          text NOT NULL,
  shape           text NOT NULL,
  mapping         jsonb,
  -- Counts of what it changed, faults and rows left out: see imports.ts. Never a value that was refused.
  summary         jsonb NOT NULL,
  -- Faulty rows that a person chose to leave out, as they were listed.
  accepted_faults jsonb NOT NULL,
  started_by      uuid,
  started_at      timestamptz NOT NULL,
  accepted_by     uuid,
  accepted_at     timestamptz,
  taken_back_by   uuid,
  taken_back_at   timestamptz,
  PRIMARY KEY (organisation_id, import_id)
);
CREATE INDEX import_started ON import (organisation_id, started_at DESC);

-- What was known when: one row per series and import, never changed. `periods` are those that the import added or
-- restated; the verdicts, targets, phases, definition and engine are those of that moment.
CREATE TABLE observation_log (
  organisation_id uuid NOT NULL,
  series_id       uuid NOT NULL,
  log_id          uuid NOT NULL,
  import_id       uuid NOT NULL,
  -- 'observed', or 'taken back': then `periods` are empty, and the entries of that import no longer count.
  kind            text NOT NULL,
  known_at        timestamptz NOT NULL,
  periods         integer[] NOT NULL,
  numerators      double precision[] NOT NULL,
  denominators    double precision[],
  spreads         double precision[],
  provisional     boolean NOT NULL,
  restated        integer NOT NULL,
  variation       text NOT NULL,
  assurance       text NOT NULL,
  signals         jsonb NOT NULL,
  targets         jsonb NOT NULL,
  phases          jsonb NOT NULL,
  definition_version integer NOT NULL,
  engine          text NOT NULL,
  PRIMARY KEY (organisation_id, series_id, log_id),
  FOREIGN KEY (organisation_id, series_id) REFERENCES series,
  FOREIGN KEY (organisation_id, import_id) REFERENCES import
);
CREATE INDEX observation_log_import ON observation_log (organisation_id, import_id);

-- A mapping that a person accepted, remembered by the shape of the file.
CREATE TABLE remembered_mapping (
  organisation_id uuid NOT NULL REFERENCES organisation,
  shape           text NOT NULL,
  mapping         jsonb NOT NULL,
  remembered_by   uuid,
  remembered_at   timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, shape)
);

GRANT SELECT, INSERT, UPDATE ON import, remembered_mapping TO :program;
GRANT SELECT, INSERT ON observation_log TO :program;

ALTER TABLE import ENABLE ROW LEVEL SECURITY;
ALTER TABLE observation_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE remembered_mapping ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON import USING (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
CREATE POLICY own ON observation_log USING (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
CREATE POLICY own ON remembered_mapping USING (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
