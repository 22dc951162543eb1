/* Figures that are not teller over noemer: differences, the spread over wijken, an index over
 * schools; sources that count; what was never delivered; and parts of a run beside the whole. */
#include "test.h"

#include "indicator_fixture.h"

static const struct stand NOW = {{0, 0, 0}, 0};

static struct periode k(int jaar, int kwartaal)
{
	return periode_kwartaal(jaar, kwartaal);
}

static void deliver_quarter(struct world *w, struct periode p)
{
	world_pair(w, "WK999901", p, 92, 104);
	world_pair(w, "WK999902", p, 118, 124);
	world_pair(w, "WK999903", p, 75, 88);
}

/* ---- differences, spread, index ---- */

#define DIFFERENCE_HEAD(soort, eenheid, derived)                                                   \
	"\"versie\":1,\"geldig_vanaf\":\"2021-01-01\",\"soort\":\"" soort                          \
	"\",\"eenheid\":\"" eenheid "\","                                                          \
	"\"richting\":\"lager_beter\",\"subset_eis\":false,\"afgeleid\":" derived ","              \
	"\"gebied\":{\"basis\":\"woonadres\",\"niveaus\":[\"gemeente\"],\"onbekend\":"             \
	"\"weglaten\"},"                                                                           \
	"\"periode\":{\"type\":\"kwartaal\",\"ritme\":\"kwartaal\",\"vergelijk\":\"zelfde_"        \
	"kwartaal_vorig_jaar\"},"                                                                  \
	"\"aggregatie\":{\"ruimte\":\"geen\",\"tijd\":\"niet_optelbaar\"},"

static void group(
	struct world *w, const char *code, struct periode p, const char *ses, int64_t x, int64_t n)
{
	char *kenmerk = mem_printf("ses=%s", ses);

	world_row(w, "vve", code, p, kenmerk, "x", exact_value(x));
	world_row(w, "vve", code, p, kenmerk, "n", exact_value(n));
	free(kenmerk);
}

static void two_groups_are_added_over_wijken_and_then_subtracted(void **state)
{
	struct world *w = *state;
	const struct uitkomst *u;

	world_indicator(w, "A-01", SHARE);
	world_indicator(w, "A-02",
		DIFFERENCE_HEAD("verschil", "procentpunt",
			"{\"van\":\"A-01\",\"bewerking\":\"verschil\",\"groep\":[{\"kolom\":"
			"\"ses\",\"is\":[\"laag\"]}],"
			"\"groep_min\":[{\"kolom\":\"ses\",\"is\":[\"hoog\"]}]}") "\"onzekerheid\":"
										  "{\"methode\":"
										  "\"exact\","
										  "\"niveau\":0.95,"
										  "\"reden\":"
										  "\"fictief\"},");
	world_norms(w,
		"{\"id\":\"N\",\"indicator\":\"A-02\",\"niveau\":\"gemeente\",\"gebied\":null,"
		"\"vanaf\":\"2025-01-01\",\"soort\":\"maximum\",\"waarde\":\"10\",\"eenheid\":"
		"\"procentpunt\","
		"\"status\":\"richtwaarde\",\"herkomst\":{\"soort\":\"gebruiker\",\"door\":"
		"\"fictief\"}}");
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	for (int i = 1; i <= 3; i++) {
		char code[] = "WK999900";

		code[7] = (char)('0' + i);
		group(w, code, k(2025, 2), "laag", 90, 200);
		group(w, code, k(2025, 2), "hoog", 20, 200);
		group(w, code, k(2026, 2), "laag", 30, 100);
		group(w, code, k(2026, 2), "hoog", 20, 100);
	}
	world_compute(w);
	u = world_get(w, "A-02", "GM9999", k(2026, 2));
	assert_counts(u, 90, 300);
	assert_int_equal(u->teller2.min, 60);
	assert_int_equal(u->noemer2.min, 300);
	assert_near(u->waarde_min, 10, 1e-12);
	assert_int_equal(u->status, STATUS_GEHAALD); /* exactly on the maximum: equality is met */
	assert_string_equal(u->methode, "newcombe-95");
	assert_true(u->ondergrens < 10 && u->bovengrens > 10);
	assert_false(u->heeft_tekort);
	assert_int_equal(u->verandering, VERANDERING_LAGER); /* 35 points became 10 */
	assert_near(u->verschil, -25, 1e-12);
	assert_int_equal(world_get(w, "A-02", "GM9999", k(2025, 2))->status, STATUS_NIET_GEHAALD);
	assert_null(world_find(w, "A-02", "WK999901", k(2026, 2)));
}

/* Of a difference between groups nothing was ever delivered: that is an outcome too, with a period. */
static void a_difference_of_which_nothing_was_delivered_says_so(void **state)
{
	struct world *w = *state;
	const struct uitkomst *u;

	world_indicator(w, "A-01", SHARE);
	world_indicator(w, "A-02",
		DIFFERENCE_HEAD("verschil", "procentpunt",
			"{\"van\":\"A-01\",\"bewerking\":\"verschil\",\"groep\":[{\"kolom\":"
			"\"ses\",\"is\":[\"laag\"]}],"
			"\"groep_min\":[{\"kolom\":\"ses\",\"is\":[\"hoog\"]}]}") "\"onzekerheid\":"
										  "{\"methode\":"
										  "\"geen\","
										  "\"reden\":"
										  "\"fictief\"},");
	world_deliver(w, "anders", "2026-07-20T10:00:00");
	world_row(w, "anders", "GM9999", k(2026, 2), "", "x", exact_value(1));
	world_compute(w);
	u = world_get(w, "A-02", "GM9999", k(2026, 2));
	assert_int_equal(u->status, STATUS_NIET_GELEVERD);
	assert_false(u->heeft_waarde);
}

static void a_difference_says_what_its_groups_lack(void **state)
{
	struct world *w = *state;

	world_indicator(w, "A-01", SHARE);
	world_indicator(w, "A-02",
		DIFFERENCE_HEAD("verschil", "procentpunt",
			"{\"van\":\"A-01\",\"bewerking\":\"verschil\",\"groep\":[{\"kolom\":"
			"\"ses\",\"is\":[\"laag\"]}],"
			"\"groep_min\":[{\"kolom\":\"ses\",\"is\":[\"hoog\"]}]}") "\"onzekerheid\":"
										  "{\"methode\":"
										  "\"geen\","
										  "\"reden\":"
										  "\"fictief\"},");
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	group(w, "GM9999", k(2026, 2), "laag", 30, 100);
	group(w, "GM9999", k(2026, 1), "laag", 30, 100);
	group(w, "GM9999", k(2026, 1), "hoog", 0, 0);
	group(w, "GM9999", k(2025, 4), "laag", 30, 100);
	group(w, "GM9999", k(2025, 4), "hoog", 31, 30);
	world_compute(w);
	assert_int_equal(world_get(w, "A-02", "GM9999", k(2026, 2))->status, STATUS_NIET_GELEVERD);
	assert_int_equal(world_get(w, "A-02", "GM9999", k(2026, 1))->status, STATUS_GEEN_DOELGROEP);
	assert_int_equal(world_get(w, "A-02", "GM9999", k(2025, 4))->status, STATUS_FOUT);
	assert_false(world_get(w, "A-02", "GM9999", k(2025, 4))->heeft_waarde);
	assert_false(world_get(w, "A-02", "GM9999", k(2026, 1))->teller2.bekend);
}

static void one_indicator_minus_another_needs_both(void **state)
{
	struct world *w = *state;
	const struct uitkomst *u;

	world_indicator(w, "A-01", SHARE);
	world_indicator(w, "A-05",
		SHARE_HEAD
		"\"teller\":{\"bron\":\"vve\",\"tel\":\"som\",\"kolom\":\"y\"},"
		"\"noemer\":{\"bron\":\"vve\",\"tel\":\"som\",\"kolom\":\"n\"}," SHARE_WHERE);
	world_indicator(w, "A-02",
		DIFFERENCE_HEAD("verschil", "procentpunt",
			"{\"van\":\"A-01\",\"min\":\"A-05\",\"bewerking\":\"verschil\"}") "\"onzeke"
											  "rheid\":"
											  "{\"metho"
											  "de\":"
											  "\"geen\""
											  ",\"reden"
											  "\":"
											  "\"fictie"
											  "f\"},");
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	world_pair(w, "GM9999", k(2026, 2), 80, 100);
	world_row(w, "vve", "GM9999", k(2026, 2), "", "y", exact_value(55));
	world_pair(w, "GM9999", k(2026, 1), 80, 100);
	world_compute(w);
	u = world_get(w, "A-02", "GM9999", k(2026, 2));
	assert_near(u->waarde_min, 25, 1e-12);
	assert_int_equal(u->teller2.min, 55);
	assert_int_equal(u->status, STATUS_GEEN_NORM);
	assert_int_equal(world_get(w, "A-02", "GM9999", k(2026, 1))->status, STATUS_NIET_GELEVERD);
}

static void the_spread_over_wijken_is_a_figure_of_the_city(void **state)
{
	struct world *w = *state;
	const struct uitkomst *u;

	world_indicator(w, "A-01", SHARE);
	world_indicator(w, "G-01",
		DIFFERENCE_HEAD("verschil", "procentpunt",
			"{\"van\":\"A-01\",\"bewerking\":\"spreiding\"}") "\"onzekerheid\":{"
									  "\"methode\":\"geen\","
									  "\"reden\":\"fictief\"}"
									  ",");
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	world_pair(w, "WK999901", k(2026, 2), 300, 400);
	world_pair(w, "WK999902", k(2026, 2), 360, 400);
	world_pair(w, "WK999903", k(2026, 2), 380, 400);
	world_pair(w, "WK999901", k(2026, 1), 300, 400);
	world_compute(w);
	u = world_get(w, "G-01", "GM9999", k(2026, 2));
	assert_int_equal(u->kloof.woord, KLOOF_WOORD_NIET_GETOETST);
	assert_true(u->heeft_waarde);
	/* shares 75, 90, 95: raw 8,498 points; by chance sum w(1-w)q(1-q)/(n-1) = 1/3 2/3
	 * (0,1875+0,09+0,0475)/399 */
	assert_near(u->waarde_min,
		sqrt((0.116666666667 * 0.116666666667 + 0.033333333333 * 0.033333333333 +
			     0.083333333333 * 0.083333333333) /
				3 -
			2.0 / 9 * 0.325 / 399) *
			100,
		1e-9);
	assert_int_equal(u->status, STATUS_GEEN_NORM);
	assert_int_equal(u->verandering, VERANDERING_GEEN);
	assert_false(world_get(w, "G-01", "GM9999", k(2026, 1))->heeft_waarde);
	assert_int_equal(world_get(w, "G-01", "GM9999", k(2026, 1))->status, STATUS_ONVOLLEDIG);
	assert_null(world_find(w, "G-01", "WK999901", k(2026, 2)));
}

#define INDEX_DEF                                                                                  \
	"\"versie\":1,\"geldig_vanaf\":\"2020-01-01\",\"soort\":\"index\",\"eenheid\":\"index\"," \
	"\"richting\":\"lager_beter\",\"subset_eis\":true,"                                     \
	"\"onzekerheid\":{\"methode\":\"geen\",\"reden\":\"fictief\"},"                          \
	"\"gebied\":{\"basis\":\"school\",\"niveaus\":[\"gemeente\"],\"onbekend\":\"weglaten\"}," \
	"\"periode\":{\"type\":\"jaar\",\"ritme\":\"jaar\",\"vergelijk\":\"vorig_jaar\"},"   \
	"\"aggregatie\":{\"ruimte\":\"geen\",\"tijd\":\"niet_optelbaar\"}," SHARE_SIDES

/* Four schools of 20 with 5 of the group; `x` and `n` of one of them as given. */
static const struct uitkomst *index_with(
	struct world *w, int jaar, struct waarneming x, struct waarneming n)
{
	for (int i = 0; i < 4; i++) {
		char kenmerk[] = "school=0", code[] = "WK999901";

		kenmerk[7] = (char)('0' + i);
		if (jaar >= 2025)
			code[7] = (char)('1' + i % 3);
		else
			code[7] = (char)('1' + i % 2);
		world_row(w, "vve", code, periode_jaar(jaar), kenmerk, "x",
			i ? exact_value(5) : x);
		world_row(w, "vve", code, periode_jaar(jaar), kenmerk, "n",
			i ? exact_value(20) : n);
	}
	world_compute(w);
	return world_get(w, "S-02", "GM9999", periode_jaar(jaar));
}

static void an_index_says_why_one_school_keeps_it_from_a_number(void **state)
{
	static const struct waarneming unknown = {.staat = STAAT_ONBEKEND};
	struct world *w = *state;

	world_indicator(w, "S-02", INDEX_DEF);
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	assert_int_equal(index_with(w, 2021, exact_value(20), exact_value(20))->status,
		STATUS_GEEN_NORM);
	/* more of the group than there are pupils: impossible, not hidden */
	assert_int_equal(
		index_with(w, 2022, exact_value(21), exact_value(20))->status, STATUS_FOUT);
	assert_int_equal(index_with(w, 2023, hidden_value(1, 4), exact_value(20))->status,
		STATUS_AFGESCHERMD_BRON);
	assert_int_equal(index_with(w, 2024, unknown, exact_value(20))->status, STATUS_ONBEKEND);
	/* a school to which the group does not apply takes no part; the other three are equal */
	assert_near(index_with(w, 2020, state_value(STAAT_NVT), exact_value(20))->waarde_min, 0,
		1e-12);
	assert_counts(world_get(w, "S-02", "GM9999", periode_jaar(2020)), 15, 60);
	/* an impossible school of one year is no fault of another */
	assert_int_equal(world_get(w, "S-02", "GM9999", periode_jaar(2021))->status,
		STATUS_GEEN_NORM);
	assert_false(world_get(w, "S-02", "GM9999", periode_jaar(2022))->heeft_waarde);
	assert_false(world_get(w, "S-02", "GM9999", periode_jaar(2022))->teller.bekend);
}

static void an_index_of_a_year_without_schools_is_not_delivered(void **state)
{
	struct world *w = *state;

	world_indicator(w, "S-02", INDEX_DEF);
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	index_with(w, 2023, exact_value(5), exact_value(20));
	index_with(w, 2025, exact_value(21), exact_value(20));
	/* the impossible row lies in a later year: of this one nothing was delivered */
	assert_int_equal(world_get(w, "S-02", "GM9999", periode_jaar(2024))->status,
		STATUS_NIET_GELEVERD);
	assert_int_equal(
		world_get(w, "S-02", "GM9999", periode_jaar(2025))->status, STATUS_FOUT);
}

static void an_index_is_taken_over_schools_with_its_chance_band(void **state)
{
	/* calculation.md E.4: (30,45,12,8) of the group and (70,55,138,142) others: 0,480832 */
	static const int64_t in[] = {30, 45, 12, 8}, others[] = {70, 55, 138, 142};
	struct world *w = *state;
	const struct uitkomst *u;

	world_indicator(w, "S-02",
		"\"versie\":1,\"geldig_vanaf\":\"2021-01-01\",\"soort\":\"index\",\"eenheid\":"
		"\"index\","
		"\"richting\":\"lager_beter\",\"subset_eis\":true,"
		"\"onzekerheid\":{\"methode\":\"geen\",\"reden\":\"fictief\"},"
		"\"gebied\":{\"basis\":\"school\",\"niveaus\":[\"gemeente\"],\"onbekend\":"
		"\"weglaten\"},"
		"\"periode\":{\"type\":\"jaar\",\"ritme\":\"jaar\",\"vergelijk\":\"vorig_jaar\"},"
		"\"aggregatie\":{\"ruimte\":\"geen\",\"tijd\":\"niet_optelbaar\"}," SHARE_SIDES);
	world_norms(w,
		"{\"id\":\"N\",\"indicator\":\"S-02\",\"niveau\":\"gemeente\",\"gebied\":null,"
		"\"vanaf\":\"2025-01-01\",\"soort\":\"maximum\",\"waarde\":\"0,4\",\"eenheid\":"
		"\"index\","
		"\"status\":\"richtwaarde\",\"herkomst\":{\"soort\":\"gebruiker\",\"door\":"
		"\"fictief\"}}");
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	for (int i = 0; i < 4; i++) {
		char kenmerk[] = "school=0", code[] = "WK999901";

		kenmerk[7] = (char)('0' + i);
		code[7] = (char)('1' + (i < 3 ? i : 2));
		world_row(w, "vve", code, periode_jaar(2025), kenmerk, "x", exact_value(in[i]));
		world_row(w, "vve", code, periode_jaar(2025), kenmerk, "n",
			exact_value(in[i] + others[i]));
		world_row(w, "vve", code, periode_jaar(2026), kenmerk, "x",
			i ? exact_value(in[i]) : hidden_value(1, 4));
		world_row(w, "vve", code, periode_jaar(2026), kenmerk, "n",
			exact_value(in[i] + others[i]));
	}
	world_compute(w);
	u = world_get(w, "S-02", "GM9999", periode_jaar(2025));
	assert_near(u->waarde_min, 0.480832, 5e-7);
	assert_counts(u, 95, 500);
	assert_int_equal(u->segregatie.scholen, 4);
	assert_true(u->segregatie.toeval > 0 && u->segregatie.gecorrigeerd < u->waarde_min);
	assert_near(u->segregatie.aandeel, 0.19, 1e-12);
	/* sum x^2/n / X: (900 + 2025 + 144 * 2/3 + 64 * 2/3)/100/95 */
	assert_near(u->segregatie.isolatie,
		(9 + 20.25 + 144 / 150.0 + 64 / 150.0) / 95, 1e-12);
	assert_true(u->segregatie.h > 0 && u->segregatie.h < 1);
	assert_int_equal(u->status, STATUS_NIET_GEHAALD);
	assert_int_equal(world_get(w, "S-02", "GM9999", periode_jaar(2026))->status,
		STATUS_AFGESCHERMD_BRON);
	assert_false(world_get(w, "S-02", "GM9999", periode_jaar(2026))->heeft_waarde);
}

/* ---- sources that count ---- */

static void a_wijk_without_rows_of_a_source_of_objects_has_none(void **state)
{
	static const char counts[] = "\"rijen\": \"aantallen\"",
			  objects[] = "\"rijen\": \"objecten\" ";
	struct world *w = *state;
	char *text = NULL, *at;
	size_t len;

	world_indicator(w, "A-01",
		SHARE_HEAD
		"\"teller\":{\"bron\":\"telling_kwartaal\",\"tel\":\"som\",\"kolom\":\"x\"},"
		"\"noemer\":{\"bron\":\"telling_kwartaal\",\"tel\":\"som\",\"kolom\":\"n\"}"
		"," SHARE_WHERE);
	world_deliver(w, "telling_kwartaal", "2026-07-20T10:00:00");
	world_row(w, "telling_kwartaal", "WK999901", k(2026, 2), "", "x", exact_value(3));
	world_row(w, "telling_kwartaal", "WK999901", k(2026, 2), "", "n", exact_value(4));
	world_compute(w);
	assert_int_equal(world_get(w, "A-01", "GM9999", k(2026, 2))->status, STATUS_ONVOLLEDIG);
	assert_ok(file_read("imports/telling_kwartaal.json", 1 << 16, &text, &len, &err));
	at = strstr(text, counts);
	assert_non_null(at);
	memcpy(at, objects, strlen(objects));
	world_put(w, "imports", "telling_kwartaal.json", text);
	free(text);
	world_compute(w);
	assert_counts(world_get(w, "A-01", "GM9999", k(2026, 2)), 3, 4);
	assert_false(world_get(w, "A-01", "GM9999", k(2026, 2))->onvolledig);
	assert_int_equal(
		world_get(w, "A-01", "WK999902", k(2026, 2))->status, STATUS_GEEN_DOELGROEP);
}

static void a_register_that_was_delivered_without_such_a_row_counts_zero(void **state)
{
	static const char counts[] = "\"rijen\": \"aantallen\"",
			  rows[] = "\"rijen\": \"register\" ";
	struct world *w = *state;
	char *text = NULL, *at;
	size_t len;

	world_indicator(w, "G-04",
		"\"versie\":1,\"geldig_vanaf\":\"2021-01-01\",\"soort\":\"aantal\",\"eenheid\":"
		"\"keer\","
		"\"richting\":\"hoger_beter\",\"subset_eis\":false,"
		"\"teller\":{\"bron\":\"telling_kwartaal\",\"tel\":\"som\",\"kolom\":\"gehouden\","
		"\"waar\":[{\"kolom\":\"gremium\",\"is\":[\"thema\"]}]},"
		"\"onzekerheid\":{\"methode\":\"geen\",\"reden\":\"fictief\"}," SHARE_WHERE);
	assert_ok(file_read("imports/telling_kwartaal.json", 1 << 16, &text, &len, &err));
	at = strstr(text, counts);
	assert_non_null(at);
	memcpy(at, rows, strlen(rows));
	world_put(w, "imports", "telling_kwartaal.json", text);
	free(text);
	world_deliver(w, "telling_kwartaal", "2026-07-20T10:00:00");
	world_row(w, "telling_kwartaal", "GM9999", k(2026, 2), "gremium=stuurgroep", "gehouden",
		exact_value(3));
	world_compute(w);
	assert_int_equal(world_get(w, "G-04", "GM9999", k(2026, 2))->status, STATUS_GEEN_NORM);
	assert_int_equal(world_get(w, "G-04", "GM9999", k(2026, 2))->teller.max, 0);
	assert_true(world_get(w, "G-04", "GM9999", k(2026, 2))->teller.bekend);
}

static void teller_and_noemer_of_different_divisions_are_each_added_over_their_own(void **state)
{
	struct world *w = *state;
	struct periode october = periode_dag((struct date){2024, 10, 1});
	const struct uitkomst *u;

	world_indicator(w, "A-01",
		SHARE_HEAD "\"teller\":{\"bron\":\"vve\",\"tel\":\"som\",\"kolom\":\"x\"},"
			   "\"noemer\":{\"bron\":\"bev\",\"tel\":\"som\",\"kolom\":\"n\","
			   "\"koppeling\":\"laatste_1_oktober\"}," SHARE_WHERE);
	world_deliver(w, "bev", "2025-01-20T10:00:00");
	world_row(w, "bev", "WK999901", october, "", "n", exact_value(300));
	world_row(w, "bev", "WK999902", october, "", "n", exact_value(500));
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	for (int i = 1; i <= 3; i++) {
		char code[] = "WK999900";

		code[7] = (char)('0' + i);
		world_row(w, "vve", code, k(2025, 2), "", "x", exact_value(100));
	}
	world_row(w, "vve", "WK999901", k(2024, 4), "", "x", exact_value(100));
	world_compute(w);
	u = world_get(w, "A-01", "GM9999", k(2025, 2));
	assert_counts(u, 300, 800);
	assert_false(u->onvolledig);
	assert_int_equal(u->delen, 3);
	assert_int_equal(
		world_get(w, "A-01", "WK999901", k(2025, 2))->status, STATUS_NIET_GELEVERD);
	u = world_get(w, "A-01", "GM9999",
		k(2024, 4)); /* one division: a wijk counts with both or not at all */
	assert_counts(u, 100, 300);
	assert_true(u->onvolledig);
}

/* ---- what was never delivered, and the whole catalogue ---- */

static void an_indicator_without_any_delivery_says_so_once(void **state)
{
	struct world *w = *state;

	world_indicator(w, "A-01", SHARE);
	world_indicator(w, "A-05",
		SHARE_HEAD
		"\"teller\":{\"bron\":\"leeg\",\"tel\":\"som\",\"kolom\":\"y\"},"
		"\"noemer\":{\"bron\":\"leeg\",\"tel\":\"som\",\"kolom\":\"n\"}," SHARE_WHERE);
	world_deliver(w, "vve", "2026-08-20T10:00:00");
	deliver_quarter(w, k(2026, 2));
	world_compute(w);
	assert_int_equal(world_get(w, "A-05", "GM9999", k(2026, 2))->status, STATUS_NIET_GELEVERD);
	assert_null(world_find(w, "A-05", "WK999901", k(2026, 2)));
	world_compute_at(w, NOW, "A-05"); /* asked alone: the same row */
	assert_int_equal(w->uit.count, 1);
	assert_int_equal(world_get(w, "A-05", "GM9999", k(2026, 2))->status, STATUS_NIET_GELEVERD);
}

static void every_shipped_indicator_computes_and_one_alone_equals_all_together(void **state)
{
	struct world *w = *state;
	struct definities *defs = NULL;
	struct uitkomst_list all = {NULL, 0, 0};
	size_t at = 0;

	world_deliver(w, "vve_doelgroep", "2026-07-20T10:00:00");
	for (int q = 1; q <= 2; q++) {
		world_row(w, "vve_doelgroep", "WK999901", k(2026, q), "leeftijdsgroep=2,5-4",
			"aantal_doelgroep", exact_value(50));
		world_row(w, "vve_doelgroep", "WK999901", k(2026, q), "leeftijdsgroep=2,5-4",
			"aantal_in_opvang", exact_value(46));
	}
	assert_ok(definities_load(&defs, NULL, ".", "zoetermeer", &err));
	assert_ok(compute_run(w->store, defs, &w->gebieden, NOW, NULL, &all, &err));
	assert_true(all.count >= defs->indicator_count / 2);
	for (size_t i = 0; i < defs->indicator_count; i++) {
		struct uitkomst_list one = {NULL, 0, 0};

		assert_ok(compute_run(
			w->store, defs, &w->gebieden, NOW, defs->indicator[i]->id, &one, &err));
		for (size_t n = 0; n < one.count; n++, at++) {
			assert_ptr_equal(one.item[n].indicator, all.item[at].indicator);
			assert_ptr_equal(one.item[n].gebied, all.item[at].gebied);
			assert_true(periode_equal(one.item[n].periode, all.item[at].periode));
			assert_int_equal(one.item[n].status, all.item[at].status);
			assert_int_equal(one.item[n].teller.min, all.item[at].teller.min);
		}
		uitkomst_list_release(&one);
	}
	assert_int_equal(at, all.count);
	uitkomst_list_release(&all);
	definities_free(defs);
}

static void a_run_for_one_source_gives_the_rows_of_the_full_run(void **state)
{
	struct world *w = *state;
	struct definities *defs = NULL;
	struct uitkomst_list all = {NULL, 0, 0}, some = {NULL, 0, 0};
	size_t found = 0;

	for (int q = 1; q <= 8; q++) {
		struct periode p = k(2024 + (q - 1) / 4, (q - 1) % 4 + 1);

		world_deliver(w, "vve_doelgroep", "2026-07-20T10:00:00");
		for (int i = 1; i <= (p.jaar < 2025 ? 2 : 3); i++) {
			char code[] = "WK999900";

			code[7] = (char)('0' + i);
			world_row(w, "vve_doelgroep", code, p, "leeftijdsgroep=2,5-4",
				"aantal_doelgroep", exact_value(50 + q));
			world_row(w, "vve_doelgroep", code, p, "leeftijdsgroep=2,5-4",
				"aantal_in_opvang", exact_value(40 + i));
		}
	}
	assert_ok(definities_load(&defs, NULL, ".", "zoetermeer", &err));
	assert_ok(compute_run(w->store, defs, &w->gebieden, NOW, NULL, &all, &err));
	assert_ok(
		compute_run_bron(w->store, defs, &w->gebieden, NOW, "vve_doelgroep", &some, &err));
	for (size_t i = 0, at = 0; i < all.count; i++) {
		const struct uitkomst *a = &all.item[i], *b = &some.item[at];

		if (at == some.count || a->indicator != b->indicator)
			continue; /* rests on another source */
		assert_ptr_equal(a->gebied, b->gebied);
		assert_true(periode_equal(a->periode, b->periode));
		assert_int_equal(a->status, b->status);
		assert_int_equal(a->teller.min, b->teller.min);
		assert_int_equal(a->verandering, b->verandering);
		assert_int_equal(a->trend.woord, b->trend.woord);
		assert_int_equal(a->levering_count, b->levering_count);
		assert_true(a->heeft_waarde == b->heeft_waarde &&
			    (!a->heeft_waarde || !(a->waarde_min < b->waarde_min)));
		at++;
		found++;
	}
	assert_int_equal(found, some.count);
	assert_non_null(uitkomst_find(&some, "GAP-01", gebied_own(&w->gebieden), k(2025, 4)));
	assert_non_null(uitkomst_find(&some, "OAB-05", gebied_own(&w->gebieden), k(2025, 4)));
	assert_null(uitkomst_find(&some, "OAB-06", gebied_own(&w->gebieden), k(2025, 4)));
	uitkomst_list_release(&some);
	assert_ok(compute_run_bron(w->store, defs, &w->gebieden, NOW, "bestaat_niet", &some, &err));
	assert_int_equal(some.count, 0);
	uitkomst_list_release(&some);
	uitkomst_list_release(&all);
	definities_free(defs);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_WORLD(two_groups_are_added_over_wijken_and_then_subtracted),
		WITH_WORLD(a_difference_says_what_its_groups_lack),
		WITH_WORLD(a_difference_of_which_nothing_was_delivered_says_so),
		WITH_WORLD(one_indicator_minus_another_needs_both),
		WITH_WORLD(the_spread_over_wijken_is_a_figure_of_the_city),
		WITH_WORLD(an_index_is_taken_over_schools_with_its_chance_band),
		WITH_WORLD(an_index_says_why_one_school_keeps_it_from_a_number),
		WITH_WORLD(an_index_of_a_year_without_schools_is_not_delivered),
		WITH_WORLD(a_wijk_without_rows_of_a_source_of_objects_has_none),
		WITH_WORLD(a_register_that_was_delivered_without_such_a_row_counts_zero),
		WITH_WORLD(teller_and_noemer_of_different_divisions_are_each_added_over_their_own),
		WITH_WORLD(an_indicator_without_any_delivery_says_so_once),
		WITH_WORLD(every_shipped_indicator_computes_and_one_alone_equals_all_together),
		WITH_WORLD(a_run_for_one_source_gives_the_rows_of_the_full_run),
	};

	return RUN_TESTS(tests);
}
