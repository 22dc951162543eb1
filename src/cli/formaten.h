/* formaten.h - writes a report that was made in all formats that were asked for, beside each other. The page itself
 * is always written, and so is the calculation behind it. */
#ifndef CLI_FORMATEN_H
#define CLI_FORMATEN_H

#include "base/csvuit.h"
#include "base/err.h"
#include "base/macro.h"
#include "cli/metadata.h"
#include "report/opname.h"

enum formaat { FORMAAT_HTML, FORMAAT_PDF, FORMAAT_XLSX, FORMAAT_CSV, FORMAAT_SVG, FORMAAT_PNG, FORMAAT_COUNT };

/* "html,xlsx" as a set of bits 1 << enum formaat. ERR_USE with the nearest word. */
int formaten_parse(const char *text, unsigned *out, struct err *err) MUST_USE;

struct formaten {
	const char *basis; /* path without ".html" */
	const struct str *html;
	const struct opname *opname;
	const struct metadata *metadata;
	const char *werkmap, *installed; /* where reports/ is looked for */
	unsigned formaten;
	enum csv_dialect dialect;
};

/* Prints each file or folder that was written. PDF comes last: when chromium is not there all others are. */
int formaten_write(const struct formaten *f, struct err *err) MUST_USE;

#endif
