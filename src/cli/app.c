#include "cli/app.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "cli/place.h"
#include "cli/say.h"
#include "store/gebied_store.h"
#include "store/levering_store.h"

static int read_settings(struct app *app, struct err *err)
{
	char *fictief = NULL;

	if (store_setting_get(app->store, "gemeente", &app->gemeente, err) < 0 ||
		store_setting_get(app->store, "fictief", &fictief, err) < 0)
		return -1;
	app->fictief = fictief && strcmp(fictief, "ja") == 0;
	free(fictief);
	if (!app->gemeente) {
		err_set(err, ERR_DATA, "%s: de werkmap zegt niet van welke gemeente hij is.", app->werkmap);
		return err_advise(err, "Begin een nieuwe werkmap met: ijkpunt begin MAP --gemeente NAAM");
	}
	return 0;
}

int app_open(struct app *app, enum store_mode mode, struct err *err)
{
	char *path;
	int rc;

	if (place_werkmap(app->opt_werkmap, &app->werkmap, err) < 0)
		return -1;
	path = file_join(app->werkmap, PLACE_DB);
	rc = store_open(&app->store, path, mode, err);
	free(path);
	if (rc < 0 || read_settings(app, err) < 0)
		return -1;
	return gebied_store_load(app->store, &app->gebieden, err);
}

int app_open_defs(struct app *app, enum store_mode mode, struct err *err)
{
	if (app_open(app, mode, err) < 0)
		return -1;
	return app_load_defs(app, app->gemeente, err);
}

int app_find_installed(struct app *app, struct err *err)
{
	return app->installed ? 0 : place_installed(&app->installed, err);
}

int app_load_defs(struct app *app, const char *gemeente, struct err *err)
{
	if (app_find_installed(app, err) < 0)
		return -1;
	free(app->def_werkmap);
	free(app->def_installed);
	app->def_werkmap = mem_dup(app->werkmap);
	app->def_installed = mem_dup(app->installed);
	return definities_load(&app->defs, app->werkmap, app->installed, gemeente, err);
}

char *app_typed(const struct app *app)
{
	struct str s = STR_INIT;

	str_add(&s, "ijkpunt ");
	if (app->opt_werkmap) {
		bool quote = strpbrk(app->opt_werkmap, " '\"$&();") != NULL;

		str_add_f(&s, quote ? "-w \"%s\" " : "-w %s ", app->opt_werkmap);
	}
	return str_detach(&s);
}

int app_log(struct app *app, const char *actie, const char *object, const char *resultaat, struct err *err)
{
	return logboek_add(app->store, app->nu, app->door, actie, object, resultaat, err);
}

void app_log_now(struct app *app, const char *actie, const char *object, const char *resultaat)
{
	char *path = file_join(app->werkmap, PLACE_DB);
	struct store *store = NULL;
	struct err err = ERR_INIT;

	if (store_open(&store, path, STORE_WRITE, &err) < 0 || store_begin(store, &err) < 0 ||
		logboek_add(store, app->nu, app->door, actie, object, resultaat, &err) < 0 ||
		store_commit(store, &err) < 0)
		say_warn("dit staat niet in het logboek: %s", err.text);
	store_close(store); /* rolls back what is open */
	err_release(&err);
	free(path);
}

static int remove_one(const char *path, const struct stat *st, int flag, struct FTW *at)
{
	(void)st;
	(void)flag;
	(void)at;
	return remove(path);
}

void app_remove_map(char *map)
{
	if (map)
		nftw(map, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	free(map);
}

void app_close(struct app *app)
{
	definities_free(app->defs);
	app_remove_map(app->stand_map);
	gebied_list_release(&app->gebieden);
	store_close(app->store);
	free(app->werkmap);
	free(app->installed);
	free(app->def_werkmap);
	free(app->def_installed);
	free(app->gemeente);
	free(app->nu);
	free(app->door);
	*app = (struct app){0};
}
