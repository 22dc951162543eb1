/* volgorde.h - the gap along an order of the wijken: from those with the fewest chances to those with
 * the most, as volgorde_wijken of the gemeente says. Pure. statistics.md 5: a line through the shares
 * of the wijken against their place in the order, weighted by children (slope and relative index of
 * inequality, as PHE computes them). A gap between wijken is not a gap between children. */
#ifndef INDICATOR_VOLGORDE_H
#define INDICATOR_VOLGORDE_H

#include "def/definities.h"
#include "def/uitkomst.h"
#include "indicator/proportion.h"

/* The wijken of one figure and period, each with an exact share of at least one child. */
struct volgorde_wijken {
	const struct uitkomst *city;
	struct uitkomst *const *wijk;
	const struct share *share;
	size_t count;
	bool volledig; /* no wijk was left out because its number is not exact */
};

/* The place of a wijk is its value of the order's indicator in the newest period, up to the end of
 * the figure's own, in which any of these wijken has one; wijken with the same value share a place.
 * Every wijk must have a value there and an exact share: a line through the rest would be another
 * order. Standard errors are those of Wilson's interval, which are not 0 at nobody or everybody. */
void volgorde_fill(struct volgorde_deel *out, const struct volgorde_wijken *w,
	const struct uitkomst_list *list, const struct definities *defs);

#endif
