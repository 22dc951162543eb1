/* Figures of a wijk before it existed, from the wijken of the division before; and how whole children are divided.
 * Expected values: by hand. All numbers are fictional (fictief). */
#include "test.h"

#include "indicator/schatting.h"
#include "indicator_fixture.h"
#include "store/koppeling_store.h"

#define BEFORE periode_kwartaal(2024, 4)

/* ---- dividing ---- */

static void assert_divided(int64_t count, const int64_t *w, const int64_t *limit, size_t n, const int64_t *expected)
{
	int64_t out[8];

	assert_true(schatting_verdeel(count, w, limit, n, out));
	for (size_t i = 0; i < n; i++)
		assert_int_equal(out[i], expected[i]);
}

static void the_total_is_kept_in_whole_children(void **state)
{
	(void)state;
	/* quotas 3,33 3,33 3,33: the first gets what is left */
	assert_divided(10, (int64_t[]){1, 1, 1}, NULL, 3, (int64_t[]){4, 3, 3});
	/* quotas 1,4 2,1 3,5 */
	assert_divided(7, (int64_t[]){20, 30, 50}, NULL, 3, (int64_t[]){1, 2, 4});
	assert_divided(0, (int64_t[]){1, 2}, NULL, 2, (int64_t[]){0, 0});
	assert_divided(9, (int64_t[]){5}, NULL, 1, (int64_t[]){9});
}

static void a_part_is_never_more_than_its_limit(void **state)
{
	(void)state;
	/* quotas 1,6 and 2,4; the first has room for 1 only */
	assert_divided(4, (int64_t[]){4, 6}, (int64_t[]){1, 3}, 2, (int64_t[]){1, 3});
	/* the second round: one part must take two of what is left */
	assert_divided(5, (int64_t[]){1, 1, 1}, (int64_t[]){1, 1, 3}, 3, (int64_t[]){1, 1, 3});
	assert_false(schatting_verdeel(5, (int64_t[]){1, 1}, (int64_t[]){2, 2}, 2, (int64_t[2]){0}));
}

static void every_small_division_keeps_the_total_and_the_limits(void **state)
{
	(void)state;
	for (int64_t n = 0; n <= 12; n++)
		for (int64_t x = 0; x <= n; x++)
			for (int64_t a = 1; a <= 5; a++)
				for (int64_t b = 1; b <= 5; b++) {
					int64_t w[3] = {a, b, 3}, whole[3], part[3];

					assert_true(schatting_verdeel(n, w, NULL, 3, whole));
					assert_true(schatting_verdeel(x, w, whole, 3, part));
					assert_int_equal(whole[0] + whole[1] + whole[2], n);
					assert_int_equal(part[0] + part[1] + part[2], x);
					for (int i = 0; i < 3; i++)
						assert_true(part[i] >= 0 && part[i] <= whole[i]);
				}
}

static void what_does_not_fit_is_refused(void **state)
{
	int64_t out[2];

	(void)state;
	assert_false(schatting_verdeel(INT64_MAX, (int64_t[]){2, 1}, NULL, 2, out));
	assert_false(schatting_verdeel(1, (int64_t[]){INT64_MAX, 1}, NULL, 2, out));
	assert_false(schatting_verdeel(1, NULL, NULL, 0, out));
}

/* ---- wijken ---- */

struct link {
	const char *old, *young; /* codes in 2024 and 2025 */
	int64_t weight;
};

static void supply(struct world *w, const struct link *link, size_t count)
{
	world_deliver(w, "wijk_2024", "2026-01-10T09:00:00");
	assert_ok(store_begin(w->store, &err));
	for (size_t i = 0; i < count; i++)
		assert_ok(koppeling_store_add(w->store,
			&(struct koppeling){.levering = w->levering, .naam = "wijk_2024", .indeling = "2025",
				.code = link[i].old, .gewicht = link[i].weight,
				.gebied = world_gebied(w, link[i].young, "2025")->id},
			&err));
	assert_ok(store_commit(w->store, &err));
}

/* 2024: WK999901 went to 01 (60) and 02 (40), WK999902 to 02 (1) and 03 (2). */
static const struct link both[] = {{"WK999901", "WK999901", 60}, {"WK999901", "WK999902", 40},
	{"WK999902", "WK999902", 1}, {"WK999902", "WK999903", 2}};

static void figures(struct world *w)
{
	world_indicator(w, "A-01", SHARE);
	world_norms(w, NORM_92("wijk", "\"*\""));
	world_deliver(w, "vve", "2026-01-05T09:00:00");
	world_pair(w, "WK999901", BEFORE, 40, 50);
	world_pair(w, "WK999902", BEFORE, 19, 20);
	for (int q = 1; q <= 4; q++) {
		world_pair(w, "WK999901", periode_kwartaal(2025, q), 30, 33);
		world_pair(w, "WK999902", periode_kwartaal(2025, q), 24, 30);
		world_pair(w, "WK999903", periode_kwartaal(2025, q), 11, 13);
	}
}

static const struct uitkomst *of(const struct world *w, const char *code, const char *indeling, struct periode p)
{
	return uitkomst_find(&w->uit, "A-01", world_gebied(w, code, indeling), p);
}

static void without_a_koppeling_there_is_no_figure_before_the_division(void **state)
{
	struct world *w = *state;

	figures(w);
	world_compute(w);
	assert_null(of(w, "WK999901", "2025", BEFORE));
	assert_non_null(of(w, "WK999901", "2024", BEFORE));
}

static void an_estimate_is_a_value_and_nothing_else(void **state)
{
	struct world *w = *state;
	const struct uitkomst *u;

	figures(w);
	supply(w, both, ARRAY_LEN(both));
	world_compute(w);
	u = of(w, "WK999901", "2025", BEFORE);
	assert_non_null(u);
	assert_true(uitkomst_geschat(u));
	assert_counts(u, 24, 30); /* 60% of 40 and 50 */
	assert_true(u->heeft_waarde);
	assert_int_equal(u->status, STATUS_GEEN_OORDEEL);
	assert_int_equal(u->feit, FEIT_GEEN);
	assert_int_equal(u->zekerheid, ZEKERHEID_GEEN);
	assert_null(u->norm);
	assert_false(u->heeft_interval || u->heeft_tekort);
	assert_int_equal(u->geschat_count, 1);
	assert_ptr_equal(u->geschat_uit[0], world_gebied(w, "WK999901", "2024"));
	assert_int_equal(u->levering_count, 2); /* the counts and the koppeling */
	/* 16 of 20 from the one; of 19/20 a third: noemer 6,67 -> 7, teller 6,33 -> 6 */
	u = of(w, "WK999902", "2025", BEFORE);
	assert_counts(u, 22, 27);
	assert_int_equal(u->geschat_count, 2);
	assert_counts(of(w, "WK999903", "2025", BEFORE), 13, 13);
}

static void an_estimate_is_no_point_of_a_change_or_a_trend(void **state)
{
	struct world *w = *state;
	const struct uitkomst *u;

	figures(w);
	supply(w, both, ARRAY_LEN(both));
	world_compute(w);
	u = of(w, "WK999901", "2025", periode_kwartaal(2025, 4));
	assert_true(u->heeft_waarde);
	assert_false(uitkomst_geschat(u));
	assert_int_equal(u->verandering, VERANDERING_GEEN);
	assert_int_equal(u->trend.punten, 1);
	u = of(w, "WK999901", "2025", BEFORE);
	assert_int_equal(u->trend.woord, TREND_WOORD_GEEN);
	assert_int_equal(u->tempo.woord, TEMPO_WOORD_GEEN);
}

static void the_gemeente_and_the_old_wijken_stay_as_they_were(void **state)
{
	struct world *w = *state;

	figures(w);
	supply(w, both, ARRAY_LEN(both));
	world_compute(w);
	assert_counts(world_get(w, "A-01", "GM9999", BEFORE), 59, 70);
	assert_counts(of(w, "WK999901", "2024", BEFORE), 40, 50);
	assert_counts(of(w, "WK999901", "2025", periode_kwartaal(2025, 1)), 30, 33);
	assert_false(uitkomst_geschat(of(w, "WK999901", "2025", periode_kwartaal(2025, 1))));
}

static void what_is_not_known_is_not_divided(void **state)
{
	struct world *w = *state;

	world_indicator(w, "A-01", SHARE);
	world_deliver(w, "vve", "2026-01-05T09:00:00");
	world_row(w, "vve", "WK999901", BEFORE, "", "x", hidden_value(1, 4));
	world_row(w, "vve", "WK999901", BEFORE, "", "n", exact_value(50));
	world_row(w, "vve", "WK999902", BEFORE, "", "x", state_value(STAAT_ONBEKEND));
	world_row(w, "vve", "WK999902", BEFORE, "", "n", exact_value(20));
	supply(w, both, ARRAY_LEN(both));
	world_compute(w);
	assert_false(of(w, "WK999901", "2025", BEFORE)->heeft_waarde);
	assert_int_equal(of(w, "WK999901", "2025", BEFORE)->status, STATUS_NIET_TE_BEPALEN);
	assert_false(of(w, "WK999901", "2025", BEFORE)->teller.bekend);
	assert_int_equal(of(w, "WK999903", "2025", BEFORE)->status, STATUS_ONBEKEND);
}

static void a_koppeling_that_forgets_a_wijk_gives_no_number(void **state)
{
	struct world *w = *state;

	figures(w);
	supply(w, both, 2); /* says nothing of the old WK999902 */
	world_compute(w);
	assert_int_equal(of(w, "WK999901", "2025", BEFORE)->status, STATUS_ONVOLLEDIG);
	assert_false(of(w, "WK999901", "2025", BEFORE)->heeft_waarde);
	assert_null(of(w, "WK999903", "2025", BEFORE));
}

static void a_new_koppeling_changes_what_rests_on_it(void **state)
{
	struct world *w = *state;
	struct uitkomst_list some = {0};
	struct stand now = {.tot_levering = 0};

	figures(w);
	supply(w, both, ARRAY_LEN(both));
	world_compute(w);
	assert_ok(compute_run_bron(w->store, w->defs, &w->gebieden, now, "wijk_2024", &some, &err));
	assert_int_equal(some.count, w->uit.count);
	uitkomst_list_release(&some);
	assert_ok(compute_run_bron(w->store, w->defs, &w->gebieden, now, "vve", &some, &err));
	assert_int_equal(some.count, w->uit.count);
	uitkomst_list_release(&some);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(the_total_is_kept_in_whole_children),
		cmocka_unit_test(a_part_is_never_more_than_its_limit),
		cmocka_unit_test(every_small_division_keeps_the_total_and_the_limits),
		cmocka_unit_test(what_does_not_fit_is_refused),
		WITH_WORLD(without_a_koppeling_there_is_no_figure_before_the_division),
		WITH_WORLD(an_estimate_is_a_value_and_nothing_else),
		WITH_WORLD(an_estimate_is_no_point_of_a_change_or_a_trend),
		WITH_WORLD(the_gemeente_and_the_old_wijken_stay_as_they_were),
		WITH_WORLD(what_is_not_known_is_not_divided),
		WITH_WORLD(a_koppeling_that_forgets_a_wijk_gives_no_number),
		WITH_WORLD(a_new_koppeling_changes_what_rests_on_it)};

	return RUN_TESTS(tests);
}
