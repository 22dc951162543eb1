/* norm_zet.h - a richtwaarde of the user's own, added to indicators/normen/eigen.json in the werkmap. Entries are
 * versions: never edited, only added, each with who and when. */
#ifndef CLI_NORM_ZET_H
#define CLI_NORM_ZET_H

#include "base/date.h"
#include "base/err.h"
#include "base/macro.h"
#include "cli/app.h"

struct norm_zet {
	const char *indicator, *waarde; /* as typed */
	const char *niveau;		/* NULL: gemeente */
	const char *gebied;		/* NULL: every area of the niveau */
	const char *bron;		/* where the value comes from; compulsory */
	struct date vanaf, tot;
	int soort;  /* index in norm_zet_soorten; 0: follows from the direction of the indicator */
	int status; /* index in norm_zet_statussen */
};

extern const char *const norm_zet_soorten[];
extern const char *const norm_zet_statussen[];

/* Needs app_open_defs. Checks everything, writes the file all or nothing, and gives back the id of the entry
 * (owned by the caller). */
int norm_zet(struct app *app, const struct norm_zet *z, char **id, struct err *err) MUST_USE;

#endif
