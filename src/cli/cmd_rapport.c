/* ijkpunt rapport themablad L3 | bundel | evaluatie 2026: a report as a file that stands alone. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/proc.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/definities_op.h"
#include "cli/figures.h"
#include "cli/formaten.h"
#include "cli/near.h"
#include "cli/opt.h"
#include "cli/rij.h"
#include "cli/say.h"
#include "cli/steps.h"
#include "report/bundel.h"
#include "report/evaluatie.h"
#include "report/themablad.h"
#include "store/kaart_store.h"
#include "store/levering_store.h"

enum rapport_soort { RAPPORT_THEMABLAD, RAPPORT_BUNDEL, RAPPORT_EVALUATIE };
static const char *const soorten[] = {"themablad", "bundel", "evaluatie", NULL};

struct rapport {
	struct app *app;
	enum rapport_soort soort;
	const char *id; /* of a themablad */
	int jaar;	/* of an evaluation */
	struct periode periode;
	struct date datum;
	const char *uit;
	int editie, dialect; /* enum csv_dialect */
	const char *formaat;
	unsigned formaten;
	struct figures nu, vorige;
	bool heeft_vorige;
	struct levering_list leveringen;
	struct registers registers;
	struct kaart kaart;
	struct report_bron *bron;
};

/* "As it stood before the newest deliveries": the day before the last one on which anything was loaded. */
static struct stand vorige_stand(const struct levering_list *list, bool *found)
{
	const char *last = NULL;
	struct date day;
	struct err err = ERR_INIT;
	char *text;

	*found = false;
	for (size_t i = 0; i < list->count; i++) {
		if (!last || strncmp(list->item[i].geladen_op, last, 10) > 0)
			last = list->item[i].geladen_op;
	}
	for (size_t i = 0; last && i < list->count; i++)
		*found |= strncmp(list->item[i].geladen_op, last, 10) < 0;
	if (!*found)
		return steps_stand(DATE_NONE);
	text = mem_dup_n(last, 10);
	*found = date_parse_iso(text, &day, &err) == 0;
	err_release(&err);
	free(text);
	return steps_stand(*found ? date_add_days(day, -1) : DATE_NONE);
}

static void fill_bronnen(struct rapport *r, struct report_input *in)
{
	r->bron = mem_new(r->leveringen.count, sizeof *r->bron);
	for (size_t i = 0; i < r->leveringen.count; i++) {
		const struct levering *l = &r->leveringen.item[i];

		if (l->ingetrokken_op)
			continue;
		r->bron[in->bron_count++] = (struct report_bron){
			.nr = l->nr,
			.bestand = l->bestand,
			.bron = l->bron,
			.geladen_op = l->geladen_op,
			.voorlopig = l->status == LEVERING_VOORLOPIG,
		};
	}
	in->bron = r->bron;
}

/* All figures of one moment, so inside one read transaction. */
static int read_all(struct rapport *r, struct err *err)
{
	struct stand before;
	int rc;

	if (store_begin_read(r->app->store, err) < 0)
		return -1;
	rc = levering_store_list(r->app->store, steps_stand(r->datum), &r->leveringen, err);
	if (rc == 0)
		rc = registers_load(&r->registers, r->app->store, steps_stand(r->datum),
			steps_stand_dag(r->app, r->datum), err);
	if (rc == 0)
		rc = kaart_store_load(r->app->store, steps_stand(r->datum), &r->kaart, err);
	if (rc == 0)
		rc = figures_load(r->app, steps_stand(r->datum), NULL, (enum editie)r->editie, &r->nu, err);
	/* What stood before may hold what the rules hide now; for the public only what was published is earlier. */
	if (rc == 0 && r->editie == EDITIE_INTERN) {
		before = vorige_stand(&r->leveringen, &r->heeft_vorige);
		if (r->heeft_vorige)
			rc = figures_load(r->app, before, NULL, (enum editie)r->editie, &r->vorige, err);
	}
	store_rollback(r->app->store);
	return rc;
}

/* Without an ending: each format adds its own. */
static char *output_base(const struct rapport *r, const char *dir)
{
	struct str periode = STR_INIT;
	char *name, *path;

	periode_add_code(&periode, r->periode);
	for (char *p = periode.text; p && *p; p++) {
		if (*p == '/')
			*p = '-';
	}
	if (r->soort == RAPPORT_THEMABLAD)
		name = mem_printf("themablad-%s-%s-%s", r->id, str_text(&periode), figures_editie[r->editie]);
	else
		name = mem_printf("%s-%s-%s", soorten[r->soort], str_text(&periode), figures_editie[r->editie]);
	path = file_join(dir, name);
	str_release(&periode);
	free(name);
	return path;
}

static void say_made(const struct rapport *r, const char *basis)
{
	char *gnuplot = proc_find("gnuplot");
	char *object = mem_printf("%s%s%s", soorten[r->soort], r->id ? " " : "", r->id ? r->id : "");
	char *result = mem_printf("editie %s: %s.html", figures_editie[r->editie], file_base(basis));

	if (!gnuplot)
		say_warn("gnuplot is er niet, dus er staan tabellen in plaats van grafieken. Installeer het pakket "
			 "gnuplot-nox.");
	if (r->editie == EDITIE_INTERN)
		say_note("Dit rapport is intern: verspreid het niet.");
	app_log_now(r->app, "rapport", object, result);
	free(gnuplot);
	free(object);
	free(result);
}

/* What could not be made is an error, also when the page itself is there: then it is said and logged as made. */
static int write_files(struct rapport *r, const struct str *html, const struct opname *opname, struct err *err)
{
	char *dir = r->uit ? mem_dup(r->uit) : file_join(r->app->werkmap, "uitvoer");
	char *basis = output_base(r, dir);
	struct metadata metadata = {r->app, steps_stand_dag(r->app, r->datum), (enum editie)r->editie, &r->leveringen, &r->nu};
	struct formaten f = {.basis = basis, .html = html, .opname = opname, .metadata = &metadata,
		.werkmap = r->app->werkmap, .installed = r->app->installed, .formaten = r->formaten,
		.dialect = (enum csv_dialect)r->dialect};
	int rc = file_make_dir(dir, err);

	if (rc == 0) {
		rc = formaten_write(&f, err);
		if (rc == 0 || err->outcome)
			say_made(r, basis);
	}
	free(dir);
	free(basis);
	return rc;
}

static int write_report(const struct rapport *r, const struct report_input *in, struct str *html, struct err *err)
{
	switch (r->soort) {
	case RAPPORT_THEMABLAD:
		return themablad_write(html, in, r->id, err);
	case RAPPORT_BUNDEL:
		return bundel_write(html, in, err);
	case RAPPORT_EVALUATIE:
		return evaluatie_write(html, in, r->jaar, err);
	}
	return -1;
}

static int make(struct rapport *r, struct err *err)
{
	struct opname opname = {.titel = NULL};
	struct report_input in = {
		.werkmap = r->app->def_werkmap,
		.installed = r->app->def_installed,
		.periode = r->periode,
		.definities_hash = r->app->defs->hash,
		.fictief = r->app->fictief,
		.opname = &opname,
	};
	struct str html = STR_INIT, stand = STR_INIT;
	int rc = read_all(r, err);

	if (rc == 0) {
		date_add_iso(&stand, steps_stand_dag(r->app, r->datum));
		in.layer = r->nu.layer;
		in.vorige = r->heeft_vorige ? r->vorige.layer : NULL;
		in.stand_per = str_text(&stand);
		in.registers = &r->registers;
		in.kaart = r->kaart.count ? &r->kaart : NULL;
		fill_bronnen(r, &in);
		rc = write_report(r, &in, &html, err);
	}
	if (rc == 0)
		rc = write_files(r, &html, &opname, err);
	opname_release(&opname);
	str_release(&html);
	str_release(&stand);
	return rc;
}

static int check_year(struct rapport *r, const char *text, struct err *err)
{
	int64_t year;

	if (num_parse_int(text, &year, err) || year < 2000 || year > 2100) {
		err_set(err, ERR_USE, "rapport: '%s' is geen jaar.", text);
		return err_advise(err, "Typ bijvoorbeeld: ijkpunt rapport evaluatie 2026");
	}
	r->jaar = (int)year;
	r->periode = periode_jaar(r->jaar); /* all figures up to the end of the year */
	return 0;
}

/* What is asked: a kind of report, with its sheet or its year. */
static int check_kind(struct rapport *r, int argc, char **argv, struct err *err)
{
	const char *near;
	size_t i = 0;

	while (soorten[i] && strcmp(argv[0], soorten[i]) != 0)
		i++;
	if (!soorten[i]) {
		near = near_word(argv[0], soorten, ARRAY_LEN(soorten) - 1);
		err_set(err, ERR_USE, "rapport: een rapport '%s' is er niet.", argv[0]);
		return err_advise(err, "%s%s%sEr zijn: themablad, bundel en evaluatie.", near ? "Bedoelt u " : "",
			near ? near : "", near ? "? " : "");
	}
	r->soort = (enum rapport_soort)i;
	if (r->soort == RAPPORT_THEMABLAD && argc < 2) {
		err_set(err, ERR_USE, "rapport: welk themablad?");
		return err_advise(err, "Typ bijvoorbeeld: ijkpunt rapport themablad L3 --periode 2026-K2");
	}
	if (r->soort == RAPPORT_EVALUATIE && argc < 2) {
		err_set(err, ERR_USE, "rapport: welk jaar?");
		return err_advise(err, "Typ bijvoorbeeld: ijkpunt rapport evaluatie 2026");
	}
	if (argc > (r->soort == RAPPORT_BUNDEL ? 1 : 2))
		return err_set(err, ERR_USE, "rapport: '%s' hoort hier niet.", argv[argc - 1]);
	if (r->soort == RAPPORT_THEMABLAD)
		r->id = argv[1];
	return r->soort == RAPPORT_EVALUATIE ? check_year(r, argv[1], err) : 0;
}

int cmd_rapport(struct app *app, int argc, char **argv, struct err *err)
{
	struct rapport r = {.app = app, .editie = EDITIE_OPENBAAR, .formaat = "html"};
	const struct opt table[] = {
		OPT_PERIODE('p', "periode", &r.periode, "de periode van het rapport, bijvoorbeeld 2026-K2"),
		OPT_DATE(0, "stand-per", &r.datum, "met de gegevens, definities en normen van die dag"),
		OPT_CHOICE(0, "editie", &r.editie, "EDITIE", figures_editie, "openbaar (standaard) of intern"),
		OPT_TEXT(0, "formaat", &r.formaat, "LIJST",
			"naast html (standaard) ook: pdf, xlsx, csv, svg, png; met komma's ertussen"),
		OPT_CHOICE(0, "csv", &r.dialect, "DIALECT", rij_dialect, "excel (standaard) of internationaal"),
		OPT_TEXT('u', "uit", &r.uit, "MAP", "schrijf in deze map (anders: uitvoer/ in de werkmap)"), OPT_END};
	int rc;

	if (opt_parse(app, table, &argc, &argv, err) < 0 || check_kind(&r, argc, argv, err) < 0 ||
		formaten_parse(r.formaat, &r.formaten, err) < 0)
		return -1;
	if (r.periode.soort == PERIODE_GEEN) {
		err_set(err, ERR_USE, "rapport: over welke periode?");
		return err_advise(err, "Zet er --periode P achter, bijvoorbeeld --periode 2026-K2.");
	}
	if (definities_open_op(app, STORE_READ, r.datum, err) < 0)
		return -1;
	rc = make(&r, err);
	figures_release(&r.nu);
	figures_release(&r.vorige);
	levering_list_release(&r.leveringen);
	registers_release(&r.registers);
	kaart_release(&r.kaart);
	free(r.bron);
	return rc;
}
