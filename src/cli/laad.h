/* laad.h - the words about one file that was read: recognised, loaded or refused, and why. */
#ifndef CLI_LAAD_H
#define CLI_LAAD_H

#include "import/import.h"

/* The outcome to stdout, the findings to stderr. */
void laad_say_result(const char *path, const struct import_result *r);

#endif
