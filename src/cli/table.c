#include "cli/table.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"

void table_column(struct table *t, const char *heading, enum table_side side)
{
	size_t cap = t->columns;

	assert(t->count == t->columns);
	t->side = mem_grow(t->side, &cap, t->columns + 1, sizeof *t->side);
	t->side[t->columns++] = side;
	table_cell(t, heading);
}

void table_cell(struct table *t, const char *text)
{
	t->cell = mem_grow(t->cell, &t->cap, t->count + 1, sizeof *t->cell);
	t->cell[t->count++] = mem_dup(text ? text : "");
}

void table_cell_nr(struct table *t, int64_t nr)
{
	struct str s = STR_INIT;

	if (nr > 0)
		str_add_f(&s, "%" PRId64, nr);
	table_cell(t, str_text(&s));
	str_release(&s);
}

/* Width of each column; 0 for one that is empty below its heading. */
static size_t *widths(const struct table *t)
{
	size_t *width = mem_new(t->columns, sizeof *width);

	for (size_t i = t->columns; i < t->count; i++) {
		size_t w = text_columns(t->cell[i]), *max = &width[i % t->columns];

		if (w > *max)
			*max = w;
	}
	for (size_t i = 0; i < t->columns; i++) {
		size_t w = text_columns(t->cell[i]);

		if (width[i] && w > width[i])
			width[i] = w;
	}
	return width;
}

static void add_row(struct str *s, const struct table *t, size_t row, const size_t *width, int indent)
{
	int pad = indent; /* spaces owed before the next text, so that no line ends in spaces */

	for (size_t i = 0; i < t->columns; i++) {
		const char *text = t->cell[row * t->columns + i];
		int room = (int)width[i] - (int)text_columns(text);

		if (!width[i])
			continue;
		if (*text)
			str_add_f(s, "%*s%s", pad + (t->side[i] == TABLE_RIGHT ? room : 0), "", text);
		pad = (*text ? 0 : pad + (int)width[i]) + (*text && t->side[i] == TABLE_LEFT ? room : 0) + 2;
	}
	str_add_char(s, '\n');
}

static void add_line(struct str *s, const struct table *t, const size_t *width, int indent)
{
	int pad = indent;

	for (size_t i = 0; i < t->columns; i++) {
		if (!width[i])
			continue;
		str_add_f(s, "%*s", pad, "");
		for (size_t k = 0; k < width[i]; k++)
			str_add(s, "─");
		pad = 2;
	}
	str_add_char(s, '\n');
}

void table_add_text(struct str *s, const struct table *t, int indent)
{
	size_t *width;

	if (!t->columns || t->count <= t->columns)
		return;
	assert(t->count % t->columns == 0);
	width = widths(t);
	add_row(s, t, 0, width, indent);
	add_line(s, t, width, indent);
	for (size_t row = 1; row < t->count / t->columns; row++)
		add_row(s, t, row, width, indent);
	free(width);
}

void table_release(struct table *t)
{
	for (size_t i = 0; i < t->count; i++)
		free(t->cell[i]);
	free(t->cell);
	free(t->side);
	*t = (struct table){0};
}
