/* ijkpunt begin MAP --gemeente NAAM: a werkmap with database, areas and settings. */
#include <string.h>

#include "cli/command.h"
#include "cli/opt.h"
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

int cmd_begin(struct app *app, int argc, char **argv, struct err *err)
{
	const char *gemeente = NULL, *gebieden = NULL;
	const struct opt table[] = {
		OPT_TEXT('g', "gemeente", &gemeente, "NAAM", "de gemeente; met een onbekende naam ziet u welke er zijn"),
		OPT_TEXT(0, "gebieden", &gebieden, "BESTAND", "eigen lijst van gebieden in plaats van de meegeleverde"),
		OPT_END};

	if (opt_parse(app, table, &argc, &argv, err) < 0)
		return -1;
	if (steps_begin(app, argv[0], gemeente, gebieden, false, err) < 0)
		return -1;
	report(app);
	return 0;
}
