/* derive.h - indicators that follow from another one's outcomes (afgeleid): what is left of the
 * noemer, the children short of a norm, a difference. calculation.md E.1, E.4; formats.md D.1. */
#ifndef INDICATOR_DERIVE_H
#define INDICATOR_DERIVE_H

#include "def/definities.h"
#include "def/uitkomst.h"
#include "store/store.h"

/* Adds to `list` the outcomes of `def`, from those of its base that has been computed before:
 * - noemer_min_teller, tekort: one for each outcome of the base that has one of def's levels;
 * - verschil (of two indicators): where both have an outcome;
 * - spreiding: one for the gemeente, over the wijken of the base; its kloof holds the spread, not
 * tested. Kwalitatief and what has no base add nothing. Sorts the list. */
void derive_fill(const struct indicator_def *def, struct uitkomst_list *list,
	const struct definities *defs, const struct gebied_list *gebieden, struct stand stand);

#endif
