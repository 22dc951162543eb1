/* check.h - the controles of a profile: within a row, total rows against their parts, areas that are missing,
 * jumps against what was delivered before. */
#ifndef IMPORT_CHECK_H
#define IMPORT_CHECK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/macro.h"
#include "import/lezer.h"
#include "import/oogst.h"

/* The row at hand in the reader; false when a check of severity fout failed. */
bool check_row(struct lezer *l, int64_t line);
/* Total rows: the sum of the areas, and Onbekend, per period, kenmerk and measure. */
void check_totals(struct lezer *l);
/* Every area of the level in every period (and every kenmerk), but those without doelgroep. */
void check_complete(struct lezer *l);
/* Jumps; `was` are the figures that stand, in the order of oogst. */
void check_previous(struct lezer *l, const struct oogst *nu, const struct oogst *was);

#endif
