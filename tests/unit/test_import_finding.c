#include "test.h"

#include "import/finding.h"

static void a_finding_says_where_what_and_what_to_do(void **state)
{
	struct finding_list list = {0};
	char rule[] = "getal";
	const struct finding *f = finding_advise(
		finding_at(finding_add(&list, ERNST_FOUT, rule, 7, "'%s' is geen %s.", "82%", "aantal"), "deelnemers", 5), "Vul %d in.", 82);

	(void)state;
	rule[0] = 'x'; /* the list keeps its own copy */
	assert_string_equal(f->rule, "getal");
	assert_string_equal(f->text, "'82%' is geen aantal.");
	assert_string_equal(f->advice, "Vul 82 in.");
	assert_string_equal(f->column, "deelnemers");
	assert_int_equal(f->column_nr, 5);
	assert_int_equal(f->line, 7);
	assert_int_equal(list.fouten, 1);
	finding_advise(finding_at(&list.item[0], NULL, 0), "Anders.");
	assert_null(list.item[0].column);
	assert_string_equal(list.item[0].advice, "Anders.");
	finding_list_release(&list);
	assert_int_equal(list.count, 0);
}

static void ten_thousand_are_kept_and_all_are_counted(void **state)
{
	struct finding_list list = {0};

	(void)state;
	for (int i = 1; i <= 12000; i++)
		finding_advise(finding_at(finding_add(&list, i % 2 ? ERNST_FOUT : ERNST_WAARSCHUWING, "x", i, "nr %d", i), "k", 1), "a");
	(void)finding_add(&list, ERNST_MELDING, "y", 0, "m");
	assert_int_equal(list.count, 10000);
	assert_int_equal(list.fouten, 6000);
	assert_int_equal(list.waarschuwingen, 6000);
	assert_int_equal(list.item[9999].line, 10000);
	finding_list_release(&list);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_finding_says_where_what_and_what_to_do),
		cmocka_unit_test(ten_thousand_are_kept_and_all_are_counted),
	};

	return RUN_TESTS(tests);
}
