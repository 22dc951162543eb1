/* Opening, refusing and locking, as reliability.md K asks. */
#include "test.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "base/file.h"
#include "store_fixture.h"
#include "temp_dir.h"

static struct err err = ERR_INIT;

/* A database with two settings in it, closed again. */
static const char *make(void **state, const char *name)
{
	const char *path = temp_path(*state, name);
	struct store *store;

	assert_ok(store_open(&store, path, STORE_CREATE, &err));
	assert_ok(store_setting_set(store, "gemeente", "fictiedam", &err));
	assert_ok(store_setting_set(store, "fictief", "ja", &err));
	store_close(store);
	return path;
}

/* Runs SQL over a plain connection, as another program would. */
static void raw(const char *path, const char *sql)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static char *dump(struct store *store)
{
	struct str s = STR_INIT;

	assert_ok(store_dump(store, &s, &err));
	return str_detach(&s);
}

static char *dump_of(const char *path)
{
	struct store *store;
	char *text;

	assert_ok(store_open(&store, path, STORE_READ, &err));
	text = dump(store);
	store_close(store);
	return text;
}

static void refused(const char *path, enum store_mode mode, const char *text, const char *advice)
{
	struct store *store = NULL;

	assert_int_equal(store_open(&store, path, mode, &err), -1);
	assert_null(store);
	if (!strstr(err.text, text) || !err.advice || !strstr(err.advice, advice))
		fail_msg(
			"onverwacht: %s / %s", err.text, err.advice ? err.advice : "(geen advies)");
	err_release(&err);
}

static void what_is_kept_is_read_back(void **state)
{
	const char *path = make(state, "ijkpunt.db");
	struct store *store;
	char *value = NULL;

	assert_ok(store_open(&store, path, STORE_READ, &err));
	assert_ok(store_setting_get(store, "gemeente", &value, &err));
	assert_string_equal(value, "fictiedam");
	free(value);
	assert_ok(store_setting_get(store, "bestaat niet", &value, &err));
	assert_null(value);
	assert_int_equal(stmt_busy(store), 0);
	store_close(store);
	assert_int_equal(temp_count(*state, 0), 1); /* no journal left */
}

static void a_setting_is_replaced(void **state)
{
	const char *path = make(state, "ijkpunt.db");
	struct store *store;
	char *value = NULL;

	assert_ok(store_open(&store, path, STORE_WRITE, &err));
	assert_ok(store_setting_set(store, "gemeente", "elders", &err));
	assert_ok(store_setting_get(store, "gemeente", &value, &err));
	assert_string_equal(value, "elders");
	free(value);
	store_close(store);
}

static void only_the_owner_may_read_the_file_whatever_the_umask(void **state)
{
	mode_t old = umask(0);

	assert_int_equal(temp_mode(make(state, "ruim.db")), 0600);
	umask(old);
}

static void creating_never_touches_what_is_there(void **state)
{
	const char *path = make(state, "ijkpunt.db");
	char *before = dump_of(path), *after;

	refused(path, STORE_CREATE, "bestaat al", "andere map");
	after = dump_of(path);
	assert_string_equal(before, after);
	free(before);
	free(after);
	temp_write(temp_path(*state, "brief.db"), "Geachte raad,\n", 14);
	refused(temp_path(*state, "brief.db"), STORE_CREATE, "bestaat al", "andere map");
	assert_int_equal(access(temp_path(*state, "brief.db"), F_OK), 0);
	assert_int_equal(mkdir(temp_path(*state, "map.db"), 0700), 0);
	refused(temp_path(*state, "map.db"), STORE_CREATE, "kan niet worden geopend", "rechten");
	refused(temp_path(*state, "er/is/geen/map.db"), STORE_CREATE, "kan niet worden geopend",
		"bestaat");
}

/* Killed between making the file and filling it: the next try needs no cleaning up. */
static void an_interrupted_creation_is_finished_by_the_next(void **state)
{
	const char *path = temp_path(*state, "ijkpunt.db");

	temp_write(path, "", 0);
	refused(path, STORE_READ, "is leeg", "reservekopie");
	refused(path, STORE_WRITE, "is leeg", "reservekopie");
	make(state, "ijkpunt.db");
}

/* A limit on the size of files stands for a disk that fills up halfway. */
static void a_failed_creation_leaves_no_file(void **state)
{
	const char *path = temp_path(*state, "ijkpunt.db");
	struct rlimit limit = {8192, 8192};
	struct store *store;
	pid_t child = fork();
	int status;

	if (child == 0) {
		signal(SIGXFSZ, SIG_IGN);
		_exit(setrlimit(RLIMIT_FSIZE, &limit) != 0 ||
			store_open(&store, path, STORE_CREATE, &err) == 0 ||
			err.kind != ERR_SURROUNDINGS);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	assert_int_equal(temp_count(*state, 0), 0);
}

static void what_is_no_database_of_ours_is_refused_and_left_alone(void **state)
{
	static const char text[] = "wijk;aantal\nOeverwijk;12\n";
	const char *letter = temp_path(*state, "tekst.db"), *other = temp_path(*state, "ander.db");
	char noise[5000];

	temp_write(letter, text, sizeof(text) - 1);
	refused(letter, STORE_READ, "is geen database van ijkpunt", "reservekopie");
	refused(letter, STORE_WRITE, "is geen database van ijkpunt", "reservekopie");
	raw(other, "CREATE TABLE klant (naam)");
	refused(other, STORE_READ, "is geen database van ijkpunt", "reservekopie");
	refused(other, STORE_WRITE, "is geen database van ijkpunt", "reservekopie");
	refused(*state, STORE_READ, "is geen bestand", "map");
	refused(temp_path(*state, "weg.db"), STORE_READ, "weg.db", "");
	assert_int_equal(mkfifo(temp_path(*state, "pijp.db"), 0600), 0);
	refused(temp_path(*state, "pijp.db"), STORE_READ, "is geen bestand", "map");
	memset(noise, 'x', sizeof(noise));
	memcpy(noise, "SQLite format 3", 16);
	temp_write(temp_path(*state, "ruis.db"), noise, sizeof(noise));
	refused(temp_path(*state, "ruis.db"), STORE_WRITE, "is geen database van ijkpunt",
		"reservekopie");
}

static void a_damaged_database_names_the_newest_backup(void **state)
{
	const char *path = make(state, "ijkpunt.db");
	struct timespec old[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};
	char rubbish[600];

	memset(rubbish, 0x5a, sizeof(rubbish));
	temp_patch(path, 3 * 4096, rubbish, sizeof(rubbish)); /* a table's root page */
	refused(path, STORE_READ, "is beschadigd", "staat er geen");
	make(state, "nieuw-kopie.db");
	make(state, "a-oude-kopie.db");
	raw(temp_path(*state, "zz-ander.db"), "CREATE TABLE klant (naam)");
	assert_int_equal(utimensat(AT_FDCWD, temp_path(*state, "a-oude-kopie.db"), old, 0), 0);
	refused(path, STORE_READ, "is beschadigd", "nieuw-kopie.db");
	refused(path, STORE_WRITE, "is beschadigd", "ijkpunt herstel");
	assert_int_equal(truncate(path, 5000), 0);
	refused(path, STORE_WRITE, "is beschadigd", "nieuw-kopie.db");
	assert_int_equal(truncate(path, 50), 0);
	refused(path, STORE_WRITE, "is beschadigd", "nieuw-kopie.db");
}

/* Every page in turn: never a crash, never a quiet yes to a damaged b-tree. */
static void rubbish_in_any_page_is_survived(void **state)
{
	const char *path = make(state, "ijkpunt.db");
	struct stat st;
	char rubbish[512], *bytes;
	size_t len;
	int refusals = 0;

	assert_ok(file_read(path, 1 << 24, &bytes, &len, &err));
	memset(rubbish, 0xff, sizeof(rubbish));
	assert_int_equal(stat(path, &st), 0);
	for (long at = 0; at < (long)len; at += (long)sizeof(rubbish)) {
		struct store *store = NULL;

		temp_write(path, bytes, len);
		temp_patch(path, at, rubbish, sizeof(rubbish));
		if (store_open(&store, path, STORE_WRITE, &err) < 0) {
			refusals++;
			assert_non_null(err.text);
			assert_true(err.kind == ERR_SURROUNDINGS);
			err_release(&err);
		} else {
			free(dump(store));
		}
		store_close(store);
	}
	assert_true(refusals > (int)(len / 4096) / 2);
	free(bytes);
}

static void a_newer_schema_is_refused_in_either_mode(void **state)
{
	const char *path = make(state, "ijkpunt.db");

	raw(path, "PRAGMA user_version = 99");
	refused(path, STORE_READ, "nieuwere versie van ijkpunt (schema 99", "Installeer");
	refused(path, STORE_WRITE, "nieuwere versie van ijkpunt (schema 99", "Installeer");
}

static void an_older_schema_cannot_be_read_without_upgrading(void **state)
{
	const char *path = make(state, "ijkpunt.db");

	raw(path, "PRAGMA user_version = 0");
	refused(path, STORE_READ, "oudere versie", "bijgewerkt");
}

static void reading_writes_nothing(void **state)
{
	const char *path = make(state, "ijkpunt.db");
	struct store *store;

	assert_ok(store_open(&store, path, STORE_READ, &err));
	assert_refused(store_setting_set(store, "gemeente", "elders", &err), "alleen-lezen");
	assert_refused(store_begin(store, &err), "alleen-lezen");
	store_close(store);
}

/* In a child without rights when the tests run as root, who may do everything. 0 = as expected. */
static int open_read_only(const char *dir, const char *path)
{
	struct store *store;
	char *value = NULL;

	if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
		return 1;
	if (store_open(&store, path, STORE_WRITE, &err) == 0)
		return 2;
	if (!strstr(err.text, "alleen-lezen") || !strstr(err.text, path))
		return 3;
	err_release(&err);
	if (store_open(&store, path, STORE_READ, &err) < 0)
		return 4;
	if (store_begin_read(store, &err) < 0 ||
		store_setting_get(store, "gemeente", &value, &err) < 0)
		return 5;
	if (strcmp(value, "fictiedam") != 0 || store_commit(store, &err) < 0)
		return 6;
	free(value);
	store_close(store);
	if (store_open(&store, temp_path(dir, "nieuw.db"), STORE_CREATE, &err) == 0)
		return 7;
	err_release(&err);
	return 0;
}

static void a_read_only_disk_gives_reports_and_a_clear_refusal_to_write(void **state)
{
	const char *path = make(state, "ijkpunt.db");
	pid_t child;
	int status;

	assert_int_equal(chmod(path, 0444), 0);
	assert_int_equal(chmod(*state, 0555), 0);
	child = fork();
	if (child == 0)
		_exit(open_read_only(*state, path));
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

static void a_second_window_is_told_that_the_first_is_busy(void **state)
{
	const char *path = make(state, "ijkpunt.db");
	struct store *first, *second;
	int64_t wait = 0;

	assert_ok(store_open(&first, path, STORE_WRITE, &err));
	assert_ok(store_open(&second, path, STORE_WRITE, &err));
	assert_int_equal(store_pragma_int(second->db, "PRAGMA busy_timeout", &wait), SQLITE_OK);
	assert_int_equal(wait, 5000);
	sqlite3_busy_timeout(second->db, 10); /* the test need not wait */
	assert_ok(store_begin(first, &err));
	assert_int_equal(store_begin(second, &err), -1);
	assert_string_equal(err.text, "De database is bezet door een ander venster.");
	assert_string_equal(err.advice, "Sluit het andere venster of probeer het zo opnieuw.");
	assert_int_equal(err.kind, ERR_SURROUNDINGS);
	err_release(&err);
	store_rollback(second); /* harmless */
	store_rollback(first);
	assert_ok(store_begin(second, &err));
	assert_ok(store_commit(second, &err));
	store_close(first);
	store_close(second);
}

static void a_report_reads_one_moment_while_another_window_waits(void **state)
{
	const char *path = make(state, "ijkpunt.db");
	struct store *reader, *writer;
	char *value = NULL;

	assert_ok(store_open(&reader, path, STORE_READ, &err));
	assert_ok(store_open(&writer, path, STORE_WRITE, &err));
	sqlite3_busy_timeout(writer->db, 10);
	assert_ok(store_begin_read(reader, &err));
	assert_ok(store_begin(writer, &err));
	assert_ok(store_setting_set(writer, "gemeente", "elders", &err));
	assert_refused(store_commit(writer, &err), "bezet");
	assert_ok(store_setting_get(reader, "gemeente", &value, &err));
	assert_string_equal(value, "fictiedam");
	free(value);
	assert_ok(store_commit(reader, &err));
	assert_ok(store_commit(writer, &err)); /* still open: a second try succeeds */
	store_close(reader);
	store_close(writer);
}

static void a_rolled_back_change_leaves_everything_as_it_was(void **state)
{
	const char *path = make(state, "ijkpunt.db");
	struct store *store;
	char *before, *after;

	assert_ok(store_open(&store, path, STORE_WRITE, &err));
	before = dump(store);
	assert_ok(store_begin(store, &err));
	assert_ok(store_setting_set(store, "gemeente", "elders", &err));
	assert_ok(logboek_add(store, "2026-07-01T10:00:00", "beleid", "proef", "x", "y", &err));
	store_rollback(store);
	store_rollback(store);
	after = dump(store);
	assert_string_equal(before, after);
	free(before);
	free(after);
	store_close(store);
}

static void an_uncommitted_change_is_gone_when_the_store_closes(void **state)
{
	const char *path = make(state, "ijkpunt.db");
	struct store *store;
	char *before = dump_of(path), *after;

	assert_ok(store_open(&store, path, STORE_WRITE, &err));
	assert_ok(store_begin(store, &err));
	assert_ok(store_setting_set(store, "gemeente", "elders", &err));
	store_close(store);
	after = dump_of(path);
	assert_string_equal(before, after);
	free(before);
	free(after);
}

/* Killed with changed pages in the file and a journal beside it. */
static void be_killed(const char *path)
{
	struct store *store;
	pid_t child = fork();
	int status;

	if (child == 0) {
		if (store_open(&store, path, STORE_WRITE, &err) < 0 || store_begin(store, &err) < 0)
			_exit(1);
		sqlite3_exec(store->db, "PRAGMA cache_size = 1", NULL, NULL, NULL); /* spill */
		for (int i = 0; i < 3000; i++)
			if (logboek_add(store, "2026-07-01T10:00:00", "beleid", "proef", "x", "y",
				    &err) < 0)
				_exit(2);
		kill(getpid(), SIGKILL);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
}

static void a_killed_program_leaves_the_old_state_without_cleaning_up(void **state)
{
	static const enum store_mode next[] = {STORE_WRITE, STORE_READ};
	const char *path = make(state, "ijkpunt.db");
	char *before = dump_of(path), *after;
	struct store *store;

	for (size_t i = 0; i < ARRAY_LEN(next); i++) {
		be_killed(path);
		assert_int_equal(temp_count(*state, 0), 2); /* the journal is there */
		assert_ok(store_open(&store, path, next[i], &err));
		after = dump(store);
		store_close(store);
		assert_string_equal(before, after);
		assert_int_equal(temp_count(*state, 0), 1);
		free(after);
	}
	free(before);
}

/* 0 = as expected; as a user who may not write. */
static int open_interrupted(const char *path)
{
	struct store *store;

	if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
		return 1;
	if (store_open(&store, path, STORE_READ, &err) == 0)
		return 2;
	return strstr(err.text, "niet goed afgesloten") ? 0 : 3;
}

static void half_done_work_on_a_read_only_disk_is_not_shown_as_figures(void **state)
{
	const char *path = make(state, "ijkpunt.db");
	pid_t child;
	int status;

	be_killed(path);
	assert_int_equal(chmod(path, 0444), 0);
	assert_int_equal(chmod(temp_path(*state, "ijkpunt.db-journal"), 0444), 0);
	assert_int_equal(chmod(*state, 0555), 0);
	child = fork();
	if (child == 0)
		_exit(open_interrupted(path));
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

static void a_full_disk_is_said_to_be_full_and_changes_nothing(void **state)
{
	const char *path = make(state, "ijkpunt.db");
	struct store *store;
	char *before, *after;
	int result = 0;

	assert_ok(store_open(&store, path, STORE_WRITE, &err));
	before = dump(store);
	/* SQLite's own way to say that there are no more pages to be had */
	assert_int_equal(
		sqlite3_exec(store->db, "PRAGMA max_page_count = 1", NULL, NULL, NULL), SQLITE_OK);
	assert_ok(store_begin(store, &err));
	for (int i = 0; i < 3000 && result == 0; i++)
		result = logboek_add(
			store, "2026-07-01T10:00:00", "beleid", "proef", "x", "y", &err);
	assert_int_equal(result, -1);
	assert_string_equal(err.text, "De schijf is vol.");
	assert_int_equal(err.kind, ERR_SURROUNDINGS);
	err_release(&err);
	store_rollback(store);
	after = dump(store);
	assert_string_equal(before, after);
	free(before);
	free(after);
	store_close(store);
}

static int64_t pragma(struct store *store, const char *sql)
{
	int64_t value = -1;

	assert_int_equal(store_pragma_int(store->db, sql, &value), SQLITE_OK);
	return value;
}

static int run(struct store *store, const char *sql)
{
	return sqlite3_exec(store->db, sql, NULL, NULL, NULL);
}

static void the_connection_is_hardened(void **state)
{
	const char *path = make(state, "ijkpunt.db");
	struct store *store;
	char sql[500];

	assert_ok(store_open(&store, path, STORE_WRITE, &err));
	assert_int_equal(pragma(store, "PRAGMA foreign_keys"), 1);
	assert_int_equal(pragma(store, "PRAGMA synchronous"), 3);
	assert_int_equal(pragma(store, "PRAGMA secure_delete"), 1);
	assert_int_equal(pragma(store, "PRAGMA trusted_schema"), 0);
	assert_int_equal(pragma(store, "PRAGMA cell_size_check"), 1);
	assert_int_equal(pragma(store, "PRAGMA mmap_size"), 0);
	assert_int_equal(
		pragma(store, "SELECT journal_mode = 'delete' FROM pragma_journal_mode"), 1);
	assert_int_equal(pragma(store, "PRAGMA application_id"), 0x696a6b70);
	assert_int_not_equal(
		run(store, "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ''"),
		SQLITE_OK);
	snprintf(sql, sizeof(sql), "ATTACH '%s' AS x", temp_path(*state, "bij.db"));
	assert_int_not_equal(run(store, sql), SQLITE_OK);
	assert_int_not_equal(run(store, "SELECT load_extension('x')"), SQLITE_OK);
	assert_int_not_equal(run(store, "SELECT randomblob(2000000)"), SQLITE_OK);
	/* what SQLite would forgive: text in an integer, a row of nowhere, a log line changed */
	assert_int_not_equal(
		run(store, "INSERT INTO gebied_alias VALUES (1, 'een', 'x')"), SQLITE_OK);
	assert_int_not_equal(run(store, "INSERT INTO gebied_alias VALUES (99, 1, 'x')"), SQLITE_OK);
	assert_ok(logboek_add(store, "2026-07-01T10:00:00", "beleid", "proef", "x", "y", &err));
	assert_int_not_equal(run(store, "UPDATE logboek SET door = 'een ander'"), SQLITE_OK);
	assert_int_not_equal(run(store, "DELETE FROM logboek"), SQLITE_OK);
	store_close(store);
}

static void a_strange_name_is_the_name_of_a_file(void **state)
{
	static const char *const names[] = {"file:x.db?mode=memory", ":memory:x", "-rf",
		"a b'c\".db", "met\nregel.db", "b\xff.db", "file:y.db"};
	char *here = getcwd(NULL, 0);
	struct store *store;

	assert_int_equal(chdir(*state), 0);
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		assert_ok(store_open(&store, names[i], STORE_CREATE, &err));
		store_close(store);
		assert_int_equal(access(names[i], F_OK), 0);
		assert_ok(store_open(&store, names[i], STORE_WRITE, &err));
		store_close(store);
	}
	assert_int_equal(chdir(here), 0);
	free(here);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_DIR(what_is_kept_is_read_back),
		WITH_DIR(a_setting_is_replaced),
		WITH_DIR(only_the_owner_may_read_the_file_whatever_the_umask),
		WITH_DIR(creating_never_touches_what_is_there),
		WITH_DIR(an_interrupted_creation_is_finished_by_the_next),
		WITH_DIR(a_failed_creation_leaves_no_file),
		WITH_DIR(what_is_no_database_of_ours_is_refused_and_left_alone),
		WITH_DIR(a_damaged_database_names_the_newest_backup),
		WITH_DIR(rubbish_in_any_page_is_survived),
		WITH_DIR(a_newer_schema_is_refused_in_either_mode),
		WITH_DIR(an_older_schema_cannot_be_read_without_upgrading),
		WITH_DIR(reading_writes_nothing),
		WITH_DIR(a_read_only_disk_gives_reports_and_a_clear_refusal_to_write),
		WITH_DIR(a_second_window_is_told_that_the_first_is_busy),
		WITH_DIR(a_report_reads_one_moment_while_another_window_waits),
		WITH_DIR(a_rolled_back_change_leaves_everything_as_it_was),
		WITH_DIR(an_uncommitted_change_is_gone_when_the_store_closes),
		WITH_DIR(a_killed_program_leaves_the_old_state_without_cleaning_up),
		WITH_DIR(half_done_work_on_a_read_only_disk_is_not_shown_as_figures),
		WITH_DIR(a_full_disk_is_said_to_be_full_and_changes_nothing),
		WITH_DIR(the_connection_is_hardened),
		WITH_DIR(a_strange_name_is_the_name_of_a_file),
	};

	return RUN_TESTS(tests);
}
