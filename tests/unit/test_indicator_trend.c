#include "test.h"

#include "indicator/special.h"
#include "indicator/trend.h"
#include "refcsv.h"

/* ---- calculation.md E.3 --------------------------------------------------------------------- */

static const struct trend_point worked[] = {
	{2021, 486, 580}, {2022, 498, 584}, {2023, 510, 588}, {2024, 522, 590}, {2025, 540, 596}};

static void the_worked_trend_has_its_chi_square_and_chance(void **state)
{
	struct trend trend = trend_judge(worked, ARRAY_LEN(worked), TREND_AANDEEL, 0.95);

	(void)state;
	assert_near(trend.test.chi2, 14.724370, 5e-8);
	assert_near(trend.test.p, 0.000124, 5e-7);
	assert_true(trend.same_sign);
	assert_int_equal(trend.uitkomst, TREND_STIJGING);
	assert_int_equal(trend_judge(worked, 5, TREND_AANDEEL, 0.998).uitkomst, TREND_STIJGING);
	assert_near(qchisq_upper(0.05, 1), 3.841459, 1e-7);
	assert_near(qchisq_upper(0.002, 1), 9.549536, 1e-7);
}

static void a_missing_year_counts_as_the_years_that_passed(void **state)
{
	static const struct trend_point gap[] = {
		{2021, 486, 580}, {2022, 498, 584}, {2024, 522, 590}, {2025, 540, 596}};
	static const struct trend_point position[] = {
		{1, 486, 580}, {2, 498, 584}, {3, 522, 590}, {4, 540, 596}};
	struct cochran test;

	(void)state;
	assert_true(cochran_armitage(gap, 4, TREND_AANDEEL, &test));
	assert_near(test.chi2, 14.780978, 5e-8);
	assert_true(cochran_armitage(position, 4, TREND_AANDEEL, &test));
	assert_near(test.chi2, 14.588414, 5e-8);
}

static void the_worked_change_has_its_interval(void **state)
{
	struct difference change = newcombe(540, 596, 522, 590, 0.95);

	(void)state;
	assert_true(fabs(change.value - 0.021295) < 5.1e-7);
	assert_true(fabs(change.interval.low + 0.013698) < 5.1e-7);
	assert_true(fabs(change.interval.high - 0.056465) < 5.1e-7);
}

static void four_points_are_no_trend(void **state)
{
	(void)state;
	assert_int_equal(trend_judge(worked, 4, TREND_AANDEEL, 0.95).uitkomst, TREND_TE_KORT);
	assert_int_equal(trend_judge(worked, 0, TREND_AANDEEL, 0.95).uitkomst, TREND_TE_KORT);
	assert_true(isnan(trend_judge(worked, 4, TREND_AANDEEL, 0.95).test.chi2));
}

static void nobody_or_everybody_in_every_year_has_no_trend_to_determine(void **state)
{
	struct trend_point all[] = {
		{1, 30, 30}, {2, 31, 31}, {3, 29, 29}, {4, 30, 30}, {5, 30, 30}};
	struct trend_point same_day[] = {{1, 3, 9}, {1, 4, 9}, {1, 5, 9}, {1, 6, 9}, {1, 7, 9}};
	size_t i;

	(void)state;
	assert_int_equal(trend_judge(all, 5, TREND_AANDEEL, 0.95).uitkomst, TREND_NIET_TE_BEPALEN);
	for (i = 0; i < 5; i++)
		all[i].x = 0;
	assert_int_equal(trend_judge(all, 5, TREND_AANDEEL, 0.95).uitkomst, TREND_NIET_TE_BEPALEN);
	assert_int_equal(
		trend_judge(same_day, 5, TREND_AANDEEL, 0.95).uitkomst, TREND_NIET_TE_BEPALEN);
}

static void one_year_of_everybody_is_no_reason_to_refuse(void **state)
{
	static const struct trend_point point[] = {
		{1, 40, 80}, {2, 50, 80}, {3, 60, 80}, {4, 70, 80}, {5, 80, 80}};

	(void)state;
	assert_int_equal(trend_judge(point, 5, TREND_AANDEEL, 0.998).uitkomst, TREND_STIJGING);
}

/* The last year carries the whole signal: without it nothing moves. */
static void one_point_cannot_make_a_trend_alone(void **state)
{
	static const struct trend_point point[] = {
		{1, 80, 100}, {2, 80, 100}, {3, 80, 100}, {4, 80, 100}, {5, 99, 100}};
	struct trend trend = trend_judge(point, 5, TREND_AANDEEL, 0.95);

	(void)state;
	assert_true(trend.test.p < 0.05);
	assert_false(trend.same_sign);
	assert_int_equal(trend.uitkomst, TREND_GEEN);
}

static void a_year_that_is_alone_in_missing_children_makes_no_trend(void **state)
{
	static const struct trend_point point[] = {
		{1, 30, 30}, {2, 30, 30}, {3, 30, 30}, {4, 30, 30}, {5, 20, 30}};
	struct trend trend = trend_judge(point, 5, TREND_AANDEEL, 0.95);

	(void)state;
	assert_true(trend.test.p < 0.001);
	assert_false(trend.same_sign);
	assert_int_equal(trend.uitkomst, TREND_GEEN);
}

static void a_series_upside_down_falls_as_much(void **state)
{
	struct trend_point down[5];
	struct trend one = trend_judge(worked, 5, TREND_AANDEEL, 0.95), two;
	size_t i;

	(void)state;
	for (i = 0; i < 5; i++)
		down[i] = (struct trend_point){
			worked[i].moment, worked[i].n - worked[i].x, worked[i].n};
	two = trend_judge(down, 5, TREND_AANDEEL, 0.95);
	assert_rel(two.test.chi2, one.test.chi2, 1e-12);
	assert_rel(two.test.slope, -one.test.slope, 1e-12);
	assert_int_equal(two.uitkomst, TREND_DALING);
}

/* The score test of a Poisson rate by hand: X = 60, equal populations, moments -2..2: T = sum t x =
 * 38, V = X sum t^2 / 5 = 120. */
static void a_trend_in_a_rate_is_its_score_test(void **state)
{
	static const struct trend_point point[] = {
		{-2, 5, 1000}, {-1, 8, 1000}, {0, 12, 1000}, {1, 14, 1000}, {2, 21, 1000}};
	struct cochran test;

	(void)state;
	assert_true(cochran_armitage(point, 5, TREND_TEMPO, &test));
	assert_rel(test.chi2, 38.0 * 38 / 120, 1e-12);
	assert_rel(test.slope, 38.0 / 10000, 1e-12);
}

static void cochran_armitage_agrees_with_the_reference(void **state)
{
	struct trend_point point[10];
	double x[10], n[10];
	struct refcsv csv;
	struct cochran test;
	size_t count, i;

	(void)state;
	if (!refcsv_open(&csv, "trend_proportion.csv"))
		skip();
	while (refcsv_next(&csv)) {
		count = refcsv_list(&csv, "x", x, ARRAY_LEN(x));
		assert_int_equal(refcsv_list(&csv, "n", n, ARRAY_LEN(n)), count);
		for (i = 0; i < count; i++)
			point[i] = (struct trend_point){
				2020 + (double)i, (int64_t)x[i], (int64_t)n[i]};
		assert_true(cochran_armitage(point, count, TREND_AANDEEL, &test));
		if (!refcsv_has(&csv, "exp_chi2"))
			continue; /* refused by the source for a year in which all are reached; not
				     by us */
		assert_rel(test.chi2, refcsv_num(&csv, "exp_chi2"), 1e-9);
		assert_rel(test.p, refcsv_num(&csv, "exp_p"), 1e-9);
		assert_int_equal(trend_same_sign(point, count, TREND_AANDEEL),
			refcsv_int(&csv, "leave_one_out_same_sign"));
		if (refcsv_is(&csv, "fingertips_verdict", "geen_significante_verandering") &&
			count >= 5)
			assert_int_equal(trend_judge(point, count, TREND_AANDEEL, 0.998).uitkomst,
				TREND_GEEN);
	}
	refcsv_close(&csv, 5);
}

/* ---- Mann-Kendall --------------------------------------------------------------------------- */

static void mann_kendall_agrees_with_the_reference(void **state)
{
	static double value[1000];
	struct mann_kendall got;
	struct refcsv csv;
	size_t count;

	(void)state;
	if (!refcsv_open(&csv, "mann_kendall.csv"))
		skip();
	while (refcsv_next(&csv)) {
		count = refcsv_list(&csv, "values_oldest_first", value, ARRAY_LEN(value));
		got = mann_kendall(value, count);
		assert_int_equal(got.s, refcsv_int(&csv, "exp_S"));
		assert_rel(got.variance, refcsv_num(&csv, "exp_varS"), 1e-12);
		assert_rel(got.z, refcsv_num(&csv, "exp_z"), 1e-12);
		assert_rel(got.p_normal, refcsv_num(&csv, "exp_p_normal"), 1e-12);
		assert_rel(got.tau, refcsv_num(&csv, "exp_tau"), 1e-12);
		assert_rel(got.sen_slope, refcsv_num(&csv, "exp_sen_slope"), 1e-12);
		if (refcsv_has(&csv, "exp_p_exact"))
			assert_rel(got.p_exact, refcsv_num(&csv, "exp_p_exact"), 1e-12);
		else
			assert_true(isnan(got.p_exact));
	}
	refcsv_close(&csv, 7);
}

/* Counts the orders of value[from..count) of which |S| is at least `s`. */
static size_t orders_extreme(double *value, size_t from, size_t count, int64_t s, size_t *total)
{
	size_t extreme = 0, i, j;
	int64_t found = 0;
	double keep;

	if (from == count) {
		for (i = 0; i < count; i++)
			for (j = i + 1; j < count; j++)
				found += (value[j] > value[i]) - (value[j] < value[i]);
		++*total;
		return llabs(found) >= s;
	}
	for (i = from; i < count; i++) {
		keep = value[from], value[from] = value[i], value[i] = keep;
		extreme += orders_extreme(value, from + 1, count, s, total);
		keep = value[from], value[from] = value[i], value[i] = keep;
	}
	return extreme;
}

static void the_exact_chance_counts_every_order_ties_included(void **state)
{
	static const double series[][7] = {{1, 2, 2, 3, 5, 5, 5}, {4, 4, 4, 4, 3, 3, 3},
		{7, 6, 6, 2, 2, 1, 1}, {1, 3, 2, 5, 4, 6, 7}};
	double copy[7];
	struct mann_kendall got;
	size_t i, total, extreme;

	(void)state;
	for (i = 0; i < ARRAY_LEN(series); i++) {
		got = mann_kendall(series[i], 7);
		memcpy(copy, series[i], sizeof(copy));
		total = 0;
		extreme = orders_extreme(copy, 0, 7, llabs(got.s), &total);
		assert_rel(got.p_exact, (double)extreme / (double)total, 1e-14);
	}
}

static void the_exact_chance_of_twenty_rising_values_is_two_orders_in_20_factorial(void **state)
{
	double value[21];
	size_t i;

	(void)state;
	for (i = 0; i < 21; i++)
		value[i] = (double)i;
	assert_rel(mann_kendall(value, 20).p_exact, 2 / 2432902008176640000.0, 1e-14);
	assert_true(isnan(mann_kendall(value, 21).p_exact));
	assert_rel(mann_kendall(value, 4).p_exact, 2.0 / 24, 1e-14);
}

static void equal_values_and_single_values_have_no_direction(void **state)
{
	static const double equal[] = {3, 3, 3, 3, 3};
	struct mann_kendall got = mann_kendall(equal, 5);

	(void)state;
	assert_int_equal(got.s, 0);
	assert_true(isnan(got.z) && isnan(got.p_normal));
	assert_rel(got.p_exact, 1, 0);
	assert_rel(got.sen_slope, 0, 0);
	got = mann_kendall(equal, 1);
	assert_true(isnan(got.tau) && isnan(got.p_exact) && isnan(got.sen_slope));
	assert_int_equal(mann_kendall(equal, 0).count, 0);
}

/* ---- pace ----------------------------------------------------------------------------------- */

static void linear_pace_agrees_with_the_reference(void **state)
{
	struct pace_point base, now, target;
	struct refcsv csv;
	struct pace pace;
	bool determined;

	(void)state;
	if (!refcsv_open(&csv, "progress_pace.csv"))
		skip();
	while (refcsv_next(&csv)) {
		if (!refcsv_has(&csv, "target"))
			continue; /* no target, no pace */
		base = (struct pace_point){
			refcsv_num(&csv, "base_year"), refcsv_num(&csv, "base_value")};
		now = (struct pace_point){
			refcsv_num(&csv, "current_year"), refcsv_num(&csv, "current_value")};
		target = (struct pace_point){
			refcsv_num(&csv, "target_year"), refcsv_num(&csv, "target")};
		determined = pace_linear(base, now, target, 0, 100, &pace);
		assert_int_equal(determined, refcsv_has(&csv, "linear_ratio"));
		if (!determined)
			continue;
		assert_rel(pace.per_year, refcsv_num(&csv, "linear_per_year"), 1e-12);
		assert_rel(pace.needed, refcsv_num(&csv, "linear_needed_per_year"), 1e-12);
		assert_rel(pace.ratio, refcsv_num(&csv, "linear_ratio"), 1e-12);
		assert_rel(pace.projection, refcsv_num(&csv, "linear_projection_at_target_year"),
			1e-12);
	}
	refcsv_close(&csv, 6);
}

static void a_projection_stays_within_the_scale(void **state)
{
	struct pace_point base = {2021, 80}, now = {2023, 95}, target = {2030, 98};
	struct pace pace;

	(void)state;
	assert_true(pace_linear(base, now, target, 0, 100, &pace));
	assert_rel(pace.projection, 100, 0);
	assert_true(pace_linear(base, (struct pace_point){2023, 10}, target, 0, 100, &pace));
	assert_rel(pace.projection, 0, 0);
}

static void a_base_already_at_the_target_has_no_pace(void **state)
{
	struct pace_point base = {2021, 92}, now = {2025, 93};
	struct pace pace;

	(void)state;
	assert_false(pace_linear(base, now, (struct pace_point){2030, 92}, 0, 100, &pace));
	assert_false(pace_linear(base, now, (struct pace_point){2021, 95}, 0, 100, &pace));
}

static void the_trajectory_is_a_straight_line_between_its_ends(void **state)
{
	struct pace_point base = {2024, 84}, target = {2028, 92};

	(void)state;
	assert_rel(pace_trajectory(base, target, 2025.25), 86.5, 1e-15);
	assert_rel(pace_trajectory(base, target, 2020), 84, 0);
	assert_rel(pace_trajectory(base, target, 2031), 92, 0);
}

static void children_per_quarter_are_rounded_up(void **state)
{
	(void)state;
	assert_int_equal(pace_children(27, 8), 4);
	assert_int_equal(pace_children(24, 8), 3);
	assert_int_equal(pace_children(0, 8), 0);
	assert_int_equal(pace_children(1, 8), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_worked_trend_has_its_chi_square_and_chance),
		cmocka_unit_test(a_missing_year_counts_as_the_years_that_passed),
		cmocka_unit_test(the_worked_change_has_its_interval),
		cmocka_unit_test(four_points_are_no_trend),
		cmocka_unit_test(nobody_or_everybody_in_every_year_has_no_trend_to_determine),
		cmocka_unit_test(one_year_of_everybody_is_no_reason_to_refuse),
		cmocka_unit_test(one_point_cannot_make_a_trend_alone),
		cmocka_unit_test(a_year_that_is_alone_in_missing_children_makes_no_trend),
		cmocka_unit_test(a_series_upside_down_falls_as_much),
		cmocka_unit_test(a_trend_in_a_rate_is_its_score_test),
		cmocka_unit_test(cochran_armitage_agrees_with_the_reference),
		cmocka_unit_test(mann_kendall_agrees_with_the_reference),
		cmocka_unit_test(the_exact_chance_counts_every_order_ties_included),
		cmocka_unit_test(
			the_exact_chance_of_twenty_rising_values_is_two_orders_in_20_factorial),
		cmocka_unit_test(equal_values_and_single_values_have_no_direction),
		cmocka_unit_test(linear_pace_agrees_with_the_reference),
		cmocka_unit_test(a_projection_stays_within_the_scale),
		cmocka_unit_test(a_base_already_at_the_target_has_no_pace),
		cmocka_unit_test(the_trajectory_is_a_straight_line_between_its_ends),
		cmocka_unit_test(children_per_quarter_are_rounded_up),
	};

	return RUN_TESTS(tests);
}
