/* herkomst.h - the observations behind one side (teller or noemer) of a figure: file, line and value. For
 * `uitleg`; the sums themselves are made by indicator/, never here. */
#ifndef CLI_HERKOMST_H
#define CLI_HERKOMST_H

#include "base/err.h"
#include "base/macro.h"
#include "cli/app.h"
#include "def/indicator_def.h"
#include "store/waarneming_store.h"

struct herkomst_regel {
	int64_t levering, regel; /* regel 0: summed over rows of the file */
	const struct gebied *gebied; /* borrowed from app->gebieden */
	struct periode periode;
	char *kenmerk, *maat;
	char *code; /* delivered by code (postcode) and not by wijk; NULL: it was not */
	int64_t deel, geheel; /* of its weight, how much lies in the area asked for, and all of it */
	enum staat staat;
	bool begrensd;
	int64_t min, max;
	int schaal;
	bool totaalrij; /* of the supplier: for checking, and when parts are missing or hidden */
};

struct herkomst_list {
	struct herkomst_regel *item; /* by levering, line */
	size_t count, cap;
};

/* Adds the observations that `telling` counts for the area in the period, and that meet the conditions of a group
 * beside its own; for a gemeente those of the areas in it. Duplicates of what is there already are left out. */
int herkomst_collect(struct app *app, const struct telling *telling, const struct filter *groep, size_t groep_count,
	const struct gebied *gebied, struct periode periode, struct stand stand, struct herkomst_list *out, struct err *err) MUST_USE;
void herkomst_sort(struct herkomst_list *h);
void herkomst_release(struct herkomst_list *h);

/* "42", "1 tot en met 4", "afgeschermd", "niet geleverd" ... */
void herkomst_add_value(struct str *s, const struct herkomst_regel *r);

#endif
