#include "test.h"

#include "base/pool.h"

static void what_a_pool_gave_lives_until_the_pool_goes(void **state)
{
	struct pool pool = {NULL, 0, 0};
	const char *first = pool_dup(&pool, "eerste");
	int *numbers;

	(void)state;
	for (int i = 0; i < 100; i++)
		assert_string_equal(pool_dup(&pool, "meer"), "meer");
	numbers = pool_new(&pool, 3, sizeof(*numbers));
	assert_int_equal(numbers[0] + numbers[1] + numbers[2], 0);
	assert_string_equal(first, "eerste");
	pool_release(&pool);
	assert_int_equal(pool.count, 0);
}

static void no_text_stays_no_text_and_an_empty_pool_can_be_released_and_used_again(void **state)
{
	struct pool pool = {NULL, 0, 0};

	(void)state;
	assert_null(pool_dup(&pool, NULL));
	pool_release(&pool);
	pool_release(&pool);
	assert_string_equal(pool_dup(&pool, "weer"), "weer");
	pool_release(&pool);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_a_pool_gave_lives_until_the_pool_goes),
		cmocka_unit_test(
			no_text_stays_no_text_and_an_empty_pool_can_be_released_and_used_again),
	};

	return RUN_TESTS(tests);
}
