/* inequality.h - measures of how unequal groups are: wijken, or wijken by welfare.
 *
 * Pure. Estimates only; where an interval can be trusted it is given (SII), the intervals of the
 * source of the other measures are known to be wrong. Values may be on any scale (fractions 0..1 in
 * this program), populations are children but may be weighted. A measure without meaning is NaN.
 * Gaps between groups are not gaps between children. statistics.md 5; healthequal.csv and
 * sii_phe.csv. */
#ifndef INDICATOR_INEQUALITY_H
#define INDICATOR_INEQUALITY_H

#include <stdbool.h>
#include <stddef.h>

#include "indicator/proportion.h"

struct inequality_group {
	double value;      /* NaN when missing */
	double population; /* groups of 0 are left out; never negative */
	double se;         /* standard error of the value; NaN when unknown */
};

struct inequality_options {
	bool ordered;     /* the groups stand in order, worst off first */
	bool hoger_beter; /* which end is the best */
	double reference; /* the value MDR measures from: the gemeente or the norm; NaN when none */
	double best_min;  /* groups smaller than this cannot be the best (30) */
	double bound;     /* the largest value possible: 1 for fractions, 100 for percentages */
};

enum inequality_reden {
	INEQUALITY_BEKEND,
	INEQUALITY_TE_WEINIG_GROEPEN, /* fewer than three with a value and a population */
	INEQUALITY_ONTBREKEND         /* more than 15% of the values missing; ordered: any */
};

/* w_i = population share, m = sum w y, r_i = share of the population worse off plus half the
 * group's own. Unless reden is BEKEND all measures are NaN. "points" are the unit of the values. */
struct inequality {
	enum inequality_reden reden;
	size_t used, missing;
	double mean; /* m */

	/* Extremes, which small groups drive. Unordered: highest against lowest. Ordered: last
	 * against first, or first against last where lower is better. r is NaN when divided by 0.
	 */
	double d, r;

	/* Distance to the mean: bgv = sum w (y-m)^2, bgsd its root, cov = 100 bgsd/m. The corrected
	 * one subtracts sum w (1-w) se^2 first, floor 0; NaN when an se is unknown. mdm = mean
	 * |y-m|, u(nweighted) or w(eighted); idis = 100 mdm/m. */
	double bgv, bgsd, bgsd_corrected, cov;
	double mdmu, mdmw, idisu, idisw;
	/* Mean distance to the best group (highest, or lowest), and to options.reference. */
	double mdbu, mdbw, mdru, mdrw;
	/* ti = 1000 sum w (y/m) ln(y/m) with 0 ln 0 = 0; mld = 1000 sum -w ln(y/m), NaN at y = 0.
	 */
	double ti, mld;
	/* par = best - m, where best is the last group when ordered, else the best group; 0 when it
	 * has the wrong sign. paf = 100 par/m. In children: par * population. */
	double par, paf;

	/* Ordered only. aci = 2 sum w (y-m)(r-1/2); rci = aci/m; wagstaff = rci/(1 - m/bound);
	 * erreygers = 4 aci/bound. */
	double aci, rci, rci_wagstaff, rci_erreygers;
};

void inequality_compute(const struct inequality_group *group, size_t count,
	const struct inequality_options *options, struct inequality *out);

/* ---- slope and relative index of inequality -------------------------------------------------- */

enum sii_transform { SII_GEEN, SII_LOG, SII_LOGIT };

enum sii_reden {
	SII_BEKEND,
	SII_AANTAL_GROEPEN, /* fewer than 5 or more than 100 */
	SII_ONTBREKEND,     /* a value, standard error or population is missing or 0 */
	SII_BUITEN_SCHAAL   /* no logarithm of a value */
};

struct sii {
	double sii; /* value at the best-off end minus value at the worst-off end, times the
		       multiplier */
	struct interval interval; /* of sii */
	double rii;               /* their ratio; its inverse with a negative multiplier */
	double intercept;         /* value at the worst-off end, without the multiplier */
};

/* A line through the values against r, weighted by population share; groups worst off first. With a
 * transform the line is drawn through ln y or ln(y/(1-y)), the ends are turned back, and `se` is
 * the standard error of the transformed value. The interval follows exactly from the line being
 * linear in the values (with a transform by its tangent): z sqrt(sum c_i^2 se_i^2). *out only with
 * SII_BEKEND. */
enum sii_reden sii_linear(const struct inequality_group *group, size_t count,
	enum sii_transform transform, double multiplier, double conf, struct sii *out);

/* The form of the WHO: a logistic curve through shares 0..1 weighted by population, sii and rii
 * between its ends; the interval is NaN. Three groups or more. False when a value is missing or no
 * curve fits (everything 0 or 1). The source weights by the square of the population; that is not
 * followed. */
bool sii_logistic(const struct inequality_group *group, size_t count, struct sii *out);

/* ---- quantiles ------------------------------------------------------------------------------- */

/* Places areas in `quantile_count` groups of about equal number by value: out[i] is 1 for the
 * lowest (with `invert` for the highest), 0 for a missing value (NaN) and for all when there are
 * fewer areas than groups. Equal values share the lowest rank: q = floor(Q + 1 - ceil((n + 1 -
 * rank) Q / n)), in integers. quantiles.csv. */
void quantile_assign(
	const double *value, size_t count, size_t quantile_count, bool invert, size_t *out);

#endif
