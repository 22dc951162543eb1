#include "report/tabel_csv.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/mem.h"

static const struct boek_cel *cell_at(const struct boek_tabel *t, size_t rij, size_t kolom)
{
	return &t->cel[rij * t->kolom_count + kolom];
}

/* The one unit of a column; "" when it has no numbers, NULL when there are several. */
static const char *unit_of(const struct boek_tabel *t, size_t kolom)
{
	const char *unit = NULL;

	for (size_t i = 0; i < t->rij_count; i++) {
		const struct boek_cel *c = cell_at(t, i, kolom);

		if (c->soort != BOEK_GETAL)
			continue;
		if (unit && strcmp(unit, c->eenheid) != 0)
			return NULL;
		unit = c->eenheid;
	}
	return unit ? unit : "";
}

static void add_cell(struct csvuit *csv, const struct boek_cel *c)
{
	struct str day = STR_INIT;

	switch (c->soort) {
	case BOEK_LEEG:
		csvuit_text(csv, NULL);
		break;
	case BOEK_TEKST:
		csvuit_text(csv, c->tekst);
		break;
	case BOEK_GETAL:
		csvuit_decimal(csv, c->getal);
		break;
	case BOEK_DATUM:
		date_add_iso(&day, c->datum);
		csvuit_text(csv, str_text(&day));
		str_release(&day);
		break;
	}
}

static char *unit_head(const struct boek_kolom *k)
{
	return mem_printf("%s: eenheid", k->kop);
}

static void add_head(struct csvuit *csv, const struct boek_tabel *t, size_t kolom)
{
	char *unit;

	csvuit_text(csv, t->kolom[kolom].kop);
	if (unit_of(t, kolom))
		return;
	unit = unit_head(&t->kolom[kolom]);
	csvuit_text(csv, unit);
	free(unit);
}

void tabel_csv(struct str *out, const struct boek_tabel *t, enum csv_dialect dialect)
{
	struct csvuit csv;

	csvuit_init(&csv, out, dialect);
	for (size_t k = 0; k < t->kolom_count; k++)
		add_head(&csv, t, k);
	csvuit_end_row(&csv);
	for (size_t i = 0; i < t->rij_count; i++) {
		for (size_t k = 0; k < t->kolom_count; k++) {
			add_cell(&csv, cell_at(t, i, k));
			if (!unit_of(t, k))
				csvuit_text(&csv, cell_at(t, i, k)->eenheid);
		}
		csvuit_end_row(&csv);
	}
}

char *tabel_csv_naam(size_t nr)
{
	return mem_printf("tabel-%03zu.csv", nr);
}

/* ---- codebook ------------------------------------------------------------------------------ */

struct codeboek {
	struct json *doc;
	const struct json_node *kolommen, *delen;
};

static int open_codeboek(struct codeboek *c, const char *path, const char *label, struct err *err)
{
	static const char *const keys[] = {"schema", "kolommen", "delen", NULL};
	const struct json_node *root;

	if (json_load(&c->doc, path, label, err))
		return -1;
	root = json_root(c->doc);
	if (json_check_keys(root, keys, err) ||
		json_get_object(root, "kolommen", JSON_REQUIRED, &c->kolommen, err) ||
		json_get_object(root, "delen", JSON_REQUIRED, &c->delen, err))
		return -1;
	return 0;
}

/* The words that stand where a number could: "afgeschermd, niet geleverd". */
static void add_words(struct str *s, const struct boek_tabel *t, size_t kolom)
{
	bool numbers = false;

	for (size_t i = 0; i < t->rij_count; i++)
		numbers = numbers || cell_at(t, i, kolom)->soort == BOEK_GETAL;
	for (size_t i = 0; numbers && i < t->rij_count; i++) {
		const char *word = cell_at(t, i, kolom)->tekst;
		bool seen = cell_at(t, i, kolom)->soort != BOEK_TEKST;

		for (size_t k = 0; k < i && !seen; k++)
			seen = strcmp(cell_at(t, k, kolom)->tekst, word) == 0;
		if (!seen)
			str_add_f(s, "%s%s", s->len ? ", " : "", word);
	}
}

/* "de waarde ...; het laagste getal": the head of the page, and what part of the cell this is. */
static int add_meaning(struct str *meaning, struct str *codes, const struct codeboek *c, const struct boek_kolom *k,
	struct err *err)
{
	static const char *const keys[] = {"betekenis", "codes", NULL};
	const struct json_node *kolom = json_get(c->kolommen, k->basis);
	const char *text, *words = NULL;

	if (!kolom) { /* the name of an indicator, or a word of the gemeente itself */
		if (json_get_text(c->delen, "naam", JSON_REQUIRED, &text, err))
			return -1;
		str_add(meaning, text);
		return 0;
	}
	if (json_check_keys(kolom, keys, err) || json_get_text(kolom, "betekenis", JSON_REQUIRED, &text, err) ||
		json_get_text(kolom, "codes", JSON_OPTIONAL, &words, err))
		return -1;
	str_add(meaning, text);
	if (words)
		str_add(codes, words);
	if (strlen(k->kop) <= strlen(k->basis))
		return 0;
	if (json_get_text(c->delen, k->kop + strlen(k->basis) + 2, JSON_REQUIRED, &text, err))
		return -1;
	str_add_f(meaning, "; %s", text);
	return 0;
}

static int add_unit_column(struct csvuit *csv, const struct codeboek *c, const struct boek_tabel *t, const char *bestand,
	const struct boek_kolom *k, struct err *err)
{
	char *head = unit_head(k);
	const char *meaning;
	int rc = json_get_text(c->delen, "eenheid", JSON_REQUIRED, &meaning, err);

	if (rc == 0) {
		csvuit_text(csv, bestand);
		csvuit_text(csv, t->titel);
		csvuit_text(csv, head);
		csvuit_text(csv, meaning);
		csvuit_text(csv, NULL);
		csvuit_text(csv, NULL);
		csvuit_end_row(csv);
	}
	free(head);
	return rc;
}

static int add_column(struct csvuit *csv, const struct codeboek *c, const struct boek_tabel *t, size_t nr, size_t kolom,
	struct err *err)
{
	const char *unit = unit_of(t, kolom);
	struct str meaning = STR_INIT, codes = STR_INIT;
	char *name = tabel_csv_naam(nr);
	int rc = add_meaning(&meaning, &codes, c, &t->kolom[kolom], err);

	add_words(&codes, t, kolom);
	csvuit_text(csv, name);
	csvuit_text(csv, t->titel);
	csvuit_text(csv, t->kolom[kolom].kop);
	csvuit_text(csv, str_text(&meaning));
	csvuit_text(csv, unit ? unit : "per rij, in de kolom erachter");
	csvuit_text(csv, str_text(&codes));
	csvuit_end_row(csv);
	if (!unit && rc == 0)
		rc = add_unit_column(csv, c, t, name, &t->kolom[kolom], err);
	str_release(&meaning);
	str_release(&codes);
	free(name);
	return rc;
}

int tabel_codeboek(struct str *out, const struct boek *b, enum csv_dialect dialect, const char *path,
	const char *label, struct err *err)
{
	static const char *const head[] = {"bestand", "tabel", "kolom", "betekenis", "eenheid", "codes"};
	struct codeboek c = {.doc = NULL};
	struct csvuit csv;
	int rc = open_codeboek(&c, path, label, err);

	csvuit_init(&csv, out, dialect);
	for (size_t i = 0; i < ARRAY_LEN(head); i++)
		csvuit_text(&csv, head[i]);
	csvuit_end_row(&csv);
	for (size_t i = 0; rc == 0 && i < b->count; i++)
		for (size_t k = 0; rc == 0 && k < b->tabel[i].kolom_count; k++)
			rc = add_column(&csv, &c, &b->tabel[i], i + 1, k, err);
	json_free(c.doc);
	return rc;
}
