/* onthul_lees.h - what a file shows, for `controleer --onthulling`: the calculation of a report, an export as CSV (in either
 * dialect) or as JSON. A figure may be typed over, so nothing is taken to be as the program writes it. */
#ifndef CLI_ONTHUL_LEES_H
#define CLI_ONTHUL_LEES_H

#include "base/err.h"
#include "base/macro.h"
#include "cli/onthul_bekend.h"
#include "publish/onthulling.h"

struct onthul_lezing {
	struct onthuld *item; /* the texts in it are owned */
	size_t count, cap;
	struct onthul_bekend bekend; /* what the last calculation prints */
};
void onthul_lezing_release(struct onthul_lezing *l);

/* Each adds what the file shows. 1, without an error: this is no file with figures. */
int onthul_lees_berekening(struct onthul_lezing *l, const char *path, struct err *err) MUST_USE;
int onthul_lees_cijfers(struct onthul_lezing *l, const char *path, struct err *err) MUST_USE;
int onthul_lees_json(struct onthul_lezing *l, const char *path, struct err *err) MUST_USE;

#endif
