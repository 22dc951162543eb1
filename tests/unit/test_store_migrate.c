#include "test.h"

#include "store/migrate.h"
#include "store_fixture.h"
#include "temp_dir.h"

static struct err err = ERR_INIT;

#define SQL(text) ((const unsigned char *)(text))

/* The steps of the program and what a later version might add. */
static size_t with_steps(struct migrate_step *steps, const char *const *later, size_t count)
{
	size_t own;
	const struct migrate_step *program = migrate_steps(&own);

	memcpy(steps, program, own * sizeof(*steps));
	for (size_t i = 0; i < count; i++)
		steps[own + i] = (struct migrate_step){SQL(later[i]), "later.sql"};
	return own + count;
}

static char *dump(struct store *store)
{
	struct str s = STR_INIT;

	assert_ok(store_dump(store, &s, &err));
	return str_detach(&s);
}

static int64_t version(struct store *store)
{
	int64_t v = -1;

	assert_int_equal(store_pragma_int(store->db, "PRAGMA user_version", &v), SQLITE_OK);
	return v;
}

static void a_new_database_has_all_steps_of_the_program(void **state)
{
	struct store *store;
	size_t count;

	migrate_steps(&count);
	assert_ok(store_open(&store, temp_path(*state, "ijkpunt.db"), STORE_CREATE, &err));
	assert_int_equal(version(store), count);
	assert_int_equal(temp_count(*state, 0), 1); /* no backup of nothing */
	store_close(store);
}

static void an_upgrade_makes_a_copy_first_and_takes_each_step(void **state)
{
	static const char *const later[] = {
		"CREATE TABLE extra (x INTEGER) STRICT;", "INSERT INTO extra VALUES (7);"};
	struct migrate_step steps[20];
	const char *path = temp_path(*state, "ijkpunt.db");
	struct store *store, *copy;
	size_t count = with_steps(steps, later, 2);
	char *before, *after, *copied, name[60];
	int64_t x = 0;

	assert_ok(store_open(&store, path, STORE_CREATE, &err));
	assert_ok(store_setting_set(store, "gemeente", "fictiedam", &err));
	before = dump(store);
	assert_ok(migrate_run(store, steps, count, &err));
	assert_int_equal(version(store), count);
	assert_int_equal(store_pragma_int(store->db, "SELECT x FROM extra", &x), SQLITE_OK);
	assert_int_equal(x, 7);
	after = dump(store);
	assert_string_equal(before, after);
	assert_int_equal(temp_count(*state, 0), 2);
	snprintf(name, sizeof(name), "ijkpunt.db.voor-versie-%zu", count);
	assert_ok(store_open(&copy, temp_path(*state, name), STORE_READ, &err));
	copied = dump(copy);
	assert_string_equal(before, copied);
	store_close(copy);
	assert_ok(migrate_run(store, steps, count, &err)); /* nothing left to do, no second copy */
	assert_int_equal(temp_count(*state, 0), 2);
	store_close(store);
	free(before);
	free(after);
	free(copied);
}

static void a_failing_step_leaves_the_database_at_the_step_before(void **state)
{
	static const char *const later[] = {"CREATE TABLE extra (x INTEGER) STRICT;",
		"CREATE TABLE weg (x INTEGER) STRICT; INSERT INTO geen_tabel VALUES (1);"};
	struct migrate_step steps[20];
	struct store *store;
	size_t count = with_steps(steps, later, 2);
	char *before, *after;
	int64_t n = -1;

	assert_ok(store_open(&store, temp_path(*state, "ijkpunt.db"), STORE_CREATE, &err));
	before = dump(store);
	assert_int_equal(migrate_run(store, steps, count, &err), -1);
	assert_int_equal(err.kind, ERR_DEFECT);
	assert_non_null(strstr(err.text, "later.sql"));
	err_release(&err);
	assert_int_equal(version(store), count - 1);
	assert_int_equal(store_pragma_int(store->db,
				 "SELECT count(*) FROM sqlite_schema WHERE name = 'weg'", &n),
		SQLITE_OK);
	assert_int_equal(n, 0);
	after = dump(store);
	assert_string_equal(before, after);
	/* a second try makes a second copy, and fails in the same place */
	assert_refused(migrate_run(store, steps, count, &err), "geen_tabel");
	assert_int_equal(temp_count(*state, 0), 3);
	store_close(store);
	free(before);
	free(after);
}

static void a_step_that_breaks_a_reference_is_undone(void **state)
{
	static const char *const later[] = {"PRAGMA defer_foreign_keys = ON; "
					    "INSERT INTO gebied_alias VALUES (99, 1, 'x');"};
	struct migrate_step steps[20];
	struct store *store;
	size_t count = with_steps(steps, later, 1);

	assert_ok(store_open(&store, temp_path(*state, "ijkpunt.db"), STORE_CREATE, &err));
	assert_int_equal(migrate_run(store, steps, count, &err), -1);
	assert_int_equal(err.kind, ERR_DEFECT);
	err_release(&err);
	assert_int_equal(version(store), count - 1);
	store_close(store);
}

static void without_a_copy_there_is_no_upgrade(void **state)
{
	static const char *const later[] = {"CREATE TABLE extra (x INTEGER) STRICT;"};
	struct migrate_step steps[20];
	struct store *store;
	size_t count = with_steps(steps, later, 1);
	char *elsewhere = mem_printf("%s", temp_path(*state, "geen/map/ijkpunt.db"));
	char *path;

	assert_ok(store_open(&store, temp_path(*state, "ijkpunt.db"), STORE_CREATE, &err));
	path = store->path;
	store->path = elsewhere; /* a folder where no copy can be written */
	assert_refused(migrate_run(store, steps, count, &err), "Kopie voor het bijwerken");
	assert_int_equal(version(store), count - 1);
	store->path = path;
	free(elsewhere);
	store_close(store);
}

static void a_newer_database_is_left_alone(void **state)
{
	struct store *store;
	size_t count;
	const struct migrate_step *steps = migrate_steps(&count);

	assert_ok(store_open(&store, temp_path(*state, "ijkpunt.db"), STORE_CREATE, &err));
	assert_refused(migrate_run(store, steps, count - 1, &err), "nieuwere versie");
	store_close(store);
}

static void a_step_taken_by_another_window_is_not_taken_twice(void **state)
{
	static const char *const later[] = {"CREATE TABLE extra (x INTEGER) STRICT;"};
	struct migrate_step steps[20];
	const char *path = temp_path(*state, "ijkpunt.db");
	struct store *first, *second;
	size_t count = with_steps(steps, later, 1);

	assert_ok(store_open(&first, path, STORE_CREATE, &err));
	assert_ok(store_open(&second, path, STORE_WRITE, &err));
	assert_ok(
		store_setting_set(second, "gemeente", "fictiedam", &err)); /* statements prepared */
	assert_ok(migrate_run(first, steps, count, &err));
	assert_ok(migrate_run(second, steps, count, &err));
	assert_ok(store_setting_set(second, "gemeente", "elders", &err));
	assert_int_equal(version(second), count);
	store_close(first);
	store_close(second);
}

static void every_table_is_strict_and_in_the_dump(void **state)
{
	struct store *store;
	sqlite3_stmt *stmt;
	char *text, line[100];
	int tables = 0;

	assert_ok(store_open(&store, temp_path(*state, "ijkpunt.db"), STORE_CREATE, &err));
	text = dump(store);
	assert_int_equal(
		sqlite3_prepare_v2(store->db,
			"SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND "
			"name NOT LIKE 'sqlite_%'",
			-1, &stmt, NULL),
		SQLITE_OK);
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		snprintf(line, sizeof(line), "%s\n", (const char *)sqlite3_column_text(stmt, 0));
		if (strncmp(text, line, strlen(line)) != 0) {
			snprintf(line, sizeof(line), "\n%s\n",
				(const char *)sqlite3_column_text(stmt, 0));
			assert_non_null(strstr(text, line));
		}
		assert_int_equal(sqlite3_column_int(stmt, 1), 1);
		tables++;
	}
	assert_true(tables >= 16);
	sqlite3_finalize(stmt);
	free(text);
	store_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_DIR(a_new_database_has_all_steps_of_the_program),
		WITH_DIR(an_upgrade_makes_a_copy_first_and_takes_each_step),
		WITH_DIR(a_failing_step_leaves_the_database_at_the_step_before),
		WITH_DIR(a_step_that_breaks_a_reference_is_undone),
		WITH_DIR(without_a_copy_there_is_no_upgrade),
		WITH_DIR(a_newer_database_is_left_alone),
		WITH_DIR(a_step_taken_by_another_window_is_not_taken_twice),
		WITH_DIR(every_table_is_strict_and_in_the_dump),
	};

	return RUN_TESTS(tests);
}
