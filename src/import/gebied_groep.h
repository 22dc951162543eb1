/* gebied_groep.h - areas that are too small for figures of their own, taken together: <name>-groepen.csv beside
 * <name>.csv (imports/README.md). A group is an area of niveau wijk; what is in it becomes a buurt of the group, so that
 * deliveries per dorp still come in and only the sum is ever computed or shown. Memory only. */
#ifndef IMPORT_GEBIED_GROEP_H
#define IMPORT_GEBIED_GROEP_H

#include "base/err.h"
#include "base/macro.h"
#include "def/gebied.h"

/* Applies the groups of `groepen` (NULL: the file beside `path`, nothing when there is none) to the areas of `path`. The
 * list holds the one gemeente. ERR_DEFINITION "label, regel N: ..." for a code that is no wijk of that indeling or stands
 * in two groups; the list is then half changed and may only be released. */
int gebied_groep_apply(struct gebied_list *list, const char *path, const char *groepen, struct err *err) MUST_USE;
/* Is this the name of a file of groups? */
bool gebied_groep_file(const char *name);

#endif
