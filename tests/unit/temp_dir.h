/* temp_dir.h - a folder of its own for a test, and small things to do with files in it. */
#ifndef TEMP_DIR_H
#define TEMP_DIR_H

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

/* Path of a name in the folder; borrowed, a handful at a time. */
static inline const char *temp_path(const char *dir, const char *name)
{
	static char path[8][400];
	static int next;
	char *p = path[next++ % 8];

	snprintf(p, sizeof(path[0]), "%s/%s", dir, name);
	return p;
}

static inline int temp_setup(void **state)
{
	char *dir =
		mem_printf("%s/ijkpunt-test-XXXXXX", getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");

	if (!mkdtemp(dir))
		return -1;
	*state = dir;
	return 0;
}

/* Number of names in the folder; removes them when `empty`. */
static inline int temp_count(const char *dir, int empty)
{
	DIR *d = opendir(dir);
	struct dirent *e;
	int count = 0;

	while (d && (e = readdir(d))) {
		if (e->d_name[0] == '.' && (!e->d_name[1] || e->d_name[1] == '.'))
			continue;
		count++;
		if (empty && unlink(temp_path(dir, e->d_name)) != 0)
			rmdir(temp_path(dir, e->d_name));
	}
	if (d)
		closedir(d);
	return count;
}

static inline int temp_teardown(void **state)
{
	char *dir = *state;

	chmod(dir, 0700);
	temp_count(dir, 1);
	rmdir(dir);
	free(dir);
	return 0;
}

static inline void temp_write(const char *path, const void *bytes, size_t len)
{
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, len, f), len);
	assert_int_equal(fclose(f), 0);
}

/* Overwrites `len` bytes at `offset`. */
static inline void temp_patch(const char *path, long offset, const void *bytes, size_t len)
{
	FILE *f = fopen(path, "r+b");

	assert_non_null(f);
	assert_int_equal(fseek(f, offset, SEEK_SET), 0);
	assert_int_equal(fwrite(bytes, 1, len, f), len);
	assert_int_equal(fclose(f), 0);
}

static inline unsigned temp_mode(const char *path)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	return (unsigned)st.st_mode & 0777;
}

#define WITH_DIR(test) cmocka_unit_test_setup_teardown(test, temp_setup, temp_teardown)

#endif
