#include "test.h"

#include <math.h>

#include "indicator/did.h"

/* Written out once more from the formula, with the Wilson limits of each share. */
static struct interval by_hand(const struct share s[4])
{
	double down = 0, up = 0, d = 0;

	for (int i = 0; i < 4; i++) {
		double p = (double)s[i].x / (double)s[i].n, sign = i == 0 || i == 3 ? 1 : -1;
		struct interval w = wilson(s[i].x, s[i].n, 0.95);

		d += sign * p;
		down += pow(sign > 0 ? p - w.low : w.high - p, 2);
		up += pow(sign > 0 ? w.high - p : p - w.low, 2);
	}
	return (struct interval){d - sqrt(down), d + sqrt(up)};
}

static void the_interval_is_that_of_the_formula(void **state)
{
	/* met: na, voor; zonder: na, voor */
	static const struct share cases[][4] = {{{60, 75}, {64, 81}, {430, 470}, {400, 440}},
		{{12, 12}, {0, 15}, {7, 9}, {9, 9}}, {{1, 1}, {1, 1}, {1, 1}, {1, 1}}};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct did_groep met = {.na = cases[i][0], .voor = cases[i][1]};
		struct did_groep zonder = {.na = cases[i][2], .voor = cases[i][3]};
		struct difference d = did(&met, &zonder, 0.95);
		struct interval want = by_hand(cases[i]);

		assert_true(fabs(d.interval.low - want.low) < 1e-12);
		assert_true(fabs(d.interval.high - want.high) < 1e-12);
	}
}

static void equal_changes_differ_nothing(void **state)
{
	struct did_groep a = {{40, 50}, {45, 50}}, b = {{160, 200}, {180, 200}};
	struct difference d = did(&a, &b, 0.95);

	(void)state;
	assert_true(fabs(d.value) < 1e-12);
	assert_true(d.interval.low < 0 && d.interval.high > 0);
}

static void exchanging_the_groups_turns_the_sign(void **state)
{
	struct did_groep a = {{30, 60}, {50, 60}}, b = {{100, 200}, {104, 200}};
	struct difference there = did(&a, &b, 0.95), back = did(&b, &a, 0.95);

	(void)state;
	assert_true(fabs(there.value + back.value) < 1e-12);
	assert_true(fabs(there.interval.low + back.interval.high) < 1e-12);
	assert_true(fabs(there.interval.high + back.interval.low) < 1e-12);
	assert_true(there.interval.low > 0); /* 33 points more, in 60 children: no chance */
}

static void the_interval_holds_the_truth_as_often_as_it_says(void **state)
{
	/* every outcome of four small groups with equal shares: weight of those whose interval holds 0 */
	enum { N = 8 };
	double held = 0;

	(void)state;
	for (int64_t a = 0; a <= N; a++)
		for (int64_t b = 0; b <= N; b++)
			for (int64_t c = 0; c <= N; c++)
				for (int64_t e = 0; e <= N; e++) {
					struct did_groep met = {{a, N}, {b, N}}, zonder = {{c, N}, {e, N}};
					struct difference d = did(&met, &zonder, 0.95);

					if (d.interval.low <= 0 && d.interval.high >= 0)
						held += binomial_exactly(a, N, 0.8) * binomial_exactly(b, N, 0.8) *
							binomial_exactly(c, N, 0.8) * binomial_exactly(e, N, 0.8);
				}
	assert_true(held > 0.94);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_interval_is_that_of_the_formula),
		cmocka_unit_test(equal_changes_differ_nothing),
		cmocka_unit_test(exchanging_the_groups_turns_the_sign),
		cmocka_unit_test(the_interval_holds_the_truth_as_often_as_it_says),
	};

	return RUN_TESTS(tests);
}
