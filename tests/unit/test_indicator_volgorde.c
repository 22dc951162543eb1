/* The gap along the order of the wijken that a gemeente gives; statistics.md 5. Expected values: a
 * second calculation in fractions. All numbers are fictional (fictief). */
#include "test.h"

#include "base/mem.h"
#include "indicator/statistiek.h"
#include "indicator/value.h"

/* least chances first: 54/64, 92/104, 75/88, 118/124, 168/180 */
#define SII_5 11.445272514208165
#define LAAG_5 2.440860007891395
#define HOOG_5 20.449685020524935
#define MINSTE_5 84.8130780286102
#define MEESTE_5 96.25835054281838
#define RII_5 1.13494702444766
/* 54/64, 167/192 of two wijken, 118/124, 168/180, 20/40 */
#define SII_TIED -5.62070560885242
#define LAAG_TIED -15.759935349584035
#define HOOG_TIED 4.518524131879195

/* A city whose wijken have a share in 2026-K2 and a value (C-01) to be put in order by. */
struct city {
	struct indicator_def share, order;
	struct indicator_def *both[2];
	struct definities defs;
	struct gebied_list gebieden;
	struct uitkomst_list list;
};

static char c_01[] = "C-01"; /* what puts the wijken in order */

static struct periode k2(void)
{
	return periode_kwartaal(2026, 2);
}

static void area(struct city *c, const char *code, const char *niveau)
{
	struct gebied g = {.code = mem_dup(code), .naam = mem_dup(code), .niveau = mem_dup(niveau),
		.indeling = mem_dup(strcmp(niveau, "wijk") == 0 ? "2025" : ""), .ouder = mem_dup("GM9999"),
		.vanaf = {2000, 1, 1}, .eigen = true};

	gebied_list_add(&c->gebieden, &g);
	free(g.code);
	free(g.naam);
	free(g.niveau);
	free(g.indeling);
	free(g.ouder);
}

static void setup(struct city *c, size_t wijken)
{
	static char a[] = "A-01", percent[] = "%", per_100[] = "per 100";

	*c = (struct city){
		.share = {.id = a, .soort = SOORT_AANDEEL, .onzekerheid = ONZEKERHEID_EXACT,
			.niveau_zekerheid = 0.95, .subset_eis = true, .n_min = 12, .eenheid = percent},
		.order = {.id = c_01, .soort = SOORT_PER_100, .onzekerheid = ONZEKERHEID_GEEN,
			.eenheid = per_100}};
	c->both[0] = &c->share;
	c->both[1] = &c->order;
	c->defs.indicator = c->both;
	c->defs.indicator_count = 2;
	c->defs.gemeente.volgorde = c_01;
	c->defs.gemeente.volgorde_hoog_minst = true;
	area(c, "GM9999", "gemeente");
	for (size_t i = 0; i < wijken; i++) {
		char code[] = "WK999901";

		code[7] = (char)('1' + i);
		area(c, code, "wijk");
	}
	gebied_list_sort(&c->gebieden);
}

static void teardown(struct city *c)
{
	uitkomst_list_release(&c->list);
	gebied_list_release(&c->gebieden);
}

static void add(struct city *c, const struct indicator_def *def, size_t gebied, struct periode p,
	int64_t x, int64_t n)
{
	struct uitkomst *u = uitkomst_list_add(&c->list);

	u->indicator = def;
	u->gebied = &c->gebieden.item[gebied];
	u->periode = p;
	u->status = STATUS_GEEN_NORM;
	u->teller = (struct bereik){true, x, x, 0};
	u->noemer = (struct bereik){true, n, n, 0};
	value_fill(u);
}

/* Shares of the wijken and, with `order`, their values out of 1000. */
static void fill(struct city *c, const int64_t (*share)[2], const int64_t *order, size_t count)
{
	int64_t x = 0, n = 0;

	for (size_t i = 0; i < count; i++) {
		add(c, &c->share, i + 1, k2(), share[i][0], share[i][1]);
		if (order)
			add(c, &c->order, i + 1, k2(), order[i], 1000);
		x += share[i][0];
		n += share[i][1];
	}
	add(c, &c->share, 0, k2(), x, n);
	uitkomst_list_sort(&c->list);
}

static const struct volgorde_deel *judged(struct city *c)
{
	statistiek_wijken(&c->list, &c->defs, &c->gebieden, "A-01", k2());
	return &uitkomst_find(&c->list, "A-01", &c->gebieden.item[0], k2())->kloof.volgorde;
}

static const int64_t VECTOR[][2] = {{92, 104}, {118, 124}, {75, 88}, {54, 64}, {168, 180}, {20, 40}};
static const int64_t ORDER[] = {30, 10, 20, 40, 5, 1};

static void five_wijken_in_order_have_a_line_with_an_interval(void **state)
{
	struct city c;
	const struct volgorde_deel *v;

	(void)state;
	setup(&c, 5);
	fill(&c, VECTOR, ORDER, 5);
	v = judged(&c);
	assert_int_equal(v->woord, VOLGORDE_WOORD_MEER_BOVEN);
	assert_int_equal(v->plaatsen, 5);
	assert_int_equal(v->kinderen, 560);
	assert_true(periode_equal(v->periode, k2()));
	assert_near(v->sii, SII_5, 1e-9);
	assert_near(v->laag, LAAG_5, 1e-9);
	assert_near(v->hoog, HOOG_5, 1e-9);
	assert_near(v->minste, MINSTE_5, 1e-9);
	assert_near(v->meeste, MEESTE_5, 1e-9);
	assert_near(v->rii, RII_5, 1e-12);
	teardown(&c);
}

static void the_other_end_can_be_the_one_with_the_fewest_chances(void **state)
{
	struct city c;
	const struct volgorde_deel *v;

	(void)state;
	setup(&c, 5);
	c.defs.gemeente.volgorde_hoog_minst = false;
	fill(&c, VECTOR, ORDER, 5);
	v = judged(&c);
	assert_int_equal(v->woord, VOLGORDE_WOORD_MEER_ONDER);
	assert_near(v->sii, -SII_5, 1e-9);
	assert_near(v->laag, -HOOG_5, 1e-9);
	assert_near(v->rii, 1 / RII_5, 1e-12);
	teardown(&c);
}

static void wijken_with_the_same_value_share_a_place(void **state)
{
	static const int64_t tied[] = {30, 10, 30, 40, 5, 1};
	struct city c;
	const struct volgorde_deel *v;

	(void)state;
	setup(&c, 6);
	fill(&c, VECTOR, tied, 6);
	v = judged(&c);
	assert_int_equal(v->plaatsen, 5);
	assert_int_equal(v->woord, VOLGORDE_WOORD_GEEN_VERSCHIL);
	assert_near(v->sii, SII_TIED, 1e-9);
	assert_near(v->laag, LAAG_TIED, 1e-9);
	assert_near(v->hoog, HOOG_TIED, 1e-9);
	teardown(&c);
}

static void four_places_are_too_few_for_a_line(void **state)
{
	static const int64_t tied[] = {30, 10, 30, 40, 5};
	struct city c;

	(void)state;
	setup(&c, 5);
	fill(&c, VECTOR, tied, 5);
	assert_int_equal(judged(&c)->woord, VOLGORDE_WOORD_TE_WEINIG_WIJKEN);
	assert_true(isnan(judged(&c)->sii));
	teardown(&c);
}

static void without_an_order_there_is_no_line(void **state)
{
	struct city c;

	(void)state;
	setup(&c, 5);
	c.defs.gemeente.volgorde = NULL;
	fill(&c, VECTOR, ORDER, 5);
	assert_int_equal(judged(&c)->woord, VOLGORDE_WOORD_GEEN);
	/* nor by the very figure itself */
	c.defs.gemeente.volgorde = c.share.id;
	assert_int_equal(judged(&c)->woord, VOLGORDE_WOORD_GEEN);
	teardown(&c);
}

static void a_wijk_without_a_place_or_without_an_exact_share_leaves_no_line(void **state)
{
	struct city c;

	(void)state;
	setup(&c, 6);
	fill(&c, VECTOR, ORDER, 6);
	assert_int_not_equal(judged(&c)->woord, VOLGORDE_WOORD_ONBEKEND);
	uitkomst_find(&c.list, "C-01", &c.gebieden.item[2], k2())->heeft_waarde = false;
	assert_int_equal(judged(&c)->woord, VOLGORDE_WOORD_ONBEKEND);
	assert_true(isnan(judged(&c)->sii));
	uitkomst_find(&c.list, "C-01", &c.gebieden.item[2], k2())->heeft_waarde = true;
	uitkomst_find(&c.list, "A-01", &c.gebieden.item[2], k2())->teller.max++;
	assert_int_equal(judged(&c)->woord, VOLGORDE_WOORD_ONBEKEND);
	teardown(&c);
}

static void the_order_is_of_the_newest_moment_up_to_the_figures_own(void **state)
{
	static const int64_t reversed[] = {10, 30, 20, 5, 40};
	struct city c;
	const struct volgorde_deel *v;

	(void)state;
	setup(&c, 5);
	for (size_t i = 0; i < 5; i++) {
		add(&c, &c.order, i + 1, periode_kwartaal(2025, 4), ORDER[i], 1000);
		add(&c, &c.order, i + 1, periode_kwartaal(2025, 3), reversed[i], 1000);
		add(&c, &c.order, i + 1, periode_kwartaal(2026, 3), reversed[i], 1000);
	}
	fill(&c, VECTOR, NULL, 5);
	v = judged(&c);
	assert_true(periode_equal(v->periode, periode_kwartaal(2025, 4)));
	assert_near(v->sii, SII_5, 1e-9);
	teardown(&c);
}

/* Nobody reached in a wijk has a margin too. */
static void nobody_reached_still_leaves_a_margin(void **state)
{
	static const int64_t none[][2] = {{0, 20}, {0, 20}, {0, 20}, {0, 20}, {0, 20}};
	struct city c;
	const struct volgorde_deel *v;

	(void)state;
	setup(&c, 5);
	fill(&c, none, ORDER, 5);
	v = judged(&c);
	assert_int_equal(v->woord, VOLGORDE_WOORD_GEEN_VERSCHIL);
	assert_true(v->laag < 0 && v->hoog > 0 && isnan(v->rii));
	teardown(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(five_wijken_in_order_have_a_line_with_an_interval),
		cmocka_unit_test(the_other_end_can_be_the_one_with_the_fewest_chances),
		cmocka_unit_test(wijken_with_the_same_value_share_a_place),
		cmocka_unit_test(four_places_are_too_few_for_a_line),
		cmocka_unit_test(without_an_order_there_is_no_line),
		cmocka_unit_test(a_wijk_without_a_place_or_without_an_exact_share_leaves_no_line),
		cmocka_unit_test(the_order_is_of_the_newest_moment_up_to_the_figures_own),
		cmocka_unit_test(nobody_reached_still_leaves_a_margin),
	};

	return RUN_TESTS(tests);
}
