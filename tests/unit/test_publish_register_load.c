/* The registers from the database, as they stood. All rows are fictional (fictief). */
#include "test.h"

#include "def/import_load.h"
#include "publish/register.h"
#include "store_fixture.h"

#define NOW ((struct stand){.tot_levering = 0})

static const struct date day = {2026, 7, 14};

static void deliver(struct fixture *f, const char *bron, const char *dag, struct periode p,
	const char *id, const char *kolom, const char *waarde)
{
	static char name[40];
	struct err err = ERR_INIT;
	char op[40];
	struct levering l;

	snprintf(op, sizeof(op), "%sT09:30:00", dag);
	snprintf(name, sizeof(name), "%s", bron);
	l = fixture_levering(op);
	l.bron = name;
	l.volledig = true;
	l.periode = p;
	assert_ok(store_begin(f->store, &err));
	assert_ok(levering_store_add(f->store, &l, &err));
	assert_ok(register_store_add(f->store, bron,
		&(struct register_rij){
			.id = id, .levering = l.nr, .count = 1, .naam = &kolom, .waarde = &waarde},
		&err));
	assert_ok(store_commit(f->store, &err));
}

static void each_register_comes_from_its_own_source_and_says_per_when_it_is(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	const struct periode geen = {.soort = PERIODE_GEEN};
	struct registers r;

	deliver(f, "acties", "2026-07-20", periode_dag(day), "A-1", "status", "loopt");
	deliver(f, "overleggen", "2026-07-16", geen, "V-1", "datum", "2026-06-04");
	deliver(f, "besluiten", "2026-07-15", periode_jaar(2026), "B-1", "datum", "2026-06-04");
	assert_ok(registers_load(&r, f->store, NOW, day, &err));
	assert_int_equal(r.actie_count, 1);
	assert_int_equal(r.actie[0].staat, ACTIE_LOOPT);
	assert_int_equal(r.overleg_count, 1);
	assert_int_equal(r.besluit_count, 1);
	assert_int_equal(r.interventie_count, 0);
	assert_int_equal(date_cmp(r.per, day), 0);
	assert_int_equal(date_cmp(r.herkomst[REGISTER_ACTIES].dag, day), 0);
	assert_int_equal(
		date_cmp(r.herkomst[REGISTER_OVERLEGGEN].dag, (struct date){2026, 7, 16}), 0);
	assert_int_equal(
		date_cmp(r.herkomst[REGISTER_BESLUITEN].dag, (struct date){2026, 7, 15}), 0);
	assert_int_equal(r.herkomst[REGISTER_BESLUITEN].levering, 3);
	assert_true(r.herkomst[REGISTER_BESLUITEN].geladen);
	assert_false(r.herkomst[REGISTER_INTERVENTIES].geladen);
	registers_release(&r);
}

static void a_stand_shows_the_register_as_it_stood_and_a_withdrawal_from_its_day(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	struct registers r;

	deliver(f, "acties", "2026-03-20", periode_dag((struct date){2026, 3, 20}), "A-1", "status",
		"loopt");
	deliver(f, "acties", "2026-07-14", periode_dag(day), "A-1", "status", "klaar");
	assert_ok(registers_load(&r, f->store, NOW, day, &err));
	assert_int_equal(r.actie[0].staat, ACTIE_KLAAR);
	registers_release(&r);
	assert_ok(registers_load(
		&r, f->store, (struct stand){.datum = {2026, 7, 13}}, (struct date){2026, 7, 13}, &err));
	assert_int_equal(r.actie[0].staat, ACTIE_LOOPT);
	assert_int_equal(r.herkomst[REGISTER_ACTIES].levering, 1);
	registers_release(&r);
	assert_ok(levering_store_withdraw(f->store, 2, "2026-07-16T10:00:00", "beleid", &err));
	assert_ok(registers_load(&r, f->store, NOW, day, &err));
	assert_int_equal(r.actie[0].staat, ACTIE_LOOPT);
	registers_release(&r);
}

static void a_code_has_the_word_that_its_profile_gives_it(void **state)
{
	struct err err = ERR_INIT;
	struct import_def *profiel;

	(void)state;
	assert_ok(import_def_load(&profiel, "imports/acties.json", "imports/acties.json", &err));
	assert_string_equal(registers_woord(profiel, "soort", "opdracht"), "bestuurlijke opdracht");
	assert_string_equal(registers_woord(profiel, "soort", "iets"), "iets");
	assert_string_equal(registers_woord(profiel, "omschrijving", "loopt"), "loopt");
	assert_string_equal(registers_woord(profiel, "bestaat_niet", "loopt"), "loopt");
	import_def_free(profiel);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_STORE(each_register_comes_from_its_own_source_and_says_per_when_it_is),
		WITH_STORE(a_stand_shows_the_register_as_it_stood_and_a_withdrawal_from_its_day),
		cmocka_unit_test(a_code_has_the_word_that_its_profile_gives_it),
	};

	return RUN_TESTS(tests);
}
