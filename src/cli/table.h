/* table.h - an aligned table for the terminal. Cells are copied; column widths count what a reader sees. */
#ifndef CLI_TABLE_H
#define CLI_TABLE_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum table_side { TABLE_LEFT, TABLE_RIGHT };

struct table {
	size_t columns;
	enum table_side *side;
	char **cell; /* row by row; the first row is the heading */
	size_t count, cap;
};

/* One column after another, before the first cell. */
void table_column(struct table *t, const char *heading, enum table_side side);
/* The next cell, row by row; NULL is an empty one. */
void table_cell(struct table *t, const char *text);
/* A number as a name (of a delivery): without thousands sign; 0 and below give an empty cell. */
void table_cell_nr(struct table *t, int64_t nr);
/* Heading, a line, and the rows, each starting with `indent` spaces. Columns that are empty in every row are
 * left out. Ends with a newline; nothing when there are no rows. */
void table_add_text(struct str *s, const struct table *t, int indent);
void table_release(struct table *t);

#endif
