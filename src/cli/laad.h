/* laad.h - the words about one file that was read: recognised, loaded or refused, and why. */
#ifndef CLI_LAAD_H
#define CLI_LAAD_H

#include "base/macro.h"
#include "cli/app.h"
#include "import/import.h"

/* The profile a user named (NULL: none) exists; ERR_USE with the nearest one. */
int laad_check_profiel(const struct app *app, const char *naam, struct err *err) MUST_USE;

/* The outcome to stdout, the findings to stderr. */
void laad_say_result(const char *path, const struct import_result *r);

#endif
