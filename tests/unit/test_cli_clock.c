#include "test.h"

#include "cli/clock.h"

static char *moment;
static struct date dag;
static struct err err = ERR_INIT;

static int forget(void **state)
{
	(void)state;
	free(moment);
	moment = NULL;
	unsetenv("SOURCE_DATE_EPOCH");
	return 0;
}

static void a_date_is_its_first_second(void **state)
{
	(void)state;
	assert_ok(clock_read("2026-07-21", &moment, &dag, &err));
	assert_string_equal(moment, "2026-07-21T00:00:00");
	assert_int_equal(dag.day, 21);
}

static void a_time_may_have_seconds(void **state)
{
	(void)state;
	assert_ok(clock_read("2026-07-21T09:30", &moment, &dag, &err));
	assert_string_equal(moment, "2026-07-21T09:30:00");
	free(moment);
	assert_ok(clock_read("2026-07-21T23:59:59", &moment, &dag, &err));
	assert_string_equal(moment, "2026-07-21T23:59:59");
}

static void what_is_no_moment_is_refused(void **state)
{
	static const char *const wrong[] = {"", "gisteren", "2026-02-30", "2026-07-21 09:30", "2026-07-21T24:00",
		"2026-07-21T9:30", "2026-07-21T09:60", "2026-07-21T09:30:5x", "2026-07-21T", "2026-07-21Tnu"};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++)
		assert_refused(clock_read(wrong[i], &moment, &dag, &err), "is geen datum of tijdstip");
}

static void the_epoch_is_in_utc(void **state)
{
	(void)state;
	setenv("SOURCE_DATE_EPOCH", "1784626200", 1);
	setenv("TZ", "Pacific/Auckland", 1);
	assert_ok(clock_read(NULL, &moment, &dag, &err));
	assert_string_equal(moment, "2026-07-21T09:30:00");
	unsetenv("TZ");
}

static void the_option_goes_before_the_epoch(void **state)
{
	(void)state;
	setenv("SOURCE_DATE_EPOCH", "0", 1);
	assert_ok(clock_read("2026-01-01", &moment, &dag, &err));
	assert_string_equal(moment, "2026-01-01T00:00:00");
}

static void an_epoch_that_is_no_number_is_refused(void **state)
{
	static const char *const wrong[] = {"-1", "morgen", "1.5", "99999999999999"};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		setenv("SOURCE_DATE_EPOCH", wrong[i], 1);
		assert_refused(clock_read(NULL, &moment, &dag, &err), "is geen aantal seconden");
	}
}

static void the_wall_clock_has_the_same_form(void **state)
{
	(void)state;
	assert_ok(clock_read(NULL, &moment, &dag, &err));
	assert_int_equal(strlen(moment), strlen("2026-07-21T09:30:00"));
	assert_true(date_is_set(dag));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(a_date_is_its_first_second, forget),
		cmocka_unit_test_teardown(a_time_may_have_seconds, forget),
		cmocka_unit_test_teardown(what_is_no_moment_is_refused, forget),
		cmocka_unit_test_teardown(the_epoch_is_in_utc, forget),
		cmocka_unit_test_teardown(the_option_goes_before_the_epoch, forget),
		cmocka_unit_test_teardown(an_epoch_that_is_no_number_is_refused, forget),
		cmocka_unit_test_teardown(the_wall_clock_has_the_same_form, forget),
	};

	return RUN_TESTS(tests);
}
