#include "cli/definities_op.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "cli/say.h"
#include "store/definitie_store.h"

enum { DEFINITIE_MAX = 16 << 20 };

/* ---- the files as they are now ----------------------------------------------------------------- */

struct nu {
	struct definitie_tekst *item;
	size_t count, cap;
};

static void nu_release(struct nu *nu)
{
	for (size_t i = 0; i < nu->count; i++) {
		free(nu->item[i].pad);
		free(nu->item[i].hash);
		free(nu->item[i].tekst);
	}
	free(nu->item);
	*nu = (struct nu){0};
}

static int nu_add(struct nu *nu, const char *folder, const char *origin, const char *name, struct err *err)
{
	char *path = file_join(folder, name), *text = NULL;
	struct file_hash hash;
	size_t len;

	if (file_exists(path)) {
		if (file_read(path, DEFINITIE_MAX, &text, &len, err) < 0) {
			free(path);
			return -1;
		}
		file_hash_bytes(text, len, &hash);
		nu->item = mem_grow(nu->item, &nu->cap, nu->count + 1, sizeof(*nu->item));
		nu->item[nu->count++] = (struct definitie_tekst){
			mem_printf("%s/%s", origin, name), mem_dup(hash.hex), text};
	}
	free(path);
	return 0;
}

/* All indicators, and what is of this gemeente. */
static int nu_folder(struct nu *nu, const char *folder, const char *origin, const char *gemeente, struct err *err)
{
	static const char *const kinds[] = {"gemeenten", "normen", "doelen", "breuken", "privacy"};
	char *dir = file_join(folder, "indicators"), **names = NULL;
	size_t count = 0;
	int rc = file_is_dir(dir) ? file_list(dir, ".json", &names, &count, err) : 0;

	for (size_t i = 0; rc == 0 && i < count; i++) {
		char *name = mem_printf("indicators/%s", names[i]);

		rc = nu_add(nu, folder, origin, name, err);
		free(name);
	}
	for (size_t i = 0; rc == 0 && i < ARRAY_LEN(kinds); i++) {
		char *name = mem_printf("indicators/%s/%s.json", kinds[i], gemeente);

		rc = nu_add(nu, folder, origin, name, err);
		free(name);
	}
	if (names)
		file_list_free(names, count);
	free(dir);
	return rc;
}

static int by_pad(const void *a, const void *b)
{
	return strcmp(((const struct definitie_tekst *)a)->pad, ((const struct definitie_tekst *)b)->pad);
}

/* By path, as the store gives them. */
static int nu_read(struct nu *nu, const struct app *app, struct err *err)
{
	*nu = (struct nu){0};
	if (nu_folder(nu, app->installed, "meegeleverd", app->defs->gemeente.id, err) < 0 ||
		nu_folder(nu, app->werkmap, "werkmap", app->defs->gemeente.id, err) < 0) {
		nu_release(nu);
		return -1;
	}
	if (nu->count)
		qsort(nu->item, nu->count, sizeof(*nu->item), by_pad);
	return 0;
}

/* ---- keeping ----------------------------------------------------------------------------------- */

static bool has_pad(const struct nu *nu, const char *pad)
{
	struct definitie_tekst key = {.pad = (char *)(uintptr_t)pad};

	return nu->count && bsearch(&key, nu->item, nu->count, sizeof(key), by_pad) != NULL;
}

static int keep_all(struct app *app, const char *op, const struct nu *nu, struct err *err)
{
	struct definitie_lijst old;
	int rc = definitie_store_load(app->store, DATE_NONE, &old, err);

	if (rc < 0)
		return -1;
	for (size_t i = 0; rc == 0 && i < old.count; i++)
		if (!has_pad(nu, old.item[i].pad))
			rc = definitie_store_add(app->store, op, old.item[i].pad, NULL, NULL, err);
	for (size_t i = 0; rc == 0 && i < nu->count; i++)
		rc = definitie_store_add(app->store, op, nu->item[i].pad, nu->item[i].hash, nu->item[i].tekst, err);
	definitie_lijst_release(&old);
	return rc;
}

int definities_bewaren(struct app *app, const char *op, struct err *err)
{
	static const char key[] = "definities";
	char *kept = NULL;
	struct nu nu;
	int rc;

	if (store_setting_get(app->store, key, &kept, err) < 0)
		return -1;
	if (kept && strcmp(kept, app->defs->hash) == 0) {
		free(kept);
		return 0;
	}
	free(kept);
	if (nu_read(&nu, app, err) < 0)
		return -1;
	rc = keep_all(app, op, &nu, err);
	if (rc == 0)
		rc = store_setting_set(app->store, key, app->defs->hash, err);
	nu_release(&nu);
	return rc;
}

/* ---- as they were ------------------------------------------------------------------------------ */

static bool same_as_now(const struct definitie_lijst *then, const struct nu *nu)
{
	if (then->count != nu->count)
		return false;
	for (size_t i = 0; i < nu->count; i++)
		if (strcmp(then->item[i].pad, nu->item[i].pad) != 0 ||
			strcmp(then->item[i].hash, nu->item[i].hash) != 0)
			return false;
	return true;
}

static int fail_here(const char *path, struct err *err)
{
	err_set(err, ERR_SURROUNDINGS, "%s: de definities van toen kunnen hier niet worden neergezet (%s).", path,
		strerror(errno));
	return err_advise(err, "Zet TMPDIR op een map waarin u mag schrijven.");
}

/* What is not kept is seen as it is now. A folder that is not there leaves no link. */
static int link_now(const char *from_dir, const char *to_dir, const char *name, struct err *err)
{
	char *from = file_join(from_dir, name), *to = file_join(to_dir, name), *real = realpath(from, NULL);
	int rc = 0;

	if (real && symlink(real, to) < 0)
		rc = fail_here(to, err);
	free(real);
	free(from);
	free(to);
	return rc;
}

static int make_folder(const char *map, const char *origin, const char *now, struct err *err)
{
	static const char *const kinds[] = {"gemeenten", "normen", "doelen", "breuken", "privacy"};
	char *folder = file_join(map, origin), *dir = file_join(folder, "indicators");
	int rc = file_make_dir(dir, err);

	for (size_t i = 0; rc == 0 && i < ARRAY_LEN(kinds); i++) {
		char *kind = file_join(dir, kinds[i]);

		rc = file_make_dir(kind, err);
		free(kind);
	}
	if (rc == 0)
		rc = link_now(now, folder, "imports", err);
	if (rc == 0)
		rc = link_now(now, folder, "reports", err);
	if (rc == 0)
		rc = link_now(now, folder, "indicators/normen/eigen.json", err);
	free(folder);
	free(dir);
	return rc;
}

/* Into a new folder; *out is its path, also after a failure halfway. */
static int lay_out(const struct app *app, const struct definitie_lijst *then, char **out, struct err *err)
{
	const char *tmp = getenv("TMPDIR");
	char *map = mem_printf("%s/ijkpunt-definities-XXXXXX", tmp && *tmp ? tmp : "/tmp");
	int rc = 0;

	if (!mkdtemp(map)) {
		rc = fail_here(map, err);
		free(map);
		return rc;
	}
	*out = map;
	if (make_folder(map, "werkmap", app->werkmap, err) < 0 ||
		make_folder(map, "meegeleverd", app->installed, err) < 0)
		return -1;
	for (size_t i = 0; rc == 0 && i < then->count; i++) {
		char *path = file_join(map, then->item[i].pad);

		rc = file_write(path, then->item[i].tekst, strlen(then->item[i].tekst), 0600, err);
		free(path);
	}
	return rc;
}

static int read_then(struct app *app, struct err *err)
{
	struct definities *then = NULL;

	free(app->def_werkmap);
	free(app->def_installed);
	app->def_werkmap = file_join(app->stand_map, "werkmap");
	app->def_installed = file_join(app->stand_map, "meegeleverd");
	if (definities_load(&then, app->def_werkmap, app->def_installed, app->gemeente, err) < 0)
		return err_context(err, "De definities zoals ze toen waren");
	definities_free(app->defs);
	app->defs = then;
	return 0;
}

static void say_too_early(struct date datum, const struct definitie_lijst *then)
{
	struct str day = STR_INIT, first = STR_INIT;
	struct err ignored = ERR_INIT;
	struct date of;
	char *text;

	date_add_dutch(&day, datum);
	if (!then->eerste) {
		say_warn("van %s zijn geen definities en normen bewaard; gebruikt zijn die van nu.", str_text(&day));
	} else {
		text = mem_dup_n(then->eerste, strnlen(then->eerste, 10));
		if (date_parse_iso(text, &of, &ignored) == 0)
			date_add_dutch(&first, of);
		say_warn("van %s zijn geen definities en normen bewaard; gebruikt zijn de oudste, van %s.",
			str_text(&day), str_text(&first));
		free(text);
	}
	err_release(&ignored);
	str_release(&day);
	str_release(&first);
}

int definities_open_op(struct app *app, enum store_mode mode, struct date datum, struct err *err)
{
	struct definitie_lijst then;
	struct nu nu;
	int rc = 0;

	if (app_open_defs(app, mode, err) < 0)
		return -1;
	if (!date_is_set(datum))
		return 0;
	if (definitie_store_load(app->store, datum, &then, err) < 0)
		return -1;
	if (then.te_vroeg || !then.eerste)
		say_too_early(datum, &then);
	if (then.eerste) {
		rc = nu_read(&nu, app, err);
		if (rc == 0 && !same_as_now(&then, &nu))
			rc = lay_out(app, &then, &app->stand_map, err) < 0 ? -1 : read_then(app, err);
		nu_release(&nu);
	}
	definitie_lijst_release(&then);
	return rc;
}

int definities_van(const struct app *app, const char *moment, struct definities_toen *out, struct err *err)
{
	struct definitie_lijst then;
	char *werkmap, *installed;
	int rc;

	*out = (struct definities_toen){NULL, NULL};
	if (definitie_store_load_op(app->store, moment, &then, err) < 0)
		return -1;
	rc = lay_out(app, &then, &out->map, err);
	definitie_lijst_release(&then);
	if (rc == 0) {
		werkmap = file_join(out->map, "werkmap");
		installed = file_join(out->map, "meegeleverd");
		rc = definities_load(&out->defs, werkmap, installed, app->gemeente, err);
		free(werkmap);
		free(installed);
	}
	if (rc < 0)
		definities_toen_release(out);
	return rc;
}

void definities_toen_release(struct definities_toen *toen)
{
	if (toen->defs)
		definities_free(toen->defs);
	app_remove_map(toen->map);
	*toen = (struct definities_toen){NULL, NULL};
}
