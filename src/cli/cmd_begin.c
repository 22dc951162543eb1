/* ijkpunt begin MAP --gemeente NAAM: a werkmap with database, areas and settings; with --gemeente-nieuw also
 * the definitions of a gemeente that is not shipped. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cli/command.h"
#include "cli/nieuw.h"
#include "cli/opt.h"
#include "cli/place.h"
#include "cli/say.h"
#include "cli/steps.h"

static void report(const struct app *app)
{
	size_t wijken = 0;

	for (size_t i = 0; i < app->gebieden.count; i++) {
		const struct gebied *g = &app->gebieden.item[i];

		wijken += g->eigen && gebied_valid_on(g, app->vandaag) && strcmp(g->niveau, "wijk") == 0;
	}
	say("De werkmap %s is klaar voor %s.\n", app->werkmap, app->defs->gemeente.naam);
	say("  %zu %s, %zu indicatoren, %zu normen en richtwaarden.\n", wijken,
		wijken == 1 ? app->defs->gemeente.wijk_enkelvoud : app->defs->gemeente.wijk_meervoud,
		app->defs->indicator_count, app->defs->normen.count);
	say("Volgende stap: ijkpunt -w %s laad BESTAND\n", app->werkmap);
}

/* What a user does next with a gemeente of his own. */
static void report_new(const struct app *app, const struct nieuw *n)
{
	say("Vul nog in, in %s:\n", app->werkmap);
	say("  indicators/doelen/%s.json     wat is afgesproken; DOEL-1 is een voorbeeld\n", n->id);
	say("  indicators/gemeenten/%s.json  hoe uw wijken en uw overleg heten\n", n->id);
	say("  imports/gebieden/%s.csv       de plaats van elke wijk op de tegelkaart\n", n->id);
	say("Kijk het daarna na: ijkpunt -w %s controleer\n", app->werkmap);
}

static int begin_new(struct app *app, const char *map, struct nieuw *n, struct err *err)
{
	char *db = file_join(map, PLACE_DB);
	bool there = file_exists(db);
	int rc = nieuw_ask(n, err);

	free(db);
	if (rc == 0 && !there) /* a werkmap that is there is refused before anything is written */
		rc = nieuw_write(n, map, app->vandaag.year, err);
	if (rc == 0)
		rc = steps_begin(app, map, n->id, n->bestand ? n->bestand : n->gebieden, false, err);
	if (rc == 0) {
		report(app);
		report_new(app, n);
	}
	free(n->id);
	free(n->bestand);
	return rc;
}

int cmd_begin(struct app *app, int argc, char **argv, struct err *err)
{
	const char *gemeente = NULL, *gebieden = NULL;
	struct nieuw n = {.code = NULL};
	bool nieuw = false;
	const struct opt table[] = {
		OPT_TEXT('g', "gemeente", &gemeente, "NAAM", "de gemeente; met een onbekende naam ziet u welke er zijn"),
		OPT_TEXT(0, "gebieden", &gebieden, "BESTAND", "eigen lijst van gebieden in plaats van de meegeleverde"),
		OPT_FLAG(0, "gemeente-nieuw", &nieuw, "een gemeente die er niet bij is; wat ontbreekt wordt gevraagd"),
		OPT_TEXT(0, "code", &n.code, "CODE", "bij --gemeente-nieuw: de CBS-code, zoals GM0344"),
		OPT_TEXT(0, "naam", &n.naam, "NAAM", "bij --gemeente-nieuw: hoe de gemeente heet"), OPT_END};

	if (opt_parse(app, table, &argc, &argv, err) < 0)
		return -1;
	if (nieuw && gemeente) {
		err_set(err, ERR_USE, "begin: --gemeente en --gemeente-nieuw kunnen niet samen.");
		return err_advise(err, "Een gemeente die er niet bij is, noemt u met --naam.");
	}
	if (!nieuw && (n.code || n.naam))
		return err_set(err, ERR_USE, "begin: --code en --naam horen bij --gemeente-nieuw.");
	if (nieuw) {
		n.gebieden = gebieden;
		return begin_new(app, argv[0], &n, err);
	}
	if (steps_begin(app, argv[0], gemeente, gebieden, false, err) < 0)
		return -1;
	report(app);
	return 0;
}
