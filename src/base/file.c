#include "base/file.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sha2.h>

#include "base/mem.h"
#include "base/progress.h"
#include "base/str.h"
#include "base/text.h"

enum {
	SHOWN_MAX = 300,   /* characters of a path in a message */
	READ_STEP = 65536, /* bytes asked for at once */
	MIB = 1 << 20,
	TEMP_TRIES = 100   /* temporary names that a killed run may have left behind */
};

/* ---- messages ----------------------------------------------------------------------------- */

/* The reason in Dutch, and what to do about it (NULL: nothing general). */
struct reason {
	int number;
	const char *text, *advice;
};

static const struct reason reasons[] = {
	{ENOENT, "bestaat niet", "Controleer de naam en de map."},
	{EACCES, "u hebt hier geen rechten voor", "Vraag rechten aan uw beheerder."},
	{EPERM, "u hebt hier geen rechten voor", "Vraag rechten aan uw beheerder."},
	{ENOSPC, "De schijf is vol", "Maak ruimte vrij en probeer het opnieuw."},
	{EDQUOT, "De schijf is vol (uw quotum is op)", "Maak ruimte vrij en probeer het opnieuw."},
	{EFBIG, "het bestand wordt groter dan hier mag", NULL},
	{EROFS, "de schijf is alleen-lezen", "Kies een andere map."},
	{EIO, "de schijf geeft een lees- of schrijffout", "Laat de schijf nakijken."},
	{ENOTDIR, "een deel van het pad is geen map", "Controleer de naam en de map."},
	{EISDIR, "is een map, geen bestand", NULL},
	{ELOOP, "te veel snelkoppelingen achter elkaar", NULL},
	{ENAMETOOLONG, "de naam is te lang", "Kies een kortere naam."},
	{EMFILE, "er staan te veel bestanden open", "Sluit andere programma's."},
	{ENFILE, "er staan te veel bestanden open", "Sluit andere programma's."},
	{ENXIO, "is geen gewoon bestand", NULL},
};

static int file_fail(struct err *err, const char *path, const char *why)
{
	struct str shown = STR_INIT;

	text_add_shown(&shown, path, strlen(path), SHOWN_MAX);
	err_set(err, ERR_SURROUNDINGS, "%s: %s.", str_text(&shown), why);
	str_release(&shown);
	return -1;
}

/* Fails with the reason for `number`, an errno value. */
static int file_fail_errno(struct err *err, const char *path, int number)
{
	const char *name = strerrorname_np(number);
	char *other;

	for (size_t i = 0; i < ARRAY_LEN(reasons); i++) {
		if (reasons[i].number != number)
			continue;
		file_fail(err, path, reasons[i].text);
		if (reasons[i].advice)
			err_advise(err, "%s", reasons[i].advice);
		return -1;
	}
	other = mem_printf("het systeem meldt fout %d (%s)", number, name ? name : "onbekend");
	file_fail(err, path, other);
	free(other);
	return -1;
}

/* ---- reading ------------------------------------------------------------------------------ */

/* read() again when a signal came in between. */
static ssize_t read_some(int fd, char *to, size_t n)
{
	ssize_t got;

	do
		got = read(fd, to, n);
	while (got < 0 && errno == EINTR);
	return got;
}

/* O_NONBLOCK: a pipe without a writer must not keep us waiting before we can see that it is one. */
static int open_regular(const char *path, int *out, struct err *err)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

	if (fd < 0)
		return file_fail_errno(err, path, errno);
	if (fstat(fd, &st) < 0)
		file_fail_errno(err, path, errno);
	else if (S_ISDIR(st.st_mode))
		file_fail(err, path, "is een map, geen bestand");
	else if (!S_ISREG(st.st_mode))
		file_fail(err, path, "is geen gewoon bestand");
	else {
		*out = fd;
		return 0;
	}
	close(fd);
	return -1;
}

static int file_too_large(struct err *err, const char *path, size_t max)
{
	bool whole = max >= MIB && max % MIB == 0;
	char *why = mem_printf("is groter dan %zu %s", whole ? max / MIB : max, whole ? "MiB" : "bytes");

	file_fail(err, path, why);
	free(why);
	return -1;
}

/* Reads to the end, one byte past `max` at most: that byte shows that the file is too large. */
static int read_all(int fd, const char *path, size_t max, struct str *to, struct err *err)
{
	char *step = mem_new(READ_STEP, 1);
	ssize_t got = 0;

	while (to->len <= max) {
		size_t room = max + 1 - to->len;

		got = read_some(fd, step, room < READ_STEP ? room : READ_STEP);
		if (got <= 0)
			break;
		str_add_n(to, step, (size_t)got);
	}
	free(step);
	if (got < 0)
		return file_fail_errno(err, path, errno);
	return to->len > max ? file_too_large(err, path, max) : 0;
}

int file_read(const char *path, size_t max, char **text, size_t *len, struct err *err)
{
	struct str all = STR_INIT;
	int fd, rc;

	assert(max < SIZE_MAX);
	if (open_regular(path, &fd, err) < 0)
		return -1;
	rc = read_all(fd, path, max, &all, err);
	close(fd);
	if (rc < 0) {
		str_release(&all);
		return -1;
	}
	*len = all.len;
	*text = str_detach(&all);
	return 0;
}

/* ---- writing ------------------------------------------------------------------------------ */

/* The folder a path lies in, with the slash at its end ("" for the working folder); caller frees. */
static char *folder_of(const char *path)
{
	return mem_dup_n(path, (size_t)(file_base(path) - path));
}

/* Only a name that is free or a regular file may be replaced. */
static int target_check(const char *path, struct err *err)
{
	struct stat st;

	if (lstat(path, &st) < 0)
		return errno == ENOENT ? 0 : file_fail_errno(err, path, errno);
	if (S_ISREG(st.st_mode))
		return 0;
	if (S_ISLNK(st.st_mode)) {
		file_fail(err, path, "is een snelkoppeling; daar wordt niet doorheen geschreven");
		return err_advise(err, "Kies een andere naam of verwijder de snelkoppeling.");
	}
	if (S_ISDIR(st.st_mode))
		return file_fail(err, path, "is een map, geen bestand");
	return file_fail(err, path, "is geen gewoon bestand");
}

/* A new file in `folder`; *temp is its path, owned by the caller. */
static int temp_open(const char *folder, unsigned mode, char **temp, int *out)
{
	for (int i = 0; i < TEMP_TRIES; i++) {
		char *name = mem_printf("%s.ijkpunt-%ld-%d.tmp", folder, (long)getpid(), i);
		int fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode), why;

		if (fd >= 0) {
			*temp = name;
			*out = fd;
			return 0;
		}
		why = errno;
		free(name);
		errno = why;
		if (why != EEXIST)
			return -1;
	}
	return -1;
}

static int write_all(int fd, const char *text, size_t len)
{
	while (len > 0) {
		ssize_t put = write(fd, text, len);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return -1;
		text += put;
		len -= (size_t)put;
	}
	return 0;
}

/* Makes a rename last. Some file systems cannot do this for a folder, and some folders may not be
 * read; both leave the file itself safe. */
static int folder_sync(const char *folder)
{
	int fd = open(*folder ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC), rc, why;

	if (fd < 0)
		return errno == EACCES ? 0 : -1;
	rc = fsync(fd);
	why = errno;
	close(fd);
	errno = why;
	return rc < 0 && why != EINVAL && why != ENOTSUP ? -1 : 0;
}

/* Everything up to the rename; closes `fd`. errno tells why it failed. */
static int temp_fill(int fd, const char *text, size_t len, unsigned mode)
{
	int why = 0;

	/* fchmod: the umask has no say in who may read a report. */
	if (write_all(fd, text, len) < 0 || fchmod(fd, mode) < 0 || fsync(fd) < 0)
		why = errno;
	if (close(fd) < 0 && why == 0)
		why = errno;
	errno = why;
	return why ? -1 : 0;
}

int file_write(const char *path, const char *text, size_t len, unsigned mode, struct err *err)
{
	char *folder, *temp = NULL;
	int fd, rc = -1, why;

	if (target_check(path, err) < 0)
		return -1;
	folder = folder_of(path);
	if (temp_open(folder, mode, &temp, &fd) < 0)
		goto out;
	if (temp_fill(fd, text, len, mode) < 0 || rename(temp, path) < 0) {
		why = errno;
		unlink(temp);
		errno = why;
		goto out;
	}
	rc = folder_sync(folder);
out:
	if (rc < 0)
		file_fail_errno(err, path, errno);
	free(temp);
	free(folder);
	return rc;
}

int file_rename(const char *from, const char *to, struct err *err)
{
	char *folder;
	int rc;

	if (rename(from, to) < 0)
		return file_fail_errno(err, to, errno);
	folder = folder_of(to);
	rc = folder_sync(folder);
	free(folder);
	return rc < 0 ? file_fail_errno(err, to, errno) : 0;
}

/* ---- folders ------------------------------------------------------------------------------ */

bool file_exists(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0;
}

bool file_is_dir(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static int make_one(const char *path, const char *asked, struct err *err)
{
	int why;

	if (mkdir(path, 0700) == 0 || file_is_dir(path))
		return 0;
	why = errno;
	if (why == EEXIST)
		return file_fail(err, path, "bestaat al en is geen map");
	return file_fail_errno(err, asked, why);
}

int file_make_dir(const char *path, struct err *err)
{
	char *part = mem_dup(path);
	int rc = 0;

	for (char *p = part; *p && rc == 0; p++) {
		if (*p != '/' || p == part)
			continue;
		*p = '\0';
		rc = make_one(part, path, err);
		*p = '/';
	}
	if (rc == 0)
		rc = make_one(part, path, err);
	free(part);
	return rc;
}

static bool listed(const char *name, const char *suffix)
{
	size_t len = strlen(name), tail = suffix ? strlen(suffix) : 0;

	if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
		return false;
	return len >= tail && (!suffix || strcmp(name + len - tail, suffix) == 0);
}

static int name_cmp(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

int file_list(const char *dir, const char *suffix, char ***names, size_t *count, struct err *err)
{
	char **list = mem_new(1, sizeof(*list));
	size_t n = 0, cap = 1;
	struct dirent *entry;
	DIR *open_dir = opendir(dir);
	int why;

	if (!open_dir) {
		free(list);
		return file_fail_errno(err, dir, errno);
	}
	while (errno = 0, (entry = readdir(open_dir)) != NULL) {
		if (!listed(entry->d_name, suffix))
			continue;
		list = mem_grow(list, &cap, n + 1, sizeof(*list));
		list[n++] = mem_dup(entry->d_name);
	}
	why = errno;
	closedir(open_dir);
	if (why) {
		file_list_free(list, n);
		return file_fail_errno(err, dir, why);
	}
	qsort(list, n, sizeof(*list), name_cmp);
	*names = list;
	*count = n;
	return 0;
}

void file_list_free(char **names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		free(names[i]);
	free(names);
}

char *file_join(const char *a, const char *b)
{
	if (!a || !*a || *b == '/')
		return mem_dup(b);
	return mem_printf("%s%s%s", a, a[strlen(a) - 1] == '/' ? "" : "/", b);
}

const char *file_base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* ---- looking ------------------------------------------------------------------------------ */

void file_hash_bytes(const void *data, size_t len, struct file_hash *out)
{
	SHA256Data(data, len, out->hex);
}

struct file_hasher {
	SHA2_CTX ctx;
};

struct file_hasher *file_hasher_new(void)
{
	struct file_hasher *h = mem_new(1, sizeof(*h));

	SHA256Init(&h->ctx);
	return h;
}

void file_hasher_add(struct file_hasher *h, const void *data, size_t len)
{
	SHA256Update(&h->ctx, data, len);
}

void file_hasher_end(struct file_hasher *h, struct file_hash *out)
{
	SHA256End(&h->ctx, out->hex);
	free(h);
}

/* ---- reading in blocks -------------------------------------------------------------------- */

struct file_reader {
	int fd;
	char *path; /* for messages */
};

int file_reader_open(struct file_reader **out, const char *path, struct err *err)
{
	int fd;

	if (open_regular(path, &fd, err) < 0)
		return -1;
	*out = mem_new(1, sizeof(**out));
	(*out)->fd = fd;
	(*out)->path = mem_dup(path);
	return 0;
}

int file_reader_next(struct file_reader *r, char *to, size_t room, size_t *got, struct err *err)
{
	size_t filled = 0;
	ssize_t step = 1;

	while (filled < room && step > 0) {
		step = read_some(r->fd, to + filled, room - filled);
		if (step < 0)
			return file_fail_errno(err, r->path, errno);
		filled += (size_t)step;
	}
	*got = filled;
	progress_step((int64_t)filled);
	return filled > 0;
}

void file_reader_close(struct file_reader *r)
{
	if (!r)
		return;
	close(r->fd);
	free(r->path);
	free(r);
}

/* Only compared with itself, so a time too far away may wrap. */
static int64_t nanoseconds(struct timespec t)
{
	return (int64_t)((uint64_t)t.tv_sec * 1000000000 + (uint64_t)t.tv_nsec);
}

int file_stat(const char *path, struct file_stat *out, struct err *err)
{
	struct stat st;

	if (stat(path, &st) < 0)
		return file_fail_errno(err, path, errno);
	*out = (struct file_stat){
		.bytes = st.st_size,
		.mtime_ns = nanoseconds(st.st_mtim),
		.inode = (int64_t)st.st_ino,
		.regular = S_ISREG(st.st_mode),
		.directory = S_ISDIR(st.st_mode),
	};
	return 0;
}
