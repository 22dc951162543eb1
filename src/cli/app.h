/* app.h - what a command works with: the werkmap, its database, areas and definitions, the clock and the
 * name of the user. Opened as far as a command needs it, closed once by cli_main. */
#ifndef CLI_APP_H
#define CLI_APP_H

#include <stdbool.h>

#include "base/date.h"
#include "base/err.h"
#include "base/macro.h"
#include "def/definities.h"
#include "def/gebied.h"
#include "store/store.h"

struct command;

struct app {
	const struct command *command;
	bool help; /* --help was typed: opt_parse prints it */
	/* As typed; borrowed from argv. */
	const char *opt_werkmap, *opt_nu, *opt_door;
	/* Set by opt_parse. */
	char *nu;	     /* 2026-07-21T09:30:00 */
	struct date vandaag; /* its day */
	char *door;	     /* --door, or the user's name */
	/* Set by app_open and the functions below; NULL before. */
	char *werkmap;
	char *installed; /* holds indicators/, imports/, reports/ */
	/* Where the definitions are read from: these two, or those of an earlier day (cli/definities_op.h). */
	char *def_werkmap, *def_installed;
	char *stand_map; /* the temporary folder of the latter, removed by app_close; NULL */
	struct store *store;
	char *gemeente; /* id: the name of its files, in small letters */
	bool fictief;	/* the werkmap holds fictional deliveries */
	struct gebied_list gebieden;
	struct definities *defs;
};

/* Finds the werkmap (-w, or from the current folder upwards) and opens its database and areas. */
int app_open(struct app *app, enum store_mode mode, struct err *err) MUST_USE;
/* Also loads the definitions of its gemeente. */
int app_open_defs(struct app *app, enum store_mode mode, struct err *err) MUST_USE;
/* Sets app->installed. */
int app_find_installed(struct app *app, struct err *err) MUST_USE;
/* Loads the definitions of `gemeente`; app->werkmap may be NULL. */
int app_load_defs(struct app *app, const char *gemeente, struct err *err) MUST_USE;
/* "ijkpunt -w MAP " or "ijkpunt ", as the user must type it to reach this werkmap; owned by the caller. */
char *app_typed(const struct app *app) MUST_USE;
/* Line for the log of the werkmap; its own transaction is the caller's. */
int app_log(struct app *app, const char *actie, const char *object, const char *resultaat, struct err *err)
	MUST_USE;
/* The same on its own, also from a database opened for reading. A disk that cannot be written is no reason to
 * withhold a report: then it says so and goes on. */
void app_log_now(struct app *app, const char *actie, const char *object, const char *resultaat);
/* Removes a temporary folder of definitions with all that is in it, and frees its name; NULL is none. */
void app_remove_map(char *map);
void app_close(struct app *app);

#endif
