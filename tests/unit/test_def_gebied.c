/* Areas as Zoetermeer has them: codes used again in a later division. All names are fictional
 * (fictief). */
#include "test.h"

#include "base/mem.h"
#include "def/gebied.h"

static const struct date in_2024 = {2024, 6, 30}, in_2026 = {2026, 6, 30};

static void add(struct gebied_list *list, const char *code, const char *indeling,
	const char *niveau, const char *naam, struct date vanaf, struct date tot, const char *alias)
{
	char *aliases[] = {mem_dup(alias)};
	struct gebied g = {.code = mem_dup(code),
		.naam = mem_dup(naam),
		.niveau = mem_dup(niveau),
		.indeling = mem_dup(indeling),
		.alias = aliases,
		.alias_count = alias ? 1 : 0,
		.vanaf = vanaf,
		.tot = tot,
		.eigen = strncmp(code, "GM0001", 6) != 0};

	g.id = (int64_t)list->count + 1;
	gebied_list_add(list, &g);
	free(g.code);
	free(g.naam);
	free(g.niveau);
	free(g.indeling);
	free(aliases[0]);
}

static int setup(void **state)
{
	static const struct date old_from = {2010, 1, 1}, old_to = {2024, 12, 31},
				 new_from = {2025, 1, 1};
	struct gebied_list *list = mem_new(1, sizeof(*list));

	/* added in an order of no meaning */
	add(list, "GM9999-BUITEN", "", "buiten", "Buiten gemeente", DATE_NONE, DATE_NONE, NULL);
	add(list, "WK999902", "2025", "wijk", "Weidewijk", new_from, DATE_NONE, "De Weide");
	add(list, "WK999901", "2025", "wijk", "Oeverwijk", new_from, DATE_NONE, "Wijk 01 Oever");
	add(list, "BU99990101", "2025", "buurt", "Oeverwijk-Noord", new_from, DATE_NONE, NULL);
	add(list, "WK999901", "2010", "wijk", "Centrum", old_from, old_to, NULL);
	add(list, "WK999902", "2010", "wijk", "Oeverwijk", old_from, old_to, "Oever");
	add(list, "GM9999-ONBEKEND", "", "onbekend", "Wijk onbekend", DATE_NONE, DATE_NONE,
		"Onbekend");
	add(list, "GM9999", "", "gemeente", "Fictiedam", DATE_NONE, DATE_NONE, "Gemeente");
	add(list, "GM0001", "", "gemeente", "Buurstad", DATE_NONE, DATE_NONE, NULL);
	gebied_list_sort(list);
	*state = list;
	return 0;
}

static int teardown(void **state)
{
	gebied_list_release(*state);
	free(*state);
	return 0;
}

static const char *code_in(const struct gebied *g)
{
	static struct str s;

	str_release(&s);
	if (!g)
		return "-";
	str_add_f(&s, "%s/%s", g->code, g->indeling);
	return str_text(&s);
}

static void the_list_has_one_order_whatever_the_order_of_adding(void **state)
{
	static const char *const order[] = {"GM0001/", "GM9999/", "WK999901/2010", "WK999902/2010",
		"WK999901/2025", "WK999902/2025", "BU99990101/2025", "GM9999-ONBEKEND/",
		"GM9999-BUITEN/"};
	const struct gebied_list *list = *state;

	assert_int_equal(list->count, ARRAY_LEN(order));
	for (size_t i = 0; i < list->count; i++)
		assert_string_equal(code_in(&list->item[i]), order[i]);
}

static void a_code_used_again_is_another_wijk_on_another_day(void **state)
{
	assert_string_equal(gebied_by_code(*state, "wijk", "WK999901", in_2024)->naam, "Centrum");
	assert_string_equal(gebied_by_code(*state, "wijk", "WK999901", in_2026)->naam, "Oeverwijk");
	assert_null(gebied_by_code(*state, "wijk", "WK999901", (struct date){2009, 12, 31}));
	assert_null(gebied_by_code(*state, "buurt", "WK999901", in_2026));
	assert_null(gebied_by_code(*state, "wijk", "WK999903", in_2026));
}

static void an_area_is_valid_on_its_first_and_last_day(void **state)
{
	const struct gebied *g = gebied_by_code(*state, "wijk", "WK999901", in_2024);

	assert_true(gebied_valid_on(g, (struct date){2010, 1, 1}));
	assert_true(gebied_valid_on(g, (struct date){2024, 12, 31}));
	assert_false(gebied_valid_on(g, (struct date){2009, 12, 31}));
	assert_false(gebied_valid_on(g, (struct date){2025, 1, 1}));
	assert_true(gebied_valid_on(g, DATE_NONE));
}

static void without_a_day_the_newest_division_is_meant(void **state)
{
	assert_string_equal(
		code_in(gebied_by_code(*state, "wijk", "WK999901", DATE_NONE)), "WK999901/2025");
	assert_string_equal(
		code_in(gebied_by_name(*state, "wijk", "Centrum", DATE_NONE)), "WK999901/2010");
}

static void a_name_finds_the_wijk_that_bore_it_on_that_day(void **state)
{
	assert_string_equal(
		code_in(gebied_by_name(*state, "wijk", "Oeverwijk", in_2024)), "WK999902/2010");
	assert_string_equal(
		code_in(gebied_by_name(*state, "wijk", "Oeverwijk", in_2026)), "WK999901/2025");
	assert_string_equal(code_in(gebied_by_name(*state, "wijk", "  oeverWIJK\xc2\xa0", in_2026)),
		"WK999901/2025");
	assert_string_equal(
		code_in(gebied_by_name(*state, "wijk", "de  weide", in_2026)), "WK999902/2025");
	assert_string_equal(code_in(gebied_by_name(*state, "onbekend", "Onbekend", in_2026)),
		"GM9999-ONBEKEND/");
	assert_null(gebied_by_name(*state, "wijk", "Centrum", in_2026));
	assert_null(gebied_by_name(*state, "wijk", "", in_2026));
	assert_null(gebied_by_name(*state, "wijk", "Oever wijk", in_2026));
}

static void a_user_may_type_code_name_or_alias(void **state)
{
	assert_string_equal(
		code_in(gebied_find(*state, NULL, "wk999902", in_2026)), "WK999902/2025");
	assert_string_equal(
		code_in(gebied_find(*state, NULL, " WK999902 ", in_2026)), "WK999902/2025");
	assert_string_equal(code_in(gebied_find(*state, NULL, "fictiedam", in_2026)), "GM9999/");
	assert_string_equal(code_in(gebied_find(*state, NULL, "Gemeente", in_2026)), "GM9999/");
	assert_string_equal(
		code_in(gebied_find(*state, NULL, "wijk 01 oever", in_2026)), "WK999901/2025");
	assert_string_equal(
		code_in(gebied_find(*state, NULL, "bu99990101", in_2026)), "BU99990101/2025");
	assert_null(gebied_find(*state, NULL, "Oever", in_2026)); /* an alias of 2010 only */
	assert_null(gebied_find(*state, NULL, "", in_2026));
}

static void any_level_means_what_is_on_the_map(void **state)
{
	assert_null(gebied_find(*state, NULL, "Wijk onbekend", in_2026));
	assert_null(gebied_by_code(*state, NULL, "GM9999-BUITEN", in_2026));
	assert_non_null(gebied_by_code(*state, "buiten", "GM9999-BUITEN", in_2026));
}

static void a_slip_of_the_pen_gets_a_suggestion(void **state)
{
	assert_string_equal(
		code_in(gebied_nearest(*state, "wijk", "Oeverwijck", in_2026)), "WK999901/2025");
	assert_string_equal(
		code_in(gebied_nearest(*state, "wijk", "Wiedewijk", in_2026)), "WK999902/2025");
	assert_string_equal(code_in(gebied_nearest(*state, "wijk", "o\xc3\xabver-wijk", in_2026)),
		"WK999901/2025");
	assert_string_equal(code_in(gebied_nearest(*state, NULL, "Fictidam", in_2026)), "GM9999/");
	assert_string_equal(
		code_in(gebied_nearest(*state, "wijk", "999902", in_2026)), "WK999902/2025");
	assert_string_equal(
		code_in(gebied_nearest(*state, "wijk", "99902", in_2026)), "WK999902/2025");
	assert_string_equal(
		code_in(gebied_nearest(*state, "wijk", "wijk 1 oever", in_2026)), "WK999901/2025");
	assert_string_equal(
		code_in(gebied_nearest(*state, "wijk", "WK99902", in_2026)), "WK999902/2025");
	assert_null(gebied_nearest(*state, "wijk", "Bosrand", in_2026));
	assert_null(gebied_nearest(*state, "wijk", "", in_2026));
	assert_null(
		gebied_nearest(*state, "wijk", "902", in_2026)); /* too few digits to guess from */
}

static void the_own_gemeente_and_its_division_are_known(void **state)
{
	struct gebied_list empty = {NULL, 0, 0};

	assert_string_equal(gebied_own(*state)->code, "GM9999");
	assert_string_equal(gebied_indeling(*state, "wijk", in_2024), "2010");
	assert_string_equal(gebied_indeling(*state, "wijk", in_2026), "2025");
	assert_null(gebied_indeling(*state, "wijk", (struct date){2000, 1, 1}));
	assert_null(gebied_own(&empty));
	assert_null(gebied_by_id(&empty, 1));
	gebied_list_sort(&empty);
}

static void an_id_finds_its_area(void **state)
{
	assert_string_equal(gebied_by_id(*state, 8)->code, "GM9999");
	assert_null(gebied_by_id(*state, 99));
}

static void the_list_owns_copies(void **state)
{
	const struct gebied *g = gebied_by_code(*state, "wijk", "WK999902", in_2026);
	struct gebied_list other = {NULL, 0, 0};

	gebied_list_add(&other, g);
	assert_ptr_not_equal(other.item[0].naam, g->naam);
	assert_ptr_not_equal(other.item[0].alias[0], g->alias[0]);
	assert_string_equal(other.item[0].alias[0], "De Weide");
	assert_int_equal(other.item[0].id, g->id);
	gebied_list_release(&other);
	assert_int_equal(other.count, 0);
}

#define WITH_LIST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_LIST(the_list_has_one_order_whatever_the_order_of_adding),
		WITH_LIST(a_code_used_again_is_another_wijk_on_another_day),
		WITH_LIST(an_area_is_valid_on_its_first_and_last_day),
		WITH_LIST(without_a_day_the_newest_division_is_meant),
		WITH_LIST(a_name_finds_the_wijk_that_bore_it_on_that_day),
		WITH_LIST(a_user_may_type_code_name_or_alias),
		WITH_LIST(any_level_means_what_is_on_the_map),
		WITH_LIST(a_slip_of_the_pen_gets_a_suggestion),
		WITH_LIST(the_own_gemeente_and_its_division_are_known),
		WITH_LIST(an_id_finds_its_area),
		WITH_LIST(the_list_owns_copies),
	};

	return RUN_TESTS(tests);
}
