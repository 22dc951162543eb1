#include "cli/onthul_lees.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/json.h"
#include "base/mem.h"
#include "import/tabel.h"

enum { EXACT_DIGITS = 6, WHOLE_DIGITS = 6, CSV_MAX = 64 << 20 };

void onthul_lezing_release(struct onthul_lezing *l)
{
	for (size_t i = 0; i < l->count; i++) {
		free(l->item[i].indicator);
		free(l->item[i].gebied);
		free(l->item[i].indeling);
	}
	free(l->item);
	onthul_bekend_release(&l->bekend);
}

/* ---- one thing that is shown ------------------------------------------------------------------------ */

/* `place`: indicator, gebied, indeling, periode. NULL when the row is of no period. */
static struct onthuld *keep(struct onthul_lezing *l, const char *const *place, enum onthuld_wat wat)
{
	struct err err = ERR_INIT;
	struct periode p;

	if (periode_parse(place[3], &p, &err)) {
		err_release(&err);
		return NULL;
	}
	l->item = mem_grow(l->item, &l->cap, l->count + 1, sizeof(*l->item));
	l->item[l->count] = (struct onthuld){.indicator = mem_dup(place[0]), .gebied = mem_dup(place[1]),
		.indeling = mem_dup(place[2]), .periode = p, .wat = wat};
	return &l->item[l->count++];
}

static void keep_range(struct onthul_lezing *l, const char *const *place, enum onthuld_wat wat, int64_t from, int64_t to)
{
	struct onthuld *o = keep(l, place, wat);

	if (!o)
		return;
	o->heeft_waarde = true;
	o->waarde = from;
	o->tot = to;
}

/* A value with the digits that stand there, "95,3%"; of a long fraction as many as can be judged. */
static void keep_value(struct onthul_lezing *l, const char *const *place, const char *text)
{
	struct onthuld *o = keep(l, place, ONTHULD_ALLES);
	size_t whole = strspn(text, "0123456789"), rest = text[whole] == ',' || text[whole] == '.' ?
		1 + strspn(text + whole + 1, "0123456789") : 0;
	struct err err = ERR_INIT;
	char *number;

	if (!o || whole == 0 || whole > WHOLE_DIGITS)
		return;
	number = mem_dup_n(text, whole + (rest > EXACT_DIGITS + 1 ? EXACT_DIGITS + 1 : rest));
	o->heeft_waarde = rest != 1 && decimal_parse(number, &o->deel, &err) == 0;
	/* Cut off, not rounded: the next digit says which way. */
	if (o->heeft_waarde && rest > EXACT_DIGITS + 1 && text[whole + 1 + EXACT_DIGITS] >= '5')
		o->deel.value++;
	err_release(&err);
	free(number);
}

/* A whole number. */
static bool is_whole(const char *text, int64_t *out)
{
	struct err err = ERR_INIT;
	bool good = num_parse_int(text, out, &err) == 0;

	err_release(&err);
	return good;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "12", "1..4", "<5". */
static bool keep_count(struct onthul_lezing *l, const char *const *place, enum onthuld_wat wat, const char *text)
{
	const char *dots = strstr(text, "..");
	int64_t from, to;
	char *first;

	if (is_whole(text, &from)) {
		keep_range(l, place, wat, from, from);
		return true;
	}
	if (*text == '<' && is_whole(text + 1, &to) && to > 1) {
		keep_range(l, place, wat, 1, to - 1);
		return true;
	}
	if (!dots || !is_whole(dots + 2, &to))
		return false;
	first = mem_dup_n(text, (size_t)(dots - text));
	if (is_whole(first, &from))
		keep_range(l, place, wat, from, to);
	free(first);
	return true;
}

static void keep_between(struct onthul_lezing *l, const char *const *place, enum onthuld_wat wat, const char *min,
	const char *max)
{
	int64_t from, to;

	if (is_whole(min, &from) && is_whole(max, &to))
		keep_range(l, place, wat, from, to);
}

/* ---- CSV ------------------------------------------------------------------------------------------------ */

/* The first line: does it hold these columns, and what stands between them? *between 0: it is another file. */
static int between_of(const char *path, const char *const *column, size_t count, char *between, struct err *err)
{
	size_t len;
	char *text;

	*between = 0;
	if (file_read(path, CSV_MAX, &text, &len, err) < 0)
		return -1;
	text[strcspn(text, "\r\n")] = '\0';
	*between = strchr(text, ';') ? ';' : ',';
	for (size_t i = 0; i < count; i++)
		if (!strstr(text, column[i]))
			*between = 0;
	free(text);
	return 0;
}

static int read_csv(struct onthul_lezing *l, const char *path, const char *const *column, size_t count,
	int (*each)(void *arg, int64_t line, const char *const *cell, struct err *err), struct err *err)
{
	char between;

	if (between_of(path, column, count, &between, err) < 0)
		return -1;
	return between ? tabel_read_between(path, file_base(path), between, column, count, each, l, err) : 1;
}

/* Terms that are made of both counts; a word in the place of a number shows nothing. */
static bool tells_all(const char *term)
{
	static const char *const both[] = {"ondergrens", "bovengrens", "tekort", "feit", "zekerheid", "verandering", "tempo"};

	for (size_t i = 0; i < ARRAY_LEN(both); i++)
		if (strcmp(term, both[i]) == 0)
			return true;
	return false;
}

/* What stands there in print: the text, the counts it is made of, the norm. */
static void keep_printed(struct onthul_lezing *l, const char *const *cell)
{
	const char *area = *cell[2] ? cell[7] : NULL; /* no indeling: the gemeente */
	char *pair = *cell[8] && *cell[9] ? mem_printf("%s van %s", cell[8], cell[9]) : NULL;

	onthul_bekend_add(&l->bekend, area, cell[6]);
	onthul_bekend_add(&l->bekend, area, cell[10]);
	if (pair)
		onthul_bekend_add(&l->bekend, area, pair);
	free(pair);
}

static int each_term(void *arg, int64_t line, const char *const *cell, struct err *err)
{
	struct onthul_lezing *l = arg;

	(void)line;
	(void)err;
	keep_printed(l, cell);
	if (!*cell[0])
		return 0;
	if (strcmp(cell[4], "teller") == 0)
		keep_count(l, cell, ONTHULD_TELLER, cell[5]);
	else if (strcmp(cell[4], "noemer") == 0)
		keep_count(l, cell, ONTHULD_NOEMER, cell[5]);
	else if (tells_all(cell[4]))
		keep(l, cell, ONTHULD_ALLES);
	else if (strcmp(cell[4], "waarde") == 0 && (is_digit(*cell[5]) || *cell[5] == '-' || is_digit(*cell[6])))
		keep_value(l, cell, is_digit(*cell[6]) ? cell[6] : cell[5]); /* "9 van 16" stands in cell 5 */
	else if (strcmp(cell[4], "waarde") == 0 && strcmp(cell[5], reden_code(REDEN_AFGESCHERMD)) == 0)
		keep(l, cell, ONTHULD_VERBORGEN);
	return 0;
}

int onthul_lees_berekening(struct onthul_lezing *l, const char *path, struct err *err)
{
	static const char *const column[] = {"indicator", "gebied", "indeling", "periode", "term", "waarde", "tekst",
		"gebied_naam", "x", "n", "norm"};

	onthul_bekend_release(&l->bekend);
	return read_csv(l, path, column, ARRAY_LEN(column), each_term, err);
}

static int each_figure(void *arg, int64_t line, const char *const *cell, struct err *err)
{
	struct onthul_lezing *l = arg;

	(void)line;
	(void)err;
	if (!keep_count(l, cell, ONTHULD_TELLER, cell[4]))
		keep_between(l, cell, ONTHULD_TELLER, cell[11], cell[12]);
	if (!keep_count(l, cell, ONTHULD_NOEMER, cell[5]))
		keep_between(l, cell, ONTHULD_NOEMER, cell[13], cell[14]);
	if (*cell[6])
		keep_value(l, cell, cell[6]);
	else if (*cell[7] || *cell[8] || *cell[9])
		keep(l, cell, ONTHULD_ALLES);
	if (strcmp(cell[10], reden_code(REDEN_AFGESCHERMD)) == 0)
		keep(l, cell, ONTHULD_VERBORGEN);
	return 0;
}

int onthul_lees_cijfers(struct onthul_lezing *l, const char *path, struct err *err)
{
	static const char *const column[] = {"indicator", "gebied", "indeling", "periode", "teller", "noemer", "waarde",
		"ondergrens", "tekort", "feit", "reden", "teller_min", "teller_max", "noemer_min", "noemer_max"};

	return read_csv(l, path, column, ARRAY_LEN(column), each_figure, err);
}

/* ---- JSON ------------------------------------------------------------------------------------------------ */

/* A cell as text, whatever it is in the file; "" when it is not there. Valid until the next call with this buffer. */
static const char *cell_of(const struct json_node *row, const char *key, char *buffer, size_t size)
{
	const struct json_node *node = json_get(row, key);
	struct err err = ERR_INIT;
	const char *text = "";
	double value;

	*buffer = '\0';
	if (node && json_text(node, &text, &err) == 0)
		return text;
	err_release(&err);
	if (node && json_double(node, &value, &err) == 0)
		snprintf(buffer, size, "%.15g", value);
	err_release(&err);
	return buffer;
}

static void each_row(struct onthul_lezing *l, const struct json_node *row)
{
	static const char *const key[] = {"indicator", "gebied", "indeling", "periode", "teller", "noemer", "waarde",
		"ondergrens", "tekort", "feit", "reden", "teller_min", "teller_max", "noemer_min", "noemer_max"};
	char buffer[ARRAY_LEN(key)][64];
	const char *cell[ARRAY_LEN(key)];
	struct err err = ERR_INIT;

	for (size_t i = 0; i < ARRAY_LEN(key); i++)
		cell[i] = cell_of(row, key[i], buffer[i], sizeof(buffer[i]));
	if (each_figure(l, 0, cell, &err) < 0)
		err_release(&err);
}

int onthul_lees_json(struct onthul_lezing *l, const char *path, struct err *err)
{
	const struct json_node *rows;
	struct json *doc;

	if (json_load_export(&doc, path, file_base(path), err) < 0)
		return -1;
	rows = json_get(json_root(doc), "rijen");
	for (size_t i = 0; rows && i < json_len(rows); i++)
		each_row(l, json_at(rows, i));
	json_free(doc);
	return rows ? 0 : 1;
}
