/* onthul.h - `ijkpunt controleer --onthulling MAP`: what the files in a folder show, and whether a small number can be
 * worked out of it (publish/onthulling). Reads every *-berekening.csv and every export (CSV in either dialect, JSON) of
 * edition openbaar in the folder and the folders in it, and holds the figures in each page against its berekening.csv. Names each file that it does not read. */
#ifndef CLI_ONTHUL_H
#define CLI_ONTHUL_H

#include "base/err.h"
#include "base/macro.h"
#include "cli/app.h"

/* app_open_defs must have been done. ERR_DATA without a text when it is not safe: the findings have been printed. */
int onthul_map(struct app *app, const char *map, struct err *err) MUST_USE;

#endif
