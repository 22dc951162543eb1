#include "store/fail.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/file.h"
#include "store/backup.h"
#include "store/stmt.h"

static void advise_backup(const char *path, struct err *err)
{
	char *backup = backup_newest(path);

	if (backup)
		err_advise(err,
			"Zet de nieuwste reservekopie in deze map terug: ijkpunt herstel %s",
			backup);
	else
		err_advise(err,
			"Zet een reservekopie terug met: ijkpunt herstel BESTAND. In deze map "
			"staat er geen.");
	free(backup);
}

int store_fail_damaged(const char *path, struct err *err)
{
	err_set(err, ERR_SURROUNDINGS, "De database %s is beschadigd.", path);
	advise_backup(path, err);
	return -1;
}

int store_fail_empty(const char *path, struct err *err)
{
	err_set(err, ERR_SURROUNDINGS, "De database %s is leeg.", path);
	advise_backup(path, err);
	return -1;
}

int store_fail_foreign(const char *path, struct err *err)
{
	err_set(err, ERR_SURROUNDINGS, "%s is geen database van ijkpunt, of is beschadigd.", path);
	advise_backup(path, err);
	return -1;
}

int store_fail_exists(const char *path, struct err *err)
{
	err_set(err, ERR_USE, "%s bestaat al.", path);
	return err_advise(err, "Kies een andere map, of werk verder in deze.");
}

static int fail_full(struct err *err)
{
	err_set(err, ERR_SURROUNDINGS, "De schijf is vol.");
	return err_advise(err, "Maak ruimte vrij op de schijf en probeer het opnieuw.");
}

static int fail_memory(struct err *err)
{
	err_set(err, ERR_SURROUNDINGS, "Er is te weinig geheugen.");
	return err_advise(err, "Sluit andere programma's en probeer het opnieuw.");
}

static int fail_read_only(int rc, const char *path, struct err *err)
{
	if (rc == SQLITE_READONLY_DBMOVED) {
		err_set(err, ERR_SURROUNDINGS, "De database %s is tijdens het werk verplaatst.",
			path);
		return err_advise(err, "Geef de opdracht opnieuw.");
	}
	if (rc == SQLITE_READONLY_ROLLBACK) {
		err_set(err, ERR_SURROUNDINGS,
			"De database %s is niet goed afgesloten, en is hier alleen-lezen.", path);
		return err_advise(err,
			"Open haar eerst op een plek waar u mag schrijven: dan wordt "
			"hersteld wat half gedaan was. Neem %s-journal mee.",
			file_base(path));
	}
	err_set(err, ERR_SURROUNDINGS, "De database %s is alleen-lezen.", path);
	return err_advise(err,
		"Zet de werkmap op een plek waar u mag schrijven, of vraag om schrijfrechten.");
}

static int fail_input_output(sqlite3 *db, int rc, const char *path, struct err *err)
{
	int system_error = db ? sqlite3_system_errno(db) : 0;

	if (rc == SQLITE_IOERR_NOMEM)
		return fail_memory(err);
	if (system_error == ENOSPC || system_error == EDQUOT)
		return fail_full(err);
	err_set(err, ERR_SURROUNDINGS, "Lezen of schrijven van %s lukt niet (systeemfout %d).",
		path, system_error);
	return err_advise(err, "Controleer of de schijf of het netwerkstation nog bereikbaar is.");
}

static int fail_defect(sqlite3 *db, int rc, const char *what, struct err *err)
{
	err_set(err, ERR_DEFECT, "%s lukt niet: %s (SQLite %d).", what,
		db ? sqlite3_errmsg(db) : sqlite3_errstr(rc), rc);
	return err_advise(err, "Dit is een fout in het programma. Meld haar met deze tekst erbij.");
}

int store_fail_db(sqlite3 *db, int rc, const char *path, const char *what, struct err *err)
{
	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_PROTOCOL:
		err_set(err, ERR_SURROUNDINGS, "De database is bezet door een ander venster.");
		return err_advise(err, "Sluit het andere venster of probeer het zo opnieuw.");
	case SQLITE_FULL:
		return fail_full(err);
	case SQLITE_READONLY:
		return fail_read_only(rc, path, err);
	case SQLITE_CORRUPT:
		return store_fail_damaged(path, err);
	case SQLITE_NOTADB:
		return store_fail_foreign(path, err);
	case SQLITE_NOMEM:
		return fail_memory(err);
	case SQLITE_CANTOPEN:
	case SQLITE_PERM:
	case SQLITE_AUTH:
		err_set(err, ERR_SURROUNDINGS, "De database %s kan niet worden geopend.", path);
		return err_advise(err, "Controleer of de map bestaat en of u er rechten op heeft.");
	case SQLITE_IOERR:
		return fail_input_output(db, rc, path, err);
	case SQLITE_INTERRUPT:
		return err_set(err, ERR_INTERRUPT, "Het werk is onderbroken.");
	default:
		return fail_defect(db, rc, what, err);
	}
}

int store_fail(struct store *store, int rc, const char *what, struct err *err)
{
	return store_fail_db(store->db, rc, store->path, what, err);
}
