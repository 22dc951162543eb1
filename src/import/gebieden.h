/* gebieden.h - a gebieden file as a delivery: new and changed areas of the werkmap's own gemeente. Areas that are not
 * in it stay: figures may hang on them. */
#ifndef IMPORT_GEBIEDEN_H
#define IMPORT_GEBIEDEN_H

#include "def/gebied.h"
#include "import/finding.h"
#include "import/import.h"

/* Reads the file as areas and counts what is new, changed and the same. When it is refused there is a fout in
 * `findings`, and *out stays as it was. The caller releases. */
void gebieden_compare(const char *path, const struct gebied_list *was, struct gebied_list *out,
	struct import_verschil *verschil, struct finding_list *findings);

#endif
