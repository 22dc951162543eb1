#include "store/backup.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "store/migrate.h"
#include "store/stmt.h"

enum { HEADER_SIZE = 100, APPLICATION_ID_AT = 68 }; /* SQLite's file format, section 1.3 */

/* Folder part of a path, "." when it has none; owned by the caller. */
static char *folder_of(const char *path)
{
	const char *base = file_base(path);

	if (base == path)
		return mem_dup(".");
	if (base == path + 1)
		return mem_dup("/");
	return mem_dup_n(path, (size_t)(base - path) - 1);
}

static bool has_our_header(const char *path)
{
	unsigned char head[HEADER_SIZE];
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	ssize_t got = fd < 0 ? -1 : read(fd, head, sizeof(head));
	const unsigned char *id = head + APPLICATION_ID_AT;

	if (fd >= 0)
		close(fd);
	if (got != HEADER_SIZE || memcmp(head, "SQLite format 3", 16) != 0)
		return false;
	return ((int64_t)id[0] << 24 | id[1] << 16 | id[2] << 8 | id[3]) == STORE_APPLICATION_ID;
}

/* The name when it is a newer database than *newest; never opens `self`: closing it would drop the
 * locks that SQLite holds on it. */
static void consider(const char *path, const struct stat *self, char **newest, int64_t *mtime)
{
	struct stat st;
	int64_t when;

	if (lstat(path, &st) != 0 || !S_ISREG(st.st_mode))
		return;
	if (st.st_dev == self->st_dev && st.st_ino == self->st_ino)
		return;
	when = (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec;
	if ((*newest && when <= *mtime) || !has_our_header(path))
		return;
	free(*newest);
	*newest = mem_dup(path);
	*mtime = when;
}

char *backup_newest(const char *path)
{
	struct err err = ERR_INIT;
	struct stat self = {.st_ino = 0};
	char *folder = folder_of(path), *newest = NULL, **names = NULL;
	size_t count = 0;
	int64_t mtime = 0;

	if (lstat(path, &self) != 0 || file_list(folder, NULL, &names, &count, &err) < 0)
		count = 0;
	for (size_t i = 0; i < count; i++) {
		char *other =
			strcmp(folder, ".") == 0 ? mem_dup(names[i]) : file_join(folder, names[i]);

		consider(other, &self, &newest, &mtime);
		free(other);
	}
	if (names)
		file_list_free(names, count);
	err_release(&err); /* this is advice after an error: no backup named is no new error */
	free(folder);
	return newest;
}

static int copy_pages(struct store *store, sqlite3 *to, const char *path, struct err *err)
{
	sqlite3_backup *backup = sqlite3_backup_init(to, "main", store->db, "main");
	int rc;

	if (!backup)
		return store_fail_db(to, sqlite3_extended_errcode(to), path, "de kopie maken", err);
	rc = sqlite3_backup_step(backup, -1); /* waits for a writer as the connection does */
	sqlite3_backup_finish(backup);        /* repeats the error of the step */
	if (rc == SQLITE_DONE)
		return 0;
	if ((rc & 0xff) == SQLITE_CORRUPT || (rc & 0xff) == SQLITE_NOTADB)
		return store_fail(store, rc, "de kopie maken", err); /* ours, not the copy */
	return store_fail_db(to, rc, path, "de kopie maken", err);
}

/* Writes and checks the copy under its temporary name. */
static int write_copy(struct store *store, const char *path, struct err *err)
{
	sqlite3 *to = NULL;
	int rc = store_connect(&to, path, STORE_WRITE), result;

	if (rc != SQLITE_OK)
		result = store_fail_db(to, rc, path, "de kopie maken", err);
	else
		result = copy_pages(store, to, path, err);
	if (result == 0)
		result = store_check_connection(to, path, "PRAGMA integrity_check", err);
	if (sqlite3_close(to) != SQLITE_OK && result == 0)
		result = store_fail_db(to, SQLITE_IOERR, path, "de kopie sluiten", err);
	return result;
}

static int fail_path(const char *path, int system_error, struct err *err)
{
	if (system_error == EEXIST) {
		err_set(err, ERR_USE, "%s bestaat al.", path);
		return err_advise(err, "Kies een andere naam, of haal dat bestand eerst weg.");
	}
	if (system_error == ENOSPC || system_error == EDQUOT)
		return store_fail_db(NULL, SQLITE_FULL, path, "", err);
	err_set(err, ERR_SURROUNDINGS, "%s kan niet worden geschreven (systeemfout %d).", path,
		system_error);
	return err_advise(err, "Controleer of de map bestaat en of u er rechten op heeft.");
}

/* The new name comes into being in one step and never replaces a file. */
static int give_name(const char *from, const char *path, struct err *err)
{
	char *folder;
	int fd;

	if (renameat2(AT_FDCWD, from, AT_FDCWD, path, RENAME_NOREPLACE) != 0) {
		if (errno != EINVAL && errno != ENOSYS)
			return fail_path(path, errno, err);
		if (file_exists(path)) /* a file system without this rename */
			return fail_path(path, EEXIST, err);
		if (rename(from, path) != 0)
			return fail_path(path, errno, err);
	}
	folder = folder_of(path);
	fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd >= 0) {
		fsync(fd); /* some network drives cannot; the name is there all the same */
		close(fd);
	}
	free(folder);
	return 0;
}

int store_backup(struct store *store, const char *path, struct err *err)
{
	char *temp;
	int fd, result;

	assert(sqlite3_get_autocommit(store->db)); /* never a half transaction */
	if (file_exists(path))
		return fail_path(path, EEXIST, err);
	temp = mem_printf("%s.onvolledig", path);
	unlink(temp); /* left by a power cut */
	fd = open(temp, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0) {
		result = fail_path(path, errno, err);
	} else {
		close(fd);
		result = write_copy(store, temp, err);
		if (result == 0)
			result = give_name(temp, path, err);
		if (result < 0)
			unlink(temp);
	}
	free(temp);
	return result;
}
