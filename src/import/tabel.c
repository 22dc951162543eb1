#include "import/tabel.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "import/csvfile.h"
#include "import/sniff.h"

struct tabel {
	const char *label;
	const char *const *columns;
	size_t count;
	size_t *place; /* of each column in the file */
	const char **cell;
	int (*each)(void *arg, int64_t line, const char *const *cell, struct err *err);
	void *arg;
};

/* The first finding of severity fout, as an err. */
static int from_finding(const char *label, const struct finding_list *list, struct err *err)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct finding *f = &list->item[i];

		if (f->ernst != ERNST_FOUT)
			continue;
		if (f->line > 0)
			err_set(err, ERR_DEFINITION, "%s, regel %" PRId64 ": %s", label, f->line, f->text);
		else
			err_set(err, ERR_DEFINITION, "%s: %s", label, f->text);
		return f->advice ? err_advise(err, "%s", f->advice) : -1;
	}
	return err_set(err, ERR_DEFINITION, "%s is niet te lezen.", label);
}

static int read_header(struct tabel *t, const struct csv_row *row, struct err *err)
{
	for (size_t c = 0; c < t->count; c++) {
		size_t i = 0;

		while (i < row->count && strcmp(row->cell[i].text, t->columns[c]) != 0)
			i++;
		if (i == row->count)
			return err_set(err, ERR_DEFINITION, "%s, regel %" PRId64 ": de kolom %s ontbreekt.", t->label,
				row->line, t->columns[c]);
		t->place[c] = i;
	}
	return 0;
}

static int read_row(struct tabel *t, const struct csv_row *row, struct err *err)
{
	for (size_t c = 0; c < t->count; c++) {
		if (t->place[c] >= row->count)
			return err_set(err, ERR_DEFINITION, "%s, regel %" PRId64 ": de kolom %s ontbreekt op deze regel.",
				t->label, row->line, t->columns[c]);
		t->cell[c] = row->cell[t->place[c]].text;
	}
	return t->each(t->arg, row->line, t->cell, err);
}

static int read_rows(struct tabel *t, struct csvfile *f, struct err *err)
{
	struct finding_list findings = {0};
	const struct csv_row *row;
	bool headed = false;
	int rc;

	while ((rc = csvfile_next(f, &row, &findings, err)) > 0) {
		if (row->blank)
			continue;
		rc = headed ? read_row(t, row, err) : read_header(t, row, err);
		if (rc < 0)
			break;
		headed = true;
	}
	if (rc == 0 && findings.fouten)
		rc = from_finding(t->label, &findings, err);
	finding_list_release(&findings);
	return rc;
}

int tabel_read_between(const char *path, const char *label, char between, const char *const *columns, size_t count,
	int (*each)(void *arg, int64_t line, const char *const *cell, struct err *err), void *arg,
	struct err *err)
{
	struct tabel t = {.label = label, .columns = columns, .count = count, .each = each, .arg = arg};
	struct finding_list findings = {0};
	struct sniff sniff;
	struct csvfile *f = NULL;
	int rc = sniff_file(path, &sniff, &findings, err);

	t.place = mem_new(count, sizeof *t.place);
	t.cell = mem_new(count, sizeof *t.cell);
	if (rc == 0 && findings.fouten)
		rc = from_finding(label, &findings, err);
	if (rc == 0)
		rc = csvfile_open(&f, path, sniff.codering, between, err);
	if (rc == 0)
		rc = read_rows(&t, f, err);
	csvfile_close(f);
	finding_list_release(&findings);
	free(t.place);
	free(t.cell);
	return rc;
}

int tabel_read(const char *path, const char *label, const char *const *columns, size_t count,
	int (*each)(void *arg, int64_t line, const char *const *cell, struct err *err), void *arg,
	struct err *err)
{
	return tabel_read_between(path, label, ';', columns, count, each, arg, err);
}
