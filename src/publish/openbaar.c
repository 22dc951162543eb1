#include "publish/openbaar.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "def/lokaal.h"
#include "publish/disclosure.h"
#include "publish/gezegd.h"
#include "publish/opzet.h"
#include "publish/secondary.h"

bool openbaar_telt_mensen(const struct privacy_def *policy, const struct indicator_def *def)
{
	return privacy_telt_mensen(policy, def->woorden.enkelvoud);
}

/* ---- hiding ----------------------------------------------------------------------------------------- */

/* Names a count of a puzzle that is hidden whole, for the intern log. */
static void name_count(struct str *s, const struct grootheden *g, size_t q)
{
	str_add_f(s, "%s%s %s ", s->len ? "; " : "", g->sleutel[g->item[q].sleutel].naam, g->item[q].gebied->naam);
	periode_add_code(s, g->item[q].periode);
}

static void close_all(struct grootheden *g, size_t deel, struct str *plekken)
{
	for (size_t q = 0; q < g->count; q++)
		if (g->item[q].deel == deel && !g->item[q].eerder) {
			g->item[q].verborgen = true;
			name_count(plekken, g, q);
		}
}

static void take_over(struct grootheden *g, const struct opzet *o, size_t deel)
{
	for (size_t q = 0; q < g->count; q++)
		if (g->item[q].deel == deel && opzet_unit(o, q) != PUZZLE_NONE)
			g->item[q].verborgen = o->p.unit[opzet_unit(o, q)].state != PUZZLE_UNIT_OPEN;
}

/* Protects the counts that hang together; hides them all when that cannot be done or the numbers contradict each
 * other. */
static void protect(struct grootheden *g, size_t deel, struct openbaar_verslag *verslag, struct str *plekken)
{
	struct secondary_report report = {0};
	struct err why = ERR_INIT;
	struct opzet o;

	opzet_make(&o, g, deel);
	verslag->puzzels++;
	if (o.wrong || puzzle_seal(&o.p, &why)) {
		close_all(g, deel, plekken);
		verslag->tegenstrijdig++;
	} else if (secondary_protect(&o.p, 0, &report, &why)) {
		close_all(g, deel, plekken);
		verslag->onveilig++;
	} else {
		take_over(g, &o, deel);
		verslag->primair += report.primary;
		verslag->secundair += report.secondary;
		verslag->prijs += report.cost;
	}
	secondary_report_release(&report);
	err_release(&why);
	opzet_release(&o);
}

static void protect_all(struct grootheden *g, struct openbaar_verslag *verslag)
{
	struct str plekken = STR_INIT;

	verslag->cijfers = g->count;
	for (size_t q = 0; q < g->count; q++)
		g->item[q].verborgen = g->item[q].besloten;
	for (size_t q = 0; q < g->count; q++)
		if (g->item[q].deel == q)
			protect(g, q, verslag, &plekken);
	verslag->plekken = plekken.len ? str_detach(&plekken) : NULL;
	str_release(&plekken);
}

void openbaar_verslag_release(struct openbaar_verslag *v)
{
	free(v->plekken);
	*v = (struct openbaar_verslag){0};
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

static struct zicht zicht_make(bool teller, bool noemer, bool afgeleid, enum reden reden)
{
	return (struct zicht){.teller = teller, .noemer = noemer, .afgeleid = afgeleid, .reden = reden};
}

/* A range the source gives itself stays to be seen. That of a sum is made of its parts: beside the open ones it says
 * to the child what the hidden ones add up to, so that all of them must be seen. */
static bool shows_range(const struct grootheden *g, size_t q)
{
	if (!is_range(g, q))
		return false;
	for (size_t i = 0; i < g->verband_count; i++) {
		const struct verband *v = &g->verband[i];

		if (v->soort != VERBAND_SOM || v->geheel != q)
			continue;
		for (size_t k = 0; k < v->count; k++)
			if (is_range(g, v->deel[k]) ? !shows_range(g, v->deel[k]) : !is_open(g, v->deel[k]))
				return false;
	}
	return true;
}

/* An index is about schools, and how many of the group a school has is never shown. The printed value fixes the sum
 * over the schools that have more than their share to within A B / N times one step of it: k numbers or more. */
static bool shows_index(const struct uitkomst *u, int64_t k)
{
	int64_t group = u->teller.max, all = u->noemer.max, step = 1;

	for (int i = 0; i < u->indicator->decimalen; i++)
		step *= 10;
	return u->teller.bekend && u->noemer.bekend && group <= all && all <= INT32_MAX &&
		group * (all - group) >= k * step * all;
}

static struct zicht zicht_direct(const struct grootheden *g, const struct uitkomst_tellers *t, const struct uitkomst *u,
	const struct definities *defs)
{
	struct disclosure_rule rule = disclosure_rule_of(&defs->privacy, u->indicator->gevoelig);
	bool x = is_range(g, t->x) ? shows_range(g, t->x) : is_open(g, t->x);
	bool n = is_range(g, t->n) ? shows_range(g, t->n) : is_open(g, t->n);
	struct zicht z = zicht_make(x, n, x && n, x && n ? REDEN_GEEN : REDEN_AFGESCHERMD);

	if (z.afgeleid && t->x != GROOTHEID_GEEN && u->noemer.bekend && u->noemer.max < rule.n_min)
		return zicht_make(x, n, false, REDEN_TE_KLEIN_VOOR_PROCENT);
	if (z.afgeleid && u->indicator->soort == SOORT_INDEX && !shows_index(u, rule.k))
		return zicht_make(x, n, false, REDEN_AFGESCHERMD);
	return z;
}

static bool same_rows(const struct telling *a, const struct telling *b)
{
	bool same = b->bron && strcmp(a->bron, b->bron) == 0 && a->waar_count == b->waar_count;

	for (size_t i = 0; same && i < a->waar_count; i++)
		same = filter_equal(&a->waar[i], &b->waar[i]);
	return same;
}

/* Do the same rows count a group of children too small for a figure about it? */
static bool is_of_few(const struct uitkomst_list *all, const struct uitkomst *u, const struct definities *defs)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct uitkomst *v = &all->item[i];
		struct disclosure_rule rule = disclosure_rule_of(&defs->privacy, v->indicator->gevoelig);

		if (v->gebied == u->gebied && periode_equal(v->periode, u->periode) && !v->indicator->subset_eis &&
			!v->indicator->afgeleid_van && v->indicator->teller.tel == TEL_SOM &&
			same_rows(&u->indicator->teller, &v->indicator->teller) && v->teller.bekend &&
			openbaar_telt_mensen(&defs->privacy, v->indicator) &&
			(v->teller.min < rule.k || v->teller.min < rule.n_min))
			return true;
	}
	return false;
}

/* Delivered as a mean or median: only for the whole gemeente, and not when it is known to be of a few children. */
static struct zicht zicht_delivered(const struct uitkomst_list *all, const struct uitkomst *u,
	const struct definities *defs)
{
	bool shown = !u->gebied->ouder && !u->indicator->gevoelig && !is_of_few(all, u, defs);

	return zicht_make(shown, shown, shown, shown ? REDEN_GEEN : REDEN_AFGESCHERMD);
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
	struct zicht out = zicht_make(false, false, true, REDEN_GEEN);

	for (size_t i = 0; i < all->count; i++) {
		const struct uitkomst *part = &all->item[i];

		if (strcmp(part->indicator->id, u->indicator->afgeleid_van) == 0 && part->gebied->ouder &&
			strcmp(part->gebied->ouder, u->gebied->code) == 0 &&
			periode_equal(part->periode, u->periode) && part->heeft_waarde && !z[i].afgeleid)
			out = zicht_make(false, false, false, REDEN_AFGESCHERMD);
	}
	return out;
}

static struct zicht zicht_derived(const struct grootheden *g, const struct uitkomst_list *all, const struct zicht *z,
	const struct uitkomst *u)
{
	const struct zicht hidden = zicht_make(false, false, false, REDEN_AFGESCHERMD);
	const struct uitkomst_tellers *t = &g->van[u - all->item];
	const struct zicht *of;

	switch (u->indicator->bewerking) {
	case BEWERKING_NOEMER_MIN_TELLER:
	case BEWERKING_TEKORT:
		of = zicht_of(all, z, u->indicator->afgeleid_van, u);
		return of && of->teller && of->noemer ? zicht_make(true, true, true, REDEN_GEEN) : hidden;
	case BEWERKING_VERSCHIL:
		if (t->x == GROOTHEID_GEEN || t->n == GROOTHEID_GEEN || t->x2 == GROOTHEID_GEEN ||
			t->n2 == GROOTHEID_GEEN)
			return hidden;
		return is_open(g, t->x) && is_open(g, t->n) && is_open(g, t->x2) && is_open(g, t->n2) ?
			zicht_make(true, true, true, REDEN_GEEN) :
			hidden;
	case BEWERKING_SPREIDING:
		return zicht_spread(all, z, u);
	default:
		return hidden;
	}
}

/* Made of the counts of other areas, and of nothing else that is secret: to be seen when each of those is. */
static struct zicht zicht_estimate(const struct uitkomst_list *all, const struct zicht *z, const struct uitkomst *u,
	const struct definities *defs)
{
	struct disclosure_rule rule = disclosure_rule_of(&defs->privacy, u->indicator->gevoelig);

	for (size_t i = 0; i < u->geschat_count; i++) {
		const struct uitkomst *from = uitkomst_find(all, u->indicator->id, u->geschat_uit[i], u->periode);

		if (!from || !z[from - all->item].teller || !z[from - all->item].noemer)
			return zicht_make(false, false, false, REDEN_AFGESCHERMD);
	}
	if (u->noemer.bekend && u->noemer.max < rule.n_min)
		return zicht_make(true, true, false, REDEN_TE_KLEIN_VOOR_PROCENT);
	return zicht_make(true, true, true, REDEN_GEEN);
}

/* The levels the public sees no figures of, whatever is counted there; and a year that is shown with others only. */
static void close_niveaus(struct zicht *z, const struct uitkomst_list *all, const struct privacy_def *policy)
{
	for (size_t i = 0; i < all->count; i++)
		if (!privacy_niveau_openbaar(policy, all->item[i].gebied->niveau))
			z[i] = zicht_make(false, false, false, REDEN_AFGESCHERMD);
		else if (privacy_los_jaar(policy, all->item[i].indicator->id, all->item[i].periode))
			z[i] = zicht_make(false, z[i].noemer, false, REDEN_AFGESCHERMD);
}

void openbaar_decide(struct zicht **out, struct grootheden *g, const struct uitkomst_list *all,
	const struct definities *defs, struct openbaar_verslag *verslag)
{
	struct zicht *z = mem_new(all->count, sizeof(*z));

	*verslag = (struct openbaar_verslag){0};
	protect_all(g, verslag);
	gezegd_decide(g, all, defs);
	for (size_t i = 0; i < all->count; i++) {
		const struct uitkomst *u = &all->item[i];

		if (!openbaar_telt_mensen(&defs->privacy, u->indicator) && u->indicator->subset_eis)
			z[i] = zicht_make(true, true, true, REDEN_GEEN);
		else if (u->indicator->teller.bron && u->indicator->teller.tel == TEL_AANGELEVERD)
			z[i] = zicht_delivered(all, u, defs);
		else if (!u->indicator->afgeleid_van)
			z[i] = zicht_direct(g, &g->van[i], u, defs);
		if (z[i].reden == REDEN_AFGESCHERMD)
			z[i].rest = gezegd_van(g, all, u, defs);
	}
	close_niveaus(z, all, &defs->privacy);
	for (size_t i = 0; i < all->count; i++)
		if (all->item[i].indicator->afgeleid_van)
			z[i] = zicht_derived(g, all, z, &all->item[i]);
		else if (all->item[i].geschat_count)
			z[i] = zicht_estimate(all, z, &all->item[i], defs);
	close_niveaus(z, all, &defs->privacy);
	*out = z;
}
