#include "cli/controle.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "cli/say.h"
#include "def/check.h"
#include "def/doel_def.h"
#include "def/import_def.h"
#include "def/import_load.h"
#include "publish/rol.h"

static void fault(struct controle *c, const char *fmt, ...) PRINTF_LIKE(2, 3);

static void fault(struct controle *c, const char *fmt, ...)
{
	va_list args;
	char *text = NULL;

	va_start(args, fmt);
	if (vasprintf(&text, fmt, args) >= 0)
		say_headed(0, text);
	va_end(args);
	free(text);
	c->fouten++;
}

/* A loader's own error, without the last part: nothing was going to change. */
static void fault_err(struct controle *c, struct err *err)
{
	fault(c, "%s", err->text);
	if (err->advice)
		say_indented(err->advice);
	err_release(err);
}

/* ---- each file on its own ---------------------------------------------------------------------- */

typedef int check_fn(const char *path, const char *label, struct err *err);

static int check_indicator(const char *path, const char *label, struct err *err)
{
	struct indicator_def *def;

	if (indicator_def_load(&def, path, label, err) < 0)
		return -1;
	indicator_def_free(def);
	return 0;
}

static int check_import(const char *path, const char *label, struct err *err)
{
	struct import_def *def;

	if (import_def_load(&def, path, label, err) < 0)
		return -1;
	import_def_free(def);
	return 0;
}

static int check_kind(struct app *app, const char *kind, check_fn *check, struct controle *c, struct err *err)
{
	char **names;
	size_t count;

	if (definities_names(app->werkmap, app->installed, kind, ".json", &names, &count, err) < 0)
		return -1;
	for (size_t i = 0; i < count; i++) {
		char *path = definities_path(app->werkmap, app->installed, kind, names[i]);
		char *label = mem_printf("%s/%s", kind, names[i]);
		struct err file_err = ERR_INIT;

		c->bestanden++;
		if (check(path, label, &file_err) < 0)
			fault_err(c, &file_err);
		free(path);
		free(label);
	}
	file_list_free(names, count);
	return 0;
}

/* ---- what they say about each other ------------------------------------------------------------ */

static void fault_all(struct controle *c, struct check_list *found)
{
	for (size_t i = 0; i < found->count; i++) {
		fault(c, "%s", found->item[i].tekst);
		if (found->item[i].advies)
			say_indented(found->item[i].advies);
	}
	check_list_release(found);
}

/* Files that cannot be read were named before. */
static int check_references(struct app *app, struct controle *c, struct err *err)
{
	struct definities *defs = NULL;
	struct check_list found = {NULL, 0, 0};
	int rc = definities_load_indicatoren(&defs, app->werkmap, app->installed, err);

	if (rc == 0)
		rc = check_indicatoren(defs, &found, err);
	fault_all(c, &found);
	definities_free(defs);
	return rc;
}

int controle_algemeen(struct app *app, struct controle *c, struct err *err)
{
	if (check_kind(app, "indicators", check_indicator, c, err) < 0 ||
		check_kind(app, "imports", check_import, c, err) < 0)
		return -1;
	return c->fouten ? 0 : check_references(app, c, err);
}

/* A goal is answered for by a party in a role; a name would be printed on every sheet. */
static void check_eigenaren(const struct app *app, const char *gemeente, struct controle *c)
{
	char *name = mem_printf("%s.json", gemeente);
	char *path = definities_path(app->werkmap, app->installed, "indicators/doelen", name);
	struct doel_list list = {0};
	struct err err = ERR_INIT;

	if (path && doel_list_load(&list, path, name, &err) < 0)
		err_release(&err); /* definities_load named it */
	for (size_t i = 0; i < list.count; i++) {
		const struct doel_def *d = &list.item[i];

		for (size_t k = 0; k < d->eigenaar_count; k++) {
			const struct doel_eigenaar *e = &d->eigenaar[k];

			if (!rol_names_person(e->partij) && (!e->rol || rol_is_role(e->rol, e->partij)))
				continue;
			fault(c, "indicators/doelen/%s: de eigenaar van doel %s is niet zeker een partij met een rol.", name,
				d->id);
			say_indented("Zet in 'partij' een organisatie of overleg en in 'rol' een functie, zoals voorzitter. Geen naam.");
		}
	}
	doel_list_release(&list);
	free(path);
	free(name);
}

int controle_gemeente(struct app *app, const char *gemeente, struct controle *c, struct err *err)
{
	struct definities *defs = NULL;
	struct check_list found = {NULL, 0, 0};
	struct err def_err = ERR_INIT;
	int rc;

	if (definities_load(&defs, app->werkmap, app->installed, gemeente, &def_err) < 0) {
		fault_err(c, &def_err);
		return 0;
	}
	c->bestanden += 5; /* gemeente, normen, breuken, privacy, doelen */
	rc = check_gemeente(defs, app->gebieden.count ? &app->gebieden : NULL, &found, err);
	fault_all(c, &found);
	check_eigenaren(app, gemeente, c);
	definities_free(defs);
	return rc;
}
