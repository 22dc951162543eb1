/* The coverage of what was agreed: per goal measurable? indicator? norm? data? acties? last decision. */
#include "cli/doelen_dekking.h"

#include <stdlib.h>

#include "base/mem.h"
#include "cli/doelen_woord.h"
#include "cli/table.h"
#include "publish/words.h"

/* ---- for the terminal -------------------------------------------------------------------------- */

static void add_columns(struct table *t)
{
	static const char *const heading[] = {
		"doel", "titel", "status", "meetbaar", "indicator", "norm", "data", "acties", "laatste besluit"};

	for (size_t i = 0; i < ARRAY_LEN(heading); i++)
		table_column(t, heading[i], TABLE_LEFT);
}

/* "OAB-01, OAB-02, en 3 meer"; what is not in the definitions yet says so. */
static void add_indicatoren(struct str *s, const struct dekking_rij *rij)
{
	enum { SHOWN = 2 };

	for (size_t i = 0; i < rij->count && i < SHOWN; i++)
		str_add_f(s, "%s%s", i ? ", " : "", rij->indicator[i].id);
	if (rij->count > SHOWN)
		str_add_f(s, " en %zu meer", rij->count - SHOWN);
	if (rij->opgenomen < rij->count)
		str_add_f(s, " (%zu nog niet opgenomen)", rij->count - rij->opgenomen);
	if (!rij->count)
		str_add(s, "geen");
}

/* The first norm, and how many of the others there are. */
static void add_norm(struct str *s, const struct dekking_rij *rij)
{
	size_t at = 0;

	if (!rij->opgenomen) {
		str_add(s, "-");
		return;
	}
	while (at < rij->count && !rij->indicator[at].norm)
		at++;
	if (at == rij->count) {
		str_add(s, "geen norm afgesproken");
		return;
	}
	str_add_f(s, "%s ", rij->indicator[at].id);
	words_add_norm(s, rij->indicator[at].norm);
	if (rij->met_norm > 1)
		str_add_f(s, " en %zu meer", rij->met_norm - 1);
}

static void add_data(struct str *s, const struct dekking_rij *rij)
{
	if (!rij->opgenomen) {
		str_add(s, "-");
	} else if (!rij->met_data) {
		str_add(s, "geen cijfers");
	} else {
		str_add_f(s, "%zu van %zu, tot en met ", rij->met_data, rij->count);
		periode_add_code(s, rij->nieuwste);
	}
}

static const char not_loaded[] = "register niet geladen";

static void add_acties(struct str *s, const struct dekking_rij *rij)
{
	if (!rij->acties.totaal)
		str_add(s, "geen");
	else
		str_add_f(s, "%zu, %zu open", rij->acties.totaal, rij->acties.open);
	if (rij->acties.te_laat)
		str_add_f(s, ", %zu te laat", rij->acties.te_laat);
}

static void add_besluit(struct str *s, const struct dekking_rij *rij)
{
	if (!rij->laatste_besluit) {
		str_add(s, "geen");
		return;
	}
	str_add_f(s, "%s, ", rij->laatste_besluit->id);
	date_add_dutch(s, rij->laatste_besluit->datum);
}

static void add_cell(struct table *t, const struct dekking_rij *rij, bool known,
	void (*add)(struct str *, const struct dekking_rij *))
{
	struct str s = STR_INIT;

	if (known)
		add(&s, rij);
	else
		str_add(&s, not_loaded);
	table_cell(t, str_text(&s));
	str_release(&s);
}

static void add_rij(struct table *t, const struct dekking *d, const struct dekking_rij *rij)
{
	table_cell(t, rij->doel->id);
	table_cell(t, rij->doel->titel);
	table_cell(t, rij->doel->status == DOEL_LOPEND ? NULL : doelen_status(rij->doel->status));
	table_cell(t, doelen_meetbaar(rij->doel->meetbaarheid));
	add_cell(t, rij, true, add_indicatoren);
	add_cell(t, rij, true, add_norm);
	add_cell(t, rij, true, add_data);
	add_cell(t, rij, d->acties_geladen, add_acties);
	add_cell(t, rij, d->besluiten_geladen, add_besluit);
}

static void add_sum(struct str *s, const char *what, bool known, size_t count)
{
	str_add_f(s, "  %-20s ", what);
	if (known)
		str_add_f(s, "%zu\n", count);
	else
		str_add_f(s, "%s\n", not_loaded);
}

static void add_sums(struct str *s, const struct dekking *d)
{
	const struct dekking_telling t = dekking_count(d);

	str_add_f(s, "\n%zu %s: %zu met een getal, %zu met een proxy, %zu kwalitatief.\n", t.doelen,
		t.doelen == 1 ? "doel" : "doelen", t.getal, t.proxy, t.kwalitatief);
	add_sum(s, "met indicator", true, t.met_indicator);
	add_sum(s, "met norm", true, t.met_norm);
	add_sum(s, "  vastgesteld", true, t.met_vastgestelde_norm);
	add_sum(s, "met cijfers", true, t.met_data);
	add_sum(s, "met acties", d->acties_geladen, t.met_actie);
	add_sum(s, "met een besluit", d->besluiten_geladen, t.met_besluit);
	if (d->acties_geladen && d->besluiten_geladen && t.zonder_spoor)
		str_add_f(s, "Van %zu is er niets: geen cijfers, geen acties en geen besluit.\n",
			t.zonder_spoor);
}

void doelen_add_dekking(struct str *s, const struct dekking *d)
{
	struct table t = {0};

	add_columns(&t);
	for (size_t i = 0; i < d->count; i++)
		add_rij(&t, d, &d->rij[i]);
	table_add_text(s, &t, 0);
	add_sums(s, d);
	table_release(&t);
}

/* ---- for other programs ------------------------------------------------------------------------ */

static void json_indicator(struct json_out *j, const struct dekking_indicator *i)
{
	struct str s = STR_INIT;

	json_out_object(j, NULL);
	json_out_text(j, "id", i->id);
	json_out_bool(j, "opgenomen", i->def != NULL);
	if (i->norm)
		words_add_limit(&s, i->norm);
	json_out_text(j, "norm", i->norm ? str_text(&s) : NULL);
	json_out_text(j, "norm_status", i->norm ? norm_status_code(i->norm->status) : NULL);
	str_clear(&s);
	if (i->heeft_data)
		periode_add_code(&s, i->periode);
	json_out_text(j, "nieuwste_periode", i->heeft_data ? str_text(&s) : NULL);
	json_out_end_object(j);
	str_release(&s);
}

/* Null: not known, because the register was never delivered. */
static void json_acties(struct json_out *j, const struct actie_telling *t, bool known)
{
	if (!known) {
		json_out_null(j, "acties");
		return;
	}
	json_out_object(j, "acties");
	json_out_int(j, "totaal", (int64_t)t->totaal);
	json_out_int(j, "open", (int64_t)t->open);
	json_out_int(j, "te_laat", (int64_t)t->te_laat);
	json_out_int(j, "geen_update", (int64_t)t->geen_update);
	json_out_int(j, "klaar", (int64_t)t->klaar);
	json_out_int(j, "gestopt", (int64_t)t->gestopt);
	json_out_end_object(j);
}

static void json_besluit(struct json_out *j, const struct besluit *b)
{
	struct str s = STR_INIT;

	if (!b) {
		json_out_null(j, "laatste_besluit");
		return;
	}
	date_add_iso(&s, b->datum);
	json_out_object(j, "laatste_besluit");
	json_out_text(j, "id", b->id);
	json_out_text(j, "datum", str_text(&s));
	json_out_text(j, "gremium", b->gremium);
	json_out_text(j, "doel", b->doel_id);
	json_out_text(j, "tekst", b->tekst);
	json_out_end_object(j);
	str_release(&s);
}

static void json_rij(struct json_out *j, const struct dekking *d, const struct dekking_rij *rij)
{
	json_out_object(j, NULL);
	json_out_text(j, "doel", rij->doel->id);
	json_out_text(j, "soort", doel_soort_code(rij->doel->soort));
	json_out_text(j, "titel", rij->doel->titel);
	json_out_text(j, "status", doelen_status(rij->doel->status));
	json_out_text(j, "meetbaarheid", doelen_meetbaar(rij->doel->meetbaarheid));
	doelen_json_eigenaren(j, rij->doel);
	json_out_list(j, "indicatoren");
	for (size_t i = 0; i < rij->count; i++)
		json_indicator(j, &rij->indicator[i]);
	json_out_end_list(j);
	json_acties(j, &rij->acties, d->acties_geladen);
	json_besluit(j, rij->laatste_besluit);
	json_out_end_object(j);
}

char *doelen_dekking_json(const struct app *app, const struct dekking *d, struct date stand)
{
	struct json_out j = JSON_OUT_INIT;
	struct str dag = STR_INIT;

	date_add_iso(&dag, stand);
	json_out_object(&j, NULL);
	json_out_text(&j, "schema", "dekking/1");
	json_out_text(&j, "gemeente", app->gemeente);
	json_out_text(&j, "stand_per", str_text(&dag));
	json_out_bool(&j, "fictief", app->fictief);
	json_out_bool(&j, "acties_geladen", d->acties_geladen);
	json_out_bool(&j, "besluiten_geladen", d->besluiten_geladen);
	json_out_list(&j, "rijen");
	for (size_t i = 0; i < d->count; i++)
		json_rij(&j, d, &d->rij[i]);
	json_out_end_list(&j);
	json_out_end_object(&j);
	str_release(&dag);
	return json_out_detach(&j);
}
