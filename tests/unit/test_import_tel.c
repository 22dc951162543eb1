/* Counting rows: of objects (schools, locations) and of children. A count that no row meets is 0, not unknown. */
#include "test.h"

#include "import_fixture.h"

/* The number of a maat in an area and kenmerk, -1 when there is none. */
static int64_t number(struct fixture *f, const char *bron, const char *code, const char *kenmerk, const char *maat)
{
	const struct stand now = {DATE_NONE, 0};
	struct waarneming_query *q;
	const struct waarneming *w;
	struct err err = ERR_INIT;
	int64_t found = -1;

	assert_ok(waarneming_query_open(&q, f->store, bron, now, &err));
	while (waarneming_query_next(q, &w, &err) == 1) {
		const struct gebied *g = gebied_by_id(&f->gebieden, w->gebied);

		if (strcmp(g->code, code) == 0 && strcmp(w->kenmerk, kenmerk) == 0 && strcmp(w->maat, maat) == 0) {
			assert_true(w->begrensd && w->min == w->max);
			found = w->min;
		}
	}
	waarneming_query_close(q);
	return found;
}

static void locations_are_counted_by_condition_and_numbers_added(void **state)
{
	struct fixture *f = *state;

	import_text(f, "VE_LOCATIES_2025_D.csv",
		"wijk;jaar;locatie;voldoet_wettelijk;groepen;gemengde_groepen\n"
		"Meerzicht;2025;fictief-1;ja;2;1\nMeerzicht;2025;fictief-2;nee;3;0\nMeerzicht;2025;fictief-3;ja;1;1\n"
		"De Leyens;2025;fictief-4;nee;2;2\n");
	expect(f, IMPORT_GELADEN);
	assert_int_equal(number(f, "ve_locaties", "WK063705", "", "locaties"), 3);
	assert_int_equal(number(f, "ve_locaties", "WK063705", "", "locaties_voldoen"), 2);
	assert_int_equal(number(f, "ve_locaties", "WK063705", "", "groepen"), 6);
	assert_int_equal(number(f, "ve_locaties", "WK063705", "", "gemengde_groepen"), 2);
}

static void where_no_location_meets_the_condition_the_count_is_zero(void **state)
{
	struct fixture *f = *state;

	import_text(f, "VE_LOCATIES_2025_D.csv",
		"wijk;jaar;locatie;voldoet_wettelijk;groepen;gemengde_groepen\nDe Leyens;2025;fictief-4;nee;2;2\n");
	expect(f, IMPORT_GELADEN);
	assert_int_equal(number(f, "ve_locaties", "WK063707", "", "locaties"), 1);
	assert_int_equal(number(f, "ve_locaties", "WK063707", "", "locaties_voldoen"), 0);
}

static void the_same_location_twice_is_refused(void **state)
{
	expect_refused(*state, "VE_LOCATIES_2025_D.csv",
		"wijk;jaar;locatie;voldoet_wettelijk;groepen;gemengde_groepen\n"
		"Meerzicht;2025;fictief-1;ja;2;1\nMeerzicht;2025;fictief-1;nee;2;1\n",
		"dubbel", "regel 2");
}

static void children_are_counted_once_and_leave_no_number(void **state)
{
	struct fixture *f = *state;
	char *all;

	import_text(f, "VVE_KINDLIJST_2026K2_D.csv",
		"volgnummer;wijk;peildatum;leeftijdsgroep;in_opvang;in_ve\n"
		"F0001;Meerzicht;2026-06-30;2,5-4;ja;ja\nF0002;Meerzicht;2026-06-30;2,5-4;ja;nee\n"
		"F0001;Meerzicht;2026-06-30;2,5-4;ja;ja\nF0003;Dorp;2026-06-30;2,5-4;nee;nee\n");
	expect(f, IMPORT_GELADEN);
	assert_int_equal(number(f, "vve_doelgroep", "WK063705", "leeftijdsgroep=2,5-4", "aantal_doelgroep"), 2);
	assert_int_equal(number(f, "vve_doelgroep", "WK063705", "leeftijdsgroep=2,5-4", "aantal_in_opvang"), 2);
	assert_int_equal(number(f, "vve_doelgroep", "WK063705", "leeftijdsgroep=2,5-4", "aantal_in_ve"), 1);
	assert_int_equal(number(f, "vve_doelgroep", "WK063701", "leeftijdsgroep=2,5-4", "aantal_doelgroep"), 1);
	assert_int_equal(number(f, "vve_doelgroep", "WK063701", "leeftijdsgroep=2,5-4", "aantal_in_opvang"), 0);
	all = dump(f);
	assert_null(strstr(all, "F0001"));
	free(all);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(locations_are_counted_by_condition_and_numbers_added, fixture_setup,
			fixture_teardown),
		cmocka_unit_test_setup_teardown(where_no_location_meets_the_condition_the_count_is_zero, fixture_setup,
			fixture_teardown),
		cmocka_unit_test_setup_teardown(the_same_location_twice_is_refused, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(children_are_counted_once_and_leave_no_number, fixture_setup,
			fixture_teardown),
	};

	return RUN_TESTS(tests);
}
