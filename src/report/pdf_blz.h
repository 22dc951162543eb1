/* pdf_blz.h - page numbers of places in a printed page. A page leaves room for them: <span class="blz"
 * data-blz="kloof"></span> is the page on which id="kloof" stands, empty on a screen. Printed once, the PDF says where
 * its places came; printed again with the numbers in, they are there. */
#ifndef REPORT_PDF_BLZ_H
#define REPORT_PDF_BLZ_H

#include <stdbool.h>

#include "base/err.h"
#include "base/macro.h"
#include "base/str.h"

struct blz {
	char *id;
	long nr;
};
struct blz_list {
	struct blz *item;
	size_t count, cap;
};
void blz_release(struct blz_list *list);

/* A whole number at the front of a text, as of an attribute; 0 when there is none. */
long blz_number(const char *text);
bool blz_asked(const struct str *html);
/* Reads what `pdfinfo -dests` says, in the order it says it; lines of another form are passed over. */
void blz_parse(struct blz_list *out, const char *text);
/* The places of a PDF file by pdfinfo, which is there (proc_find). The caller releases. */
int blz_read(struct blz_list *out, const char *dir, const char *pdf, struct err *err) MUST_USE;
bool blz_equal(const struct blz_list *a, const struct blz_list *b);
/* The page with the numbers in; a place that is not known stays empty. *out is appended to. */
void blz_fill(struct str *out, const struct str *html, const struct blz_list *list);

#endif
