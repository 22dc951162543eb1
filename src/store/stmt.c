#include "store/stmt.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/mem.h"

/* Days compare as texts. ?1 is the last day of the stand that counts; ?2 the highest delivery
 * number. */
#define IN_STAND "substr(l.geladen_op, 1, 10) <= ?1 AND l.nr <= ?2 "
/* A withdrawal holds from its own day until the day before it was undone. */
#define WITHDRAWN(i)                                                                               \
	i ".levering = l.nr AND substr(" i ".op, 1, 10) <= ?1 AND "                                \
	  "(" i ".hersteld_op IS NULL OR substr(" i ".hersteld_op, 1, 10) > ?1)"
#define COUNTS "AND NOT EXISTS (SELECT 1 FROM intrekking i WHERE " WITHDRAWN("i") ") "
/* A delivery as levering_store reads it. With a clock that was set back two withdrawals may
 * overlap: the newest is shown. */
#define LEVERING                                                                                   \
	"SELECT l.nr, l.bestand, l.sha256, l.bytes, b.tekst, l.profiel_versie, l.profiel_hash, "   \
	"l.periode, l.status, l.geladen_op, l.geladen_door, l.vervangt, l.volledig, l.herkend, "   \
	"l.regels, l.waarnemingen, i.op, i.door FROM levering l JOIN bron b ON b.id = l.bron "     \
	"LEFT JOIN intrekking i ON i.levering = l.nr AND i.volgnr = "                              \
	"(SELECT max(w.volgnr) FROM intrekking w WHERE " WITHDRAWN("w") ") "
/* The deliveries that count in a stand. */
#define TELT                                                                                       \
	"WITH telt AS (SELECT l.nr, l.bron, l.periode, l.volledig, "                               \
	"l.status = 'voorlopig' AS voorlopig FROM levering l WHERE " IN_STAND COUNTS ")"
/* Of a register: the day that a delivery says it is of, 0 when it has none. The views of sql/002 do the
 * same. */
#define REGISTER_DAY(l) "CASE " l ".periode % 8 WHEN 5 THEN " l ".periode ELSE 0 END"

static const char *const sql[STMT_COUNT] = {
	[STMT_BEGIN] = "BEGIN IMMEDIATE",
	[STMT_BEGIN_READ] = "BEGIN",
	[STMT_COMMIT] = "COMMIT",
	[STMT_ROLLBACK] = "ROLLBACK",
	[STMT_TOUCH] = "SELECT count(*) FROM instelling",
	[STMT_SETTING_GET] = "SELECT waarde FROM instelling WHERE sleutel = ?1",
	[STMT_SETTING_SET] = "INSERT INTO instelling (sleutel, waarde) VALUES (?1, ?2) "
			     "ON CONFLICT (sleutel) DO UPDATE SET waarde = excluded.waarde",

	[STMT_GEBIED_SAVE] =
		"INSERT INTO gebied (code, indeling, niveau, naam, ouder, opvolger, vanaf, tot, "
		"zonder_doelgroep, eigen, tegel_rij, tegel_kolom) "
		"VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) "
		"ON CONFLICT (code, indeling) DO UPDATE SET niveau = excluded.niveau, "
		"naam = excluded.naam, ouder = excluded.ouder, opvolger = excluded.opvolger, "
		"vanaf = excluded.vanaf, tot = excluded.tot, "
		"zonder_doelgroep = excluded.zonder_doelgroep, eigen = excluded.eigen, "
		"tegel_rij = excluded.tegel_rij, tegel_kolom = excluded.tegel_kolom RETURNING id",
	[STMT_GEBIED_ALL] =
		"SELECT id, code, indeling, niveau, naam, ouder, opvolger, vanaf, tot, "
		"zonder_doelgroep, eigen, tegel_rij, tegel_kolom FROM gebied ORDER BY id",
	[STMT_ALIAS_CLEAR] = "DELETE FROM gebied_alias WHERE gebied = ?1",
	[STMT_ALIAS_ADD] = "INSERT INTO gebied_alias (gebied, volgnr, naam) VALUES (?1, ?2, ?3)",
	[STMT_ALIAS_ALL] = "SELECT gebied, naam FROM gebied_alias ORDER BY gebied, volgnr",

	[STMT_BRON_FIND] = "SELECT id FROM bron WHERE tekst = ?1",
	[STMT_BRON_ADD] = "INSERT INTO bron (tekst) VALUES (?1) RETURNING id",
	[STMT_KENMERK_FIND] = "SELECT id FROM kenmerk WHERE tekst = ?1",
	[STMT_KENMERK_ADD] = "INSERT INTO kenmerk (tekst) VALUES (?1) RETURNING id",
	[STMT_KENMERK_TEXT] = "SELECT tekst FROM kenmerk WHERE id = ?1",
	[STMT_MAAT_FIND] = "SELECT id FROM maat WHERE tekst = ?1",
	[STMT_MAAT_ADD] = "INSERT INTO maat (tekst) VALUES (?1) RETURNING id",
	[STMT_MAAT_TEXT] = "SELECT tekst FROM maat WHERE id = ?1",
	[STMT_PERIODE_ADD] = "INSERT INTO periode (id, soort, code, begin, eind) "
			     "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",

	[STMT_LEVERING_ADD] =
		"INSERT INTO levering (bestand, sha256, bytes, bron, profiel_versie, profiel_hash, "
		"periode, status, geladen_op, geladen_door, vervangt, volledig, herkend, regels, "
		"waarnemingen) "
		"VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) "
		"RETURNING nr",
	[STMT_LEVERING_PERIODE_ADD] = "INSERT INTO levering_periode (levering, periode) "
				      "VALUES (?1, ?2) ON CONFLICT DO NOTHING",
	/* ?1 is the far future: as it stands now. */
	[STMT_LEVERING_HASH] = LEVERING "WHERE b.tekst = ?2 AND l.sha256 = ?3 AND i.op IS NULL "
					"ORDER BY l.nr DESC LIMIT 1",
	[STMT_LEVERING_GET] = LEVERING "WHERE l.nr = ?2",
	[STMT_LEVERING_LIST] = LEVERING "WHERE " IN_STAND "ORDER BY l.nr",
	/* Is it there, and is it withdrawn now? */
	[STMT_LEVERING_STATE] =
		"SELECT EXISTS (SELECT 1 FROM intrekking i WHERE i.levering = l.nr AND "
		"i.hersteld_op IS NULL) FROM levering l WHERE l.nr = ?1",
	/* The deliveries of a bron that count in a stand, and which of them are provisional. */
	[STMT_LEVERING_OF_BRON] =
		"SELECT l.nr, l.status = 'voorlopig' FROM levering l JOIN bron b ON b.id = l.bron "
		"WHERE b.tekst = ?3 AND " IN_STAND COUNTS "ORDER BY l.nr",
	/* Per period the newest complete delivery that counts: what is older has no value any more.
	 */
	[STMT_LEVERING_FLOOR] =
		"SELECT p.periode, max(l.nr) FROM levering l JOIN bron b ON b.id = l.bron "
		"JOIN levering_periode p ON p.levering = l.nr "
		"WHERE b.tekst = ?3 AND l.volledig = 1 AND " IN_STAND COUNTS
		"GROUP BY p.periode ORDER BY p.periode",
	[STMT_INTREKKING_ADD] = "INSERT INTO intrekking (levering, volgnr, op, door) VALUES (?1, "
				"(SELECT coalesce(max(volgnr), 0) + 1 FROM intrekking WHERE "
				"levering = ?1), ?2, ?3)",
	[STMT_INTREKKING_END] = "UPDATE intrekking SET hersteld_op = ?2, hersteld_door = ?3 "
				"WHERE levering = ?1 AND hersteld_op IS NULL",
	[STMT_BEVINDING_ADD] = "INSERT INTO bevinding (levering, volgnr, ernst, regel_id, regel, "
			       "kolom, tekst, advies) "
			       "VALUES (?1, (SELECT coalesce(max(volgnr), 0) + 1 FROM bevinding "
			       "WHERE levering = ?1), "
			       "?2, ?3, ?4, ?5, ?6, ?7)",
	[STMT_BEVINDING_ALL] = "SELECT ernst, regel_id, regel, kolom, tekst, advies FROM bevinding "
			       "WHERE levering = ?1 ORDER BY volgnr",

	[STMT_WAARNEMING_ADD] =
		"INSERT INTO waarneming (bron, periode, gebied, kenmerk, maat, levering, staat, "
		"min, max, "
		"schaal, regel) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
	/* In the order of the primary key: no sorting. */
	[STMT_WAARNEMING_OF_BRON] =
		"SELECT periode, gebied, kenmerk, maat, levering, staat, min, max, schaal, regel "
		"FROM waarneming WHERE bron = (SELECT id FROM bron WHERE tekst = ?1) "
		"ORDER BY periode, gebied, kenmerk, maat, levering",
	[STMT_WAARNEMING_OF_KEY] =
		"SELECT periode, gebied, kenmerk, maat, levering, staat, min, max, schaal, regel "
		"FROM waarneming WHERE bron = (SELECT id FROM bron WHERE tekst = ?1) AND periode = "
		"?2 "
		"AND gebied = ?3 ORDER BY kenmerk, maat, levering",
	[STMT_WAARNEMING_SOURCES] = "SELECT tekst FROM bron WHERE EXISTS (SELECT 1 FROM waarneming "
				    "WHERE bron = bron.id) "
				    "ORDER BY tekst",

	[STMT_OBJECT_ADD] =
		"INSERT INTO object (levering, soort, periode, code, naam, gebied, regel) "
		"VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) RETURNING id",
	[STMT_OBJECT_KENMERK_ADD] = "INSERT INTO object_kenmerk (object, volgnr, naam, waarde) "
				    "VALUES (?1, ?2, ?3, ?4)",
	/* vloer: per source and period the newest complete delivery; versie: 1 is the newest. */
	[STMT_OBJECT_OF_SOORT] =
		TELT ", vloer AS (SELECT t.bron, p.periode, max(t.nr) AS nr FROM telt t "
		     "LEFT JOIN levering_periode p ON p.levering = t.nr WHERE t.volledig = 1 "
		     "GROUP BY t.bron, p.periode), "
		     "versie AS (SELECT o.id, t.bron, t.voorlopig, row_number() OVER "
		     "(PARTITION BY t.bron, o.periode, o.code ORDER BY o.levering DESC) AS versie "
		     "FROM object o JOIN telt t ON t.nr = o.levering WHERE o.soort = ?3) "
		     "SELECT o.id, o.levering, o.code, o.naam, o.periode, o.gebied, o.regel, b.tekst, "
		     "v.voorlopig, k.naam, k.waarde FROM versie v JOIN object o ON o.id = v.id "
		     "JOIN bron b ON b.id = v.bron "
		     "LEFT JOIN vloer f ON f.bron = v.bron AND f.periode IS o.periode "
		     "LEFT JOIN object_kenmerk k ON k.object = o.id "
		     "WHERE v.versie = 1 AND o.levering >= coalesce(f.nr, 0) "
		     "ORDER BY o.code, coalesce(o.periode, 0), o.levering, k.volgnr",
	[STMT_KOPPELING_ADD] =
		"INSERT INTO koppeling (naam, indeling, code, levering, gebied, gewicht) "
		"VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
	/* Per code the newest delivery, whatever its source; but not below the newest complete one
	 * of its own source. */
	[STMT_KOPPELING_OF_NAAM] =
		TELT ", vloer AS (SELECT t.bron, k.indeling, max(t.nr) AS nr FROM telt t "
		     "JOIN koppeling k ON k.levering = t.nr WHERE t.volledig = 1 AND k.naam = ?3 "
		     "GROUP BY t.bron, k.indeling), "
		     "telling AS (SELECT k.*, rank() OVER "
		     "(PARTITION BY k.indeling, k.code ORDER BY k.levering DESC) AS versie "
		     "FROM koppeling k JOIN telt t ON t.nr = k.levering "
		     "LEFT JOIN vloer f ON f.bron = t.bron AND f.indeling = k.indeling "
		     "WHERE k.naam = ?3 AND k.levering >= coalesce(f.nr, 0)) "
		     "SELECT indeling, code, levering, gebied, gewicht FROM telling "
		     "WHERE versie = 1 ORDER BY indeling, code, gebied",
	[STMT_KOPPELING_OF_BRON] = "SELECT 1 FROM koppeling k JOIN levering l ON l.nr = k.levering "
				   "JOIN bron b ON b.id = l.bron WHERE b.tekst = ?1 LIMIT 1",
	[STMT_REGISTER_RIJ_ADD] = "INSERT INTO register_rij (bron, sleutel, levering, regel) "
				  "VALUES (?1, ?2, ?3, ?4) RETURNING id",
	[STMT_REGISTER_CEL_ADD] = "INSERT INTO register_cel (rij, volgnr, kolom, waarde) "
				  "VALUES (?1, ?2, ?3, ?4)",
	/* rang: the order of the deliveries of this register; versie: 1 is the newest of a row. */
	[STMT_REGISTER_OF_BRON] =
		TELT ", rang AS (SELECT t.nr, t.voorlopig, t.volledig, row_number() OVER "
		     "(ORDER BY " REGISTER_DAY("t") ", t.nr) AS rang FROM telt t "
		     "WHERE t.bron = (SELECT id FROM bron WHERE tekst = ?3)), "
		     "versie AS (SELECT r.id, r.sleutel, r.levering, r.regel, g.voorlopig, g.rang, "
		     "row_number() OVER (PARTITION BY r.sleutel ORDER BY g.rang DESC) AS versie "
		     "FROM register_rij r JOIN rang g ON g.nr = r.levering) "
		     "SELECT v.id, v.sleutel, v.levering, v.regel, v.voorlopig, 0, c.kolom, c.waarde "
		     "FROM versie v LEFT JOIN register_cel c ON c.rij = v.id WHERE v.versie = 1 "
		     "AND v.rang >= coalesce((SELECT max(rang) FROM rang WHERE volledig = 1), 0) "
		     "ORDER BY v.sleutel, c.volgnr",
	[STMT_REGISTER_OF_SLEUTEL] =
		"SELECT r.id, r.sleutel, r.levering, r.regel, l.status = 'voorlopig', "
		"EXISTS (SELECT 1 FROM intrekking i WHERE i.levering = l.nr AND "
		"i.hersteld_op IS NULL), c.kolom, c.waarde "
		"FROM register_rij r JOIN levering l ON l.nr = r.levering "
		"LEFT JOIN register_cel c ON c.rij = r.id "
		"WHERE r.bron = (SELECT id FROM bron WHERE tekst = ?1) AND r.sleutel = ?2 "
		"ORDER BY r.levering, c.volgnr",
	[STMT_REGISTER_NEWEST] =
		"SELECT l.nr FROM levering l JOIN bron b ON b.id = l.bron WHERE b.tekst = ?3 "
		"AND " IN_STAND COUNTS "ORDER BY " REGISTER_DAY("l") " DESC, l.nr DESC LIMIT 1",
	[STMT_REGISTER_NAMES] = "SELECT tekst FROM bron WHERE EXISTS (SELECT 1 FROM register_rij "
				"WHERE bron = bron.id) ORDER BY tekst",

	[STMT_BEREKENING_CLEAR] =
		"DELETE FROM uitkomst WHERE berekening IN (SELECT nr FROM berekening "
		"WHERE stand_per IS ?1 AND tot_levering IS ?2)",
	[STMT_BEREKENING_ADD] = "INSERT INTO berekening (gerekend_op, stand_per, tot_levering, "
				"definities, programma) "
				"VALUES (?1, ?2, ?3, ?4, ?5) RETURNING nr",
	[STMT_UITKOMST_ADD] =
		"INSERT INTO uitkomst (berekening, indicator, versie, gebied, periode, status, "
		"teller_min, teller_max, teller_schaal, noemer_min, noemer_max, noemer_schaal, "
		"eenheid, "
		"waarde_min, waarde_max, ondergrens, bovengrens, methode, "
		"norm_id, norm_status, norm_soort, norm_waarde, feit, zekerheid, p_onder, p_boven, "
		"tekort_min, tekort_max, voorlopig, onvolledig, delen, delen_ontbreken, "
		"verandering, verschil, verschil_laag, verschil_hoog, breuk, geschat) "
		"VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, "
		"?17, ?18, "
		"?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, "
		"?35, "
		"?36, ?37, ?38) RETURNING id",
	[STMT_UITKOMST_LEVERING_ADD] =
		"INSERT INTO uitkomst_levering (uitkomst, levering) VALUES (?1, ?2)",

	[STMT_DEFINITIE_NEWEST] = "SELECT hash FROM definitie WHERE pad = ?1 "
				  "ORDER BY op DESC, id DESC LIMIT 1",
	[STMT_DEFINITIE_ADD] = "INSERT INTO definitie (op, pad, hash, tekst) VALUES (?1, ?2, ?3, ?4)",
	[STMT_DEFINITIE_FIRST] = "SELECT min(op) FROM definitie",
	[STMT_DEFINITIE_AT] =
		"SELECT pad, hash, tekst FROM (SELECT pad, hash, tekst, row_number() OVER "
		"(PARTITION BY pad ORDER BY op DESC, id DESC) AS versie FROM definitie WHERE op <= ?1) "
		"WHERE versie = 1 AND hash IS NOT NULL ORDER BY pad",
	[STMT_DEFINITIE_MOMENTS] = "SELECT DISTINCT op FROM definitie "
				   "WHERE substr(pad, instr(pad, '/') + 1) = ?1 ORDER BY op",
	[STMT_LOGBOEK_LAST] = "SELECT keten FROM logboek ORDER BY nr DESC LIMIT 1",
	[STMT_LOGBOEK_ADD] = "INSERT INTO logboek (op, door, actie, object, resultaat, keten) "
			     "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
	[STMT_LOGBOEK_ALL] = "SELECT nr, op, door, actie, object, resultaat, keten FROM logboek ORDER BY nr",

	[STMT_PUBLICATIE_ADD] = "INSERT INTO publicatie (op, door, stand_per, bestand, sha256) "
				"VALUES (?1, ?2, ?3, ?4, ?5) RETURNING nr",
	[STMT_PUBLICATIE_TELLING_ADD] =
		"INSERT INTO publicatie_telling (publicatie, sleutel, gebied, indeling, periode, minimum, maximum, "
		"waarde, getoond) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
	[STMT_PUBLICATIE_CIJFER_ADD] =
		"INSERT INTO publicatie_cijfer (publicatie, indicator, gebied, indeling, periode, tekst) "
		"VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
	[STMT_PUBLICATIE_FIND] = "SELECT nr, sha256 FROM publicatie WHERE bestand = ?1 "
				 "AND (?2 IS NULL OR substr(op, 1, 10) <= ?2) ORDER BY nr DESC LIMIT 1",
	[STMT_PUBLICATIE_TELLINGEN] =
		"SELECT t.publicatie, t.sleutel, t.gebied, t.indeling, t.periode, t.minimum, t.maximum, t.waarde, "
		"t.getoond FROM publicatie_telling t JOIN publicatie p ON p.nr = t.publicatie "
		"WHERE (?1 IS NULL OR substr(p.op, 1, 10) <= ?1) AND (?2 IS NULL OR p.nr < ?2) "
		"ORDER BY t.publicatie, t.sleutel, t.gebied, t.indeling, t.periode",
	[STMT_PUBLICATIE_CIJFERS] =
		"SELECT c.publicatie, c.indicator, c.gebied, c.indeling, c.periode, c.tekst "
		"FROM publicatie_cijfer c JOIN publicatie p ON p.nr = c.publicatie "
		"WHERE (?1 IS NULL OR substr(p.op, 1, 10) <= ?1) AND (?2 IS NULL OR p.nr < ?2) "
		"ORDER BY c.publicatie, c.indicator, c.gebied, c.indeling, c.periode",
};

const char *stmt_sql(enum stmt_id id)
{
	return sql[id];
}

static int prepare(struct store *store, enum stmt_id id, unsigned flags, sqlite3_stmt **out)
{
	return sqlite3_prepare_v3(store->db, sql[id], -1, flags, out, NULL);
}

struct call call_new(struct store *store, enum stmt_id id)
{
	struct call c = {.store = store, .rc = SQLITE_OK};

	if (!store->stmt[id])
		c.rc = prepare(store, id, SQLITE_PREPARE_PERSISTENT, &store->stmt[id]);
	c.stmt = store->stmt[id];
	assert(!c.stmt || !sqlite3_stmt_busy(c.stmt)); /* the previous call was ended */
	return c;
}

struct call call_new_own(struct store *store, enum stmt_id id)
{
	struct call c = {.store = store, .rc = SQLITE_OK, .own = true};

	c.rc = prepare(store, id, 0, &c.stmt);
	return c;
}

static void latch(struct call *c, int rc)
{
	if (c->rc == SQLITE_OK)
		c->rc = rc;
}

void call_int(struct call *c, int64_t value)
{
	c->bound++;
	if (c->rc == SQLITE_OK)
		latch(c, sqlite3_bind_int64(c->stmt, c->bound, value));
}

void call_null(struct call *c)
{
	c->bound++;
	if (c->rc == SQLITE_OK)
		latch(c, sqlite3_bind_null(c->stmt, c->bound));
}

void call_int_or_null(struct call *c, bool known, int64_t value)
{
	if (known)
		call_int(c, value);
	else
		call_null(c);
}

void call_real_or_null(struct call *c, bool known, double value)
{
	if (!known || !isfinite(value)) {
		call_null(c);
		return;
	}
	c->bound++;
	if (c->rc == SQLITE_OK)
		latch(c, sqlite3_bind_double(c->stmt, c->bound, value));
}

/* The text lives until the call ends and every call is ended: no copy needed. */
void call_text(struct call *c, const char *text)
{
	c->bound++;
	if (c->rc == SQLITE_OK)
		latch(c, sqlite3_bind_text(c->stmt, c->bound, text, -1, SQLITE_STATIC));
}

void call_date(struct call *c, struct date date)
{
	struct str s = STR_INIT;

	if (!date_is_set(date)) {
		call_null(c);
		return;
	}
	date_add_iso(&s, date);
	c->bound++;
	if (c->rc == SQLITE_OK)
		latch(c, sqlite3_bind_text(c->stmt, c->bound, str_text(&s), -1, SQLITE_TRANSIENT));
	str_release(&s);
}

void call_drop(struct call *c)
{
	if (c->own)
		sqlite3_finalize(c->stmt); /* the step has told its error already */
	else if (c->stmt)
		sqlite3_reset(c->stmt);
	c->stmt = NULL;
}

static int fail(struct call *c, const char *what, struct err *err)
{
	store_fail(c->store, c->rc, what, err); /* before the reset: it reads the connection */
	call_drop(c);
	return -1;
}

int call_step(struct call *c, const char *what, struct err *err)
{
	int rc;

	if (c->rc != SQLITE_OK)
		return fail(c, what, err);
	assert(c->bound == sqlite3_bind_parameter_count(c->stmt));
	rc = sqlite3_step(c->stmt);
	if (rc == SQLITE_ROW)
		return 1;
	if (rc != SQLITE_DONE) {
		c->rc = rc;
		return fail(c, what, err);
	}
	call_drop(c);
	return 0;
}

int call_run(struct call *c, const char *what, struct err *err)
{
	int step = call_step(c, what, err);

	assert(step != 1); /* a statement with rows is not for call_run */
	return step;
}

int call_insert(struct call *c, int64_t *id, const char *what, struct err *err)
{
	int64_t new_id;

	if (call_step(c, what, err) < 0)
		return -1;
	new_id = col_int(c, 0);
	if (call_run(c, what, err) < 0)
		return -1;
	*id = new_id;
	return 0;
}

int call_end(struct call *c, const char *what, struct err *err)
{
	if (c->rc != SQLITE_OK)
		return fail(c, what, err);
	call_drop(c);
	return 0;
}

int64_t col_int(struct call *c, int i)
{
	return sqlite3_column_int64(c->stmt, i);
}

bool col_is_null(struct call *c, int i)
{
	return sqlite3_column_type(c->stmt, i) == SQLITE_NULL;
}

double col_real(struct call *c, int i)
{
	return sqlite3_column_double(c->stmt, i);
}

const char *col_text(struct call *c, int i)
{
	const char *text;

	if (col_is_null(c, i))
		return "";
	text = (const char *)sqlite3_column_text(c->stmt, i);
	if (!text)
		latch(c, SQLITE_NOMEM);
	return text ? text : "";
}

char *col_dup(struct call *c, int i)
{
	return col_is_null(c, i) ? NULL : mem_dup(col_text(c, i));
}

struct date col_date(struct call *c, int i)
{
	struct err err = ERR_INIT;
	struct date date = DATE_NONE;

	if (!col_is_null(c, i) && date_parse_iso(col_text(c, i), &date, &err) < 0) {
		err_release(&err);
		latch(c, SQLITE_CORRUPT); /* the schema's CHECK lets dates in only */
	}
	return date;
}

int stmt_prepare_all(struct store *store, struct err *err)
{
	for (int id = 0; id < STMT_COUNT; id++) {
		struct call c = call_new(store, (enum stmt_id)id);

		if (c.rc != SQLITE_OK)
			return store_fail(store, c.rc, sql[id], err);
	}
	return 0;
}

int stmt_busy(struct store *store)
{
	int busy = 0;

	for (sqlite3_stmt *s = sqlite3_next_stmt(store->db, NULL); s;
		s = sqlite3_next_stmt(store->db, s))
		busy += sqlite3_stmt_busy(s) != 0;
	return busy;
}

void stmt_release(struct store *store)
{
	for (int id = 0; id < STMT_COUNT; id++) {
		sqlite3_finalize(store->stmt[id]);
		store->stmt[id] = NULL;
	}
}
