#include "disclosure_fixture.h"

#include "../attack/world.h"

static struct err err = ERR_INIT;
static const struct disclosure_rule five = {5, 10, false}, five_zero = {5, 10, true}, ten = {10, 10, false};

static void protect(struct puzzle *p)
{
	struct secondary_report report = {0};
	struct leak_list leaks = {0};

	assert_ok(puzzle_seal(p, &err));
	assert_ok(secondary_protect(p, 0, &report, &err));
	assert_int_equal(report.leak.count, 0);
	secondary_report_release(&report);
	/* The finished puzzle, audited afresh, has none either. */
	assert_ok(secondary_audit(p, 0, &leaks, &err));
	assert_int_equal(leaks.count, 0);
	leak_list_release(&leaks);
}

/* '-' hidden, 'o' open, per wijk and then the total. */
static void assert_pattern(const struct puzzle *p, const struct fix *fix, const char *pattern)
{
	for (size_t i = 0; i <= fix->count; i++) {
		const struct figuur *f = i < fix->count ? &fix->f[i] : &fix->total;
		char is = puzzle_is_visible(p, f->x) ? 'o' : '-';

		if (is != pattern[i])
			fail_msg("wijk %zu: %c, verwacht %c (%s)", i, is, pattern[i], pattern);
	}
}

static void assert_known_to_reader(const struct puzzle *p, size_t cell, int64_t low, int64_t high)
{
	const struct attacker reader = ATTACKER_READER;
	struct deduction *out = calloc(p->cell_count, sizeof(*out));
	struct deduce *d = deduce_new(p, 0);

	assert_non_null(out);
	assert_ok(deduce_all(d, &reader, out, &err));
	assert_int_equal(out[cell].low, low);
	assert_int_equal(out[cell].high, high);
	free(out);
	deduce_free(d);
}

/* ---- the vectors of calculation.md E.5 ----------------------------------------------------- */

static void one_small_wijk_takes_the_smallest_other_with_it(void **state)
{
	const int64_t x[] = {92, 118, 75, 8, 168}, n[] = {104, 124, 88, 11, 180};
	struct puzzle p = PUZZLE_INIT;
	struct fix fix = fix_table(&p, five, x, n, 5);

	(void)state;
	protect(&p);
	assert_pattern(&p, &fix, "oo--oo");
	assert_known_to_reader(&p, fix.f[3].x, 0, 11);
	puzzle_release(&p);
}

static void two_small_wijken_with_too_few_children_take_a_third(void **state)
{
	const int64_t x[] = {92, 118, 75, 8, 168, 20}, n[] = {104, 124, 88, 11, 180, 21};
	struct puzzle p = PUZZLE_INIT;
	struct fix fix = fix_table(&p, five, x, n, 6);

	(void)state;
	protect(&p);
	assert_pattern(&p, &fix, "oo--o-o");
	puzzle_release(&p);
}

static void everybody_reached_is_no_exemption(void **state)
{
	const int64_t x[] = {3, 3, 54, 78}, n[] = {3, 3, 60, 100};
	const struct disclosure_rule rules[] = {five, five_zero};

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct puzzle p = PUZZLE_INIT;
		struct fix fix = fix_table(&p, rules[i], x, n, 4);

		protect(&p);
		assert_pattern(&p, &fix, "---oo");
		puzzle_release(&p);
	}
}

static void a_small_difference_within_a_family_hides_the_smaller_count(void **state)
{
	struct puzzle p = PUZZLE_INIT;
	size_t n = figuur_noemer(&p, five, 40, FIGUUR_WIJK, PUZZLE_NONE);
	struct figuur opvang = figuur_teller(&p, five, 30, n, FIGUUR_WIJK, PUZZLE_NONE);
	struct figuur ve = figuur_teller(&p, five, 27, n, FIGUUR_WIJK, PUZZLE_NONE);
	size_t between = figuur_nest(&p, five.k, opvang.x, ve.x);

	(void)state;
	protect(&p);
	assert_true(puzzle_is_visible(&p, opvang.x));
	assert_false(puzzle_is_visible(&p, ve.x));
	assert_true(puzzle_is_visible(&p, n));
	assert_known_to_reader(&p, between, 0, 30);
	puzzle_release(&p);
}

/* ---- two-way, hierarchy, periods ------------------------------------------------------------ */

/* Wijk x sector: the pattern of t1 of the reference is made safe by a rectangle, as in t2. */
static void a_cross_table_gets_a_rectangle(void **state)
{
	const int64_t v[4][3] = {{12, 9, 21}, {3, 8, 11}, {7, 2, 9}, {22, 19, 41}};
	struct puzzle p = PUZZLE_INIT;
	struct figuur f[4][3];

	(void)state;
	for (size_t i = 0; i < 4; i++)
		for (size_t j = 0; j < 3; j++)
			f[i][j] = figuur_teller(&p, five, v[i][j], PUZZLE_NONE,
				i == 3 || j == 2 ? FIGUUR_TOTAAL : FIGUUR_WIJK, PUZZLE_NONE);
	for (size_t i = 0; i < 4; i++)
		puzzle_add_sum(&p, f[i][2].x, (size_t[]){f[i][0].x, f[i][1].x}, 2, 5);
	for (size_t j = 0; j < 3; j++)
		puzzle_add_sum(&p, f[3][j].x, (size_t[]){f[0][j].x, f[1][j].x, f[2][j].x}, 3, 5);
	protect(&p);
	for (size_t i = 0; i < 4; i++)
		for (size_t j = 0; j < 3; j++)
			assert_int_equal(puzzle_is_visible(&p, f[i][j].x), i == 0 || i == 3 || j == 2);
	puzzle_release(&p);
}

/* Buurt 11 (4) is the only small one of wijk 1; wijk 2 is 4, so that a second wijk must go too. */
static void a_hidden_wijk_hides_within_the_gemeente_too(void **state)
{
	const int64_t buurt[2][3] = {{4, 14, 9}, {4, 0, 0}};
	struct puzzle p = PUZZLE_INIT;
	struct figuur wijk[3], all;

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		size_t part[3];

		wijk[i] = figuur_teller(&p, five_zero, buurt[i][0] + buurt[i][1] + buurt[i][2], PUZZLE_NONE,
			FIGUUR_WIJK, PUZZLE_NONE);
		for (size_t j = 0; j < 3; j++)
			part[j] = figuur_teller(&p, five_zero, buurt[i][j], PUZZLE_NONE, FIGUUR_WIJK,
				PUZZLE_NONE).x;
		puzzle_add_sum(&p, wijk[i].x, part, 3, 5);
	}
	wijk[2] = figuur_teller(&p, five_zero, 30, PUZZLE_NONE, FIGUUR_WIJK, PUZZLE_NONE);
	all = figuur_teller(&p, five_zero, 61, PUZZLE_NONE, FIGUUR_TOTAAL, PUZZLE_NONE);
	puzzle_add_sum(&p, all.x, (size_t[]){wijk[0].x, wijk[1].x, wijk[2].x}, 3, 5);
	protect(&p);
	assert_true(puzzle_is_visible(&p, all.x));
	assert_false(puzzle_is_visible(&p, wijk[1].x));
	/* Exactly one of the two others goes with it. */
	assert_int_not_equal(puzzle_is_visible(&p, wijk[0].x), puzzle_is_visible(&p, wijk[2].x));
	puzzle_release(&p);
}

/* Two figures cost nearly the same; the one hidden in the quarter before is hidden again. */
static void the_pattern_holds_over_periods(void **state)
{
	const int64_t n[2][5] = {{104, 88, 90, 11, 180}, {104, 91, 89, 40, 180}};
	const int64_t x[2][5] = {{92, 75, 76, 8, 168}, {92, 75, 74, 38, 168}};
	struct puzzle p = PUZZLE_INIT;
	struct fix q[2] = {{0}, {0}};

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		fix_noemers(&p, &q[i], five, n[i], 5);
		fix_tellers(&p, &q[i], five, x[i], 0);
	}
	protect(&p);
	assert_pattern(&p, &q[0], "o-o-oo");
	assert_pattern(&p, &q[1], "o-o-oo"); /* 89 would have been the smaller one */
	puzzle_release(&p);
}

/* 10 children for sensitive indicators: 8 of 60 is hidden, and its company must leave ten numbers open. */
static void sensitive_indicators_ask_ten(void **state)
{
	const int64_t x[] = {8, 30, 45, 50}, n[] = {60, 90, 100, 120};
	struct puzzle p = PUZZLE_INIT;
	struct fix fix = fix_table(&p, ten, x, n, 4);

	(void)state;
	protect(&p);
	assert_pattern(&p, &fix, "--ooo");
	puzzle_release(&p);
}

/* The increment of a cumulative count is 3; the quarter before is published, this one is not shown (R8). */
static void a_small_growth_is_hidden(void **state)
{
	struct puzzle p = PUZZLE_INIT;
	size_t first = puzzle_add_known(&p, 20);
	struct figuur second = figuur_teller(&p, five, 23, PUZZLE_NONE, FIGUUR_WIJK, PUZZLE_NONE);
	struct figuur third = figuur_teller(&p, five, 31, PUZZLE_NONE, FIGUUR_WIJK, PUZZLE_NONE);
	size_t growth = figuur_change(&p, 5, first, second.x);

	(void)state;
	figuur_change(&p, 5, second.x, third.x);
	protect(&p);
	assert_false(puzzle_is_visible(&p, second.x));
	assert_true(puzzle_is_visible(&p, third.x));
	assert_known_to_reader(&p, growth, 0, 11);
	puzzle_release(&p);
}

/* A correction of 2 children against what was published before: the new number is not shown. */
static void a_small_correction_is_hidden(void **state)
{
	struct puzzle p = PUZZLE_INIT;
	size_t old = puzzle_add_known(&p, 40);
	struct figuur now = figuur_teller(&p, five, 42, PUZZLE_NONE, FIGUUR_WIJK, PUZZLE_NONE);

	(void)state;
	figuur_change(&p, 5, old, now.x);
	protect(&p);
	assert_false(puzzle_is_visible(&p, now.x));
	puzzle_release(&p);
}

/* ---- who knows more ------------------------------------------------------------------------- */

/* Three hidden counts of 1, 4 and 6 sum to 11: safe for a reader, and the child that is alone in its cell learns
 * no other exactly. With 1 and 4 alone it would know the 4. */
static void an_insider_learns_nothing_exactly(void **state)
{
	const int64_t v[] = {1, 4, 6, 30};
	struct puzzle p = PUZZLE_INIT;
	struct figuur f[4], all = {0};
	size_t part[4];
	struct leak_list leaks = {0};

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		f[i] = figuur_teller(&p, five_zero, v[i], PUZZLE_NONE, FIGUUR_WIJK, PUZZLE_NONE);
		part[i] = f[i].x;
	}
	all = figuur_teller(&p, five_zero, 41, PUZZLE_NONE, FIGUUR_TOTAAL, PUZZLE_NONE);
	puzzle_add_sum(&p, all.x, part, 4, 5);
	assert_ok(puzzle_seal(&p, &err));
	/* 1 and 4 hidden: together 5, each 0 to 5, so the reader learns little. */
	assert_ok(secondary_audit(&p, 0, &leaks, &err));
	assert_int_equal(leaks.count, 1);
	assert_int_equal(leaks.item[0].soort, LEAK_INSIDER);
	assert_int_equal(leaks.item[0].insider, f[0].x);
	assert_int_equal(leaks.item[0].cell, f[1].x);
	leak_list_release(&leaks);
	p.unit[f[2].unit].state = PUZZLE_UNIT_SECONDARY;
	assert_ok(secondary_audit(&p, 0, &leaks, &err));
	assert_int_equal(leaks.count, 0);
	leak_list_release(&leaks);
	puzzle_release(&p);
}

/* Two wijken of 3 and 4 children, hidden whole. A reader who has the noemers elsewhere must still not learn how
 * many of them were reached. */
static void noemers_from_elsewhere_give_no_tellers(void **state)
{
	const int64_t x[] = {3, 0, 54, 78}, n[] = {3, 4, 60, 100};
	const struct attacker elsewhere = {true, PUZZLE_NONE};
	struct puzzle p = PUZZLE_INIT;
	struct fix fix = fix_table(&p, five_zero, x, n, 4);
	struct deduction *out;
	struct deduce *d;

	(void)state;
	protect(&p);
	out = calloc(p.cell_count, sizeof(*out));
	assert_non_null(out);
	d = deduce_new(&p, 0);
	assert_ok(deduce_all(d, &elsewhere, out, &err));
	assert_int_equal(out[fix.f[0].x].low, 0);
	assert_int_equal(out[fix.f[0].x].high, 3);
	assert_int_equal(out[fix.f[1].x].low, 0);
	assert_int_equal(out[fix.f[1].x].high, 4);
	deduce_free(d);
	free(out);
	puzzle_release(&p);
}

/* ---- what cannot be, and what was never ours ------------------------------------------------ */

static void what_cannot_be_made_safe_is_refused(void **state)
{
	struct puzzle p = PUZZLE_INIT;
	struct secondary_report report = {0};
	size_t total = puzzle_add_known(&p, 23), old = puzzle_add_known(&p, 20);
	struct figuur small = figuur_teller(&p, five, 3, PUZZLE_NONE, FIGUUR_WIJK, PUZZLE_NONE);

	(void)state;
	/* An earlier publication gave 20 and 23 away. */
	puzzle_add_sum(&p, total, (size_t[]){old, small.x}, 2, 5);
	assert_ok(puzzle_seal(&p, &err));
	assert_refused(secondary_protect(&p, 0, &report, &err), "niet veilig te publiceren");
	assert_true(report.leak.count > 0);
	assert_int_equal(report.leak.item[0].cell, small.x);
	secondary_report_release(&report);
	puzzle_release(&p);
}

static void too_little_work_publishes_nothing(void **state)
{
	const int64_t v[3][3] = {{3, 8, 7}, {6, 2, 9}, {9, 7, 4}};
	struct puzzle p = PUZZLE_INIT;
	struct secondary_report report = {0};
	struct figuur f[3][3], row[3], col[3];

	(void)state;
	for (size_t i = 0; i < 3; i++)
		for (size_t j = 0; j < 3; j++)
			f[i][j] = figuur_teller(&p, five, v[i][j], PUZZLE_NONE, FIGUUR_WIJK, PUZZLE_NONE);
	for (size_t i = 0; i < 3; i++) {
		row[i].x = puzzle_add_known(&p, v[i][0] + v[i][1] + v[i][2]);
		col[i].x = puzzle_add_known(&p, v[0][i] + v[1][i] + v[2][i]);
		puzzle_add_sum(&p, row[i].x, (size_t[]){f[i][0].x, f[i][1].x, f[i][2].x}, 3, 5);
		puzzle_add_sum(&p, col[i].x, (size_t[]){f[0][i].x, f[1][i].x, f[2][i].x}, 3, 5);
	}
	assert_ok(puzzle_seal(&p, &err));
	assert_refused(secondary_protect(&p, 10, &report, &err), "niet veilig te publiceren");
	secondary_report_release(&report);
	puzzle_release(&p);
}

/* "<5" as the source published it: its true value is unknown to us too. It may not be narrowed, and our own small
 * number beside it may not follow from it. */
static void a_count_hidden_by_the_source_is_taken_along(void **state)
{
	struct puzzle p = PUZZLE_INIT;
	struct figuur open[3], total;
	size_t source = puzzle_add_hidden(&p, 1, 4), part[4];
	const int64_t v[3] = {12, 30, 3};

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		open[i] = figuur_teller(&p, five, v[i], PUZZLE_NONE, FIGUUR_WIJK, PUZZLE_NONE);
		part[i] = open[i].x;
	}
	part[3] = source;
	total = figuur_teller(&p, five, 48, PUZZLE_NONE, FIGUUR_TOTAAL, PUZZLE_NONE);
	puzzle_add_sum(&p, total.x, part, 4, 5);
	protect(&p);
	assert_false(puzzle_is_visible(&p, open[2].x));
	assert_false(puzzle_is_visible(&p, open[0].x)); /* else 3 would be 2 to 5 */
	assert_true(puzzle_is_visible(&p, open[1].x));
	assert_known_to_reader(&p, source, 1, 4);
	puzzle_release(&p);
}

/* One child in the opvang of a wijk; who that is, knows whether it follows VE. Another wijk is not about that child. */
static void who_is_alone_learns_nothing_of_others_from_a_part_of_his_own_cell(void **state)
{
	(void)state;
	for (int elsewhere = 0; elsewhere < 2; elsewhere++) {
		struct puzzle p = PUZZLE_INIT;
		struct leak_list leaks = {0};
		size_t opvang = puzzle_add_latent(&p, 1), ve = puzzle_add_latent(&p, 1);
		size_t rest = puzzle_add_latent(&p, 0), total;

		puzzle_set_primary(&p, opvang, 5);
		puzzle_set_primary(&p, ve, 5);
		p.cell[opvang].min = p.cell[ve].min = 1;
		p.cell[opvang].max = p.cell[ve].max = 4;
		if (elsewhere) { /* not a part of it, but with it a total the reader has */
			total = puzzle_add_known(&p, 2);
			puzzle_add_sum(&p, total, (size_t[]){opvang, ve}, 2, 0);
		} else {
			puzzle_add_sum(&p, opvang, (size_t[]){ve, rest}, 2, 0);
		}
		assert_ok(puzzle_seal(&p, &err));
		assert_ok(secondary_audit(&p, 0, &leaks, &err));
		assert_int_equal(leaks.count > 0, elsewhere);
		leak_list_release(&leaks);
		puzzle_release(&p);
	}
}

static void the_same_puzzle_gives_the_same_pattern(void **state)
{
	struct world *a = malloc(sizeof(*a)), *b = malloc(sizeof(*b));

	(void)state;
	assert_non_null(a);
	assert_non_null(b);
	for (uint64_t nr = 0; nr < 70; nr++) {
		struct secondary_report ra = {0}, rb = {0};
		int sa, sb;

		world_make(a, nr);
		world_make(b, nr);
		assert_ok(puzzle_seal(&a->p, &err));
		assert_ok(puzzle_seal(&b->p, &err));
		sa = secondary_protect(&a->p, 0, &ra, &err);
		err_release(&err);
		sb = secondary_protect(&b->p, 0, &rb, &err);
		err_release(&err);
		assert_int_equal(sa, sb);
		assert_int_equal(ra.cost, rb.cost);
		for (size_t u = 0; u < a->p.unit_count; u++)
			assert_int_equal(a->p.unit[u].state, b->p.unit[u].state);
		secondary_report_release(&ra);
		secondary_report_release(&rb);
		world_release(a);
		world_release(b);
	}
	free(a);
	free(b);
}

/* ---- against the optimum -------------------------------------------------------------------- */

/* All choices of secondary units, cheapest first, until none is cheaper than the best safe one. */
struct optimum {
	struct puzzle *p;
	size_t unit[64], count;
	int64_t best;
	unsigned audits;
};
enum { OPTIMUM_AUDITS = 3000 };

static bool is_safe(struct optimum *o)
{
	struct leak_list leaks = {0};
	bool safe;

	o->audits++;
	assert_ok(secondary_audit(o->p, 0, &leaks, &err));
	safe = leaks.count == 0;
	leak_list_release(&leaks);
	return safe;
}

static void optimum_try(struct optimum *o, size_t from, int64_t cost)
{
	if (o->audits > OPTIMUM_AUDITS || cost >= o->best)
		return;
	if (is_safe(o)) {
		o->best = cost;
		return;
	}
	for (size_t i = from; i < o->count; i++) {
		struct puzzle_unit *u = &o->p->unit[o->unit[i]];

		if (cost + u->cost >= o->best)
			break;
		u->state = PUZZLE_UNIT_SECONDARY;
		optimum_try(o, i + 1, cost + u->cost);
		u->state = PUZZLE_UNIT_OPEN;
	}
}

/* Opens what was hidden and looks for better; false when there was too much to try. */
static bool optimum_find(struct puzzle *p, int64_t found, int64_t *best)
{
	struct optimum o = {.p = p, .best = found};

	for (size_t u = 0; u < p->unit_count; u++) {
		size_t at = o.count;

		if (p->unit[u].state == PUZZLE_UNIT_SECONDARY)
			p->unit[u].state = PUZZLE_UNIT_OPEN;
		if (p->unit[u].state != PUZZLE_UNIT_OPEN || p->unit[u].cost == 0)
			continue;
		assert_true(o.count < ARRAY_LEN(o.unit));
		for (; at > 0 && p->unit[o.unit[at - 1]].cost > p->unit[u].cost; at--)
			o.unit[at] = o.unit[at - 1];
		o.unit[at] = u;
		o.count++;
	}
	optimum_try(&o, 0, 0);
	*best = o.best;
	return o.audits <= OPTIMUM_AUDITS;
}

/* Every world is about children, so costs of different tables are not added; each ratio counts once. */
static void the_loss_is_close_to_the_optimum(void **state)
{
	struct world *w = malloc(sizeof(*w));
	double sum = 0, worst = 1;
	unsigned tables = 0, equal = 0;

	(void)state;
	assert_non_null(w);
	for (uint64_t nr = 0; nr < 700; nr++) {
		struct secondary_report report = {0};
		int64_t best = 0;

		world_make(w, nr);
		assert_ok(puzzle_seal(&w->p, &err));
		if (secondary_protect(&w->p, 0, &report, &err))
			err_release(&err);
		else if (report.cost > 0 && optimum_find(&w->p, report.cost, &best)) {
			double ratio = (double)report.cost / (double)best;

			tables++;
			equal += report.cost == best;
			sum += ratio;
			worst = ratio > worst ? ratio : worst;
		}
		secondary_report_release(&report);
		world_release(w);
	}
	free(w);
	print_message("# verlies tegen het optimum: %u tabellen, %u gelijk, gemiddeld %.4f, hoogste %.2f\n", tables,
		equal, sum / tables, worst);
	assert_true(tables > 300);
	assert_true(sum / tables < 1.02);
	assert_true(equal * 100 > tables * 95);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_small_wijk_takes_the_smallest_other_with_it),
		cmocka_unit_test(two_small_wijken_with_too_few_children_take_a_third),
		cmocka_unit_test(everybody_reached_is_no_exemption),
		cmocka_unit_test(a_small_difference_within_a_family_hides_the_smaller_count),
		cmocka_unit_test(a_cross_table_gets_a_rectangle),
		cmocka_unit_test(a_hidden_wijk_hides_within_the_gemeente_too),
		cmocka_unit_test(the_pattern_holds_over_periods),
		cmocka_unit_test(sensitive_indicators_ask_ten),
		cmocka_unit_test(a_small_growth_is_hidden),
		cmocka_unit_test(a_small_correction_is_hidden),
		cmocka_unit_test(an_insider_learns_nothing_exactly),
		cmocka_unit_test(noemers_from_elsewhere_give_no_tellers),
		cmocka_unit_test(what_cannot_be_made_safe_is_refused),
		cmocka_unit_test(too_little_work_publishes_nothing),
		cmocka_unit_test(a_count_hidden_by_the_source_is_taken_along),
		cmocka_unit_test(who_is_alone_learns_nothing_of_others_from_a_part_of_his_own_cell),
		cmocka_unit_test(the_same_puzzle_gives_the_same_pattern),
		cmocka_unit_test(the_loss_is_close_to_the_optimum),
	};

	return RUN_TESTS(tests);
}
