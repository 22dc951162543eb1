#include "disclosure_fixture.h"

static struct err err = ERR_INIT;
static const struct disclosure_rule five = {5, 10, false}, five_zero = {5, 10, true}, ten = {10, 10, false};

static void protect(struct puzzle *p)
{
	struct secondary_report report = {0};
	struct leak_list leaks = {0};

	assert_ok(puzzle_seal(p, &err));
	assert_ok(secondary_protect(p, 0, &report, &err));
	assert_int_equal(report.leak.count, 0);
	secondary_report_release(&report);
	/* The finished puzzle, audited afresh, has none either. */
	assert_ok(secondary_audit(p, 0, &leaks, &err));
	assert_int_equal(leaks.count, 0);
	leak_list_release(&leaks);
}

/* '-' hidden, 'o' open, per wijk and then the total. */
static void assert_pattern(const struct puzzle *p, const struct fix *fix, const char *pattern)
{
	for (size_t i = 0; i <= fix->count; i++) {
		const struct figuur *f = i < fix->count ? &fix->f[i] : &fix->total;
		char is = puzzle_is_visible(p, f->x) ? 'o' : '-';

		if (is != pattern[i])
			fail_msg("wijk %zu: %c, verwacht %c (%s)", i, is, pattern[i], pattern);
	}
}

static void assert_known_to_reader(const struct puzzle *p, size_t cell, int64_t low, int64_t high)
{
	const struct attacker reader = ATTACKER_READER;
	struct deduction *out = calloc(p->cell_count, sizeof(*out));
	struct deduce *d = deduce_new(p, 0);

	assert_non_null(out);
	assert_ok(deduce_all(d, &reader, out, &err));
	assert_int_equal(out[cell].low, low);
	assert_int_equal(out[cell].high, high);
	free(out);
	deduce_free(d);
}

/* ---- the vectors of calculation.md E.5 ----------------------------------------------------- */

static void one_small_wijk_takes_the_smallest_other_with_it(void **state)
{
	const int64_t x[] = {92, 118, 75, 8, 168}, n[] = {104, 124, 88, 11, 180};
	struct puzzle p = PUZZLE_INIT;
	struct fix fix = fix_table(&p, five, x, n, 5);

	(void)state;
	protect(&p);
	assert_pattern(&p, &fix, "oo--oo");
	assert_known_to_reader(&p, fix.f[3].x, 0, 11);
	puzzle_release(&p);
}

static void two_small_wijken_with_too_few_children_take_a_third(void **state)
{
	const int64_t x[] = {92, 118, 75, 8, 168, 20}, n[] = {104, 124, 88, 11, 180, 21};
	struct puzzle p = PUZZLE_INIT;
	struct fix fix = fix_table(&p, five, x, n, 6);

	(void)state;
	protect(&p);
	assert_pattern(&p, &fix, "oo--o-o");
	puzzle_release(&p);
}

static void everybody_reached_is_no_exemption(void **state)
{
	const int64_t x[] = {3, 3, 54, 78}, n[] = {3, 3, 60, 100};
	const struct disclosure_rule rules[] = {five, five_zero};

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct puzzle p = PUZZLE_INIT;
		struct fix fix = fix_table(&p, rules[i], x, n, 4);

		protect(&p);
		assert_pattern(&p, &fix, "---oo");
		puzzle_release(&p);
	}
}

static void a_small_difference_within_a_family_hides_the_smaller_count(void **state)
{
	struct puzzle p = PUZZLE_INIT;
	size_t n = figuur_noemer(&p, five, 40, FIGUUR_WIJK, PUZZLE_NONE);
	struct figuur opvang = figuur_teller(&p, five, 30, n, FIGUUR_WIJK, PUZZLE_NONE);
	struct figuur ve = figuur_teller(&p, five, 27, n, FIGUUR_WIJK, PUZZLE_NONE);
	size_t between = figuur_nest(&p, five.k, opvang.x, ve.x);

	(void)state;
	protect(&p);
	assert_true(puzzle_is_visible(&p, opvang.x));
	assert_false(puzzle_is_visible(&p, ve.x));
	assert_true(puzzle_is_visible(&p, n));
	assert_known_to_reader(&p, between, 0, 30);
	puzzle_release(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_small_wijk_takes_the_smallest_other_with_it),
		cmocka_unit_test(two_small_wijken_with_too_few_children_take_a_third),
		cmocka_unit_test(everybody_reached_is_no_exemption),
		cmocka_unit_test(a_small_difference_within_a_family_hides_the_smaller_count),
	};

	(void)ten;
	return RUN_TESTS(tests);
}
