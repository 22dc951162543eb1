#include "test.h"

#include "base/str.h"
#include "import/cell_periode.h"

#define ALL (~0u)

static void is_day(const char *text, unsigned vormen, int year, int month, int day)
{
	struct err err = ERR_INIT;
	struct date d = DATE_NONE;

	if (cell_datum(text, vormen, &d, &err) < 0)
		print_error("%s: %s\n", text, err.text);
	assert_null(err.text);
	assert_int_equal(d.year, year);
	assert_int_equal(d.month, month);
	assert_int_equal(d.day, day);
}

static void no_day(const char *text, const char *part, const char *advice)
{
	struct err err = ERR_INIT;
	struct date d;

	assert_int_equal(cell_datum(text, ALL, &d, &err), -1);
	if (!strstr(err.text, part) || !strstr(err.advice, advice))
		print_error("%s: %s / %s\n", text, err.text, err.advice);
	assert_non_null(strstr(err.text, part));
	assert_non_null(strstr(err.advice, advice));
	err_release(&err);
}

static void dates_are_read_in_every_certain_notation(void **state)
{
	static const char *const texts[] = {"2025-09-30", "2025-9-30", "30-9-2025", "30-09-2025", "30.9.2025", "30/09/2025",
		"30 september 2025", "30 sept. 2025", "30-sep-2025", "2025/09/30", "2025-09-30 00:00:00", "2025-09-30T00:00:00Z",
		"30-09-2025 00:00", "09/30/2025"};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(texts); i++)
		is_day(texts[i], 0, 2025, 9, 30);
	is_day("20241001", DATUMVORM_BIT(DATUMVORM_AANEEN), 2024, 10, 1);
	is_day("5/5/2025", 0, 2025, 5, 5);
	is_day("1 mrt 2024", 0, 2024, 3, 1);
	is_day("29-02-2024", 0, 2024, 2, 29);
}

static void what_has_two_readings_names_them_both(void **state)
{
	(void)state;
	no_day("07/08/2025", "'07/08/2025' kan twee dagen zijn: 7 augustus 2025 of 8 juli 2025.", "2025-08-07");
	no_day("10-9-25", "10 september 2025 of 25 september 2010", "2025-09-10");
	no_day("31-12-99", "jaartal van twee cijfers", "voluit");
	no_day("45930", "dagnummer van Excel", "Is dit 30-09-2025?");
	no_day("45930,5", "dagnummer van Excel", "Is dit 30-09-2025?");
}

static void days_that_do_not_exist_are_refused(void **state)
{
	(void)state;
	no_day("31-09-2025", "die maand heeft 30 dagen", "welke dag");
	no_day("29-02-2025", "die maand heeft 28 dagen", "welke dag");
	no_day("2025-13-01", "is geen dag die bestaat", "welke dag");
	no_day("0-1-2025", "is geen dag die bestaat", "welke dag");
	no_day("1-1-1850", "is geen dag die bestaat", "welke dag");
	no_day("2025-09-30 12:00", "is geen datum", "jjjj-mm-dd");
	no_day("gisteren", "is geen datum", "jjjj-mm-dd");
	no_day("1", "is geen datum", "jjjj-mm-dd");
	no_day("99999", "is geen datum", "jjjj-mm-dd");
	no_day("1-2-3-4-5-6-7-8-9", "is geen datum", "jjjj-mm-dd");
	no_day("30 foober 2025", "is geen datum", "jjjj-mm-dd");
	no_day("130-9-2025", "is geen datum", "jjjj-mm-dd");
	no_day("30-9-202", "is geen datum", "jjjj-mm-dd");
	no_day("", "is geen datum", "jjjj-mm-dd");
	no_day("30=9=2025", "is geen datum", "jjjj-mm-dd");
}

static void digits_in_a_row_are_a_day_only_where_the_profile_says(void **state)
{
	struct err err = ERR_INIT;
	struct date d;

	(void)state;
	assert_refused(cell_datum("20241001", 0, &d, &err), "is geen datum");
	assert_refused(cell_datum("20241301", ALL, &d, &err), "is geen dag die bestaat");
}

static void is_period(const char *text, enum periode_soort soort, const char *code)
{
	struct err err = ERR_INIT;
	struct periode p;
	struct str s = STR_INIT;

	if (cell_periode(text, soort, ALL, &p, &err) < 0)
		print_error("%s: %s\n", text, err.text);
	assert_null(err.text);
	periode_add_code(&s, p);
	assert_string_equal(str_text(&s), code);
	str_release(&s);
}

static void no_period(const char *text, enum periode_soort soort, const char *part)
{
	struct err err = ERR_INIT;
	struct periode p;

	assert_int_equal(cell_periode(text, soort, 0, &p, &err), -1);
	if (!strstr(err.text, part))
		print_error("%s: %s\n", text, err.text);
	assert_non_null(strstr(err.text, part));
	assert_non_null(err.advice);
	err_release(&err);
}

static void quarters_have_many_spellings_and_one_meaning(void **state)
{
	static const char *const texts[] = {"2025-K3", "2025K3", "2025 k3", "2025Q3", "2025-q3", "K3 2025", "K3-2025", "Q3 2025",
		"3e kwartaal 2025", "3e kwartaal van 2025", "kwartaal 3 2025", "2025 3e kwartaal", "3de kwartaal 2025", "2025KW03",
		"kw. 3, 2025", "2025-09-30", "15 juli 2025", "20250930"};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(texts); i++)
		is_period(texts[i], PERIODE_KWARTAAL, "2025-K3");
}

static void what_is_no_quarter_says_why(void **state)
{
	(void)state;
	no_period("2025-K5", PERIODE_KWARTAAL, "'2025-K5' is geen kwartaal: er zijn er vier.");
	no_period("2025-K0", PERIODE_KWARTAAL, "er zijn er vier");
	no_period("2024/2025", PERIODE_KWARTAAL, "is een schooljaar (1 augustus tot en met 31 juli); hier hoort een kwartaal");
	no_period("2024-25", PERIODE_KWARTAAL, "is een schooljaar");
	no_period("2025-3", PERIODE_KWARTAAL, "is geen kwartaal");
	no_period("K3", PERIODE_KWARTAAL, "is geen kwartaal");
	no_period("K3 K4 2025", PERIODE_KWARTAAL, "is geen kwartaal");
	no_period("herfst 2025 3", PERIODE_KWARTAAL, "is geen kwartaal");
	no_period("2025-K33", PERIODE_KWARTAAL, "er zijn er vier");
	no_period("3025-K3", PERIODE_KWARTAAL, "is geen kwartaal");
}

static void school_years_need_both_years(void **state)
{
	static const char *const texts[] = {"2024-2025", "2024/2025", "2024/25", "2024-25", "2024/'25", "schooljaar 2024-2025",
		"SJ 2024/2025", "2024SJ00", "2024 / 2025"};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(texts); i++)
		is_period(texts[i], PERIODE_SCHOOLJAAR, "2024/2025");
	is_period("1999-00", PERIODE_SCHOOLJAAR, "1999/2000");
	is_period("01-10-2024", PERIODE_SCHOOLJAAR, "2024/2025");
	no_period("2024", PERIODE_SCHOOLJAAR, "'2024' kan twee schooljaren zijn: 2023-2024 of 2024-2025.");
	no_period("2024-2026", PERIODE_SCHOOLJAAR, "is geen schooljaar");
	no_period("2024-202", PERIODE_SCHOOLJAAR, "is geen schooljaar");
	no_period("2024SJ01", PERIODE_SCHOOLJAAR, "is geen schooljaar");
	no_period("2202SJ00", PERIODE_SCHOOLJAAR, "is geen schooljaar");
	no_period("24-25", PERIODE_SCHOOLJAAR, "is geen schooljaar");
}

static void years_months_and_days(void **state)
{
	(void)state;
	is_period("2024", PERIODE_JAAR, "2024");
	is_period("2022JJ00", PERIODE_JAAR, "2022");
	is_period("jaar 2024", PERIODE_JAAR, "2024");
	is_period("01-01-2024", PERIODE_JAAR, "2024");
	no_period("2022JJ01", PERIODE_JAAR, "is geen jaar");
	no_period("24", PERIODE_JAAR, "is geen jaar");
	no_period("9999", PERIODE_JAAR, "is geen jaar");
	is_period("2026-04", PERIODE_MAAND, "2026-M04");
	is_period("2026M04", PERIODE_MAAND, "2026-M04");
	is_period("2026-M4", PERIODE_MAAND, "2026-M04");
	is_period("april 2026", PERIODE_MAAND, "2026-M04");
	is_period("2026MM04", PERIODE_MAAND, "2026-M04");
	is_period("202604", PERIODE_MAAND, "2026-M04");
	is_period("04-2026", PERIODE_MAAND, "2026-M04");
	no_period("2026-13", PERIODE_MAAND, "is geen maand: er zijn er twaalf");
	no_period("202604", PERIODE_MAAND, "is geen maand");
	no_period("april 2300", PERIODE_MAAND, "is geen maand");
	no_period("2026-04-x", PERIODE_MAAND, "is geen maand");
	is_period("2026-06-30", PERIODE_DAG, "2026-06-30");
	no_period("2026-K2", PERIODE_DAG, "is geen datum");
	no_period("2026-02-30", PERIODE_KWARTAAL, "die maand heeft 28 dagen");
	no_period("x%", PERIODE_JAAR, "is geen jaar");
}

static void demands(enum moet_zijn moet_zijn, struct date good, struct date wrong, const char *part, const char *meant)
{
	struct err err = ERR_INIT;

	assert_ok(cell_moet_zijn(moet_zijn, good, &err));
	assert_int_equal(cell_moet_zijn(moet_zijn, wrong, &err), -1);
	assert_non_null(strstr(err.text, part));
	assert_non_null(strstr(err.advice, meant));
	err_release(&err);
}

static void the_day_must_be_the_one_the_profile_demands(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	assert_ok(cell_moet_zijn(MOET_ZIJN_VRIJ, (struct date){2025, 5, 17}, &err));
	demands(MOET_ZIJN_LAATSTE_DAG_KWARTAAL, (struct date){2025, 9, 30}, (struct date){2025, 9, 29},
		"29 september 2025 is niet de laatste dag van een kwartaal", "Bedoelt u 30 september 2025?");
	demands(MOET_ZIJN_LAATSTE_DAG_HALFJAAR, (struct date){2025, 6, 30}, (struct date){2025, 3, 31},
		"is niet de laatste dag van een half jaar", "30 juni 2025");
	demands(MOET_ZIJN_LAATSTE_DAG_HALFJAAR, (struct date){2025, 12, 31}, (struct date){2025, 9, 30}, "half jaar",
		"31 december 2025");
	demands(MOET_ZIJN_1_OKTOBER, (struct date){2024, 10, 1}, (struct date){2024, 1, 10}, "is niet 1 oktober", "1 oktober 2024");
	demands(MOET_ZIJN_1_JANUARI, (struct date){2024, 1, 1}, (struct date){2024, 1, 2}, "is niet 1 januari", "1 januari 2024");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_are_read_in_every_certain_notation),
		cmocka_unit_test(what_has_two_readings_names_them_both),
		cmocka_unit_test(days_that_do_not_exist_are_refused),
		cmocka_unit_test(digits_in_a_row_are_a_day_only_where_the_profile_says),
		cmocka_unit_test(quarters_have_many_spellings_and_one_meaning),
		cmocka_unit_test(what_is_no_quarter_says_why),
		cmocka_unit_test(school_years_need_both_years),
		cmocka_unit_test(years_months_and_days),
		cmocka_unit_test(the_day_must_be_the_one_the_profile_demands),
	};

	return RUN_TESTS(tests);
}
