#include "test.h"

#include <unistd.h>

#include "base/progress.h"

static int calls, ends;
static int64_t last_done;

static void listen(const char *what, int64_t done, int64_t total)
{
	assert_int_equal(total, 100);
	if (what)
		calls++;
	else
		ends++;
	last_done = done;
}

static int fresh(void **state)
{
	(void)state;
	calls = ends = 0;
	progress_listen(listen);
	return 0;
}

static int quiet(void **state)
{
	(void)state;
	progress_end();
	progress_listen(NULL);
	return 0;
}

static void short_work_is_not_shown(void **state)
{
	(void)state;
	progress_begin("kort", 100);
	progress_step(50);
	progress_end();
	assert_int_equal(calls, 0);
	assert_int_equal(ends, 0);
}

static void long_work_is_shown_and_taken_away_again(void **state)
{
	(void)state;
	progress_begin("lang", 100);
	usleep(1100000);
	progress_step(30);
	progress_step(10); /* too soon after the first */
	assert_int_equal(calls, 1);
	assert_int_equal(last_done, 30);
	progress_end();
	assert_int_equal(ends, 1);
	progress_end();
	assert_int_equal(ends, 1);
}

static void more_than_there_is_stays_at_all(void **state)
{
	(void)state;
	progress_begin("lang", 100);
	usleep(1100000);
	progress_step(500);
	assert_int_equal(last_done, 100);
}

static void a_step_in_no_work_is_harmless(void **state)
{
	(void)state;
	progress_step(5);
	progress_begin("niets", 0);
	progress_step(5);
	assert_int_equal(calls, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(short_work_is_not_shown, fresh, quiet),
		cmocka_unit_test_setup_teardown(long_work_is_shown_and_taken_away_again, fresh, quiet),
		cmocka_unit_test_setup_teardown(more_than_there_is_stays_at_all, fresh, quiet),
		cmocka_unit_test_setup_teardown(a_step_in_no_work_is_harmless, fresh, quiet),
	};

	return RUN_TESTS(tests);
}
