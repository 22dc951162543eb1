/* disclosure.h - which figures reveal a small group of children by themselves: rules R1-R4 of
 * calculation.md E.5. Pure; what follows from several figures together (subtraction, families,
 * earlier publications) is not seen here. */
#ifndef PUBLISH_DISCLOSURE_H
#define PUBLISH_DISCLOSURE_H

#include <stdbool.h>
#include <stdint.h>

#include "def/definities.h"
#include "publish/layer.h"

/* The limits that hold for one indicator. k is never below 5, whatever the policy says. */
struct disclosure_rule {
	int64_t k;
	int64_t n_min; /* below this many children no percentage or other derived figure */
	bool nul_tonen; /* "niemand" and "iedereen" may be said */
};
struct disclosure_rule disclosure_rule_of(const struct privacy_def *policy, bool gevoelig);

/* What may be shown of one figure. reden is REDEN_GEEN when all of it may. */
struct disclosure {
	bool teller, noemer;
	bool afgeleid; /* percentage, interval, verdict, tekort, chart point */
	enum reden reden;
};

enum { DISCLOSURE_GEEN_NOEMER = -1 };

/* R1: x hidden when 0 < x < k or 0 < n-x < k, n hidden when 0 < n < k. R2: n < n_min gives no derived
 * figure. R3: x = 0 and x = n only with nul_tonen. R4 follows from R1 being the same for x and n-x: a
 * complement is judged as what it completes. `n` DISCLOSURE_GEEN_NOEMER: a count by itself. */
struct disclosure disclosure_primary(struct disclosure_rule rule, int64_t x, int64_t n);

/* May "norm gehaald; minder dan k kinderen niet bereikt" be said of n children at this norm? Only where "norm gehaald"
 * adds nothing to "minder dan k": n (1 - norm) >= k - 1. Not when "iedereen" is shown where it is so, because the words
 * then leave 1 to k - 1, narrower than the policy allows; not when what silence says, k or more not reached, would be
 * narrower than that for those who are: n >= 2 k. The norm is a minimum. */
bool disclosure_words_allowed(struct disclosure_rule rule, int64_t n, struct fraction norm);

#endif
