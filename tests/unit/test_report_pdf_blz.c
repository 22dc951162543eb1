#include "test.h"

#include "report/pdf_blz.h"

static const char said[] = "Page  Destination                 Name\n"
			   "   1 [ XYZ    0  842 null      ] \"inhoud\"\n"
			   "  12 [ XYZ    0  834 null      ] \"kloof\"\n"
			   "   0 [ XYZ    0  834 null      ] \"nergens\"\n"
			   "   3 [ XYZ    0  834 null      ] \"\"\n"
			   "  14 [ Fit ] \"zonder einde";

static void only_lines_with_a_page_and_a_name_count(void **state)
{
	struct blz_list list = {0};

	(void)state;
	blz_parse(&list, said);
	assert_int_equal(list.count, 2);
	assert_string_equal(list.item[1].id, "kloof");
	assert_int_equal(list.item[1].nr, 12);
	blz_release(&list);
}

static void a_number_comes_where_it_is_asked_and_nowhere_else(void **state)
{
	struct blz_list list = {0};
	struct str html = STR_INIT, out = STR_INIT;

	(void)state;
	blz_parse(&list, said);
	str_add(&html, "<p data-x=\"kloof\"></p><span class=\"blz\" data-blz=\"kloof\"></span>, "
		       "<span class=\"blz\" data-blz=\"klo\"></span>");
	assert_true(blz_asked(&html));
	blz_fill(&out, &html, &list);
	assert_string_equal(str_text(&out), "<p data-x=\"kloof\"></p><span class=\"blz\" data-blz=\"kloof\">12</span>, "
					    "<span class=\"blz\" data-blz=\"klo\"></span>");
	str_release(&html);
	str_release(&out);
	blz_release(&list);
}

static void two_readings_are_equal_when_every_place_is(void **state)
{
	struct blz_list one = {0}, two = {0};

	(void)state;
	blz_parse(&one, said);
	blz_parse(&two, said);
	assert_true(blz_equal(&one, &two));
	two.item[1].nr = 13;
	assert_false(blz_equal(&one, &two));
	blz_release(&one);
	blz_release(&two);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_lines_with_a_page_and_a_name_count),
		cmocka_unit_test(a_number_comes_where_it_is_asked_and_nowhere_else),
		cmocka_unit_test(two_readings_are_equal_when_every_place_is),
	};

	return RUN_TESTS(tests);
}
