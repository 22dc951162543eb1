/* verdeling.h - counts that were delivered by a code, such as a postcode, to counts of wijken and of the gemeente, by the
 * koppeling that holds in the stand.
 *
 * - A code that lies in one wijk counts there: nothing is estimated.
 * - A code that lies in more wijken is divided over them by weight, in whole children, by the largest remainder
 *   (indicator/schatting.h); the teller within the noemer of the same code, where it is a part of it. The wijken are
 *   marked as estimates. What cannot be divided (a number that is not exact, or not of children) makes them unknown.
 * - The gemeente is the sum of the codes as delivered, and so exact, as long as no code lies partly outside it; then it
 *   is the sum of the shares inside, and an estimate as well.
 * - A code that the koppeling does not know counts for the gemeente, and makes every wijk of that period incomplete.
 * - A period in which wijken or the gemeente were delivered themselves is left as it was delivered. */
#ifndef INDICATOR_VERDELING_H
#define INDICATOR_VERDELING_H

#include "indicator/plan.h"

/* Adds to the sums of the plan what its codes come to. */
int verdeling_fill(struct plan *plan, struct store *store, const struct definities *defs,
	const struct gebied_list *gebieden, struct stand stand, struct err *err) MUST_USE;

#endif
