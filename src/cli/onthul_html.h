/* onthul_html.h - the figures in the tables of a page, held against its berekening.csv. A report of ijkpunt passes; a
 * number that was typed into the page afterwards does not. Text outside the cells for numbers is not looked at here
 * (tests/waarheid.py does that for what the program makes). */
#ifndef CLI_ONTHUL_HTML_H
#define CLI_ONTHUL_HTML_H

#include <stddef.h>

#include "base/err.h"
#include "base/macro.h"

/* `teksten`: all printed texts of the calculation, one per line. Prints each number that is not in it and adds their
 * count to *vreemd. */
int onthul_html(const char *path, const char *teksten, size_t *vreemd, struct err *err) MUST_USE;

#endif
