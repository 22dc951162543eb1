/* Counts by postcode, to wijken and gemeente. Expected values: by hand. All numbers are fictional (fictief). */
#include "test.h"

#include "indicator/verdeling.h"
#include "indicator_fixture.h"
#include "store/koppeling_store.h"

#define NOW periode_kwartaal(2025, 2)

struct link {
	const char *code, *area, *indeling; /* area in that division of wijken; of a rest area: "" */
	int64_t weight;
};

/* 1001 lies in wijk 01; 1002 for 3/5 in 01 and 2/5 in 02; 1003 in 02; 1004 in wijk 03. */
static const struct link plain[] = {{"1001", "WK999901", "2025", 10}, {"1002", "WK999901", "2025", 60},
	{"1002", "WK999902", "2025", 40}, {"1003", "WK999902", "2025", 5}, {"1004", "WK999903", "2025", 7}};

static void supply_as(struct world *w, const char *bron, const struct link *link, size_t count)
{
	world_deliver(w, bron, "2026-01-02T09:00:00");
	assert_ok(store_begin(w->store, &err));
	for (size_t i = 0; i < count; i++)
		assert_ok(koppeling_store_add(w->store,
			&(struct koppeling){.levering = w->levering, .naam = "pc4",
				.indeling = *link[i].indeling ? link[i].indeling : "2025", .code = link[i].code,
				.gewicht = link[i].weight,
				.gebied = world_gebied(w, link[i].area, link[i].indeling)->id},
			&err));
	assert_ok(store_commit(w->store, &err));
}

static void supply(struct world *w, const struct link *link, size_t count)
{
	supply_as(w, "pc4_wijk", link, count);
}

static void row(struct world *w, const char *code, struct periode p, const char *maat, struct waarneming value)
{
	char *kenmerk = mem_printf("via_pc4=%s", code);

	world_row(w, "vve", "GM9999", p, kenmerk, maat, value);
	free(kenmerk);
}

static void pair(struct world *w, const char *code, struct periode p, int64_t x, int64_t n)
{
	row(w, code, p, "x", exact_value(x));
	row(w, code, p, "n", exact_value(n));
}

static void figures(struct world *w)
{
	world_indicator(w, "A-01", SHARE);
	world_norms(w, NORM_92("wijk", "\"*\"") "," NORM_92("gemeente", "null"));
	world_deliver(w, "vve", "2026-01-05T09:00:00");
	pair(w, "1001", NOW, 18, 20);
	pair(w, "1002", NOW, 9, 11);
	pair(w, "1003", NOW, 12, 13);
	pair(w, "1004", NOW, 30, 31);
}

static const struct uitkomst *of(const struct world *w, const char *code)
{
	return uitkomst_find(&w->uit, "A-01",
		world_gebied(w, code, strncmp(code, "WK", 2) == 0 ? "2025" : ""), NOW);
}

static void a_code_in_one_wijk_is_counted_there(void **state)
{
	struct world *w = *state;
	const struct uitkomst *u;

	figures(w);
	supply(w, plain, ARRAY_LEN(plain));
	world_compute(w);
	u = of(w, "WK999903");
	assert_counts(u, 30, 31);
	assert_false(uitkomst_geschat(u));
	assert_non_null(u->norm);
	assert_int_equal(u->feit, FEIT_GEHAALD);
	assert_int_equal(u->levering_count, 2); /* the counts and the koppeling */
}

static void a_code_in_two_wijken_gives_estimates_that_are_not_judged(void **state)
{
	struct world *w = *state;
	const struct uitkomst *u;

	figures(w);
	supply(w, plain, ARRAY_LEN(plain));
	world_compute(w);
	u = of(w, "WK999901");
	/* of 11: 6,6 and 4,4 -> 7 and 4; of 9: 5,4 and 3,6 -> 5 and 4 */
	assert_counts(u, 18 + 5, 20 + 7);
	assert_true(uitkomst_geschat(u));
	assert_string_equal(u->geschat_met, "pc4");
	assert_int_equal(u->geschat_count, 0);
	assert_true(u->heeft_waarde);
	assert_int_equal(u->status, STATUS_GEEN_OORDEEL);
	assert_null(u->norm);
	assert_int_equal(u->feit, FEIT_GEEN);
	assert_int_equal(u->zekerheid, ZEKERHEID_GEEN);
	assert_false(u->heeft_interval || u->heeft_tekort);
	assert_int_equal(u->wijk.funnel, FUNNEL_WOORD_GEEN);
	assert_counts(of(w, "WK999902"), 12 + 4, 13 + 4);
	assert_true(uitkomst_geschat(of(w, "WK999902")));
}

static void the_gemeente_is_counted_and_the_wijken_are_the_whole(void **state)
{
	static const char *const wijk[] = {"WK999901", "WK999902", "WK999903"};
	struct world *w = *state;
	int64_t x = 0, n = 0;

	figures(w);
	supply(w, plain, ARRAY_LEN(plain));
	world_compute(w);
	assert_counts(of(w, "GM9999"), 69, 75);
	assert_false(uitkomst_geschat(of(w, "GM9999")));
	assert_int_equal(of(w, "GM9999")->feit, FEIT_GEHAALD);
	for (size_t i = 0; i < ARRAY_LEN(wijk); i++) {
		x += of(w, wijk[i])->teller.min;
		n += of(w, wijk[i])->noemer.min;
	}
	assert_int_equal(x, 69);
	assert_int_equal(n, 75);
}

static void a_teller_stays_within_its_noemer(void **state)
{
	struct world *w = *state;
	static const struct link half[] = {{"1002", "WK999901", "2025", 1}, {"1002", "WK999902", "2025", 1}};

	world_indicator(w, "A-01", SHARE);
	world_deliver(w, "vve", "2026-01-05T09:00:00");
	for (int64_t n = 0; n < 8; n++) {
		struct periode p = periode_kwartaal(2025 + (int)n / 4, 1 + (int)n % 4);

		pair(w, "1002", p, n, n);
	}
	supply(w, half, 2);
	world_compute(w);
	for (size_t i = 0; i < w->uit.count; i++)
		if (w->uit.item[i].teller.bekend)
			assert_int_equal(w->uit.item[i].teller.min, w->uit.item[i].noemer.min);
}

static void nobody_divided_is_nobody_and_no_estimate(void **state)
{
	struct world *w = *state;

	world_indicator(w, "A-01", SHARE);
	world_deliver(w, "vve", "2026-01-05T09:00:00");
	pair(w, "1001", NOW, 3, 4);
	pair(w, "1002", NOW, 0, 0);
	supply(w, plain, ARRAY_LEN(plain));
	world_compute(w);
	assert_counts(of(w, "WK999901"), 3, 4);
	assert_false(uitkomst_geschat(of(w, "WK999901")));
}

static void a_code_that_is_partly_elsewhere_makes_the_gemeente_an_estimate(void **state)
{
	static const struct link edge[] = {{"1001", "WK999901", "2025", 10}, {"1002", "WK999901", "2025", 60},
		{"1002", "GM9999-BUITEN", "", 40}, {"1003", "GM9999-BUITEN", "", 5}, {"1004", "WK999903", "2025", 7}};
	struct world *w = *state;

	figures(w);
	supply(w, edge, ARRAY_LEN(edge));
	world_compute(w);
	/* 1003 is elsewhere; of 1002 5 of 7 are here */
	assert_counts(of(w, "GM9999"), 18 + 5 + 30, 20 + 7 + 31);
	assert_true(uitkomst_geschat(of(w, "GM9999")));
	assert_null(of(w, "GM9999")->norm);
	assert_counts(of(w, "WK999901"), 23, 27);
	assert_int_equal(of(w, "WK999902")->status, STATUS_NIET_GELEVERD);
}

static void a_code_without_a_known_wijk_counts_for_the_gemeente(void **state)
{
	static const struct link rest[] = {{"1001", "WK999901", "2025", 10}, {"1002", "WK999902", "2025", 60},
		{"1003", "GM9999-ONBEKEND", "", 40}, {"1004", "WK999903", "2025", 7}};
	struct world *w = *state;

	figures(w);
	supply(w, rest, ARRAY_LEN(rest));
	world_compute(w);
	assert_counts(of(w, "GM9999"), 69, 75);
	assert_counts(of(w, "GM9999-ONBEKEND"), 12, 13);
	assert_false(uitkomst_geschat(of(w, "GM9999")));
}

static void a_code_that_no_koppeling_knows_leaves_the_wijken_incomplete(void **state)
{
	struct world *w = *state;

	figures(w);
	supply(w, plain, 4); /* nothing of 1004 */
	world_compute(w);
	assert_counts(of(w, "GM9999"), 69, 75);
	assert_int_equal(of(w, "GM9999")->feit, FEIT_GEHAALD);
	assert_int_equal(of(w, "WK999901")->status, STATUS_ONVOLLEDIG);
	assert_true(of(w, "WK999902")->onvolledig);
	assert_int_equal(of(w, "WK999903")->status, STATUS_NIET_GELEVERD);
}

static void what_is_not_exact_is_not_divided(void **state)
{
	struct world *w = *state;

	world_indicator(w, "A-01", SHARE);
	world_deliver(w, "vve", "2026-01-05T09:00:00");
	pair(w, "1001", NOW, 18, 20);
	row(w, "1002", NOW, "x", hidden_value(1, 4));
	row(w, "1002", NOW, "n", exact_value(11));
	row(w, "1004", NOW, "x", hidden_value(1, 4));
	row(w, "1004", NOW, "n", exact_value(9));
	supply(w, plain, ARRAY_LEN(plain));
	world_compute(w);
	assert_int_equal(of(w, "WK999901")->status, STATUS_AFGESCHERMD_BRON);
	assert_false(of(w, "WK999901")->heeft_waarde);
	/* in one wijk: the bounds hold there, and those of both for the gemeente */
	assert_int_equal(of(w, "WK999903")->teller.min, 1);
	assert_int_equal(of(w, "WK999903")->teller.max, 4);
	assert_int_equal(of(w, "GM9999")->teller.min, 20);
	assert_int_equal(of(w, "GM9999")->teller.max, 26);
}

static void a_period_that_was_delivered_by_wijk_stays_so(void **state)
{
	struct world *w = *state;

	figures(w);
	world_deliver(w, "vve", "2026-01-06T09:00:00");
	world_pair(w, "WK999901", NOW, 1, 2);
	supply(w, plain, ARRAY_LEN(plain));
	world_compute(w);
	assert_counts(of(w, "WK999901"), 1, 2);
	assert_false(uitkomst_geschat(of(w, "WK999901")));
	assert_int_equal(of(w, "WK999903")->status, STATUS_NIET_GELEVERD);
}

static void a_koppeling_of_other_wijken_does_not_count(void **state)
{
	static const struct link old[] = {{"1001", "WK999901", "2024", 1}, {"1002", "WK999901", "2024", 1},
		{"1003", "WK999902", "2024", 1}, {"1004", "WK999902", "2024", 1}};
	struct world *w = *state;

	figures(w);
	supply(w, old, ARRAY_LEN(old));
	world_compute(w);
	assert_counts(of(w, "GM9999"), 69, 75);
	assert_int_equal(of(w, "WK999901")->status, STATUS_NIET_GELEVERD);
}

static void a_new_koppeling_changes_the_wijken_and_an_earlier_stand_does_not_know_it(void **state)
{
	static const struct link moved[] = {{"1002", "WK999902", "2025", 1}};
	struct world *w = *state;
	int64_t first;

	figures(w);
	supply(w, plain, ARRAY_LEN(plain));
	first = w->levering;
	supply(w, moved, 1);
	world_compute(w);
	assert_counts(of(w, "WK999901"), 18, 20);
	assert_false(uitkomst_geschat(of(w, "WK999901")));
	world_compute_at(w, (struct stand){{0, 0, 0}, first}, NULL);
	assert_counts(of(w, "WK999901"), 23, 27);
	assert_true(uitkomst_geschat(of(w, "WK999901")));
}

static void assert_same(const struct uitkomst_list *a, const struct uitkomst_list *b)
{
	assert_int_equal(a->count, b->count);
	for (size_t i = 0; i < a->count; i++) {
		const struct uitkomst *x = &a->item[i], *y = &b->item[i];

		assert_ptr_equal(x->gebied, y->gebied);
		assert_int_equal(x->status, y->status);
		assert_int_equal(x->teller.min, y->teller.min);
		assert_int_equal(x->noemer.min, y->noemer.min);
		assert_string_equal(x->geschat_met ? x->geschat_met : "", y->geschat_met ? y->geschat_met : "");
	}
}

static void what_rests_on_a_delivery_comes_out_as_when_all_is_computed(void **state)
{
	static const char *const bron[] = {"vve", "pc4_wijk"};
	struct world *w = *state;
	struct stand now = {.tot_levering = 0};

	figures(w);
	supply(w, plain, ARRAY_LEN(plain));
	world_compute(w);
	for (size_t i = 0; i < ARRAY_LEN(bron); i++) {
		struct uitkomst_list some = {0};

		assert_ok(compute_run_bron(w->store, w->defs, &w->gebieden, now, bron[i], &some, &err));
		assert_same(&some, &w->uit);
		uitkomst_list_release(&some);
	}
}

static void a_sum_that_does_not_fit_is_refused(void **state)
{
	struct world *w = *state;
	struct stand now = {.tot_levering = 0};

	figures(w);
	row(w, "1005", NOW, "x", exact_value(INT64_MAX));
	world_row(w, "vve", "GM9999", NOW, "soort=a|via_pc4=1005", "x", exact_value(INT64_MAX));
	supply(w, plain, ARRAY_LEN(plain));
	assert_ok(definities_load(&w->defs, NULL, w->dir, "fictiedam", &err));
	assert_int_equal(compute_run(w->store, w->defs, &w->gebieden, now, NULL, &w->uit, &err), -1);
	err_release(&err);
}

int main(void)
{
	const struct CMUnitTest tests[] = {WITH_WORLD(a_code_in_one_wijk_is_counted_there),
		WITH_WORLD(a_code_in_two_wijken_gives_estimates_that_are_not_judged),
		WITH_WORLD(the_gemeente_is_counted_and_the_wijken_are_the_whole),
		WITH_WORLD(a_teller_stays_within_its_noemer),
		WITH_WORLD(nobody_divided_is_nobody_and_no_estimate),
		WITH_WORLD(a_code_that_is_partly_elsewhere_makes_the_gemeente_an_estimate),
		WITH_WORLD(a_code_without_a_known_wijk_counts_for_the_gemeente),
		WITH_WORLD(a_code_that_no_koppeling_knows_leaves_the_wijken_incomplete),
		WITH_WORLD(what_is_not_exact_is_not_divided),
		WITH_WORLD(a_period_that_was_delivered_by_wijk_stays_so),
		WITH_WORLD(a_koppeling_of_other_wijken_does_not_count),
		WITH_WORLD(a_new_koppeling_changes_the_wijken_and_an_earlier_stand_does_not_know_it),
		WITH_WORLD(what_rests_on_a_delivery_comes_out_as_when_all_is_computed),
		WITH_WORLD(a_sum_that_does_not_fit_is_refused)};

	return RUN_TESTS(tests);
}
