#include "store/store.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "store/migrate.h"
#include "store/stmt.h"

enum { BUSY_MS = 5000 };

/* reliability.md 6: what SQLite's own "high security" column says, and room for our widest
 * statement. */
static int harden(sqlite3 *db)
{
	static const struct {
		int option, on;
	} switches[] = {{SQLITE_DBCONFIG_DQS_DML, 0}, {SQLITE_DBCONFIG_DQS_DDL, 0},
		{SQLITE_DBCONFIG_DEFENSIVE, 1}, {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
		{SQLITE_DBCONFIG_ENABLE_FKEY, 1}, {SQLITE_DBCONFIG_ENABLE_TRIGGER, 1},
		{SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0}};
	static const struct {
		int limit, value;
	} limits[] = {{SQLITE_LIMIT_LENGTH, 1000000}, {SQLITE_LIMIT_SQL_LENGTH, 100000},
		{SQLITE_LIMIT_COLUMN, 100}, {SQLITE_LIMIT_EXPR_DEPTH, 50},
		{SQLITE_LIMIT_COMPOUND_SELECT, 5}, {SQLITE_LIMIT_VDBE_OP, 25000},
		{SQLITE_LIMIT_FUNCTION_ARG, 10}, {SQLITE_LIMIT_ATTACHED, 0},
		{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50}, {SQLITE_LIMIT_VARIABLE_NUMBER, 50},
		{SQLITE_LIMIT_TRIGGER_DEPTH, 5}, {SQLITE_LIMIT_WORKER_THREADS, 0}};
	int rc = SQLITE_OK;

	for (size_t i = 0; i < ARRAY_LEN(switches) && rc == SQLITE_OK; i++)
		rc = sqlite3_db_config(db, switches[i].option, switches[i].on, NULL);
	for (size_t i = 0; i < ARRAY_LEN(limits); i++)
		sqlite3_limit(db, limits[i].limit, limits[i].value);
	return rc;
}

/* One file and no memory mapping (network shares), safe before fast, and nothing left in freed
 * pages. */
static int tune(sqlite3 *db, enum store_mode mode)
{
	static const char reading[] = "PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0;"
				      "PRAGMA cell_size_check = ON; PRAGMA cache_size = -8000;";
	static const char writing[] = "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;"
				      "PRAGMA secure_delete = ON;";
	int rc = sqlite3_exec(db, reading, NULL, NULL, NULL);

	if (rc == SQLITE_OK && mode == STORE_READ)
		rc = sqlite3_exec(db, "PRAGMA query_only = ON", NULL, NULL, NULL);
	if (rc == SQLITE_OK && mode != STORE_READ)
		rc = sqlite3_exec(db, writing, NULL, NULL, NULL);
	return rc;
}

int store_connect(sqlite3 **db, const char *path, enum store_mode mode)
{
	int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE;
	/* A name such as "file:x?mode=..." or ":memory:x" is the name of a file and nothing else.
	 */
	bool plain = path[0] == '/' || strcmp(path, STORE_MEMORY) == 0;
	char *name = plain ? mem_dup(path) : mem_printf("./%s", path);
	int rc;

	flags |= mode == STORE_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
	if (strcmp(path, STORE_MEMORY) == 0)
		flags |= SQLITE_OPEN_CREATE;
	rc = sqlite3_open_v2(name, db, flags, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_busy_timeout(*db, BUSY_MS);
	if (rc == SQLITE_OK)
		rc = harden(*db);
	if (rc == SQLITE_OK)
		rc = tune(*db, mode);
	if (rc == SQLITE_OK && mode != STORE_READ && sqlite3_db_readonly(*db, "main") == 1)
		rc = SQLITE_READONLY; /* SQLite would go on reading without a word */
	free(name);
	return rc;
}

int store_pragma_int(sqlite3 *db, const char *sql, int64_t *value)
{
	sqlite3_stmt *stmt = NULL;
	int rc = sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), ended;

	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW)
		*value = sqlite3_column_int64(stmt, 0);
	ended = sqlite3_finalize(stmt);
	return rc == SQLITE_ROW ? ended : rc;
}

/* The check reports a page that could not be read as damage, with the code in its text: "error
 * code=7". Memory or a drive that falters is no damage, and no reason to put back a backup. */
static int code_of_report(const char *report)
{
	static const char mark[] = "error code=";
	const char *at = report ? strstr(report, mark) : NULL;
	int code = 0;

	if (!report)
		return SQLITE_NOMEM;
	for (at = at ? at + sizeof(mark) - 1 : ""; *at >= '0' && *at <= '9' && code < 100000; at++)
		code = 10 * code + (*at - '0');
	return code ? code : SQLITE_CORRUPT;
}

int store_check_connection(sqlite3 *db, const char *path, const char *check, struct err *err)
{
	static const char what[] = "de database nakijken";
	sqlite3_stmt *stmt = NULL;
	const char *report = NULL;
	int64_t id = 0;
	int rc = store_pragma_int(db, "PRAGMA application_id", &id), result;

	if (rc != SQLITE_OK)
		return store_fail_db(db, rc, path, what, err);
	if (id != STORE_APPLICATION_ID)
		return store_fail_foreign(path, err);
	rc = sqlite3_prepare_v2(db, check, -1, &stmt, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW)
		report = (const char *)sqlite3_column_text(stmt, 0);
	if (report && strcmp(report, "ok") == 0)
		result = 0;
	else
		result = store_fail_db(
			db, rc == SQLITE_ROW ? code_of_report(report) : rc, path, what, err);
	sqlite3_finalize(stmt);
	return result;
}

static int check_file(const char *path, struct err *err)
{
	struct file_stat st;

	if (file_stat(path, &st, err) < 0)
		return -1;
	if (!st.regular) {
		err_set(err, ERR_SURROUNDINGS, "%s is geen bestand.", path);
		return err_advise(err, "Geef de map waarin ijkpunt.db staat.");
	}
	return st.bytes == 0 ? store_fail_empty(path, err) : 0;
}

/* A file that only the owner may read. An existing one is left to SQLite: when it holds nothing (an
 * interrupted creation) it is used, else refused. 1 when made here. */
static int make_file(const char *path, struct err *err)
{
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);

	if (fd >= 0) {
		close(fd);
		return 1;
	}
	if (errno == EEXIST)
		return 0;
	return store_fail_db(NULL,
		errno == ENOSPC || errno == EDQUOT ? SQLITE_FULL : SQLITE_CANTOPEN, path, "", err);
}

/* Takes away the file of a creation that failed, unless another window has begun to use it: that is
 * certain only with the lock in hand. An empty file that stays is used by the next creation. */
static void discard(struct store *store)
{
	int64_t id = -1;

	if (sqlite3_exec(store->db, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK)
		return;
	if (store_pragma_int(store->db, "PRAGMA application_id", &id) == SQLITE_OK && id == 0)
		unlink(store->path);
	store_rollback(store);
}

static int fail_older(struct store *store, struct err *err)
{
	err_set(err, ERR_SURROUNDINGS, "De database %s is van een oudere versie van ijkpunt.",
		store->path);
	return err_advise(err,
		"Voer in een map waar u mag schrijven eenmaal 'ijkpunt bereken' uit: dan "
		"wordt zij bijgewerkt, met een kopie vooraf.");
}

/* An existing database: ours, undamaged, and of our version or made so. */
static int admit(struct store *store, enum store_mode mode, struct err *err)
{
	size_t count;
	const struct migrate_step *steps = migrate_steps(&count);
	int64_t version = 0;
	int rc;

	if (store_check_connection(store->db, store->path, "PRAGMA quick_check(1)", err) < 0)
		return -1;
	rc = store_pragma_int(store->db, "PRAGMA user_version", &version);
	if (rc != SQLITE_OK)
		return store_fail(store, rc, "de versie lezen", err);
	if (mode == STORE_READ && version < (int64_t)count)
		return fail_older(store, err);
	return migrate_run(store, steps, count, err);
}

/* A program that was killed leaves a journal, and SQLite lets only a writer undo with it what was
 * half done: a reader asks one for it first. Where writing is impossible or another window is at
 * it, opening will tell. */
static int undo_interrupted(const char *path, struct err *err)
{
	char *journal = mem_printf("%s-journal", path);
	sqlite3 *db = NULL;
	int64_t id;
	int rc = SQLITE_OK, result = 0;

	if (file_exists(journal)) {
		rc = store_connect(&db, path, STORE_WRITE);
		if (rc == SQLITE_OK)
			rc = store_pragma_int(db, "PRAGMA application_id", &id);
		if ((rc & 0xff) == SQLITE_NOMEM || (rc & 0xff) == SQLITE_FULL ||
			(rc & 0xff) == SQLITE_IOERR)
			result = store_fail_db(db, rc, path, "afgebroken werk ongedaan maken", err);
		sqlite3_close(db);
	}
	free(journal);
	return result;
}

int store_open(struct store **out, const char *path, enum store_mode mode, struct err *err)
{
	struct store *store;
	bool memory = strcmp(path, STORE_MEMORY) == 0;
	int made = 0, rc, result = -1;

	assert(!memory || mode == STORE_CREATE);
	if (mode == STORE_CREATE && !memory)
		made = make_file(path, err);
	if (made < 0 || (mode != STORE_CREATE && check_file(path, err) < 0))
		return -1;
	if (mode == STORE_READ && undo_interrupted(path, err) < 0)
		return -1;
	store = mem_new(1, sizeof(*store));
	store->path = mem_dup(path);
	rc = store_connect(&store->db, path, mode);
	if ((rc & 0xff) == SQLITE_NOTADB && mode == STORE_CREATE)
		store_fail_exists(path, err);
	else if (rc != SQLITE_OK)
		store_fail(store, rc, "de database openen", err);
	else
		result =
			mode == STORE_CREATE ? migrate_create(store, err) : admit(store, mode, err);
	if (result == 0) {
		*out = store;
		return 0;
	}
	if (made)
		discard(store);
	store_close(store);
	return -1;
}

void store_close(struct store *store)
{
	int rc;

	if (!store)
		return;
	store_rollback(store);
	stmt_release(store);
	store_forget(store);
	rc = sqlite3_close(store->db);
	assert(rc == SQLITE_OK); /* every query was closed */
	free(store->path);
	free(store);
}

void store_forget(struct store *store)
{
	intern_clear(&store->bron);
	intern_clear(&store->kenmerk);
	intern_clear(&store->maat);
	store->known_periode = 0;
	store->known_pair_levering = 0;
	store->known_pair_periode = 0;
}

void store_must_write(const struct store *store)
{
	assert(!sqlite3_get_autocommit(store->db));
}

int store_begin(struct store *store, struct err *err)
{
	struct call c = call_new(store, STMT_BEGIN);

	store_forget(store);
	return call_run(&c, "een wijziging beginnen", err);
}

/* BEGIN alone does not look at the file yet: reading a row fixes the moment. */
int store_begin_read(struct store *store, struct err *err)
{
	struct call begin = call_new(store, STMT_BEGIN_READ), touch;

	if (call_run(&begin, "lezen beginnen", err) < 0)
		return -1;
	touch = call_new(store, STMT_TOUCH);
	if (call_step(&touch, "lezen beginnen", err) < 0 ||
		call_end(&touch, "lezen beginnen", err) < 0) {
		store_rollback(store);
		return -1;
	}
	return 0;
}

int store_commit(struct store *store, struct err *err)
{
	struct call c = call_new(store, STMT_COMMIT);

	return call_run(&c, "de wijziging vastleggen", err);
}

void store_rollback(struct store *store)
{
	store_forget(store);
	if (store->db && !sqlite3_get_autocommit(store->db)) {
		struct call c = call_new(store, STMT_ROLLBACK);

		/* An error here leaves the journal; the next to open rolls back. */
		if (c.rc == SQLITE_OK)
			sqlite3_step(c.stmt);
		call_drop(&c);
	}
}

int store_setting_get(struct store *store, const char *key, char **value, struct err *err)
{
	static const char what[] = "een instelling lezen";
	struct call c = call_new(store, STMT_SETTING_GET);
	char *found = NULL;
	int step;

	call_text(&c, key);
	step = call_step(&c, what, err);
	if (step == 1) {
		found = col_dup(&c, 0);
		step = call_end(&c, what, err);
	}
	if (step < 0) {
		free(found);
		return -1;
	}
	*value = found;
	return 0;
}

int store_setting_set(struct store *store, const char *key, const char *value, struct err *err)
{
	struct call c = call_new(store, STMT_SETTING_SET);

	call_text(&c, key);
	call_text(&c, value);
	return call_run(&c, "een instelling bewaren", err);
}
