/* What people wrote, on every page: between marks that a reader sees, with the role of who wrote it and the date, and
 * never mixed with what the program made. And who answers for what the program made. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "report/blad.h"

/* ---- which text ----------------------------------------------------------------------------- */

int blad_load_tekst(struct blad *b, const char *naam, struct err *err)
{
	tekst_release(&b->tekst);
	if (tekst_load(&b->tekst, b->in->werkmap, naam, err))
		return -1;
	if (b->layer->editie == EDITIE_OPENBAAR && !b->tekst.openbaar)
		tekst_release(&b->tekst);
	return 0;
}

int blad_load_tekst_periode(struct blad *b, const char *soort, struct err *err)
{
	struct str naam = STR_INIT;
	int rc;

	str_add_f(&naam, "%s-", soort);
	periode_add_code(&naam, b->in->periode);
	for (char *p = naam.text; *p; p++)
		if (*p == '/')
			*p = '-';
	rc = blad_load_tekst(b, str_text(&naam), err);
	str_release(&naam);
	return rc;
}

/* ---- who answers for it ---------------------------------------------------------------------- */

/* Who accepted a page has seen its data: a later delivery makes it a draft again. */
static bool newer_data(const struct blad *b)
{
	for (size_t i = 0; i < b->in->bron_count; i++) {
		struct err err = ERR_INIT;
		char *day = mem_dup_n(b->in->bron[i].geladen_op, strnlen(b->in->bron[i].geladen_op, 10));
		struct date loaded;
		bool later = date_parse_iso(day, &loaded, &err) == 0 &&
			date_cmp(loaded, b->tekst.geaccepteerd_op) > 0;

		err_release(&err);
		free(day);
		if (later)
			return true;
	}
	return false;
}

const char *blad_status(const struct blad *b)
{
	bool definite = b->tekst.definitief && !newer_data(b);

	return zin_text(b->zinnen, definite ? ZIN_MERK_DEFINITIEF : ZIN_MERK_CONCEPT);
}

void blad_herkomst(struct blad *b)
{
	struct str date = STR_INIT;
	enum zin zin = ZIN_HERKOMST_PROGRAMMA;

	if (b->tekst.geaccepteerd_rol) {
		date_add_dutch(&date, b->tekst.geaccepteerd_op);
		zin = newer_data(b) ? ZIN_HERKOMST_VEROUDERD : ZIN_HERKOMST_GEACCEPTEERD;
	}
	blad_alinea(b, "noot herkomst", zin,
		zin == ZIN_HERKOMST_PROGRAMMA ? NULL :
						VELDEN({"rol", b->tekst.geaccepteerd_rol}, {"datum", str_text(&date)}));
	str_release(&date);
}

/* ---- on the page ----------------------------------------------------------------------------- */

static void mens_lines(struct blad *b, const char *body)
{
	char *copy = mem_dup(body);
	bool list = false, para = false;

	for (char *line = copy, *next; line; line = next) {
		bool item = strncmp(line, "- ", 2) == 0;

		next = strchr(line, '\n');
		if (next)
			*next++ = '\0';
		item = strncmp(line, "- ", 2) == 0;
		if (para && (item || !*line)) {
			html_close(&b->w, "p");
			para = false;
		}
		if (list && !item) {
			html_close(&b->w, "ul");
			list = false;
		}
		if (item && !list) {
			html_open(&b->w, "ul");
			list = true;
		}
		if (item) {
			html_el(&b->w, "li", line + 2);
		} else if (*line) {
			if (!para)
				html_open(&b->w, "p");
			else
				html_raw(&b->w, " ");
			html_text(&b->w, line);
			para = true;
		}
	}
	if (para)
		html_close(&b->w, "p");
	if (list)
		html_close(&b->w, "ul");
	free(copy);
}

static size_t count_words(const char *text)
{
	size_t count = 0;

	for (bool inside = false; *text; text++) {
		bool letter = *text != ' ' && *text != '\n' && *text != '-';

		count += letter && !inside;
		inside = *text != ' ' && *text != '\n' && (letter || inside);
	}
	return count;
}

bool blad_mens(struct blad *b, const char *kop)
{
	const char *body = tekst_deel(&b->tekst, kop);
	struct str date = STR_INIT;

	if (!body)
		return false;
	if (b->in->opname)
		b->in->opname->mens_woorden += count_words(body);
	date_add_dutch(&date, b->tekst.datum);
	html_open(&b->w, "div", "class", "menstekst");
	blad_alinea(b, "door", ZIN_EVAL_TEKST_DOOR, VELDEN({"rol", b->tekst.rol}, {"datum", str_text(&date)}));
	mens_lines(b, body);
	html_close(&b->w, "div");
	str_release(&date);
	return true;
}

void blok_mens(struct blad *b, const char *kop, enum zin titel)
{
	if (!tekst_deel(&b->tekst, kop))
		return;
	html_open(&b->w, "section", "aria-labelledby", kop);
	html_el(&b->w, "h2", zin_text(b->zinnen, titel), "id", kop);
	blad_mens(b, kop);
	html_close(&b->w, "section");
}
