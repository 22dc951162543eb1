/* fail.h - an error of SQLite in the words of the user. Only for this room. */
#ifndef STORE_FAIL_H
#define STORE_FAIL_H

#include <sqlite3.h>

#include "base/err.h"

struct store;

/* Sets the err that belongs to result code `rc` of this connection; returns -1. What cannot be the
 * user's doing is ERR_DEFECT, with `what`: "de levering opslaan" (... lukt niet). `db` may be NULL.
 */
int store_fail(struct store *store, int rc, const char *what, struct err *err);
int store_fail_db(sqlite3 *db, int rc, const char *path, const char *what, struct err *err);
/* "... is beschadigd.", and which backup to put back; returns -1. */
int store_fail_damaged(const char *path, struct err *err);
int store_fail_empty(const char *path, struct err *err);
int store_fail_foreign(const char *path, struct err *err);
/* "... bestaat al." */
int store_fail_exists(const char *path, struct err *err);

#endif
