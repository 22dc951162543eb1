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
 * `noemer` are the rows of both sides. Takes the rows of the area and of its parts. Fills value,
 * norm, judgement and the chance band (kloof.toeval_typisch: what D is when pupils are dealt at
 * random; kloof.spreiding: D corrected for it). A row hidden by the source makes the index
 * NIET_TE_BEPALEN with a word and no number. */
void index_judge(struct uitkomst *u, const struct gebied_list *gebieden,
	const struct rij_list *teller, const struct rij_list *noemer, const struct definities *defs,
	struct stand stand);

#endif
