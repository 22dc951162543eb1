#include "test.h"

#include "base/mem.h"
#include "def/norm_def.h"
#include "def/uitkomst.h"

static void a_new_outcome_knows_nothing_and_says_so(void **state)
{
	struct uitkomst_list list = {NULL, 0, 0};
	const struct uitkomst *u = uitkomst_list_add(&list);

	(void)state;
	assert_int_equal(u->status, STATUS_NIET_GELEVERD);
	assert_false(u->teller.bekend || u->noemer.bekend || u->heeft_waarde || u->heeft_interval);
	assert_true(isnan(u->p_onder) && isnan(u->p_boven));
	assert_string_equal(u->methode, "geen");
	assert_int_equal(u->feit, FEIT_GEEN);
	uitkomst_list_release(&list);
}

static void the_list_keeps_what_was_put_in_while_it_grows(void **state)
{
	struct uitkomst_list list = {NULL, 0, 0};

	(void)state;
	for (size_t i = 0; i < 100; i++) {
		struct uitkomst *u = uitkomst_list_add(&list);

		u->delen = i;
		u->levering = mem_new(1, sizeof(*u->levering));
		u->levering_count = 1;
	}
	for (size_t i = 0; i < 100; i++)
		assert_int_equal(list.item[i].delen, i);
	uitkomst_list_release(&list);
	assert_int_equal(list.count, 0);
	uitkomst_list_release(&list); /* harmless */
}

/* Every value has a word of its own; a word once given stays. */
static void every_status_has_its_own_word(void **state)
{
	(void)state;
	for (int i = 0; i <= STATUS_DUIDELIJK_ONDER; i++) {
		assert_non_null(status_code((enum status)i));
		for (int j = 0; j < i; j++)
			assert_string_not_equal(
				status_code((enum status)i), status_code((enum status)j));
	}
	assert_string_equal(status_code(STATUS_NIET_GELEVERD), "niet_geleverd");
	assert_string_equal(status_code(STATUS_AFGESCHERMD_BRON), "afgeschermd_bron");
	assert_string_equal(status_code(STATUS_GEEN_DOELGROEP), "geen_doelgroep");
	assert_string_equal(status_code(STATUS_GEEN_NORM), "geen_norm");
}

static void certainty_is_named_from_the_side_of_the_norm(void **state)
{
	(void)state;
	assert_string_equal(zekerheid_code(ZEKERHEID_ZEKER_GOED, NORM_MINIMUM), "zeker_boven");
	assert_string_equal(zekerheid_code(ZEKERHEID_ZEKER_FOUT, NORM_MINIMUM), "zeker_onder");
	assert_string_equal(zekerheid_code(ZEKERHEID_ZEKER_GOED, NORM_MAXIMUM), "zeker_onder");
	assert_string_equal(zekerheid_code(ZEKERHEID_ZEKER_FOUT, NORM_MAXIMUM), "zeker_boven");
	assert_string_equal(zekerheid_code(ZEKERHEID_ZEKER_GOED, NORM_BAND), "zeker_binnen");
	assert_string_equal(zekerheid_code(ZEKERHEID_ZEKER_FOUT, NORM_BAND), "zeker_buiten");
	for (int soort = NORM_MINIMUM; soort <= NORM_BAND; soort++) {
		assert_string_equal(zekerheid_code(ZEKERHEID_TOEVAL, soort), "kan_toeval_zijn");
		assert_string_equal(zekerheid_code(ZEKERHEID_GEEN, soort), "geen");
		assert_string_equal(zekerheid_code(ZEKERHEID_TE_WEINIG, soort), "te_weinig");
		assert_string_equal(
			zekerheid_code(ZEKERHEID_NIET_TE_BEPALEN, soort), "niet_te_bepalen");
	}
}

static void fact_and_change_have_their_words(void **state)
{
	(void)state;
	assert_string_equal(feit_code(FEIT_GEHAALD), "gehaald");
	assert_string_equal(feit_code(FEIT_NIET_GEHAALD), "niet_gehaald");
	assert_string_equal(feit_code(FEIT_NIET_TE_BEPALEN), "niet_te_bepalen");
	assert_string_equal(feit_code(FEIT_GEEN), "geen");
	assert_string_equal(verandering_code(VERANDERING_GEEN), "geen");
	assert_string_equal(verandering_code(VERANDERING_HOGER), "hoger");
	assert_string_equal(verandering_code(VERANDERING_LAGER), "lager");
	assert_string_equal(
		verandering_code(VERANDERING_ONDUIDELIJK), "geen_duidelijke_verandering");
	assert_string_equal(verandering_code(VERANDERING_TE_KLEIN), "te_klein_om_te_zien");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_new_outcome_knows_nothing_and_says_so),
		cmocka_unit_test(the_list_keeps_what_was_put_in_while_it_grows),
		cmocka_unit_test(every_status_has_its_own_word),
		cmocka_unit_test(certainty_is_named_from_the_side_of_the_norm),
		cmocka_unit_test(fact_and_change_have_their_words),
	};

	return RUN_TESTS(tests);
}
