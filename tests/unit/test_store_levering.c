#include "test.h"

#include "base/file.h"
#include "store_fixture.h"

static struct err err = ERR_INIT;

static char *dump(struct store *store)
{
	struct str s = STR_INIT;

	assert_ok(store_dump(store, &s, &err));
	return str_detach(&s);
}

static int64_t deliver(struct fixture *f, struct levering l)
{
	assert_ok(store_begin(f->store, &err));
	assert_ok(levering_store_add(f->store, &l, &err));
	assert_ok(store_commit(f->store, &err));
	return l.nr;
}

static void a_delivery_comes_back_as_it_was_recorded(void **state)
{
	struct fixture *f = *state;
	struct levering l = fixture_levering("2026-07-21T09:30:00"), back;

	assert_int_equal(deliver(f, l), 1);
	l.status = LEVERING_VOORLOPIG;
	l.periode = periode_schooljaar(2025);
	l.vervangt = 1;
	l.volledig = true;
	l.regels = 12;
	l.waarnemingen = 36;
	assert_int_equal(deliver(f, l), 2);
	assert_int_equal(levering_store_get(f->store, 2, &back, &err), 1);
	assert_string_equal(back.bestand, "vve.csv");
	assert_string_equal(back.sha256, HASH_A);
	assert_string_equal(back.bron, "vve");
	assert_int_equal(back.bytes, 10);
	assert_int_equal(back.profiel_versie, 1);
	assert_string_equal(back.profiel_hash, "h");
	assert_true(periode_equal(back.periode, periode_schooljaar(2025)));
	assert_int_equal(date_cmp(back.periode.eind, (struct date){2026, 7, 31}), 0);
	assert_int_equal(back.status, LEVERING_VOORLOPIG);
	assert_string_equal(back.geladen_op, "2026-07-21T09:30:00");
	assert_string_equal(back.geladen_door, "beleid");
	assert_int_equal(back.vervangt, 1);
	assert_true(back.volledig);
	assert_string_equal(back.herkend, "UTF-8; puntkomma");
	assert_int_equal(back.regels, 12);
	assert_int_equal(back.waarnemingen, 36);
	assert_null(back.ingetrokken_op);
	levering_release(&back);
	assert_int_equal(levering_store_get(f->store, 1, &back, &err), 1);
	assert_int_equal(back.periode.soort, PERIODE_GEEN);
	assert_int_equal(back.status, LEVERING_DEFINITIEF);
	assert_false(back.volledig);
	levering_release(&back);
	assert_int_equal(levering_store_get(f->store, 3, &back, &err), 0);
	assert_int_equal(stmt_busy(f->store), 0);
}

static void every_kind_of_period_survives(void **state)
{
	struct fixture *f = *state;
	const struct periode kinds[] = {periode_kwartaal(2026, 2), periode_schooljaar(2025),
		periode_jaar(2026), periode_maand(2024, 2), periode_dag((struct date){2024, 2, 29}),
		periode_jaar(1900), periode_dag((struct date){2199, 12, 31})};

	for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
		struct levering l = fixture_levering("2026-07-21T09:30:00"), back;

		l.periode = kinds[i];
		assert_int_equal(levering_store_get(f->store, deliver(f, l), &back, &err), 1);
		assert_true(periode_equal(back.periode, kinds[i]));
		assert_int_equal(periode_cmp(back.periode, kinds[i]), 0);
		levering_release(&back);
		for (size_t j = 0; j < ARRAY_LEN(kinds); j++)
			assert_int_equal(periode_id(kinds[i]) < periode_id(kinds[j]),
				periode_cmp(kinds[i], kinds[j]) < 0);
	}
}

static void the_same_bytes_are_recognised_until_they_are_withdrawn(void **state)
{
	struct fixture *f = *state;
	struct levering l = fixture_levering("2026-07-01T09:30:00"), found;
	char other[] = HASH_B;

	assert_int_equal(levering_store_find_hash(f->store, "vve", HASH_A, &found, &err), 0);
	deliver(f, l);
	l.sha256 = other;
	deliver(f, l);
	assert_int_equal(levering_store_find_hash(f->store, "vve", HASH_A, &found, &err), 1);
	assert_int_equal(found.nr, 1);
	levering_release(&found);
	assert_int_equal(levering_store_find_hash(f->store, "vsv", HASH_A, &found, &err), 0);
	assert_ok(levering_store_withdraw(f->store, 1, "2026-07-02T10:00:00", "beleid", &err));
	assert_int_equal(levering_store_find_hash(f->store, "vve", HASH_A, &found, &err), 0);
	assert_ok(levering_store_restore(f->store, 1, "2026-07-03T10:00:00", "beleid", &err));
	assert_int_equal(levering_store_find_hash(f->store, "vve", HASH_A, &found, &err), 1);
	levering_release(&found);
}

static void withdrawing_keeps_the_delivery_and_says_since_when(void **state)
{
	struct fixture *f = *state;
	struct levering l;
	struct levering_list list;

	deliver(f, fixture_levering("2026-07-01T09:30:00"));
	assert_ok(
		levering_store_withdraw(f->store, 1, "2026-07-05T10:00:00", "procesmanager", &err));
	assert_int_equal(levering_store_get(f->store, 1, &l, &err), 1);
	assert_string_equal(l.ingetrokken_op, "2026-07-05T10:00:00");
	assert_string_equal(l.ingetrokken_door, "procesmanager");
	levering_release(&l);
	assert_ok(
		levering_store_list(f->store, (struct stand){.datum = {2026, 7, 4}}, &list, &err));
	assert_int_equal(list.count, 1);
	assert_null(list.item[0].ingetrokken_op);
	levering_list_release(&list);
	assert_ok(
		levering_store_list(f->store, (struct stand){.datum = {2026, 7, 5}}, &list, &err));
	assert_non_null(list.item[0].ingetrokken_op);
	levering_list_release(&list);
	assert_int_equal(stmt_busy(f->store), 0);
}

static void a_list_shows_what_was_loaded_by_then(void **state)
{
	struct fixture *f = *state;
	struct levering_list list;

	deliver(f, fixture_levering("2026-07-01T09:30:00"));
	deliver(f, fixture_levering("2026-07-08T23:59:59"));
	deliver(f, fixture_levering("2026-07-09T00:00:00"));
	assert_ok(levering_store_list(f->store, (struct stand){.tot_levering = 0}, &list, &err));
	assert_int_equal(list.count, 3);
	assert_int_equal(list.item[2].nr, 3);
	levering_list_release(&list);
	assert_ok(
		levering_store_list(f->store, (struct stand){.datum = {2026, 7, 8}}, &list, &err));
	assert_int_equal(list.count, 2);
	levering_list_release(&list);
	assert_ok(levering_store_list(
		f->store, (struct stand){.datum = {2026, 7, 8}, .tot_levering = 1}, &list, &err));
	assert_int_equal(list.count, 1);
	levering_list_release(&list);
	assert_ok(
		levering_store_list(f->store, (struct stand){.datum = {2026, 6, 30}}, &list, &err));
	assert_int_equal(list.count, 0);
	levering_list_release(&list);
}

static void withdrawing_asks_for_a_delivery_that_counts(void **state)
{
	struct fixture *f = *state;
	char *before, *after;

	deliver(f, fixture_levering("2026-07-01T09:30:00"));
	before = dump(f->store);
	assert_int_equal(
		levering_store_withdraw(f->store, 7, "2026-07-05T10:00:00", "b", &err), -1);
	assert_int_equal(err.kind, ERR_USE);
	assert_string_equal(err.text, "Levering 7 is er niet.");
	assert_non_null(err.advice);
	err_release(&err);
	assert_refused(levering_store_restore(f->store, 1, "2026-07-05T10:00:00", "b", &err),
		"Levering 1 is niet teruggedraaid.");
	after = dump(f->store);
	assert_string_equal(before, after);
	free(before);
	free(after);
	assert_ok(levering_store_withdraw(f->store, 1, "2026-07-05T10:00:00", "b", &err));
	assert_refused(levering_store_withdraw(f->store, 1, "2026-07-06T10:00:00", "b", &err),
		"Levering 1 is al teruggedraaid.");
	assert_true(sqlite3_get_autocommit(f->store->db)); /* no transaction left open */
}

/* With a clock that was set back, two withdrawals can cover one day. */
static void a_list_never_shows_a_delivery_twice(void **state)
{
	struct fixture *f = *state;
	struct levering_list list;

	deliver(f, fixture_levering("2026-07-01T09:30:00"));
	assert_ok(levering_store_withdraw(f->store, 1, "2026-07-03T10:00:00", "b", &err));
	assert_ok(levering_store_restore(f->store, 1, "2026-07-20T10:00:00", "b", &err));
	assert_ok(levering_store_withdraw(f->store, 1, "2026-07-05T10:00:00", "c", &err));
	assert_ok(
		levering_store_list(f->store, (struct stand){.datum = {2026, 7, 10}}, &list, &err));
	assert_int_equal(list.count, 1);
	assert_string_equal(list.item[0].ingetrokken_door, "c");
	levering_list_release(&list);
}

static void a_delivery_is_never_changed(void **state)
{
	struct fixture *f = *state;

	deliver(f, fixture_levering("2026-07-01T09:30:00"));
	assert_int_not_equal(
		sqlite3_exec(f->store->db, "UPDATE levering SET bytes = 1", NULL, NULL, NULL),
		SQLITE_OK);
}

static void a_wrong_moment_or_hash_is_our_own_mistake(void **state)
{
	static char moment[] = "2026-07-01 09:30", day[] = "2026-02-30T09:30:00", hash[] = "abc";
	struct fixture *f = *state;
	struct levering wrong[3];

	wrong[0] = wrong[1] = wrong[2] = fixture_levering("2026-07-01T09:30:00");
	wrong[0].geladen_op = moment;
	wrong[1].geladen_op = day;
	wrong[2].sha256 = hash;
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		assert_ok(store_begin(f->store, &err));
		assert_int_equal(levering_store_add(f->store, &wrong[i], &err), -1);
		assert_int_equal(err.kind, ERR_DEFECT);
		err_release(&err);
		store_rollback(f->store);
		assert_int_equal(wrong[i].nr, 0);
	}
}

static void collect(void *arg, const struct bevinding *b)
{
	str_add_f(arg, "%s %s %lld %s: %s (%s)\n", b->ernst, b->regel_id, (long long)b->regel,
		b->kolom ? b->kolom : "-", b->tekst, b->advies ? b->advies : "-");
}

static void findings_come_back_in_their_order(void **state)
{
	struct fixture *f = *state;
	const struct bevinding list[] = {
		{"waarschuwing", "C4", 7, "wijk", "1 van 8 wijken ontbreekt.", "Vraag na."},
		{"melding", "codering", 0, NULL, "UTF-8 met BOM.", NULL},
		{"waarschuwing", "C4", 3, NULL, "x", NULL}};
	struct str s = STR_INIT;

	deliver(f, fixture_levering("2026-07-01T09:30:00"));
	deliver(f, fixture_levering("2026-07-02T09:30:00"));
	assert_ok(store_begin(f->store, &err));
	for (size_t i = 0; i < ARRAY_LEN(list); i++)
		assert_ok(bevinding_store_add(f->store, 2, &list[i], &err));
	assert_ok(bevinding_store_add(f->store, 1, &list[1], &err));
	assert_int_equal(
		bevinding_store_add(f->store, 3, &list[1], &err), -1); /* no such delivery */
	err_release(&err);
	assert_ok(store_commit(f->store, &err));
	assert_ok(bevinding_store_each(f->store, 2, collect, &s, &err));
	assert_string_equal(str_text(&s),
		"waarschuwing C4 7 wijk: 1 van 8 wijken ontbreekt. (Vraag na.)\n"
		"melding codering 0 -: UTF-8 met BOM. (-)\n"
		"waarschuwing C4 3 -: x (-)\n");
	str_clear(&s);
	assert_ok(bevinding_store_each(f->store, 9, collect, &s, &err));
	assert_string_equal(str_text(&s), "");
	str_release(&s);
}

static char *one_text(struct store *store, const char *sql)
{
	sqlite3_stmt *stmt;
	char *text;

	assert_int_equal(sqlite3_prepare_v2(store->db, sql, -1, &stmt, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	text = mem_dup((const char *)sqlite3_column_text(stmt, 0));
	sqlite3_finalize(stmt);
	return text;
}

static void each_line_of_the_log_is_chained_to_the_one_before(void **state)
{
	struct fixture *f = *state;
	static const char first[] = "\n2026-07-01T09:30:00\nbeleid\nlaad\nlevering 1\ngeladen";
	struct file_hash one, two;
	struct str s = STR_INIT;
	char *last;

	assert_ok(logboek_add(
		f->store, "2026-07-01T09:30:00", "beleid", "laad", "levering 1", "geladen", &err));
	file_hash_bytes(first, sizeof(first) - 1, &one);
	last = one_text(f->store, "SELECT keten FROM logboek");
	assert_string_equal(last, one.hex);
	free(last);
	assert_ok(logboek_add(f->store, "2026-07-02T09:30:00", "", "laad", "x", "geweigerd", &err));
	str_add_f(&s, "%s\n2026-07-02T09:30:00\n\nlaad\nx\ngeweigerd", one.hex);
	file_hash_bytes(str_text(&s), s.len, &two);
	last = one_text(f->store, "SELECT keten FROM logboek WHERE nr = 2");
	assert_string_equal(last, two.hex);
	free(last);
	str_release(&s);
}

static void add_line(void *arg, const struct logregel *r)
{
	str_add_f(arg, "%lld %s %s %s %s %s %s\n", (long long)r->nr, r->op, r->door, r->actie,
		r->object, r->resultaat, r->heel ? "heel" : "gebroken");
}

static void shown_log(struct fixture *f, const char *expected)
{
	struct str s = STR_INIT;

	assert_ok(logboek_each(f->store, add_line, &s, &err));
	assert_string_equal(str_text(&s), expected);
	assert_int_equal(stmt_busy(f->store), 0);
	str_release(&s);
}

/* Someone with another program can get at the file; that it was done then shows. */
static void a_changed_line_breaks_the_log_from_there_on(void **state)
{
	struct fixture *f = *state;

	shown_log(f, "");
	for (int i = 0; i < 3; i++)
		assert_ok(
			logboek_add(f->store, "2026-07-01T09:30:00", "b", "laad", "x", "y", &err));
	shown_log(f,
		"1 2026-07-01T09:30:00 b laad x y heel\n2 2026-07-01T09:30:00 b laad x y heel\n"
		"3 2026-07-01T09:30:00 b laad x y heel\n");
	assert_int_equal(
		sqlite3_exec(f->store->db,
			"DROP TRIGGER logboek_blijft; UPDATE logboek SET door = 'c' WHERE nr = 2",
			NULL, NULL, NULL),
		SQLITE_OK);
	shown_log(f,
		"1 2026-07-01T09:30:00 b laad x y heel\n2 2026-07-01T09:30:00 c laad x y gebroken\n"
		"3 2026-07-01T09:30:00 b laad x y gebroken\n");
}

static void a_removed_line_breaks_the_log_from_there_on(void **state)
{
	struct fixture *f = *state;

	for (int i = 0; i < 3; i++)
		assert_ok(
			logboek_add(f->store, "2026-07-01T09:30:00", "b", "laad", "x", "y", &err));
	assert_int_equal(
		sqlite3_exec(f->store->db,
			"DROP TRIGGER logboek_blijft_staan; DELETE FROM logboek WHERE nr = 2", NULL,
			NULL, NULL),
		SQLITE_OK);
	shown_log(f, "1 2026-07-01T09:30:00 b laad x y heel\n3 2026-07-01T09:30:00 b laad x y "
		     "gebroken\n");
}

static void withdrawing_and_restoring_are_logged_in_the_same_moment(void **state)
{
	struct fixture *f = *state;
	char *line;

	deliver(f, fixture_levering("2026-07-01T09:30:00"));
	assert_ok(levering_store_withdraw(f->store, 1, "2026-07-05T10:00:00", "beleid", &err));
	line = one_text(f->store,
		"SELECT actie || '; ' || object || '; ' || resultaat || '; ' || door || "
		"'; ' || op FROM logboek WHERE nr = 1");
	assert_string_equal(
		line, "draai-terug; levering 1; telt niet meer mee; beleid; 2026-07-05T10:00:00");
	free(line);
	assert_ok(levering_store_restore(f->store, 1, "2026-07-06T10:00:00", "beleid", &err));
	line = one_text(f->store, "SELECT actie FROM logboek WHERE nr = 2");
	assert_string_equal(line, "levering-herstel");
	free(line);
}

static void the_view_says_what_counts_today(void **state)
{
	struct fixture *f = *state;
	struct bevinding b = {"waarschuwing", "C4", 0, NULL, "x", NULL};
	struct levering l = fixture_levering("2026-07-01T09:30:00");
	char *row;
	static const char sql[] =
		"SELECT group_concat(nr || ' ' || bron || ' ' || coalesce(periode, '-') || "
		"' ' || status || ' ' || waarschuwingen || ' ' || telt_mee, '; ') "
		"FROM v_levering";

	l.periode = periode_kwartaal(2026, 2);
	deliver(f, l);
	deliver(f, fixture_levering("2026-07-02T09:30:00"));
	assert_ok(store_begin(f->store, &err));
	assert_ok(bevinding_store_add(f->store, 2, &b, &err));
	assert_ok(store_commit(f->store, &err));
	assert_ok(levering_store_withdraw(f->store, 1, "2026-07-05T10:00:00", "beleid", &err));
	assert_ok(levering_store_restore(f->store, 1, "2026-07-06T10:00:00", "beleid", &err));
	assert_ok(levering_store_withdraw(f->store, 1, "2026-07-07T10:00:00", "beleid", &err));
	row = one_text(f->store, sql);
	assert_string_equal(row, "1 vve 2026-K2 definitief 0 0; 2 vve - definitief 1 1");
	free(row);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_STORE(a_delivery_comes_back_as_it_was_recorded),
		WITH_STORE(every_kind_of_period_survives),
		WITH_STORE(the_same_bytes_are_recognised_until_they_are_withdrawn),
		WITH_STORE(withdrawing_keeps_the_delivery_and_says_since_when),
		WITH_STORE(a_list_shows_what_was_loaded_by_then),
		WITH_STORE(withdrawing_asks_for_a_delivery_that_counts),
		WITH_STORE(a_list_never_shows_a_delivery_twice),
		WITH_STORE(a_delivery_is_never_changed),
		WITH_STORE(a_wrong_moment_or_hash_is_our_own_mistake),
		WITH_STORE(findings_come_back_in_their_order),
		WITH_STORE(each_line_of_the_log_is_chained_to_the_one_before),
		WITH_STORE(a_changed_line_breaks_the_log_from_there_on),
		WITH_STORE(a_removed_line_breaks_the_log_from_there_on),
		WITH_STORE(withdrawing_and_restoring_are_logged_in_the_same_moment),
		WITH_STORE(the_view_says_what_counts_today),
	};

	return RUN_TESTS(tests);
}
