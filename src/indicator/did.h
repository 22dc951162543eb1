/* did.h - the difference of two changes ("difference in differences"): how much more a share changed in one group of
 * children than in another.
 *
 * (a_na - a_voor) - (b_na - b_voor), four shares of different children, with limits by the square-and-add method: each
 * share's own Wilson limits l and u, combined as
 *
 *   low  = d - sqrt((a_na-l)^2 + (u-a_voor)^2 + (u-b_na)^2 + (b_voor-l)^2)
 *   high = d + sqrt((u-a_na)^2 + (a_voor-l)^2 + (b_na-l)^2 + (u-b_voor)^2)
 *
 * Newcombe 1998 (method 10) for two shares, carried on to more by Zou and Donner 2008 (MOVER). Chosen above the normal
 * interval, which is too narrow at the shares near 0 and 1 and the small counts we have. Pure; see proportion.h for shares. */
#ifndef INDICATOR_DID_H
#define INDICATOR_DID_H

#include "indicator/proportion.h"

/* One group at two moments. All n > 0. */
struct did_groep {
	struct share voor, na;
};

/* In fractions. The groups may not overlap; the same children at both moments make the true interval narrower, not
 * wider, so the verdict stays careful. */
struct difference did(const struct did_groep *met, const struct did_groep *zonder, double conf);

#endif
