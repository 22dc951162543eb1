/* Direction, pace and the wijken beside each other, as outcomes carry them; calculation.md E.3,
 * E.4. */
#include "test.h"

#include "indicator/statistiek.h"
#include "indicator/value.h"
#include "indicator_fixture.h"

static struct periode k(int jaar, int kwartaal)
{
	return periode_kwartaal(jaar, kwartaal);
}

/* ---- trend ---- */

static const int64_t TREND_X[] = {486, 498, 510, 522, 540}, TREND_N[] = {580, 584, 588, 590, 596};

/* Five years in a source at city level; `skip` is left out (0: none). */
static void deliver_years(struct world *w, int skip)
{
	world_deliver(w, "vve", "2026-10-20T10:00:00");
	for (int i = 0; i < 5; i++) {
		if (2022 + i != skip)
			world_pair(w, "GM9999", k(2022 + i, 3), TREND_X[i], TREND_N[i]);
	}
}

static void five_yearly_points_give_the_trend_of_the_vector(void **state)
{
	struct world *w = *state;
	const struct uitkomst *u;

	world_indicator(w, "A-01", SHARE);
	deliver_years(w, 0);
	world_pair(
		w, "GM9999", k(2026, 1), 1, 600); /* another quarter is no point of this series */
	world_compute(w);
	u = world_get(w, "A-01", "GM9999", k(2026, 3));
	assert_int_equal(u->trend.woord, TREND_WOORD_STIJGING);
	assert_near(u->trend.chi2, 14.724370, 1e-6);
	assert_int_equal(u->trend.punten, 5);
	assert_int_equal(u->trend.van, 2022);
	assert_int_equal(u->trend.tot, 2026);
	assert_true(u->trend.helling > 1 && u->trend.helling < 2); /* points per year */
	assert_int_equal(
		world_get(w, "A-01", "GM9999", k(2025, 3))->trend.woord, TREND_WOORD_TE_KORT);
	assert_int_equal(world_get(w, "A-01", "GM9999", k(2026, 2))->trend.woord, TREND_WOORD_GEEN);
}

static void a_missing_year_counts_by_its_date_and_not_by_its_place(void **state)
{
	struct world *w = *state;
	const struct uitkomst *u;

	world_indicator(w, "A-01", SHARE);
	deliver_years(w, 2024);
	world_pair(w, "GM9999", k(2021, 3), 470, 575);
	world_compute(w);
	u = world_get(w, "A-01", "GM9999", k(2026, 3));
	assert_int_equal(u->trend.punten, 5);
	assert_int_equal(u->trend.van, 2021);
	assert_int_equal(u->trend.woord, TREND_WOORD_STIJGING);
}

static void a_break_starts_the_trend_again(void **state)
{
	struct world *w = *state;

	world_indicator(w, "A-01", SHARE);
	world_put(w, "indicators/breuken", "fictiedam.json",
		"{\"schema\":\"breuken/"
		"1\",\"gemeente\":\"fictiedam\",\"breuken\":[{\"id\":\"B\",\"indicator\":\"*\","
		"\"niveau\":null,\"op\":\"2024-01-01\",\"soort\":\"definitie\",\"reden\":"
		"\"fictief\","
		"\"bron\":\"fictief\",\"vergelijkbaar\":false}]}");
	deliver_years(w, 0);
	world_compute(w);
	assert_int_equal(
		world_get(w, "A-01", "GM9999", k(2026, 3))->trend.woord, TREND_WOORD_TE_KORT);
	assert_int_equal(world_get(w, "A-01", "GM9999", k(2026, 3))->trend.punten, 3);
	assert_int_equal(world_get(w, "A-01", "GM9999", k(2026, 3))->trend.van, 2024);
}

static void a_break_that_is_declared_comparable_stops_nothing(void **state)
{
	struct world *w = *state;

	world_indicator(w, "A-01", SHARE);
	world_put(w, "indicators/breuken", "fictiedam.json",
		"{\"schema\":\"breuken/"
		"1\",\"gemeente\":\"fictiedam\",\"breuken\":[{\"id\":\"B\",\"indicator\":\"*\","
		"\"niveau\":null,\"op\":\"2024-01-01\",\"soort\":\"definitie\",\"reden\":"
		"\"fictief\","
		"\"bron\":\"fictief\",\"vergelijkbaar\":true}]}");
	deliver_years(w, 0);
	world_compute(w);
	assert_int_equal(world_get(w, "A-01", "GM9999", k(2026, 3))->trend.punten, 5);
}

static void nobody_makes_a_trend_on_a_provisional_last_point(void **state)
{
	struct world *w = *state;

	world_indicator(w, "A-01", SHARE);
	deliver_years(w, 2026);
	w->voorlopig = true;
	world_deliver(w, "vve", "2026-10-21T10:00:00");
	world_pair(w, "GM9999", k(2026, 3), 540, 596);
	world_compute(w);
	assert_int_equal(world_get(w, "A-01", "GM9999", k(2026, 3))->trend.woord, TREND_WOORD_GEEN);
}

static void everybody_every_year_is_no_trend_to_find(void **state)
{
	struct world *w = *state;

	world_indicator(w, "A-01", SHARE);
	world_deliver(w, "vve", "2026-10-20T10:00:00");
	for (int i = 0; i < 5; i++)
		world_pair(w, "GM9999", k(2022 + i, 3), 30, 30);
	world_compute(w);
	assert_int_equal(world_get(w, "A-01", "GM9999", k(2026, 3))->trend.woord,
		TREND_WOORD_NIET_TE_BEPALEN);
}

/* ---- pace ---- */

#define NORM_PACE(extra)                                                                           \
	"{\"id\":\"N\",\"indicator\":\"A-01\",\"niveau\":\"gemeente\",\"gebied\":null,\"vanaf\":"  \
	"\"2025-01-01\","                                                                          \
	"\"soort\":\"minimum\",\"waarde\":\"92\",\"eenheid\":\"%\",\"status\":\"richtwaarde\","    \
	"\"herkomst\":{\"soort\":\"gebruiker\",\"door\":\"fictief\"},\"streefdatum\":\"2026-12-"   \
	"31\"" extra "}"

static void the_way_to_a_date_is_a_straight_line_from_the_first_figure_under_the_norm(void **state)
{
	struct world *w = *state;
	const struct uitkomst *u;

	world_indicator(w, "A-01", SHARE);
	world_norms(w, NORM_PACE(""));
	world_deliver(w, "vve", "2026-10-20T10:00:00");
	world_pair(w, "GM9999", k(2024, 4), 70, 100); /* before the norm: no base */
	world_pair(w, "GM9999", k(2025, 4), 800, 1000);
	world_pair(w, "GM9999", k(2026, 2), 850, 1000);
	world_compute(w);
	u = world_get(w, "A-01", "GM9999", k(2026, 2));
	assert_near(u->tempo.verwacht, 80 + 12 * 181.0 / 365, 1e-9);
	assert_int_equal(u->tempo.woord, TEMPO_WOORD_ACHTER);
	assert_true(u->tempo.kan_toeval);
	assert_int_equal(u->tempo.kwartalen_over, 2);
	assert_int_equal(u->tempo.nodig_min, 35); /* 70 children in two quarters */
	assert_true(u->tempo.heeft_projectie);
	assert_near(u->tempo.projectie, 80 + 5 * 365.0 / 181, 1e-9);
	assert_int_equal(world_get(w, "A-01", "GM9999", k(2024, 4))->tempo.woord, TEMPO_WOORD_GEEN);
	u = world_get(w, "A-01", "GM9999", k(2025, 4));
	assert_int_equal(u->tempo.woord, TEMPO_WOORD_OP_KOERS); /* it is the base itself */
	assert_false(u->tempo.heeft_projectie);
}

static void an_agreed_path_goes_before_the_straight_line(void **state)
{
	struct world *w = *state;

	world_indicator(w, "A-01", SHARE);
	world_norms(w, NORM_PACE(",\"traject\":[{\"peil\":\"2026-03-31\",\"waarde\":\"82\"},"
				 "{\"peil\":\"2026-06-30\",\"waarde\":\"85\"}]"));
	world_deliver(w, "vve", "2026-10-20T10:00:00");
	world_pair(w, "GM9999", k(2025, 4), 80, 100);
	world_pair(w, "GM9999", k(2026, 1), 82, 100);
	world_pair(w, "GM9999", k(2026, 2), 84, 100);
	world_pair(w, "GM9999", k(2026, 3), 92, 100);
	world_pair(w, "GM9999", k(2026, 4), 91, 100);
	world_compute(w);
	assert_near(world_get(w, "A-01", "GM9999", k(2026, 1))->tempo.verwacht, 82, 1e-9);
	assert_int_equal(
		world_get(w, "A-01", "GM9999", k(2026, 1))->tempo.woord, TEMPO_WOORD_OP_KOERS);
	assert_near(world_get(w, "A-01", "GM9999", k(2026, 2))->tempo.verwacht, 85, 1e-9);
	assert_int_equal(
		world_get(w, "A-01", "GM9999", k(2026, 2))->tempo.woord, TEMPO_WOORD_ACHTER);
	assert_int_equal(
		world_get(w, "A-01", "GM9999", k(2026, 3))->tempo.woord, TEMPO_WOORD_GEHAALD);
	assert_int_equal(
		world_get(w, "A-01", "GM9999", k(2026, 4))->tempo.woord, TEMPO_WOORD_VERLOPEN);
	assert_false(world_get(w, "A-01", "GM9999", k(2026, 4))->tempo.heeft_nodig);
}

/* ---- wijken beside each other: a list by hand ---- */

static const struct definities no_order = {0};

struct city {
	struct gebied_list gebieden;
	struct indicator_def def;
	struct uitkomst_list list;
};

static void city_area(struct city *c, const char *code, const char *niveau, int64_t x, int64_t n)
{
	struct gebied g = {.code = mem_dup(code),
		.naam = mem_dup(code),
		.niveau = mem_dup(niveau),
		.indeling = mem_dup(strcmp(niveau, "wijk") == 0 ? "2025" : ""),
		.ouder = strcmp(niveau, "wijk") == 0 ? mem_dup("GM9999") : NULL,
		.vanaf = {2025, 1, 1},
		.eigen = true,
		.tegel_rij = (int)x,
		.tegel_kolom = (int)n};

	gebied_list_add(&c->gebieden, &g);
	free(g.code);
	free(g.naam);
	free(g.niveau);
	free(g.indeling);
	free(g.ouder);
}

/* Outcomes for the areas, the counts of which stand in their tile for a moment. */
static void city_outcomes(struct city *c)
{
	static char id[] = "A-01", eenheid[] = "%";

	c->def = (struct indicator_def){.id = id,
		.eenheid = eenheid,
		.soort = SOORT_AANDEEL,
		.subset_eis = true,
		.onzekerheid = ONZEKERHEID_EXACT,
		.niveau_zekerheid = 0.95,
		.n_min = 12};
	gebied_list_sort(&c->gebieden);
	for (size_t i = 0; i < c->gebieden.count; i++) {
		struct uitkomst *u = uitkomst_list_add(&c->list);
		const struct gebied *g = &c->gebieden.item[i];

		u->indicator = &c->def;
		u->gebied = g;
		u->periode = k(2026, 2);
		u->status = STATUS_GEEN_NORM;
		u->teller = (struct bereik){true, g->tegel_rij, g->tegel_rij, 0};
		u->noemer = (struct bereik){true, g->tegel_kolom, g->tegel_kolom, 0};
		value_fill(u);
	}
	uitkomst_list_sort(&c->list);
}

static void city_release(struct city *c)
{
	uitkomst_list_release(&c->list);
	gebied_list_release(&c->gebieden);
}

static struct city city_of_the_vector(void)
{
	static const int64_t x[] = {92, 118, 75, 54, 168}, n[] = {104, 124, 88, 64, 180};
	struct city c = {0};

	city_area(&c, "GM9999", "gemeente", 507, 560);
	for (size_t i = 0; i < ARRAY_LEN(x); i++) {
		char code[] = "WK999901";

		code[7] = (char)('1' + i);
		city_area(&c, code, "wijk", x[i], n[i]);
	}
	return c;
}

static struct uitkomst *outcome(struct city *c, size_t i)
{
	return uitkomst_find(&c->list, "A-01", &c->gebieden.item[i], k(2026, 2));
}

static void the_gap_of_the_vector_comes_out_corrected(void **state)
{
	struct city c = city_of_the_vector();
	const struct kloof_deel *kloof;

	(void)state;
	city_outcomes(&c);
	statistiek_wijken(&c.list, &no_order, &c.gebieden, "A-01", k(2026, 2));
	kloof = &outcome(&c, 0)->kloof;
	assert_int_equal(kloof->woord, KLOOF_WOORD_VERSCHIL);
	assert_near(kloof->spreiding, 3.143413, 1e-6);
	assert_near(kloof->ruw, 4.101004, 1e-6);
	assert_near(kloof->chi2, 10.991593, 1e-6);
	assert_near(kloof->p, 0.026659, 1e-6);
	assert_int_equal(kloof->df, 4);
	assert_string_equal(kloof->methode, "chi2");
	assert_int_equal(kloof->kinderen_stad, 26);
	assert_int_equal(kloof->kinderen_wijken, 27);
	assert_int_equal(kloof->wijken, 5);
	city_release(&c);
}

static void a_wijk_is_compared_with_the_rest_and_judged_after_holm(void **state)
{
	struct city c = city_of_the_vector();
	const struct wijk_deel *four;

	(void)state;
	city_outcomes(&c);
	statistiek_wijken(&c.list, &no_order, &c.gebieden, "A-01", k(2026, 2));
	four = &outcome(&c, 4)->wijk;
	assert_true(four->vergeleken);
	assert_near(four->rest_verschil, -6.9556, 5e-5);
	assert_near(four->rest_laag, -17.9744, 5e-5);
	assert_near(four->rest_hoog, 0.5020, 5e-5);
	assert_false(four->wijkt_af);
	assert_true(four->p_holm >= four->p);
	assert_int_equal(four->tot_stad, 4); /* 57,9 of 64 asks 58 */
	city_release(&c);
}

static void the_funnel_has_a_word_on_both_sides_of_each_limit(void **state)
{
	static const enum funnel_woord order[] = {FUNNEL_WOORD_LAAG_998, FUNNEL_WOORD_LAAG_95,
		FUNNEL_WOORD_BINNEN, FUNNEL_WOORD_HOOG_95};
	struct wijk_deel limits = {0};
	size_t seen = 0;

	(void)state;
	for (int64_t x = 0; x <= 100; x++) {
		struct city c = {0};
		const struct wijk_deel *w;

		city_area(&c, "GM9999", "gemeente", x + 8600, 10100);
		city_area(&c, "WK999901", "wijk", x, 100);
		city_area(&c, "WK999902", "wijk", 4300, 5000);
		city_area(&c, "WK999903", "wijk", 4300, 5000);
		city_outcomes(&c);
		statistiek_wijken(&c.list, &no_order, &c.gebieden, "A-01", k(2026, 2));
		w = &outcome(&c, 1)->wijk;
		limits = *w;
		if (x < w->laag_998)
			assert_int_equal(w->funnel, FUNNEL_WOORD_LAAG_998);
		else if (x < w->laag_95)
			assert_int_equal(w->funnel, FUNNEL_WOORD_LAAG_95);
		else if (x <= w->hoog_95)
			assert_int_equal(w->funnel, FUNNEL_WOORD_BINNEN);
		else if (x <= w->hoog_998)
			assert_int_equal(w->funnel, FUNNEL_WOORD_HOOG_95);
		else
			assert_int_equal(w->funnel, FUNNEL_WOORD_HOOG_998);
		if (seen < ARRAY_LEN(order) && w->funnel == order[seen])
			seen++;
		city_release(&c);
	}
	assert_int_equal(seen, ARRAY_LEN(order));
	assert_true(limits.laag_998 < limits.laag_95 && limits.hoog_95 < limits.hoog_998);
}

static void small_and_unknown_wijken_are_left_out_and_counted(void **state)
{
	struct city c = city_of_the_vector();

	(void)state;
	city_area(&c, "WK999906", "wijk", 8, 11);
	city_area(&c, "WK999907", "wijk", 8, 30);
	city_outcomes(&c);
	outcome(&c, 7)->teller.max = 11; /* a range */
	statistiek_wijken(&c.list, &no_order, &c.gebieden, "A-01", k(2026, 2));
	assert_int_equal(outcome(&c, 0)->kloof.wijken, 6);
	assert_int_equal(outcome(&c, 0)->kloof.zonder_cijfer, 1);
	assert_false(outcome(&c, 6)->wijk.vergeleken);
	assert_int_equal(outcome(&c, 6)->wijk.funnel, FUNNEL_WOORD_GEEN);
	assert_int_equal(outcome(&c, 7)->wijk.funnel, FUNNEL_WOORD_GEEN);
	city_release(&c);
}

static void two_wijken_are_too_few_and_equal_wijken_do_not_differ(void **state)
{
	struct city c = {0};

	(void)state;
	city_area(&c, "GM9999", "gemeente", 180, 200);
	city_area(&c, "WK999901", "wijk", 80, 100);
	city_area(&c, "WK999902", "wijk", 100, 100);
	city_outcomes(&c);
	statistiek_wijken(&c.list, &no_order, &c.gebieden, "A-01", k(2026, 2));
	assert_int_equal(outcome(&c, 0)->kloof.woord, KLOOF_WOORD_TE_WEINIG_WIJKEN);
	city_release(&c);
	c = (struct city){0};
	city_area(&c, "GM9999", "gemeente", 270, 300);
	city_area(&c, "WK999901", "wijk", 90, 100);
	city_area(&c, "WK999902", "wijk", 90, 100);
	city_area(&c, "WK999903", "wijk", 90, 100);
	city_outcomes(&c);
	statistiek_wijken(&c.list, &no_order, &c.gebieden, "A-01", k(2026, 2));
	assert_int_equal(outcome(&c, 0)->kloof.woord, KLOOF_WOORD_GEEN_VERSCHIL);
	assert_near(outcome(&c, 0)->kloof.spreiding, 0, 0);
	assert_near(outcome(&c, 1)->wijk.geschat, 90, 1e-12);
	city_release(&c);
}

static void what_is_taken_out_of_the_list_leaves_no_trace_in_the_rest(void **state)
{
	struct city with = city_of_the_vector(), without = city_of_the_vector();

	(void)state;
	city_outcomes(&with);
	city_outcomes(&without);
	outcome(&with, 3)->teller =
		(struct bereik){true, 1, 1, 0}; /* another number, hidden in both */
	for (int i = 0; i < 2; i++) {
		struct city *c = i ? &without : &with;

		outcome(c, 3)->teller.bekend = outcome(c, 3)->noemer.bekend =
			outcome(c, 3)->heeft_waarde = false;
		statistiek_wijken(&c->list, &no_order, &c->gebieden, "A-01", k(2026, 2));
	}
	assert_near(outcome(&with, 0)->kloof.spreiding, outcome(&without, 0)->kloof.spreiding, 0);
	assert_near(outcome(&with, 0)->kloof.chi2, outcome(&without, 0)->kloof.chi2, 0);
	assert_int_equal(outcome(&with, 0)->kloof.tot_stad, outcome(&without, 0)->kloof.tot_stad);
	assert_near(
		outcome(&with, 1)->wijk.rest_verschil, outcome(&without, 1)->wijk.rest_verschil, 0);
	assert_near(outcome(&with, 1)->wijk.p_holm, outcome(&without, 1)->wijk.p_holm, 0);
	assert_near(outcome(&with, 1)->wijk.geschat, outcome(&without, 1)->wijk.geschat, 0);
	assert_int_equal(outcome(&with, 1)->wijk.laag_95, outcome(&without, 1)->wijk.laag_95);
	assert_int_equal(outcome(&with, 3)->wijk.funnel, FUNNEL_WOORD_GEEN);
	city_release(&with);
	city_release(&without);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_WORLD(five_yearly_points_give_the_trend_of_the_vector),
		WITH_WORLD(a_missing_year_counts_by_its_date_and_not_by_its_place),
		WITH_WORLD(a_break_starts_the_trend_again),
		WITH_WORLD(a_break_that_is_declared_comparable_stops_nothing),
		WITH_WORLD(nobody_makes_a_trend_on_a_provisional_last_point),
		WITH_WORLD(everybody_every_year_is_no_trend_to_find),
		WITH_WORLD(
			the_way_to_a_date_is_a_straight_line_from_the_first_figure_under_the_norm),
		WITH_WORLD(an_agreed_path_goes_before_the_straight_line),
		cmocka_unit_test(the_gap_of_the_vector_comes_out_corrected),
		cmocka_unit_test(a_wijk_is_compared_with_the_rest_and_judged_after_holm),
		cmocka_unit_test(the_funnel_has_a_word_on_both_sides_of_each_limit),
		cmocka_unit_test(small_and_unknown_wijken_are_left_out_and_counted),
		cmocka_unit_test(two_wijken_are_too_few_and_equal_wijken_do_not_differ),
		cmocka_unit_test(what_is_taken_out_of_the_list_leaves_no_trace_in_the_rest),
	};

	return RUN_TESTS(tests);
}
