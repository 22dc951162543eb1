/* The question that everything hangs on: which delivered number counts. */
#include "test.h"

#include "base/file.h"
#include "store_fixture.h"

#define NOW ((struct stand){.tot_levering = 0})

/* "WK999901 doelgroep=46" and so on: what one delivery says. */
struct cell {
	int gebied; /* index in the fixture */
	const char *kenmerk, *maat;
	int64_t value;
};

static int64_t deliver_as(struct fixture *f, struct levering *l, struct periode p,
	const struct cell *cell, size_t count)
{
	struct err err = ERR_INIT;

	assert_ok(store_begin(f->store, &err));
	assert_ok(levering_store_add(f->store, l, &err));
	for (size_t i = 0; i < count; i++) {
		struct waarneming w = {.levering = l->nr,
			.gebied = f->gebieden.item[cell[i].gebied].id,
			.periode = p,
			.kenmerk = cell[i].kenmerk,
			.maat = cell[i].maat,
			.staat = STAAT_WAARDE,
			.begrensd = true,
			.min = cell[i].value,
			.max = cell[i].value,
			.regel = (int64_t)i + 2};

		assert_ok(waarneming_store_add(f->store, "vve", &w, &err));
	}
	assert_ok(store_commit(f->store, &err));
	assert_int_equal(stmt_busy(f->store), 0);
	return l->nr;
}

static int64_t deliver(
	struct fixture *f, const char *dag, bool volledig, const struct cell *cell, size_t count)
{
	char op[40];
	struct levering l;

	snprintf(op, sizeof(op), "%sT09:30:00", dag);
	l = fixture_levering(op);
	l.volledig = volledig;
	l.periode = periode_kwartaal(2026, 2);
	return deliver_as(f, &l, l.periode, cell, count);
}

/* "1 doelgroep 46; 2 doelgroep 30" of what counts. */
static const char *current(struct fixture *f, struct stand stand)
{
	static struct str s;
	struct waarneming_query *q;
	const struct waarneming *w;
	struct err err = ERR_INIT;
	int step;

	str_release(&s);
	assert_ok(waarneming_query_open(&q, f->store, "vve", stand, &err));
	while ((step = waarneming_query_next(q, &w, &err)) == 1) {
		str_add(&s, s.len ? "; " : "");
		for (int i = 0; i < 3; i++)
			if (f->gebieden.item[i].id == w->gebied)
				str_add_f(&s, "%d ", i);
		if (*w->kenmerk)
			str_add_f(&s, "%s ", w->kenmerk);
		str_add_f(&s, "%s %lld", w->maat, (long long)w->min);
	}
	assert_ok(step);
	waarneming_query_close(q);
	assert_int_equal(stmt_busy(f->store), 0);
	return str_text(&s);
}

static struct stand per(int jaar, int maand, int dag)
{
	return (struct stand){.datum = {jaar, maand, dag}};
}

static void what_was_delivered_is_read_back(void **state)
{
	struct fixture *f = *state;
	const struct cell cells[] = {{2, "", "doelgroep", 30}, {1, "", "doelgroep", 46},
		{1, "soort=kdv", "doelgroep", 40}, {1, "", "opvang", 41}};

	deliver(f, "2026-07-01", false, cells, ARRAY_LEN(cells));
	assert_string_equal(current(f, NOW),
		"1 doelgroep 46; 1 opvang 41; 1 soort=kdv doelgroep 40; 2 doelgroep 30");
}

static void the_newest_delivery_of_a_key_wins(void **state)
{
	struct fixture *f = *state;
	const struct cell first[] = {{1, "", "doelgroep", 46}, {2, "", "doelgroep", 30}};
	const struct cell second[] = {{1, "", "doelgroep", 47}};

	deliver(f, "2026-07-01", false, first, 2);
	deliver(f, "2026-07-08", false, second, 1);
	assert_string_equal(current(f, NOW), "1 doelgroep 47; 2 doelgroep 30");
	assert_string_equal(current(f, per(2026, 7, 7)), "1 doelgroep 46; 2 doelgroep 30");
	assert_string_equal(
		current(f, (struct stand){.tot_levering = 1}), "1 doelgroep 46; 2 doelgroep 30");
	assert_string_equal(current(f, per(2026, 6, 30)), "");
}

static void a_complete_delivery_removes_what_it_lacks(void **state)
{
	struct fixture *f = *state;
	const struct cell first[] = {{1, "", "doelgroep", 46}, {2, "", "doelgroep", 30}};
	const struct cell second[] = {{1, "", "doelgroep", 47}};

	deliver(f, "2026-07-01", false, first, 2);
	deliver(f, "2026-07-08", true, second, 1);
	assert_string_equal(current(f, NOW), "1 doelgroep 47");
	assert_string_equal(current(f, per(2026, 7, 7)), "1 doelgroep 46; 2 doelgroep 30");
}

static void a_withdrawal_counts_from_its_own_day_and_a_restore_too(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	const struct cell first[] = {{1, "", "doelgroep", 46}};
	const struct cell second[] = {{1, "", "doelgroep", 47}};

	deliver(f, "2026-07-01", false, first, 1);
	deliver(f, "2026-07-08", true, second, 1);
	assert_ok(levering_store_withdraw(f->store, 2, "2026-07-10T10:00:00", "beleid", &err));
	assert_string_equal(current(f, NOW), "1 doelgroep 46");
	assert_string_equal(current(f, per(2026, 7, 9)), "1 doelgroep 47");
	assert_string_equal(current(f, per(2026, 7, 10)), "1 doelgroep 46");
	assert_ok(levering_store_restore(f->store, 2, "2026-07-12T10:00:00", "beleid", &err));
	assert_string_equal(current(f, NOW), "1 doelgroep 47");
	assert_string_equal(current(f, per(2026, 7, 11)), "1 doelgroep 46");
	assert_string_equal(current(f, per(2026, 7, 12)), "1 doelgroep 47");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_STORE(what_was_delivered_is_read_back),
		WITH_STORE(the_newest_delivery_of_a_key_wins),
		WITH_STORE(a_complete_delivery_removes_what_it_lacks),
		WITH_STORE(a_withdrawal_counts_from_its_own_day_and_a_restore_too),
	};

	return RUN_TESTS(tests);
}
