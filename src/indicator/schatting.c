#include "indicator/schatting.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "def/lokaal.h"
#include "indicator/aggregate.h"
#include "indicator/value.h"
#include "store/koppeling_store.h"

/* ---- the largest remainder ---- */

static bool has_room(const int64_t *limiet, const int64_t *out, size_t i)
{
	return !limiet || out[i] < limiet[i];
}

/* The part with the largest fraction that has room and had no turn; n when there is none. */
static size_t next_turn(const int64_t *rest, const bool *had, const int64_t *limiet, const int64_t *out, size_t n)
{
	size_t best = n;

	for (size_t i = 0; i < n; i++)
		if (!had[i] && has_room(limiet, out, i) && (best == n || rest[i] > rest[best]))
			best = i;
	return best;
}

/* Gives what is left one by one; a second round only when limits kept others from their turn. */
static bool give(int64_t left, const int64_t *rest, const int64_t *limiet, size_t n, int64_t *out)
{
	bool *had = mem_new(n, sizeof(*had)), any = true;

	while (left > 0 && any) {
		any = false;
		memset(had, 0, n * sizeof(*had));
		for (size_t i = next_turn(rest, had, limiet, out, n); left > 0 && i < n;
			i = next_turn(rest, had, limiet, out, n)) {
			had[i] = any = true;
			out[i]++;
			left--;
		}
	}
	free(had);
	return left == 0;
}

bool schatting_verdeel(int64_t count, const int64_t *gewicht, const int64_t *limiet, size_t n, int64_t *out)
{
	int64_t *rest = mem_new(n, sizeof(*rest)), total = 0, left = count, product;
	bool good = n > 0;

	for (size_t i = 0; good && i < n; i++)
		good = !__builtin_add_overflow(total, gewicht[i], &total);
	for (size_t i = 0; good && i < n; i++) {
		good = !__builtin_mul_overflow(count, gewicht[i], &product);
		if (!good)
			break;
		out[i] = product / total;
		rest[i] = product % total;
		good = !limiet || out[i] <= limiet[i];
		left -= out[i];
	}
	good = good && give(left, rest, limiet, n, out);
	free(rest);
	return good;
}

/* ---- one old wijk ---- */

struct schatting {
	const struct uitkomst_list *all; /* sorted */
	const struct definities *defs;
	const struct gebied_list *gebieden;
	const char *indeling; /* the division that is divided */
	struct koppeling_list koppeling;
	struct uitkomst_list nieuw;
};

static bool is_old(const struct schatting *s, const struct gebied *g, struct date op)
{
	return g->eigen && strcmp(g->niveau, "wijk") == 0 && text_equal(g->indeling, s->indeling) &&
	       gebied_valid_on(g, op);
}

/* A wijk that was to come, on this day. */
static bool is_new(const struct schatting *s, const struct gebied *g, struct date op)
{
	return g->eigen && strcmp(g->niveau, "wijk") == 0 && !text_equal(g->indeling, s->indeling) &&
	       date_cmp(g->vanaf, op) > 0;
}

/* Which of the areas of an old wijk is this one; `count` when it is none of them. */
static size_t place_of(const struct koppeling *k, size_t count, const struct gebied *g)
{
	size_t i = 0;

	while (i < count && k[i].gebied != g->id)
		i++;
	return i;
}

static bool is_whole(const struct bereik *b)
{
	return bereik_exact(b) && !b->schaal && b->min >= 0;
}

/* What goes from one old wijk to one of its areas. False when the numbers are too large. */
static bool share_of(const struct uitkomst *from, const struct koppeling *k, size_t count, size_t at, int64_t *teller,
	int64_t *noemer)
{
	bool two = value_is_quotient(from->indicator->soort);
	int64_t *gewicht = mem_new(count, sizeof(*gewicht)), *n = mem_new(count, sizeof(*n)),
		*x = mem_new(count, sizeof(*x));
	bool good = true;

	for (size_t i = 0; i < count; i++)
		gewicht[i] = k[i].gewicht;
	if (two)
		good = schatting_verdeel(from->noemer.min, gewicht, NULL, count, n);
	if (good)
		good = schatting_verdeel(from->teller.min, gewicht,
			two && from->indicator->subset_eis ? n : NULL, count, x);
	*teller = good ? x[at] : 0;
	*noemer = good ? n[at] : 0;
	free(gewicht);
	free(n);
	free(x);
	return good;
}

/* ---- one new wijk ---- */

static void take_source(struct uitkomst *u, const struct uitkomst *from, const struct koppeling *k)
{
	struct levering_set set = {u->levering, u->levering_count, u->levering_count};

	for (size_t i = 0; i < from->levering_count; i++)
		levering_set_add(&set, from->levering[i]);
	levering_set_add(&set, k->levering);
	u->levering = set.nr;
	u->levering_count = set.count;
	u->voorlopig = u->voorlopig || from->voorlopig;
	if (!u->geschat_met)
		u->geschat_met = mem_dup(k->naam);
	u->geschat_uit = mem_grow(
		u->geschat_uit, &u->geschat_cap, u->geschat_count + 1, sizeof(*u->geschat_uit));
	u->geschat_uit[u->geschat_count++] = from->gebied;
}

/* Why this old wijk cannot be divided; false when it can. */
static bool refuses(const struct uitkomst *from, enum status *why)
{
	bool two = value_is_quotient(from->indicator->soort);

	if (is_whole(&from->teller) && (!two || is_whole(&from->noemer)) && !from->onvolledig &&
		from->status != STATUS_FOUT)
		return false;
	*why = from->teller.bekend ? STATUS_NIET_TE_BEPALEN : from->status;
	if (from->onvolledig)
		*why = STATUS_ONVOLLEDIG;
	return true;
}

static bool add_share(struct uitkomst *u, const struct uitkomst *from, const struct koppeling *k, size_t count,
	size_t at)
{
	int64_t teller, noemer;

	return share_of(from, k, count, at, &teller, &noemer) &&
	       !__builtin_add_overflow(u->teller.min, teller, &u->teller.min) &&
	       !__builtin_add_overflow(u->noemer.min, noemer, &u->noemer.min);
}

void schatting_waarde(struct uitkomst *u)
{
	value_fill(u);
	u->status = u->heeft_waarde ? STATUS_GEEN_OORDEEL : STATUS_GEEN_DOELGROEP;
	if (u->onvolledig)
		u->status = STATUS_ONVOLLEDIG;
	u->heeft_interval = false;
	u->ondergrens = u->bovengrens = 0;
	u->methode = "geen";
}

static void settle(struct uitkomst *u, bool known, enum status why)
{
	u->status = why;
	if (!known) {
		u->teller = u->noemer = (struct bereik){0};
		return;
	}
	u->teller = (struct bereik){true, u->teller.min, u->teller.min, 0};
	u->noemer = (struct bereik){
		value_is_quotient(u->indicator->soort), u->noemer.min, u->noemer.min, 0};
	schatting_waarde(u);
}

/* Nothing is added when the koppeling gives this wijk nothing of the old ones. */
static void estimate_one(
	struct schatting *s, const struct indicator_def *def, const struct gebied *g, struct periode p, bool complete)
{
	struct uitkomst *u = uitkomst_list_add(&s->nieuw);
	enum status why = complete ? STATUS_GEEN_OORDEEL : STATUS_ONVOLLEDIG;
	bool known = complete;

	u->indicator = def;
	u->gebied = g;
	u->periode = p;
	for (size_t i = 0; i < s->gebieden->count; i++) {
		const struct gebied *old = &s->gebieden->item[i];
		const struct uitkomst *from;
		const struct koppeling *k;
		size_t count, at;

		if (!is_old(s, old, p.eind))
			continue;
		k = koppeling_find(&s->koppeling, g->indeling, old->code, &count);
		at = place_of(k, count, g);
		from = at < count ? uitkomst_find(s->all, def->id, old, p) : NULL;
		if (!from)
			continue;
		take_source(u, from, &k[at]);
		if (!known)
			continue;
		known = !refuses(from, &why);
		if (known && !add_share(u, from, k, count, at)) {
			known = false;
			why = STATUS_FOUT;
		}
	}
	if (u->geschat_count)
		settle(u, known, why);
	else
		s->nieuw.count--;
}

/* ---- all of them ---- */

/* Does the koppeling to this division name every old wijk that has a figure? */
static bool names_all(const struct schatting *s, const struct indicator_def *def, const char *indeling, struct periode p)
{
	for (size_t i = 0; i < s->gebieden->count; i++) {
		const struct gebied *old = &s->gebieden->item[i];
		size_t count;

		if (is_old(s, old, p.eind) && uitkomst_find(s->all, def->id, old, p) &&
			!koppeling_find(&s->koppeling, indeling, old->code, &count))
			return false;
	}
	return true;
}

static void estimate_period(struct schatting *s, const struct indicator_def *def, struct periode p)
{
	for (size_t i = 0; i < s->gebieden->count; i++) {
		const struct gebied *g = &s->gebieden->item[i];

		if (is_new(s, g, p.eind) && !uitkomst_find(s->all, def->id, g, p))
			estimate_one(s, def, g, p, names_all(s, def, g->indeling, p));
	}
}

bool schatting_deelbaar(const struct indicator_def *def, const struct definities *defs)
{
	return def->teller.bron && def->teller.tel != TEL_AANGELEVERD &&
	       (value_is_quotient(def->soort) || def->soort == SOORT_AANTAL) &&
	       privacy_telt_mensen(&defs->privacy, def->woorden.enkelvoud);
}

static void estimate_all(struct schatting *s)
{
	const struct uitkomst_list *all = s->all;

	for (size_t d = 0; d < s->defs->indicator_count; d++) {
		const struct indicator_def *def = s->defs->indicator[d];
		struct periode_set periods = {NULL, 0, 0};

		if (def->afgeleid_van || !schatting_deelbaar(def, s->defs))
			continue;
		for (size_t i = 0; i < all->count; i++)
			if (all->item[i].indicator == def &&
				is_old(s, all->item[i].gebied, all->item[i].periode.eind))
				periode_set_add(&periods, all->item[i].periode);
		for (size_t i = 0; i < periods.count; i++)
			estimate_period(s, def, periods.item[i]);
		periode_set_release(&periods);
	}
}

static int estimate_from(struct schatting *s, struct store *store, struct stand stand, struct err *err)
{
	char *naam = mem_printf(KOPPELING_WIJK "%s", s->indeling);
	int rc = koppeling_store_load(store, naam, stand, &s->koppeling, err);

	if (rc == 0 && s->koppeling.count)
		estimate_all(s);
	koppeling_list_release(&s->koppeling);
	free(naam);
	return rc;
}

/* The first own wijk of its division: each division once. */
static bool opens_indeling(const struct gebied_list *all, size_t at)
{
	const struct gebied *g = &all->item[at];

	if (!g->eigen || strcmp(g->niveau, "wijk") != 0)
		return false;
	for (size_t i = 0; i < at; i++)
		if (all->item[i].eigen && strcmp(all->item[i].niveau, "wijk") == 0 &&
			text_equal(all->item[i].indeling, g->indeling))
			return false;
	return true;
}

int schatting_fill(struct uitkomst_list *all, struct store *store, const struct definities *defs,
	const struct gebied_list *gebieden, struct stand stand, struct err *err)
{
	struct schatting s = {.all = all, .defs = defs, .gebieden = gebieden};
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < gebieden->count; i++) {
		if (!opens_indeling(gebieden, i))
			continue;
		s.indeling = gebieden->item[i].indeling;
		rc = estimate_from(&s, store, stand, err);
	}
	for (size_t i = 0; rc == 0 && i < s.nieuw.count; i++) {
		*uitkomst_list_add(all) = s.nieuw.item[i];
		s.nieuw.item[i].levering = NULL;
		s.nieuw.item[i].geschat_uit = NULL;
		s.nieuw.item[i].geschat_met = NULL;
	}
	uitkomst_list_release(&s.nieuw);
	uitkomst_list_sort(all);
	return rc;
}
