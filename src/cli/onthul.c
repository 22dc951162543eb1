#include "cli/onthul.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "cli/figures.h"
#include "cli/onthul_html.h"
#include "cli/say.h"
#include "cli/steps.h"
#include "import/tabel.h"
#include "publish/onthulling.h"

struct onthul {
	struct app *app;
	struct onthuld *item;
	size_t count, cap;
	size_t bestanden, intern, vreemd; /* files read, files of edition intern, numbers only in a page */
	struct str teksten; /* of the berekening.csv being read: what is printed, one per line */
};

static void keep_range(struct onthul *o, const char *const *place, enum onthuld_wat wat, bool number, int64_t value,
	int64_t high)
{
	struct err err = ERR_INIT;
	struct periode p;

	if (periode_parse(place[3], &p, &err)) {
		err_release(&err); /* a row that is no figure of a period */
		return;
	}
	o->item = mem_grow(o->item, &o->cap, o->count + 1, sizeof(*o->item));
	o->item[o->count++] = (struct onthuld){mem_dup(place[0]), mem_dup(place[1]), mem_dup(place[2]), p, wat, number,
		value, high};
}

static void keep(struct onthul *o, const char *const *place, enum onthuld_wat wat, bool number, int64_t value)
{
	keep_range(o, place, wat, number, value, value);
}

/* A whole number; a range ("1..4") is no number. */
static bool is_whole(const char *text, int64_t *out)
{
	struct err err = ERR_INIT;
	bool good = num_parse_int(text, out, &err) == 0;

	err_release(&err);
	return good;
}

/* "56..60". */
static bool is_span(const char *text, int64_t *low, int64_t *high)
{
	const char *dots = strstr(text, "..");
	char *first = dots ? mem_dup_n(text, (size_t)(dots - text)) : NULL;
	bool good = dots && is_whole(first, low) && is_whole(dots + 2, high);

	free(first);
	return good;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* ---- berekening.csv -------------------------------------------------------------------------------- */

static const char *const berekening_kolom[] = {"indicator", "gebied", "indeling", "periode", "term", "waarde", "tekst"};

/* Terms that are made of both counts; a word in the place of a number shows nothing. */
static bool tells_all(const char *term, const char *value)
{
	static const char *const both[] = {"ondergrens", "bovengrens", "tekort", "feit", "zekerheid", "verandering", "tempo"};

	if (strcmp(term, "waarde") == 0)
		return is_digit(*value) || *value == '-';
	for (size_t i = 0; i < ARRAY_LEN(both); i++)
		if (strcmp(term, both[i]) == 0)
			return true;
	return false;
}

static int each_term(void *arg, int64_t line, const char *const *cell, struct err *err)
{
	struct onthul *o = arg;
	int64_t value, high;

	(void)line;
	(void)err;
	str_add_f(&o->teksten, "%s\n", cell[6]);
	if (!*cell[0])
		return 0;
	if (strcmp(cell[4], "teller") == 0 && is_whole(cell[5], &value))
		keep(o, cell, ONTHULD_TELLER, true, value);
	else if (strcmp(cell[4], "teller") == 0 && is_span(cell[5], &value, &high))
		keep_range(o, cell, ONTHULD_BEREIK, true, value, high);
	else if (strcmp(cell[4], "noemer") == 0 && is_whole(cell[5], &value))
		keep(o, cell, ONTHULD_NOEMER, true, value);
	else if (tells_all(cell[4], cell[5]) || (strcmp(cell[4], "waarde") == 0 && is_digit(*cell[6])))
		keep(o, cell, ONTHULD_ALLES, false, 0);
	else if (strcmp(cell[4], "waarde") == 0 && strcmp(cell[5], reden_code(REDEN_AFGESCHERMD)) == 0)
		keep(o, cell, ONTHULD_VERBORGEN, false, 0);
	return 0;
}

/* ---- cijfers.csv ---------------------------------------------------------------------------------- */

static const char *const cijfers_kolom[] = {"indicator", "gebied", "indeling", "periode", "teller", "noemer", "waarde",
	"ondergrens", "tekort", "feit", "reden", "teller_min", "teller_max"};

static int each_figure(void *arg, int64_t line, const char *const *cell, struct err *err)
{
	struct onthul *o = arg;
	int64_t value, high;

	(void)line;
	(void)err;
	if (is_whole(cell[11], &value) && is_whole(cell[12], &high))
		keep_range(o, cell, ONTHULD_BEREIK, true, value, high);
	if (is_whole(cell[4], &value))
		keep(o, cell, ONTHULD_TELLER, true, value);
	if (is_whole(cell[5], &value))
		keep(o, cell, ONTHULD_NOEMER, true, value);
	if (*cell[6] || *cell[7] || *cell[8] || *cell[9])
		keep(o, cell, ONTHULD_ALLES, false, 0);
	if (strcmp(cell[10], reden_code(REDEN_AFGESCHERMD)) == 0)
		keep(o, cell, ONTHULD_VERBORGEN, false, 0);
	return 0;
}

/* ---- a folder ------------------------------------------------------------------------------------- */

static bool ends_with(const char *text, const char *end)
{
	size_t n = strlen(text), m = strlen(end);

	return n >= m && strcmp(text + n - m, end) == 0;
}

static int refuse_dialect(struct err *err)
{
	return err_advise(err, "Lees kan alleen de gewone CSV: maak de bestanden zonder --csv internationaal.");
}

/* The page beside a berekening.csv: numbers in its tables that are not in that file. */
static int check_page(struct onthul *o, const char *path, struct err *err)
{
	static const char end[] = "-berekening.csv";
	char *stem = mem_dup_n(path, strlen(path) - strlen(end)), *page = mem_printf("%s.html", stem);
	int rc = 0;

	if (file_exists(page))
		rc = onthul_html(page, str_text(&o->teksten), &o->vreemd, err);
	free(stem);
	free(page);
	return rc;
}

static int read_file(struct onthul *o, const char *path, struct err *err)
{
	const char *name = file_base(path);
	bool calculation = ends_with(name, "-berekening.csv");
	int rc;

	if (!calculation && strcmp(name, "cijfers.csv") != 0)
		return 0;
	if (strstr(path, "-intern-berekening") || strstr(path, "export-intern")) {
		o->intern++;
		return 0;
	}
	o->bestanden++;
	str_clear(&o->teksten);
	if (!calculation)
		rc = tabel_read(path, name, cijfers_kolom, ARRAY_LEN(cijfers_kolom), each_figure, o, err);
	else
		rc = tabel_read(path, name, berekening_kolom, ARRAY_LEN(berekening_kolom), each_term, o, err);
	if (rc < 0)
		return refuse_dialect(err);
	return calculation ? check_page(o, path, err) : 0;
}

static int read_map(struct onthul *o, const char *map, int depth, struct err *err)
{
	char **names;
	size_t count;
	int rc = file_list(map, NULL, &names, &count, err);

	if (rc < 0)
		return -1;
	for (size_t i = 0; i < count && rc == 0; i++) {
		char *path = file_join(map, names[i]);

		if (!file_is_dir(path))
			rc = read_file(o, path, err);
		else if (depth > 0)
			rc = read_map(o, path, depth - 1, err);
		free(path);
	}
	file_list_free(names, count);
	return rc;
}

/* ---- the findings ---------------------------------------------------------------------------------- */

static void say_interval(const struct vondst *v)
{
	if (v->laag == v->hoog)
		say("  te berekenen: %s, precies\n", v->plek);
	else
		say("  te berekenen: %s, tussen %" PRId64 " en %" PRId64 "\n", v->plek, v->laag, v->hoog);
}

static void say_finding(const struct vondst *v)
{
	switch (v->soort) {
	case VONDST_KLEIN:
		say("  klein aantal: %s staat er\n", v->plek);
		break;
	case VONDST_TE_BEREKENEN:
		say_interval(v);
		break;
	case VONDST_TEGENSTRIJDIG:
		say("  tegenstrijdig: %s past niet bij de andere aantallen\n", v->plek);
		break;
	case VONDST_ANDER:
		say("  let op: %s is nu een ander getal\n", v->plek);
		break;
	case VONDST_ONBEKEND:
		say("  let op: %s is niet bekend in deze werkmap\n", v->plek);
		break;
	}
}

static int judge(struct onthul *o, const char *map, struct err *err)
{
	struct figures f = {0};
	struct vondst_list list = {0};
	int rc = store_begin_read(o->app->store, err);

	if (rc == 0) {
		rc = figures_load(o->app, steps_stand(DATE_NONE), NULL, EDITIE_INTERN, &f, err);
		store_rollback(o->app->store);
	}
	if (rc < 0)
		return -1;
	onthulling_check(&f.uitkomsten, o->app->defs, &o->app->gebieden, o->item, o->count, &list);
	for (size_t i = 0; i < list.count; i++)
		say_finding(&list.item[i]);
	if (vondst_list_onveilig(&list) || o->vreemd > 0) {
		say("%s: niet veilig om te verspreiden.\n", map);
		say_note("Maak de bestanden opnieuw met --editie openbaar, en haal deze terug als ze al verspreid zijn.");
		err->kind = ERR_DATA;
		rc = -1;
	} else {
		say("%s: %zu %s, %zu aantallen te zien, %zu niet; geen klein aantal is eruit te halen.\n", map,
			o->bestanden, o->bestanden == 1 ? "bestand" : "bestanden", list.getoond, list.verborgen);
	}
	vondst_list_release(&list);
	figures_release(&f);
	return rc;
}

int onthul_map(struct app *app, const char *map, struct err *err)
{
	struct onthul o = {.app = app};
	int rc = read_map(&o, map, 1, err);

	if (rc == 0 && o.intern > 0)
		say_note("Overgeslagen: %zu bestanden van de editie intern. Verspreid die niet.", o.intern);
	if (rc == 0 && o.bestanden == 0) {
		rc = err_set(err, ERR_USE, "In %s staan geen bestanden van de editie openbaar.", map);
		err_advise(err, "Nodig is een map met ...-openbaar-berekening.csv of cijfers.csv erin.");
	}
	if (rc == 0)
		rc = judge(&o, map, err);
	for (size_t i = 0; i < o.count; i++) {
		free(o.item[i].indicator);
		free(o.item[i].gebied);
		free(o.item[i].indeling);
	}
	free(o.item);
	str_release(&o.teksten);
	return rc;
}
