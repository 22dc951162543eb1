/* The judgement in both directions, against the vectors and reference tables of calculation.md E.1, E.2 and E.4. Both
 * sides of every boundary stand as a table in test_indicator_judge_tabel.c. */
#include "test.h"

#include "base/num.h"
#include "indicator/judge.h"
#include "refcsv.h"

static const struct judge_norm MIN_92 = {.soort = NORM_MINIMUM, .grens = {92, 100}};
static const struct judge_norm MAX_5 = {.soort = NORM_MAXIMUM, .grens = {5, 100}};
static const struct judge_norm BAND_40_60 = {
	.soort = NORM_BAND, .grens = {40, 100}, .bovenkant = {60, 100}};

static struct bereik exactly(int64_t x)
{
	return (struct bereik){true, x, x, 0};
}

static struct bereik between(int64_t min, int64_t max)
{
	return (struct bereik){true, min, max, 0};
}

static struct judge_case case_of(int64_t x, int64_t n, const struct judge_norm *norm)
{
	return (struct judge_case){.teller = exactly(x),
		.noemer = exactly(n),
		.subset = true,
		.model = JUDGE_BINOMIAL,
		.niveau = 0.95,
		.n_min = 12,
		.heeft_norm = norm != NULL,
		.norm = norm ? *norm : MIN_92};
}

static struct oordeel judged(struct judge_case c)
{
	struct oordeel o;

	judge(&c, &o);
	return o;
}

static enum status status_of(int64_t x, int64_t n, const struct judge_norm *norm)
{
	return judged(case_of(x, n, norm)).status;
}

/* ---- children needed and short (E.1) ---- */

static void every_vector_of_e1_gives_its_need_and_shortage(void **state)
{
	static const struct {
		int64_t x, n, need, tekort;
	} v[] = {{46, 50, 46, 0}, {552, 600, 552, 0}, {80, 87, 81, 1}, {183, 199, 184, 1},
		{11, 12, 12, 1}, {507, 580, 534, 27}, {507, 560, 516, 9}};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(v); i++) {
		int64_t need = -1, tekort = -1;

		assert_true(judge_need(MIN_92.grens, v[i].n, &need));
		assert_int_equal(need, v[i].need);
		assert_true(judge_tekort(v[i].x, v[i].n, &MIN_92, &tekort));
		assert_int_equal(tekort, v[i].tekort);
		assert_int_equal(judge_side(v[i].x, v[i].n, &MIN_92), v[i].tekort ? -1 : 0);
	}
}

static void city_and_wijken_are_short_of_different_numbers(void **state)
{
	static const int64_t x[] = {92, 118, 75, 54, 168}, n[] = {104, 124, 88, 64, 180};
	static const int64_t short_of[] = {4, 0, 6, 5, 0};
	int64_t sum_x = 0, sum_n = 0, sum = 0, city, one;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(x); i++) {
		assert_true(judge_tekort(x[i], n[i], &MIN_92, &one));
		assert_int_equal(one, short_of[i]);
		sum += one;
		sum_x += x[i];
		sum_n += n[i];
	}
	assert_true(judge_tekort(sum_x, sum_n, &MIN_92, &city));
	assert_int_equal(sum, 15);
	assert_int_equal(city, 9);
}

static void too_many_above_a_maximum_counts_whole_children(void **state)
{
	int64_t t;

	(void)state;
	assert_true(judge_tekort(5, 100, &MAX_5, &t));
	assert_int_equal(t, 0);
	assert_true(judge_tekort(6, 100, &MAX_5, &t));
	assert_int_equal(t, 1);
	assert_true(judge_tekort(5, 99, &MAX_5, &t)); /* 4,95 allowed: 4 */
	assert_int_equal(t, 1);
	assert_true(judge_tekort(4, 99, &MAX_5, &t));
	assert_int_equal(t, 0);
}

static void a_band_is_left_on_both_sides(void **state)
{
	int64_t t;

	(void)state;
	assert_int_equal(judge_side(39, 100, &BAND_40_60), -1);
	assert_int_equal(judge_side(40, 100, &BAND_40_60), 0);
	assert_int_equal(judge_side(60, 100, &BAND_40_60), 0);
	assert_int_equal(judge_side(61, 100, &BAND_40_60), 1);
	assert_true(judge_tekort(39, 100, &BAND_40_60, &t));
	assert_int_equal(t, 1);
	assert_true(judge_tekort(63, 100, &BAND_40_60, &t));
	assert_int_equal(t, 3);
}

static void a_product_beyond_64_bits_is_no_number(void **state)
{
	struct fraction huge = {INT64_MAX / 2, 1};
	int64_t t = 7;

	(void)state;
	assert_false(judge_need(huge, 3, &t));
	assert_false(judge_allowed(huge, 3, &t));
	assert_int_equal(t, 7);
	assert_true(judge_need((struct fraction){999999, 1000000}, 10000000, &t));
	assert_int_equal(t, 9999990);
}

static void judgement_is_exact_where_a_double_is_not(void **state)
{
	/* one child of ten million on either side of 92% */
	(void)state;
	assert_int_equal(judge_side(9200000, 10000000, &MIN_92), 0);
	assert_int_equal(judge_side(9199999, 10000000, &MIN_92), -1);
	assert_int_equal(judge_side(INT64_MAX / 100 * 92, INT64_MAX / 100 * 100, &MIN_92), 0);
	assert_int_equal(judge_side(INT64_MAX / 100 * 92 - 1, INT64_MAX / 100 * 100, &MIN_92), -1);
}

/* ---- certainty (E.2) ---- */

static void the_exact_boundaries_of_e2_hold_on_both_sides(void **state)
{
	static const struct {
		int64_t n, under, above; /* above 0: never */
	} v[] = {{12, 8, 0}, {20, 15, 0}, {30, 23, 0}, {40, 32, 0}, {45, 37, 45}, {60, 50, 60},
		{80, 67, 79}, {100, 85, 98}, {200, 175, 192}, {400, 356, 379}};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(v); i++) {
		int64_t n = v[i].n;

		assert_int_equal(judge_zekerheid(JUDGE_BINOMIAL, v[i].under, n, &MIN_92, 0.95),
			ZEKERHEID_ZEKER_FOUT);
		assert_int_equal(judge_zekerheid(JUDGE_BINOMIAL, v[i].under + 1, n, &MIN_92, 0.95),
			ZEKERHEID_TOEVAL);
		if (!v[i].above) {
			assert_int_equal(judge_zekerheid(JUDGE_BINOMIAL, n, n, &MIN_92, 0.95),
				ZEKERHEID_TOEVAL);
			continue;
		}
		assert_int_equal(judge_zekerheid(JUDGE_BINOMIAL, v[i].above, n, &MIN_92, 0.95),
			ZEKERHEID_ZEKER_GOED);
		assert_int_equal(judge_zekerheid(JUDGE_BINOMIAL, v[i].above - 1, n, &MIN_92, 0.95),
			ZEKERHEID_TOEVAL);
	}
	assert_int_equal(judge_zekerheid(JUDGE_BINOMIAL, 44, 44, &MIN_92, 0.95), ZEKERHEID_TOEVAL);
}

static void the_wilson_boundaries_of_e2_hold(void **state)
{
	static const int64_t v[][2] = {{12, 9}, {20, 16}, {30, 24}, {40, 33}, {45, 37}, {60, 51},
		{80, 68}, {100, 86}, {200, 176}, {400, 357}};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(v); i++) {
		assert_int_equal(judge_zekerheid(JUDGE_WILSON, v[i][1], v[i][0], &MIN_92, 0.95),
			ZEKERHEID_ZEKER_FOUT);
		assert_int_equal(judge_zekerheid(JUDGE_WILSON, v[i][1] + 1, v[i][0], &MIN_92, 0.95),
			ZEKERHEID_TOEVAL);
	}
}

static void the_tails_of_e2_come_out(void **state)
{
	static const struct {
		int64_t x, n;
		double onder, boven; /* negative: not in the table */
	} v[] = {{46, 50, 0.574704, 0.628950}, {45, 45, -1, 0.023467}, {44, 44, -1, 0.025507},
		{11, 12, 0.632334, 0.751318}, {552, 600, 0.521609, 0.538320},
		{507, 580, 0.000094, 0.999945}, {54, 64, 0.030149, 0.987872},
		{92, 104, 0.127277, 0.928091}, {75, 88, 0.022710, 0.989986},
		{168, 180, 0.783168, 0.310940}, {183, 199, 0.529143, 0.574295},
		{80, 87, 0.550338, 0.605014}};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(v); i++) {
		struct tails t = judge_tails(JUDGE_BINOMIAL, v[i].x, v[i].n, MIN_92.grens);

		if (v[i].onder >= 0)
			assert_near(t.onder, v[i].onder, 5.1e-7);
		if (v[i].boven >= 0)
			assert_near(t.boven, v[i].boven, 5.1e-7);
	}
}

static void a_maximum_mirrors_a_minimum(void **state)
{
	/* x of n at most 8% is the same question as n - x of n at least 92% */
	const struct judge_norm max_8 = {.soort = NORM_MAXIMUM, .grens = {8, 100}};

	(void)state;
	for (int64_t n = 12; n <= 120; n += 9) {
		for (int64_t x = 0; x <= n; x++) {
			assert_int_equal(
				judge_side(x, n, &max_8) != 0, judge_side(n - x, n, &MIN_92) != 0);
			assert_int_equal(judge_zekerheid(JUDGE_BINOMIAL, x, n, &max_8, 0.95),
				judge_zekerheid(JUDGE_BINOMIAL, n - x, n, &MIN_92, 0.95));
			assert_int_equal(status_of(x, n, &max_8), status_of(n - x, n, &MIN_92));
		}
	}
}

static void certainty_never_contradicts_the_fact(void **state)
{
	(void)state;
	for (int64_t n = 1; n <= 150; n++) {
		for (int64_t x = 0; x <= n; x++) {
			enum zekerheid z = judge_zekerheid(JUDGE_BINOMIAL, x, n, &MIN_92, 0.95);

			if (judge_side(x, n, &MIN_92) == 0)
				assert_int_not_equal(z, ZEKERHEID_ZEKER_FOUT);
			else
				assert_int_not_equal(z, ZEKERHEID_ZEKER_GOED);
		}
	}
}

static void everyone_asked_and_one_missing_is_certain(void **state)
{
	const struct judge_norm all = {.soort = NORM_MINIMUM, .grens = {1, 1}};
	const struct judge_norm none = {.soort = NORM_MAXIMUM, .grens = {0, 1}};

	(void)state;
	assert_int_equal(status_of(40, 40, &all), STATUS_GEHAALD_TOEVAL);
	assert_int_equal(status_of(39, 40, &all), STATUS_DUIDELIJK_ONDER);
	assert_int_equal(status_of(0, 40, &none), STATUS_GEHAALD_TOEVAL);
	assert_int_equal(status_of(1, 40, &none), STATUS_DUIDELIJK_ONDER);
}

static void a_band_is_certain_only_when_both_edges_are(void **state)
{
	(void)state;
	assert_int_equal(
		judge_zekerheid(JUDGE_BINOMIAL, 50, 100, &BAND_40_60, 0.95), ZEKERHEID_TOEVAL);
	assert_int_equal(judge_zekerheid(JUDGE_BINOMIAL, 500, 1000, &BAND_40_60, 0.95),
		ZEKERHEID_ZEKER_GOED);
	assert_int_equal(judge_zekerheid(JUDGE_BINOMIAL, 300, 1000, &BAND_40_60, 0.95),
		ZEKERHEID_ZEKER_FOUT);
	assert_int_equal(judge_zekerheid(JUDGE_BINOMIAL, 700, 1000, &BAND_40_60, 0.95),
		ZEKERHEID_ZEKER_FOUT);
	assert_int_equal(
		judge_zekerheid(JUDGE_BINOMIAL, 41, 100, &BAND_40_60, 0.95), ZEKERHEID_TOEVAL);
	assert_int_equal(status_of(61, 100, &BAND_40_60), STATUS_NIET_GEHAALD_TOEVAL);
	assert_int_equal(status_of(60, 100, &BAND_40_60), STATUS_GEHAALD_TOEVAL);
}

static void poisson_tails_agree_with_their_definition(void **state)
{
	/* x = 3 expected 2: P(X <= 3) = e^-2 (1 + 2 + 2 + 4/3), P(X >= 3) = 1 - e^-2 (1 + 2 + 2) */
	struct tails t = judge_tails(JUDGE_POISSON, 3, 1000, (struct fraction){2, 1000});

	(void)state;
	assert_near(t.onder, exp(-2) * (5 + 4.0 / 3), 1e-12);
	assert_near(t.boven, 1 - exp(-2) * 5, 1e-12);
	t = judge_tails(JUDGE_POISSON, 0, 1000, (struct fraction){0, 1});
	assert_near(t.onder, 1, 0);
	assert_near(t.boven, 1, 0);
	t = judge_tails(JUDGE_POISSON, 1, 1000, (struct fraction){0, 1});
	assert_near(t.boven, 0, 0);
}

static void the_reference_table_of_exact_tails_is_reproduced(void **state)
{
	struct refcsv csv;
	struct err err = ERR_INIT;

	(void)state;
	if (!refcsv_open(&csv, "binom_test_norm.csv"))
		skip();
	while (refcsv_next(&csv)) {
		struct decimal p0;
		struct tails t;

		assert_ok(decimal_parse(refcsv_text(&csv, "p0"), &p0, &err));
		t = judge_tails(JUDGE_BINOMIAL, refcsv_int(&csv, "x"), refcsv_int(&csv, "n"),
			fraction_from_decimal(p0, 1));
		assert_near(t.onder, refcsv_num(&csv, "exp_p_less"), 1e-9);
		assert_near(t.boven, refcsv_num(&csv, "exp_p_greater"), 1e-9);
	}
	refcsv_close(&csv, 20);
}

/* ---- the word (E.6) ---- */

static void the_vectors_of_e1_and_e4_get_their_word(void **state)
{
	(void)state;
	assert_int_equal(status_of(46, 50, &MIN_92), STATUS_GEHAALD_TOEVAL);
	assert_int_equal(status_of(552, 600, &MIN_92), STATUS_GEHAALD_TOEVAL);
	assert_int_equal(status_of(80, 87, &MIN_92), STATUS_NIET_GEHAALD_TOEVAL);
	assert_int_equal(status_of(183, 199, &MIN_92), STATUS_NIET_GEHAALD_TOEVAL);
	assert_int_equal(status_of(11, 12, &MIN_92), STATUS_NIET_GEHAALD_TOEVAL);
	assert_int_equal(status_of(507, 580, &MIN_92), STATUS_DUIDELIJK_ONDER);
	assert_int_equal(status_of(507, 560, &MIN_92), STATUS_NIET_GEHAALD_TOEVAL);
	assert_int_equal(status_of(75, 88, &MIN_92), STATUS_DUIDELIJK_ONDER);
	assert_int_equal(status_of(54, 64, &MIN_92), STATUS_NIET_GEHAALD_TOEVAL);
	assert_int_equal(status_of(45, 45, &MIN_92), STATUS_GEHAALD_ZEKER);
	assert_int_equal(status_of(44, 44, &MIN_92), STATUS_GEHAALD_TOEVAL);
}

static void without_method_the_fact_stands_alone(void **state)
{
	struct judge_case c = case_of(92, 100, &MIN_92);
	struct oordeel o;

	(void)state;
	c.model = JUDGE_GEEN;
	o = judged(c);
	assert_int_equal(o.status, STATUS_GEHAALD);
	assert_int_equal(o.zekerheid, ZEKERHEID_GEEN);
	assert_true(isnan(o.p.onder));
	c.teller = exactly(91);
	assert_int_equal(judged(c).status, STATUS_NIET_GEHAALD);
}

static void a_count_without_noemer_is_compared_with_the_norm_itself(void **state)
{
	const struct judge_norm max_14 = {.soort = NORM_MAXIMUM, .grens = {14, 1}};
	struct judge_case c = {.teller = exactly(14),
		.model = JUDGE_GEEN,
		.niveau = 0.95,
		.n_min = 12,
		.heeft_norm = true,
		.norm = max_14};

	(void)state;
	assert_int_equal(judged(c).status, STATUS_GEHAALD);
	c.teller = exactly(15);
	assert_int_equal(judged(c).status, STATUS_NIET_GEHAALD);
	assert_int_equal(judged(c).tekort_min, 1);
	c.teller = (struct bereik){true, 140, 140, 1}; /* 14,0 */
	assert_int_equal(judged(c).feit, FEIT_GEHAALD);
	c.teller = (struct bereik){true, 141, 141, 1}; /* 14,1 */
	assert_int_equal(judged(c).feit, FEIT_NIET_GEHAALD);
	assert_false(judged(c).heeft_tekort);
}

static void a_noemer_with_decimals_is_compared_exactly(void **state)
{
	struct judge_case c = case_of(0, 0, &MIN_92);

	(void)state;
	c.subset = false;
	c.teller = (struct bereik){true, 920, 920, 1}; /* 92,0 of 100,00 */
	c.noemer = (struct bereik){true, 10000, 10000, 2};
	assert_int_equal(judged(c).status, STATUS_GEHAALD);
	c.teller.min = c.teller.max = 919;
	assert_int_equal(judged(c).status, STATUS_NIET_GEHAALD);
}

static void decimals_in_the_noemer_leave_no_whole_children(void **state)
{
	struct judge_case c = case_of(80, 0, &MIN_92);

	(void)state;
	c.subset = false;
	c.noemer = (struct bereik){true, 1005, 1005, 1}; /* 100,5 */
	assert_int_equal(judged(c).feit, FEIT_NIET_GEHAALD);
	assert_false(judged(c).heeft_tekort);
	assert_int_equal(judged(c).zekerheid, ZEKERHEID_GEEN);
}

static void a_norm_of_more_than_everyone_is_certainly_not_met(void **state)
{
	const struct judge_norm over = {.soort = NORM_MINIMUM, .grens = {11, 10}};
	struct oordeel o = judged(case_of(100, 100, &over));

	(void)state;
	assert_int_equal(o.status, STATUS_DUIDELIJK_ONDER);
	assert_true(isnan(o.p.onder) && isnan(o.p.boven));
	assert_int_equal(o.tekort_min, 10);
}

/* ---- ranges ---- */

static void a_range_is_judged_only_when_it_lies_on_one_side(void **state)
{
	struct judge_case c = case_of(0, 100, &MIN_92);
	struct oordeel o;

	(void)state;
	c.teller = between(92, 95);
	assert_int_equal(judged(c).feit, FEIT_GEHAALD);
	c.teller = between(91, 95);
	o = judged(c);
	assert_int_equal(o.status, STATUS_NIET_TE_BEPALEN);
	assert_int_equal(o.feit, FEIT_NIET_TE_BEPALEN);
	assert_true(o.heeft_tekort);
	assert_int_equal(o.tekort_min, 0);
	assert_int_equal(o.tekort_max, 1);
	c.teller = between(88, 91);
	o = judged(c);
	assert_int_equal(o.feit, FEIT_NIET_GEHAALD);
	assert_int_equal(o.tekort_min, 1);
	assert_int_equal(o.tekort_max, 4);
	assert_true(isnan(o.p.onder));
}

static void a_part_is_never_taken_as_more_than_the_whole(void **state)
{
	struct judge_case c = case_of(0, 3, &MIN_92);

	(void)state;
	c.n_min = 0;
	c.teller = between(1, 4);
	assert_int_equal(judged(c).feit, FEIT_NIET_TE_BEPALEN); /* 1/3 .. 3/3 */
	c.teller = between(4, 6);
	assert_int_equal(judged(c).status, STATUS_FOUT);
	c.teller = exactly(3);
	assert_int_equal(judged(c).feit, FEIT_GEHAALD);
}

static void a_range_across_a_band_may_lie_inside_it(void **state)
{
	struct judge_case c = case_of(0, 100, &BAND_40_60);
	struct oordeel o;

	(void)state;
	c.teller = between(30, 70);
	o = judged(c);
	assert_int_equal(o.feit, FEIT_NIET_TE_BEPALEN);
	assert_int_equal(o.tekort_min, 0);
	assert_int_equal(o.tekort_max, 10);
	c.teller = between(61, 70);
	assert_int_equal(judged(c).feit, FEIT_NIET_GEHAALD);
}

/* ---- decision order ---- */

static void the_first_reason_in_the_order_wins(void **state)
{
	/* everything that can be wrong is wrong; one by one it is put right */
	struct judge_facts f = {.gegevens = GEGEVENS_NIET_GELEVERD,
		.geen_doelgroep = true,
		.onvolledig = true,
		.geen_oordeel = true,
		.heeft_norm = false,
		.feit = FEIT_NIET_TE_BEPALEN,
		.te_weinig = true,
		.bijna = true,
		.afwijking = true,
		.zekerheid = ZEKERHEID_ZEKER_FOUT};

	(void)state;
	assert_int_equal(judge_status(&f), STATUS_NIET_GELEVERD);
	f.gegevens = GEGEVENS_ONBEKEND;
	assert_int_equal(judge_status(&f), STATUS_ONBEKEND);
	f.gegevens = GEGEVENS_NVT;
	assert_int_equal(judge_status(&f), STATUS_NVT);
	f.gegevens = GEGEVENS_AFGESCHERMD;
	assert_int_equal(judge_status(&f), STATUS_AFGESCHERMD_BRON);
	f.gegevens = GEGEVENS_FOUT;
	assert_int_equal(judge_status(&f), STATUS_FOUT);
	f.gegevens = GEGEVENS_WAARDE;
	assert_int_equal(judge_status(&f), STATUS_GEEN_DOELGROEP);
	f.geen_doelgroep = false;
	assert_int_equal(judge_status(&f), STATUS_ONVOLLEDIG);
	f.onvolledig = false;
	assert_int_equal(judge_status(&f), STATUS_GEEN_OORDEEL);
	f.geen_oordeel = false;
	assert_int_equal(judge_status(&f), STATUS_GEEN_NORM);
	f.heeft_norm = true;
	assert_int_equal(judge_status(&f), STATUS_NIET_TE_BEPALEN);
	f.feit = FEIT_NIET_GEHAALD;
	assert_int_equal(judge_status(&f), STATUS_TE_WEINIG);
	f.te_weinig = false;
	assert_int_equal(judge_status(&f), STATUS_AFWIJKING);
	f.afwijking = false;
	assert_int_equal(judge_status(&f), STATUS_DUIDELIJK_ONDER);
	f.zekerheid = ZEKERHEID_TOEVAL;
	assert_int_equal(judge_status(&f), STATUS_NET_ONDER);
	f.bijna = false;
	assert_int_equal(judge_status(&f), STATUS_NIET_GEHAALD_TOEVAL);
	f.zekerheid = ZEKERHEID_GEEN;
	assert_int_equal(judge_status(&f), STATUS_NIET_GEHAALD);
	f.feit = FEIT_GEHAALD;
	assert_int_equal(judge_status(&f), STATUS_GEHAALD);
	f.zekerheid = ZEKERHEID_TOEVAL;
	assert_int_equal(judge_status(&f), STATUS_GEHAALD_TOEVAL);
	f.zekerheid = ZEKERHEID_ZEKER_GOED;
	assert_int_equal(judge_status(&f), STATUS_GEHAALD_ZEKER);
}

static void what_was_not_delivered_is_never_judged(void **state)
{
	struct judge_case c = case_of(50, 50, &MIN_92);
	struct oordeel o;

	(void)state;
	c.gegevens = GEGEVENS_NIET_GELEVERD;
	o = judged(c);
	assert_int_equal(o.status, STATUS_NIET_GELEVERD);
	assert_int_equal(o.feit, FEIT_GEEN);
	assert_false(o.heeft_tekort);
	c.gegevens = GEGEVENS_WAARDE;
	c.onvolledig = true;
	o = judged(c);
	assert_int_equal(o.status, STATUS_ONVOLLEDIG);
	assert_int_equal(o.feit, FEIT_GEEN);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_vector_of_e1_gives_its_need_and_shortage),
		cmocka_unit_test(city_and_wijken_are_short_of_different_numbers),
		cmocka_unit_test(too_many_above_a_maximum_counts_whole_children),
		cmocka_unit_test(a_band_is_left_on_both_sides),
		cmocka_unit_test(a_product_beyond_64_bits_is_no_number),
		cmocka_unit_test(judgement_is_exact_where_a_double_is_not),
		cmocka_unit_test(the_exact_boundaries_of_e2_hold_on_both_sides),
		cmocka_unit_test(the_wilson_boundaries_of_e2_hold),
		cmocka_unit_test(the_tails_of_e2_come_out),
		cmocka_unit_test(a_maximum_mirrors_a_minimum),
		cmocka_unit_test(certainty_never_contradicts_the_fact),
		cmocka_unit_test(everyone_asked_and_one_missing_is_certain),
		cmocka_unit_test(a_band_is_certain_only_when_both_edges_are),
		cmocka_unit_test(poisson_tails_agree_with_their_definition),
		cmocka_unit_test(the_reference_table_of_exact_tails_is_reproduced),
		cmocka_unit_test(the_vectors_of_e1_and_e4_get_their_word),
		cmocka_unit_test(without_method_the_fact_stands_alone),
		cmocka_unit_test(a_count_without_noemer_is_compared_with_the_norm_itself),
		cmocka_unit_test(a_noemer_with_decimals_is_compared_exactly),
		cmocka_unit_test(decimals_in_the_noemer_leave_no_whole_children),
		cmocka_unit_test(a_norm_of_more_than_everyone_is_certainly_not_met),
		cmocka_unit_test(a_range_is_judged_only_when_it_lies_on_one_side),
		cmocka_unit_test(a_part_is_never_taken_as_more_than_the_whole),
		cmocka_unit_test(a_range_across_a_band_may_lie_inside_it),
		cmocka_unit_test(the_first_reason_in_the_order_wins),
		cmocka_unit_test(what_was_not_delivered_is_never_judged),
	};

	return RUN_TESTS(tests);
}
