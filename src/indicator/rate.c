#include "indicator/rate.h"

#include <assert.h>
#include <math.h>

#include "indicator/special.h"

struct interval poisson_exact(int64_t x, double conf)
{
	double tail = (1 - conf) / 2;
	struct interval out;

	assert(x >= 0 && conf > 0 && conf < 1);
	out.low = x > 0 ? qchisq(tail, 2 * (double)x) / 2 : 0;
	out.high = qchisq_upper(tail, 2 * (double)x + 2) / 2;
	return out;
}

static double byar_limit(double count, double z)
{
	return count * pow(1 - 1 / (9 * count) + z / (3 * sqrt(count)), 3);
}

struct interval poisson_byar(int64_t x, double conf)
{
	double z = -qnorm((1 - conf) / 2);
	struct interval out;

	assert(x >= 0);
	out.low = x > 0 ? byar_limit((double)x, -z) : NAN;
	out.high = byar_limit((double)x + 1, z);
	return out;
}

struct interval per_1000(struct interval count, int64_t n)
{
	struct interval out = {count.low * 1000 / (double)n, count.high * 1000 / (double)n};

	assert(n > 0);
	return out;
}

/* P(X <= k) and P(X >= k) of a Poisson count are tails of the gamma distribution. */
static double poisson_at_most(int64_t k, double mean)
{
	return k < 0 ? 0 : gamma_upper(mean, (double)k + 1);
}

static double poisson_at_least(int64_t k, double mean)
{
	return k <= 0 ? 1 : gamma_lower(mean, (double)k);
}

struct count_range funnel_poisson(double expected, double conf)
{
	double tail = (1 - conf) / 2;
	struct count_range out = {0, 0};
	int64_t step;

	assert(expected > 0 && conf > 0 && conf < 1);
	/* Both bounds are found by doubling and halving from the side that is certainly inside. */
	for (step = 1; poisson_at_most(step, expected) <= tail;)
		step *= 2;
	for (; step > 0; step /= 2)
		while (poisson_at_most(out.low + step - 1, expected) <= tail)
			out.low += step;
	for (step = 1; poisson_at_least(step, expected) > tail;)
		step *= 2;
	for (; step > 0; step /= 2)
		while (poisson_at_least(out.high + step, expected) > tail)
			out.high += step;
	return out;
}
