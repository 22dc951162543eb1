-- 004: the texts of the definition files as they were known, so that a report of an earlier day can be made with the
-- definitions, norms and goals of that day. Own norms (eigen.json) are not here: each carries its own day.

-- A file as it was from `op` on, until its next row. hash and tekst NULL: it was gone.
CREATE TABLE definitie (
	id INTEGER NOT NULL PRIMARY KEY,
	op TEXT NOT NULL CHECK (op IS strftime('%Y-%m-%dT%H:%M:%S', op, '+0 days')),
	pad TEXT NOT NULL CHECK (pad <> ''), -- werkmap/indicators/OAB-01.json, meegeleverd/indicators/normen/...
	hash TEXT CHECK (length(hash) = 64),
	tekst TEXT,
	CHECK ((hash IS NULL) = (tekst IS NULL))
) STRICT;
CREATE INDEX definitie_pad ON definitie (pad, op);

CREATE TRIGGER definitie_blijft BEFORE UPDATE ON definitie
BEGIN
	SELECT RAISE(ABORT, 'a definition as it was is never changed');
END;
