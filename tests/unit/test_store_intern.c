#include "test.h"

#include "base/mem.h"
#include "store/intern.h"

static void what_was_put_is_found_and_nothing_else(void **state)
{
	struct intern in = {NULL, 0, 0, 0};

	(void)state;
	assert_int_equal(intern_get(&in, "a"), 0);
	intern_put(&in, "a", 7);
	intern_put(&in, "", 8);
	assert_int_equal(intern_get(&in, "a"), 7);
	assert_int_equal(intern_get(&in, "a"), 7);
	assert_int_equal(intern_get(&in, ""), 8);
	assert_int_equal(intern_get(&in, "b"), 0);
	assert_int_equal(intern_get(&in, "a"), 7);
	intern_clear(&in);
	assert_int_equal(intern_get(&in, "a"), 0);
	intern_clear(&in);
}

static void many_texts_keep_their_own_ids(void **state)
{
	struct intern in = {NULL, 0, 0, 0};
	char text[40];

	(void)state;
	for (int i = 1; i <= 5000; i++) {
		snprintf(text, sizeof(text), "soort=kdv|groep=%d", i);
		assert_int_equal(intern_get(&in, text), 0);
		intern_put(&in, text, i);
	}
	for (int i = 1; i <= 5000; i++) {
		snprintf(text, sizeof(text), "soort=kdv|groep=%d", i);
		assert_int_equal(intern_get(&in, text), i);
	}
	intern_clear(&in);
}

/* What is forgotten is asked from the database again; what is remembered is right. */
static void memory_stays_bounded(void **state)
{
	struct intern in = {NULL, 0, 0, 0};
	char text[40];

	(void)state;
	for (int i = 1; i <= 300000; i++) {
		snprintf(text, sizeof(text), "%d", i);
		intern_put(&in, text, i);
		assert_true(in.room <= 1 << 18);
	}
	assert_int_equal(intern_get(&in, "1"), 0);
	assert_int_equal(intern_get(&in, "300000"), 300000);
	intern_clear(&in);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_put_is_found_and_nothing_else),
		cmocka_unit_test(many_texts_keep_their_own_ids),
		cmocka_unit_test(memory_stays_bounded),
	};

	return RUN_TESTS(tests);
}
