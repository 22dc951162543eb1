/* explain.h - every term of a figure: what `uitleg` shows and what berekening.csv holds. Nothing is
 * computed anew that was judged before; the terms between (how many are needed, which limit the
 * tail is held against) follow from the same exact functions. Pure.
 *
 * An outcome out of which publish took what a reader may not see explains no more than is left in
 * it: a term whose numbers are not known is left out. */
#ifndef INDICATOR_EXPLAIN_H
#define INDICATOR_EXPLAIN_H

#include "def/uitkomst.h"

struct term {
	const char *naam; /* fixed word, never changed once printed: "teller", "norm", "nodig",
			     "p_onder" ... */
	char *waarde; /* decimal point, no thousands sign; a word for words; "3..6" for a range */
	const char *eenheid; /* borrowed from the definition or static; "" when there is none */
	char *formule;       /* with the numbers filled in: "ceil(92/100 * 560)"; NULL for what was
				delivered */
};

struct term_list {
	struct term *item;
	size_t count, cap;
};
void term_list_release(struct term_list *list);
/* Borrowed; NULL when the outcome has no such term. */
const struct term *term_find(const struct term_list *list, const char *naam);

/* Adds the terms of `u`, always in the same order: counts, value, interval, norm, judgement,
 * change, trend, pace, wijk, kloof, segregatie, completeness, deliveries. */
void explain_outcome(const struct uitkomst *u, struct term_list *out);

#endif
