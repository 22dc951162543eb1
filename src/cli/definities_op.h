/* definities_op.h - the definitions, norms and goals as they were known on a day (`--stand-per`). The texts are kept in
 * the database at begin, laad, bereken and norm whenever they have changed; for an earlier day they are laid out in a
 * temporary folder (app->stand_map, which app_close removes) and read again from there. Own norms (eigen.json) carry their own days and are never replaced. */
#ifndef CLI_DEFINITIES_OP_H
#define CLI_DEFINITIES_OP_H

#include "cli/app.h"

/* Keeps what has changed since the last time. `op`: the moment, as app->nu. Inside the caller's transaction. */
int definities_bewaren(struct app *app, const char *op, struct err *err) MUST_USE;

/* app_open_defs, and then the definitions of `datum` (not set: those of now). Says so when nothing was kept that
 * early: then the oldest texts are used. */
int definities_open_op(struct app *app, enum store_mode mode, struct date datum, struct err *err) MUST_USE;

/* The definitions as known at a moment ("2026-07-21T09:30:00"), beside those in use, in a temporary folder of their own (so that their
 * files can be read too). Something must have been kept. */
struct definities_toen {
	struct definities *defs;
	char *map;
};
int definities_van(const struct app *app, const char *moment, struct definities_toen *out, struct err *err) MUST_USE;
void definities_toen_release(struct definities_toen *toen);

#endif
