-- Every table of an organisation's data has organisation_id first in its primary key, foreign keys and indexes, and a
-- row-level security policy. `:program` is the program's role: it owns nothing, and may do only what is granted here.

GRANT USAGE ON SCHEMA public TO :program;

-- A catalogue: which organisation answers on which host name. '*' is the installation's first, on every other name.
CREATE TABLE host (
  name            text PRIMARY KEY,
  organisation_id uuid NOT NULL
);
GRANT SELECT, INSERT ON host TO :program;

CREATE TABLE organisation (
  organisation_id uuid PRIMARY KEY,
  code            text NOT NULL,
  name            text NOT NULL,
  fictional       boolean NOT NULL DEFAULT false,
  -- Changes with every write that pages show: what was rendered for a revision stays right for it.
  revision        bigint NOT NULL DEFAULT 0,
  created_at      timestamptz NOT NULL
);

-- The organisation's own tree. `path` holds the ids from the root down to the unit itself, each between slashes.
CREATE TABLE unit (
  organisation_id uuid NOT NULL REFERENCES organisation,
  unit_id         uuid NOT NULL,
  parent_id       uuid,
  path            text NOT NULL,
  code            text NOT NULL,
  name            text NOT NULL,
  kind            text NOT NULL,
  -- The import that proposed it. When that import is taken back and nothing else uses it, it is withdrawn, not deleted:
  -- the history of what was known stays, and a later import that names it brings it back.
  import_id       uuid,
  withdrawn_at    timestamptz,
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, unit_id),
  FOREIGN KEY (organisation_id, parent_id) REFERENCES unit,
  UNIQUE (organisation_id, code)
);
CREATE INDEX unit_path ON unit (organisation_id, path text_pattern_ops);

CREATE TABLE peer (
  organisation_id uuid NOT NULL REFERENCES organisation,
  peer_id         uuid NOT NULL,
  code            text NOT NULL,
  name            text NOT NULL,
  import_id       uuid,
  withdrawn_at    timestamptz,
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, peer_id),
  UNIQUE (organisation_id, code)
);

CREATE TABLE person (
  organisation_id uuid NOT NULL REFERENCES organisation,
  person_id       uuid NOT NULL,
  name            text NOT NULL,
  email           text NOT NULL,
  unit_id         uuid NOT NULL,
  job             text NOT NULL,
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, person_id),
  FOREIGN KEY (organisation_id, unit_id) REFERENCES unit
);
CREATE UNIQUE INDEX person_email ON person (organisation_id, lower(email));

-- Who did what, acting as whom: nothing here is ever changed.
CREATE TABLE happening (
  organisation_id uuid NOT NULL REFERENCES organisation,
  happening_id    uuid NOT NULL,
  happened_at     timestamptz NOT NULL,
  person_id       uuid,
  what            text NOT NULL,
  subject_kind    text NOT NULL,
  subject_id      text NOT NULL,
  detail          jsonb NOT NULL,
  PRIMARY KEY (organisation_id, happening_id)
);
CREATE INDEX happening_subject ON happening (organisation_id, subject_kind, subject_id);

GRANT SELECT, INSERT ON organisation, person, happening TO :program;
GRANT UPDATE (name, code, revision) ON organisation TO :program;
GRANT UPDATE (name, email, unit_id, job) ON person TO :program;
GRANT SELECT, INSERT ON unit, peer TO :program;
GRANT UPDATE (parent_id, path, code, name, kind, import_id, withdrawn_at) ON unit TO :program;
GRANT UPDATE (name, import_id, withdrawn_at) ON peer TO :program;

ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
ALTER TABLE unit ENABLE ROW LEVEL SECURITY;
ALTER TABLE peer ENABLE ROW LEVEL SECURITY;
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE happening ENABLE ROW LEVEL SECURITY;
-- A setting that was once set comes back as the empty string, not as null.
CREATE POLICY own ON organisation USING (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
CREATE POLICY own ON unit USING (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
CREATE POLICY own ON peer USING (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
CREATE POLICY own ON person USING (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
CREATE POLICY own ON happening USING (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
