/* csvfile.h - the rows of a CSV file, one at a time, strictly: nothing is lost or repaired silently. The only
 * door to libcsv. Works in fixed memory whatever the size of the file, and stops within a block of a
 * field, a row or a number of columns that is too large. */
#ifndef IMPORT_CSVFILE_H
#define IMPORT_CSVFILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/macro.h"
#include "import/decode.h"
#include "import/finding.h"

enum {
	CSVFILE_MAX_FIELD = 64 << 10, /* bytes of UTF-8 */
	CSVFILE_MAX_ROW = 1 << 20,
	CSVFILE_MAX_COLUMNS = 500
};

struct csv_cell {
	const char *text; /* terminated, trimmed of white space; "" also for an empty cell */
	size_t len;
	bool absent; /* nothing between the delimiters, also no quotes */
};

struct csv_row {
	int64_t line; /* physical line on which it begins, from 1 */
	size_t count;
	const struct csv_cell *cell;
	bool blank; /* only delimiters and white space */
};

struct csvfile; /* opaque; owns the open file */

int csvfile_open(struct csvfile **out, const char *path, enum codering codering, char delimiter, struct err *err)
	MUST_USE;
/* 1 with a row borrowed until the next call; empty physical lines are no rows. 0 at the end, also when the
 * file is no CSV from here on: then a fout was added to `findings`. -1 when it could not be read. */
int csvfile_next(struct csvfile *f, const struct csv_row **row, struct finding_list *findings, struct err *err)
	MUST_USE;
/* The row last returned is the end of the file and has no line end. */
bool csvfile_open_ended(const struct csvfile *f);
/* Bytes of the file read so far, for progress, and their checksum (decode.h) once the end was reached. */
uint64_t csvfile_sum(const struct csvfile *f);
void csvfile_close(struct csvfile *f); /* NULL is fine */

#endif
