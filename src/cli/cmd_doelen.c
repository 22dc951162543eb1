/* ijkpunt doelen [DOEL]: what was agreed, with which indicators it is followed, and what is known of it. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "cli/command.h"
#include "cli/definities_op.h"
#include "cli/doelen_boom.h"
#include "cli/doelen_dekking.h"
#include "cli/doelen_woord.h"
#include "cli/figures.h"
#include "cli/json_out.h"
#include "cli/near.h"
#include "cli/opt.h"
#include "cli/say.h"
#include "cli/steps.h"

static void add_list(struct str *s, const struct woord_list *list, const char *between)
{
	for (size_t i = 0; i < list->count; i++)
		str_add_f(s, "%s%s", i ? between : "", list->item[i]);
}

static bool has_norm(const struct definities *defs, const char *indicator)
{
	for (size_t i = 0; i < defs->normen.count; i++) {
		if (strcmp(defs->normen.item[i].indicator, indicator) == 0)
			return true;
	}
	return false;
}

/* ---- for other programs ------------------------------------------------------------------------ */

static void json_words(struct json_out *j, const char *key, const struct woord_list *list)
{
	json_out_list(j, key);
	for (size_t i = 0; i < list->count; i++)
		json_out_text(j, NULL, list->item[i]);
	json_out_end_list(j);
}

static void json_date(struct json_out *j, const char *key, struct date date)
{
	struct str s = STR_INIT;

	date_add_iso(&s, date);
	json_out_text(j, key, date_is_set(date) ? str_text(&s) : NULL);
	str_release(&s);
}

static void json_doel(struct json_out *j, const struct doel_def *d)
{
	json_out_object(j, NULL);
	json_out_text(j, "doel", d->id);
	json_out_text(j, "soort", doel_soort_code(d->soort));
	json_out_text(j, "titel", d->titel);
	json_out_text(j, "tekst", d->tekst);
	json_out_bool(j, "parafrase", d->parafrase);
	json_out_text(j, "bron", d->bron ? d->bron->document : NULL);
	json_out_text(j, "plaats", d->plaats);
	json_out_text(j, "meetbaarheid", doelen_meetbaar(d->meetbaarheid));
	json_out_text(j, "status", doelen_status(d->status));
	json_date(j, "vanaf", d->vanaf);
	json_date(j, "tot", d->tot);
	json_date(j, "datum", d->datum);
	json_words(j, "valt_onder", &d->valt_onder);
	json_words(j, "raakt", &d->raakt);
	json_words(j, "indicatoren", &d->indicatoren);
	json_words(j, "overlegtafel", &d->overlegtafel);
	doelen_json_eigenaren(j, d);
	json_out_text(j, "themablad", d->themablad);
	json_out_end_object(j);
}

static void print_json(const struct app *app, const struct doel_list *list, const struct doel_set *set)
{
	struct json_out j = JSON_OUT_INIT;
	char *text;

	json_out_object(&j, NULL);
	json_out_text(&j, "schema", "doelen/1");
	json_out_text(&j, "gemeente", app->gemeente);
	json_out_list(&j, "rijen");
	for (size_t i = 0; i < list->count; i++)
		if (doel_set_has(set, list->item[i].id))
			json_doel(&j, &list->item[i]);
	json_out_end_list(&j);
	json_out_end_object(&j);
	text = json_out_detach(&j);
	say_text(text);
	free(text);
}

/* ---- one goal ---------------------------------------------------------------------------------- */

static void add_indicators(struct str *s, const struct app *app, const struct doel_def *d)
{
	str_add(s, "\nTe volgen met\n");
	for (size_t i = 0; i < d->indicatoren.count; i++) {
		const struct indicator_def *def = definities_indicator(app->defs, d->indicatoren.item[i]);

		str_add_f(s, "  %s  %s: %s\n", d->indicatoren.item[i], def ? def->naam : "nog niet opgenomen",
			has_norm(app->defs, d->indicatoren.item[i]) ? "met norm" : "geen norm afgesproken");
	}
	if (!d->indicatoren.count)
		str_add(s, "  geen getal; dit doel wordt gevolgd via acties en besluiten\n");
}

static void add_goals(struct str *s, const char *heading, const struct doel_list *list,
	const struct woord_list *ids)
{
	if (ids->count)
		str_add_f(s, "\n%s\n", heading);
	for (size_t i = 0; i < ids->count; i++)
		str_add_f(s, "  %s  %s\n", ids->item[i], doel_find(list, ids->item[i])->titel);
}

static void print_one(const struct app *app, const struct doel_list *list, const struct doel_def *d)
{
	struct str s = STR_INIT;

	str_add_f(&s, "%s  %s (%s, %s)\n\n", d->id, d->titel, doelen_soort(d->soort),
		doelen_status(d->status));
	str_add_f(&s, d->parafrase ? "%s\n" : "\"%s\"\n", d->tekst);
	if (d->bron)
		str_add_f(&s, "  %s%s%s\n", d->bron->document, d->plaats ? ", " : "", d->plaats ? d->plaats : "");
	add_goals(&s, "Valt onder", list, &d->valt_onder);
	add_goals(&s, "Raakt", list, &d->raakt);
	if (doel_next_under(list, d, -1) >= 0) {
		str_add(&s, "\nHieronder vallen\n");
		doelen_add_boom(&s, list, d);
	}
	add_indicators(&s, app, d);
	if (d->eigenaar_count) {
		str_add(&s, "\nEigenaar: ");
		doel_add_eigenaren(&s, d);
		str_add_char(&s, '\n');
	}
	if (d->overlegtafel.count) {
		str_add(&s, "\nOverlegtafel: ");
		add_list(&s, &d->overlegtafel, ", ");
		str_add_char(&s, '\n');
	}
	if (d->toelichting)
		str_add_f(&s, "\n%s\n", d->toelichting);
	say_text(str_text(&s));
	str_release(&s);
}

static void print_boom(const struct doel_list *list)
{
	struct str s = STR_INIT;

	doelen_add_boom(&s, list, NULL);
	say_text(str_text(&s));
	str_release(&s);
}

/* ---- the coverage ------------------------------------------------------------------------------ */

static void print_dekking(const struct app *app, const struct dekking *d, struct date stand, bool json)
{
	struct str s = STR_INIT;
	char *text;

	if (json) {
		text = doelen_dekking_json(app, d, stand);
		say_text(text);
		free(text);
		return;
	}
	doelen_add_dekking(&s, d);
	str_add_char(&s, '\n');
	figures_add_merk(&s, app, EDITIE_INTERN, stand);
	str_add_char(&s, '\n');
	say_text(str_text(&s));
	str_release(&s);
}

/* Figures and registers of one moment. */
static int dekking(struct app *app, const struct doel_list *list, const struct doel_set *set, struct date datum,
	bool json, struct err *err)
{
	struct date stand = steps_stand_dag(app, datum);
	struct registers registers = {.actie = NULL};
	struct figures f = {.layer = NULL};
	struct dekking d;
	int rc = store_begin_read(app->store, err);

	if (rc == 0)
		rc = figures_load(app, steps_stand(datum), NULL, EDITIE_INTERN, &f, err);
	if (rc == 0)
		rc = registers_load(&registers, app->store, steps_stand(datum), stand, err);
	if (rc == 0) {
		dekking_init(&d, list, set, f.layer, &registers, datum);
		print_dekking(app, &d, stand, json);
		dekking_release(&d);
	}
	store_rollback(app->store);
	registers_release(&registers);
	figures_release(&f);
	return rc;
}

/* ---- the command ------------------------------------------------------------------------------- */

static const struct doel_def *find(const struct doel_list *list, const char *typed, struct err *err)
{
	const char **ids = mem_new(list->count, sizeof *ids);
	const struct doel_def *found = NULL;
	const char *near;

	for (size_t i = 0; i < list->count; i++) {
		ids[i] = list->item[i].id;
		if (strcasecmp(ids[i], typed) == 0)
			found = &list->item[i];
	}
	if (!found) {
		near = near_word(typed, ids, list->count);
		err_set(err, ERR_USE, "Het doel '%s' bestaat niet.", typed);
		if (near)
			err_advise(err, "Bedoelt u %s? Typ 'ijkpunt doelen' voor alle doelen.", near);
		else
			err_advise(err, "Typ 'ijkpunt doelen' voor alle doelen.");
	}
	free(ids);
	return found;
}

/* 0 also when the gemeente has no file of goals: that is a finding, not a failure. */
static int load(const struct app *app, struct doel_list *list, struct err *err)
{
	char *name = mem_printf("%s.json", app->gemeente), *label = mem_printf("indicators/doelen/%s", name);
	char *path = definities_path(app->def_werkmap, app->def_installed, "indicators/doelen", name);
	int rc = path ? doel_list_load(list, path, label, err) : 0;

	free(name);
	free(label);
	free(path);
	return rc;
}

struct doelen_opties {
	bool json, dekking;
	struct date datum;
};

/* `one` NULL: all goals. */
static int show(struct app *app, const struct doel_list *list, const struct doel_def *one,
	const struct doelen_opties *o, struct err *err)
{
	struct doel_set set;
	int rc = 0;

	doel_set_init(&set, list, one ? one->id : NULL);
	if (o->dekking)
		rc = dekking(app, list, &set, o->datum, o->json, err);
	else if (o->json)
		print_json(app, list, &set);
	else if (one)
		print_one(app, list, one);
	else if (!list->count)
		say("Voor %s zijn geen doelen vastgelegd.\n", app->defs->gemeente.naam);
	else
		print_boom(list);
	doel_set_release(&set);
	return rc;
}

int cmd_doelen(struct app *app, int argc, char **argv, struct err *err)
{
	struct doelen_opties o = {.json = false};
	const struct opt table[] = {
		OPT_FLAG('d', "dekking", &o.dekking, "wat er bekend is: meetbaar, indicator, norm, cijfers, besluit"),
		OPT_DATE(0, "stand-per", &o.datum, "bij --dekking: zoals het op die dag was"),
		OPT_FLAG('j', "json", &o.json, "als JSON, voor andere programma's"), OPT_END};
	struct doel_list list = {0};
	const struct doel_def *one = NULL;
	int rc;

	if (opt_parse(app, table, &argc, &argv, err) < 0)
		return -1;
	if (date_is_set(o.datum) && !o.dekking) {
		err_set(err, ERR_USE, "--stand-per hoort bij --dekking: de afspraken zelf hebben geen stand.");
		return err_advise(err, "Typ 'ijkpunt doelen --dekking --stand-per DATUM'.");
	}
	if (definities_open_op(app, STORE_READ, o.datum, err) < 0 || load(app, &list, err) < 0)
		return -1;
	doel_list_op(&list, steps_stand_dag(app, o.datum));
	rc = argc && !(one = find(&list, argv[0], err)) ? -1 : show(app, &list, one, &o, err);
	doel_list_release(&list);
	return rc;
}
