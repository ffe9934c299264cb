-- A figure of an entry may be provisional while the others are final: a bit string, 1 = provisional, as in observation_block.
ALTER TABLE observation_log
  ALTER COLUMN provisional DROP NOT NULL,
  ALTER COLUMN provisional TYPE text USING CASE WHEN provisional THEN repeat('1', cardinality(periods)) END;

-- What was known stays, and what is said of it changes: by new limits, another definition or another engine. Then the kind
-- is 'judged', `periods` are empty, and `because` names the reason: 'limits', 'definition' or 'engine'.
ALTER TABLE observation_log
  ALTER COLUMN import_id DROP NOT NULL,
  ADD COLUMN because text,
  ADD COLUMN judged_by uuid,
  ADD CHECK ((kind = 'judged') = (import_id IS NULL)),
  ADD CHECK ((kind = 'judged') = (because IS NOT NULL));

-- Mappings said of a whole file that its figures may still change; now they may say it of its last periods alone.
ALTER TABLE remembered_mapping NO FORCE ROW LEVEL SECURITY;
ALTER TABLE import NO FORCE ROW LEVEL SECURITY;
UPDATE remembered_mapping SET mapping = jsonb_set(mapping, '{provisional}', CASE mapping->'provisional' WHEN 'true' THEN '"all"' ELSE '"none"' END::jsonb);
UPDATE import SET mapping = jsonb_set(mapping, '{provisional}', CASE mapping->'provisional' WHEN 'true' THEN '"all"' ELSE '"none"' END::jsonb)
 WHERE mapping IS NOT NULL;
ALTER TABLE remembered_mapping FORCE ROW LEVEL SECURITY;
ALTER TABLE import FORCE ROW LEVEL SECURITY;
