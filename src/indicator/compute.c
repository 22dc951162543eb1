#include "indicator/compute.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "indicator/change.h"
#include "indicator/derive.h"
#include "indicator/judge.h"
#include "indicator/outcome.h"
#include "indicator/plan.h"
#include "indicator/rollup.h"
#include "indicator/statistiek.h"

struct run {
	const struct definities *defs;
	const struct gebied_list *gebieden;
	struct stand stand;
	struct plan plan;
	struct uitkomst_list all;
};

/* ---- which periods ---- */

/* The periods of the indicator's kind that its source delivered, and those that were skipped between the first and
 * the last: a missing quarter is an outcome too. Reference days have no rhythm of their own. */
static void expected_periods(const struct indicator_def *def, const struct periode_set *delivered,
	struct periode_set *out)
{
	struct periode last = {.soort = PERIODE_GEEN};

	for (size_t i = 0; i < delivered->count; i++) {
		struct periode p = delivered->item[i];

		if (p.soort != def->periode_soort || !outcome_defined(def, p))
			continue;
		while (last.soort != PERIODE_GEEN && p.soort != PERIODE_DAG && periode_cmp(last, p) < 0) {
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

/* Does this area get an outcome in this period? Own areas always (unless no children live there), others and the
 * row of children without a known wijk only when something was delivered about them. */
static bool in_scope(const struct plan_item *item, const struct gebied *g, struct periode p)
{
	if (strcmp(g->niveau, "buiten") == 0)
		return false;
	if (strcmp(g->niveau, "onbekend") == 0)
		return item->def->onbekend_telt_mee && has_data(item, g, p);
	if (!has_level(item->def, g->niveau) || !gebied_valid_on(g, p.eind))
		return false;
	return (g->eigen && !g->zonder_doelgroep) || has_data(item, g, p);
}

/* ---- one outcome ---- */

static void compute_one(struct run *run, const struct plan_item *item, const struct gebied *g, struct periode p)
{
	struct rollup r = {run->gebieden, item->def, &item->teller.out,
		item->noemer.telling ? &item->noemer.out : NULL};
	struct cijfer c;
	struct uitkomst *u;

	rollup_area(&r, g, p, &c);
	u = uitkomst_list_add(&run->all);
	u->indicator = item->def;
	u->gebied = g;
	u->periode = p;
	u->teller = c.teller;
	u->noemer = c.noemer;
	u->onvolledig = c.onvolledig;
	u->delen = c.delen;
	u->delen_ontbreken = c.delen_ontbreken;
	u->voorlopig = c.voorlopig;
	u->levering = c.levering.nr; /* ownership moves */
	u->levering_count = c.levering.count;
	outcome_judge(u, c.gegevens, run->defs, run->stand);
}

static void compute_counted(struct run *run, const struct plan_item *item)
{
	struct periode_set periods = {NULL, 0, 0};

	expected_periods(item->def, item->periods, &periods);
	for (size_t i = 0; i < periods.count; i++) {
		for (size_t k = 0; k < run->gebieden->count; k++) {
			if (in_scope(item, &run->gebieden->item[k], periods.item[i]))
				compute_one(run, item, &run->gebieden->item[k], periods.item[i]);
		}
	}
	periode_set_release(&periods);
}

/* ---- all of them ---- */

static void compare_years(struct uitkomst_list *list, const struct definities *defs)
{
	for (size_t i = 0; i < list->count; i++) {
		struct uitkomst *u = &list->item[i];

		change_fill(u,
			uitkomst_find(list, u->indicator->id, u->gebied, periode_years_back(u->periode, 1)),
			defs);
	}
}

/* Keeps the outcomes of one indicator; the rest was only needed to derive it. */
static void keep_only(struct uitkomst_list *list, const char *indicator)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->count; i++) {
		if (strcmp(list->item[i].indicator->id, indicator) == 0)
			list->item[kept++] = list->item[i];
		else
			free(list->item[i].levering);
	}
	list->count = kept;
}

int compute_run(struct store *store, const struct definities *defs, const struct gebied_list *gebieden,
	struct stand stand, const char *indicator, struct uitkomst_list *out, struct err *err)
{
	struct run run = {.defs = defs, .gebieden = gebieden, .stand = stand};
	const struct indicator_def **order = NULL;
	size_t count = 0;
	int rc = -1;

	if (plan_order(defs, indicator, &order, &count, err) ||
		plan_read(&run.plan, store, order, count, stand, err))
		goto out;
	for (size_t i = 0; i < count; i++) {
		const struct plan_item *item = plan_find(&run.plan, order[i]);

		if (item)
			compute_counted(&run, item);
		else
			derive_fill(order[i], &run.all, defs, stand);
	}
	uitkomst_list_sort(&run.all);
	compare_years(&run.all, defs);
	statistiek_reeks(&run.all, defs);
	if (indicator)
		keep_only(&run.all, indicator);
	*out = run.all;
	run.all = (struct uitkomst_list){NULL, 0, 0};
	rc = 0;
out:
	free(order);
	plan_release(&run.plan);
	uitkomst_list_release(&run.all);
	return rc;
}
