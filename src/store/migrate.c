#include "store/migrate.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "sql_embed.h"
#include "store/stmt.h"

enum { BACKUP_NAMES = 99 };

const struct migrate_step *migrate_steps(size_t *count)
{
	*count = ARRAY_LEN(sql_step);
	return sql_step;
}

static int exec(struct store *store, const char *sql, const char *what, struct err *err)
{
	int rc = sqlite3_exec(store->db, sql, NULL, NULL, NULL);

	return rc == SQLITE_OK ? 0 : store_fail(store, rc, what, err);
}

/* PATH.voor-versie-2, or PATH.voor-versie-2.1 ... when an earlier upgrade left that name. */
static int copy_before(struct store *store, size_t version, struct err *err)
{
	char *path = mem_printf("%s.voor-versie-%zu", store->path, version);
	int result;

	for (int i = 1; i < BACKUP_NAMES && file_exists(path); i++) {
		free(path);
		path = mem_printf("%s.voor-versie-%zu.%d", store->path, version, i);
	}
	result = store_backup(store, path, err);
	if (result < 0)
		err_context(err, "Kopie voor het bijwerken van de database");
	free(path);
	return result;
}

/* Inside the step's transaction: the schema, then the promise that all references still hold. */
static int apply(
	struct store *store, const struct migrate_step *step, size_t version, struct err *err)
{
	char *set_version;
	sqlite3_stmt *broken = NULL;
	int result, rc;

	if (exec(store, (const char *)step->text, step->name, err) < 0)
		return -1;
	rc = sqlite3_prepare_v2(store->db, "PRAGMA foreign_key_check", -1, &broken, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(broken);
	sqlite3_finalize(broken);
	if (rc != SQLITE_DONE)
		return store_fail(
			store, rc == SQLITE_ROW ? SQLITE_CONSTRAINT : rc, step->name, err);
	set_version = mem_printf("PRAGMA user_version = %zu", version); /* takes no parameter */
	result = exec(store, set_version, step->name, err);
	free(set_version);
	return result;
}

/* 1 when the step was taken, 0 when another window was first. */
static int take_step(
	struct store *store, const struct migrate_step *step, size_t version, struct err *err)
{
	int64_t now;
	int result = -1;

	if (store_begin(store, err) < 0)
		return -1;
	if (store_pragma_int(store->db, "PRAGMA user_version", &now) != SQLITE_OK)
		store_fail(store, sqlite3_extended_errcode(store->db), "de versie lezen", err);
	else if (now >= (int64_t)version)
		result = 0;
	else if (apply(store, step, version, err) == 0 && store_commit(store, err) == 0)
		return 1;
	store_rollback(store);
	return result;
}

/* Inside the transaction: has another window filled it in the meantime? */
static int apply_all(struct store *store, struct err *err)
{
	int64_t id = -1;
	int rc = store_pragma_int(store->db, "PRAGMA application_id", &id);

	if (rc != SQLITE_OK)
		return store_fail(store, rc, "de database maken", err);
	if (id != 0)
		return store_fail_exists(store->path, err);
	for (size_t i = 0; i < ARRAY_LEN(sql_step); i++)
		if (apply(store, &sql_step[i], i + 1, err) < 0)
			return -1;
	return store_commit(store, err);
}

int migrate_create(struct store *store, struct err *err)
{
	int64_t pages = 0;
	int rc = store_pragma_int(store->db, "PRAGMA page_count", &pages);

	if ((rc & 0xff) == SQLITE_NOTADB || (rc == SQLITE_OK && pages > 0))
		return store_fail_exists(store->path, err);
	if (rc != SQLITE_OK)
		return store_fail(store, rc, "de database maken", err);
	if (store_begin(store, err) < 0)
		return -1;
	if (apply_all(store, err) == 0)
		return 0;
	store_rollback(store);
	return -1;
}

static int fail_newer(struct store *store, int64_t version, size_t count, struct err *err)
{
	err_set(err, ERR_SURROUNDINGS,
		"De database %s is van een nieuwere versie van ijkpunt (schema %lld, dit programma "
		"kent "
		"%zu).",
		store->path, (long long)version, count);
	return err_advise(err, "Installeer de nieuwste versie van ijkpunt.");
}

int migrate_run(
	struct store *store, const struct migrate_step *steps, size_t count, struct err *err)
{
	int64_t version;
	int rc = store_pragma_int(store->db, "PRAGMA user_version", &version);

	if (rc != SQLITE_OK)
		return store_fail(store, rc, "de versie lezen", err);
	if (version > (int64_t)count)
		return fail_newer(store, version, count, err);
	if (version > 0 && version < (int64_t)count && strcmp(store->path, STORE_MEMORY) != 0 &&
		copy_before(store, count, err) < 0)
		return -1;
	for (size_t i = (size_t)version; i < count; i++)
		if (take_step(store, &steps[i], i + 1, err) < 0)
			return -1;
	return 0;
}
