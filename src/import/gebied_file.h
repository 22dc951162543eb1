/* gebied_file.h - the areas of a gemeente from a file as imports/gebieden/<gemeente>.csv (imports/README.md).
 * Reads into memory only; store/gebied_store keeps them. */
#ifndef IMPORT_GEBIED_FILE_H
#define IMPORT_GEBIED_FILE_H

#include <stdbool.h>

#include "base/err.h"
#include "base/macro.h"
#include "def/gebied.h"

/* Adds the areas of the file to `out`. `eigen`: all of them as the werkmap's own, with the two rest areas
 * (<code>-ONBEKEND, <code>-BUITEN) of its gemeente; else only the gemeente itself, as another one. The file
 * must hold exactly one gemeente, and every area above must be in it. `groepen`: the file of groups that goes with them
 * (import/gebied_groep.h); NULL: the one beside it. ERR_DEFINITION "label, regel N: ..." */
int gebied_file_load(struct gebied_list *out, const char *path, const char *label, const char *groepen, bool eigen,
	struct err *err) MUST_USE;

#endif
