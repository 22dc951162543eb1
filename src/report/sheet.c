#include "report/sheet.h"

#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/proc.h"
#include "base/text.h"

enum {
	NAME_MAX_UNITS = 31,
	FOOT_MAX = 200,		/* Excel allows 255 with its marks */
	XLSX_MAX = 64 << 20,
	WIDTH_MIN = 8, WIDTH_MAX = 60, /* characters */
	ROW_TITLE = 0, ROW_FOOT = 1, ROW_HEAD = 2, ROW_FIRST = 3
};

/* One number format of the workbook. */
struct vorm {
	char *vorm;
	lxw_format *format;
};

struct sheet {
	lxw_workbook *book;
	const struct opname *o;
	lxw_format *titel, *kop, *tekst, *voet, *datum;
	struct vorm *vorm;
	size_t vorm_count, vorm_cap;
	lxw_error fout; /* the first that went wrong */
};

static void check(struct sheet *s, lxw_error e)
{
	if (s->fout == LXW_NO_ERROR)
		s->fout = e;
}

/* ---- names -------------------------------------------------------------------------------- */

char *sheet_name(size_t nr, const char *titel)
{
	size_t len = strlen(titel), units;
	struct str s = STR_INIT;

	str_add_f(&s, "%zu ", nr);
	units = s.len;
	for (size_t i = 0, n; i < len; i += n) {
		uint32_t cp = 0;

		n = text_utf8_next(titel + i, len - i, &cp);
		if (n == 0)
			break;
		if (cp < 0x20 || cp == 0x7f || (cp < 0x80 && strchr("[]:*?/\\", (int)cp)))
			cp = ' ';
		units += cp > 0xffff ? 2 : 1;
		if (units > NAME_MAX_UNITS)
			break;
		text_add_cp(&s, cp);
	}
	while (s.len && (s.text[s.len - 1] == ' ' || s.text[s.len - 1] == '\''))
		s.text[--s.len] = '\0';
	return str_detach(&s);
}

/* ---- formats ------------------------------------------------------------------------------ */

static lxw_format *new_format(struct sheet *s, bool bold)
{
	lxw_format *f = workbook_add_format(s->book);

	format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
	if (bold)
		format_set_bold(f);
	return f;
}

static void make_formats(struct sheet *s)
{
	s->titel = new_format(s, true);
	format_set_font_size(s->titel, 14);
	s->voet = new_format(s, false);
	format_set_font_color(s->voet, 0x5a6675);
	s->kop = new_format(s, true);
	format_set_text_wrap(s->kop);
	format_set_bottom(s->kop, LXW_BORDER_THIN);
	format_set_bg_color(s->kop, 0xeaf1f8);
	s->tekst = new_format(s, false);
	format_set_text_wrap(s->tekst);
	s->datum = new_format(s, false);
	format_set_num_format(s->datum, "[$-413]d mmmm yyyy");
	format_set_align(s->datum, LXW_ALIGN_LEFT);
}

/* "0.0%", "#,##0", "0.0\" per 100\"": as the page prints it. */
static char *number_format(const struct boek_cel *c)
{
	bool large = c->getal.scale == 0 && (c->getal.value >= 10000 || c->getal.value <= -10000);
	struct str s = STR_INIT;

	str_add(&s, large ? "#,##0" : "0");
	for (int i = 0; i < c->getal.scale; i++)
		str_add(&s, i == 0 ? ".0" : "0");
	if (strcmp(c->eenheid, "%") == 0) {
		str_add_char(&s, '%');
	} else if (*c->eenheid) {
		str_add(&s, "\" ");
		for (const char *p = c->eenheid; *p; p++)
			if (*p != '"' && *p != '\\')
				str_add_char(&s, *p);
		str_add_char(&s, '"');
	}
	return str_detach(&s);
}

static lxw_format *format_of(struct sheet *s, const struct boek_cel *c)
{
	char *vorm = number_format(c);
	lxw_format *f;

	for (size_t i = 0; i < s->vorm_count; i++)
		if (strcmp(s->vorm[i].vorm, vorm) == 0) {
			free(vorm);
			return s->vorm[i].format;
		}
	f = new_format(s, false);
	format_set_num_format(f, vorm);
	format_set_align(f, LXW_ALIGN_RIGHT);
	s->vorm = mem_grow(s->vorm, &s->vorm_cap, s->vorm_count + 1, sizeof(*s->vorm));
	s->vorm[s->vorm_count++] = (struct vorm){vorm, f};
	return f;
}

/* ---- cells -------------------------------------------------------------------------------- */

static void put_text(struct sheet *s, lxw_worksheet *w, lxw_row_t row, lxw_col_t col, const char *text,
	lxw_format *format)
{
	char *guarded = *text && strchr("=+-@\t\r", *text) ? mem_printf("'%s", text) : NULL;

	if (*text)
		check(s, worksheet_write_string(w, row, col, guarded ? guarded : text, format));
	free(guarded);
}

/* 909 with one decimal and "%" is 0.909. */
static double excel_number(const struct boek_cel *c)
{
	int scale = c->getal.scale + (strcmp(c->eenheid, "%") == 0 ? 2 : 0);
	double unit = 1;

	for (int i = 0; i < scale; i++)
		unit *= 10;
	return (double)c->getal.value / unit;
}

static void put_cell(struct sheet *s, lxw_worksheet *w, lxw_row_t row, lxw_col_t col, const struct boek_cel *c)
{
	lxw_datetime day = {.year = c->datum.year, .month = c->datum.month, .day = c->datum.day};

	switch (c->soort) {
	case BOEK_LEEG:
		break;
	case BOEK_TEKST:
		put_text(s, w, row, col, c->tekst, s->tekst);
		break;
	case BOEK_GETAL:
		check(s, worksheet_write_number(w, row, col, excel_number(c), format_of(s, c)));
		break;
	case BOEK_DATUM:
		check(s, worksheet_write_datetime(w, row, col, &day, s->datum));
		break;
	}
}

static double width_of(const struct boek_tabel *t, size_t kolom)
{
	size_t most = text_length(t->kolom[kolom].kop) + 3; /* with the arrow of the filter */

	for (size_t i = 0; i < t->rij_count; i++) {
		size_t n = text_length(t->cel[i * t->kolom_count + kolom].tekst) + 1;

		if (n > most)
			most = n;
	}
	if (most < WIDTH_MIN)
		most = WIDTH_MIN;
	return (double)(most > WIDTH_MAX ? WIDTH_MAX : most);
}

/* ---- sheets ------------------------------------------------------------------------------- */

/* In a header or footer & begins a code. */
static void add_plain(struct str *s, const char *text, size_t max)
{
	for (size_t i = 0; text[i]; i++) {
		if (s->len >= max && ((unsigned char)text[i] & 0xc0) != 0x80)
			break;
		str_add(s, text[i] == '&' ? "&&" : (char[]){text[i], '\0'});
	}
}

static void print_setup(struct sheet *s, lxw_worksheet *w)
{
	struct str foot = STR_INIT;

	worksheet_set_landscape(w);
	worksheet_set_paper(w, 9); /* A4 */
	worksheet_fit_to_pages(w, 1, 0);
	str_add(&foot, "&L");
	add_plain(&foot, s->o->voet, FOOT_MAX);
	str_add(&foot, "&RPagina &P van &N");
	check(s, worksheet_set_footer(w, str_text(&foot)));
	str_release(&foot);
}

static lxw_worksheet *add_sheet(struct sheet *s, const char *name)
{
	lxw_worksheet *w = workbook_add_worksheet(s->book, name);

	if (!w) {
		check(s, LXW_ERROR_SHEETNAME_ALREADY_USED);
		return NULL;
	}
	print_setup(s, w);
	return w;
}

static void table_sheet(struct sheet *s, size_t nr, const struct boek_tabel *t)
{
	char *name = sheet_name(nr, t->titel);
	lxw_worksheet *w = add_sheet(s, name);
	lxw_row_t last = ROW_HEAD + (lxw_row_t)t->rij_count;

	free(name);
	if (!w || t->kolom_count == 0)
		return;
	put_text(s, w, ROW_TITLE, 0, t->titel, s->titel);
	put_text(s, w, ROW_FOOT, 0, s->o->voet, s->voet);
	for (size_t k = 0; k < t->kolom_count; k++) {
		check(s, worksheet_set_column(w, (lxw_col_t)k, (lxw_col_t)k, width_of(t, k), NULL));
		put_text(s, w, ROW_HEAD, (lxw_col_t)k, t->kolom[k].kop, s->kop);
	}
	for (size_t i = 0; i < t->rij_count; i++)
		for (size_t k = 0; k < t->kolom_count; k++)
			put_cell(s, w, ROW_FIRST + (lxw_row_t)i, (lxw_col_t)k, &t->cel[i * t->kolom_count + k]);
	worksheet_freeze_panes(w, ROW_FIRST, 1);
	check(s, worksheet_repeat_rows(w, ROW_TITLE, ROW_HEAD));
	check(s, worksheet_autofilter(w, ROW_HEAD, 0, last, (lxw_col_t)(t->kolom_count - 1)));
}

static void account_sheet(struct sheet *s)
{
	lxw_worksheet *w = add_sheet(s, "Toelichting");
	lxw_row_t row = 2;

	if (!w)
		return;
	check(s, worksheet_set_column(w, 0, 0, 26, NULL));
	check(s, worksheet_set_column(w, 1, 1, 100, NULL));
	put_text(s, w, 0, 0, s->o->titel, s->titel);
	for (size_t i = 0; i < s->o->over_count; i++, row++) {
		put_text(s, w, row, 0, s->o->over[i].naam, s->kop);
		put_text(s, w, row, 1, s->o->over[i].tekst, s->tekst);
	}
	row++;
	put_text(s, w, row, 0, "Werkblad", s->kop);
	put_text(s, w, row++, 1, "Tabel", s->kop);
	for (size_t i = 0; i < s->o->boek.count; i++, row++) {
		char *name = sheet_name(i + 1, s->o->boek.tabel[i].titel);

		put_text(s, w, row, 0, name, s->tekst);
		put_text(s, w, row, 1, s->o->boek.tabel[i].titel, s->tekst);
		free(name);
	}
}

/* ---- the file ------------------------------------------------------------------------------ */

static int fill(const char *path, char *dir, const struct opname *o, struct date op, struct err *err)
{
	lxw_workbook_options options = {.constant_memory = LXW_FALSE, .tmpdir = dir, .use_zip64 = LXW_FALSE};
	struct sheet s = {.book = workbook_new_opt(path, &options), .o = o};
	lxw_doc_properties props = {.title = o->titel, .comments = o->voet,
		.created = (time_t)(date_to_days(op) * 86400)};
	lxw_error closed;

	if (!s.book)
		return err_set(err, ERR_SURROUNDINGS, "Het Excel-bestand kan niet worden gemaakt.");
	make_formats(&s);
	check(&s, workbook_set_properties(s.book, &props));
	account_sheet(&s);
	for (size_t i = 0; i < o->boek.count; i++)
		table_sheet(&s, i + 1, &o->boek.tabel[i]);
	closed = workbook_close(s.book);
	check(&s, closed);
	for (size_t i = 0; i < s.vorm_count; i++)
		free(s.vorm[i].vorm);
	free(s.vorm);
	if (s.fout != LXW_NO_ERROR)
		return err_set(err, ERR_SURROUNDINGS, "Het Excel-bestand kan niet worden gemaakt: %s.",
			lxw_strerror(s.fout));
	return 0;
}

int sheet_write(struct str *out, const struct opname *o, struct date op, struct err *err)
{
	char *dir, *path, *bytes = NULL;
	size_t len;
	int rc;

	if (proc_temp_dir(&dir, err))
		return -1;
	path = file_join(dir, "werkboek.xlsx");
	rc = fill(path, dir, o, op, err);
	if (rc == 0)
		rc = file_read(path, XLSX_MAX, &bytes, &len, err);
	if (rc == 0)
		str_add_n(out, bytes, len);
	free(bytes);
	free(path);
	proc_temp_remove(dir);
	return rc;
}
