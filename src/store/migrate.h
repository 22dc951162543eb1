/* migrate.h - brings a database to the schema of this program, a step at a time. Only for this
 * room. */
#ifndef STORE_MIGRATE_H
#define STORE_MIGRATE_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/macro.h"
#include "store/store.h"

enum { STORE_APPLICATION_ID = 0x696a6b70 }; /* 'ijkp', also in sql/001 */

struct migrate_step {
	const unsigned char *text; /* SQL, NUL-terminated */
	const char *name;          /* 001_begin.sql */
};

/* The steps in the program, in order; the version of the schema is their number. */
const struct migrate_step *migrate_steps(size_t *count);

/* Fills a database that holds nothing with the schema of the program, all steps in one transaction: of many
 * windows one makes it, and an interrupted creation has made nothing. Else "... bestaat al.". */
int migrate_create(struct store *store, struct err *err) MUST_USE;
/* Takes the steps that the database lacks: each in its own transaction, with its number inside. An
 * existing database is first copied to PATH.voor-versie-N. Refuses a database with more steps than
 * these. */
int migrate_run(struct store *store, const struct migrate_step *steps, size_t count,
	struct err *err) MUST_USE;

#endif
