#include "test.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "base/file.h"
#include "store_fixture.h"
#include "temp_dir.h"

static struct err err = ERR_INIT;

static struct store *make(const char *path)
{
	struct store *store;

	assert_ok(store_open(&store, path, STORE_CREATE, &err));
	assert_ok(store_setting_set(store, "gemeente", "fictiedam", &err));
	return store;
}

static char *dump_of(const char *path)
{
	struct store *store;
	struct str s = STR_INIT;

	assert_ok(store_open(&store, path, STORE_READ, &err));
	assert_ok(store_dump(store, &s, &err));
	store_close(store);
	return str_detach(&s);
}

static void a_backup_is_one_file_that_holds_everything(void **state)
{
	const char *path = temp_path(*state, "ijkpunt.db"), *copy = temp_path(*state, "kopie.db");
	struct store *store = make(path);
	char *original, *copied;

	assert_ok(store_backup(store, copy, &err));
	store_close(store);
	assert_int_equal(temp_count(*state, 0), 2);
	assert_int_equal(temp_mode(copy), 0600);
	original = dump_of(path);
	copied = dump_of(copy);
	assert_string_equal(original, copied);
	free(original);
	free(copied);
}

static void a_report_window_can_make_one_too(void **state)
{
	const char *path = temp_path(*state, "ijkpunt.db"), *copy = temp_path(*state, "kopie.db");
	struct store *store = make(path);

	store_close(store);
	assert_ok(store_open(&store, path, STORE_READ, &err));
	assert_ok(store_backup(store, copy, &err));
	store_close(store);
	free(dump_of(copy));
}

static void a_backup_never_replaces_a_file(void **state)
{
	const char *copy = temp_path(*state, "kopie.db");
	struct store *store = make(temp_path(*state, "ijkpunt.db"));
	char *text;
	size_t len;

	temp_write(copy, "van mij", 7);
	assert_int_equal(store_backup(store, copy, &err), -1);
	assert_int_equal(err.kind, ERR_USE);
	assert_non_null(strstr(err.text, "kopie.db bestaat al"));
	assert_non_null(err.advice);
	err_release(&err);
	assert_ok(file_read(copy, 100, &text, &len, &err));
	assert_string_equal(text, "van mij");
	free(text);
	assert_refused(store_backup(store, temp_path(*state, "ijkpunt.db"), &err), "bestaat al");
	assert_int_equal(symlink("nergens", temp_path(*state, "wijzer.db")), 0);
	assert_refused(store_backup(store, temp_path(*state, "wijzer.db"), &err), "bestaat al");
	store_close(store);
	assert_int_equal(temp_count(*state, 0), 3);
}

static void what_a_power_cut_left_is_no_hindrance(void **state)
{
	const char *copy = temp_path(*state, "kopie.db");
	struct store *store = make(temp_path(*state, "ijkpunt.db"));

	temp_write(temp_path(*state, "kopie.db.onvolledig"), "half", 4);
	assert_ok(store_backup(store, copy, &err));
	store_close(store);
	assert_int_equal(temp_count(*state, 0), 2);
	free(dump_of(copy));
}

static void a_backup_that_cannot_be_written_leaves_nothing(void **state)
{
	struct store *store = make(temp_path(*state, "ijkpunt.db"));
	struct rlimit limit = {8192, 8192};
	pid_t child;
	int status;

	assert_refused(
		store_backup(store, temp_path(*state, "geen/map/kopie.db"), &err), "kopie.db");
	store_close(store);
	child = fork();
	if (child == 0) {
		signal(SIGXFSZ, SIG_IGN);
		if (setrlimit(RLIMIT_FSIZE, &limit) != 0 ||
			store_open(&store, temp_path(*state, "ijkpunt.db"), STORE_READ, &err) < 0)
			_exit(1);
		_exit(store_backup(store, temp_path(*state, "kopie.db"), &err) == 0 ||
			err.kind != ERR_SURROUNDINGS);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	assert_int_equal(temp_count(*state, 0), 1);
}

static void a_backup_of_a_damaged_database_is_refused_and_not_kept(void **state)
{
	const char *path = temp_path(*state, "ijkpunt.db");
	struct store *store = make(path);
	char rubbish[512];

	memset(rubbish, 0x5a, sizeof(rubbish));
	temp_patch(path, 5 * 4096, rubbish, sizeof(rubbish));
	sqlite3_db_release_memory(store->db); /* or it would copy the good page it remembers */
	assert_refused(store_backup(store, temp_path(*state, "kopie.db"), &err), "beschadigd");
	store_close(store);
	assert_int_equal(temp_count(*state, 0), 1);
}

static void a_backup_waits_for_a_writer_and_then_says_busy(void **state)
{
	const char *path = temp_path(*state, "ijkpunt.db");
	struct store *store = make(path), *other;

	assert_ok(store_open(&other, path, STORE_WRITE, &err));
	sqlite3_busy_timeout(store->db, 10);
	assert_int_equal(sqlite3_exec(other->db, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
	assert_refused(store_backup(store, temp_path(*state, "kopie.db"), &err), "bezet");
	store_rollback(other);
	assert_ok(store_backup(store, temp_path(*state, "kopie.db"), &err));
	store_close(other);
	store_close(store);
}

static void a_backup_may_be_named_from_the_present_folder(void **state)
{
	struct store *store = make(temp_path(*state, "ijkpunt.db"));
	char *here = getcwd(NULL, 0);

	assert_int_equal(chdir(*state), 0);
	assert_ok(store_backup(store, "kopie.db", &err));
	store_close(store);
	assert_int_equal(truncate("ijkpunt.db", 5000), 0);
	assert_int_equal(store_open(&store, "ijkpunt.db", STORE_READ, &err), -1);
	assert_non_null(strstr(err.advice, "ijkpunt herstel kopie.db"));
	err_release(&err);
	assert_int_equal(chdir(here), 0);
	free(here);
	free(dump_of(temp_path(*state, "kopie.db")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_DIR(a_backup_is_one_file_that_holds_everything),
		WITH_DIR(a_report_window_can_make_one_too),
		WITH_DIR(a_backup_never_replaces_a_file),
		WITH_DIR(what_a_power_cut_left_is_no_hindrance),
		WITH_DIR(a_backup_that_cannot_be_written_leaves_nothing),
		WITH_DIR(a_backup_of_a_damaged_database_is_refused_and_not_kept),
		WITH_DIR(a_backup_may_be_named_from_the_present_folder),
		WITH_DIR(a_backup_waits_for_a_writer_and_then_says_busy),
	};

	return RUN_TESTS(tests);
}
