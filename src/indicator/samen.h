/* samen.h - three years together: the fallback for figures that are too small per year (statistics.md 8). Teller and noemer
 * of the years are added up; only where the three are there as whole numbers, of one definition and without a break.
 * Never judged: a norm is of a period, and of three years together none was agreed. Pure. */
#ifndef INDICATOR_SAMEN_H
#define INDICATOR_SAMEN_H

#include "def/definities.h"
#include "def/uitkomst.h"

/* Can years of this indicator be added up? A teller over a noemer that is counted per year. */
bool samen_kan(const struct indicator_def *def);
/* Adds to a sorted list, and sorts it again, an outcome for each three years of each area that the policy asks for and
 * that has a figure in the last of them. */
void samen_add(struct uitkomst_list *list, const struct definities *defs);

#endif
