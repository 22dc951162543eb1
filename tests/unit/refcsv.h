/* refcsv.h - reads the reference values of ../shared/reference in a unit test.
 *
 * Small on purpose: comma, double quotes without line breaks inside, a header row. The file is kept
 * in memory; a cell is found by the name of its column. When the file is absent the test says
 * "overgeslagen" and is skipped. */
#ifndef REFCSV_H
#define REFCSV_H

#include <stdbool.h>

#include "test.h"

#define REFCSV_DIR "../shared/reference/"

/* Relative difference, also below 1; an expected 0 asks for an exact 0. */
#define assert_rel(a, b, tol) refcsv_rel((a), (b), (tol), #a, __FILE__, __LINE__)
static inline void refcsv_rel(
	double a, double b, double tol, const char *what, const char *file, int line)
{
	if (!(fabs(a - b) <= tol * fabs(b))) {
		print_error("%s: %.17g, verwacht %.17g, relatief verschil %.3g\n", what, a, b,
			fabs(a / b - 1));
		_fail(file, line);
	}
}

enum { REFCSV_COLUMNS = 40 };

struct refcsv {
	char *text, *next; /* the file, cut into cells; where the next row starts */
	char *header[REFCSV_COLUMNS], *cell[REFCSV_COLUMNS];
	size_t column_count, cell_count, row;
};

/* Cuts the line at csv->next into cells; returns how many, 0 at the end. */
static inline size_t refcsv_cut(struct refcsv *csv, char **cell)
{
	char *in = csv->next, *out = in;
	bool quoted = false;
	size_t count = 0;

	if (!*in)
		return 0;
	cell[count++] = out;
	for (; *in && (quoted || *in != '\n'); in++) {
		if (*in == '"') {
			quoted = !quoted;
		} else if (*in == ',' && !quoted) {
			*out++ = '\0';
			assert_true(count < REFCSV_COLUMNS);
			cell[count++] = out;
		} else if (*in != '\r') {
			*out++ = *in;
		}
	}
	csv->next = *in ? in + 1 : in;
	*out = '\0';
	return count;
}

/* Opens the reference file `name`; false when it is absent. Close with refcsv_close. */
static inline bool refcsv_open(struct refcsv *csv, const char *name)
{
	char path[200];
	size_t len;
	FILE *f;

	memset(csv, 0, sizeof(*csv));
	snprintf(path, sizeof(path), REFCSV_DIR "%s", name);
	if (!test_has_shared(path))
		return false;
	f = fopen(path, "rb");
	assert_non_null(f);
	csv->text = calloc(1, 1 << 20);
	assert_non_null(csv->text);
	len = fread(csv->text, 1, (1 << 20) - 1, f);
	fclose(f);
	assert_true(len < (1 << 20) - 1);
	csv->next = csv->text;
	while (*csv->next == '#') /* what the file is about */
		csv->next += strcspn(csv->next, "\n") + 1;
	csv->column_count = refcsv_cut(csv, csv->header);
	assert_true(csv->column_count > 1);
	return true;
}

static inline bool refcsv_next(struct refcsv *csv)
{
	csv->cell_count = refcsv_cut(csv, csv->cell);
	csv->row += csv->cell_count > 0;
	if (csv->cell_count > 0)
		assert_int_equal(csv->cell_count, csv->column_count);
	return csv->cell_count > 0;
}

/* Closes; a file of which fewer than `least` rows were read is a broken test. */
static inline void refcsv_close(struct refcsv *csv, size_t least)
{
	assert_true(csv->row >= least);
	free(csv->text);
	memset(csv, 0, sizeof(*csv));
}

/* The cell under `column` in the current row; borrowed. */
static inline const char *refcsv_text(const struct refcsv *csv, const char *column)
{
	size_t i;

	for (i = 0; i < csv->column_count; i++)
		if (strcmp(csv->header[i], column) == 0)
			return csv->cell[i];
	fail_msg("geen kolom %s", column);
	return "";
}

static inline bool refcsv_has(const struct refcsv *csv, const char *column)
{
	return *refcsv_text(csv, column) != '\0';
}

static inline bool refcsv_is(const struct refcsv *csv, const char *column, const char *text)
{
	return strcmp(refcsv_text(csv, column), text) == 0;
}

/* The number under `column`; the cell must hold exactly one number. */
static inline double refcsv_num(const struct refcsv *csv, const char *column)
{
	const char *text = refcsv_text(csv, column);
	char *end;
	double value = strtod(text, &end);

	assert_true(end != text && *end == '\0');
	return value;
}

static inline int64_t refcsv_int(const struct refcsv *csv, const char *column)
{
	double value = refcsv_num(csv, column);

	assert_true(value == floor(value));
	return (int64_t)value;
}

/* The numbers of a cell "1 2 NA 3", NA as NaN; at most `cap`. Returns how many. */
static inline size_t refcsv_list(
	const struct refcsv *csv, const char *column, double *out, size_t cap)
{
	const char *text = refcsv_text(csv, column);
	size_t count = 0;
	char *end;

	while (*text) {
		assert_true(count < cap);
		if (strncmp(text, "NA", 2) == 0) {
			out[count++] = NAN;
			end = (char *)(uintptr_t)text + 2;
		} else {
			out[count++] = strtod(text, &end);
			assert_true(end != text);
		}
		text = end + strspn(end, " ");
	}
	return count;
}

#endif
