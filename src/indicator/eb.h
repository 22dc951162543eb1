/* eb.h - shares of small wijken, drawn towards the city as far as their size asks (empirical
 * Bayes).
 *
 * Pure; shares are fractions 0..1. For colouring maps and ordering attention only, labelled
 * "geschat": never for a judgement against a norm, and never next to hidden counts, which they
 * would reveal. Truncated binomial form of statistics.md 4 (empirical_bayes.csv). */
#ifndef INDICATOR_EB_H
#define INDICATOR_EB_H

#include <stddef.h>

#include "indicator/proportion.h"

/* What the wijken together say. */
struct eb {
	double share;  /* P: of the whole city */
	double spread; /* A: variance between wijken that chance does not explain; 0 = "geen
			* aantoonbaar verschil", then every wijk shows the city's share */
};

/* A = max(0, sum n_i (p_i - P)^2 / N - P(1-P)/(N/m)) over the m wijken with n > 0. NaN in both when
 * no wijk has children. */
struct eb eb_fit(const struct share *wijk, size_t count);

/* The weight 0..1 of the wijk's own share: A / (A + (P(1-P) - A)/n); 0 when n = 0 or A = 0. A is
 * always below P(1-P): no spread of shares exceeds the one of nobody and everybody. */
double eb_weight(const struct eb *eb, int64_t n);
/* weight * x/n + (1 - weight) * P; P when n = 0. */
double eb_share(const struct eb *eb, struct share wijk);

#endif
