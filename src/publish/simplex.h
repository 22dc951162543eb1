/* simplex.h - how far a whole number can move inside linear equations, exactly. Used by publish/deduce.
 *
 * Variables with finite whole bounds, equations with whole coefficients. The tableau holds whole numbers, one
 * denominator per equation, divided by their common divisor; products are made in 128 bits. No floating point.
 * Bland's rule, so that it ends. What does not fit, or takes more work than allowed, is said so; the caller
 * must then take the answer as "not proven" (fails closed). Work is counted in steps, not in seconds: the same
 * puzzle gives the same answer on every machine.
 *
 * Methods: feasibility as in the general simplex for arithmetic solvers (one violated variable at a time),
 * optimum by the bounded-variable simplex, whole solutions by branching on a broken value. */
#ifndef PUBLISH_SIMPLEX_H
#define PUBLISH_SIMPLEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/macro.h"

enum simplex_status {
	SIMPLEX_DONE,
	SIMPLEX_NONE,	  /* no solution */
	SIMPLEX_OVERFLOW, /* a number does not fit; the tableau is of no more use */
	SIMPLEX_LIMIT	  /* too much work; idem */
};

struct simplex; /* opaque; a tableau and the bounds and values of its variables */

/* `work` is the number of tableau entries that may be changed, over all calls. */
struct simplex *simplex_new(size_t var_count, size_t row_count, uint64_t work) MUST_USE;
void simplex_free(struct simplex *s);

/* Sets up; before simplex_start. A bound is a whole number, low <= high. */
void simplex_set_bounds(struct simplex *s, size_t var, int64_t low, int64_t high);
/* Adds factor x var to equation `row`. */
void simplex_set_term(struct simplex *s, size_t row, size_t var, int64_t factor);
void simplex_set_right(struct simplex *s, size_t row, int64_t right);

/* Eliminates (Gauss-Jordan) and finds a first, possibly broken, solution. */
enum simplex_status simplex_start(struct simplex *s) MUST_USE;
/* Moves a variable up (dir 1) or down (-1) until it can go no further or a whole solution with it at or
 * beyond `stop` was seen. *bound is what it cannot exceed, rounded to a whole number (its best, when seen). */
enum simplex_status simplex_push(struct simplex *s, size_t var, int dir, int64_t stop, int64_t *bound) MUST_USE;
/* Is there a whole solution with low <= var <= high (within its own bounds)? At most `nodes` branches. */
enum simplex_status simplex_search(struct simplex *s, size_t var, int64_t low, int64_t high, unsigned nodes) MUST_USE;

/* Changes the bounds of a variable after the start and forgets the solutions seen so far. */
enum simplex_status simplex_hold(struct simplex *s, size_t var, int64_t low, int64_t high) MUST_USE;

/* The least and greatest value of a variable over all whole solutions met so far; false when none was met. */
bool simplex_seen(const struct simplex *s, size_t var, int64_t *low, int64_t *high);
/* Work left, for the next tableau of the same audit. */
uint64_t simplex_work_left(const struct simplex *s);

#endif
