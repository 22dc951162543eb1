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

static void a_complete_delivery_is_complete_for_its_own_period_only(void **state)
{
	struct fixture *f = *state;
	const struct cell cells[] = {{1, "", "doelgroep", 46}};
	struct levering l = fixture_levering("2026-07-01T09:30:00");

	l.volledig = true;
	l.periode = periode_kwartaal(2026, 1);
	deliver_as(f, &l, l.periode, cells, 1);
	deliver(f, "2026-07-08", true, cells, 0); /* 2026-K2, and nothing in it */
	assert_string_equal(current(f, NOW), "1 doelgroep 46");
}

/* A file of several periods names none; it speaks about those of its rows. */
static void a_complete_file_of_several_periods_is_complete_for_each(void **state)
{
	struct fixture *f = *state;
	const struct cell both[] = {{1, "", "doelgroep", 46}, {2, "", "doelgroep", 30}};
	const struct cell one[] = {{1, "", "doelgroep", 47}};
	struct levering l = fixture_levering("2026-07-01T09:30:00");

	deliver_as(f, &l, periode_kwartaal(2026, 1), both, 2);
	deliver_as(f, &l, periode_kwartaal(2026, 2), both, 2);
	l.volledig = true;
	deliver_as(f, &l, periode_kwartaal(2026, 2), one, 1);
	assert_string_equal(current(f, NOW), "1 doelgroep 46; 2 doelgroep 30; 1 doelgroep 47");
}

static void an_empty_complete_delivery_leaves_nothing(void **state)
{
	struct fixture *f = *state;
	const struct cell cells[] = {{1, "", "doelgroep", 46}};

	deliver(f, "2026-07-01", false, cells, 1);
	deliver(f, "2026-07-08", true, cells, 0);
	assert_string_equal(current(f, NOW), "");
	assert_string_equal(current(f, (struct stand){.tot_levering = 1}), "1 doelgroep 46");
}

static void loaded_and_withdrawn_on_one_day_counts_at_no_days_end(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	const struct cell first[] = {{1, "", "doelgroep", 46}};

	deliver(f, "2026-07-01", false, first, 1);
	assert_ok(levering_store_withdraw(f->store, 1, "2026-07-01T17:00:00", "beleid", &err));
	assert_string_equal(current(f, per(2026, 7, 1)), "");
	assert_ok(levering_store_restore(f->store, 1, "2026-07-01T18:00:00", "beleid", &err));
	assert_string_equal(current(f, per(2026, 7, 1)), "1 doelgroep 46");
}

static void each_state_and_its_bounds_come_back(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	const struct waarneming in[] = {
		{.maat = "a",
			.staat = STAAT_WAARDE,
			.begrensd = true,
			.min = 275,
			.max = 275,
			.schaal = 2,
			.regel = 7},
		{.maat = "b", .staat = STAAT_AFGESCHERMD, .begrensd = true, .min = 1, .max = 4},
		{.maat = "c", .staat = STAAT_AFGESCHERMD},
		{.maat = "d", .staat = STAAT_NIET_GELEVERD},
		{.maat = "e", .staat = STAAT_NVT},
		{.maat = "f", .staat = STAAT_ONBEKEND},
		{.maat = "g", .staat = STAAT_WAARDE, .begrensd = true, .min = 0, .max = 0},
		{.maat = "h", .staat = STAAT_WAARDE, .begrensd = true, .min = -3, .max = -3},
		{.maat = "i",
			.staat = STAAT_WAARDE,
			.begrensd = true,
			.min = INT64_MAX,
			.max = INT64_MAX},
	};
	struct levering l = fixture_levering("2026-07-01T09:30:00");
	struct waarneming_query *q;
	const struct waarneming *out;

	l.status = LEVERING_VOORLOPIG;
	assert_ok(store_begin(f->store, &err));
	assert_ok(levering_store_add(f->store, &l, &err));
	for (size_t i = 0; i < ARRAY_LEN(in); i++) {
		struct waarneming w = in[i];

		w.levering = l.nr;
		w.gebied = f->gebieden.item[1].id;
		w.periode = periode_dag((struct date){2026, 6, 30});
		w.kenmerk = "";
		assert_ok(waarneming_store_add(f->store, "vve", &w, &err));
	}
	assert_ok(store_commit(f->store, &err));
	assert_ok(waarneming_query_open(&q, f->store, "vve", NOW, &err));
	for (size_t i = 0; i < ARRAY_LEN(in); i++) {
		assert_int_equal(waarneming_query_next(q, &out, &err), 1);
		assert_string_equal(out->maat, in[i].maat);
		assert_int_equal(out->staat, in[i].staat);
		assert_int_equal(out->begrensd, in[i].begrensd);
		assert_true(out->min == in[i].min && out->max == in[i].max);
		assert_int_equal(out->schaal, in[i].schaal);
		assert_int_equal(out->regel, in[i].regel);
		assert_int_equal(out->levering, 1);
		assert_true(out->voorlopig);
		assert_true(periode_equal(out->periode, periode_dag((struct date){2026, 6, 30})));
		assert_int_equal(date_cmp(out->periode.begin, (struct date){2026, 6, 30}), 0);
	}
	assert_int_equal(waarneming_query_next(q, &out, &err), 0);
	assert_int_equal(waarneming_query_next(q, &out, &err), 0);
	waarneming_query_close(q);
}

static void what_cannot_be_is_refused_by_the_schema(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	struct levering l = fixture_levering("2026-07-01T09:30:00");
	const struct waarneming good = {.levering = 1,
		.gebied = 1,
		.periode = periode_jaar(2026),
		.kenmerk = "",
		.maat = "a",
		.staat = STAAT_WAARDE,
		.begrensd = true,
		.min = 1,
		.max = 1};
	struct waarneming wrong[6];

	for (size_t i = 0; i < ARRAY_LEN(wrong); i++)
		wrong[i] = good;
	wrong[0].begrensd = false;       /* a value without a number */
	wrong[1].min = 2;                /* min above max */
	wrong[2].staat = STAAT_ONBEKEND; /* unknown, with a number */
	wrong[3].gebied = 99;
	wrong[4].levering = 99;
	wrong[5].schaal = 10;
	assert_ok(store_begin(f->store, &err));
	assert_ok(levering_store_add(f->store, &l, &err));
	assert_ok(waarneming_store_add(f->store, "vve", &good, &err));
	assert_refused(waarneming_store_add(f->store, "vve", &good, &err),
		"UNIQUE"); /* the same key twice */
	assert_refused(waarneming_store_add(f->store, "vsv", &good, &err),
		"FOREIGN KEY"); /* not its bron */
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		assert_int_equal(waarneming_store_add(f->store, "vve", &wrong[i], &err), -1);
		assert_int_equal(err.kind, ERR_DEFECT);
		err_release(&err);
	}
	store_rollback(f->store);
}

static void an_id_of_a_rolled_back_text_is_not_remembered(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	struct levering l = fixture_levering("2026-07-01T09:30:00");
	struct waarneming w = {.gebied = f->gebieden.item[1].id,
		.periode = periode_kwartaal(2026, 2),
		.kenmerk = "soort=weg",
		.maat = "weg",
		.staat = STAAT_WAARDE,
		.begrensd = true};
	const struct cell cells[] = {{1, "soort=blijft", "blijft", 1}, {1, "soort=weg", "weg", 2}};

	assert_ok(store_begin(f->store, &err));
	assert_ok(levering_store_add(f->store, &l, &err));
	w.levering = l.nr;
	assert_ok(waarneming_store_add(f->store, "vve", &w, &err));
	store_rollback(f->store);
	deliver(f, "2026-07-02", false, cells, 2);
	assert_string_equal(current(f, NOW), "1 soort=blijft blijft 1; 1 soort=weg weg 2");
}

static void a_source_without_observations_gives_none(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	const struct cell cells[] = {{1, "", "doelgroep", 46}};
	struct waarneming_query *q;
	const struct waarneming *w;
	char **names;
	size_t count;

	assert_ok(waarneming_store_sources(f->store, &names, &count, &err));
	assert_int_equal(count, 0);
	file_list_free(names, count);
	deliver(f, "2026-07-01", false, cells, 1);
	assert_ok(waarneming_query_open(&q, f->store, "vsv", NOW, &err));
	assert_int_equal(waarneming_query_next(q, &w, &err), 0);
	waarneming_query_close(q);
	assert_ok(waarneming_store_sources(f->store, &names, &count, &err));
	assert_int_equal(count, 1);
	assert_string_equal(names[0], "vve");
	file_list_free(names, count);
	waarneming_query_close(NULL);
}

static void two_queries_walk_at_once(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	const struct cell cells[] = {{1, "", "a", 1}, {2, "", "a", 2}};
	struct waarneming_query *one, *two;
	const struct waarneming *w;

	deliver(f, "2026-07-01", false, cells, 2);
	assert_ok(waarneming_query_open(&one, f->store, "vve", NOW, &err));
	assert_int_equal(waarneming_query_next(one, &w, &err), 1);
	assert_ok(waarneming_query_open(&two, f->store, "vve", NOW, &err));
	assert_int_equal(waarneming_query_next(two, &w, &err), 1);
	assert_int_equal(w->min, 1);
	assert_int_equal(waarneming_query_next(one, &w, &err), 1);
	assert_int_equal(w->min, 2);
	waarneming_query_close(one);
	assert_int_equal(waarneming_query_next(two, &w, &err), 1);
	assert_int_equal(w->min, 2);
	waarneming_query_close(two);
	assert_int_equal(stmt_busy(f->store), 0);
}

static void the_history_shows_all_that_was_delivered_by_number(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	const struct cell first[] = {{1, "soort=kdv", "a", 1}, {1, "", "b", 2}, {2, "", "a", 9}};
	const struct cell second[] = {{1, "", "b", 3}};
	struct waarneming_query *q;
	const struct waarneming *w;
	struct str s = STR_INIT;

	deliver(f, "2026-07-01", false, first, 3);
	deliver(f, "2026-07-08", true, second, 1);
	deliver(f, "2026-07-09", false, second, 1);
	assert_ok(levering_store_withdraw(f->store, 2, "2026-07-10T10:00:00", "beleid", &err));
	assert_ok(waarneming_history_open(
		&q, f->store, "vve", f->gebieden.item[1].id, periode_kwartaal(2026, 2), &err));
	while (waarneming_query_next(q, &w, &err) == 1)
		str_add_f(&s, "%lld %s %s %lld; ", (long long)w->levering, w->kenmerk, w->maat,
			(long long)w->min);
	waarneming_query_close(q);
	assert_string_equal(str_text(&s), "1  b 2; 1 soort=kdv a 1; 2  b 3; 3  b 3; ");
	str_release(&s);
}

/* ---- against a model ---------------------------------------------------------------------------
 *
 * A delivery-by-delivery replay over a small table of cells, written from the words of the header
 * and from nothing of the store, tried on random histories and every stand. */

enum { KEYS = 6, PERIODS = 3, MOST = 12, DAYS = 30 };

struct model_delivery {
	int day, bron;
	bool volledig, named; /* named: the file names period 0 */
	bool has[PERIODS][KEYS];
	int64_t value[PERIODS][KEYS];
	int off[4], on[4], changes; /* withdrawn from day off[i], until day on[i] (0: still) */
};

static unsigned chance(unsigned *seed, unsigned n)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % n;
}

static const struct periode periods[PERIODS] = {
	{PERIODE_KWARTAAL, 2026, 1, {2026, 1, 1}, {2026, 3, 31}},
	{PERIODE_MAAND, 2026, 3, {2026, 3, 1}, {2026, 3, 31}}, /* the same last day, another kind */
	{PERIODE_SCHOOLJAAR, 2025, 0, {2025, 8, 1}, {2026, 7, 31}}};
static const struct cell keys[KEYS] = {{1, "", "a", 0}, {1, "", "b", 0}, {1, "g=1", "a", 0},
	{2, "", "a", 0}, {2, "g=1", "a", 0}, {2, "g=2", "b", 0}};
/* Ids are given in the order of adding; reading goes by text. */
static const int adding[KEYS] = {5, 2, 0, 4, 1, 3};

static bool model_counts(const struct model_delivery *d, int day)
{
	if (d->day > day)
		return false;
	for (int i = 0; i < d->changes; i++)
		if (d->off[i] <= day && (!d->on[i] || d->on[i] > day))
			return false;
	return true;
}

static void model_text(
	const struct model_delivery *list, int count, int bron, int day, int last, struct str *s)
{
	int64_t value[PERIODS][KEYS] = {{0}};
	int from[PERIODS][KEYS] = {{0}};

	for (int i = 0; i < count && i < last; i++) {
		if (list[i].bron != bron || !model_counts(&list[i], day))
			continue;
		for (int p = 0; p < PERIODS; p++) {
			bool speaks = p == 0 && list[i].named;

			for (int k = 0; k < KEYS; k++)
				speaks |= list[i].has[p][k];
			for (int k = 0; k < KEYS; k++) {
				if (list[i].volledig && speaks)
					from[p][k] = 0;
				if (list[i].has[p][k]) {
					value[p][k] = list[i].value[p][k];
					from[p][k] = i + 1;
				}
			}
		}
	}
	for (int p = 0; p < PERIODS; p++)
		for (int k = 0; k < KEYS; k++)
			if (from[p][k])
				str_add_f(s, "%d/%d=%lld from %d; ", p, k, (long long)value[p][k],
					from[p][k]);
}

static const char *model_bron(int bron)
{
	return bron ? "vsv" : "vve";
}

static void add_row(struct fixture *f, const struct waarneming *w, struct str *s)
{
	int p = 0, k = 0;

	while (p < PERIODS && !periode_equal(periods[p], w->periode))
		p++;
	while (k < KEYS && (f->gebieden.item[keys[k].gebied].id != w->gebied ||
				   strcmp(keys[k].kenmerk, w->kenmerk) != 0 ||
				   strcmp(keys[k].maat, w->maat) != 0))
		k++;
	str_add_f(s, "%d/%d=%lld from %lld; ", p, k, (long long)w->min, (long long)w->levering);
}

static void store_text(struct fixture *f, int bron, struct stand stand, struct str *s)
{
	struct waarneming_query *q;
	const struct waarneming *w;
	struct err err = ERR_INIT;
	int step;

	assert_ok(waarneming_query_open(&q, f->store, model_bron(bron), stand, &err));
	while ((step = waarneming_query_next(q, &w, &err)) == 1)
		add_row(f, w, s);
	assert_ok(step);
	waarneming_query_close(q);
}

/* The analysts' view says the same in SQL. */
static void view_text(struct fixture *f, int bron, struct str *s)
{
	sqlite3_stmt *stmt;
	static const char sql[] =
		"SELECT periode, gebied, kenmerk, maat, min, levering, waarde FROM v_waarneming "
		"WHERE bron = ?1 ORDER BY eind, periode_soort = 'maand', gebied, kenmerk, maat";

	assert_int_equal(sqlite3_prepare_v2(f->store->db, sql, -1, &stmt, NULL), SQLITE_OK);
	sqlite3_bind_text(stmt, 1, model_bron(bron), -1, SQLITE_STATIC);
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		struct waarneming w = {.kenmerk = (const char *)sqlite3_column_text(stmt, 2),
			.maat = (const char *)sqlite3_column_text(stmt, 3),
			.min = sqlite3_column_int64(stmt, 4),
			.levering = sqlite3_column_int64(stmt, 5)};
		struct err err = ERR_INIT;

		assert_ok(periode_parse(
			(const char *)sqlite3_column_text(stmt, 0), &w.periode, &err));
		w.gebied = gebied_by_code(
			&f->gebieden, "wijk", (const char *)sqlite3_column_text(stmt, 1), DATE_NONE)
				   ->id;
		assert_int_equal(sqlite3_column_int64(stmt, 6), w.min);
		add_row(f, &w, s);
	}
	sqlite3_finalize(stmt);
}

static void load_delivery(struct fixture *f, const struct model_delivery *d)
{
	char op[40], bron[4];
	struct levering l;
	struct err err = ERR_INIT;

	snprintf(op, sizeof(op), "2026-07-%02dT09:30:00", d->day);
	snprintf(bron, sizeof(bron), "%s", model_bron(d->bron));
	l = fixture_levering(op);
	l.bron = bron;
	l.volledig = d->volledig;
	if (d->named)
		l.periode = periods[0];
	assert_ok(store_begin(f->store, &err));
	assert_ok(levering_store_add(f->store, &l, &err));
	for (int p = PERIODS - 1; p >= 0; p--)
		for (int i = 0; i < KEYS; i++) {
			const struct cell *key = &keys[adding[i]];
			struct waarneming w = {.levering = l.nr,
				.gebied = f->gebieden.item[key->gebied].id,
				.periode = periods[p],
				.kenmerk = key->kenmerk,
				.maat = key->maat,
				.staat = STAAT_WAARDE,
				.begrensd = true,
				.min = d->value[p][adding[i]],
				.max = d->value[p][adding[i]]};

			if (d->has[p][adding[i]])
				assert_ok(waarneming_store_add(f->store, bron, &w, &err));
		}
	assert_ok(store_commit(f->store, &err));
}

static void make_delivery(struct model_delivery *d, int day, unsigned *seed)
{
	*d = (struct model_delivery){.day = day,
		.bron = (int)chance(seed, 4) == 0,
		.volledig = chance(seed, 3) == 0,
		.named = chance(seed, 2) == 0};
	for (int p = 0; p < PERIODS; p++)
		for (int k = 0; k < KEYS; k++) {
			d->has[p][k] = chance(seed, 3) == 0;
			d->value[p][k] = (int64_t)chance(seed, 1000);
		}
}

static void change_some_delivery(
	struct fixture *f, struct model_delivery *list, int count, int day, unsigned *seed)
{
	int nr = (int)chance(seed, (unsigned)count);
	struct model_delivery *d = &list[nr];
	bool withdrawn = d->changes && !d->on[d->changes - 1];
	struct err err = ERR_INIT;
	char op[40];

	snprintf(op, sizeof(op), "2026-07-%02dT12:00:00", day);
	if (withdrawn) {
		assert_ok(levering_store_restore(f->store, nr + 1, op, "beleid", &err));
		d->on[d->changes - 1] = day;
	} else if (d->changes < (int)ARRAY_LEN(d->off)) {
		assert_ok(levering_store_withdraw(f->store, nr + 1, op, "beleid", &err));
		d->off[d->changes++] = day;
	}
}

static void same(struct str *a, struct str *b, unsigned run)
{
	if (strcmp(str_text(a), str_text(b)) != 0)
		fail_msg("loop %u: '%s', verwacht '%s'", run, str_text(a), str_text(b));
	str_clear(a);
	str_clear(b);
}

static void one_history(struct fixture *f, unsigned run)
{
	struct model_delivery list[MOST];
	struct str expected = STR_INIT, found = STR_INIT;
	unsigned seed = run;
	int count = 0, day = 1;

	while (count < MOST && day <= DAYS) {
		day += (int)chance(&seed, 4);
		if (day > DAYS)
			break;
		if (count && chance(&seed, 2)) {
			/* some runs have a clock that jumps */
			int when = run % 4 == 0 ? 1 + (int)chance(&seed, DAYS) : day;

			change_some_delivery(f, list, count, when, &seed);
		} else {
			make_delivery(&list[count], day, &seed);
			load_delivery(f, &list[count++]);
		}
	}
	for (int bron = 0; bron < 2; bron++) {
		model_text(list, count, bron, 99, MOST, &expected);
		store_text(f, bron, NOW, &found);
		same(&found, &expected, run);
		if (run % 4 != 0) { /* the view knows no days: only a steady clock agrees */
			model_text(list, count, bron, 99, MOST, &expected);
			view_text(f, bron, &found);
			same(&found, &expected, run);
		}
		for (int d = 0; d <= DAYS + 1; d++)
			for (int last = 1; last <= count; last += 3) {
				model_text(list, count, bron, d, last, &expected);
				store_text(f, bron,
					(struct stand){.datum = d ? (struct date){2026, 7, d}
								  : (struct date){2026, 6, 30},
						.tot_levering = last},
					&found);
				same(&found, &expected, run);
			}
	}
	str_release(&expected);
	str_release(&found);
}

static void every_history_reads_as_a_plain_replay_says(void **state)
{
	(void)state;
	for (unsigned run = 1; run <= 60; run++) {
		void *f;

		fixture_setup(&f);
		one_history(f, run);
		fixture_teardown(&f);
	}
}

static void reading_a_source_sorts_nothing(void **state)
{
	struct fixture *f = *state;
	static const enum stmt_id walks[] = {STMT_WAARNEMING_OF_BRON, STMT_WAARNEMING_OF_KEY};

	for (size_t i = 0; i < ARRAY_LEN(walks); i++) {
		char *sql = mem_printf("EXPLAIN QUERY PLAN %s", stmt_sql(walks[i]));
		sqlite3_stmt *stmt;
		bool by_key = false;

		assert_int_equal(sqlite3_prepare_v2(f->store->db, sql, -1, &stmt, NULL), SQLITE_OK);
		while (sqlite3_step(stmt) == SQLITE_ROW) {
			const char *line = (const char *)sqlite3_column_text(stmt, 3);

			assert_null(strstr(line, "TEMP B-TREE"));
			assert_null(strstr(line, "SCAN waarneming"));
			by_key |= strstr(line, "SEARCH waarneming USING PRIMARY KEY") != NULL;
		}
		assert_true(by_key);
		sqlite3_finalize(stmt);
		free(sql);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_STORE(what_was_delivered_is_read_back),
		WITH_STORE(the_newest_delivery_of_a_key_wins),
		WITH_STORE(a_complete_delivery_removes_what_it_lacks),
		WITH_STORE(a_withdrawal_counts_from_its_own_day_and_a_restore_too),
		WITH_STORE(a_complete_delivery_is_complete_for_its_own_period_only),
		WITH_STORE(a_complete_file_of_several_periods_is_complete_for_each),
		WITH_STORE(an_empty_complete_delivery_leaves_nothing),
		WITH_STORE(loaded_and_withdrawn_on_one_day_counts_at_no_days_end),
		WITH_STORE(each_state_and_its_bounds_come_back),
		WITH_STORE(what_cannot_be_is_refused_by_the_schema),
		WITH_STORE(an_id_of_a_rolled_back_text_is_not_remembered),
		WITH_STORE(a_source_without_observations_gives_none),
		WITH_STORE(two_queries_walk_at_once),
		WITH_STORE(the_history_shows_all_that_was_delivered_by_number),
		cmocka_unit_test(every_history_reads_as_a_plain_replay_says),
		WITH_STORE(reading_a_source_sorts_nothing),
	};

	return RUN_TESTS(tests);
}
