/* proc.h - child programs: by argument list, never through a shell, with a fixed small environment
 * (PATH, LC_ALL=C.UTF-8, HOME in the folder given), a time limit, and output to files only. */
#ifndef BASE_PROC_H
#define BASE_PROC_H

#include <stddef.h>

#include "base/err.h"
#include "base/macro.h"

struct proc {
	const char *const *argv; /* NULL-terminated; argv[0] is a program name, looked up in /usr/bin etc. */
	const char *dir;	 /* working folder and HOME; NULL: / */
	const char *input;	 /* bytes for standard input; NULL: none */
	size_t input_len;
	int seconds;   /* time limit */
	size_t max_out; /* most bytes of standard output kept */
};

/* Absolute path of a program (owned by the caller), or NULL when it is not installed. The look-up path
 * is fixed, /usr/local/bin:/usr/bin:/bin, unless IJKPUNT_PATH names another (tests do). */
char *proc_find(const char *name) MUST_USE;

/* Runs to the end. 0 with *out (owned by the caller, may be NULL to drop it) = standard output when the
 * program ended with 0. Otherwise -1, ERR_SURROUNDINGS, with the last lines of its standard error shown. */
int proc_run(const struct proc *p, char **out, size_t *out_len, struct err *err) MUST_USE;

/* A private folder 0700 under $TMPDIR or /tmp, owned by the caller; removed with its files by
 * proc_temp_remove (which frees it). */
int proc_temp_dir(char **dir, struct err *err) MUST_USE;
void proc_temp_remove(char *dir);

#endif
