#include "test.h"

#include "publish/figuur.h"

static const struct disclosure_rule five = {5, 10, false}, five_zero = {5, 10, true};

static size_t noemer(struct puzzle *p, int64_t n)
{
	return figuur_noemer(p, five, n, FIGUUR_WIJK, PUZZLE_NONE);
}

/* The unit of a figure is hidden exactly when disclosure_primary hides the teller: one rule, not two. */
static void a_unit_is_primary_when_the_teller_may_not_be_shown(void **state)
{
	const struct disclosure_rule rules[] = {five, five_zero, {10, 10, false}};

	(void)state;
	for (size_t r = 0; r < 3; r++)
		for (int64_t n = 1; n <= 30; n++)
			for (int64_t x = 0; x <= n; x++) {
				struct puzzle p = PUZZLE_INIT;
				size_t cell = figuur_noemer(&p, rules[r], n, FIGUUR_WIJK, PUZZLE_NONE);
				struct figuur f = figuur_teller(&p, rules[r], x, cell, FIGUUR_WIJK,
					PUZZLE_NONE);
				struct disclosure d = disclosure_primary(rules[r], x, n);

				assert_int_equal(puzzle_is_visible(&p, f.x), d.teller);
				assert_int_equal(puzzle_is_visible(&p, cell), d.noemer);
				/* Something of a hidden figure is a secret of its own. */
				assert_true(d.teller || p.cell[f.x].k || p.cell[f.rest].k || p.cell[cell].k);
				puzzle_release(&p);
			}
}

static void no_children_is_no_secret(void **state)
{
	struct puzzle p = PUZZLE_INIT;
	size_t n = noemer(&p, 0);
	struct figuur f = figuur_teller(&p, five, 0, n, FIGUUR_WIJK, PUZZLE_NONE);

	(void)state;
	assert_true(puzzle_is_visible(&p, n));
	assert_true(puzzle_is_visible(&p, f.x));
	assert_int_equal(f.rest, PUZZLE_NONE);
	puzzle_release(&p);
}

static void a_printed_rest_is_shown_and_hidden_with_its_teller(void **state)
{
	struct puzzle p = PUZZLE_INIT;
	struct figuur f = figuur_teller(&p, five, 20, noemer(&p, 40), FIGUUR_WIJK, PUZZLE_NONE);

	(void)state;
	assert_false(puzzle_is_visible(&p, f.rest));
	figuur_print_rest(&p, f);
	assert_true(puzzle_is_visible(&p, f.rest));
	p.unit[f.unit].state = PUZZLE_UNIT_SECONDARY;
	assert_false(puzzle_is_visible(&p, f.rest));
	assert_false(puzzle_is_visible(&p, f.x));
	puzzle_release(&p);
}

static void the_smaller_figure_costs_less_and_a_total_most(void **state)
{
	struct puzzle p = PUZZLE_INIT;
	size_t small = noemer(&p, 40), large = noemer(&p, 41);
	struct figuur a = figuur_teller(&p, five, 27, small, FIGUUR_WIJK, PUZZLE_NONE);
	struct figuur b = figuur_teller(&p, five, 30, small, FIGUUR_WIJK, PUZZLE_NONE);
	struct figuur c = figuur_teller(&p, five, 6, large, FIGUUR_WIJK, PUZZLE_NONE);
	struct figuur total = figuur_teller(&p, five, 27, small, FIGUUR_TOTAAL, PUZZLE_NONE);

	(void)state;
	assert_true(p.unit[a.unit].cost < p.unit[b.unit].cost);
	assert_true(p.unit[b.unit].cost < p.unit[c.unit].cost);
	assert_true(p.unit[c.unit].cost < p.unit[p.cell[small].unit].cost);
	assert_true(p.unit[p.cell[large].unit].cost < p.unit[total.unit].cost);
	puzzle_release(&p);
}

/* R8: a difference of 1 to 4 is a secret, none and 5 are not. */
static void a_difference_is_empty_or_large_enough(void **state)
{
	const int64_t ve[] = {30, 29, 26, 25};
	const int64_t k[] = {0, 5, 5, 0};

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		struct puzzle p = PUZZLE_INIT;
		size_t n = noemer(&p, 60);
		struct figuur opvang = figuur_teller(&p, five, 30, n, FIGUUR_WIJK, PUZZLE_NONE);
		struct figuur v = figuur_teller(&p, five, ve[i], n, FIGUUR_WIJK, PUZZLE_NONE);
		size_t between = figuur_nest(&p, five.k, opvang.x, v.x);
		size_t change = figuur_change(&p, five.k, v.x, opvang.x);

		assert_int_equal(p.cell[between].value, 30 - ve[i]);
		assert_int_equal(p.cell[between].k, k[i]);
		assert_int_equal(p.cell[between].carrier, v.unit);
		assert_int_equal(p.cell[v.x].whole, n); /* its noemer, not the wider count */
		assert_int_equal(p.cell[change].value, 30 - ve[i]);
		assert_int_equal(p.cell[change].k, k[i]);
		puzzle_release(&p);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_unit_is_primary_when_the_teller_may_not_be_shown),
		cmocka_unit_test(no_children_is_no_secret),
		cmocka_unit_test(a_printed_rest_is_shown_and_hidden_with_its_teller),
		cmocka_unit_test(the_smaller_figure_costs_less_and_a_total_most),
		cmocka_unit_test(a_difference_is_empty_or_large_enough),
	};

	return RUN_TESTS(tests);
}
