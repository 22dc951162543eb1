/* disclosure_fixture.h - wijken with teller and noemer as a puzzle, for the tests of publish/secondary. All
 * numbers are fictional (fictief). */
#ifndef DISCLOSURE_FIXTURE_H
#define DISCLOSURE_FIXTURE_H

#include "publish/figuur.h"
#include "publish/secondary.h"
#include "test.h"

enum { FIX_WIJKEN = 20 };

/* One indicator in one period: wijken that add up to the gemeente. */
struct fix {
	size_t count;
	size_t n[FIX_WIJKEN], n_total;
	struct figuur f[FIX_WIJKEN], total;
};

static inline void fix_noemers(struct puzzle *p, struct fix *fix, struct disclosure_rule rule, const int64_t *n,
	size_t count)
{
	int64_t sum = 0;

	fix->count = count;
	for (size_t i = 0; i < count; i++) {
		fix->n[i] = figuur_noemer(p, rule, n[i], FIGUUR_WIJK, PUZZLE_NONE);
		sum += n[i];
	}
	fix->n_total = figuur_noemer(p, rule, sum, FIGUUR_TOTAAL, PUZZLE_NONE);
	puzzle_add_sum(p, fix->n_total, fix->n, count, rule.k);
}

/* Lines for teller and rest; `series` is that of the first wijk (the others follow), or PUZZLE_NONE. */
static inline void fix_tellers(struct puzzle *p, struct fix *fix, struct disclosure_rule rule, const int64_t *x,
	size_t series)
{
	size_t part[FIX_WIJKEN], rest[FIX_WIJKEN], rests = 0;
	int64_t sum = 0;

	for (size_t i = 0; i < fix->count; i++) {
		fix->f[i] = figuur_teller(p, rule, x[i], fix->n[i], FIGUUR_WIJK,
			series == PUZZLE_NONE ? PUZZLE_NONE : series + i);
		sum += x[i];
		part[i] = fix->f[i].x;
		if (fix->f[i].rest != PUZZLE_NONE)
			rest[rests++] = fix->f[i].rest;
	}
	fix->total = figuur_teller(p, rule, sum, fix->n_total, FIGUUR_TOTAAL, PUZZLE_NONE);
	puzzle_add_sum(p, fix->total.x, part, fix->count, rule.k);
	if (fix->total.rest != PUZZLE_NONE)
		puzzle_add_sum(p, fix->total.rest, rest, rests, rule.k);
}

static inline struct fix fix_table(struct puzzle *p, struct disclosure_rule rule, const int64_t *x,
	const int64_t *n, size_t count)
{
	struct fix fix = {0};

	fix_noemers(p, &fix, rule, n, count);
	fix_tellers(p, &fix, rule, x, PUZZLE_NONE);
	return fix;
}

#endif
