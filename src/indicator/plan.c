#include "indicator/plan.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Deeper than this a derivation goes in a circle: A from B from C is the most that is used. */
#define DEPTH_MAX 8

/* ---- order ---- */

struct ordering {
	const struct definities *defs;
	const struct indicator_def **item;
	size_t count, cap;
};

static bool has(const struct ordering *o, const struct indicator_def *def)
{
	for (size_t i = 0; i < o->count; i++) {
		if (o->item[i] == def)
			return true;
	}
	return false;
}

static int place(struct ordering *o, const struct indicator_def *def, int depth, struct err *err);

static int place_base(struct ordering *o, const struct indicator_def *def, const char *id, int depth, struct err *err)
{
	const struct indicator_def *base;

	if (!id)
		return 0;
	base = definities_indicator(o->defs, id);
	if (!base) {
		const char *near = definities_nearest(o->defs, id);

		err_set(err, ERR_DEFINITION, "indicators/%s.json, sleutel afgeleid: indicator %s bestaat niet.", def->id,
			id);
		return near ? err_advise(err, "Bedoelt u %s?", near) : -1;
	}
	return place(o, base, depth + 1, err);
}

static int place(struct ordering *o, const struct indicator_def *def, int depth, struct err *err)
{
	if (has(o, def))
		return 0;
	if (depth > DEPTH_MAX)
		return err_set(err, ERR_DEFINITION,
			"indicators/%s.json, sleutel afgeleid: de afleiding gaat in een kring.", def->id);
	if (place_base(o, def, def->afgeleid_van, depth, err) || place_base(o, def, def->afgeleid_min, depth, err))
		return -1;
	o->item = mem_grow(o->item, &o->cap, o->count + 1, sizeof(*o->item));
	o->item[o->count++] = def;
	return 0;
}

static int place_asked(struct ordering *o, const char *indicator, struct err *err)
{
	const struct indicator_def *def = definities_indicator(o->defs, indicator);
	const char *near;

	if (def)
		return place(o, def, 0, err);
	near = definities_nearest(o->defs, indicator);
	err_set(err, ERR_USE, "Indicator \"%s\" bestaat niet.", indicator);
	return near ? err_advise(err, "Bedoelt u %s?", near) : -1;
}

int plan_order(const struct definities *defs, const char *indicator, const struct indicator_def ***order,
	size_t *count, struct err *err)
{
	struct ordering o = {.defs = defs};
	int rc = 0;

	if (indicator)
		rc = place_asked(&o, indicator, err);
	for (size_t i = 0; !indicator && rc == 0 && i < defs->indicator_count; i++)
		rc = place(&o, defs->indicator[i], 0, err);
	if (rc) {
		free(o.item);
		return -1;
	}
	*order = o.item;
	*count = o.count;
	return 0;
}

/* ---- reading ---- */

void plan_release(struct plan *plan)
{
	for (size_t i = 0; i < plan->count; i++) {
		meting_list_release(&plan->item[i].teller.out);
		meting_list_release(&plan->item[i].noemer.out);
	}
	for (size_t i = 0; i < plan->source_count; i++) {
		free(plan->source[i].bron);
		periode_set_release(&plan->source[i].periods);
	}
	free(plan->item);
	free(plan->source);
	memset(plan, 0, sizeof(*plan));
}

const struct plan_item *plan_find(const struct plan *plan, const struct indicator_def *def)
{
	for (size_t i = 0; i < plan->count; i++) {
		if (plan->item[i].def == def)
			return &plan->item[i];
	}
	return NULL;
}

static void add_item(struct plan *plan, const struct indicator_def *def)
{
	struct plan_item *item;

	plan->item = mem_grow(plan->item, &plan->cap, plan->count + 1, sizeof(*plan->item));
	item = &plan->item[plan->count++];
	*item = (struct plan_item){.def = def, .telt = def, .teller.telling = &def->teller};
	if (def->noemer.bron)
		item->noemer.telling = &def->noemer;
}

static void add_source(struct plan *plan, const char *bron)
{
	size_t at = 0;

	while (at < plan->source_count && strcmp(plan->source[at].bron, bron) < 0)
		at++;
	if (at < plan->source_count && strcmp(plan->source[at].bron, bron) == 0)
		return;
	plan->source = mem_grow(plan->source, &plan->source_cap, plan->source_count + 1, sizeof(*plan->source));
	memmove(plan->source + at + 1, plan->source + at, (plan->source_count - at) * sizeof(*plan->source));
	plan->source[at] = (struct plan_source){.bron = mem_dup(bron)};
	plan->source_count++;
}

/* All jobs of one source, fed in one pass. */
static int read_source(struct plan *plan, struct plan_source *source, struct store *store, struct stand stand,
	struct err *err)
{
	struct telling_job **job = mem_new(2 * plan->count, sizeof(struct telling_job *));
	size_t count = 0;
	int rc;

	for (size_t i = 0; i < plan->count; i++) {
		struct plan_item *item = &plan->item[i];

		if (strcmp(item->teller.telling->bron, source->bron) == 0) {
			job[count++] = &item->teller;
			item->periods = &source->periods;
		}
		if (item->noemer.telling && strcmp(item->noemer.telling->bron, source->bron) == 0)
			job[count++] = &item->noemer;
	}
	rc = aggregate_source(store, source->bron, stand, job, count, &source->periods, err);
	free(job);
	return rc;
}

int plan_read(struct plan *out, struct store *store, const struct indicator_def *const *order, size_t count,
	struct stand stand, struct err *err)
{
	for (size_t i = 0; i < count; i++) {
		if (!order[i]->teller.bron)
			continue;
		add_item(out, order[i]);
		add_source(out, order[i]->teller.bron);
		if (order[i]->noemer.bron)
			add_source(out, order[i]->noemer.bron);
	}
	for (size_t i = 0; i < out->source_count; i++) {
		if (read_source(out, &out->source[i], store, stand, err)) {
			plan_release(out);
			return -1;
		}
	}
	return 0;
}
