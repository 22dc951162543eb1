/* "norm gehaald; minder dan 5 kinderen niet bereikt": where it is said, and what an attacker makes of it. */
#include "test.h"

#include "publish/gezegd.h"
#include "publish/toets.h"
#include "publish/uitgave.h"
#include "city_fixture.h"

#define WOORDEN "richtwaarde gehaald; minder dan 5 kinderen niet bereikt"

/* What the layer says of each wijk: '.' a number, 'x' hidden, 'w' hidden with the words. */
static void pattern(const int64_t (*wijk)[2], size_t count, const char *expected)
{
	struct openbaar_verslag v;
	struct fixture f;
	struct layer *layer;

	city(&f, wijk, count);
	layer = open_layer(&f, &v);
	for (size_t i = 0; i < count; i++) {
		const struct cel *c = wijk_cel(&f, layer, i);
		char found = c->heeft_waarde ? '.' : c->gezegd.rest.bekend ? 'w' : 'x';

		if (found != expected[i]) {
			print_error("wijk %zu van %s: %c\n", i, expected, found);
			fail();
		}
		if (found == 'w')
			assert_string_equal(c->status_tekst, WOORDEN);
		else if (found == 'x')
			assert_string_equal(c->status_tekst, "afgeschermd");
	}
	layer_free(layer);
	fixture_release(&f);
}

/* 92% and k = 5: from 50 children on. */
static void the_words_are_said_where_they_leave_five_numbers(void **state)
{
	static const int64_t at[][2] = {{48, 50}, {9, 12}, {75, 88}, {168, 180}};
	static const int64_t below[][2] = {{47, 49}, {9, 12}, {75, 88}, {168, 180}};
	static const int64_t everybody[][2] = {{60, 60}, {40, 47}, {75, 88}, {168, 180}};
	static const int64_t not_met[][2] = {{50, 60}, {20, 22}, {75, 88}, {168, 180}};

	(void)state;
	pattern(at, 4, "wx..");
	pattern(below, 4, "xx..");
	pattern(everybody, 4, "wx..");
	pattern(not_met, 4, "xx..");
}

/* Two wijken of which both may be said to miss fewer than five, six together: each misses two or more. */
static void nothing_is_said_when_the_words_together_say_more(void **state)
{
	static const int64_t two[][2] = {{57, 60}, {57, 60}, {75, 88}, {168, 180}};
	static const int64_t three[][2] = {{58, 60}, {58, 60}, {58, 60}, {75, 88}, {168, 180}};

	(void)state;
	pattern(two, 4, "xx..");
	pattern(three, 5, "www..");
}

/* One wijk misses 1 and is called so; the other misses 5 and would be silent: with 6 together, silence says exactly 5. */
static void silence_counts_as_said(void **state)
{
	static const int64_t wijk[][2] = {{59, 60}, {57, 62}, {75, 88}, {168, 180}};
	static const int64_t wider[][2] = {{59, 60}, {51, 62}, {75, 88}, {168, 180}};

	(void)state;
	pattern(wijk, 4, "xx..");
	pattern(wider, 4, "wx..");
}

static void not_where_everybody_is_shown_nor_without_a_minimum(void **state)
{
	static const int64_t wijk[][2] = {{48, 50}, {9, 12}, {75, 88}, {168, 180}};
	struct openbaar_verslag v;
	struct norm_def maximum;
	struct fixture f;
	struct layer *layer;

	(void)state;
	city(&f, wijk, 4);
	maximum = *f.uitkomsten.item[0].norm;
	maximum.soort = NORM_MAXIMUM;
	for (int how = 0; how < 4; how++) {
		for (size_t i = 0; i < f.uitkomsten.count; i++) {
			struct uitkomst *u = &f.uitkomsten.item[i];

			u->onvolledig = how == 3;
			u->norm = how == 1 ? NULL :
				how == 2   ? &maximum :
					     norm_find(&f.defs->normen, "OAB-01", 1, u->gebied, u->periode, DATE_NONE);
		}
		f.defs->privacy.nul_tonen = how == 0;
		layer = open_layer(&f, &v);
		assert_false(wijk_cel(&f, layer, 0)->heeft_waarde);
		assert_false(wijk_cel(&f, layer, 0)->gezegd.rest.bekend);
		layer_free(layer);
	}
	fixture_release(&f);
}

/* A cell with words has nothing else: they are in status_tekst and in the range, and no number with them. */
static void a_cell_with_words_shows_no_number(void **state)
{
	static const int64_t wijk[][2] = {{48, 50}, {9, 12}, {75, 88}, {168, 180}};
	struct openbaar_verslag v;
	struct fixture f;
	struct layer *layer;
	const struct cel *c;

	(void)state;
	city(&f, wijk, 4);
	layer = open_layer(&f, &v);
	c = wijk_cel(&f, layer, 0);
	assert_string_equal(c->waarde_tekst, "afgeschermd");
	assert_string_equal(cel_woorden(c), WOORDEN);
	assert_int_equal(c->reden, REDEN_AFGESCHERMD);
	assert_true(c->gezegd.rest.bekend && c->gezegd.rest.min == 0 && c->gezegd.rest.max == 4);
	assert_false(c->teller.bekend || c->heeft_waarde || c->heeft_interval || c->heeft_tekort);
	assert_int_equal(c->feit, FEIT_GEEN);
	assert_string_equal(cel_woorden(wijk_cel(&f, layer, 1)), "afgeschermd");
	layer_free(layer);
	fixture_release(&f);
}

/* The last audit reads the words from the cells, also where they were not decided on. */
static void the_last_audit_hears_the_words(void **state)
{
	static const int64_t two[][2] = {{57, 60}, {57, 60}, {75, 88}, {168, 180}};
	struct err err = ERR_INIT;
	struct openbaar_verslag v;
	char *plekken = NULL;
	struct fixture f;
	struct layer *layer;

	(void)state;
	city(&f, two, 4);
	layer = open_layer(&f, &v);
	for (size_t i = 0; i < 2; i++)
		layer->cel[wijk_cel(&f, layer, i) - layer->cel].gezegd.rest = (struct bereik){true, 0, 4, 0};
	assert_int_equal(toets_layer(layer, layer_tellingen(layer), &f.uitkomsten, &plekken, &err), -1);
	free(plekken);
	err_release(&err);
	layer_free(layer);
	fixture_release(&f);
}

/* ---- what was said before -------------------------------------------------------------------------- */

static const struct publicatie_telling *said(const struct publicatie_inhoud *in, size_t i)
{
	for (size_t k = 0; k < in->telling_count; k++)
		if (strncmp(in->telling[k].sleutel, "rest|", 5) == 0 && i-- == 0)
			return &in->telling[k];
	return NULL;
}

/* Said in a first report: a range in the register, words and silence. A later report in which the words would fail
 * still has them for known, and a correction that leaves the counts alone changes nothing. */
static void what_was_said_is_kept_in_the_register_as_a_range(void **state)
{
	static const int64_t wijk[][2] = {{59, 60}, {51, 62}, {75, 88}, {168, 180}};
	struct publicatie_inhoud in;
	struct err err = ERR_INIT;
	struct openbaar_verslag v;
	struct eerder *eerder;
	struct fixture f;
	struct layer *first, *second;

	(void)state;
	city(&f, wijk, 4);
	first = open_layer(&f, &v);
	uitgave_make(&in, first, NULL, 0);
	assert_non_null(said(&in, 0));
	assert_non_null(said(&in, 1));
	assert_null(said(&in, 2));
	assert_int_equal(said(&in, 0)->min, 0);
	assert_int_equal(said(&in, 0)->max, 4);
	assert_int_equal(said(&in, 0)->waarde, 1);
	assert_int_equal(said(&in, 1)->min, 5);
	assert_int_equal(said(&in, 1)->max, 62);
	assert_false(said(&in, 0)->getoond || said(&in, 1)->getoond);
	eerder = uitgave_eerder(&in);
	/* Without the norm nothing would be said now. What was said is known all the same: it is not judged unsafe. */
	for (size_t i = 0; i < f.uitkomsten.count; i++)
		f.uitkomsten.item[i].norm = NULL;
	assert_ok(layer_build_after(&second, &f.uitkomsten, f.defs, &f.gebieden, EDITIE_OPENBAAR, eerder,
		in.telling_count, &v, &err));
	assert_false(wijk_cel(&f, second, 0)->gezegd.rest.bekend);
	assert_false(wijk_cel(&f, second, 0)->heeft_waarde);
	assert_int_equal(layer_tellingen(second)->gezegd_count, 2);
	assert_int_equal(v.onveilig + v.tegenstrijdig, 0);
	openbaar_verslag_release(&v);
	free(eerder);
	layer_free(second);
	publicatie_inhoud_release(&in);
	layer_free(first);
	fixture_release(&f);
}

/* Then 1 of 60 was not reached and said to be fewer than five. Now the wijk has 62 children, of whom 6 are not reached:
 * with the other wijken as they were, the report of then and this one are laid beside each other. */
static void words_of_then_bound_the_count_of_then(void **state)
{
	static const int64_t then[][2] = {{59, 60}, {51, 62}, {75, 88}, {168, 180}};
	static const int64_t now[][2] = {{56, 62}, {51, 62}, {75, 88}, {168, 180}};
	struct publicatie_inhoud in;
	struct err err = ERR_INIT;
	struct openbaar_verslag v;
	struct eerder *eerder;
	struct fixture before, f;
	struct layer *first, *second;

	(void)state;
	city(&before, then, 4);
	first = open_layer(&before, &v);
	uitgave_make(&in, first, NULL, 0);
	eerder = uitgave_eerder(&in);
	city(&f, now, 4);
	assert_ok(layer_build_after(&second, &f.uitkomsten, f.defs, &f.gebieden, EDITIE_OPENBAAR, eerder,
		in.telling_count, &v, &err));
	/* Of the city 75 were not reached then, 27 by itself now: what changed is 5 children, and they are in this wijk. The
	 * count of then is 0 to 4; shown now, the difference would name it. */
	assert_false(wijk_cel(&f, second, 0)->heeft_waarde);
	openbaar_verslag_release(&v);
	free(eerder);
	layer_free(second);
	publicatie_inhoud_release(&in);
	layer_free(first);
	fixture_release(&f);
	fixture_release(&before);
}

/* ---- an attacker ------------------------------------------------------------------------------------ */

enum { WIJKEN = 6 };

static uint64_t next(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return *seed;
}

struct grens {
	int64_t low, high;
};

/* What a reader has of the children not reached in a wijk: the number, what is said, or what silence says. */
static struct grens told(const struct cel *c, bool spreekt)
{
	if (c->heeft_waarde)
		return (struct grens){c->noemer.min - c->teller.min, c->noemer.min - c->teller.min};
	if (c->gezegd.rest.bekend)
		return (struct grens){0, 4};
	/* 92%: from 50 children on it would have been said. */
	return (struct grens){spreekt && c->noemer.min >= 50 ? 5 : 0, c->noemer.min};
}

/* One sum over boxes: the others at their ends are all there is to it. */
static void attack(const int64_t (*wijk)[2], const struct grens *g, struct grens city, const bool *woorden)
{
	for (size_t i = 0; i < WIJKEN; i++) {
		int64_t rest = wijk[i][1] - wijk[i][0], low = city.low, high = city.high;

		for (size_t k = 0; k < WIJKEN; k++) {
			low -= k == i ? 0 : g[k].high;
			high -= k == i ? 0 : g[k].low;
		}
		low = low > g[i].low ? low : g[i].low;
		high = high < g[i].high ? high : g[i].high;
		assert_true(low <= rest && rest <= high);
		if (rest >= 5)
			continue;
		if (woorden[i])
			assert_true(low == 0 && high == 4);
		else if (wijk[i][1] >= 5)
			assert_true(high - low >= 4 && high >= 5);
	}
}

static void words_and_silence_give_nobody_away_in_random_cities(void **state)
{
	uint64_t seed = 20260721;
	int said_count = 0, kept_silent = 0;

	(void)state;
	for (int round = 0; round < 400; round++) {
		int64_t wijk[WIJKEN][2];
		bool woorden[WIJKEN], any = false, complete = true;
		struct openbaar_verslag v;
		struct grens g[WIJKEN];
		const struct cel *city_cel;
		struct fixture f;
		struct layer *layer;

		for (size_t i = 0; i < WIJKEN; i++) {
			int64_t rest = (int64_t)(next(&seed) % (next(&seed) % 2 ? 7 : 20));

			wijk[i][1] = 20 + (int64_t)(next(&seed) % 60);
			wijk[i][0] = wijk[i][1] - rest;
		}
		city(&f, (const int64_t(*)[2])wijk, WIJKEN);
		layer = open_layer(&f, &v);
		city_cel = layer_find(layer, "OAB-01", fixture_gebied(&f, "GM0637"), periode_kwartaal(2026, 2));
		for (size_t i = 0; i < WIJKEN; i++) {
			woorden[i] = wijk_cel(&f, layer, i)->gezegd.rest.bekend;
			any = any || woorden[i];
			complete = complete && wijk_cel(&f, layer, i)->noemer.bekend;
		}
		for (size_t i = 0; i < WIJKEN; i++) {
			g[i] = told(wijk_cel(&f, layer, i), any);
			said_count += woorden[i];
			kept_silent += !woorden[i] && !wijk_cel(&f, layer, i)->heeft_waarde && wijk[i][1] >= 50 &&
				wijk[i][1] - wijk[i][0] < 5;
		}
		if (complete && city_cel->noemer.bekend)
			attack((const int64_t(*)[2])wijk, g, told(city_cel, false), woorden);
		layer_free(layer);
		fixture_release(&f);
	}
	print_message("gezegd: %d wijken, gezwegen: %d\n", said_count, kept_silent);
	assert_true(said_count > 150 && kept_silent > 15); /* the test has seen what it is about */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_words_are_said_where_they_leave_five_numbers),
		cmocka_unit_test(nothing_is_said_when_the_words_together_say_more),
		cmocka_unit_test(silence_counts_as_said),
		cmocka_unit_test(not_where_everybody_is_shown_nor_without_a_minimum),
		cmocka_unit_test(a_cell_with_words_shows_no_number),
		cmocka_unit_test(the_last_audit_hears_the_words),
		cmocka_unit_test(what_was_said_is_kept_in_the_register_as_a_range),
		cmocka_unit_test(words_of_then_bound_the_count_of_then),
		cmocka_unit_test(words_and_silence_give_nobody_away_in_random_cities),
	};

	return RUN_TESTS(tests);
}
