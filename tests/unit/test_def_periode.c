#include "test.h"

#include "def/periode.h"

static struct periode parse(const char *text)
{
	struct err err = ERR_INIT;
	struct periode p = {PERIODE_GEEN, 0, 0, DATE_NONE, DATE_NONE};

	assert_ok(periode_parse(text, &p, &err));
	return p;
}

static const char *code_of(struct periode p)
{
	static struct str s;

	str_release(&s);
	periode_add_code(&s, p);
	return str_text(&s);
}

static const char *name_of(struct periode p)
{
	static struct str s;

	str_release(&s);
	periode_add_name(&s, p);
	return str_text(&s);
}

static const char *span_of(struct periode p)
{
	static struct str s;

	str_release(&s);
	date_add_iso(&s, p.begin);
	str_add(&s, " ");
	date_add_iso(&s, p.eind);
	return str_text(&s);
}

static void each_notation_is_read_as_its_own_kind(void **state)
{
	static const struct {
		const char *text, *code, *span;
		enum periode_soort soort;
	} cases[] = {
		{"2026-K2", "2026-K2", "2026-04-01 2026-06-30", PERIODE_KWARTAAL},
		{"2026K4", "2026-K4", "2026-10-01 2026-12-31", PERIODE_KWARTAAL},
		{"2024-K1", "2024-K1", "2024-01-01 2024-03-31", PERIODE_KWARTAAL},
		{"2025/2026", "2025/2026", "2025-08-01 2026-07-31", PERIODE_SCHOOLJAAR},
		{"2025-2026", "2025/2026", "2025-08-01 2026-07-31", PERIODE_SCHOOLJAAR},
		{"1999/2000", "1999/2000", "1999-08-01 2000-07-31", PERIODE_SCHOOLJAAR},
		{"2026", "2026", "2026-01-01 2026-12-31", PERIODE_JAAR},
		{"2024-M02", "2024-M02", "2024-02-01 2024-02-29", PERIODE_MAAND},
		{"2026-M12", "2026-M12", "2026-12-01 2026-12-31", PERIODE_MAAND},
		{"2026-06-30", "2026-06-30", "2026-06-30 2026-06-30", PERIODE_DAG},
		{"2024-02-29", "2024-02-29", "2024-02-29 2024-02-29", PERIODE_DAG},
		{"1900", "1900", "1900-01-01 1900-12-31", PERIODE_JAAR},
		{"2199/2200", "2199/2200", "2199-08-01 2200-07-31", PERIODE_SCHOOLJAAR},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct periode p = parse(cases[i].text);

		assert_int_equal(p.soort, cases[i].soort);
		assert_string_equal(code_of(p), cases[i].code);
		assert_string_equal(span_of(p), cases[i].span);
	}
}

static void the_last_day_of_a_quarter_stays_a_day(void **state)
{
	(void)state;
	assert_false(periode_equal(parse("2026-06-30"), parse("2026-K2")));
}

static void anything_else_is_refused_and_leaves_the_output_alone(void **state)
{
	static const char *const wrong[] = {"", " ", "26", "202", "20266", "2026-", "2026-K",
		"2026-K0", "2026-K5", "2026-k2", "2026-KK2", "2026-K22", "2026K", "2026-Q2",
		" 2026-K2", "2026-K2 ", "2025/2027", "2025/2025", "2026/2025", "2025/26",
		"2025/202a", "2025 2026", "2026-M00", "2026-M13", "2026-M1", "2026M01", "2026-M1x",
		"2026-02-29", "2026-13-01", "2026-00-10", "2026-06-31", "2026-6-30", "2026/06/30",
		"30-06-2026", "2026-06-30T", "1899", "1899-K1", "2200", "2200-01-01", "9999",
		"2023..2026", "2024..2025", "2023..", "..2025", "2022/2023..2025", "2023-K1..2025-K1",
		"2023...2025", "1898..1900", "-2026", "+2026", "jaar", "2026\n", "２０２６"};
	struct err err = ERR_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		struct periode p = {PERIODE_GEEN, 7, 7, DATE_NONE, DATE_NONE};

		assert_refused(periode_parse(wrong[i], &p, &err), "is geen periode");
		assert_int_equal(p.soort, PERIODE_GEEN);
		assert_int_equal(p.jaar, 7);
	}
}

static void a_refusal_shows_the_text_safely_and_says_how_to_write_it(void **state)
{
	struct err err = ERR_INIT;
	struct periode p;

	(void)state;
	assert_int_equal(periode_parse("\x1b[31m", &p, &err), -1);
	assert_int_equal(err.kind, ERR_DATA);
	assert_null(strchr(err.text, '\x1b'));
	assert_non_null(strstr(err.advice, "2026-K2"));
	err_release(&err);
}

static void every_code_reads_back_as_the_same_period(void **state)
{
	(void)state;
	for (int jaar = 1900; jaar < 2200; jaar += 13) {
		assert_true(periode_equal(parse(code_of(periode_jaar(jaar))), periode_jaar(jaar)));
		assert_true(periode_equal(
			parse(code_of(periode_schooljaar(jaar))), periode_schooljaar(jaar)));
		for (int k = 1; k <= 4; k++)
			assert_true(periode_equal(parse(code_of(periode_kwartaal(jaar, k))),
				periode_kwartaal(jaar, k)));
		for (int m = 1; m <= 12; m++) {
			struct periode p = periode_maand(jaar, m);

			assert_true(periode_equal(parse(code_of(p)), p));
			assert_true(periode_equal(
				parse(code_of(periode_dag(p.eind))), periode_dag(p.eind)));
		}
	}
}

static void names_are_those_a_reader_knows(void **state)
{
	(void)state;
	assert_string_equal(name_of(parse("2026-K2")), "2e kwartaal 2026");
	assert_string_equal(name_of(parse("2026-K1")), "1e kwartaal 2026");
	assert_string_equal(name_of(parse("2025/2026")), "schooljaar 2025-2026");
	assert_string_equal(name_of(parse("2026")), "2026");
	assert_string_equal(name_of(parse("2026-M04")), "april 2026");
	assert_string_equal(name_of(parse("2026-M12")), "december 2026");
	assert_string_equal(name_of(parse("2026-06-30")), "30 juni 2026");
	assert_string_equal(name_of(parse("2023..2025")), "2023 tot en met 2025 samen");
	assert_string_equal(name_of(parse("2022/2023..2024/2025")),
		"schooljaren 2022-2023 tot en met 2024-2025 samen");
	assert_string_equal(
		name_of((struct periode){PERIODE_GEEN, 0, 0, DATE_NONE, DATE_NONE}), "");
	assert_string_equal(
		code_of((struct periode){PERIODE_GEEN, 0, 0, DATE_NONE, DATE_NONE}), "");
}

static void three_years_are_one_period(void **state)
{
	struct periode p = parse("2022/2023..2024/2025");

	(void)state;
	assert_true(periode_is_samen(p) && !periode_is_samen(parse("2025")));
	assert_int_equal(date_cmp(p.begin, (struct date){2022, 8, 1}), 0);
	assert_int_equal(date_cmp(p.eind, (struct date){2025, 7, 31}), 0);
	assert_true(periode_equal(periode_deel(p, 0), periode_schooljaar(2022)));
	assert_true(periode_equal(periode_deel(p, 2), periode_schooljaar(2024)));
	assert_string_equal(code_of(p), "2022/2023..2024/2025");
	assert_string_equal(code_of(periode_years_back(parse("2023..2025"), 3)), "2020..2022");
	assert_true(periode_equal(periode_of_date(PERIODE_JAREN, (struct date){2025, 12, 31}), parse("2023..2025")));
}

static void a_day_falls_in_the_period_of_each_kind(void **state)
{
	static const struct {
		struct date dag;
		const char *kwartaal, *schooljaar, *maand;
	} cases[] = {
		{{2026, 7, 31}, "2026-K3", "2025/2026", "2026-M07"},
		{{2026, 8, 1}, "2026-K3", "2026/2027", "2026-M08"},
		{{2026, 1, 1}, "2026-K1", "2025/2026", "2026-M01"},
		{{2026, 3, 31}, "2026-K1", "2025/2026", "2026-M03"},
		{{2026, 4, 1}, "2026-K2", "2025/2026", "2026-M04"},
		{{2026, 12, 31}, "2026-K4", "2026/2027", "2026-M12"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct date dag = cases[i].dag;

		assert_string_equal(
			code_of(periode_of_date(PERIODE_KWARTAAL, dag)), cases[i].kwartaal);
		assert_string_equal(
			code_of(periode_of_date(PERIODE_SCHOOLJAAR, dag)), cases[i].schooljaar);
		assert_string_equal(code_of(periode_of_date(PERIODE_MAAND, dag)), cases[i].maand);
		assert_string_equal(code_of(periode_of_date(PERIODE_JAAR, dag)), "2026");
		assert_int_equal(date_cmp(periode_of_date(PERIODE_DAG, dag).begin, dag), 0);
		assert_int_equal(periode_of_date(PERIODE_GEEN, dag).soort, PERIODE_GEEN);
	}
}

static void the_day_number_counts_leap_days(void **state)
{
	(void)state;
	assert_int_equal(parse("2026-01-01").nummer, 1);
	assert_int_equal(parse("2026-03-01").nummer, 60);
	assert_int_equal(parse("2024-03-01").nummer, 61);
	assert_int_equal(parse("2026-12-31").nummer, 365);
	assert_int_equal(parse("2024-12-31").nummer, 366);
}

static void periods_sort_by_their_last_day_and_then_by_kind(void **state)
{
	static const char *const order[] = {"2025-K4", "2025", "2025-M12", "2025-12-31", "2026-K2",
		"2026-M06", "2026-06-30", "2025/2026", "2026-K3"};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(order); i++)
		for (size_t j = 0; j < ARRAY_LEN(order); j++) {
			int cmp = periode_cmp(parse(order[i]), parse(order[j]));

			assert_int_equal((cmp > 0) - (cmp < 0), (i > j) - (i < j));
		}
}

static void a_year_back_is_the_same_period_of_that_year(void **state)
{
	static const struct {
		const char *from;
		int n;
		const char *to;
	} cases[] = {{"2026-K2", 1, "2025-K2"}, {"2026-K2", 0, "2026-K2"},
		{"2025/2026", 1, "2024/2025"}, {"2026", 2, "2024"}, {"2024-M02", 1, "2023-M02"},
		{"2026-06-30", 1, "2025-06-30"}, {"2024-02-29", 1, "2023-02-28"},
		{"2024-02-29", 4, "2020-02-29"}, {"2023-02-28", 3, "2020-02-28"},
		{"2000-02-29", 100, "1900-02-28"}};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct periode back = periode_years_back(parse(cases[i].from), cases[i].n);

		assert_string_equal(code_of(back), cases[i].to);
		assert_int_equal(date_cmp(back.begin, parse(cases[i].to).begin), 0);
		assert_int_equal(date_cmp(back.eind, parse(cases[i].to).eind), 0);
	}
	assert_int_equal(periode_years_back(periode_of_date(PERIODE_GEEN, DATE_NONE), 1).soort,
		PERIODE_GEEN);
}

static void the_next_period_begins_the_day_after(void **state)
{
	static const char *const cases[][2] = {{"2026-K4", "2027-K1"}, {"2026-K2", "2026-K3"},
		{"2025/2026", "2026/2027"}, {"2026", "2027"}, {"2026-M12", "2027-M01"},
		{"2024-M02", "2024-M03"}, {"2024-02-28", "2024-02-29"},
		{"2026-12-31", "2027-01-01"}};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		assert_string_equal(code_of(periode_next(parse(cases[i][0]))), cases[i][1]);
	assert_int_equal(
		periode_next(periode_of_date(PERIODE_GEEN, DATE_NONE)).soort, PERIODE_GEEN);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_notation_is_read_as_its_own_kind),
		cmocka_unit_test(the_last_day_of_a_quarter_stays_a_day),
		cmocka_unit_test(anything_else_is_refused_and_leaves_the_output_alone),
		cmocka_unit_test(a_refusal_shows_the_text_safely_and_says_how_to_write_it),
		cmocka_unit_test(every_code_reads_back_as_the_same_period),
		cmocka_unit_test(names_are_those_a_reader_knows),
		cmocka_unit_test(three_years_are_one_period),
		cmocka_unit_test(a_day_falls_in_the_period_of_each_kind),
		cmocka_unit_test(the_day_number_counts_leap_days),
		cmocka_unit_test(periods_sort_by_their_last_day_and_then_by_kind),
		cmocka_unit_test(a_year_back_is_the_same_period_of_that_year),
		cmocka_unit_test(the_next_period_begins_the_day_after),
	};

	return RUN_TESTS(tests);
}
