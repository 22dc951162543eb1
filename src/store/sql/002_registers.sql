-- 002: what is delivered and is no count: objects (schools, locations), koppelingen (a code belongs to
-- areas) and registers (acties, overleggen, besluiten, interventies).
--
-- The rule of observations holds here too: nothing is overwritten, the newest delivery that counts wins,
-- a complete delivery removes what it lacks, a withdrawal counts from its own day.
-- Analysts: use the views v_actie, v_overleg, v_besluit and v_interventie.

-- A school or location in a delivery.
CREATE TABLE object (
	id INTEGER NOT NULL PRIMARY KEY,
	levering INTEGER NOT NULL REFERENCES levering,
	soort TEXT NOT NULL CHECK (soort <> ''), -- school, locatie
	periode INTEGER, -- NULL: the list has none
	code TEXT NOT NULL CHECK (code <> ''),
	naam TEXT,
	gebied INTEGER REFERENCES gebied, -- NULL: not known
	regel INTEGER CHECK (regel >= 1), -- physical line
	FOREIGN KEY (levering, periode) REFERENCES levering_periode
) STRICT;
CREATE UNIQUE INDEX object_sleutel ON object (soort, code, coalesce(periode, 0), levering);

CREATE TABLE object_kenmerk (
	object INTEGER NOT NULL REFERENCES object,
	volgnr INTEGER NOT NULL CHECK (volgnr >= 1), -- order of the profile
	naam TEXT NOT NULL CHECK (naam <> ''),
	waarde TEXT NOT NULL,
	PRIMARY KEY (object, volgnr),
	UNIQUE (object, naam)
) STRICT, WITHOUT ROWID;

-- A code belongs to an area with a weight. All areas of a code come from one delivery.
CREATE TABLE koppeling (
	naam TEXT NOT NULL CHECK (naam <> ''), -- pc4, pc6
	indeling TEXT NOT NULL, -- division of the areas
	code TEXT NOT NULL CHECK (code <> ''),
	levering INTEGER NOT NULL REFERENCES levering,
	gebied INTEGER NOT NULL REFERENCES gebied,
	gewicht INTEGER NOT NULL CHECK (gewicht > 0),
	PRIMARY KEY (naam, indeling, code, levering, gebied)
) STRICT, WITHOUT ROWID;
CREATE INDEX koppeling_levering ON koppeling (levering, indeling);

-- A row of a register in a delivery, and its cells that are not empty.
CREATE TABLE register_rij (
	id INTEGER NOT NULL PRIMARY KEY,
	bron INTEGER NOT NULL, -- the register
	sleutel TEXT NOT NULL CHECK (sleutel <> ''), -- the id that the register gave it
	levering INTEGER NOT NULL,
	regel INTEGER CHECK (regel >= 1), -- physical line
	UNIQUE (bron, sleutel, levering),
	FOREIGN KEY (levering, bron) REFERENCES levering (nr, bron)
) STRICT;

CREATE TABLE register_cel (
	rij INTEGER NOT NULL REFERENCES register_rij,
	volgnr INTEGER NOT NULL CHECK (volgnr >= 1), -- order of the profile
	kolom TEXT NOT NULL CHECK (kolom <> ''),
	waarde TEXT NOT NULL CHECK (waarde <> ''),
	PRIMARY KEY (rij, volgnr),
	UNIQUE (rij, kolom)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER object_blijft BEFORE UPDATE ON object
BEGIN
	SELECT RAISE(ABORT, 'an object is never changed');
END;
CREATE TRIGGER object_kenmerk_blijft BEFORE UPDATE ON object_kenmerk
BEGIN
	SELECT RAISE(ABORT, 'an object is never changed');
END;
CREATE TRIGGER koppeling_blijft BEFORE UPDATE ON koppeling
BEGIN
	SELECT RAISE(ABORT, 'a koppeling is never changed');
END;
CREATE TRIGGER register_rij_blijft BEFORE UPDATE ON register_rij
BEGIN
	SELECT RAISE(ABORT, 'a row of a register is never changed');
END;
CREATE TRIGGER register_cel_blijft BEFORE UPDATE ON register_cel
BEGIN
	SELECT RAISE(ABORT, 'a row of a register is never changed');
END;

-- The deliveries of registers that count today, in order: a register of a day (a peildatum in its file
-- name; periode ids that end in day kind 5) by that day, then by number.
CREATE VIEW register_levering AS
SELECT l.nr, l.bron, l.volledig,
	row_number() OVER (PARTITION BY l.bron
		ORDER BY CASE l.periode % 8 WHEN 5 THEN l.periode ELSE 0 END, l.nr) AS rang
FROM levering l
WHERE l.nr NOT IN (SELECT levering FROM intrekking WHERE hersteld_op IS NULL);

-- Rows that count today: the newest version of each, unless a newer complete delivery lacks it.
CREATE VIEW register_telt AS
SELECT id, bron, sleutel, levering FROM (
	SELECT r.id, r.bron, r.sleutel, r.levering, t.rang,
		row_number() OVER (PARTITION BY r.bron, r.sleutel ORDER BY t.rang DESC) AS versie
	FROM register_rij r JOIN register_levering t ON t.nr = r.levering) r
WHERE versie = 1 AND rang >= coalesce(
	(SELECT max(v.rang) FROM register_levering v WHERE v.bron = r.bron AND v.volledig = 1), 0);

-- v_actie: the acties, bestuurlijke opdrachten and mijlpalen that count today. Empty cells are NULL.
--   id, soort, doel_id, omschrijving     actie, opdracht or mijlpaal, and the goal it serves
--   partij, eigenaar                     organisation and role; no persons
--   status, start, deadline, afgerond_op, laatste_update, bewijs, meetmiddel, volgende_stap, besluit_id
--   levering                             number of the delivery
CREATE VIEW v_actie AS
SELECT t.sleutel AS id,
	max(CASE c.kolom WHEN 'soort' THEN c.waarde END) AS soort,
	max(CASE c.kolom WHEN 'doel_id' THEN c.waarde END) AS doel_id,
	max(CASE c.kolom WHEN 'omschrijving' THEN c.waarde END) AS omschrijving,
	max(CASE c.kolom WHEN 'partij' THEN c.waarde END) AS partij,
	max(CASE c.kolom WHEN 'eigenaar' THEN c.waarde END) AS eigenaar,
	max(CASE c.kolom WHEN 'status' THEN c.waarde END) AS status,
	max(CASE c.kolom WHEN 'start' THEN c.waarde END) AS start,
	max(CASE c.kolom WHEN 'deadline' THEN c.waarde END) AS deadline,
	max(CASE c.kolom WHEN 'afgerond_op' THEN c.waarde END) AS afgerond_op,
	max(CASE c.kolom WHEN 'laatste_update' THEN c.waarde END) AS laatste_update,
	max(CASE c.kolom WHEN 'bewijs' THEN c.waarde END) AS bewijs,
	max(CASE c.kolom WHEN 'meetmiddel' THEN c.waarde END) AS meetmiddel,
	max(CASE c.kolom WHEN 'volgende_stap' THEN c.waarde END) AS volgende_stap,
	max(CASE c.kolom WHEN 'besluit_id' THEN c.waarde END) AS besluit_id,
	t.levering
FROM register_telt t
LEFT JOIN register_cel c ON c.rij = t.id
WHERE t.bron = (SELECT id FROM bron WHERE tekst = 'acties')
GROUP BY t.id;

-- v_overleg: the meetings that count today.
--   id, gremium, naam, datum, status     stuurgroep, platform ...; gepland, gehouden or vervallen
--   thema_doel_id, themablad_id          the theme, and the sheet that was discussed
--   verslag_verzonden, deelnemers        day the minutes were sent; number of people
CREATE VIEW v_overleg AS
SELECT t.sleutel AS id,
	max(CASE c.kolom WHEN 'gremium' THEN c.waarde END) AS gremium,
	max(CASE c.kolom WHEN 'naam' THEN c.waarde END) AS naam,
	max(CASE c.kolom WHEN 'datum' THEN c.waarde END) AS datum,
	max(CASE c.kolom WHEN 'status' THEN c.waarde END) AS status,
	max(CASE c.kolom WHEN 'thema_doel_id' THEN c.waarde END) AS thema_doel_id,
	max(CASE c.kolom WHEN 'themablad_id' THEN c.waarde END) AS themablad_id,
	max(CASE c.kolom WHEN 'verslag_verzonden' THEN c.waarde END) AS verslag_verzonden,
	CAST(max(CASE c.kolom WHEN 'deelnemers' THEN c.waarde END) AS INTEGER) AS deelnemers,
	t.levering
FROM register_telt t
LEFT JOIN register_cel c ON c.rij = t.id
WHERE t.bron = (SELECT id FROM bron WHERE tekst = 'overleggen')
GROUP BY t.id;

-- v_besluit: the decisions that count today.
--   id, datum, gremium, doel_id, tekst   when, who, about which goal, what
--   actie_id                             the actie that carries it out
CREATE VIEW v_besluit AS
SELECT t.sleutel AS id,
	max(CASE c.kolom WHEN 'datum' THEN c.waarde END) AS datum,
	max(CASE c.kolom WHEN 'gremium' THEN c.waarde END) AS gremium,
	max(CASE c.kolom WHEN 'doel_id' THEN c.waarde END) AS doel_id,
	max(CASE c.kolom WHEN 'tekst' THEN c.waarde END) AS tekst,
	max(CASE c.kolom WHEN 'actie_id' THEN c.waarde END) AS actie_id,
	t.levering
FROM register_telt t
LEFT JOIN register_cel c ON c.rij = t.id
WHERE t.bron = (SELECT id FROM bron WHERE tekst = 'besluiten')
GROUP BY t.id;

-- v_interventie: the programmes that count today.
--   id, naam, doel_id, bewijsniveau      evidence as a recognised database or study calls it
--   laatste_evaluatie                    day of the last evaluation
--   besluit, besluit_op, reden           doorgaan, aanpassen or stoppen; when and why
CREATE VIEW v_interventie AS
SELECT t.sleutel AS id,
	max(CASE c.kolom WHEN 'naam' THEN c.waarde END) AS naam,
	max(CASE c.kolom WHEN 'doel_id' THEN c.waarde END) AS doel_id,
	max(CASE c.kolom WHEN 'bewijsniveau' THEN c.waarde END) AS bewijsniveau,
	max(CASE c.kolom WHEN 'laatste_evaluatie' THEN c.waarde END) AS laatste_evaluatie,
	max(CASE c.kolom WHEN 'besluit' THEN c.waarde END) AS besluit,
	max(CASE c.kolom WHEN 'besluit_op' THEN c.waarde END) AS besluit_op,
	max(CASE c.kolom WHEN 'reden' THEN c.waarde END) AS reden,
	t.levering
FROM register_telt t
LEFT JOIN register_cel c ON c.rij = t.id
WHERE t.bron = (SELECT id FROM bron WHERE tekst = 'interventies')
GROUP BY t.id;
