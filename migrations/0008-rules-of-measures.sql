-- A definition names the rules that find its signals, and what becomes of very large jumps between neighbours; until now all
-- went by the NHS's.
ALTER TABLE measure_version NO FORCE ROW LEVEL SECURITY;
UPDATE measure_version SET definition = definition || '{"rules": "nhs", "screenRanges": true}';
ALTER TABLE measure_version FORCE ROW LEVEL SECURITY;
