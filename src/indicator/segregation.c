#include "indicator/segregation.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"

static int64_t at(const struct schools *t, size_t school, size_t group)
{
	int64_t pupils = t->count[school * t->groups + group];

	assert(pupils >= 0);
	return pupils;
}

static int64_t group_total(const struct schools *t, size_t group)
{
	int64_t total = 0;
	size_t s;

	for (s = 0; s < t->schools; s++)
		total += at(t, s, group);
	return total;
}

static int64_t school_total(const struct schools *t, size_t school)
{
	int64_t total = 0;
	size_t g;

	for (g = 0; g < t->groups; g++)
		total += at(t, school, g);
	return total;
}

static int64_t pupils_total(const struct schools *t)
{
	int64_t total = 0;
	size_t s;

	for (s = 0; s < t->schools; s++)
		total += school_total(t, s);
	return total;
}

/* ---- two groups ------------------------------------------------------------------------------ */

double segregation_d(const struct schools *t, size_t a, size_t b)
{
	double all_a = (double)group_total(t, a), all_b = (double)group_total(t, b), sum = 0;
	size_t s;

	if (all_a <= 0 || all_b <= 0)
		return NAN;
	for (s = 0; s < t->schools; s++)
		sum += fabs((double)at(t, s, a) / all_a - (double)at(t, s, b) / all_b);
	return sum / 2;
}

double segregation_d_chance(const struct schools *t, size_t a, size_t b)
{
	double all_a = (double)group_total(t, a), all_b = (double)group_total(t, b);
	double all = all_a + all_b, child = all_a / all * (all_b / all), sum = 0, n;
	size_t s;

	if (all_a <= 0 || all_b <= 0)
		return NAN;
	for (s = 0; s < t->schools; s++) {
		n = (double)(at(t, s, a) + at(t, s, b));
		sum += sqrt(M_2_PI) * sqrt(n * child * (all - n) / (all - 1));
	}
	return sum / 2 * (1 / all_a + 1 / all_b);
}

double segregation_d_corrected(double d, double chance)
{
	if (isnan(d) || !(chance < 1))
		return NAN;
	return fmax(0, (d - chance) / (1 - chance));
}

/* ---- any number of groups -------------------------------------------------------------------- */

double segregation_exposure(const struct schools *t, size_t x, size_t y)
{
	double all_x = (double)group_total(t, x), sum = 0;
	int64_t here;
	size_t s;

	if (all_x <= 0 || group_total(t, y) <= 0)
		return NAN;
	for (s = 0; s < t->schools; s++) {
		here = school_total(t, s);
		if (here > 0)
			sum += (double)at(t, s, x) / all_x * ((double)at(t, s, y) / (double)here);
	}
	return sum;
}

double segregation_eta2(const struct schools *t, size_t x)
{
	int64_t all_x = group_total(t, x), all = pupils_total(t);
	double share = (double)all_x / (double)all;

	if (all_x == 0 || all_x == all)
		return NAN;
	return (segregation_exposure(t, x, x) - share) / (1 - share);
}

double segregation_entropy(const struct schools *t)
{
	double all = (double)pupils_total(t), sum = 0, share;
	size_t g;

	if (all <= 0)
		return NAN;
	for (g = 0; g < t->groups; g++) {
		share = (double)group_total(t, g) / all;
		if (share > 0)
			sum -= share * log(share);
	}
	return sum;
}

double segregation_share(const struct schools *t, size_t school)
{
	double all = (double)pupils_total(t);

	return all > 0 ? (double)school_total(t, school) / all : NAN;
}

/* The groups of one school against those of all, given the totals. */
static double local_of(const struct schools *t, size_t school, const double *share)
{
	double here = (double)school_total(t, school), sum = 0, own;
	size_t g;

	if (here <= 0)
		return NAN;
	for (g = 0; g < t->groups; g++) {
		own = (double)at(t, school, g) / here;
		if (own > 0)
			sum += own * log(own / share[g]);
	}
	return sum;
}

/* p_g of every group, owned by the caller. */
static double *group_shares_new(const struct schools *t)
{
	double *share = mem_new(t->groups, sizeof(*share)), all = (double)pupils_total(t);
	size_t g;

	for (g = 0; g < t->groups; g++)
		share[g] = (double)group_total(t, g) / all;
	return share;
}

double segregation_local(const struct schools *t, size_t school)
{
	double *share = group_shares_new(t), local = local_of(t, school, share);

	free(share);
	return local;
}

double segregation_m(const struct schools *t)
{
	double *share = group_shares_new(t), sum = 0, all = (double)pupils_total(t);
	int64_t here;
	size_t s;

	for (s = 0; s < t->schools; s++) {
		here = school_total(t, s);
		if (here > 0)
			sum += (double)here / all * local_of(t, s, share);
	}
	free(share);
	/* No segregation is 0, not what rounding leaves below it. */
	return segregation_entropy(t) > 0 ? fmax(0, sum) : NAN;
}

double segregation_h(const struct schools *t)
{
	double entropy = segregation_entropy(t);

	return entropy > 0 ? segregation_m(t) / entropy : NAN;
}

struct segregation_parts segregation_parts(
	const struct schools *t, const size_t *cluster, size_t cluster_count)
{
	int64_t *sum = mem_new(cluster_count * t->groups, sizeof(*sum));
	struct schools merged = {sum, cluster_count, t->groups};
	struct segregation_parts out;
	size_t s, g;

	for (s = 0; s < t->schools; s++) {
		assert(cluster[s] < cluster_count);
		for (g = 0; g < t->groups; g++)
			sum[cluster[s] * t->groups + g] += at(t, s, g);
	}
	out.between = segregation_m(&merged);
	out.within = segregation_m(t) - out.between;
	free(sum);
	return out;
}
