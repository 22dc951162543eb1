/* import_load.h - reads an import profile (imports/<bron>.json) into an import_def, strictly: an unknown key, a
 * wrong type or parts that contradict each other are errors with file, line and key. Releasing and looking up:
 * import_def.h. */
#ifndef DEF_IMPORT_LOAD_H
#define DEF_IMPORT_LOAD_H

#include <stddef.h>

#include "base/err.h"
#include "base/macro.h"
#include "def/import_def.h"

/* Reads the profile at `path`; `label` is its name in messages ("imports/vve_doelgroep.json"). */
int import_def_load(struct import_def **out, const char *path, const char *label, struct err *err) MUST_USE;
/* The same from text, for tests and for what `ijkpunt profiel` drafted. */
int import_def_parse(struct import_def **out, const char *text, size_t len, const char *label, struct err *err)
	MUST_USE;

#endif
