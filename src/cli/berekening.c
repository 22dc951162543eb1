#include "cli/berekening.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cli/rij.h"
#include "indicator/explain.h"

struct boekhouding {
	struct str *out;
	enum csv_dialect dialect;
	bool intern, kop;
	/* Of the figure that is being written. */
	const struct cel *cel;
	struct str periode, x, n, leveringen;
};

/* Numbers inside a text, with the decimal sign of the file. */
static void add_decimal(struct str *s, const struct boekhouding *h, struct decimal value)
{
	struct csvuit c;

	csvuit_resume(&c, s, h->dialect);
	csvuit_decimal(&c, value);
}

static void add_exact(struct str *s, const struct boekhouding *h, double value)
{
	struct csvuit c;

	csvuit_resume(&c, s, h->dialect);
	csvuit_double(&c, value);
}

static void add_count(struct str *s, const struct boekhouding *h, const struct bereik *b)
{
	if (!b->bekend)
		return;
	add_decimal(s, h, (struct decimal){b->min, b->schaal});
	if (b->min == b->max)
		return;
	str_add(s, "..");
	add_decimal(s, h, (struct decimal){b->max, b->schaal});
}

static void begin(struct boekhouding *h, const struct cel *c)
{
	h->cel = c;
	str_clear(&h->periode);
	str_clear(&h->x);
	str_clear(&h->n);
	str_clear(&h->leveringen);
	if (!c)
		return;
	periode_add_code(&h->periode, c->periode);
	add_count(&h->x, h, &c->teller);
	add_count(&h->n, h, &c->noemer);
	for (size_t i = 0; h->intern && i < c->levering_count; i++)
		str_add_f(&h->leveringen, "%s%" PRId64, i ? " " : "", c->levering[i]);
}

/* One row. `waarde` may be a fraction or a range, so it is text. */
static void add(struct boekhouding *h, const char *term, const char *waarde, const char *eenheid, const char *tekst,
	const char *formule)
{
	const struct cel *c = h->cel;
	struct rij r = {.count = 0};

	rij_text(&r, "indicator", c ? c->indicator->id : NULL);
	if (c)
		rij_int(&r, "definitie_versie", c->indicator->versie);
	else
		rij_leeg(&r, "definitie_versie");
	rij_text(&r, "niveau", c ? c->gebied->niveau : NULL);
	rij_text(&r, "indeling", c ? c->gebied->indeling : NULL);
	rij_text(&r, "gebied", c ? c->gebied->code : NULL);
	rij_text(&r, "gebied_naam", c ? c->gebied->naam : NULL);
	rij_text(&r, "periode", h->periode.len ? str_text(&h->periode) : NULL);
	rij_text(&r, "term", term);
	rij_text(&r, "waarde", waarde);
	rij_text(&r, "eenheid", eenheid);
	rij_text(&r, "tekst", tekst);
	rij_text(&r, "formule", formule);
	if (c && c->norm)
		rij_decimal(&r, "norm", c->norm->waarde);
	else
		rij_leeg(&r, "norm");
	rij_text(&r, "norm_status", c && c->norm ? norm_status_code(c->norm->status) : NULL);
	rij_text(&r, "methode", c && c->heeft_interval ? c->methode : NULL);
	rij_text(&r, "x", h->x.len ? str_text(&h->x) : NULL);
	rij_text(&r, "n", h->n.len ? str_text(&h->n) : NULL);
	rij_text(&r, "betrouwbaarheid", c && c->heeft_interval ? "95%" : NULL);
	rij_text(&r, "leveringen", h->leveringen.len ? str_text(&h->leveringen) : NULL);
	if (!h->kop)
		rij_add_csv_head(h->out, &r, h->dialect);
	h->kop = true;
	rij_add_csv(h->out, &r, h->dialect);
}

/* For the public an exact value could say more than its rounded form when the counts behind it are not shown. */
static bool is_exact(const struct boekhouding *h, const struct cel *c)
{
	return h->intern || (c->teller.bekend && c->noemer.bekend);
}

static void add_double(struct boekhouding *h, const char *term, double value, const char *eenheid, const char *tekst)
{
	struct str s = STR_INIT;

	if (isfinite(value)) /* a change without a number is a word */
		add_exact(&s, h, value);
	add(h, term, s.len ? str_text(&s) : NULL, eenheid, tekst, NULL);
	str_release(&s);
}

/* A share as its fraction, in words: a spreadsheet makes a date of 7/11. What has no exact counts as what is known of
 * it. */
static void add_value(struct boekhouding *h, const struct cel *c)
{
	struct str s = STR_INIT;
	bool share = c->indicator->soort == SOORT_AANDEEL || c->indicator->soort == SOORT_PER_100 ||
		c->indicator->soort == SOORT_PER_1000;

	if (c->heeft_waarde && share && h->x.len && h->n.len && c->teller.min == c->teller.max && c->noemer.min == c->noemer.max) {
		str_add_f(&s, "%s van %s", str_text(&h->x), str_text(&h->n));
	} else if (c->heeft_waarde && is_exact(h, c)) {
		add_exact(&s, h, c->waarde_min);
		if (c->waarde_max > c->waarde_min) {
			str_add(&s, "..");
			add_exact(&s, h, c->waarde_max);
		}
	}
	add(h, "waarde", s.len ? str_text(&s) : c->heeft_waarde ? NULL : reden_code(c->reden), c->indicator->eenheid, c->waarde_tekst, NULL);
	str_release(&s);
}

static void add_judgement(struct boekhouding *h, const struct cel *c)
{
	struct bereik need = {c->heeft_tekort, c->tekort_min, c->tekort_max, 0};
	struct str s = STR_INIT;

	if (c->norm) {
		add_decimal(&s, h, c->norm->waarde);
		add(h, "norm", str_text(&s), c->norm->eenheid, c->norm_tekst, NULL);
		str_clear(&s);
	}
	if (c->feit != FEIT_GEEN)
		add(h, "feit", feit_code(c->feit), NULL, c->feit_tekst, NULL);
	if (c->zekerheid != ZEKERHEID_GEEN)
		add(h, "zekerheid", zekerheid_code(c->zekerheid, c->norm ? (int)c->norm->soort : NORM_MINIMUM), NULL,
			c->zekerheid_tekst, NULL);
	add_count(&s, h, &need);
	if (c->heeft_tekort)
		add(h, "tekort", str_text(&s), NULL, c->tekort_tekst, NULL);
	str_release(&s);
}

static void add_course(struct boekhouding *h, const struct cel *c)
{
	if (c->verandering_tekst && c->verandering != VERANDERING_GEEN)
		add_double(h, "verandering", c->verschil, c->indicator->eenheid, c->verandering_tekst);
	if (c->trend_tekst)
		add(h, "trend", NULL, NULL, c->trend_tekst, NULL);
	if (c->tempo_tekst)
		add(h, "tempo", NULL, NULL, c->tempo_tekst, NULL);
	if (c->delen > 0) {
		char *parts = mem_printf("%zu", c->delen), *missing = mem_printf("%zu", c->delen_ontbreken);

		add(h, "delen", parts, NULL, parts, NULL);
		add(h, "delen zonder cijfer", missing, NULL, missing, NULL);
		free(parts);
		free(missing);
	}
}

static void add_cell(struct boekhouding *h, const struct cel *c)
{
	begin(h, c);
	add_value(h, c);
	if (c->teller_tekst)
		add(h, "teller", str_text(&h->x), NULL, c->teller_tekst, NULL);
	if (c->gezegd.rest.bekend) { /* what words say of a hidden figure */
		char *range = mem_printf("%" PRId64 "..%" PRId64, c->noemer.min - c->gezegd.rest.max, c->noemer.min - c->gezegd.rest.min);

		add(h, "teller", range, NULL, c->status_tekst, NULL);
		free(range);
	}
	if (c->noemer_tekst)
		add(h, "noemer", str_text(&h->n), NULL, c->noemer_tekst, NULL);
	if (c->heeft_interval) {
		bool exact = is_exact(h, c);

		add_double(h, "ondergrens", exact ? c->ondergrens : NAN, c->indicator->eenheid, c->interval_tekst);
		add_double(h, "bovengrens", exact ? c->bovengrens : NAN, c->indicator->eenheid, c->interval_tekst);
	}
	if (c->geschat) {
		char *how = mem_printf(c->geschat_count ? "geschat uit de wijken van een eerdere indeling, met koppeling %s"
							: "geschat uit aantallen per code, met koppeling %s", c->geschat_met);

		add(h, "geschat", "ja", NULL, how, NULL);
		free(how);
	}
	add_judgement(h, c);
	add_course(h, c);
}

/* Terms that the page does not print. */
static void add_terms(struct boekhouding *h, const struct uitkomst *u)
{
	struct term_list terms = {0};

	explain_outcome(u, &terms);
	for (size_t i = 0; i < terms.count; i++)
		add(h, terms.item[i].naam, terms.item[i].waarde, terms.item[i].eenheid, NULL, terms.item[i].formule);
	term_list_release(&terms);
}

void berekening_write(struct str *out, const struct opname *o, const struct figures *f, enum csv_dialect dialect)
{
	struct boekhouding h = {.out = out, .dialect = dialect, .intern = f->layer->editie == EDITIE_INTERN};

	for (size_t i = 0; o->gezien && i < f->layer->count; i++) {
		const struct cel *c = &f->layer->cel[i];
		const struct uitkomst *u;

		if (!o->gezien[i])
			continue;
		add_cell(&h, c);
		u = h.intern ? uitkomst_find(&f->uitkomsten, c->indicator->id, c->gebied, c->periode) : NULL;
		if (u)
			add_terms(&h, u);
	}
	for (size_t i = 0; i < o->getal_count; i++) {
		begin(&h, o->getal[i].cel);
		add(&h, o->getal[i].term, o->getal[i].waarde, NULL, o->getal[i].tekst, NULL);
	}
	if (!h.kop) { /* a page without numbers still has its account of them: none */
		begin(&h, NULL);
		add(&h, "geen cijfers", NULL, NULL, NULL, NULL);
	}
	str_release(&h.periode);
	str_release(&h.x);
	str_release(&h.n);
	str_release(&h.leveringen);
}
