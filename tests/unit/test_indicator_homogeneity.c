#include "test.h"

#include "indicator/homogeneity.h"
#include "refcsv.h"

static const struct share worked[] = {{92, 104}, {118, 124}, {75, 88}, {54, 64}, {168, 180}};

static void the_worked_wijken_differ_by_chi_square(void **state)
{
	struct homogeneity got = homogeneity_test(worked, ARRAY_LEN(worked), 0.95);

	(void)state;
	assert_int_equal(got.methode, HOMOGENEITY_CHI2);
	assert_near(got.chi2, 10.991593, 5e-8);
	assert_int_equal(got.df, 4);
	assert_near(got.p, 0.026659, 5e-7);
}

static void the_draws_agree_with_chi_square_where_both_are_allowed(void **state)
{
	double high, p;

	(void)state;
	p = homogeneity_draw(worked, ARRAY_LEN(worked), HOMOGENEITY_SEED, 100000, 0.95, &high);
	assert_true(fabs(p - 0.026659) < 0.002);
	assert_true(fabs(high - 9.487729) < 0.1); /* the 95% point of chi-square(4) */
}

static double choose(int64_t n, int64_t k)
{
	double out = 1;
	int64_t i;

	if (k < 0 || k > n)
		return 0;
	for (i = 1; i <= k; i++)
		out *= (double)(n - k + i) / (double)i;
	return out;
}

/* Every way to deal `reached` children over three wijken, with its chance. */
static double p_by_counting(const struct share *w)
{
	int64_t reached = w[0].x + w[1].x + w[2].x, n = w[0].n + w[1].n + w[2].n, a, b, x[3];
	double share = (double)reached / (double)n, observed = 0, chi2, p = 0;
	int i;

	for (i = 0; i < 3; i++)
		observed += pow((double)w[i].x - (double)w[i].n * share, 2) / (double)w[i].n;
	for (a = 0; a <= w[0].n; a++)
		for (b = 0; b <= w[1].n; b++) {
			x[0] = a, x[1] = b, x[2] = reached - a - b;
			if (x[2] < 0 || x[2] > w[2].n)
				continue;
			chi2 = 0;
			for (i = 0; i < 3; i++)
				chi2 += pow((double)x[i] - (double)w[i].n * share, 2) /
					(double)w[i].n;
			if (chi2 >= observed * (1 - 1e-9))
				p += choose(w[0].n, x[0]) * choose(w[1].n, x[1]) *
				     choose(w[2].n, x[2]);
		}
	return p / choose(n, reached);
}

static void the_draws_agree_with_counting_every_outcome(void **state)
{
	static const struct share table[][3] = {{{4, 4}, {1, 5}, {3, 6}},
		{{0, 12}, {3, 20}, {6, 15}}, {{11, 12}, {25, 25}, {27, 30}},
		{{1, 3}, {30, 60}, {2, 2}}};
	double p, exact, high;
	size_t i;

	(void)state;
	for (i = 0; i < ARRAY_LEN(table); i++) {
		exact = p_by_counting(table[i]);
		p = homogeneity_draw(table[i], 3, HOMOGENEITY_SEED, 100000, 0.95, &high);
		assert_true(fabs(p - exact) < 4 * sqrt(exact * (1 - exact) / 100000) + 1e-5);
	}
}

/* On every machine and in every build: pinned to the draw. */
static void the_draws_give_the_same_number_every_time(void **state)
{
	static const struct share small[] = {{4, 4}, {1, 5}, {3, 6}, {0, 0}, {2, 9}};
	struct homogeneity got = homogeneity_test(small, ARRAY_LEN(small), 0.95);

	(void)state;
	assert_int_equal(got.methode, HOMOGENEITY_TREKKING);
	assert_int_equal(got.wijk_count, 4);
	assert_rel(got.p, 4556 / 100001.0, 0);
}

static void an_expected_count_below_5_calls_for_draws(void **state)
{
	static const struct share five[] = {{45, 50}, {45, 50}, {45, 50}};
	static const struct share below[] = {{45, 50}, {45, 50}, {44, 49}};

	(void)state;
	assert_int_equal(homogeneity_test(five, 3, 0.95).methode, HOMOGENEITY_CHI2);
	assert_int_equal(homogeneity_test(below, 3, 0.95).methode, HOMOGENEITY_TREKKING);
}

static void fewer_than_three_wijken_with_children_are_too_few(void **state)
{
	static const struct share two[] = {{4, 9}, {0, 0}, {8, 9}};
	struct homogeneity got = homogeneity_test(two, 3, 0.95);

	(void)state;
	assert_int_equal(got.methode, HOMOGENEITY_TE_WEINIG_WIJKEN);
	assert_int_equal(got.wijk_count, 2);
	assert_true(isnan(got.p) && isnan(got.chi2) && isnan(got.chance_high));
	assert_int_equal(homogeneity_test(NULL, 0, 0.95).methode, HOMOGENEITY_TE_WEINIG_WIJKEN);
}

static void nobody_or_everybody_reached_is_no_difference(void **state)
{
	static const struct share nobody[] = {{0, 4}, {0, 5}, {0, 6}},
				  all[] = {{4, 4}, {5, 5}, {6, 6}};

	(void)state;
	assert_int_equal(homogeneity_test(nobody, 3, 0.95).methode, HOMOGENEITY_GEEN_VARIATIE);
	assert_int_equal(homogeneity_test(all, 3, 0.95).methode, HOMOGENEITY_GEEN_VARIATIE);
	assert_rel(homogeneity_test(all, 3, 0.95).p, 1, 0);
	assert_rel(homogeneity_test(all, 3, 0.95).chance_high, 0, 0);
}

/* A city of 100 000 with one tiny wijk: the draws may not take time per child. */
static void a_large_city_with_a_tiny_wijk_is_drawn_quickly(void **state)
{
	static const struct share wijk[] = {{3, 4}, {21000, 42000}, {17100, 34000}, {11900, 23996}};
	struct homogeneity got = homogeneity_test(wijk, ARRAY_LEN(wijk), 0.95);

	(void)state;
	assert_int_equal(got.methode, HOMOGENEITY_TREKKING);
	assert_true(got.p > 0.01 && got.p < 0.99);
}

/* The band is what 12 wijken show that are truly equal (simulated; 3% for the noise in that). */
static void the_chance_band_agrees_with_the_reference(void **state)
{
	struct homogeneity got;
	struct share wijk[12];
	double n[12], share;
	struct refcsv csv;
	int64_t left;
	size_t i;

	(void)state;
	if (!refcsv_open(&csv, "null_behaviour_inequality.csv"))
		skip();
	while (refcsv_next(&csv)) {
		if (!refcsv_is(&csv, "maat", "BGSD"))
			continue;
		assert_int_equal(refcsv_list(&csv, "n_per_wijk", n, 12), 12);
		share = refcsv_num(&csv, "zelfde_kans_in_alle_wijken");
		left = (int64_t)floor(share * 980 + 0.5);
		for (i = 0; i < 12; i++) { /* how they are dealt does not matter for the band */
			wijk[i].n = (int64_t)n[i];
			wijk[i].x = left < wijk[i].n ? left : wijk[i].n;
			left -= wijk[i].x;
		}
		got = homogeneity_test(wijk, 12, 0.95);
		assert_rel(100 * got.chance_high, refcsv_num(&csv, "p95"), 0.03);
		/* A mean lies a little below the root of a mean square. */
		assert_rel(100 * got.chance_typical, refcsv_num(&csv, "gemiddelde") * 1.025, 0.03);
	}
	refcsv_close(&csv, 21);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_worked_wijken_differ_by_chi_square),
		cmocka_unit_test(the_draws_agree_with_chi_square_where_both_are_allowed),
		cmocka_unit_test(the_draws_agree_with_counting_every_outcome),
		cmocka_unit_test(the_draws_give_the_same_number_every_time),
		cmocka_unit_test(an_expected_count_below_5_calls_for_draws),
		cmocka_unit_test(fewer_than_three_wijken_with_children_are_too_few),
		cmocka_unit_test(nobody_or_everybody_reached_is_no_difference),
		cmocka_unit_test(a_large_city_with_a_tiny_wijk_is_drawn_quickly),
		cmocka_unit_test(the_chance_band_agrees_with_the_reference),
	};

	return RUN_TESTS(tests);
}
