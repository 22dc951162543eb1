/* special.h - the distributions behind every interval and test of this room.
 *
 * Pure numbers: no counts of children, no words, no state. Probabilities are fractions 0..1.
 * Every tail has its own function, because 1 - tail loses the digits a verdict needs. Relative
 * accuracy is 1e-13 or better for parameters up to 10^6 (statistics.md, section 10; checked
 * against special_functions.csv). Arguments outside the stated range are a defect (assert). */
#ifndef INDICATOR_SPECIAL_H
#define INDICATOR_SPECIAL_H

#include <stdint.h>

/* ln C(n, k), the log of the number of ways to choose k of n; 0 <= k <= n. By lgamma. */
double log_binomial(int64_t n, int64_t k);

/* ln of the binomial probability C(n,x) p^x (1-p)^(n-x) for real 0 <= x <= n and 0 <= p <= 1, q
 * being 1-p given separately so that a p near 1 keeps its digits. -infinity when impossible.
 * Saddle-point form (Loader 2000): the deviance of x from np and the error of Stirling's formula,
 * so that n = 10^6 loses no digits to the subtraction of large logarithms. */
double log_binomial_density(double x, double n, double p, double q);
/* ln of the Poisson probability mean^x e^-mean / x! for real x >= 0, mean >= 0; as above. */
double log_poisson_density(double x, double mean);

/* Regularised incomplete beta I_x(a,b) and 1 - I_x(a,b); a, b > 0, 0 <= x <= 1. Continued fraction
 * (DLMF 8.17.22). */
double beta_lower(double x, double a, double b);
double beta_upper(double x, double a, double b);
/* Regularised incomplete gamma P(a,x) and Q(a,x); a > 0, x >= 0. Series (DLMF 8.7.1) below a+1,
 * continued fraction (DLMF 8.9.2) above. */
double gamma_lower(double x, double a);
double gamma_upper(double x, double a);

/* Standard normal: P(Z <= z), P(Z > z), and the z below which a share p lies (0 < p < 1; Wichura,
 * AS 241). */
double pnorm(double z);
double pnorm_upper(double z);
double qnorm(double p);

/* Chi-square with df > 0 degrees of freedom. qchisq(p) has a share p below it, qchisq_upper(p) a
 * share p above it. p = 0 gives 0 (upper: infinity), p = 1 the other end. */
double pchisq(double x, double df);
double pchisq_upper(double x, double df);
double qchisq(double p, double df);
double qchisq_upper(double p, double df);

/* Beta(a,b): the x with a share p below it, or above it. p = 0 and p = 1 give the ends 0 and 1. */
double qbeta(double p, double a, double b);
double qbeta_upper(double p, double a, double b);

/* Student's t with df > 0: the t with a share p below it, 0 < p < 1. By the incomplete beta. */
double qt(double p, double df);

#endif
