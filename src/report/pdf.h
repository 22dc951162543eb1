/* pdf.h - a page as PDF, printed by chromium: tagged, with its title, bookmarks of the headings, language and the
 * descriptions of the charts, all from the HTML. Chromium gets a private folder, no network and a time limit.
 * It writes the hour into the file; that is replaced by the day of the data, so the same page gives the same bytes
 * on a machine with the same chromium and fonts.
 * A page that asks for page numbers (pdf_blz.h) is printed until they stand, which is twice. A page that promises at
 * most so many sheets and takes more is printed once more with class "krap" on <html>: the style sheet makes it
 * tighter. */
#ifndef REPORT_PDF_H
#define REPORT_PDF_H

#include <stdbool.h>

#include "base/date.h"
#include "base/err.h"
#include "base/macro.h"
#include "base/str.h"

struct pdf_verslag {
	size_t bladzijden;
	size_t beloofd;	     /* at most so many, says the page; 0: it says nothing */
	bool te_lang;	     /* more than that, also when it is tight */
	bool zonder_nummers; /* asked for, and pdfinfo is absent or they did not settle: there are none */
};

/* *out is appended to. ERR_SURROUNDINGS: chromium is absent (the advice names the package), fails or takes too
 * long. */
int pdf_write(struct str *out, const struct str *html, struct date op, struct pdf_verslag *verslag,
	struct err *err) MUST_USE;

/* Replaces the moments behind /CreationDate and /ModDate by midnight UTC of the day `op`, in the same number of
 * bytes. Exposed for its test. */
void pdf_fix_dates(char *pdf, size_t len, struct date op);

#endif
