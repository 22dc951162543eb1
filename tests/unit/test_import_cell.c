#include "test.h"

#include "base/mem.h"
#include "import/cell.h"

#include "profile_fixture.h"

static const struct cell_stijl geheel = {',', '.', 0, false};
static const struct cell_stijl geheel_kaal = {',', 0, 0, false};
static const struct cell_stijl geheel_punt = {'.', ',', 0, false};
static const struct cell_stijl getal = {',', '.', 3, false};
static const struct cell_stijl getal_punt = {'.', 0, 3, false};
static const struct cell_stijl procent = {',', 0, 2, true};

static void reads(const char *text, const struct cell_stijl *stijl, int64_t value, int schaal)
{
	struct err err = ERR_INIT;
	struct cell_waarde w;

	if (cell_getal(text, stijl, &w, &err) < 0)
		print_error("%s: %s\n", text, err.text);
	assert_null(err.text);
	assert_int_equal(w.staat, STAAT_WAARDE);
	assert_true(w.begrensd);
	assert_int_equal(w.min, value);
	assert_int_equal(w.max, value);
	assert_int_equal(w.schaal, schaal);
}

/* Every refusal has advice too, and leaves the output alone. */
static void refuses(const char *text, const struct cell_stijl *stijl, const char *part)
{
	struct err err = ERR_INIT;
	struct cell_waarde w = {.min = 77};

	assert_int_equal(cell_getal(text, stijl, &w, &err), -1);
	if (!strstr(err.text, part))
		print_error("%s: %s\n", text, err.text);
	assert_non_null(strstr(err.text, part));
	assert_non_null(err.advice);
	assert_true(strlen(err.advice) > 10);
	assert_int_equal(err.kind, ERR_DATA);
	assert_int_equal(w.min, 77);
	err_release(&err);
}

static void whole_numbers_are_read(void **state)
{
	(void)state;
	reads("0", &geheel, 0, 0);
	reads("12", &geheel, 12, 0);
	reads("007", &geheel, 7, 0);
	reads("999999999999999", &geheel, INT64_C(999999999999999), 0);
	reads("-3", &geheel, -3, 0);
}

static void thousands_are_read_in_the_style_of_the_source(void **state)
{
	(void)state;
	reads("1.045", &geheel, 1045, 0);
	reads("12.345.678", &geheel, 12345678, 0);
	reads("12.345.678", &geheel_kaal, 12345678, 0); /* two groups: no decimals look so */
	reads("1,045", &geheel_punt, 1045, 0);
	reads("1 045", &geheel_kaal, 1045, 0);
	reads("1\u00a0045", &geheel_kaal, 1045, 0);
	reads("1\u202f045", &geheel_kaal, 1045, 0);
	reads("1'045", &geheel_kaal, 1045, 0);
}

static void two_readings_are_refused_with_both_named(void **state)
{
	(void)state;
	refuses("1,045", &geheel, "'1,045' kan twee dingen zijn: 1045 (met een teken voor duizendtallen) of 1,045 (met decimalen).");
	refuses("1.045", &geheel_kaal, "1045 (met een teken voor duizendtallen) of 1,045");
	refuses("1.045", &geheel_punt, "kan twee dingen zijn");
	refuses("1.234", &getal, "1234 (met een teken voor duizendtallen) of 1,234");
	refuses("1,234", &getal_punt, "kan twee dingen zijn");
}

static void separators_in_odd_places_are_no_number(void **state)
{
	static const char *const texts[] = {"1.23.4", "1.2345", ".045", "1.", "1..045", "1234.567", "1 04", "1,2,3",
		"1.045,", ",5", "--3", "-", "1 2 3", "12 34", "1.000 000", "1.045'000"};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(texts); i++)
		refuses(texts[i], &geheel, "is geen ");
}

static void decimals_in_a_count_are_refused(void **state)
{
	(void)state;
	refuses("10.45", &geheel, "'10.45' is geen heel getal.");
	refuses("70,5", &geheel, "'70,5' is geen heel getal.");
	refuses("12,0", &geheel, "is geen heel getal");
	refuses("1.234,5", &geheel, "is geen heel getal");
}

static void decimals_are_read_exactly(void **state)
{
	(void)state;
	reads("2,75", &getal, 275, 2);
	reads("2,750", &getal, 275, 2);
	reads("2,000", &getal, 2, 0);
	reads("33,023", &getal, 33023, 3);
	reads("-0,100", &getal, -1, 1);
	reads("-0.022", &getal_punt, -22, 3);
	reads("1.234,5", &getal, 12345, 1);
	reads("12", &getal, 12, 0);
	reads("12.345.678,9", &getal, 123456789, 1);
	refuses("2,7501", &getal, "heeft meer decimalen dan hier mogen (3)");
	refuses("20.8", &getal, "heeft een punt waar een decimale komma hoort");
	refuses("20,8", &getal_punt, "heeft een komma waar een decimale punt hoort");
	refuses("12.34,5", &getal, "is geen getal");
	refuses("1,234,5", &getal, "is geen getal");
}

static void a_percent_sign_is_the_unit_or_a_mistake(void **state)
{
	(void)state;
	reads("82%", &procent, 82, 0);
	reads("82,5 %", &procent, 825, 1);
	refuses("82%", &geheel, "'82%' is geen aantal.");
	refuses("82%", &getal, "is geen getal, maar een percentage");
	refuses("x%", &procent, "is geen getal");
}

static void texts_that_are_no_number_each_have_their_reason(void **state)
{
	static const struct {
		const char *text, *part;
	} cases[] = {
		{"#DEEL/0!", "foutmelding van Excel"},
		{"#N/A", "foutmelding van Excel"},
		{"#######", "foutmelding van Excel"},
		{"7-aug", "is een datum"},
		{"7-aug-25", "is een datum"},
		{"aug-25", "is een datum"},
		{"mrt-25", "is een datum"},
		{"08-07-2025", "is een datum"},
		{"2025-07-08", "is een datum"},
		{"8/7/2025", "is een datum"},
		{"7-8", "is een reeks"},
		{"1,05E+03", "door Excel ingekort"},
		{"-2e5", "door Excel ingekort"},
		{"0x1F", "hexadecimaal"},
		{"inf", "geen getal dat te tellen is"},
		{"NaN", "geen getal dat te tellen is"},
		{"\u22123", "minteken (U+2212)"},
		{"\u0661\u0662\u0663", "andere cijfers"},
		{"\uff11", "andere cijfers"},
		{"12\u00b2", "andere cijfers"},
		{"<5", "geen afscherming die het profiel kent"},
		{">100", "geen afscherming die het profiel kent"},
		{"(3)", "tekens die niet in een aantal horen"},
		{"+3", "tekens die niet in een aantal horen"},
		{"71*", "heeft een ster"},
		{"twaalf", "is geen aantal"},
		{"12x", "is geen aantal"},
		{"e", "is geen aantal"},
		{"7-augustus", "is geen aantal"},
		{"123-aug", "is geen aantal"},
		{"1-2-", "is geen aantal"},
		{"1-2/3", "is geen aantal"},
		{"1e5x", "is geen aantal"},
		{"1234567890123456", "te groot voor een aantal"},
		{"99999999999999999999999999999999999999999999999999", "te groot"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		refuses(cases[i].text, &geheel, cases[i].part);
}

static void a_value_in_a_message_is_cut_and_escaped(void **state)
{
	char *shown = cell_shown("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeee");

	(void)state;
	assert_string_equal(shown, "'aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd…'");
	free(shown);
	shown = cell_shown("a\x1b[31m\u202e");
	assert_string_equal(shown, "'a\\x1b[31mU+202E'");
	free(shown);
}

static void trims(const char *text, const char *want)
{
	size_t len = strlen(text);

	cell_trim(&text, &len);
	assert_int_equal(len, strlen(want));
	assert_memory_equal(text, want, len);
}

static void all_white_space_is_trimmed(void **state)
{
	(void)state;
	trims("  a b \t", "a b");
	trims("\u00a0 12\u2003\u202f", "12");
	trims("\u2028\u205f\u3000x\xc2\x85\u2029", "x");
	trims(" \u00a0 ", "");
	trims("", "");
	trims("\u00e9", "\u00e9");
	trims("\u20ac\u0410", "\u20ac\u0410"); /* share bytes with spaces */
}

/* ---- waardecodes and bounds ---------------------------------------------------------------- */

static const char columns[] = PROFILE_WIJK "," PROFILE_KWARTAAL "," PROFILE_AANTAL
	",{\"naam\":\"deel\",\"type\":\"getal\",\"verplicht\":false,\"decimalen\":2,\"min\":0,\"max\":100,\"eenheid\":\"%\"}"
	",{\"naam\":\"score\",\"type\":\"getal\",\"verplicht\":false,\"decimalen\":3,\"eenheid\":\"dagen\","
	"\"waardecodes\":{\"-\":{\"betekenis\":\"nvt\"}}}"
	",{\"naam\":\"soort\",\"type\":\"code\",\"verplicht\":false,"
	"\"codelijst\":{\"2-2,5\":\"a\",\"2,5-4\":\"b\",\"kinderdagverblijf\":\"c\"}}";
static const char codes[] = ",\"waardecodes\":{\"<5\":{\"betekenis\":\"afgeschermd_bron\",\"interval\":[1,4]},"
			    "\"*\":{\"betekenis\":\"afgeschermd_bron\"},\"n.v.t.\":{\"betekenis\":\"nvt\"},"
			    "\"NULL\":{\"betekenis\":\"onbekend\"},\"geen\":{\"betekenis\":\"nul\"},"
			    "\"volgt\":{\"betekenis\":\"niet_geleverd\"},"
			    "\"-\":{\"betekenis\":\"vraag\",\"melding\":\"nul of onbekend; vraag het\"},"
			    "\".\":{\"betekenis\":\"vraag\"},\"x\":{\"betekenis\":\"fout\",\"melding\":\"Mag niet.\"},"
			    "\"\":{\"betekenis\":\"fout\",\"melding\":\"vul een getal in\"},"
			    "\"4\":{\"betekenis\":\"afgeschermd_bron\",\"interval\":[1,4]}}";

static struct import_def *def;

static const struct import_kolom *column(const char *naam)
{
	return &def->kolom[import_def_kolom(def, naam)];
}

static void becomes(const char *text, enum staat staat, bool begrensd, int64_t min, int64_t max)
{
	struct err err = ERR_INIT;
	struct cell_waarde w;

	assert_ok(cell_maat(def, column("aantal"), text, &w, &err));
	assert_int_equal(w.staat, staat);
	assert_int_equal(w.begrensd, begrensd);
	if (begrensd) {
		assert_int_equal(w.min, min);
		assert_int_equal(w.max, max);
	}
}

static void waardecodes_become_states_and_never_zero(void **state)
{
	(void)state;
	becomes("<5", STAAT_AFGESCHERMD, true, 1, 4);
	becomes("*", STAAT_AFGESCHERMD, false, 0, 0);
	becomes("N.V.T.", STAAT_NVT, false, 0, 0);
	becomes("null", STAAT_ONBEKEND, false, 0, 0);
	becomes("volgt", STAAT_NIET_GELEVERD, false, 0, 0);
	becomes("geen", STAAT_WAARDE, true, 0, 0);
	becomes("0", STAAT_WAARDE, true, 0, 0);
	becomes("5", STAAT_WAARDE, true, 5, 5);
	becomes("4", STAAT_AFGESCHERMD, true, 1, 4); /* one supplier writes 1 to 4 as 4 */
	becomes("44", STAAT_WAARDE, true, 44, 44);
}

static void cell_refused(const char *text, const char *part, const char *advice)
{
	struct err err = ERR_INIT;
	struct cell_waarde w;

	assert_int_equal(cell_maat(def, column("aantal"), text, &w, &err), -1);
	assert_non_null(strstr(err.text, part));
	assert_non_null(strstr(err.advice, advice));
	err_release(&err);
}

static void questionable_cells_are_refused_with_what_the_profile_says(void **state)
{
	(void)state;
	cell_refused("-", "'-' heeft meer dan een betekenis", "Nul of onbekend; vraag het.");
	cell_refused(".", "'.' heeft meer dan een betekenis", "Vraag de leverancier");
	cell_refused("x", "'x' mag hier niet staan", "Mag niet.");
	cell_refused("", "de cel is leeg", "Vul een getal in.");
	cell_refused(NULL, "de cel is leeg", "Vul een getal in.");
	cell_refused("-1", "'-1' is kleiner dan hier kan (minstens 0).", "goede kolom");
	cell_refused("5001", "'5001' is groter dan hier kan (hoogstens 5000).", "goede kolom");
}

static void an_empty_cell_without_a_waardecode_is_refused_too(void **state)
{
	struct import_def *bare = profile_of("aantallen", columns, "[\"wijk\",\"kwartaal\"],", "");
	struct err err = ERR_INIT;
	struct cell_waarde w;

	(void)state;
	assert_refused(cell_maat(bare, &bare->kolom[2], "", &w, &err), "de cel is leeg");
	import_def_free(bare);
}

static void a_column_may_have_waardecodes_of_its_own(void **state)
{
	struct err err = ERR_INIT;
	struct cell_waarde w;

	(void)state;
	assert_ok(cell_maat(def, column("score"), "-", &w, &err));
	assert_int_equal(w.staat, STAAT_NVT);
	assert_ok(cell_maat(def, column("score"), "*", &w, &err));
	assert_int_equal(w.staat, STAAT_AFGESCHERMD);
}

static void bounds_hold_for_decimals_too(void **state)
{
	struct err err = ERR_INIT;
	struct cell_waarde w;

	(void)state;
	assert_ok(cell_maat(def, column("deel"), "99,95%", &w, &err));
	assert_int_equal(w.min, 9995);
	assert_refused(cell_maat(def, column("deel"), "100,01", &w, &err), "groter dan hier kan (hoogstens 100)");
	assert_refused(cell_maat(def, column("deel"), "-0,5", &w, &err), "kleiner dan hier kan");
	assert_refused(cell_maat(def, column("score"), "5%", &w, &err), "maar een percentage");
	assert_ok(cell_maat(def, column("score"), "-12,5", &w, &err));
	assert_int_equal(w.min, -125);
}

/* ---- codes --------------------------------------------------------------------------------- */

static void yes_and_no_have_many_spellings(void **state)
{
	static const char *const yes[] = {"ja", "J", "Yes", "1", "waar", "X"}, *const no[] = {"nee", "N", "false", "0"};
	struct err err = ERR_INIT;
	const char *word;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(yes); i++) {
		assert_ok(cell_janee(yes[i], &word, &err));
		assert_string_equal(word, "ja");
	}
	for (size_t i = 0; i < ARRAY_LEN(no); i++) {
		assert_ok(cell_janee(no[i], &word, &err));
		assert_string_equal(word, "nee");
	}
	assert_refused(cell_janee("misschien", &word, &err), "'misschien' is geen ja of nee");
}

static void codes_come_from_the_list_whatever_their_case(void **state)
{
	const struct import_kolom *k = column("soort");
	struct err err = ERR_INIT;
	const char *got;

	(void)state;
	assert_ok(cell_code(k, "2,5-4", &got, &err));
	assert_string_equal(got, "2,5-4");
	assert_ok(cell_code(k, " KinderDagverblijf", &got, &err));
	assert_string_equal(got, "kinderdagverblijf");
	assert_refused(cell_code(k, "kinderdagverbijf", &got, &err), "Bedoelt u 'kinderdagverblijf'?");
	assert_int_equal(cell_code(k, "iets heel anders", &got, &err), -1);
	assert_string_equal(err.text, "'iets heel anders' staat niet in de codelijst.");
	assert_string_equal(err.advice, "Toegestaan: 2-2,5; 2,5-4; kinderdagverblijf.");
	err_release(&err);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whole_numbers_are_read),
		cmocka_unit_test(thousands_are_read_in_the_style_of_the_source),
		cmocka_unit_test(two_readings_are_refused_with_both_named),
		cmocka_unit_test(separators_in_odd_places_are_no_number),
		cmocka_unit_test(decimals_in_a_count_are_refused),
		cmocka_unit_test(decimals_are_read_exactly),
		cmocka_unit_test(a_percent_sign_is_the_unit_or_a_mistake),
		cmocka_unit_test(texts_that_are_no_number_each_have_their_reason),
		cmocka_unit_test(a_value_in_a_message_is_cut_and_escaped),
		cmocka_unit_test(all_white_space_is_trimmed),
		cmocka_unit_test(waardecodes_become_states_and_never_zero),
		cmocka_unit_test(questionable_cells_are_refused_with_what_the_profile_says),
		cmocka_unit_test(an_empty_cell_without_a_waardecode_is_refused_too),
		cmocka_unit_test(a_column_may_have_waardecodes_of_its_own),
		cmocka_unit_test(bounds_hold_for_decimals_too),
		cmocka_unit_test(yes_and_no_have_many_spellings),
		cmocka_unit_test(codes_come_from_the_list_whatever_their_case),
	};

	int failed;

	def = profile_of("aantallen", columns, "[\"wijk\",\"kwartaal\"],", codes);
	failed = RUN_TESTS(tests);
	import_def_free(def);
	return failed;
}
