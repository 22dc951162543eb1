/* trend.h - is there a direction in a series, and will it arrive in time.
 *
 * Pure; shares and chances are fractions 0..1, moments are years as a real number (a quarter is
 * 0.25), `conf` is a fraction. The caller sees to what no formula can: points at the same time of
 * year, one definition, no break between them, no provisional last point (calculation.md E.3). */
#ifndef INDICATOR_TREND_H
#define INDICATOR_TREND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indicator/proportion.h"

/* Fewer points than this is no trend, only a comparison with a year earlier. */
enum { TREND_PUNTEN = 5 };

struct trend_point {
	double moment;
	int64_t x, n; /* n > 0 */
};

/* What x is of n: each child counted or not, or rare events in a population (x may exceed n). */
enum trend_soort { TREND_AANDEEL, TREND_TEMPO };

/* The Cochran-Armitage test with the moments as scores: with T = sum t_i (x_i - n_i P),
 * V = P(1-P) (sum n t^2 - (sum n t)^2 / N) and P = X/N, chi2 = T^2/V on one degree of freedom. For
 * TREND_TEMPO the factor (1-P) is absent: the score test of a Poisson rate. `slope` is the change
 * of the share per year, T/(V/variance of one child), a line weighted by n. False, and nothing
 * written, when the variance is zero: nobody or everybody reached, or all points at one moment. */
struct cochran {
	double chi2, p, slope;
};
bool cochran_armitage(
	const struct trend_point *point, size_t count, enum trend_soort soort, struct cochran *out);

/* True when the slope keeps one and the same sign, not zero, whichever point is left out. */
bool trend_same_sign(const struct trend_point *point, size_t count, enum trend_soort soort);

enum trend_uitkomst {
	TREND_TE_KORT,         /* fewer than five points */
	TREND_NIET_TE_BEPALEN, /* zero variance */
	TREND_GEEN,            /* "geen aantoonbare trend"; never "stabiel" */
	TREND_STIJGING,
	TREND_DALING
};

struct trend {
	enum trend_uitkomst uitkomst;
	struct cochran test; /* NaN when TE_KORT or NIET_TE_BEPALEN */
	bool same_sign;
};

/* A direction needs at least TREND_PUNTEN points, chance p <= 1 - conf, and the leave-one-out sign
 * rule. With conf 0.95 a sign of a rise or fall, with 0.998 a clear one. calculation.md E.3,
 * statistics.md 7. */
struct trend trend_judge(
	const struct trend_point *point, size_t count, enum trend_soort soort, double conf);

/* Mann-Kendall, which looks at the order of the values only: an extra for eight points or more,
 * since it does not know how many children stand behind a point. Values that are NaN are left out
 * of the test but keep their place for Sen's slope. */
struct mann_kendall {
	size_t count; /* values that are there */
	int64_t s;    /* pairs that rise minus pairs that fall */
	double variance, z,
		p_normal; /* of S, with ties; z moved 1 towards 0; NaN when the variance is 0 */
	double tau;       /* S over the number of pairs */
	double p_exact;   /* P(|S| as large or larger) over every order of these values, ties
			   * included; NaN   for more than MANN_KENDALL_EXACT values */
	double sen_slope; /* median slope over all pairs, per place; NaN with fewer than two values
			   */
};
enum { MANN_KENDALL_EXACT = 20 }; /* 20! is the largest count of orders that is exact in int64_t */
struct mann_kendall mann_kendall(const double *value, size_t count);

/* Pace along a straight line from a base to a target; values in the unit of the indicator. */
struct pace {
	double per_year;   /* (now - base) / years passed */
	double needed;     /* (target - base) / years from base to target */
	double ratio;      /* per_year / needed: 1 is exactly on the line, below 0 the wrong way */
	double projection; /* the value at the target's moment when it goes on like this, kept
			      within least..most */
};

struct pace_point {
	double moment, value;
};

/* False, and nothing written, when the pace is not determined: base and now at one moment, target
 * not after base, or base already at the target. calculation.md E.3, statistics.md 7,
 * progress_pace.csv. */
bool pace_linear(struct pace_point base, struct pace_point now, struct pace_point target,
	double least, double most, struct pace *out);

/* The value on the straight line from base to target at `moment`; the end values outside it. */
double pace_trajectory(struct pace_point base, struct pace_point target, double moment);

/* Children still needed per remaining quarter, rounded up: ceil(tekort / kwartalen). tekort >= 0,
 * kwartalen > 0. */
int64_t pace_children(int64_t tekort, int64_t kwartalen);

#endif
