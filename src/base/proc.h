/* proc.h - child programs: by argument list, never through a shell, with a fixed small environment
 * (PATH, LC_ALL=C.UTF-8, HOME in the folder given), no terminal, no open files of ours, umask 077, a time
 * limit, and limits on processor time, file size (512 MiB) and core dumps. */
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
	int seconds;	/* time limit, > 0 */
	size_t max_out; /* most bytes of standard output; more is a failure, unless `out` is NULL */
};

/* Absolute path of a program (owned by the caller), or NULL when it is not installed; a name with a slash
 * is never found. The look-up path
 * is fixed, /usr/local/bin:/usr/bin:/bin, unless IJKPUNT_PATH names another (tests do); the child's own
 * PATH is always the fixed one. Folders that are not absolute are passed over. */
char *proc_find(const char *name) MUST_USE;

/* Runs to the end, and ends what the program itself started and left running. 0 with *out (owned by the
 * caller, NUL-terminated; `out` and `out_len` may be NULL) = standard output when the program ended with
 * 0. Otherwise -1, ERR_SURROUNDINGS, with the last lines of its standard error shown. */
int proc_run(const struct proc *p, char **out, size_t *out_len, struct err *err) MUST_USE;

/* A private folder 0700 under $TMPDIR or /tmp, owned by the caller; removed with its files by
 * proc_temp_remove (which frees it). */
int proc_temp_dir(char **dir, struct err *err) MUST_USE;
void proc_temp_remove(char *dir);

#endif
