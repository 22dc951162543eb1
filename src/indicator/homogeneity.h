/* homogeneity.h - do the wijken differ by more than chance, all together.
 *
 * Pure, and the same on every machine: the only chance in it comes from an own generator with a
 * fixed seed, integers and the four operations of IEEE doubles. Shares and chances are fractions
 * 0..1. calculation.md E.4, point 2; statistics.md 4. */
#ifndef INDICATOR_HOMOGENEITY_H
#define INDICATOR_HOMOGENEITY_H

#include <stddef.h>
#include <stdint.h>

#include "indicator/proportion.h"

/* Any number would do; it is fixed, and printed with every outcome that used it. */
#define HOMOGENEITY_SEED UINT64_C(20210701)
enum { HOMOGENEITY_TREKKINGEN = 100000 };

enum homogeneity_methode {
	HOMOGENEITY_TE_WEINIG_WIJKEN, /* fewer than three wijken with children */
	HOMOGENEITY_GEEN_VARIATIE,    /* nobody or everybody reached: p = 1 */
	HOMOGENEITY_CHI2,             /* chi-square with m-1 degrees of freedom */
	HOMOGENEITY_TREKKING          /* conditional draws: an expected count is below 5 */
};

struct homogeneity {
	enum homogeneity_methode methode;
	size_t wijk_count; /* wijken with n > 0 */
	double chi2; /* sum (x_i - n_i Q)^2 / (n_i Q(1-Q)); NaN with TE_WEINIG, 0 without variation
		      */
	int64_t df;  /* m - 1 */
	double p;    /* NaN with TE_WEINIG */
	/* The chance band of the raw spread sqrt(sum w_i (q_i - Q)^2), in fractions: what it
	 * typically is (root of its mean square), and what it exceeds in a share 1-conf of cases,
	 * when no wijk truly differs. NaN with TE_WEINIG. */
	double chance_typical, chance_high;
};

/* Chooses the method: chi-square when every n_i Q and n_i (1-Q) is at least 5, else the draws.
 * 0 <= x <= n <= 10^9 in each wijk and in total; wijken with n = 0 do not count. The order of the
 * wijken decides which numbers a draw gets: give them in a fixed order (code). */
struct homogeneity homogeneity_test(const struct share *wijk, size_t count, double conf);

/* The draws themselves, whatever the expected counts: X reached children are dealt at random over
 * the wijken, `draws` times, and p = (1 + number with chi2 at least as large) / (1 + draws). At
 * least three wijken with children and 0 < X < N, as homogeneity_test makes sure. Writes the conf
 * point of chi2 to *chi2_high. */
double homogeneity_draw(const struct share *wijk, size_t count, uint64_t seed, size_t draws,
	double conf, double *chi2_high);

#endif
