/* bewaar.h - what of a delivery is kept as it is, not as a count: the rows of a register, objects with a code,
 * codes that belong to areas. Compared with what stood, and stored, in the transaction of the import. */
#ifndef IMPORT_BEWAAR_H
#define IMPORT_BEWAAR_H

#include "base/err.h"
#include "base/macro.h"
#include "import/import.h"
#include "import/lezer.h"

/* Counts rows (objects, codes per area) that are new, changed, gone and the same into `verschil`; *newest is
 * the highest number of a delivery of which rows stand. */
int bewaar_compare(struct store *store, const struct lezer *l, struct import_verschil *verschil, int64_t *newest,
	struct err *err) MUST_USE;
/* Stores them under this delivery; *count is their number. */
int bewaar_store(struct store *store, const struct lezer *l, int64_t levering, int64_t *count, struct err *err)
	MUST_USE;

#endif
