/* The figure in its unit, with its interval, for every soort and method; and its change over a
 * year. */
#include "test.h"

#include "indicator/change.h"
#include "indicator/value.h"

static char id[] = "A-01", eenheid[] = "%", quarter[] = "zelfde_kwartaal_vorig_jaar",
	    niveau[] = "gemeente";
static struct gebied city = {.niveau = niveau};

static struct indicator_def def_of(enum soort soort, enum onzekerheid methode, bool subset)
{
	return (struct indicator_def){.id = id,
		.eenheid = eenheid,
		.soort = soort,
		.onzekerheid = methode,
		.subset_eis = subset,
		.niveau_zekerheid = 0.95,
		.n_min = 12,
		.vergelijk = quarter,
		.vergelijkbaar = true};
}

static struct uitkomst outcome_of(const struct indicator_def *def, int64_t x, int64_t n, int jaar)
{
	struct uitkomst u = {.indicator = def,
		.gebied = &city,
		.periode = periode_kwartaal(jaar, 2),
		.teller = {true, x, x, 0}};

	if (n)
		u.noemer = (struct bereik){true, n, n, 0};
	value_fill(&u);
	return u;
}

/* ---- value and interval ---- */

static void each_soort_has_its_factor(void **state)
{
	static const struct {
		enum soort soort;
		int64_t factor;
		bool quotient;
	} v[] = {{SOORT_AANDEEL, 100, true}, {SOORT_PER_100, 100, true},
		{SOORT_PER_1000, 1000, true}, {SOORT_AANTAL, 1, false},
		{SOORT_GEMIDDELDE, 1, false}, {SOORT_MEDIAAN, 1, false}, {SOORT_INDEX, 1, false},
		{SOORT_VERSCHIL, 100, false}, {SOORT_MIJLPAAL, 1, false},
		{SOORT_VOORTGANG, 100, true}};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(v); i++) {
		struct indicator_def def = def_of(v[i].soort, ONZEKERHEID_GEEN, true);
		struct uitkomst u = outcome_of(&def, 3, v[i].quotient ? 4 : 0, 2026);

		assert_int_equal(value_factor(v[i].soort), v[i].factor);
		assert_int_equal(value_is_quotient(v[i].soort), v[i].quotient);
		assert_near(u.waarde_min, (v[i].quotient ? 0.75 : 3) * (double)v[i].factor, 1e-12);
		assert_string_equal(u.methode, "geen");
		assert_false(u.heeft_interval);
	}
}

static void the_model_of_chance_follows_soort_and_method(void **state)
{
	static const struct {
		enum soort soort;
		enum onzekerheid methode;
		bool subset;
		enum judge_model model;
	} v[] = {{SOORT_AANDEEL, ONZEKERHEID_EXACT, true, JUDGE_BINOMIAL},
		{SOORT_PER_1000, ONZEKERHEID_EXACT, false, JUDGE_POISSON},
		{SOORT_AANDEEL, ONZEKERHEID_WILSON, true, JUDGE_WILSON},
		{SOORT_PER_1000, ONZEKERHEID_POISSON, false, JUDGE_POISSON},
		{SOORT_AANTAL, ONZEKERHEID_EXACT, false, JUDGE_POISSON},
		{SOORT_AANDEEL, ONZEKERHEID_GEEN, true, JUDGE_GEEN},
		{SOORT_MEDIAAN, ONZEKERHEID_EXACT, false, JUDGE_GEEN},
		{SOORT_VERSCHIL, ONZEKERHEID_EXACT, false, JUDGE_GEEN}};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(v); i++) {
		struct indicator_def def = def_of(v[i].soort, v[i].methode, v[i].subset);

		assert_int_equal(value_model(&def), v[i].model);
	}
}

static void the_intervals_of_the_vectors_come_out_in_their_unit(void **state)
{
	struct indicator_def share = def_of(SOORT_AANDEEL, ONZEKERHEID_EXACT, true);
	struct indicator_def rate = def_of(SOORT_PER_1000, ONZEKERHEID_POISSON, false);
	struct indicator_def count = def_of(SOORT_AANTAL, ONZEKERHEID_POISSON, false);
	struct uitkomst u = outcome_of(&share, 46, 50, 2026);

	(void)state;
	assert_near(u.ondergrens, 80.7657, 5e-5);
	assert_near(u.bovengrens, 97.7772, 5e-5);
	share.onzekerheid = ONZEKERHEID_WILSON;
	u = outcome_of(&share, 46, 50, 2026);
	assert_string_equal(u.methode, "wilson-95");
	assert_near(u.ondergrens, 81.1618, 5e-5);
	share.niveau_zekerheid = 0.998;
	u = outcome_of(&share, 46, 50, 2026);
	assert_string_equal(u.methode, "wilson-99.8");
	assert_near(u.ondergrens, 72.4823, 5e-5);
	u = outcome_of(&rate, 47, 20000, 2026);
	assert_string_equal(u.methode, "poisson-95");
	assert_near(u.waarde_min, 2.35, 1e-12);
	assert_near(u.ondergrens, 34.53383 / 20, 1e-6);
	assert_near(u.bovengrens, 62.50004 / 20, 1e-6);
	u = outcome_of(&count, 0, 0, 2026);
	assert_near(u.ondergrens, 0, 0);
	assert_near(u.bovengrens, 3.68888, 5e-6);
}

static void a_range_stretches_from_its_lowest_to_its_highest_share(void **state)
{
	struct indicator_def share = def_of(SOORT_AANDEEL, ONZEKERHEID_EXACT, true);
	struct uitkomst u = {
		.indicator = &share, .teller = {true, 1, 4, 0}, .noemer = {true, 3, 10, 0}};

	(void)state;
	value_fill(&u);
	assert_near(u.waarde_min, 10, 1e-12);
	assert_near(u.waarde_max, 100, 1e-12); /* four of four: a part is no more than the whole */
	assert_true(u.ondergrens < 10 && u.bovengrens >= 100);
	u = (struct uitkomst){
		.indicator = &share, .teller = {true, 0, 4, 0}, .noemer = {true, 0, 4, 0}};
	value_fill(&u);
	assert_false(u.heeft_waarde); /* there may be nobody */
	u = (struct uitkomst){.indicator = &share};
	value_fill(&u);
	assert_false(u.heeft_waarde);
}

static void decimals_are_kept_and_have_no_interval(void **state)
{
	struct indicator_def rate = def_of(SOORT_PER_100, ONZEKERHEID_POISSON, false);
	struct uitkomst u = {
		.indicator = &rate, .teller = {true, 125, 125, 1}, .noemer = {true, 50, 50, 0}};

	(void)state;
	value_fill(&u);
	assert_near(u.waarde_min, 25, 1e-12);
	assert_false(u.heeft_interval);
	assert_string_equal(u.methode, "geen");
}

static void a_part_in_tenths_is_not_taken_for_more_than_the_whole(void **state)
{
	struct indicator_def def = def_of(SOORT_AANDEEL, ONZEKERHEID_EXACT, true);
	struct uitkomst u = outcome_of(&def, 955, 100, 2026);

	(void)state;
	u.teller.schaal = 1; /* 95,5 of 100 */
	value_fill(&u);
	assert_near(u.waarde_min, 95.5, 1e-12);
	assert_near(u.waarde_max, 95.5, 1e-12);
}

/* ---- change ---- */

static struct uitkomst changed(
	const struct indicator_def *def, int64_t x1, int64_t n1, int64_t x2, int64_t n2)
{
	static const struct definities none;
	struct uitkomst now = outcome_of(def, x2, n2, 2026), before = outcome_of(def, x1, n1, 2025);

	change_fill(&now, &before, &none);
	return now;
}

static void a_share_changes_when_its_interval_leaves_zero(void **state)
{
	struct indicator_def def = def_of(SOORT_AANDEEL, ONZEKERHEID_EXACT, true);
	struct uitkomst u = changed(&def, 522, 590, 540, 596);

	(void)state;
	assert_int_equal(u.verandering, VERANDERING_ONDUIDELIJK);
	assert_near(u.verschil_laag, -1.3698, 5e-5);
	assert_near(u.waarde_eerder, 52200.0 / 590, 1e-12);
	assert_int_equal(changed(&def, 500, 1000, 600, 1000).verandering, VERANDERING_HOGER);
	assert_int_equal(changed(&def, 600, 1000, 500, 1000).verandering, VERANDERING_LAGER);
	/* a large difference in a small wijk is seen; a small one is not, and that is not "no
	 * change" */
	assert_int_equal(changed(&def, 20, 60, 50, 60).verandering, VERANDERING_HOGER);
	assert_int_equal(changed(&def, 50, 60, 55, 60).verandering, VERANDERING_TE_KLEIN);
	/* below n_min nothing is said, on either side */
	assert_int_equal(changed(&def, 0, 11, 11, 11).verandering, VERANDERING_TE_KLEIN);
	assert_int_equal(changed(&def, 0, 12, 11, 11).verandering, VERANDERING_TE_KLEIN);
	assert_int_equal(changed(&def, 0, 12, 12, 12).verandering, VERANDERING_HOGER);
}

static void a_rate_is_compared_by_its_counts(void **state)
{
	struct indicator_def def = def_of(SOORT_PER_1000, ONZEKERHEID_POISSON, false);

	(void)state;
	assert_int_equal(changed(&def, 40, 20000, 90, 20000).verandering, VERANDERING_HOGER);
	assert_int_equal(changed(&def, 90, 20000, 40, 20000).verandering, VERANDERING_LAGER);
	assert_int_equal(
		changed(&def, 400, 20000, 410, 20000).verandering, VERANDERING_ONDUIDELIJK);
	assert_int_equal(changed(&def, 4, 20000, 5, 20000).verandering, VERANDERING_TE_KLEIN);
}

static void without_method_more_is_more(void **state)
{
	struct indicator_def def = def_of(SOORT_MEDIAAN, ONZEKERHEID_GEEN, false);

	(void)state;
	assert_int_equal(changed(&def, 40, 0, 41, 0).verandering, VERANDERING_HOGER);
	assert_int_equal(changed(&def, 41, 0, 40, 0).verandering, VERANDERING_LAGER);
	assert_int_equal(changed(&def, 40, 0, 40, 0).verandering, VERANDERING_GELIJK);
	assert_true(isnan(changed(&def, 40, 0, 41, 0).verschil_laag));
}

static void nothing_is_compared_that_cannot_be(void **state)
{
	static const struct definities none;
	struct indicator_def def = def_of(SOORT_AANDEEL, ONZEKERHEID_EXACT, true);
	struct uitkomst now = outcome_of(&def, 60, 100, 2026),
			before = outcome_of(&def, 50, 100, 2025), u;

	(void)state;
	u = now;
	change_fill(&u, NULL, &none);
	assert_int_equal(u.verandering, VERANDERING_GEEN);
	u = now;
	before.teller.max = 55; /* a range */
	change_fill(&u, &before, &none);
	assert_int_equal(u.verandering, VERANDERING_GEEN);
	before.teller.max = 50;
	u = now;
	u.onvolledig = true;
	change_fill(&u, &before, &none);
	assert_int_equal(u.verandering, VERANDERING_GEEN);
	def.vergelijk = NULL;
	u = now;
	change_fill(&u, &before, &none);
	assert_int_equal(u.verandering, VERANDERING_GEEN);
	def.vergelijk = quarter;
	def.heeft_voorganger = true;
	def.vergelijkbaar = false;
	def.geldig_vanaf = (struct date){2026, 1, 1};
	u = now;
	change_fill(&u, &before, &none);
	assert_int_equal(u.verandering, VERANDERING_GEEN);
	assert_true(u.breuk);
	def.vergelijkbaar = true;
	u = now;
	change_fill(&u, &before, &none);
	assert_false(u.breuk);
	assert_int_not_equal(u.verandering, VERANDERING_GEEN);
	def.soort = SOORT_INDEX;
	u = now;
	change_fill(&u, &before, &none);
	assert_int_equal(u.verandering, VERANDERING_GEEN);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_soort_has_its_factor),
		cmocka_unit_test(the_model_of_chance_follows_soort_and_method),
		cmocka_unit_test(the_intervals_of_the_vectors_come_out_in_their_unit),
		cmocka_unit_test(a_range_stretches_from_its_lowest_to_its_highest_share),
		cmocka_unit_test(decimals_are_kept_and_have_no_interval),
		cmocka_unit_test(a_part_in_tenths_is_not_taken_for_more_than_the_whole),
		cmocka_unit_test(a_share_changes_when_its_interval_leaves_zero),
		cmocka_unit_test(a_rate_is_compared_by_its_counts),
		cmocka_unit_test(without_method_more_is_more),
		cmocka_unit_test(nothing_is_compared_that_cannot_be),
	};

	return RUN_TESTS(tests);
}
