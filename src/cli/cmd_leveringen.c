/* ijkpunt leveringen: what was loaded, by number, also what no longer counts. */
#include <stdlib.h>

#include "base/mem.h"
#include "cli/command.h"
#include "cli/opt.h"
#include "cli/rij.h"
#include "cli/say.h"
#include "cli/steps.h"
#include "cli/table.h"
#include "store/levering_store.h"

static const char *status_word(const struct levering *l)
{
	return l->status == LEVERING_VOORLOPIG ? "voorlopig" : "definitief";
}

static void rij_levering(struct rij *r, const struct levering *l, struct str *periode)
{
	r->count = 0;
	str_clear(periode);
	if (l->periode.soort != PERIODE_GEEN)
		periode_add_code(periode, l->periode);
	rij_int(r, "nr", l->nr);
	rij_text(r, "bestand", l->bestand);
	rij_text(r, "bron", l->bron);
	rij_int(r, "profiel_versie", l->profiel_versie);
	rij_text(r, "periode", periode->len ? str_text(periode) : NULL);
	rij_text(r, "status", status_word(l));
	rij_text(r, "geladen_op", l->geladen_op);
	rij_text(r, "geladen_door", l->geladen_door);
	if (l->vervangt)
		rij_int(r, "vervangt", l->vervangt);
	else
		rij_leeg(r, "vervangt");
	rij_bool(r, "volledig", l->volledig);
	rij_int(r, "regels", l->regels);
	rij_int(r, "waarnemingen", l->waarnemingen);
	rij_int(r, "bytes", l->bytes);
	rij_text(r, "sha256", l->sha256);
	rij_text(r, "ingetrokken_op", l->ingetrokken_op);
	rij_text(r, "ingetrokken_door", l->ingetrokken_door);
}

static void print_json(const struct levering_list *list)
{
	struct json_out j = JSON_OUT_INIT;
	struct rij r = {.count = 0};
	struct str periode = STR_INIT;
	char *text;

	json_out_object(&j, NULL);
	json_out_text(&j, "schema", "leveringen/1");
	json_out_list(&j, "rijen");
	for (size_t i = 0; i < list->count; i++) {
		rij_levering(&r, &list->item[i], &periode);
		rij_add_json(&j, &r);
	}
	json_out_end_list(&j);
	json_out_end_object(&j);
	text = json_out_detach(&j);
	say_text(text);
	free(text);
	str_release(&periode);
}

static void print_csv(const struct levering_list *list)
{
	struct rij r = {.count = 0};
	struct str s = STR_INIT, periode = STR_INIT;

	for (size_t i = 0; i < list->count; i++) {
		rij_levering(&r, &list->item[i], &periode);
		if (i == 0)
			rij_add_csv_head(&s, &r, CSV_PIJP);
		rij_add_csv(&s, &r, CSV_PIJP);
	}
	say_text(str_text(&s));
	str_release(&s);
	str_release(&periode);
}

static void add_state(struct str *s, const struct levering *l)
{
	if (l->ingetrokken_op)
		str_add_f(s, "telt niet meer mee sinds %.10s", l->ingetrokken_op);
	else if (l->vervangt)
		str_add_f(s, "verbetert %lld", (long long)l->vervangt);
}

static void print_table(const struct levering_list *list)
{
	struct table t = {0};
	struct str s = STR_INIT;

	table_column(&t, "nr", TABLE_RIGHT);
	table_column(&t, "bestand", TABLE_LEFT);
	table_column(&t, "bron", TABLE_LEFT);
	table_column(&t, "periode", TABLE_LEFT);
	table_column(&t, "status", TABLE_LEFT);
	table_column(&t, "geladen", TABLE_LEFT);
	table_column(&t, "regels", TABLE_RIGHT);
	table_column(&t, "", TABLE_LEFT);
	for (size_t i = 0; i < list->count; i++) {
		const struct levering *l = &list->item[i];
		char *dag = mem_dup_n(l->geladen_op, 10);

		table_cell_nr(&t, l->nr);
		table_cell(&t, l->bestand);
		table_cell(&t, l->bron);
		str_clear(&s);
		if (l->periode.soort != PERIODE_GEEN)
			periode_add_code(&s, l->periode);
		table_cell(&t, l->periode.soort == PERIODE_GEEN ? "meer" : str_text(&s));
		table_cell(&t, status_word(l));
		table_cell(&t, dag);
		table_cell_nr(&t, l->regels);
		str_clear(&s);
		add_state(&s, l);
		table_cell(&t, str_text(&s));
		free(dag);
	}
	str_clear(&s);
	table_add_text(&s, &t, 0);
	say_text(str_text(&s));
	str_release(&s);
	table_release(&t);
}

int cmd_leveringen(struct app *app, int argc, char **argv, struct err *err)
{
	bool json = false, csv = false;
	struct date datum = DATE_NONE;
	const struct opt table[] = {
		OPT_DATE(0, "stand-per", &datum, "alleen wat op die dag geladen was"),
		OPT_FLAG('j', "json", &json, "als JSON, voor andere programma's"),
		OPT_FLAG(0, "csv", &csv, "als CSV, voor een rekenblad"), OPT_END};
	struct levering_list list = {0};
	int rc;

	if (opt_parse(app, table, &argc, &argv, err) < 0 || app_open(app, STORE_READ, err) < 0)
		return -1;
	rc = levering_store_list(app->store, steps_stand(datum), &list, err);
	if (rc == 0 && json)
		print_json(&list);
	else if (rc == 0 && csv)
		print_csv(&list);
	else if (rc == 0 && list.count == 0)
		say("Er is nog niets geladen.\nVolgende stap: ijkpunt laad BESTAND\n");
	else if (rc == 0)
		print_table(&list);
	levering_list_release(&list);
	return rc;
}
