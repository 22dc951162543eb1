/* gap.h - the kansenkloof: how far the shares of the wijken lie apart, without the noise.
 *
 * Pure. Shares, differences and spreads are fractions 0..1 (0.03 is 3 points), counts are children,
 * and 0 <= x <= n <= 10^9 in each wijk and in total. Wijken with n = 0 are left out of everything.
 * calculation.md E.4. Not here, on purpose: maximum minus minimum, a ranking, the lowest wijk.
 * Children to the norm belong to the judgement, which is made in integers elsewhere. */
#ifndef INDICATOR_GAP_H
#define INDICATOR_GAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indicator/homogeneity.h"
#include "indicator/proportion.h"

struct gap_options {
	double conf;      /* 0.95 */
	int64_t n_min;    /* a wijk below this is in the totals but not compared with the rest */
	int64_t best_min; /* a wijk below this cannot be the best: 30, small ones win by luck */
	bool hoger_beter; /* else lower is better: best is lowest, children are too many instead of
			     too few */
};

/* With q_i = x_i/n_i, w_i = n_i/N and Q = X/N: */
struct gap {
	struct share total;
	double share;      /* Q; NaN without children */
	double raw_spread; /* sqrt(sum w_i (q_i - Q)^2): for checking, not for readers */
	double chance;     /* subtracted from its square: sum w_i (1-w_i) q_i (1-q_i)/(n_i - 1) */
	double spread;     /* sqrt(max(0, raw_spread^2 - chance)), the corrected spread */
	struct homogeneity homogeneity;
	/* False: "geen aantoonbaar verschil tussen wijken", or too few wijken to say (see
	 * homogeneity): the corrected variance is not above 0, or the homogeneity test has p > 1 -
	 * conf. */
	bool differs;

	/* What the whole city would gain (or lose, where lower is better) at the best wijk's level.
	 */
	bool has_best;
	size_t best;          /* its place in the input */
	double par;           /* |best share - Q| */
	double par_children;  /* par * N, not rounded */
	int64_t par_city;     /* rounded up once, for the city as a whole */
	int64_t par_per_wijk; /* rounded up in every wijk, then added: always at least par_city */
};

/* A wijk against all other wijken together. */
struct gap_wijk {
	bool compared;          /* n >= n_min, and there are children elsewhere */
	struct difference rest; /* Newcombe, wijk minus rest; NaN unless compared */
	double p; /* exact, two-sided: twice the smaller of Fisher's tails, at most 1; NaN unless
		     compared */
	double p_holm; /* corrected for the number of wijken compared */
	/* p_holm <= 1 - conf, and the interval that is drawn leaves out 0: so that words and
	 * drawing never contradict each other. The sign of rest.value gives the direction. */
	bool differs;
	/* Whole children to the city's share Q: too few, ceil(X n / N) - x, or where lower is
	 * better too many, x - floor(X n / N); 0 when the wijk is there already. */
	int64_t to_city;
};

/* The spread alone: total, share, raw_spread, chance and spread of *out, the rest as without wijken. Cheap: no test
 * of homogeneity, which may ask 100.000 draws. Returns the number of wijken with children. */
size_t gap_spread(const struct share *wijk, size_t count, struct gap *out);

/* Fills *out, and each[i] for wijk[i] when `each` is not NULL. Give the wijken in a fixed order
 * (code): the draws of homogeneity depend on it. */
void gap_compute(const struct share *wijk, size_t count, const struct gap_options *options,
	struct gap *out, struct gap_wijk *each);

#endif
