/* figuur.h - one published figure, teller of noemer, as cells of a puzzle: which of them are primary (R1, R3,
 * R4 of calculation.md E.5, as disclosure_primary judges), what is shown or hidden together, and what hiding
 * it costs a reader. Pure; rows between figures are publish/verband's. */
#ifndef PUBLISH_FIGUUR_H
#define PUBLISH_FIGUUR_H

#include "publish/disclosure.h"
#include "publish/puzzle.h"

/* At which level a figure stands: a total is missed by more readers than a part. */
enum figuur_niveau { FIGUUR_WIJK, FIGUUR_TOTAAL };

/* The noemer of one or more figures, printed in a unit of its own. Primary when 0 < n < k. Marked `elsewhere`:
 * readers may have it from another source. An n of 0 is no secret. */
size_t figuur_noemer(struct puzzle *p, struct disclosure_rule rule, int64_t n, enum figuur_niveau niveau,
	size_t series);

struct figuur {
	size_t unit;
	size_t x;
	size_t rest; /* n - x, latent; PUZZLE_NONE without noemer */
};

/* The teller x of `noemer` (a cell; PUZZLE_NONE: a count by itself), with its rest. x <= n. */
struct figuur figuur_teller(struct puzzle *p, struct disclosure_rule rule, int64_t x, size_t noemer,
	enum figuur_niveau niveau, size_t series);

/* Prints the rest too (an indicator noemer_min_teller), together with x. */
void figuur_print_rest(struct puzzle *p, struct figuur f);

/* whole holds part (R8): the difference is empty or at least k. Returns the latent cell of the difference,
 * primary when 0 < difference < k. */
size_t figuur_nest(struct puzzle *p, int64_t k, size_t whole, size_t part);

/* The same cell published now and earlier, or the state of a growing count at two moments (R8): the change is
 * 0 or at least k. */
size_t figuur_change(struct puzzle *p, int64_t k, size_t earlier, size_t later);

#endif
