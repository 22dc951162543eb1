/* schatting.h - figures of a wijk before it existed: the counts of the wijken of the earlier division, divided over
 * the new ones by a supplied koppeling. Only where there is such a koppeling; never where the wijk was counted itself.
 *
 * A koppeling named "wijk_2024" says of each wijk of indeling 2024 in which wijken of another indeling its addresses
 * (or children) lie, each with a weight. Every old wijk is divided on its own, in whole children, by the method of the
 * largest remainder: everybody gets the whole part of his quota, and what is left goes one by one to the largest
 * fractions, ties to the first area in the fixed order. It is used because it keeps the total (the new wijken together
 * hold as many children as the old one), keeps whole children, and stays within one child of the quota; rounding each
 * share by itself does the last two only. The teller is divided with the noemer of the new wijk as its limit where it
 * is a part of it, so that it is never larger.
 *
 * What comes out is marked `geschat`: it assumes that the children are spread like the weights. It has a value and
 * nothing else: no norm, no verdict, no interval, no change, and it is no point of a trend or a gap. What cannot be
 * divided is not: no exact counts (status says which reason), schools and meetings, means and medians, derived figures.
 * An old wijk with children that the koppeling does not name makes every estimate of that period ONVOLLEDIG. */
#ifndef INDICATOR_SCHATTING_H
#define INDICATOR_SCHATTING_H

#include "def/definities.h"
#include "def/uitkomst.h"
#include "store/store.h"

/* Adds the estimates to a sorted list and sorts it again. Reads the koppelingen as they stood. */
int schatting_fill(struct uitkomst_list *all, struct store *store, const struct definities *defs,
	const struct gebied_list *gebieden, struct stand stand, struct err *err) MUST_USE;

/* Children, and counted by us: what may be divided. */
bool schatting_deelbaar(const struct indicator_def *def, const struct definities *defs);

/* From teller and noemer the value, and nothing else: no norm, no verdict, no interval. */
void schatting_waarde(struct uitkomst *u);

/* Divides `count` (>= 0) over `n` parts by weight (> 0), into out[n], by the largest remainder; no part gets more than
 * its limit (NULL: none). False, and `out` undefined, when it does not fit in 64 bits or the limits leave no room. */
bool schatting_verdeel(int64_t count, const int64_t *gewicht, const int64_t *limiet, size_t n, int64_t *out) MUST_USE;

#endif
