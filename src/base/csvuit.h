/* csvuit.h - writes CSV in one of three dialects, and in no other. Reading what others write is import's job; the
 * names differ from those of libcsv, with which they are linked.
 *
 *                    between  decimal  line end  in front   for
 * CSV_EXCEL          ;        ,        CRLF      UTF-8 BOM  files: a Dutch spreadsheet opens them with a click
 * CSV_INTERNATIONAAL ,        .        CRLF      -          files for other programs (RFC 4180)
 * CSV_PIJP           ;        ,        LF        -          standard output: what a pipe or a screen gets
 *
 * A text that a spreadsheet would run as a formula gets an apostrophe in front (str_add_csv); a number never. */
#ifndef BASE_CSVUIT_H
#define BASE_CSVUIT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/num.h"
#include "base/str.h"

enum csv_dialect { CSV_EXCEL, CSV_INTERNATIONAAL, CSV_PIJP };

struct csvuit {
	struct str *s; /* borrowed */
	enum csv_dialect dialect;
	bool in_rij; /* a cell stands before this one */
};

/* Begins a file: with its BOM where the dialect has one. */
void csvuit_init(struct csvuit *c, struct str *s, enum csv_dialect dialect);
/* Goes on behind what `s` holds already. */
void csvuit_resume(struct csvuit *c, struct str *s, enum csv_dialect dialect);
void csvuit_text(struct csvuit *c, const char *text); /* NULL: empty */
void csvuit_int(struct csvuit *c, int64_t value);
void csvuit_decimal(struct csvuit *c, struct decimal value); /* all its decimals, no thousands sign */
void csvuit_double(struct csvuit *c, double value);	       /* exact (num_add_exact) */
void csvuit_end_row(struct csvuit *c);

#endif
