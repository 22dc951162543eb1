/* fuzz_csvfile.c - any bytes as a delivered file: refused with a line, or exactly the rows that a second, simple
 * reader of CSV sees. The first byte chooses the delimiter. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/text.h"
#include "import/cell.h"
#include "import/csvfile.h"
#include "import/sniff.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define CHECK(true_thing)                                                                          \
	do {                                                                                       \
		if (!(true_thing)) {                                                               \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #true_thing);           \
			abort();                                                                   \
		}                                                                                  \
	} while (0)

/* ---- the second reader --------------------------------------------------------------------- */

/* Rows as text: cells end with 1, rows with 2; control characters do not occur in a file that sniff let through. */
struct plain {
	struct str out;
	bool wrong; /* not strictly CSV */
};

static bool blank(char c, char delimiter)
{
	return (c == ' ' || c == '\t') && c != delimiter;
}

static void add_cell(struct plain *p, const char *text, size_t len)
{
	cell_trim(&text, &len);
	str_add_n(&p->out, text, len);
	str_add_char(&p->out, 1);
}

/* One cell from `at`; returns where it ended: on a delimiter, a line end or the end. */
static size_t plain_cell(struct plain *p, const char *text, size_t len, size_t at, char delimiter)
{
	struct str cell = STR_INIT;
	size_t from = at;

	while (at < len && blank(text[at], delimiter))
		at++;
	if (at < len && text[at] == '"') {
		for (at++;; at++) {
			if (at == len) {
				p->wrong = true;
				break;
			}
			if (text[at] == '"' && !(at + 1 < len && text[at + 1] == '"')) {
				at++;
				break;
			}
			if (text[at] == '"')
				at++;
			str_add_char(&cell, text[at]);
		}
		while (at < len && blank(text[at], delimiter))
			at++;
		if (at < len && text[at] != delimiter && text[at] != '\r' && text[at] != '\n')
			p->wrong = true;
		add_cell(p, str_text(&cell), cell.len);
	} else {
		for (at = from; at < len && text[at] != delimiter && text[at] != '\r' && text[at] != '\n'; at++)
			if (text[at] == '"')
				p->wrong = true;
		add_cell(p, text + from, at - from);
	}
	str_release(&cell);
	return at;
}

static void plain_read(struct plain *p, const char *text, size_t len, char delimiter)
{
	size_t at = 0;

	while (at < len && !p->wrong) {
		size_t look = at;

		while (look < len && blank(text[look], delimiter))
			look++;
		if (look == len || text[look] == '\r' || text[look] == '\n') { /* an empty line is no row */
			at = look + 1;
			continue;
		}
		for (;;) {
			at = plain_cell(p, text, len, at, delimiter);
			if (p->wrong || at >= len || text[at] != delimiter)
				break;
			if (++at == len) { /* a delimiter at the very end opens one more cell */
				add_cell(p, "", 0);
				break;
			}
		}
		str_add_char(&p->out, 2);
		at++;
	}
}

/* ---- the file ------------------------------------------------------------------------------ */

static const char *as_file(const uint8_t *data, size_t size)
{
	static char path[64];
	static int fd = -1;

	if (fd < 0) {
		fd = memfd_create("fuzz", 0);
		snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	}
	CHECK(ftruncate(fd, 0) == 0);
	CHECK(pwrite(fd, data, size, 0) == (ssize_t)size);
	return path;
}

static bool has_bom(const uint8_t *data, size_t size)
{
	return size >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0;
}

static void read_rows(const char *path, const struct sniff *s, char delimiter, struct str *out, struct finding_list *found)
{
	const struct csv_row *row;
	struct csvfile *f;
	struct err err = ERR_INIT;
	int64_t line = 0;
	int more;

	CHECK(csvfile_open(&f, path, s->codering, delimiter, &err) == 0);
	while ((more = csvfile_next(f, &row, found, &err)) == 1) {
		CHECK(row->line > line && row->line <= s->lines);
		line = row->line;
		CHECK(row->count > 0 && row->count <= CSVFILE_MAX_COLUMNS);
		for (size_t i = 0; i < row->count; i++) {
			CHECK(strlen(row->cell[i].text) == row->cell[i].len && row->cell[i].len <= CSVFILE_MAX_FIELD);
			CHECK(text_utf8_valid(row->cell[i].text, row->cell[i].len) == row->cell[i].len);
			str_add_n(out, row->cell[i].text, row->cell[i].len);
			str_add_char(out, 1);
		}
		str_add_char(out, 2);
	}
	CHECK(more == 0);
	if (!found->fouten)
		CHECK(csvfile_sum(f) == s->sum);
	for (size_t i = 0; i < found->count; i++)
		CHECK(found->item[i].line >= 1 && found->item[i].line <= s->lines + 1 && found->item[i].advice);
	csvfile_close(f);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char delimiters[] = {';', ',', '\t', '|'};
	struct finding_list found = {0};
	struct plain plain = {STR_INIT, false};
	struct str rows = STR_INIT;
	struct err err = ERR_INIT;
	struct sniff s;
	const char *path;
	char delimiter;
	size_t skip;

	if (size < 2 || size > 300000)
		return 0;
	delimiter = delimiters[data[0] % 4];
	data++;
	size--;
	path = as_file(data, size);
	CHECK(sniff_file(path, &s, &found, &err) == 0);
	if (!found.fouten) {
		read_rows(path, &s, delimiter, &rows, &found);
		skip = has_bom(data, size) ? 3 : 0;
		if (s.codering == CODERING_UTF8) {
			size -= size && data[size - 1] == 0x1a;
			plain_read(&plain, (const char *)data + skip, size - skip, delimiter);
			if (!found.fouten) {
				CHECK(!plain.wrong);
				CHECK(strcmp(str_text(&rows), str_text(&plain.out)) == 0);
			} else if (strcmp(found.item[0].rule, "aanhalingsteken") == 0) {
				CHECK(plain.wrong);
			}
		}
	}
	finding_list_release(&found);
	str_release(&rows);
	str_release(&plain.out);
	return 0;
}
