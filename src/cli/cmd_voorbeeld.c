/* ijkpunt voorbeeld MAP: a werkmap with the fictional deliveries of imports/voorbeeld/<gemeente>, each loaded on
 * its own (fictional) day, so that there is a history to look at. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/json.h"
#include "base/mem.h"
#include "cli/bevinding.h"
#include "cli/command.h"
#include "cli/definities_op.h"
#include "cli/opt.h"
#include "cli/say.h"
#include "cli/steps.h"
#include "import/tabel.h"

struct voorbeeld {
	bool bewaard; /* the definitions, with the first delivery */
	struct app *app;
	char *dir; /* of the deliveries */
};

/* Everything in the example must load; a refusal is a fault of what is shipped. */
static int check_loaded(const char *name, const struct import_result *r, struct err *err)
{
	if (r->uitslag == IMPORT_GELADEN)
		return 0;
	bevinding_say(name, &r->bevindingen);
	err_set(err, ERR_DEFINITION, "De voorbeeldlevering %s is geweigerd.", name);
	err_advise(err, "Het voorbeeld hoort bij het programma: installeer ijkpunt opnieuw.");
	return err_outcome(err, "De werkmap is niet af. U kunt haar weggooien.");
}

/* As if the werkmap was made when the first file came. */
static int keep_definitions(struct voorbeeld *v, const char *nu, struct err *err)
{
	v->bewaard = true;
	if (store_begin(v->app->store, err) < 0)
		return -1;
	if (definities_bewaren(v->app, nu, err) < 0 || store_commit(v->app->store, err) < 0) {
		store_rollback(v->app->store);
		return -1;
	}
	return 0;
}

static int load_one(void *arg, int64_t line, const char *const *cell, struct err *err)
{
	struct voorbeeld *v = arg;
	const struct import_options opt = {.vervang = true};
	struct import_result r = {0};
	char *path = file_join(v->dir, cell[0]), *nu = mem_printf("%sT09:00:00", cell[1]);
	int rc = steps_laad(v->app, path, nu, &opt, &r, err);

	(void)line;
	if (rc == 0)
		rc = check_loaded(cell[0], &r, err);
	if (rc == 0 && !v->bewaard)
		rc = keep_definitions(v, nu, err);
	import_result_release(&r);
	free(path);
	free(nu);
	return rc;
}

enum { TEXT_MAX = 64 << 10 };

/* What people (fictional ones too) wrote for the reports stands in tekst/ beside the deliveries. */
static int copy_texts(const struct voorbeeld *v, struct err *err)
{
	char *from = file_join(v->dir, "tekst"), *to = file_join(v->app->werkmap, "reports/tekst"), **name = NULL;
	size_t count = 0;
	int rc = 0;

	if (file_is_dir(from)) {
		rc = file_list(from, ".md", &name, &count, err);
		if (rc == 0)
			rc = file_make_dir(to, err);
	}
	for (size_t i = 0; i < count && rc == 0; i++) {
		char *source = file_join(from, name[i]), *target = file_join(to, name[i]), *text = NULL;
		size_t len;

		rc = file_read(source, TEXT_MAX, &text, &len, err);
		if (rc == 0)
			rc = file_write(target, text, len, 0600, err);
		free(source);
		free(target);
		free(text);
	}
	file_list_free(name, count);
	free(from);
	free(to);
	return rc;
}

/* Which example is made when none is named: imports/voorbeeld/voorbeelden.json. The caller frees. */
static int default_gemeente(const struct app *app, char **out, struct err *err)
{
	static const char *const keys[] = {"schema", "standaard", "toelichting", NULL};
	static const char label[] = "imports/voorbeeld/voorbeelden.json";
	char *path = definities_path(NULL, app->installed, "imports/voorbeeld", "voorbeelden.json");
	const char *name = NULL;
	struct json *doc = NULL;
	int rc = -1;

	if (!path)
		err_set(err, ERR_DEFINITION, "%s is er niet.", label);
	else if (json_load(&doc, path, label, err) == 0 && json_check_keys(json_root(doc), keys, err) == 0)
		rc = json_get_text(json_root(doc), "standaard", JSON_REQUIRED, &name, err);
	if (rc == 0)
		*out = mem_dup(name);
	json_free(doc);
	free(path);
	return rc;
}

/* The folder with the example of a gemeente, or NULL with err. */
static char *find_list(struct app *app, const char *gemeente, struct err *err)
{
	char *kind = mem_printf("imports/voorbeeld/%s", gemeente), *path = NULL;

	if (!strchr(gemeente, '/'))
		path = definities_path(NULL, app->installed, kind, "leveringen.csv");
	free(kind);
	if (path)
		return path;
	err_set(err, ERR_USE, "Voor '%s' is er geen voorbeeld.", gemeente);
	err_advise(err, "Laat --gemeente weg voor het gewone voorbeeld.");
	return NULL;
}

static void report(const struct voorbeeld *v)
{
	const char *map = v->app->werkmap;

	say("De werkmap %s is klaar, gevuld met fictieve leveringen voor %s.\n", map, v->app->defs->gemeente.naam);
	say("Alle cijfers zijn verzonnen; op alles wat eruit komt staat dat het fictief is.\n");
	say("Volgende stap: ijkpunt -w %s status\n", map);
	say("       daarna: ijkpunt -w %s toon OAB-01\n", map);
}

int cmd_voorbeeld(struct app *app, int argc, char **argv, struct err *err)
{
	static const char *const columns[] = {"bestand", "geladen_op"};
	const char *gemeente = NULL;
	const struct opt table[] = {
		OPT_TEXT('g', "gemeente", &gemeente, "NAAM", "een andere gemeente dan die van het gewone voorbeeld"), OPT_END};
	struct voorbeeld v = {.app = app};
	char *list, *slash, *standaard = NULL;
	size_t count = 0;
	int rc;

	if (opt_parse(app, table, &argc, &argv, err) < 0 || app_find_installed(app, err) < 0)
		return -1;
	if (!gemeente && default_gemeente(app, &standaard, err) < 0)
		return -1;
	gemeente = gemeente ? gemeente : standaard;
	list = find_list(app, gemeente, err);
	if (!list) {
		free(standaard);
		return -1;
	}
	rc = steps_begin(app, argv[0], gemeente, NULL, true, err);
	v.dir = mem_dup(list);
	slash = strrchr(v.dir, '/');
	if (slash)
		*slash = '\0';
	if (rc == 0)
		rc = tabel_read(list, "leveringen.csv", columns, ARRAY_LEN(columns), load_one, &v, err);
	if (rc == 0)
		rc = copy_texts(&v, err);
	if (rc == 0)
		rc = steps_bereken(app, steps_stand(DATE_NONE), &count, err);
	if (rc == 0)
		report(&v);
	free(list);
	free(v.dir);
	free(standaard);
	return rc;
}
