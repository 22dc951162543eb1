#include "test.h"

#include "publish/simplex.h"

static const uint64_t plenty = 100000000;

/* x + y = 10, x - y = d with 0 <= x, y <= 8. */
static struct simplex *pair(int64_t d)
{
	struct simplex *s = simplex_new(2, 2, plenty);

	for (size_t v = 0; v < 2; v++) {
		simplex_set_bounds(s, v, 0, 8);
		simplex_set_term(s, 0, v, 1);
		simplex_set_term(s, 1, v, v ? -1 : 1);
	}
	simplex_set_right(s, 0, 10);
	simplex_set_right(s, 1, d);
	return s;
}

static void equations_that_leave_one_answer_give_it(void **state)
{
	struct simplex *s = pair(4);
	int64_t bound, low, high;

	(void)state;
	assert_int_equal(simplex_start(s), SIMPLEX_DONE);
	assert_int_equal(simplex_push(s, 0, 1, INT64_MAX, &bound), SIMPLEX_DONE);
	assert_int_equal(bound, 7);
	assert_int_equal(simplex_push(s, 0, -1, INT64_MIN, &bound), SIMPLEX_DONE);
	assert_int_equal(bound, 7);
	assert_true(simplex_seen(s, 1, &low, &high));
	assert_int_equal(low, 3);
	assert_int_equal(high, 3);
	simplex_free(s);
}

static void a_broken_answer_is_no_whole_solution(void **state)
{
	struct simplex *s = pair(3); /* x = 6.5 */
	int64_t bound, low, high;

	(void)state;
	assert_int_equal(simplex_start(s), SIMPLEX_DONE);
	assert_int_equal(simplex_push(s, 0, 1, INT64_MAX, &bound), SIMPLEX_DONE);
	assert_int_equal(bound, 6);
	assert_false(simplex_seen(s, 0, &low, &high));
	assert_int_equal(simplex_search(s, 0, 0, 8, 100), SIMPLEX_NONE);
	simplex_free(s);
}

static void bounds_that_exclude_every_answer_are_seen(void **state)
{
	struct simplex *s = pair(8); /* x = 9 */
	int64_t bound;

	(void)state;
	assert_int_equal(simplex_start(s), SIMPLEX_DONE);
	assert_int_equal(simplex_push(s, 0, 1, INT64_MAX, &bound), SIMPLEX_NONE);
	simplex_free(s);
}

static void equations_that_contradict_are_seen_at_the_start(void **state)
{
	struct simplex *s = simplex_new(2, 2, plenty);

	(void)state;
	for (size_t v = 0; v < 2; v++) {
		simplex_set_bounds(s, v, 0, 8);
		simplex_set_term(s, 0, v, 1);
		simplex_set_term(s, 1, v, 2);
	}
	simplex_set_right(s, 0, 5);
	simplex_set_right(s, 1, 11);
	assert_int_equal(simplex_start(s), SIMPLEX_NONE);
	simplex_free(s);
}

/* Numbers that outgrow 64 bits are refused, at the start or on the way, and stay refused. */
static void what_does_not_fit_is_said(void **state)
{
	struct simplex *s = simplex_new(4, 3, plenty);
	const int64_t big = INT64_C(1) << 40;
	enum simplex_status status;
	int64_t bound;

	(void)state;
	for (size_t v = 0; v < 4; v++)
		simplex_set_bounds(s, v, 0, INT64_C(1000000000));
	for (size_t r = 0; r < 3; r++)
		for (size_t v = 0; v < 4; v++)
			simplex_set_term(s, r, v, big + (int64_t)(7 * r * r + 13 * v * r + 3 * v * v + 1));
	status = simplex_start(s);
	assert_int_equal(status, SIMPLEX_OVERFLOW);
	assert_int_equal(simplex_push(s, 0, 1, INT64_MAX, &bound), SIMPLEX_OVERFLOW);
	assert_int_equal(simplex_search(s, 0, 0, 1, 10), SIMPLEX_OVERFLOW);
	simplex_free(s);
}

static void a_stop_is_enough(void **state)
{
	struct simplex *s = simplex_new(3, 1, plenty);
	int64_t bound, low, high;

	(void)state;
	for (size_t v = 0; v < 3; v++) {
		simplex_set_bounds(s, v, 0, 100);
		simplex_set_term(s, 0, v, 1);
	}
	simplex_set_right(s, 0, 100);
	assert_int_equal(simplex_start(s), SIMPLEX_DONE);
	assert_int_equal(simplex_push(s, 0, 1, 5, &bound), SIMPLEX_DONE);
	assert_true(simplex_seen(s, 0, &low, &high));
	assert_true(high >= 5);
	assert_int_equal(simplex_hold(s, 1, 30, 30), SIMPLEX_DONE);
	assert_false(simplex_seen(s, 0, &low, &high)); /* forgotten */
	assert_int_equal(simplex_push(s, 0, 1, INT64_MAX, &bound), SIMPLEX_DONE);
	assert_int_equal(bound, 70);
	simplex_free(s);
}

static void work_is_bounded(void **state)
{
	struct simplex *s = simplex_new(2, 1, 5);
	int64_t bound;

	(void)state;
	for (size_t v = 0; v < 2; v++) {
		simplex_set_bounds(s, v, 0, 9);
		simplex_set_term(s, 0, v, 1);
	}
	simplex_set_right(s, 0, 9);
	assert_int_equal(simplex_start(s), SIMPLEX_LIMIT);
	assert_int_equal(simplex_push(s, 0, 1, 9, &bound), SIMPLEX_LIMIT);
	simplex_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equations_that_leave_one_answer_give_it),
		cmocka_unit_test(a_broken_answer_is_no_whole_solution),
		cmocka_unit_test(bounds_that_exclude_every_answer_are_seen),
		cmocka_unit_test(equations_that_contradict_are_seen_at_the_start),
		cmocka_unit_test(what_does_not_fit_is_said),
		cmocka_unit_test(a_stop_is_enough),
		cmocka_unit_test(work_is_bounded),
	};

	return RUN_TESTS(tests);
}
