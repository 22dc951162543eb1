#include "publish/rounding.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "indicator/value.h"

__extension__ typedef __int128 wide;

enum { DECIMALS_MAX = 3 };

static const int64_t pow10_of[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000,
	1000000000};

int64_t rounding_multiplier(enum soort soort)
{
	switch (soort) {
	case SOORT_AANDEEL:
	case SOORT_PER_100:
		return 100;
	case SOORT_PER_1000:
		return 1000;
	default:
		return 1;
	}
}

/* ---- numbers ------------------------------------------------------------------------------ */

/* A figure that is exactly num/den (den > 0), in the unit of the norm. */
struct exact {
	wide num, den;
};

static wide floor_div(wide a, wide b)
{
	wide q = a / b;

	return q * b > a ? q - 1 : q;
}

/* -1, 0, 1: the figure against a limit. */
static int exact_cmp(struct exact e, struct decimal limit)
{
	wide a = e.num * pow10_of[limit.scale], b = (wide)limit.value * e.den;

	return (a > b) - (a < b);
}

/* One step up or down where the printed value stands on another side of the limit than the figure. `reached`
 * tells on which side equality belongs: at or above a minimum, at or below a maximum. */
static int64_t keep_side(int64_t printed, int decimals, struct exact e, struct decimal limit, bool minimum)
{
	int side = exact_cmp(e, limit);
	int shown = decimal_cmp((struct decimal){printed, decimals}, limit);

	if (minimum && side < 0 && shown >= 0)
		return (int64_t)floor_div(e.num * pow10_of[decimals], e.den);
	if (minimum && side >= 0 && shown < 0)
		return (int64_t)-floor_div(-e.num * pow10_of[decimals], e.den);
	if (!minimum && side > 0 && shown <= 0)
		return (int64_t)-floor_div(-e.num * pow10_of[decimals], e.den);
	if (!minimum && side <= 0 && shown > 0)
		return (int64_t)floor_div(e.num * pow10_of[decimals], e.den);
	return printed;
}

static struct decimal round_exact(struct exact e, int decimals, const struct norm_def *norm)
{
	int64_t printed;

	assert(decimals >= 0 && decimals <= DECIMALS_MAX && e.den > 0);
	printed = (int64_t)floor_div(2 * e.num * pow10_of[decimals] + e.den, 2 * e.den);
	if (norm && norm->soort != NORM_MAXIMUM)
		printed = keep_side(printed, decimals, e, norm->waarde, true);
	if (norm && norm->soort == NORM_MAXIMUM)
		printed = keep_side(printed, decimals, e, norm->waarde, false);
	if (norm && norm->soort == NORM_BAND)
		printed = keep_side(printed, decimals, e, norm->bovenkant, false);
	return (struct decimal){printed, decimals};
}

struct decimal rounding_ratio(int64_t x, int64_t n, int64_t multiplier, int decimals,
	const struct norm_def *norm)
{
	assert(n > 0 && x >= 0);
	return round_exact((struct exact){(wide)x * multiplier, n}, decimals, norm);
}

struct decimal rounding_decimal(struct decimal value, int decimals, const struct norm_def *norm)
{
	return round_exact((struct exact){value.value, pow10_of[value.scale]}, decimals, norm);
}

/* A bound is taken as the whole number of 10^-9 nearest to it: far finer than what is printed, and it
 * wipes out the last bit in which two ways of computing may differ. */
struct decimal rounding_double(double value, int decimals, const struct norm_def *norm)
{
	enum { FINE = 9 };

	assert(isfinite(value) && fabs(value) < 1e9);
	return round_exact((struct exact){(wide)llround(value * (double)pow10_of[FINE]), pow10_of[FINE]},
		decimals, norm);
}

/* ---- texts -------------------------------------------------------------------------------- */

void rounding_add_unit(struct str *s, const char *eenheid)
{
	if (!eenheid)
		return;
	if (strcmp(eenheid, "%") == 0)
		str_add(s, "%");
	else if (strstr(eenheid, "per 1") || strcmp(eenheid, "dagen") == 0 || strcmp(eenheid, "procentpunt") == 0)
		str_add_f(s, " %s", eenheid);
}

static void add_between(struct str *s, struct decimal low, struct decimal high)
{
	if (decimal_equal(low, high)) {
		num_add_decimal(s, low);
		return;
	}
	str_add(s, "tussen ");
	num_add_decimal(s, low);
	str_add(s, " en ");
	num_add_decimal(s, high);
}

void rounding_add_count(struct str *s, struct bereik b)
{
	add_between(s, (struct decimal){b.min, b.schaal}, (struct decimal){b.max, b.schaal});
}

void rounding_add_children(struct str *s, int64_t min, int64_t max, const struct indicator_def *def)
{
	const char *one = def && def->woorden.enkelvoud ? def->woorden.enkelvoud : "kind";
	const char *more = def && def->woorden.meervoud ? def->woorden.meervoud : "kinderen";

	rounding_add_count(s, (struct bereik){true, min, max, 0});
	str_add_f(s, " %s", min == 1 && max == 1 ? one : more);
}

static bool is_exact(struct bereik b)
{
	return b.bekend && b.min == b.max;
}

/* The value without its unit, in exact arithmetic wherever it is teller over noemer and these are single numbers. A
 * difference, a spread and an index have a teller and noemer too, but are not their quotient. */
static void add_value(struct str *s, const struct uitkomst *u, const struct norm_def *guard)
{
	int decimals = u->indicator->decimalen;
	int64_t multiplier = rounding_multiplier(u->indicator->soort);

	if (value_is_quotient(u->indicator->soort) && is_exact(u->teller) && is_exact(u->noemer) &&
		u->noemer.min > 0) {
		struct exact e = {(wide)u->teller.min * multiplier * pow10_of[u->noemer.schaal],
			(wide)u->noemer.min * pow10_of[u->teller.schaal]};

		num_add_decimal(s, round_exact(e, decimals, guard));
	} else if (is_exact(u->teller) && !u->noemer.bekend && multiplier == 1 &&
		u->waarde_min == u->waarde_max) {
		num_add_decimal(s, rounding_decimal((struct decimal){u->teller.min, u->teller.schaal},
					   decimals, guard));
	} else {
		add_between(s, rounding_double(u->waarde_min, decimals, guard),
			rounding_double(u->waarde_max, decimals, guard));
	}
}

void rounding_add_value(struct str *s, const struct uitkomst *u, const struct norm_def *guard)
{
	assert(u->heeft_waarde);
	add_value(s, u, guard);
	rounding_add_unit(s, u->indicator->eenheid);
}

void rounding_add_interval(struct str *s, const struct uitkomst *u, const struct norm_def *guard)
{
	int decimals = u->indicator->decimalen;

	assert(u->heeft_interval);
	add_between(s, rounding_double(u->ondergrens, decimals, guard),
		rounding_double(u->bovengrens, decimals, guard));
	rounding_add_unit(s, u->indicator->eenheid);
}

void rounding_add_signed(struct str *s, double value, int decimals)
{
	struct decimal d = rounding_double(fabs(value), decimals, NULL);

	if (d.value != 0)
		str_add(s, value < 0 ? "-" : "+");
	num_add_decimal(s, d);
}

void rounding_add_norm(struct str *s, const struct norm_def *norm)
{
	if (norm->soort == NORM_BAND)
		add_between(s, norm->waarde, norm->bovenkant);
	else
		num_add_decimal(s, norm->waarde);
	rounding_add_unit(s, norm->eenheid);
}
