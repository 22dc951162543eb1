/* ijkpunt norm [INDICATOR]: which norms hold, who agreed them and in which words; ijkpunt norm zet: a richtwaarde
 * of the user's own. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "cli/command.h"
#include "cli/figures.h"
#include "cli/norm_zet.h"
#include "cli/opt.h"
#include "cli/say.h"
#include "cli/steps.h"

static const char *sign(const struct norm_def *n)
{
	return n->soort == NORM_MINIMUM ? "minimaal " : n->soort == NORM_MAXIMUM ? "maximaal " : "tussen ";
}

static void add_value(struct str *s, const struct norm_def *n)
{
	const char *unit = n->eenheid && strcasecmp(n->eenheid, "%") == 0 ? "" : " ";

	str_add(s, sign(n));
	num_add_decimal(s, n->waarde);
	if (n->soort == NORM_BAND) {
		str_add(s, " en ");
		num_add_decimal(s, n->bovenkant);
	}
	str_add_f(s, "%s%s", unit, n->eenheid ? n->eenheid : "");
}

static void add_validity(struct str *s, const struct norm_def *n)
{
	str_add(s, "vanaf ");
	date_add_dutch(s, n->vanaf);
	if (date_is_set(n->tot)) {
		str_add(s, " tot en met ");
		date_add_dutch(s, n->tot);
	}
}

static void add_norm(struct str *s, const struct norm_def *n)
{
	str_add_f(s, "%s  %s", n->indicator, n->niveau);
	if (n->gebied)
		str_add_f(s, n->gebied[0] == '*' ? " (elke)" : " %s", n->gebied);
	str_add(s, ": ");
	add_value(s, n);
	str_add_f(s, ", %s, ", norm_status_code(n->status));
	add_validity(s, n);
	str_add_char(s, '\n');
	if (n->document)
		str_add_f(s, "  bron: %s%s%s\n", n->document, n->plaats ? ", " : "", n->plaats ? n->plaats : "");
	if (n->citaat)
		str_add_f(s, "  \"%s\"\n", n->citaat);
	if (n->door)
		str_add_f(s, "  door: %s\n", n->door);
}

static void show(const struct app *app, const char *indicator)
{
	struct str s = STR_INIT;
	size_t shown = 0;

	for (size_t i = 0; i < app->defs->normen.count; i++) {
		const struct norm_def *n = &app->defs->normen.item[i];

		if (indicator && strcasecmp(n->indicator, indicator) != 0)
			continue;
		if (shown++)
			str_add_char(&s, '\n');
		add_norm(&s, n);
	}
	if (!shown)
		str_add_f(&s, "%s%sgeen norm afgesproken\n", indicator ? indicator : "", indicator ? ": " : "");
	say_text(str_text(&s));
	str_release(&s);
}

/* The new value counts at once: read the definitions again and compute. */
static int recompute(struct app *app, struct err *err)
{
	size_t count;

	definities_free(app->defs);
	app->defs = NULL;
	return app_load_defs(app, app->gemeente, err) < 0 ? -1
							  : steps_bereken(app, steps_stand(DATE_NONE), &count, err);
}

static int set(struct app *app, struct norm_zet *z, struct err *err)
{
	char *id;

	if (norm_zet(app, z, &id, err) < 0)
		return -1;
	say("Vastgelegd als %s: %s %s voor %s.\n", id, norm_zet_statussen[z->status], z->waarde, z->indicator);
	app_log_now(app, "norm", id, "vastgelegd");
	free(id);
	if (recompute(app, err) < 0)
		return err_outcome(err, "De waarde is wel vastgelegd. Geef na het herstel: ijkpunt bereken");
	say("De indicatoren zijn bijgewerkt.\n");
	return 0;
}

int cmd_norm(struct app *app, int argc, char **argv, struct err *err)
{
	struct norm_zet z = {.soort = 0};
	const struct indicator_def *def;
	const struct opt table[] = {
		OPT_TEXT('n', "niveau", &z.niveau, "NIVEAU", "bij zetten: gemeente (standaard), wijk of buurt"),
		OPT_TEXT(0, "gebied", &z.gebied, "GEBIED", "bij zetten: alleen dit gebied (anders: alle van het niveau)"),
		OPT_DATE(0, "vanaf", &z.vanaf, "bij zetten: eerste dag waarop de waarde geldt"),
		OPT_DATE(0, "tot", &z.tot, "bij zetten: laatste dag waarop de waarde geldt"),
		OPT_CHOICE(0, "soort", &z.soort, "SOORT", norm_zet_soorten, "bij zetten: minimum of maximum"),
		OPT_CHOICE(0, "status", &z.status, "STATUS", norm_zet_statussen, "bij zetten: richtwaarde (standaard) of voorstel"),
		OPT_TEXT('b', "bron", &z.bron, "TEKST", "bij zetten: waar de waarde vandaan komt"), OPT_END};
	bool zet;

	if (opt_parse(app, table, &argc, &argv, err) < 0)
		return -1;
	zet = argc > 0 && strcmp(argv[0], "zet") == 0;
	if (zet ? argc != 3 : argc > 1) {
		err_set(err, ERR_USE, "norm: schrijf 'ijkpunt norm INDICATOR' of 'ijkpunt norm zet INDICATOR WAARDE'.");
		return err_advise(err, "Typ 'ijkpunt hulp norm' voor uitleg.");
	}
	if (app_open_defs(app, zet ? STORE_WRITE : STORE_READ, err) < 0)
		return -1;
	if (zet) {
		if (figures_indicator(app, argv[1], &def, err) < 0)
			return -1;
		z.indicator = def->id;
		z.waarde = argv[2];
		return set(app, &z, err);
	}
	if (argc && figures_indicator(app, argv[0], &def, err) < 0)
		return -1;
	show(app, argc ? def->id : NULL);
	return 0;
}
