/* deduce.h - what a reader can work out: for each hidden cell of a puzzle the interval [low, high] in which
 * everything he knows leaves it.
 *
 * Steps, all in whole numbers (statistics.md section 8, "Algorithms"): the hidden cells that hang together by
 * rows are taken together; bounds are pulled through the rows until nothing changes; what is left is eliminated
 * exactly and each cell is pushed up and down (publish/simplex); where the end is not a whole solution the
 * search branches.
 *
 * Two intervals, one inside the other. [low, high] is proven from the outside: the cell cannot lie beyond it.
 * [seen_low, seen_high] is proven from the inside: there are whole solutions, agreeing with all that is
 * published, at both its ends. They are equal when the work sufficed, and that is the exact answer. When it did
 * not, safety may only be claimed from the inner one; so overflow and too much work fail closed.
 *
 * Not promised: an interval says nothing of numbers inside it that no solution takes (only even ones, say),
 * nothing of how likely they are, and nothing to an attacker who knows the rule by which cells were chosen to
 * be hidden: such a reader can narrow further. */
#ifndef PUBLISH_DEDUCE_H
#define PUBLISH_DEDUCE_H

#include "publish/puzzle.h"

/* Who is reading. */
struct attacker {
	bool knows_elsewhere; /* has the cells marked `elsewhere` from another source */
	size_t insider;	      /* knows this cell, because he is in it; PUZZLE_NONE */
};
#define ATTACKER_READER {false, PUZZLE_NONE}

struct deduction {
	int64_t low, high;
	int64_t seen_low, seen_high; /* seen_low > seen_high: no solution was found */
};

/* When is enough known of a cell? A verdict needs no more than that. */
struct goal {
	bool wanted;
	int64_t width, upper; /* seen_high - seen_low >= width and seen_high >= upper */
};
bool goal_met(const struct goal *goal, const struct deduction *d);

struct deduce; /* opaque: room to work in, and the work that may still be spent */

/* The puzzle must be sealed and outlive it; states of units may change between calls. `work` 0: the usual
 * limit (something like half a minute). */
struct deduce *deduce_new(const struct puzzle *p, uint64_t work) MUST_USE;
void deduce_free(struct deduce *d);

/* The exact interval of every cell, into out[cell_count]; a visible cell has its value. -1 (ERR_DATA) when the
 * published numbers contradict each other: nothing may be published. */
int deduce_all(struct deduce *d, const struct attacker *who, struct deduction *out, struct err *err) MUST_USE;

/* The same for the cells that hang together with `seed` (a hidden cell), and only as far as their goals
 * (goal[cell_count]) ask. A goal already met by what out[] says was seen is left as it is when `keep`: what was
 * seen stays true when more is hidden. *cells lists the cells that were done, borrowed until the next call. */
int deduce_around(struct deduce *d, const struct attacker *who, size_t seed, const struct goal *goal, bool keep,
	struct deduction *out, const size_t **cells, size_t *count, struct err *err) MUST_USE;

/* Who is the only one in a cell knows it. Tries each insider of the group of `seed` in turn (cells with
 * insider[cell] set, their value known to us): does that determine another cell with target[cell] set, of another
 * owner? 1: yes, and *leak says which; also when it could not be proven not to. 0: no. -1: err. Everything in the
 * group must have been found safe for ATTACKER_READER before. */
struct insider_leak {
	size_t insider, cell;
	struct deduction found;
};
int deduce_insiders(struct deduce *d, size_t seed, const unsigned char *insider, const unsigned char *target,
	struct insider_leak *leak, const size_t **cells, size_t *count, struct err *err) MUST_USE;

/* Did anything overflow or run out of work since deduce_new? Then some intervals are not exact. */
bool deduce_gave_up(const struct deduce *d);
/* Of the work allowed to deduce_new, what part is left, in percent. */
int deduce_work_left(const struct deduce *d);

#endif
