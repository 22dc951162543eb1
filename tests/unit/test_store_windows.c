/* Several windows at once: some load, some undo what they began, some read. Nothing is lost,
 * doubled or half, and nobody hears anything but "bezet". */
#include "test.h"

#include <sys/wait.h>

#include "store_fixture.h"
#include "temp_dir.h"

enum { WRITERS = 4, READERS = 2, ROUNDS = 12, ROWS = 5 };

static struct err err = ERR_INIT;

/* A delivery of ROWS observations, each with the same value. */
static int load(struct store *store, int64_t value)
{
	struct levering l = fixture_levering("2026-07-01T09:30:00");

	l.regels = ROWS;
	if (levering_store_add(store, &l, &err) < 0)
		return -1;
	for (int i = 0; i < ROWS; i++) {
		char kenmerk[40];
		struct waarneming w = {.levering = l.nr,
			.gebied = 1,
			.periode = periode_kwartaal(2026, 2),
			.kenmerk = kenmerk,
			.maat = "aantal",
			.staat = STAAT_WAARDE,
			.begrensd = true,
			.min = value,
			.max = value};

		snprintf(kenmerk, sizeof(kenmerk), "rij=%d", i);
		if (waarneming_store_add(store, "vve", &w, &err) < 0)
			return -1;
	}
	return logboek_add(
		store, "2026-07-01T09:30:00", "beleid", "laad", "vve.csv", "geladen", &err);
}

static bool was_busy(void)
{
	bool busy =
		err.text && strcmp(err.text, "De database is bezet door een ander venster.") == 0;

	err_release(&err);
	return busy;
}

/* Number of deliveries that were kept, or 200 and above when something else happened. */
static int write_rounds(const char *path, int who)
{
	struct store *store;
	int kept = 0;

	for (int round = 0; round < ROUNDS; round++) {
		if (store_open(&store, path, STORE_WRITE, &err) < 0) {
			if (!was_busy())
				return 200;
			continue;
		}
		if (store_begin(store, &err) < 0 || load(store, 100 * who + round) < 0) {
			if (!was_busy())
				return 201;
		} else if ((round + who) % 3 == 0) {
			store_rollback(store);
		} else if (store_commit(store, &err) < 0) {
			if (!was_busy())
				return 202;
			store_rollback(store);
		} else {
			kept++;
		}
		store_close(store);
	}
	return kept;
}

/* In one moment every row is of one delivery: all values are equal, and there are none or ROWS. */
static int read_rounds(const char *path)
{
	struct store *store;
	struct waarneming_query *q;
	const struct waarneming *w;

	for (int round = 0; round < 2 * ROUNDS; round++) {
		int64_t value = -1;
		int rows = 0, step;

		if (store_open(&store, path, STORE_READ, &err) < 0) {
			if (!was_busy())
				return 210;
			continue;
		}
		if (store_begin_read(store, &err) < 0 ||
			waarneming_query_open(
				&q, store, "vve", (struct stand){.tot_levering = 0}, &err) < 0)
			return was_busy() ? 0 : 211;
		while ((step = waarneming_query_next(q, &w, &err)) == 1) {
			if (rows++ && w->min != value)
				return 212;
			value = w->min;
		}
		waarneming_query_close(q);
		if (step < 0 || (rows != 0 && rows != ROWS))
			return 213;
		store_close(store);
	}
	return 0;
}

static int64_t number(struct store *store, const char *sql)
{
	int64_t value = -1;

	assert_int_equal(store_pragma_int(store->db, sql, &value), SQLITE_OK);
	return value;
}

static void check_line(void *arg, const struct logregel *r)
{
	if (r->heel)
		++*(int64_t *)arg;
}

static void nothing_is_lost_doubled_or_half(void **state)
{
	const char *path = temp_path(*state, "ijkpunt.db");
	struct fixture f = {.gebieden = {NULL, 0, 0}};
	pid_t child[WRITERS + READERS];
	int64_t kept = 0, whole = 0;

	assert_ok(store_open(&f.store, path, STORE_CREATE, &err));
	fixture_add_gebied(&f, "WK999901", "wijk", "2025", "Oeverwijk");
	assert_ok(store_begin(f.store, &err));
	assert_ok(gebied_store_save(f.store, &f.gebieden, &err));
	assert_ok(store_commit(f.store, &err));
	store_close(f.store);
	gebied_list_release(&f.gebieden);
	for (int i = 0; i < WRITERS + READERS; i++) {
		child[i] = fork();
		if (child[i] == 0)
			_exit(i < WRITERS ? write_rounds(path, i) : read_rounds(path));
	}
	for (int i = 0; i < WRITERS + READERS; i++) {
		int status;

		assert_int_equal(waitpid(child[i], &status, 0), child[i]);
		assert_true(WIFEXITED(status));
		assert_in_range(WEXITSTATUS(status), 0, ROUNDS);
		kept += i < WRITERS ? WEXITSTATUS(status) : 0;
	}
	assert_true(kept > 0);
	assert_ok(store_open(&f.store, path, STORE_READ, &err));
	assert_int_equal(number(f.store, "SELECT count(*) FROM levering"), kept);
	assert_int_equal(number(f.store, "SELECT max(nr) FROM levering"), kept);
	assert_int_equal(number(f.store, "SELECT count(*) FROM waarneming"), kept * ROWS);
	assert_ok(logboek_each(f.store, check_line, &whole, &err));
	assert_int_equal(whole, kept);
	store_close(f.store);
	assert_int_equal(temp_count(*state, 0), 1);
}

/* Eight windows make the same werkmap: one makes it, the others are told that it is there. */
static void one_of_many_makes_the_database(void **state)
{
	const char *path = temp_path(*state, "ijkpunt.db");
	pid_t child[8];
	int made = 0;
	struct store *store;

	for (int i = 0; i < 8; i++) {
		child[i] = fork();
		if (child[i] == 0) {
			if (store_open(&store, path, STORE_CREATE, &err) == 0)
				_exit(0);
			_exit(strstr(err.text, "bestaat al") || was_busy() ? 1 : 2);
		}
	}
	for (int i = 0; i < 8; i++) {
		int status;

		assert_int_equal(waitpid(child[i], &status, 0), child[i]);
		assert_true(WIFEXITED(status));
		assert_in_range(WEXITSTATUS(status), 0, 1);
		made += WEXITSTATUS(status) == 0;
	}
	assert_int_equal(made, 1);
	assert_ok(store_open(&store, path, STORE_WRITE, &err));
	store_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_DIR(nothing_is_lost_doubled_or_half),
		WITH_DIR(one_of_many_makes_the_database),
	};

	return RUN_TESTS(tests);
}
