/* Registers: which version of a row counts, and what the views show of it. All rows are fictional
 * (fictief). */
#include "test.h"

#include "base/file.h"
#include "store/register_store.h"
#include "store_fixture.h"

#define NOW ((struct stand){.tot_levering = 0})

static struct stand per(int jaar, int maand, int dag)
{
	return (struct stand){.datum = {jaar, maand, dag}};
}

/* Its texts are good until the next call. */
static struct levering levering_of(const char *bron, const char *dag)
{
	static char name[40];
	char op[40];
	struct levering l;

	snprintf(op, sizeof(op), "%sT09:30:00", dag);
	snprintf(name, sizeof(name), "%s", bron);
	l = fixture_levering(op);
	l.bron = name;
	return l;
}

/* One row per word of `rows`: "A-1=loopt A-2=klaar". Returns the number of the delivery. */
static int64_t deliver_as(struct fixture *f, struct levering *l, const char *rows)
{
	struct err err = ERR_INIT;
	const char *naam[] = {"soort", "status", "bewijs"}, *waarde[] = {"actie", NULL, ""};
	char *copy = mem_dup(rows), *rest = copy, *word;
	int64_t regel = 2;

	assert_ok(store_begin(f->store, &err));
	assert_ok(levering_store_add(f->store, l, &err));
	while ((word = strtok_r(rest, " ", &rest))) {
		char *value = strchr(word, '=');

		*value++ = '\0';
		waarde[1] = value;
		assert_ok(register_store_add(f->store, l->bron,
			&(struct register_rij){.id = word,
				.levering = l->nr,
				.regel = regel++,
				.count = 3,
				.naam = naam,
				.waarde = waarde},
			&err));
	}
	assert_ok(store_commit(f->store, &err));
	assert_int_equal(stmt_busy(f->store), 0);
	free(copy);
	return l->nr;
}

static int64_t deliver(struct fixture *f, const char *dag, bool volledig, const char *rows)
{
	struct levering l = levering_of("acties", dag);

	l.volledig = volledig;
	return deliver_as(f, &l, rows);
}

/* A register of a day, as its file name says. */
static int64_t deliver_day(
	struct fixture *f, const char *dag, struct date peil, bool volledig, const char *rows)
{
	struct levering l = levering_of("acties", dag);

	l.volledig = volledig;
	l.periode = periode_dag(peil);
	return deliver_as(f, &l, rows);
}

static const char *shown(const struct register_list *list)
{
	static struct str s;

	str_release(&s);
	for (size_t i = 0; i < list->count; i++)
		str_add_f(&s, "%s%s=%s", i ? " " : "", list->item[i].id,
			register_waarde(&list->item[i], "status"));
	return str_text(&s);
}

static const char *current(struct fixture *f, struct stand stand)
{
	struct err err = ERR_INIT;
	struct register_list list;
	const char *text;

	assert_ok(register_store_load(f->store, "acties", stand, &list, &err));
	assert_int_equal(stmt_busy(f->store), 0);
	text = shown(&list);
	register_list_release(&list);
	return text;
}

/* What the analysts' view shows of the same. */
static const char *viewed(struct fixture *f)
{
	static struct str s;
	sqlite3_stmt *stmt;

	str_release(&s);
	assert_int_equal(
		sqlite3_prepare_v2(f->store->db, "SELECT id, status FROM v_actie ORDER BY id", -1,
			&stmt, NULL),
		SQLITE_OK);
	while (sqlite3_step(stmt) == SQLITE_ROW)
		str_add_f(&s, "%s%s=%s", s.len ? " " : "",
			(const char *)sqlite3_column_text(stmt, 0),
			(const char *)sqlite3_column_text(stmt, 1));
	assert_int_equal(sqlite3_finalize(stmt), SQLITE_OK);
	return str_text(&s);
}

static void a_row_comes_back_with_its_columns_in_order_and_empty_cells_left_out(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	struct register_list list;
	const struct register_rij *rij;

	deliver(f, "2026-07-14", true, "A-2=loopt A-1=klaar");
	assert_ok(register_store_load(f->store, "acties", NOW, &list, &err));
	assert_int_equal(list.count, 2);
	rij = &list.item[0];
	assert_string_equal(rij->id, "A-1");
	assert_int_equal(rij->levering, 1);
	assert_int_equal(rij->regel, 3);
	assert_false(rij->voorlopig);
	assert_int_equal(rij->count, 2);
	assert_string_equal(rij->naam[0], "soort");
	assert_string_equal(rij->waarde[0], "actie");
	assert_string_equal(rij->naam[1], "status");
	assert_string_equal(register_waarde(rij, "bewijs"), "");
	assert_string_equal(register_waarde(rij, "bestaat_niet"), "");
	assert_ptr_equal(register_find(&list, "A-2"), &list.item[1]);
	assert_null(register_find(&list, "A-3"));
	register_list_release(&list);
	assert_null(register_find(&list, "A-2"));
}

static void a_row_without_any_filled_cell_is_still_a_row(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	struct levering l = levering_of("acties", "2026-07-14");
	struct register_list list;

	assert_ok(store_begin(f->store, &err));
	assert_ok(levering_store_add(f->store, &l, &err));
	assert_ok(register_store_add(f->store, "acties",
		&(struct register_rij){.id = "A-1", .levering = l.nr}, &err));
	assert_ok(store_commit(f->store, &err));
	assert_ok(register_store_load(f->store, "acties", NOW, &list, &err));
	assert_int_equal(list.count, 1);
	assert_int_equal(list.item[0].count, 0);
	assert_int_equal(list.item[0].regel, 0);
	register_list_release(&list);
	assert_string_equal(viewed(f), "A-1=(null)");
}

static void the_newest_version_of_a_row_counts_and_the_old_one_at_its_day(void **state)
{
	struct fixture *f = *state;

	deliver(f, "2026-03-20", false, "A-1=loopt A-2=loopt");
	deliver(f, "2026-07-14", false, "A-1=klaar");
	assert_string_equal(current(f, NOW), "A-1=klaar A-2=loopt");
	assert_string_equal(current(f, per(2026, 7, 13)), "A-1=loopt A-2=loopt");
	assert_string_equal(current(f, per(2026, 7, 14)), "A-1=klaar A-2=loopt");
	assert_string_equal(
		current(f, (struct stand){.tot_levering = 1}), "A-1=loopt A-2=loopt");
	assert_string_equal(current(f, per(2026, 3, 19)), "");
	assert_string_equal(viewed(f), "A-1=klaar A-2=loopt");
}

static void a_row_that_a_complete_delivery_lacks_has_lapsed(void **state)
{
	struct fixture *f = *state;

	deliver(f, "2026-03-20", true, "A-1=loopt A-2=loopt");
	deliver(f, "2026-07-14", true, "A-1=klaar A-3=loopt");
	assert_string_equal(current(f, NOW), "A-1=klaar A-3=loopt");
	assert_string_equal(current(f, per(2026, 7, 13)), "A-1=loopt A-2=loopt");
	assert_string_equal(viewed(f), "A-1=klaar A-3=loopt");
}

static void an_empty_complete_delivery_leaves_nothing(void **state)
{
	struct fixture *f = *state;

	deliver(f, "2026-03-20", true, "A-1=loopt");
	deliver(f, "2026-07-14", true, "");
	assert_string_equal(current(f, NOW), "");
	assert_string_equal(viewed(f), "");
}

static void a_withdrawal_brings_back_what_stood_from_its_own_day(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;

	deliver(f, "2026-03-20", true, "A-1=loopt A-2=loopt");
	deliver(f, "2026-07-14", true, "A-1=klaar");
	assert_ok(levering_store_withdraw(f->store, 2, "2026-07-16T10:00:00", "beleid", &err));
	assert_string_equal(current(f, NOW), "A-1=loopt A-2=loopt");
	assert_string_equal(viewed(f), "A-1=loopt A-2=loopt");
	assert_string_equal(current(f, per(2026, 7, 15)), "A-1=klaar");
	assert_string_equal(current(f, per(2026, 7, 16)), "A-1=loopt A-2=loopt");
	assert_ok(levering_store_restore(f->store, 2, "2026-07-18T10:00:00", "beleid", &err));
	assert_string_equal(current(f, NOW), "A-1=klaar");
	assert_string_equal(current(f, per(2026, 7, 17)), "A-1=loopt A-2=loopt");
}

static void an_older_register_that_is_loaded_late_does_not_replace_a_newer_one(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	struct levering l;

	deliver_day(f, "2026-07-14", (struct date){2026, 7, 14}, true, "A-1=klaar");
	deliver_day(f, "2026-07-20", (struct date){2026, 3, 20}, true, "A-1=loopt A-2=loopt");
	assert_string_equal(current(f, NOW), "A-1=klaar");
	assert_string_equal(viewed(f), "A-1=klaar");
	assert_int_equal(register_store_newest(f->store, "acties", NOW, &l, &err), 1);
	assert_int_equal(l.nr, 1);
	levering_release(&l);
}

static void of_one_day_the_later_delivery_is_the_correction(void **state)
{
	struct fixture *f = *state;

	deliver_day(f, "2026-07-14", (struct date){2026, 7, 14}, true, "A-1=klaar");
	deliver_day(f, "2026-07-15", (struct date){2026, 7, 14}, true, "A-1=gestopt");
	assert_string_equal(current(f, NOW), "A-1=gestopt");
	assert_string_equal(viewed(f), "A-1=gestopt");
}

/* A register whose rows have years of their own (overleggen): the file is of no day. */
static void a_period_that_is_no_day_does_not_change_the_order(void **state)
{
	struct fixture *f = *state;
	struct levering l = levering_of("acties", "2026-03-20");

	l.volledig = true;
	l.periode = periode_jaar(2027);
	deliver_as(f, &l, "A-1=loopt");
	deliver(f, "2026-07-14", true, "A-1=klaar");
	assert_string_equal(current(f, NOW), "A-1=klaar");
	assert_string_equal(viewed(f), "A-1=klaar");
}

static void registers_do_not_touch_each_other(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	struct levering l;
	char **names;
	size_t count;

	deliver(f, "2026-07-14", true, "A-1=klaar");
	l = levering_of("besluiten", "2026-07-20");
	l.volledig = true;
	deliver_as(f, &l, "A-1=anders");
	assert_string_equal(current(f, NOW), "A-1=klaar");
	assert_ok(register_store_names(f->store, &names, &count, &err));
	assert_int_equal(count, 2);
	assert_string_equal(names[0], "acties");
	assert_string_equal(names[1], "besluiten");
	file_list_free(names, count);
}

static void the_history_of_a_row_holds_every_version(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	struct register_list list;

	deliver(f, "2026-03-20", true, "A-1=loopt");
	deliver(f, "2026-05-01", true, "A-1=vertraagd A-2=loopt");
	deliver(f, "2026-07-14", true, "A-2=klaar");
	assert_ok(levering_store_withdraw(f->store, 2, "2026-07-16T10:00:00", "beleid", &err));
	assert_ok(register_store_history(f->store, "acties", "A-1", &list, &err));
	assert_string_equal(shown(&list), "A-1=loopt A-1=vertraagd");
	assert_int_equal(list.item[0].levering, 1);
	assert_false(list.item[0].ingetrokken);
	assert_int_equal(list.item[1].levering, 2);
	assert_true(list.item[1].ingetrokken);
	register_list_release(&list);
	assert_ok(register_store_history(f->store, "acties", "A-9", &list, &err));
	assert_int_equal(list.count, 0);
	register_list_release(&list);
}

static void a_provisional_delivery_says_so_in_its_rows(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	struct levering l = levering_of("acties", "2026-07-14");
	struct register_list list;

	l.status = LEVERING_VOORLOPIG;
	deliver_as(f, &l, "A-1=loopt");
	assert_ok(register_store_load(f->store, "acties", NOW, &list, &err));
	assert_true(list.item[0].voorlopig);
	register_list_release(&list);
}

static void a_register_that_was_never_delivered_is_an_empty_list(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	struct register_list list;
	struct levering l;

	assert_ok(register_store_load(f->store, "acties", NOW, &list, &err));
	assert_int_equal(list.count, 0);
	register_list_release(&list);
	assert_int_equal(register_store_newest(f->store, "acties", NOW, &l, &err), 0);
}

static void one_id_twice_in_a_delivery_is_refused(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	struct levering l = levering_of("acties", "2026-07-14");
	struct register_rij rij = {.id = "A-1"};

	assert_ok(store_begin(f->store, &err));
	assert_ok(levering_store_add(f->store, &l, &err));
	rij.levering = l.nr;
	assert_ok(register_store_add(f->store, "acties", &rij, &err));
	assert_refused(register_store_add(f->store, "acties", &rij, &err), "register");
	store_rollback(f->store);
}

static void a_stored_row_cannot_be_changed(void **state)
{
	struct fixture *f = *state;

	deliver(f, "2026-07-14", true, "A-1=klaar");
	assert_int_not_equal(sqlite3_exec(f->store->db, "UPDATE register_cel SET waarde = 'x'", NULL,
				     NULL, NULL),
		SQLITE_OK);
	assert_int_not_equal(sqlite3_exec(f->store->db, "UPDATE register_rij SET sleutel = 'x'",
				     NULL, NULL, NULL),
		SQLITE_OK);
	assert_string_equal(current(f, NOW), "A-1=klaar");
}

/* ---- every combination against a plain replay ---- */

enum { ROUNDS = 150, DELIVERIES = 6, IDS = 3 };

struct plan {
	int day[DELIVERIES]; /* 0: the file is of no day */
	bool volledig[DELIVERIES], withdrawn[DELIVERIES];
	unsigned holds[DELIVERIES]; /* bits of ids */
};

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16;
}

/* Plays the deliveries that count in their order: a complete one wipes, each writes its rows. */
static const char *replay(const struct plan *p)
{
	static char text[80];
	int value[IDS] = {0}, done[DELIVERIES] = {0};
	size_t len = 0;

	for (int turn = 0; turn < DELIVERIES; turn++) {
		int next = -1;

		for (int d = 0; d < DELIVERIES; d++)
			if (!done[d] && (next < 0 || p->day[d] < p->day[next]))
				next = d;
		done[next] = 1;
		if (p->withdrawn[next])
			continue;
		for (int id = 0; id < IDS; id++)
			if (p->holds[next] & 1u << id)
				value[id] = next + 1;
			else if (p->volledig[next])
				value[id] = 0;
	}
	text[0] = '\0';
	for (int id = 0; id < IDS; id++)
		if (value[id])
			len += (size_t)snprintf(text + len, sizeof(text) - len, "%sA-%d=%d",
				len ? " " : "", id, value[id]);
	return text;
}

static void make_plan(struct plan *p, unsigned *seed)
{
	for (int d = 0; d < DELIVERIES; d++) {
		p->day[d] = (int)(next_random(seed) % 4);
		p->volledig[d] = next_random(seed) % 2;
		p->withdrawn[d] = next_random(seed) % 4 == 0;
		p->holds[d] = next_random(seed) % (1u << IDS);
	}
}

static void play(struct fixture *f, const struct plan *p)
{
	struct err err = ERR_INIT;

	for (int d = 0; d < DELIVERIES; d++) {
		char rows[80] = "";
		size_t len = 0;
		int64_t nr;

		for (int id = 0; id < IDS; id++)
			if (p->holds[d] & 1u << id)
				len += (size_t)snprintf(rows + len, sizeof(rows) - len, "A-%d=%d ",
					id, d + 1);
		nr = p->day[d] ? deliver_day(f, "2026-07-01",
					 (struct date){2026, 6, p->day[d]}, p->volledig[d], rows)
			       : deliver(f, "2026-07-01", p->volledig[d], rows);
		if (p->withdrawn[d])
			assert_ok(levering_store_withdraw(
				f->store, nr, "2026-07-02T10:00:00", "beleid", &err));
	}
}

static void any_sequence_gives_what_a_plain_replay_gives(void **state)
{
	unsigned seed = 7;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		void *own = NULL;
		struct plan plan;

		make_plan(&plan, &seed);
		fixture_setup(&own);
		play(own, &plan);
		assert_string_equal(current(own, NOW), replay(&plan));
		assert_string_equal(viewed(own), replay(&plan));
		fixture_teardown(&own);
	}
}

/* ---- the views ---- */

static const char *cell(struct fixture *f, const char *sql)
{
	static char text[80];
	sqlite3_stmt *stmt;
	const unsigned char *found;

	assert_int_equal(sqlite3_prepare_v2(f->store->db, sql, -1, &stmt, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	found = sqlite3_column_text(stmt, 0);
	snprintf(text, sizeof(text), "%s", found ? (const char *)found : "NULL");
	assert_int_equal(sqlite3_finalize(stmt), SQLITE_OK);
	return text;
}

static void add_row(struct fixture *f, const char *bron, const char *const *naam,
	const char *const *waarde, size_t count)
{
	struct err err = ERR_INIT;
	struct levering l = levering_of(bron, "2026-07-14");

	assert_ok(store_begin(f->store, &err));
	assert_ok(levering_store_add(f->store, &l, &err));
	assert_ok(register_store_add(f->store, bron,
		&(struct register_rij){
			.id = "X-1", .levering = l.nr, .count = count, .naam = naam, .waarde = waarde},
		&err));
	assert_ok(store_commit(f->store, &err));
}

static void the_views_show_a_column_per_cell_and_null_for_what_is_empty(void **state)
{
	struct fixture *f = *state;
	static const char *const overleg[] = {"gremium", "datum", "deelnemers"};
	static const char *const overleg_cel[] = {"stuurgroep", "2026-06-04", "10"};
	static const char *const besluit[] = {"tekst", "actie_id"};
	static const char *const besluit_cel[] = {"fictief besluit", ""};
	static const char *const interventie[] = {"naam", "reden"};
	static const char *const interventie_cel[] = {"fictieve aanpak", "te duur"};

	add_row(f, "overleggen", overleg, overleg_cel, 3);
	add_row(f, "besluiten", besluit, besluit_cel, 2);
	add_row(f, "interventies", interventie, interventie_cel, 2);
	assert_string_equal(cell(f, "SELECT gremium FROM v_overleg"), "stuurgroep");
	assert_string_equal(cell(f, "SELECT typeof(deelnemers) FROM v_overleg"), "integer");
	assert_string_equal(cell(f, "SELECT naam FROM v_overleg"), "NULL");
	assert_string_equal(cell(f, "SELECT tekst FROM v_besluit"), "fictief besluit");
	assert_string_equal(cell(f, "SELECT actie_id FROM v_besluit"), "NULL");
	assert_string_equal(cell(f, "SELECT reden FROM v_interventie"), "te duur");
	assert_string_equal(cell(f, "SELECT count(*) FROM v_actie"), "0");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_STORE(a_row_comes_back_with_its_columns_in_order_and_empty_cells_left_out),
		WITH_STORE(a_row_without_any_filled_cell_is_still_a_row),
		WITH_STORE(the_newest_version_of_a_row_counts_and_the_old_one_at_its_day),
		WITH_STORE(a_row_that_a_complete_delivery_lacks_has_lapsed),
		WITH_STORE(an_empty_complete_delivery_leaves_nothing),
		WITH_STORE(a_withdrawal_brings_back_what_stood_from_its_own_day),
		WITH_STORE(an_older_register_that_is_loaded_late_does_not_replace_a_newer_one),
		WITH_STORE(of_one_day_the_later_delivery_is_the_correction),
		WITH_STORE(a_period_that_is_no_day_does_not_change_the_order),
		WITH_STORE(registers_do_not_touch_each_other),
		WITH_STORE(the_history_of_a_row_holds_every_version),
		WITH_STORE(a_provisional_delivery_says_so_in_its_rows),
		WITH_STORE(a_register_that_was_never_delivered_is_an_empty_list),
		WITH_STORE(one_id_twice_in_a_delivery_is_refused),
		WITH_STORE(a_stored_row_cannot_be_changed),
		cmocka_unit_test(any_sequence_gives_what_a_plain_replay_gives),
		WITH_STORE(the_views_show_a_column_per_cell_and_null_for_what_is_empty),
	};

	return RUN_TESTS(tests);
}
