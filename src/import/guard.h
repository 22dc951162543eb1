/* guard.h - person data at the door. Looks at every column name and every cell before anything of the file is
 * shown, logged or stored. What it finds is named by column and line, never by value. */
#ifndef IMPORT_GUARD_H
#define IMPORT_GUARD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/macro.h"
#include "def/import_def.h"
#include "import/csvfile.h"
#include "import/finding.h"
#include "import/kop.h"

/* Rule of every finding of the guard. */
#define GUARD_RULE "persoonsgegevens"

/* Pure tests on one text. */
bool guard_is_bsn(const char *text, size_t len, bool eight_too);
bool guard_is_email(const char *text, size_t len);
bool guard_is_mobile(const char *text, size_t len);
/* A column name that promises person data: the common list, and that of the profile (may be NULL). */
bool guard_name_forbidden(const char *name, const struct import_def *def);

struct guard; /* opaque; keeps counts per column, no values */

/* `nu` is today: children were born in the 25 years before it. Both borrowed until guard_free. */
struct guard *guard_new(const struct import_def *def, const struct kop *kop, struct date nu) MUST_USE;
/* True when a cell of the row holds person data; the caller then shows nothing of that row. */
bool guard_row(struct guard *g, const struct csv_row *row);
/* Writes what was found in names and cells; true when the file must be refused. */
bool guard_finish(struct guard *g, struct finding_list *findings);
void guard_free(struct guard *g);

/* A file without a profile: refuses when a cell of its first rows is a forbidden column name, or any of them
 * holds a value that is one. */
bool guard_head(const struct head_set *head, struct finding_list *findings);

#endif
