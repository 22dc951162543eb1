#include "test.h"

#include "base/csvuit.h"

static void one_row(struct str *s, enum csv_dialect dialect)
{
	struct csvuit c;

	csvuit_init(&c, s, dialect);
	csvuit_text(&c, "Dorp; \"oud\", wijk");
	csvuit_text(&c, "=1+1");
	csvuit_text(&c, NULL);
	csvuit_int(&c, -12345);
	csvuit_decimal(&c, (struct decimal){-5, 1});
	csvuit_decimal(&c, (struct decimal){INT64_MIN, 0});
	csvuit_double(&c, 90.909090909090907);
	csvuit_end_row(&c);
}

static void a_dutch_spreadsheet_gets_its_dialect(void **state)
{
	struct str s = STR_INIT;

	(void)state;
	one_row(&s, CSV_EXCEL);
	assert_string_equal(str_text(&s), "\xef\xbb\xbf\"Dorp; \"\"oud\"\", wijk\";\"'=1+1\";;-12345;-0,5;"
					  "-9223372036854775808;90,9090909090909\r\n");
	str_release(&s);
}

static void other_programs_get_points_and_commas(void **state)
{
	struct str s = STR_INIT;

	(void)state;
	one_row(&s, CSV_INTERNATIONAAL);
	assert_string_equal(str_text(&s), "\"Dorp; \"\"oud\"\", wijk\",\"'=1+1\",,-12345,-0.5,"
					  "-9223372036854775808,90.9090909090909\r\n");
	str_release(&s);
}

static void a_pipe_gets_no_mark_and_plain_line_ends(void **state)
{
	struct str s = STR_INIT;
	struct csvuit c;

	(void)state;
	csvuit_init(&c, &s, CSV_PIJP);
	csvuit_text(&c, "a");
	csvuit_text(&c, "-1");
	csvuit_end_row(&c);
	assert_string_equal(str_text(&s), "a;\"'-1\"\n");
	str_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_dutch_spreadsheet_gets_its_dialect),
		cmocka_unit_test(other_programs_get_points_and_commas),
		cmocka_unit_test(a_pipe_gets_no_mark_and_plain_line_ends),
	};
	return RUN_TESTS(tests);
}
