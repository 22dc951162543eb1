/* steps.h - what several commands do alike: make a werkmap, load one file and show what came of it,
 * compute and keep the outcomes. */
#ifndef CLI_STEPS_H
#define CLI_STEPS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/macro.h"
#include "cli/app.h"
#include "import/import.h"

/* Makes the werkmap `map` for a gemeente, whole or not at all, and opens it in `app` for writing. `gebieden`
 * is a file with areas, NULL: that of the gemeente. `fictief` marks it as holding invented figures. */
int steps_begin(struct app *app, const char *map, const char *gemeente, const char *gebieden, bool fictief,
	struct err *err) MUST_USE;

/* Computes all indicators and keeps the outcomes for v_indicator; *count is their number. Own transaction.
 * Needs app_open_defs with STORE_WRITE. */
int steps_bereken(struct app *app, struct stand stand, size_t *count, struct err *err) MUST_USE;

/* Loads (or tries) one file at the moment `nu`; the result is released by the caller. */
int steps_laad(struct app *app, const char *path, const char *nu, const struct import_options *opt,
	struct import_result *out, struct err *err) MUST_USE;

/* The stand of --stand-per: everything when `datum` is not set. */
struct stand steps_stand(struct date datum);
/* The day a reader sees behind "stand per": that of --stand-per, else today. */
struct date steps_stand_dag(const struct app *app, struct date datum);

/* The number of a delivery as typed; ERR_USE when it is none. */
int steps_nummer(const char *text, int64_t *out, struct err *err) MUST_USE;

#endif
