/* evaluatie.h - the biennial evaluation report (formats.md D.6): chapters and annexes from the same published layer
 * as the themabladen, so that a figure cannot differ between them. It builds with whatever data there is; what
 * was not agreed or not delivered is a finding. One self-contained HTML file. */
#ifndef REPORT_EVALUATIE_H
#define REPORT_EVALUATIE_H

#include "report/themablad.h"

/* in->periode is the last period that counts: the year itself. */
int evaluatie_write(struct str *html, const struct report_input *in, int jaar, struct err *err) MUST_USE;

#endif
