#include "import/csvfile.h"

#include <stdlib.h>
#include <string.h>

#include <csv.h>

#include "base/mem.h"
#include "import/cell.h"

enum { BUFFER_STEP = 4096 };

enum fault { FAULT_NONE, FAULT_PARSE, FAULT_FIELD, FAULT_ROW, FAULT_COLUMNS };

struct csvfile {
	struct decoder *decoder;
	struct csv_parser parser;
	const char *block; /* what is left of the decoded block */
	size_t left;
	int64_t line;  /* of the byte at hand */
	bool after_cr; /* the line before ended with CR: a LF that follows belongs to it */
	bool ended;    /* of the file, or after a fault */
	/* the row being built: texts one after the other, and where each begins */
	char *text; /* at most CSVFILE_MAX_ROW bytes, and the terminators */
	size_t text_len, text_cap;
	struct {
		size_t start, len;
		bool absent;
	} *field;
	size_t count;
	bool in_row, row_done;
	int64_t row_line, field_line;
	enum fault fault;
	/* the row as handed out */
	struct csv_cell *cell;
	struct csv_row row;
	bool open_ended;
};

/* libcsv asks here for a larger field. Saying no makes it stop cleanly. */
static void *limited_realloc(void *old, size_t size)
{
	return size > CSVFILE_MAX_FIELD + BUFFER_STEP ? NULL : realloc(old, size);
}

int csvfile_open(struct csvfile **out, const char *path, enum codering codering, char delimiter, struct err *err)
{
	struct decoder *decoder;
	struct csvfile *f;

	if (decoder_open(&decoder, path, codering, err) < 0)
		return -1;
	f = mem_new(1, sizeof(*f));
	f->decoder = decoder;
	f->line = 1;
	f->field = mem_new(CSVFILE_MAX_COLUMNS, sizeof(*f->field));
	f->cell = mem_new(CSVFILE_MAX_COLUMNS, sizeof(*f->cell));
	csv_init(&f->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL | CSV_EMPTY_IS_NULL);
	csv_set_delim(&f->parser, (unsigned char)delimiter);
	csv_set_realloc_func(&f->parser, limited_realloc);
	csv_set_blk_size(&f->parser, BUFFER_STEP);
	*out = f;
	return 0;
}

/* ---- what libcsv calls --------------------------------------------------------------------- */

static void on_field(void *text, size_t len, void *arg)
{
	struct csvfile *f = arg;

	if (f->fault)
		return;
	if (len > CSVFILE_MAX_FIELD) {
		f->fault = FAULT_FIELD;
	} else if (f->text_len + len > CSVFILE_MAX_ROW + f->count) {
		f->fault = FAULT_ROW;
	} else if (f->count == CSVFILE_MAX_COLUMNS) {
		f->fault = FAULT_COLUMNS;
	} else {
		f->field[f->count].start = f->text_len;
		f->field[f->count].len = len;
		f->field[f->count].absent = !text;
		f->text = mem_grow(f->text, &f->text_cap, f->text_len + len + 1, 1);
		f->count++;
		if (len)
			memcpy(f->text + f->text_len, text, len);
		f->text_len += len;
		f->text[f->text_len++] = '\0';
	}
	f->field_line = f->line;
}

static void on_row(int terminator, void *arg)
{
	struct csvfile *f = arg;

	(void)terminator;
	f->row_done = true;
}

/* ---- faults -------------------------------------------------------------------------------- */

static const char missing_quote[] = "Vaak ontbreekt daar een aanhalingsteken (\"). Exporteer het bestand opnieuw.";

static void refuse_quote(const struct csvfile *f, struct finding_list *findings)
{
	struct finding *found = finding_add(findings, ERNST_FOUT, "aanhalingsteken", f->line,
		"bij een aanhalingsteken (\") op deze regel klopt de indeling in cellen niet.");

	if (f->field_line != f->line)
		finding_advise(found, "De cel begint op regel %lld. Een aanhalingsteken in een tekst hoort dubbel: \"\".",
			(long long)f->field_line);
	else
		finding_advise(found, "Een aanhalingsteken in een tekst hoort dubbel: \"\". Exporteer opnieuw uit Excel.");
}

static void refuse_fault(const struct csvfile *f, enum fault fault, struct finding_list *findings)
{
	switch (fault) {
	case FAULT_FIELD:
		finding_advise(finding_add(findings, ERNST_FOUT, "grens", f->field_line,
				       "hier begint een cel van meer dan 64 KiB."), "%s", missing_quote);
		break;
	case FAULT_ROW:
		finding_advise(finding_add(findings, ERNST_FOUT, "grens", f->row_line,
				       "hier begint een rij van meer dan 1 MiB."), "%s", missing_quote);
		break;
	case FAULT_COLUMNS:
		finding_advise(finding_add(findings, ERNST_FOUT, "grens", f->row_line,
				       "deze rij heeft meer dan %d kolommen.", CSVFILE_MAX_COLUMNS),
			"Verwijder de lege kolommen in Excel en exporteer opnieuw.");
		break;
	case FAULT_NONE:
	case FAULT_PARSE:
		refuse_quote(f, findings);
		break;
	}
}

static void refuse_unclosed(const struct csvfile *f, struct finding_list *findings)
{
	finding_advise(finding_add(findings, ERNST_FOUT, "aanhalingsteken", f->field_line,
			       "hier begint een cel met een aanhalingsteken (\") dat nergens wordt gesloten."),
		"Sluit de cel met een aanhalingsteken, of haal het weg, en lever het bestand opnieuw.");
}

/* ---- one physical line at a time ----------------------------------------------------------- */

/* Length of the rest of the physical line in the block, with its line end; *ends says whether it is there. */
static size_t line_part(const char *text, size_t len, bool *ends)
{
	const char *lf = memchr(text, '\n', len), *cr;
	size_t part = lf ? (size_t)(lf - text) + 1 : len;

	*ends = lf != NULL;
	cr = memchr(text, '\r', part);
	if (!cr)
		return part;
	*ends = true;
	return (size_t)(cr - text) + (cr + 1 < text + len && cr[1] == '\n' ? 2 : 1);
}

/* Lines that libcsv would skip without a word; a line of tabs is a row when the tab is the delimiter. */
static bool only_space(const char *text, size_t len, unsigned char delimiter)
{
	for (size_t i = 0; i < len; i++)
		if (!(text[i] == ' ' || text[i] == '\r' || text[i] == '\n' ||
			    (text[i] == '\t' && delimiter != '\t')))
			return false;
	return true;
}

static int feed(struct csvfile *f, const char *text, size_t len, struct finding_list *findings)
{
	size_t done;

	if (!f->in_row && only_space(text, len, csv_get_delim(&f->parser)))
		return 0;
	if (!f->in_row) {
		f->in_row = true;
		f->row_line = f->field_line = f->line;
	}
	done = csv_parse(&f->parser, text, len, on_field, on_row, f);
	if (done == len && !f->fault)
		return 0;
	if (!f->fault)
		f->fault = csv_error(&f->parser) == CSV_ENOMEM ? FAULT_FIELD : FAULT_PARSE;
	refuse_fault(f, f->fault, findings);
	f->ended = true;
	return -1;
}

/* Makes the row that was built ready to be handed out. */
static void hand_out(struct csvfile *f)
{
	bool blank = true;

	for (size_t i = 0; i < f->count; i++) {
		const char *text = f->text + f->field[i].start;
		size_t len = f->field[i].len;

		cell_trim(&text, &len);
		f->text[(size_t)(text - f->text) + len] = '\0';
		f->cell[i] = (struct csv_cell){text, len, f->field[i].absent};
		blank = blank && len == 0;
	}
	f->row = (struct csv_row){f->row_line, f->count, f->cell, blank};
}

static void start_row(struct csvfile *f)
{
	f->count = 0;
	f->row_done = false;
	f->text_len = 0;
}

/* Reads one piece of a line: 1 when a row is complete, 0 to go on, -1 after a fault. */
static int step(struct csvfile *f, struct finding_list *findings)
{
	bool ends;
	size_t len = line_part(f->block, f->left, &ends);
	int result;

	if (f->after_cr && *f->block == '\n')
		f->line--; /* the second half of a line end that was cut by the block */
	result = feed(f, f->block, len, findings);
	f->after_cr = ends && f->block[len - 1] == '\r';
	f->block += len;
	f->left -= len;
	if (ends)
		f->line++;
	if (result < 0)
		return -1;
	if (!f->row_done)
		return 0;
	f->in_row = false;
	return 1;
}

static int finish(struct csvfile *f, struct finding_list *findings)
{
	f->ended = true;
	if (!f->in_row)
		return 0;
	if (csv_fini(&f->parser, on_field, on_row, f) != 0) {
		refuse_unclosed(f, findings);
		return 0;
	}
	if (f->fault) {
		refuse_fault(f, f->fault, findings);
		return 0;
	}
	f->in_row = false;
	f->open_ended = true;
	return f->row_done;
}

int csvfile_next(struct csvfile *f, const struct csv_row **row, struct finding_list *findings, struct err *err)
{
	int got = 0;

	start_row(f);
	while (!f->ended && got == 0) {
		if (f->left == 0) {
			got = decoder_next(f->decoder, &f->block, &f->left, err);
			if (got < 0)
				return -1;
			if (got == 0) {
				f->left = 0;
				got = finish(f, findings);
				break;
			}
			got = 0;
			continue;
		}
		got = step(f, findings);
	}
	if (got <= 0)
		return 0;
	hand_out(f);
	*row = &f->row;
	return 1;
}

bool csvfile_open_ended(const struct csvfile *f)
{
	return f->open_ended;
}

uint64_t csvfile_sum(const struct csvfile *f)
{
	return decoder_sum(f->decoder);
}

void csvfile_close(struct csvfile *f)
{
	if (!f)
		return;
	csv_free(&f->parser);
	decoder_close(f->decoder);
	free(f->text);
	free(f->field);
	free(f->cell);
	free(f);
}
