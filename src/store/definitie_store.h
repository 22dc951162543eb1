/* definitie_store.h - the texts of definition files as they were known on a day. */
#ifndef STORE_DEFINITIE_STORE_H
#define STORE_DEFINITIE_STORE_H

#include <stddef.h>

#include "store/store.h"

struct definitie_tekst {
	char *pad, *hash, *tekst; /* owned by the list */
};

struct definitie_lijst {
	struct definitie_tekst *item; /* by pad */
	size_t count, cap;
	/* The moment of the oldest row, "2026-02-01T09:00:00"; NULL when there is none at all. */
	char *eerste;
	bool te_vroeg; /* nothing was kept that early: these are the oldest there are */
};

/* Adds a row when the text is another than the newest of this pad; `tekst` and `hash` NULL: the file is gone.
 * Inside the caller's transaction. */
int definitie_store_add(struct store *store, const char *op, const char *pad, const char *hash, const char *tekst,
	struct err *err) MUST_USE;
/* The files as known at the end of `datum` (not set: now). The caller releases. */
int definitie_store_load(struct store *store, struct date datum, struct definitie_lijst *out, struct err *err)
	MUST_USE;
/* The same at a moment, as of definitie_store_moments. */
int definitie_store_load_op(struct store *store, const char *moment, struct definitie_lijst *out, struct err *err)
	MUST_USE;
/* Moments ("2026-07-21T09:30:00") at which a text was kept, in order, each once. */
struct definitie_momenten {
	char **op;
	size_t count, cap;
};
/* Adds those of a file, whichever folder it stood in: "indicators/OAB-01.json". The first is the oldest text there is. */
int definitie_store_moments(struct store *store, const char *naam, struct definitie_momenten *momenten,
	struct err *err) MUST_USE;
void definitie_momenten_release(struct definitie_momenten *momenten);
void definitie_lijst_release(struct definitie_lijst *list);

#endif
