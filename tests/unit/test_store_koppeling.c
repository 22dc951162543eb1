/* Koppelingen: which areas a code belongs to. All codes are fictional (fictief). */
#include "test.h"

#include "store/koppeling_store.h"
#include "store_fixture.h"

#define NOW ((struct stand){.tot_levering = 0})

struct link {
	const char *indeling, *code;
	int gebied; /* index in the fixture */
	int64_t gewicht;
};

static int64_t deliver_from(struct fixture *f, const char *bron, const char *dag, bool volledig,
	const struct link *link, size_t count)
{
	static char name[40];
	struct err err = ERR_INIT;
	char op[40];
	struct levering l;

	snprintf(op, sizeof(op), "%sT09:30:00", dag);
	snprintf(name, sizeof(name), "%s", bron);
	l = fixture_levering(op);
	l.bron = name;
	l.volledig = volledig;
	assert_ok(store_begin(f->store, &err));
	assert_ok(levering_store_add(f->store, &l, &err));
	for (size_t i = 0; i < count; i++)
		assert_ok(koppeling_store_add(f->store,
			&(struct koppeling){.levering = l.nr,
				.naam = "pc4",
				.indeling = link[i].indeling,
				.code = link[i].code,
				.gebied = f->gebieden.item[link[i].gebied].id,
				.gewicht = link[i].gewicht},
			&err));
	assert_ok(store_commit(f->store, &err));
	assert_int_equal(stmt_busy(f->store), 0);
	return l.nr;
}

static int64_t deliver(struct fixture *f, const char *dag, bool volledig, const struct link *link,
	size_t count)
{
	return deliver_from(f, "postcodes", dag, volledig, link, count);
}

/* "2025 9901 1:30 2:10" per code: areas with their weight. */
static const char *current(struct fixture *f, struct stand stand)
{
	static struct str s;
	struct err err = ERR_INIT;
	struct koppeling_list list;

	str_release(&s);
	assert_ok(koppeling_store_load(f->store, "pc4", stand, &list, &err));
	assert_int_equal(stmt_busy(f->store), 0);
	for (size_t i = 0; i < list.count; i++) {
		const struct koppeling *k = &list.item[i];

		if (i == 0 || strcmp(k[-1].code, k->code) || strcmp(k[-1].indeling, k->indeling))
			str_add_f(&s, "%s%s %s", i ? "; " : "", k->indeling, k->code);
		for (int g = 1; g <= 2; g++)
			if (f->gebieden.item[g].id == k->gebied)
				str_add_f(&s, " %d:%lld", g, (long long)k->gewicht);
	}
	koppeling_list_release(&list);
	return str_text(&s);
}

static struct stand per(int jaar, int maand, int dag)
{
	return (struct stand){.datum = {jaar, maand, dag}};
}

static void a_code_may_lie_in_several_areas(void **state)
{
	struct fixture *f = *state;
	static const struct link links[] = {
		{"2025", "9902", 2, 5}, {"2025", "9901", 2, 10}, {"2025", "9901", 1, 30}};

	deliver(f, "2026-07-01", true, links, 3);
	assert_string_equal(current(f, NOW), "2025 9901 1:30 2:10; 2025 9902 2:5");
}

/* Else a code that moved would keep its old area beside the new one. */
static void all_areas_of_a_code_come_from_the_newest_delivery_that_holds_it(void **state)
{
	struct fixture *f = *state;
	static const struct link first[] = {
		{"2025", "9901", 1, 30}, {"2025", "9901", 2, 10}, {"2025", "9902", 2, 5}};
	static const struct link second[] = {{"2025", "9901", 2, 40}};

	deliver(f, "2026-07-01", false, first, 3);
	deliver(f, "2026-07-08", false, second, 1);
	assert_string_equal(current(f, NOW), "2025 9901 2:40; 2025 9902 2:5");
	assert_string_equal(current(f, per(2026, 7, 7)), "2025 9901 1:30 2:10; 2025 9902 2:5");
	assert_string_equal(current(f, (struct stand){.tot_levering = 1}),
		"2025 9901 1:30 2:10; 2025 9902 2:5");
	assert_string_equal(current(f, per(2026, 6, 30)), "");
}

static void a_complete_delivery_removes_codes_in_its_own_division_only(void **state)
{
	struct fixture *f = *state;
	static const struct link first[] = {{"2021", "9901", 1, 1}, {"2021", "9902", 2, 1},
		{"2025", "9901", 1, 1}, {"2025", "9902", 2, 1}};
	static const struct link second[] = {{"2025", "9902", 2, 7}};

	deliver(f, "2026-07-01", true, first, 4);
	deliver(f, "2026-07-08", true, second, 1);
	assert_string_equal(current(f, NOW), "2021 9901 1:1; 2021 9902 2:1; 2025 9902 2:7");
}

static void a_withdrawal_counts_from_its_own_day(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	static const struct link first[] = {{"2025", "9901", 1, 1}, {"2025", "9902", 2, 1}};
	static const struct link second[] = {{"2025", "9901", 2, 1}};

	deliver(f, "2026-07-01", true, first, 2);
	deliver(f, "2026-07-08", true, second, 1);
	assert_ok(levering_store_withdraw(f->store, 2, "2026-07-10T10:00:00", "beleid", &err));
	assert_string_equal(current(f, NOW), "2025 9901 1:1; 2025 9902 2:1");
	assert_string_equal(current(f, per(2026, 7, 9)), "2025 9901 2:1");
	assert_ok(levering_store_restore(f->store, 2, "2026-07-12T10:00:00", "beleid", &err));
	assert_string_equal(current(f, NOW), "2025 9901 2:1");
}

static void of_two_sources_the_newest_delivery_of_a_code_counts(void **state)
{
	struct fixture *f = *state;
	static const struct link first[] = {{"2025", "9901", 1, 1}, {"2025", "9902", 1, 1}};
	static const struct link second[] = {{"2025", "9901", 2, 9}};

	deliver_from(f, "gemeente", "2026-07-01", true, first, 2);
	deliver_from(f, "cbs", "2026-07-08", true, second, 1);
	assert_string_equal(current(f, NOW), "2025 9901 2:9; 2025 9902 1:1");
}

static void find_gives_the_neighbouring_areas_of_one_code_in_one_division(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	static const struct link links[] = {{"2021", "9901", 1, 4}, {"2025", "9901", 1, 30},
		{"2025", "9901", 2, 10}, {"2025", "9902", 2, 5}};
	struct koppeling_list list;
	const struct koppeling *k;
	size_t count;

	deliver(f, "2026-07-01", true, links, 4);
	assert_ok(koppeling_store_load(f->store, "pc4", NOW, &list, &err));
	k = koppeling_find(&list, "2025", "9901", &count);
	assert_int_equal(count, 2);
	assert_int_equal(k[0].gewicht + k[1].gewicht, 40);
	assert_string_equal(k->naam, "pc4");
	k = koppeling_find(&list, "2021", "9901", &count);
	assert_int_equal(count, 1);
	assert_int_equal(k->gewicht, 4);
	assert_null(koppeling_find(&list, "2021", "9902", &count));
	assert_int_equal(count, 0);
	assert_null(koppeling_find(&list, "2030", "9901", &count));
	koppeling_list_release(&list);
	assert_null(koppeling_find(&list, "2025", "9901", &count));
	assert_ok(koppeling_store_load(f->store, "pc6", NOW, &list, &err));
	assert_int_equal(list.count, 0);
	koppeling_list_release(&list);
}

static void a_weight_of_nothing_and_an_area_twice_are_refused(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	struct levering l = fixture_levering("2026-07-14T09:30:00");
	struct koppeling k = {.naam = "pc4", .indeling = "2025", .code = "9901", .gewicht = 0};

	assert_ok(store_begin(f->store, &err));
	assert_ok(levering_store_add(f->store, &l, &err));
	k.levering = l.nr;
	k.gebied = f->gebieden.item[1].id;
	assert_refused(koppeling_store_add(f->store, &k, &err), "koppeling");
	k.gewicht = 1;
	assert_ok(koppeling_store_add(f->store, &k, &err));
	assert_refused(koppeling_store_add(f->store, &k, &err), "koppeling");
	store_rollback(f->store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_STORE(a_code_may_lie_in_several_areas),
		WITH_STORE(all_areas_of_a_code_come_from_the_newest_delivery_that_holds_it),
		WITH_STORE(a_complete_delivery_removes_codes_in_its_own_division_only),
		WITH_STORE(a_withdrawal_counts_from_its_own_day),
		WITH_STORE(of_two_sources_the_newest_delivery_of_a_code_counts),
		WITH_STORE(find_gives_the_neighbouring_areas_of_one_code_in_one_division),
		WITH_STORE(a_weight_of_nothing_and_an_area_twice_are_refused),
	};

	return RUN_TESTS(tests);
}
