#include "test.h"

#include "indicator/rate.h"
#include "indicator/special.h"
#include "refcsv.h"

static void the_counts_of_the_text_have_their_five_decimals(void **state)
{
	static const struct {
		int64_t x;
		double low, high;
	} row[] = {{0, 0, 3.68888}, {1, 0.02532, 5.57164}, {3, 0.61867, 8.76727},
		{12, 6.20058, 20.96159}, {47, 34.53383, 62.50004}};
	struct interval got;
	size_t i;

	(void)state;
	for (i = 0; i < ARRAY_LEN(row); i++) {
		got = poisson_exact(row[i].x, 0.95);
		assert_true(fabs(got.low - row[i].low) < 5.1e-6);
		assert_true(fabs(got.high - row[i].high) < 5.1e-6);
	}
	assert_rel(poisson_exact(0, 0.95).low, 0, 0);
}

static void exact_and_byar_limits_agree_with_the_reference(void **state)
{
	struct refcsv csv;
	struct interval got;
	int64_t x;
	double conf;

	(void)state;
	if (!refcsv_open(&csv, "poisson_exact.csv"))
		skip();
	while (refcsv_next(&csv)) {
		x = refcsv_int(&csv, "x");
		conf = refcsv_num(&csv, "conf");
		got = poisson_exact(x, conf);
		assert_rel(got.low, refcsv_num(&csv, "exp_exact_lower"), 1e-12);
		assert_rel(got.high, refcsv_num(&csv, "exp_exact_upper"), 1e-12);
		got = poisson_byar(x, conf);
		if (refcsv_has(&csv, "byar_lower"))
			assert_rel(got.low, refcsv_num(&csv, "byar_lower"), 1e-12);
		else
			assert_true(isnan(got.low));
		assert_rel(got.high, refcsv_num(&csv, "byar_upper"), 1e-12);
	}
	refcsv_close(&csv, 24);
}

static void funnel_limits_agree_with_the_reference(void **state)
{
	struct refcsv csv;
	struct interval got;
	double limit;
	int64_t x;

	(void)state;
	if (!refcsv_open(&csv, "funnel_poisson_limits.csv"))
		skip();
	while (refcsv_next(&csv)) {
		x = refcsv_int(&csv, "observed");
		got = poisson_exact(x, 1 - 2 * refcsv_num(&csv, "tail_p"));
		limit = refcsv_is(&csv, "side", "high") ? got.high : got.low;
		assert_rel(limit, refcsv_num(&csv, "exp_expected_count"), 1e-12);
		assert_rel((double)x / limit, refcsv_num(&csv, "exp_ratio"), 1e-12);
	}
	refcsv_close(&csv, 200);
}

static void a_rate_is_the_limits_times_1000_over_the_population(void **state)
{
	struct interval got = per_1000(poisson_exact(47, 0.95), 15250);

	(void)state;
	assert_near(got.low, 34.53383 * 1000 / 15250, 1e-6);
	assert_near(got.high, 62.50004 * 1000 / 15250, 1e-6);
}

static double at_most(int64_t k, double mean)
{
	double sum = 0;
	int64_t i;

	for (i = 0; i <= k; i++)
		sum += exp(log_poisson_density((double)i, mean));
	return sum;
}

static void the_count_funnel_is_the_range_that_chance_explains(void **state)
{
	static const double mean[] = {0.01, 0.5, 3, 12.5, 47, 200};
	static const double conf[] = {0.95, 0.998};
	struct count_range got;
	double tail;
	size_t i, j;

	(void)state;
	for (i = 0; i < ARRAY_LEN(mean); i++)
		for (j = 0; j < ARRAY_LEN(conf); j++) {
			got = funnel_poisson(mean[i], conf[j]);
			tail = (1 - conf[j]) / 2;
			assert_true(at_most(got.low, mean[i]) > tail);
			assert_true(at_most(got.low - 1, mean[i]) <= tail);
			assert_true(1 - at_most(got.high - 1, mean[i]) > tail);
			assert_true(1 - at_most(got.high, mean[i]) <= tail);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_counts_of_the_text_have_their_five_decimals),
		cmocka_unit_test(exact_and_byar_limits_agree_with_the_reference),
		cmocka_unit_test(funnel_limits_agree_with_the_reference),
		cmocka_unit_test(a_rate_is_the_limits_times_1000_over_the_population),
		cmocka_unit_test(the_count_funnel_is_the_range_that_chance_explains),
	};

	return RUN_TESTS(tests);
}
