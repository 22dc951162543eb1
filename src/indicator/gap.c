#include "indicator/gap.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "indicator/adjust.h"

static double share_of(struct share wijk)
{
	return (double)wijk.x / (double)wijk.n;
}

static struct share total_of(const struct share *wijk, size_t count)
{
	struct share total = {0, 0};
	size_t i;

	for (i = 0; i < count; i++) {
		total.x += wijk[i].x;
		total.n += wijk[i].n;
	}
	return total;
}

/* What chance alone contributes to a wijk's q(1-q)/(n-1). One child says nothing about its own
 * variance; there the city's stands in. */
static double chance_in(struct share wijk, double city)
{
	double own = share_of(wijk);

	return wijk.n > 1 ? own * (1 - own) / (double)(wijk.n - 1) : city * (1 - city);
}

static void spread_compute(const struct share *wijk, size_t count, struct gap *out)
{
	double weight, off, raw = 0;
	size_t i;

	out->chance = 0;
	for (i = 0; i < count; i++)
		if (wijk[i].n > 0) {
			weight = (double)wijk[i].n / (double)out->total.n;
			off = share_of(wijk[i]) - out->share;
			raw += weight * off * off;
			out->chance += weight * (1 - weight) * chance_in(wijk[i], out->share);
		}
	out->raw_spread = sqrt(raw);
	out->spread = sqrt(fmax(0, raw - out->chance));
}

/* ---- the best wijk -------------------------------------------------------------------------- */

/* ceil and floor of part * n / whole, all not negative and at most 10^9. */
static int64_t ceil_share(int64_t part, int64_t n, int64_t whole)
{
	return (part * n + whole - 1) / whole;
}

static int64_t floor_share(int64_t part, int64_t n, int64_t whole)
{
	return part * n / whole;
}

/* Whole children that separate `wijk` from the share goal.x / goal.n, never negative. */
static int64_t children_to(struct share wijk, struct share goal, bool hoger_beter)
{
	int64_t short_of = hoger_beter ? ceil_share(goal.x, wijk.n, goal.n) - wijk.x
				       : wijk.x - floor_share(goal.x, wijk.n, goal.n);

	return short_of > 0 ? short_of : 0;
}

/* Exact: a has the better share, or the same share with more children. */
static bool is_better(struct share a, struct share b, bool hoger_beter)
{
	int64_t one = a.x * b.n, two = b.x * a.n;

	if (one != two)
		return (one > two) == hoger_beter;
	return a.n > b.n;
}

static void best_compute(
	const struct share *wijk, size_t count, const struct gap_options *options, struct gap *out)
{
	struct share best;
	size_t i;

	for (i = 0; i < count; i++)
		if (wijk[i].n > 0 && wijk[i].n >= options->best_min &&
			(!out->has_best ||
				is_better(wijk[i], wijk[out->best], options->hoger_beter))) {
			out->has_best = true;
			out->best = i;
		}
	if (!out->has_best)
		return;
	best = wijk[out->best];
	/* A small wijk may do better than the best that counts; the city as a whole may too. */
	out->par = fmax(0,
		options->hoger_beter ? share_of(best) - out->share : out->share - share_of(best));
	out->par_children = out->par * (double)out->total.n;
	out->par_city = children_to(out->total, best, options->hoger_beter);
	for (i = 0; i < count; i++)
		out->par_per_wijk += children_to(wijk[i], best, options->hoger_beter);
}

/* ---- a wijk against the rest ---------------------------------------------------------------- */

static double two_sided(struct share wijk, struct share total)
{
	double low = fisher_at_most(wijk.x, wijk.n, total.x, total.n);
	double high = fisher_at_least(wijk.x, wijk.n, total.x, total.n);

	return fmin(1, 2 * fmin(low, high));
}

static void wijk_compare(struct share wijk, const struct gap_options *options,
	const struct gap *gap, struct gap_wijk *out)
{
	struct share rest = {gap->total.x - wijk.x, gap->total.n - wijk.n};

	*out = (struct gap_wijk){.rest = {NAN, {NAN, NAN}}, .p = NAN, .p_holm = NAN};
	if (wijk.n > 0)
		out->to_city = children_to(wijk, gap->total, options->hoger_beter);
	out->compared = wijk.n > 0 && wijk.n >= options->n_min && rest.n > 0;
	if (!out->compared)
		return;
	out->rest = newcombe(wijk.x, wijk.n, rest.x, rest.n, options->conf);
	out->p = two_sided(wijk, gap->total);
}

static void holm_compute(struct gap_wijk *each, size_t count, double conf)
{
	double *p = mem_new(count, sizeof(*p));
	size_t i, compared = 0;

	for (i = 0; i < count; i++)
		if (each[i].compared)
			p[compared++] = each[i].p;
	adjust_holm(p, p, compared);
	for (i = 0, compared = 0; i < count; i++)
		if (each[i].compared) {
			each[i].p_holm = p[compared++];
			each[i].differs =
				each[i].p_holm <= 1 - conf &&
				(each[i].rest.interval.low > 0 || each[i].rest.interval.high < 0);
		}
	free(p);
}

size_t gap_spread(const struct share *wijk, size_t count, struct gap *out)
{
	size_t i, with_children = 0;

	*out = (struct gap){.share = NAN,
		.raw_spread = NAN,
		.chance = NAN,
		.spread = NAN,
		.par = NAN,
		.par_children = NAN};
	out->total = total_of(wijk, count);
	if (out->total.n > 0) {
		out->share = share_of(out->total);
		spread_compute(wijk, count, out);
	}
	for (i = 0; i < count; i++)
		with_children += wijk[i].n > 0;
	return with_children;
}

void gap_compute(const struct share *wijk, size_t count, const struct gap_options *options,
	struct gap *out, struct gap_wijk *each)
{
	size_t i;

	assert(options->conf > 0 && options->conf < 1);
	if (gap_spread(wijk, count, out))
		best_compute(wijk, count, options, out);
	out->homogeneity = homogeneity_test(wijk, count, options->conf);
	/* A comparison with NaN is false: too few wijken never differ. */
	out->differs = out->spread > 0 && out->homogeneity.p <= 1 - options->conf;
	if (!each)
		return;
	for (i = 0; i < count; i++)
		wijk_compare(wijk[i], options, out, &each[i]);
	holm_compute(each, count, options->conf);
}
