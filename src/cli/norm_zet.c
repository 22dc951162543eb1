#include "cli/norm_zet.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/num.h"
#include "cli/figures.h"
#include "cli/json_copy.h"

#define EIGEN_DIR "indicators/normen"
#define EIGEN_FILE "eigen.json"

const char *const norm_zet_soorten[] = {"vanzelf", "minimum", "maximum", NULL};
const char *const norm_zet_statussen[] = {"richtwaarde", "voorstel", NULL};

/* Everything of an entry, checked. */
struct entry {
	const struct indicator_def *def;
	const struct gebied *gebied; /* NULL: all of the niveau */
	const char *niveau, *soort;
	char *id;
};

/* ---- checking ---------------------------------------------------------------------------------- */

static int check_niveau(const struct norm_zet *z, struct entry *e, struct err *err)
{
	struct str list = STR_INIT;

	e->niveau = z->niveau ? z->niveau : "gemeente";
	for (size_t i = 0; i < e->def->niveau_count; i++) {
		if (strcmp(e->def->niveau[i], e->niveau) == 0) {
			str_release(&list);
			return 0;
		}
		str_add_f(&list, "%s%s", i ? ", " : "", e->def->niveau[i]);
	}
	err_set(err, ERR_USE, "%s wordt niet op niveau %s berekend.", e->def->id, e->niveau);
	err_advise(err, "Kies uit: %s.", str_text(&list));
	str_release(&list);
	return -1;
}

static int check_gebied(struct app *app, const struct norm_zet *z, struct entry *e, struct err *err)
{
	if (!z->gebied)
		return 0;
	if (figures_gebied(app, z->gebied, z->vanaf, &e->gebied, err) < 0)
		return -1;
	if (strcmp(e->gebied->niveau, e->niveau) == 0)
		return 0;
	err_set(err, ERR_USE, "%s is een %s, maar de waarde is voor niveau %s.", e->gebied->naam, e->gebied->niveau,
		e->niveau);
	return err_advise(err, "Zet er --niveau %s bij.", e->gebied->niveau);
}

static int check_soort(const struct norm_zet *z, struct entry *e, struct err *err)
{
	if (e->def->richting == RICHTING_GEEN_OORDEEL) {
		err_set(err, ERR_USE, "%s is een indicator zonder oordeel: hoger of lager is niet beter.", e->def->id);
		return err_advise(err, "Zo'n indicator laat alleen de stand zien.");
	}
	e->soort = z->soort ? norm_zet_soorten[z->soort]
			    : e->def->richting == RICHTING_HOGER_BETER ? "minimum" : "maximum";
	return 0;
}

static int check(struct app *app, const struct norm_zet *z, struct entry *e, struct err *err)
{
	struct decimal waarde;

	if (figures_indicator(app, z->indicator, &e->def, err) < 0)
		return -1;
	if (decimal_parse(z->waarde, &waarde, err) < 0) {
		err_set(err, ERR_USE, "'%s' is geen getal.", z->waarde);
		return err_advise(err, "Schrijf de waarde in %s, bijvoorbeeld 80 of 2,75.", e->def->eenheid);
	}
	if (!date_is_set(z->vanaf)) {
		err_set(err, ERR_USE, "Vanaf wanneer geldt deze waarde?");
		return err_advise(err, "Zet er --vanaf DATUM bij, bijvoorbeeld --vanaf 2026-09-01.");
	}
	if (date_is_set(z->tot) && date_cmp(z->tot, z->vanaf) < 0)
		return err_set(err, ERR_USE, "De einddatum ligt voor de begindatum.");
	if (!z->bron || !*z->bron) {
		err_set(err, ERR_USE, "Waar komt deze waarde vandaan?");
		return err_advise(err, "Zet er --bron TEKST bij, bijvoorbeeld --bron \"voorstel werkgroep, mei 2026\".\n"
				       "De tekst komt in de rapporten te staan.");
	}
	if (check_niveau(z, e, err) < 0 || check_gebied(app, z, e, err) < 0 || check_soort(z, e, err) < 0)
		return -1;
	return 0;
}

/* ---- writing ----------------------------------------------------------------------------------- */

static void add_date(struct json_out *j, const char *key, struct date d)
{
	struct str s = STR_INIT;

	if (date_is_set(d))
		date_add_iso(&s, d);
	json_out_text(j, key, s.len ? str_text(&s) : NULL);
	str_release(&s);
}

static void add_entry(struct json_out *j, const struct app *app, const struct norm_zet *z, const struct entry *e)
{
	bool top = strcmp(e->niveau, "gemeente") == 0;

	json_out_object(j, NULL);
	json_out_text(j, "id", e->id);
	json_out_text(j, "indicator", e->def->id);
	json_out_int(j, "indicator_versie_vanaf", e->def->versie);
	json_out_text(j, "niveau", e->niveau);
	json_out_text(j, "gebied", top ? NULL : e->gebied ? e->gebied->code : "*");
	json_out_text(j, "indeling", e->gebied && *e->gebied->indeling ? e->gebied->indeling : NULL);
	add_date(j, "vanaf", z->vanaf);
	add_date(j, "tot", z->tot);
	json_out_text(j, "soort", e->soort);
	json_out_text(j, "waarde", z->waarde);
	json_out_text(j, "eenheid", e->def->eenheid);
	json_out_text(j, "status", norm_zet_statussen[z->status]);
	json_out_object(j, "herkomst");
	json_out_text(j, "soort", "gebruiker");
	json_out_text(j, "document", z->bron);
	json_out_text(j, "door", app->door);
	add_date(j, "op", app->vandaag);
	json_out_end_object(j);
	json_out_text(j, "vastgelegd_op", app->nu);
	json_out_end_object(j);
}

/* The entries there are (none when there is no file), and the new one with the next number. */
static int compose(const struct app *app, const char *path, const struct norm_zet *z, struct entry *e,
	struct json_out *j, struct err *err)
{
	struct json *doc = NULL;
	const struct json_node *list = NULL;
	int rc = 0;

	if (file_exists(path) && (json_load(&doc, path, EIGEN_DIR "/" EIGEN_FILE, err) < 0 ||
					 json_get_list(json_root(doc), "normen", JSON_REQUIRED, &list, err) < 0)) {
		json_free(doc);
		return -1;
	}
	json_out_object(j, NULL);
	json_out_text(j, "schema", "normen/1");
	json_out_text(j, "gemeente", app->gemeente);
	json_out_list(j, "normen");
	if (list)
		rc = json_copy_members(j, list, err);
	e->id = mem_printf("EIGEN-%zu", (list ? json_len(list) : 0) + 1);
	add_entry(j, app, z, e);
	if (rc == 0) {
		json_out_end_list(j);
		json_out_end_object(j);
	}
	json_free(doc);
	return rc;
}

/* What was written is read by the reader of all norms before it takes its place. */
static int replace(const char *path, const char *text, struct err *err)
{
	char *fresh = mem_printf("%s.nieuw", path);
	struct norm_list check = {0};
	int rc = file_write(fresh, text, strlen(text), 0600, err);

	if (rc == 0)
		rc = norm_list_load(&check, fresh, EIGEN_DIR "/" EIGEN_FILE, err);
	norm_list_release(&check);
	if (rc == 0)
		rc = file_rename(fresh, path, err);
	else
		unlink(fresh);
	free(fresh);
	return rc;
}

int norm_zet(struct app *app, const struct norm_zet *z, char **id, struct err *err)
{
	char *dir = file_join(app->werkmap, EIGEN_DIR), *path = file_join(dir, EIGEN_FILE), *text = NULL;
	struct entry e = {.def = NULL};
	struct json_out j = JSON_OUT_INIT;
	int rc = check(app, z, &e, err);

	if (rc == 0)
		rc = compose(app, path, z, &e, &j, err);
	if (rc == 0)
		rc = file_make_dir(dir, err);
	if (rc == 0) {
		text = json_out_detach(&j);
		rc = replace(path, text, err);
	}
	if (rc == 0)
		*id = e.id;
	else
		free(e.id);
	str_release(&j.s);
	free(text);
	free(dir);
	free(path);
	return rc;
}
