#include "import/ontwerp.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "import/cell.h"
#include "import/cell_periode.h"
#include "import/csvfile.h"
#include "import/guard.h"
#include "import/head.h"
#include "import/intern.h"
#include "import/sniff.h"

enum { SAMPLE = 20000 }; /* rows whose cells are tried as every type; the guard looks at all */

/* What the cells of one column could be read as. */
struct telling_kolom {
	int64_t gevuld, leeg;
	int64_t geheel, komma, punt, datum, kwartaal, schooljaar, jaar, janee, gebied;
	const char *niveau;
	struct text_list *codes, *tekens;
	bool veel; /* more different texts than codes are kept */
};

struct gang {
	struct ontwerp *o;
	const struct gebied_list *gebieden;
	struct finding_list *findings;
	struct telling_kolom *telling;
	struct intern rijen; /* keys seen, to know whether they are unique */
	bool dubbel;
};

/* ---- dialect and header ------------------------------------------------------------------------ */

/* Rows with the most common number of columns; that number in *width. */
static size_t regular_rows(const struct head *head, size_t *width)
{
	size_t best = 0;

	*width = 0;
	for (size_t i = 0; i < head->count; i++) {
		size_t same = 0;

		for (size_t k = 0; k < head->count; k++)
			same += head->row[k].count == head->row[i].count;
		if (head->row[i].count > 1 && same * head->row[i].count > best * *width) {
			best = same;
			*width = head->row[i].count;
		}
	}
	return best;
}

/* The delimiter that makes the most regular rows. */
static const struct head *best_head(const struct head_set *set, size_t *width)
{
	const struct head *best = NULL;
	size_t most = 0;

	for (size_t d = 0; d < HEAD_DELIMITERS; d++) {
		size_t w, rows = regular_rows(&set->head[d], &w);

		if (rows * w > most && !set->head[d].faults.fouten) {
			most = rows * w;
			best = &set->head[d];
			*width = w;
		}
	}
	return best;
}

/* The first row as wide as the others; titles above it are narrower. */
static const struct head_row *header(const struct head *head, size_t width)
{
	for (size_t i = 0; i < head->count; i++) {
		if (head->row[i].count == width)
			return &head->row[i];
	}
	return NULL;
}

static void refuse(struct gang *g, const char *what, const char *advice)
{
	finding_advise(finding_add(g->findings, ERNST_FOUT, "kop", 0, "%s", what), "%s", advice);
}

static int look(struct gang *g, const char *path, enum codering codering, struct err *err)
{
	struct head_set set;
	const struct head *head;
	const struct head_row *row = NULL;
	size_t width = 0;

	if (head_read(path, codering, &set, err) < 0)
		return -1;
	if (!guard_head(&set, g->findings)) {
		head = best_head(&set, &width);
		row = head ? header(head, width) : NULL;
		if (!row)
			refuse(g, "er is geen tabel te herkennen: geen scheidingsteken geeft rijen met evenveel kolommen.",
				"Sla het bestand op als CSV met een regel kolomnamen boven de gegevens.");
	}
	if (row) {
		g->o->delimiter = head->delimiter;
		g->o->kopregel = row->line;
		g->o->kolom_count = width;
		g->o->kolom = mem_new(width, sizeof *g->o->kolom);
		for (size_t i = 0; i < width; i++)
			g->o->kolom[i].naam = mem_dup(row->cell[i]);
	}
	head_release(&set);
	return 0;
}

/* ---- cells ------------------------------------------------------------------------------------- */

static bool list_add(struct text_list *list, const char *text, size_t most)
{
	if (text_list_index(list, text) >= 0)
		return true;
	if (list->count == most)
		return false;
	if (!list->item)
		list->item = mem_new(most, sizeof *list->item);
	list->item[list->count++] = mem_dup(text);
	return true;
}

static bool is_number(const char *text, char decimal, int decimals, int64_t *value)
{
	const struct cell_stijl style = {decimal, 0, decimals, false};
	struct cell_waarde w;
	struct err err = ERR_INIT;
	bool good = cell_getal(text, &style, &w, &err) == 0;

	if (good)
		*value = w.min;
	err_release(&err);
	return good;
}

static bool is_period(const char *text, enum periode_soort kind, unsigned forms)
{
	struct periode p;
	struct err err = ERR_INIT;
	bool good = cell_periode(text, kind, forms, &p, &err) == 0;

	err_release(&err);
	return good;
}

static bool is_date(const char *text)
{
	struct date d;
	struct err err = ERR_INIT;
	bool good = cell_datum(text, DATUMVORM_BIT(DATUMVORM_ISO) | DATUMVORM_BIT(DATUMVORM_DMJ), &d, &err) == 0;

	err_release(&err);
	return good;
}

/* An area under any of the divisions. */
static const struct gebied *find_area(const struct gebied_list *list, const char *text)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct gebied *g = &list->item[i];

		if (strcmp(g->code, text) == 0 || kop_same_name(g->naam, text))
			return g;
		for (size_t k = 0; k < g->alias_count; k++) {
			if (kop_same_name(g->alias[k], text))
				return g;
		}
	}
	return NULL;
}

static void count_cell(struct gang *g, struct telling_kolom *t, const char *text)
{
	const struct gebied *area;
	const char *ja;
	struct err err = ERR_INIT;
	int64_t value = 0;
	bool number = true;

	t->gevuld++;
	if (is_number(text, ',', 0, &value)) {
		t->geheel++;
		t->jaar += strlen(text) == 4 && value >= 1990 && value <= 2100;
	} else if (is_number(text, ',', 6, &value)) {
		t->komma++;
	} else if (is_number(text, '.', 6, &value)) {
		t->punt++;
	} else {
		number = false;
	}
	if (!number) {
		t->datum += is_date(text);
		t->kwartaal += is_period(text, PERIODE_KWARTAAL, DATUMVORM_BIT(DATUMVORM_KWARTAAL));
		t->schooljaar += is_period(text, PERIODE_SCHOOLJAAR, DATUMVORM_BIT(DATUMVORM_SCHOOLJAAR));
	}
	t->janee += cell_janee(text, &ja, &err) == 0;
	err_release(&err);
	area = find_area(g->gebieden, text);
	t->gebied += area != NULL;
	if (area && (!t->niveau || strcmp(area->niveau, "wijk") == 0))
		t->niveau = strcmp(area->niveau, "gemeente") == 0 ? "gemeente"
			: strcmp(area->niveau, "buurt") == 0	   ? "buurt"
								   : "wijk";
	if (!number && !area)
		list_add(t->tekens, text, ONTWERP_TEKENS);
	t->veel |= !list_add(t->codes, text, ONTWERP_CODES);
}

/* A person's number, address or telephone anywhere refuses the file; nothing of it is kept. */
static bool guard_cell(struct gang *g, const struct csv_cell *cell, int64_t line, size_t column)
{
	if (!guard_is_bsn(cell->text, cell->len, false) && !guard_is_email(cell->text, cell->len) &&
		!guard_is_mobile(cell->text, cell->len))
		return true;
	finding_advise(finding_at(finding_add(g->findings, ERNST_FOUT, GUARD_RULE, line,
					  "in deze kolom staat een gegeven van een persoon (nummer, e-mailadres of "
					  "telefoon)."),
			       NULL, (int)column + 1),
		"Stuur dit bestand niet door. Meld het bij uw privacyfunctionaris: het kan een datalek zijn.");
	return false;
}

/* ---- rows -------------------------------------------------------------------------------------- */

static bool count_row(struct gang *g, const struct csv_row *row)
{
	if (row->count != g->o->kolom_count)
		return true; /* a footer, or a fault that loading will name */
	g->o->regels++;
	for (size_t i = 0; i < row->count; i++) {
		if (!guard_cell(g, &row->cell[i], row->line, i))
			return false;
		if (g->o->regels > SAMPLE)
			continue;
		if (row->cell[i].len)
			count_cell(g, &g->telling[i], row->cell[i].text);
		else
			g->telling[i].leeg++;
	}
	return true;
}

static int read_rows(struct gang *g, const char *path, enum codering codering, struct err *err)
{
	struct csvfile *file;
	const struct csv_row *row;
	int more;

	if (csvfile_open(&file, path, codering, g->o->delimiter, err) < 0)
		return -1;
	while ((more = csvfile_next(file, &row, g->findings, err)) == 1) {
		if (row->line > g->o->kopregel && !row->blank && !count_row(g, row))
			break;
	}
	csvfile_close(file);
	return more < 0 ? -1 : 0;
}

/* ---- deciding ---------------------------------------------------------------------------------- */

static bool all(int64_t hits, const struct telling_kolom *t)
{
	return t->gevuld > 0 && hits == t->gevuld;
}

/* Numbers with a few signs between them ("<5", "n.b.") are a column of numbers. */
static bool mostly_numbers(const struct telling_kolom *t)
{
	int64_t numbers = t->geheel + t->komma + t->punt;

	return numbers > 0 && t->tekens->count < ONTWERP_TEKENS && (t->gevuld - numbers) * 3 <= t->gevuld;
}

static void decide_kind(struct ontwerp_kolom *k, const struct telling_kolom *t)
{
	k->type = KOLOM_TEKST;
	if (t->gebied * 10 >= t->gevuld * 8 && t->gebied > 0) {
		k->type = KOLOM_GEBIED;
		k->niveau = t->niveau;
	} else if (all(t->datum, t)) {
		k->type = KOLOM_DATUM;
		k->periode = PERIODE_DAG;
	} else if (all(t->kwartaal, t) || all(t->schooljaar, t) || all(t->jaar, t)) {
		k->type = KOLOM_PERIODE;
		k->periode = all(t->kwartaal, t) ? PERIODE_KWARTAAL
			: all(t->schooljaar, t)	 ? PERIODE_SCHOOLJAAR
						 : PERIODE_JAAR;
	} else if (mostly_numbers(t)) {
		k->type = t->komma + t->punt ? KOLOM_GETAL : KOLOM_GEHEEL;
		k->decimalen = t->komma + t->punt > 0;
		k->punt = t->punt > t->komma;
	} else if (all(t->janee, t)) {
		k->type = KOLOM_JANEE;
	} else if (!t->veel && t->codes->count * 2 <= (size_t)t->gevuld) {
		k->type = KOLOM_CODE;
	}
}

static void list_release(struct text_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		free(list->item[i]);
	free(list->item);
	*list = (struct text_list){0};
}

static void decide(struct gang *g)
{
	struct ontwerp *o = g->o;

	for (size_t i = 0; i < o->kolom_count; i++) {
		struct ontwerp_kolom *k = &o->kolom[i];

		k->leeg = g->telling[i].leeg > 0;
		decide_kind(k, &g->telling[i]);
		/* Texts that are no codes may be names: they are not kept. */
		if (k->type != KOLOM_CODE)
			list_release(&k->codes);
		if (k->type != KOLOM_GEHEEL && k->type != KOLOM_GETAL && k->type != KOLOM_GEBIED)
			list_release(&k->tekens);
		if (o->gebied < 0 && k->type == KOLOM_GEBIED)
			o->gebied = (int)i;
		if (o->periode < 0 && (k->type == KOLOM_DATUM || k->type == KOLOM_PERIODE))
			o->periode = (int)i;
	}
}

static bool in_key(const struct ontwerp *o, size_t i)
{
	return (int)i == o->gebied || (int)i == o->periode || o->kolom[i].type == KOLOM_CODE ||
		o->kolom[i].type == KOLOM_JANEE;
}

/* A second reading, now that the key is known: does it occur once in every row? */
static int check_unique(struct gang *g, const char *path, enum codering codering, struct err *err)
{
	struct csvfile *file;
	const struct csv_row *row;
	struct str key = STR_INIT;
	int more = 0;

	if (csvfile_open(&file, path, codering, g->o->delimiter, err) < 0)
		return -1;
	while (!g->dubbel && (more = csvfile_next(file, &row, g->findings, err)) == 1) {
		size_t before = g->rijen.count;

		if (row->line <= g->o->kopregel || row->count != g->o->kolom_count)
			continue;
		str_clear(&key);
		for (size_t i = 0; i < row->count; i++) {
			if (in_key(g->o, i))
				str_add_f(&key, "%s\x1f", row->cell[i].text);
		}
		intern_id(&g->rijen, str_text(&key), key.len);
		g->dubbel = g->rijen.count == before;
	}
	csvfile_close(file);
	str_release(&key);
	g->o->uniek = !g->dubbel;
	return !g->dubbel && more < 0 ? -1 : 0;
}

static int run(struct gang *g, const char *path, struct err *err)
{
	struct sniff sniff;

	if (sniff_file(path, &sniff, g->findings, err) < 0)
		return -1;
	if (g->findings->fouten)
		return 0;
	g->o->codering = codering_name(sniff.codering);
	if (look(g, path, sniff.codering, err) < 0)
		return -1;
	if (g->findings->fouten)
		return 0;
	g->telling = mem_new(g->o->kolom_count, sizeof *g->telling);
	for (size_t i = 0; i < g->o->kolom_count; i++) {
		g->telling[i].codes = &g->o->kolom[i].codes;
		g->telling[i].tekens = &g->o->kolom[i].tekens;
	}
	if (read_rows(g, path, sniff.codering, err) < 0)
		return -1;
	if (g->findings->fouten)
		return 0;
	decide(g);
	return check_unique(g, path, sniff.codering, err);
}

int ontwerp_file(const char *path, const struct gebied_list *gebieden, struct ontwerp *out,
	struct finding_list *findings, struct err *err)
{
	struct gang g = {.o = out, .gebieden = gebieden, .findings = findings};
	int rc;

	*out = (struct ontwerp){.gebied = -1, .periode = -1};
	rc = run(&g, path, err);
	if (rc < 0 || findings->fouten)
		ontwerp_release(out);
	intern_release(&g.rijen);
	free(g.telling);
	return rc;
}

void ontwerp_release(struct ontwerp *o)
{
	for (size_t i = 0; i < o->kolom_count; i++) {
		free(o->kolom[i].naam);
		list_release(&o->kolom[i].codes);
		list_release(&o->kolom[i].tekens);
	}
	free(o->kolom);
	*o = (struct ontwerp){.gebied = -1, .periode = -1};
}
