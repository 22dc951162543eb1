/* doelen_woord.h - the words of a goal's fields, as every form of `ijkpunt doelen` says them. */
#ifndef CLI_DOELEN_WOORD_H
#define CLI_DOELEN_WOORD_H

#include "cli/json_out.h"
#include "def/doel_def.h"

/* All static. */
const char *doelen_soort(enum doel_soort s);	   /* OAB-afspraak, actielijn ... */
const char *doelen_meetbaar(enum meetbaarheid m);  /* getal, proxy, kwalitatief */
const char *doelen_status(enum doel_status s);	   /* "niet gehaald" ... */

/* Who answers for a goal, as the list `eigenaar` of the object that is open. */
void doelen_json_eigenaren(struct json_out *j, const struct doel_def *d);

#endif
