/* store.h - the database of a werkmap: open, harden, transaction, backup. With its siblings *_store.h
 * the only door to SQLite. Errors of SQLite come out as Dutch errs of kind ERR_SURROUNDINGS ("De
 * database is bezet door een ander venster.", "De schijf is vol.", "... is alleen-lezen."). */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/date.h"
#include "base/err.h"
#include "base/macro.h"
#include "base/str.h"

struct store; /* opaque; owns the connection and its prepared statements */

enum store_mode {
	STORE_READ,  /* for reports; works on a read-only disk */
	STORE_WRITE, /* migrates an older database first, after a backup copy beside it */
	STORE_CREATE /* fails when the file exists */
};

/* ":memory:" is allowed with STORE_CREATE (tests). File mode 0600. Refuses a file that is not an ijkpunt
 * database, is damaged (quick_check), or was made by a newer program, and says which backup to restore. */
int store_open(struct store **out, const char *path, enum store_mode mode, struct err *err) MUST_USE;
void store_close(struct store *store);

/* BEGIN IMMEDIATE (waits at most 5 s for another window), COMMIT, ROLLBACK. Rollback cannot fail and is
 * harmless outside a transaction. Read transactions (one consistent moment for a report): store_begin_read. */
int store_begin(struct store *store, struct err *err) MUST_USE;
int store_begin_read(struct store *store, struct err *err) MUST_USE;
int store_commit(struct store *store, struct err *err) MUST_USE;
void store_rollback(struct store *store);

/* One checked file holding everything; refuses to overwrite. */
int store_backup(struct store *store, const char *path, struct err *err) MUST_USE;

/* Settings of the werkmap: "gemeente", "fictief" ... `*value` is owned by the caller, NULL when not set. */
int store_setting_get(struct store *store, const char *key, char **value, struct err *err) MUST_USE;
int store_setting_set(struct store *store, const char *key, const char *value, struct err *err) MUST_USE;

/* As the data stood: deliveries loaded on or before the end of `datum` (not set: all), and with a number
 * at most `tot_levering` (0: all). A withdrawal counts from its own day. */
struct stand {
	struct date datum;
	int64_t tot_levering;
};

/* Text of all tables in fixed order, for tests of "nothing changed" (logical dump). */
int store_dump(struct store *store, struct str *out, struct err *err) MUST_USE;

#endif
