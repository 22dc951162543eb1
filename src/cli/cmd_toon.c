/* ijkpunt toon [INDICATOR...]: figures in the terminal, as JSON or as CSV. The officer's own working screen:
 * edition intern unless asked otherwise, and it says so. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "cli/command.h"
#include "cli/definities_op.h"
#include "cli/figures.h"
#include "cli/opt.h"
#include "cli/rij_cel.h"
#include "cli/say.h"
#include "cli/steps.h"
#include "cli/table.h"
#include "cli/uitleg_zijde.h"
#include "publish/vergelijking.h"

static const char *const niveaus[] = {"alle", "gemeente", "wijk", "buurt", NULL};

struct toon {
	struct app *app;
	int niveau; /* index in `niveaus`; 0: all */
	struct periode periode; /* GEEN: the newest of each indicator */
	struct date datum;
	bool verloop, json, csv;
	int editie;
	struct figures f;
	struct vergelijking elders;
	/* What is shown, in order: own gemeente first, then the fixed order of the areas. */
	const struct cel **cel;
	size_t count, cap;
	struct str text;
	struct json_out j;
	bool headed;
	/* One row per indicator: all of them in one table. */
	bool samen;
	struct table tabel;
};

enum { NIVEAU_GEMEENTE = 1 };

/* ---- choosing ---------------------------------------------------------------------------------- */

/* The newest period of which something was delivered for the own gemeente, also when that is no number but a word; else
 * the newest with anything. */
static bool newest(const struct toon *t, const char *id, struct periode *out)
{
	bool found = false, delivered = false;

	for (size_t i = 0; i < t->f.layer->count; i++) {
		const struct cel *c = &t->f.layer->cel[i];
		bool here = c->gebied->eigen && strcmp(c->gebied->niveau, niveaus[NIVEAU_GEMEENTE]) == 0 &&
			    c->status != STATUS_NIET_GELEVERD;

		if (strcmp(c->indicator->id, id) != 0 || (delivered && !here))
			continue;
		if (!found || here != delivered || periode_cmp(c->periode, *out) > 0)
			*out = c->periode;
		found = true;
		delivered = here;
	}
	return found;
}

static void keep(struct toon *t, const struct cel *c)
{
	t->cel = mem_grow(t->cel, &t->cap, t->count + 1, sizeof *t->cel);
	t->cel[t->count++] = c;
}

/* Cells of one indicator: those of the own gemeente, then the others. */
static void choose(struct toon *t, const struct indicator_def *def)
{
	struct periode p = t->periode;

	t->count = 0;
	if (p.soort == PERIODE_GEEN && !t->verloop && !newest(t, def->id, &p))
		return;
	for (int own = 1; own >= 0; own--) {
		for (size_t i = 0; i < t->f.layer->count; i++) {
			const struct cel *c = &t->f.layer->cel[i];

			if (c->indicator == def && c->gebied->eigen == (own == 1) &&
				(t->verloop || periode_equal(c->periode, p)) &&
				(!t->niveau || strcmp(c->gebied->niveau, niveaus[t->niveau]) == 0))
				keep(t, c);
		}
	}
}

/* ---- for other programs ------------------------------------------------------------------------ */

static void add_records(struct toon *t)
{
	struct rij r = {.count = 0};
	struct str periode = STR_INIT;

	for (size_t i = 0; i < t->count; i++) {
		rij_cel(&r, t->cel[i], (enum editie)t->editie, &periode);
		if (t->json) {
			rij_add_json(&t->j, &r);
			continue;
		}
		if (!t->headed)
			rij_add_csv_head(&t->text, &r, CSV_PIJP);
		t->headed = true;
		rij_add_csv(&t->text, &r, CSV_PIJP);
	}
	str_release(&periode);
}

/* ---- for the terminal -------------------------------------------------------------------------- */

static void add_columns(struct table *tab, const struct toon *t)
{
	table_column(tab, t->samen ? "indicator" : "", TABLE_LEFT);
	table_column(tab, t->samen ? "naam" : "", TABLE_LEFT);
	table_column(tab, t->samen ? "" : "gebied", TABLE_LEFT);
	table_column(tab, t->verloop || t->samen ? "periode" : "", TABLE_LEFT);
	table_column(tab, "stand", TABLE_RIGHT);
	table_column(tab, "aantallen", TABLE_RIGHT);
	table_column(tab, "norm", TABLE_LEFT);
	table_column(tab, "feit", TABLE_LEFT);
	table_column(tab, "zekerheid", TABLE_LEFT);
	table_column(tab, "tot de norm", TABLE_RIGHT);
	table_column(tab, "elders", TABLE_LEFT);
	table_column(tab, "let op", TABLE_LEFT);
}

static void add_counts(struct str *s, const struct cel *c)
{
	if (c->indicator->soort == SOORT_VERSCHIL)
		return; /* its counts are of one side only */
	if (c->teller_tekst && c->noemer_tekst)
		str_add_f(s, "%s van %s", c->teller_tekst, c->noemer_tekst);
	else if (c->noemer_tekst)
		str_add_f(s, "van %s", c->noemer_tekst);
}

/* Whose files a figure waits for. */
static void add_sources(struct str *s, const struct toon *t, const struct cel *c)
{
	const struct indicator_def *of = uitleg_basis(t->app->defs, c->indicator);

	if (!of->teller.bron)
		return;
	str_add_f(s, "bron: %s", of->teller.bron);
	if (of->noemer.bron && strcmp(of->noemer.bron, of->teller.bron) != 0)
		str_add_f(s, " en %s", of->noemer.bron);
}

static void add_notes(struct str *s, const struct toon *t, const struct cel *c)
{
	if (t->samen && c->status == STATUS_NIET_GELEVERD)
		add_sources(s, t, c);
	if (c->voorlopig)
		str_add_f(s, "%svoorlopig", s->len ? ", " : "");
	if (c->onvolledig)
		str_add_f(s, "%sonvolledig: %zu van %zu delen %s", s->len ? ", " : "", c->delen_ontbreken, c->delen,
			c->delen_ontbreken == 1 ? "ontbreekt" : "ontbreken");
	/* beside the table of one indicator there is room for the whole sentence */
	if (t->samen && c->indicator->heeft_voorganger) {
		str_add_f(s, "%sdefinitie %" PRId64 " vanaf ", s->len ? ", " : "", c->indicator->versie);
		date_add_dutch(s, c->indicator->geldig_vanaf);
		str_add(s, c->indicator->vergelijkbaar ? "" : ": niet te vergelijken met eerder");
	}
	if (c->gezegd.rest.bekend)
		str_add_f(s, "%s%s", s->len ? ", " : "", c->status_tekst);
}

static void add_cel(struct table *tab, const struct toon *t, const struct cel *c)
{
	struct str s = STR_INIT;

	table_cell(tab, t->samen ? c->indicator->id : NULL);
	table_cell(tab, t->samen ? c->indicator->korte_naam : NULL);
	/* In the table of all indicators the own gemeente goes without saying. */
	table_cell(tab, t->samen && c->gebied->eigen ? NULL : c->gebied->naam);
	if (t->verloop || t->samen)
		periode_add_code(&s, c->periode);
	table_cell(tab, str_text(&s));
	table_cell(tab, c->waarde_tekst);
	str_clear(&s);
	add_counts(&s, c);
	table_cell(tab, str_text(&s));
	table_cell(tab, c->norm_tekst);
	table_cell(tab, c->feit == FEIT_GEEN ? NULL : c->feit_tekst);
	table_cell(tab, c->zekerheid == ZEKERHEID_GEEN ? NULL : c->zekerheid_tekst);
	table_cell(tab, c->tekort_tekst);
	str_clear(&s);
	vergelijking_add(&s, &t->elders, t->f.layer, c);
	table_cell(tab, str_text(&s));
	str_clear(&s);
	add_notes(&s, t, c);
	table_cell(tab, str_text(&s));
	str_release(&s);
}

/* Nothing at all is known of this indicator. */
static void add_none(struct toon *t, const struct indicator_def *def)
{
	struct table *tab = &t->tabel;
	struct str s = STR_INIT;

	table_cell(tab, def->id);
	table_cell(tab, def->korte_naam);
	table_cell(tab, NULL);
	table_cell(tab, NULL);
	figures_add_waarom_niet(&s, t->app, def, (struct periode){.soort = PERIODE_GEEN});
	table_cell(tab, str_text(&s));
	str_release(&s);
	for (size_t i = 5; i < tab->columns; i++)
		table_cell(tab, NULL);
}

static void add_together(struct toon *t, const struct indicator_def *def)
{
	if (!t->tabel.columns)
		add_columns(&t->tabel, t);
	for (size_t i = 0; i < t->count; i++)
		add_cel(&t->tabel, t, t->cel[i]);
	if (!t->count)
		add_none(t, def);
}

static void add_definitie(struct toon *t, const struct indicator_def *def)
{
	if (!def->heeft_voorganger)
		return;
	str_add(&t->text, "  ");
	figures_add_definitie(&t->text, def);
	str_add_char(&t->text, '\n');
}

static void add_terminal(struct toon *t, const struct indicator_def *def)
{
	struct table tab = {0};
	struct str s = STR_INIT;

	str_add_f(&t->text, "%s%s  %s", t->headed ? "\n" : "", def->id, def->naam);
	t->headed = true;
	if (!t->count) {
		str_add(&t->text, "\n  ");
		figures_add_waarom_niet(&t->text, t->app, def, t->periode);
		str_add_char(&t->text, '\n');
		add_definitie(t, def);
		return;
	}
	if (!t->verloop) {
		periode_add_name(&s, t->cel[0]->periode);
		str_add_f(&t->text, ", %s", str_text(&s));
	}
	str_add_char(&t->text, '\n');
	add_columns(&tab, t);
	for (size_t i = 0; i < t->count; i++)
		add_cel(&tab, t, t->cel[i]);
	table_add_text(&t->text, &tab, 2);
	add_definitie(t, def);
	table_release(&tab);
	str_release(&s);
}

/* ---- the command ------------------------------------------------------------------------------- */

static void add_indicator(struct toon *t, const struct indicator_def *def)
{
	choose(t, def);
	if (t->json || t->csv)
		add_records(t);
	else if (t->samen)
		add_together(t, def);
	else
		add_terminal(t, def);
}

static int collect(struct toon *t, int argc, char **argv, struct err *err)
{
	for (int i = 0; i < argc; i++) {
		const struct indicator_def *def;

		if (figures_indicator(t->app, argv[i], &def, err) < 0)
			return -1;
		add_indicator(t, def);
	}
	for (size_t i = 0; argc == 0 && i < t->app->defs->indicator_count; i++)
		add_indicator(t, t->app->defs->indicator[i]);
	return 0;
}

static void print(struct toon *t)
{
	struct str merk = STR_INIT;

	figures_add_merk(&merk, t->app, (enum editie)t->editie, steps_stand_dag(t->app, t->datum));
	if (t->editie == EDITIE_OPENBAAR) {
		str_add_char(&merk, '\n');
		figures_add_beleid(&merk, &t->f);
	}
	if (t->json) {
		char *text;

		json_out_end_list(&t->j);
		json_out_end_object(&t->j);
		text = json_out_detach(&t->j);
		say_text(text);
		free(text);
	} else {
		table_add_text(&t->text, &t->tabel, 0);
		say_text(str_text(&t->text));
		if (t->csv)
			say_note("%s", str_text(&merk));
		else
			say("\n%s\n", str_text(&merk));
	}
	str_release(&merk);
}

static void json_head(struct toon *t)
{
	struct str dag = STR_INIT;

	date_add_iso(&dag, steps_stand_dag(t->app, t->datum));
	json_out_object(&t->j, NULL);
	json_out_text(&t->j, "schema", "toon/1");
	json_out_text(&t->j, "gemeente", t->app->gemeente);
	json_out_text(&t->j, "stand_per", str_text(&dag));
	json_out_text(&t->j, "editie", editie_code((enum editie)t->editie));
	json_out_bool(&t->j, "fictief", t->app->fictief);
	json_out_text(&t->j, "definities", t->app->defs->hash);
	figures_json_beleid(&t->j, &t->f);
	json_out_list(&t->j, "rijen");
	str_release(&dag);
}

int cmd_toon(struct app *app, int argc, char **argv, struct err *err)
{
	struct toon t = {.app = app};
	const struct opt table[] = {
		OPT_CHOICE('n', "niveau", &t.niveau, "NIVEAU", niveaus, "gemeente, wijk, buurt of alle (standaard)"),
		OPT_PERIODE('p', "periode", &t.periode, "alleen deze periode (anders: de nieuwste)"),
		OPT_FLAG(0, "verloop", &t.verloop, "alle periodes onder elkaar"),
		OPT_DATE(0, "stand-per", &t.datum, "de cijfers zoals ze op die dag waren"),
		OPT_FLAG('j', "json", &t.json, "als JSON, voor andere programma's"),
		OPT_FLAG(0, "csv", &t.csv, "als CSV, voor een rekenblad"),
		OPT_CHOICE(0, "editie", &t.editie, "EDITIE", figures_editie, "intern (standaard) of openbaar"), OPT_END};
	int rc;

	if (opt_parse(app, table, &argc, &argv, err) < 0 || definities_open_op(app, STORE_READ, t.datum, err) < 0 ||
		store_begin_read(app->store, err) < 0)
		return -1;
	rc = figures_load(app, steps_stand(t.datum), NULL, (enum editie)t.editie, &t.f, err);
	if (rc == 0)
		rc = vergelijking_load(&t.elders, app->store, steps_stand(t.datum), err);
	if (rc == 0) {
		json_head(&t);
		t.samen = t.niveau == NIVEAU_GEMEENTE && !t.verloop && argc != 1;
		rc = collect(&t, argc, argv, err);
	}
	if (rc == 0)
		print(&t);
	store_rollback(app->store);
	figures_release(&t.f);
	vergelijking_release(&t.elders);
	str_release(&t.text);
	table_release(&t.tabel);
	str_release(&t.j.s);
	free(t.cel);
	return rc;
}
