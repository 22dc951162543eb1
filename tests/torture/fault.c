#include "fault.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SECTOR = 512, MOST_FILES = 16 };

static struct {
	enum fault_kind kind;
	long left; /* calls until the fault; 0: it has come */
	bool lasting, fired;
	long outstanding;
} now;

/* True when the call that is being made must fail. */
static bool strikes(enum fault_kind kind)
{
	if (now.kind != kind)
		return false;
	if (now.left > 0 && --now.left > 0)
		return false;
	if (now.fired && !now.lasting)
		return false;
	now.fired = true;
	return true;
}

/* ---- memory ------------------------------------------------------------------------------------
 */

static sqlite3_mem_methods memory;

static void *memory_malloc(int size)
{
	void *p = strikes(FAULT_MEMORY) ? NULL : memory.xMalloc(size);

	now.outstanding += p != NULL;
	return p;
}

static void *memory_realloc(void *old, int size)
{
	return strikes(FAULT_MEMORY) ? NULL : memory.xRealloc(old, size);
}

static void memory_free(void *p)
{
	now.outstanding -= p != NULL;
	memory.xFree(p);
}

long fault_outstanding(void)
{
	return now.outstanding;
}

/* ---- files -------------------------------------------------------------------------------------
 *
 * Files are small here, so of each the whole synced content is remembered; that is what the disk
 * surely holds. */

struct image {
	char *bytes;
	sqlite3_int64 size;
};

struct record {
	char path[500];
	bool met;
	bool exists;         /* surely on disk, under this name */
	struct image synced; /* content at the last sync */
};

struct file {
	sqlite3_file base;
	sqlite3_file *real;
	struct record *record; /* NULL: a nameless file */
};

static sqlite3_vfs vfs, *real_vfs;
static struct record records[MOST_FILES];

static bool power_is_off(void)
{
	return now.kind == FAULT_POWER && now.fired;
}

/* Counts a call of the disk; a code of SQLite when it must fail. */
static int disk(int code)
{
	if (power_is_off() || strikes(FAULT_POWER))
		return SQLITE_IOERR;
	return strikes(FAULT_DISK) ? code : SQLITE_OK;
}

static struct image image_of(const char *path)
{
	struct image image = {NULL, 0};
	FILE *f = fopen(path, "rb");

	if (!f)
		return image;
	fseek(f, 0, SEEK_END);
	image.size = ftell(f);
	rewind(f);
	image.bytes = calloc((size_t)image.size + 1, 1);
	if (!image.bytes || fread(image.bytes, 1, (size_t)image.size, f) != (size_t)image.size)
		abort();
	fclose(f);
	return image;
}

static struct record *record_of(const char *path)
{
	struct record *free_one = NULL;

	for (int i = 0; i < MOST_FILES; i++) {
		if (strcmp(records[i].path, path) == 0)
			return &records[i];
		if (!free_one && !records[i].path[0])
			free_one = &records[i];
	}
	if (!free_one || strlen(path) >= sizeof(free_one->path))
		abort();
	snprintf(free_one->path, sizeof(free_one->path), "%s", path);
	return free_one;
}

static void remember(struct record *r, bool exists)
{
	free(r->synced.bytes);
	r->synced = exists ? image_of(r->path) : (struct image){NULL, 0};
	r->exists = exists;
}

static struct file *file_of(sqlite3_file *f)
{
	return (struct file *)f;
}

static int shim_close(sqlite3_file *f)
{
	sqlite3_file *real = file_of(f)->real;
	int rc = real->pMethods ? real->pMethods->xClose(real) : SQLITE_OK;

	sqlite3_free(real);
	return rc;
}

static int shim_read(sqlite3_file *f, void *to, int amount, sqlite3_int64 at)
{
	int rc = disk(SQLITE_IOERR_READ);

	return rc ? rc : file_of(f)->real->pMethods->xRead(file_of(f)->real, to, amount, at);
}

static int shim_write(sqlite3_file *f, const void *from, int amount, sqlite3_int64 at)
{
	sqlite3_file *real = file_of(f)->real;
	int rc = disk(SQLITE_IOERR_WRITE);

	if (rc)
		return rc;
	if (strikes(FAULT_FULL)) {
		real->pMethods->xWrite(real, from, amount / 2, at);
		return SQLITE_FULL;
	}
	return real->pMethods->xWrite(real, from, amount, at);
}

static int shim_truncate(sqlite3_file *f, sqlite3_int64 size)
{
	int rc = disk(SQLITE_IOERR_TRUNCATE);

	return rc ? rc : file_of(f)->real->pMethods->xTruncate(file_of(f)->real, size);
}

static int shim_sync(sqlite3_file *f, int flags)
{
	int rc = disk(SQLITE_IOERR_FSYNC);

	if (rc == SQLITE_OK)
		rc = file_of(f)->real->pMethods->xSync(file_of(f)->real, flags);
	if (rc == SQLITE_OK && file_of(f)->record && now.kind == FAULT_POWER)
		remember(file_of(f)->record, true);
	return rc;
}

static int shim_size(sqlite3_file *f, sqlite3_int64 *size)
{
	int rc = disk(SQLITE_IOERR_FSTAT);

	return rc ? rc : file_of(f)->real->pMethods->xFileSize(file_of(f)->real, size);
}

static int shim_lock(sqlite3_file *f, int level)
{
	int rc = disk(SQLITE_IOERR_LOCK);

	return rc ? rc : file_of(f)->real->pMethods->xLock(file_of(f)->real, level);
}

static int shim_unlock(sqlite3_file *f, int level)
{
	return file_of(f)->real->pMethods->xUnlock(file_of(f)->real, level);
}

static int shim_reserved(sqlite3_file *f, int *held)
{
	int rc = disk(SQLITE_IOERR_CHECKRESERVEDLOCK);

	return rc ? rc : file_of(f)->real->pMethods->xCheckReservedLock(file_of(f)->real, held);
}

static int shim_control(sqlite3_file *f, int op, void *arg)
{
	return file_of(f)->real->pMethods->xFileControl(file_of(f)->real, op, arg);
}

static int shim_sector(sqlite3_file *f)
{
	(void)f;
	return SECTOR;
}

/* No promise of any kind: a write may tear between sectors. */
static int shim_traits(sqlite3_file *f)
{
	(void)f;
	return 0;
}

static const sqlite3_io_methods shim = {.iVersion = 1,
	.xClose = shim_close,
	.xRead = shim_read,
	.xWrite = shim_write,
	.xTruncate = shim_truncate,
	.xSync = shim_sync,
	.xFileSize = shim_size,
	.xLock = shim_lock,
	.xUnlock = shim_unlock,
	.xCheckReservedLock = shim_reserved,
	.xFileControl = shim_control,
	.xSectorSize = shim_sector,
	.xDeviceCharacteristics = shim_traits};

static int shim_open(sqlite3_vfs *v, const char *path, sqlite3_file *f, int flags, int *out_flags)
{
	struct file *file = file_of(f);
	int rc = disk(SQLITE_CANTOPEN);

	(void)v;
	memset(file, 0, sizeof(*file));
	if (rc)
		return rc;
	file->real = sqlite3_malloc(real_vfs->szOsFile);
	if (!file->real)
		return SQLITE_NOMEM;
	memset(file->real, 0, (size_t)real_vfs->szOsFile);
	if (path && now.kind == FAULT_POWER) {
		file->record = record_of(path);
		if (!file->record->met && access(path, F_OK) == 0)
			remember(file->record, true); /* there before the power was at risk */
		file->record->met = true;
	}
	rc = real_vfs->xOpen(real_vfs, path, file->real, flags, out_flags);
	if (rc != SQLITE_OK) {
		sqlite3_free(file->real);
		return rc;
	}
	file->base.pMethods = &shim;
	return SQLITE_OK;
}

static int shim_delete(sqlite3_vfs *v, const char *path, int sync_folder)
{
	int rc = disk(SQLITE_IOERR_DELETE);

	(void)v;
	if (rc == SQLITE_OK)
		rc = real_vfs->xDelete(real_vfs, path, sync_folder);
	if (rc == SQLITE_OK && now.kind == FAULT_POWER && sync_folder)
		remember(record_of(path), false);
	return rc;
}

static int shim_access(sqlite3_vfs *v, const char *path, int flags, int *result)
{
	int rc = disk(SQLITE_IOERR_ACCESS);

	(void)v;
	return rc ? rc : real_vfs->xAccess(real_vfs, path, flags, result);
}

void fault_install(void)
{
	sqlite3_mem_methods mine;

	if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory) != SQLITE_OK)
		abort();
	mine = memory;
	mine.xMalloc = memory_malloc;
	mine.xRealloc = memory_realloc;
	mine.xFree = memory_free;
	/* Lookaside memory would hide most allocations. */
	if (sqlite3_config(SQLITE_CONFIG_MALLOC, &mine) != SQLITE_OK ||
		sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0) != SQLITE_OK ||
		sqlite3_initialize() != SQLITE_OK)
		abort();
	real_vfs = sqlite3_vfs_find(NULL);
	vfs = *real_vfs;
	vfs.zName = "fault";
	vfs.szOsFile = (int)sizeof(struct file);
	vfs.xOpen = shim_open;
	vfs.xDelete = shim_delete;
	vfs.xAccess = shim_access;
	if (sqlite3_vfs_register(&vfs, 1) != SQLITE_OK)
		abort();
}

void fault_arm(enum fault_kind kind, long n, bool lasting)
{
	now.kind = kind;
	now.left = n;
	now.lasting = lasting;
	now.fired = false;
}

static unsigned chance(unsigned *seed, unsigned n)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % n;
}

/* What the disk may hold of one file: its name or not, and of each sector the synced or the newer
 * content. */
static void settle(struct record *r, unsigned *seed)
{
	struct image newer = image_of(r->path), *older = &r->synced;
	bool there = access(r->path, F_OK) == 0;
	sqlite3_int64 size = chance(seed, 2) ? newer.size : older->size;
	FILE *f;

	if (there != r->exists && chance(seed, 2))
		there = r->exists; /* a name made or removed, and the folder not synced */
	unlink(r->path);
	f = there ? fopen(r->path, "wb") : NULL;
	for (sqlite3_int64 at = 0; f && at < size; at += SECTOR) {
		bool cut_off = at >= newer.size; /* only the older content was ever there */
		const struct image *from = !cut_off && chance(seed, 2) ? &newer : older;
		sqlite3_int64 want = size - at < SECTOR ? size - at : SECTOR;
		char sector[SECTOR] = {0};

		if (at < from->size)
			memcpy(sector, from->bytes + at,
				(size_t)(from->size - at < want ? from->size - at : want));
		fwrite(sector, 1, (size_t)want, f);
	}
	if (f)
		fclose(f);
	free(newer.bytes);
}

bool fault_disarm(unsigned seed)
{
	bool fired = now.fired;

	for (int i = 0; i < MOST_FILES; i++) {
		if (!records[i].path[0])
			continue;
		if (now.kind == FAULT_POWER)
			settle(&records[i], &seed);
		free(records[i].synced.bytes);
		memset(&records[i], 0, sizeof(records[i]));
	}
	now.kind = FAULT_NONE;
	now.fired = false;
	return fired;
}
