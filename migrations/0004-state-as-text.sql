-- What the program computed is read back whole and never searched inside: kept as the text that was written, it costs
-- no taking apart at an import and no putting together at a page.
ALTER TABLE series_state ALTER COLUMN summary TYPE json, ALTER COLUMN signals TYPE json;
