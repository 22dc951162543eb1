#include "test.h"

#include "store/publicatie_store.h"

static struct publicatie_telling telling(const char *sleutel, int64_t value, bool shown)
{
	return (struct publicatie_telling){0, sleutel, "WK063710", "2025", periode_kwartaal(2026, 2), value, value, value,
		shown};
}

static void add(struct store *store, const char *op, const char *file, const char *sha, int64_t value)
{
	struct publicatie_telling t[] = {telling("a|som|b", value, true), telling("a|som|c", 3, false)};
	struct publicatie_cijfer c = {0, "OAB-01", "WK063710", "2025", periode_kwartaal(2026, 2), "87,4%"};
	struct publicatie_inhoud in = {.telling = t, .telling_count = 2, .cijfer = &c, .cijfer_count = 1};
	struct publicatie p = {op, "tester", {2026, 7, 21}, file, sha};
	struct err err = ERR_INIT;

	assert_ok(store_begin(store, &err));
	assert_ok(publicatie_store_add(store, &p, &in, &err));
	assert_ok(store_commit(store, &err));
}

static const char one[] = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
static const char two[] = "f123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

static void what_went_out_is_read_as_of_a_day_and_before_a_number(void **state)
{
	struct publicatie_inhoud in = {0};
	struct publicatie_vorige v;
	struct err err = ERR_INIT;
	struct store *store;

	(void)state;
	assert_ok(store_open(&store, ":memory:", STORE_CREATE, &err));
	add(store, "2026-07-21T09:30:00", "blad.html", one, 60);
	add(store, "2026-07-25T09:30:00", "blad.html", two, 67);
	assert_ok(publicatie_store_find(store, "blad.html", DATE_NONE, &v, &err));
	assert_int_equal(v.nr, 2);
	assert_string_equal(v.sha256, two);
	assert_ok(publicatie_store_find(store, "blad.html", (struct date){2026, 7, 24}, &v, &err));
	assert_int_equal(v.nr, 1);
	assert_ok(publicatie_store_find(store, "ander.html", DATE_NONE, &v, &err));
	assert_int_equal(v.nr, 0);

	assert_ok(publicatie_store_read(store, DATE_NONE, 0, &in, &err));
	assert_int_equal(in.telling_count, 4);
	assert_int_equal(in.cijfer_count, 2);
	assert_string_equal(in.telling[0].sleutel, "a|som|b");
	assert_int_equal(in.telling[0].waarde, 60);
	assert_true(in.telling[0].getoond);
	assert_false(in.telling[1].getoond);
	assert_int_equal(in.telling[2].waarde, 67);
	assert_string_equal(in.cijfer[0].tekst, "87,4%");
	publicatie_inhoud_release(&in);
	assert_ok(publicatie_store_read(store, (struct date){2026, 7, 21}, 0, &in, &err));
	assert_int_equal(in.telling_count, 2); /* the end of that day */
	publicatie_inhoud_release(&in);
	assert_ok(publicatie_store_read(store, (struct date){2026, 7, 20}, 0, &in, &err));
	assert_int_equal(in.telling_count, 0);
	publicatie_inhoud_release(&in);
	assert_ok(publicatie_store_read(store, DATE_NONE, 2, &in, &err));
	assert_int_equal(in.telling_count, 2);
	publicatie_inhoud_release(&in);
	store_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_went_out_is_read_as_of_a_day_and_before_a_number),
	};

	return RUN_TESTS(tests);
}
