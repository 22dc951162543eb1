/* tabel.h - small CSV files that come with the program or with a werkmap: areas, the list of the example
 * deliveries. Strict like a delivery, but without a profile. */
#ifndef IMPORT_TABEL_H
#define IMPORT_TABEL_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/macro.h"

/* Reads `path` (semicolons, header on the first line) and calls `each` for every row with the cells of
 * `columns`, in that order and borrowed during the call; other columns are ignored. Stops at the first row
 * for which `each` returns -1. Everything wrong is an ERR_DEFINITION "label, regel N: ...". */
int tabel_read(const char *path, const char *label, const char *const *columns, size_t count,
	int (*each)(void *arg, int64_t line, const char *const *cell, struct err *err), void *arg,
	struct err *err) MUST_USE;

/* The same for a file with another separator. */
int tabel_read_between(const char *path, const char *label, char between, const char *const *columns, size_t count,
	int (*each)(void *arg, int64_t line, const char *const *cell, struct err *err), void *arg,
	struct err *err) MUST_USE;

#endif
