#include "publish/herleid.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "publish/deduce.h"
#include "publish/puzzle.h"

/* A source that hides 1 to 4 tells that much. */
enum { SOURCE_MAX = 4 };

struct werk {
	const struct grootheden *g;
	struct puzzle p;
	size_t *cell; /* per count: + 1 */
	size_t *rest; /* per verband of soort REST: + 1 */
};

void herleid_list_release(struct herleid_list *list)
{
	free(list->item);
	free(list->strijdig);
	*list = (struct herleid_list){0};
}

static bool is_shown(const struct grootheden *g, size_t q)
{
	return g->item[q].min == g->item[q].max;
}

/* ---- laying out ------------------------------------------------------------------------------------- */

/* What the parts leave when all of it can be seen; -1 when it cannot. */
static int64_t seen_rest(const struct grootheden *g, const struct verband *v)
{
	int64_t rest = g->item[v->geheel].min;

	if (!is_shown(g, v->geheel))
		return -1;
	for (size_t i = 0; i < v->count; i++) {
		if (!is_shown(g, v->deel[i]))
			return -1;
		rest -= g->item[v->deel[i]].min;
	}
	return rest;
}

static bool same_groups(const struct grootheden *g, const struct verband *a, const struct verband *b)
{
	if (a->soort != b->soort || a->count != b->count || g->item[a->geheel].sleutel != g->item[b->geheel].sleutel)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (g->item[a->deel[i]].sleutel != g->item[b->deel[i]].sleutel)
			return false;
	return true;
}

/* Are these groups the whole wherever that can be seen, and can it be seen somewhere? */
static bool is_whole(const struct grootheden *g, const struct verband *v)
{
	bool seen = false;

	for (size_t i = 0; i < g->verband_count; i++) {
		int64_t rest = same_groups(g, v, &g->verband[i]) ? seen_rest(g, &g->verband[i]) : -1;

		if (rest > 0)
			return false;
		seen = seen || rest == 0;
	}
	return seen;
}

/* Does the sum name every area below that the files name in this period? What another indicator has of a wijk and this
 * one has not, was not delivered. */
static bool is_complete(const struct grootheden *g, const struct verband *v)
{
	const struct grootheid *total = &g->item[v->geheel];

	for (size_t q = 0; q < g->count; q++) {
		const struct gebied *area = g->item[q].gebied;
		bool named = false;

		if (!area->ouder || strcmp(area->ouder, total->gebied->code) != 0 || strcmp(area->niveau, "buiten") == 0 ||
			strcmp(area->niveau, "onbekend") == 0 || !periode_equal(g->item[q].periode, total->periode))
			continue;
		for (size_t i = 0; i < v->count && !named; i++)
			named = g->item[v->deel[i]].gebied == area;
		if (!named)
			return false;
	}
	return true;
}

static void add_parts(struct werk *w, const struct verband *v)
{
	size_t *part = mem_new(v->count + 1, sizeof(*part)), count = v->count;
	bool all = v->soort == VERBAND_SOM ? is_complete(w->g, v) : is_whole(w->g, v);

	for (size_t i = 0; i < count; i++)
		part[i] = w->cell[v->deel[i]] - 1;
	if (!all)
		part[count++] = puzzle_add_hidden(&w->p, 0, HERLEID_GEEN_GRENS);
	if (seen_rest(w->g, v) < 0) /* else there is nothing to be found, and what does not fit says nothing of it */
		puzzle_add_sum(&w->p, w->cell[v->geheel] - 1, part, count, 0);
	free(part);
}

bool herleid_van_bron(const struct grootheid *c)
{
	return c->min <= 1 && c->max >= SOURCE_MAX && c->max < HERLEID_GEEN_GRENS;
}

/* Of a rest nothing more is kept secret than what the ranges of the source leave of it. */
static void add_rest(struct werk *w, size_t i)
{
	const struct verband *v = &w->g->verband[i];
	const struct grootheid *whole = &w->g->item[v->geheel], *part = &w->g->item[v->deel[0]];
	int64_t max = HERLEID_GEEN_GRENS;

	if (seen_rest(w->g, v) >= 0)
		return;
	if (herleid_van_bron(whole))
		max = whole->max - (herleid_van_bron(part) ? part->min : 0);
	else if (is_shown(w->g, v->geheel) && part->max >= whole->max && whole->max - part->min >= part->k - 1)
		max = whole->max - part->min; /* "minder dan 5 niet bereikt" (publish/gezegd) */
	w->rest[i] = puzzle_add_hidden(&w->p, 0, max) + 1;
	puzzle_add_sum(&w->p, w->cell[v->geheel] - 1, (size_t[]){w->cell[v->deel[0]] - 1, w->rest[i] - 1}, 2, 0);
}

static void lay_out(struct werk *w, size_t root, const struct herleid_deel *deel, size_t deel_count)
{
	const struct grootheden *g = w->g;

	for (size_t q = 0; q < g->count; q++)
		if (g->item[q].deel == root)
			w->cell[q] = 1 + (is_shown(g, q) ? puzzle_add_known(&w->p, g->item[q].min) :
							   puzzle_add_hidden(&w->p, g->item[q].min, g->item[q].max));
	for (size_t i = 0; i < g->verband_count; i++) {
		if (g->item[g->verband[i].geheel].deel != root)
			continue;
		if (g->verband[i].soort == VERBAND_REST)
			add_rest(w, i);
		else
			add_parts(w, &g->verband[i]);
	}
	for (size_t i = 0; i < deel_count; i++)
		if (g->item[deel[i].x].deel == root && g->item[deel[i].n].deel == root)
			puzzle_add_ratio(&w->p, w->cell[deel[i].x] - 1, w->cell[deel[i].n] - 1, deel[i].maal, deel[i].waarde, 0);
}

/* ---- judging ---------------------------------------------------------------------------------------- */

static void find(struct herleid_list *list, size_t q, size_t geheel, const struct deduction *d)
{
	list->item = mem_grow(list->item, &list->cap, list->count + 1, sizeof(*list->item));
	list->item[list->count++] = (struct herleid_vondst){q, geheel, d->low, d->high};
}

static void contradict(struct herleid_list *list, size_t root)
{
	list->strijdig = mem_grow(list->strijdig, &list->strijdig_cap, list->strijdig_count + 1, sizeof(*list->strijdig));
	list->strijdig[list->strijdig_count++] = root;
}

/* Is too much known of something that lies in [0, cap] by itself? */
static bool is_narrow(const struct deduction *d, int64_t own_min, int64_t cap, int64_t k)
{
	int64_t width = cap - own_min < k - 1 ? cap - own_min : k - 1, upper = cap < k ? cap : k;

	if (d->seen_low >= d->seen_high)
		return true; /* exactly known, or not shown to be otherwise */
	return d->seen_low < k && (d->seen_high - d->seen_low < width || d->seen_high < upper);
}

static void judge(const struct werk *w, size_t root, const struct deduction *out, struct herleid_list *list)
{
	const struct grootheden *g = w->g;

	for (size_t q = 0; q < g->count; q++) {
		const struct grootheid *c = &g->item[q];

		if (c->deel == root && !is_shown(g, q) && is_narrow(&out[w->cell[q] - 1], c->min, c->max, c->k))
			find(list, q, GROOTHEID_GEEN, &out[w->cell[q] - 1]);
	}
	/* Of a rest only what may be a small group; beside a whole that is shown it says what its part says. */
	for (size_t i = 0; i < g->verband_count; i++) {
		const struct verband *v = &g->verband[i];
		const struct grootheid *part = &g->item[v->deel[0]], *whole = &g->item[v->geheel];
		const struct deduction *d = w->rest[i] ? &out[w->rest[i] - 1] : NULL;
		int64_t cap = d ? w->p.cell[w->rest[i] - 1].max : 0;

		if (is_shown(g, v->geheel) && whole->max < cap)
			cap = whole->max;
		if (d && d->low < part->k && d->high > 0 && is_narrow(d, 0, cap, part->k))
			find(list, v->deel[0], v->geheel, d);
	}
}

static void herleid_one(const struct grootheden *g, size_t root, const struct herleid_deel *deel, size_t deel_count,
	struct herleid_list *list)
{
	struct werk w = {.g = g, .p = PUZZLE_INIT, .cell = mem_new(g->count, sizeof(*w.cell)),
		.rest = mem_new(g->verband_count, sizeof(*w.rest))};
	const struct attacker who = ATTACKER_READER;
	struct deduction *out;
	struct deduce *d;
	struct err err = ERR_INIT;

	lay_out(&w, root, deel, deel_count);
	out = mem_new(w.p.cell_count, sizeof(*out));
	if (puzzle_seal(&w.p, &err)) {
		contradict(list, root);
	} else {
		d = deduce_new(&w.p, 0);
		if (deduce_all(d, &who, out, &err))
			contradict(list, root);
		else
			judge(&w, root, out, list);
		deduce_free(d);
	}
	err_release(&err);
	free(out);
	puzzle_release(&w.p);
	free(w.cell);
	free(w.rest);
}

void herleid(const struct grootheden *g, const struct herleid_deel *deel, size_t deel_count, struct herleid_list *list)
{
	bool *hidden = mem_new(g->count, sizeof(*hidden));

	for (size_t q = 0; q < g->count; q++)
		hidden[g->item[q].deel] = hidden[g->item[q].deel] || !is_shown(g, q);
	for (size_t q = 0; q < g->count; q++)
		if (hidden[q])
			herleid_one(g, q, deel, deel_count, list);
	free(hidden);
}
