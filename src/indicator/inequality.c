#include "indicator/inequality.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "indicator/special.h"

/* The groups that count, with their weight and rank. */
struct ranked {
	double y, w, r, se;
};

static bool has_children(const struct inequality_group *group)
{
	assert(!(group->population < 0));
	return group->population > 0;
}

/* Those with a value, worst off first, owned by the caller. The weights add up to 1. */
static struct ranked *ranked_new(
	const struct inequality_group *group, size_t count, size_t *used, size_t *missing)
{
	struct ranked *list = mem_new(count, sizeof(*list));
	double total = 0, before = 0;
	size_t i;

	*used = *missing = 0;
	for (i = 0; i < count; i++) {
		if (!has_children(&group[i]))
			continue;
		if (isnan(group[i].value)) {
			++*missing;
			continue;
		}
		list[*used].y = group[i].value;
		list[*used].w = group[i].population;
		list[(*used)++].se = group[i].se;
		total += group[i].population;
	}
	for (i = 0; i < *used; i++) {
		list[i].w /= total;
		list[i].r = before + list[i].w / 2;
		before += list[i].w;
	}
	return list;
}

static double mean_of(const struct ranked *list, size_t count)
{
	double mean = 0;
	size_t i;

	for (i = 0; i < count; i++)
		mean += list[i].w * list[i].y;
	return mean;
}

/* ---- the measures --------------------------------------------------------------------------- */

/* a/b, and no infinity: a ratio to 0 has no meaning. */
static double ratio(double a, double b)
{
	return b == 0 ? NAN : a / b;
}

static void extremes_compute(const struct ranked *list, size_t count,
	const struct inequality_options *options, struct inequality *out)
{
	double high = list[0].y, low = list[0].y;
	size_t i;

	if (options->ordered) {
		high = options->hoger_beter ? list[count - 1].y : list[0].y;
		low = options->hoger_beter ? list[0].y : list[count - 1].y;
	} else {
		for (i = 1; i < count; i++) {
			high = fmax(high, list[i].y);
			low = fmin(low, list[i].y);
		}
	}
	out->d = high - low;
	out->r = ratio(high, low);
}

/* The mean distance of the values to `point`, unweighted and weighted. */
static void distance_compute(
	const struct ranked *list, size_t count, double point, double *plain, double *weighted)
{
	size_t i;

	*plain = *weighted = 0;
	for (i = 0; i < count; i++) {
		*plain += fabs(list[i].y - point) / (double)count;
		*weighted += list[i].w * fabs(list[i].y - point);
	}
}

static void variance_compute(const struct ranked *list, size_t count, struct inequality *out)
{
	double chance = 0, off;
	size_t i;

	out->bgv = 0;
	for (i = 0; i < count; i++) {
		off = list[i].y - out->mean;
		out->bgv += list[i].w * off * off;
		chance += list[i].w * (1 - list[i].w) * list[i].se * list[i].se;
	}
	out->bgsd = sqrt(out->bgv);
	out->cov = 100 * ratio(out->bgsd, out->mean);
	if (!isnan(chance)) /* fmax() would hide it */
		out->bgsd_corrected = sqrt(fmax(0, out->bgv - chance));
}

static void entropy_compute(const struct ranked *list, size_t count, struct inequality *out)
{
	double part;
	size_t i;

	out->ti = out->mld = 0;
	for (i = 0; i < count; i++) {
		part = ratio(list[i].y, out->mean);
		out->ti += part == 0 ? 0 : 1000 * list[i].w * part * log(part);
		out->mld -= part == 0 ? NAN : 1000 * list[i].w * log(part);
	}
}

/* The best value among the groups that are large enough; NaN when none is. */
static double best_value(const struct inequality_group *group, size_t count,
	const struct inequality_options *options)
{
	double best = NAN;
	size_t i;

	for (i = 0; i < count; i++)
		if (has_children(&group[i]) && !isnan(group[i].value) &&
			group[i].population >= options->best_min)
			best = options->hoger_beter ? fmax(best, group[i].value)
						    : fmin(best, group[i].value);
	return best;
}

static void par_compute(double best, bool hoger_beter, struct inequality *out)
{
	double gain = best - out->mean;

	out->par = (hoger_beter ? gain < 0 : gain > 0) ? 0 : gain;
	out->paf = 100 * ratio(out->par, out->mean);
}

static void concentration_compute(
	const struct ranked *list, size_t count, double bound, struct inequality *out)
{
	size_t i;

	out->aci = 0;
	for (i = 0; i < count; i++)
		out->aci += 2 * list[i].w * (list[i].y - out->mean) * (list[i].r - 0.5);
	out->rci = ratio(out->aci, out->mean);
	out->rci_wagstaff = ratio(out->rci, 1 - out->mean / bound);
	out->rci_erreygers = 4 * out->aci / bound;
}

static enum inequality_reden refuse(size_t used, size_t missing, bool ordered)
{
	if (missing > 0 && (ordered || 100 * missing > 15 * (used + missing)))
		return INEQUALITY_ONTBREKEND;
	return used < 3 ? INEQUALITY_TE_WEINIG_GROEPEN : INEQUALITY_BEKEND;
}

static const struct inequality unknown = {.mean = NAN,
	.d = NAN,
	.r = NAN,
	.bgv = NAN,
	.bgsd = NAN,
	.bgsd_corrected = NAN,
	.cov = NAN,
	.mdmu = NAN,
	.mdmw = NAN,
	.idisu = NAN,
	.idisw = NAN,
	.mdbu = NAN,
	.mdbw = NAN,
	.mdru = NAN,
	.mdrw = NAN,
	.ti = NAN,
	.mld = NAN,
	.par = NAN,
	.paf = NAN,
	.aci = NAN,
	.rci = NAN,
	.rci_wagstaff = NAN,
	.rci_erreygers = NAN};

void inequality_compute(const struct inequality_group *group, size_t count,
	const struct inequality_options *options, struct inequality *out)
{
	size_t used, missing;
	struct ranked *list = ranked_new(group, count, &used, &missing);
	double best;

	*out = unknown;
	out->used = used;
	out->missing = missing;
	out->reden = refuse(used, missing, options->ordered);
	if (out->reden == INEQUALITY_BEKEND) {
		best = best_value(group, count, options);
		out->mean = mean_of(list, used);
		extremes_compute(list, used, options, out);
		variance_compute(list, used, out);
		distance_compute(list, used, out->mean, &out->mdmu, &out->mdmw);
		out->idisu = 100 * ratio(out->mdmu, out->mean);
		out->idisw = 100 * ratio(out->mdmw, out->mean);
		distance_compute(list, used, best, &out->mdbu, &out->mdbw);
		distance_compute(list, used, options->reference, &out->mdru, &out->mdrw);
		entropy_compute(list, used, out);
		par_compute(options->ordered ? list[used - 1].y : best, options->hoger_beter, out);
		if (options->ordered)
			concentration_compute(list, used, options->bound, out);
	}
	free(list);
}

/* ---- slope and relative index --------------------------------------------------------------- */

static double to_model(double y, enum sii_transform transform)
{
	return transform == SII_LOG ? log(y) : transform == SII_LOGIT ? log(y / (1 - y)) : y;
}

static double from_model(double m, enum sii_transform transform)
{
	return transform == SII_LOG ? exp(m) : transform == SII_LOGIT ? 1 / (1 + exp(-m)) : m;
}

/* How fast from_model rises at m. */
static double tangent(double m, enum sii_transform transform)
{
	double y = from_model(m, transform);

	return transform == SII_LOG ? y : transform == SII_LOGIT ? y * (1 - y) : 1;
}

static enum sii_reden sii_refuse(
	const struct inequality_group *group, size_t count, enum sii_transform transform)
{
	size_t i;

	if (count < 5 || count > 100)
		return SII_AANTAL_GROEPEN;
	for (i = 0; i < count; i++)
		if (isnan(group[i].value) || isnan(group[i].se) || !(group[i].population > 0))
			return SII_ONTBREKEND;
	for (i = 0; i < count; i++)
		if (transform != SII_GEEN && !isfinite(to_model(group[i].value, transform)))
			return SII_BUITEN_SCHAAL;
	return SII_BEKEND;
}

/* sum w (r - mean r)^2; the mean rank is exactly 1/2. */
static double rank_spread(const struct ranked *list, size_t count)
{
	double spread = 0;
	size_t i;

	for (i = 0; i < count; i++)
		spread += list[i].w * (list[i].r - 0.5) * (list[i].r - 0.5);
	return spread;
}

enum sii_reden sii_linear(const struct inequality_group *group, size_t count,
	enum sii_transform transform, double multiplier, double conf, struct sii *out)
{
	enum sii_reden reden = sii_refuse(group, count, transform);
	double low = 0, slope = 0, spread, on_slope, on_low, on_sii, variance = 0, half, first,
	       last;
	size_t used, missing, i;
	struct ranked *list;

	assert(conf > 0 && conf < 1);
	if (reden != SII_BEKEND)
		return reden;
	list = ranked_new(group, count, &used, &missing);
	spread = rank_spread(list, used);
	for (i = 0; i < used; i++) {
		on_slope = list[i].w * (list[i].r - 0.5) / spread;
		slope += on_slope * to_model(list[i].y, transform);
		low += (list[i].w - on_slope / 2) * to_model(list[i].y, transform);
	}
	first = from_model(low, transform);
	last = from_model(low + slope, transform);
	for (i = 0; i < used;
		i++) { /* how much each value moves the slope, the lower end and the result */
		on_slope = list[i].w * (list[i].r - 0.5) / spread;
		on_low = list[i].w - on_slope / 2;
		on_sii = tangent(low + slope, transform) * (on_low + on_slope) -
			 tangent(low, transform) * on_low;
		variance += on_sii * on_sii * list[i].se * list[i].se;
	}
	free(list);
	half = -qnorm((1 - conf) / 2) * sqrt(variance) * fabs(multiplier);
	out->sii = (last - first) * multiplier;
	out->interval = (struct interval){out->sii - half, out->sii + half};
	out->rii = multiplier < 0 ? ratio(first, last) : ratio(last, first);
	out->intercept = first;
	return SII_BEKEND;
}

/* One Newton step on the likelihood of the curve 1/(1 + e^-(low + slope r)). Returns how far it
 * moved. */
static double logistic_step(const struct ranked *list, size_t count, double *low, double *slope)
{
	double p, weight, left, g0 = 0, g1 = 0, h00 = 0, h01 = 0, h11 = 0, det, a, b;
	size_t i;

	for (i = 0; i < count; i++) {
		p = from_model(*low + *slope * list[i].r, SII_LOGIT);
		weight = list[i].w * p * (1 - p);
		left = list[i].w * (list[i].y - p);
		g0 += left;
		g1 += left * list[i].r;
		h00 += weight;
		h01 += weight * list[i].r;
		h11 += weight * list[i].r * list[i].r;
	}
	det = h00 * h11 - h01 * h01;
	a = (h11 * g0 - h01 * g1) / det;
	b = (h00 * g1 - h01 * g0) / det;
	*low += a;
	*slope += b;
	return fabs(a) + fabs(b);
}

bool sii_logistic(const struct inequality_group *group, size_t count, struct sii *out)
{
	size_t used, missing;
	struct ranked *list = ranked_new(group, count, &used, &missing);
	double mean = mean_of(list, used), low, slope = 0, moved = INFINITY, first, last;
	int step;

	low = log(mean / (1 - mean));
	for (step = 0; step < 50 && moved > 1e-14 && used >= 3 && missing == 0; step++)
		moved = logistic_step(list, used, &low, &slope);
	free(list);
	if (!(moved < 1e-9)) /* NaN too */
		return false;
	first = from_model(low, SII_LOGIT);
	last = from_model(low + slope, SII_LOGIT);
	*out = (struct sii){last - first, {NAN, NAN}, last / first, first};
	return true;
}

/* ---- quantiles ------------------------------------------------------------------------------- */

/* 1 plus the number of areas strictly below (with `invert` above) area i. */
static size_t rank_of(const double *value, size_t count, size_t i, bool invert)
{
	size_t j, rank = 1;

	for (j = 0; j < count; j++)
		rank += invert ? value[j] > value[i] : value[j] < value[i];
	return rank;
}

void quantile_assign(
	const double *value, size_t count, size_t quantile_count, bool invert, size_t *out)
{
	size_t i, present = 0, above;

	assert(quantile_count > 0);
	for (i = 0; i < count; i++)
		present += isnan(value[i]) ? 0 : 1;
	for (i = 0; i < count; i++) {
		out[i] = 0;
		if (isnan(value[i]) || present < quantile_count)
			continue;
		above = (present + 1 - rank_of(value, count, i, invert)) * quantile_count;
		out[i] = quantile_count + 1 - (above + present - 1) / present;
	}
}
