/* file.h - files and folders: read whole, write all or nothing, list in fixed order, hash.
 * Every failure is an err of kind ERR_SURROUNDINGS, in Dutch, naming the path as the user gave it. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/macro.h"

/* Whole regular file of at most `max` bytes, NUL-terminated, owned by the caller. Refuses folders,
 * pipes and devices at once. */
int file_read(const char *path, size_t max, char **text, size_t *len, struct err *err) MUST_USE;
/* Writes to a temporary name beside `path`, fsync, rename, fsync of the folder; so a reader sees the
 * old file or the new one. `mode` 0600 or 0644. Refuses to write through a symlink. */
int file_write(const char *path, const char *text, size_t len, unsigned mode, struct err *err) MUST_USE;
/* Gives a file another name in the same folder or file system, for good (fsync of the folder). Replaces what
 * has that name. */
int file_rename(const char *from, const char *to, struct err *err) MUST_USE;
bool file_exists(const char *path);
bool file_is_dir(const char *path);
/* Makes the folder and its parents, 0700 as far as it makes them itself. */
int file_make_dir(const char *path, struct err *err) MUST_USE;
/* Names in a folder (not . and ..) ending in `suffix` (NULL: all), sorted by byte; *names is an array
 * of *count texts, freed with file_list_free. */
int file_list(const char *dir, const char *suffix, char ***names, size_t *count, struct err *err) MUST_USE;
void file_list_free(char **names, size_t count);
/* a/b, owned by the caller; b alone when a is NULL, "" or b is absolute. */
char *file_join(const char *a, const char *b) MUST_USE;
/* Last part of a path, borrowed. */
const char *file_base(const char *path);

/* Lower-case hex SHA-256, 64 characters + NUL. */
struct file_hash {
	char hex[65];
};
void file_hash_bytes(const void *data, size_t len, struct file_hash *out);

/* The same over a stream of blocks; file_hasher_end fills *out and frees. */
struct file_hasher;
struct file_hasher *file_hasher_new(void) MUST_USE;
void file_hasher_add(struct file_hasher *h, const void *data, size_t len);
void file_hasher_end(struct file_hasher *h, struct file_hash *out);

/* A regular file from front to back in blocks, at any size; refuses folders, pipes and devices at once. */
struct file_reader;
int file_reader_open(struct file_reader **out, const char *path, struct err *err) MUST_USE;
/* Fills `to` as far as the file goes: 1 with *got > 0, 0 at the end, -1. */
int file_reader_next(struct file_reader *r, char *to, size_t room, size_t *got, struct err *err) MUST_USE;
void file_reader_close(struct file_reader *r); /* NULL is fine */

/* What a file looked like, to notice that it changed while being read. */
struct file_stat {
	int64_t bytes, mtime_ns, inode;
	bool regular, directory;
};
int file_stat(const char *path, struct file_stat *out, struct err *err) MUST_USE;

#endif
