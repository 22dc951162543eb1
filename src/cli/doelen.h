/* doelen.h - the three ways `ijkpunt doelen` shows what was agreed: a tree, one goal, and the coverage. */
#ifndef CLI_DOELEN_H
#define CLI_DOELEN_H

#include "cli/app.h"
#include "cli/json_out.h"
#include "def/doel_graaf.h"
#include "publish/dekking.h"

/* The words of a goal's fields; static. */
const char *doelen_soort(enum doel_soort s);	   /* OAB-afspraak, actielijn ... */
const char *doelen_meetbaar(enum meetbaarheid m);  /* getal, proxy, kwalitatief */
const char *doelen_status(enum doel_status s);	   /* "niet gehaald" ... */

/* The goals that fall under `boven` (NULL: all), as branches. A goal that falls under several shows each
 * time; what is under it only the first. */
void doelen_add_boom(struct str *s, const struct doel_list *list, const struct doel_def *boven);

/* Who answers for a goal, as the list `eigenaar` of the object that is open. */
void doelen_json_eigenaren(struct json_out *j, const struct doel_def *d);

/* The coverage as a table and its sums in words, or as JSON. */
void doelen_add_dekking(struct str *s, const struct dekking *d);
char *doelen_dekking_json(const struct app *app, const struct dekking *d, struct date stand) MUST_USE;

#endif
