/* ijkpunt herstel BESTAND: puts a backup back. What was there stays, under another name. */
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "cli/command.h"
#include "cli/opt.h"
#include "cli/place.h"
#include "cli/say.h"

/* Reads the backup whole, checks it, and writes a checked copy of it at `path`. */
static int copy_backup(const char *backup, const char *path, struct err *err)
{
	struct store *store = NULL;
	int rc;

	if (store_open(&store, backup, STORE_READ, err) < 0)
		return -1;
	unlink(path); /* of an earlier attempt that was interrupted */
	rc = store_backup(store, path, err);
	store_close(store);
	return rc;
}

/* Holds the lock of the present database, so that no other window writes in it while it moves away. One that is
 * damaged cannot be locked and needs no lock. */
static int lock_present(const char *path, struct store **out, struct err *err)
{
	struct store *store = NULL;

	*out = NULL;
	if (store_open(&store, path, STORE_WRITE, err) < 0) {
		err_release(err);
		return 0;
	}
	if (store_begin(store, err) < 0) {
		store_close(store);
		return -1;
	}
	*out = store;
	return 0;
}

/* A journal belongs to its database: they move together. */
static int move_aside(const char *path, const char *kept, struct err *err)
{
	char *journal = mem_printf("%s-journal", path), *kept_journal = mem_printf("%s-journal", kept);
	int rc = 0;

	if (file_exists(journal))
		rc = file_rename(journal, kept_journal, err);
	if (rc == 0)
		rc = file_rename(path, kept, err);
	free(journal);
	free(kept_journal);
	return rc;
}

/* A name that is not taken: ijkpunt-voor-herstel-2026-07-21.db, then -2, -3 ... */
static char *kept_name(const struct app *app)
{
	for (int n = 1;; n++) {
		char *name = mem_printf("ijkpunt-voor-herstel-%04d-%02d-%02d%s%.0d.db", app->vandaag.year,
			app->vandaag.month, app->vandaag.day, n > 1 ? "-" : "", n > 1 ? n : 0);
		char *path = file_join(app->werkmap, name);

		free(name);
		if (!file_exists(path))
			return path;
		free(path);
	}
}

static int put_back(const struct app *app, const char *backup, struct err *err)
{
	char *path = file_join(app->werkmap, PLACE_DB), *fresh = file_join(app->werkmap, PLACE_DB ".nieuw");
	char *kept = kept_name(app);
	struct store *lock = NULL;
	int rc = copy_backup(backup, fresh, err);

	if (rc == 0)
		rc = lock_present(path, &lock, err);
	if (rc == 0)
		rc = move_aside(path, kept, err);
	if (rc == 0)
		rc = file_rename(fresh, path, err);
	if (rc < 0)
		unlink(fresh);
	store_close(lock);
	if (rc == 0)
		say("De werkmap is hersteld uit %s.\nWat er stond, is bewaard als %s.\n", backup, kept);
	free(path);
	free(fresh);
	free(kept);
	return rc;
}

static int write_log(struct app *app, const char *backup, struct err *err)
{
	if (app_open(app, STORE_WRITE, err) < 0 || store_begin(app->store, err) < 0)
		return -1;
	if (app_log(app, "herstel", file_base(backup), "reservekopie teruggezet", err) < 0 ||
		store_commit(app->store, err) < 0) {
		store_rollback(app->store);
		return -1;
	}
	return 0;
}

int cmd_herstel(struct app *app, int argc, char **argv, struct err *err)
{
	const struct opt table[] = {OPT_END};
	int rc;

	if (opt_parse(app, table, &argc, &argv, err) < 0 || place_werkmap(app->opt_werkmap, &app->werkmap, err) < 0)
		return -1;
	rc = put_back(app, argv[0], err);
	free(app->werkmap);
	app->werkmap = NULL;
	return rc < 0 ? -1 : write_log(app, argv[0], err);
}
