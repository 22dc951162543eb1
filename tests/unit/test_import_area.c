#include "test.h"

#include "import/area.h"

#include "import_fixture.h"
#include "profile_fixture.h"

static struct gebied_list areas;
static struct import_def *def;

static const char columns[] =
	"{\"naam\":\"wijk\",\"type\":\"gebied\",\"verplicht\":true,\"niveau\":\"wijk\",\"onbekend_toegestaan\":[\"Onbekend\",\"Buiten gemeente\"]}," /* 0 */
	PROFILE_KWARTAAL "," PROFILE_AANTAL
	",{\"naam\":\"gm\",\"type\":\"gebied\",\"verplicht\":true,\"niveau\":\"gemeente\",\"voorvoegsel\":\"GM\",\"breedte\":4}" /* 3 */
	",{\"naam\":\"land\",\"type\":\"gebied\",\"verplicht\":true,\"niveau\":[\"gemeente\",\"wijk\",\"buurt\"],\"buiten_overslaan\":true}"
	",{\"naam\":\"oud\",\"type\":\"gebied\",\"verplicht\":true,\"niveau\":\"wijk\",\"indeling\":\"2024\"}"
	",{\"naam\":\"gemeente_of_wijk\",\"type\":\"gebied\",\"verplicht\":true,\"niveau\":[\"gemeente\",\"wijk\"]}";

static int read_area(int column, struct periode p, const char *text, struct area_hit *out, struct err *err)
{
	const struct area_vraag v = {def, &def->kolom[column], &areas, p};

	return area_read(&v, text, out, err);
}

/* Found as this code, with (part of) this message or none. */
static void is_area(int column, struct periode p, const char *text, const char *code, const char *melding)
{
	struct area_hit hit;
	struct err err = ERR_INIT;

	if (read_area(column, p, text, &hit, &err) < 0)
		print_error("%s: %s\n", text, err.text);
	assert_null(err.text);
	assert_int_equal(hit.soort, AREA_GEBIED);
	assert_string_equal(hit.gebied->code, code);
	if (melding)
		assert_non_null(strstr(hit.melding, melding));
	else
		assert_null(hit.melding);
	free(hit.melding);
}

static void no_area(int column, struct periode p, const char *text, const char *part, const char *advice)
{
	struct area_hit hit;
	struct err err = ERR_INIT;

	assert_int_equal(read_area(column, p, text, &hit, &err), -1);
	if (!strstr(err.text, part) || !strstr(err.advice, advice))
		print_error("%s: %s / %s\n", text, err.text, err.advice);
	assert_non_null(strstr(err.text, part));
	assert_non_null(strstr(err.advice, advice));
	err_release(&err);
}

static void skips(int column, const char *text)
{
	struct area_hit hit;
	struct err err = ERR_INIT;

	assert_ok(read_area(column, periode_kwartaal(2025, 3), text, &hit, &err));
	assert_int_equal(hit.soort, AREA_OVERSLAAN);
	assert_null(hit.gebied);
	assert_null(hit.melding);
}

static void names_and_codes_are_those_of_the_period(void **state)
{
	(void)state;
	is_area(0, periode_kwartaal(2025, 1), "Meerzicht", "WK063705", NULL);
	is_area(0, periode_kwartaal(2024, 4), "Meerzicht", "WK063701", NULL);
	is_area(0, periode_kwartaal(2025, 1), "WK063701", "WK063701", NULL);
	is_area(0, periode_dag((struct date){2024, 12, 31}), "Rokkeveen", "WK063705", NULL);
	no_area(0, periode_kwartaal(2025, 1), "Rokkeveen", "niet bekend als wijk van Zoetermeer", "CBS-code");
	no_area(0, periode_kwartaal(2025, 1), "WK063708", "bestaat niet in de indeling van 2025 (wel in die van 2024: Industriegebied)",
		"indeling die in de periode");
}

static void a_school_year_may_use_the_division_it_began_with(void **state)
{
	(void)state;
	is_area(0, periode_schooljaar(2024), "De Leyens", "WK063707", NULL);
	is_area(0, periode_schooljaar(2024), "Rokkeveen", "WK063705", NULL);
}

static void a_fixed_division_holds_in_every_period(void **state)
{
	(void)state;
	is_area(5, periode_kwartaal(2026, 1), "Rokkeveen", "WK063705", NULL);
	no_area(5, periode_kwartaal(2026, 1), "Dorp", "niet bekend", "gebied");
}

static void spellings_that_cannot_be_another_area_are_recognised_and_said(void **state)
{
	struct periode p = periode_kwartaal(2025, 3);

	(void)state;
	is_area(0, p, "meerzicht", "WK063705", NULL);
	is_area(0, p, "wk063705", "WK063705", "'wk063705' gelezen als WK063705 (Meerzicht).");
	is_area(0, p, "063705", "WK063705", "gelezen als");
	is_area(0, p, "63705", "WK063705", "gelezen als");
	is_area(0, p, "WK 0637 05", "WK063705", "gelezen als");
	is_area(0, p, "de-leyens", "WK063707", "'de-leyens' gelezen als De Leyens (WK063707).");
	is_area(3, p, "0637", "GM0637", NULL);
	is_area(3, p, "637", "GM0637", "'637' gelezen als GM0637 (Zoetermeer).");
	is_area(3, p, "GM0637", "GM0637", NULL);
	is_area(3, p, "Zoetermeer", "GM0637", NULL);
}

static void totals_and_rest_areas_are_no_wijk(void **state)
{
	struct periode p = periode_kwartaal(2025, 3);
	struct area_hit hit;
	struct err err = ERR_INIT;

	(void)state;
	assert_ok(read_area(0, p, "TOTAAL", &hit, &err));
	assert_int_equal(hit.soort, AREA_TOTAAL);
	assert_string_equal(hit.gebied->code, "GM0637");
	is_area(0, p, "onbekend", "GM0637-ONBEKEND", NULL);
	is_area(0, p, "Buiten gemeente", "GM0637-BUITEN", NULL);
	no_area(5, p, "Onbekend", "niet bekend", "gebied");
}

static void what_an_area_cannot_be_is_said(void **state)
{
	struct periode p = periode_kwartaal(2025, 3);

	(void)state;
	no_area(0, p, "WK054601", "'WK054601' hoort bij gemeente Leiden, niet bij Zoetermeer (GM0637).", "alleen de gebieden van Zoetermeer");
	no_area(0, p, "WK999901", "hoort bij gemeente GM9999", "alleen");
	no_area(0, p, "BU06370501", "is de code van een buurt; hier hoort een wijk", "Meerzicht-West ligt in GM0637");
	no_area(0, p, "BU06379999", "is de code van een buurt; hier hoort een wijk", "niveau dat het profiel noemt");
	no_area(0, p, "GM0637", "is de code van een gemeente; hier hoort een wijk", "niveau");
	no_area(6, p, "BU06370501", "hier hoort een gemeente of een wijk", "ligt in");
	no_area(0, p, "Meerzigt", "niet bekend als wijk", "Bedoelt u Meerzicht (WK063705)?");
	no_area(0, p, "WK06370O", "niet bekend als wijk", "gebied");
	no_area(0, p, "1234567", "niet bekend als wijk", "gebied");
	no_area(0, p, "12345678901234", "niet bekend als wijk", "gebied");
	no_area(3, p, "0546", "'0546' is gemeente Leiden; deze werkmap is van Zoetermeer.", "werkmap van die gemeente");
	no_area(3, p, "9999", "hoort bij gemeente GM9999", "alleen");
}

static void national_files_skip_what_is_not_ours(void **state)
{
	struct periode p = periode_kwartaal(2025, 3);

	(void)state;
	is_area(4, p, "GM0637", "GM0637", NULL);
	is_area(4, p, "WK063705", "WK063705", NULL);
	is_area(4, p, "BU06370501", "BU06370501", NULL);
	skips(4, "GM0363");
	skips(4, "GM0546");
	skips(4, "WK036300");
	skips(4, "BU03630000");
	skips(4, "Amsterdam");
	no_area(4, p, "WK063708", "bestaat niet in de indeling van 2025", "indeling");
}

/* What Heerenveen calls a wijk is a buurt of CBS. */
static void the_list_decides_what_a_level_is(void **state)
{
	struct gebied_list own = {0};
	const struct area_vraag v = {def, &def->kolom[0], &own, periode_kwartaal(2025, 3)};
	struct area_hit hit;
	struct err err = ERR_INIT;

	(void)state;
	add_area(&own, "GM0074", "Heerenveen", "gemeente", "", (struct date){2000, 1, 1}, DATE_NONE, true, false);
	add_area(&own, "BU00740101", "Jubbega", "wijk", "2024", (struct date){2000, 1, 1}, DATE_NONE, true, false);
	gebied_list_sort(&own);
	assert_ok(area_read(&v, "BU00740101", &hit, &err));
	assert_string_equal(hit.gebied->naam, "Jubbega");
	assert_ok(area_read(&v, "00740101", &hit, &err));
	assert_string_equal(hit.gebied->naam, "Jubbega");
	free(hit.melding);
	gebied_list_release(&own);
}

static void without_a_period_any_valid_area_will_do(void **state)
{
	(void)state;
	is_area(0, (struct periode){.soort = PERIODE_GEEN}, "Rokkeveen", "WK063705", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_and_codes_are_those_of_the_period),
		cmocka_unit_test(a_school_year_may_use_the_division_it_began_with),
		cmocka_unit_test(a_fixed_division_holds_in_every_period),
		cmocka_unit_test(spellings_that_cannot_be_another_area_are_recognised_and_said),
		cmocka_unit_test(totals_and_rest_areas_are_no_wijk),
		cmocka_unit_test(what_an_area_cannot_be_is_said),
		cmocka_unit_test(national_files_skip_what_is_not_ours),
		cmocka_unit_test(the_list_decides_what_a_level_is),
		cmocka_unit_test(without_a_period_any_valid_area_will_do),
	};
	int failed;

	add_areas(&areas);
	def = profile_of("aantallen", columns, "[\"wijk\",\"kwartaal\"],",
		",\"totaalrijen\":{\"waarden\":[\"Gemeente\",\"Totaal\"],\"gebruik\":\"controle\"}");
	failed = RUN_TESTS(tests);
	import_def_free(def);
	gebied_list_release(&areas);
	return failed;
}
