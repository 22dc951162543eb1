#include "cli/controle.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/text.h"
#include "cli/near.h"
#include "cli/say.h"
#include "def/doel_def.h"
#include "def/import_def.h"

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

struct profielen {
	struct import_def **item;
	size_t count;
};

static int profielen_load(struct profielen *p, struct app *app, struct err *err)
{
	char **names;
	size_t count;
	int rc = 0;

	if (definities_names(app->werkmap, app->installed, "imports", ".json", &names, &count, err) < 0)
		return -1;
	p->item = mem_new(count, sizeof(struct import_def *));
	for (size_t i = 0; rc == 0 && i < count; i++) {
		char *path = definities_path(app->werkmap, app->installed, "imports", names[i]);

		rc = import_def_load(&p->item[p->count], path, names[i], err);
		p->count += rc == 0;
		free(path);
	}
	file_list_free(names, count);
	return rc;
}

static void profielen_release(struct profielen *p)
{
	for (size_t i = 0; i < p->count; i++)
		import_def_free(p->item[i]);
	free(p->item);
}

static const struct import_def *profielen_find(const struct profielen *p, const char *bron)
{
	for (size_t i = 0; i < p->count; i++) {
		if (strcmp(p->item[i]->bron, bron) == 0)
			return p->item[i];
	}
	return NULL;
}

static const char *profielen_near(const struct profielen *p, const char *bron)
{
	const char **words = mem_new(p->count, sizeof *words);
	const char *near;

	for (size_t i = 0; i < p->count; i++)
		words[i] = p->item[i]->bron;
	near = near_word(bron, words, p->count);
	free(words);
	return near;
}

/* Does the profile deliver this count? */
static bool has_maat(const struct import_def *p, const char *maat)
{
	int k = import_def_kolom(p, maat);

	if (k >= 0 && p->kolom[k].rol == ROL_MAAT)
		return true;
	if (p->smelt.is && strcmp(p->smelt.maat, maat) == 0)
		return true;
	for (size_t i = 0; i < p->tel_count; i++) {
		if (strcmp(p->tel[i].maat, maat) == 0)
			return true;
	}
	return false;
}

static bool has_kenmerk(const struct import_def *p, const char *naam)
{
	int k = import_def_kolom(p, naam);

	if (k >= 0 && (p->rijen == RIJEN_REGISTER || p->rijen == RIJEN_OBJECTEN))
		return true;
	return (k >= 0 && p->kolom[k].rol == ROL_KENMERK) || (p->smelt.is && strcmp(p->smelt.naar, naam) == 0) ||
		text_list_index(&p->kenmerken, naam) >= 0;
}

static void check_filter(const struct indicator_def *d, const char *kant, const struct import_def *p,
	const struct filter *f, struct controle *c)
{
	int k = import_def_kolom(p, f->kolom);

	if (!has_kenmerk(p, f->kolom)) {
		fault(c, "indicators/%s.json, sleutel %s.waar: '%s' is geen kenmerk van de bron %s.", d->id, kant,
			f->kolom, p->bron);
		return;
	}
	if (k < 0 || p->kolom[k].type != KOLOM_CODE)
		return;
	for (size_t i = 0; i < f->is_count; i++) {
		if (text_list_index(&p->kolom[k].code, f->is[i]) < 0)
			fault(c, "indicators/%s.json, sleutel %s.waar: '%s' staat niet in de codelijst van %s in %s.",
				d->id, kant, f->is[i], f->kolom, p->bron);
	}
}

static void check_telling(const struct indicator_def *d, const char *kant, const struct telling *t,
	const struct profielen *all, struct controle *c)
{
	const struct import_def *p;
	const char *near;

	if (!t->bron)
		return;
	p = profielen_find(all, t->bron);
	if (!p) {
		near = profielen_near(all, t->bron);
		fault(c, "indicators/%s.json, sleutel %s.bron: voor '%s' is er geen profiel in imports/%s%s%s", d->id,
			kant, t->bron, near ? "; bedoelt u " : ".", near ? near : "", near ? "?" : "");
		return;
	}
	if (t->kolom && p->rijen != RIJEN_REGISTER && p->rijen != RIJEN_OBJECTEN && !has_maat(p, t->kolom))
		fault(c, "indicators/%s.json, sleutel %s.kolom: '%s' is geen aantal in de bron %s.", d->id, kant,
			t->kolom, t->bron);
	for (size_t i = 0; i < t->waar_count; i++)
		check_filter(d, kant, p, &t->waar[i], c);
}

static void check_norm(const struct definities *defs, const struct norm_def *n, struct controle *c)
{
	const struct indicator_def *d = definities_indicator(defs, n->indicator);

	if (!d) {
		const char *near = definities_nearest(defs, n->indicator);

		fault(c, "norm %s: de indicator '%s' bestaat niet%s%s%s.", n->id, n->indicator,
			near ? "; bedoelt u " : "", near ? near : "", near ? "?" : "");
		return;
	}
	if (n->eenheid && strcmp(n->eenheid, d->eenheid) != 0)
		fault(c, "norm %s: de eenheid is '%s', maar %s is in '%s'.", n->id, n->eenheid, d->id, d->eenheid);
}

static int check_doelen(struct app *app, const char *gemeente, struct controle *c, struct err *err)
{
	char *name = mem_printf("%s.json", gemeente), *label = mem_printf("indicators/doelen/%s", name);
	char *path = definities_path(app->werkmap, app->installed, "indicators/doelen", name);
	struct doel_list list = {0};
	struct err file_err = ERR_INIT;

	(void)err;
	if (path) {
		c->bestanden++;
		if (doel_list_load(&list, path, label, &file_err) < 0)
			fault_err(c, &file_err);
		doel_list_release(&list);
	}
	free(name);
	free(label);
	free(path);
	return 0;
}

/* Which counts does each indicator ask of which source? Files that cannot be read were named before. */
static int check_references(struct app *app, const struct profielen *p, struct controle *c, struct err *err)
{
	char **names;
	size_t count;

	if (definities_names(app->werkmap, app->installed, "indicators", ".json", &names, &count, err) < 0)
		return -1;
	for (size_t i = 0; i < count; i++) {
		char *path = definities_path(app->werkmap, app->installed, "indicators", names[i]);
		struct indicator_def *def = NULL;
		struct err file_err = ERR_INIT;

		if (indicator_def_load(&def, path, names[i], &file_err) == 0) {
			check_telling(def, "teller", &def->teller, p, c);
			check_telling(def, "noemer", &def->noemer, p, c);
		}
		indicator_def_free(def);
		err_release(&file_err);
		free(path);
	}
	file_list_free(names, count);
	return 0;
}

int controle_algemeen(struct app *app, struct controle *c, struct err *err)
{
	struct profielen p = {0};
	int rc;

	if (check_kind(app, "indicators", check_indicator, c, err) < 0 ||
		check_kind(app, "imports", check_import, c, err) < 0)
		return -1;
	if (c->fouten)
		return 0;
	rc = profielen_load(&p, app, err);
	if (rc == 0)
		rc = check_references(app, &p, c, err);
	profielen_release(&p);
	return rc;
}

int controle_gemeente(struct app *app, const char *gemeente, struct controle *c, struct err *err)
{
	struct definities *defs = NULL;
	struct err def_err = ERR_INIT;
	int rc;

	if (definities_load(&defs, app->werkmap, app->installed, gemeente, &def_err) < 0) {
		fault_err(c, &def_err);
		return 0;
	}
	c->bestanden += 4; /* gemeente, normen, breuken, privacy */
	for (size_t i = 0; i < defs->normen.count; i++)
		check_norm(defs, &defs->normen.item[i], c);
	rc = check_doelen(app, gemeente, c, err);
	definities_free(defs);
	return rc;
}
