/* rounding.h - how a figure is printed: one decimal (or what its indicator asks), half up on integers, and
 * toward the judgement, so that a printed value never stands on the other side of the norm than the
 * figure itself: 80 of 87 is 91,9%, never 92,0%. calculation.md E.1.
 *
 * Pure: outcome in, Dutch text out. It knows nothing of what a reader may see; that is decided before. */
#ifndef PUBLISH_ROUNDING_H
#define PUBLISH_ROUNDING_H

#include "base/num.h"
#include "base/str.h"
#include "def/indicator_def.h"
#include "def/norm_def.h"
#include "def/uitkomst.h"

/* x/n x multiplier with `decimals` decimals (0..3), half up; n > 0, x >= 0. With a norm (in the same
 * unit, may be NULL) it is moved one step where half up would cross it: below a minimum it never prints
 * as the minimum or more, at or above it never as less; a maximum mirrored; a band at both ends. */
struct decimal rounding_ratio(int64_t x, int64_t n, int64_t multiplier, int decimals,
	const struct norm_def *norm);
/* The same for a value that is a decimal as delivered. */
struct decimal rounding_decimal(struct decimal value, int decimals, const struct norm_def *norm);
/* The same for a bound of an interval, a double. */
struct decimal rounding_double(double value, int decimals, const struct norm_def *norm);
/* 100 for a percentage or per 100, 1.000 for per 1.000, 1 for the rest. */
int64_t rounding_multiplier(enum soort soort);

/* "507", "10.785", "tussen 3 en 6", "12,5". */
void rounding_add_count(struct str *s, struct bereik b);
/* "1 kind", "27 kinderen", "tussen 3 en 6 kinderen"; with the words of the indicator (NULL: kind, kinderen). */
void rounding_add_children(struct str *s, int64_t min, int64_t max, const struct indicator_def *def);
/* "87,4%", "12,3 per 1.000", "tussen 80,1 en 90,0%", "tussen 10.785 en 19.104". `guard` is the norm it
 * must not seem to cross: that of the outcome, or else any norm of the indicator; may be NULL. Needs
 * u->heeft_waarde. */
void rounding_add_value(struct str *s, const struct uitkomst *u, const struct norm_def *guard);
/* "tussen 84,4 en 90,0%". Needs u->heeft_interval. */
void rounding_add_interval(struct str *s, const struct uitkomst *u, const struct norm_def *guard);
/* "+2,1", "-0,4": a difference, with its sign; 0 is "0,0". */
void rounding_add_signed(struct str *s, double value, int decimals);
/* "92%", "2,75%", "tussen 10 en 20%": the value of a norm as it was agreed. */
void rounding_add_norm(struct str *s, const struct norm_def *norm);
/* What stands behind a number: "%" directly, "per 1.000" after a space, nothing for counts. */
void rounding_add_unit(struct str *s, const char *eenheid);

#endif
