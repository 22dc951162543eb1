#include "test.h"

#include "base/mem.h"
#include "report/boek.h"
#include "report/html.h"
#include "report/pdf.h"
#include "report/sheet.h"
#include "report/tabel_csv.h"

static void printed_numbers_are_read_back(void **state)
{
	static const struct {
		const char *text;
		int64_t value;
		int scale;
		const char *unit;
	} good[] = {{"90,9%", 909, 1, "%"}, {"0", 0, 0, ""}, {"9999", 9999, 0, ""}, {"10.785", 10785, 0, ""},
		{"1.234.567", 1234567, 0, ""}, {"1,8 per 1.000", 18, 1, "per 1.000"}, {"-0,4%", -4, 1, "%"},
		{"27 kinderen", 27, 0, "kinderen"}, {"94,0 per 100", 940, 1, "per 100"}};
	static const char *const bad[] = {"", "afgeschermd", "–", "2e kwartaal 2026", "530 van 583", "tussen 3 en 6",
		"1.2", "10.78", "1.2345", "12,", "<5", "+2,1 procentpunt", "3, 4", "1234567890123456", "90,9%!"};
	struct decimal d;
	const char *unit;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(good); i++) {
		if (!boek_read_number(good[i].text, &d, &unit) || d.value != good[i].value ||
			d.scale != good[i].scale || strcmp(unit, good[i].unit) != 0) {
			print_error("'%s'\n", good[i].text);
			fail();
		}
	}
	for (size_t i = 0; i < ARRAY_LEN(bad); i++)
		if (boek_read_number(bad[i], &d, &unit)) {
			print_error("'%s' is geen getal\n", bad[i]);
			fail();
		}
}

static void cell(struct html *w, const char *class, const char *text)
{
	html_el(w, "td", text, "class", class);
}

/* A table as the sheets write it. */
static void write_table(struct html *w)
{
	html_open(w, "table");
	html_el(w, "caption", "Bereik per wijk");
	html_open(w, "thead");
	html_open(w, "tr");
	html_el(w, "th", "wijk");
	html_el(w, "th", "Stand", "class", "getal");
	html_el(w, "th", "Bereikt", "class", "getal");
	html_el(w, "th", "Marge", "class", "getal");
	html_el(w, "th", "Dag");
	html_close(w, "tr");
	html_close(w, "thead");
	html_open(w, "tbody");
	html_open(w, "tr");
	html_open(w, "th", "scope", "row");
	html_text(w, "=Dorp");
	html_raw(w, " ");
	html_el(w, "span", "OAB-01", "class", "id");
	html_close(w, "th");
	html_open(w, "td", "class", "getal groot");
	html_el(w, "b", "90,9%");
	html_raw(w, " ");
	html_el(w, "span", "530 van 583", "class", "van");
	html_close(w, "td");
	cell(w, "getal", "530 van 583");
	cell(w, "getal", "tussen 88,3 en 93,1%");
	cell(w, "datum", "30 juni 2026");
	html_close(w, "tr");
	html_open(w, "tr");
	html_el(w, "th", "Meer", "scope", "row");
	html_el(w, "td", "afgeschermd", "colspan", "3", "class", "getal");
	html_open(w, "td");
	html_el(w, "span", "○", "class", "teken", "aria-hidden", "true");
	html_raw(w, " ");
	html_text(w, "–");
	html_close(w, "td");
	html_close(w, "tr");
	html_close(w, "tbody");
	html_close(w, "table");
}

static void fill(struct boek *b)
{
	struct str page = STR_INIT;
	struct html w;

	html_init(&w, &page);
	w.boek = b;
	html_el(&w, "p", "vooraf");
	write_table(&w);
	html_finish(&w);
	str_release(&page);
}

static void the_page_and_the_files_hold_the_same(void **state)
{
	static const char *const heads[] = {"wijk", "wijk: code", "Stand", "Stand: aantal", "Stand: van hoeveel", "Bereikt",
		"Bereikt: van hoeveel", "Marge: van", "Marge: tot", "Dag"};
	struct boek b = BOEK_INIT;
	const struct boek_tabel *t;
	struct str csv = STR_INIT;

	(void)state;
	fill(&b);
	assert_int_equal(b.count, 1);
	t = &b.tabel[0];
	assert_string_equal(t->titel, "Bereik per wijk");
	assert_int_equal(t->kolom_count, ARRAY_LEN(heads));
	for (size_t i = 0; i < ARRAY_LEN(heads); i++)
		assert_string_equal(t->kolom[i].kop, heads[i]);
	assert_int_equal(t->cel[9].soort, BOEK_DATUM);
	assert_int_equal(t->cel[12].soort, BOEK_TEKST); /* a word stays a word, never 0 */
	tabel_csv(&csv, t, CSV_INTERNATIONAAL);
	assert_string_equal(str_text(&csv),
		"wijk,\"wijk: code\",Stand,\"Stand: aantal\",\"Stand: van hoeveel\",Bereikt,\"Bereikt: van hoeveel\","
		"\"Marge: van\",\"Marge: tot\",Dag\r\n"
		"\"'=Dorp\",OAB-01,90.9,530,583,530,583,88.3,93.1,2026-06-30\r\n"
		"Meer,,afgeschermd,,,,,,,\r\n");
	str_release(&csv);
	boek_release(&b);
}

static void rows_with_different_units_say_so(void **state)
{
	struct boek b = BOEK_INIT;
	struct str page = STR_INIT, csv = STR_INIT;
	struct html w;

	(void)state;
	html_init(&w, &page);
	w.boek = &b;
	html_open(&w, "table");
	html_open(&w, "thead");
	html_el(&w, "th", "Stand", "class", "getal");
	html_close(&w, "thead");
	for (int i = 0; i < 2; i++) {
		html_open(&w, "tr");
		cell(&w, "getal", i ? "1,8 per 1.000" : "90,9%");
		html_close(&w, "tr");
	}
	html_close(&w, "table");
	tabel_csv(&csv, &b.tabel[0], CSV_INTERNATIONAAL);
	assert_string_equal(str_text(&csv), "Stand,\"Stand: eenheid\"\r\n90.9,%\r\n1.8,\"per 1.000\"\r\n");
	str_release(&csv);
	str_release(&page);
	boek_release(&b);
}

static void sheet_names_are_valid_and_unique(void **state)
{
	static const struct {
		size_t nr;
		const char *titel, *naam;
	} cases[] = {{1, "Bereik per wijk", "1 Bereik per wijk"},
		{12, "Een opschrift van wel veertig letters of meer", "12 Een opschrift van wel veerti"},
		{2, "a[b]c:d*e?f/g\\h", "2 a b c d e f g h"}, {3, "'s middags'", "3 's middags"}, {4, "", "4"},
		{5, "\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80"
		    "\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80"
		    "\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80",
			"5 \xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80"
			"\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80"
			"\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80"}};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		char *name = sheet_name(cases[i].nr, cases[i].titel);

		assert_string_equal(name, cases[i].naam);
		free(name);
	}
}

static void a_workbook_is_the_same_every_time(void **state)
{
	struct opname o = {.titel = mem_dup("Proef & toets"), .voet = mem_dup("intern, stand per 21 juli 2026")};
	struct str a = STR_INIT, b = STR_INIT;
	struct err err = ERR_INIT;

	(void)state;
	fill(&o.boek);
	opname_add_over(&o, "Editie", "@intern");
	assert_ok(sheet_write(&a, &o, (struct date){2026, 7, 21}, &err));
	assert_ok(sheet_write(&b, &o, (struct date){2026, 7, 21}, &err));
	assert_true(a.len > 1000);
	assert_int_equal(a.len, b.len);
	assert_memory_equal(a.text, b.text, a.len);
	str_release(&a);
	str_release(&b);
	opname_release(&o);
}

static void a_pdf_has_the_day_of_the_data(void **state)
{
	char pdf[] = "x /CreationDate (D:20261128124703+01'00') /ModDate (D:20261128124703+00'00')>> /Date (D:2026) y";

	(void)state;
	pdf_fix_dates(pdf, strlen(pdf), (struct date){2026, 7, 21});
	assert_string_equal(pdf,
		"x /CreationDate (D:20260721000000+00'00') /ModDate (D:20260721000000+00'00')>> /Date (D:2026) y");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(printed_numbers_are_read_back),
		cmocka_unit_test(the_page_and_the_files_hold_the_same),
		cmocka_unit_test(rows_with_different_units_say_so),
		cmocka_unit_test(sheet_names_are_valid_and_unique),
		cmocka_unit_test(a_workbook_is_the_same_every_time),
		cmocka_unit_test(a_pdf_has_the_day_of_the_data),
	};
	return RUN_TESTS(tests);
}
