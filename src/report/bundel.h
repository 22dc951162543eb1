/* bundel.h - the page for a meeting of the stuurgroep: what is under its norm and getting worse, what has no norm,
 * what is late, what was not delivered (formats.md D.5, "Bundle page"). One self-contained HTML file. */
#ifndef REPORT_BUNDEL_H
#define REPORT_BUNDEL_H

#include "report/themablad.h"

int bundel_write(struct str *html, const struct report_input *in, struct err *err) MUST_USE;

#endif
