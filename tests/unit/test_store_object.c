/* Objects: which listing of a school or location counts. All codes are fictional (fictief). */
#include "test.h"

#include "store/object_store.h"
#include "store_fixture.h"

#define NOW ((struct stand){.tot_levering = 0})
#define ANY_DAY DATE_NONE

static const struct periode geen = {.soort = PERIODE_GEEN};

static struct stand per(int jaar, int maand, int dag)
{
	return (struct stand){.datum = {jaar, maand, dag}};
}

/* Lists the codes, one letter each, in the wijk with this index in the fixture. */
static int64_t deliver_from(struct fixture *f, const char *bron, const char *dag, bool volledig,
	struct periode p, const char *codes, int gebied)
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
	l.periode = p;
	assert_ok(store_begin(f->store, &err));
	assert_ok(levering_store_add(f->store, &l, &err));
	for (; *codes; codes++) {
		const char code[] = {*codes, '\0'};
		struct object o = {.levering = l.nr, .soort = "school", .code = code, .periode = p};

		o.gebied = gebied ? f->gebieden.item[gebied].id : 0;
		assert_ok(object_store_add(f->store, &o, &err));
	}
	assert_ok(store_commit(f->store, &err));
	assert_int_equal(stmt_busy(f->store), 0);
	return l.nr;
}

static int64_t deliver(
	struct fixture *f, const char *dag, bool volledig, const char *codes, int gebied)
{
	return deliver_from(f, "scholenlijst", dag, volledig, geen, codes, gebied);
}

/* "A1 B2": code and index of the area of what counts. */
static const char *current(struct fixture *f, struct stand stand)
{
	static struct str s;
	struct err err = ERR_INIT;
	struct object_list list;

	str_release(&s);
	assert_ok(object_store_load(f->store, "school", stand, &list, &err));
	assert_int_equal(stmt_busy(f->store), 0);
	for (size_t i = 0; i < list.count; i++) {
		int at = 0;

		for (int g = 1; g <= 2; g++)
			if (f->gebieden.item[g].id == list.item[i].gebied)
				at = g;
		str_add_f(&s, "%s%s%d", i ? " " : "", list.item[i].code, at);
	}
	object_list_release(&list);
	return str_text(&s);
}

static void an_object_comes_back_as_it_was_listed(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	struct levering l = fixture_levering("2026-07-14T09:30:00");
	static const char *const kenmerk[] = {"brin", "denominatie"};
	static const char *const waarde[] = {"99XX", ""};
	struct object_list list;
	const struct object *o;

	l.status = LEVERING_VOORLOPIG;
	assert_ok(store_begin(f->store, &err));
	assert_ok(levering_store_add(f->store, &l, &err));
	assert_ok(object_store_add(f->store,
		&(struct object){.levering = l.nr,
			.soort = "school",
			.code = "99XX00",
			.naam = "De Fictieve School",
			.periode = periode_jaar(2025),
			.gebied = f->gebieden.item[1].id,
			.regel = 2,
			.count = 2,
			.kenmerk = kenmerk,
			.waarde = waarde},
		&err));
	assert_ok(store_commit(f->store, &err));
	assert_ok(object_store_load(f->store, "school", NOW, &list, &err));
	assert_int_equal(list.count, 1);
	o = &list.item[0];
	assert_string_equal(o->soort, "school");
	assert_string_equal(o->code, "99XX00");
	assert_string_equal(o->naam, "De Fictieve School");
	assert_true(periode_equal(o->periode, periode_jaar(2025)));
	assert_int_equal(o->gebied, f->gebieden.item[1].id);
	assert_int_equal(o->regel, 2);
	assert_int_equal(o->count, 2);
	assert_string_equal(object_kenmerk(o, "brin"), "99XX");
	assert_string_equal(object_kenmerk(o, "denominatie"), "");
	assert_null(object_kenmerk(o, "richting"));
	assert_string_equal(o->bron, "vve");
	assert_true(o->voorlopig);
	object_list_release(&list);
}

static void what_was_not_delivered_stays_unknown(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	struct object_list list;

	deliver(f, "2026-07-01", false, "A", 0);
	assert_ok(object_store_load(f->store, "school", NOW, &list, &err));
	assert_null(list.item[0].naam);
	assert_int_equal(list.item[0].gebied, 0);
	assert_int_equal(list.item[0].periode.soort, PERIODE_GEEN);
	assert_int_equal(list.item[0].count, 0);
	object_list_release(&list);
	assert_ok(object_store_load(f->store, "locatie", NOW, &list, &err));
	assert_int_equal(list.count, 0);
	object_list_release(&list);
}

static void the_newest_listing_counts_and_the_old_one_at_its_day(void **state)
{
	struct fixture *f = *state;

	deliver(f, "2026-07-01", false, "BA", 1);
	deliver(f, "2026-07-08", false, "B", 2);
	assert_string_equal(current(f, NOW), "A1 B2");
	assert_string_equal(current(f, per(2026, 7, 7)), "A1 B1");
	assert_string_equal(current(f, per(2026, 7, 8)), "A1 B2");
	assert_string_equal(current(f, (struct stand){.tot_levering = 1}), "A1 B1");
	assert_string_equal(current(f, per(2026, 6, 30)), "");
}

static void a_complete_list_removes_what_it_lacks(void **state)
{
	struct fixture *f = *state;

	deliver(f, "2026-07-01", true, "AB", 1);
	deliver(f, "2026-07-08", true, "BC", 2);
	assert_string_equal(current(f, NOW), "B2 C2");
	assert_string_equal(current(f, per(2026, 7, 7)), "A1 B1");
}

static void a_complete_list_of_a_year_removes_in_that_year_only(void **state)
{
	struct fixture *f = *state;

	deliver_from(f, "lijst", "2026-07-01", true, periode_jaar(2024), "AB", 1);
	deliver_from(f, "lijst", "2026-07-02", true, periode_jaar(2025), "A", 1);
	deliver_from(f, "lijst", "2026-07-03", true, periode_jaar(2025), "B", 2);
	assert_string_equal(current(f, NOW), "A1 B1 B2");
}

static void a_complete_list_without_a_period_and_one_of_a_year_do_not_touch_each_other(void **state)
{
	struct fixture *f = *state;

	deliver_from(f, "lijst", "2026-07-01", true, periode_jaar(2024), "A", 1);
	deliver_from(f, "lijst", "2026-07-02", true, geen, "B", 1);
	assert_string_equal(current(f, NOW), "A1 B1");
}

static void a_withdrawn_list_gives_back_what_stood(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;

	deliver(f, "2026-07-01", true, "AB", 1);
	deliver(f, "2026-07-08", true, "B", 2);
	assert_ok(levering_store_withdraw(f->store, 2, "2026-07-10T10:00:00", "beleid", &err));
	assert_string_equal(current(f, NOW), "A1 B1");
	assert_string_equal(current(f, per(2026, 7, 9)), "B2");
	assert_string_equal(current(f, per(2026, 7, 10)), "A1 B1");
	assert_ok(levering_store_restore(f->store, 2, "2026-07-12T10:00:00", "beleid", &err));
	assert_string_equal(current(f, NOW), "B2");
}

static void a_complete_list_of_one_source_leaves_that_of_another(void **state)
{
	struct fixture *f = *state;

	deliver_from(f, "basisscholen", "2026-07-01", true, geen, "A", 1);
	deliver_from(f, "middelbare_scholen", "2026-07-02", true, geen, "B", 2);
	assert_string_equal(current(f, NOW), "A1 B2");
}

static const struct object *find(
	struct fixture *f, struct object_list *list, const char *code, struct date op)
{
	struct err err = ERR_INIT;

	assert_ok(object_store_load(f->store, "school", NOW, list, &err));
	return object_find(list, code, op);
}

static void the_area_is_that_of_the_last_listing_on_the_day(void **state)
{
	struct fixture *f = *state;
	static const struct {
		struct date op;
		int gebied;
	} cases[] = {{{2026, 6, 1}, 2}, {{2025, 1, 1}, 2}, {{2024, 12, 31}, 1}, {{2024, 1, 1}, 1},
		{{2020, 1, 1}, 1}, {{0, 0, 0}, 2}};

	deliver_from(f, "lijst", "2026-07-01", true, periode_jaar(2024), "BAC", 1);
	deliver_from(f, "lijst", "2026-07-02", true, periode_jaar(2025), "CAB", 2);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct object_list list;
		const struct object *o = find(f, &list, "B", cases[i].op);

		assert_non_null(o);
		assert_int_equal(o->gebied, f->gebieden.item[cases[i].gebied].id);
		object_list_release(&list);
	}
}

static void an_unknown_code_has_no_object(void **state)
{
	struct fixture *f = *state;
	struct object_list list;

	assert_null(find(f, &list, "A", ANY_DAY));
	object_list_release(&list);
	deliver(f, "2026-07-01", true, "BD", 1);
	assert_null(find(f, &list, "A", ANY_DAY));
	assert_null(object_find(&list, "C", ANY_DAY));
	assert_null(object_find(&list, "E", ANY_DAY));
	assert_non_null(object_find(&list, "D", ANY_DAY));
	object_list_release(&list);
}

static void a_code_twice_in_a_delivery_is_refused_also_without_a_period(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	struct levering l = fixture_levering("2026-07-14T09:30:00");
	struct object o = {.soort = "school", .code = "A"};

	assert_ok(store_begin(f->store, &err));
	assert_ok(levering_store_add(f->store, &l, &err));
	o.levering = l.nr;
	assert_ok(object_store_add(f->store, &o, &err));
	assert_refused(object_store_add(f->store, &o, &err), "object");
	store_rollback(f->store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_STORE(an_object_comes_back_as_it_was_listed),
		WITH_STORE(what_was_not_delivered_stays_unknown),
		WITH_STORE(the_newest_listing_counts_and_the_old_one_at_its_day),
		WITH_STORE(a_complete_list_removes_what_it_lacks),
		WITH_STORE(a_complete_list_of_a_year_removes_in_that_year_only),
		WITH_STORE(a_complete_list_without_a_period_and_one_of_a_year_do_not_touch_each_other),
		WITH_STORE(a_withdrawn_list_gives_back_what_stood),
		WITH_STORE(a_complete_list_of_one_source_leaves_that_of_another),
		WITH_STORE(the_area_is_that_of_the_last_listing_on_the_day),
		WITH_STORE(an_unknown_code_has_no_object),
		WITH_STORE(a_code_twice_in_a_delivery_is_refused_also_without_a_period),
	};

	return RUN_TESTS(tests);
}
