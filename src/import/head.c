#include "import/head.h"

#include <stdlib.h>

#include "base/mem.h"
#include "import/csvfile.h"
#include "import/kop.h"

static const char delimiters[HEAD_DELIMITERS] = {';', ',', '\t', '|'};

static void keep(struct head *head, const struct csv_row *row)
{
	struct head_row *to = &head->row[head->count++];

	to->line = row->line;
	to->count = row->count;
	to->cell = mem_new(row->count, sizeof(*to->cell));
	to->sleutel = mem_new(row->count, sizeof(*to->sleutel));
	for (size_t i = 0; i < row->count; i++) {
		to->cell[i] = mem_dup_n(row->cell[i].text, row->cell[i].len);
		to->sleutel[i] = kop_key(to->cell[i]);
	}
}

static int read_with(const char *path, enum codering codering, struct head *head, struct err *err)
{
	const struct csv_row *row;
	struct csvfile *file;
	int more = 1;

	if (csvfile_open(&file, path, codering, head->delimiter, err) < 0)
		return -1;
	while (head->count < HEAD_ROWS && (more = csvfile_next(file, &row, &head->faults, err)) == 1)
		keep(head, row);
	csvfile_close(file);
	return more < 0 ? -1 : 0;
}

int head_read(const char *path, enum codering codering, struct head_set *out, struct err *err)
{
	*out = (struct head_set){.codering = codering};
	for (size_t i = 0; i < HEAD_DELIMITERS; i++) {
		out->head[i].delimiter = delimiters[i];
		if (read_with(path, codering, &out->head[i], err) < 0) {
			head_release(out);
			return -1;
		}
	}
	return 0;
}

void head_release(struct head_set *set)
{
	for (size_t d = 0; d < HEAD_DELIMITERS; d++) {
		finding_list_release(&set->head[d].faults);
		for (size_t r = 0; r < set->head[d].count; r++) {
			struct head_row *row = &set->head[d].row[r];

			for (size_t i = 0; i < row->count; i++) {
				free(row->cell[i]);
				free(row->sleutel[i]);
			}
			free(row->cell);
			free(row->sleutel);
		}
	}
	*set = (struct head_set){0};
}

const char *head_delimiter_name(char delimiter)
{
	switch (delimiter) {
	case ';':
		return "puntkomma";
	case ',':
		return "komma";
	case '\t':
		return "tab";
	default:
		return "streep (|)";
	}
}
