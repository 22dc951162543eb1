/* Every kind of bad input that a delivery can be (reliability.md section 4, A-I), through the whole import: it
 * loads with the reading said, or is refused with line, column and what to do, and the database unchanged. */
#include "test.h"

#include "import_fixture.h"

#define HEAD "wijk;peildatum;leeftijdsgroep;aantal_doelgroep;aantal_in_opvang;aantal_in_ve"
#define NAME "VVE_2025K3_V.csv"
#define ROW1 "Dorp;2025-09-30;2,5-4;50;46;40"
#define ROW2 "Meerzicht;2025-09-30;2,5-4;87;80;70"
#define ROW3 "De Leyens;2025-09-30;2,5-4;12;11;10"
#define ROWS ROW1 "\n" ROW2 "\n" ROW3 "\n"

static void loads(struct fixture *f, const char *text)
{
	import_text(f, NAME, text);
	expect(f, IMPORT_GELADEN);
	assert_int_equal(f->out.waarnemingen, 9);
}

static void refuses(struct fixture *f, const char *text, const char *rule, const char *part)
{
	expect_refused(f, NAME, text, rule, part);
}

static void assert_line(struct fixture *f, const char *rule, const char *part, int64_t line)
{
	assert_int_equal(find(f, rule, part)->line, line);
}

/* ---- A. encoding --------------------------------------------------------------------------- */

static void a1_a_byte_order_mark_is_no_part_of_the_first_name(void **state)
{
	struct fixture *f = *state;

	loads(f, "\xef\xbb\xbf" HEAD "\n" ROWS);
	assert_non_null(strstr(f->out.herkend, "UTF-8 met BOM"));
}

/* The text as UTF-16, with a mark or without. */
static void import_wide(struct fixture *f, const char *text, bool big, bool mark)
{
	struct str s = STR_INIT;

	if (mark)
		str_add_n(&s, big ? "\xfe\xff" : "\xff\xfe", 2);
	for (; *text; text++) {
		const char pair[2] = {big ? '\0' : *text, big ? *text : '\0'};

		str_add_n(&s, pair, 2);
	}
	import_bytes(f, NAME, s.text, s.len);
	str_release(&s);
}

static void a2_a3_a4_utf16_of_both_kinds_loads_and_says_so(void **state)
{
	struct fixture *f = *state;
	const char *tabs = "wijk\tpeildatum\tleeftijdsgroep\taantal_doelgroep\taantal_in_opvang\taantal_in_ve\r\n"
			   "Dorp\t2025-09-30\t2,5-4\t50\t46\t40\r\n";

	import_wide(f, tabs, false, true);
	expect(f, IMPORT_GELADEN);
	assert_non_null(strstr(f->out.herkend, "UTF-16LE met BOM; regeleinden CRLF; gescheiden met tab"));
	import_wide(f, tabs, true, true);
	expect(f, IMPORT_AL_GELADEN);
	import_wide(f, tabs, false, false);
	assert_non_null(strstr(f->out.herkend, "UTF-16LE;"));
}

static void a5_windows_1252_loads_and_is_said(void **state)
{
	struct fixture *f = *state;

	loads(f, HEAD ";opmerking\n" ROW1 ";Cura\xe7" "ao\n" ROW2 ";\n" ROW3 ";na\xefvit\xe9\n");
	assert_non_null(strstr(f->out.herkend, "Windows-1252"));
}

static void a6_two_encodings_are_refused_with_both_lines(void **state)
{
	struct fixture *f = *state;

	refuses(f, HEAD ";opmerking\n" ROW1 ";Curaçao\n" ROW2 ";Cura\xe7" "ao\n", "codering", "UTF-8 op regel 2");
	assert_line(f, "codering", "twee coderingen", 3);
}

static void a8_a_nul_byte_is_refused(void **state)
{
	struct fixture *f = *state;
	const char text[] = HEAD "\n" ROW1 "\nDorp\0;2025-09-30;2,5-4;1;1;1\n";
	char *before = dump(f), *after;

	import_bytes(f, NAME, text, sizeof(text) - 1);
	expect(f, IMPORT_GEWEIGERD);
	assert_line(f, "tekens", "NUL-byte", 3);
	after = dump(f);
	assert_string_equal(before, after);
	free(before);
	free(after);
}

static void a9_unseen_characters_in_a_name_make_no_other_wijk(void **state)
{
	struct fixture *f = *state;

	loads(f, HEAD "\nDo\u200brp;2025-09-30;2,5-4;50;46;40\n" ROW2 "\n" ROW3 "\n");
	refuses(f, HEAD "\nDorp;2025-09-30;2,5-4;5\u202e0;46;40\n", "getal", "5U+202E0");
}

static void a10_composed_and_decomposed_accents_are_one_name(void **state)
{
	struct fixture *f = *state;

	add_area(&f->gebieden, "WK063799", "Caf\u00e9buurt", "wijk", "2025", (struct date){2025, 1, 1}, DATE_NONE, true, false);
	gebied_list_sort(&f->gebieden);
	f->ctx.store = NULL;
	import_text(f, NAME, HEAD "\nCafe\u0301buurt;2025-09-30;2,5-4;50;46;40\n");
	assert_int_equal(f->out.bevindingen.fouten, 0);
}

static void a12_a_second_file_halfway_is_refused(void **state)
{
	struct fixture *f = *state;

	refuses(f, HEAD "\n" ROW1 "\n\xef\xbb\xbf" HEAD "\n" ROW2 "\n", "codering", "tweede bestand");
	assert_line(f, "codering", "tweede bestand", 3);
	refuses(f, HEAD "\n" ROW1 "\n" HEAD "\n" ROW2 "\n", "kop", "nog een keer");
	assert_line(f, "kop", "nog een keer", 3);
}

static void a13_empty_files_are_refused(void **state)
{
	struct fixture *f = *state;

	refuses(f, "", "leeg", "het bestand is leeg");
	refuses(f, "\xef\xbb\xbf", "leeg", "het bestand is leeg");
	refuses(f, HEAD "\n", "leeg", "geen gegevens onder de kolomnamen");
	refuses(f, HEAD, "leeg", "geen gegevens onder de kolomnamen");
	refuses(f, "\n\n  \n", "profiel", "geen enkel profiel");
}

/* ---- B. structure -------------------------------------------------------------------------- */

static void b14_comma_and_tab_load_and_a_pipe_is_refused_by_the_profile(void **state)
{
	struct fixture *f = *state;

	loads(f, "wijk,peildatum,leeftijdsgroep,aantal_doelgroep,aantal_in_opvang,aantal_in_ve\n"
		 "Dorp,2025-09-30,\"2,5-4\",50,46,40\nMeerzicht,2025-09-30,\"2,5-4\",87,80,70\n"
		 "De Leyens,2025-09-30,\"2,5-4\",12,11,10\n");
	assert_non_null(strstr(f->out.herkend, "gescheiden met komma"));
	refuses(f, "wijk|peildatum|leeftijdsgroep|aantal_doelgroep|aantal_in_opvang|aantal_in_ve\nDorp|2025-09-30|2,5-4|1|1|1\n",
		"scheidingsteken", "streep (|)");
}

static void b15_excels_sep_line_is_skipped_and_must_be_true(void **state)
{
	struct fixture *f = *state;

	loads(f, "sep=;\r\n" HEAD "\r\n" ROW1 "\r\n" ROW2 "\r\n" ROW3 "\r\n");
	refuses(f, "sep=;\n" HEAD "\nDorp;2025-09-30;2,5-4;x;46;40\n", "getal", "'x'");
	assert_line(f, "getal", "'x'", 3);
	refuses(f, "sep=,\n" HEAD "\n" ROWS, "scheidingsteken", "de eerste regel zegt sep=,");
}

static void b16_title_lines_above_the_header_are_skipped_and_said(void **state)
{
	struct fixture *f = *state;

	loads(f, "Overzicht doelgroep\nAangemaakt door systeem X;;\n\n" HEAD "\n" ROWS);
	assert_line(f, "kop", "op regel 4", 4);
}

static void b18_blank_rows_are_ignored(void **state)
{
	loads(*state, HEAD "\n\n" ROW1 "\n;;;;;\n   \n" ROW2 "\n" ROW3 "\n;;;;;\n;;;;;\n");
}

static void b19_short_and_long_rows_are_refused(void **state)
{
	struct fixture *f = *state;

	refuses(f, HEAD "\nDorp;2025-09-30;2,5-4;50;46\n" ROW2 "\n", "rij", "gevonden 5 cellen, verwacht 6");
	refuses(f, HEAD "\nDorp;2025-09-30;2;5-4;50;46;40\n", "rij", "gevonden 7 cellen, verwacht 6");
	find(f, "rij", "aanhalingstekens");
}

static void b20_an_unclosed_quote_is_named_where_it_begins(void **state)
{
	struct fixture *f = *state;

	refuses(f, HEAD "\n" ROW1 "\n\"Meerzicht;2025-09-30;2,5-4;87;80;70\n" ROW3 "\n", "aanhalingsteken", "nergens wordt gesloten");
	assert_line(f, "aanhalingsteken", "nergens", 3);
}

static void b21_a_stray_quote_is_refused(void **state)
{
	struct fixture *f = *state;

	refuses(f, HEAD "\n" ROW1 "\n\"Meer\"zicht;2025-09-30;2,5-4;87;80;70\n", "aanhalingsteken", "aanhalingsteken");
	assert_line(f, "aanhalingsteken", "klopt de indeling", 3);
	refuses(f, HEAD "\n" ROW1 "\nMeer\"zicht;2025-09-30;2,5-4;87;80;70\n", "aanhalingsteken", "klopt de indeling");
}

static void b22_a_line_end_in_a_cell_keeps_the_line_numbers_right(void **state)
{
	struct fixture *f = *state;

	loads(f, HEAD ";opmerking\n" ROW1 ";\"twee\nregels\"\n" ROW2 ";\n" ROW3 ";\n");
	refuses(f, HEAD ";opmerking\n" ROW1 ";\"twee\r\nregels\"\nMeerzicht;2025-09-30;2,5-4;x;80;70;\n", "getal", "'x'");
	assert_line(f, "getal", "'x'", 4);
}

static void b23_all_line_ends_load(void **state)
{
	struct fixture *f = *state;

	loads(f, HEAD "\r" ROW1 "\r" ROW2 "\r" ROW3 "\r");
	assert_non_null(strstr(f->out.herkend, "regeleinden CR;"));
	import_text(f, NAME, HEAD "\r\n" ROW1 "\n" ROW2 "\r" ROW3);
	expect(f, IMPORT_AL_GELADEN);
	assert_non_null(strstr(f->out.herkend, "regeleinden gemengd"));
	refuses(f, HEAD "\r" ROW1 "\rMeerzicht;2025-09-30;2,5-4;x;80;70\r", "getal", "'x'");
	assert_line(f, "getal", "'x'", 3);
}

static void b24_a_file_that_breaks_off_is_refused(void **state)
{
	refuses(*state, HEAD "\n" ROW1 "\nMeerzicht;2025-09", "rij", "lijkt afgebroken");
}

static void b25_a_file_without_header_is_refused_with_what_is_expected(void **state)
{
	struct fixture *f = *state;

	f->opt.profiel = "vve_doelgroep";
	refuses(f, ROWS, "kop", "wijk; peildatum; leeftijdsgroep; aantal_doelgroep; aantal_in_opvang; aantal_in_ve");
}

static void b26_files_that_are_no_csv_are_named(void **state)
{
	struct fixture *f = *state;
	static const struct {
		const char *bytes;
		size_t len;
		const char *part;
	} other[] = {{"PK\x03\x04\x14\x00\x06", 7, "Excel-bestand (xlsx)"}, {"\xd0\xcf\x11\xe0\xa1\xb1", 6, "(xls)"},
		{"%PDF-1.7\n", 9, "een PDF"}, {"\n <!DOCTYPE html><html>", 23, "webpagina"}, {"<HTML><body>", 12, "webpagina"}};

	for (size_t i = 0; i < ARRAY_LEN(other); i++) {
		import_bytes(f, NAME, other[i].bytes, other[i].len);
		expect(f, IMPORT_GEWEIGERD);
		find(f, "soort", other[i].part);
	}
}

/* `before`, then `count` times `c`, then `after`. */
static void import_long(struct fixture *f, const char *before, char c, size_t count, const char *after)
{
	struct str s = STR_INIT;
	char *block = mem_new(count, 1);

	memset(block, c, count);
	str_add(&s, before);
	str_add_n(&s, block, count);
	str_add(&s, after);
	import_bytes(f, NAME, s.text, s.len);
	free(block);
	str_release(&s);
}

static void b27_fields_and_rows_that_are_too_long_are_refused(void **state)
{
	struct fixture *f = *state;

	import_long(f, HEAD ";opmerking\n" ROW1 ";", 'x', 200000, "\n");
	expect(f, IMPORT_GEWEIGERD);
	assert_line(f, "grens", "64 KiB", 2);
	import_long(f, HEAD ";opmerking\n" ROW1 ";", 'x', 10 << 20, "");
	expect(f, IMPORT_GEWEIGERD);
	assert_line(f, "grens", "langer dan 1 MiB", 2);
	import_long(f, HEAD ";opmerking\n" ROW1 ";\"", '\n', 10 << 20, "");
	expect(f, IMPORT_GEWEIGERD);
	assert_line(f, "aanhalingsteken", "na 1 MiB nog niet is gesloten", 2);
	import_long(f, HEAD ";opmerking\n" ROW1 ";\"", '\n', 500000, "\"\n" ROW2 "\n");
	assert_int_equal(f->out.bevindingen.fouten, 1); /* the limit, and not that the file was changed */
	import_long(f, HEAD ";opmerking\n" ROW1 ";\"", '\n', 200000, "");
	expect(f, IMPORT_GEWEIGERD);
	assert_line(f, "grens", "64 KiB", 2);
}

static void b28_three_thousand_columns_are_one_sentence(void **state)
{
	struct fixture *f = *state;

	import_long(f, HEAD, ';', 3000, "\n" ROWS);
	expect(f, IMPORT_GEWEIGERD);
	assert_int_equal(f->out.bevindingen.fouten, 1);
	assert_line(f, "grens", "meer dan 500 kolommen", 1);
}

/* ---- C. header ----------------------------------------------------------------------------- */

static void c30_a_double_column_is_refused_with_both_places(void **state)
{
	refuses(*state, HEAD ";Aantal doelgroep\n" ROW1 ";50\n", "kop", "in kolom D en in kolom G");
}

static void c31_a_near_miss_is_suggested(void **state)
{
	struct fixture *f = *state;

	refuses(f, "wijk;peildatum;leeftijdsgroep;aantal_doelgroep;aantal_in_opvan;aantal_in_ve\n" ROWS, "kop",
		"'aantal_in_opvang' ontbreekt");
	find(f, "kop", "Is het de kolom 'aantal_in_opvan'?");
}

static void c32_missing_columns_are_named_with_what_was_found(void **state)
{
	struct fixture *f = *state;

	refuses(f, "wijk;peildatum;leeftijdsgroep;aantal_doelgroep;iets anders\n", "kop", "'aantal_in_opvang' ontbreekt");
	find(f, "kop", "Gevonden kolommen: wijk; peildatum; leeftijdsgroep; aantal_doelgroep; iets anders");
}

static void c33_order_case_and_spaces_of_columns_do_not_matter(void **state)
{
	loads(*state, "AANTAL IN VE; Wijknaam ;Peildatum;# doelgroep;Leeftijdsgroep;aantal_in_opvang\n"
		      "40;Dorp;2025-09-30;50;2,5-4;46\n70;Meerzicht;2025-09-30;87;2,5-4;80\n10;De Leyens;2025-09-30;12;2,5-4;11\n");
}

static void c34_c35_other_columns_are_not_kept_and_that_is_said(void **state)
{
	struct fixture *f = *state;

	loads(f, HEAD ";herkomst;\n" ROW1 ";abc;\n" ROW2 ";def;\n" ROW3 ";;\n");
	assert_string_equal(find(f, "kolom", "niet gelezen en niet bewaard")->column, "herkomst");
}

static void c35_values_under_no_name_are_said_and_not_kept(void **state)
{
	struct fixture *f = *state;

	loads(f, HEAD ";;\n" ROW1 ";;7\n" ROW2 ";;\n" ROW3 ";;8\n");
	assert_int_equal(find(f, "kolom", "geen naam")->column_nr, 8);
}

static void c36_a_look_alike_letter_is_named(void **state)
{
	refuses(*state, "wijk;peildatum;leeftijdsgroep;aantal_do\u0435lgroep;aantal_in_opvang;aantal_in_ve\n" ROWS, "kop", "U+0435");
}

static void c37_columns_of_persons_are_refused(void **state)
{
	struct fixture *f = *state;

	refuses(f, HEAD ";Achternaam\n" ROW1 ";Jansen\n", "persoonsgegevens", "hoort bij persoonsgegevens");
	for (size_t i = 0; i < f->out.bevindingen.count; i++)
		assert_null(strstr(f->out.bevindingen.item[i].text, "Jansen"));
	refuses(f, "BSN;NAAM_INST;ACHTERNAAM\n111222333;School;Jansen\n", "persoonsgegevens", "privacyfunctionaris");
	refuses(f, "#BURGERSERVICENUMMER;ONDERWIJSNUMMER;GEBOORTEDATUM\n;1;2012-01-01\n", "persoonsgegevens", "hoort bij");
}

/* ---- D. numbers ---------------------------------------------------------------------------- */

/* One row with this text as aantal_doelgroep. */
static void number_refused(struct fixture *f, const char *cell, const char *part)
{
	char *text = mem_printf(HEAD "\nDorp;2025-09-30;2,5-4;%s;1;1\n", cell);

	refuses(f, text, *cell ? "getal" : "leeg", part);
	assert_int_equal(f->out.bevindingen.item[0].line, 2);
	assert_int_equal(f->out.bevindingen.item[0].column_nr, 4);
	assert_non_null(f->out.bevindingen.item[0].advice);
	free(text);
}

static void number_loads(struct fixture *f, const char *cell, int64_t value)
{
	const struct stand now = {DATE_NONE, 0};
	char *text = mem_printf(HEAD "\nDorp;2025-09-30;2,5-4;%s;1;1\n", cell);
	struct waarneming_query *q;
	const struct waarneming *w;
	struct err err = ERR_INIT;
	int64_t got = -1;

	f->opt.vervang = true;
	import_text(f, NAME, text);
	if (f->out.bevindingen.fouten)
		show_findings(f);
	assert_int_equal(f->out.bevindingen.fouten, 0);
	assert_ok(waarneming_query_open(&q, f->store, "vve_doelgroep", now, &err));
	while (waarneming_query_next(q, &w, &err) == 1)
		if (strcmp(w->maat, "aantal_doelgroep") == 0)
			got = w->min;
	waarneming_query_close(q);
	assert_int_equal(got, value);
	free(text);
}

static void d38_thousands_and_decimals(void **state)
{
	struct fixture *f = *state;

	number_loads(f, "1.045", 1045);
	number_loads(f, "1 045", 1045);
	number_loads(f, "1\u00a0046", 1046);
	number_refused(f, "10.45", "'10.45' is geen heel getal");
	number_refused(f, "1,045", "'1,045' kan twee dingen zijn: 1045 (met een teken voor duizendtallen) of 1,045");
	number_refused(f, "70,5", "'70,5' is geen heel getal");
	number_refused(f, "1.23.4", "is geen aantal");
}

static void d39_a_percentage_is_no_count(void **state)
{
	number_refused(*state, "82%", "'82%' is geen aantal");
}

static void d40_d41_signs_that_are_no_numbers(void **state)
{
	struct fixture *f = *state;

	number_refused(f, "", "de cel is leeg");
	number_refused(f, "-", "meer dan een betekenis");
	number_refused(f, ".", "meer dan een betekenis");
	number_refused(f, "<10", "afscherming");
	import_text(f, NAME, HEAD "\nDorp;2025-09-30;2,5-4;n.b.;<5;n.v.t.\n");
	expect(f, IMPORT_GELADEN);
}

static void d42_a_star_is_refused(void **state)
{
	number_refused(*state, "71*", "voorlopig");
}

static void d43_excel_errors_are_named(void **state)
{
	struct fixture *f = *state;

	number_refused(f, "#DEEL/0!", "foutmelding van Excel");
	number_refused(f, "#N/B", "foutmelding van Excel");
	number_refused(f, "####", "foutmelding van Excel");
}

static void d44_negative_numbers_are_refused(void **state)
{
	struct fixture *f = *state;

	number_refused(f, "-3", "kleiner dan hier kan");
	number_refused(f, "\u22123", "U+2212");
	number_refused(f, "(3)", "tekens die niet in een aantal horen");
}

static void d45_numbers_that_only_a_machine_reads(void **state)
{
	struct fixture *f = *state;

	number_refused(f, "1,05E+03", "door Excel ingekort");
	number_refused(f, "12345678901234567890", "te groot");
	number_refused(f, "0x1F", "hexadecimaal");
	number_refused(f, "inf", "geen getal dat te tellen is");
	number_refused(f, "nan", "geen getal dat te tellen is");
	number_refused(f, "\u0661\u0662", "andere cijfers dan 0 tot en met 9");
	number_refused(f, "\uff11\uff12", "andere cijfers");
	number_refused(f, "6000", "groter dan hier kan");
}

static void d46_an_excel_date_is_explained(void **state)
{
	struct fixture *f = *state;

	number_refused(f, "7-aug", "Excel maakt van tekst als 7-8 een datum");
	number_refused(f, "08-07-2025", "is een datum");
}

static void d47_spaces_around_a_number_do_not_matter(void **state)
{
	struct fixture *f = *state;

	number_loads(f, "  12 ", 12);
	number_loads(f, "\u00a013\u00a0", 13);
	number_loads(f, "\"  14\"", 14);
}

/* ---- E. time ------------------------------------------------------------------------------- */

static void date_refused(struct fixture *f, const char *cell, const char *part)
{
	char *text = mem_printf(HEAD "\nDorp;%s;2,5-4;3;1;1\n", cell);

	refuses(f, text, "periode", part);
	assert_int_equal(f->out.bevindingen.item[0].line, 2);
	assert_int_equal(f->out.bevindingen.item[0].column_nr, 2);
	free(text);
}

static void e51_dates_in_mixed_notations_load(void **state)
{
	loads(*state, HEAD "\nDorp;30-9-2025;2,5-4;50;46;40\nMeerzicht;2025-09-30;2,5-4;87;80;70\n"
			   "De Leyens;30 september 2025;2,5-4;12;11;10\n");
}

static void e52_to_e56_dates_that_are_refused(void **state)
{
	struct fixture *f = *state;

	date_refused(f, "45930", "Is dit 30-09-2025?");
	date_refused(f, "07/08/2025", "7 augustus 2025 of 8 juli 2025");
	date_refused(f, "30-9-25", "30 september 2025 of 25 september 2030");
	date_refused(f, "30-9-99", "jaartal van twee cijfers");
	date_refused(f, "10-9-25", "10 september 2025 of 25 september 2010");
	date_refused(f, "31-09-2025", "die maand heeft 30 dagen");
	date_refused(f, "2024/2025", "is geen datum");
	date_refused(f, "2025-09-29", "29 september 2025 is niet de laatste dag van een kwartaal");
	refuses(f, HEAD "\nDorp;;2,5-4;3;1;1\n", "leeg", "de cel is leeg");
}

static void e57_periods_that_cannot_be_are_refused_with_both_named(void **state)
{
	struct fixture *f = *state;

	expect_refused(f, "vve.csv", HEAD "\nDorp;2026-09-30;2,5-4;50;46;40\n", "periode", "30 september 2026 ligt in de toekomst; het is vandaag 21 juli 2026");
	refuses(f, HEAD "\n" ROW1 "\nMeerzicht;2025-06-30;2,5-4;87;80;70\n", "periode",
		"deze rij gaat over 2e kwartaal 2025, maar volgens de bestandsnaam is het bestand van 3e kwartaal 2025");
	assert_line(f, "periode", "2e kwartaal", 3);
	import_text(f, "vve.csv", HEAD "\n" ROW1 "\nMeerzicht;2025-06-30;2,5-4;87;80;70\n");
	expect(f, IMPORT_GELADEN);
	assert_string_equal(f->out.periode, "3e kwartaal 2025, 2e kwartaal 2025");
}

/* ---- F. wijk ------------------------------------------------------------------------------- */

static void area_refused(struct fixture *f, const char *cell, const char *part)
{
	char *text = mem_printf(HEAD "\n%s;2025-09-30;2,5-4;3;1;1\n", cell);

	refuses(f, text, "gebied", part);
	free(text);
}

static void f58_codes_without_prefix_or_zeros_are_recognised_and_said(void **state)
{
	struct fixture *f = *state;

	loads(f, HEAD "\nWK063701;2025-09-30;2,5-4;50;46;40\nwk063705;2025-09-30;2,5-4;87;80;70\n63707;2025-09-30;2,5-4;12;11;10\n");
	find(f, "gebied", "'wk063705' gelezen als WK063705 (Meerzicht)");
	find(f, "gebied", "'63707' gelezen als WK063707 (De Leyens)");
}

static void f59_unknown_names_get_the_nearest(void **state)
{
	struct fixture *f = *state;

	area_refused(f, "Meerzigt", "Bedoelt u Meerzicht (WK063705)?");
	area_refused(f, "WK06370I", "Bedoelt u");
	area_refused(f, "Nergenshuizen", "niet bekend als wijk van Zoetermeer");
}

static void f61_other_gemeenten_and_buurten_are_refused(void **state)
{
	struct fixture *f = *state;

	area_refused(f, "WK054601", "hoort bij gemeente Leiden, niet bij Zoetermeer (GM0637)");
	area_refused(f, "BU06370501", "is de code van een buurt; hier hoort een wijk");
	area_refused(f, "WK063708", "bestaat niet in de indeling van 2025 (wel in die van 2024: Industriegebied)");
}

static void f62_a_missing_wijk_is_said_and_is_not_zero(void **state)
{
	struct fixture *f = *state;

	import_text(f, NAME, HEAD "\n" ROW1 "\n" ROW2 "\n");
	expect(f, IMPORT_GELADEN);
	assert_int_equal(f->out.waarnemingen, 6);
	find(f, "C4", "1 van 3 gebieden ontbreekt in 3e kwartaal 2025: De Leyens.");
}

static void f63_a_wijk_is_that_of_the_period(void **state)
{
	struct fixture *f = *state;

	import_text(f, "vve.csv", HEAD "\nMeerzicht;2024-12-31;2,5-4;5;5;5\nMeerzicht;2025-03-31;2,5-4;6;6;6\n");
	expect(f, IMPORT_GELADEN);
	area_refused(f, "Rokkeveen", "niet bekend als wijk van Zoetermeer");
}

/* ---- G. deliveries ------------------------------------------------------------------------- */

static void g64_a_double_key_names_both_lines(void **state)
{
	struct fixture *f = *state;

	refuses(f, HEAD "\n" ROW1 "\n" ROW2 "\n" ROW1 "\n", "dubbel", "dezelfde sleutel als regel 2, met dezelfde waarden");
	refuses(f, HEAD "\n" ROW1 "\n" ROW2 "\nwk063701;30-9-2025;2,5-4;51;46;40\n", "dubbel",
		"dezelfde sleutel als regel 2, met andere waarden");
	assert_line(f, "dubbel", "andere waarden", 4);
}

static void g68_a_correction_with_an_error_leaves_the_old_figures(void **state)
{
	struct fixture *f = *state;

	loads(f, HEAD "\n" ROWS);
	f->opt.vervang = true;
	refuses(f, HEAD "\nDorp;2025-09-30;2,5-4;99;46;40\nMeerzicht;2025-09-30;2,5-4;x;80;70\n", "getal", "'x'");
}

static void g69_all_findings_come_in_one_run(void **state)
{
	struct fixture *f = *state;
	struct str s = STR_INIT;

	str_add(&s, HEAD "\n");
	for (int i = 0; i < 40; i++)
		str_add_f(&s, "Dorp;2025-09-30;2,5-4;x%d;46;40\n", i);
	refuses(f, s.text, "getal", "'x39'");
	assert_int_equal(f->out.bevindingen.fouten, 40);
	str_release(&s);
}

/* ---- H. privacy ---------------------------------------------------------------------------- */

static void h71_a_bsn_anywhere_refuses_the_file_and_is_not_shown(void **state)
{
	struct fixture *f = *state;
	static const char *const files[] = {
		HEAD ";opmerking van ons\n" ROW1 ";111222333\n",
		HEAD ";opmerking van ons\n" ROW1 ";zie 1112.22.333 graag\n",
		HEAD ";opmerking van ons\n" ROW1 ";111 222 333\n",
		HEAD "\n111222333;2025-09-30;2,5-4;50;46;40\n",
		HEAD "\nDorp;2025-09-30;2,5-4;111222333;46;40\n",
	};

	for (size_t i = 0; i < ARRAY_LEN(files); i++) {
		refuses(f, files[i], "persoonsgegevens", "burgerservicenummer");
		for (size_t b = 0; b < f->out.bevindingen.count; b++) {
			assert_string_equal(f->out.bevindingen.item[b].rule, "persoonsgegevens");
			assert_null(strstr(f->out.bevindingen.item[b].text, "222"));
		}
	}
}

static void h72_nine_other_digits_load(void **state)
{
	loads(*state, HEAD ";dossier\n" ROW1 ";111222334\n" ROW2 ";\n" ROW3 ";\n");
}

static void h73_e_mail_and_mobile_numbers_are_refused(void **state)
{
	struct fixture *f = *state;

	refuses(f, HEAD ";contact\n" ROW1 ";ouder@voorbeeld.nl\n", "persoonsgegevens", "e-mailadres");
	refuses(f, HEAD ";contact\n" ROW1 ";06-12 34 56 78\n", "persoonsgegevens", "mobiel telefoonnummer");
}

static void h74_a_list_of_children_is_refused(void **state)
{
	struct fixture *f = *state;
	struct str s = STR_INIT;

	/* each a period of its own, so that no key is double */
	str_add(&s, HEAD "\n");
	for (int i = 0; i < 20; i++)
		str_add_f(&s, "Meerzicht;%d-%s;2,5-4;1;1;1\n", 2021 + i / 4,
			i % 4 == 0 ? "03-31" : i % 4 == 1 ? "06-30" : i % 4 == 2 ? "09-30" : "12-31");
	expect_refused(f, "vve.csv", s.text, "persoonsgegevens", "lijkt een lijst per kind");
	str_release(&s);
}

static void h_a_column_of_birth_dates_is_refused_whatever_it_is_called(void **state)
{
	struct fixture *f = *state;
	struct str s = STR_INIT;

	str_add(&s, HEAD ";dag\n");
	for (int i = 0; i < 12; i++)
		str_add_f(&s, "Meerzicht;%d-%s;2,5-4;5;4;3;%02d-0%d-2021\n", 2021 + i / 2, i % 2 ? "12-31" : "06-30", i + 1, i % 9 + 1);
	expect_refused(f, "vve.csv", s.text, "persoonsgegevens", "lijkt geboortedata");
	str_release(&s);
}

/* ---- I. injection -------------------------------------------------------------------------- */

static void i75_to_i81_hostile_texts_are_only_text(void **state)
{
	struct fixture *f = *state;

	area_refused(f, "=1+1", "'=1+1' is niet bekend");
	area_refused(f, "' OR 1=1 --", "niet bekend als wijk");
	area_refused(f, "%n%s", "'%n%s' is niet bekend");
	refuses(f, HEAD "\nDo\x1b[31mrp;2025-09-30;2,5-4;3;1;1\n", "tekens", "stuurteken (\\x1b)");
	area_refused(f, "<script>alert(1)</script>", "is niet bekend");
}

#define T(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(a1_a_byte_order_mark_is_no_part_of_the_first_name),
		T(a2_a3_a4_utf16_of_both_kinds_loads_and_says_so),
		T(a5_windows_1252_loads_and_is_said),
		T(a6_two_encodings_are_refused_with_both_lines),
		T(a8_a_nul_byte_is_refused),
		T(a9_unseen_characters_in_a_name_make_no_other_wijk),
		T(a10_composed_and_decomposed_accents_are_one_name),
		T(a12_a_second_file_halfway_is_refused),
		T(a13_empty_files_are_refused),
		T(b14_comma_and_tab_load_and_a_pipe_is_refused_by_the_profile),
		T(b15_excels_sep_line_is_skipped_and_must_be_true),
		T(b16_title_lines_above_the_header_are_skipped_and_said),
		T(b18_blank_rows_are_ignored),
		T(b19_short_and_long_rows_are_refused),
		T(b20_an_unclosed_quote_is_named_where_it_begins),
		T(b21_a_stray_quote_is_refused),
		T(b22_a_line_end_in_a_cell_keeps_the_line_numbers_right),
		T(b23_all_line_ends_load),
		T(b24_a_file_that_breaks_off_is_refused),
		T(b25_a_file_without_header_is_refused_with_what_is_expected),
		T(b26_files_that_are_no_csv_are_named),
		T(b27_fields_and_rows_that_are_too_long_are_refused),
		T(b28_three_thousand_columns_are_one_sentence),
		T(c30_a_double_column_is_refused_with_both_places),
		T(c31_a_near_miss_is_suggested),
		T(c32_missing_columns_are_named_with_what_was_found),
		T(c33_order_case_and_spaces_of_columns_do_not_matter),
		T(c34_c35_other_columns_are_not_kept_and_that_is_said),
		T(c35_values_under_no_name_are_said_and_not_kept),
		T(c36_a_look_alike_letter_is_named),
		T(c37_columns_of_persons_are_refused),
		T(d38_thousands_and_decimals),
		T(d39_a_percentage_is_no_count),
		T(d40_d41_signs_that_are_no_numbers),
		T(d42_a_star_is_refused),
		T(d43_excel_errors_are_named),
		T(d44_negative_numbers_are_refused),
		T(d45_numbers_that_only_a_machine_reads),
		T(d46_an_excel_date_is_explained),
		T(d47_spaces_around_a_number_do_not_matter),
		T(e51_dates_in_mixed_notations_load),
		T(e52_to_e56_dates_that_are_refused),
		T(e57_periods_that_cannot_be_are_refused_with_both_named),
		T(f58_codes_without_prefix_or_zeros_are_recognised_and_said),
		T(f59_unknown_names_get_the_nearest),
		T(f61_other_gemeenten_and_buurten_are_refused),
		T(f62_a_missing_wijk_is_said_and_is_not_zero),
		T(f63_a_wijk_is_that_of_the_period),
		T(g64_a_double_key_names_both_lines),
		T(g68_a_correction_with_an_error_leaves_the_old_figures),
		T(g69_all_findings_come_in_one_run),
		T(h71_a_bsn_anywhere_refuses_the_file_and_is_not_shown),
		T(h72_nine_other_digits_load),
		T(h73_e_mail_and_mobile_numbers_are_refused),
		T(h74_a_list_of_children_is_refused),
		T(h_a_column_of_birth_dates_is_refused_whatever_it_is_called),
		T(i75_to_i81_hostile_texts_are_only_text),
	};

	return RUN_TESTS(tests);
}
