/* The texts of definition files as they were known on a day. */
#include "test.h"

#include "store/definitie_store.h"
#include "store_fixture.h"

static void put(struct fixture *f, const char *day, const char *pad, const char *hash, const char *tekst)
{
	char op[40];
	struct err err = ERR_INIT;

	snprintf(op, sizeof(op), "%sT09:30:00", day);
	assert_ok(store_begin(f->store, &err));
	assert_ok(definitie_store_add(f->store, op, pad, hash, tekst, &err));
	assert_ok(store_commit(f->store, &err));
	assert_int_equal(stmt_busy(f->store), 0);
}

/* "a=one b=two", and "!" in front when these are only the oldest there are. */
static const char *on(struct fixture *f, int year, int month, int day)
{
	static struct str s;
	struct err err = ERR_INIT;
	struct definitie_lijst list;

	str_release(&s);
	assert_ok(definitie_store_load(f->store, (struct date){year, month, day}, &list, &err));
	assert_int_equal(stmt_busy(f->store), 0);
	str_add(&s, list.te_vroeg ? "!" : "");
	for (size_t i = 0; i < list.count; i++)
		str_add_f(&s, "%s%s=%s", i ? " " : "", list.item[i].pad, list.item[i].tekst);
	definitie_lijst_release(&list);
	return str_text(&s);
}

static void each_day_has_the_text_known_at_its_end(void **state)
{
	struct fixture *f = *state;

	put(f, "2026-02-01", "a", HASH_A, "one");
	put(f, "2026-02-01", "b", HASH_A, "both");
	put(f, "2026-03-01", "a", HASH_B, "two");
	assert_string_equal(on(f, 2026, 2, 1), "a=one b=both");
	assert_string_equal(on(f, 2026, 2, 28), "a=one b=both");
	assert_string_equal(on(f, 2026, 3, 1), "a=two b=both");
}

static void of_two_texts_on_a_day_the_last_counts_and_an_old_one_can_return(void **state)
{
	struct fixture *f = *state;

	put(f, "2026-02-01", "a", HASH_A, "one");
	put(f, "2026-03-01", "a", HASH_B, "two");
	put(f, "2026-03-01", "a", HASH_A, "one");
	assert_string_equal(on(f, 2026, 3, 1), "a=one");
	put(f, "2026-03-02", "a", HASH_A, "not looked at: the hash is the same");
	assert_string_equal(on(f, 2026, 3, 2), "a=one");
}

static void a_file_that_is_gone_is_gone_from_its_day_on(void **state)
{
	struct fixture *f = *state;

	put(f, "2026-02-01", "a", HASH_A, "one");
	put(f, "2026-02-01", "b", HASH_A, "other");
	put(f, "2026-03-01", "a", NULL, NULL);
	assert_string_equal(on(f, 2026, 2, 28), "a=one b=other");
	assert_string_equal(on(f, 2026, 3, 1), "b=other");
	put(f, "2026-04-01", "a", HASH_B, "again");
	assert_string_equal(on(f, 2026, 4, 1), "a=again b=other");
}

static void before_the_first_day_there_is_only_the_oldest(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	struct definitie_lijst list;

	assert_string_equal(on(f, 2026, 1, 1), "");
	assert_ok(definitie_store_load(f->store, DATE_NONE, &list, &err));
	assert_null(list.eerste);
	definitie_lijst_release(&list);
	put(f, "2026-02-01", "a", HASH_A, "one");
	put(f, "2026-03-01", "a", HASH_B, "two");
	assert_string_equal(on(f, 2026, 1, 31), "!a=one");
	assert_ok(definitie_store_load(f->store, DATE_NONE, &list, &err));
	assert_string_equal(list.eerste, "2026-02-01T09:30:00");
	assert_false(list.te_vroeg);
	definitie_lijst_release(&list);
}

static void what_was_kept_is_never_changed(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;

	put(f, "2026-02-01", "a", HASH_A, "one");
	assert_ok(store_begin(f->store, &err));
	assert_int_not_equal(
		sqlite3_exec(f->store->db, "UPDATE definitie SET tekst = 'x'", NULL, NULL, NULL), SQLITE_OK);
	store_rollback(f->store);
}

static void the_moments_of_a_file_are_those_of_both_folders_each_once(void **state)
{
	struct fixture *f = *state;
	struct definitie_momenten m = {NULL, 0, 0};
	struct definitie_lijst list;
	struct err err = ERR_INIT;

	put(f, "2026-03-01", "werkmap/indicators/A-01.json", HASH_A, "own");
	put(f, "2026-02-01", "meegeleverd/indicators/A-01.json", HASH_A, "one");
	put(f, "2026-03-01", "meegeleverd/indicators/A-01.json", HASH_B, "two");
	put(f, "2026-04-01", "meegeleverd/indicators/A-010.json", HASH_B, "another");
	put(f, "2026-05-01", "werkmap/indicators/A-01.json", NULL, NULL);
	assert_ok(definitie_store_moments(f->store, "indicators/A-01.json", &m, &err));
	assert_ok(definitie_store_moments(f->store, "indicators/A-01.json", &m, &err)); /* again: nothing twice */
	assert_int_equal(m.count, 3);
	assert_string_equal(m.op[0], "2026-02-01T09:30:00");
	assert_string_equal(m.op[1], "2026-03-01T09:30:00");
	assert_string_equal(m.op[2], "2026-05-01T09:30:00");
	assert_ok(definitie_store_load_op(f->store, "2026-03-01T09:29:59", &list, &err));
	assert_int_equal(list.count, 1);
	assert_string_equal(list.item[0].tekst, "one");
	definitie_lijst_release(&list);
	definitie_momenten_release(&m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_STORE(each_day_has_the_text_known_at_its_end),
		WITH_STORE(of_two_texts_on_a_day_the_last_counts_and_an_old_one_can_return),
		WITH_STORE(a_file_that_is_gone_is_gone_from_its_day_on),
		WITH_STORE(before_the_first_day_there_is_only_the_oldest),
		WITH_STORE(what_was_kept_is_never_changed),
		WITH_STORE(the_moments_of_a_file_are_those_of_both_folders_each_once),
	};

	return RUN_TESTS(tests);
}
