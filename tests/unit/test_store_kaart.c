/* Shapes of areas, read back from their register. The shapes are fictional (fictief). */
#include "test.h"

#include "store/kaart_store.h"
#include "store/register_store.h"

#include "store_fixture.h"

static void deliver(struct fixture *f, const char *id, const char *vorm)
{
	const char *naam[] = {"vorm"}, *waarde[] = {vorm};
	struct levering l = fixture_levering("2026-01-01T09:30:00");
	char bron[] = KAART_BRON;
	struct err err = ERR_INIT;

	l.bron = bron;
	assert_ok(store_begin(f->store, &err));
	assert_ok(levering_store_add(f->store, &l, &err));
	assert_ok(register_store_add(f->store, KAART_BRON,
		&(struct register_rij){.id = id, .levering = l.nr, .regel = 2, .count = 1, .naam = naam, .waarde = waarde}, &err));
	assert_ok(store_commit(f->store, &err));
}

static void rings_come_back_as_they_were(void **state)
{
	struct fixture *f = *state;
	const struct stand now = {.tot_levering = 0};
	const struct kaart_vorm *v;
	struct kaart kaart;
	struct err err = ERR_INIT;

	assert_ok(kaart_store_load(f->store, now, &kaart, &err));
	assert_int_equal(kaart.count, 0);
	kaart_release(&kaart);
	deliver(f, "WK999901/2025", "4500000 52000000,4510000 52000000,4500000 52000000;4501000 52001000,4502000 52001000");
	deliver(f, "WK999901/2024", "1 2");
	assert_ok(kaart_store_load(f->store, now, &kaart, &err));
	v = kaart_find(&kaart, "WK999901", "2025");
	assert_int_equal(v->count, 2);
	assert_int_equal(v->ring[0].count, 3);
	assert_int_equal(v->ring[1].punt[1].lon, 4502000);
	assert_int_equal(kaart_find(&kaart, "WK999901", "2024")->ring[0].punt[0].lat, 2);
	assert_null(kaart_find(&kaart, "WK999902", "2025"));
	kaart_release(&kaart);
}

static void a_damaged_shape_is_said(void **state)
{
	static const char *const bad[] = {"x", "1", "1 2,", "1 2;", "1 2x", "12345678901 2", "1,2"};
	struct fixture *f = *state;
	const struct stand now = {.tot_levering = 0};
	struct kaart kaart;
	struct err err = ERR_INIT;

	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		deliver(f, "WK999901/2025", bad[i]);
		assert_refused(kaart_store_load(f->store, now, &kaart, &err), "is beschadigd");
	}
	deliver(f, "zonder-indeling", "1 2");
	assert_refused(kaart_store_load(f->store, now, &kaart, &err), "is beschadigd");
}

#define T(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(rings_come_back_as_they_were),
		T(a_damaged_shape_is_said),
	};

	return RUN_TESTS(tests);
}
