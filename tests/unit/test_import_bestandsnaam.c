#include "test.h"

#include "base/str.h"
#include "import/bestandsnaam.h"

/* The period's code, "-" when the name matches and says none, "" when it does not match. */
static void says(const char *patroon, const char *naam, enum periode_soort soort, const char *code, const char *status)
{
	struct bestandsnaam parts = {0};
	struct periode p;
	struct str s = STR_INIT;

	if (bestandsnaam_match(patroon, naam, &parts)) {
		if (bestandsnaam_periode(&parts, soort, &p))
			periode_add_code(&s, p);
		else
			str_add(&s, "-");
	}
	assert_string_equal(str_text(&s), code);
	if (status)
		assert_string_equal(parts.status, status);
	else
		assert_null(parts.status);
	free(parts.status);
	str_release(&s);
}

static void quarters_and_status_are_read(void **state)
{
	const char *p = "VVE_{jjjj}K{k}_{status}.csv";

	(void)state;
	says(p, "VVE_2025K3_V.csv", PERIODE_KWARTAAL, "2025-K3", "v");
	says(p, "vve_2025k3_definitief.CSV", PERIODE_KWARTAAL, "2025-K3", "definitief");
	says(p, "VVE_2025K3_V (1).csv", PERIODE_KWARTAAL, "2025-K3", "v");
	says(p, "VVE_2025K3_V (12).csv", PERIODE_KWARTAAL, "2025-K3", "v");
	says(p, "VVE_2025K5_V.csv", PERIODE_KWARTAAL, "-", "v");
	says(p, "VVE_2025K3.csv", PERIODE_KWARTAAL, "", NULL);
	says(p, "VVE_25K3_V.csv", PERIODE_KWARTAAL, "", NULL);
	says(p, "iets anders", PERIODE_KWARTAAL, "", NULL);
	says(p, "", PERIODE_KWARTAAL, "", NULL);
	says(p, "VVE_2025K3_.csv", PERIODE_KWARTAAL, "", NULL);
	says("M_{jjjj}{mm}.csv", "M_202508.csv", PERIODE_KWARTAAL, "2025-K3", NULL);
	says("M_{jjjj}{mm}.csv", "M_202513.csv", PERIODE_KWARTAAL, "-", NULL);
}

static void school_years_are_read_with_two_or_four_digits(void **state)
{
	(void)state;
	says("VSV_{jj1}-{jj2}.csv", "VSV_2024-2025.csv", PERIODE_SCHOOLJAAR, "2024/2025", NULL);
	says("VSV_{jj1}-{jj2}.csv", "VSV_24-25.csv", PERIODE_SCHOOLJAAR, "2024/2025", NULL);
	says("VSV_{jj1}-{jj2}.csv", "VSV_2024-25.csv", PERIODE_SCHOOLJAAR, "2024/2025", NULL);
	says("VSV_{jj1}-{jj2}.csv", "VSV_2024-2026.csv", PERIODE_SCHOOLJAAR, "-", NULL);
	says("vsv-{jj2}.csv", "vsv-2015.csv", PERIODE_SCHOOLJAAR, "2014/2015", NULL);
	says("vsv-{jj1}.csv", "vsv-2015.csv", PERIODE_SCHOOLJAAR, "2015/2016", NULL);
	says("vsv.csv", "vsv.csv", PERIODE_SCHOOLJAAR, "-", NULL);
	says("VSV_{jj1}-{jj2}.csv", "VSV_2-3.csv", PERIODE_SCHOOLJAAR, "", NULL);
}

static void other_kinds_of_period(void **state)
{
	(void)state;
	says("{*}_{jjjj}.csv", "peuters_leiden_2024.csv", PERIODE_JAAR, "2024", NULL);
	says("{*}_{jjjj}.csv", "peuters_1800.csv", PERIODE_JAAR, "-", NULL);
	says("x{jjjj}-{mm}.csv", "x2024-05.csv", PERIODE_MAAND, "2024-M05", NULL);
	says("x{jjjj}-{mm}.csv", "x2024-00.csv", PERIODE_MAAND, "-", NULL);
	says("x{jjjj}{mm}{dd}.csv", "x20241001.csv", PERIODE_DAG, "2024-10-01", NULL);
	says("x{jjjj}{mm}{dd}.csv", "x20241331.csv", PERIODE_DAG, "-", NULL);
	says("x{jjjj}.csv", "x2024.csv", PERIODE_GEEN, "-", NULL);
	says("x{jjjj}H{h}.csv", "x2024H1.csv", PERIODE_JAAR, "2024", NULL);
	says("pc4_wijk_{jjjj}{*}.csv", "pc4_wijk_2025.csv", PERIODE_JAAR, "2025", NULL);
	says("pc4_wijk_{jjjj}{*}.csv", "pc4_wijk_2025_v1.csv", PERIODE_JAAR, "2025", NULL);
	says("{*}_{jjjj}.csv", "_2024.csv", PERIODE_JAAR, "2024", NULL);
}

static void names_that_only_look_like_copies_are_left_alone(void **state)
{
	(void)state;
	says("a {*}.csv", "a ().csv", PERIODE_GEEN, "-", NULL);
	says("a(1).csv", "a(1).csv", PERIODE_GEEN, "-", NULL);
	says("a (x1).csv", "a (x1).csv", PERIODE_GEEN, "-", NULL);
	says("a", "a (1)", PERIODE_GEEN, "", NULL);
	says(".csv", ".csv", PERIODE_GEEN, "-", NULL);
}

static void a_pattern_that_means_nothing_matches_nothing(void **state)
{
	(void)state;
	says("x{foo}.csv", "x1.csv", PERIODE_JAAR, "", NULL);
	says("x{jjjj", "x2024", PERIODE_JAAR, "", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quarters_and_status_are_read),
		cmocka_unit_test(school_years_are_read_with_two_or_four_digits),
		cmocka_unit_test(other_kinds_of_period),
		cmocka_unit_test(names_that_only_look_like_copies_are_left_alone),
		cmocka_unit_test(a_pattern_that_means_nothing_matches_nothing),
	};

	return RUN_TESTS(tests);
}
