/* ijkpunt doelen [DOEL]: what was agreed, and with which indicators it is followed. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "cli/command.h"
#include "cli/near.h"
#include "cli/opt.h"
#include "cli/rij.h"
#include "cli/say.h"
#include "cli/table.h"
#include "def/doel_def.h"

static const char *const meetbaar[] = {"getal", "proxy", "kwalitatief"};
static const char *const status[] = {"lopend", "gehaald", "niet gehaald", "verlopen", "vervallen"};

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

static void add_norms(struct str *s, const struct definities *defs, const struct woord_list *indicatoren)
{
	for (size_t i = 0; i < indicatoren->count; i++) {
		if (has_norm(defs, indicatoren->item[i]))
			str_add_f(s, "%s%s", s->len ? ", " : "", indicatoren->item[i]);
	}
	if (!s->len)
		str_add(s, "geen norm afgesproken");
}

static void print_table(const struct app *app, const struct doel_list *list)
{
	struct table t = {0};
	struct str s = STR_INIT, norms = STR_INIT;

	table_column(&t, "doel", TABLE_LEFT);
	table_column(&t, "soort", TABLE_LEFT);
	table_column(&t, "titel", TABLE_LEFT);
	table_column(&t, "te volgen met", TABLE_LEFT);
	table_column(&t, "norm", TABLE_LEFT);
	for (size_t i = 0; i < list->count; i++) {
		const struct doel_def *d = &list->item[i];

		str_clear(&s);
		str_clear(&norms);
		add_list(&s, &d->indicatoren, ", ");
		if (d->indicatoren.count)
			add_norms(&norms, app->defs, &d->indicatoren);
		table_cell(&t, d->id);
		table_cell(&t, doel_soort_code(d->soort));
		table_cell(&t, d->titel);
		table_cell(&t, s.len ? str_text(&s) : "geen getal; via acties");
		table_cell(&t, str_text(&norms));
	}
	str_clear(&s);
	table_add_text(&s, &t, 0);
	say_text(str_text(&s));
	table_release(&t);
	str_release(&s);
	str_release(&norms);
}

static void print_json(const struct app *app, const struct doel_list *list)
{
	struct json_out j = JSON_OUT_INIT;
	char *text;

	json_out_object(&j, NULL);
	json_out_text(&j, "schema", "doelen/1");
	json_out_text(&j, "gemeente", app->gemeente);
	json_out_list(&j, "rijen");
	for (size_t i = 0; i < list->count; i++) {
		const struct doel_def *d = &list->item[i];

		json_out_object(&j, NULL);
		json_out_text(&j, "doel", d->id);
		json_out_text(&j, "soort", doel_soort_code(d->soort));
		json_out_text(&j, "titel", d->titel);
		json_out_text(&j, "tekst", d->tekst);
		json_out_bool(&j, "parafrase", d->parafrase);
		json_out_text(&j, "bron", d->bron ? d->bron->document : NULL);
		json_out_text(&j, "plaats", d->plaats);
		json_out_text(&j, "meetbaarheid", meetbaar[d->meetbaarheid]);
		json_out_text(&j, "status", status[d->status]);
		json_out_list(&j, "valt_onder");
		for (size_t k = 0; k < d->valt_onder.count; k++)
			json_out_text(&j, NULL, d->valt_onder.item[k]);
		json_out_end_list(&j);
		json_out_list(&j, "indicatoren");
		for (size_t k = 0; k < d->indicatoren.count; k++)
			json_out_text(&j, NULL, d->indicatoren.item[k]);
		json_out_end_list(&j);
		json_out_end_object(&j);
	}
	json_out_end_list(&j);
	json_out_end_object(&j);
	text = json_out_detach(&j);
	say_text(text);
	free(text);
}

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

static void print_one(const struct app *app, const struct doel_list *list, const struct doel_def *d)
{
	struct str s = STR_INIT;

	str_add_f(&s, "%s  %s (%s, %s)\n\n", d->id, d->titel ? d->titel : "", doel_soort_code(d->soort),
		status[d->status]);
	str_add_f(&s, d->parafrase ? "%s\n" : "\"%s\"\n", d->tekst);
	if (d->bron)
		str_add_f(&s, "  %s%s%s\n", d->bron->document, d->plaats ? ", " : "", d->plaats ? d->plaats : "");
	for (size_t i = 0; i < d->valt_onder.count; i++) {
		const struct doel_def *up = doel_find(list, d->valt_onder.item[i]);

		str_add_f(&s, "%s  %s  %s\n", i ? "" : "\nValt onder\n", d->valt_onder.item[i],
			up && up->titel ? up->titel : "");
	}
	add_indicators(&s, app, d);
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
	char *path = definities_path(app->werkmap, app->installed, "indicators/doelen", name);
	int rc = path ? doel_list_load(list, path, label, err) : 0;

	free(name);
	free(label);
	free(path);
	return rc;
}

int cmd_doelen(struct app *app, int argc, char **argv, struct err *err)
{
	bool json = false;
	const struct opt table[] = {OPT_FLAG('j', "json", &json, "als JSON, voor andere programma's"), OPT_END};
	struct doel_list list = {0};
	const struct doel_def *one = NULL;
	int rc;

	if (opt_parse(app, table, &argc, &argv, err) < 0 || app_open_defs(app, STORE_READ, err) < 0 ||
		load(app, &list, err) < 0)
		return -1;
	rc = argc && !(one = find(&list, argv[0], err)) ? -1 : 0;
	if (rc == 0 && json)
		print_json(app, &list);
	else if (one)
		print_one(app, &list, one);
	else if (rc == 0 && !list.count)
		say("Voor %s zijn geen doelen vastgelegd.\n", app->defs->gemeente.naam);
	else if (rc == 0)
		print_table(app, &list);
	doel_list_release(&list);
	return rc;
}
