/* What a reader can work out, against the scenarios of ../shared/reference/disclosure and against enumerating
 * every solution of small random puzzles. */
#include "refcsv.h"

#include "publish/deduce.h"

static struct err err = ERR_INIT;
static const struct attacker reader = ATTACKER_READER;

static void seal(struct puzzle *p)
{
	assert_ok(puzzle_seal(p, &err));
}

static struct deduction *solve(const struct puzzle *p)
{
	struct deduction *out = calloc(p->cell_count + 1, sizeof(*out));
	struct deduce *d = deduce_new(p, 0);

	assert_non_null(out);
	assert_ok(deduce_all(d, &reader, out, &err));
	assert_false(deduce_gave_up(d));
	deduce_free(d);
	return out;
}

/* The interval is proven from both sides. */
static void assert_interval(const struct deduction *d, int64_t low, int64_t high)
{
	assert_int_equal(d->low, low);
	assert_int_equal(d->high, high);
	assert_int_equal(d->seen_low, low);
	assert_int_equal(d->seen_high, high);
}

/* ---- by hand ------------------------------------------------------------------------------ */

static void two_hidden_parts_share_what_is_left(void **state)
{
	struct puzzle p = PUZZLE_INIT;
	size_t total = puzzle_add_known(&p, 40), part[3];
	struct deduction *d;

	(void)state;
	part[0] = puzzle_add_known(&p, 25);
	part[1] = puzzle_add_hidden(&p, 0, PUZZLE_CEILING);
	part[2] = puzzle_add_hidden(&p, 1, 4);
	puzzle_add_sum(&p, total, part, 3, 0);
	seal(&p);
	d = solve(&p);
	assert_interval(&d[part[1]], 11, 14);
	assert_interval(&d[part[2]], 1, 4);
	assert_interval(&d[part[0]], 25, 25);
	free(d);
	puzzle_release(&p);
}

static void what_nothing_holds_has_no_upper_end(void **state)
{
	struct puzzle p = PUZZLE_INIT;
	size_t a = puzzle_add_hidden(&p, 0, PUZZLE_CEILING), b = puzzle_add_hidden(&p, 3, PUZZLE_CEILING);
	size_t sum = puzzle_add_hidden(&p, 0, PUZZLE_CEILING), part[2] = {a, b};
	struct deduction *d;

	(void)state;
	puzzle_add_sum(&p, sum, part, 2, 0);
	seal(&p);
	d = solve(&p);
	assert_interval(&d[a], 0, PUZZLE_CEILING - 3);
	assert_interval(&d[sum], 3, PUZZLE_CEILING);
	free(d);
	puzzle_release(&p);
}

/* Bounds alone see nothing here: three pairs with known sums, x+y, y+z, x+z, are solved by elimination. */
static void equations_are_combined(void **state)
{
	struct puzzle p = PUZZLE_INIT;
	size_t x = puzzle_add_hidden(&p, 0, 100), y = puzzle_add_hidden(&p, 0, 100),
	       z = puzzle_add_hidden(&p, 0, 100);
	size_t sum = puzzle_add_known(&p, 50), xy[2] = {x, y}, yz[2] = {y, z}, xz[2] = {x, z};
	struct deduction *d;

	(void)state;
	puzzle_add_sum(&p, sum, xy, 2, 0);
	puzzle_add_sum(&p, puzzle_add_known(&p, 60), yz, 2, 0);
	puzzle_add_sum(&p, puzzle_add_known(&p, 70), xz, 2, 0);
	seal(&p);
	d = solve(&p);
	assert_interval(&d[x], 30, 30);
	assert_interval(&d[y], 20, 20);
	assert_interval(&d[z], 40, 40);
	free(d);
	puzzle_release(&p);
}

/* x + y + z odd, and pairs equal: fractions solve it, whole numbers do not. */
static void a_fraction_is_not_a_number_of_children(void **state)
{
	struct puzzle p = PUZZLE_INIT;
	size_t x = puzzle_add_hidden(&p, 0, 9), y = puzzle_add_hidden(&p, 0, 9), z = puzzle_add_hidden(&p, 0, 1);
	struct puzzle_term same[2] = {{x, 1}, {y, -1}}, all[3] = {{x, 1}, {y, 1}, {z, 1}};
	struct deduction *d;

	(void)state;
	puzzle_add_row(&p, same, 2, 0, 0);
	puzzle_add_row(&p, all, 3, 7, 7);
	seal(&p);
	d = solve(&p);
	assert_interval(&d[x], 3, 3);
	assert_interval(&d[z], 1, 1);
	free(d);
	puzzle_release(&p);
}

/* 3x + 5y = 61 has x in 2, 7, 12, 17: the ends are whole solutions, the LP ends 0 and 20 are not. */
static void ends_are_whole_solutions(void **state)
{
	struct puzzle p = PUZZLE_INIT;
	size_t x = puzzle_add_hidden(&p, 0, 100), y = puzzle_add_hidden(&p, 0, 100), z = puzzle_add_hidden(&p, 0, 100);
	struct puzzle_term t[2] = {{x, 3}, {y, 5}}, u[2] = {{y, 1}, {z, 1}};
	struct deduction *d;

	(void)state;
	puzzle_add_row(&p, t, 2, 61, 61);
	puzzle_add_row(&p, u, 2, 50, 50);
	seal(&p);
	d = solve(&p);
	assert_interval(&d[x], 2, 17);
	assert_interval(&d[y], 2, 11);
	assert_interval(&d[z], 39, 48);
	free(d);
	puzzle_release(&p);
}

static void numbers_that_contradict_are_refused(void **state)
{
	struct puzzle p = PUZZLE_INIT;
	size_t total = puzzle_add_known(&p, 10), part[2];
	struct deduction out[3];
	struct deduce *d;

	(void)state;
	part[0] = puzzle_add_known(&p, 7);
	part[1] = puzzle_add_hidden(&p, 0, 2);
	puzzle_add_sum(&p, total, part, 2, 0);
	seal(&p);
	d = deduce_new(&p, 0);
	assert_refused(deduce_all(d, &reader, out, &err), "spreken elkaar tegen");
	deduce_free(d);
	puzzle_release(&p);
	total = puzzle_add_known(&p, 10);
	part[0] = puzzle_add_known(&p, 7);
	part[1] = puzzle_add_known(&p, 2);
	puzzle_add_sum(&p, total, part, 2, 0);
	assert_refused(puzzle_seal(&p, &err), "spreken elkaar tegen");
	puzzle_release(&p);
}

/* Only whole numbers contradict: 2x = 2y + 1. */
static void a_contradiction_of_whole_numbers_is_found(void **state)
{
	struct puzzle p = PUZZLE_INIT;
	size_t x = puzzle_add_hidden(&p, 0, 9), y = puzzle_add_hidden(&p, 0, 9), z = puzzle_add_hidden(&p, 0, 9);
	struct puzzle_term t[2] = {{x, 2}, {y, -2}}, u[3] = {{x, 1}, {y, 1}, {z, 1}};
	struct deduction out[3];
	struct deduce *d;

	(void)state;
	puzzle_add_row(&p, t, 2, 1, 1);
	puzzle_add_row(&p, u, 3, 9, 9);
	seal(&p);
	d = deduce_new(&p, 0);
	assert_refused(deduce_all(d, &reader, out, &err), "spreken elkaar tegen");
	deduce_free(d);
	puzzle_release(&p);
}

/* Too little work: what is proven from outside stays true, what was seen stays seen, and it is said. */
static void running_out_of_work_is_said(void **state)
{
	struct puzzle p = PUZZLE_INIT;
	size_t cell[4][4], row_total, column_total, line[4];
	struct deduction out[24];
	struct deduce *d;

	(void)state;
	for (size_t i = 0; i < 4; i++)
		for (size_t j = 0; j < 4; j++) {
			size_t unit = puzzle_add_unit(&p, 1, PUZZLE_NONE);

			cell[i][j] = puzzle_add_printed(&p, 7, unit);
			p.unit[unit].state = PUZZLE_UNIT_SECONDARY;
		}
	for (size_t i = 0; i < 4; i++) {
		row_total = puzzle_add_known(&p, 28);
		puzzle_add_sum(&p, row_total, cell[i], 4, 0);
		column_total = puzzle_add_known(&p, 28);
		for (size_t j = 0; j < 4; j++)
			line[j] = cell[j][i];
		puzzle_add_sum(&p, column_total, line, 4, 0);
	}
	seal(&p);
	d = deduce_new(&p, 30);
	assert_ok(deduce_all(d, &reader, out, &err));
	assert_true(deduce_gave_up(d));
	for (size_t i = 0; i < 16; i++) {
		assert_true(out[i].low <= out[i].seen_low && out[i].seen_low <= 7);
		assert_true(out[i].high >= out[i].seen_high && out[i].seen_high >= 7);
		assert_true(out[i].high <= 28);
	}
	deduce_free(d);
	puzzle_release(&p);
}

/* ---- printed figures that say something of a hidden count ---------------------------------- */

/* calculation.md E.1: 80 of 87 prints 91,9%, rounded down because the norm is 92. */
static void a_percentage_leaves_few_tellers(void **state)
{
	struct puzzle p = PUZZLE_INIT;
	size_t n = puzzle_add_known(&p, 87), x = puzzle_add_hidden(&p, 0, PUZZLE_CEILING);
	size_t m = puzzle_add_known(&p, 2000), y = puzzle_add_hidden(&p, 0, PUZZLE_CEILING);
	struct deduction *d;

	(void)state;
	puzzle_add_ratio(&p, x, n, 100, (struct decimal){919, 1}, -1);
	puzzle_add_ratio(&p, y, m, 100, (struct decimal){919, 1}, 0);
	seal(&p);
	d = solve(&p);
	assert_interval(&d[x], 80, 80);
	assert_interval(&d[y], 1837, 1838); /* 91,85 <= % < 91,95 */
	free(d);
	puzzle_release(&p);
}

static void a_percentage_ties_two_hidden_counts(void **state)
{
	struct puzzle p = PUZZLE_INIT;
	size_t n = puzzle_add_hidden(&p, 1, 30), x = puzzle_add_hidden(&p, 0, 30);
	struct deduction *d;

	(void)state;
	puzzle_add_ratio(&p, x, n, 100, (struct decimal){857, 1}, 0); /* 6/7, 12/14, 18/21, 24/28 */
	seal(&p);
	d = solve(&p);
	assert_interval(&d[x], 6, 24);
	assert_interval(&d[n], 7, 28);
	free(d);
	puzzle_release(&p);
}

/* calculation.md E.1: 92% of 87 asks 81; short 1 means 80 reached, short 0 means 81 or more. */
static void a_shortage_gives_the_count(void **state)
{
	const struct fraction norm = {23, 25};
	struct puzzle p = PUZZLE_INIT;
	size_t n = puzzle_add_known(&p, 87), x = puzzle_add_hidden(&p, 0, 87), y = puzzle_add_hidden(&p, 0, 87);
	struct deduction *d;

	(void)state;
	puzzle_add_tekort(&p, x, n, norm, 1);
	puzzle_add_tekort(&p, y, n, norm, 0);
	seal(&p);
	d = solve(&p);
	assert_interval(&d[x], 80, 80);
	assert_interval(&d[y], 81, 87);
	free(d);
	puzzle_release(&p);
}

/* Each true pair satisfies what its own printed form says, whatever way it was rounded. */
static void a_true_figure_never_contradicts_its_print(void **state)
{
	const struct fraction norm = {23, 25};

	(void)state;
	for (int64_t n = 1; n <= 60; n++)
		for (int64_t x = 0; x <= n; x++) {
			struct puzzle p = PUZZLE_INIT;
			size_t cx = puzzle_add_latent(&p, x), cn = puzzle_add_latent(&p, n);
			int64_t need = (23 * n + 24) / 25, half = (x * 2000 + n) / (2 * n);

			puzzle_add_ratio(&p, cx, cn, 100, (struct decimal){half, 1}, 0);
			puzzle_add_ratio(&p, cx, cn, 100, (struct decimal){x * 1000 / n, 1}, -1);
			puzzle_add_ratio(&p, cx, cn, 100, (struct decimal){(x * 1000 + n - 1) / n, 1}, 1);
			puzzle_add_tekort(&p, cx, cn, norm, x < need ? need - x : 0);
			seal(&p);
			puzzle_release(&p);
		}
}

/* ---- every solution of small random puzzles ------------------------------------------------ */

static uint64_t seed_state;

static int64_t draw(int64_t below)
{
	seed_state ^= seed_state << 13;
	seed_state ^= seed_state >> 7;
	seed_state ^= seed_state << 17;
	return (int64_t)(seed_state % (uint64_t)below);
}

enum { VARS = 6, TOP = 7 };

struct small {
	size_t rows;
	int64_t factor[4][VARS], low[4], high[4];
};

static void small_draw(struct small *s)
{
	memset(s, 0, sizeof(*s));
	s->rows = 2 + (size_t)draw(3);
	for (size_t r = 0; r < s->rows; r++) {
		int64_t sum = 0;

		for (size_t v = 0; v < VARS; v++) {
			s->factor[r][v] = draw(3) == 0 ? draw(9) - 4 : draw(3) - 1;
			sum += s->factor[r][v] * draw(TOP);
		}
		s->low[r] = s->high[r] = sum;
		if (draw(3) == 0)
			s->high[r] += draw(4);
	}
}

/* Walks all assignments; notes the range of each variable over the solutions. */
static bool small_enumerate(const struct small *s, int64_t *low, int64_t *high)
{
	int64_t x[VARS] = {0};
	bool any = false;

	for (;;) {
		bool holds = true;
		size_t v;

		for (size_t r = 0; r < s->rows && holds; r++) {
			int64_t sum = 0;

			for (v = 0; v < VARS; v++)
				sum += s->factor[r][v] * x[v];
			holds = sum >= s->low[r] && sum <= s->high[r];
		}
		for (v = 0; v < VARS && holds; v++) {
			low[v] = any && low[v] < x[v] ? low[v] : x[v];
			high[v] = any && high[v] > x[v] ? high[v] : x[v];
		}
		any = any || holds;
		for (v = 0; v < VARS && x[v] == TOP - 1; v++)
			x[v] = 0;
		if (v == VARS)
			return any;
		x[v]++;
	}
}

static void small_check(const struct small *s)
{
	struct puzzle p = PUZZLE_INIT;
	struct deduction out[VARS];
	int64_t low[VARS], high[VARS];
	struct deduce *d;

	for (size_t v = 0; v < VARS; v++)
		puzzle_add_hidden(&p, 0, TOP - 1);
	for (size_t r = 0; r < s->rows; r++) {
		struct puzzle_term t[VARS];

		for (size_t v = 0; v < VARS; v++)
			t[v] = (struct puzzle_term){v, s->factor[r][v]};
		puzzle_add_row(&p, t, VARS, s->low[r], s->high[r]);
	}
	seal(&p);
	d = deduce_new(&p, 0);
	if (small_enumerate(s, low, high)) {
		assert_ok(deduce_all(d, &reader, out, &err));
		for (size_t v = 0; v < VARS; v++)
			assert_interval(&out[v], low[v], high[v]);
		assert_false(deduce_gave_up(d));
	} else {
		assert_refused(deduce_all(d, &reader, out, &err), "spreken elkaar tegen");
	}
	deduce_free(d);
	puzzle_release(&p);
}

static void intervals_are_those_of_all_solutions(void **state)
{
	(void)state;
	seed_state = 20260721;
	for (size_t i = 0; i < 150; i++) {
		struct small s;

		small_draw(&s);
		small_check(&s);
	}
}

/* ---- the scenarios of the reference -------------------------------------------------------- */

enum { MEMBERS = 24 };

/* A published table with one or two dimensions; what a dimension adds up to stands in the hier file. */
struct table {
	size_t dims;
	const char *dim[2];
	char *member[2][MEMBERS];
	size_t members[2];
	size_t cell[MEMBERS][MEMBERS];
	bool hidden[MEMBERS][MEMBERS], printed[MEMBERS][MEMBERS];
	struct puzzle p;
};

static size_t table_member(struct table *t, size_t dim, const char *name)
{
	for (size_t i = 0; i < t->members[dim]; i++)
		if (strcmp(t->member[dim][i], name) == 0)
			return i;
	assert_true(t->members[dim] < MEMBERS);
	t->member[dim][t->members[dim]] = strdup(name);
	return t->members[dim]++;
}

static void table_read_members(struct table *t, const char *file)
{
	struct refcsv csv;

	assert_true(refcsv_open(&csv, file));
	while (refcsv_next(&csv))
		for (size_t k = 0; k < 2; k++)
			table_member(t, k, k < t->dims ? refcsv_text(&csv, t->dim[k]) : "");
	refcsv_close(&csv, 1);
}

static void table_read_hier_members(struct table *t, const char *file)
{
	struct refcsv csv;

	assert_true(refcsv_open(&csv, file));
	while (refcsv_next(&csv))
		for (size_t k = 0; k < t->dims; k++) {
			if (!refcsv_is(&csv, "dim", t->dim[k]))
				continue;
			table_member(t, k, refcsv_text(&csv, "parent"));
			table_member(t, k, refcsv_text(&csv, "child"));
		}
	refcsv_close(&csv, 1);
}

/* A cell that two tables print has the value of the one that shows it. */
static void table_read_values(struct table *t, const char *file)
{
	struct refcsv csv;

	assert_true(refcsv_open(&csv, file));
	while (refcsv_next(&csv)) {
		size_t i = table_member(t, 0, refcsv_text(&csv, t->dim[0]));
		size_t j = table_member(t, 1, t->dims > 1 ? refcsv_text(&csv, t->dim[1]) : "");
		struct puzzle_cell *c = &t->p.cell[t->cell[i][j]];

		t->printed[i][j] = true;
		if (refcsv_is(&csv, "waarde", "x") || refcsv_is(&csv, "waarde", "<5")) {
			t->hidden[i][j] = true;
			if (refcsv_is(&csv, "waarde", "<5")) {
				c->min = 1;
				c->max = 4;
			}
		} else {
			c->min = c->max = refcsv_int(&csv, "waarde");
		}
	}
	refcsv_close(&csv, 1);
}

/* The sum over the children of `parent` in dimension k, for every member of the other dimension. */
static void table_add_sums(struct table *t, const char *file, size_t k, size_t parent)
{
	for (size_t other = 0; other < t->members[1 - k]; other++) {
		size_t part[MEMBERS], count = 0;
		struct refcsv csv;

		assert_true(refcsv_open(&csv, file));
		while (refcsv_next(&csv)) {
			size_t child;

			if (!refcsv_is(&csv, "dim", t->dim[k]) ||
				!refcsv_is(&csv, "parent", t->member[k][parent]))
				continue;
			child = table_member(t, k, refcsv_text(&csv, "child"));
			part[count++] = k == 0 ? t->cell[child][other] : t->cell[other][child];
		}
		refcsv_close(&csv, 1);
		if (count)
			puzzle_add_sum(&t->p, k == 0 ? t->cell[parent][other] : t->cell[other][parent], part,
				count, 0);
	}
}

static void table_release(struct table *t)
{
	for (size_t k = 0; k < 2; k++)
		for (size_t i = 0; i < t->members[k]; i++)
			free(t->member[k][i]);
	puzzle_release(&t->p);
}

/* Compares with the lines of expected_intervals.csv for `test`; every hidden cell must stand there once. */
static void table_compare(struct table *t, const char *test, const struct deduction *d)
{
	size_t expected = 0, hidden = 0;
	struct refcsv csv;

	assert_true(refcsv_open(&csv, "disclosure/expected_intervals.csv"));
	while (refcsv_next(&csv)) {
		char *name = strdup(refcsv_text(&csv, "cel")), *slash;
		size_t i, j = 0, c;

		*strrchr(name, '/') = '\0';
		slash = t->dims > 1 ? strchr(name, '/') : NULL;
		if (refcsv_is(&csv, "test", test)) {
			if (slash) {
				*slash = '\0';
				j = table_member(t, 1, slash + 1);
			}
			i = table_member(t, 0, name);
			assert_true(t->hidden[i][j]);
			c = t->cell[i][j];
			assert_interval(&d[c], refcsv_int(&csv, "lo"), refcsv_int(&csv, "hi"));
			assert_int_equal(refcsv_is(&csv, "bevinding", "EXACT"), d[c].low == d[c].high);
			expected++;
		}
		free(name);
	}
	refcsv_close(&csv, 40);
	for (size_t i = 0; i < t->members[0]; i++)
		for (size_t j = 0; j < t->members[1]; j++)
			hidden += t->hidden[i][j];
	assert_true(expected > 0);
	assert_int_equal(expected, hidden);
}

static void scenario(const char *test, const char *dim0, const char *dim1, const char *hier, const char *a,
	const char *b)
{
	const char *file[2] = {a, b};
	struct table t = {.dims = dim1 ? 2 : 1, .dim = {dim0, dim1}};
	struct deduction *d;

	table_read_hier_members(&t, hier);
	for (size_t f = 0; f < 2 && file[f]; f++)
		table_read_members(&t, file[f]);
	for (size_t i = 0; i < t.members[0]; i++)
		for (size_t j = 0; j < t.members[1]; j++)
			t.cell[i][j] = puzzle_add_hidden(&t.p, 0, PUZZLE_CEILING);
	for (size_t f = 0; f < 2 && file[f]; f++)
		table_read_values(&t, file[f]);
	for (size_t k = 0; k < t.dims; k++)
		for (size_t parent = 0; parent < t.members[k]; parent++)
			table_add_sums(&t, hier, k, parent);
	seal(&t.p);
	d = solve(&t.p);
	table_compare(&t, test, d);
	free(d);
	table_release(&t);
}

static void the_reference_scenarios_are_reproduced(void **state)
{
	(void)state;
	if (!test_has_shared(REFCSV_DIR "disclosure/expected_intervals.csv"))
		skip();
#define D "disclosure/"
	scenario("t1 primair alleen", "wijk", "geslacht", D "t1_hier.csv", D "t1_naief.csv", NULL);
	scenario("t2 rechthoek", "wijk", "geslacht", D "t1_hier.csv", D "t2_veilig.csv", NULL);
	scenario("t3 schijnveilig (sdcTable)", "v1", "v2", D "t3_hier.csv", D "t3_schijnveilig.csv", NULL);
	scenario("t3b x|b erbij", "v1", "v2", D "t3_hier.csv", D "t3b_hersteld.csv", NULL);
	scenario("t4 buurt<wijk<gemeente", "gebied", NULL, D "t4_hier.csv", D "t4_hierarchie.csv", NULL);
	scenario("t4b hersteld", "gebied", NULL, D "t4_hier.csv", D "t4b_hersteld.csv", NULL);
	scenario("t5 jaren", "wijk", "jaar", D "t5_hier.csv", D "t5_jaren.csv", NULL);
	scenario("t6 rapport a alleen", "wijk", "leeftijd", D "t6_hier.csv", D "t6_rapport_a.csv", NULL);
	scenario("t6 rapport a + b", "wijk", "leeftijd", D "t6_hier.csv", D "t6_rapport_a.csv",
		D "t6_rapport_b.csv");
#undef D
}

static void a_percentage_gives_the_teller_away(void **state)
{
	struct puzzle p = PUZZLE_INIT;
	struct refcsv csv;
	size_t cell[8], count = 0, expected = 0;
	char *name[8];
	struct deduction *d;

	(void)state;
	if (!refcsv_open(&csv, "disclosure/t8_percentage.csv"))
		skip();
	while (refcsv_next(&csv)) {
		int64_t digits = 0;

		if (!refcsv_is(&csv, "x", "<5"))
			continue;
		for (const char *c = refcsv_text(&csv, "pct"); *c; c++)
			if (*c != ',')
				digits = digits * 10 + (*c - '0');
		name[count] = strdup(refcsv_text(&csv, "wijk"));
		cell[count] = puzzle_add_hidden(&p, 1, 4);
		puzzle_add_ratio(&p, cell[count], puzzle_add_known(&p, refcsv_int(&csv, "n")), 100,
			(struct decimal){digits, 1}, 0);
		count++;
	}
	refcsv_close(&csv, 5);
	seal(&p);
	d = solve(&p);
	assert_true(refcsv_open(&csv, "disclosure/expected_intervals.csv"));
	while (refcsv_next(&csv))
		for (size_t i = 0; i < count; i++) {
			const char *cel = refcsv_text(&csv, "cel");

			if (!refcsv_is(&csv, "test", "t8 percentage lekt teller") ||
				strncmp(cel, name[i], strlen(name[i])) != 0)
				continue;
			assert_interval(&d[cell[i]], refcsv_int(&csv, "lo"), refcsv_int(&csv, "hi"));
			expected++;
		}
	refcsv_close(&csv, 40);
	assert_int_equal(expected, 4);
	assert_int_equal(count, 4);
	for (size_t i = 0; i < count; i++)
		free(name[i]);
	free(d);
	puzzle_release(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_hidden_parts_share_what_is_left),
		cmocka_unit_test(what_nothing_holds_has_no_upper_end),
		cmocka_unit_test(equations_are_combined),
		cmocka_unit_test(a_fraction_is_not_a_number_of_children),
		cmocka_unit_test(ends_are_whole_solutions),
		cmocka_unit_test(numbers_that_contradict_are_refused),
		cmocka_unit_test(a_contradiction_of_whole_numbers_is_found),
		cmocka_unit_test(running_out_of_work_is_said),
		cmocka_unit_test(a_percentage_leaves_few_tellers),
		cmocka_unit_test(a_percentage_ties_two_hidden_counts),
		cmocka_unit_test(a_shortage_gives_the_count),
		cmocka_unit_test(a_true_figure_never_contradicts_its_print),
		cmocka_unit_test(intervals_are_those_of_all_solutions),
		cmocka_unit_test(the_reference_scenarios_are_reproduced),
		cmocka_unit_test(a_percentage_gives_the_teller_away),
	};

	return RUN_TESTS(tests);
}
