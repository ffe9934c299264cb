-- The policies bind the owner of the tables too: whoever works with its address by hand, or by a mistake of ours, sees
-- one organisation at a time. A later file that changes rows takes this off its tables first and puts it back: see
-- migrations.ts.
ALTER TABLE organisation FORCE ROW LEVEL SECURITY;
ALTER TABLE unit FORCE ROW LEVEL SECURITY;
ALTER TABLE peer FORCE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
ALTER TABLE happening FORCE ROW LEVEL SECURITY;
ALTER TABLE measure FORCE ROW LEVEL SECURITY;
ALTER TABLE measure_version FORCE ROW LEVEL SECURITY;
ALTER TABLE series FORCE ROW LEVEL SECURITY;
ALTER TABLE observation_block FORCE ROW LEVEL SECURITY;
ALTER TABLE series_state FORCE ROW LEVEL SECURITY;
ALTER TABLE phase FORCE ROW LEVEL SECURITY;
ALTER TABLE declined_phase FORCE ROW LEVEL SECURITY;
ALTER TABLE annotation FORCE ROW LEVEL SECURITY;
ALTER TABLE import FORCE ROW LEVEL SECURITY;
ALTER TABLE observation_log FORCE ROW LEVEL SECURITY;
ALTER TABLE remembered_mapping FORCE ROW LEVEL SECURITY;
