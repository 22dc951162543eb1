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
#include "cli/publiceer.h"
#include "cli/rij.h"
#include "cli/say.h"
#include "cli/steps.h"
#include "def/import_load.h"
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
	bool publiceer;
	struct publicatie_vorige al; /* the last publication under this name; nr 0: none */
	bool opnieuw;		     /* it is that one again */
	struct figures nu, vorige;
	const struct layer *eerder; /* what a reader can compare with; NULL: nothing */
	struct levering_list leveringen;
	struct registers registers;
	struct vergelijking elders;
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
			.vervangt = l->vervangt > 0,
		};
	}
	in->bron = r->bron;
}

/* All figures of one moment, so inside one read transaction. `reg`: which publications count for edition openbaar. */
static int read_figures(struct rapport *r, struct figures_register reg, struct err *err)
{
	struct stand before;
	int rc;

	if (r->editie == EDITIE_OPENBAAR) {
		rc = figures_load_openbaar(r->app, steps_stand(r->datum), reg, &r->nu, err);
		/* What stood before may hold what the rules hide now; for the public only what was published is earlier. */
		r->eerder = r->nu.gepubliceerd;
		return rc;
	}
	rc = figures_load(r->app, steps_stand(r->datum), NULL, EDITIE_INTERN, &r->nu, err);
	if (rc == 0) {
		bool found;

		before = vorige_stand(&r->leveringen, &found);
		if (found)
			rc = figures_load(r->app, before, NULL, EDITIE_INTERN, &r->vorige, err);
		r->eerder = r->vorige.layer;
	}
	return rc;
}

static int load_profile(const struct rapport *r, const char *name, struct import_def **out, struct err *err)
{
	char *path = definities_path(r->app->def_werkmap, r->app->def_installed, "imports", name);
	char *label = mem_printf("imports/%s", name);
	int rc = path ? import_def_load(out, path, label, err) : 0;

	free(path);
	free(label);
	return rc;
}

/* The registers have the codes of their files; a reader gets names. */
static int name_gremia(struct rapport *r, struct err *err)
{
	struct import_def *overleggen = NULL, *besluiten = NULL;
	int rc = load_profile(r, "overleggen.json", &overleggen, err);

	if (rc == 0)
		rc = load_profile(r, "besluiten.json", &besluiten, err);
	if (rc == 0)
		registers_noem_gremia(&r->registers, &r->app->defs->gemeente, overleggen, besluiten);
	import_def_free(overleggen);
	import_def_free(besluiten);
	return rc;
}

static int read_all(struct rapport *r, const char *bestand, struct err *err)
{
	int rc;

	if (store_begin_read(r->app->store, err) < 0)
		return -1;
	rc = levering_store_list(r->app->store, steps_stand(r->datum), &r->leveringen, err);
	if (rc == 0)
		rc = vergelijking_load(&r->elders, r->app->store, steps_stand(r->datum), err);
	if (rc == 0)
		rc = registers_load(&r->registers, r->app->store, steps_stand(r->datum),
			steps_stand_dag(r->app, r->datum), err);
	if (rc == 0)
		rc = name_gremia(r, err);
	if (rc == 0)
		rc = kaart_store_load(r->app->store, steps_stand(r->datum), &r->kaart, err);
	if (rc == 0)
		rc = publicatie_store_find(r->app->store, bestand, r->publiceer ? DATE_NONE : r->datum, &r->al, err);
	if (rc == 0)
		rc = read_figures(r, (struct figures_register){r->publiceer ? DATE_NONE : r->datum, r->al.nr}, err);
	store_rollback(r->app->store);
	return rc;
}

/* The figures again, now with the last publication of this report among what is known. */
static int read_again(struct rapport *r, struct err *err)
{
	int rc;

	figures_release(&r->nu);
	if (store_begin_read(r->app->store, err) < 0)
		return -1;
	rc = read_figures(r, (struct figures_register){r->publiceer ? DATE_NONE : r->datum, 0}, err);
	store_rollback(r->app->store);
	return rc;
}

/* Without an ending: each format adds its own. */
static char *output_name(const struct rapport *r)
{
	struct str periode = STR_INIT;
	char *name;

	periode_add_code(&periode, r->periode);
	for (char *p = periode.text; p && *p; p++) {
		if (*p == '/')
			*p = '-';
	}
	if (r->soort == RAPPORT_THEMABLAD)
		name = mem_printf("themablad-%s-%s-%s", r->id, str_text(&periode), figures_editie[r->editie]);
	else
		name = mem_printf("%s-%s-%s", soorten[r->soort], str_text(&periode), figures_editie[r->editie]);
	str_release(&periode);
	return name;
}

static char *object_of(const struct rapport *r)
{
	return mem_printf("%s%s%s", soorten[r->soort], r->id ? " " : "", r->id ? r->id : "");
}

enum { MENS_WOORDEN = 90 }; /* of people, for which a themablad of two A4 has room */

/* A text of people is never cut off; who makes the report hears that it may take a third sheet. */
static void say_length(const struct rapport *r, const struct opname *o)
{
	struct str periode = STR_INIT;

	if (r->soort != RAPPORT_THEMABLAD || o->mens_woorden <= MENS_WOORDEN)
		return;
	periode_add_code(&periode, r->periode);
	say_warn("reports/tekst: bij themablad %s (%s) staan %zu woorden; op twee A4 is plaats voor ongeveer %d. Maak de tekst "
		 "korter, of reken op een derde bladzijde. Het rapport is wel gemaakt.",
		r->id, str_text(&periode), o->mens_woorden, MENS_WOORDEN);
	str_release(&periode);
}

static void say_made(const struct rapport *r)
{
	char *gnuplot = proc_find("gnuplot"), *object = object_of(r);

	if (!gnuplot)
		say_warn("gnuplot is er niet, dus er staan tabellen in plaats van grafieken. Installeer het pakket "
			 "gnuplot-nox.");
	if (r->editie == EDITIE_INTERN)
		say_note("Dit rapport is intern: verspreid het niet.");
	else if (r->publiceer)
		say_note(r->opnieuw ? "Dit rapport was al gepubliceerd; er is niets bijgeschreven." :
				      "Vastgelegd als gepubliceerd: latere rapporten houden er rekening mee.");
	figures_log_onveilig(r->app, &r->nu, "rapport", object);
	free(gnuplot);
	free(object);
}

/* What is to be written, and the words for the log. */
struct uitvoer {
	struct rapport *r;
	const struct report_input *in;
	struct formaten *formaten;
};

/* What could not be made is an error, also when the page itself is there: err->outcome says so, and then it is said,
 * logged and published as made. */
static int write_formaten(void *arg, struct err *err)
{
	return formaten_write(((struct uitvoer *)arg)->formaten, err);
}

static int write_and_log(struct uitvoer *u, struct err *err)
{
	char *object = object_of(u->r);
	char *result = mem_printf("editie %s: %s.html", figures_editie[u->r->editie], file_base(u->formaten->basis));
	int rc = write_formaten(u, err);

	if (rc == 0 || err->outcome)
		app_log_now(u->r->app, "rapport", object, result);
	free(object);
	free(result);
	return rc;
}

/* What cannot be shown safely may be left out of a report that someone looks at, but not go into the register. */
static int refuse_unsafe(const struct rapport *r, struct err *err)
{
	if (r->nu.verslag.onveilig == 0)
		return 0;
	err_set(err, ERR_DATA,
		"rapport: dit is niet gepubliceerd. Naast wat al eerder is gepubliceerd, of door de cijfers zelf, blijft "
		"er een klein aantal uit te halen.");
	return err_advise(err, "Welke cijfers dat zijn, staat in het logboek. Maak het rapport zonder --publiceer: dan zijn "
			       "zij afgeschermd. Of voeg kleine wijken samen.");
}

static int publish(struct uitvoer *u, struct err *err)
{
	struct rapport *r = u->r;
	char *bestand = mem_printf("%s.html", file_base(u->formaten->basis)), *object = object_of(r);
	struct publicatie_opdracht wat = {.bestand = bestand, .stand_per = steps_stand_dag(r->app, r->datum),
		.html = u->formaten->html, .object = object, .schrijf = write_formaten, .arg = u};
	const char **ids = NULL;
	int rc = refuse_unsafe(r, err);

	if (rc == 0 && r->soort == RAPPORT_THEMABLAD)
		rc = themablad_indicatoren(u->in, r->id, &ids, &wat.indicator_count, err);
	wat.indicator = ids;
	if (rc == 0)
		rc = publiceer(r->app, &wat, r->nu.layer, err);
	free(ids);
	free(object);
	free(bestand);
	return rc;
}

static int write_files(struct rapport *r, const struct report_input *in, const char *name, const struct str *html,
	struct err *err)
{
	char *dir = r->uit ? mem_dup(r->uit) : file_join(r->app->werkmap, "uitvoer"), *basis = file_join(dir, name);
	struct metadata metadata = {r->app, steps_stand_dag(r->app, r->datum), (enum editie)r->editie, &r->leveringen, &r->nu};
	struct formaten f = {.basis = basis, .html = html, .opname = in->opname, .metadata = &metadata,
		.werkmap = r->app->werkmap, .installed = r->app->installed, .formaten = r->formaten,
		.dialect = (enum csv_dialect)r->dialect};
	struct uitvoer u = {r, in, &f};
	int rc = file_make_dir(dir, err);

	if (rc == 0) {
		rc = r->publiceer && !r->opnieuw ? publish(&u, err) : write_and_log(&u, err);
		if (rc == 0 || err->outcome) {
			say_made(r);
			say_length(r, in->opname);
		}
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

/* Where it was not safe belongs in the log, also when nothing was made. */
static void log_refusal(const struct rapport *r)
{
	char *object = object_of(r);

	figures_log_onveilig(r->app, &r->nu, "rapport", object);
	free(object);
}

/* The page of the figures that were read. */
static int make_html(struct rapport *r, struct report_input *in, struct str *html, struct err *err)
{
	in->layer = r->nu.layer;
	in->vorige = r->eerder;
	str_clear(html);
	opname_release(in->opname);
	return write_report(r, in, html, err);
}

/* Is this, to the byte, what was published last under this name? */
static bool is_same(const struct rapport *r, const struct str *html)
{
	struct file_hash hash;

	file_hash_bytes(str_text(html), html->len, &hash);
	return strcmp(hash.hex, r->al.sha256) == 0;
}

/* A report that was published before is first made as it was then: known was what had gone out earlier. When that gives
 * the same bytes it is that report. Otherwise something changed, and what it gave away is known too. */
static int make_page(struct rapport *r, struct report_input *in, const char *name, struct str *html, struct err *err)
{
	char *bestand = mem_printf("%s.html", name);
	int rc = read_all(r, bestand, err);

	if (rc == 0) {
		fill_bronnen(r, in);
		in->registers = &r->registers;
		in->elders = &r->elders;
		in->kaart = r->kaart.count ? &r->kaart : NULL;
		rc = make_html(r, in, html, err);
	}
	if (rc == 0 && r->al.nr > 0) {
		r->opnieuw = is_same(r, html);
		if (!r->opnieuw)
			rc = read_again(r, err) < 0 ? -1 : make_html(r, in, html, err);
	}
	free(bestand);
	return rc;
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
	char *name = output_name(r);
	int rc;

	date_add_iso(&stand, steps_stand_dag(r->app, r->datum));
	in.stand_per = str_text(&stand);
	rc = make_page(r, &in, name, &html, err);
	if (rc == 0)
		rc = write_files(r, &in, name, &html, err);
	if (rc < 0)
		log_refusal(r);
	opname_release(&opname);
	str_release(&html);
	str_release(&stand);
	free(name);
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
		OPT_FLAG(0, "publiceer", &r.publiceer, "leg vast dat dit naar buiten gaat (editie openbaar)"),
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
	if (r.publiceer && r.editie == EDITIE_INTERN) {
		err_set(err, ERR_USE, "rapport: de editie intern wordt niet gepubliceerd.");
		return err_advise(err, "Laat --editie intern weg, of laat --publiceer weg.");
	}
	if (definities_open_op(app, STORE_READ, r.datum, err) < 0)
		return -1;
	rc = make(&r, err);
	figures_release(&r.nu);
	figures_release(&r.vorige);
	levering_list_release(&r.leveringen);
	registers_release(&r.registers);
	vergelijking_release(&r.elders);
	kaart_release(&r.kaart);
	free(r.bron);
	return rc;
}
