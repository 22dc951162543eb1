/* doelen_dekking.h - what is known of each goal: indicator, norm, figures, actions, last decision. */
#ifndef CLI_DOELEN_DEKKING_H
#define CLI_DOELEN_DEKKING_H

#include "base/date.h"
#include "base/macro.h"
#include "base/str.h"
#include "cli/app.h"
#include "publish/dekking.h"

/* The coverage as a table and its sums in words. */
void doelen_add_dekking(struct str *s, const struct dekking *d);
/* The same as JSON; owned by the caller. */
char *doelen_dekking_json(const struct app *app, const struct dekking *d, struct date stand) MUST_USE;

#endif
