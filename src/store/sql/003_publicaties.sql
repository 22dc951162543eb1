-- 003: the register of publications: which counts went out with a report of the edition openbaar, so that later
-- reports can be laid beside it. Written by `rapport --publiceer` only; nothing in it is ever changed or removed.

CREATE TABLE publicatie (
	nr INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	op TEXT NOT NULL, -- when
	door TEXT NOT NULL,
	stand_per TEXT NOT NULL, -- the day of the data
	bestand TEXT NOT NULL CHECK (bestand <> ''), -- name of the report file
	sha256 TEXT NOT NULL CHECK (length(sha256) = 64) -- of its bytes
) STRICT;

-- The counts as they stood then. Also what was not shown, where it hangs together with what was: of a later report it
-- must be known what the two give away together. For who may see the werkmap only.
CREATE TABLE publicatie_telling (
	publicatie INTEGER NOT NULL REFERENCES publicatie,
	sleutel TEXT NOT NULL CHECK (sleutel <> ''), -- which telling: source, measure and conditions
	gebied TEXT NOT NULL,
	indeling TEXT NOT NULL,
	periode INTEGER NOT NULL,
	minimum INTEGER NOT NULL,
	maximum INTEGER NOT NULL CHECK (maximum >= minimum), -- more than minimum: a range of the source
	waarde INTEGER NOT NULL,
	getoond INTEGER NOT NULL CHECK (getoond IN (0, 1)),
	PRIMARY KEY (publicatie, sleutel, gebied, indeling, periode)
) STRICT, WITHOUT ROWID;

-- The figures as they were printed, for "wat is er veranderd".
CREATE TABLE publicatie_cijfer (
	publicatie INTEGER NOT NULL REFERENCES publicatie,
	indicator TEXT NOT NULL,
	gebied TEXT NOT NULL,
	indeling TEXT NOT NULL,
	periode INTEGER NOT NULL,
	tekst TEXT NOT NULL CHECK (tekst <> ''), -- "87,4%"
	PRIMARY KEY (publicatie, indicator, gebied, indeling, periode)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER publicatie_blijft BEFORE UPDATE ON publicatie
BEGIN
	SELECT RAISE(ABORT, 'the register of publications is append-only');
END;
CREATE TRIGGER publicatie_blijft_staan BEFORE DELETE ON publicatie
BEGIN
	SELECT RAISE(ABORT, 'the register of publications is append-only');
END;
CREATE TRIGGER publicatie_telling_blijft BEFORE UPDATE ON publicatie_telling
BEGIN
	SELECT RAISE(ABORT, 'the register of publications is append-only');
END;
CREATE TRIGGER publicatie_telling_blijft_staan BEFORE DELETE ON publicatie_telling
BEGIN
	SELECT RAISE(ABORT, 'the register of publications is append-only');
END;
CREATE TRIGGER publicatie_cijfer_blijft BEFORE UPDATE ON publicatie_cijfer
BEGIN
	SELECT RAISE(ABORT, 'the register of publications is append-only');
END;
CREATE TRIGGER publicatie_cijfer_blijft_staan BEFORE DELETE ON publicatie_cijfer
BEGIN
	SELECT RAISE(ABORT, 'the register of publications is append-only');
END;
