/* ijkpunt controleer [BESTAND...]: without a file all definitions, with files what `laad` would say of them. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cli/command.h"
#include "cli/controle.h"
#include "cli/laad.h"
#include "cli/onthul.h"
#include "cli/opt.h"
#include "cli/say.h"
#include "cli/steps.h"

/* Outside a werkmap there is nothing to compare with, and nothing wrong with that. */
static int open_if_there(struct app *app, struct err *err)
{
	if (app_open(app, STORE_READ, err) == 0)
		return 0;
	if (app->opt_werkmap || app->werkmap)
		return -1;
	err_release(err);
	return 0;
}

static int check_definitions(struct app *app, struct err *err)
{
	struct controle c = {0};
	char **names = NULL;
	size_t count = 0;
	int rc = controle_algemeen(app, &c, err);

	if (rc == 0 && c.fouten == 0 && app->gemeente)
		rc = controle_gemeente(app, app->gemeente, &c, err);
	if (rc == 0 && c.fouten == 0 && !app->gemeente)
		rc = definities_names(NULL, app->installed, "indicators/gemeenten", ".json", &names, &count, err);
	for (size_t i = 0; rc == 0 && i < count; i++) {
		names[i][strlen(names[i]) - strlen(".json")] = '\0';
		rc = controle_gemeente(app, names[i], &c, err);
	}
	file_list_free(names, count);
	if (rc < 0)
		return -1;
	if (c.fouten) {
		say_indented("Verbeter de definities; tot dan rekent ijkpunt er niet mee.\nEr is niets gewijzigd.");
		err->kind = ERR_DEFINITION; /* the faults have been printed */
		return -1;
	}
	say("%zu definitiebestanden gecontroleerd: geen fouten.\n", c.bestanden);
	return 0;
}

static int need_areas(struct app *app, struct err *err)
{
	if (app->store)
		return 0;
	err_set(err, ERR_USE, "controleer: om een bestand te controleren is een werkmap nodig, voor de wijken.");
	return err_advise(err, "Ga naar een werkmap, of noem er een met -w MAP.");
}

static int check_files(struct app *app, int argc, char **argv, const char *profiel, struct err *err)
{
	const struct import_options opt = {.profiel = profiel, .proef = true, .vervang = true};
	bool refused = false;

	if (need_areas(app, err) < 0 || laad_check_profiel(app, profiel, err) < 0)
		return -1;
	for (int i = 0; i < argc; i++) {
		struct import_result r = {0};
		int rc = steps_laad(app, argv[i], app->nu, &opt, &r, err);

		if (rc == 0)
			laad_say_result(argv[i], &r);
		refused |= rc == 0 && r.uitslag == IMPORT_GEWEIGERD;
		import_result_release(&r);
		if (rc < 0)
			return -1;
	}
	if (refused) {
		err->kind = ERR_DATA;
		return -1;
	}
	return 0;
}

static int check_disclosure(struct app *app, int argc, const char *map, struct err *err)
{
	if (argc > 0)
		return err_set(err, ERR_USE, "controleer: bij --onthulling horen geen bestanden.");
	return app_open_defs(app, STORE_READ, err) < 0 ? -1 : onthul_map(app, map, err);
}

int cmd_controleer(struct app *app, int argc, char **argv, struct err *err)
{
	const char *profiel = NULL, *onthulling = NULL;
	const struct opt table[] = {
		OPT_TEXT('p', "profiel", &profiel, "NAAM", "lees volgens imports/NAAM.json in plaats van te herkennen"),
		OPT_TEXT(0, "onthulling", &onthulling, "MAP", "is uit de openbare bestanden in MAP een klein aantal te halen"),
		OPT_END};

	if (opt_parse(app, table, &argc, &argv, err) < 0)
		return -1;
	if (onthulling)
		return check_disclosure(app, argc, onthulling, err);
	if ( open_if_there(app, err) < 0 ||
		app_find_installed(app, err) < 0)
		return -1;
	if (argc == 0)
		return check_definitions(app, err);
	return check_files(app, argc, argv, profiel, err);
}
