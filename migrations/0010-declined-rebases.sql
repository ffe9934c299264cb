-- A suggested rebase that a person declined, with the reason and what the figures said then; and, as a row of its own, that it
-- is to be asked again after all. Rows are only ever added.
CREATE TABLE declined_rebase (
  organisation_id uuid NOT NULL,
  series_id       uuid NOT NULL,
  decision_id     uuid NOT NULL,
  -- The row that this one takes back; the rest is NULL then.
  undoes          uuid,
  start_period    integer,
  side            text CHECK (side IN ('high', 'low')),
  -- Mean from then on, in the unit of display, and how many points it stood on.
  mean            double precision,
  points          integer,
  reason          text,
  recorded_by     uuid NOT NULL,
  recorded_at     timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, series_id, decision_id),
  FOREIGN KEY (organisation_id, series_id) REFERENCES series,
  FOREIGN KEY (organisation_id, series_id, undoes) REFERENCES declined_rebase,
  CHECK ((undoes IS NULL) = (start_period IS NOT NULL AND side IS NOT NULL AND mean IS NOT NULL AND points IS NOT NULL AND reason IS NOT NULL))
);
-- One decision is taken back once.
CREATE UNIQUE INDEX declined_rebase_undone ON declined_rebase (organisation_id, series_id, undoes) WHERE undoes IS NOT NULL;

GRANT SELECT, INSERT ON declined_rebase TO :program;
ALTER TABLE declined_rebase ENABLE ROW LEVEL SECURITY;
ALTER TABLE declined_rebase FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON declined_rebase USING (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
