/* Files of which the werkmap has no counts: what they show becomes outcomes, of which a hidden count can be anything. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "publish/herleid.h"
#include "publish/onthulling.h"
#include "publish/opzet.h"
#include "publish/rounding.h"

struct los {
	const struct definities *defs;
	const struct gebied_list *gebieden;
	struct uitkomst_list uitkomsten;
	struct decimal *deel; /* per outcome: the value that stands there; scale -1: none */
	size_t deel_cap;
};

static const struct gebied *area_of(const struct los *l, const struct onthuld *o)
{
	for (size_t i = 0; i < l->gebieden->count; i++)
		if (strcmp(l->gebieden->item[i].code, o->gebied) == 0 &&
			strcmp(l->gebieden->item[i].indeling, o->indeling) == 0)
			return &l->gebieden->item[i];
	return NULL;
}

static int by_figure(const void *pa, const void *pb)
{
	const struct onthuld *a = *(const struct onthuld *const *)pa, *b = *(const struct onthuld *const *)pb;
	int c = strcmp(a->indicator, b->indicator);

	if (c == 0)
		c = strcmp(a->gebied, b->gebied);
	if (c == 0)
		c = strcmp(a->indeling, b->indeling);
	return c ? c : periode_cmp(a->periode, b->periode);
}

/* What is said of one count, by all files together; the narrowest. */
static void narrow(struct bereik *b, const struct onthuld *o)
{
	if (!o->heeft_waarde)
		return;
	b->min = o->waarde > b->min ? o->waarde : b->min;
	b->max = o->tot < b->max ? o->tot : b->max;
}

/* The items of one figure, as one outcome. */
static void add_figure(struct los *l, const struct onthuld *const *item, size_t count)
{
	const struct bereik open = {true, 0, HERLEID_GEEN_GRENS, 0};
	const struct indicator_def *def = definities_indicator(l->defs, item[0]->indicator);
	const struct gebied *area = area_of(l, item[0]);
	struct uitkomst *u;
	struct decimal deel = {0, -1};
	bool hidden = false, teller = false, noemer = false;

	if (!def || !area || def->afgeleid_van)
		return;
	u = uitkomst_list_add(&l->uitkomsten);
	u->indicator = def;
	u->gebied = area;
	u->periode = item[0]->periode;
	u->teller = open;
	u->noemer = open;
	u->noemer.bekend = def->noemer.bron != NULL;
	for (size_t i = 0; i < count; i++) {
		hidden = hidden || item[i]->wat == ONTHULD_VERBORGEN;
		teller = teller || item[i]->wat == ONTHULD_TELLER;
		noemer = noemer || item[i]->wat == ONTHULD_NOEMER;
		if (item[i]->wat == ONTHULD_TELLER)
			narrow(&u->teller, item[i]);
		else if (item[i]->wat == ONTHULD_NOEMER)
			narrow(&u->noemer, item[i]);
		else if (item[i]->wat == ONTHULD_ALLES && item[i]->heeft_waarde)
			deel = item[i]->deel;
	}
	u->teller.bekend = hidden || teller; /* else it was not delivered */
	u->noemer.bekend = u->noemer.bekend && (hidden || noemer);
	l->deel = mem_grow(l->deel, &l->deel_cap, l->uitkomsten.count, sizeof(*l->deel));
	l->deel[l->uitkomsten.count - 1] = deel;
}

/* "Not reached" is noemer minus teller: with it and the noemer stands the teller there. */
static void add_complements(struct los *l, const struct onthuld *shown, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct onthuld *o = &shown[i];
		const struct indicator_def *def = definities_indicator(l->defs, o->indicator);

		if (!def || def->bewerking != BEWERKING_NOEMER_MIN_TELLER || o->wat != ONTHULD_TELLER || !o->heeft_waarde)
			continue;
		for (size_t k = 0; k < l->uitkomsten.count; k++) {
			struct uitkomst *u = &l->uitkomsten.item[k];
			int64_t n = u->noemer.min;

			if (strcmp(u->indicator->id, def->afgeleid_van) != 0 || u->gebied != area_of(l, o) ||
				!periode_equal(u->periode, o->periode) || !u->noemer.bekend || n != u->noemer.max)
				continue;
			narrow(&u->teller, &(struct onthuld){.heeft_waarde = true, .waarde = n - o->tot, .tot = n - o->waarde});
		}
	}
}

/* Two files may give another number for the same count: after a correction. Then no puzzle is made of it. */
static void drop_impossible(struct los *l)
{
	for (size_t i = 0; i < l->uitkomsten.count; i++) {
		struct uitkomst *u = &l->uitkomsten.item[i];

		u->teller.bekend = u->teller.bekend && u->teller.min <= u->teller.max;
		u->noemer.bekend = u->noemer.bekend && u->noemer.min <= u->noemer.max;
	}
}

static void gather(struct los *l, const struct onthuld *shown, size_t count)
{
	const struct onthuld **order = mem_new(count, sizeof(*order));

	for (size_t i = 0; i < count; i++)
		order[i] = &shown[i];
	if (count > 0)
		qsort(order, count, sizeof(*order), by_figure);
	for (size_t from = 0, to; from < count; from = to) {
		for (to = from + 1; to < count && by_figure(&order[from], &order[to]) == 0;)
			to++;
		add_figure(l, order + from, to - from);
	}
	free(order);
	add_complements(l, shown, count);
	drop_impossible(l);
}

/* The percentages that stand where a count is hidden. */
static struct herleid_deel *parts_of(const struct los *l, const struct grootheden *g, size_t *count)
{
	struct herleid_deel *list = mem_new(l->uitkomsten.count, sizeof(*list));

	*count = 0;
	for (size_t i = 0; i < l->uitkomsten.count; i++) {
		const struct uitkomst *u = &l->uitkomsten.item[i];
		const struct uitkomst_tellers *t = &g->van[i];

		if (l->deel[i].scale < 0 || t->x == GROOTHEID_GEEN || t->n == GROOTHEID_GEEN)
			continue;
		if (g->item[t->x].min == g->item[t->x].max && g->item[t->n].min == g->item[t->n].max)
			continue;
		list[(*count)++] = (struct herleid_deel){t->x, t->n, rounding_multiplier(u->indicator->soort), l->deel[i]};
	}
	return list;
}

static char *name_of(const struct grootheden *g, const struct herleid_vondst *v)
{
	const struct grootheid *c = &g->item[v->q];
	struct str s = STR_INIT;

	str_add_f(&s, "%s%s %s ", v->geheel == GROOTHEID_GEEN ? "" : "wat er overblijft naast ", g->sleutel[c->sleutel].naam,
		c->gebied->naam);
	periode_add_code(&s, c->periode);
	return str_detach(&s);
}

/* The same count in the werkmap; GROOTHEID_GEEN. */
static size_t own_of(const struct grootheden *own, const struct grootheden *g, size_t q)
{
	size_t key = q == GROOTHEID_GEEN ? SIZE_MAX : grootheden_key(own, g->sleutel[g->item[q].sleutel].tekst);

	return key == SIZE_MAX ? GROOTHEID_GEEN : grootheden_find(own, key, g->item[q].gebied, g->item[q].periode);
}

static bool is_in(const struct grootheden *own, const struct grootheden *g, size_t q)
{
	return own_of(own, g, q) != GROOTHEID_GEEN;
}

/* Where the werkmap has the count: is it one that is to be kept secret? */
static bool matters(const struct grootheden *own, const struct grootheden *g, const struct herleid_vondst *v)
{
	size_t q = own_of(own, g, v->q), whole = own_of(own, g, v->geheel);
	int64_t value;

	if (q == GROOTHEID_GEEN || (v->geheel != GROOTHEID_GEEN && whole == GROOTHEID_GEEN))
		return true;
	value = v->geheel == GROOTHEID_GEEN ? own->item[q].min : own->item[whole].min - own->item[q].min;
	return value > 0 && value < own->item[q].k;
}

/* ---- findings ------------------------------------------------------------------------------------------ */

static void add_finding(struct vondst_list *list, enum vondst_soort soort, const struct grootheden *g,
	const struct herleid_vondst *v)
{
	vondst_list_add(list, soort, name_of(g, v), v->laag, v->hoog);
}

/* Small counts that stand there, or in a range that says more than that they are small. */
static void find_shown(const struct grootheden *own, const struct grootheden *g, struct vondst_list *list)
{
	for (size_t q = 0; q < g->count; q++) {
		const struct grootheid *c = &g->item[q];
		const struct herleid_vondst v = {q, GROOTHEID_GEEN, c->min, c->max};
		bool range = c->min < c->max && c->max < HERLEID_GEEN_GRENS;

		if (range && c->min < c->k && !herleid_van_bron(c) && (c->min > 1 || c->max < c->k) && matters(own, g, &v))
			add_finding(list, VONDST_BEREIK, g, &v);
		if (is_in(own, g, q))
			continue;
		list->getoond += c->min == c->max;
		list->verborgen += c->min < c->max;
		if (c->min == c->max && c->waarde > 0 && c->waarde < c->k)
			add_finding(list, VONDST_KLEIN, g, &v);
	}
	for (size_t i = 0; i < g->verband_count; i++) {
		const struct verband *v = &g->verband[i];
		const struct grootheid *whole = &g->item[v->geheel], *part = &g->item[v->deel[0]];

		if (v->soort == VERBAND_REST && whole->min == whole->max && part->min == part->max && whole->min > part->min &&
			whole->min - part->min < part->k && !is_in(own, g, v->deel[0]))
			add_finding(list, VONDST_KLEIN, g, &(struct herleid_vondst){v->deel[0], v->geheel, 0, 0});
	}
}

void onthulling_los(const struct uitkomst_list *all, const struct definities *defs, const struct gebied_list *gebieden,
	const struct onthuld *shown, size_t count, struct vondst_list *list)
{
	struct los l = {.defs = defs, .gebieden = gebieden};
	struct herleid_list found = {0};
	struct grootheden g, own;
	struct herleid_deel *deel;
	size_t deel_count;

	gather(&l, shown, count);
	grootheden_make(&own, all, defs);
	grootheden_make(&g, &l.uitkomsten, defs);
	opzet_prepare(&g, defs->privacy.nul_tonen);
	deel = parts_of(&l, &g, &deel_count);
	herleid(&g, deel, deel_count, &found);
	find_shown(&own, &g, list);
	for (size_t i = 0; i < found.count; i++)
		if (matters(&own, &g, &found.item[i]))
			add_finding(list, VONDST_TE_BEREKENEN, &g, &found.item[i]);
	for (size_t i = 0; i < found.strijdig_count; i++)
		if (!is_in(&own, &g, found.strijdig[i]))
			add_finding(list, VONDST_TEGENSTRIJDIG, &g,
				&(struct herleid_vondst){found.strijdig[i], GROOTHEID_GEEN, 0, 0});
	herleid_list_release(&found);
	free(deel);
	free(l.deel);
	grootheden_release(&g);
	grootheden_release(&own);
	uitkomst_list_release(&l.uitkomsten);
}
