/* opzet.h - from counts to a puzzle: the counts that hang together, with everything a reader knows to hold between
 * them, laid out as cells and rows. Used to decide what to hide (publish/openbaar) and, once more, to audit what the
 * cells of a layer then show (publish/toets). Inside publish. Pure. */
#ifndef PUBLISH_OPZET_H
#define PUBLISH_OPZET_H

#include "publish/grootheid.h"
#include "publish/puzzle.h"

struct opzet {
	struct puzzle p;
	const struct grootheden *g;
	size_t *cell; /* per count: its cell + 1 */
	size_t *rest; /* per verband of soort REST: the cell of what it leaves + 1 */
	bool wrong;   /* the numbers do not fit each other */
};

/* Once for all counts: which hang together (grootheid.deel), a number for every range, and which are small by
 * themselves (grootheid.primair). */
void opzet_prepare(struct grootheden *g, bool nul_tonen);

/* The puzzle of the counts with this root; not sealed. Released in any case. */
void opzet_make(struct opzet *o, const struct grootheden *g, size_t deel);
void opzet_release(struct opzet *o);

/* The unit of a count of this puzzle; PUZZLE_NONE when the reader has it whatever we do. */
size_t opzet_unit(const struct opzet *o, size_t grootheid);

/* A reader is told that a cell lies between bounds, in words or by their absence (publish/gezegd). */
void opzet_tell(struct opzet *o, size_t cell, int64_t min, int64_t max);

/* The cell of what `part` leaves of `whole`; PUZZLE_NONE when they are not laid out so. */
size_t opzet_rest(const struct opzet *o, size_t whole, size_t part);

#endif
