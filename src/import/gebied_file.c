#include "import/gebied_file.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "base/text.h"
#include "import/gebied_groep.h"
#include "import/tabel.h"

enum col {
	COL_INDELING,
	COL_CODE,
	COL_NAAM,
	COL_NIVEAU,
	COL_OUDER,
	COL_VANAF,
	COL_TOT,
	COL_OPVOLGER,
	COL_ALIASSEN,
	COL_ZONDER_DOELGROEP,
	COL_TEGEL_RIJ,
	COL_TEGEL_KOLOM,
	COL_COUNT
};

static const char *const col_name[COL_COUNT] = {"indeling", "code", "naam", "niveau", "ouder", "vanaf", "tot",
	"opvolger", "aliassen", "zonder_doelgroep", "tegel_rij", "tegel_kolom"};

struct reader {
	const char *label;
	bool eigen;
	struct gebied_list list; /* what this file holds */
	int64_t line;		 /* of the row being read */
	const char *const *cell;
};

static int refuse(const struct reader *r, enum col c, const char *what, struct err *err)
{
	struct str s = STR_INIT;

	text_add_shown(&s, r->cell[c], strlen(r->cell[c]), 60);
	err_set(err, ERR_DEFINITION, "%s, regel %" PRId64 ", kolom %s: '%s' %s", r->label, r->line, col_name[c],
		str_text(&s), what);
	str_release(&s);
	return -1;
}

static int read_date(const struct reader *r, enum col c, bool needed, struct date *out, struct err *err)
{
	*out = DATE_NONE;
	if (!*r->cell[c] && !needed)
		return 0;
	if (date_parse_iso(r->cell[c], out, err) < 0)
		return refuse(r, c, "is geen datum; schrijf bijvoorbeeld 2025-01-01.", err);
	return 0;
}

/* A place on the tile map: empty is 0. */
static int read_tegel(const struct reader *r, enum col c, int *out, struct err *err)
{
	int64_t n = 0;

	if (*r->cell[c] && (num_parse_int(r->cell[c], &n, err) < 0 || n < 1 || n > 99))
		return refuse(r, c, "is geen plaats van 1 tot en met 99.", err);
	*out = (int)n;
	return 0;
}

static void split_aliases(struct gebied *g, const char *text)
{
	size_t cap = 0;

	while (*text) {
		size_t len = strcspn(text, "|");

		if (len) {
			g->alias = mem_grow(g->alias, &cap, g->alias_count + 1, sizeof *g->alias);
			g->alias[g->alias_count++] = mem_dup_n(text, len);
		}
		text += len + (text[len] == '|');
	}
}

static int check_words(const struct reader *r, struct err *err)
{
	const char *niveau = r->cell[COL_NIVEAU], *zonder = r->cell[COL_ZONDER_DOELGROEP];

	if (strcmp(niveau, "gemeente") != 0 && strcmp(niveau, "wijk") != 0 && strcmp(niveau, "buurt") != 0)
		return refuse(r, COL_NIVEAU, "is geen niveau; het is gemeente, wijk of buurt.", err);
	if (*zonder && strcmp(zonder, "0") != 0 && strcmp(zonder, "1") != 0)
		return refuse(r, COL_ZONDER_DOELGROEP, "kan niet; het is 0 of 1.", err);
	if (!*r->cell[COL_CODE])
		return refuse(r, COL_CODE, "is leeg; elk gebied heeft een code.", err);
	if (!*r->cell[COL_NAAM])
		return refuse(r, COL_NAAM, "is leeg; elk gebied heeft een naam.", err);
	return 0;
}

static int check_new(const struct reader *r, const char *indeling, struct err *err)
{
	for (size_t i = 0; i < r->list.count; i++) {
		if (strcmp(r->list.item[i].code, r->cell[COL_CODE]) == 0 &&
			strcmp(r->list.item[i].indeling, indeling) == 0)
			return refuse(r, COL_CODE, "staat twee keer in deze indeling.", err);
	}
	return 0;
}

static int read_row(void *arg, int64_t line, const char *const *cell, struct err *err)
{
	struct reader *r = arg;
	struct gebied g = {.eigen = r->eigen};
	char indeling[1] = "";
	bool top;

	r->line = line;
	r->cell = cell;
	top = strcmp(r->cell[COL_NIVEAU], "gemeente") == 0;
	if (check_words(r, err) < 0 || read_date(r, COL_VANAF, true, &g.vanaf, err) < 0 ||
		read_date(r, COL_TOT, false, &g.tot, err) < 0 || read_tegel(r, COL_TEGEL_RIJ, &g.tegel_rij, err) < 0 ||
		read_tegel(r, COL_TEGEL_KOLOM, &g.tegel_kolom, err) < 0)
		return -1;
	g.indeling = mem_dup(top ? indeling : r->cell[COL_INDELING]);
	if (check_new(r, g.indeling, err) < 0) {
		free(g.indeling);
		return -1;
	}
	g.code = mem_dup(r->cell[COL_CODE]);
	g.naam = mem_dup(r->cell[COL_NAAM]);
	g.niveau = mem_dup(r->cell[COL_NIVEAU]);
	g.ouder = top || !*r->cell[COL_OUDER] ? NULL : mem_dup(r->cell[COL_OUDER]);
	g.opvolger = *r->cell[COL_OPVOLGER] ? mem_dup(r->cell[COL_OPVOLGER]) : NULL;
	g.zonder_doelgroep = strcmp(r->cell[COL_ZONDER_DOELGROEP], "1") == 0;
	split_aliases(&g, r->cell[COL_ALIASSEN]);
	gebied_list_add(&r->list, &g);
	free(g.indeling);
	free(g.code);
	free(g.naam);
	free(g.niveau);
	free(g.ouder);
	free(g.opvolger);
	for (size_t i = 0; i < g.alias_count; i++)
		free(g.alias[i]);
	free(g.alias);
	return 0;
}

/* The one gemeente of the list, or NULL with err. */
static const struct gebied *find_top(const struct reader *r, struct err *err)
{
	const struct gebied *top = NULL;
	size_t count = 0;

	for (size_t i = 0; i < r->list.count; i++) {
		if (strcmp(r->list.item[i].niveau, "gemeente") != 0)
			continue;
		top = &r->list.item[i];
		count++;
	}
	if (count == 1)
		return top;
	err_set(err, ERR_DEFINITION, "%s: er staan %zu gemeenten in, verwacht 1.", r->label, count);
	return NULL;
}

/* Every area belongs to one that is in the file, of its own indeling or the gemeente. */
static int check_parents(const struct reader *r, struct err *err)
{
	for (size_t i = 0; i < r->list.count; i++) {
		const struct gebied *g = &r->list.item[i];
		bool found = !g->ouder && strcmp(g->niveau, "gemeente") == 0;

		for (size_t k = 0; g->ouder && !found && k < r->list.count; k++) {
			const struct gebied *o = &r->list.item[k];

			found = k != i && strcmp(o->code, g->ouder) == 0 &&
				(!*o->indeling || strcmp(o->indeling, g->indeling) == 0);
		}
		if (!found)
			return err_set(err, ERR_DEFINITION, "%s: %s (%s) hoort bij '%s', maar dat gebied staat er niet in.",
				r->label, g->naam, g->code, g->ouder ? g->ouder : "");
	}
	return 0;
}

static void add_rest(struct gebied_list *out, const struct gebied *top, const char *suffix, const char *naam,
	const char *niveau)
{
	struct gebied g = {.eigen = true, .vanaf = top->vanaf};
	char none[1] = "";

	g.code = mem_printf("%s-%s", top->code, suffix);
	g.naam = mem_dup(naam);
	g.niveau = mem_dup(niveau);
	g.indeling = none;
	g.ouder = top->code;
	gebied_list_add(out, &g);
	free(g.code);
	free(g.naam);
	free(g.niveau);
}

int gebied_file_load(struct gebied_list *out, const char *path, const char *label, const char *groepen, bool eigen,
	struct err *err)
{
	struct reader r = {.label = label, .eigen = eigen};
	const struct gebied *top = NULL;
	int rc = tabel_read(path, label, col_name, COL_COUNT, read_row, &r, err);

	if (rc == 0 && (!find_top(&r, err) || check_parents(&r, err) < 0 ||
			       (eigen && gebied_groep_apply(&r.list, path, groepen, err) < 0)))
		rc = -1;
	if (rc == 0)
		top = find_top(&r, err); /* the groups may have moved the list */
	for (size_t i = 0; rc == 0 && i < r.list.count; i++) {
		if (eigen || &r.list.item[i] == top)
			gebied_list_add(out, &r.list.item[i]);
	}
	if (rc == 0 && eigen) {
		add_rest(out, top, "ONBEKEND", "Onbekend", "onbekend");
		add_rest(out, top, "BUITEN", "Buiten gemeente", "buiten");
	}
	if (rc == 0)
		gebied_list_sort(out);
	gebied_list_release(&r.list);
	return rc;
}
