/* pdf.h - a page as PDF, printed by chromium: tagged, with its title, bookmarks of the headings, language and the
 * descriptions of the charts, all from the HTML. Chromium gets a private folder, no network and a time limit.
 * It writes the hour into the file; that is replaced by the day of the data, so the same page gives the same bytes
 * on a machine with the same chromium and fonts. */
#ifndef REPORT_PDF_H
#define REPORT_PDF_H

#include "base/date.h"
#include "base/err.h"
#include "base/macro.h"
#include "base/str.h"

/* *out is appended to. ERR_SURROUNDINGS: chromium is absent (the advice names the package), fails or takes too
 * long. */
int pdf_write(struct str *out, const struct str *html, struct date op, struct err *err) MUST_USE;

/* Replaces the moments behind /CreationDate and /ModDate by midnight UTC of the day `op`, in the same number of
 * bytes. Exposed for its test. */
void pdf_fix_dates(char *pdf, size_t len, struct date op);

#endif
