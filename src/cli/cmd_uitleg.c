/* ijkpunt uitleg INDICATOR GEBIED PERIODE: where a figure comes from, back to file and line. The officer's own
 * working screen: edition intern unless asked otherwise, and it says so. Edition openbaar tells which files are behind
 * a figure and not what stands in them: a line is a smaller group than the figure. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "cli/command.h"
#include "cli/definities_op.h"
#include "cli/figures.h"
#include "cli/herkomst.h"
#include "cli/opt.h"
#include "cli/say.h"
#include "cli/steps.h"
#include "cli/uitleg_eerder.h"
#include "cli/uitleg_toeval.h"
#include "cli/uitleg_zijde.h"
#include "store/levering_store.h"

__extension__ typedef __int128 wide;

struct uitleg {
	struct app *app;
	const struct indicator_def *def;
	const struct indicator_def *basis; /* whose teller and noemer are counted: def itself unless derived */
	const struct gebied *gebied;
	struct periode periode;
	struct date datum;
	int editie;
	struct figures f;
	const struct cel *cel, *basis_cel; /* basis_cel: of `basis`; NULL when that has none here */
	struct zijde zijde[ZIJDEN_MAX];
	size_t zijde_count;
	struct levering_list leveringen;
	struct str s;
};

/* ---- what it is -------------------------------------------------------------------------------- */

static void add_title(struct uitleg *u)
{
	const struct gebied *g = u->gebied;

	str_add_f(&u->s, "%s  %s, definitie %" PRId64 "\n", u->def->id, u->def->naam, u->def->versie);
	str_add_f(&u->s, "%s (%s %s", g->naam, g->niveau, g->code);
	if (*g->indeling)
		str_add_f(&u->s, ", indeling %s", g->indeling);
	str_add(&u->s, "), ");
	periode_add_name(&u->s, u->periode);
	str_add_char(&u->s, '\n');
	figures_add_merk(&u->s, u->app, (enum editie)u->editie, steps_stand_dag(u->app, u->datum));
	str_add_char(&u->s, '\n');
	figures_add_beleid(&u->s, &u->f);
	if (u->editie == EDITIE_OPENBAAR)
		str_add_char(&u->s, '\n');
}

static const char *why_no_interval(const struct cel *c)
{
	if (c->indicator->onzekerheid == ONZEKERHEID_GEEN && c->indicator->onzekerheid_reden)
		return c->indicator->onzekerheid_reden;
	return "bij dit soort cijfer is er geen, of de aantallen zijn niet exact";
}

/* Of which wijken an estimate is made, each with its own figure, and by which koppeling. */
static void add_estimate(struct uitleg *u, const struct cel *c)
{
	if (!c->geschat)
		return;
	str_add_f(&u->s, "  geschat: %s; de aantallen zijn verdeeld met koppeling %s\n",
		c->geschat_count ? "deze wijk bestond toen niet" : "niet elke code ligt in één wijk", c->geschat_met);
	for (size_t i = 0; i < c->geschat_count; i++) {
		const struct gebied *g = c->geschat_uit[i];
		const struct cel *from = layer_find(u->f.layer, c->indicator->id, g, c->periode);

		str_add_f(&u->s, "    een deel van %s (%s, indeling %s): ", g->naam, g->code, g->indeling);
		if (from && from->teller_tekst && from->noemer_tekst)
			str_add_f(&u->s, "%s van %s\n", from->teller_tekst, from->noemer_tekst);
		else
			str_add_f(&u->s, "%s\n", from ? from->waarde_tekst : "niet geleverd");
	}
	str_add(&u->s, "    een schatting krijgt geen oordeel en wordt niet met andere cijfers vergeleken\n");
}

/* How many parts are missing, and those wijken that have no figure by name. */
static void add_missing(struct uitleg *u, const struct cel *c)
{
	const char *between = " (";

	str_add_f(&u->s, "  onvolledig: van %zu van de %zu delen ontbreekt de levering", c->delen_ontbreken, c->delen);
	for (size_t i = 0; i < u->f.layer->count; i++) {
		const struct cel *part = &u->f.layer->cel[i];

		if (part->indicator != c->indicator || part->gebied == c->gebied || part->status != STATUS_NIET_GELEVERD ||
			!periode_equal(part->periode, c->periode))
			continue;
		str_add_f(&u->s, "%s%s", between, part->gebied->naam);
		between = ", ";
	}
	str_add(&u->s, *between == ',' ? ")\n" : "\n");
}

/* Why there is no number, in words; what the word for it alone does not say. */
static void add_reason(struct uitleg *u, const struct cel *c)
{
	static const char *const why[] = {
		[REDEN_GEEN] = NULL,
		[REDEN_AFGESCHERMD] = "volgens de privacyregels hierboven",
		[REDEN_AFGESCHERMD_BRON] = "de leverancier heeft dit aantal weggelaten om kinderen te beschermen",
		[REDEN_TE_KLEIN_VOOR_PROCENT] = "het zijn te weinig kinderen voor een percentage",
		[REDEN_NIET_GELEVERD] = "niemand heeft hier iets over geleverd; dat is niet hetzelfde als nul",
		[REDEN_NVT] = "volgens de leverancier is dit hier niet van toepassing",
		[REDEN_ONBEKEND] = "de leverancier weet dit aantal niet; dat is niet hetzelfde als nul",
		[REDEN_GEEN_DOELGROEP] = "er is niemand om een deel van te nemen: de noemer is 0",
		[REDEN_FOUT] = "de teller is groter dan de noemer, of er is meer dan één waarde waar er één hoort; "
			       "zie Herkomst en vraag de leverancier wat goed is",
		[REDEN_ONVOLLEDIG] = "een som zonder de delen die ontbreken, is geen cijfer van het geheel",
	};

	if (why[c->reden])
		str_add_f(&u->s, "  geen getal: %s\n", why[c->reden]);
}

static void add_figure(struct uitleg *u)
{
	const struct cel *c = u->cel;

	str_add_f(&u->s, "\nUitkomst: %s\n", c->waarde_tekst);
	uitleg_add_formule(&u->s, u->f.layer, c);
	for (size_t i = 0; !c->geschat_count && i < u->zijde_count; i++)
		uitleg_add_zijde(&u->s, &u->zijde[i], c);
	if (c->interval_tekst)
		str_add_f(&u->s, "  %s-interval: %s (%s)\n", c->indicator->niveau_zekerheid > 0.99 ? "99,8%" : "95%",
			c->interval_tekst, c->methode);
	else if (c->heeft_waarde && !c->geschat)
		str_add_f(&u->s, "  geen interval: %s\n", why_no_interval(c));
	add_estimate(u, c);
	if (c->onvolledig)
		add_missing(u, c);
	if (c->voorlopig)
		str_add(&u->s, "  voorlopig: de leverancier kan dit cijfer nog veranderen\n");
	add_reason(u, c);
}

/* ---- the norm ---------------------------------------------------------------------------------- */

/* How many are needed to meet a minimum: the least x with x / n >= norm, in whole numbers. */
static void add_needed(struct uitleg *u, const struct cel *c)
{
	struct fraction f;
	int64_t needed;

	if (c->feit == FEIT_GEEN || c->norm->soort != NORM_MINIMUM || c->indicator->soort != SOORT_AANDEEL || !c->noemer.bekend ||
		c->noemer.min != c->noemer.max || c->noemer.schaal != 0 || !c->teller_tekst)
		return;
	f = norm_fraction(c->norm->waarde, c->norm->eenheid);
	needed = (int64_t)(((wide)c->noemer.min * f.num + f.den - 1) / f.den);
	str_add(&u->s, "  nodig: ");
	num_add_int(&u->s, needed);
	str_add(&u->s, " van ");
	num_add_int(&u->s, c->noemer.min);
	str_add_f(&u->s, "; geteld: %s\n", c->teller_tekst);
}

static void add_origin(struct uitleg *u, const struct norm_def *n)
{
	str_add(&u->s, "  geldig vanaf ");
	date_add_dutch(&u->s, n->vanaf);
	if (date_is_set(n->tot)) {
		str_add(&u->s, " tot en met ");
		date_add_dutch(&u->s, n->tot);
	}
	str_add_f(&u->s, ", voor niveau %s\n", n->niveau);
	if (n->document)
		str_add_f(&u->s, "  bron: %s%s%s\n", n->document, n->plaats ? ", " : "", n->plaats ? n->plaats : "");
	if (n->citaat)
		str_add_f(&u->s, "  \"%s\"\n", n->citaat);
	if (n->door)
		str_add_f(&u->s, "  door: %s\n", n->door);
}

static void add_judgement(struct uitleg *u)
{
	/* What is missing to a norm is judged by the norm of what it is missing in. */
	bool of_basis = u->def->bewerking == BEWERKING_TEKORT && u->basis_cel;
	const struct cel *c = of_basis ? u->basis_cel : u->cel;

	str_add_f(&u->s, "\nNorm%s%s: %s\n", of_basis ? " van " : "", of_basis ? u->basis->id : "", c->norm_tekst);
	if (!c->norm)
		return;
	add_origin(u, c->norm);
	add_needed(u, c);
	if (c->feit != FEIT_GEEN)
		str_add_f(&u->s, "  feit: %s\n", c->feit_tekst);
	if (c->zekerheid != ZEKERHEID_GEEN)
		str_add_f(&u->s, "  zekerheid: %s\n", c->zekerheid_tekst);
	if (c->tekort_tekst)
		str_add_f(&u->s, "  tot de norm: %s\n", c->tekort_tekst);
	str_add_f(&u->s, "  oordeel: %s\n", c->status_tekst);
}

/* ---- where it comes from ----------------------------------------------------------------------- */

static const struct levering *find_levering(const struct uitleg *u, int64_t nr)
{
	for (size_t i = 0; i < u->leveringen.count; i++) {
		if (u->leveringen.item[i].nr == nr)
			return &u->leveringen.item[i];
	}
	return NULL;
}

static void add_levering(struct uitleg *u, int64_t nr)
{
	const struct levering *l = find_levering(u, nr);

	if (!l) {
		str_add_f(&u->s, "  levering %" PRId64 "\n", nr);
		return;
	}
	str_add_f(&u->s, "  levering %" PRId64 ": %s, geladen op %.10s, %s\n", nr, l->bestand, l->geladen_op,
		l->status == LEVERING_VOORLOPIG ? "voorlopig" : "definitief");
}

static void add_regel(struct uitleg *u, const struct herkomst_regel *r)
{
	if (r->regel > 0)
		str_add_f(&u->s, "    regel %" PRId64 ": ", r->regel);
	else
		str_add(&u->s, "    opgeteld over regels: ");
	str_add_f(&u->s, "%s, %s", r->code ? r->code : r->gebied->naam, r->maat);
	if (r->totaalrij)
		str_add(&u->s, " (totaalrij van de leverancier)");
	else if (*r->kenmerk)
		str_add_f(&u->s, " (%s)", r->kenmerk);
	str_add(&u->s, " = ");
	herkomst_add_value(&u->s, r);
	if (r->deel < r->geheel) {
		str_add(&u->s, ", waarvan hier ");
		num_add_int(&u->s, r->deel);
		str_add(&u->s, " van de ");
		num_add_int(&u->s, r->geheel);
		str_add(&u->s, " delen");
	}
	str_add_char(&u->s, '\n');
}

static bool has_levering(const struct herkomst_list *h, int64_t nr)
{
	for (size_t i = 0; i < h->count; i++)
		if (h->item[i].levering == nr)
			return true;
	return false;
}

static int add_sources(struct uitleg *u, struct err *err)
{
	struct herkomst_list h = {0};
	struct stand stand = steps_stand(u->datum);
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < u->zijde_count; i++)
		rc = herkomst_collect(u->app, u->zijde[i].telling, u->zijde[i].groep, u->zijde[i].groep_count,
			u->gebied, u->zijde[i].periode, stand, &h, err);
	herkomst_sort(&h);
	str_add(&u->s, "\nHerkomst\n");
	for (size_t i = 0; i < h.count; i++) {
		if (i == 0 || h.item[i].levering != h.item[i - 1].levering)
			add_levering(u, h.item[i].levering);
		if (u->editie == EDITIE_INTERN)
			add_regel(u, &h.item[i]);
	}
	if (u->cel->geschat || periode_is_samen(u->cel->periode) || (h.count && h.item[0].code)) {
		for (size_t i = 0; i < u->cel->levering_count; i++)
			if (!has_levering(&h, u->cel->levering[i]))
				add_levering(u, u->cel->levering[i]);
	} else if (!h.count && u->cel->heeft_waarde) {
		str_add(&u->s, "  in deze leveringen staat geen rij die meetelt; dat is 0:\n");
		for (size_t i = 0; i < u->cel->levering_count; i++)
			add_levering(u, u->cel->levering[i]);
	} else if (!h.count) {
		str_add(&u->s, "  er is niets geleverd voor dit gebied en deze periode\n");
	}
	herkomst_release(&h);
	return rc;
}

/* ---- how it was before ------------------------------------------------------------------------- */

static int add_history(struct uitleg *u, struct err *err)
{
	struct uitleg_vraag vraag = {u->def, u->basis, u->gebied, u->periode, u->datum, u->zijde, u->zijde_count,
		&u->leveringen};

	return uitleg_add_eerder(&u->s, u->app, &vraag, err);
}

static void add_meaning(struct uitleg *u)
{
	str_add_f(&u->s, "\nDefinitie\n  %s\n", u->def->omschrijving);
	if (u->def->heeft_voorganger) {
		str_add(&u->s, "  ");
		figures_add_definitie(&u->s, u->def);
		str_add_char(&u->s, '\n');
	}
	if (u->def->wat_zegt_het)
		str_add_f(&u->s, "  zegt wel: %s\n", u->def->wat_zegt_het);
	if (u->def->wat_zegt_het_niet)
		str_add_f(&u->s, "  zegt niet: %s\n", u->def->wat_zegt_het_niet);
	if (u->def->bronvermelding)
		str_add_f(&u->s, "  bron: %s\n", u->def->bronvermelding);
	str_add_f(&u->s, "  kenmerk van de definitie: %.12s\n", u->def->hash);
}

/* ---- the command ------------------------------------------------------------------------------- */

static int find_cel(struct uitleg *u, struct err *err)
{
	struct str why = STR_INIT;

	u->basis = uitleg_basis(u->app->defs, u->def);
	u->cel = layer_find(u->f.layer, u->def->id, u->gebied, u->periode);
	u->basis_cel = layer_find(u->f.layer, u->basis->id, u->gebied, u->periode);
	if (u->cel) {
		u->zijde_count = uitleg_zijden(u->f.layer, u->cel, u->zijde);
		return 0;
	}
	figures_add_waarom_niet(&why, u->app, u->def, u->periode);
	err_set(err, ERR_USE, "%s is voor %s niet berekend: %s.", u->def->id, u->gebied->naam, str_text(&why));
	str_clear(&why);
	figures_add_definitie(&why, u->def);
	err_advise(err, "%s%sTyp 'ijkpunt toon %s --verloop' voor de periodes die er zijn.", str_text(&why),
		why.len ? " " : "", u->def->id);
	str_release(&why);
	return -1;
}

static int explain(struct uitleg *u, struct err *err)
{
	if (figures_load(u->app, steps_stand(u->datum), NULL, (enum editie)u->editie, &u->f, err) < 0 ||
		levering_store_list(u->app->store, steps_stand(u->datum), &u->leveringen, err) < 0 ||
		find_cel(u, err) < 0)
		return -1;
	add_title(u);
	add_figure(u);
	add_judgement(u);
	uitleg_add_verloop(&u->s, u->cel);
	uitleg_add_verschil(&u->s, u->f.layer, u->cel);
	if (add_sources(u, err) < 0 || (u->editie == EDITIE_INTERN && add_history(u, err) < 0))
		return -1;
	add_meaning(u);
	say_text(str_text(&u->s));
	return 0;
}

/* The area of the period, or of the division that was asked for: a code is used again in a later one. */
static int find_area(struct uitleg *u, const char *typed, const char *indeling, struct err *err)
{
	struct date op = u->periode.eind;

	if (indeling) {
		const struct gebied_list *all = &u->app->gebieden;
		bool found = false;

		for (size_t i = 0; i < all->count && !found; i++) {
			found = all->item[i].eigen && strcmp(all->item[i].indeling, indeling) == 0;
			op = found ? all->item[i].vanaf : op;
		}
		if (!found) {
			err_set(err, ERR_USE, "De indeling '%s' bestaat niet.", indeling);
			return err_advise(err, "Geef het jaar van een indeling in wijken, bijvoorbeeld 2025.");
		}
	}
	return figures_gebied(u->app, typed, op, &u->gebied, err);
}

int cmd_uitleg(struct app *app, int argc, char **argv, struct err *err)
{
	struct uitleg u = {.app = app};
	const char *indeling = NULL;
	const struct opt table[] = {
		OPT_TEXT(0, "indeling", &indeling, "JAAR", "de wijk van deze indeling (anders: de indeling van de periode)"),
		OPT_DATE(0, "stand-per", &u.datum, "het cijfer zoals het op die dag was"),
		OPT_CHOICE(0, "editie", &u.editie, "EDITIE", figures_editie, "intern (standaard) of openbaar"), OPT_END};
	int rc;

	if (opt_parse(app, table, &argc, &argv, err) < 0)
		return -1;
	if (periode_parse(argv[2], &u.periode, err) < 0) {
		err_set(err, ERR_USE, "'%s' is geen periode.", argv[2]);
		return err_advise(err, "Schrijf bijvoorbeeld 2026-K2, 2025/2026, 2026 of 2026-06-30.");
	}
	if (definities_open_op(app, STORE_READ, u.datum, err) < 0 || figures_indicator(app, argv[0], &u.def, err) < 0 ||
		find_area(&u, argv[1], indeling, err) < 0 ||
		store_begin_read(app->store, err) < 0)
		return -1;
	rc = explain(&u, err);
	store_rollback(app->store);
	figures_release(&u.f);
	levering_list_release(&u.leveringen);
	str_release(&u.s);
	return rc;
}
