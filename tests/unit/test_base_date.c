#include "test.h"

#include "base/date.h"

static struct err err = ERR_INIT;

static struct date day(const char *text)
{
	struct date d = DATE_NONE;

	assert_done(date_parse_iso(text, &d, &err));
	return d;
}

static void assert_date(struct date d, int year, int month, int dag)
{
	assert_int_equal(d.year, year);
	assert_int_equal(d.month, month);
	assert_int_equal(d.day, dag);
}

static void leap_years_follow_the_gregorian_rule(void **state)
{
	(void)state;
	assert_int_equal(date_days_in_month(1900, 2), 28);
	assert_int_equal(date_days_in_month(2000, 2), 29);
	assert_int_equal(date_days_in_month(2024, 2), 29);
	assert_int_equal(date_days_in_month(2025, 2), 28);
	assert_int_equal(date_days_in_month(2100, 2), 28);
	assert_int_equal(date_days_in_month(2025, 12), 31);
	assert_int_equal(date_days_in_month(2025, 0), 0);
	assert_int_equal(date_days_in_month(2025, 13), 0);
}

static void only_days_that_exist_are_valid(void **state)
{
	(void)state;
	assert_true(date_valid(2024, 2, 29));
	assert_false(date_valid(2025, 2, 29));
	assert_false(date_valid(2025, 4, 31));
	assert_false(date_valid(2025, 4, 0));
	assert_false(date_valid(2025, 13, 1));
	assert_false(date_valid(2025, 0, 1));
	assert_true(date_valid(1900, 1, 1));
	assert_true(date_valid(2200, 12, 31));
	assert_false(date_valid(1899, 12, 31));
	assert_false(date_valid(2201, 1, 1));
}

static void days_are_counted_from_1970(void **state)
{
	(void)state;
	assert_int_equal(date_to_days((struct date){1970, 1, 1}), 0);
	assert_int_equal(date_to_days((struct date){1969, 12, 31}), -1);
	assert_int_equal(date_to_days((struct date){2000, 3, 1}), 11017);
	assert_int_equal(date_to_days((struct date){2026, 6, 30}), 20634);
	assert_date(date_from_days(20634), 2026, 6, 30);
}

static void every_day_of_three_centuries_follows_the_one_before(void **state)
{
	struct date d = {1900, 1, 1};

	(void)state;
	for (int64_t n = date_to_days(d); d.year <= 2200; n++) {
		struct date back = date_from_days(n);

		assert_date(back, d.year, d.month, d.day);
		assert_int_equal(date_to_days(d), n);
		if (++d.day > date_days_in_month(d.year, d.month)) {
			d.day = 1;
			if (++d.month > 12) {
				d.month = 1;
				d.year++;
			}
		}
	}
}

static void adding_days_crosses_months_and_years(void **state)
{
	(void)state;
	assert_date(date_add_days(day("2023-12-31"), 60), 2024, 2, 29);
	assert_date(date_add_days(day("2024-03-01"), -1), 2024, 2, 29);
	assert_date(date_add_days(day("2024-03-01"), 0), 2024, 3, 1);
}

static void what_falls_off_the_calendar_is_no_date(void **state)
{
	(void)state;
	assert_date(date_from_days(-719162), 1, 1, 1);
	assert_false(date_is_set(date_from_days(-719163)));
	assert_date(date_from_days(2932896), 9999, 12, 31);
	assert_false(date_is_set(date_from_days(2932897)));
	assert_false(date_is_set(date_from_days(INT64_MAX)));
	assert_false(date_is_set(date_from_days(INT64_MIN)));
	assert_false(date_is_set(date_add_days(day("2024-03-01"), INT64_MAX)));
	assert_false(date_is_set(date_add_days(DATE_NONE, 1)));
	assert_true(date_is_set(day("2024-03-01")));
}

static void dates_compare_by_year_month_day(void **state)
{
	(void)state;
	assert_int_equal(date_cmp(day("2024-03-01"), day("2024-03-01")), 0);
	assert_int_equal(date_cmp(day("2023-12-31"), day("2024-01-01")), -1);
	assert_int_equal(date_cmp(day("2024-01-01"), day("2023-12-31")), 1);
	assert_int_equal(date_cmp(day("2024-02-28"), day("2024-03-01")), -1);
	assert_int_equal(date_cmp(day("2024-03-01"), day("2024-02-28")), 1);
	assert_int_equal(date_cmp(day("2024-03-01"), day("2024-03-02")), -1);
	assert_int_equal(date_cmp(day("2024-03-02"), day("2024-03-01")), 1);
	assert_int_equal(date_cmp(DATE_NONE, day("1900-01-01")), -1);
}

static void only_jjjj_mm_dd_is_read(void **state)
{
	static const char *const bad[] = {"", "2", "2026", "2026-", "2026-0", "2026-06", "2026-06-",
		"2026-06-3", "2026-06-301", "2026-06-30 ", " 2026-06-30", "2026-6-30", "26-06-30",
		"2026/06/30", "2026-06/30", "30-06-2026", "2026-06-31", "2025-02-29", "2026-13-01",
		"2026-00-10", "1899-12-31", "2201-01-01", "0000-00-00", "2026-06-3x", "202x-06-30",
		"2026-x6-30", "20260630"};
	struct date d = {1999, 9, 9};

	(void)state;
	assert_date(day("2026-06-30"), 2026, 6, 30);
	assert_date(day("2024-02-29"), 2024, 2, 29);
	for (size_t i = 0; i < ARRAY_LEN(bad); i++)
		assert_refused(date_parse_iso(bad[i], &d, &err), "' is geen datum (jjjj-mm-dd).");
	assert_date(d, 1999, 9, 9);
	assert_int_equal(date_parse_iso("gisteren", &d, &err), -1);
	assert_string_equal(err.text, "'gisteren' is geen datum (jjjj-mm-dd).");
	assert_int_equal(err.kind, ERR_DATA);
	err_release(&err);
}

static void dates_print_for_machines_and_for_readers(void **state)
{
	struct str s = STR_INIT;

	(void)state;
	date_add_iso(&s, day("2026-06-05"));
	str_add(&s, "|");
	date_add_dutch(&s, day("2026-06-05"));
	str_add(&s, "|");
	date_add_dutch(&s, day("2025-12-31"));
	str_add(&s, "|");
	date_add_iso(&s, DATE_NONE);
	date_add_dutch(&s, DATE_NONE);
	assert_string_equal(str_text(&s), "2026-06-05|5 juni 2026|31 december 2025|");
	str_release(&s);
}

static void seconds_become_the_day_they_fall_in(void **state)
{
	(void)state;
	assert_date(date_from_unix(0), 1970, 1, 1);
	assert_date(date_from_unix(86399), 1970, 1, 1);
	assert_date(date_from_unix(86400), 1970, 1, 2);
	assert_date(date_from_unix(-1), 1969, 12, 31);
	assert_date(date_from_unix(-86400), 1969, 12, 31);
	assert_date(date_from_unix(1782777600), 2026, 6, 30);
	assert_false(date_is_set(date_from_unix(INT64_MAX)));
	assert_false(date_is_set(date_from_unix(INT64_MIN)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(leap_years_follow_the_gregorian_rule),
		cmocka_unit_test(only_days_that_exist_are_valid),
		cmocka_unit_test(days_are_counted_from_1970),
		cmocka_unit_test(every_day_of_three_centuries_follows_the_one_before),
		cmocka_unit_test(adding_days_crosses_months_and_years),
		cmocka_unit_test(what_falls_off_the_calendar_is_no_date),
		cmocka_unit_test(dates_compare_by_year_month_day),
		cmocka_unit_test(only_jjjj_mm_dd_is_read),
		cmocka_unit_test(dates_print_for_machines_and_for_readers),
		cmocka_unit_test(seconds_become_the_day_they_fall_in),
	};

	return RUN_TESTS(tests);
}
