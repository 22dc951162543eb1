/* oogst.h - the observations of a delivery in fixed order, and the same of what stood in the database: to
 * compare the two and to store the first. */
#ifndef IMPORT_OOGST_H
#define IMPORT_OOGST_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/macro.h"
#include "def/periode.h"
#include "import/lezer.h"
#include "store/store.h"

struct oogst_item {
	struct periode periode;
	int64_t gebied; /* gebied.id */
	char *kenmerk, *maat;
	struct cell_waarde waarde;
	int64_t regel;	  /* 0: summed over rows */
	int64_t levering; /* of what stood */
	bool voorlopig;
};

struct oogst {
	struct oogst_item *item;
	size_t count, cap;
};

/* By end of period, area, kenmerk, measure. */
int oogst_cmp(const struct oogst_item *a, const struct oogst_item *b);
void oogst_from_lezer(const struct lezer *l, struct oogst *out);
/* Current observations of the source. */
int oogst_from_store(struct store *store, const char *bron, struct oogst *out, struct err *err) MUST_USE;
/* The item with this key, borrowed, or NULL. */
const struct oogst_item *oogst_find(const struct oogst *o, const struct oogst_item *key);
bool oogst_same_value(const struct oogst_item *a, const struct oogst_item *b);
void oogst_release(struct oogst *o);

#endif
