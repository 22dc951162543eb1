/* proportion.h - the share x of n: how far chance can move it, and how it compares.
 *
 * Pure: no store, no words, and no verdict against a norm (that is judged in integers elsewhere;
 * the tails here give its certainty). Shares and probabilities are fractions 0..1, counts are
 * children; `conf` is the two-sided confidence level as a fraction, 0.95 or 0.998. Everywhere
 * 0 <= x <= n and n > 0: a wijk without doelgroep has no share, and a numerator above its
 * denominator is refused when it is loaded. Breaking that is a defect (assert). */
#ifndef INDICATOR_PROPORTION_H
#define INDICATOR_PROPORTION_H

#include <stdint.h>

struct interval {
	double low, high;
};

/* x of n children: the share of one wijk, school or year. */
struct share {
	int64_t x, n;
};

/* The exact interval of Clopper and Pearson: low = qbeta((1-conf)/2; x, n-x+1), high the upper
 * (1-conf)/2 point of Beta(x+1, n-x); exactly 0 at x = 0 and exactly 1 at x = n. Agrees with the
 * tails below: high < p0 exactly when P(X <= x | p0) < (1-conf)/2. calculation.md E.2. */
struct interval clopper_pearson(int64_t x, int64_t n, double conf);

/* The score interval of Wilson: (2x + z^2 -+ z sqrt(z^2 + 4x(1-x/n))) / (2(n + z^2)); for
 * comparison with other monitors. Exactly 0 at x = 0 and 1 at x = n. statistics.md 2. */
struct interval wilson(int64_t x, int64_t n, double conf);
/* The same for a weighted count, which need not be whole. */
struct interval wilson_weighted(double x, double n, double conf);

/* Probability of exactly x, of at most x, and of at least x, out of n when each has chance p0.
 * Summed term by term from x outwards on the side where the terms fall; the other side is its
 * complement. x may be any number here: P(X <= -1) is 0, P(X >= n+1) is 0. n to 10^6 and more.
 * statistics.md 10. */
double binomial_exactly(int64_t x, int64_t n, double p0);
double binomial_at_most(int64_t x, int64_t n, double p0);
double binomial_at_least(int64_t x, int64_t n, double p0);
/* Two-sided: the summed probability of every outcome that is not more likely than x (within
 * 1 + 1e-7, so that equals count as equal). Reference table binom_test_norm.csv. */
double binomial_two_sided(int64_t x, int64_t n, double p0);

/* Fisher's exact tails: when x_total of n_total children are reached and chance alone decides who,
 * the probability that at most (at least) x of them are among the n of one wijk. 0 < n < n_total,
 * 0 <= x_total <= n_total; x may be any number. Binomial densities divided (Loader 2000). */
double fisher_at_most(int64_t x, int64_t n, int64_t x_total, int64_t n_total);
double fisher_at_least(int64_t x, int64_t n, int64_t x_total, int64_t n_total);

/* A difference p1 - p2 in fractions, with its interval. */
struct difference {
	double value;
	struct interval interval;
};

/* Newcombe's method 10 from the Wilson limits l, u of both shares:
 * d - sqrt((p1-l1)^2 + (u2-p2)^2) to d + sqrt((u1-p1)^2 + (p2-l2)^2). The two groups must not
 * overlap: compare a wijk with the rest of the city. calculation.md E.3, E.4. */
struct difference newcombe(int64_t x1, int64_t n1, int64_t x2, int64_t n2, double conf);

/* The whole counts inside the funnel: low is the smallest k with P(X <= k) > tail, high the
 * largest k with P(X >= k) > tail, tail = (1-conf)/2. A count below low or above high is further
 * from the city than chance explains. statistics.md 4. */
struct count_range {
	int64_t low, high;
};
struct count_range funnel_binomial(int64_t n, double p0, double conf);

/* The same limits as shares, for drawing only: between the last count outside and the first inside, where the tail is
 * exactly (1-conf)/2 if the chance is laid evenly between them. So they run smoothly with n, and no count lies on
 * another side of them than funnel_binomial says (on the line: outside). */
struct interval funnel_curve(int64_t n, double p0, double conf);

/* Normal limits p0 -+ z sqrt(p0 (1-p0)/n), cut off at 0 and 1: only to compare with tables of
 * others (funnel_prop_limits.csv); near 92% the upper one is useless below n = 45. */
struct interval funnel_normal(double n, double p0, double conf);

#endif
