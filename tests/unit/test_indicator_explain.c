/* Every term of a figure is there, exactly, and nothing of what is not known. */
#include "test.h"

#include "indicator/explain.h"
#include "indicator_fixture.h"

static struct periode k(int jaar, int kwartaal)
{
	return periode_kwartaal(jaar, kwartaal);
}

static void assert_term(
	const struct term_list *l, const char *naam, const char *waarde, const char *formule)
{
	const struct term *t = term_find(l, naam);

	if (!t)
		fail_msg("geen term %s", naam);
	assert_string_equal(t->waarde, waarde);
	if (formule)
		assert_string_equal(t->formule, formule);
}

/* The city of the vector: 507 of 560 against 92%. */
static void the_terms_of_the_city_fill_the_formulas(void **state)
{
	struct world *w = *state;
	struct term_list l = {NULL, 0, 0};

	world_indicator(w, "A-01", SHARE);
	world_norms(w, NORM_92("gemeente", "null"));
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	world_pair(w, "GM9999", k(2026, 2), 507, 560);
	world_pair(w, "GM9999", k(2025, 2), 500, 560);
	world_compute(w);
	explain_outcome(world_get(w, "A-01", "GM9999", k(2026, 2)), &l);
	assert_term(&l, "teller", "507", NULL);
	assert_term(&l, "noemer", "560", NULL);
	assert_term(&l, "waarde", "90.53571428571429", "507 / 560 * 100");
	assert_term(&l, "methode", "clopper-pearson-95", NULL);
	assert_term(&l, "norm", "92", NULL);
	assert_term(&l, "norm_status", "richtwaarde", NULL);
	assert_term(&l, "nodig", "516", "ceil(23/25 * 560)");
	assert_term(&l, "tekort", "9", NULL);
	assert_term(&l, "feit", "niet_gehaald", NULL);
	assert_term(&l, "zekerheid", "kan_toeval_zijn", NULL);
	assert_term(&l, "status", "niet_gehaald_kan_toeval_zijn", NULL);
	assert_term(&l, "p_grens", "0.025", NULL);
	assert_term(&l, "waarde_jaar_eerder", "89.28571428571429", NULL);
	assert_term(&l, "verandering", "geen_duidelijke_verandering", NULL);
	assert_term(&l, "trend", "te_kort", NULL);
	assert_term(&l, "trend_punten", "2", NULL);
	assert_term(&l, "leveringen", "1", NULL);
	assert_term(&l, "definitie_versie", "1", NULL);
	assert_null(term_find(&l, "toegestaan"));
	assert_null(term_find(&l, "onvolledig"));
	assert_null(term_find(&l, "kloof"));
	term_list_release(&l);
}

static void a_range_and_a_missing_wijk_are_explained_as_such(void **state)
{
	struct world *w = *state;
	struct term_list l = {NULL, 0, 0};

	world_indicator(w, "A-01", SHARE);
	world_norms(w, NORM_92("wijk", "\"*\""));
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	world_pair(w, "WK999901", k(2026, 2), 40, 50);
	world_row(w, "vve", "WK999902", k(2026, 2), "", "x", hidden_value(1, 4));
	world_row(w, "vve", "WK999902", k(2026, 2), "", "n", exact_value(20));
	world_compute(w);
	explain_outcome(world_get(w, "A-01", "WK999902", k(2026, 2)), &l);
	assert_term(&l, "teller", "1..4", NULL);
	assert_term(&l, "waarde", "5..20", "1..4 / 20 * 100");
	assert_term(&l, "nodig", "19", "ceil(23/25 * 20)");
	assert_term(&l, "tekort", "15..18", NULL);
	assert_null(term_find(&l, "p_onder"));
	term_list_release(&l);
	explain_outcome(world_get(w, "A-01", "GM9999", k(2026, 2)), &l);
	assert_term(&l, "status", "onvolledig", NULL);
	assert_term(&l, "delen", "3", NULL);
	assert_term(&l, "delen_ontbreken", "1", NULL);
	term_list_release(&l);
	explain_outcome(world_get(w, "A-01", "WK999903", k(2026, 2)), &l);
	assert_term(&l, "status", "niet_geleverd", NULL);
	assert_null(term_find(&l, "teller"));
	assert_null(term_find(&l, "waarde"));
	term_list_release(&l);
}

static void what_was_taken_out_is_not_explained(void **state)
{
	struct world *w = *state;
	struct term_list l = {NULL, 0, 0};
	struct uitkomst u;

	world_indicator(w, "A-01", SHARE);
	world_norms(w, NORM_92("gemeente", "null"));
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	world_pair(w, "GM9999", k(2026, 2), 507, 560);
	world_compute(w);
	u = *world_get(w, "A-01", "GM9999", k(2026, 2));
	u.teller.bekend = u.noemer.bekend = u.heeft_waarde = u.heeft_interval = u.heeft_tekort =
		false;
	u.feit = FEIT_GEEN;
	u.zekerheid = ZEKERHEID_GEEN;
	u.p_onder = u.p_boven = NAN;
	explain_outcome(&u, &l);
	for (size_t i = 0; i < l.count; i++) {
		assert_null(strstr(l.item[i].waarde, "507"));
		assert_null(strstr(l.item[i].waarde, "560"));
		assert_false(l.item[i].formule && strstr(l.item[i].formule, "560"));
	}
	assert_null(term_find(&l, "nodig"));
	assert_term(&l, "norm", "92", NULL);
	term_list_release(&l);
}

static void a_maximum_and_a_difference_have_their_own_formula(void **state)
{
	struct world *w = *state;
	struct term_list l = {NULL, 0, 0};
	struct uitkomst u;

	world_indicator(w, "A-01", SHARE);
	world_norms(w,
		"{\"id\":\"N\",\"indicator\":\"A-01\",\"niveau\":\"gemeente\",\"gebied\":null,"
		"\"vanaf\":\"2025-01-01\",\"soort\":\"maximum\",\"waarde\":\"5,5\",\"eenheid\":\"%"
		"\","
		"\"status\":\"voorstel\",\"herkomst\":{\"soort\":\"gebruiker\",\"door\":"
		"\"fictief\"}}");
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	world_pair(w, "GM9999", k(2026, 2), 7, 100);
	world_compute(w);
	explain_outcome(world_get(w, "A-01", "GM9999", k(2026, 2)), &l);
	assert_term(&l, "norm", "5.5", NULL);
	assert_term(&l, "toegestaan", "5", "floor(11/200 * 100)");
	assert_term(&l, "tekort", "2", NULL);
	assert_term(&l, "zekerheid", "kan_toeval_zijn", NULL);
	assert_null(term_find(&l, "nodig"));
	term_list_release(&l);
	u = *world_get(w, "A-01", "GM9999", k(2026, 2));
	u.teller2 = (struct bereik){true, 3, 3, 0};
	u.noemer2 = (struct bereik){true, 90, 90, 0};
	explain_outcome(&u, &l);
	assert_string_equal(term_find(&l, "waarde")->formule, "(7 / 100 - 3 / 90) * 100");
	term_list_release(&l);
}

/* A list by hand: every statistic beside a figure has its terms. */
static void every_statistic_has_its_terms(void **state)
{
	static char id[] = "A-01", eenheid[] = "%", kinderen[] = "kinderen";
	static struct indicator_def def = {.id = id,
		.eenheid = eenheid,
		.soort = SOORT_AANDEEL,
		.subset_eis = true,
		.niveau_zekerheid = 0.95,
		.n_min = 12,
		.woorden = {.meervoud = kinderen}};
	static struct norm_def norm = {.id = id,
		.soort = NORM_BAND,
		.waarde = {405, 1},
		.bovenkant = {60, 0},
		.eenheid = eenheid,
		.heeft_bijna = true,
		.bijna = {35, 0}};
	struct uitkomst u = {.indicator = &def,
		.norm = &norm,
		.teller = {true, 66, 66, 0},
		.noemer = {true, 100, 100, 0},
		.heeft_tekort = true,
		.tekort_min = 6,
		.tekort_max = 6,
		.feit = FEIT_NIET_GEHAALD,
		.zekerheid = ZEKERHEID_ZEKER_FOUT,
		.p_onder = NAN,
		.p_boven = NAN,
		.breuk = true,
		.voorlopig = true,
		.onvolledig = true,
		.tempo = {.woord = TEMPO_WOORD_ACHTER,
			.verwacht = 50,
			.kwartalen_over = 2,
			.heeft_nodig = true,
			.nodig_min = 3,
			.nodig_max = 4,
			.heeft_projectie = true,
			.per_jaar = 1,
			.nodig_per_jaar = 2,
			.projectie = 55},
		.wijk = {.funnel = FUNNEL_WOORD_LAAG_95,
			.laag_95 = 70,
			.hoog_95 = 90,
			.laag_998 = 60,
			.hoog_998 = 95,
			.vergeleken = true,
			.rest_verschil = -10,
			.rest_laag = -15,
			.rest_hoog = -5,
			.p = 0.01,
			.p_holm = 0.05,
			.wijkt_af = true,
			.tot_stad = 12},
		.kloof = {.woord = KLOOF_WOORD_VERSCHIL,
			.wijken = 5,
			.spreiding = 3.5,
			.ruw = 4,
			.toeval_typisch = 2,
			.toeval_hoog = 3,
			.chi2 = 11,
			.p = 0.02,
			.df = 4,
			.methode = "chi2",
			.tot_stad = 20,
			.heeft_beste = true,
			.kinderen_stad = 26,
			.kinderen_wijken = 27}};
	struct term_list l = {NULL, 0, 0};

	(void)state;
	explain_outcome(&u, &l);
	assert_term(&l, "norm", "40.5", NULL);
	assert_term(&l, "norm_tot", "60", NULL);
	assert_term(&l, "bijna_norm", "35", NULL);
	assert_term(&l, "nodig", "41", "ceil(81/200 * 100)");
	assert_term(&l, "toegestaan", "60", "floor(3/5 * 100)");
	assert_term(&l, "zekerheid", "zeker_buiten", NULL);
	assert_term(&l, "breuk", "ja", NULL);
	assert_term(&l, "tempo_verwacht", "50", NULL);
	assert_term(&l, "tempo_nodig_per_kwartaal", "3..4", NULL);
	assert_term(&l, "tempo_projectie", "55", NULL);
	assert_term(&l, "tempo", "achter_op_koers", NULL);
	assert_term(&l, "trechter_95", "70..90", NULL);
	assert_term(&l, "trechter", "laag_95", NULL);
	assert_term(&l, "rest_p_holm", "0.05", NULL);
	assert_term(&l, "rest_wijkt_af", "ja", NULL);
	assert_term(&l, "kinderen_tot_stad", "12", NULL);
	assert_term(&l, "kloof_spreiding", "3.5", NULL);
	assert_term(&l, "kloof_vrijheidsgraden", "4", NULL);
	assert_term(&l, "kloof_kinderen_beste_wijken", "27", NULL);
	assert_term(&l, "kloof", "verschil", NULL);
	assert_term(&l, "voorlopig", "ja", NULL);
	assert_term(&l, "onvolledig", "ja", NULL);
	for (size_t i = 0; i < l.count;
		i++) { /* no name twice: a reader finds a term by its name */
		for (size_t n = 0; n < i; n++)
			assert_string_not_equal(l.item[i].naam, l.item[n].naam);
	}
	term_list_release(&l);
	u.kloof.woord = KLOOF_WOORD_TE_WEINIG_WIJKEN;
	u.kloof.heeft_beste = false;
	u.tempo.woord = TEMPO_WOORD_VERLOPEN;
	explain_outcome(&u, &l);
	assert_null(term_find(&l, "kloof_spreiding"));
	assert_null(term_find(&l, "tempo_kwartalen"));
	assert_term(&l, "kloof", "te_weinig_wijken", NULL);
	term_list_release(&l);
}

static void decimals_stay_exact(void **state)
{
	static char id[] = "A-01", eenheid[] = "uren";
	static struct indicator_def def = {
		.id = id, .eenheid = eenheid, .soort = SOORT_AANTAL, .niveau_zekerheid = 0.95};
	struct uitkomst u = {.indicator = &def,
		.teller = {true, -1205, -1205, 2},
		.p_onder = NAN,
		.p_boven = NAN};
	struct term_list l = {NULL, 0, 0};

	(void)state;
	explain_outcome(&u, &l);
	assert_term(&l, "teller", "-12.05", NULL);
	term_list_release(&l);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_WORLD(the_terms_of_the_city_fill_the_formulas),
		WITH_WORLD(a_range_and_a_missing_wijk_are_explained_as_such),
		WITH_WORLD(what_was_taken_out_is_not_explained),
		WITH_WORLD(a_maximum_and_a_difference_have_their_own_formula),
		cmocka_unit_test(every_statistic_has_its_terms),
		cmocka_unit_test(decimals_stay_exact),
	};

	return RUN_TESTS(tests);
}
