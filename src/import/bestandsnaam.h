/* bestandsnaam.h - what the name of a delivered file says: `VVE_{jjjj}K{k}_{status}.csv`. Pure. */
#ifndef IMPORT_BESTANDSNAAM_H
#define IMPORT_BESTANDSNAAM_H

#include <stdbool.h>

#include "base/macro.h"
#include "def/import_def.h"

/* What the placeholders matched; 0 (status NULL): not in the pattern. */
struct bestandsnaam {
	int jaar, jaar2, kwartaal, halfjaar, maand, dag;
	char *status; /* owned by the caller */
};

/* Matches a base name, case free; a copy's " (1)" before the extension is no difference. */
bool bestandsnaam_match(const char *patroon, const char *naam, struct bestandsnaam *out);
/* The period of this kind that the parts say; false when they do not say one (completely, validly). */
bool bestandsnaam_periode(const struct bestandsnaam *delen, enum periode_soort soort, struct periode *out);

#endif
