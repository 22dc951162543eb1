/* Some of the tables of tests/attack, so that every build is attacked; `make attack` does 20.000. And proof
 * that the attacker is worth its salt: against primary suppression alone it must win. */
#include "test.h"

#include "../attack/attacker.h"
#include "../attack/productie.h"

static struct err err = ERR_INIT;

enum { TABLES = 2100 };

static void attack(uint64_t nr, bool protect, struct a_result *r)
{
	struct world *w = malloc(sizeof(*w));
	struct secondary_report report = {0};

	assert_non_null(w);
	world_make(w, nr);
	assert_ok(puzzle_seal(&w->p, &err));
	if (protect && secondary_protect(&w->p, 0, &report, &err))
		err_release(&err); /* nothing is published */
	else
		attack_world(w, r);
	secondary_report_release(&report);
	world_release(w);
	free(w);
}

static void nothing_is_recovered_from_random_tables(void **state)
{
	struct a_result r = {0};

	(void)state;
	for (uint64_t nr = 0; nr < TABLES; nr++) {
		attack(nr, true, &r);
		if (r.exact || r.narrow || r.insider)
			fail_msg("tabel %llu (%s) is te kraken", (unsigned long long)nr,
				world_kinds[nr % WORLD_KINDS]);
	}
	assert_true(r.secrets > 9000);
}

/* The same tables as the product publishes them: outcomes in, cells out. */
static void nothing_is_recovered_from_what_is_published(void **state)
{
	struct a_result r = {0};

	(void)state;
	for (uint64_t nr = 0; nr < TABLES; nr++) {
		struct world *w = malloc(sizeof(*w));
		struct productie *p;

		assert_non_null(w);
		world_make(w, nr);
		assert_ok(puzzle_seal(&w->p, &err));
		if (productie_has(w)) {
			p = productie_make(w);
			assert_true(p->published); /* what was decided passes the last audit */
			attack_world(w, &r);
			productie_free(p);
		}
		world_release(w);
		free(w);
		if (r.exact || r.narrow || r.insider)
			fail_msg("tabel %llu (%s) is te kraken", (unsigned long long)nr, world_kinds[nr % WORLD_KINDS]);
	}
	assert_true(r.secrets > 9000);
}

static void without_secondary_suppression_much_is_recovered(void **state)
{
	(void)state;
	for (size_t kind = 0; kind < WORLD_KINDS; kind++) {
		struct a_result r = {0};

		for (uint64_t nr = kind; nr < 20 * WORLD_KINDS; nr += WORLD_KINDS)
			attack(nr, false, &r);
		assert_true(r.exact > 0);
		assert_true(r.insider > 0);
	}
}

/* The attacker against counting by hand: of three parts that sum to 9 one is 4; two hidden ones share 5. */
static void the_attacker_finds_what_can_be_found(void **state)
{
	struct world *w = calloc(1, sizeof(*w));
	struct w_figure part[3], all;
	const int64_t v[3] = {4, 2, 3};
	struct a_state st;
	int64_t low, high;

	(void)state;
	assert_non_null(w);
	w->rule = (struct disclosure_rule){3, 3, true};
	for (int i = 0; i < 3; i++)
		part[i] = w_teller(w, v[i], W_NONE, FIGUUR_WIJK);
	all = w_teller(w, 9, W_NONE, FIGUUR_TOTAAL);
	w_line(w, &all, part, 3);
	assert_ok(puzzle_seal(&w->p, &err));
	assert_int_equal(w->secrets, 1);
	a_begin(w, false, &st);
	a_range(w, &st, &w->secret[0], &low, &high); /* only the 2 is hidden */
	assert_int_equal(low, 2);
	assert_int_equal(high, 2);
	w->p.unit[part[2].f.unit].state = PUZZLE_UNIT_SECONDARY;
	a_begin(w, false, &st);
	a_range(w, &st, &w->secret[0], &low, &high);
	assert_int_equal(low, 0);
	assert_true(high >= 3 && high <= 5);
	world_release(w);
	free(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_attacker_finds_what_can_be_found),
		cmocka_unit_test(without_secondary_suppression_much_is_recovered),
		cmocka_unit_test(nothing_is_recovered_from_random_tables),
		cmocka_unit_test(nothing_is_recovered_from_what_is_published),
	};

	return RUN_TESTS(tests);
}
