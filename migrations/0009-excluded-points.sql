-- A figure left out of limits and rules: who, when, why. It stays on the chart. Withdrawn, never deleted.
CREATE TABLE excluded_point (
  organisation_id uuid NOT NULL,
  series_id       uuid NOT NULL,
  exclusion_id    uuid NOT NULL,
  -- All events of a day, where a series has several.
  period          integer NOT NULL,
  reason          text NOT NULL,
  recorded_by     uuid NOT NULL,
  recorded_at     timestamptz NOT NULL,
  withdrawn_by    uuid,
  withdrawn_at    timestamptz,
  PRIMARY KEY (organisation_id, series_id, exclusion_id),
  FOREIGN KEY (organisation_id, series_id) REFERENCES series
);
CREATE UNIQUE INDEX excluded_period ON excluded_point (organisation_id, series_id, period) WHERE withdrawn_at IS NULL;

GRANT SELECT, INSERT ON excluded_point TO :program;
GRANT UPDATE (withdrawn_by, withdrawn_at) ON excluded_point TO :program;
ALTER TABLE excluded_point ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON excluded_point USING (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
ALTER TABLE excluded_point FORCE ROW LEVEL SECURITY;

-- What was said at the time stood on these limits. Because 'exclusion': a point was left out, or taken back in.
ALTER TABLE observation_log ADD COLUMN excluded integer[] NOT NULL DEFAULT '{}';
