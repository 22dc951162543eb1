#include "test.h"

#include "cli/table.h"

static void columns_are_as_wide_as_a_reader_sees(void **state)
{
	struct table t = {0};
	struct str s = STR_INIT;

	(void)state;
	table_column(&t, "wijk", TABLE_LEFT);
	table_column(&t, "aantal", TABLE_RIGHT);
	table_cell(&t, "Curaçao"); /* two bytes, one column */
	table_cell(&t, "5");
	table_cell(&t, "A12-ZONE");
	table_cell(&t, "10.785");
	table_add_text(&s, &t, 2);
	assert_string_equal(str_text(&s), "  wijk      aantal\n"
					  "  ────────  ──────\n"
					  "  Curaçao        5\n"
					  "  A12-ZONE  10.785\n");
	str_release(&s);
	table_release(&t);
}

static void an_empty_column_is_left_out_and_no_line_ends_in_spaces(void **state)
{
	struct table t = {0};
	struct str s = STR_INIT;

	(void)state;
	table_column(&t, "nr", TABLE_RIGHT);
	table_column(&t, "leeg", TABLE_LEFT);
	table_column(&t, "opmerking", TABLE_LEFT);
	table_cell_nr(&t, 7);
	table_cell(&t, NULL);
	table_cell(&t, NULL);
	table_cell_nr(&t, 12);
	table_cell(&t, "");
	table_cell(&t, "vervangen");
	table_add_text(&s, &t, 0);
	assert_string_equal(str_text(&s), "nr  opmerking\n"
					  "──  ─────────\n"
					  " 7\n"
					  "12  vervangen\n");
	str_release(&s);
	table_release(&t);
}

static void a_table_without_rows_is_nothing(void **state)
{
	struct table t = {0};
	struct str s = STR_INIT;

	(void)state;
	table_column(&t, "nr", TABLE_RIGHT);
	table_add_text(&s, &t, 0);
	assert_int_equal(s.len, 0);
	table_release(&t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_are_as_wide_as_a_reader_sees),
		cmocka_unit_test(an_empty_column_is_left_out_and_no_line_ends_in_spaces),
		cmocka_unit_test(a_table_without_rows_is_nothing),
	};

	return RUN_TESTS(tests);
}
