/* boek.h - the tables of a report as tables: what stands in the page, for a spreadsheet and for CSV. html.c tells it
 * everything it writes, so there is no second road to a figure: a cell that is not in the page is in no file.
 *
 * A number is taken from the text that was printed: 80 of 87 prints as 91,9% and is 0.919 in every file. The
 * exact value behind it could show 92,0% in a spreadsheet, or more than a hidden count allows.
 *
 * Columns: a cell of the page that says two things ("530 van 583", "tussen 88,3 en 93,1%", a name with its code)
 * takes two columns, so that each can be reckoned with. "–" (nothing to say) is an empty cell. Pure. */
#ifndef REPORT_BOEK_H
#define REPORT_BOEK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/num.h"
#include "base/str.h"

enum boek_soort { BOEK_LEEG, BOEK_TEKST, BOEK_GETAL, BOEK_DATUM };

struct boek_cel {
	enum boek_soort soort;
	char *tekst; /* as printed; "" when empty */
	struct decimal getal;
	char *eenheid; /* of a number: "%", "per 1.000", "kinderen", ""; NULL else */
	struct date datum;
};

struct boek_kolom {
	char *kop;	   /* of the file: "Stand: van hoeveel" */
	const char *basis; /* the head in the page: "Stand"; borrowed from `koppen` */
};

struct boek_tabel {
	char *titel;
	struct boek_kolom *kolom;
	size_t kolom_count;
	struct boek_cel *cel; /* rij_count x kolom_count */
	size_t rij_count;
	char **koppen; /* heads as the page has them */
	size_t kop_count;
};

struct boek_opname; /* a table while it is being written */

struct boek {
	struct boek_tabel *tabel;
	size_t count, cap;
	struct boek_opname *opname; /* NULL outside a table */
};
#define BOEK_INIT {NULL, 0, 0, NULL}

void boek_release(struct boek *b);

/* From html.c: an element opens, with what decides how it is read; text; it closes. `naam` is a literal. */
struct boek_element {
	const char *naam;
	const char *class; /* NULL: none */
	const char *colspan;
	bool verborgen; /* aria-hidden: a mark beside the words */
};
void boek_open(struct boek *b, const struct boek_element *e);
void boek_text(struct boek *b, const char *text);
void boek_close(struct boek *b, const char *naam);

/* A number with its unit as printed: "90,9%", "10.785", "1,8 per 1.000", "27 kinderen"; false for anything else.
 * The unit is borrowed from the text. */
bool boek_read_number(const char *text, struct decimal *out, const char **eenheid);

#endif
