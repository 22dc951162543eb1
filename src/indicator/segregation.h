/* segregation.h - how unevenly two or more groups of pupils are spread over schools.
 *
 * Pure. Counts of pupils in, indices 0..1 out (M and the local values in nats, natural logarithms).
 * A value without meaning is NaN and never 0: no pupils of a group, or only one group. Schools
 * without pupils do not count. 0 ln 0 = 0. statistics.md 6, segregation.csv. */
#ifndef INDICATOR_SEGREGATION_H
#define INDICATOR_SEGREGATION_H

#include <stddef.h>
#include <stdint.h>

/* Pupils of group g at school s: count[s * groups + g], never negative, in total at most 10^9. */
struct schools {
	const int64_t *count;
	size_t schools, groups;
};

/* ---- two groups ------------------------------------------------------------------------------ */

/* D = 1/2 sum |a_s/A - b_s/B| between groups a and b: the share that would have to change school
 * for an even spread. 0 with one school. */
double segregation_d(const struct schools *t, size_t a, size_t b);

/* D that chance alone gives, within 5%: 1/2 sum sqrt(2/pi) sqrt(n_s p(1-p)(N-n_s)/(N-1)) (1/A +
 * 1/B), n_s the pupils of a and b at school s, N all of them, p = A/N. Report it beside every D: 12
 * schools of 25 with a fifth doelgroep show 0,19 without any segregation. NaN also with one pupil.
 */
double segregation_d_chance(const struct schools *t, size_t a, size_t b);

/* (D - chance) / (1 - chance), floor 0. NaN when chance is 1 or more. */
double segregation_d_corrected(double d, double chance);

/* ---- any number of groups -------------------------------------------------------------------- */

/* Exposure P* = sum_s (x_s/X)(y_s/n_s): the share of group y at the school of an average pupil of
 * x, n_s all pupils there. With y = x it is the isolation of x. */
double segregation_exposure(const struct schools *t, size_t x, size_t y);
/* eta^2 = (isolation - P)/(1 - P), P the share of x among all. */
double segregation_eta2(const struct schools *t, size_t x);

/* The entropy of the groups, E = -sum p_g ln p_g. */
double segregation_entropy(const struct schools *t);
/* Mutual information M = sum p_sg ln(p_sg / (p_s p_g)); H = M/E, 0..1. */
double segregation_m(const struct schools *t);
double segregation_h(const struct schools *t);
/* p_s, the share of all pupils at school s, and L_s = sum_g p_g|s ln(p_g|s / p_g), what school s
 * adds: sum p_s L_s = M. L_s is NaN for a school without pupils. */
double segregation_share(const struct schools *t, size_t school);
double segregation_local(const struct schools *t, size_t school);

/* M taken apart over clusters of schools (wijken): between is the M of the clusters, within the
 * rest, sum p_c M_c; together M. cluster[s] < cluster_count. */
struct segregation_parts {
	double between, within;
};
struct segregation_parts segregation_parts(
	const struct schools *t, const size_t *cluster, size_t cluster_count);

#endif
