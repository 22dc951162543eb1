#include "cli/figures.h"

#include <inttypes.h>
#include <stdlib.h>
#include <strings.h>

#include "base/mem.h"
#include "cli/json_out.h"
#include "cli/near.h"
#include "cli/say.h"
#include "indicator/compute.h"
#include "indicator/outcome.h"
#include "indicator/samen.h"
#include "publish/beleid.h"
#include "publish/disclosure.h"
#include "publish/uitgave.h"

const char *const figures_editie[] = {"intern", "openbaar", NULL};

int figures_load_openbaar(struct app *app, struct stand stand, struct figures_register reg, struct figures *out,
	struct err *err)
{
	struct eerder *eerder;
	int rc;

	*out = (struct figures){0};
	if (publicatie_store_read(app->store, reg.dag, reg.voor, &out->register_inhoud, err) < 0 ||
		compute_run(app->store, app->defs, &app->gebieden, stand, NULL, &out->uitkomsten, err) < 0) {
		figures_release(out);
		return -1;
	}
	samen_add(&out->uitkomsten, app->defs);
	eerder = uitgave_eerder(&out->register_inhoud);
	rc = layer_build_after(&out->layer, &out->uitkomsten, app->defs, &app->gebieden, EDITIE_OPENBAAR, eerder,
		out->register_inhoud.telling_count, &out->verslag, err);
	free(eerder);
	out->gepubliceerd = uitgave_layer(&out->register_inhoud, app->defs, &app->gebieden);
	return rc; /* after a failure the report of it stays until figures_release */
}

int figures_load(struct app *app, struct stand stand, const char *indicator, enum editie editie,
	struct figures *out, struct err *err)
{
	if (editie == EDITIE_OPENBAAR)
		return figures_load_openbaar(app, stand, (struct figures_register){stand.datum, 0}, out, err);
	*out = (struct figures){0};
	if (compute_run(app->store, app->defs, &app->gebieden, stand, indicator, &out->uitkomsten, err) < 0 ||
		layer_build(&out->layer, &out->uitkomsten, app->defs, &app->gebieden, editie, err) < 0) {
		figures_release(out);
		return -1;
	}
	return 0;
}

void figures_log_onveilig(struct app *app, const struct figures *f, const char *actie, const char *object)
{
	size_t count = f->verslag.tegenstrijdig + f->verslag.onveilig;
	char *text;

	if (!f->verslag.plekken)
		return;
	if (f->layer)
		say_warn("Helemaal afgeschermd: %zu %s van cijfers; %zu omdat de cijfers elkaar tegenspreken, %zu omdat er "
			 "een klein aantal uit te halen bleef. Welke dat zijn, staat in het logboek.",
			count, count == 1 ? "groep" : "groepen", f->verslag.tegenstrijdig, f->verslag.onveilig);
	text = mem_printf("%s: %s", f->layer ? "helemaal afgeschermd" : "niet veilig, niets geschreven",
		f->verslag.plekken);
	app_log_now(app, actie, object, text);
	free(text);
}

void figures_release(struct figures *f)
{
	if (f->layer)
		layer_free(f->layer);
	if (f->gepubliceerd)
		layer_free(f->gepubliceerd);
	uitkomst_list_release(&f->uitkomsten);
	openbaar_verslag_release(&f->verslag);
	publicatie_inhoud_release(&f->register_inhoud);
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

/* The same name or code in another division; NULL when there is none. */
static const struct gebied *other_time(const struct app *app, const char *typed)
{
	const struct gebied *found = NULL;

	for (size_t i = 0; i < app->gebieden.count && !found; i++) {
		const struct gebied *g = &app->gebieden.item[i];

		if (g->eigen && *g->indeling)
			found = gebied_find(&app->gebieden, NULL, typed, g->vanaf);
	}
	return found && *found->indeling ? found : NULL;
}

int figures_gebied(const struct app *app, const char *typed, struct date op, const struct gebied **out,
	struct err *err)
{
	const struct gebied *near;

	*out = gebied_find(&app->gebieden, NULL, typed, op);
	if (*out)
		return 0;
	err_set(err, ERR_USE, "Het gebied '%s' bestaat niet in deze periode.", typed);
	near = other_time(app, typed);
	if (near)
		return err_advise(err, "%s (%s) is van de indeling van %s. Wilt u die, zet dan --indeling %s achter uitleg.", near->naam,
			near->code, near->indeling, near->indeling);
	near = gebied_nearest(&app->gebieden, NULL, typed, op);
	if (near)
		return err_advise(err, "Bedoelt u %s?", near->naam);
	return err_advise(err, "Typ de naam of de code van een wijk, of de naam van de gemeente.");
}

void figures_add_beleid(struct str *s, const struct figures *f)
{
	if (f->layer->editie == EDITIE_OPENBAAR)
		beleid_add(s, &f->layer->defs->privacy, beleid_count(f->layer, NULL, 0));
}

void figures_json_beleid(struct json_out *j, const struct figures *f)
{
	const struct privacy_def *policy = &f->layer->defs->privacy;
	struct disclosure_rule plain = disclosure_rule_of(policy, false), strict = disclosure_rule_of(policy, true);
	struct beleid_telling t;

	if (f->layer->editie != EDITIE_OPENBAAR)
		return;
	t = beleid_count(f->layer, NULL, 0);
	json_out_object(j, "privacy");
	json_out_int(j, "k", plain.k);
	json_out_int(j, "k_gevoelig", strict.k);
	json_out_bool(j, "nul_tonen", plain.nul_tonen);
	json_out_int(j, "n_min_procent", plain.n_min);
	json_out_int(j, "cijfers", (int64_t)t.cijfers);
	json_out_int(j, "afgeschermd", (int64_t)t.afgeschermd);
	json_out_end_object(j);
}

void figures_add_definitie(struct str *s, const struct indicator_def *def)
{
	if (!def->heeft_voorganger)
		return;
	str_add_f(s, "Definitie %" PRId64 " geldt vanaf ", def->versie);
	date_add_dutch(s, def->geldig_vanaf);
	str_add_f(s, " en vervangt definitie %" PRId64 ": %s. ", def->vervangt_versie, def->vervangt_reden);
	str_add(s, def->vergelijkbaar
			   ? "De twee zijn te vergelijken: ook eerdere periodes zijn met de nieuwe berekend."
			   : "De twee zijn niet te vergelijken: eerdere periodes staan er niet bij. Met --stand-per ziet u "
			     "ze zoals ze met de oude zijn berekend.");
}

void figures_add_waarom_niet(struct str *s, const struct app *app, const struct indicator_def *def,
	struct periode periode)
{
	if (periode.soort != PERIODE_GEEN && !outcome_defined(def, periode)) {
		periode_add_name(s, periode);
		str_add_f(s, " ligt vóór definitie %" PRId64 ", die geldt vanaf ", def->versie);
		date_add_dutch(s, def->geldig_vanaf);
		return;
	}
	if (date_cmp(periode_of_date(def->periode_soort, def->geldig_vanaf).eind, app->vandaag) >= 0) {
		str_add(s, "nog geen volle periode sinds ");
		date_add_dutch(s, def->geldig_vanaf);
		return;
	}
	str_add(s, "niet geleverd");
	if (periode.soort != PERIODE_GEEN) {
		str_add(s, " over ");
		periode_add_name(s, periode);
	}
}

void figures_add_merk(struct str *s, const struct app *app, enum editie editie, struct date stand_dag)
{
	str_add(s, editie == EDITIE_INTERN ? "intern, niet verspreiden" : "openbaar");
	if (app->fictief)
		str_add(s, " · fictieve gegevens");
	str_add(s, " · stand per ");
	date_add_dutch(s, stand_dag);
}
