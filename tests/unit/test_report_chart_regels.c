#include "test.h"

#include "report/chart_regels.h"

/* The lines with "|" between them. */
static void lines_are(const char *text, size_t most, bool whole, const char *expected)
{
	struct chart_regels r;
	char all[256] = "";

	assert_int_equal(chart_regels(&r, text, most), whole);
	for (size_t i = 0; i < r.count; i++) {
		if (i > 0)
			strcat(all, "|");
		strcat(all, r.regel[i]);
	}
	assert_string_equal(all, expected);
	chart_regels_release(&r);
}

static void what_fits_stays_on_one_line(void **state)
{
	(void)state;
	lines_are("", 11, true, "");
	lines_are("Palenstein", 11, true, "Palenstein");
	lines_are("afgeschermd", 11, true, "afgeschermd");
}

static void a_line_breaks_at_a_space_and_behind_a_hyphen(void **state)
{
	(void)state;
	lines_are("Buytenwegh de Leyens", 11, true, "Buytenwegh|de Leyens");
	lines_are("Binnenstad-Zuid", 11, true, "Binnenstad-|Zuid");
	lines_are("te weinig kinderen", 11, true, "te weinig|kinderen");
	lines_are("Bos- en Gasthuisdistrict", 11, true, "Bos- en|Gasthuis-|district");
}

static void a_compound_breaks_before_its_last_part(void **state)
{
	(void)state;
	lines_are("Ontwikkelwijk", 11, true, "Ontwikkel-|wijk");
	lines_are("Driemanspolder", 11, true, "Driemans-|polder");
	lines_are("Merenwijkdistrict", 11, true, "Merenwijk-|district");
}

static void the_hyphen_needs_room_too(void **state)
{
	(void)state;
	lines_are("Roodenburgerdistrict", 13, true, "Roodenburger-|district");
	lines_are("Roodenburgerdistrict", 12, false, "Roodenburger|district");
}

static void nothing_is_lost_of_a_word_that_does_not_fit(void **state)
{
	(void)state;
	lines_are("Hoornsterzwaag", 8, false, "Hoornste|rzwaag");
	lines_are("Nijbrêgé😀x", 4, false, "Nijb|rêgé|😀x");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_fits_stays_on_one_line),
		cmocka_unit_test(a_line_breaks_at_a_space_and_behind_a_hyphen),
		cmocka_unit_test(a_compound_breaks_before_its_last_part),
		cmocka_unit_test(the_hyphen_needs_room_too),
		cmocka_unit_test(nothing_is_lost_of_a_word_that_does_not_fit),
	};

	return RUN_TESTS(tests);
}
