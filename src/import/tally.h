/* tally.h - rows to counts, in memory: one cell per combination of small numbers (area, period, measure,
 * values of the kenmerken). Sums keep their bounds: 10 and <5 make [11,14]; what is unknown stays unknown. */
#ifndef IMPORT_TALLY_H
#define IMPORT_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/macro.h"
#include "import/cell.h"

enum { TALLY_MAX_CELLS = 4000000 }; /* more combinations than this are no counts */

struct tally_cell {
	struct cell_waarde waarde;
	int64_t regel; /* physical line of the first row */
	int64_t rijen; /* rows that were added */
};

struct tally {
	size_t width;	/* numbers in a key */
	uint32_t *key;	/* width per cell, cells in order of first appearance */
	struct tally_cell *cell;
	size_t count, key_cap, cell_cap;
	uint32_t *slot;
	size_t slots;
};

void tally_init(struct tally *t, size_t width);
/* Adds a value; false when there are too many cells, or a sum does not fit. */
bool tally_add(struct tally *t, const uint32_t *key, const struct cell_waarde *waarde, int64_t regel) MUST_USE;
/* NULL when there is none. Borrowed until the next add. */
const struct tally_cell *tally_get(const struct tally *t, const uint32_t *key);
const uint32_t *tally_key(const struct tally *t, size_t cell);
void tally_release(struct tally *t);

/* a + b, with the state that is left; false when it does not fit. Empty a: rijen 0. */
bool tally_sum(struct cell_waarde *a, const struct cell_waarde *b) MUST_USE;

#endif
