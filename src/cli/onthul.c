#include "cli/onthul.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "cli/figures.h"
#include "cli/onthul_html.h"
#include "cli/onthul_lees.h"
#include "cli/say.h"
#include "cli/steps.h"
#include "indicator/samen.h"
#include "publish/onthulling.h"
#include "publish/uitgave.h"

struct onthul {
	struct app *app;
	struct onthul_lezing lezing;
	size_t bestanden, intern, vreemd; /* files read, files of edition intern, numbers only in a page */
};

/* ---- a folder ------------------------------------------------------------------------------------- */

static bool ends_with(const char *text, const char *end)
{
	size_t n = strlen(text), m = strlen(end);

	return n >= m && strcmp(text + n - m, end) == 0;
}

/* The same file with another end, when it is there; NULL. Owned by the caller. */
static char *sister(const char *path, const char *end, const char *other)
{
	char *stem, *name;

	if (!ends_with(path, end))
		return NULL;
	stem = mem_dup_n(path, strlen(path) - strlen(end));
	name = mem_printf("%s%s", stem, other);
	free(stem);
	if (file_exists(name))
		return name;
	free(name);
	return NULL;
}

static bool is_intern(const char *path)
{
	return strstr(path, "-intern.") || strstr(path, "-intern-") || strstr(path, "export-intern");
}

/* What is not looked at itself: say so, and which file is. */
static void say_unread(const char *path)
{
	char *page = sister(path, ".pdf", ".html"), *calculation = sister(path, ".xlsx", "-berekening.csv");

	if (page)
		say("  %s: niet gelezen; %s wel, daaruit is hij gemaakt\n", file_base(path), file_base(page));
	else if (calculation)
		say("  %s: niet gelezen; %s wel, daar staan dezelfde cijfers in\n", file_base(path), file_base(calculation));
	else
		say("  %s: niet gelezen, bekijk dit bestand zelf\n", file_base(path));
	free(page);
	free(calculation);
}

static bool has_no_figures(const char *name)
{
	return strcmp(name, "codeboek.csv") == 0 || strcmp(name, "metadata.json") == 0 || ends_with(name, ".css") ||
		ends_with(name, ".js") || ends_with(name, ".gitkeep");
}

static int read_calculation(struct onthul *o, const char *path, struct err *err)
{
	char *page = sister(path, "-berekening.csv", ".html");
	int rc = onthul_lees_berekening(&o->lezing, path, err);

	if (rc == 0 && page)
		rc = onthul_html(page, &o->lezing.bekend, o->app->defs, &o->vreemd, err);
	free(page);
	return rc;
}

static int read_file(struct onthul *o, const char *path, struct err *err)
{
	const char *name = file_base(path);
	bool calculation = ends_with(name, "-berekening.csv"), csv = ends_with(name, ".csv"), json = ends_with(name, ".json");
	char *beside = sister(path, ".html", "-berekening.csv");
	int rc = 0;

	if (is_intern(path)) {
		o->intern++;
	} else if (has_no_figures(name) || beside) {
		; /* a page is read with the calculation beside it */
	} else if (calculation || csv || json) {
		rc = calculation ? read_calculation(o, path, err) :
			csv	 ? onthul_lees_cijfers(&o->lezing, path, err) :
				   onthul_lees_json(&o->lezing, path, err);
		o->bestanden += rc == 0;
		if (rc > 0)
			say_unread(path);
		rc = rc > 0 ? 0 : rc;
	} else if (!strstr(path, "-grafieken/")) {
		say_unread(path);
	}
	free(beside);
	return rc;
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
	case VONDST_BEREIK:
		say("  te nauw: %s staat er als tussen %" PRId64 " en %" PRId64 "\n", v->plek, v->laag, v->hoog);
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

/* What the werkmap has counts of is held against those; of the rest the files have to do. */
static int find_all(struct onthul *o, struct vondst_list *list, struct err *err)
{
	const struct onthul_lezing *l = &o->lezing;
	struct publicatie_inhoud before = {0};
	struct figures f = {0};
	struct eerder *eerder;
	int rc = store_begin_read(o->app->store, err);

	if (rc < 0)
		return -1;
	rc = figures_load(o->app, steps_stand(DATE_NONE), NULL, EDITIE_INTERN, &f, err);
	if (rc == 0)
		rc = publicatie_store_read(o->app->store, DATE_NONE, 0, &before, err);
	store_rollback(o->app->store);
	if (rc == 0) {
		eerder = uitgave_eerder(&before);
		samen_add(&f.uitkomsten, o->app->defs); /* what only the public sees */
		onthulling_check(&f.uitkomsten, o->app->defs, &o->app->gebieden, eerder, before.telling_count, l->item,
			l->count, list);
		onthulling_los(&f.uitkomsten, o->app->defs, &o->app->gebieden, l->item, l->count, list);
		free(eerder);
	}
	publicatie_inhoud_release(&before);
	figures_release(&f);
	return rc < 0 ? -1 : 0;
}

static int judge(struct onthul *o, const char *map, struct err *err)
{
	struct vondst_list list = {0};
	int rc = find_all(o, &list, err);

	if (rc < 0)
		return -1;
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
		err_advise(err, "Nodig is een map met ...-openbaar-berekening.csv, cijfers.csv of cijfers.json erin.");
	}
	if (rc == 0)
		rc = judge(&o, map, err);
	onthul_lezing_release(&o.lezing);
	return rc;
}
