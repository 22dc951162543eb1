/* adjust.h - chances corrected for how many comparisons were made.
 *
 * Pure. p[i] are chances 0..1, none missing; out[i] belongs to p[i], is at most 1, and is compared
 * with the same limit the single p would be. out may be p itself. statistics.md 2 and 4,
 * p_adjust.csv. */
#ifndef INDICATOR_ADJUST_H
#define INDICATOR_ADJUST_H

#include <stddef.h>

/* Holm: the k-th smallest p times (count - k + 1), never smaller than the one before. Limits the
 * chance of any false signal, whatever the dependence between the tests. */
void adjust_holm(const double *p, double *out, size_t count);
/* Benjamini and Hochberg: the k-th smallest p times count/k, never larger than the one after.
 * Limits the expected share of false signals among the signals. */
void adjust_bh(const double *p, double *out, size_t count);
/* Bonferroni: p times count. */
void adjust_bonferroni(const double *p, double *out, size_t count);

#endif
