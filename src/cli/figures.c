#include "cli/figures.h"

#include <stdlib.h>
#include <strings.h>

#include "base/mem.h"
#include "cli/near.h"
#include "indicator/compute.h"

const char *const figures_editie[] = {"intern", "openbaar", NULL};

int figures_load(struct app *app, struct stand stand, const char *indicator, enum editie editie,
	struct figures *out, struct err *err)
{
	*out = (struct figures){0};
	if (editie == EDITIE_OPENBAAR) {
		err_set(err, ERR_SURROUNDINGS, "De editie openbaar is nog niet beschikbaar.");
		return err_advise(err, "Gebruik --editie intern, en verspreid de uitkomst niet.");
	}
	if (compute_run(app->store, app->defs, &app->gebieden, stand, indicator, &out->uitkomsten, err) < 0 ||
		layer_build(&out->layer, &out->uitkomsten, app->defs, &app->gebieden, editie, err) < 0) {
		figures_release(out);
		return -1;
	}
	return 0;
}

void figures_release(struct figures *f)
{
	if (f->layer)
		layer_free(f->layer);
	uitkomst_list_release(&f->uitkomsten);
	*f = (struct figures){0};
}

int figures_indicator(const struct app *app, const char *typed, const struct indicator_def **out, struct err *err)
{
	const char *near;

	for (size_t i = 0; i < app->defs->indicator_count; i++) {
		if (strcasecmp(app->defs->indicator[i]->id, typed) == 0) {
			*out = app->defs->indicator[i];
			return 0;
		}
	}
	near = definities_nearest(app->defs, typed);
	err_set(err, ERR_USE, "De indicator '%s' bestaat niet.", typed);
	if (near)
		return err_advise(err, "Bedoelt u %s? Typ 'ijkpunt toon' voor alle indicatoren.", near);
	return err_advise(err, "Typ 'ijkpunt toon' voor alle indicatoren.");
}

int figures_gebied(const struct app *app, const char *typed, struct date op, const struct gebied **out,
	struct err *err)
{
	const struct gebied *near;

	*out = gebied_find(&app->gebieden, NULL, typed, op);
	if (*out)
		return 0;
	near = gebied_nearest(&app->gebieden, NULL, typed, op);
	err_set(err, ERR_USE, "Het gebied '%s' bestaat niet in deze periode.", typed);
	if (near)
		return err_advise(err, "Bedoelt u %s?", near->naam);
	return err_advise(err, "Typ de naam of de code van een wijk, of de naam van de gemeente.");
}

void figures_add_merk(struct str *s, const struct app *app, enum editie editie, struct date stand_dag)
{
	str_add(s, editie == EDITIE_INTERN ? "intern, niet verspreiden" : "openbaar");
	if (app->fictief)
		str_add(s, " · fictieve gegevens");
	str_add(s, " · stand per ");
	date_add_dutch(s, stand_dag);
}
