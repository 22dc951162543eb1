#include "publish/gezien.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "def/lokaal.h"
#include "publish/gezegd.h"
#include "publish/openbaar.h"

/* ---- what a cell shows -------------------------------------------------------------------------------- */

static bool is_wide(struct bereik b)
{
	return b.bekend && b.min < b.max;
}

/* Anything that is made of teller and noemer together. */
static bool shows_all(const struct cel *c)
{
	return c->heeft_waarde || c->heeft_interval || c->heeft_tekort || c->interval_tekst || c->tekort_tekst ||
		c->verandering != VERANDERING_GEEN || c->tempo.woord != TEMPO_WOORD_GEEN || c->feit != FEIT_GEEN ||
		c->zekerheid != ZEKERHEID_GEEN;
}

/* More than of how many it is. */
static bool shows_more(const struct cel *c)
{
	return shows_all(c) || c->teller.bekend || c->teller_tekst || c->gezegd.teller.bekend || c->gezegd.rest.bekend;
}

static bool shows_any(const struct cel *c)
{
	return shows_more(c) || c->noemer.bekend || c->noemer_tekst;
}

/* ---- noting it ------------------------------------------------------------------------------------------ */

static void note_fault(struct gezien *z, const struct uitkomst *u)
{
	str_add_f(&z->fout, "%s%s %s ", z->fout.len ? "; " : "", u->indicator->id, u->gebied->naam);
	periode_add_code(&z->fout, u->periode);
}

static bool is_source_range(const struct gezien *z, size_t q)
{
	return z->g->item[q].min < z->g->item[q].max;
}

static void see(struct gezien *z, size_t q)
{
	if (q == GROOTHEID_GEEN)
		return;
	if (is_source_range(z, q))
		z->bereik[q] = true;
	else
		z->aantal[q] = true;
}

static void see_both(struct gezien *z, const struct uitkomst_tellers *t)
{
	see(z, t->x);
	see(z, t->n);
	see(z, t->x2);
	see(z, t->n2);
}

static void say(struct gezien *z, size_t x, size_t n, int64_t min, int64_t max)
{
	z->uitspraak = mem_grow(z->uitspraak, &z->uitspraak_cap, z->uitspraak_count + 1, sizeof(*z->uitspraak));
	z->uitspraak[z->uitspraak_count++] = (struct uitspraak){x, n, min, max};
}

/* One side of a figure. A range of the source is all its readers may know; a narrower one says more. */
static void look_side(struct gezien *z, const struct uitkomst *u, size_t q, struct bereik shown, const char *text, bool all)
{
	if (q == GROOTHEID_GEEN || (!all && !shown.bekend && !text))
		return;
	if (is_source_range(z, q) && shown.bekend && (shown.min > z->g->item[q].min || shown.max < z->g->item[q].max))
		note_fault(z, u);
	if (!is_source_range(z, q) && !all && is_wide(shown))
		say(z, q, GROOTHEID_GEEN, shown.min, shown.max);
	else
		see(z, q);
}

/* ---- words ------------------------------------------------------------------------------------------------ */

static bool is_exact(const struct gezien *z, size_t q)
{
	return q != GROOTHEID_GEEN && !is_source_range(z, q);
}

/* The most children that may be on the wrong side when the norm is met: of a minimum those not reached, of a maximum
 * those who are counted. -1: a norm that says nothing of one side. */
static int64_t most_within(const struct norm_def *norm, int64_t n)
{
	struct fraction f = norm_fraction(norm->waarde, norm->eenheid);

	if (norm->soort == NORM_BAND || f.den <= 0 || f.num < 0 || f.num > f.den)
		return -1;
	return norm->soort == NORM_MINIMUM ? n * (f.den - f.num) / f.den : n * f.num / f.den;
}

/* The words say that the norm is met too. */
static void look_words(struct gezien *z, const struct uitkomst *u, const struct cel *c, const struct uitkomst_tellers *t)
{
	struct bereik x = c->gezegd.teller, rest = c->gezegd.rest;
	int64_t most = c->norm && is_exact(z, t->n) ? most_within(c->norm, z->g->item[t->n].waarde) : -1;

	if (!x.bekend && !rest.bekend)
		return;
	if (!is_exact(z, t->x) || (rest.bekend && !is_exact(z, t->n))) {
		note_fault(z, u);
		return;
	}
	if (rest.bekend)
		say(z, t->x, t->n, rest.min, most >= 0 && c->norm->soort == NORM_MINIMUM && most < rest.max ? most : rest.max);
	if (x.bekend)
		say(z, t->x, GROOTHEID_GEEN, x.min,
			most >= 0 && c->norm->soort == NORM_MAXIMUM && most < x.max ? most : x.max);
}

/* Where the words could have been said and were not, there are k or more: a reader who knows them from another figure of
 * the same puzzle sees that. Only where it is true: of what stayed silent for another reason he learns nothing, nor of a
 * puzzle in which nothing is said. */
static void look_silence(struct gezien *z, const struct cel *c, const struct uitkomst_tellers *t)
{
	const struct grootheid *x, *n;

	if (!c->norm || !is_exact(z, t->x) || !is_exact(z, t->n) || z->aantal[t->x] || !z->aantal[t->n] ||
		c->gezegd.teller.bekend || c->gezegd.rest.bekend)
		return;
	x = &z->g->item[t->x];
	n = &z->g->item[t->n];
	if (c->reden == REDEN_AFGESCHERMD && !c->geschat && !c->onvolledig && n->waarde - x->waarde >= x->k &&
		gezegd_kan(&z->layer->defs->privacy, c->indicator, c->norm, n->waarde, x->k))
		say(z, t->x, t->n, x->k, n->waarde);
}

/* ---- figures ---------------------------------------------------------------------------------------------- */

/* The counts of which a derived figure is made. */
static void look_derived(struct gezien *z, const struct uitkomst_list *all, const struct uitkomst *u)
{
	const struct uitkomst *of;

	if (u->indicator->bewerking == BEWERKING_VERSCHIL) {
		see_both(z, &z->g->van[u - all->item]);
		return;
	}
	of = uitkomst_find(all, u->indicator->afgeleid_van, u->gebied, u->periode);
	if (of)
		see_both(z, &z->g->van[of - all->item]);
	/* A spread is made of the areas below. */
	for (size_t i = 0; u->indicator->bewerking == BEWERKING_SPREIDING && i < all->count; i++) {
		const struct uitkomst *part = &all->item[i];

		if (strcmp(part->indicator->id, u->indicator->afgeleid_van) == 0 && part->gebied->ouder &&
			part->heeft_waarde && strcmp(part->gebied->ouder, u->gebied->code) == 0 &&
			periode_equal(part->periode, u->periode))
			see_both(z, &z->g->van[i]);
	}
}

/* A change says what the year before was, an estimate what the areas are it was made of. */
static void look_behind(struct gezien *z, const struct uitkomst_list *all, const struct uitkomst *u, const struct cel *c)
{
	const struct uitkomst *of;

	if (c->verandering != VERANDERING_GEEN || (c->verandering_tekst && !c->breuk)) {
		of = uitkomst_find(all, u->indicator->id, u->gebied, periode_years_back(u->periode, 1));
		if (of)
			see_both(z, &z->g->van[of - all->item]);
	}
	for (size_t i = 0; i < u->geschat_count; i++) {
		of = uitkomst_find(all, u->indicator->id, u->geschat_uit[i], u->periode);
		if (of)
			see_both(z, &z->g->van[of - all->item]);
	}
}

/* An index is printed in so many digits; one more says something of a school. */
static bool has_more_digits(const struct cel *c)
{
	double step = pow(10, c->indicator->decimalen), v = c->waarde_max * step;

	return c->heeft_waarde && fabs(v - round(v)) > 1e-6;
}

/* What is wrong whatever the other cells show. */
static bool is_fault(const struct gezien *z, const struct uitkomst *u, const struct cel *c)
{
	const struct indicator_def *def = u->indicator;

	if (!privacy_niveau_openbaar(&z->layer->defs->privacy, u->gebied->niveau))
		return true;
	if (privacy_los_jaar(&z->layer->defs->privacy, def->id, u->periode) && shows_more(c))
		return true;
	if (!openbaar_telt_mensen(&z->layer->defs->privacy, def) && def->subset_eis)
		return false;
	if (def->teller.bron && def->teller.tel == TEL_AANGELEVERD)
		return u->gebied->ouder || def->gevoelig;
	return def->soort == SOORT_INDEX && has_more_digits(c);
}

static void look(struct gezien *z, const struct uitkomst_list *all, size_t i)
{
	const struct cel *c = &z->layer->cel[i];
	const struct uitkomst *u = &all->item[i];
	const struct uitkomst_tellers *own = &z->g->van[i];

	if (!shows_any(c))
		return;
	if (is_fault(z, u, c))
		note_fault(z, u);
	look_behind(z, all, u, c);
	if (u->indicator->afgeleid_van) {
		look_derived(z, all, u);
		return;
	}
	look_side(z, u, own->x, c->teller, c->teller_tekst, shows_all(c));
	look_side(z, u, own->n, c->noemer, c->noemer_tekst, shows_all(c));
	look_words(z, u, c, own);
}

void gezien_read(struct gezien *z, const struct layer *layer, const struct grootheden *g, const struct uitkomst_list *all)
{
	bool *words = mem_new(g->count, sizeof(*words)); /* per puzzle */

	*z = (struct gezien){.layer = layer, .g = g, .aantal = mem_new(g->count, sizeof(*z->aantal)),
		.bereik = mem_new(g->count, sizeof(*z->bereik))};
	for (size_t i = 0; i < all->count; i++) {
		look(z, all, i);
		if (g->van[i].x != GROOTHEID_GEEN && (layer->cel[i].gezegd.teller.bekend || layer->cel[i].gezegd.rest.bekend))
			words[g->item[g->van[i].x].deel] = true;
	}
	for (size_t i = 0; i < all->count; i++)
		if (!all->item[i].indicator->afgeleid_van && g->van[i].x != GROOTHEID_GEEN && words[g->item[g->van[i].x].deel])
			look_silence(z, &layer->cel[i], &g->van[i]);
	free(words);
}

void gezien_release(struct gezien *z)
{
	free(z->aantal);
	free(z->bereik);
	free(z->uitspraak);
	str_release(&z->fout);
}
