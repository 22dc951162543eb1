/* puzzle.h - everything a reader gets, as one puzzle: counts of children tied together by linear equations.
 * What can be solved from it is disclosed. This module only holds the puzzle; publish/deduce solves it and
 * publish/secondary hides more until it cannot be solved.
 *
 * A cell is a whole number >= 0: a teller, a noemer, the children not reached, the difference between two
 * nested counts, the growth between two quarters. Of each cell the reader has the value (it is printed, or was
 * printed before), or knows that it lies within [min, max], or nothing ([0, PUZZLE_CEILING]).
 *
 * A unit is what is shown or hidden together: teller, rest and tekort of one figure (calculation.md E.5 R4,
 * R6). A row is low <= sum of coefficient x cell <= high, with low = high for an equation. A row is something
 * everybody knows to be true, whether or not its cells are printed: wijken add up to the gemeente also where a
 * wijk is not shown. A relation that is left out of the puzzle is a relation the audit does not see.
 *
 * Sources: calculation.md E.5 (R1-R8), statistics.md section 8. Pure: no store, no definitions. */
#ifndef PUBLISH_PUZZLE_H
#define PUBLISH_PUZZLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/macro.h"
#include "base/num.h"

#define PUZZLE_NONE SIZE_MAX
/* More children than there are; a cell that can reach it is known from below only. */
#define PUZZLE_CEILING INT64_C(1000000000)
/* No limit on this side of a row. */
#define PUZZLE_NO_LOW INT64_MIN
#define PUZZLE_NO_HIGH INT64_MAX

enum puzzle_access {
	PUZZLE_LATENT, /* never printed as such: a difference, a rest; may be deduced unless it is primary */
	PUZZLE_PRINTED, /* printed when its unit is open */
	PUZZLE_KNOWN	/* the reader has it whatever we do: published earlier, or no secret */
};

struct puzzle_cell {
	enum puzzle_access access;
	size_t unit;	  /* of a PUZZLE_PRINTED cell; else PUZZLE_NONE */
	bool has_value;	  /* false only when published files are audited: their hidden cells */
	int64_t value;
	int64_t min, max; /* what the reader is told beforehand; "<5" from a source is 1..4 */
	int64_t k;	  /* > 0: primary, the policy holds for it; 0: it is small nor secret by itself */
	size_t whole;	  /* the cell it is a part of (its noemer); PUZZLE_NONE */
	size_t carrier;	  /* of a latent cell: the unit to hide so that it cannot be worked out; PUZZLE_NONE */
	size_t owner;	  /* figures of the same group of children; PUZZLE_NONE. See secondary.h, insider */
	bool elsewhere;	  /* a noemer that others may know from another source */
};

enum puzzle_unit_state {
	PUZZLE_UNIT_OPEN,
	PUZZLE_UNIT_PRIMARY,  /* hidden because of its own counts */
	PUZZLE_UNIT_SECONDARY /* hidden so that others cannot be solved */
};

struct puzzle_unit {
	enum puzzle_unit_state state;
	int64_t cost; /* > 0: what a reader loses when it is hidden; 0: may not be hidden */
	size_t series; /* the same figure in other periods; PUZZLE_NONE */
};

struct puzzle_term {
	size_t cell;
	int64_t factor;
};

struct puzzle_row {
	size_t first, count; /* in puzzle.term */
	int64_t low, high;
	/* > 0: the row is a line of R5, its first term the total and the others the parts. Of the parts either
	 * none is hidden, or at least two whose sum is at least k. */
	int64_t k;
};

struct puzzle {
	struct puzzle_cell *cell;
	size_t cell_count, cell_cap;
	struct puzzle_unit *unit;
	size_t unit_count, unit_cap;
	struct puzzle_row *row;
	size_t row_count, row_cap;
	struct puzzle_term *term;
	size_t term_count, term_cap;
	/* After puzzle_seal: rows of cell c are at[at_first[c]] .. at[at_first[c + 1] - 1]; idem units. */
	size_t *at, *at_first;
	size_t *of_unit, *of_unit_first;
	bool has_values; /* all cells have one */
	bool sealed;
};

#define PUZZLE_INIT {0}

void puzzle_release(struct puzzle *p);

/* ---- units and cells; each returns the index ---- */

size_t puzzle_add_unit(struct puzzle *p, int64_t cost, size_t series);
/* Printed when `unit` is open. */
size_t puzzle_add_printed(struct puzzle *p, int64_t value, size_t unit);
/* Never printed as such. */
size_t puzzle_add_latent(struct puzzle *p, int64_t value);
/* The reader has it whatever we do. */
size_t puzzle_add_known(struct puzzle *p, int64_t value);
/* Hidden in published files: only its range is known to us too. 0 <= min <= max <= PUZZLE_CEILING. */
size_t puzzle_add_hidden(struct puzzle *p, int64_t min, int64_t max);
/* Makes a cell primary: it and its unit stay hidden, and the policy for k holds. R1: 0 < value < k, or a zero
 * that is a secret (the caller decides). */
void puzzle_set_primary(struct puzzle *p, size_t cell, int64_t k);

/* ---- rows ---- */

/* low <= sum of factor x cell <= high; terms with the same cell are added up, factor 0 drops out. */
void puzzle_add_row(struct puzzle *p, const struct puzzle_term *term, size_t count, int64_t low, int64_t high);
/* parts add up to total. k > 0: a line of R5. */
void puzzle_add_sum(struct puzzle *p, size_t total, const size_t *part, size_t count, int64_t k);
/* whole = a + b; a latent cell for the rest b = whole - a is made and returned. Both are parts of whole; the unit
 * of a carries b. */
size_t puzzle_add_rest(struct puzzle *p, size_t whole, size_t part);
/* A count that may go up or down between two publications (a cumulative flow, a revision): makes the latent
 * cell |later - earlier| (carried by later) and the row that holds them together, and returns the cell. The direction is taken
 * to be known to the reader. Both need a value. R8. */
size_t puzzle_add_change(struct puzzle *p, size_t earlier, size_t later);
/* A printed quotient x / n x multiplier with `decimals` decimals, half up: what it says about x, whether or
 * not x and n are printed. 10^decimals x multiplier at most 10^9. `toward` as rounding.h does it: 0 half up,
 * -1 it may also have been rounded down (below a minimum), 1 up; the weaker statement is taken. */
void puzzle_add_ratio(struct puzzle *p, size_t x, size_t n, int64_t multiplier, struct decimal printed, int toward);
/* A printed number of children short of a minimum norm, tekort = max(0, ceil(norm x n) - x): says x exactly
 * for a known n and tekort > 0, x >= need for 0. calculation.md E.1. */
void puzzle_add_tekort(struct puzzle *p, size_t x, size_t n, struct fraction norm, int64_t tekort);

/* ---- use ---- */

/* Makes the puzzle ready to be solved and checks that the true values satisfy every row: numbers that
 * contradict each other are an ERR_DATA, and nothing may be published. Adding afterwards is a defect. */
int puzzle_seal(struct puzzle *p, struct err *err) MUST_USE;

/* Does the reader have the value of this cell, from the page itself? */
bool puzzle_is_visible(const struct puzzle *p, size_t cell);

#endif
