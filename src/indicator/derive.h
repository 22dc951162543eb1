/* derive.h - indicators that follow from another one's outcomes (afgeleid): what is left of the noemer, the
 * children short of a norm, a difference. calculation.md E.1, E.4; formats.md D.1. */
#ifndef INDICATOR_DERIVE_H
#define INDICATOR_DERIVE_H

#include "def/definities.h"
#include "def/uitkomst.h"
#include "store/store.h"

/* Adds to `list` an outcome of `def` for each outcome of its base that has one of def's levels. */
void derive_fill(const struct indicator_def *def, struct uitkomst_list *list, const struct definities *defs,
	struct stand stand);

#endif
