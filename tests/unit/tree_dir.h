/* tree_dir.h - a folder with folders in it for a test, and its removal. */
#ifndef TREE_DIR_H
#define TREE_DIR_H

#include <ftw.h>
#include <unistd.h>

#include "base/mem.h"

/* Path of a new empty folder; removed and freed with tree_dir_remove. */
static inline char *tree_dir_new(void)
{
	char *dir =
		mem_printf("%s/ijkpunt-test-XXXXXX", getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");

	assert_non_null(mkdtemp(dir));
	return dir;
}

static inline int tree_dir_one(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
	(void)st;
	(void)kind;
	(void)ftw;
	return remove(path);
}

static inline void tree_dir_remove(char *dir)
{
	assert_int_equal(nftw(dir, tree_dir_one, 8, FTW_DEPTH | FTW_PHYS), 0);
	free(dir);
}

#endif
