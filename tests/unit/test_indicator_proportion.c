#include "test.h"

#include "indicator/proportion.h"
#include "refcsv.h"

/* ---- calculation.md E.2 --------------------------------------------------------------------- */

/* "zeker onder 92%": the largest x with P(X <= x) <= 2,5%; "zeker boven": the smallest x with
 * P(X >= x) <= 2,5%, 0 where even everybody is not enough. */
static void the_certainty_thresholds_at_92_percent_are_those_of_the_table(void **state)
{
	static const int64_t row[][4] = {{12, 8, 9, 0}, {20, 15, 16, 0}, {30, 23, 24, 0},
		{40, 32, 33, 0}, {45, 37, 37, 45}, {60, 50, 51, 60}, {80, 67, 68, 79},
		{100, 85, 86, 98}, {200, 175, 176, 192}, {400, 356, 357, 379}};
	int64_t n, x, below, below_wilson, above;
	size_t i;

	(void)state;
	for (i = 0; i < ARRAY_LEN(row); i++) {
		n = row[i][0];
		below = below_wilson = above = 0;
		for (x = 0; x <= n; x++) {
			if (binomial_at_most(x, n, 0.92) <= 0.025)
				below = x;
			if (wilson(x, n, 0.95).high < 0.92)
				below_wilson = x;
			if (above == 0 && binomial_at_least(x, n, 0.92) <= 0.025)
				above = x;
		}
		assert_int_equal(below, row[i][1]);
		assert_int_equal(below_wilson, row[i][2]);
		assert_int_equal(above, row[i][3]);
	}
	assert_near(binomial_at_least(44, 44, 0.92), 0.025507, 5e-7);
}

static void the_tails_of_the_worked_cases_have_their_six_decimals(void **state)
{
	static const struct {
		int64_t x, n;
		double below, above;
	} row[] = {{46, 50, 0.574704, 0.628950}, {11, 12, 0.632334, 0.751318},
		{552, 600, 0.521609, 0.538320}, {507, 580, 0.000094, 0.999945},
		{54, 64, 0.030149, 0.987872}, {92, 104, 0.127277, 0.928091},
		{75, 88, 0.022710, 0.989986}, {168, 180, 0.783168, 0.310940},
		{183, 199, 0.529143, 0.574295}, {80, 87, 0.550338, 0.605014}};
	size_t i;

	(void)state;
	for (i = 0; i < ARRAY_LEN(row); i++) {
		assert_near(binomial_at_most(row[i].x, row[i].n, 0.92), row[i].below, 5e-7);
		assert_near(binomial_at_least(row[i].x, row[i].n, 0.92), row[i].above, 5e-7);
	}
	assert_near(binomial_at_least(45, 45, 0.92), 0.023467, 5e-7);
}

static void the_intervals_of_the_worked_cases_have_their_six_decimals(void **state)
{
	static const struct {
		int64_t x, n;
		struct interval wilson, exact; /* NaN where the table gives none */
	} row[] = {{46, 50, {0.811618, 0.968450}, {0.807657, 0.977772}},
		{30, 30, {0.886487, 1}, {0.884297, 1}}, {45, 45, {0.921348, 1}, {0.921295, 1}},
		{0, 12, {0, 0.242494}, {0, 0.264648}},
		{11, 12, {0.646120, 0.985135}, {0.615204, 0.997892}},
		{552, 600, {0.895525, 0.939131}, {0.895329, 0.940428}},
		{507, 580, {0.844659, 0.898694}, {0.844364, 0.900032}},
		{54, 64, {NAN, NAN}, {0.731366, 0.922443}},
		{183, 199, {0.873397, 0.949906}, {NAN, NAN}},
		{80, 87, {0.843118, 0.960480}, {NAN, NAN}}};
	struct interval got;
	size_t i;

	(void)state;
	for (i = 0; i < ARRAY_LEN(row); i++) {
		if (!isnan(row[i].wilson.low)) {
			got = wilson(row[i].x, row[i].n, 0.95);
			assert_near(got.low, row[i].wilson.low, 5e-7);
			assert_near(got.high, row[i].wilson.high, 5e-7);
		}
		if (!isnan(row[i].exact.low)) {
			got = clopper_pearson(row[i].x, row[i].n, 0.95);
			assert_near(got.low, row[i].exact.low, 5e-7);
			assert_near(got.high, row[i].exact.high, 5e-7);
		}
	}
	got = wilson(46, 50, 0.998);
	assert_near(got.low, 0.724823, 5e-7);
	assert_near(got.high, 0.980472, 5e-7);
	got = wilson(552, 600, 0.998);
	assert_near(got.low, 0.878832, 5e-7);
	assert_near(got.high, 0.948008, 5e-7);
}

/* The chance that a wijk with this true share is seen as certainly below 92%, in whole percents. */
static void the_power_of_the_verdict_is_that_of_the_text(void **state)
{
	static const struct {
		int64_t n;
		double share;
		int percent;
	} row[] = {{60, 0.88, 18}, {60, 0.85, 41}, {60, 0.80, 79}, {200, 0.88, 45}, {200, 0.85, 86},
		{600, 0.90, 41}, {600, 0.88, 91}};
	int64_t last;
	size_t i;

	(void)state;
	for (i = 0; i < ARRAY_LEN(row); i++) {
		last = funnel_binomial(row[i].n, 0.92, 0.95).low - 1;
		assert_int_equal(
			(int)floor(100 * binomial_at_most(last, row[i].n, row[i].share) + 0.5),
			row[i].percent);
	}
}

static void the_drawn_interval_and_the_tail_never_contradict_each_other(void **state)
{
	static const double norm[] = {0.92, 0.5, 0.0235};
	struct interval drawn;
	int64_t x, n;
	size_t i;

	(void)state;
	for (i = 0; i < ARRAY_LEN(norm); i++)
		for (n = 1; n <= 90; n += n < 20 ? 1 : 7)
			for (x = 0; x <= n; x++) {
				drawn = clopper_pearson(x, n, 0.95);
				assert_int_equal(drawn.high < norm[i],
					binomial_at_most(x, n, norm[i]) < 0.025);
				assert_int_equal(drawn.low > norm[i],
					binomial_at_least(x, n, norm[i]) < 0.025);
			}
}

/* ---- edges ---------------------------------------------------------------------------------- */

static void nobody_and_everybody_give_exact_ends(void **state)
{
	(void)state;
	assert_rel(clopper_pearson(0, 7, 0.95).low, 0, 0);
	assert_rel(clopper_pearson(7, 7, 0.95).high, 1, 0);
	assert_rel(wilson(0, 7, 0.95).low, 0, 0);
	assert_rel(wilson(7, 7, 0.95).high, 1, 0);
	assert_rel(clopper_pearson(0, 7, 0.95).high, 1 - pow(0.025, 1.0 / 7), 1e-13);
	assert_rel(clopper_pearson(7, 7, 0.95).low, pow(0.025, 1.0 / 7), 1e-13);
}

static void tails_outside_the_counts_and_at_norms_of_0_and_1_are_exact(void **state)
{
	(void)state;
	assert_rel(binomial_at_most(-1, 5, 0.3), 0, 0);
	assert_rel(binomial_at_most(5, 5, 0.3), 1, 0);
	assert_rel(binomial_at_least(0, 5, 0.3), 1, 0);
	assert_rel(binomial_at_least(6, 5, 0.3), 0, 0);
	assert_rel(binomial_at_most(0, 5, 0), 1, 0);
	assert_rel(binomial_at_least(1, 5, 0), 0, 0);
	assert_rel(binomial_at_most(4, 5, 1), 0, 0);
	assert_rel(binomial_at_least(5, 5, 1), 1, 0);
	assert_rel(binomial_exactly(-1, 5, 0.3), 0, 0);
	assert_rel(binomial_exactly(6, 5, 0.3), 0, 0);
	assert_rel(binomial_two_sided(5, 5, 1), 1, 0);
	assert_rel(binomial_two_sided(4, 5, 1), 0, 0);
}

static void the_tails_and_the_densities_of_a_small_n_add_up(void **state)
{
	double sum = 0;
	int64_t x;

	(void)state;
	for (x = 0; x <= 37; x++) {
		sum += binomial_exactly(x, 37, 0.92);
		assert_rel(binomial_at_most(x, 37, 0.92), sum, 1e-12);
		assert_rel(binomial_at_most(x, 37, 0.92) + binomial_at_least(x + 1, 37, 0.92), 1,
			1e-15);
	}
}

/* Expected values with 40 digits (mpmath). */
static void tails_of_a_million_children_keep_their_digits(void **state)
{
	(void)state;
	assert_rel(binomial_at_most(919000, 1000000, 0.92), 0.00011764866021512265, 1e-12);
	assert_rel(binomial_at_most(919900, 1000000, 0.92), 0.35673178452890074, 1e-12);
	assert_rel(binomial_at_most(10, 1000000, 2e-5), 0.010811137202398879, 1e-12);
	assert_rel(binomial_at_least(919001, 1000000, 0.92), 1 - 0.00011764866021512265, 1e-15);
}

static void the_funnel_is_the_range_that_chance_explains(void **state)
{
	struct count_range range = funnel_binomial(60, 0.92, 0.95);
	int64_t n;

	(void)state;
	assert_int_equal(range.low, 51);
	assert_int_equal(range.high, 59);
	range = funnel_binomial(60, 0.92, 0.998);
	assert_true(binomial_at_most(range.low, 60, 0.92) > 0.001);
	assert_true(binomial_at_most(range.low - 1, 60, 0.92) <= 0.001);
	assert_int_equal(range.high, 60);
	for (n = 1; n < 45; n++) /* below 45 even everybody is inside */
		assert_int_equal(funnel_binomial(n, 0.92, 0.95).high, n);
	assert_int_equal(funnel_binomial(10, 0, 0.95).high, 0);
	assert_int_equal(funnel_binomial(10, 1, 0.95).low, 10);
}

/* Of 560 children 507 are reached; 64 live in the wijk. Expected with whole fractions of 40 digits.
 */
static void fishers_tails_are_exact(void **state)
{
	double sum = 0;
	int64_t x;

	(void)state;
	assert_rel(fisher_at_most(54, 64, 507, 560), 0.0653147003217821808, 1e-12);
	assert_rel(fisher_at_least(54, 64, 507, 560), 0.97195244027408094, 1e-12);
	assert_rel(fisher_at_most(9000, 10000, 910000, 1000000), 0.00028650716725123769, 1e-11);
	for (x = 0; x <= 6;
		x++) { /* 7 of 15 reached, 6 of the 15 here: C(7,x) C(8,6-x) / C(15,6) */
		static const double ways[] = {28, 392, 1470, 1960, 980, 168, 7};

		sum += ways[x] / 5005;
		assert_rel(fisher_at_most(x, 6, 7, 15), sum, 1e-13);
		assert_near(fisher_at_least(x + 1, 6, 7, 15), 1 - sum, 1e-14);
	}
}

static void fishers_tails_at_their_ends_are_0_and_1(void **state)
{
	(void)state;
	assert_rel(fisher_at_most(-1, 6, 7, 15), 0, 0);
	assert_rel(fisher_at_most(6, 6, 7, 15), 1, 0);
	assert_rel(fisher_at_most(3, 6, 3, 15), 1, 0);
	assert_rel(fisher_at_least(0, 6, 7, 15), 1, 0);
	assert_rel(fisher_at_least(7, 6, 7, 15), 0, 0);
	assert_rel(
		fisher_at_most(3, 6, 13, 15), 0, 0); /* only 2 are not reached: at least 4 here */
	assert_rel(fisher_at_least(4, 6, 13, 15), 1, 0);
	assert_rel(fisher_at_most(0, 6, 0, 15), 1, 0);
	assert_rel(fisher_at_least(6, 6, 15, 15), 1, 0);
}

/* ---- reference tables ----------------------------------------------------------------------- */

static void clopper_pearson_agrees_with_the_reference(void **state)
{
	struct refcsv csv;
	struct interval got;
	double tol;

	(void)state;
	if (!refcsv_open(&csv, "clopper_pearson.csv"))
		skip();
	while (refcsv_next(&csv)) {
		got = clopper_pearson(
			refcsv_int(&csv, "x"), refcsv_int(&csv, "n"), refcsv_num(&csv, "conf"));
		/* Two rows come from a book that prints four decimals. */
		tol = strstr(refcsv_text(&csv, "source"), "4 dec") ? 1e-4 : 1e-12;
		assert_rel(got.low, refcsv_num(&csv, "exp_lower"), tol);
		assert_rel(got.high, refcsv_num(&csv, "exp_upper"), tol);
	}
	refcsv_close(&csv, 41);
}

static void wilson_agrees_with_the_reference(void **state)
{
	struct refcsv csv;
	struct interval got;
	double times;

	(void)state;
	if (!refcsv_open(&csv, "wilson.csv"))
		skip();
	while (refcsv_next(&csv)) {
		if (!refcsv_has(&csv, "x") || !refcsv_has(&csv, "n"))
			continue; /* missing counts never reach these functions */
		got = wilson_weighted(
			refcsv_num(&csv, "x"), refcsv_num(&csv, "n"), refcsv_num(&csv, "conf"));
		times = refcsv_num(&csv, "multiplier");
		assert_rel(got.low * times, refcsv_num(&csv, "exp_lower"), 1e-12);
		assert_rel(got.high * times, refcsv_num(&csv, "exp_upper"), 1e-12);
	}
	refcsv_close(&csv, 60);
}

/* A probability below the smallest double is 0 in the reference too. */
static void exact_tails_agree_with_the_reference(void **state)
{
	struct refcsv csv;
	int64_t x, n;
	double p0;

	(void)state;
	if (!refcsv_open(&csv, "binom_test_norm.csv"))
		skip();
	while (refcsv_next(&csv)) {
		x = refcsv_int(&csv, "x");
		n = refcsv_int(&csv, "n");
		p0 = refcsv_num(&csv, "p0");
		assert_rel(binomial_at_most(x, n, p0), refcsv_num(&csv, "exp_p_less"), 1e-12);
		assert_rel(binomial_at_least(x, n, p0), refcsv_num(&csv, "exp_p_greater"), 1e-12);
		assert_rel(binomial_two_sided(x, n, p0),
			refcsv_num(&csv, "exp_p_two_sided_minlike"), 1e-12);
	}
	refcsv_close(&csv, 27);
}

static void newcombe_agrees_with_the_reference(void **state)
{
	struct refcsv csv;
	struct difference got;

	(void)state;
	if (!refcsv_open(&csv, "newcombe_difference.csv"))
		skip();
	while (refcsv_next(&csv)) {
		got = newcombe(refcsv_int(&csv, "x1"), refcsv_int(&csv, "n1"),
			refcsv_int(&csv, "x2"), refcsv_int(&csv, "n2"), 0.95);
		assert_rel(got.value, refcsv_num(&csv, "exp_diff"), 1e-12);
		assert_rel(got.interval.low, refcsv_num(&csv, "exp_lower"), 1e-12);
		assert_rel(got.interval.high, refcsv_num(&csv, "exp_upper"), 1e-12);
	}
	refcsv_close(&csv, 7);
}

/* What is drawn never says something else than what is judged: for every count of every size. */
static void the_drawn_funnel_puts_no_count_on_the_other_side(void **state)
{
	static const double share[] = {0.02, 0.5, 0.92}, conf[] = {0.95, 0.998};

	(void)state;
	for (size_t i = 0; i < 3; i++)
		for (size_t c = 0; c < 2; c++)
			for (int64_t n = 1; n <= 150; n++) {
				struct count_range range = funnel_binomial(n, share[i], conf[c]);
				struct interval line = funnel_curve(n, share[i], conf[c]);

				for (int64_t x = 0; x <= n; x++) {
					double p = (double)x / (double)n;

					assert_true(x < range.low ? p <= line.low + 1e-12 : p >= line.low - 1e-12);
					assert_true(x > range.high ? p >= line.high - 1e-12 : p <= line.high + 1e-12);
				}
			}
}

static void normal_funnel_limits_agree_with_the_reference(void **state)
{
	struct refcsv csv;
	struct interval got;
	double n, average;

	(void)state;
	if (!refcsv_open(&csv, "funnel_prop_limits.csv"))
		skip();
	while (refcsv_next(&csv)) {
		n = refcsv_num(&csv, "n");
		average = refcsv_num(&csv, "avg");
		got = funnel_normal(n, average, 0.95);
		assert_near(100 * got.low, refcsv_num(&csv, "exp_lower95_pct"), 2e-7);
		assert_near(100 * got.high, refcsv_num(&csv, "exp_upper95_pct"), 2e-7);
		got = funnel_normal(n, average, 0.998);
		assert_near(100 * got.low, refcsv_num(&csv, "exp_lower998_pct"), 2e-7);
		assert_near(100 * got.high, refcsv_num(&csv, "exp_upper998_pct"), 2e-7);
	}
	refcsv_close(&csv, 100);
}

/* The chance of a false verdict when the true share is the norm: for the Wilson interval alone, and
 * when the exact tail must agree, as the table has them for n of at least 10. */
static void the_chance_of_a_false_verdict_agrees_with_the_reference(void **state)
{
	double below, above, below_both, above_both, p, norm;
	struct refcsv csv;
	struct interval drawn;
	int64_t x, n;

	(void)state;
	if (!refcsv_open(&csv, "verdict_error_rates.csv"))
		skip();
	while (refcsv_next(&csv)) {
		norm = refcsv_num(&csv, "ware_waarde_is_norm");
		n = refcsv_int(&csv, "n");
		below = above = below_both = above_both = 0;
		for (x = 0; x <= n; x++) {
			drawn = wilson(x, n, 0.95);
			p = binomial_exactly(x, n, norm);
			if (drawn.high < norm) {
				below += p;
				below_both += binomial_at_most(x, n, norm) <= 0.025 ? p : 0;
			}
			if (drawn.low > norm) {
				above += p;
				above_both += binomial_at_least(x, n, norm) <= 0.025 ? p : 0;
			}
		}
		assert_near(below, refcsv_num(&csv, "kans_onder_alleen_wilson"), 5.1e-7);
		assert_near(above, refcsv_num(&csv, "kans_boven_alleen_wilson"), 5.1e-7);
		assert_near(below_both, refcsv_num(&csv, "kans_onder_aanbevolen"), 5.1e-7);
		assert_near(above_both, refcsv_num(&csv, "kans_boven_aanbevolen"), 5.1e-7);
	}
	refcsv_close(&csv, 36);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_certainty_thresholds_at_92_percent_are_those_of_the_table),
		cmocka_unit_test(the_tails_of_the_worked_cases_have_their_six_decimals),
		cmocka_unit_test(the_intervals_of_the_worked_cases_have_their_six_decimals),
		cmocka_unit_test(the_power_of_the_verdict_is_that_of_the_text),
		cmocka_unit_test(the_drawn_interval_and_the_tail_never_contradict_each_other),
		cmocka_unit_test(nobody_and_everybody_give_exact_ends),
		cmocka_unit_test(tails_outside_the_counts_and_at_norms_of_0_and_1_are_exact),
		cmocka_unit_test(the_tails_and_the_densities_of_a_small_n_add_up),
		cmocka_unit_test(tails_of_a_million_children_keep_their_digits),
		cmocka_unit_test(the_funnel_is_the_range_that_chance_explains),
		cmocka_unit_test(the_drawn_funnel_puts_no_count_on_the_other_side),
		cmocka_unit_test(fishers_tails_are_exact),
		cmocka_unit_test(fishers_tails_at_their_ends_are_0_and_1),
		cmocka_unit_test(clopper_pearson_agrees_with_the_reference),
		cmocka_unit_test(wilson_agrees_with_the_reference),
		cmocka_unit_test(exact_tails_agree_with_the_reference),
		cmocka_unit_test(newcombe_agrees_with_the_reference),
		cmocka_unit_test(normal_funnel_limits_agree_with_the_reference),
		cmocka_unit_test(the_chance_of_a_false_verdict_agrees_with_the_reference),
	};

	return RUN_TESTS(tests);
}
