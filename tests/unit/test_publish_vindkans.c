#include "test.h"

#include "publish/vindkans.h"

static const struct fraction norm = {23, 25};

/* calculation.md E.2: printed there in whole percents. */
static void power_equals_the_figures_of_calculation(void **state)
{
	static const struct {
		int64_t n;
		double real;
		long percent;
	} row[] = {{60, 0.88, 18}, {60, 0.85, 41}, {60, 0.80, 79}, {200, 0.88, 45}, {200, 0.85, 86}, {600, 0.90, 41},
		{600, 0.88, 91}};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(row); i++)
		assert_int_equal(lround(100 * vindkans(row[i].n, norm, row[i].real)), row[i].percent);
}

static void a_false_alarm_is_never_likelier_than_promised(void **state)
{
	(void)state;
	for (int64_t n = 1; n <= 300; n++)
		assert_true(vindkans(n, norm, 0.92) <= 0.025);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(power_equals_the_figures_of_calculation),
		cmocka_unit_test(a_false_alarm_is_never_likelier_than_promised),
	};

	return RUN_TESTS(tests);
}
