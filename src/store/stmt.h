/* stmt.h - the fixed statements of the database and how they are called. Only for this room.
 *
 * Every statement stands in stmt.c under a name; it is prepared on first use and kept by the
 *handle. A call binds in order of the parameters, latches the first error, and is always ended, so
 *that no statement keeps a lock. Pattern:
 *
 *	struct call c = call_new(store, STMT_X);
 *	call_int(&c, nr);
 *	call_text(&c, naam);
 *	return call_run(&c, "de levering opslaan", err);
 */
#ifndef STORE_STMT_H
#define STORE_STMT_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/date.h"
#include "base/err.h"
#include "base/macro.h"
#include "def/periode.h"
#include "store/fail.h"
#include "store/intern.h"
#include "store/store.h"

enum stmt_id {
	STMT_BEGIN,
	STMT_BEGIN_READ,
	STMT_COMMIT,
	STMT_ROLLBACK,
	STMT_TOUCH,
	STMT_SETTING_GET,
	STMT_SETTING_SET,
	STMT_GEBIED_SAVE,
	STMT_GEBIED_ALL,
	STMT_ALIAS_CLEAR,
	STMT_ALIAS_ADD,
	STMT_ALIAS_ALL,
	STMT_BRON_FIND,
	STMT_BRON_ADD,
	STMT_KENMERK_FIND,
	STMT_KENMERK_ADD,
	STMT_KENMERK_TEXT,
	STMT_MAAT_FIND,
	STMT_MAAT_ADD,
	STMT_MAAT_TEXT,
	STMT_PERIODE_ADD,
	STMT_LEVERING_ADD,
	STMT_LEVERING_PERIODE_ADD,
	STMT_LEVERING_HASH,
	STMT_LEVERING_GET,
	STMT_LEVERING_LIST,
	STMT_LEVERING_STATE,
	STMT_LEVERING_OF_BRON,
	STMT_LEVERING_FLOOR,
	STMT_INTREKKING_ADD,
	STMT_INTREKKING_END,
	STMT_BEVINDING_ADD,
	STMT_BEVINDING_ALL,
	STMT_WAARNEMING_ADD,
	STMT_WAARNEMING_OF_BRON,
	STMT_WAARNEMING_OF_KEY,
	STMT_WAARNEMING_SOURCES,
	STMT_OBJECT_ADD,
	STMT_OBJECT_KENMERK_ADD,
	STMT_OBJECT_OF_SOORT,
	STMT_KOPPELING_ADD,
	STMT_KOPPELING_OF_NAAM,
	STMT_KOPPELING_OF_BRON,
	STMT_REGISTER_RIJ_ADD,
	STMT_REGISTER_CEL_ADD,
	STMT_REGISTER_OF_BRON,
	STMT_REGISTER_OF_SLEUTEL,
	STMT_REGISTER_NEWEST,
	STMT_REGISTER_NAMES,
	STMT_BEREKENING_CLEAR,
	STMT_BEREKENING_ADD,
	STMT_UITKOMST_ADD,
	STMT_UITKOMST_LEVERING_ADD,
	STMT_DEFINITIE_NEWEST,
	STMT_DEFINITIE_ADD,
	STMT_DEFINITIE_FIRST,
	STMT_DEFINITIE_AT,
	STMT_DEFINITIE_MOMENTS,
	STMT_LOGBOEK_LAST,
	STMT_LOGBOEK_ADD,
	STMT_LOGBOEK_ALL,
	STMT_PUBLICATIE_ADD,
	STMT_PUBLICATIE_TELLING_ADD,
	STMT_PUBLICATIE_CIJFER_ADD,
	STMT_PUBLICATIE_FIND,
	STMT_PUBLICATIE_TELLINGEN,
	STMT_PUBLICATIE_CIJFERS,
	STMT_COUNT
};

struct store {
	sqlite3 *db;
	char *path;
	sqlite3_stmt *stmt[STMT_COUNT];
	/* Ids that are known to be in the database; forgotten at each begin and rollback, because a
	 * rolled back row takes its id with it. */
	struct intern bron, kenmerk, maat;
	int64_t known_periode;                           /* a periode.id that is there; 0: none */
	int64_t known_pair_levering, known_pair_periode; /* a levering_periode that is there */
};

#define STORE_MEMORY ":memory:"

/* Opens and hardens a connection; the caller closes *db, also after an error (a code of SQLite). */
int store_connect(sqlite3 **db, const char *path, enum store_mode mode);
/* Is it ours and undamaged? `check` is the pragma to ask: quick_check or the slower
 * integrity_check. */
int store_check_connection(
	sqlite3 *db, const char *path, const char *check, struct err *err) MUST_USE;
/* First column of the first row of a fixed PRAGMA; a code of SQLite. */
int store_pragma_int(sqlite3 *db, const char *sql, int64_t *value);
/* What follows belongs in a transaction of the caller. */
void store_must_write(const struct store *store);
/* Forgets which ids are in the database. */
void store_forget(struct store *store);

/* A statement being used. `own`: prepared for this call alone and finalised at its end, so that two
 * queries can walk at once. */
struct call {
	struct store *store;
	sqlite3_stmt *stmt; /* NULL after an error in preparing */
	int bound;          /* parameters bound so far */
	int rc;             /* first error; SQLITE_OK */
	bool own;
};

struct call call_new(struct store *store, enum stmt_id id);
struct call call_new_own(struct store *store, enum stmt_id id);
/* Bind the next parameter. Texts must live until the call ends; NULL binds NULL. */
void call_int(struct call *c, int64_t value);
void call_int_or_null(struct call *c, bool known, int64_t value);
void call_real_or_null(struct call *c, bool known, double value);
void call_text(struct call *c, const char *text);
void call_date(struct call *c, struct date date); /* not set: NULL */
void call_null(struct call *c);

/* 1 a row, 0 the end, -1 an error. After 0 and -1 the statement is reset (or finalised). `what`
 * completes
 * "... lukt niet", for an error that is our own mistake. */
int call_step(struct call *c, const char *what, struct err *err) MUST_USE;
/* For a statement without rows: steps to the end. */
int call_run(struct call *c, const char *what, struct err *err) MUST_USE;
/* For INSERT ... RETURNING: runs to the end, so that references are checked too, and gives the new
 * id. */
int call_insert(struct call *c, int64_t *id, const char *what, struct err *err) MUST_USE;
/* Ends a call before its last row; -1 when reading a column failed (no memory). */
int call_end(struct call *c, const char *what, struct err *err) MUST_USE;
/* Ends a call whose failure was told already. */
void call_drop(struct call *c);

/* Columns of the row. Texts: "" for NULL and when memory is gone (which call_step and call_end
 * tell). */
int64_t col_int(struct call *c, int i);
bool col_is_null(struct call *c, int i);
double col_real(struct call *c, int i);
const char *col_text(struct call *c, int i);
char *col_dup(struct call *c, int i);        /* NULL for NULL; owned by the caller */
struct date col_date(struct call *c, int i); /* NULL: not set */

/* Prepares every statement: the unit test of misspelt columns. */
int stmt_prepare_all(struct store *store, struct err *err) MUST_USE;
/* Number of statements that were stepped and not reset; 0 after every public function but an open
 * query. */
int stmt_busy(struct store *store);
/* Number of parameters and text of a statement; for tests. */
const char *stmt_sql(enum stmt_id id);
void stmt_release(struct store *store);

/* periode.id of the schema; and back. */
int64_t periode_id(struct periode p);
struct periode periode_from_id(int64_t id);
/* Puts the period in the table when it is not there. */
int periode_store_add(struct store *store, struct periode p, struct err *err) MUST_USE;

#endif
