/* The controles of a profile, each at its border. */
#include "test.h"

#include "import_fixture.h"
#include "profile_fixture.h"

#define KEY "[\"wijk\",\"kwartaal\"],"
#define NUMBER(naam) "{\"naam\":\"" naam "\",\"type\":\"geheel\",\"verplicht\":false}"
#define COLUMNS PROFILE_WIJK "," PROFILE_KWARTAAL "," NUMBER("a") "," NUMBER("b") "," NUMBER("c")
#define CODES ",\"waardecodes\":{\"<5\":{\"betekenis\":\"afgeschermd_bron\",\"interval\":[1,4]},\"*\":{\"betekenis\":\"afgeschermd_bron\"}}"

static void profile(struct fixture *f, const char *soort, const char *regel, const char *ernst, const char *more)
{
	char *extra = mem_printf(",\"controles\":[{\"id\":\"K\",\"soort\":\"%s\",\"regel\":{%s},\"ernst\":\"%s\"%s}]" CODES
				 ",\"totaalrijen\":{\"waarden\":[\"Totaal\"],\"gebruik\":\"controle\"}", soort, regel, ernst, more);
	char *text = profile_text("aantallen", COLUMNS, KEY, extra);

	use_profile(f, text);
	free(text);
	free(extra);
}

/* One row of Dorp with these numbers passes. */
static void passes(struct fixture *f, const char *row)
{
	char *text = mem_printf("wijk;kwartaal;a;b;c\nDorp;2025-K1;%s\n", row);

	f->opt.proef = true;
	import_text(f, "x.csv", text);
	expect(f, IMPORT_PROEF_GOED);
	assert_int_equal(f->out.bevindingen.count, 0);
	free(text);
}

static void fails(struct fixture *f, const char *row, const char *part)
{
	char *text = mem_printf("wijk;kwartaal;a;b;c\nDorp;2025-K1;%s\n", row);

	expect_refused(f, "x.csv", text, "K", part);
	assert_int_equal(find(f, "K", part)->line, 2);
	free(text);
}

static void at_most_another_column(void **state)
{
	struct fixture *f = *state;

	profile(f, "rij", "\"kolom\":\"a\",\"hoogstens\":\"b\"", "fout", ",\"toelichting\":\"a hoort bij b\"");
	passes(f, "5;5;0");
	passes(f, "4;5;0");
	passes(f, "<5;1;0"); /* may be 1 */
	passes(f, "5;*;0");
	passes(f, "*;1;0");
	fails(f, "6;5;0", "a (6) is meer dan b (5).");
	fails(f, "5;<5;0", "a (5) is meer dan b (tussen 1 en 4).");
	assert_non_null(strstr(find(f, "K", "a (5)")->advice, "a hoort bij b. Vraag"));
	assert_int_equal(find(f, "K", "a (5)")->column_nr, 3);
}

static void at_least_another_column(void **state)
{
	struct fixture *f = *state;

	profile(f, "rij", "\"kolom\":\"a\",\"minstens\":\"b\"", "fout", "");
	passes(f, "5;5;0");
	passes(f, "<5;4;0");
	fails(f, "4;5;0", "a (4) is minder dan b (5).");
	fails(f, "<5;5;0", "a (tussen 1 en 4) is minder dan b (5).");
}

static void the_sum_of_columns(void **state)
{
	struct fixture *f = *state;

	profile(f, "rij", "\"kolom\":\"a\",\"is_som_van\":[\"b\",\"c\"]", "fout", "");
	passes(f, "5;2;3");
	passes(f, "5;<5;3"); /* 4 to 7 */
	passes(f, "5;*;3");
	fails(f, "9;2;3", "a (9) is niet de som van b + c (5).");
	fails(f, "8;<5;3", "a (8) is niet de som van b + c (tussen 4 en 7).");
	fails(f, "3;<5;3", "a (3) is niet de som van b + c");
}

static void a_check_that_only_warns_lets_the_file_in(void **state)
{
	struct fixture *f = *state;

	profile(f, "rij", "\"kolom\":\"a\",\"hoogstens\":\"b\"", "melding", "");
	import_text(f, "x.csv", "wijk;kwartaal;a;b;c\nDorp;2025-K1;6;5;0\n");
	expect(f, IMPORT_GELADEN);
	assert_int_equal(find(f, "K", "is meer dan")->ernst, ERNST_MELDING);
}

static void totals_are_compared_with_their_bounds(void **state)
{
	struct fixture *f = *state;

	profile(f, "totaal", "\"rij\":\"Totaal\",\"is_som_van\":\"wijk\",\"kolommen\":[\"a\",\"b\"]", "fout", "");
	f->opt.proef = true;
	import_text(f, "x.csv", "wijk;kwartaal;a;b;c\nDorp;2025-K1;5;<5;1\nMeerzicht;2025-K1;6;*;2\nTotaal;2025-K1;11;999;999\n");
	expect(f, IMPORT_PROEF_GOED); /* b is hidden in one part, c is not compared */
	import_text(f, "x.csv", "wijk;kwartaal;a;b;c\nTotaal;2025-K1;11;9;9\n");
	expect(f, IMPORT_PROEF_GOED); /* nothing to compare with */
	expect_refused(f, "x.csv", "wijk;kwartaal;a;b;c\nDorp;2025-K1;5;<5;1\nMeerzicht;2025-K1;6;3;2\nTotaal;2025-K1;11;8;9\n", "K",
		"de totaalrij zegt 8; de som van de gebieden is tussen 4 en 7");
	expect_refused(f, "x.csv", "wijk;kwartaal;a;b;c\nDorp;2025-K1;5;1;1\nTotaal;2025-K1;<5;1;9\n", "K",
		"de totaalrij zegt tussen 1 en 4; de som van de gebieden is 5");
}

static void many_missing_areas_are_counted(void **state)
{
	struct fixture *f = *state;
	char *code;

	for (int i = 20; i < 30; i++) {
		code = mem_printf("WK0637%d", i);
		add_area(&f->gebieden, code, code, "wijk", "2025", (struct date){2025, 1, 1}, DATE_NONE, true, false);
		free(code);
	}
	gebied_list_sort(&f->gebieden);
	profile(f, "volledig", "\"verwacht_alle_gebieden\":true", "waarschuwing", "");
	f->ctx.store = NULL;
	import_text(f, "x.csv", "wijk;kwartaal;a;b;c\nDorp;2025-K1;5;1;1\n");
	find(f, "K", "12 van 13 gebieden ontbreken in 1e kwartaal 2025: Meerzicht, De Leyens,");
	find(f, "K", " en nog 4.");
}

/* Loads `was` for one quarter and looks whether `now` in the next is a jump. */
static bool jumps(struct fixture *f, const char *was, const char *now)
{
	char *text = mem_printf("wijk;kwartaal;a;b;c\nDorp;2025-K1;%s;0;0\n", was);
	bool jump = false;

	f->opt.vervang = true;
	import_text(f, "x.csv", text);
	assert_int_equal(f->out.bevindingen.fouten, 0);
	free(text);
	text = mem_printf("wijk;kwartaal;a;b;c\nDorp;2025-K2;%s;0;0\n", now);
	f->opt.proef = true;
	import_text(f, "y.csv", text);
	for (size_t i = 0; i < f->out.bevindingen.count; i++)
		jump = jump || strcmp(f->out.bevindingen.item[i].rule, "K") == 0;
	f->opt.proef = false;
	free(text);
	return jump;
}

static void a_jump_must_pass_both_limits(void **state)
{
	struct fixture *f = *state;

	profile(f, "vorige", "\"kolom\":\"a\",\"meer_dan_procent\":25,\"en_meer_dan_aantal\":10,\"vergelijk\":[\"vorige\"]",
		"waarschuwing", "");
	assert_false(jumps(f, "40", "50")); /* 25% is not more than 25% */
	assert_true(jumps(f, "40", "51"));
	assert_false(jumps(f, "8", "18")); /* 10 is not more than 10 */
	assert_true(jumps(f, "8", "19"));
	assert_true(jumps(f, "100", "60"));
	assert_true(jumps(f, "0", "11"));
	assert_false(jumps(f, "<5", "100")); /* hidden figures are not compared */
	assert_false(jumps(f, "100", "*"));
}

static void the_same_quarter_a_year_ago_is_the_other_comparison(void **state)
{
	struct fixture *f = *state;

	profile(f, "vorige",
		"\"kolom\":\"a\",\"meer_dan_procent\":25,\"en_meer_dan_aantal\":10,\"vergelijk\":[\"vorige\",\"zelfde_kwartaal_vorig_jaar\"]",
		"waarschuwing", "");
	import_text(f, "x.csv", "wijk;kwartaal;a;b;c\nDorp;2025-K1;100;0;0\nDorp;2025-K4;50;0;0\n");
	import_text(f, "y.csv", "wijk;kwartaal;a;b;c\nDorp;2026-K1;52;0;0\n");
	find(f, "K", "a in Dorp is 52; in 1e kwartaal 2025 was het 100.");
	import_text(f, "z.csv", "wijk;kwartaal;a;b;c\nMeerzicht;2026-K1;52;0;0\n");
	expect(f, IMPORT_GELADEN); /* nothing stood for this wijk */
	assert_int_equal(f->out.bevindingen.waarschuwingen, 0);
}

#define T(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(at_most_another_column),
		T(at_least_another_column),
		T(the_sum_of_columns),
		T(a_check_that_only_warns_lets_the_file_in),
		T(totals_are_compared_with_their_bounds),
		T(many_missing_areas_are_counted),
		T(a_jump_must_pass_both_limits),
		T(the_same_quarter_a_year_ago_is_the_other_comparison),
	};

	return RUN_TESTS(tests);
}
