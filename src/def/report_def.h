/* report_def.h - how a themablad is laid out, as reports/themablad.json says. What it is about comes from the
 * goals (doel_def.h) and the indicators. Every key is explained in reports/README.md. */
#ifndef DEF_REPORT_DEF_H
#define DEF_REPORT_DEF_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/macro.h"
#include "base/num.h"
#include "def/doel_def.h"

/* Indicators that stand under another in a table: OAB-03 and OAB-04 under OAB-01. */
struct report_onder {
	char *indicator;
	struct woord_list onder;
};

/* The name of an indicator that has no definition file yet. */
struct report_naam {
	char *indicator, *naam;
};

struct report_def {
	int64_t indicatoren_hoogstens, verloop_hoogstens, vragen_hoogstens, herzieningen_hoogstens;
	struct decimal vindkans_onder_norm; /* points below the norm for "vinden we maar in 4 van de 10 keer" */
	struct report_onder *onder;
	size_t onder_count;
	struct report_naam *naam;
	size_t naam_count;
};

int report_def_load(struct report_def *out, const char *path, const char *label, struct err *err) MUST_USE;
void report_def_release(struct report_def *def);

/* Borrowed; NULL when nothing stands under it, or it has no name here. */
const struct woord_list *report_def_onder(const struct report_def *def, const char *indicator);
const char *report_def_naam(const struct report_def *def, const char *indicator);

#endif
