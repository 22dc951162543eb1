/* gebied_store.h - areas in the database. */
#ifndef STORE_GEBIED_STORE_H
#define STORE_GEBIED_STORE_H

#include "def/gebied.h"
#include "store/store.h"

/* Inserts, or updates what is there under the same (code, indeling); sets item ids. Inside the caller's
 * transaction. */
int gebied_store_save(struct store *store, struct gebied_list *list, struct err *err) MUST_USE;
/* All areas, sorted; the caller releases the list. */
int gebied_store_load(struct store *store, struct gebied_list *out, struct err *err) MUST_USE;

#endif
