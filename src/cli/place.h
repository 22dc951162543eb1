/* place.h - where things are: the werkmap, and the definitions that came with the program. */
#ifndef CLI_PLACE_H
#define CLI_PLACE_H

#include "base/err.h"
#include "base/macro.h"

/* Name of the database in a werkmap. */
#define PLACE_DB "ijkpunt.db"

/* The werkmap named by the user (NULL: none named), or the nearest folder from the current one upwards that
 * holds a database. ERR_USE when there is none. Owned by the caller. */
int place_werkmap(const char *named, char **out, struct err *err) MUST_USE;
/* The folder holding indicators/, imports/ and reports/: IJKPUNT_DEFINITIES, beside the program, or where
 * `make install` put them. Owned by the caller. */
int place_installed(char **out, struct err *err) MUST_USE;

#endif
