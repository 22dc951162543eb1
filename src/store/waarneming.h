/* waarneming.h - what the stores of deliveries and observations share. Only for this room. */
#ifndef STORE_WAARNEMING_H
#define STORE_WAARNEMING_H

#include "store/stmt.h"

#define STAND_NOW "9999-12-31" /* the day of a stand without a day */

/* Ids of texts that are kept once; added when new. Inside a transaction. */
int bron_intern(struct store *store, const char *text, int64_t *id, struct err *err) MUST_USE;
int kenmerk_intern(struct store *store, const char *text, int64_t *id, struct err *err) MUST_USE;
int maat_intern(struct store *store, const char *text, int64_t *id, struct err *err) MUST_USE;

/* Says that the delivery speaks about the period; the period is in its table. */
int levering_add_periode(
	struct store *store, int64_t levering, struct periode p, struct err *err) MUST_USE;

/* Binds ?1 (last day) and ?2 (highest number) of a stand. */
void call_stand(struct call *c, struct stand stand);

#endif
