#include "test.h"

#include "publish/words.h"

#define T(literal) ((char[]){literal})

static struct norm_def ambition = {.soort = NORM_MINIMUM, .waarde = {92, 0}, .eenheid = T("%"),
	.status = NORM_VASTGESTELD, .benaming = T("afgesproken ambitie: minimaal 92%")};
static struct norm_def plain = {.soort = NORM_MINIMUM, .waarde = {92, 0}, .eenheid = T("%"),
	.status = NORM_VASTGESTELD};
static struct norm_def guide = {.soort = NORM_MINIMUM, .waarde = {92, 0}, .eenheid = T("%"),
	.status = NORM_RICHTWAARDE, .benaming = T("richtwaarde: minimaal 92%")};
static struct norm_def most = {.soort = NORM_MAXIMUM, .waarde = {275, 2}, .eenheid = T("%"),
	.status = NORM_RICHTWAARDE};
static struct norm_def proposal = {.soort = NORM_MINIMUM, .waarde = {90, 0}, .eenheid = T("%"),
	.status = NORM_VOORSTEL};
static struct indicator_def share = {.id = T("OAB-01"), .soort = SOORT_AANDEEL, .eenheid = T("%"), .decimalen = 1};
static struct gebied area = {.code = T("WK063703"), .naam = T("Palenstein"), .niveau = T("wijk"),
	.indeling = T("2025")};

static void status_prints(enum status status, const struct norm_def *norm, const char *expected)
{
	struct uitkomst u = {.indicator = &share, .gebied = &area, .periode = periode_kwartaal(2026, 2),
		.status = status, .norm = norm};
	struct str s = STR_INIT;

	words_add_status(&s, &u);
	assert_string_equal(str_text(&s), expected);
	str_release(&s);
}

/* calculation.md E.6, row by row. */
static void every_status_has_the_words_of_the_closed_list(void **state)
{
	(void)state;
	status_prints(STATUS_GEHAALD_ZEKER, &plain, "norm gehaald");
	status_prints(STATUS_GEHAALD_TOEVAL, &plain, "norm gehaald, kan toeval zijn");
	status_prints(STATUS_NET_ONDER, &plain, "net onder de norm, kan toeval zijn");
	status_prints(STATUS_NIET_GEHAALD_TOEVAL, &plain, "norm niet gehaald, kan toeval zijn");
	status_prints(STATUS_DUIDELIJK_ONDER, &plain, "duidelijk onder de norm");
	status_prints(STATUS_TE_WEINIG, &plain, "te weinig kinderen voor een oordeel");
	status_prints(STATUS_GEEN_NORM, NULL, "geen norm afgesproken");
	status_prints(STATUS_GEHAALD, &plain, "norm gehaald");
	status_prints(STATUS_NIET_GEHAALD, &plain, "norm niet gehaald");
	status_prints(STATUS_NIET_TE_BEPALEN, &plain, "niet te bepalen");
	status_prints(STATUS_ONVOLLEDIG, &plain, "onvolledig geleverd");
	status_prints(STATUS_GEEN_OORDEEL, NULL, "zonder oordeel");
}

static void a_missing_number_names_its_reason(void **state)
{
	(void)state;
	status_prints(STATUS_NIET_GELEVERD, NULL, "niet geleverd");
	status_prints(STATUS_ONBEKEND, NULL, "onbekend bij de bron");
	status_prints(STATUS_NVT, NULL, "niet van toepassing");
	status_prints(STATUS_AFGESCHERMD_BRON, NULL, "afgeschermd door de bron");
	status_prints(STATUS_FOUT, NULL, "gegevens kloppen niet");
	status_prints(STATUS_GEEN_DOELGROEP, NULL, "geen doelgroep");
}

/* Only what was vastgesteld may be called norm; the 92% of the city is an "afgesproken ambitie". */
static void a_norm_is_called_what_it_is(void **state)
{
	(void)state;
	status_prints(STATUS_DUIDELIJK_ONDER, &ambition, "duidelijk onder de afgesproken ambitie");
	status_prints(STATUS_NIET_GEHAALD_TOEVAL, &ambition, "afgesproken ambitie niet gehaald, kan toeval zijn");
	status_prints(STATUS_DUIDELIJK_ONDER, &guide, "duidelijk onder de richtwaarde");
	status_prints(STATUS_GEHAALD_TOEVAL, &guide, "richtwaarde gehaald, kan toeval zijn");
	status_prints(STATUS_NET_ONDER, &proposal, "net onder het voorstel, kan toeval zijn");
}

static void above_a_maximum_is_the_wrong_side(void **state)
{
	(void)state;
	status_prints(STATUS_DUIDELIJK_ONDER, &most, "duidelijk boven de richtwaarde");
	status_prints(STATUS_NET_ONDER, &most, "net boven de richtwaarde, kan toeval zijn");
}

static void a_band_is_left_and_not_passed(void **state)
{
	struct norm_def band = {.soort = NORM_BAND, .waarde = {4, 0}, .bovenkant = {6, 0}, .eenheid = T("%"),
		.status = NORM_VASTGESTELD};
	struct str s = STR_INIT;

	(void)state;
	status_prints(STATUS_DUIDELIJK_ONDER, &band, "duidelijk buiten de norm");
	status_prints(STATUS_NET_ONDER, &band, "net buiten de norm, kan toeval zijn");
	words_add_zekerheid(&s, ZEKERHEID_ZEKER_FOUT, &band);
	str_add_char(&s, '/');
	words_add_zekerheid(&s, ZEKERHEID_ZEKER_GOED, &band);
	assert_string_equal(str_text(&s), "zeker buiten de norm/zeker binnen de norm");
	str_release(&s);
}

static void an_accepted_deviation_names_its_last_day(void **state)
{
	struct afwijking a = {.gebied = T("WK063703"), .indeling = T("2025"), .tot = {2026, 12, 31}};
	struct norm_def with = guide;

	(void)state;
	with.afwijking = &a;
	with.afwijking_count = 1;
	status_prints(STATUS_AFWIJKING, &with, "geaccepteerde afwijking tot 31 december 2026");
}

static void certainty_is_a_statement_of_its_own(void **state)
{
	static const struct {
		enum zekerheid z;
		const struct norm_def *norm;
		const char *expected;
	} row[] = {
		{ZEKERHEID_ZEKER_GOED, &plain, "zeker boven de norm"},
		{ZEKERHEID_ZEKER_FOUT, &plain, "zeker onder de norm"},
		{ZEKERHEID_ZEKER_FOUT, &ambition, "zeker onder de ambitie"},
		{ZEKERHEID_ZEKER_FOUT, &most, "zeker boven de richtwaarde"},
		{ZEKERHEID_ZEKER_GOED, &most, "zeker onder de richtwaarde"},
		{ZEKERHEID_TOEVAL, &plain, "kan toeval zijn"},
		{ZEKERHEID_TE_WEINIG, &plain, "te weinig kinderen"},
		{ZEKERHEID_NIET_TE_BEPALEN, &plain, "niet te bepalen"},
		{ZEKERHEID_GEEN, NULL, "-"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(row); i++) {
		struct str s = STR_INIT;

		words_add_zekerheid(&s, row[i].z, row[i].norm);
		assert_string_equal(str_text(&s), row[i].expected);
		str_release(&s);
	}
}

static void norms_print_with_their_status(void **state)
{
	struct str s = STR_INIT;

	(void)state;
	words_add_norm(&s, &ambition);
	str_add(&s, "; ");
	words_add_norm(&s, &most);
	str_add(&s, "; ");
	words_add_norm(&s, NULL);
	str_add(&s, "; ");
	words_add_limit(&s, &ambition);
	str_add(&s, "; ");
	words_add_limit(&s, &most);
	assert_string_equal(str_text(&s), "92% (vastgesteld); 2,75% (richtwaarde); geen norm afgesproken; "
					  "minimaal 92%; maximaal 2,75%");
	str_release(&s);
}

static void every_status_has_a_symbol_or_none(void **state)
{
	(void)state;
	for (int i = STATUS_NIET_GELEVERD; i <= STATUS_DUIDELIJK_ONDER; i++)
		assert_non_null(words_symbol((enum status)i));
	assert_string_equal(words_symbol(STATUS_GEHAALD_ZEKER), "●");
	assert_string_equal(words_symbol(STATUS_GEHAALD_TOEVAL), "◐");
	assert_string_equal(words_symbol(STATUS_NET_ONDER), "◔");
	assert_string_equal(words_symbol(STATUS_NIET_GEHAALD_TOEVAL), "○");
	assert_string_equal(words_symbol(STATUS_DUIDELIJK_ONDER), "▼");
	assert_string_equal(words_symbol(STATUS_AFWIJKING), "◇");
}

static void change_has_its_own_words(void **state)
{
	struct uitkomst u = {.indicator = &share, .gebied = &area, .verandering = VERANDERING_HOGER,
		.verschil = 2.1295};
	struct str s = STR_INIT;

	(void)state;
	assert_true(words_add_change(&s, &u));
	u.verandering = VERANDERING_LAGER;
	u.verschil = -0.4;
	str_add(&s, "; ");
	assert_true(words_add_change(&s, &u));
	u.verandering = VERANDERING_ONDUIDELIJK;
	str_add(&s, "; ");
	assert_true(words_add_change(&s, &u));
	u.verandering = VERANDERING_TE_KLEIN;
	str_add(&s, "; ");
	assert_true(words_add_change(&s, &u));
	u.breuk = true;
	str_add(&s, "; ");
	assert_true(words_add_change(&s, &u));
	assert_string_equal(str_text(&s), "hoger (+2,1 procentpunt); lager (-0,4 procentpunt); geen duidelijke "
					  "verandering; te klein om te zien; niet te vergelijken: reeksbreuk");
	u.breuk = false;
	u.verandering = VERANDERING_GEEN;
	assert_false(words_add_change(&s, &u));
	str_release(&s);
}

static void a_change_of_one_is_singular(void **state)
{
	struct indicator_def count = {.eenheid = (char *)(uintptr_t)"kinderen",
		.woorden = {.enkelvoud = (char *)(uintptr_t)"kind", .meervoud = (char *)(uintptr_t)"kinderen"}};
	struct indicator_def index = {.soort = SOORT_INDEX, .decimalen = 2, .eenheid = (char *)(uintptr_t)"index"};
	struct uitkomst u = {.indicator = &count, .gebied = &area, .verandering = VERANDERING_LAGER, .verschil = -1};
	struct str s = STR_INIT;

	(void)state;
	assert_true(words_add_change(&s, &u));
	u.verschil = -2;
	str_add(&s, "; ");
	assert_true(words_add_change(&s, &u));
	u.indicator = &index;
	u.verschil = -0.04;
	str_add(&s, "; ");
	assert_true(words_add_change(&s, &u));
	assert_string_equal(str_text(&s), "lager (-1 kind); lager (-2 kinderen); lager (-0,04)");
	str_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_status_has_the_words_of_the_closed_list),
		cmocka_unit_test(a_missing_number_names_its_reason),
		cmocka_unit_test(a_norm_is_called_what_it_is),
		cmocka_unit_test(above_a_maximum_is_the_wrong_side),
		cmocka_unit_test(a_band_is_left_and_not_passed),
		cmocka_unit_test(an_accepted_deviation_names_its_last_day),
		cmocka_unit_test(certainty_is_a_statement_of_its_own),
		cmocka_unit_test(norms_print_with_their_status),
		cmocka_unit_test(every_status_has_a_symbol_or_none),
		cmocka_unit_test(change_has_its_own_words),
		cmocka_unit_test(a_change_of_one_is_singular),
	};

	return RUN_TESTS(tests);
}
