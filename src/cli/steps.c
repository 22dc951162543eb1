#include "cli/steps.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/num.h"
#include "base/progress.h"
#include "cli/definities_op.h"
#include "cli/json_copy.h"
#include "cli/near.h"
#include "cli/place.h"
#include "import/gebied_file.h"
#include "import/gebied_groep.h"
#include "indicator/compute.h"
#include "store/gebied_store.h"
#include "store/levering_store.h"
#include "store/uitkomst_store.h"

/* ---- a new werkmap ----------------------------------------------------------------------------- */

/* Ids of the gemeenten that have definitions, as a readable list; suggests the nearest. */
static int unknown_gemeente(struct app *app, const char *typed, struct err *err)
{
	struct str list = STR_INIT;
	char **names;
	size_t count;

	if (definities_names(app->werkmap, app->installed, "indicators/gemeenten", ".json", &names, &count, err) < 0)
		return -1;
	for (size_t i = 0; i < count; i++) {
		names[i][strlen(names[i]) - strlen(".json")] = '\0';
		str_add_f(&list, "%s%s", i ? ", " : "", names[i]);
	}
	if (typed) {
		const char *near = near_word(typed, (const char *const *)names, count);

		err_set(err, ERR_USE, "De gemeente '%s' is niet bekend.", typed);
		err_advise(err, "%s%s%sBekend zijn: %s.\nVoor een andere gemeente:\n"
				"ijkpunt begin MAP --gemeente-nieuw",
			near ? "Bedoelt u " : "", near ? near : "", near ? "? " : "", str_text(&list));
	} else {
		err_set(err, ERR_USE, "Voor welke gemeente is de werkmap?");
		err_advise(err, "Zet er --gemeente NAAM achter. Bekend zijn: %s.", str_text(&list));
	}
	str_release(&list);
	file_list_free(names, count);
	return -1;
}

/* An id becomes the name of files: lower case letters, digits and hyphens. */
static bool is_id(const char *text)
{
	return *text && strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(text);
}

/* Has the gemeente definitions of its own? */
static bool is_known(struct app *app, const char *map, const char *gemeente)
{
	char *name = mem_printf("%s.json", gemeente);
	char *path = definities_path(map, app->installed, "indicators/gemeenten", name);
	bool known = path != NULL;

	free(name);
	free(path);
	return known;
}

static int check_gemeente(struct app *app, const char *map, const char *gemeente, const char *gebieden,
	struct err *err)
{
	if (!gemeente)
		return unknown_gemeente(app, gemeente, err);
	if (is_id(gemeente) && is_known(app, map, gemeente))
		return 0;
	if (!gebieden)
		return unknown_gemeente(app, gemeente, err);
	if (is_id(gemeente))
		return 0;
	err_set(err, ERR_USE, "--gemeente: '%s' kan niet de naam van een gemeente in de werkmap zijn.", gemeente);
	return err_advise(err, "Gebruik kleine letters, cijfers en streepjes, bijvoorbeeld den-haag.");
}

/* Areas and groups each from the werkmap, or else as shipped; with a file of one's own the groups stand beside it. */
static int load_areas(struct app *app, const char *map, const char *gemeente, const char *file, struct err *err)
{
	char *name = mem_printf("%s.csv", gemeente), *other = mem_printf("%s-groepen.csv", gemeente);
	char *path = file ? mem_dup(file) : definities_path(map, app->installed, "imports/gebieden", name);
	char *groups = file ? NULL : definities_path(map, app->installed, "imports/gebieden", other);
	int rc = -1;

	if (path) {
		rc = gebied_file_load(&app->gebieden, path, file ? file : name, groups, true, err);
	} else {
		err_set(err, ERR_DEFINITION, "imports/gebieden/%s.csv is er niet.", gemeente);
		err_advise(err, "Geef een bestand met gebieden op met --gebieden BESTAND.");
	}
	free(groups);
	free(path);
	free(other);
	free(name);
	return rc;
}

/* Unless it is the own gemeente under another name. */
static int add_neighbour(struct app *app, const char *path, const char *label, struct err *err)
{
	struct gebied_list list = {0};
	int rc = gebied_file_load(&list, path, label, NULL, false, err);

	if (rc == 0 && !gebied_by_code(&app->gebieden, "gemeente", list.item[0].code, app->vandaag)) {
		gebied_list_add(&app->gebieden, &list.item[0]);
		gebied_list_sort(&app->gebieden);
	}
	gebied_list_release(&list);
	return rc;
}

/* The other gemeenten that are shipped: published files are about several. */
static int load_neighbours(struct app *app, const char *gemeente, struct err *err)
{
	char *own_name = mem_printf("%s.csv", gemeente);
	char **names = NULL;
	size_t count = 0;
	int rc = definities_names(app->werkmap, app->installed, "imports/gebieden", ".csv", &names, &count, err);

	for (size_t i = 0; rc == 0 && i < count; i++) {
		char *path;

		if (strcmp(names[i], own_name) == 0 || gebied_groep_file(names[i]))
			continue;
		path = definities_path(app->werkmap, app->installed, "imports/gebieden", names[i]);
		rc = add_neighbour(app, path, names[i], err);
		free(path);
	}
	file_list_free(names, count);
	free(own_name);
	return rc;
}

static int fill(struct app *app, const char *gemeente, bool fictief, struct err *err)
{
	if (store_begin(app->store, err) < 0)
		return -1;
	if (gebied_store_save(app->store, &app->gebieden, err) < 0 ||
		store_setting_set(app->store, "gemeente", gemeente, err) < 0 ||
		store_setting_set(app->store, "fictief", fictief ? "ja" : "nee", err) < 0 ||
		(!fictief && definities_bewaren(app, app->nu, err) < 0) ||
		app_log(app, "begin", gemeente, fictief ? "werkmap gemaakt, fictief" : "werkmap gemaakt", err) < 0 ||
		store_commit(app->store, err) < 0) {
		store_rollback(app->store);
		return -1;
	}
	return 0;
}

/* The database gets its name when it is complete, so that an interrupted `begin` leaves no half werkmap. */
static int make_database(struct app *app, const char *map, const char *gemeente, bool fictief, struct err *err)
{
	char *temp = file_join(map, PLACE_DB ".nieuw"), *path = file_join(map, PLACE_DB);
	int rc;

	unlink(temp);
	rc = store_open(&app->store, temp, STORE_CREATE, err);
	if (rc == 0)
		rc = fill(app, gemeente, fictief, err);
	store_close(app->store);
	app->store = NULL;
	if (rc == 0)
		rc = file_rename(temp, path, err);
	if (rc < 0)
		unlink(temp);
	free(temp);
	free(path);
	return rc;
}

static int refuse_existing(const char *map, struct err *err)
{
	char *path = file_join(map, PLACE_DB);
	bool there = file_exists(path);

	free(path);
	if (!there)
		return 0;
	err_set(err, ERR_USE, "%s is al een werkmap.", map);
	err_advise(err, "Kies een andere map, of werk verder in deze: ijkpunt -w %s status", map);
	return err_outcome(err, "Er is niets veranderd; de cijfers in %s staan er nog.", map);
}

/* ---- a gemeente that is not shipped ------------------------------------------------------------ */

static int write_definition(const char *map, const char *kind, const char *name, struct json_out *j, struct err *err)
{
	char *dir = file_join(map, kind), *path = file_join(dir, name), *text = json_out_detach(j);
	int rc = file_make_dir(dir, err);

	if (rc == 0)
		rc = file_write(path, text, strlen(text), 0600, err);
	free(dir);
	free(path);
	free(text);
	return rc;
}

/* Its name and code, from its list of areas. */
static int write_gemeente(const struct app *app, const char *map, const char *gemeente, const char *name,
	struct err *err)
{
	const struct gebied *own = gebied_own(&app->gebieden);
	struct json_out j = JSON_OUT_INIT;

	json_out_object(&j, NULL);
	json_out_text(&j, "schema", "gemeente/1");
	json_out_text(&j, "id", gemeente);
	json_out_text(&j, "naam", own->naam);
	json_out_text(&j, "cbs_code", own->code);
	json_out_object(&j, "niveau_wijk_naam");
	json_out_text(&j, "enkelvoud", "wijk");
	json_out_text(&j, "meervoud", "wijken");
	json_out_end_object(&j);
	json_out_text(&j, "bronregel", "eigen lijst van gebieden");
	json_out_end_object(&j);
	return write_definition(map, "indicators/gemeenten", name, &j, err);
}

/* The shipped policy that knows most families of indicators: a family that is not in the policy is not protected
 * as one. Owned by the caller; NULL when none is shipped. */
static int fullest_policy(const struct app *app, struct json **out, struct err *err)
{
	char **names;
	size_t count, most = 0;

	*out = NULL;
	if (definities_names(NULL, app->installed, "indicators/privacy", ".json", &names, &count, err) < 0)
		return -1;
	for (size_t i = 0; i < count; i++) {
		char *path = definities_path(NULL, app->installed, "indicators/privacy", names[i]);
		const struct json_node *families = NULL;
		struct json *doc = NULL;
		struct err skipped = ERR_INIT; /* one that is wrong is not chosen; controleer says what is wrong */

		if (json_load(&doc, path, names[i], &skipped) == 0 &&
			json_get_list(json_root(doc), "families", JSON_OPTIONAL, &families, &skipped) == 0 &&
			families && (!*out || json_len(families) > most)) {
			json_free(*out);
			*out = doc;
			doc = NULL;
			most = json_len(families);
		}
		json_free(doc);
		err_release(&skipped);
		free(path);
	}
	file_list_free(names, count);
	return 0;
}

static int write_privacy(const struct app *app, const char *map, const char *gemeente, const char *name,
	struct err *err)
{
	struct json_out j = JSON_OUT_INIT;
	struct json *doc;
	int rc = fullest_policy(app, &doc, err);

	if (rc < 0 || !doc)
		return rc;
	json_out_object(&j, NULL);
	json_out_text(&j, "gemeente", gemeente);
	rc = json_copy_members_but(&j, json_root(doc), "gemeente", err);
	if (rc == 0) {
		json_out_end_object(&j);
		rc = write_definition(map, "indicators/privacy", name, &j, err);
	}
	str_release(&j.s);
	json_free(doc);
	return rc;
}

/* Its own definitions, in the werkmap. */
static int write_own(struct app *app, const char *map, const char *gemeente, struct err *err)
{
	char *name = mem_printf("%s.json", gemeente);
	int rc = write_gemeente(app, map, gemeente, name, err);

	if (rc == 0)
		rc = write_privacy(app, map, gemeente, name, err);
	free(name);
	return rc;
}

int steps_begin(struct app *app, const char *map, const char *gemeente, const char *gebieden, bool fictief,
	struct err *err)
{
	if (refuse_existing(map, err) < 0 || app_find_installed(app, err) < 0 ||
		check_gemeente(app, map, gemeente, gebieden, err) < 0 ||
		load_areas(app, map, gemeente, gebieden, err) < 0 || load_neighbours(app, gemeente, err) < 0 ||
		file_make_dir(map, err) < 0)
		return -1;
	app->werkmap = mem_dup(map);
	if (!is_known(app, map, gemeente) && write_own(app, map, gemeente, err) < 0)
		return -1;
	if (app_load_defs(app, gemeente, err) < 0 || make_database(app, map, gemeente, fictief, err) < 0)
		return -1;
	gebied_list_release(&app->gebieden);
	definities_free(app->defs);
	app->defs = NULL;
	free(app->werkmap);
	app->werkmap = NULL;
	app->opt_werkmap = map;
	return app_open_defs(app, STORE_WRITE, err);
}

/* ---- computing --------------------------------------------------------------------------------- */

static int add_outcome(struct app *app, int64_t berekening, const struct uitkomst *u, struct err *err)
{
	struct uitkomst_rij rij = {
		.indicator = u->indicator->id,
		.versie = u->indicator->versie,
		.eenheid = u->indicator->eenheid,
		.u = u,
	};
	struct str waarde = STR_INIT;
	int rc;

	if (u->norm) {
		num_add_decimal(&waarde, u->norm->waarde);
		rij.norm_id = u->norm->id;
		rij.norm_status = norm_status_code(u->norm->status);
		rij.norm_soort = norm_soort_code(u->norm->soort);
		rij.norm_waarde = str_text(&waarde);
	}
	rc = uitkomst_store_add(app->store, berekening, &rij, err);
	str_release(&waarde);
	return rc;
}

static int keep(struct app *app, struct stand stand, const struct uitkomst_list *list, struct err *err)
{
	struct berekening b = {
		.gerekend_op = app->nu,
		.stand = stand,
		.definities = app->defs->hash,
	};
	char *programma = mem_printf("ijkpunt %s", IJKPUNT_VERSION);
	int rc;

	b.programma = programma;
	rc = berekening_store_begin(app->store, &b, err);
	for (size_t i = 0; rc == 0 && i < list->count; i++)
		rc = add_outcome(app, b.nr, &list->item[i], err);
	free(programma);
	return rc;
}

int steps_bereken(struct app *app, struct stand stand, size_t *count, struct err *err)
{
	struct uitkomst_list list = {0};
	int rc;

	if (store_begin(app->store, err) < 0)
		return -1;
	/* What is read for an earlier day is not what holds now. */
	rc = app->stand_map ? 0 : definities_bewaren(app, app->nu, err);
	if (rc == 0)
		rc = compute_run(app->store, app->defs, &app->gebieden, stand, NULL, &list, err);
	if (rc == 0)
		rc = keep(app, stand, &list, err);
	if (rc == 0)
		rc = store_commit(app->store, err);
	if (rc < 0)
		store_rollback(app->store);
	else
		*count = list.count;
	uitkomst_list_release(&list);
	return rc;
}

/* ---- loading ----------------------------------------------------------------------------------- */

int steps_laad(struct app *app, const char *path, const char *nu, const struct import_options *opt,
	struct import_result *out, struct err *err)
{
	struct import_context ctx = {
		.store = app->store,
		.gebieden = &app->gebieden,
		.werkmap = app->werkmap,
		.installed = app->installed,
		.nu = nu,
		.door = app->door,
	};

	struct file_stat stat;
	struct err ignored = ERR_INIT;
	int rc;

	/* Read twice: to see what it is, and to count. */
	if (file_stat(path, &stat, &ignored) == 0)
		progress_begin(file_base(path), 2 * stat.bytes);
	err_release(&ignored);
	rc = import_file(&ctx, path, opt, out, err);
	progress_end();
	return rc;
}

struct stand steps_stand(struct date datum)
{
	return (struct stand){datum, 0};
}

struct date steps_stand_dag(const struct app *app, struct date datum)
{
	return date_is_set(datum) ? datum : app->vandaag;
}

int steps_nummer(const char *text, int64_t *out, struct err *err)
{
	int64_t nr;

	if (num_parse_int(text, &nr, err) == 0 && nr > 0) {
		*out = nr;
		return 0;
	}
	err_set(err, ERR_USE, "'%s' is geen nummer van een levering.", text);
	return err_advise(err, "De nummers staan in 'ijkpunt leveringen'.");
}
