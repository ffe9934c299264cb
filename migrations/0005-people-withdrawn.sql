-- Somebody who left is withdrawn, not deleted: what they did stays under their name, and they can be brought back.
ALTER TABLE person ADD COLUMN withdrawn_at timestamptz;
GRANT UPDATE (withdrawn_at) ON person TO :program;
