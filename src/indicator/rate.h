/* rate.h - a count of children as it may move by chance, and as a rate per 1000.
 *
 * Pure. Counts are whole and not negative; `conf` is the two-sided confidence level as a fraction.
 * For counts that are small beside their population (thuiszitters); a share of a group belongs in
 * proportion.h. */
#ifndef INDICATOR_RATE_H
#define INDICATOR_RATE_H

#include <stdint.h>

#include "indicator/proportion.h"

/* Exact limits of a Poisson count x >= 0: qchisq(tail, 2x)/2 and the upper tail point of
 * chi-square(2x+2), halved; low is exactly 0 at x = 0. calculation.md E.2, statistics.md 3. Also
 * the funnel: the expected counts at which x lies just on the limit (statistics.md 4). */
struct interval poisson_exact(int64_t x, double conf);

/* Byar's approximation x (1 - 1/(9x) - z/(3 sqrt x))^3 and (x+1)(1 - 1/(9(x+1)) + z/(3
 * sqrt(x+1)))^3, only to reproduce tables of others. low is NaN at x = 0, and may be negative for
 * tiny x. */
struct interval poisson_byar(int64_t x, double conf);

/* The limits of a count turned into a rate per 1000 of population n > 0. calculation.md E.2. */
struct interval per_1000(struct interval count, int64_t n);

/* Whole counts inside the funnel around an expected count (> 0): low is the smallest k with
 * P(X <= k) > tail, high the largest k with P(X >= k) > tail, tail = (1-conf)/2; statistics.md 4.
 */
struct count_range funnel_poisson(double expected, double conf);

#endif
