#include "publish/openbaar.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "publish/disclosure.h"
#include "publish/grootheid.h"
#include "publish/secondary.h"

bool openbaar_telt_mensen(const struct privacy_def *policy, const struct indicator_def *def)
{
	const char *word = def->woorden.enkelvoud;

	for (size_t i = 0; word && i < policy->geen_personen_count; i++)
		if (strcmp(policy->geen_personen[i], word) == 0)
			return false;
	return true;
}

/* ---- which counts hang together ---------------------------------------------------------------- */

static size_t root(struct grootheden *g, size_t q)
{
	while (g->item[q].deel != q) {
		g->item[q].deel = g->item[g->item[q].deel].deel;
		q = g->item[q].deel;
	}
	return q;
}

static void connect(struct grootheden *g)
{
	for (size_t i = 0; i < g->verband_count; i++)
		for (size_t k = 0; k < g->verband[i].count; k++) {
			size_t a = root(g, g->verband[i].geheel), b = root(g, g->verband[i].deel[k]);

			if (a < b)
				g->item[b].deel = a;
			else
				g->item[a].deel = b;
		}
	for (size_t q = 0; q < g->count; q++)
		g->item[q].deel = root(g, q);
}

/* ---- a number for every range -------------------------------------------------------------------- */

/* Of a range the source publishes any number in it will do, as long as all of them agree: what is unknown to us is
 * filled up from the lowest until the totals hold. */
static void fill_ranges(struct grootheden *g, const struct verband *v)
{
	int64_t left = g->item[v->geheel].waarde - v->ontbreekt;

	if (v->soort != VERBAND_SOM || g->item[v->geheel].min != g->item[v->geheel].max)
		return;
	for (size_t i = 0; i < v->count; i++)
		left -= g->item[v->deel[i]].min;
	for (size_t i = 0; i < v->count && left > 0; i++) {
		struct grootheid *q = &g->item[v->deel[i]];
		int64_t more = q->max - q->min < left ? q->max - q->min : left;

		q->waarde = q->min + more;
		left -= more;
	}
}

/* A total that is a range: the number that goes with the chosen parts. */
static void fill_totals(struct grootheden *g, const struct verband *v)
{
	struct grootheid *total = &g->item[v->geheel];

	if (v->soort != VERBAND_SOM || total->min == total->max)
		return;
	total->waarde = v->ontbreekt;
	for (size_t i = 0; i < v->count; i++)
		total->waarde += g->item[v->deel[i]].waarde;
}

/* ---- one puzzle ------------------------------------------------------------------------------------ */

struct build {
	struct puzzle p;
	const struct grootheden *g;
	size_t *cell; /* per count: its cell + 1 */
	bool wrong;   /* the numbers do not fit each other */
};

static void add_count(struct build *b, size_t index)
{
	const struct grootheid *q = &b->g->item[index];
	size_t unit, cell;

	if (q->eerder) {
		b->cell[index] = puzzle_add_known(&b->p, q->waarde) + 1;
		return;
	}
	unit = puzzle_add_unit(&b->p, q->kosten, q->sleutel);
	cell = puzzle_add_printed(&b->p, q->waarde, unit);
	b->cell[index] = cell + 1;
	if (q->min < q->max) { /* the source hid it and told the range */
		b->wrong = b->wrong || q->waarde < q->min || q->waarde > q->max;
		b->p.cell[cell].min = q->min;
		b->p.cell[cell].max = q->max;
	}
	if (q->primair)
		puzzle_set_primary(&b->p, cell, q->k);
}

static void add_sum(struct build *b, const struct verband *v)
{
	size_t *part = mem_new(v->count + 1, sizeof(*part)), count = v->count;
	const struct grootheid *total = &b->g->item[v->geheel];

	for (size_t i = 0; i < v->count; i++)
		part[i] = b->cell[v->deel[i]] - 1;
	if (v->ontbreekt > 0)
		part[count++] = puzzle_add_latent(&b->p, v->ontbreekt);
	b->wrong = b->wrong || v->ontbreekt < 0;
	puzzle_add_sum(&b->p, b->cell[v->geheel] - 1, part, count, total->k);
	free(part);
}

/* The rests of a sum are a line as well: not reached adds up like reached. */
static void add_rest_sum(struct build *b, const struct verband *sum, const size_t *rest_of)
{
	size_t *part = mem_new(sum->count + 1, sizeof(*part)), count = 0;
	size_t total = rest_of[sum->geheel];

	for (size_t i = 0; i < sum->count && total; i++)
		if (rest_of[sum->deel[i]])
			part[count++] = rest_of[sum->deel[i]] - 1;
	if (total && count == sum->count && sum->ontbreekt == 0)
		puzzle_add_sum(&b->p, total - 1, part, count, b->g->item[sum->geheel].k);
	free(part);
}

/* whole = part + rest: the rest is a group of children, protected like the part. */
static void add_rest(struct build *b, const struct verband *v, size_t *rest_of)
{
	const struct grootheid *whole = &b->g->item[v->geheel], *part = &b->g->item[v->deel[0]];
	int64_t value = whole->waarde - part->waarde;
	size_t rest;

	if (value < 0) {
		b->wrong = true;
		return;
	}
	rest = puzzle_add_rest(&b->p, b->cell[v->geheel] - 1, b->cell[v->deel[0]] - 1);
	if ((value > 0 && value < part->k) || (value == 0 && v->nul_geheim && whole->waarde > 0)) {
		puzzle_set_primary(&b->p, rest, part->k);
		if (!part->eerder)
			b->p.unit[b->p.cell[b->cell[v->deel[0]] - 1].unit].state = PUZZLE_UNIT_PRIMARY;
	}
	if (whole->min < whole->max || part->min < part->max) { /* what the published ranges already say of it */
		b->p.cell[rest].min = whole->min > part->max ? whole->min - part->max : 0;
		b->p.cell[rest].max = whole->max - part->min;
	}
	rest_of[v->deel[0]] = rest + 1;
}

/* Two groups of a whole: what is left of it is a group too. */
static void add_under(struct build *b, const struct verband *v)
{
	size_t part[3] = {b->cell[v->deel[0]] - 1, b->cell[v->deel[1]] - 1, 0};
	const struct grootheid *whole = &b->g->item[v->geheel];
	int64_t rest = whole->waarde - b->g->item[v->deel[0]].waarde - b->g->item[v->deel[1]].waarde;

	if (rest < 0) {
		b->wrong = true;
		return;
	}
	part[2] = puzzle_add_latent(&b->p, rest);
	if (rest > 0 && rest < whole->k)
		puzzle_set_primary(&b->p, part[2], whole->k);
	puzzle_add_sum(&b->p, b->cell[v->geheel] - 1, part, 3, 0);
}

static void add_relations(struct build *b, size_t part)
{
	const struct grootheden *g = b->g;
	size_t *rest_of = mem_new(g->count, sizeof(*rest_of));

	for (size_t i = 0; i < g->verband_count; i++) {
		const struct verband *v = &g->verband[i];

		if (g->item[v->geheel].deel != part)
			continue;
		if (v->soort == VERBAND_SOM)
			add_sum(b, v);
		else if (v->soort == VERBAND_REST)
			add_rest(b, v, rest_of);
		else
			add_under(b, v);
	}
	for (size_t i = 0; i < g->verband_count; i++)
		if (g->verband[i].soort == VERBAND_SOM && g->item[g->verband[i].geheel].deel == part)
			add_rest_sum(b, &g->verband[i], rest_of);
	free(rest_of);
}

static void close_all(struct grootheden *g, size_t part)
{
	for (size_t q = 0; q < g->count; q++)
		if (g->item[q].deel == part && !g->item[q].eerder)
			g->item[q].verborgen = true;
}

static void take_over(struct grootheden *g, const struct build *b, size_t part)
{
	for (size_t q = 0; q < g->count; q++)
		if (g->item[q].deel == part && !g->item[q].eerder) {
			size_t unit = b->p.cell[b->cell[q] - 1].unit;

			g->item[q].verborgen = b->p.unit[unit].state != PUZZLE_UNIT_OPEN;
		}
}

/* Protects the counts that hang together; hides them all when that cannot be done or the numbers contradict each
 * other. */
static void protect(struct grootheden *g, size_t part, struct openbaar_verslag *verslag)
{
	struct build b = {.p = PUZZLE_INIT, .g = g, .cell = mem_new(g->count, sizeof(*b.cell))};
	struct secondary_report report = {0};
	struct err why = ERR_INIT;

	for (size_t q = 0; q < g->count; q++)
		if (g->item[q].deel == part)
			add_count(&b, q);
	add_relations(&b, part);
	if (b.wrong || puzzle_seal(&b.p, &why) || secondary_protect(&b.p, 0, &report, &why)) {
			close_all(g, part);
		verslag->dicht++;
	} else {
		take_over(g, &b, part);
		verslag->primair += report.primary;
		verslag->secundair += report.secondary;
		verslag->prijs += report.cost;
	}
	verslag->puzzels++;
	secondary_report_release(&report);
	err_release(&why);
	puzzle_release(&b.p);
	free(b.cell);
}

static void protect_all(struct grootheden *g, bool nul_tonen, struct openbaar_verslag *verslag)
{
	for (size_t i = 0; i < g->verband_count; i++)
		fill_ranges(g, &g->verband[i]);
	for (size_t i = 0; i < g->verband_count; i++)
		fill_totals(g, &g->verband[i]);
	for (size_t q = 0; q < g->count; q++) {
		struct grootheid *c = &g->item[q];

		if (c->min < c->max || (c->waarde > 0 && c->waarde < c->k) || (c->waarde == 0 && c->nul_geheim && !nul_tonen))
			c->primair = true;
	}
	verslag->cijfers = g->count;
	for (size_t q = 0; q < g->count; q++)
		if (g->item[q].deel == q)
			protect(g, q, verslag);
}

/* ---- from counts to outcomes ------------------------------------------------------------------------ */

static bool is_open(const struct grootheden *g, size_t q)
{
	return q == GROOTHEID_GEEN || !g->item[q].verborgen;
}

static bool is_range(const struct grootheden *g, size_t q)
{
	return q != GROOTHEID_GEEN && g->item[q].min < g->item[q].max;
}

static struct zicht zicht_direct(const struct grootheden *g, const struct uitkomst_tellers *t, const struct uitkomst *u,
	const struct definities *defs)
{
	struct disclosure_rule rule = disclosure_rule_of(&defs->privacy, u->indicator->gevoelig);
	/* A range is what the source publishes itself: it stays to be seen, as a range. */
	bool x = is_open(g, t->x) || is_range(g, t->x), n = is_open(g, t->n) || is_range(g, t->n);
	struct zicht z = {x, n, x && n, x && n ? REDEN_GEEN : REDEN_AFGESCHERMD};

	if (z.afgeleid && t->x != GROOTHEID_GEEN && u->noemer.bekend && u->noemer.max < rule.n_min)
		return (struct zicht){x, n, false, REDEN_TE_KLEIN_VOOR_PROCENT};
	return z;
}

/* Delivered as a mean or median: how many children are behind it is not known, so only for the whole gemeente. */
static struct zicht zicht_delivered(const struct uitkomst *u)
{
	bool shown = !u->gebied->ouder && !u->indicator->gevoelig;

	return (struct zicht){shown, shown, shown, shown ? REDEN_GEEN : REDEN_AFGESCHERMD};
}

static const struct zicht *zicht_of(const struct uitkomst_list *all, const struct zicht *z, const char *id,
	const struct uitkomst *like)
{
	const struct uitkomst *u = uitkomst_find(all, id, like->gebied, like->periode);

	return u ? &z[u - all->item] : NULL;
}

/* A spread over areas may only be said when each of them may be seen. */
static struct zicht zicht_spread(const struct uitkomst_list *all, const struct zicht *z, const struct uitkomst *u)
{
	struct zicht out = {false, false, true, REDEN_GEEN};

	for (size_t i = 0; i < all->count; i++) {
		const struct uitkomst *part = &all->item[i];

		if (strcmp(part->indicator->id, u->indicator->afgeleid_van) == 0 && part->gebied->ouder &&
			strcmp(part->gebied->ouder, u->gebied->code) == 0 &&
			periode_equal(part->periode, u->periode) && part->heeft_waarde && !z[i].afgeleid)
			out = (struct zicht){false, false, false, REDEN_AFGESCHERMD};
	}
	return out;
}

static struct zicht zicht_derived(const struct grootheden *g, const struct uitkomst_list *all, const struct zicht *z,
	const struct uitkomst *u)
{
	const struct zicht hidden = {false, false, false, REDEN_AFGESCHERMD};
	const struct uitkomst_tellers *t = &g->van[u - all->item];
	const struct zicht *of;

	switch (u->indicator->bewerking) {
	case BEWERKING_NOEMER_MIN_TELLER:
	case BEWERKING_TEKORT:
		of = zicht_of(all, z, u->indicator->afgeleid_van, u);
		return of && of->teller && of->noemer ? (struct zicht){true, true, true, REDEN_GEEN} : hidden;
	case BEWERKING_VERSCHIL:
		if (t->x == GROOTHEID_GEEN || t->n == GROOTHEID_GEEN || t->x2 == GROOTHEID_GEEN ||
			t->n2 == GROOTHEID_GEEN)
			return hidden;
		return is_open(g, t->x) && is_open(g, t->n) && is_open(g, t->x2) && is_open(g, t->n2) ?
			(struct zicht){true, true, true, REDEN_GEEN} :
			hidden;
	case BEWERKING_SPREIDING:
		return zicht_spread(all, z, u);
	default:
		return hidden;
	}
}

int openbaar_decide(struct zicht **out, const struct uitkomst_list *all, const struct definities *defs,
	const struct gebied_list *gebieden, const struct eerder *eerder, size_t eerder_count,
	struct openbaar_verslag *verslag, struct err *err)
{
	struct zicht *z = mem_new(all->count, sizeof(*z));
	struct grootheden g;

	(void)err;
	*verslag = (struct openbaar_verslag){0};
	grootheden_make(&g, all, defs, gebieden);
	grootheden_eerder(&g, defs, gebieden, eerder, eerder_count);
	connect(&g);
	protect_all(&g, defs->privacy.nul_tonen, verslag);
	for (size_t i = 0; i < all->count; i++) {
		const struct uitkomst *u = &all->item[i];

		if (!openbaar_telt_mensen(&defs->privacy, u->indicator) && u->indicator->subset_eis)
			z[i] = (struct zicht){true, true, true, REDEN_GEEN};
		else if (u->indicator->teller.bron && u->indicator->teller.tel == TEL_AANGELEVERD)
			z[i] = zicht_delivered(u);
		else if (!u->indicator->afgeleid_van)
			z[i] = zicht_direct(&g, &g.van[i], u, defs);
	}
	for (size_t i = 0; i < all->count; i++)
		if (all->item[i].indicator->afgeleid_van)
			z[i] = zicht_derived(&g, all, z, &all->item[i]);
	grootheden_release(&g);
	*out = z;
	return 0;
}
