-- 005: outcomes that are estimates stand in the tables too, and say so.

-- The koppeling by which the counts were divided (pc4, wijk_2024); NULL: it was counted.
ALTER TABLE uitkomst ADD COLUMN geschat TEXT CHECK (geschat <> '');

-- v_indicator as in 001, with at the end
--   geschat   NULL: counted; else the koppeling by which the counts were divided: a value, never judged or compared
DROP VIEW v_indicator;
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
	r.nr AS berekening, r.gerekend_op, r.programma, u.geschat
FROM uitkomst u
JOIN berekening r ON r.nr = u.berekening
JOIN gebied g ON g.id = u.gebied
JOIN periode p ON p.id = u.periode
WHERE r.nr = (SELECT max(nr) FROM berekening WHERE stand_per IS NULL AND tot_levering IS NULL);
