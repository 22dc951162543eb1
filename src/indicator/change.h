/* change.h - is a figure different from a year earlier, or can that be chance? calculation.md E.3.
 * Pure.
 *
 * Only the same quarter (school year, day) of the year before is compared, so that seasons cannot
 * mislead; only exact, complete figures of the same area and division; and never across a declared
 * break. */
#ifndef INDICATOR_CHANGE_H
#define INDICATOR_CHANGE_H

#include "def/definities.h"
#include "def/uitkomst.h"

/* Half the width of the 95% interval of a difference above which nothing can be seen, in percentage
 * points. A wijk of 60 children has about 12: there a real rise from 84 to 92% is found in only 28%
 * of cases (E.3). */
#define CHANGE_TE_KLEIN_PUNTEN 10.0

/* Fills verandering, verschil with its bounds and breuk of `u`. `earlier` is the outcome of the
 * same period a year before, NULL when there is none. In this order: TE_KLEIN when either noemer is
 * below n_min; HOGER or LAGER when the 95% interval leaves out 0 (Newcombe for shares, the same
 * square-and-add of exact Poisson limits for rates and counts); TE_KLEIN when the interval reaches
 * further than CHANGE_TE_KLEIN_PUNTEN to a side (rates and counts: than half the earlier value), so
 * that a real change would hardly show; else ONDUIDELIJK. With methode geen there is no chance to
 * weigh: HOGER, LAGER or GELIJK, without bounds (NaN). A verschil is compared by the counts of both
 * groups in both years; an index and a spread over wijken are not compared: their chance is large
 * and has no simple form. */
void change_fill(struct uitkomst *u, const struct uitkomst *earlier, const struct definities *defs);

#endif
