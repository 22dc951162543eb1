#include "test.h"

#include "indicator/adjust.h"
#include "refcsv.h"

static void corrected_chances_agree_with_the_reference(void **state)
{
	double p[40], expected[40], got[40];
	struct refcsv csv;
	size_t count, i;

	(void)state;
	if (!refcsv_open(&csv, "p_adjust.csv"))
		skip();
	while (refcsv_next(&csv)) {
		count = refcsv_list(&csv, "p", p, ARRAY_LEN(p));
		assert_int_equal(
			refcsv_list(&csv, "exp_adjusted", expected, ARRAY_LEN(expected)), count);
		if (refcsv_is(&csv, "method", "holm"))
			adjust_holm(p, got, count);
		else if (refcsv_is(&csv, "method", "BH"))
			adjust_bh(p, got, count);
		else
			adjust_bonferroni(p, got, count);
		for (i = 0; i < count; i++)
			assert_rel(got[i], expected[i], 1e-12);
	}
	refcsv_close(&csv, 12);
}

static void one_test_is_not_corrected_and_no_tests_are_fine(void **state)
{
	double p = 0.03;

	(void)state;
	adjust_holm(&p, &p, 1);
	assert_rel(p, 0.03, 0);
	adjust_bh(&p, &p, 1);
	assert_rel(p, 0.03, 0);
	adjust_holm(&p, &p, 0);
	adjust_bh(&p, &p, 0);
	adjust_bonferroni(&p, &p, 0);
	assert_rel(p, 0.03, 0);
}

static void the_answer_may_be_written_over_the_question(void **state)
{
	double p[] = {0.03, 0.01, 0.02};

	(void)state;
	adjust_holm(p, p, ARRAY_LEN(p));
	assert_rel(p[0], 0.04, 1e-15);
	assert_rel(p[1], 0.03, 1e-15);
	assert_rel(p[2], 0.04, 1e-15);
}

static void equal_chances_get_equal_answers(void **state)
{
	double p[] = {0.02, 0.9, 0.02, 0.02}, out[4];

	(void)state;
	adjust_holm(p, out, 4);
	assert_rel(out[0], 0.08, 1e-15);
	assert_rel(out[2], 0.08, 1e-15);
	assert_rel(out[3], 0.08, 1e-15);
	adjust_bh(p, out, 4);
	assert_rel(out[0], 0.08 / 3, 1e-15);
	assert_rel(out[2], 0.08 / 3, 1e-15);
	assert_rel(out[3], 0.08 / 3, 1e-15);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(corrected_chances_agree_with_the_reference),
		cmocka_unit_test(one_test_is_not_corrected_and_no_tests_are_fine),
		cmocka_unit_test(the_answer_may_be_written_over_the_question),
		cmocka_unit_test(equal_chances_get_equal_answers),
	};

	return RUN_TESTS(tests);
}
