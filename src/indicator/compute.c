#include "indicator/compute.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "indicator/change.h"
#include "indicator/derive.h"
#include "indicator/difference.h"
#include "indicator/index.h"
#include "indicator/judge.h"
#include "indicator/outcome.h"
#include "indicator/plan.h"
#include "indicator/rollup.h"
#include "indicator/schatting.h"
#include "indicator/statistiek.h"
#include "indicator/verdeling.h"
#include "store/koppeling_store.h"
#include "store/levering_store.h"

struct run {
	const struct definities *defs;
	const struct gebied_list *gebieden;
	struct stand stand;
	struct plan plan;
	struct uitkomst_list all;
};

/* ---- which periods ---- */

/* The periods of the indicator's kind that its source delivered, and those that were skipped
 * between the first and the last: a missing quarter is an outcome too. Reference days have no
 * rhythm of their own. */
static void expected_periods(const struct indicator_def *def, const struct periode_set *delivered,
	struct periode_set *out)
{
	struct periode last = {.soort = PERIODE_GEEN};

	for (size_t i = 0; i < delivered->count; i++) {
		struct periode p = delivered->item[i];

		if (p.soort != def->periode_soort || !outcome_defined(def, p))
			continue;
		while (last.soort != PERIODE_GEEN && p.soort != PERIODE_DAG &&
			periode_cmp(last, p) < 0) {
			periode_set_add(out, last);
			last = periode_next(last);
		}
		periode_set_add(out, p);
		last = p.soort == PERIODE_DAG ? p : periode_next(p);
	}
}

/* ---- which areas ---- */

static bool has_level(const struct indicator_def *def, const char *niveau)
{
	for (size_t i = 0; i < def->niveau_count; i++) {
		if (strcmp(def->niveau[i], niveau) == 0)
			return true;
	}
	return false;
}

static bool has_data(const struct plan_item *item, const struct gebied *g, struct periode p)
{
	return meting_find(&item->teller.out, g->id, p, false) ||
	       (item->noemer.telling && meting_find(&item->noemer.out, g->id, p, false));
}

/* Is it in a group, or below what is in one? Of a group only the sum is made. */
static bool below_group(const struct gebied_list *list, const struct gebied *g)
{
	for (; g; g = g->ouder ? gebied_by_code(list, NULL, g->ouder, g->vanaf) : NULL)
		if (gebied_in_groep(g))
			return true;
	return false;
}

/* Does this area get an outcome in this period? Own areas always (unless no children live there),
 * others and the row of children without a known wijk only when something was delivered about them.
 */
static bool in_scope(
	const struct plan_item *item, const struct gebied_list *list, const struct gebied *g, struct periode p)
{
	if (strcmp(g->niveau, "buiten") == 0)
		return false;
	if (strcmp(g->niveau, "onbekend") == 0)
		return item->def->onbekend_telt_mee && has_data(item, g, p);
	if (!has_level(item->def, g->niveau) || !gebied_valid_on(g, p.eind) || below_group(list, g))
		return false;
	return (g->eigen && !g->zonder_doelgroep) || has_data(item, g, p);
}

/* ---- one outcome ---- */

/* The periods in which absent means none, where the source counts. */
static struct counted counted_by(const struct run *run, const struct telling_job *job)
{
	const struct plan_source *source = plan_source_of(&run->plan, job);

	if (!source || !source->telt)
		return (struct counted){NULL, false};
	return (struct counted){&source->periods, source->is_register};
}

/* The sums of one pair of jobs for an area, into an outcome. */
static void area_sums(const struct run *run, const struct plan_item *item,
	const struct telling_job *teller, const struct telling_job *noemer, struct uitkomst *u,
	struct cijfer *c)
{
	struct rollup r = {run->gebieden, item->telt, &teller->out,
		noemer->telling ? &noemer->out : NULL,
		item->telt->optelbaar || item->def->soort == SOORT_INDEX, counted_by(run, teller),
		counted_by(run, noemer)};
	struct levering_set joined = {u->levering, u->levering_count, u->levering_count};

	rollup_area(&r, u->gebied, u->periode, c);
	levering_set_join(&joined, &c->levering);
	u->levering = joined.nr;
	u->levering_count = joined.count;
	u->onvolledig = u->onvolledig || c->onvolledig;
	u->voorlopig = u->voorlopig || c->voorlopig;
	if (c->geschat_met && !u->geschat_met)
		u->geschat_met = mem_dup(c->geschat_met);
	if (c->delen > u->delen)
		u->delen = c->delen;
	if (c->delen_ontbreken > u->delen_ontbreken)
		u->delen_ontbreken = c->delen_ontbreken;
	cijfer_release(c);
}

/* Two groups of one indicator: the reason that comes first in the decision order counts for both.
 */
static void compute_difference(struct run *run, const struct plan_item *item, struct uitkomst *u)
{
	struct cijfer one, two;
	enum judge_gegevens gegevens;

	area_sums(run, item, &item->teller, &item->noemer, u, &one);
	area_sums(run, item, &item->teller2, &item->noemer2, u, &two);
	u->teller = one.teller;
	u->noemer = one.noemer;
	u->teller2 = two.teller;
	u->noemer2 = two.noemer;
	gegevens = one.gegevens;
	if (!gegevens || (two.gegevens && two.gegevens < gegevens))
		gegevens = two.gegevens;
	difference_judge(u, gegevens, run->defs, run->stand);
}

static void compute_one(
	struct run *run, const struct plan_item *item, const struct gebied *g, struct periode p)
{
	struct uitkomst *u = uitkomst_list_add(&run->all);
	struct cijfer c;

	u->indicator = item->def;
	u->gebied = g;
	u->periode = p;
	if (item->teller2.telling) {
		compute_difference(run, item, u);
		if (uitkomst_geschat(u)) { /* like all that is derived: not from an estimate */
			uitkomst_release(u);
			run->all.count--;
		}
		return;
	}
	area_sums(run, item, &item->teller, &item->noemer, u, &c);
	u->teller = c.teller;
	u->noemer = c.noemer;
	if (u->geschat_met && c.gegevens == GEGEVENS_WAARDE)
		schatting_waarde(u);
	else if (item->def->soort == SOORT_INDEX && item->noemer.telling)
		index_judge(u, run->gebieden, &item->teller.rijen, &item->noemer.rijen, run->defs,
			run->stand);
	else
		outcome_judge(u, c.gegevens, run->defs, run->stand);
}

static void compute_counted(struct run *run, const struct plan_item *item)
{
	struct periode_set periods = {NULL, 0, 0};

	expected_periods(item->def, item->periods, &periods);
	for (size_t i = 0; i < periods.count; i++) {
		for (size_t k = 0; k < run->gebieden->count; k++) {
			if (in_scope(item, run->gebieden, &run->gebieden->item[k], periods.item[i]))
				compute_one(run, item, &run->gebieden->item[k], periods.item[i]);
		}
	}
	periode_set_release(&periods);
}

/* ---- what was never delivered ---- */

/* The day a delivery was loaded; not set when it cannot be read. */
static struct date levering_day(const struct levering *l)
{
	struct err err = ERR_INIT;
	struct date day = DATE_NONE;
	char *text = mem_dup_n(l->geladen_op, strnlen(l->geladen_op, 10));

	if (date_parse_iso(text, &day, &err))
		day = DATE_NONE;
	err_release(&err);
	free(text);
	return day;
}

/* The newest day that deliveries speak of: the end of their period, or the day of loading when that
 * is earlier. */
static int newest_day(struct store *store, struct stand stand, struct date *out, struct err *err)
{
	struct levering_list list = {0};

	*out = DATE_NONE;
	if (levering_store_list(store, stand, &list, err))
		return -1;
	for (size_t i = 0; i < list.count; i++) {
		const struct levering *l = &list.item[i];
		struct date day = levering_day(l);

		if (l->ingetrokken_op)
			continue;
		if (l->periode.soort != PERIODE_GEEN &&
			(!date_is_set(day) || date_cmp(l->periode.eind, day) < 0))
			day = l->periode.eind;
		if (date_is_set(day) && (!date_is_set(*out) || date_cmp(day, *out) > 0))
			*out = day;
	}
	levering_list_release(&list);
	return 0;
}

static struct periode last_complete(enum periode_soort soort, struct date day)
{
	struct periode p = periode_of_date(soort, day);

	return date_cmp(p.eind, day) <= 0 ? p : periode_of_date(soort, date_add_days(p.begin, -1));
}

static bool has_outcome(const struct uitkomst_list *list, const struct indicator_def *def)
{
	for (size_t i = 0; i < list->count; i++) {
		if (list->item[i].indicator == def)
			return true;
	}
	return false;
}

/* One row for the own gemeente that says why there is no number at all. */
static void compute_absent(struct run *run, const struct indicator_def *def, struct date day)
{
	struct periode p;
	struct uitkomst *u;

	if (!date_is_set(day) || (def->afgeleid_van && !plan_find(&run->plan, def)) ||
		!has_level(def, "gemeente") || has_outcome(&run->all, def))
		return;
	p = last_complete(def->periode_soort, day);
	if (!outcome_defined(def, p))
		return;
	u = uitkomst_list_add(&run->all);
	u->indicator = def;
	u->gebied = gebied_own(run->gebieden);
	u->periode = p;
	outcome_judge(u, def->klasse == KLASSE_KWALITATIEF ? GEGEVENS_NVT : GEGEVENS_NIET_GELEVERD,
		run->defs, run->stand);
}

/* ---- all of them ---- */

static void compare_years(struct uitkomst_list *list, const struct definities *defs)
{
	for (size_t i = 0; i < list->count; i++) {
		struct uitkomst *u = &list->item[i];

		change_fill(u,
			uitkomst_find(list, u->indicator->id, u->gebied,
				periode_years_back(u->periode, 1)),
			defs);
	}
}

/* Keeps the outcomes that were asked for; the rest was only needed to derive them. */
static void keep_asked(struct uitkomst_list *list, const struct definities *defs,
	const char *indicator, const char *bron)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->count; i++) {
		const struct indicator_def *def = list->item[i].indicator;

		if ((!indicator || strcmp(def->id, indicator) == 0) &&
			(!bron || plan_rests_on(defs, def, bron)))
			list->item[kept++] = list->item[i];
		else
			uitkomst_release(&list->item[i]);
	}
	list->count = kept;
}

/* All outcomes of the definitions in order, compared with the year before. */
static void compute_all(
	struct run *run, const struct indicator_def *const *order, size_t count, struct date newest)
{
	for (size_t i = 0; i < count; i++) {
		const struct plan_item *item = plan_find(&run->plan, order[i]);

		if (item)
			compute_counted(run, item);
		else
			derive_fill(order[i], &run->all, run->defs, run->gebieden, run->stand);
		compute_absent(run, order[i], newest);
	}
	uitkomst_list_sort(&run->all);
	compare_years(&run->all, run->defs);
	statistiek_reeks(&run->all, run->defs);
}

/* `indicator` and `bron` NULL: everything. */
static int compute_some(struct run *run, struct store *store, const char *indicator,
	const char *bron, struct uitkomst_list *out, struct err *err)
{
	const struct indicator_def **order = NULL;
	struct date newest;
	size_t count = 0;
	int rc = -1;

	if (plan_order(run->defs, indicator, bron, &order, &count, err) ||
		newest_day(store, run->stand, &newest, err) ||
		plan_read(&run->plan, store, run->defs, order, count, run->stand, err))
		goto out;
	if (verdeling_fill(&run->plan, store, run->defs, run->gebieden, run->stand, err))
		goto out;
	compute_all(run, order, count, newest);
	if (schatting_fill(&run->all, store, run->defs, run->gebieden, run->stand, err))
		goto out;
	keep_asked(&run->all, run->defs, indicator, bron);
	*out = run->all;
	run->all = (struct uitkomst_list){NULL, 0, 0};
	rc = 0;
out:
	free(order);
	plan_release(&run->plan);
	uitkomst_list_release(&run->all);
	return rc;
}

int compute_run(struct store *store, const struct definities *defs,
	const struct gebied_list *gebieden, struct stand stand, const char *indicator,
	struct uitkomst_list *out, struct err *err)
{
	struct run run = {.defs = defs, .gebieden = gebieden, .stand = stand};

	return compute_some(&run, store, indicator, NULL, out, err);
}

int compute_run_bron(struct store *store, const struct definities *defs,
	const struct gebied_list *gebieden, struct stand stand, const char *bron,
	struct uitkomst_list *out, struct err *err)
{
	struct run run = {.defs = defs, .gebieden = gebieden, .stand = stand};

	bool divides;

	/* A koppeling divides whatever was counted in its wijken, or by its codes. */
	if (koppeling_store_of_bron(store, bron, &divides, err))
		return -1;
	if (divides)
		bron = NULL;
	return compute_some(&run, store, NULL, bron, out, err);
}
