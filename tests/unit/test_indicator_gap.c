#include "test.h"

#include "indicator/gap.h"
#include "refcsv.h"

static const struct share worked[] = {{92, 104}, {118, 124}, {75, 88}, {54, 64}, {168, 180}};
static const struct gap_options options = {0.95, 12, 30, true};

/* Six decimals as printed, in points. */
#define assert_points(value, points) assert_true(fabs(100 * (value) - (points)) < 5.1e-7)

/* ---- calculation.md E.4 --------------------------------------------------------------------- */

static void the_worked_gap_has_its_six_decimals(void **state)
{
	static const double share[] = {0.884615, 0.951613, 0.852273, 0.843750, 0.933333};
	struct gap gap;
	size_t i;

	(void)state;
	gap_compute(worked, ARRAY_LEN(worked), &options, &gap, NULL);
	for (i = 0; i < ARRAY_LEN(share); i++)
		assert_near((double)worked[i].x / (double)worked[i].n, share[i], 5e-7);
	assert_near(gap.share, 0.905357, 5e-7);
	assert_true(fabs(1e4 * gap.raw_spread * gap.raw_spread - 16.818234) < 5.1e-7);
	assert_points(gap.raw_spread, 4.101004);
	assert_true(fabs(1e4 * gap.chance - 6.937190) < 5.1e-7);
	assert_points(gap.spread, 3.143413);
	assert_near(gap.homogeneity.chi2, 10.991593, 5e-8);
	assert_int_equal(gap.homogeneity.df, 4);
	assert_near(gap.homogeneity.p, 0.026659, 5e-7);
	assert_true(gap.differs);
}

/* The factor (1-w) matters: without it 8,452351 would be subtracted. */
static void the_subtracted_chance_is_not_the_plain_sum(void **state)
{
	double plain = 0, q;
	struct gap gap;
	size_t i;

	(void)state;
	gap_compute(worked, ARRAY_LEN(worked), &options, &gap, NULL);
	for (i = 0; i < ARRAY_LEN(worked); i++) {
		q = (double)worked[i].x / (double)worked[i].n;
		plain += (double)worked[i].n / 560 * q * (1 - q) / (double)(worked[i].n - 1);
	}
	assert_true(fabs(1e4 * plain - 8.452351) < 5.1e-7);
	assert_true(gap.chance < plain);
}

static void the_children_to_the_best_wijk_are_named_by_how_they_are_rounded(void **state)
{
	struct gap gap;

	(void)state;
	gap_compute(worked, ARRAY_LEN(worked), &options, &gap, NULL);
	assert_true(gap.has_best);
	assert_int_equal(gap.best, 1);
	assert_points(gap.par, 4.625576);
	assert_true(fabs(gap.par_children - 25.9) < 0.05);
	assert_int_equal(gap.par_city, 26);
	assert_int_equal(gap.par_per_wijk, 27);
}

static void the_fourth_wijk_against_the_rest_has_its_interval(void **state)
{
	struct gap_wijk each[ARRAY_LEN(worked)];
	struct gap gap;
	size_t i;

	(void)state;
	gap_compute(worked, ARRAY_LEN(worked), &options, &gap, each);
	assert_true(fabs(each[3].rest.value + 0.069556) < 5.1e-7);
	assert_true(fabs(each[3].rest.interval.low + 0.179744) < 5.1e-7);
	assert_true(fabs(each[3].rest.interval.high - 0.005020) < 5.1e-7);
	for (i = 0; i < ARRAY_LEN(worked); i++) {
		assert_true(each[i].compared);
		assert_false(each[i].differs);
		assert_true(each[i].p_holm >= each[i].p);
	}
}

/* ---- wijk against rest ---------------------------------------------------------------------- */

/* By hand: ceil(507 n / 560) - x, and x - floor(507 n / 560). */
static void children_to_the_city_are_whole_and_never_negative(void **state)
{
	static const int64_t few[] = {3, 0, 5, 4, 0}, many[] = {0, 6, 0, 0, 6};
	struct gap_options lower = options;
	struct gap_wijk each[ARRAY_LEN(worked)];
	struct gap gap;
	size_t i;

	(void)state;
	gap_compute(worked, ARRAY_LEN(worked), &options, &gap, each);
	for (i = 0; i < ARRAY_LEN(worked); i++)
		assert_int_equal(each[i].to_city, few[i]);
	lower.hoger_beter = false;
	gap_compute(worked, ARRAY_LEN(worked), &lower, &gap, each);
	for (i = 0; i < ARRAY_LEN(worked); i++)
		assert_int_equal(each[i].to_city, many[i]);
}

static void a_wijk_that_is_clearly_different_says_so_in_words_and_in_the_drawing(void **state)
{
	static const struct share wijk[] = {{30, 60}, {93, 100}, {92, 100}, {94, 100}};
	struct gap_wijk each[4];
	struct gap gap;

	(void)state;
	gap_compute(wijk, 4, &options, &gap, each);
	assert_true(each[0].differs);
	assert_true(each[0].rest.value < 0 && each[0].rest.interval.high < 0);
	assert_true(gap.differs);
}

/* Two of three wijken below n_min: only one is compared, so nothing is multiplied. */
static void a_wijk_that_is_too_small_is_in_the_totals_only(void **state)
{
	static const struct share wijk[] = {{3, 11}, {4, 9}, {50, 60}, {0, 0}};
	struct gap_wijk each[4];
	struct gap gap;

	(void)state;
	gap_compute(wijk, 4, &options, &gap, each);
	assert_int_equal(gap.total.n, 80);
	assert_false(each[0].compared);
	assert_true(isnan(each[0].p) && isnan(each[0].p_holm) && isnan(each[0].rest.value));
	assert_false(each[0].differs);
	assert_true(each[2].compared);
	assert_rel(each[2].p_holm, each[2].p, 0);
	assert_false(each[3].compared);
	assert_int_equal(each[3].to_city, 0);
}

static void the_chance_of_a_wijk_against_the_rest_is_twice_the_smaller_exact_tail(void **state)
{
	/* Of 5 reached among 10 children, the 4 of one wijk hold 0: 1/42. */
	static const struct share wijk[] = {{0, 4}, {5, 6}};
	struct gap_options all = options;
	struct gap_wijk each[2];
	struct gap gap;

	(void)state;
	all.n_min = 1;
	gap_compute(wijk, 2, &all, &gap, each);
	assert_rel(each[0].p, 2.0 / 42, 1e-13);
	assert_rel(each[1].p, 2.0 / 42, 1e-13);
	assert_rel(each[0].p_holm, 4.0 / 42, 1e-13);
	assert_int_equal(gap.homogeneity.methode, HOMOGENEITY_TE_WEINIG_WIJKEN);
	assert_false(gap.differs);
}

/* 49 of 49 against 2709 of 2923: the exact chance is just below 5%, but the interval that would be
 * drawn still holds 0. The others are too small to be compared, so that Holm changes nothing. */
static void words_and_drawing_cannot_contradict_each_other(void **state)
{
	struct gap_options small = options;
	struct share wijk[62] = {{49, 49}};
	struct gap_wijk each[62];
	int64_t x = 2709, n = 2923;
	struct gap gap;
	size_t i;

	(void)state;
	for (i = 1; i < 62; i++) {
		wijk[i].n = n < 48 ? n : 48;
		wijk[i].x = x < wijk[i].n ? x : wijk[i].n;
		n -= wijk[i].n;
		x -= wijk[i].x;
	}
	small.n_min = 49;
	gap_compute(wijk, 62, &small, &gap, each);
	assert_int_equal(gap.total.n, 2972);
	assert_true(each[0].p_holm < 0.05);
	assert_rel(each[0].p_holm, each[0].p, 0);
	assert_true(each[0].rest.interval.low < 0 && each[0].rest.interval.high > 0);
	assert_false(each[0].differs);
}

/* One of two children in a tiny wijk makes the test fire, but explains itself: the corrected
 * variance is not above 0. */
static void a_tiny_wijk_alone_does_not_make_a_gap(void **state)
{
	static const struct share wijk[] = {{1, 2}, {10, 500}, {10, 500}};
	struct gap gap;

	(void)state;
	gap_compute(wijk, 3, &options, &gap, NULL);
	assert_true(gap.homogeneity.p <= 0.05);
	assert_rel(gap.spread, 0, 0);
	assert_false(gap.differs);
}

/* ---- edges ---------------------------------------------------------------------------------- */

static void equal_wijken_have_no_gap(void **state)
{
	static const struct share wijk[] = {{46, 50}, {92, 100}, {138, 150}};
	struct gap_wijk each[3];
	struct gap gap;

	(void)state;
	gap_compute(wijk, 3, &options, &gap, each);
	assert_rel(gap.spread, 0, 0);
	assert_false(gap.differs);
	assert_int_equal(gap.par_city, 0);
	assert_int_equal(gap.par_per_wijk, 0);
	assert_int_equal(gap.best, 2); /* the one with most children among equals */
}

static void no_children_and_one_wijk_give_no_number_and_no_difference(void **state)
{
	static const struct share none[] = {{0, 0}, {0, 0}}, one[] = {{7, 40}};
	struct gap_wijk each[2];
	struct gap gap;

	(void)state;
	gap_compute(none, 2, &options, &gap, each);
	assert_true(isnan(gap.share) && isnan(gap.spread) && isnan(gap.par));
	assert_false(gap.differs || gap.has_best || each[0].compared);
	gap_compute(one, 1, &options, &gap, each);
	assert_rel(gap.spread, 0, 0);
	assert_false(gap.differs || each[0].compared);
	gap_compute(NULL, 0, &options, &gap, NULL);
	assert_false(gap.differs);
}

static void a_wijk_of_one_child_does_not_break_the_correction(void **state)
{
	static const struct share wijk[] = {{1, 1}, {30, 40}, {20, 40}};
	struct gap gap;

	(void)state;
	gap_compute(wijk, 3, &options, &gap, NULL);
	assert_true(isfinite(gap.chance) && gap.chance > 0);
	assert_int_equal(gap.best, 1); /* not the one child */
}

static void everybody_reached_everywhere_is_no_gap(void **state)
{
	static const struct share wijk[] = {{40, 40}, {30, 30}, {50, 50}};
	struct gap_wijk each[3];
	struct gap gap;

	(void)state;
	gap_compute(wijk, 3, &options, &gap, each);
	assert_false(gap.differs || each[0].differs);
	assert_rel(each[0].p, 1, 0);
	assert_int_equal(gap.par_city, 0);
}

static void where_lower_is_better_the_best_is_the_lowest(void **state)
{
	static const struct share wijk[] = {{10, 100}, {5, 100}, {0, 20}};
	struct gap_options lower = options;
	struct gap gap;

	(void)state;
	lower.hoger_beter = false;
	gap_compute(wijk, 3, &lower, &gap, NULL);
	assert_int_equal(gap.best, 1); /* 0 of 20 is too small to be the best */
	assert_rel(gap.par, 15.0 / 220 - 0.05, 1e-13);
	assert_int_equal(gap.par_city, 4); /* 15 - floor(11) */
	assert_int_equal(gap.par_per_wijk, 5);
}

/* When nothing differs, ten wijken of 60 show a raw spread of about 3,8 points and a corrected one
 * of about 1,0 (calculation.md E.4, simulated). */
static void ten_equal_wijken_show_a_large_raw_and_a_small_corrected_spread(void **state)
{
	uint64_t seed = 7;
	double raw = 0, corrected = 0;
	struct share wijk[10];
	struct gap gap;
	int round, i, k;

	(void)state;
	for (round = 0; round < 1000; round++) {
		for (i = 0; i < 10; i++) {
			wijk[i] = (struct share){0, 60};
			for (k = 0; k < 60; k++) {
				seed = seed * UINT64_C(6364136223846793005) +
				       UINT64_C(1442695040888963407);
				wijk[i].x += (seed >> 33) % 100 < 89;
			}
		}
		gap_compute(wijk, 10, &options, &gap, NULL);
		raw += gap.raw_spread / 1000;
		corrected += gap.spread / 1000;
	}
	assert_true(raw > 0.036 && raw < 0.040);
	assert_true(corrected > 0.008 && corrected < 0.012);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_worked_gap_has_its_six_decimals),
		cmocka_unit_test(the_subtracted_chance_is_not_the_plain_sum),
		cmocka_unit_test(the_children_to_the_best_wijk_are_named_by_how_they_are_rounded),
		cmocka_unit_test(the_fourth_wijk_against_the_rest_has_its_interval),
		cmocka_unit_test(children_to_the_city_are_whole_and_never_negative),
		cmocka_unit_test(
			a_wijk_that_is_clearly_different_says_so_in_words_and_in_the_drawing),
		cmocka_unit_test(a_wijk_that_is_too_small_is_in_the_totals_only),
		cmocka_unit_test(
			the_chance_of_a_wijk_against_the_rest_is_twice_the_smaller_exact_tail),
		cmocka_unit_test(words_and_drawing_cannot_contradict_each_other),
		cmocka_unit_test(a_tiny_wijk_alone_does_not_make_a_gap),
		cmocka_unit_test(equal_wijken_have_no_gap),
		cmocka_unit_test(no_children_and_one_wijk_give_no_number_and_no_difference),
		cmocka_unit_test(a_wijk_of_one_child_does_not_break_the_correction),
		cmocka_unit_test(everybody_reached_everywhere_is_no_gap),
		cmocka_unit_test(where_lower_is_better_the_best_is_the_lowest),
		cmocka_unit_test(ten_equal_wijken_show_a_large_raw_and_a_small_corrected_spread),
	};

	return RUN_TESTS(tests);
}
