/* index.h - an index over rows: how unevenly a group (teller) is spread over schools (the rows of a
 * source), as the dissimilarity D between the group and the others. calculation.md E.4,
 * statistics.md 6. Never per school.
 *
 * Exact: with a_i in the group and b_i others at school i, D = sum |a_i B - b_i A| / (2 A B). */
#ifndef INDICATOR_INDEX_H
#define INDICATOR_INDEX_H

#include "def/definities.h"
#include "def/uitkomst.h"
#include "indicator/aggregate.h"
#include "store/store.h"

/* Needs indicator, gebied, periode, teller, noemer (the sums) and onvolledig of `u`; `teller` and
 * `noemer` are the rows of both sides. Takes the rows of the area and of its parts, of this period only. Fills value, norm, judgement and
 * segregatie, the chance band among it. One school whose count is hidden, missing on one side, or
 * impossible (group above the whole: FOUT) leaves the word for that and no number. */
void index_judge(struct uitkomst *u, const struct gebied_list *gebieden,
	const struct rij_list *teller, const struct rij_list *noemer, const struct definities *defs,
	struct stand stand);

#endif
