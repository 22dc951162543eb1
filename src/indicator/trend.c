#include "indicator/trend.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "indicator/special.h"

/* ---- Cochran-Armitage ----------------------------------------------------------------------- */

/* No point is left out. */
static const size_t nobody = SIZE_MAX;

struct sums {
	double x, n, moment; /* totals, and the mean moment of a child */
	double xt, ntt;      /* sum x (t - mean), sum n (t - mean)^2 */
};

/* Moments are taken from their mean: 2021, 2022 squared would lose the digits of their differences.
 */
static struct sums sums_make(const struct trend_point *point, size_t count, size_t skip)
{
	struct sums sums = {0, 0, 0, 0, 0};
	double off;
	size_t i;

	for (i = 0; i < count; i++)
		if (i != skip) {
			sums.x += (double)point[i].x;
			sums.n += (double)point[i].n;
			sums.moment += (double)point[i].n * (point[i].moment - point[0].moment);
		}
	sums.moment = sums.n > 0 ? point[0].moment + sums.moment / sums.n : 0;
	for (i = 0; i < count; i++)
		if (i != skip) {
			off = point[i].moment - sums.moment;
			sums.xt += (double)point[i].x * off;
			sums.ntt += (double)point[i].n * off * off;
		}
	return sums;
}

/* The test without the point `skip`. */
static bool test_without(const struct trend_point *point, size_t count, size_t skip,
	enum trend_soort soort, struct cochran *out)
{
	struct sums sums = sums_make(point, count, skip);
	double share = sums.x / sums.n, each;

	/* By the counts, not by a variance that rounding may leave just above zero. */
	if (sums.x <= 0 || sums.ntt <= 0 || (soort == TREND_AANDEEL && sums.x >= sums.n))
		return false;
	each = soort == TREND_AANDEEL ? share * (1 - share) : share;
	out->slope = sums.xt / sums.ntt;
	out->chi2 = sums.xt * sums.xt / (each * sums.ntt);
	out->p = pchisq_upper(out->chi2, 1);
	return true;
}

bool cochran_armitage(
	const struct trend_point *point, size_t count, enum trend_soort soort, struct cochran *out)
{
	size_t i;

	for (i = 0; i < count; i++) {
		assert(point[i].n > 0 && point[i].x >= 0);
		assert(soort == TREND_TEMPO || point[i].x <= point[i].n);
	}
	return count > 0 && test_without(point, count, nobody, soort, out);
}

bool trend_same_sign(const struct trend_point *point, size_t count, enum trend_soort soort)
{
	struct cochran test;
	int rising = 0, falling = 0;
	size_t i;

	for (i = 0; i < count; i++) {
		if (!test_without(point, count, i, soort, &test))
			return false;
		rising += test.slope > 0;
		falling += test.slope < 0;
	}
	return count > 0 && ((size_t)rising == count || (size_t)falling == count);
}

struct trend trend_judge(
	const struct trend_point *point, size_t count, enum trend_soort soort, double conf)
{
	struct trend trend = {TREND_TE_KORT, {NAN, NAN, NAN}, false};

	assert(conf > 0 && conf < 1);
	if (count < TREND_PUNTEN)
		return trend;
	trend.uitkomst = TREND_NIET_TE_BEPALEN;
	if (!cochran_armitage(point, count, soort, &trend.test))
		return trend;
	trend.same_sign = trend_same_sign(point, count, soort);
	trend.uitkomst = TREND_GEEN;
	if (trend.test.p <= 1 - conf && trend.same_sign)
		trend.uitkomst = trend.test.slope > 0 ? TREND_STIJGING : TREND_DALING;
	return trend;
}

/* ---- Mann-Kendall --------------------------------------------------------------------------- */

static int double_compare(const void *a, const void *b)
{
	const double *one = a, *two = b;

	return *one < *two ? -1 : *one > *two;
}

/* The pairs of values that are both there; every slope goes into `slope` when it is not NULL.
 * Returns the number of pairs, and in *s how many more rise than fall. */
static size_t pairs_walk(const double *value, size_t count, double *slope, int64_t *s)
{
	size_t i, j, pairs = 0;

	*s = 0;
	for (i = 0; i < count; i++)
		for (j = i + 1; j < count; j++) {
			if (isnan(value[i]) || isnan(value[j]))
				continue;
			if (slope)
				slope[pairs] = (value[j] - value[i]) / (double)(j - i);
			*s += (value[j] > value[i]) - (value[j] < value[i]);
			pairs++;
		}
	return pairs;
}

static double median_slope(const double *value, size_t count)
{
	int64_t s;
	size_t pairs = pairs_walk(value, count, NULL, &s), half = pairs / 2;
	double *slope, median;

	if (pairs == 0)
		return NAN;
	slope = mem_new(pairs, sizeof(*slope));
	(void)pairs_walk(value, count, slope, &s);
	qsort(slope, pairs, sizeof(*slope), double_compare);
	median = pairs % 2 ? slope[half] : (slope[half - 1] + slope[half]) / 2;
	free(slope);
	return median;
}

/* How often each value occurs, for the values in ascending order; returns the number of different
 * ones. */
static size_t tie_sizes(const double *value, size_t count, size_t *size)
{
	double *sorted = mem_new(count, sizeof(*sorted));
	size_t i, present = 0, kinds = 0;

	for (i = 0; i < count; i++)
		if (!isnan(value[i]))
			sorted[present++] = value[i];
	qsort(sorted, present, sizeof(*sorted), double_compare);
	for (i = 0; i < present; i++) {
		if (i == 0 || sorted[i] > sorted[i - 1])
			size[kinds++] = 0;
		size[kinds - 1]++;
	}
	free(sorted);
	return kinds;
}

static double kendall_variance(size_t count, const size_t *tie, size_t kinds)
{
	double n = (double)count, t, sum = n * (n - 1) * (2 * n + 5);
	size_t i;

	for (i = 0; i < kinds; i++) {
		t = (double)tie[i];
		sum -= t * (t - 1) * (2 * t + 5);
	}
	return sum / 18;
}

enum { INVERSIONS = MANN_KENDALL_EXACT * (MANN_KENDALL_EXACT - 1) / 2 };

/* Multiplies the counts by 1 + q + ... + q^(k-1): one more value among k places. */
static void orders_multiply(int64_t *orders, size_t k)
{
	size_t i;

	for (i = 1; i <= INVERSIONS; i++)
		orders[i] += orders[i - 1];
	for (i = INVERSIONS; i >= k; i--)
		orders[i] -= orders[i - k];
}

/* The opposite: divides by it, which comes out exactly. */
static void orders_divide(int64_t *orders, size_t k)
{
	size_t i;

	for (i = k; i <= INVERSIONS; i++)
		orders[i] += orders[i - k];
	for (i = INVERSIONS; i >= 1; i--)
		orders[i] -= orders[i - 1];
}

/* Over every order of the values, S is the number of pairs of different values minus twice the
 * number of pairs in falling order, and that number has the generating function [n]! / prod [t]!
 * with [k]! = prod (1 + q + ... + q^(j-1)). All counts are whole and fit. */
static double kendall_exact(size_t count, const size_t *tie, size_t kinds, int64_t s)
{
	int64_t orders[INVERSIONS + 1] = {1}, differing = (int64_t)(count * (count - 1) / 2);
	int64_t total = 0, extreme = 0, falling;
	size_t i, k;

	/* First every factor of [n]!, then the divisions: so each step is a count of orders, at
	 * most 20!. */
	for (k = 2; k <= count; k++)
		orders_multiply(orders, k);
	for (i = 0; i < kinds; i++) {
		for (k = 2; k <= tie[i]; k++)
			orders_divide(orders, k);
		differing -= (int64_t)(tie[i] * (tie[i] - 1) / 2);
	}
	for (falling = 0; falling <= differing; falling++) {
		total += orders[falling];
		if (llabs(differing - 2 * falling) >= llabs(s))
			extreme += orders[falling];
	}
	return (double)extreme / (double)total;
}

struct mann_kendall mann_kendall(const double *value, size_t count)
{
	struct mann_kendall out = {0, 0, 0, NAN, NAN, NAN, NAN, NAN};
	size_t *tie = mem_new(count, sizeof(*tie)), kinds = tie_sizes(value, count, tie), i;
	size_t pairs = pairs_walk(value, count, NULL, &out.s);

	for (i = 0; i < kinds; i++)
		out.count += tie[i];
	out.variance = kendall_variance(out.count, tie, kinds);
	if (out.variance > 0) {
		out.z = (double)(out.s - (out.s > 0) + (out.s < 0)) / sqrt(out.variance);
		out.p_normal = fmin(1, 2 * pnorm_upper(fabs(out.z)));
	}
	if (pairs > 0)
		out.tau = (double)out.s / (double)pairs;
	if (out.count >= 2 && out.count <= MANN_KENDALL_EXACT)
		out.p_exact = kendall_exact(out.count, tie, kinds, out.s);
	out.sen_slope = median_slope(value, count);
	free(tie);
	return out;
}

/* ---- pace ----------------------------------------------------------------------------------- */

bool pace_linear(struct pace_point base, struct pace_point now, struct pace_point target,
	double least, double most, struct pace *out)
{
	assert(least <= most);
	if (now.moment <= base.moment || target.moment <= base.moment || target.value == base.value)
		return false;
	out->per_year = (now.value - base.value) / (now.moment - base.moment);
	out->needed = (target.value - base.value) / (target.moment - base.moment);
	out->ratio = out->per_year / out->needed;
	out->projection = now.value + out->per_year * (target.moment - now.moment);
	out->projection = fmin(most, fmax(least, out->projection));
	return true;
}

double pace_trajectory(struct pace_point base, struct pace_point target, double moment)
{
	double done;

	assert(base.moment < target.moment);
	if (moment <= base.moment)
		return base.value;
	if (moment >= target.moment)
		return target.value;
	done = (moment - base.moment) / (target.moment - base.moment);
	return base.value + done * (target.value - base.value);
}

int64_t pace_children(int64_t tekort, int64_t kwartalen)
{
	assert(tekort >= 0 && kwartalen > 0);
	return tekort / kwartalen + (tekort % kwartalen > 0);
}
