#include "test.h"

#include "store/uitkomst_store.h"
#include "store_fixture.h"

static struct err err = ERR_INIT;

static int64_t begin(struct fixture *f, const char *op, struct stand stand)
{
	char moment[40], hash[] = "d", program[] = "0.1.0";
	struct berekening b = {
		.gerekend_op = moment, .stand = stand, .definities = hash, .programma = program};

	snprintf(moment, sizeof(moment), "%s", op);
	assert_ok(store_begin(f->store, &err));
	assert_ok(berekening_store_begin(f->store, &b, &err));
	return b.nr;
}

static struct uitkomst outcome(struct fixture *f)
{
	return (struct uitkomst){.gebied = &f->gebieden.item[1],
		.periode = periode_kwartaal(2026, 2),
		.status = STATUS_DUIDELIJK_ONDER,
		.teller = {true, 75, 75, 0},
		.noemer = {true, 88, 88, 0},
		.heeft_waarde = true,
		.waarde_min = 85.227272727272734,
		.waarde_max = 85.227272727272734,
		.heeft_interval = true,
		.ondergrens = 76.06,
		.bovengrens = 91.9,
		.methode = "clopper-pearson-95",
		.feit = FEIT_NIET_GEHAALD,
		.zekerheid = ZEKERHEID_ZEKER_FOUT,
		.p_onder = 0.02271,
		.p_boven = 0.98999,
		.heeft_tekort = true,
		.tekort_min = 6,
		.tekort_max = 6,
		.voorlopig = true,
		.delen = 3,
		.delen_ontbreken = 1,
		.verandering = VERANDERING_LAGER,
		.verschil = -4.5,
		.verschil_laag = -7,
		.verschil_hoog = -2};
}

static struct uitkomst_rij row(const struct uitkomst *u)
{
	return (struct uitkomst_rij){.indicator = "OAB-01",
		.versie = 2,
		.norm_id = "n1",
		.norm_status = "richtwaarde",
		.norm_soort = "minimum",
		.norm_waarde = "92",
		.eenheid = "%",
		.u = u};
}

static char *text(struct fixture *f, const char *sql)
{
	sqlite3_stmt *stmt;
	char *found = NULL;

	assert_int_equal(sqlite3_prepare_v2(f->store->db, sql, -1, &stmt, NULL), SQLITE_OK);
	if (sqlite3_step(stmt) == SQLITE_ROW)
		found = mem_dup((const char *)sqlite3_column_text(stmt, 0));
	sqlite3_finalize(stmt);
	return found;
}

static void shown(struct fixture *f, const char *sql, const char *expected)
{
	char *found = text(f, sql);

	if (expected)
		assert_string_equal(found, expected);
	else
		assert_null(found);
	free(found);
}

static void an_outcome_is_seen_by_the_analyst_as_it_was_computed(void **state)
{
	struct fixture *f = *state;
	struct uitkomst u = outcome(f);
	struct uitkomst_rij rij = row(&u);
	struct levering l = fixture_levering("2026-07-01T09:30:00");
	int64_t nr, leveringen[] = {1, 2};

	u.levering = leveringen;
	u.levering_count = 2;
	nr = begin(f, "2026-07-21T09:30:00", (struct stand){.tot_levering = 0});
	assert_ok(levering_store_add(f->store, &l, &err));
	assert_ok(levering_store_add(f->store, &l, &err));
	assert_ok(uitkomst_store_add(f->store, nr, &rij, &err));
	assert_ok(store_commit(f->store, &err));
	assert_int_equal(stmt_busy(f->store), 0);
	shown(f,
		"SELECT indicator || ' ' || versie || ' ' || niveau || ' ' || indeling || ' ' || "
		"gebied || ' ' || "
		"periode || ' ' || teller_min || '/' || noemer_max || ' ' || norm_id || ' ' || "
		"norm_waarde "
		"FROM v_indicator",
		"OAB-01 2 wijk 2025 WK999901 2026-K2 75/88 n1 92");
	shown(f,
		"SELECT status || ' ' || feit || ' ' || zekerheid || ' ' || tekort_min || ' ' || "
		"verandering || ' ' "
		"|| verschil || ' ' || voorlopig || ' ' || delen_ontbreken || ' ' || leveringen "
		"FROM v_indicator",
		"niet_gehaald_zeker niet_gehaald zeker_onder 6 lager -4.5 1 1 1 2");
	shown(f,
		"SELECT waarde_min = 85.227272727272734 AND ondergrens = 76.06 AND methode = "
		"'clopper-pearson-95' FROM v_indicator",
		"1");
}

static void what_is_not_known_is_null_and_not_zero(void **state)
{
	struct fixture *f = *state;
	struct uitkomst_list list = {NULL, 0, 0};
	struct uitkomst *u = uitkomst_list_add(&list);
	struct uitkomst_rij rij = {.indicator = "OAB-01", .versie = 1, .eenheid = "%", .u = u};
	int64_t nr = begin(f, "2026-07-21T09:30:00", (struct stand){.tot_levering = 0});

	u->gebied = &f->gebieden.item[1];
	u->periode = periode_kwartaal(2026, 2);
	assert_ok(uitkomst_store_add(f->store, nr, &rij, &err));
	assert_ok(store_commit(f->store, &err));
	shown(f,
		"SELECT coalesce(teller_min, teller_max, noemer_min, noemer_max, waarde_min, "
		"waarde_max, "
		"ondergrens, bovengrens, norm_id, norm_waarde) FROM v_indicator",
		NULL);
	shown(f,
		"SELECT coalesce(p_onder, p_boven, tekort_min, tekort_max, verschil, "
		"verschil_laag, "
		"verschil_hoog) FROM uitkomst",
		NULL);
	shown(f, "SELECT status || ' ' || feit || ' ' || zekerheid FROM v_indicator",
		"niet_geleverd geen geen");
	uitkomst_list_release(&list);
}

static void a_maximum_names_its_certainty_from_the_other_side(void **state)
{
	struct fixture *f = *state;
	struct uitkomst u = outcome(f);
	struct uitkomst_rij rij = row(&u);
	int64_t nr = begin(f, "2026-07-21T09:30:00", (struct stand){.tot_levering = 0});

	rij.norm_soort = "maximum";
	assert_ok(uitkomst_store_add(f->store, nr, &rij, &err));
	assert_ok(store_commit(f->store, &err));
	shown(f, "SELECT zekerheid FROM v_indicator", "zeker_boven");
}

static void run(struct fixture *f, const char *op, struct stand stand, int64_t x)
{
	struct uitkomst u = outcome(f);
	struct uitkomst_rij rij = row(&u);
	int64_t nr = begin(f, op, stand);

	u.teller.min = u.teller.max = x;
	assert_ok(uitkomst_store_add(f->store, nr, &rij, &err));
	assert_ok(store_commit(f->store, &err));
}

static void a_new_run_replaces_the_outcomes_of_the_same_stand_only(void **state)
{
	struct fixture *f = *state;
	const struct stand now = {.tot_levering = 0}, then = {.datum = {2026, 7, 1}},
			   third = {.tot_levering = 3};
	static const char all[] =
		"SELECT group_concat(x, ' ') FROM (SELECT berekening || ':' || teller_min AS x "
		"FROM uitkomst ORDER BY 1)";

	run(f, "2026-07-21T09:30:00", now, 71);
	run(f, "2026-07-21T09:31:00", then, 72);
	run(f, "2026-07-21T09:32:00", third, 73);
	shown(f, "SELECT teller_min FROM v_indicator", "71"); /* not a run of an earlier stand */
	run(f, "2026-07-21T09:33:00", now, 74);
	shown(f, all, "2:72 3:73 4:74");
	shown(f, "SELECT teller_min FROM v_indicator", "74");
	run(f, "2026-07-21T09:34:00", then, 75);
	run(f, "2026-07-21T09:35:00", third, 76);
	shown(f, all, "4:74 5:75 6:76");
	shown(f, "SELECT count(*) FROM berekening", "6"); /* that it was run stays known */
}

static void one_figure_of_one_run_is_stored_once(void **state)
{
	struct fixture *f = *state;
	struct uitkomst u = outcome(f);
	struct uitkomst_rij rij = row(&u);
	int64_t nr = begin(f, "2026-07-21T09:30:00", (struct stand){.tot_levering = 0}),
		unknown[] = {99};

	assert_ok(uitkomst_store_add(f->store, nr, &rij, &err));
	assert_refused(uitkomst_store_add(f->store, nr, &rij, &err), "UNIQUE");
	u.periode = periode_kwartaal(2026, 1);
	u.levering = unknown;
	u.levering_count = 1;
	assert_refused(uitkomst_store_add(f->store, nr, &rij, &err), "FOREIGN KEY");
	store_rollback(f->store);
	shown(f, "SELECT count(*) FROM uitkomst", "0");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_STORE(an_outcome_is_seen_by_the_analyst_as_it_was_computed),
		WITH_STORE(what_is_not_known_is_null_and_not_zero),
		WITH_STORE(a_maximum_names_its_certainty_from_the_other_side),
		WITH_STORE(a_new_run_replaces_the_outcomes_of_the_same_stand_only),
		WITH_STORE(one_figure_of_one_run_is_stored_once),
	};

	return RUN_TESTS(tests);
}
