/* ward.h - a puzzle under audit, block by block: what publish/secondary watches while it hides and opens. Holds the
 * requirement (secondary.h) and nothing of how a way is found to meet it. */
#ifndef PUBLISH_WARD_H
#define PUBLISH_WARD_H

#include "publish/secondary.h"

/* A block: the cells that rows tie together, hidden or not. What happens in one has no effect in another. */
struct ward {
	struct puzzle *p;
	struct deduce *d;
	struct deduction *out, *scratch; /* of the reader; of the others */
	struct goal *goal;
	unsigned char *done;  /* cells solved in this audit */
	unsigned char *insider, *target; /* for deduce_insiders */
	size_t *cell, *first; /* cells of block b: cell[first[b]] .. cell[first[b + 1] - 1] */
	size_t block_count;
	size_t *row_block; /* per row */
	size_t *rows, *rows_first;
	size_t *hidden_in_series; /* per series: hidden units */
	size_t barred;		  /* a unit that may not be hidden for now; PUZZLE_NONE */
	struct leak_list leak; /* of the last audit */
	uint64_t audits;
};

/* `p` must be sealed; only secondary_protect changes it. `work`: see deduce_new. */
void ward_init(struct ward *w, struct puzzle *p, uint64_t work);
void ward_release(struct ward *w);

/* Audits a block and leaves the leaks of the first reader who has any in w->leak. `keep`: what out[] has seen holds;
 * only right while nothing was opened since. */
int ward_audit(struct ward *w, size_t block, bool keep, struct err *err) MUST_USE;

/* Does this reader have the value of the cell? */
bool ward_has_it(const struct ward *w, const struct attacker *who, size_t cell);
/* Is the line of R5 met? After an audit of its block. */
bool ward_line_is_safe(const struct ward *w, const struct puzzle_row *row);
void leak_add(struct leak_list *list, struct leak leak);

#endif
