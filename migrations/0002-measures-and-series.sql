CREATE TABLE measure (
  organisation_id uuid NOT NULL REFERENCES organisation,
  measure_id      uuid NOT NULL,
  code            text NOT NULL,
  -- The newest version; the definition itself stands in measure_version.
  version         integer NOT NULL,
  import_id       uuid,
  withdrawn_at    timestamptz,
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, measure_id),
  UNIQUE (organisation_id, code)
);

CREATE TABLE measure_version (
  organisation_id uuid NOT NULL,
  measure_id      uuid NOT NULL,
  version         integer NOT NULL,
  definition      jsonb NOT NULL,
  -- What is counted differs from the version before: series are marked, a new phase is proposed.
  changes_count   boolean NOT NULL,
  reason          text NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, measure_id, version),
  FOREIGN KEY (organisation_id, measure_id) REFERENCES measure
);

-- One measure at one unit or peer and, where wanted, one stratum ('' is the whole).
CREATE TABLE series (
  organisation_id uuid NOT NULL,
  series_id       uuid NOT NULL,
  measure_id      uuid NOT NULL,
  unit_id         uuid,
  peer_id         uuid,
  stratum         text NOT NULL DEFAULT '',
  import_id       uuid,
  withdrawn_at    timestamptz,
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, series_id),
  FOREIGN KEY (organisation_id, measure_id) REFERENCES measure,
  FOREIGN KEY (organisation_id, unit_id) REFERENCES unit,
  FOREIGN KEY (organisation_id, peer_id) REFERENCES peer,
  CHECK ((unit_id IS NULL) <> (peer_id IS NULL))
);
CREATE UNIQUE INDEX series_place ON series (organisation_id, measure_id, (coalesce(unit_id, peer_id)), stratum);
CREATE INDEX series_unit ON series (organisation_id, unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX series_peer ON series (organisation_id, peer_id) WHERE peer_id IS NOT NULL;

-- What is known now, packed: at most 60 periods a row. Regular series store the first period and no dates;
-- series of events (`event`) store the day of each. A missing value is NULL in the array.
CREATE TABLE observation_block (
  organisation_id uuid NOT NULL,
  series_id       uuid NOT NULL,
  block           integer NOT NULL,
  first_period    integer NOT NULL,
  days            integer[],
  numerators      double precision[] NOT NULL,
  denominators    double precision[],
  spreads         double precision[],
  -- A bit string of the block's length: 1 = provisional. NULL when all are final.
  provisional     text,
  PRIMARY KEY (organisation_id, series_id, block),
  FOREIGN KEY (organisation_id, series_id) REFERENCES series
);

-- What the statistics say of it, and all that one row of the overview draws: one row per series.
CREATE TABLE series_state (
  organisation_id uuid NOT NULL,
  series_id       uuid NOT NULL,
  variation       text NOT NULL,
  assurance       text NOT NULL,
  latest_period   integer,
  -- The rest of a SeriesSummary; see series.ts.
  summary         jsonb NOT NULL,
  signals         jsonb NOT NULL,
  engine          text NOT NULL,
  definition_version integer NOT NULL,
  computed_at     timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, series_id),
  FOREIGN KEY (organisation_id, series_id) REFERENCES series
);

-- New limits from a period on: who, when, why. Withdrawn, never deleted.
CREATE TABLE phase (
  organisation_id uuid NOT NULL,
  series_id       uuid NOT NULL,
  phase_id        uuid NOT NULL,
  start_period    integer NOT NULL,
  baseline        integer,
  reason          text NOT NULL,
  recorded_by     uuid NOT NULL,
  recorded_at     timestamptz NOT NULL,
  withdrawn_by    uuid,
  withdrawn_at    timestamptz,
  PRIMARY KEY (organisation_id, series_id, phase_id),
  FOREIGN KEY (organisation_id, series_id) REFERENCES series
);
CREATE UNIQUE INDEX phase_start ON phase (organisation_id, series_id, start_period) WHERE withdrawn_at IS NULL;

-- A proposed phase that a person declined, with the reason.
CREATE TABLE declined_phase (
  organisation_id uuid NOT NULL,
  series_id       uuid NOT NULL,
  version         integer NOT NULL,
  reason          text NOT NULL,
  recorded_by     uuid NOT NULL,
  recorded_at     timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, series_id, version),
  FOREIGN KEY (organisation_id, series_id) REFERENCES series
);

CREATE TABLE annotation (
  organisation_id uuid NOT NULL,
  series_id       uuid NOT NULL,
  annotation_id   uuid NOT NULL,
  period          integer NOT NULL,
  text            text NOT NULL,
  recorded_by     uuid NOT NULL,
  recorded_at     timestamptz NOT NULL,
  removed_by      uuid,
  removed_at      timestamptz,
  PRIMARY KEY (organisation_id, series_id, annotation_id),
  FOREIGN KEY (organisation_id, series_id) REFERENCES series
);

GRANT SELECT, INSERT ON measure, measure_version, series TO :program;
GRANT UPDATE (version, import_id, withdrawn_at) ON measure TO :program;
GRANT UPDATE (import_id, withdrawn_at) ON series TO :program;
GRANT SELECT, INSERT, UPDATE, DELETE ON observation_block TO :program;
GRANT SELECT, INSERT, UPDATE, DELETE ON series_state TO :program;
GRANT SELECT, INSERT ON phase, declined_phase, annotation TO :program;
GRANT UPDATE (withdrawn_by, withdrawn_at) ON phase TO :program;
GRANT UPDATE (removed_by, removed_at) ON annotation TO :program;

ALTER TABLE measure ENABLE ROW LEVEL SECURITY;
ALTER TABLE measure_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE series ENABLE ROW LEVEL SECURITY;
ALTER TABLE observation_block ENABLE ROW LEVEL SECURITY;
ALTER TABLE series_state ENABLE ROW LEVEL SECURITY;
ALTER TABLE phase ENABLE ROW LEVEL SECURITY;
ALTER TABLE declined_phase ENABLE ROW LEVEL SECURITY;
ALTER TABLE annotation ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON measure USING (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
CREATE POLICY own ON measure_version USING (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
CREATE POLICY own ON series USING (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
CREATE POLICY own ON observation_block USING (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
CREATE POLICY own ON series_state USING (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
CREATE POLICY own ON phase USING (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
CREATE POLICY own ON declined_phase USING (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
CREATE POLICY own ON annotation USING (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
