#include "publish/figuur.h"

/* What is lost with a figure goes with the number of children it is about (E.5: the smallest n first), then with
 * how many of them it counts. A noemer takes every percentage with it, a total is what most readers come for. */
enum { CHILD_WEIGHT = 100, NOEMER_WEIGHT = 50, TOTAL_WEIGHT = 10000 };

static int64_t cost_of(int64_t n, int64_t x, enum figuur_niveau niveau, int64_t weight)
{
	int64_t share = n > 0 && x <= n ? x * (CHILD_WEIGHT - 1) / n : 0;

	return ((n + 1) * CHILD_WEIGHT + share) * weight * (niveau == FIGUUR_TOTAAL ? TOTAL_WEIGHT : 1);
}

static bool is_small(int64_t count, int64_t k)
{
	return count > 0 && count < k;
}

size_t figuur_noemer(struct puzzle *p, struct disclosure_rule rule, int64_t n, enum figuur_niveau niveau,
	size_t series)
{
	size_t cell;

	if (n == 0)
		return puzzle_add_known(p, 0);
	cell = puzzle_add_printed(p, n, puzzle_add_unit(p, cost_of(n, n, niveau, NOEMER_WEIGHT), series));
	p->cell[cell].elsewhere = true;
	if (is_small(n, rule.k))
		puzzle_set_primary(p, cell, rule.k);
	return cell;
}

/* R1 and R3 for one side of a figure: small, or a zero that is a secret. */
static bool is_secret(struct disclosure_rule rule, int64_t count)
{
	return is_small(count, rule.k) || (count == 0 && !rule.nul_tonen);
}

struct figuur figuur_teller(struct puzzle *p, struct disclosure_rule rule, int64_t x, size_t noemer,
	enum figuur_niveau niveau, size_t series)
{
	struct figuur f = {PUZZLE_NONE, PUZZLE_NONE, PUZZLE_NONE};
	int64_t n = noemer == PUZZLE_NONE ? DISCLOSURE_GEEN_NOEMER : p->cell[noemer].value;

	if (n == 0) {
		f.x = puzzle_add_known(p, 0);
		return f;
	}
	f.unit = puzzle_add_unit(p, cost_of(noemer == PUZZLE_NONE ? x : n, x, niveau, 1), series);
	f.x = puzzle_add_printed(p, x, f.unit);
	p->cell[f.x].owner = f.unit;
	if (noemer != PUZZLE_NONE)
		f.rest = puzzle_add_rest(p, noemer, f.x);
	if (is_secret(rule, x))
		puzzle_set_primary(p, f.x, rule.k);
	if (f.rest != PUZZLE_NONE && is_secret(rule, n - x))
		puzzle_set_primary(p, f.rest, rule.k);
	if (disclosure_primary(rule, x, n).teller == false)
		p->unit[f.unit].state = PUZZLE_UNIT_PRIMARY;
	return f;
}

void figuur_print_rest(struct puzzle *p, struct figuur f)
{
	if (f.rest == PUZZLE_NONE)
		return;
	p->cell[f.rest].access = PUZZLE_PRINTED;
	p->cell[f.rest].unit = f.unit;
}

size_t figuur_nest(struct puzzle *p, int64_t k, size_t whole, size_t part)
{
	size_t old_whole = p->cell[part].whole, rest = puzzle_add_rest(p, whole, part);

	/* The group a part is known to belong to stays its noemer. */
	if (old_whole != PUZZLE_NONE)
		p->cell[part].whole = old_whole;
	p->cell[rest].owner = PUZZLE_NONE;
	if (is_small(p->cell[rest].value, k))
		puzzle_set_primary(p, rest, k);
	return rest;
}

size_t figuur_change(struct puzzle *p, int64_t k, size_t earlier, size_t later)
{
	size_t change = puzzle_add_change(p, earlier, later);

	if (is_small(p->cell[change].value, k))
		puzzle_set_primary(p, change, k);
	return change;
}
