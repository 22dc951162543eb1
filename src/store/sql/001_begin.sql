-- 001: the first schema of a werkmap.
--
-- Rules of the house: tables are STRICT with CHECKs, so that '1,5' in an integer column is an error and
-- not a text; nothing that was delivered is ever changed or removed by loading again; dates are text
-- jjjj-mm-dd and moments jjjj-mm-ddTuu:mm:ss, so that comparing texts compares days.
-- Analysts: use the views v_indicator, v_waarneming and v_levering. Their columns stay as they are; new
-- ones may be added at the end. Everything else may change with the program.

PRAGMA application_id = 1768582000; -- 'ijkp'

CREATE TABLE instelling (
	sleutel TEXT NOT NULL PRIMARY KEY CHECK (sleutel <> ''),
	waarde TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- An area. The key is (code, indeling): codes are used again for another wijk in a later division.
CREATE TABLE gebied (
	id INTEGER NOT NULL PRIMARY KEY,
	code TEXT NOT NULL CHECK (code <> ''),
	indeling TEXT NOT NULL, -- '2025'; '' for a gemeente and the two rest areas
	niveau TEXT NOT NULL CHECK (niveau <> ''),
	naam TEXT NOT NULL CHECK (naam <> ''),
	ouder TEXT,     -- code of the area above
	opvolger TEXT,  -- code(s) that came after, as delivered
	vanaf TEXT CHECK (vanaf IS date(vanaf, '+0 days')),
	tot TEXT CHECK (tot IS date(tot, '+0 days')), -- inclusive
	zonder_doelgroep INTEGER NOT NULL CHECK (zonder_doelgroep IN (0, 1)),
	eigen INTEGER NOT NULL CHECK (eigen IN (0, 1)),
	tegel_rij INTEGER NOT NULL CHECK (tegel_rij >= 0),
	tegel_kolom INTEGER NOT NULL CHECK (tegel_kolom >= 0),
	UNIQUE (code, indeling)
) STRICT;

CREATE TABLE gebied_alias (
	gebied INTEGER NOT NULL REFERENCES gebied,
	volgnr INTEGER NOT NULL CHECK (volgnr >= 1),
	naam TEXT NOT NULL,
	PRIMARY KEY (gebied, volgnr)
) STRICT, WITHOUT ROWID;

-- A period. The id says it all: 8 times the days from 1900-01-01 to the last day, plus the kind (1 kwartaal,
-- 2 schooljaar, 3 jaar, 4 maand, 5 dag). So ids sort as periods do, and rows kept by id lie in that order.
CREATE TABLE periode (
	id INTEGER NOT NULL PRIMARY KEY,
	soort TEXT NOT NULL,
	code TEXT NOT NULL UNIQUE,
	begin TEXT NOT NULL,
	eind TEXT NOT NULL,
	CHECK (begin IS date(begin, '+0 days') AND eind IS date(eind, '+0 days') AND begin <= eind),
	CHECK (id = 8 * CAST(julianday(eind) - julianday('1900-01-01') AS INTEGER) +
		CASE soort WHEN 'kwartaal' THEN 1 WHEN 'schooljaar' THEN 2 WHEN 'jaar' THEN 3
		WHEN 'maand' THEN 4 WHEN 'dag' THEN 5 END)
) STRICT;

-- Texts that many rows share, kept once: source, combination of characteristics, name of a count.
CREATE TABLE bron (
	id INTEGER NOT NULL PRIMARY KEY,
	tekst TEXT NOT NULL UNIQUE CHECK (tekst <> '')
) STRICT;
CREATE TABLE kenmerk (
	id INTEGER NOT NULL PRIMARY KEY,
	tekst TEXT NOT NULL UNIQUE -- canonical: leeftijdsgroep=2,5-4|soort=kdv; '' for none
) STRICT;
CREATE TABLE maat (
	id INTEGER NOT NULL PRIMARY KEY,
	tekst TEXT NOT NULL UNIQUE CHECK (tekst <> '')
) STRICT;

-- A delivered file. Numbers are never used again. Rows are never changed: a withdrawal is a row of its own.
CREATE TABLE levering (
	nr INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	bestand TEXT NOT NULL,
	sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
	bytes INTEGER NOT NULL CHECK (bytes >= 0),
	bron INTEGER NOT NULL REFERENCES bron,
	profiel_versie INTEGER NOT NULL,
	profiel_hash TEXT NOT NULL,
	periode INTEGER REFERENCES periode, -- NULL: the file holds several
	status TEXT NOT NULL CHECK (status IN ('voorlopig', 'definitief')),
	geladen_op TEXT NOT NULL CHECK (geladen_op IS strftime('%Y-%m-%dT%H:%M:%S', geladen_op, '+0 days')),
	geladen_door TEXT NOT NULL,
	vervangt INTEGER REFERENCES levering CHECK (vervangt < nr),
	volledig INTEGER NOT NULL CHECK (volledig IN (0, 1)),
	herkend TEXT NOT NULL,
	regels INTEGER NOT NULL CHECK (regels >= 0),
	waarnemingen INTEGER NOT NULL CHECK (waarnemingen >= 0),
	UNIQUE (nr, bron)
) STRICT;
CREATE INDEX levering_bron ON levering (bron, sha256);

CREATE TRIGGER levering_blijft BEFORE UPDATE ON levering
BEGIN
	SELECT RAISE(ABORT, 'a delivery is never changed');
END;

-- The periods a delivery speaks about: that of its file name, and those of its rows. A delivery that is
-- volledig removes, in these periods, what it does not hold.
CREATE TABLE levering_periode (
	levering INTEGER NOT NULL REFERENCES levering,
	periode INTEGER NOT NULL REFERENCES periode,
	PRIMARY KEY (levering, periode)
) STRICT, WITHOUT ROWID;

-- A delivery does not count from the day `op` up to the day before `hersteld_op` (NULL: to this day).
CREATE TABLE intrekking (
	levering INTEGER NOT NULL REFERENCES levering,
	volgnr INTEGER NOT NULL CHECK (volgnr >= 1),
	op TEXT NOT NULL CHECK (op IS strftime('%Y-%m-%dT%H:%M:%S', op, '+0 days')),
	door TEXT NOT NULL,
	hersteld_op TEXT CHECK (hersteld_op IS strftime('%Y-%m-%dT%H:%M:%S', hersteld_op, '+0 days')),
	hersteld_door TEXT,
	CHECK ((hersteld_op IS NULL) = (hersteld_door IS NULL)),
	PRIMARY KEY (levering, volgnr)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX intrekking_open ON intrekking (levering) WHERE hersteld_op IS NULL;

-- What was found in a file; never a personal value.
CREATE TABLE bevinding (
	levering INTEGER NOT NULL REFERENCES levering,
	volgnr INTEGER NOT NULL CHECK (volgnr >= 1),
	ernst TEXT NOT NULL CHECK (ernst IN ('fout', 'waarschuwing', 'melding')),
	regel_id TEXT NOT NULL,
	regel INTEGER CHECK (regel >= 1), -- physical line; NULL: the whole file
	kolom TEXT,
	tekst TEXT NOT NULL,
	advies TEXT,
	PRIMARY KEY (levering, volgnr)
) STRICT, WITHOUT ROWID;

-- An observation: value = integer x 10^-schaal, exact when min = max; '<5' is 1 to 4. The order of the key is
-- that of reading: one source, by period, by area; deliveries of one key lie together.
-- staat: 0 waarde, 1 afgeschermd, 2 niet geleverd, 3 niet van toepassing, 4 onbekend.
CREATE TABLE waarneming (
	bron INTEGER NOT NULL,
	periode INTEGER NOT NULL,
	gebied INTEGER NOT NULL REFERENCES gebied,
	kenmerk INTEGER NOT NULL REFERENCES kenmerk,
	maat INTEGER NOT NULL REFERENCES maat,
	levering INTEGER NOT NULL,
	staat INTEGER NOT NULL CHECK (staat BETWEEN 0 AND 4),
	min INTEGER,
	max INTEGER,
	schaal INTEGER NOT NULL CHECK (schaal BETWEEN 0 AND 9),
	regel INTEGER CHECK (regel >= 1), -- physical line; NULL: summed over rows or children
	CHECK ((min IS NULL) = (max IS NULL) AND (min IS NULL OR min <= max)),
	CHECK (CASE staat WHEN 0 THEN min IS NOT NULL WHEN 1 THEN 1 ELSE min IS NULL END),
	PRIMARY KEY (bron, periode, gebied, kenmerk, maat, levering),
	FOREIGN KEY (levering, bron) REFERENCES levering (nr, bron),
	FOREIGN KEY (levering, periode) REFERENCES levering_periode
) STRICT, WITHOUT ROWID;

CREATE TRIGGER waarneming_blijft BEFORE UPDATE ON waarneming
BEGIN
	SELECT RAISE(ABORT, 'an observation is never changed');
END;

-- A run of the evaluator. Of runs with the same stand only the newest keeps its outcomes.
CREATE TABLE berekening (
	nr INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	gerekend_op TEXT NOT NULL,
	stand_per TEXT CHECK (stand_per IS date(stand_per, '+0 days')), -- NULL: everything
	tot_levering INTEGER CHECK (tot_levering >= 1), -- NULL: all deliveries
	definities TEXT NOT NULL, -- hash over all definitions used
	programma TEXT NOT NULL
) STRICT;

CREATE TABLE uitkomst (
	id INTEGER NOT NULL PRIMARY KEY,
	berekening INTEGER NOT NULL REFERENCES berekening,
	indicator TEXT NOT NULL,
	versie INTEGER NOT NULL,
	gebied INTEGER NOT NULL REFERENCES gebied,
	periode INTEGER NOT NULL REFERENCES periode,
	status TEXT NOT NULL,
	teller_min INTEGER,
	teller_max INTEGER,
	teller_schaal INTEGER NOT NULL CHECK (teller_schaal BETWEEN 0 AND 9),
	noemer_min INTEGER,
	noemer_max INTEGER,
	noemer_schaal INTEGER NOT NULL CHECK (noemer_schaal BETWEEN 0 AND 9),
	eenheid TEXT NOT NULL,
	waarde_min REAL,
	waarde_max REAL,
	ondergrens REAL,
	bovengrens REAL,
	methode TEXT NOT NULL,
	norm_id TEXT,
	norm_status TEXT,
	norm_soort TEXT,
	norm_waarde TEXT, -- exact decimal, as agreed
	feit TEXT NOT NULL,
	zekerheid TEXT NOT NULL,
	p_onder REAL,
	p_boven REAL,
	tekort_min INTEGER,
	tekort_max INTEGER,
	voorlopig INTEGER NOT NULL CHECK (voorlopig IN (0, 1)),
	onvolledig INTEGER NOT NULL CHECK (onvolledig IN (0, 1)),
	delen INTEGER NOT NULL,
	delen_ontbreken INTEGER NOT NULL,
	verandering TEXT NOT NULL,
	verschil REAL,
	verschil_laag REAL,
	verschil_hoog REAL,
	breuk INTEGER NOT NULL CHECK (breuk IN (0, 1)),
	CHECK ((teller_min IS NULL) = (teller_max IS NULL) AND (teller_min IS NULL OR teller_min <= teller_max)),
	CHECK ((noemer_min IS NULL) = (noemer_max IS NULL) AND (noemer_min IS NULL OR noemer_min <= noemer_max)),
	CHECK ((waarde_min IS NULL) = (waarde_max IS NULL)),
	CHECK ((tekort_min IS NULL) = (tekort_max IS NULL)),
	UNIQUE (berekening, indicator, gebied, periode)
) STRICT;

CREATE TABLE uitkomst_levering (
	uitkomst INTEGER NOT NULL REFERENCES uitkomst ON DELETE CASCADE,
	levering INTEGER NOT NULL REFERENCES levering,
	PRIMARY KEY (uitkomst, levering)
) STRICT, WITHOUT ROWID;

-- What was done, by whom, with what result; never a cell value. `keten` is the SHA-256 of the previous keten
-- and this line, so that a line changed or removed later shows.
CREATE TABLE logboek (
	nr INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	op TEXT NOT NULL,
	door TEXT NOT NULL,
	actie TEXT NOT NULL,
	object TEXT NOT NULL,
	resultaat TEXT NOT NULL,
	keten TEXT NOT NULL CHECK (length(keten) = 64)
) STRICT;

CREATE TRIGGER logboek_blijft BEFORE UPDATE ON logboek
BEGIN
	SELECT RAISE(ABORT, 'the log is append-only');
END;
CREATE TRIGGER logboek_blijft_staan BEFORE DELETE ON logboek
BEGIN
	SELECT RAISE(ABORT, 'the log is append-only');
END;

-- v_levering: what was loaded. One row per delivered file, also withdrawn ones.
--   nr, bestand, sha256, bytes        the file: number, name as delivered, hash of its bytes, size
--   bron, profiel_versie              the import profile it was read with
--   periode                           2026-K2, 2025/2026 ...; NULL when the file holds several
--   status                            voorlopig or definitief
--   geladen_op, geladen_door          when and by whom
--   vervangt                          number of the delivery it corrects
--   volledig                          1: what is not in it has no value any more in its periods
--   regels, waarnemingen              data lines read, observations stored
--   waarschuwingen, meldingen         number of findings
--   ingetrokken_op, ingetrokken_door  filled while it is withdrawn
--   telt_mee                          1: counts today
CREATE VIEW v_levering AS
SELECT l.nr, l.bestand, l.sha256, l.bytes, b.tekst AS bron, l.profiel_versie, p.code AS periode, l.status,
	l.geladen_op, l.geladen_door, l.vervangt, l.volledig, l.herkend, l.regels, l.waarnemingen,
	(SELECT count(*) FROM bevinding f WHERE f.levering = l.nr AND f.ernst = 'waarschuwing') AS waarschuwingen,
	(SELECT count(*) FROM bevinding f WHERE f.levering = l.nr AND f.ernst = 'melding') AS meldingen,
	i.op AS ingetrokken_op, i.door AS ingetrokken_door, i.levering IS NULL AS telt_mee
FROM levering l
JOIN bron b ON b.id = l.bron
LEFT JOIN periode p ON p.id = l.periode
LEFT JOIN intrekking i ON i.levering = l.nr AND i.hersteld_op IS NULL;

-- v_waarneming: the observations that count today, one row per bron, gebied, periode, kenmerk and maat.
--   bron, periode, periode_soort, begin, eind     source and period
--   niveau, indeling, gebied, gebied_naam         area: level, division, code, name
--   kenmerk, maat                                 leeftijdsgroep=2,5-4|soort=kdv; name of the count
--   staat                                         waarde, afgeschermd, niet_geleverd, nvt, onbekend
--   min, max, schaal                              value x 10^schaal as whole numbers; NULL: no number
--   waarde                                        the number when it is exactly known, else NULL (never 0)
--   voorlopig                                     1: its delivery is provisional
--   levering, bestand, regel                      where it came from; regel NULL: summed over lines
CREATE VIEW v_waarneming AS
SELECT b.tekst AS bron, p.code AS periode, p.soort AS periode_soort, p.begin, p.eind,
	g.niveau, g.indeling, g.code AS gebied, g.naam AS gebied_naam, k.tekst AS kenmerk, m.tekst AS maat,
	CASE w.staat WHEN 0 THEN 'waarde' WHEN 1 THEN 'afgeschermd' WHEN 2 THEN 'niet_geleverd'
		WHEN 3 THEN 'nvt' ELSE 'onbekend' END AS staat,
	w.min, w.max, w.schaal,
	CASE WHEN w.min = w.max THEN CASE w.schaal WHEN 0 THEN w.min
		ELSE w.min / CAST('1e' || w.schaal AS REAL) END END AS waarde,
	l.status = 'voorlopig' AS voorlopig, l.nr AS levering, l.bestand, w.regel
FROM waarneming w
JOIN levering l ON l.nr = w.levering
JOIN bron b ON b.id = w.bron
JOIN periode p ON p.id = w.periode
JOIN gebied g ON g.id = w.gebied
JOIN kenmerk k ON k.id = w.kenmerk
JOIN maat m ON m.id = w.maat
WHERE w.levering NOT IN (SELECT levering FROM intrekking WHERE hersteld_op IS NULL)
	-- no later delivery that counts holds the same key
	AND NOT EXISTS (SELECT 1 FROM waarneming n
		WHERE n.bron = w.bron AND n.periode = w.periode AND n.gebied = w.gebied
			AND n.kenmerk = w.kenmerk AND n.maat = w.maat AND n.levering > w.levering
			AND n.levering NOT IN (SELECT levering FROM intrekking WHERE hersteld_op IS NULL))
	-- and no later complete delivery that counts speaks about its period
	AND w.levering >= coalesce((SELECT max(v.nr) FROM levering v
		JOIN levering_periode vp ON vp.levering = v.nr AND vp.periode = w.periode
		WHERE v.bron = w.bron AND v.volledig = 1
			AND v.nr NOT IN (SELECT levering FROM intrekking WHERE hersteld_op IS NULL)), 0);

-- v_indicator: the outcomes of the newest run over everything that was loaded (not those of a run with
-- --stand-per). INTERN: nothing is suppressed here.
--   indicator, versie, niveau, indeling, gebied, gebied_naam, periode   what, where, when
--   eenheid, teller_min .. noemer_schaal                                counts: whole numbers x 10^-schaal
--   waarde_min, waarde_max, ondergrens, bovengrens, methode             in eenheid; equal when exactly known
--   norm_id, norm_status, norm_soort, norm_waarde                       NULL: geen norm afgesproken
--   status, feit, zekerheid, tekort_min, tekort_max                     judgement; children to the norm
--   voorlopig, onvolledig, delen, delen_ontbreken                       completeness
--   verandering, verschil, verschil_laag, verschil_hoog, breuk          against a year earlier
--   leveringen                                                          numbers of the deliveries behind it
--   berekening, gerekend_op, programma                                  the run
CREATE VIEW v_indicator AS
SELECT u.indicator, u.versie, g.niveau, g.indeling, g.code AS gebied, g.naam AS gebied_naam, p.code AS periode,
	u.eenheid, u.teller_min, u.teller_max, u.teller_schaal, u.noemer_min, u.noemer_max, u.noemer_schaal,
	u.waarde_min, u.waarde_max, u.ondergrens, u.bovengrens, u.methode,
	u.norm_id, u.norm_status, u.norm_soort, u.norm_waarde,
	u.status, u.feit, u.zekerheid, u.tekort_min, u.tekort_max,
	u.voorlopig, u.onvolledig, u.delen, u.delen_ontbreken,
	u.verandering, u.verschil, u.verschil_laag, u.verschil_hoog, u.breuk,
	(SELECT group_concat(levering, ' ') FROM
		(SELECT levering FROM uitkomst_levering ul WHERE ul.uitkomst = u.id ORDER BY levering)) AS leveringen,
	r.nr AS berekening, r.gerekend_op, r.programma
FROM uitkomst u
JOIN berekening r ON r.nr = u.berekening
JOIN gebied g ON g.id = u.gebied
JOIN periode p ON p.id = u.periode
WHERE r.nr = (SELECT max(nr) FROM berekening WHERE stand_per IS NULL AND tot_levering IS NULL);
