/* The whole way from stored observations and definition files to judged outcomes. */
#include "test.h"

#include "indicator_fixture.h"

static const struct stand NOW = {{0, 0, 0}, 0};

static struct periode k(int jaar, int kwartaal)
{
	return periode_kwartaal(jaar, kwartaal);
}

/* Three wijken and the children without a known wijk. */
static void deliver_quarter(struct world *w, struct periode p)
{
	world_pair(w, "WK999901", p, 92, 104);
	world_pair(w, "WK999902", p, 118, 124);
	world_pair(w, "WK999903", p, 75, 88);
	world_pair(w, "GM9999-ONBEKEND", p, 4, 5);
}

/* ---- level and norm ---- */

static void city_is_the_sum_of_wijken_and_unknown_and_never_of_outsiders(void **state)
{
	struct world *w = *state;

	world_indicator(w, "A-01", SHARE);
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	deliver_quarter(w, k(2026, 2));
	world_pair(w, "GM9999-BUITEN", k(2026, 2), 50, 50);
	world_compute(w);
	assert_counts(world_get(w, "A-01", "GM9999", k(2026, 2)), 289, 321);
	assert_counts(world_get(w, "A-01", "WK999901", k(2026, 2)), 92, 104);
	assert_counts(world_get(w, "A-01", "GM9999-ONBEKEND", k(2026, 2)), 4, 5);
	assert_null(world_find(w, "A-01", "GM9999-BUITEN", k(2026, 2)));
	assert_null(world_find(w, "A-01", "WK999904", k(2026, 2))); /* no children live there */
}

static void each_level_has_its_own_norm_and_nothing_is_inherited(void **state)
{
	struct world *w = *state;
	const struct uitkomst *u;

	world_indicator(w, "A-01", SHARE);
	world_norms(w, NORM_92("gemeente", "null"));
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	deliver_quarter(w, k(2026, 2));
	world_compute(w);
	u = world_get(w, "A-01", "GM9999", k(2026, 2));
	assert_int_equal(u->feit, FEIT_NIET_GEHAALD);
	assert_int_equal(u->tekort_min, 296 - 289);
	u = world_get(w, "A-01", "WK999903", k(2026, 2));
	assert_int_equal(u->status, STATUS_GEEN_NORM);
	assert_null(u->norm);
	assert_false(u->heeft_tekort);
	assert_near(u->waarde_min, 75.0 / 88 * 100, 1e-12);
	assert_string_equal(u->methode, "clopper-pearson-95");
	assert_int_equal(
		world_get(w, "A-01", "GM9999-ONBEKEND", k(2026, 2))->status, STATUS_GEEN_NORM);
}

static void a_period_before_the_norm_has_no_norm(void **state)
{
	struct world *w = *state;

	world_indicator(w, "A-01", SHARE);
	world_norms(w, NORM_92("gemeente", "null") "," NORM_92("wijk", "\"*\""));
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	world_pair(w, "WK999901", k(2024, 4), 50, 60);
	world_pair(w, "WK999902", k(2024, 4), 50, 60);
	deliver_quarter(w, k(2025, 1));
	world_compute(w);
	assert_int_equal(world_get(w, "A-01", "GM9999", k(2024, 4))->status, STATUS_GEEN_NORM);
	assert_non_null(world_get(w, "A-01", "GM9999", k(2025, 1))->norm);
	assert_int_equal(
		world_get(w, "A-01", "WK999903", k(2025, 1))->status, STATUS_DUIDELIJK_ONDER);
}

static void a_norm_brings_its_band_almost_and_deviation(void **state)
{
	struct world *w = *state;

	world_indicator(w, "A-01", SHARE);
	world_norms(w, "{\"id\":\"N\",\"indicator\":\"A-01\",\"niveau\":\"wijk\",\"gebied\":\"*\","
		       "\"vanaf\":\"2025-01-01\","
		       "\"soort\":\"minimum\",\"waarde\":\"92\",\"eenheid\":\"%\",\"status\":"
		       "\"richtwaarde\",\"bijna_norm\":\"88\","
		       "\"herkomst\":{\"soort\":\"gebruiker\",\"door\":\"fictief\"},"
		       "\"geaccepteerde_afwijking\":[{"
		       "\"gebied\":\"WK999903\",\"indeling\":\"2025\",\"waarde\":\"80\",\"tot\":"
		       "\"2026-06-30\",\"reden\":\"fictief\"}]},"
		       "{\"id\":\"B\",\"indicator\":\"A-01\",\"niveau\":\"gemeente\",\"gebied\":"
		       "null,\"vanaf\":\"2025-01-01\","
		       "\"soort\":\"band\",\"waarde\":\"80\",\"waarde_tot\":\"85\",\"eenheid\":\"%"
		       "\",\"status\":\"richtwaarde\","
		       "\"toetsing\":\"alleen_feit\",\"herkomst\":{\"soort\":\"gebruiker\","
		       "\"door\":\"fictief\"}}");
	world_deliver(w, "vve", "2026-10-20T10:00:00");
	deliver_quarter(w, k(2026, 2));
	deliver_quarter(w, k(2026, 3));
	world_compute(w);
	/* 92/104 is 88,5%: almost; 75/88 is 85,2%: within the deviation up to its last day, not a
	 * day longer */
	assert_int_equal(world_get(w, "A-01", "WK999901", k(2026, 2))->status, STATUS_NET_ONDER);
	assert_int_equal(world_get(w, "A-01", "WK999903", k(2026, 2))->status, STATUS_AFWIJKING);
	assert_int_equal(
		world_get(w, "A-01", "WK999903", k(2026, 3))->status, STATUS_DUIDELIJK_ONDER);
	assert_int_equal(world_get(w, "A-01", "GM9999", k(2026, 2))->status, STATUS_NIET_GEHAALD);
	assert_int_equal(world_get(w, "A-01", "GM9999", k(2026, 2))->zekerheid, ZEKERHEID_GEEN);
	assert_int_equal(world_get(w, "A-01", "GM9999", k(2026, 2))->tekort_min, 289 - 272);
}

static void children_to_the_norm_exist_at_both_levels_and_do_not_add_up(void **state)
{
	struct world *w = *state;
	int64_t sum = 0;

	world_indicator(w, "A-01", SHARE);
	world_indicator(w, "A-04",
		"\"versie\":1,\"geldig_vanaf\":\"2021-01-01\",\"soort\":\"aantal\",\"eenheid\":"
		"\"kinderen\","
		"\"richting\":\"lager_beter\",\"subset_eis\":false,\"afgeleid\":{\"van\":\"A-01\","
		"\"bewerking\":\"tekort\"},"
		"\"onzekerheid\":{\"methode\":\"geen\",\"reden\":\"fictief\"}," SHARE_WHERE);
	world_norms(w, NORM_92("gemeente", "null") "," NORM_92("wijk", "\"*\""));
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	deliver_quarter(w, k(2026, 2));
	world_compute(w);
	for (int i = 1; i <= 3; i++) {
		char code[] = "WK999900";

		code[7] = (char)('0' + i);
		sum += world_get(w, "A-04", code, k(2026, 2))->teller.min;
	}
	assert_int_equal(sum, 4 + 0 + 6);
	assert_int_equal(world_get(w, "A-04", "GM9999", k(2026, 2))->teller.min, 7);
	assert_int_equal(world_get(w, "A-04", "GM9999", k(2026, 2))->status, STATUS_GEEN_OORDEEL);
	assert_int_equal(
		world_get(w, "A-04", "GM9999-ONBEKEND", k(2026, 2))->status, STATUS_GEEN_NORM);
	assert_false(world_get(w, "A-04", "GM9999-ONBEKEND", k(2026, 2))->teller.bekend);
}

static void what_is_left_of_the_noemer_follows_from_the_base(void **state)
{
	struct world *w = *state;
	const struct uitkomst *u;

	world_indicator(w, "A-01", SHARE);
	world_indicator(w, "A-03",
		"\"versie\":1,\"geldig_vanaf\":\"2021-01-01\",\"soort\":\"aantal\",\"eenheid\":"
		"\"kinderen\","
		"\"richting\":\"lager_beter\",\"subset_eis\":false,"
		"\"afgeleid\":{\"van\":\"A-01\",\"bewerking\":\"noemer_min_teller\"},"
		"\"onzekerheid\":{\"methode\":\"geen\",\"reden\":\"fictief\"}," SHARE_WHERE);
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	deliver_quarter(w, k(2026, 2));
	world_pair(w, "WK999901", k(2026, 1), 10, 12);
	world_row(w, "vve", "WK999902", k(2026, 1), "", "x", hidden_value(1, 4));
	world_row(w, "vve", "WK999902", k(2026, 1), "", "n", exact_value(3));
	world_compute_at(w, NOW, "A-03");
	assert_null(world_find(w, "A-01", "GM9999", k(2026, 2))); /* asked for one, got one */
	u = world_get(w, "A-03", "GM9999", k(2026, 2));
	assert_int_equal(u->teller.min, 321 - 289);
	assert_near(u->waarde_min, 32, 0);
	u = world_get(w, "A-03", "WK999902", k(2026, 1));
	assert_int_equal(u->teller.min, 0);
	assert_int_equal(u->teller.max, 2);
	assert_int_equal(
		world_get(w, "A-03", "WK999903", k(2026, 1))->status, STATUS_NIET_GELEVERD);
}

/* ---- what is not there ---- */

static void a_missing_wijk_makes_the_city_incomplete_and_unjudged(void **state)
{
	struct world *w = *state;
	const struct uitkomst *u;

	world_indicator(w, "A-01", SHARE);
	world_norms(w, NORM_92("gemeente", "null"));
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	world_pair(w, "WK999901", k(2026, 2), 92, 104);
	world_pair(w, "WK999902", k(2026, 2), 118, 124);
	world_compute(w);
	u = world_get(w, "A-01", "GM9999", k(2026, 2));
	assert_int_equal(u->status, STATUS_ONVOLLEDIG);
	assert_true(u->onvolledig);
	assert_int_equal(u->delen, 3);
	assert_int_equal(u->delen_ontbreken, 1);
	assert_counts(u, 210, 228);
	assert_int_equal(u->feit, FEIT_GEEN);
	assert_false(u->heeft_tekort);
	assert_int_equal(
		world_get(w, "A-01", "WK999903", k(2026, 2))->status, STATUS_NIET_GELEVERD);
}

static void zero_unknown_hidden_and_absent_stay_four_different_things(void **state)
{
	struct world *w = *state;

	world_indicator(w, "A-01", SHARE);
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	world_pair(w, "WK999901", k(2026, 2), 0, 20);
	world_row(w, "vve", "WK999902", k(2026, 2), "", "x", state_value(STAAT_ONBEKEND));
	world_row(w, "vve", "WK999902", k(2026, 2), "", "n", exact_value(20));
	world_row(w, "vve", "WK999903", k(2026, 2), "", "x", state_value(STAAT_AFGESCHERMD));
	world_row(w, "vve", "WK999903", k(2026, 2), "", "n", exact_value(20));
	world_pair(w, "WK999901", k(2026, 1), 0, 0);
	world_row(w, "vve", "WK999902", k(2026, 1), "", "x", state_value(STAAT_NVT));
	world_row(w, "vve", "WK999902", k(2026, 1), "", "n", state_value(STAAT_NVT));
	world_compute(w);
	assert_counts(world_get(w, "A-01", "WK999901", k(2026, 2)), 0, 20);
	assert_near(world_get(w, "A-01", "WK999901", k(2026, 2))->waarde_min, 0, 0);
	assert_int_equal(world_get(w, "A-01", "WK999902", k(2026, 2))->status, STATUS_ONBEKEND);
	assert_int_equal(
		world_get(w, "A-01", "WK999903", k(2026, 2))->status, STATUS_AFGESCHERMD_BRON);
	assert_int_equal(
		world_get(w, "A-01", "WK999901", k(2026, 1))->status, STATUS_GEEN_DOELGROEP);
	assert_false(world_get(w, "A-01", "WK999901", k(2026, 1))->heeft_waarde);
	assert_int_equal(world_get(w, "A-01", "WK999902", k(2026, 1))->status, STATUS_NVT);
	assert_int_equal(
		world_get(w, "A-01", "WK999903", k(2026, 1))->status, STATUS_NIET_GELEVERD);
	assert_int_equal(world_get(w, "A-01", "GM9999", k(2026, 2))->status, STATUS_ONVOLLEDIG);
	assert_int_equal(world_get(w, "A-01", "GM9999", k(2026, 2))->delen_ontbreken, 2);
}

static void a_quarter_that_was_skipped_is_an_outcome_without_number(void **state)
{
	struct world *w = *state;

	world_indicator(w, "A-01", SHARE);
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	deliver_quarter(w, k(2025, 4));
	deliver_quarter(w, k(2026, 2));
	world_compute(w);
	assert_int_equal(world_get(w, "A-01", "GM9999", k(2026, 1))->status, STATUS_NIET_GELEVERD);
	assert_int_equal(
		world_get(w, "A-01", "WK999901", k(2026, 1))->status, STATUS_NIET_GELEVERD);
	assert_null(world_find(w, "A-01", "GM9999", k(2026, 3)));
	assert_null(world_find(w, "A-01", "GM9999", k(2025, 3)));
}

static void a_count_that_was_never_delivered_is_missing_in_every_period_of_its_source(void **state)
{
	struct world *w = *state;

	world_indicator(w, "A-02",
		SHARE_HEAD
		"\"teller\":{\"bron\":\"vve\",\"tel\":\"som\",\"kolom\":\"y\"},"
		"\"noemer\":{\"bron\":\"vve\",\"tel\":\"som\",\"kolom\":\"n\"}," SHARE_WHERE);
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	deliver_quarter(w, k(2026, 2));
	world_compute(w);
	assert_int_equal(world_get(w, "A-02", "GM9999", k(2026, 2))->status, STATUS_NIET_GELEVERD);
	assert_int_equal(
		world_get(w, "A-02", "WK999902", k(2026, 2))->status, STATUS_NIET_GELEVERD);
}

static void a_teller_above_its_noemer_has_a_word_and_no_number(void **state)
{
	struct world *w = *state;
	const struct uitkomst *u;

	world_indicator(w, "A-01", SHARE);
	world_norms(w, NORM_92("wijk", "\"*\""));
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	world_pair(w, "WK999901", k(2026, 2), 21, 20);
	world_compute(w);
	u = world_get(w, "A-01", "WK999901", k(2026, 2));
	assert_int_equal(u->status, STATUS_FOUT);
	assert_false(u->heeft_waarde);
	assert_false(u->teller.bekend);
}

/* ---- ranges and totals ---- */

static void a_hidden_wijk_makes_the_city_a_range_unless_the_supplier_gave_a_total(void **state)
{
	struct world *w = *state;
	const struct uitkomst *u;

	world_indicator(w, "A-01", SHARE);
	world_norms(w, NORM_92("gemeente", "null"));
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	for (int q = 1; q <= 2; q++) {
		world_pair(w, "WK999901", k(2026, q), 92, 104);
		world_pair(w, "WK999902", k(2026, q), 118, 124);
		world_row(w, "vve", "WK999903", k(2026, q), "", "x", hidden_value(1, 4));
		world_row(w, "vve", "WK999903", k(2026, q), "", "n", exact_value(11));
	}
	world_row(w, "vve", "GM9999", k(2026, 2), "totaalrij=ja", "x", exact_value(213));
	world_row(w, "vve", "GM9999", k(2026, 2), "totaalrij=ja", "n", exact_value(239));
	world_compute(w);
	u = world_get(w, "A-01", "GM9999", k(2026, 1));
	assert_int_equal(u->teller.min, 211);
	assert_int_equal(u->teller.max, 214);
	assert_int_equal(u->feit, FEIT_NIET_GEHAALD); /* 220 needed */
	assert_int_equal(u->tekort_min, 6);
	assert_int_equal(u->tekort_max, 9);
	assert_true(u->waarde_min < u->waarde_max);
	assert_false(u->onvolledig);
	u = world_get(w, "A-01", "GM9999", k(2026, 2));
	assert_counts(u, 213, 239);
	assert_int_equal(u->tekort_min, 7);
}

static void a_total_row_never_counts_as_a_wijk_nor_over_exact_wijken(void **state)
{
	struct world *w = *state;

	world_indicator(w, "A-01", SHARE);
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	deliver_quarter(w, k(2026, 2));
	world_row(w, "vve", "GM9999", k(2026, 2), "totaalrij=ja", "x", exact_value(280));
	world_row(w, "vve", "GM9999", k(2026, 2), "totaalrij=ja", "n", exact_value(300));
	world_compute(w);
	assert_counts(world_get(w, "A-01", "GM9999", k(2026, 2)), 289, 321);
}

static void a_total_row_stands_in_for_a_wijk_that_is_missing(void **state)
{
	struct world *w = *state;
	const struct uitkomst *u;

	world_indicator(w, "A-01", SHARE);
	world_norms(w, NORM_92("gemeente", "null"));
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	world_pair(w, "WK999901", k(2026, 2), 92, 104);
	world_row(w, "vve", "GM9999", k(2026, 2), "totaalrij=ja", "x", exact_value(300));
	world_row(w, "vve", "GM9999", k(2026, 2), "totaalrij=ja", "n", exact_value(321));
	world_compute(w);
	u = world_get(w, "A-01", "GM9999", k(2026, 2));
	assert_counts(u, 300, 321);
	assert_false(u->onvolledig);
	assert_int_equal(u->delen_ontbreken, 2);
	assert_int_equal(u->feit, FEIT_GEHAALD);
}

static void a_source_at_city_level_is_used_as_it_is(void **state)
{
	struct world *w = *state;
	const struct uitkomst *u;

	world_indicator(w, "L-01",
		"\"versie\":1,\"geldig_vanaf\":\"2011-10-01\",\"soort\":\"aantal\",\"eenheid\":"
		"\"leerlingen\","
		"\"richting\":\"geen_oordeel\",\"subset_eis\":false,"
		"\"teller\":{\"bron\":\"duo\",\"tel\":\"som\",\"kolom\":\"leerlingen\"},"
		"\"gebied\":{\"basis\":\"school\",\"niveaus\":[\"gemeente\"],\"onbekend\":"
		"\"weglaten\"},"
		"\"periode\":{\"type\":\"peildatum\",\"ritme\":\"jaar\",\"vergelijk\":\"vorig_"
		"jaar\"},"
		"\"aggregatie\":{\"ruimte\":\"som_teller_noemer\",\"tijd\":\"niet_optelbaar\"},"
		"\"onzekerheid\":{\"methode\":\"geen\",\"reden\":\"fictief\"},");
	world_deliver(w, "duo", "2026-07-20T10:00:00");
	world_row(w, "duo", "GM9999", periode_dag((struct date){2024, 10, 1}), "leeftijd=4",
		"leerlingen", exact_value(80));
	world_row(w, "duo", "GM9999", periode_dag((struct date){2024, 10, 1}), "leeftijd=5",
		"leerlingen", hidden_value(1, 4));
	world_row(w, "duo", "GM8888", periode_dag((struct date){2024, 10, 1}), "leeftijd=5",
		"leerlingen", exact_value(7));
	world_compute(w);
	u = world_get(w, "L-01", "GM9999", periode_dag((struct date){2024, 10, 1}));
	assert_int_equal(u->status, STATUS_GEEN_OORDEEL);
	assert_int_equal(u->teller.min, 81);
	assert_int_equal(u->teller.max, 84);
	assert_near(u->waarde_min, 81, 0);
	assert_near(u->waarde_max, 84, 0);
	assert_int_equal(u->delen, 0);
	assert_int_equal(world_get(w, "L-01", "GM8888", u->periode)->teller.min, 7);
}

static void buurten_add_up_to_a_wijk_and_on_to_the_city(void **state)
{
	struct world *w = *state;

	world_indicator(w, "A-01", SHARE);
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	world_pair(w, "WK999901", k(2026, 2), 92, 104);
	world_pair(w, "WK999902", k(2026, 2), 118, 124);
	world_pair(w, "BU99990301", k(2026, 2), 40, 44);
	world_pair(w, "BU99990302", k(2026, 2), 35, 44);
	world_pair(w, "BU99990301", k(2026, 1), 40, 44);
	world_compute(w);
	assert_counts(world_get(w, "A-01", "WK999903", k(2026, 2)), 75, 88);
	assert_counts(world_get(w, "A-01", "GM9999", k(2026, 2)), 285, 316);
	assert_int_equal(world_get(w, "A-01", "WK999903", k(2026, 1))->status, STATUS_ONVOLLEDIG);
	assert_null(world_find(
		w, "A-01", "BU99990301", k(2026, 2))); /* not a level of this indicator */
}

/* ---- time ---- */

static void the_same_quarter_a_year_before_is_compared_with_newcombe(void **state)
{
	struct world *w = *state;
	const struct uitkomst *u;

	world_indicator(w, "A-01", SHARE);
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	for (int jaar = 2025; jaar <= 2026; jaar++) {
		world_pair(w, "WK999901", k(jaar, 2), jaar == 2026 ? 540 : 522,
			jaar == 2026 ? 596 : 590);
		world_pair(w, "WK999902", k(jaar, 2), jaar == 2026 ? 5500 : 5000, 6000);
		world_pair(w, "WK999903", k(jaar, 2), jaar == 2026 ? 55 : 50, 60);
	}
	world_compute(w);
	u = world_get(w, "A-01", "WK999901", k(2026, 2));
	assert_int_equal(u->verandering, VERANDERING_ONDUIDELIJK);
	assert_near(u->verschil, 2.1295, 5e-5);
	assert_near(u->verschil_laag, -1.3698, 5e-5);
	assert_near(u->verschil_hoog, 5.6465, 5e-5);
	assert_int_equal(
		world_get(w, "A-01", "WK999902", k(2026, 2))->verandering, VERANDERING_HOGER);
	assert_int_equal(
		world_get(w, "A-01", "WK999903", k(2026, 2))->verandering, VERANDERING_TE_KLEIN);
	assert_int_equal(
		world_get(w, "A-01", "WK999901", k(2025, 2))->verandering, VERANDERING_GEEN);
}

static void a_break_stops_change_and_nothing_else(void **state)
{
	struct world *w = *state;
	const struct uitkomst *u;

	world_indicator(w, "A-01", SHARE);
	world_norms(w, NORM_92("gemeente", "null"));
	world_put(w, "indicators/breuken", "fictiedam.json",
		"{\"schema\":\"breuken/"
		"1\",\"gemeente\":\"fictiedam\",\"breuken\":[{\"id\":\"B\",\"indicator\":\"A-01\","
		"\"niveau\":\"gemeente\",\"op\":\"2026-01-01\",\"soort\":\"definitie\",\"reden\":"
		"\"fictief\","
		"\"bron\":\"fictief\",\"vergelijkbaar\":false}]}");
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	deliver_quarter(w, k(2025, 2));
	deliver_quarter(w, k(2026, 2));
	world_compute(w);
	u = world_get(w, "A-01", "GM9999", k(2026, 2));
	assert_true(u->breuk);
	assert_int_equal(u->verandering, VERANDERING_GEEN);
	assert_int_equal(u->feit, FEIT_NIET_GEHAALD);
	assert_true(u->heeft_waarde);
	u = world_get(w, "A-01", "WK999901", k(2026, 2));
	assert_false(u->breuk);
	assert_int_not_equal(u->verandering, VERANDERING_GEEN);
}

static void a_wijk_of_another_division_is_another_wijk(void **state)
{
	struct world *w = *state;

	world_indicator(w, "A-01", SHARE);
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	world_pair(w, "WK999901", k(2024, 2), 50, 60);
	world_pair(w, "WK999902", k(2024, 2), 50, 60);
	deliver_quarter(w, k(2025, 2));
	world_compute(w);
	assert_counts(world_get(w, "A-01", "GM9999", k(2024, 2)), 100, 120);
	assert_int_equal(world_get(w, "A-01", "GM9999", k(2024, 2))->delen, 2);
	assert_int_equal(
		world_get(w, "A-01", "WK999901", k(2025, 2))->verandering, VERANDERING_GEEN);
	assert_int_not_equal(
		world_get(w, "A-01", "GM9999", k(2025, 2))->verandering, VERANDERING_GEEN);
}

static void a_definition_says_nothing_about_the_time_before_it(void **state)
{
	struct world *w = *state;

	world_indicator(w, "A-01",
		"\"versie\":2,\"geldig_vanaf\":\"2026-01-01\",\"vervangt\":{\"versie\":1,\"reden\":"
		"\"fictief\","
		"\"vergelijkbaar\":false},\"soort\":\"aandeel\",\"eenheid\":\"%\",\"richting\":"
		"\"hoger_beter\","
		"\"subset_eis\":true,\"onzekerheid\":{\"methode\":\"exact\",\"reden\":\"fictief\"}"
		"," SHARE_SIDES SHARE_WHERE);
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	deliver_quarter(w, k(2025, 4));
	deliver_quarter(w, k(2026, 1));
	world_compute(w);
	assert_null(world_find(w, "A-01", "GM9999", k(2025, 4)));
	assert_true(world_get(w, "A-01", "GM9999", k(2026, 1))->breuk);
}

static void a_correction_counts_from_its_own_day_and_deliveries_are_named(void **state)
{
	struct world *w = *state;
	const struct uitkomst *u;

	world_indicator(w, "A-01", SHARE);
	w->voorlopig = true;
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	deliver_quarter(w, k(2026, 2));
	w->voorlopig = false;
	world_deliver(w, "vve", "2026-08-15T10:00:00");
	world_pair(w, "WK999901", k(2026, 2), 90, 104);
	world_compute(w);
	u = world_get(w, "A-01", "GM9999", k(2026, 2));
	assert_counts(u, 287, 321);
	assert_true(u->voorlopig); /* the other wijken still are */
	assert_int_equal(u->levering_count, 2);
	assert_int_equal(u->levering[0], 1);
	assert_int_equal(u->levering[1], 2);
	assert_false(world_get(w, "A-01", "WK999901", k(2026, 2))->voorlopig);
	world_compute_at(w, (struct stand){{2026, 8, 14}, 0}, NULL);
	assert_counts(world_get(w, "A-01", "GM9999", k(2026, 2)), 289, 321);
	world_compute_at(w, (struct stand){{2026, 7, 19}, 0}, NULL);
	assert_int_equal(w->uit.count, 0);
}

static void two_runs_give_the_same_rows_in_the_same_order(void **state)
{
	struct world *w = *state;
	struct uitkomst_list first;

	world_indicator(w, "A-01", SHARE);
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	deliver_quarter(w, k(2026, 2));
	deliver_quarter(w, k(2026, 1));
	world_compute(w);
	first = w->uit;
	w->uit = (struct uitkomst_list){NULL, 0, 0};
	assert_ok(compute_run(w->store, w->defs, &w->gebieden, NOW, NULL, &w->uit, &err));
	assert_int_equal(first.count, w->uit.count);
	for (size_t i = 0; i < first.count; i++) {
		assert_ptr_equal(first.item[i].gebied, w->uit.item[i].gebied);
		assert_true(periode_equal(first.item[i].periode, w->uit.item[i].periode));
		assert_int_equal(first.item[i].teller.min, w->uit.item[i].teller.min);
		if (i && first.item[i].gebied == first.item[i - 1].gebied)
			assert_true(
				periode_cmp(first.item[i - 1].periode, first.item[i].periode) < 0);
	}
	uitkomst_list_release(&first);
}

/* ---- wrong definitions ---- */

static void a_circle_and_an_unknown_reference_are_named(void **state)
{
	static const char derived[] =
		"\"versie\":1,\"geldig_vanaf\":\"2021-01-01\",\"soort\":\"aantal\",\"eenheid\":"
		"\"kinderen\","
		"\"richting\":\"lager_beter\",\"subset_eis\":false,\"afgeleid\":{\"van\":\"%s\","
		"\"bewerking\":\"tekort\"},"
		"\"onzekerheid\":{\"methode\":\"geen\",\"reden\":\"fictief\"}," SHARE_WHERE;
	struct world *w = *state;
	char *one = mem_printf(derived, "A-06"), *two = mem_printf(derived, "A-05");

	world_indicator(w, "A-05", one);
	world_indicator(w, "A-06", two);
	assert_ok(definities_load(&w->defs, NULL, w->dir, "fictiedam", &err));
	assert_refused(
		compute_run(w->store, w->defs, &w->gebieden, NOW, NULL, &w->uit, &err), "kring");
	definities_free(w->defs);
	free(two);
	two = mem_printf(derived, "A-07");
	world_indicator(w, "A-06", two);
	assert_ok(definities_load(&w->defs, NULL, w->dir, "fictiedam", &err));
	assert_refused(compute_run(w->store, w->defs, &w->gebieden, NOW, NULL, &w->uit, &err),
		"A-07 bestaat niet");
	assert_int_equal(
		compute_run(w->store, w->defs, &w->gebieden, NOW, "A-5", &w->uit, &err), -1);
	assert_int_equal(err.kind, ERR_USE);
	assert_non_null(strstr(err.advice, "A-05"));
	err_release(&err);
	free(one);
	free(two);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_WORLD(city_is_the_sum_of_wijken_and_unknown_and_never_of_outsiders),
		WITH_WORLD(each_level_has_its_own_norm_and_nothing_is_inherited),
		WITH_WORLD(a_period_before_the_norm_has_no_norm),
		WITH_WORLD(a_norm_brings_its_band_almost_and_deviation),
		WITH_WORLD(children_to_the_norm_exist_at_both_levels_and_do_not_add_up),
		WITH_WORLD(what_is_left_of_the_noemer_follows_from_the_base),
		WITH_WORLD(a_missing_wijk_makes_the_city_incomplete_and_unjudged),
		WITH_WORLD(zero_unknown_hidden_and_absent_stay_four_different_things),
		WITH_WORLD(a_quarter_that_was_skipped_is_an_outcome_without_number),
		WITH_WORLD(
			a_count_that_was_never_delivered_is_missing_in_every_period_of_its_source),
		WITH_WORLD(a_teller_above_its_noemer_has_a_word_and_no_number),
		WITH_WORLD(a_hidden_wijk_makes_the_city_a_range_unless_the_supplier_gave_a_total),
		WITH_WORLD(a_total_row_never_counts_as_a_wijk_nor_over_exact_wijken),
		WITH_WORLD(a_total_row_stands_in_for_a_wijk_that_is_missing),
		WITH_WORLD(a_source_at_city_level_is_used_as_it_is),
		WITH_WORLD(buurten_add_up_to_a_wijk_and_on_to_the_city),
		WITH_WORLD(the_same_quarter_a_year_before_is_compared_with_newcombe),
		WITH_WORLD(a_break_stops_change_and_nothing_else),
		WITH_WORLD(a_wijk_of_another_division_is_another_wijk),
		WITH_WORLD(a_definition_says_nothing_about_the_time_before_it),
		WITH_WORLD(a_correction_counts_from_its_own_day_and_deliveries_are_named),
		WITH_WORLD(two_runs_give_the_same_rows_in_the_same_order),
		WITH_WORLD(a_circle_and_an_unknown_reference_are_named),
	};

	return RUN_TESTS(tests);
}
