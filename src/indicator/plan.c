#include "indicator/plan.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "def/import_def.h"
#include "def/import_load.h"

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

static int place_base(struct ordering *o, const struct indicator_def *def, const char *id,
	int depth, struct err *err)
{
	const struct indicator_def *base;

	if (!id)
		return 0;
	base = definities_indicator(o->defs, id);
	if (!base) {
		const char *near = definities_nearest(o->defs, id);

		err_set(err, ERR_DEFINITION,
			"indicators/%s.json, sleutel afgeleid: indicator %s bestaat niet.", def->id,
			id);
		return near ? err_advise(err, "Bedoelt u %s?", near) : -1;
	}
	return place(o, base, depth + 1, err);
}

static int place(struct ordering *o, const struct indicator_def *def, int depth, struct err *err)
{
	if (has(o, def))
		return 0;
	if (depth > DEPTH_MAX) {
		err_set(err, ERR_DEFINITION, "indicators/%s.json, sleutel afgeleid: de afleiding gaat in een kring.",
			def->id);
		return err_advise(err, "Typ 'ijkpunt controleer' voor de hele kring.");
	}
	if (place_base(o, def, def->afgeleid_van, depth, err) ||
		place_base(o, def, def->afgeleid_min, depth, err))
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

int plan_order(const struct definities *defs, const char *indicator, const char *bron,
	const struct indicator_def ***order, size_t *count, struct err *err)
{
	struct ordering o = {.defs = defs};
	int rc = 0;

	if (indicator)
		rc = place_asked(&o, indicator, err);
	for (size_t i = 0; !indicator && rc == 0 && i < defs->indicator_count; i++) {
		if (!bron || plan_rests_on(defs, defs->indicator[i], bron))
			rc = place(&o, defs->indicator[i], 0, err);
	}
	if (rc) {
		free(o.item);
		return -1;
	}
	*order = o.item;
	*count = o.count;
	return 0;
}

static bool rests(
	const struct definities *defs, const struct indicator_def *def, const char *bron, int depth)
{
	const char *const base[] = {def->afgeleid_van, def->afgeleid_min};
	const char *const own[] = {def->teller.bron, def->noemer.bron};

	for (size_t i = 0; i < ARRAY_LEN(own); i++) {
		if (own[i] && strcmp(own[i], bron) == 0)
			return true;
	}
	for (size_t i = 0; depth < DEPTH_MAX && i < ARRAY_LEN(base); i++) {
		const struct indicator_def *up =
			base[i] ? definities_indicator(defs, base[i]) : NULL;

		if (up && rests(defs, up, bron, depth + 1))
			return true;
	}
	return false;
}

bool plan_rests_on(const struct definities *defs, const struct indicator_def *def, const char *bron)
{
	return rests(defs, def, bron, 0);
}

/* ---- reading ---- */

void plan_release(struct plan *plan)
{
	for (size_t i = 0; i < plan->count; i++) {
		telling_job_release(&plan->item[i].teller);
		telling_job_release(&plan->item[i].noemer);
		telling_job_release(&plan->item[i].teller2);
		telling_job_release(&plan->item[i].noemer2);
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

static const struct indicator_def *base_in(
	const struct indicator_def *const *order, size_t count, const struct indicator_def *def)
{
	for (size_t i = 0; def->afgeleid_van && i < count; i++) {
		if (strcmp(order[i]->id, def->afgeleid_van) == 0)
			return order[i];
	}
	return NULL;
}

static struct telling_job job_of(
	const struct telling *t, const struct filter *extra, size_t extra_count)
{
	return (struct telling_job){
		.telling = t->bron ? t : NULL, .extra = extra, .extra_count = extra_count};
}

/* Whose teller and noemer are summed for `def`; NULL when it counts nothing itself. */
static const struct indicator_def *counted_by(
	const struct indicator_def *def, const struct indicator_def *base)
{
	if (def->teller.bron)
		return def;
	return def->bewerking == BEWERKING_VERSCHIL && def->groep_count && base->teller.bron ? base
											     : NULL;
}

static void add_item(
	struct plan *plan, const struct indicator_def *def, const struct indicator_def *base)
{
	const struct indicator_def *telt = counted_by(def, base);
	struct plan_item *item;

	if (!telt)
		return;
	plan->item = mem_grow(plan->item, &plan->cap, plan->count + 1, sizeof(*plan->item));
	item = &plan->item[plan->count++];
	*item = (struct plan_item){.def = def, .telt = telt};
	item->teller = job_of(&telt->teller, def->groep, def->groep_count);
	item->noemer = job_of(&telt->noemer, def->groep, def->groep_count);
	if (def->bewerking == BEWERKING_AANDEEL_VAN && base->teller.bron)
		item->noemer = job_of(&base->teller, NULL, 0);
	if (telt != def) {
		item->teller2 = job_of(&telt->teller, def->groep_min, def->groep_min_count);
		item->noemer2 = job_of(&telt->noemer, def->groep_min, def->groep_min_count);
	}
	item->teller.per_rij = item->noemer.per_rij = def->soort == SOORT_INDEX;
}

static void add_source(struct plan *plan, const char *bron)
{
	size_t at = 0;

	while (at < plan->source_count && strcmp(plan->source[at].bron, bron) < 0)
		at++;
	if (at < plan->source_count && strcmp(plan->source[at].bron, bron) == 0)
		return;
	plan->source = mem_grow(
		plan->source, &plan->source_cap, plan->source_count + 1, sizeof(*plan->source));
	memmove(plan->source + at + 1, plan->source + at,
		(plan->source_count - at) * sizeof(*plan->source));
	plan->source[at] = (struct plan_source){.bron = mem_dup(bron)};
	plan->source_count++;
}

static size_t add_job(
	struct telling_job **job, size_t count, struct telling_job *one, const char *bron)
{
	if (one->telling && strcmp(one->telling->bron, bron) == 0)
		job[count++] = one;
	return count;
}

/* All jobs of one source, fed in one pass. */
static int read_source(struct plan *plan, struct plan_source *source, struct store *store,
	struct stand stand, struct err *err)
{
	struct telling_job **job = mem_new(4 * plan->count, sizeof(struct telling_job *));
	size_t count = 0;
	int rc;

	for (size_t i = 0; i < plan->count; i++) {
		struct plan_item *item = &plan->item[i];

		if (strcmp(item->teller.telling->bron, source->bron) == 0)
			item->periods = &source->periods;
		count = add_job(job, count, &item->teller, source->bron);
		count = add_job(job, count, &item->noemer, source->bron);
		count = add_job(job, count, &item->teller2, source->bron);
		count = add_job(job, count, &item->noemer2, source->bron);
	}
	rc = aggregate_source(store, source->bron, stand, job, count, &source->periods, err);
	free(job);
	return rc;
}

const struct plan_source *plan_source_of(const struct plan *plan, const struct telling_job *job)
{
	for (size_t i = 0; job->telling && i < plan->source_count; i++) {
		if (strcmp(plan->source[i].bron, job->telling->bron) == 0)
			return &plan->source[i];
	}
	return NULL;
}

/* What the rows of the source are, as its profile says; a source without profile is taken to
 * deliver counts. */
static int read_profile(struct plan_source *source, const struct definities *defs, struct err *err)
{
	char *name = mem_printf("%s.json", source->bron), *label = mem_printf("imports/%s", name);
	char *path = definities_path(defs->werkmap, defs->installed, "imports", name);
	struct import_def *profile = NULL;
	int rc = path ? import_def_load(&profile, path, label, err) : 0;

	if (profile) {
		source->is_register = profile->rijen == RIJEN_REGISTER;
		source->telt = profile->rijen == RIJEN_OBJECTEN ||
			       profile->rijen == RIJEN_PERSONEN || source->is_register;
	}
	import_def_free(profile);
	free(path);
	free(label);
	free(name);
	return rc;
}

int plan_read(struct plan *out, struct store *store, const struct definities *defs,
	const struct indicator_def *const *order, size_t count, struct stand stand, struct err *err)
{
	for (size_t i = 0; i < count; i++)
		add_item(out, order[i], base_in(order, count, order[i]));
	for (size_t i = 0; i < out->count; i++) {
		add_source(out, out->item[i].teller.telling->bron);
		if (out->item[i].noemer.telling)
			add_source(out, out->item[i].noemer.telling->bron);
	}
	for (size_t i = 0; i < out->source_count; i++) {
		if (read_profile(&out->source[i], defs, err) ||
			read_source(out, &out->source[i], store, stand, err)) {
			plan_release(out);
			return -1;
		}
	}
	return 0;
}
