/* ijkpunt exporteer: all figures of the published layer as files for other programs, with a codebook and where
 * everything comes from. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "cli/command.h"
#include "cli/definities_op.h"
#include "cli/figures.h"
#include "cli/metadata.h"
#include "cli/opt.h"
#include "cli/rij_cel.h"
#include "cli/say.h"
#include "cli/steps.h"
#include "store/levering_store.h"

struct export {
	struct app *app;
	struct date datum;
	int editie, dialect; /* enum csv_dialect */
	const char *uit;
	struct figures f;
	struct levering_list leveringen;
	struct str csv, json, codeboek; /* the files */
	struct str merk;
};

/* ---- the files --------------------------------------------------------------------------------- */

static struct metadata metadata_of(const struct export *x)
{
	return (struct metadata){x->app, steps_stand_dag(x->app, x->datum), (enum editie)x->editie, &x->leveringen, &x->f};
}

static void take(struct str *out, struct json_out *j)
{
	char *text = json_out_detach(j);

	str_add(out, text);
	free(text);
}

static void make_figures(struct export *x)
{
	struct json_out j = JSON_OUT_INIT;
	struct str periode = STR_INIT;
	struct metadata m = metadata_of(x);
	struct rij r = {.count = 0};

	metadata_head(&j, &m, "toon/1");
	json_out_list(&j, "rijen");
	for (size_t i = 0; i < x->f.layer->count; i++) {
		rij_cel(&r, &x->f.layer->cel[i], (enum editie)x->editie, &periode);
		if (i == 0)
			rij_add_csv_head(&x->csv, &r, (enum csv_dialect)x->dialect);
		rij_add_csv(&x->csv, &r, (enum csv_dialect)x->dialect);
		rij_add_json(&j, &r);
	}
	json_out_end_list(&j);
	json_out_end_object(&j);
	take(&x->json, &j);
	str_release(&periode);
}

static void make_codeboek(struct export *x)
{
	struct rij r = {.count = 0};

	for (size_t i = 0; i < codeboek_cel_count; i++) {
		r.count = 0;
		rij_text(&r, "veld", codeboek_cel[i].veld);
		rij_text(&r, "soort", codeboek_cel[i].soort);
		rij_text(&r, "betekenis", codeboek_cel[i].betekenis);
		if (i == 0)
			rij_add_csv_head(&x->codeboek, &r, (enum csv_dialect)x->dialect);
		rij_add_csv(&x->codeboek, &r, (enum csv_dialect)x->dialect);
	}
}

/* Made last: it holds the hashes of the others. */
static void make_metadata(struct export *x, struct str *out)
{
	struct json_out j = JSON_OUT_INIT;
	struct metadata m = metadata_of(x);

	metadata_head(&j, &m, "export/1");
	json_out_list(&j, "bestanden");
	metadata_file(&j, "cijfers.csv", &x->csv);
	metadata_file(&j, "cijfers.json", &x->json);
	metadata_file(&j, "codeboek.csv", &x->codeboek);
	json_out_end_list(&j);
	metadata_tail(&j, &m);
	take(out, &j);
}

/* ---- the command ------------------------------------------------------------------------------- */

static int write_one(const char *dir, const char *naam, const struct str *text, struct err *err)
{
	char *path = file_join(dir, naam);
	int rc = file_write(path, str_text(text), text->len, 0600, err);

	if (rc == 0)
		say("%s\n", path);
	free(path);
	return rc;
}

static int write_all(struct export *x, struct err *err)
{
	struct str metadata = STR_INIT;
	char *name = mem_printf("uitvoer/export-%s", figures_editie[x->editie]);
	char *dir = x->uit ? mem_dup(x->uit) : file_join(x->app->werkmap, name);
	int rc = file_make_dir(dir, err);

	make_metadata(x, &metadata);
	if (rc == 0 && (write_one(dir, "cijfers.csv", &x->csv, err) < 0 ||
			       write_one(dir, "cijfers.json", &x->json, err) < 0 ||
			       write_one(dir, "codeboek.csv", &x->codeboek, err) < 0 ||
			       write_one(dir, "metadata.json", &metadata, err) < 0))
		rc = -1;
	str_release(&metadata);
	free(name);
	free(dir);
	return rc;
}

static int read_all(struct export *x, struct err *err)
{
	int rc;

	if (store_begin_read(x->app->store, err) < 0)
		return -1;
	rc = figures_load(x->app, steps_stand(x->datum), NULL, (enum editie)x->editie, &x->f, err);
	if (rc == 0)
		rc = levering_store_list(x->app->store, steps_stand(x->datum), &x->leveringen, err);
	store_rollback(x->app->store);
	return rc;
}

static void say_made(struct export *x)
{
	char *result = mem_printf("editie %s: %zu rijen", figures_editie[x->editie], x->f.layer->count);

	figures_add_merk(&x->merk, x->app, (enum editie)x->editie, steps_stand_dag(x->app, x->datum));
	say_note("%s", str_text(&x->merk));
	str_clear(&x->merk);
	figures_add_beleid(&x->merk, &x->f);
	if (x->merk.len)
		say_note("%s", str_text(&x->merk));
	app_log_now(x->app, "exporteer", "cijfers", result);
	figures_log_onveilig(x->app, &x->f, "exporteer", "cijfers");
	free(result);
}

int cmd_exporteer(struct app *app, int argc, char **argv, struct err *err)
{
	struct export x = {.app = app, .editie = EDITIE_OPENBAAR};
	const struct opt table[] = {
		OPT_DATE(0, "stand-per", &x.datum, "de cijfers zoals ze op die dag waren"),
		OPT_CHOICE(0, "editie", &x.editie, "EDITIE", figures_editie, "openbaar (standaard) of intern"),
		OPT_CHOICE(0, "csv", &x.dialect, "DIALECT", rij_dialect,
			"excel (standaard): ; en decimale komma; internationaal: , en punt"),
		OPT_TEXT('u', "uit", &x.uit, "MAP", "schrijf in deze map (anders: uitvoer/ in de werkmap)"), OPT_END};
	int rc;

	if (opt_parse(app, table, &argc, &argv, err) < 0 || definities_open_op(app, STORE_READ, x.datum, err) < 0)
		return -1;
	rc = read_all(&x, err);
	if (rc == 0) {
		make_figures(&x);
		make_codeboek(&x);
		rc = write_all(&x, err);
	}
	if (rc == 0)
		say_made(&x);
	else
		figures_log_onveilig(app, &x.f, "exporteer", "cijfers");
	figures_release(&x.f);
	levering_list_release(&x.leveringen);
	str_release(&x.csv);
	str_release(&x.json);
	str_release(&x.codeboek);
	str_release(&x.merk);
	return rc;
}
