/* ijkpunt status: what is loaded, what is missing, what is late on the day of the stand, and what to type next. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "cli/command.h"
#include "cli/definities_op.h"
#include "cli/opt.h"
#include "cli/rij.h"
#include "cli/say.h"
#include "cli/steps.h"
#include "cli/table.h"
#include "def/import_def.h"
#include "def/import_load.h"
#include "store/levering_store.h"
#include "store/waarneming_store.h"

/* Periods of one source, without duplicates, by end date. */
struct periodes {
	struct periode *item;
	size_t count, cap;
};

/* What is known of one source. */
struct bron_status {
	struct import_def *def;
	const struct levering *newest; /* that counts; NULL: never loaded */
	struct periodes geleverd, ontbreekt;
};

struct status {
	struct app *app;
	struct date dag;
	struct levering_list leveringen;
	struct bron_status *bron;
	size_t count;
};

/* ---- collecting -------------------------------------------------------------------------------- */

static void periodes_add(struct periodes *p, struct periode one)
{
	for (size_t i = 0; i < p->count; i++) {
		if (periode_equal(p->item[i], one))
			return;
	}
	p->item = mem_grow(p->item, &p->cap, p->count + 1, sizeof *p->item);
	p->item[p->count++] = one;
}

static bool periodes_has(const struct periodes *p, struct periode one)
{
	for (size_t i = 0; i < p->count; i++) {
		if (periode_equal(p->item[i], one))
			return true;
	}
	return false;
}

static int load_profiles(struct status *st, struct err *err)
{
	char **names;
	size_t count;

	if (definities_names(st->app->werkmap, st->app->installed, "imports", ".json", &names, &count, err) < 0)
		return -1;
	st->bron = mem_new(count, sizeof *st->bron);
	for (size_t i = 0; i < count; i++) {
		char *path = definities_path(st->app->werkmap, st->app->installed, "imports", names[i]);
		char *label = mem_printf("imports/%s", names[i]);
		struct err one_err = ERR_INIT;

		/* A profile that is wrong must not hide the state of all the others. */
		if (import_def_load(&st->bron[st->count].def, path, label, &one_err) == 0)
			st->count++;
		else
			say_warn("%s", one_err.text);
		err_release(&one_err);
		free(path);
		free(label);
	}
	file_list_free(names, count);
	return 0;
}

/* A file may hold several periods: the observations say which. */
static int collect_observed(struct status *st, struct bron_status *b, struct stand stand, struct err *err)
{
	struct waarneming_query *q;
	const struct waarneming *w;
	int rc;

	if (waarneming_query_open(&q, st->app->store, b->def->bron, stand, err) < 0)
		return -1;
	while ((rc = waarneming_query_next(q, &w, err)) > 0) {
		if (!b->geleverd.count || !periode_equal(b->geleverd.item[b->geleverd.count - 1], w->periode))
			periodes_add(&b->geleverd, w->periode);
	}
	waarneming_query_close(q);
	return rc;
}

static bool has_rhythm(enum periode_soort s)
{
	return s == PERIODE_KWARTAAL || s == PERIODE_SCHOOLJAAR || s == PERIODE_JAAR || s == PERIODE_MAAND;
}

/* From the first delivered period on, each period that ended long enough ago should be there. */
static void find_missing(const struct status *st, struct bron_status *b)
{
	struct periode p;

	if (!b->geleverd.count || !has_rhythm(b->geleverd.item[0].soort))
		return;
	p = b->geleverd.item[0];
	for (size_t i = 1; i < b->geleverd.count; i++) {
		if (periode_cmp(b->geleverd.item[i], p) < 0)
			p = b->geleverd.item[i];
	}
	for (; date_cmp(date_add_days(p.eind, b->def->verwacht_binnen_dagen), st->dag) < 0; p = periode_next(p)) {
		if (!periodes_has(&b->geleverd, p))
			periodes_add(&b->ontbreekt, p);
	}
}

static int collect(struct status *st, struct stand stand, struct err *err)
{
	if (levering_store_list(st->app->store, stand, &st->leveringen, err) < 0 || load_profiles(st, err) < 0)
		return -1;
	for (size_t i = 0; i < st->count; i++) {
		struct bron_status *b = &st->bron[i];

		for (size_t k = 0; k < st->leveringen.count; k++) {
			const struct levering *l = &st->leveringen.item[k];

			if (!l->ingetrokken_op && strcmp(l->bron, b->def->bron) == 0)
				b->newest = l;
		}
		if (b->newest && collect_observed(st, b, stand, err) < 0)
			return -1;
		find_missing(st, b);
	}
	return 0;
}

static void release(struct status *st)
{
	for (size_t i = 0; i < st->count; i++) {
		import_def_free(st->bron[i].def);
		free(st->bron[i].geleverd.item);
		free(st->bron[i].ontbreekt.item);
	}
	free(st->bron);
	levering_list_release(&st->leveringen);
}

/* ---- showing ----------------------------------------------------------------------------------- */

static struct periode last_of(const struct periodes *p)
{
	struct periode last = {.soort = PERIODE_GEEN};

	for (size_t i = 0; i < p->count; i++) {
		if (last.soort == PERIODE_GEEN || periode_cmp(p->item[i], last) > 0)
			last = p->item[i];
	}
	return last;
}

static void add_codes(struct str *s, const struct periodes *p)
{
	for (size_t i = 0; i < p->count; i++) {
		if (i)
			str_add(s, ", ");
		periode_add_code(s, p->item[i]);
	}
}

static void add_loaded(struct str *s, const struct status *st)
{
	struct table t = {0};
	struct str text = STR_INIT;

	table_column(&t, "bron", TABLE_LEFT);
	table_column(&t, "laatste periode", TABLE_LEFT);
	table_column(&t, "levering", TABLE_RIGHT);
	table_column(&t, "geladen", TABLE_LEFT);
	table_column(&t, "status", TABLE_LEFT);
	table_column(&t, "ontbreekt", TABLE_LEFT);
	for (size_t i = 0; i < st->count; i++) {
		const struct bron_status *b = &st->bron[i];
		char *dag;

		if (!b->newest)
			continue;
		dag = mem_dup_n(b->newest->geladen_op, 10);
		table_cell(&t, b->def->naam);
		str_clear(&text);
		if (b->geleverd.count)
			periode_add_code(&text, last_of(&b->geleverd));
		table_cell(&t, str_text(&text));
		table_cell_nr(&t, b->newest->nr);
		table_cell(&t, dag);
		table_cell(&t, b->newest->status == LEVERING_VOORLOPIG ? "voorlopig" : "definitief");
		str_clear(&text);
		add_codes(&text, &b->ontbreekt);
		table_cell(&t, str_text(&text));
		free(dag);
	}
	table_add_text(s, &t, 0);
	table_release(&t);
	str_release(&text);
}

/* What is late: the newest missing period of each source, and since when. */
static bool add_late(struct str *s, const struct status *st)
{
	bool any = false;

	for (size_t i = 0; i < st->count; i++) {
		const struct bron_status *b = &st->bron[i];

		for (size_t k = 0; k < b->ontbreekt.count; k++) {
			struct periode p = b->ontbreekt.item[k];

			str_add(s, any ? "" : "\nTe laat of nooit geleverd:\n");
			any = true;
			str_add_f(s, "  %s, ", b->def->naam);
			periode_add_name(s, p);
			str_add(s, ": verwacht voor ");
			date_add_dutch(s, date_add_days(p.eind, b->def->verwacht_binnen_dagen + 1));
			str_add_f(s, " (%s)\n", b->def->contactrol);
		}
	}
	return any;
}

static bool asked_for(const struct status *st, const char *bron)
{
	for (size_t k = 0; k < st->app->defs->indicator_count; k++) {
		const struct indicator_def *d = st->app->defs->indicator[k];

		if ((d->teller.bron && strcmp(d->teller.bron, bron) == 0) ||
			(d->noemer.bron && strcmp(d->noemer.bron, bron) == 0))
			return true;
	}
	return false;
}

/* Sources that indicators ask for and of which nothing was ever loaded. */
static void add_never(struct str *s, const struct status *st)
{
	struct table t = {0};

	table_column(&t, "nog niets geladen van", TABLE_LEFT);
	table_column(&t, "leverancier", TABLE_LEFT);
	table_column(&t, "elk", TABLE_LEFT);
	for (size_t i = 0; i < st->count; i++) {
		const struct bron_status *b = &st->bron[i];

		if (b->newest || !asked_for(st, b->def->bron))
			continue;
		table_cell(&t, b->def->naam);
		table_cell(&t, b->def->leverancier);
		table_cell(&t, b->def->ritme);
	}
	if (t.count > t.columns)
		str_add_char(s, '\n');
	table_add_text(s, &t, 0);
	table_release(&t);
}

static void add_next(struct str *s, const struct status *st, bool late)
{
	char *typed = app_typed(st->app);

	str_add_f(s, "\nVolgende stap: %s", typed);
	if (!st->leveringen.count)
		str_add(s, "laad BESTAND\n");
	else if (late)
		str_add(s, "laad BESTAND     als de levering binnen is\n");
	else
		str_add(s, "toon\n");
	free(typed);
}

static void print(const struct status *st)
{
	struct str s = STR_INIT;
	bool late;

	str_add_f(&s, "Werkmap %s, gemeente %s%s, stand per ", st->app->werkmap, st->app->defs->gemeente.naam,
		st->app->fictief ? ", fictieve gegevens" : "");
	date_add_dutch(&s, st->dag);
	str_add(&s, "\n\n");
	if (st->leveringen.count)
		add_loaded(&s, st);
	else
		str_add(&s, "Er is nog niets geladen.\n");
	late = add_late(&s, st);
	add_never(&s, st);
	add_next(&s, st, late);
	say_text(str_text(&s));
	str_release(&s);
}

static void print_json(const struct status *st)
{
	struct json_out j = JSON_OUT_INIT;
	struct str code = STR_INIT;
	char *text;

	json_out_object(&j, NULL);
	json_out_text(&j, "schema", "status/1");
	json_out_text(&j, "gemeente", st->app->gemeente);
	date_add_iso(&code, st->dag);
	json_out_text(&j, "stand_per", str_text(&code));
	json_out_bool(&j, "fictief", st->app->fictief);
	json_out_list(&j, "rijen");
	for (size_t i = 0; i < st->count; i++) {
		const struct bron_status *b = &st->bron[i];

		json_out_object(&j, NULL);
		json_out_text(&j, "bron", b->def->bron);
		json_out_text(&j, "naam", b->def->naam);
		str_clear(&code);
		if (b->geleverd.count)
			periode_add_code(&code, last_of(&b->geleverd));
		json_out_text(&j, "laatste_periode", code.len ? str_text(&code) : NULL);
		if (b->newest)
			json_out_int(&j, "levering", b->newest->nr);
		else
			json_out_null(&j, "levering");
		json_out_list(&j, "ontbreekt");
		for (size_t k = 0; k < b->ontbreekt.count; k++) {
			str_clear(&code);
			periode_add_code(&code, b->ontbreekt.item[k]);
			json_out_text(&j, NULL, str_text(&code));
		}
		json_out_end_list(&j);
		json_out_end_object(&j);
	}
	json_out_end_list(&j);
	json_out_end_object(&j);
	text = json_out_detach(&j);
	say_text(text);
	free(text);
	str_release(&code);
}

int cmd_status(struct app *app, int argc, char **argv, struct err *err)
{
	struct status st = {.app = app};
	struct date datum = DATE_NONE;
	bool json = false;
	const struct opt table[] = {
		OPT_DATE(0, "stand-per", &datum, "zoals het op die dag was; te laat wordt op die dag gemeten"),
		OPT_FLAG('j', "json", &json, "als JSON, voor andere programma's"), OPT_END};
	int rc;

	if (opt_parse(app, table, &argc, &argv, err) < 0 || definities_open_op(app, STORE_READ, datum, err) < 0)
		return -1;
	st.dag = steps_stand_dag(app, datum);
	rc = collect(&st, steps_stand(datum), err);
	if (rc == 0 && json)
		print_json(&st);
	else if (rc == 0)
		print(&st);
	release(&st);
	return rc;
}
