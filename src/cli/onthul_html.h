/* onthul_html.h - the figures in a page, held against its berekening.csv. A report of ijkpunt passes; a number that was
 * typed into the page afterwards does not. Looked at are: every number in a table or chart (title and description too),
 * and in a sentence every percentage, every "530 van de 583" and every number of children (the words of the
 * definitions). What is said of a wijk must be known of that wijk. Dates, periods and codes are no figures. */
#ifndef CLI_ONTHUL_HTML_H
#define CLI_ONTHUL_HTML_H

#include <stddef.h>

#include "base/err.h"
#include "base/macro.h"
#include "cli/onthul_bekend.h"
#include "def/definities.h"

/* Prints each number that is not in `bekend` and adds their count to *vreemd. */
int onthul_html(const char *path, struct onthul_bekend *bekend, const struct definities *defs, size_t *vreemd,
	struct err *err) MUST_USE;

#endif
