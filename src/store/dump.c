#include "base/num.h"
#include "store/stmt.h"

static const char dumping[] = "de inhoud tonen";

/* Every table by its primary key; the unit test sees that none is missing. */
static const struct {
	const char *name, *sql;
} tables[] = {
	{"instelling", "SELECT * FROM instelling ORDER BY sleutel"},
	{"gebied", "SELECT * FROM gebied ORDER BY id"},
	{"gebied_alias", "SELECT * FROM gebied_alias ORDER BY gebied, volgnr"},
	{"periode", "SELECT * FROM periode ORDER BY id"},
	{"bron", "SELECT * FROM bron ORDER BY id"},
	{"kenmerk", "SELECT * FROM kenmerk ORDER BY id"},
	{"maat", "SELECT * FROM maat ORDER BY id"},
	{"levering", "SELECT * FROM levering ORDER BY nr"},
	{"levering_periode", "SELECT * FROM levering_periode ORDER BY levering, periode"},
	{"intrekking", "SELECT * FROM intrekking ORDER BY levering, volgnr"},
	{"bevinding", "SELECT * FROM bevinding ORDER BY levering, volgnr"},
	{"waarneming", "SELECT * FROM waarneming "
		       "ORDER BY bron, periode, gebied, kenmerk, maat, levering"},
	{"object", "SELECT * FROM object ORDER BY id"},
	{"object_kenmerk", "SELECT * FROM object_kenmerk ORDER BY object, volgnr"},
	{"koppeling", "SELECT * FROM koppeling ORDER BY naam, indeling, code, levering, gebied"},
	{"register_rij", "SELECT * FROM register_rij ORDER BY id"},
	{"register_cel", "SELECT * FROM register_cel ORDER BY rij, volgnr"},
	{"berekening", "SELECT * FROM berekening ORDER BY nr"},
	{"uitkomst", "SELECT * FROM uitkomst ORDER BY id"},
	{"uitkomst_levering", "SELECT * FROM uitkomst_levering ORDER BY uitkomst, levering"},
	{"definitie", "SELECT * FROM definitie ORDER BY id"},
	{"logboek", "SELECT * FROM logboek ORDER BY nr"},
	{"publicatie", "SELECT * FROM publicatie ORDER BY nr"},
	{"publicatie_telling", "SELECT * FROM publicatie_telling "
			       "ORDER BY publicatie, sleutel, gebied, indeling, periode"},
	{"publicatie_cijfer", "SELECT * FROM publicatie_cijfer "
			      "ORDER BY publicatie, indicator, gebied, indeling, periode"},
};

/* A text in quotes with its control characters escaped, so that a row is a line. */
static void add_text(struct str *out, const char *text)
{
	str_add_char(out, '"');
	str_add_json(out, text);
	str_add_char(out, '"');
}

static void add_value(struct str *out, struct call *c, int i)
{
	switch (sqlite3_column_type(c->stmt, i)) {
	case SQLITE_NULL:
		str_add(out, "NULL");
		break;
	case SQLITE_INTEGER:
		str_add_f(out, "%lld", (long long)col_int(c, i));
		break;
	case SQLITE_FLOAT:
		num_add_exact(out, col_real(c, i));
		break;
	default:
		add_text(out, col_text(c, i));
	}
}

static int dump_table(
	struct store *store, const char *name, const char *sql, struct str *out, struct err *err)
{
	struct call c = {.store = store, .own = true};
	int step;

	c.rc = sqlite3_prepare_v2(store->db, sql, -1, &c.stmt, NULL);
	str_add_f(out, "%s\n", name);
	while ((step = call_step(&c, dumping, err)) == 1) {
		for (int i = 0; i < sqlite3_column_count(c.stmt); i++) {
			str_add_char(out, '\t');
			add_value(out, &c, i);
		}
		str_add_char(out, '\n');
	}
	return step;
}

int store_dump(struct store *store, struct str *out, struct err *err)
{
	struct str text = STR_INIT;
	int result = 0;

	for (size_t i = 0; i < ARRAY_LEN(tables) && result == 0; i++)
		result = dump_table(store, tables[i].name, tables[i].sql, &text, err);
	if (result == 0)
		str_add(out, str_text(&text));
	str_release(&text);
	return result;
}
