#include "indicator/homogeneity.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/mem.h"
#include "indicator/special.h"

static const int64_t most_children = 1000000000;
/* Below this an expected count makes the chi-square distribution a poor guide. */
static const int64_t least_expected = 5;
/* A draw counts as equally extreme within this share: sums of the same terms in another order. */
static const double equally_extreme = 1 - 1e-9;

/* ---- the generator -------------------------------------------------------------------------- */

/* SplitMix64 (Steele, Lea and Flood 2014): a counter of odd steps, its bits mixed. */
static uint64_t random_next(uint64_t *counter)
{
	uint64_t bits = *counter += UINT64_C(0x9e3779b97f4a7c15);

	bits = (bits ^ (bits >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	bits = (bits ^ (bits >> 27)) * UINT64_C(0x94d049bb133111eb);
	return bits ^ (bits >> 31);
}

/* Uniform in [0, 1), a multiple of 2^-53. */
static double random_fraction(uint64_t *counter)
{
	return (double)(random_next(counter) >> 11) * 0x1p-53;
}

/* ---- dealing reached children over one wijk and the rest ------------------------------------- */

/* The chances of first, first+1, ... reached children among the n of a wijk, as running sums of
 * weights relative to the most likely number. Empty until made. */
struct deal {
	int64_t first;
	size_t count;
	double *sum;
};

/* weight(k+1) / weight(k) when `reached` of `pool` children are reached and n of the pool live
 * here. */
static double deal_ratio(int64_t k, int64_t n, int64_t reached, int64_t pool)
{
	return ((double)(n - k) / (double)(k + 1)) *
	       ((double)(reached - k) / (double)(pool - n - reached + k + 1));
}

/* Only the four operations: lgamma() may differ in the last bit between machines. Numbers less
 * likely than 2^-60 of the most likely one never come up in 10^5 draws and are left out. */
static void deal_make(struct deal *deal, int64_t n, int64_t reached, int64_t pool)
{
	int64_t least = reached > pool - n ? reached - (pool - n) : 0,
		most = reached < n ? reached : n;
	int64_t mode = (int64_t)((double)(n + 1) * ((double)(reached + 1) / (double)(pool + 2))),
		first, last;
	double weight, total = 0;
	size_t i;

	mode = mode < least ? least : mode > most ? most : mode;
	weight = 1;
	for (first = mode; first > least && weight > 0x1p-60; first--)
		weight /= deal_ratio(first - 1, n, reached, pool);
	weight = 1;
	for (last = mode; last < most && weight > 0x1p-60; last++)
		weight *= deal_ratio(last, n, reached, pool);
	deal->first = first;
	deal->count = (size_t)(last - first) + 1;
	deal->sum = mem_new(deal->count, sizeof(*deal->sum));
	/* Weights first, from the mode outwards so that none is lost to underflow, then running
	 * sums. */
	deal->sum[mode - first] = 1;
	for (i = (size_t)(mode - first); i > 0; i--)
		deal->sum[i - 1] =
			deal->sum[i] / deal_ratio(first + (int64_t)i - 1, n, reached, pool);
	for (i = (size_t)(mode - first); i + 1 < deal->count; i++)
		deal->sum[i + 1] = deal->sum[i] * deal_ratio(first + (int64_t)i, n, reached, pool);
	for (i = 0; i < deal->count; i++)
		deal->sum[i] = total += deal->sum[i];
}

/* The number of reached children for a uniform fraction: the first running sum above it. */
static int64_t deal_draw(const struct deal *deal, double fraction)
{
	double at = fraction * deal->sum[deal->count - 1];
	size_t low = 0, high = deal->count - 1, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (deal->sum[middle] > at)
			high = middle;
		else
			low = middle + 1;
	}
	return deal->first + (int64_t)low;
}

/* ---- all draws, one wijk after the other ------------------------------------------------------
 */

/* What each draw has left to deal, and its chi-square so far. */
struct draws {
	int64_t *left;
	double *chi2;
	size_t count;
};

static double chi2_term(int64_t x, int64_t n, double share)
{
	double off = (double)x - (double)n * share;

	return off * off / ((double)n * share * (1 - share));
}

/* Deals one wijk of n children out of a pool in every draw. The tables of chances depend on what is
 * left, which differs between draws within narrow bounds: each is made once, when first needed. */
static void draws_deal(
	struct draws *draws, int64_t n, int64_t pool, double share, uint64_t *counter)
{
	int64_t least = draws->left[0], most = draws->left[0], x;
	struct deal *deal, *table;
	size_t i;

	for (i = 1; i < draws->count; i++) {
		least = draws->left[i] < least ? draws->left[i] : least;
		most = draws->left[i] > most ? draws->left[i] : most;
	}
	table = mem_new((size_t)(most - least) + 1, sizeof(*table));
	for (i = 0; i < draws->count; i++) {
		deal = &table[draws->left[i] - least];
		if (!deal->sum)
			deal_make(deal, n, draws->left[i], pool);
		x = deal_draw(deal, random_fraction(counter));
		draws->chi2[i] += chi2_term(x, n, share);
		draws->left[i] -= x;
	}
	for (i = 0; i <= (size_t)(most - least); i++)
		free(table[i].sum);
	free(table);
}

static struct share total_of(const struct share *wijk, size_t count)
{
	struct share total = {0, 0};
	size_t i;

	for (i = 0; i < count; i++) {
		assert(wijk[i].x >= 0 && wijk[i].x <= wijk[i].n &&
			wijk[i].n <= most_children - total.n);
		total.x += wijk[i].x;
		total.n += wijk[i].n;
	}
	return total;
}

static double chi2_of(const struct share *wijk, size_t count, double share)
{
	double chi2 = 0;
	size_t i;

	for (i = 0; i < count; i++)
		if (wijk[i].n > 0)
			chi2 += chi2_term(wijk[i].x, wijk[i].n, share);
	return chi2;
}

static int double_compare(const void *a, const void *b)
{
	const double *one = a, *two = b;

	return *one < *two ? -1 : *one > *two;
}

double homogeneity_draw(const struct share *wijk, size_t count, uint64_t seed, size_t draw_count,
	double conf, double *chi2_high)
{
	struct share total = total_of(wijk, count);
	double share = (double)total.x / (double)total.n, observed = chi2_of(wijk, count, share);
	struct draws draws = {mem_new(draw_count, sizeof(int64_t)),
		mem_new(draw_count, sizeof(double)), draw_count};
	int64_t pool = total.n;
	size_t i, extreme = 0;

	assert(draw_count > 0 && total.x > 0 && total.x < total.n);
	for (i = 0; i < draw_count; i++)
		draws.left[i] = total.x;
	for (i = 0; i < count; i++)
		if (wijk[i].n > 0) {
			draws_deal(&draws, wijk[i].n, pool, share, &seed);
			pool -= wijk[i].n;
		}
	for (i = 0; i < draw_count; i++)
		extreme += draws.chi2[i] >= observed * equally_extreme;
	qsort(draws.chi2, draw_count, sizeof(double), double_compare);
	*chi2_high = draws.chi2[(size_t)((double)(draw_count - 1) * conf)];
	free(draws.left);
	free(draws.chi2);
	return (double)(extreme + 1) / (double)(draw_count + 1);
}

/* ---- the test -------------------------------------------------------------------------------- */

/* In integers: 45 of 50 in each wijk expects exactly 5 unreached. */
static bool chi2_is_a_guide(const struct share *wijk, size_t count, struct share total)
{
	int64_t fewest = total.x < total.n - total.x ? total.x : total.n - total.x;
	size_t i;

	for (i = 0; i < count; i++)
		if (wijk[i].n > 0 && wijk[i].n * fewest < least_expected * total.n)
			return false;
	return true;
}

struct homogeneity homogeneity_test(const struct share *wijk, size_t count, double conf)
{
	struct homogeneity out = {HOMOGENEITY_TE_WEINIG_WIJKEN, 0, NAN, 0, NAN, NAN, NAN};
	struct share total = total_of(wijk, count);
	double share, child, high;
	size_t i;

	assert(conf > 0 && conf < 1);
	for (i = 0; i < count; i++)
		out.wijk_count += wijk[i].n > 0;
	out.df = (int64_t)out.wijk_count - 1;
	if (out.wijk_count < 3)
		return out;
	if (total.x == 0 || total.x == total.n)
		return (struct homogeneity){
			HOMOGENEITY_GEEN_VARIATIE, out.wijk_count, 0, out.df, 1, 0, 0};
	share = (double)total.x / (double)total.n;
	out.chi2 = chi2_of(wijk, count, share);
	if (chi2_is_a_guide(wijk, count, total)) {
		out.methode = HOMOGENEITY_CHI2;
		out.p = pchisq_upper(out.chi2, (double)out.df);
		high = qchisq(conf, (double)out.df);
	} else {
		out.methode = HOMOGENEITY_TREKKING;
		out.p = homogeneity_draw(
			wijk, count, HOMOGENEITY_SEED, HOMOGENEITY_TREKKINGEN, conf, &high);
	}
	/* The raw spread is sqrt(chi2 * Q(1-Q)/N), and the mean of chi2 given X is (m-1) N/(N-1).
	 */
	child = share * (1 - share);
	out.chance_typical = sqrt((double)out.df * child / (double)(total.n - 1));
	out.chance_high = sqrt(high * child / (double)total.n);
	return out;
}
