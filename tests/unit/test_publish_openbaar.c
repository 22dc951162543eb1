#include "test.h"

#include "publish/openbaar.h"
#include "publish/toets.h"
#include "city_fixture.h"

#define SLEUTEL "vve_doelgroep|som|aantal_in_opvang|leeftijdsgroep:is,2,5-4"
#define SLEUTEL_N "vve_doelgroep|som|aantal_doelgroep|leeftijdsgroep:is,2,5-4"

/* The vectors of calculation.md E.5: which wijken are hidden. */
static void pattern(const int64_t (*wijk)[2], size_t count, const char *expected)
{
	struct openbaar_verslag v;
	struct fixture f;
	struct layer *layer;

	city(&f, wijk, count);
	layer = open_layer(&f, &v);
	assert_int_equal(v.tegenstrijdig + v.onveilig, 0);
	for (size_t i = 0; i < count; i++) {
		bool hidden = !wijk_cel(&f, layer, i)->heeft_waarde;

		if (hidden != (expected[i] == 'x')) {
			print_error("wijk %zu van %s: %s\n", i, expected, hidden ? "verborgen" : "open");
			fail();
		}
	}
	layer_free(layer);
	fixture_release(&f);
}

static void the_vectors_of_calculation_give_their_pattern(void **state)
{
	static const int64_t one[][2] = {{92, 104}, {118, 124}, {75, 88}, {8, 11}, {168, 180}};
	static const int64_t two[][2] = {{92, 104}, {118, 124}, {75, 88}, {8, 11}, {168, 180}, {20, 21}};
	static const int64_t none[][2] = {{92, 104}, {75, 88}, {168, 180}};

	(void)state;
	pattern(one, 5, "..xx.");
	pattern(two, 6, "..xx.x");
	pattern(none, 3, "...");
}

static void a_hidden_figure_leaves_no_trace_in_its_cell(void **state)
{
	static const int64_t wijk[][2] = {{92, 104}, {118, 124}, {75, 88}, {8, 11}, {168, 180}};
	struct openbaar_verslag v;
	const struct cel *c;
	struct fixture f;
	struct layer *layer;

	(void)state;
	city(&f, wijk, 5);
	layer = open_layer(&f, &v);
	c = wijk_cel(&f, layer, 3);
	assert_int_equal(c->reden, REDEN_AFGESCHERMD);
	assert_string_equal(c->waarde_tekst, "afgeschermd");
	assert_string_equal(c->status_tekst, "afgeschermd");
	assert_null(c->teller_tekst);
	assert_null(c->interval_tekst);
	assert_null(c->tekort_tekst);
	assert_false(c->teller.bekend || c->heeft_waarde || c->heeft_interval || c->heeft_tekort);
	assert_int_equal(c->feit, FEIT_GEEN);
	assert_int_equal(c->zekerheid, ZEKERHEID_GEEN);
	assert_string_equal(c->noemer_tekst, "11"); /* how many there are may be known */
	/* The same word for what is small and for what is hidden for it. */
	assert_string_equal(wijk_cel(&f, layer, 2)->waarde_tekst, c->waarde_tekst);
	assert_int_equal(wijk_cel(&f, layer, 2)->reden, c->reden);
	layer_free(layer);
	fixture_release(&f);
}

/* E.5: n = 40, opvang 30, VE 27: each passes by itself, 3 children have opvang without VE. */
static void nested_figures_are_judged_by_what_lies_between(void **state)
{
	struct openbaar_verslag v;
	struct fixture f;
	struct layer *layer;
	struct periode p = periode_kwartaal(2026, 2);

	(void)state;
	fixture_init(&f);
	fixture_share(&f, "OAB-01", "GM0637", p, 30, 40);
	fixture_share(&f, "OAB-02", "GM0637", p, 27, 40);
	uitkomst_list_sort(&f.uitkomsten);
	layer = open_layer(&f, &v);
	assert_true(layer_find(layer, "OAB-01", fixture_gebied(&f, "GM0637"), p)->heeft_waarde);
	assert_false(layer_find(layer, "OAB-02", fixture_gebied(&f, "GM0637"), p)->heeft_waarde);
	layer_free(layer);
	fixture_release(&f);
}

static void what_counts_nobody_is_never_hidden(void **state)
{
	struct openbaar_verslag v;
	struct fixture f;
	struct layer *layer;
	struct periode p = periode_jaar(2025);

	(void)state;
	fixture_init(&f);
	fixture_share(&f, "BRG-01", "GM0637", p, 2, 3);
	fixture_share(&f, "BRG-01", "WK063701", p, 1, 2);
	uitkomst_list_sort(&f.uitkomsten);
	layer = open_layer(&f, &v);
	assert_true(layer->cel[0].heeft_waarde && layer->cel[1].heeft_waarde);
	layer_free(layer);
	fixture_release(&f);
}

/* A percentage of fewer than ten is not given, though the counts may be. */
static void a_small_group_has_counts_but_no_percentage(void **state)
{
	struct openbaar_verslag v;
	struct fixture f;
	struct layer *layer;
	const struct cel *c;

	(void)state;
	fixture_init(&f);
	f.defs->privacy.nul_tonen = true;
	fixture_share(&f, "OAB-01", "GM0637", periode_kwartaal(2026, 2), 9, 9);
	layer = open_layer(&f, &v);
	c = &layer->cel[0];
	assert_int_equal(c->reden, REDEN_TE_KLEIN_VOOR_PROCENT);
	assert_string_equal(c->waarde_tekst, "te klein voor een percentage");
	assert_string_equal(c->teller_tekst, "9");
	assert_false(c->heeft_waarde);
	layer_free(layer);
	fixture_release(&f);
}

/* The source hides one wijk as 1 to 4 and so the city is a range; another wijk has 3. Open wijken taken from the range
 * of the city leave 4 to 7, and less 1 to 4 that is exactly 3. */
static void a_range_of_the_city_does_not_give_a_hidden_wijk_away(void **state)
{
	static const int64_t wijk[][2] = {{1, 60}, {3, 50}, {93, 140}, {80, 130}, {89, 170}};
	struct openbaar_verslag v;
	struct fixture f;
	struct layer *layer;
	const struct cel *c;

	(void)state;
	city(&f, wijk, 5);
	for (size_t i = 0; i < f.uitkomsten.count; i++) {
		struct uitkomst *u = &f.uitkomsten.item[i];

		if (strcmp(u->gebied->code, "WK063720") == 0)
			u->teller.max = 4;
		else if (!u->gebied->ouder)
			u->teller.max += 3;
	}
	layer = open_layer(&f, &v);
	assert_int_equal(v.tegenstrijdig + v.onveilig, 0);
	assert_string_equal(wijk_cel(&f, layer, 0)->teller_tekst, "tussen 1 en 4"); /* as the source gives it */
	assert_false(wijk_cel(&f, layer, 1)->teller.bekend);
	assert_string_equal(wijk_cel(&f, layer, 4)->teller_tekst, "89");
	c = layer_find(layer, "OAB-01", fixture_gebied(&f, "GM0637"), periode_kwartaal(2026, 2));
	assert_false(c->teller.bekend || c->heeft_waarde);
	assert_null(c->teller_tekst);
	layer_free(layer);
	fixture_release(&f);
}

static const struct cel *one_index(struct fixture *f, struct layer **layer, int64_t group, int64_t all)
{
	struct uitkomst *u;

	fixture_init(f);
	u = fixture_share(f, "SEG-02", "GM0637", periode_jaar(2025), group, all);
	u->heeft_interval = false;
	u->waarde_min = u->waarde_max = 0.27602878832692496;
	u->segregatie = (struct segregatie_deel){.scholen = 4, .toeval = 0.07, .gecorrigeerd = 0.22153633153432794,
		.isolatie = 0.15774511, .aandeel = 0.11646, .h = 0.0701234};
	*layer = open_layer(f, NULL);
	return &(*layer)->cel[0];
}

/* Four schools, 106 of 793: the index in all its digits leaves 5 together for the two schools below their share. */
static void an_index_says_nothing_of_a_school(void **state)
{
	struct fixture f;
	struct layer *layer;
	const struct cel *c = one_index(&f, &layer, 106, 793);

	(void)state;
	assert_int_equal(c->reden, REDEN_AFGESCHERMD);
	assert_false(c->heeft_waarde);
	assert_int_equal(c->segregatie.scholen, 0);
	layer_free(layer);
	fixture_release(&f);
	c = one_index(&f, &layer, 1127, 9677);
	assert_near(c->waarde_max, 0.28, 1e-15);
	assert_near(c->segregatie.gecorrigeerd, (0.28 - 0.07) / 0.93, 1e-12); /* not of the other digits */
	assert_near(c->segregatie.isolatie, 0.158, 1e-15);
	assert_near(c->segregatie.h, 0.07, 1e-15);
	layer_free(layer);
	fixture_release(&f);
}

/* A median of nine or fewer waiting children is of them; the number of them is hidden in JHL-01. */
static void a_median_of_a_few_children_is_hidden(void **state)
{
	(void)state;
	for (int64_t waiting = 9; waiting < 11; waiting++) {
		struct fixture f;
		struct layer *layer;
		struct uitkomst *u;

		fixture_init(&f);
		fixture_share(&f, "JHL-01", "GM0637", periode_kwartaal(2026, 2), waiting, 28000);
		u = fixture_share(&f, "JHL-02", "GM0637", periode_kwartaal(2026, 2), 412, 1);
		u->noemer.bekend = u->heeft_interval = false;
		layer = open_layer(&f, NULL);
		assert_int_equal(layer->cel[1].heeft_waarde, waiting >= 10);
		assert_int_equal(layer->cel[1].teller.bekend, waiting >= 10);
		layer_free(layer);
		fixture_release(&f);
	}
}

static void what_contradicts_itself_is_hidden_whole(void **state)
{
	static const int64_t wijk[][2] = {{92, 104}, {118, 124}, {75, 88}};
	struct openbaar_verslag v;
	struct fixture f;
	struct layer *layer;

	(void)state;
	city(&f, wijk, 3);
	for (size_t i = 0; i < f.uitkomsten.count; i++)
		if (strcmp(f.uitkomsten.item[i].gebied->niveau, "gemeente") == 0)
			f.uitkomsten.item[i].teller = (struct bereik){true, 200, 200, 0}; /* the wijken are 285 */
	layer = open_layer(&f, &v);
	assert_int_equal(v.tegenstrijdig, 1);
	assert_int_equal(v.onveilig, 0);
	assert_non_null(strstr(v.plekken, "OAB-01 teller Wijk 1 2026-K2")); /* for the intern log */
	openbaar_verslag_release(&v);
	for (size_t i = 0; i < layer->count; i++)
		assert_false(layer->cel[i].heeft_waarde);
	layer_free(layer);
	fixture_release(&f);
}

static void what_was_published_before_counts_as_known(void **state)
{
	static const int64_t wijk[][2] = {{92, 104}, {118, 124}, {75, 88}, {8, 11}, {168, 180}};
	struct eerder before = {0, SLEUTEL, "WK063722", "2025", {0}, 75, 75, 75, true};
	struct openbaar_verslag v;
	struct err err = ERR_INIT;
	struct fixture f;
	struct layer *layer;

	(void)state;
	before.periode = periode_kwartaal(2026, 2);
	city(&f, wijk, 5);
	assert_ok(layer_build_after(&layer, &f.uitkomsten, f.defs, &f.gebieden, EDITIE_OPENBAAR, &before, 1, &v, &err));
	/* Wijk 2 cannot cover for wijk 3 any more: another one must. */
	assert_true(wijk_cel(&f, layer, 2)->heeft_waarde);
	assert_false(wijk_cel(&f, layer, 3)->heeft_waarde);
	assert_false(wijk_cel(&f, layer, 0)->heeft_waarde && wijk_cel(&f, layer, 1)->heeft_waarde &&
		wijk_cel(&f, layer, 4)->heeft_waarde);
	layer_free(layer);
	fixture_release(&f);
}

static void a_revision_of_a_few_children_is_hidden(void **state)
{
	static const int64_t wijk[][2] = {{92, 104}, {118, 124}, {75, 88}};
	struct eerder before = {0, SLEUTEL, "WK063722", "2025", {0}, 73, 73, 73, true};
	struct openbaar_verslag v;
	struct err err = ERR_INIT;
	struct fixture f;
	struct layer *layer;

	(void)state;
	before.periode = periode_kwartaal(2026, 2);
	city(&f, wijk, 3);
	assert_ok(layer_build_after(&layer, &f.uitkomsten, f.defs, &f.gebieden, EDITIE_OPENBAAR, &before, 1, &v, &err));
	assert_false(wijk_cel(&f, layer, 2)->heeft_waarde);
	layer_free(layer);
	fixture_release(&f);
}

/* Publishes four wijken and their total: the tellers of wijk 1 and 2 hidden. */
static void published_then(struct eerder before[10], char code[5][9], const int64_t then[4][2])
{
	int64_t total[2] = {0, 0};

	for (size_t i = 0; i < 5; i++) {
		snprintf(code[i], sizeof(code[i]), i < 4 ? "WK0637%02zu" : "GM0637", 20 + i);
		for (size_t side = 0; side < 2; side++) {
			int64_t value = i < 4 ? then[i][side] : total[side];

			total[side] += value;
			before[2 * i + side] = (struct eerder){0, side ? SLEUTEL_N : SLEUTEL, code[i], i < 4 ? "2025" : "",
				periode_kwartaal(2026, 2), value, value, value, side || (i != 1 && i != 2)};
		}
	}
}

/* Beside what was published then, wijk 1 and 2 must still be hidden now. */
static void both_stay_hidden(const int64_t wijk[4][2], const int64_t then[4][2])
{
	struct eerder before[10];
	struct openbaar_verslag v;
	struct err err = ERR_INIT;
	struct fixture f;
	struct layer *layer;
	char code[5][9];

	city(&f, wijk, 4);
	published_then(before, code, then);
	assert_ok(layer_build_after(&layer, &f.uitkomsten, f.defs, &f.gebieden, EDITIE_OPENBAAR, before, 10, &v, &err));
	assert_int_equal(v.tegenstrijdig + v.onveilig, 0);
	assert_false(wijk_cel(&f, layer, 1)->heeft_waarde || wijk_cel(&f, layer, 2)->heeft_waarde);
	layer_free(layer);
	openbaar_verslag_release(&v);
	fixture_release(&f);
}

/* Then wijk 1 and 2 were hidden. Now wijk 3 has become smaller and would be the cheapest to hide for wijk 1; but then
 * wijk 2 would be shown, which has not changed, and the report of then gives wijk 1 away. */
static void two_reports_beside_each_other_give_nothing_away(void **state)
{
	static const int64_t wijk[][2] = {{92, 104}, {8, 11}, {75, 88}, {70, 80}};
	static const int64_t then[][2] = {{92, 104}, {8, 11}, {75, 88}, {90, 110}};
	struct openbaar_verslag v;
	struct fixture f;
	struct layer *layer;

	(void)state;
	city(&f, wijk, 4);
	layer = open_layer(&f, &v);
	assert_false(wijk_cel(&f, layer, 1)->heeft_waarde || wijk_cel(&f, layer, 3)->heeft_waarde);
	assert_true(wijk_cel(&f, layer, 2)->heeft_waarde);
	layer_free(layer);
	openbaar_verslag_release(&v);
	fixture_release(&f);
	both_stay_hidden(wijk, then);
}

/* A correction of one child in wijk 1 and in wijk 3, both hidden for it now. Wijk 2 may not be shown instead: it has not
 * changed, and with it the report of then says that 3 in wijk 1 were not reached. */
static void a_small_rest_of_then_stays_hidden_after_a_correction(void **state)
{
	static const int64_t wijk[][2] = {{92, 104}, {9, 11}, {75, 88}, {91, 110}};
	static const int64_t then[][2] = {{92, 104}, {8, 11}, {75, 88}, {90, 110}};

	(void)state;
	both_stay_hidden(wijk, then);
}

/* ---- groups ------------------------------------------------------------------------------------- */

/* Wijk 4 and 5 (10/14 and 30/31) are taken together: 40 of 45. */
static void grouped_city(struct fixture *f)
{
	static const int64_t wijk[][2] = {{92, 104}, {118, 124}, {75, 88}};
	struct periode p = periode_kwartaal(2026, 2);
	struct gebied group = {.code = T("GM0637-G1"), .naam = T("Wijk 4 en 5"), .niveau = T("wijk"),
		.indeling = T("2025"), .ouder = T("GM0637"), .vanaf = {2025, 1, 1}, .eigen = true};

	city(f, wijk, 3);
	uitkomst_list_release(&f->uitkomsten);
	gebied_list_add(&f->gebieden, &group);
	for (int i = 0; i < 2; i++) {
		struct gebied part = {.code = i ? T("WK063724") : T("WK063723"), .naam = i ? T("Wijk 5") : T("Wijk 4"),
			.niveau = T("buurt"), .indeling = T("2025"), .ouder = T("GM0637-G1"), .vanaf = {2025, 1, 1},
			.eigen = true};

		gebied_list_add(&f->gebieden, &part);
	}
	gebied_list_sort(&f->gebieden);
	fixture_share(f, "OAB-01", "GM0637", p, 325, 361);
	fixture_share(f, "OAB-01", "WK063720", p, 92, 104);
	fixture_share(f, "OAB-01", "WK063721", p, 118, 124);
	fixture_share(f, "OAB-01", "WK063722", p, 75, 88);
	fixture_share(f, "OAB-01", "GM0637-G1", p, 40, 45);
	uitkomst_list_sort(&f->uitkomsten);
}

/* Is the group shown after this was published? */
static bool group_is_shown(const struct eerder *before, size_t count)
{
	struct openbaar_verslag v;
	struct err err = ERR_INIT;
	struct fixture f;
	struct layer *layer;
	bool shown;

	grouped_city(&f);
	assert_ok(layer_build_after(&layer, &f.uitkomsten, f.defs, &f.gebieden, EDITIE_OPENBAAR, before, count, &v, &err));
	shown = layer_find(layer, "OAB-01", fixture_gebied(&f, "GM0637-G1"), periode_kwartaal(2026, 2))->heeft_waarde;
	layer_free(layer);
	openbaar_verslag_release(&v);
	fixture_release(&f);
	return shown;
}

static struct eerder published(const char *sleutel, const char *gebied, int64_t value)
{
	return (struct eerder){0, sleutel, gebied, "2025", periode_kwartaal(2026, 2), value, value, value, true};
}

static void a_group_is_shown_and_adds_up_to_the_gemeente(void **state)
{
	struct eerder same[] = {published(SLEUTEL, "WK063723+WK063724", 40), published(SLEUTEL_N, "WK063723+WK063724", 45)};

	(void)state;
	assert_true(group_is_shown(NULL, 0));
	assert_true(group_is_shown(same, 2)); /* the same group again */
}

/* 40 minus the 36 that were published of one part leaves 4 children of the other. */
static void a_part_that_was_published_hides_the_group(void **state)
{
	struct eerder part = published(SLEUTEL, "WK063723", 36);

	(void)state;
	assert_false(group_is_shown(&part, 1));
}

/* The number of a group says nothing of what is in it. */
static void another_grouping_that_was_published_hides_the_group(void **state)
{
	struct eerder wider = published(SLEUTEL, "WK063722+WK063723", 111), number = published(SLEUTEL, "GM0637-G1", 37);

	(void)state;
	assert_false(group_is_shown(&wider, 1));
	assert_false(group_is_shown(&number, 1));
}

/* The rest of a group is small: the group is hidden and so is another, so that subtracting gives nothing. */
static void a_group_with_a_small_remainder_is_hidden_with_another(void **state)
{
	struct periode p = periode_kwartaal(2026, 2);
	struct openbaar_verslag v;
	struct fixture f;
	struct layer *layer;
	size_t hidden = 0;

	(void)state;
	grouped_city(&f);
	for (size_t i = 0; i < f.uitkomsten.count; i++) {
		struct uitkomst *u = &f.uitkomsten.item[i];
		int64_t more = strcmp(u->gebied->code, "GM0637-G1") == 0 || !u->gebied->ouder ? 2 : 0;

		u->teller.min = u->teller.max += more; /* 42 of 45 */
	}
	layer = open_layer(&f, &v);
	assert_false(layer_find(layer, "OAB-01", fixture_gebied(&f, "GM0637-G1"), p)->heeft_waarde);
	assert_true(layer_find(layer, "OAB-01", fixture_gebied(&f, "GM0637"), p)->heeft_waarde);
	for (size_t i = 0; i < layer->count; i++)
		hidden += !layer->cel[i].heeft_waarde;
	assert_int_equal(hidden, 2);
	layer_free(layer);
	fixture_release(&f);
}

/* ---- what the policy adds, and the last audit ------------------------------------------------------ */

static void a_niveau_that_is_not_public_is_hidden_whole(void **state)
{
	static const int64_t wijk[][2] = {{92, 104}, {118, 124}, {75, 88}};
	char *only[] = {T("gemeente")};
	struct openbaar_verslag v;
	struct fixture f;
	struct layer *layer;

	(void)state;
	city(&f, wijk, 3);
	f.defs->privacy.niveau = only;
	f.defs->privacy.niveau_count = 1;
	layer = open_layer(&f, &v);
	for (size_t i = 0; i < layer->count; i++) {
		const struct cel *c = &layer->cel[i];

		assert_int_equal(c->heeft_waarde, !c->gebied->ouder);
		assert_int_equal(c->teller.bekend || c->noemer.bekend || c->teller_tekst || c->noemer_tekst,
			!c->gebied->ouder);
	}
	assert_int_equal(v.onveilig + v.tegenstrijdig, 0);
	layer_free(layer);
	f.defs->privacy.niveau = NULL; /* not ours to free */
	f.defs->privacy.niveau_count = 0;
	fixture_release(&f);
}

/* The wijken went out before, all but one: then the city gives that one away. */
static void a_niveau_that_was_public_still_counts(void **state)
{
	static const int64_t wijk[][2] = {{92, 104}, {118, 124}, {8, 11}};
	char *only[] = {T("gemeente")};
	struct eerder before[4] = {published(SLEUTEL, "WK063720", 92), published(SLEUTEL_N, "WK063720", 104),
		published(SLEUTEL, "WK063721", 118), published(SLEUTEL_N, "WK063721", 124)};
	struct openbaar_verslag v;
	struct err err = ERR_INIT;
	struct fixture f;
	struct layer *layer;

	(void)state;
	city(&f, wijk, 3);
	f.defs->privacy.niveau = only;
	f.defs->privacy.niveau_count = 1;
	assert_ok(layer_build_after(&layer, &f.uitkomsten, f.defs, &f.gebieden, EDITIE_OPENBAAR, before, 4, &v, &err));
	assert_false(layer_find(layer, "OAB-01", fixture_gebied(&f, "GM0637"), periode_kwartaal(2026, 2))->heeft_waarde);
	layer_free(layer);
	openbaar_verslag_release(&v);
	f.defs->privacy.niveau = NULL;
	f.defs->privacy.niveau_count = 0;
	fixture_release(&f);
}

/* A count that grows within a school year: 12 and then 15 give away three; not over the first of August. */
static void what_was_added_to_a_count_that_grows_is_a_group(void **state)
{
	static const struct { int jaar, kwartaal; bool shown; } second[] = {{2026, 2, false}, {2026, 3, true}};
	char *stream[] = {T("OAB-01.teller")};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(second); i++) {
		struct periode p = periode_kwartaal(second[i].jaar, second[i].kwartaal);
		struct periode before = periode_of_date(PERIODE_KWARTAAL, date_add_days(p.begin, -1));
		struct openbaar_verslag v;
		struct fixture f;
		struct layer *layer;

		fixture_init(&f);
		fixture_share(&f, "OAB-01", "GM0637", before, 12, 60);
		fixture_share(&f, "OAB-01", "GM0637", p, 15, 60);
		uitkomst_list_sort(&f.uitkomsten);
		f.defs->privacy.stroom = stream;
		f.defs->privacy.stroom_count = 1;
		layer = open_layer(&f, &v);
		assert_int_equal(layer->cel[0].heeft_waarde && layer->cel[1].heeft_waarde, second[i].shown);
		layer_free(layer);
		f.defs->privacy.stroom = NULL;
		f.defs->privacy.stroom_count = 0;
		fixture_release(&f);
	}
}

/* A cell that shows what was hidden: the audit reads the cells, finds it and names it for the log. */
static void a_planted_leak_is_found_and_named(void **state)
{
	static const int64_t wijk[][2] = {{92, 104}, {118, 124}, {75, 88}, {8, 11}, {168, 180}};
	struct err err = ERR_INIT;
	struct openbaar_verslag v;
	char *plekken = NULL;
	struct fixture f;
	struct layer *layer;
	struct cel *c;

	(void)state;
	city(&f, wijk, 5);
	layer = open_layer(&f, &v);
	assert_ok(toets_layer(layer, layer_tellingen(layer), &f.uitkomsten, &plekken, &err));
	assert_null(plekken);
	c = &layer->cel[wijk_cel(&f, layer, 2) - layer->cel]; /* hidden for wijk 3: with it, wijk 3 is a subtraction */
	c->heeft_waarde = true;
	assert_int_equal(toets_layer(layer, layer_tellingen(layer), &f.uitkomsten, &plekken, &err), -1);
	assert_int_equal(err.kind, ERR_DATA);
	assert_non_null(strstr(plekken, "OAB-01 teller"));
	assert_non_null(strstr(plekken, "2026-K2"));
	assert_null(strstr(err.text, "Wijk")); /* not in what the user reads */
	free(plekken);
	err_release(&err);
	layer_free(layer);
	fixture_release(&f);
}

/* ---- an attacker who tries every possibility ------------------------------------------------ */

enum { WIJKEN = 3, N_MAX = 9 };

static uint64_t next(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return *seed;
}

struct attack {
	bool knows_n[WIJKEN + 1], knows_x[WIJKEN + 1];
	int64_t n[WIJKEN + 1], x[WIJKEN + 1]; /* the last is the city */
	int64_t low[WIJKEN][2], high[WIJKEN][2]; /* reached, not reached */
	bool any;
};

static void try_all(struct attack *a, int64_t *n, int64_t *x, size_t at, int64_t sum_n, int64_t sum_x)
{
	if (at == WIJKEN) {
		if ((a->knows_n[WIJKEN] && sum_n != a->n[WIJKEN]) || (a->knows_x[WIJKEN] && sum_x != a->x[WIJKEN]))
			return;
		for (size_t i = 0; i < WIJKEN; i++) {
			int64_t side[2] = {x[i], n[i] - x[i]};

			for (int s = 0; s < 2; s++) {
				if (!a->any || side[s] < a->low[i][s])
					a->low[i][s] = side[s];
				if (!a->any || side[s] > a->high[i][s])
					a->high[i][s] = side[s];
			}
		}
		a->any = true;
		return;
	}
	for (n[at] = 0; n[at] <= 2 * N_MAX; n[at]++) {
		if (a->knows_n[at] && n[at] != a->n[at])
			continue;
		for (x[at] = 0; x[at] <= n[at]; x[at]++)
			if (!a->knows_x[at] || x[at] == a->x[at])
				try_all(a, n, x, at + 1, sum_n + n[at], sum_x + x[at]);
	}
}

static void learn(struct attack *a, size_t i, const struct cel *c)
{
	a->knows_n[i] = c->noemer.bekend;
	a->knows_x[i] = c->teller.bekend;
	a->n[i] = c->noemer.min;
	a->x[i] = c->teller.min;
}

static void no_small_group_is_found_in_random_cities(void **state)
{
	uint64_t seed = 20260721;
	int hidden = 0;

	(void)state;
	for (int round = 0; round < 150; round++) {
		int64_t wijk[WIJKEN][2], n[WIJKEN], x[WIJKEN];
		struct attack a = {.any = false};
		struct openbaar_verslag v;
		struct fixture f;
		struct layer *layer;

		for (size_t i = 0; i < WIJKEN; i++) {
			wijk[i][1] = (int64_t)(next(&seed) % (N_MAX + 1));
			wijk[i][0] = (int64_t)(next(&seed) % (uint64_t)(wijk[i][1] + 1));
		}
		city(&f, (const int64_t(*)[2])wijk, WIJKEN);
		layer = open_layer(&f, &v);
		for (size_t i = 0; i < WIJKEN; i++)
			learn(&a, i, wijk_cel(&f, layer, i));
		learn(&a, WIJKEN,
			layer_find(layer, "OAB-01", fixture_gebied(&f, "GM0637"), periode_kwartaal(2026, 2)));
		try_all(&a, n, x, 0, 0, 0);
		assert_true(a.any);
		for (size_t i = 0; i < WIJKEN; i++)
			for (int s = 0; s < 2; s++) {
				int64_t value = s ? wijk[i][1] - wijk[i][0] : wijk[i][0];

				if (value == 0 || value >= 5)
					continue;
				hidden++;
				/* At least five numbers possible, five or more among them - or the group itself is
				 * known to be smaller, and all of it is possible. */
				if (a.knows_n[i] && wijk[i][1] < 5)
					fail();
				assert_true(a.high[i][s] - a.low[i][s] >= 4 && a.high[i][s] >= 5);
			}
		layer_free(layer);
		fixture_release(&f);
	}
	assert_true(hidden > 300); /* the test has seen what it is about */
}

static void estimated(struct fixture *f, const char *code)
{
	struct uitkomst *u = uitkomst_find(&f->uitkomsten, "OAB-01", fixture_gebied(f, code), periode_kwartaal(2026, 2));

	u->geschat_met = mem_dup("pc4");
	u->status = STATUS_GEEN_OORDEEL;
	u->norm = NULL;
}

/* Of a postcode that was divided over them, the weights would tell how many children it has. */
static void an_estimate_from_codes_is_never_public(void **state)
{
	static const int64_t wijk[][2] = {{92, 104}, {118, 124}, {75, 90}, {80, 110}, {150, 180}};
	struct openbaar_verslag v;
	struct fixture f;
	struct layer *layer;

	(void)state;
	city(&f, wijk, 5);
	estimated(&f, "WK063721");
	estimated(&f, "WK063723");
	layer = open_layer(&f, &v);
	assert_int_equal(v.tegenstrijdig + v.onveilig, 0);
	for (size_t i = 0; i < 5; i++) {
		const struct cel *c = wijk_cel(&f, layer, i);

		assert_int_equal(c->heeft_waarde, i != 1 && i != 3);
		assert_int_equal(c->teller.bekend, i != 1 && i != 3);
		assert_int_equal(c->noemer.bekend, i != 1 && i != 3);
		if (i == 1)
			assert_string_equal(c->waarde_tekst, "afgeschermd");
	}
	assert_true(layer_find(layer, "OAB-01", fixture_gebied(&f, "GM0637"), periode_kwartaal(2026, 2))->heeft_waarde);
	layer_free(layer);
	fixture_release(&f);
}

/* Two small estimates with a known total: what is left of the gemeente may not say how few there are. */
static void few_children_in_estimates_hide_something_counted_as_well(void **state)
{
	static const int64_t wijk[][2] = {{92, 104}, {118, 130}, {75, 90}, {1, 2}, {1, 1}};
	const struct cel *city_cel;
	struct openbaar_verslag v;
	struct fixture f;
	struct layer *layer;
	bool open = true;

	(void)state;
	city(&f, wijk, 5);
	estimated(&f, "WK063723");
	estimated(&f, "WK063724");
	layer = open_layer(&f, &v);
	city_cel = layer_find(layer, "OAB-01", fixture_gebied(&f, "GM0637"), periode_kwartaal(2026, 2));
	open = city_cel->teller.bekend;
	for (size_t i = 0; i < 3; i++)
		open = open && wijk_cel(&f, layer, i)->teller.bekend;
	assert_false(open);
	layer_free(layer);
	fixture_release(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_vectors_of_calculation_give_their_pattern),
		cmocka_unit_test(a_hidden_figure_leaves_no_trace_in_its_cell),
		cmocka_unit_test(nested_figures_are_judged_by_what_lies_between),
		cmocka_unit_test(what_counts_nobody_is_never_hidden),
		cmocka_unit_test(a_small_group_has_counts_but_no_percentage),
		cmocka_unit_test(a_range_of_the_city_does_not_give_a_hidden_wijk_away),
		cmocka_unit_test(an_index_says_nothing_of_a_school),
		cmocka_unit_test(a_median_of_a_few_children_is_hidden),
		cmocka_unit_test(what_contradicts_itself_is_hidden_whole),
		cmocka_unit_test(what_was_published_before_counts_as_known),
		cmocka_unit_test(a_revision_of_a_few_children_is_hidden),
		cmocka_unit_test(two_reports_beside_each_other_give_nothing_away),
		cmocka_unit_test(a_small_rest_of_then_stays_hidden_after_a_correction),
		cmocka_unit_test(a_group_is_shown_and_adds_up_to_the_gemeente),
		cmocka_unit_test(a_part_that_was_published_hides_the_group),
		cmocka_unit_test(another_grouping_that_was_published_hides_the_group),
		cmocka_unit_test(a_group_with_a_small_remainder_is_hidden_with_another),
		cmocka_unit_test(a_niveau_that_is_not_public_is_hidden_whole),
		cmocka_unit_test(a_niveau_that_was_public_still_counts),
		cmocka_unit_test(what_was_added_to_a_count_that_grows_is_a_group),
		cmocka_unit_test(a_planted_leak_is_found_and_named),
		cmocka_unit_test(no_small_group_is_found_in_random_cities),
		cmocka_unit_test(an_estimate_from_codes_is_never_public),
		cmocka_unit_test(few_children_in_estimates_hide_something_counted_as_well),
	};

	return RUN_TESTS(tests);
}
