/* Sums per telling, and sums of areas: nothing unknown becomes zero, nothing hidden becomes a
 * number. */
#include "test.h"

#include "indicator/aggregate.h"
#include "indicator/rollup.h"
#include "indicator/value.h"
#include "indicator_fixture.h"

static struct periode k2(void)
{
	return periode_kwartaal(2026, 2);
}

/* ---- numbers with a scale ---- */

static void numbers_of_different_scale_add_exactly(void **state)
{
	struct bereik a = {true, 125, 125, 1}, b = {true, 3, 4, 0}, c = {true, 25, 25, 2};

	(void)state;
	assert_true(bereik_add(&a, &b)); /* 12,5 + [3,4] */
	assert_int_equal(a.min, 155);
	assert_int_equal(a.max, 165);
	assert_int_equal(a.schaal, 1);
	assert_true(bereik_add(&a, &c)); /* + 0,25 */
	assert_int_equal(a.min, 1575);
	assert_int_equal(a.schaal, 2);
	b = (struct bereik){true, 1500, 1600, 2};
	bereik_normalise(&b);
	assert_int_equal(b.min, 15);
	assert_int_equal(b.schaal, 0);
	b = (struct bereik){true, 150, 155, 1};
	bereik_normalise(&b);
	assert_int_equal(b.schaal, 1);
}

static void a_sum_beyond_64_bits_is_refused_and_leaves_what_was_there(void **state)
{
	struct bereik a = {true, INT64_MAX - 1, INT64_MAX - 1, 0}, b = {true, 2, 2, 0},
		      c = {true, 1, 1, 9};

	(void)state;
	assert_false(bereik_add(&a, &b));
	assert_false(bereik_add(&a, &c)); /* does not fit at nine decimals */
	assert_int_equal(a.min, INT64_MAX - 1);
	assert_int_equal(a.schaal, 0);
}

/* ---- conditions ---- */

static struct filter condition(enum filter_soort soort, char **words, size_t count)
{
	static char kolom[] = "niveau";

	return (struct filter){kolom, soort, words, count};
}

static void conditions_hold_on_both_sides_of_their_edge(void **state)
{
	char two[] = "2", three[] = "3", ten[] = "10", date[] = "2025-08-01";
	char *words[] = {two, three}, *edge[] = {ten}, *day[] = {date};
	struct filter f;

	(void)state;
	f = condition(FILTER_IS, words, 2);
	assert_true(filter_match(&f, 1, "niveau=3|soort=x"));
	assert_false(filter_match(&f, 1, "niveau=4"));
	assert_false(filter_match(&f, 1, "soort=3"));
	assert_false(filter_match(&f, 1, ""));
	f = condition(FILTER_IS_NIET, words, 2);
	assert_false(filter_match(&f, 1, "niveau=3"));
	assert_true(filter_match(&f, 1, "niveau=4"));
	assert_true(filter_match(&f, 1, ""));
	f = condition(FILTER_MINSTENS, edge, 1);
	assert_false(filter_match(&f, 1, "niveau=9")); /* as numbers, not as text */
	assert_true(filter_match(&f, 1, "niveau=10"));
	assert_true(filter_match(&f, 1, "niveau=11"));
	assert_false(filter_match(&f, 1, ""));
	f = condition(FILTER_HOOGSTENS, edge, 1);
	assert_true(filter_match(&f, 1, "niveau=9"));
	assert_true(filter_match(&f, 1, "niveau=10"));
	assert_false(filter_match(&f, 1, "niveau=11"));
	f = condition(FILTER_MINSTENS, day, 1);
	assert_true(filter_match(&f, 1, "niveau=2025-08-01"));
	assert_false(filter_match(&f, 1, "niveau=2025-07-31"));
	f = condition(FILTER_LEEG, NULL, 0);
	assert_true(filter_match(&f, 1, "soort=x"));
	assert_false(filter_match(&f, 1, "niveau=1"));
	f = condition(FILTER_NIET_LEEG, NULL, 0);
	assert_false(filter_match(&f, 1, "soort=x"));
	assert_true(filter_match(&f, 1, "niveau=1"));
	assert_true(filter_match(NULL, 0, "niveau=1"));
}

static void escaped_values_are_compared_as_they_were_delivered(void **state)
{
	const char *naam[] = {"niveau"}, *waarde[] = {"a|b=c\\d"};
	char word[] = "a|b=c\\d", *words[] = {word}, *kenmerk = kenmerk_make(naam, waarde, 1);
	struct filter f = condition(FILTER_IS, words, 1);

	(void)state;
	assert_true(filter_match(&f, 1, kenmerk));
	free(kenmerk);
}

/* ---- sums ---- */

/* The sum of maat x at an area; the caller releases the list. */
static struct meting_list sum_of(struct world *w, const struct telling *t)
{
	struct telling_job job = {.telling = t}, *jobs[] = {&job};
	struct periode_set periods = {NULL, 0, 0};

	assert_ok(aggregate_source(
		w->store, t->bron, (struct stand){{0, 0, 0}, 0}, jobs, 1, &periods, &err));
	periode_set_release(&periods);
	return job.out;
}

static struct telling telling_x(void)
{
	static char bron[] = "vve", kolom[] = "x";

	return (struct telling){.bron = bron, .tel = TEL_SOM, .kolom = kolom};
}

static void rows_of_one_area_are_added_with_their_bounds(void **state)
{
	struct world *w = *state;
	struct telling t = telling_x();
	struct meting_list list;
	const struct meting *m;

	world_deliver(w, "vve", "2026-07-20T10:00:00");
	world_row(w, "vve", "WK999901", k2(), "leeftijd=2", "x", exact_value(10));
	world_row(w, "vve", "WK999901", k2(), "leeftijd=3", "x", hidden_value(1, 4));
	world_row(w, "vve", "WK999901", k2(), "leeftijd=3", "y", exact_value(999));
	world_row(w, "vve", "WK999902", k2(), "leeftijd=3", "x", exact_value(7));
	world_row(w, "vve", "WK999901", periode_kwartaal(2026, 1), "leeftijd=3", "x",
		exact_value(70));
	list = sum_of(w, &t);
	assert_int_equal(list.count, 3);
	m = meting_find(&list, world_gebied(w, "WK999901", "2025")->id, k2(), false);
	assert_int_equal(m->som.min, 11);
	assert_int_equal(m->som.max, 14);
	assert_int_equal(m->rijen, 2);
	assert_int_equal(m->levering.count, 1);
	assert_null(meting_find(&list, world_gebied(w, "WK999903", "2025")->id, k2(), false));
	assert_null(meting_find(&list, world_gebied(w, "WK999901", "2025")->id, k2(), true));
	meting_list_release(&list);
}

static void one_row_without_a_number_decides_for_the_sum(void **state)
{
	static const struct {
		enum staat staat;
		enum judge_gegevens alone, beside; /* as the only row; beside a row with a value */
	} v[] = {{STAAT_ONBEKEND, GEGEVENS_ONBEKEND, GEGEVENS_ONBEKEND},
		{STAAT_NIET_GELEVERD, GEGEVENS_NIET_GELEVERD, GEGEVENS_NIET_GELEVERD},
		{STAAT_AFGESCHERMD, GEGEVENS_AFGESCHERMD, GEGEVENS_AFGESCHERMD},
		{STAAT_NVT, GEGEVENS_NVT, GEGEVENS_WAARDE}};
	struct world *w = *state;
	struct telling t = telling_x();
	struct meting_list list;

	world_deliver(w, "vve", "2026-07-20T10:00:00");
	for (size_t i = 0; i < ARRAY_LEN(v); i++) {
		struct periode p = periode_kwartaal(2026, (int)i + 1);

		world_row(w, "vve", "WK999901", p, "leeftijd=2", "x", state_value(v[i].staat));
		world_row(w, "vve", "WK999902", p, "leeftijd=2", "x", state_value(v[i].staat));
		world_row(w, "vve", "WK999902", p, "leeftijd=3", "x", exact_value(5));
	}
	list = sum_of(w, &t);
	for (size_t i = 0; i < ARRAY_LEN(v); i++) {
		struct periode p = periode_kwartaal(2026, (int)i + 1);
		int64_t one = world_gebied(w, "WK999901", "2025")->id,
			two = world_gebied(w, "WK999902", "2025")->id;

		assert_int_equal(
			meting_gegevens(meting_find(&list, one, p, false), TEL_SOM), v[i].alone);
		assert_int_equal(
			meting_gegevens(meting_find(&list, two, p, false), TEL_SOM), v[i].beside);
	}
	assert_int_equal(meting_gegevens(NULL, TEL_SOM), GEGEVENS_NIET_GELEVERD);
	meting_list_release(&list);
}

static void a_value_as_delivered_is_never_added(void **state)
{
	struct world *w = *state;
	struct telling t = telling_x();
	struct meting_list list;

	t.tel = TEL_AANGELEVERD;
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	world_row(w, "vve", "WK999901", k2(), "", "x", exact_value(40));
	world_row(w, "vve", "WK999902", k2(), "perceel=a", "x", exact_value(40));
	world_row(w, "vve", "WK999902", k2(), "perceel=b", "x", exact_value(50));
	list = sum_of(w, &t);
	assert_int_equal(meting_gegevens(meting_find(&list, world_gebied(w, "WK999901", "2025")->id,
						 k2(), false),
				 t.tel),
		GEGEVENS_WAARDE);
	assert_int_equal(meting_gegevens(meting_find(&list, world_gebied(w, "WK999902", "2025")->id,
						 k2(), false),
				 t.tel),
		GEGEVENS_FOUT);
	meting_list_release(&list);
}

static void an_impossible_sum_names_the_delivery(void **state)
{
	struct world *w = *state;
	struct telling t = telling_x();
	struct telling_job job = {.telling = &t}, *jobs[] = {&job};
	struct periode_set periods = {NULL, 0, 0};

	world_deliver(w, "vve", "2026-07-20T10:00:00");
	world_row(w, "vve", "WK999901", k2(), "leeftijd=2", "x", exact_value(INT64_MAX));
	world_row(w, "vve", "WK999901", k2(), "leeftijd=3", "x", exact_value(1));
	assert_refused(aggregate_source(w->store, "vve", (struct stand){{0, 0, 0}, 0}, jobs, 1,
			       &periods, &err),
		"64 bits");
	periode_set_release(&periods);
	meting_list_release(&job.out);
}

/* ---- areas ---- */

struct pair_sums {
	struct indicator_def def;
	struct meting_list teller, noemer;
};

static struct pair_sums sums_of(struct world *w)
{
	static char n[] = "n";
	struct pair_sums s = {.def = {.optelbaar = true, .onbekend_telt_mee = true}};

	s.def.teller = s.def.noemer = telling_x();
	s.def.noemer.kolom = n;
	s.teller = sum_of(w, &s.def.teller);
	s.noemer = sum_of(w, &s.def.noemer);
	return s;
}

static struct cijfer city_of(struct world *w, const struct pair_sums *s)
{
	struct rollup r = {&w->gebieden, &s->def, &s->teller, &s->noemer, s->def.optelbaar,
		{NULL, false}, {NULL, false}};
	struct cijfer c;

	rollup_area(&r, gebied_own(&w->gebieden), k2(), &c);
	return c;
}

static void pair_release(struct pair_sums *s, struct cijfer *c)
{
	cijfer_release(c);
	meting_list_release(&s->teller);
	meting_list_release(&s->noemer);
}

static void a_wijk_counts_only_with_both_its_teller_and_its_noemer(void **state)
{
	struct world *w = *state;
	struct pair_sums s;
	struct cijfer c;

	world_deliver(w, "vve", "2026-07-20T10:00:00");
	world_pair(w, "WK999901", k2(), 10, 20);
	world_pair(w, "WK999902", k2(), 10, 20);
	world_row(w, "vve", "WK999903", k2(), "", "n", exact_value(20));
	s = sums_of(w);
	c = city_of(w, &s);
	assert_int_equal(c.teller.min, 20);
	assert_int_equal(c.noemer.min, 40);
	assert_true(c.onvolledig);
	assert_int_equal(c.delen_ontbreken, 1);
	pair_release(&s, &c);
}

static void a_row_without_its_counterpart_makes_the_area_incomplete(void **state)
{
	struct world *w = *state;
	struct pair_sums s;
	struct cijfer c;

	world_deliver(w, "vve", "2026-07-20T10:00:00");
	world_pair(w, "WK999901", k2(), 10, 20);
	world_pair(w, "WK999902", k2(), 10, 20);
	world_pair(w, "WK999903", k2(), 10, 20);
	world_row(w, "vve", "WK999903", k2(), "leeftijd=2", "n", exact_value(5)); /* no x with it */
	s = sums_of(w);
	c = city_of(w, &s);
	assert_true(c.onvolledig);
	assert_int_equal(c.delen_ontbreken, 1);
	assert_int_equal(c.noemer.min, 40);
	pair_release(&s, &c);
}

static void hidden_unknown_children_make_the_city_incomplete_without_missing_a_wijk(void **state)
{
	struct world *w = *state;
	struct pair_sums s;
	struct cijfer c;

	world_deliver(w, "vve", "2026-07-20T10:00:00");
	world_pair(w, "WK999901", k2(), 10, 20);
	world_pair(w, "WK999902", k2(), 10, 20);
	world_pair(w, "WK999903", k2(), 10, 20);
	world_row(w, "vve", "GM9999-ONBEKEND", k2(), "", "x", state_value(STAAT_AFGESCHERMD));
	world_row(w, "vve", "GM9999-ONBEKEND", k2(), "", "n", state_value(STAAT_AFGESCHERMD));
	s = sums_of(w);
	c = city_of(w, &s);
	assert_true(c.onvolledig);
	assert_int_equal(c.delen_ontbreken, 0);
	assert_int_equal(c.delen, 3);
	cijfer_release(&c);
	s.def.onbekend_telt_mee = false;
	c = city_of(w, &s);
	assert_false(c.onvolledig);
	pair_release(&s, &c);
}

static void all_wijken_hidden_is_hidden_and_all_absent_is_absent(void **state)
{
	struct world *w = *state;
	struct pair_sums s;
	struct cijfer c;

	world_deliver(w, "vve", "2026-07-20T10:00:00");
	for (int i = 1; i <= 3; i++) {
		char code[] = "WK999900";

		code[7] = (char)('0' + i);
		world_row(w, "vve", code, k2(), "", "x", state_value(STAAT_AFGESCHERMD));
		world_row(w, "vve", code, k2(), "", "n", exact_value(9));
	}
	s = sums_of(w);
	c = city_of(w, &s);
	assert_int_equal(c.gegevens, GEGEVENS_AFGESCHERMD);
	assert_false(c.teller.bekend);
	cijfer_release(&c);
	meting_list_release(&s.teller);
	meting_list_release(&s.noemer);
	c = city_of(w, &s); /* now with nothing */
	assert_int_equal(c.gegevens, GEGEVENS_NIET_GELEVERD);
	assert_int_equal(c.delen, 0);
	pair_release(&s, &c);
}

static void two_ranges_for_the_same_city_narrow_each_other(void **state)
{
	struct world *w = *state;
	struct pair_sums s;
	struct cijfer c;

	world_deliver(w, "vve", "2026-07-20T10:00:00");
	for (int i = 1; i <= 3; i++) {
		char code[] = "WK999900";

		code[7] = (char)('0' + i);
		world_row(w, "vve", code, k2(), "", "x", hidden_value(1, 4));
		world_row(w, "vve", code, k2(), "", "n", exact_value(20));
	}
	world_row(w, "vve", "GM9999", k2(), "totaalrij=ja", "x", hidden_value(0, 9));
	world_row(w, "vve", "GM9999", k2(), "totaalrij=ja", "n", exact_value(60));
	s = sums_of(w);
	c = city_of(w, &s);
	assert_int_equal(c.teller.min, 3);
	assert_int_equal(c.teller.max, 9);
	assert_true(c.uit_totaalrij);
	pair_release(&s, &c);
}

/* Three wijken with a hidden teller of 1 to 4, and a total row as given. */
static struct cijfer hidden_with_total(
	struct world *w, struct pair_sums *s, struct waarneming x, struct waarneming n)
{
	world_deliver(w, "vve", "2026-07-20T10:00:00");
	for (int i = 1; i <= 3; i++) {
		char code[] = "WK999900";

		code[7] = (char)('0' + i);
		world_row(w, "vve", code, k2(), "", "x", hidden_value(1, 4));
		world_row(w, "vve", code, k2(), "", "n", exact_value(20));
	}
	world_row(w, "vve", "GM9999", k2(), "totaalrij=ja", "x", x);
	world_row(w, "vve", "GM9999", k2(), "totaalrij=ja", "n", n);
	*s = sums_of(w);
	return city_of(w, s);
}

static void an_exact_total_goes_before_the_bounds_of_a_sum(void **state)
{
	struct pair_sums s;
	struct cijfer c = hidden_with_total(*state, &s, exact_value(14), exact_value(60));

	assert_int_equal(
		c.teller.min, 14); /* the sum says 3 to 12: the supplier knows what he hid */
	assert_int_equal(c.teller.max, 14);
	assert_true(c.uit_totaalrij);
	pair_release(&s, &c);
}

static void two_ranges_that_contradict_leave_the_sum(void **state)
{
	struct pair_sums s;
	struct cijfer c = hidden_with_total(*state, &s, hidden_value(20, 24), exact_value(60));

	assert_int_equal(c.teller.min, 3);
	assert_int_equal(c.teller.max, 12);
	pair_release(&s, &c);
}

static void a_total_row_that_knows_only_one_side_is_not_used(void **state)
{
	struct pair_sums s;
	struct cijfer c =
		hidden_with_total(*state, &s, exact_value(9), state_value(STAAT_ONBEKEND));

	assert_int_equal(c.teller.min, 3);
	assert_int_equal(c.teller.max, 12);
	assert_false(c.uit_totaalrij);
	pair_release(&s, &c);
}

static void rows_are_compared_only_where_both_sides_count_the_same_rows(void **state)
{
	static char words_one[] = "2", *one[] = {words_one}, name[] = "leeftijd";
	static struct filter f = {name, FILTER_IS, one, 1};
	struct world *w = *state;
	struct pair_sums s;
	struct cijfer c;
	struct rollup r;

	world_deliver(w, "vve", "2026-07-20T10:00:00");
	world_row(w, "vve", "WK999901", k2(), "leeftijd=2", "x", exact_value(3));
	world_row(w, "vve", "WK999901", k2(), "leeftijd=2", "n", exact_value(10));
	world_row(w, "vve", "WK999901", k2(), "leeftijd=3", "n", exact_value(10));
	s = sums_of(w);
	meting_list_release(&s.teller);
	s.def.teller.waar = &f;
	s.def.teller.waar_count = 1;
	s.teller = sum_of(w, &s.def.teller);
	r = (struct rollup){
		&w->gebieden, &s.def, &s.teller, &s.noemer, true, {NULL, false}, {NULL, false}};
	rollup_area(&r, world_gebied(w, "WK999901", "2025"), k2(), &c);
	assert_false(c.onvolledig); /* part of all: other conditions, other rows */
	assert_int_equal(c.noemer.min, 20);
	pair_release(&s, &c);
}

static void in_a_source_that_counts_fewer_rows_are_no_lack(void **state)
{
	struct periode here = k2();
	struct periode_set delivered = {&here, 1, 1};
	struct world *w = *state;
	struct pair_sums s;
	struct cijfer c;
	struct rollup r;

	world_deliver(w, "vve", "2026-07-20T10:00:00");
	world_row(w, "vve", "WK999901", k2(), "school=1", "x", exact_value(1));
	world_row(w, "vve", "WK999901", k2(), "school=1", "n", exact_value(1));
	world_row(w, "vve", "WK999901", k2(), "school=2", "n", exact_value(1));
	world_row(w, "vve", "WK999902", k2(), "", "x", state_value(STAAT_NIET_GELEVERD));
	world_row(w, "vve", "WK999902", k2(), "", "n", exact_value(1));
	s = sums_of(w);
	r = (struct rollup){&w->gebieden, &s.def, &s.teller, &s.noemer, true, {&delivered, false},
		{&delivered, false}};
	rollup_area(&r, world_gebied(w, "WK999901", "2025"), k2(), &c);
	assert_false(c.onvolledig);
	assert_int_equal(c.teller.min, 1);
	assert_int_equal(c.noemer.min, 2);
	cijfer_release(&c);
	/* a row that says "not delivered" is not nothing */
	rollup_area(&r, world_gebied(w, "WK999902", "2025"), k2(), &c);
	assert_int_equal(c.gegevens, GEGEVENS_NIET_GELEVERD);
	cijfer_release(&c);
	rollup_area(&r, world_gebied(w, "WK999903", "2025"), k2(), &c);
	assert_int_equal(c.gegevens, GEGEVENS_WAARDE);
	assert_int_equal(c.noemer.max, 0);
	cijfer_release(&c);
	/* a register of the gemeente is another matter: without that, the gemeente itself is not
	 * none */
	meting_list_release(&s.teller);
	meting_list_release(&s.noemer);
	r.optellen = false;
	rollup_area(&r, gebied_own(&w->gebieden), k2(), &c);
	assert_int_equal(c.gegevens, GEGEVENS_NIET_GELEVERD);
	cijfer_release(&c);
	r.teller_telt.gemeente = r.noemer_telt.gemeente = true;
	rollup_area(&r, gebied_own(&w->gebieden), k2(), &c);
	assert_int_equal(c.gegevens, GEGEVENS_WAARDE);
	pair_release(&s, &c);
}

static void nobody_in_the_noemer_decides_whatever_the_teller_says(void **state)
{
	struct world *w = *state;
	struct pair_sums s;
	struct cijfer c;
	struct rollup r;

	world_deliver(w, "vve", "2026-07-20T10:00:00");
	world_row(w, "vve", "WK999901", k2(), "", "x", state_value(STAAT_NVT));
	world_row(w, "vve", "WK999901", k2(), "", "n", exact_value(0));
	s = sums_of(w);
	r = (struct rollup){
		&w->gebieden, &s.def, &s.teller, &s.noemer, true, {NULL, false}, {NULL, false}};
	rollup_area(&r, world_gebied(w, "WK999901", "2025"), k2(), &c);
	assert_int_equal(c.gegevens, GEGEVENS_WAARDE);
	assert_true(c.teller.bekend);
	assert_int_equal(c.teller.max, 0);
	pair_release(&s, &c);
}

static void a_level_of_its_own_is_never_added_up(void **state)
{
	struct world *w = *state;
	struct pair_sums s;
	struct cijfer c;

	world_deliver(w, "vve", "2026-07-20T10:00:00");
	world_pair(w, "WK999901", k2(), 10, 20);
	world_pair(w, "WK999902", k2(), 10, 20);
	world_pair(w, "WK999903", k2(), 10, 20);
	s = sums_of(w);
	s.def.optelbaar = false;
	c = city_of(w, &s);
	assert_int_equal(c.gegevens, GEGEVENS_NIET_GELEVERD);
	pair_release(&s, &c);
}

/* ---- periods of the noemer ---- */

static void assert_noemer(enum noemer_koppeling koppeling, int n, struct periode teller, const char *code)
{
	struct indicator_def def = {.noemer = {.koppeling = koppeling, .koppeling_n = n}};
	struct str s = STR_INIT;

	periode_add_code(&s, rollup_noemer_periode(&def, teller));
	assert_string_equal(str_text(&s), code);
	str_release(&s);
}

static void the_noemer_comes_from_the_period_that_was_declared(void **state)
{
	(void)state;
	assert_noemer(KOPPELING_ZELFDE, 0, periode_kwartaal(2026, 2), "2026-K2");
	assert_noemer(KOPPELING_SCHOOLJAAR, 0, periode_kwartaal(2026, 2), "2025/2026");
	assert_noemer(KOPPELING_SCHOOLJAAR, 0, periode_kwartaal(2026, 3), "2026/2027");
	assert_noemer(KOPPELING_LAATSTE_1_OKTOBER, 0, periode_kwartaal(2026, 3), "2025-10-01");
	assert_noemer(KOPPELING_LAATSTE_1_OKTOBER, 0, periode_kwartaal(2026, 4), "2026-10-01");
	assert_noemer(KOPPELING_LAATSTE_1_OKTOBER, 0, periode_dag((struct date){2026, 10, 1}),
		"2026-10-01");
	assert_noemer(KOPPELING_LAATSTE_1_OKTOBER, 0, periode_dag((struct date){2026, 9, 30}),
		"2025-10-01");
	assert_noemer(KOPPELING_LAATSTE_1_OKTOBER, 0, periode_schooljaar(2025), "2025-10-01");
	assert_noemer(KOPPELING_LAATSTE_1_JANUARI, 0, periode_kwartaal(2026, 1), "2026-01-01");
	assert_noemer(KOPPELING_VORIGE_N, 2, periode_kwartaal(2026, 2), "2025-K4");
	assert_noemer(KOPPELING_VORIGE_N, 1, periode_schooljaar(2025), "2024/2025");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_of_different_scale_add_exactly),
		cmocka_unit_test(a_sum_beyond_64_bits_is_refused_and_leaves_what_was_there),
		cmocka_unit_test(conditions_hold_on_both_sides_of_their_edge),
		cmocka_unit_test(escaped_values_are_compared_as_they_were_delivered),
		WITH_WORLD(rows_of_one_area_are_added_with_their_bounds),
		WITH_WORLD(one_row_without_a_number_decides_for_the_sum),
		WITH_WORLD(a_value_as_delivered_is_never_added),
		WITH_WORLD(an_impossible_sum_names_the_delivery),
		WITH_WORLD(a_wijk_counts_only_with_both_its_teller_and_its_noemer),
		WITH_WORLD(a_row_without_its_counterpart_makes_the_area_incomplete),
		WITH_WORLD(hidden_unknown_children_make_the_city_incomplete_without_missing_a_wijk),
		WITH_WORLD(all_wijken_hidden_is_hidden_and_all_absent_is_absent),
		WITH_WORLD(two_ranges_for_the_same_city_narrow_each_other),
		WITH_WORLD(an_exact_total_goes_before_the_bounds_of_a_sum),
		WITH_WORLD(two_ranges_that_contradict_leave_the_sum),
		WITH_WORLD(a_total_row_that_knows_only_one_side_is_not_used),
		WITH_WORLD(rows_are_compared_only_where_both_sides_count_the_same_rows),
		WITH_WORLD(in_a_source_that_counts_fewer_rows_are_no_lack),
		WITH_WORLD(nobody_in_the_noemer_decides_whatever_the_teller_says),
		WITH_WORLD(a_level_of_its_own_is_never_added_up),
		cmocka_unit_test(the_noemer_comes_from_the_period_that_was_declared),
	};

	return RUN_TESTS(tests);
}
