/* num.h - numbers without locale: exact decimals and fractions, and how they are printed.
 * Reading numbers from a delivered cell, with its Dutch dialects, is import/cell's job. */
#ifndef BASE_NUM_H
#define BASE_NUM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/macro.h"
#include "base/str.h"

/* value x 10^-scale; 0 <= scale <= 9. 2,75 is {275, 2}. */
struct decimal {
	int64_t value;
	int scale;
};

/* num/den with den > 0, in lowest terms when made by the functions here. */
struct fraction {
	int64_t num, den;
};

/* Digits only (a leading '-' allowed), whole text, no spaces, must fit. Returns 0 or -1 with err
 * "'x' is geen geheel getal." or "'x' is een te groot getal." (kind ERR_DATA). */
int num_parse_int(const char *text, int64_t *out, struct err *err) MUST_USE;

/* "92", "2,75" or "2.75" (definition files write either), a leading '-' allowed; at most 9 decimals.
 * The scale is the number of decimals written. ERR_DATA: "'x' is geen getal." and the like. */
int decimal_parse(const char *text, struct decimal *out, struct err *err) MUST_USE;
bool decimal_equal(struct decimal a, struct decimal b);
/* -1, 0, 1; exact for every pair, whatever the scales: 2,5 equals 2,50. */
int decimal_cmp(struct decimal a, struct decimal b);

/* The fraction d / divisor, divisor > 0: 92 with divisor 100 (a percentage) is 23/25. A denominator
 * that does not fit in 64 bits is a defect (assert); up to divisor 9 x 10^9 it always fits. */
struct fraction fraction_from_decimal(struct decimal d, int64_t divisor);
/* Compares x/n with f exactly (128-bit products): -1, 0, 1. n > 0. */
int fraction_cmp_count(int64_t x, int64_t n, struct fraction f);
int fraction_cmp(struct fraction a, struct fraction b);

/* Dutch: no thousands separator below 10 000, then a full stop: 9999, 10.785. */
void num_add_int(struct str *s, int64_t value);
/* Decimal comma, exactly `scale` decimals, thousands as above. */
void num_add_decimal(struct str *s, struct decimal d);
/* For intervals and drawing: `decimals` decimals, round half up (away from zero), `point` is ',' for
 * readers or '.' for JSON, CSV international and gnuplot. No thousands separator. NaN and infinity
 * are a defect (assert). -0, and what rounds to it, prints as 0.
 * What is rounded is the decimal text of num_add_exact, not the binary value behind it: 1.005 with two
 * decimals is 1,01, as someone who checks by hand finds. */
void num_add_double(struct str *s, double value, int decimals, char point);

/* The shortest text of 15 to 17 significant digits (zeros at the end dropped) that reads back to the
 * same double, decimal point; for JSON. NaN and infinity are a defect (assert). */
void num_add_exact(struct str *s, double value);
/* Decimal point, optional exponent, whole text; no hex, inf or nan, no locale. ERR_DATA when it has
 * another form, is not finite, or would become 0 without being 0. */
int num_parse_double(const char *text, double *out, struct err *err) MUST_USE;

#endif
