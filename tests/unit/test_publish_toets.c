/* The audit of a finished layer: what is planted in its cells must be found, whatever made it. All counts are fictional. */
#include "test.h"

#include "publish/toets.h"
#include "report_fixture.h"

struct stad {
	struct fixture f;
	struct layer *layer;
	size_t wijken;
};

static struct periode nu(void)
{
	return periode_kwartaal(2026, 2);
}

static const struct gebied *wijk(struct stad *s, size_t i)
{
	char *code = mem_printf("WK0637%02zu", 20 + i);
	const struct gebied *g = fixture_gebied(&s->f, code);

	free(code);
	return g;
}

/* The gemeente and its wijken; tell() adds what was counted, close() makes the layer. */
static void stad_init(struct stad *s, size_t wijken)
{
	*s = (struct stad){.wijken = wijken};
	fixture_init(&s->f);
	for (size_t i = 0; i < wijken; i++) {
		char *code = mem_printf("WK0637%02zu", 20 + i), *naam = mem_printf("Wijk %zu", i);

		fixture_area(&s->f, code, naam, "wijk");
		free(code);
		free(naam);
	}
	gebied_list_sort(&s->f.gebieden);
}

static void stad_tel(struct stad *s, struct periode p, const int64_t (*count)[2])
{
	int64_t x = 0, n = 0;

	for (size_t i = 0; i < s->wijken; i++) {
		fixture_share(&s->f, "OAB-01", wijk(s, i)->code, p, count[i][0], count[i][1]);
		x += count[i][0];
		n += count[i][1];
	}
	fixture_share(&s->f, "OAB-01", "GM0637", p, x, n);
}

static void stad_laag(struct stad *s)
{
	struct err err = ERR_INIT;

	uitkomst_list_sort(&s->f.uitkomsten);
	assert_ok(layer_build(&s->layer, &s->f.uitkomsten, s->f.defs, &s->f.gebieden, EDITIE_OPENBAAR, &err));
}

static struct cel *cel_van(struct stad *s, const char *id, const struct gebied *g, struct periode p)
{
	const struct cel *c = layer_find(s->layer, id, g, p);

	assert_non_null(c);
	return &s->layer->cel[c - s->layer->cel];
}

static struct cel *cel(struct stad *s, size_t i)
{
	return cel_van(s, "OAB-01", wijk(s, i), nu());
}

static bool is_veilig(struct stad *s, const char *named)
{
	struct err err = ERR_INIT;
	char *plekken = NULL;
	int rc = toets_layer(s->layer, layer_tellingen(s->layer), &s->f.uitkomsten, &plekken, &err);

	if (rc < 0 && named && !strstr(plekken, named))
		fail_msg("%s niet in: %s", named, plekken);
	free(plekken);
	err_release(&err);
	return rc == 0;
}

static void stad_weg(struct stad *s)
{
	layer_free(s->layer);
	fixture_release(&s->f);
}

static void stad_van(struct stad *s, const int64_t (*count)[2], size_t wijken)
{
	stad_init(s, wijken);
	stad_tel(s, nu(), count);
	stad_laag(s);
	assert_true(is_veilig(s, NULL));
}

/* ---- a niveau that is not public ------------------------------------------------------------------ */

static const int64_t groot[][2] = {{92, 104}, {75, 88}, {168, 180}};

static void a_shown_cell_of_a_niveau_that_is_not_public_is_found(void **state)
{
	char *only[] = {T("gemeente")};
	struct stad s;

	(void)state;
	stad_init(&s, 3);
	s.f.defs->privacy.niveau = only;
	s.f.defs->privacy.niveau_count = 1;
	stad_tel(&s, nu(), groot);
	fixture_share(&s.f, "BRG-01", wijk(&s, 0)->code, periode_jaar(2025), 2, 3); /* no children in it */
	stad_laag(&s);
	assert_true(is_veilig(&s, NULL));
	cel(&s, 1)->teller = (struct bereik){true, 75, 75, 0};
	assert_false(is_veilig(&s, "Wijk 1"));
	cel(&s, 1)->teller.bekend = false;
	cel(&s, 1)->noemer_tekst = mem_dup("88");
	assert_false(is_veilig(&s, "Wijk 1"));
	free(cel(&s, 1)->noemer_tekst);
	cel(&s, 1)->noemer_tekst = NULL;
	cel(&s, 1)->teller = (struct bereik){true, 50, 80, 0}; /* a range is a figure too */
	assert_false(is_veilig(&s, "Wijk 1"));
	cel(&s, 1)->teller.bekend = false;
	assert_true(is_veilig(&s, NULL));
	cel_van(&s, "BRG-01", wijk(&s, 0), periode_jaar(2025))->heeft_waarde = true;
	assert_false(is_veilig(&s, "BRG-01"));
	s.f.defs->privacy.niveau = NULL;
	s.f.defs->privacy.niveau_count = 0;
	stad_weg(&s);
}

/* A median of a wijk is of whoever lives there; an index with all its digits is of schools. */
static void a_delivered_figure_of_a_wijk_and_the_digits_of_an_index_are_found(void **state)
{
	struct uitkomst *u;
	struct stad s;
	struct cel *c;

	(void)state;
	stad_init(&s, 3);
	u = fixture_share(&s.f, "JHL-02", wijk(&s, 0)->code, nu(), 412, 1);
	u->noemer.bekend = u->heeft_interval = false;
	u = fixture_share(&s.f, "SEG-02", "GM0637", periode_jaar(2025), 1127, 9677);
	u->heeft_interval = false;
	u->waarde_min = u->waarde_max = 0.27602878832692496;
	stad_laag(&s);
	assert_true(is_veilig(&s, NULL));
	cel_van(&s, "JHL-02", wijk(&s, 0), nu())->heeft_waarde = true;
	assert_false(is_veilig(&s, "JHL-02"));
	cel_van(&s, "JHL-02", wijk(&s, 0), nu())->heeft_waarde = false;
	c = cel_van(&s, "SEG-02", fixture_gebied(&s.f, "GM0637"), periode_jaar(2025));
	c->waarde_min = c->waarde_max = 0.27602878832692496;
	assert_false(is_veilig(&s, "SEG-02"));
	stad_weg(&s);
}

/* ---- ranges ----------------------------------------------------------------------------------------- */

/* Wijk 3 has 8 of 11: three are not reached. Wijk 2 is hidden with it. */
static const int64_t klein[][2] = {{92, 104}, {118, 124}, {75, 88}, {8, 11}, {168, 180}};

static void a_range_is_judged_by_what_it_leaves_open(void **state)
{
	static const struct {
		int64_t min, max;
		bool safe;
	} teller[] = {{0, 11, true}, {6, 11, true}, {7, 11, false}, {7, 9, false}, {8, 9, false}, {9, 11, false}};
	struct stad s;

	(void)state;
	stad_van(&s, klein, 5);
	assert_false(cel(&s, 3)->teller.bekend);
	for (size_t i = 0; i < ARRAY_LEN(teller); i++) {
		cel(&s, 3)->teller = (struct bereik){true, teller[i].min, teller[i].max, 0};
		if (is_veilig(&s, NULL) != teller[i].safe)
			fail_msg("tussen %d en %d", (int)teller[i].min, (int)teller[i].max);
	}
	stad_weg(&s);
}

/* Not of wijk 3 itself: of the wijk that is hidden for it, and what it leaves is a subtraction away. */
static void a_narrow_range_of_another_wijk_is_found(void **state)
{
	struct stad s;

	(void)state;
	stad_van(&s, klein, 5);
	cel(&s, 2)->teller = (struct bereik){true, 72, 80, 0};
	assert_true(is_veilig(&s, NULL));
	cel(&s, 2)->teller = (struct bereik){true, 74, 76, 0};
	assert_false(is_veilig(&s, "OAB-01"));
	stad_weg(&s);
}

/* The source hides wijk 0 as 1 to 4; with the city as a range, the hidden 3 of wijk 1 is a subtraction. */
static void the_range_of_a_total_is_laid_beside_its_parts(void **state)
{
	static const int64_t count[][2] = {{1, 60}, {3, 50}, {93, 140}, {80, 130}, {89, 170}};
	struct uitkomst *city;
	struct stad s;
	struct cel *c;

	(void)state;
	stad_init(&s, 5);
	stad_tel(&s, nu(), count);
	uitkomst_list_sort(&s.f.uitkomsten);
	uitkomst_find(&s.f.uitkomsten, "OAB-01", wijk(&s, 0), nu())->teller.max = 4;
	city = uitkomst_find(&s.f.uitkomsten, "OAB-01", fixture_gebied(&s.f, "GM0637"), nu());
	city->teller.max += 3;
	stad_laag(&s);
	assert_true(is_veilig(&s, NULL));
	c = cel_van(&s, "OAB-01", city->gebied, nu());
	assert_false(c->teller.bekend);
	c->teller = city->teller;
	assert_false(is_veilig(&s, "OAB-01"));
	c->teller.bekend = false;
	assert_true(is_veilig(&s, NULL));
	cel(&s, 0)->teller = (struct bereik){true, 1, 3, 0}; /* narrower than the source gave it */
	assert_false(is_veilig(&s, "Wijk 0"));
	stad_weg(&s);
}

/* ---- words ------------------------------------------------------------------------------------------- */

static void words(struct stad *s, size_t i)
{
	cel(s, i)->gezegd.rest = (struct bereik){true, 0, 4, 0};
}

/* 57 of 60: three are not reached, the norm of 92% leaves room for four. Wijk 1 is hidden with it. */
static void words_may_be_said_where_the_norm_leaves_room(void **state)
{
	static const int64_t count[][2] = {{57, 60}, {52, 60}, {168, 190}};
	struct stad s;

	(void)state;
	stad_van(&s, count, 3);
	assert_false(cel(&s, 0)->teller.bekend || cel(&s, 1)->teller.bekend);
	words(&s, 0);
	assert_true(is_veilig(&s, NULL));
	cel(&s, 0)->gezegd.rest.max = 3;
	assert_false(is_veilig(&s, "OAB-01"));
	cel(&s, 0)->gezegd.rest = (struct bereik){true, 0, 2, 0}; /* and it is not true */
	assert_false(is_veilig(&s, "OAB-01"));
	stad_weg(&s);
}

/* 19 of 20: "norm gehaald" leaves at most one child. */
static void words_on_a_small_group_say_how_many(void **state)
{
	static const int64_t count[][2] = {{19, 20}, {52, 60}, {168, 190}};
	struct stad s;

	(void)state;
	stad_van(&s, count, 3);
	words(&s, 0);
	assert_false(is_veilig(&s, "OAB-01"));
	stad_weg(&s);
}

/* 57 of 60 with words beside 58 of 63 without: together eight, five or more of them in the silent wijk, so that the
 * other has three at most. */
static void silence_beside_words_says_something_too(void **state)
{
	static const int64_t count[][2] = {{57, 60}, {58, 63}, {168, 190}};
	struct stad s;

	(void)state;
	stad_van(&s, count, 3);
	assert_false(cel(&s, 0)->teller.bekend || cel(&s, 1)->teller.bekend);
	words(&s, 0);
	assert_false(is_veilig(&s, "OAB-01"));
	stad_weg(&s);
}

/* ---- what is made of hidden figures ---------------------------------------------------------------- */

static void a_change_gives_the_year_before_away(void **state)
{
	static const int64_t then[][2] = {{92, 104}, {75, 88}, {8, 11}, {168, 180}};
	static const int64_t now[][2] = {{92, 104}, {75, 88}, {60, 111}, {168, 180}};
	struct stad s;

	(void)state;
	stad_init(&s, 4);
	stad_tel(&s, periode_kwartaal(2025, 2), then);
	stad_tel(&s, nu(), now);
	stad_laag(&s);
	assert_true(is_veilig(&s, NULL));
	assert_true(cel(&s, 2)->heeft_waarde);
	cel(&s, 2)->verandering = VERANDERING_LAGER;
	assert_false(is_veilig(&s, "2025-K2"));
	stad_weg(&s);
}

static void a_spread_gives_the_wijken_away_it_is_made_of(void **state)
{
	struct stad s;
	struct cel *c;

	(void)state;
	stad_init(&s, 5);
	stad_tel(&s, nu(), klein);
	fixture_share(&s.f, "GAP-01", "GM0637", nu(), 1, 1);
	stad_laag(&s);
	assert_true(is_veilig(&s, NULL));
	c = cel_van(&s, "GAP-01", fixture_gebied(&s.f, "GM0637"), nu());
	assert_false(c->heeft_waarde);
	c->heeft_waarde = true;
	assert_false(is_veilig(&s, "OAB-01"));
	stad_weg(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_shown_cell_of_a_niveau_that_is_not_public_is_found),
		cmocka_unit_test(a_delivered_figure_of_a_wijk_and_the_digits_of_an_index_are_found),
		cmocka_unit_test(a_range_is_judged_by_what_it_leaves_open),
		cmocka_unit_test(a_narrow_range_of_another_wijk_is_found),
		cmocka_unit_test(the_range_of_a_total_is_laid_beside_its_parts),
		cmocka_unit_test(words_may_be_said_where_the_norm_leaves_room),
		cmocka_unit_test(words_on_a_small_group_say_how_many),
		cmocka_unit_test(silence_beside_words_says_something_too),
		cmocka_unit_test(a_change_gives_the_year_before_away),
		cmocka_unit_test(a_spread_gives_the_wijken_away_it_is_made_of),
	};

	return RUN_TESTS(tests);
}
