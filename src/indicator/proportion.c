#include "indicator/proportion.h"

#include <assert.h>
#include <float.h>
#include <math.h>

#include "indicator/special.h"

/* Outcomes of which the probability differs by less than this count as equally likely. */
static const double equally_likely = 1 + 1e-7;

static double conf_tail(double conf)
{
	assert(conf > 0 && conf < 1);
	return (1 - conf) / 2;
}

static double conf_z(double conf)
{
	return -qnorm(conf_tail(conf));
}

struct interval clopper_pearson(int64_t x, int64_t n, double conf)
{
	double tail = conf_tail(conf);
	struct interval out = {0, 1};

	assert(n > 0 && x >= 0 && x <= n);
	if (x > 0)
		out.low = qbeta(tail, (double)x, (double)(n - x) + 1);
	if (x < n)
		out.high = qbeta_upper(tail, (double)x + 1, (double)(n - x));
	return out;
}

struct interval wilson_weighted(double x, double n, double conf)
{
	double z = conf_z(conf), square = z * z;
	double half, middle = 2 * x + square, width = 2 * (n + square);
	struct interval out;

	assert(n > 0 && x >= 0 && x <= n);
	half = z * sqrt(square + 4 * x * ((n - x) / n));
	/* The lower limit as 2x^2/n over the conjugate: for a few in very many the direct form
	 * subtracts nearly equal numbers. */
	out.low = x > 0 ? 4 * x * x * (1 + square / n) / (middle + half) / width : 0;
	out.high = x < n ? fmin(1, (middle + half) / width) : 1;
	return out;
}

struct interval wilson(int64_t x, int64_t n, double conf)
{
	return wilson_weighted((double)x, (double)n, conf);
}

/* ---- tails ---------------------------------------------------------------------------------- */

double binomial_exactly(int64_t x, int64_t n, double p0)
{
	assert(n > 0 && p0 >= 0 && p0 <= 1);
	if (x < 0 || x > n)
		return 0;
	return exp(log_binomial_density((double)x, (double)n, p0, 1 - p0));
}

/* P(X <= x) for x at or below the mode: each term is the one above it times k q / ((n-k+1) p), and
 * they only get smaller. p + q = 1. */
static double sum_downward(int64_t x, int64_t n, double p, double q)
{
	double term = exp(log_binomial_density((double)x, (double)n, p, q)), sum = term;
	int64_t k;

	for (k = x; k > 0 && term > sum * (DBL_EPSILON / 8); k--) {
		term *= (double)k * q / ((double)(n - k + 1) * p);
		sum += term;
	}
	return sum;
}

/* P(X <= x), whichever side of the mode x lies on. */
static double sum_at_most(int64_t x, int64_t n, double p, double q)
{
	if (x < 0)
		return 0;
	if (x >= n)
		return 1;
	if (p <= 0 || q <= 0)
		return p <= 0 ? 1 : 0;
	if ((double)x <= (double)n * p)
		return sum_downward(x, n, p, q);
	/* P(X > x) is P(not reached <= n-x-1). */
	return 1 - sum_downward(n - x - 1, n, q, p);
}

double binomial_at_most(int64_t x, int64_t n, double p0)
{
	assert(n > 0 && p0 >= 0 && p0 <= 1);
	return sum_at_most(x, n, p0, 1 - p0);
}

double binomial_at_least(int64_t x, int64_t n, double p0)
{
	assert(n > 0 && p0 >= 0 && p0 <= 1);
	return sum_at_most(n - x, n, 1 - p0, p0);
}

/* The smallest k in [low, n] with P(X = k) <= limit, n+1 when there is none; the probabilities
 * must fall from `low` on. */
static int64_t first_unlikely(int64_t low, int64_t n, double p0, double limit)
{
	int64_t high = n + 1, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (binomial_exactly(middle, n, p0) <= limit)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

static double two_sided_below(int64_t x, int64_t n, double p0)
{
	double limit = binomial_exactly(x, n, p0) * equally_likely;
	int64_t other = first_unlikely((int64_t)ceil((double)n * p0), n, p0, limit);

	return binomial_at_most(x, n, p0) + binomial_at_least(other, n, p0);
}

double binomial_two_sided(int64_t x, int64_t n, double p0)
{
	double mean = (double)n * p0;

	assert(n > 0 && x >= 0 && x <= n && p0 >= 0 && p0 <= 1);
	if (p0 <= 0 || p0 >= 1)
		return binomial_exactly(x, n, p0);
	if ((double)x == mean)
		return 1;
	return fmin(1,
		(double)x < mean ? two_sided_below(x, n, p0) : two_sided_below(n - x, n, 1 - p0));
}

/* ---- one part of a fixed total -------------------------------------------------------------- */

/* A hypergeometric probability is a quotient of binomial ones, with any chance p; the overall
 * share makes all three large. */
static double fisher_exactly(int64_t x, int64_t n, int64_t x_total, int64_t n_total)
{
	double p = (double)x_total / (double)n_total;
	double q = (double)(n_total - x_total) / (double)n_total;

	return exp(log_binomial_density((double)x, (double)n, p, q) +
		   log_binomial_density((double)(x_total - x), (double)(n_total - n), p, q) -
		   log_binomial_density((double)x_total, (double)n_total, p, q));
}

/* P(X <= x) for an x from which the terms fall downwards. */
static double fisher_downward(int64_t x, int64_t n, int64_t x_total, int64_t n_total)
{
	int64_t others = n_total - n - x_total, k; /* unreached elsewhere, less n */
	double term = fisher_exactly(x, n, x_total, n_total), sum = term;

	for (k = x; k > 0 && k + others > 0 && term > sum * (DBL_EPSILON / 8); k--) {
		term *= (double)k * (double)(others + k) /
			((double)(n - k + 1) * (double)(x_total - k + 1));
		sum += term;
	}
	return sum;
}

double fisher_at_most(int64_t x, int64_t n, int64_t x_total, int64_t n_total)
{
	int64_t least = x_total - (n_total - n);

	assert(n > 0 && n < n_total && x_total >= 0 && x_total <= n_total);
	if (x < 0 || x < least)
		return 0;
	if (x >= n || x >= x_total)
		return 1;
	if ((double)x <= (double)n * ((double)x_total / (double)n_total))
		return fisher_downward(x, n, x_total, n_total);
	/* More than x reached is at most n-x-1 not reached. */
	return 1 - fisher_at_most(n - x - 1, n, n_total - x_total, n_total);
}

double fisher_at_least(int64_t x, int64_t n, int64_t x_total, int64_t n_total)
{
	return fisher_at_most(n - x, n, n_total - x_total, n_total);
}

/* ---- comparing ------------------------------------------------------------------------------ */

struct difference newcombe(int64_t x1, int64_t n1, int64_t x2, int64_t n2, double conf)
{
	struct interval one = wilson(x1, n1, conf), two = wilson(x2, n2, conf);
	double p1 = (double)x1 / (double)n1, p2 = (double)x2 / (double)n2;
	struct difference out;

	out.value = p1 - p2;
	out.interval.low = out.value - hypot(p1 - one.low, two.high - p2);
	out.interval.high = out.value + hypot(one.high - p1, p2 - two.low);
	return out;
}

/* The smallest k with P(X <= k) > tail. */
static int64_t first_above(int64_t n, double p0, double tail)
{
	int64_t low = 0, high = n, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (binomial_at_most(middle, n, p0) > tail)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

struct count_range funnel_binomial(int64_t n, double p0, double conf)
{
	double tail = conf_tail(conf);
	struct count_range out;

	assert(n > 0 && p0 >= 0 && p0 <= 1);
	out.low = first_above(n, p0, tail);
	out.high = n - first_above(n, 1 - p0, tail);
	return out;
}

/* Between k - 1 and k, where k = first_above; at 0 when even no child at all is inside. */
static double curve_below(int64_t n, double p0, double tail)
{
	int64_t k = first_above(n, p0, tail);
	double before, at;

	if (k == 0)
		return 0;
	before = binomial_at_most(k - 1, n, p0);
	at = binomial_at_most(k, n, p0);
	return ((double)k - 1 + (tail - before) / (at - before)) / (double)n;
}

struct interval funnel_curve(int64_t n, double p0, double conf)
{
	double tail = conf_tail(conf);

	assert(n > 0 && p0 >= 0 && p0 <= 1);
	return (struct interval){curve_below(n, p0, tail), 1 - curve_below(n, 1 - p0, tail)};
}

struct interval funnel_normal(double n, double p0, double conf)
{
	double half = conf_z(conf) * sqrt(p0 * (1 - p0) / n);
	struct interval out = {fmax(0, p0 - half), fmin(1, p0 + half)};

	assert(n > 0 && p0 >= 0 && p0 <= 1);
	return out;
}
