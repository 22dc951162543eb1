/* levering_store.h - deliveries and what was found in them. A correction supersedes, nothing is
 * overwritten; a withdrawal keeps the rows and says since when they do not count. */
#ifndef STORE_LEVERING_STORE_H
#define STORE_LEVERING_STORE_H

#include <stddef.h>

#include "def/periode.h"
#include "store/store.h"

enum levering_status { LEVERING_VOORLOPIG, LEVERING_DEFINITIEF };

struct levering {
	int64_t nr; /* 1, 2, 3 ...; what the user types in draai-terug */
	char *bestand; /* base name as delivered */
	char *sha256; /* 64 lower-case hex characters */
	int64_t bytes;
	char *bron; /* profile id */
	int64_t profiel_versie;
	char *profiel_hash;
	struct periode periode; /* soort PERIODE_GEEN when the file holds several */
	enum levering_status status;
	char *geladen_op;   /* 2026-07-21T09:30:00, exactly so */
	char *geladen_door; /* role or user name */
	int64_t vervangt;   /* nr of the delivery it corrects; 0 = none */
	bool volledig;	    /* keys absent from it have lost their value */
	char *herkend;	    /* what was recognised: "UTF-8 met BOM; puntkomma; CRLF; kopregel 1" */
	int64_t regels, waarnemingen; /* data lines read, observations stored */
	char *ingetrokken_op;	/* NULL: counts */
	char *ingetrokken_door;
};

struct levering_list {
	struct levering *item;
	size_t count, cap;
};

void levering_release(struct levering *l);
void levering_list_release(struct levering_list *list);

/* Adds and sets l->nr. Inside the caller's transaction. */
int levering_store_add(struct store *store, struct levering *l, struct err *err) MUST_USE;
/* The not withdrawn delivery of this bron with this hash: 1 with *out filled, 0 none, -1 error. */
int levering_store_find_hash(struct store *store, const char *bron, const char *sha256, struct levering *out,
	struct err *err) MUST_USE;
/* 1 found, 0 no such number, -1. */
int levering_store_get(struct store *store, int64_t nr, struct levering *out, struct err *err) MUST_USE;
/* All of them, by number, also withdrawn ones; as they stood. */
int levering_store_list(struct store *store, struct stand stand, struct levering_list *out, struct err *err)
	MUST_USE;
/* Own transaction, with a line in the logboek; ERR_USE when the number is unknown or it is withdrawn (not
 * withdrawn) already. `op` as geladen_op. */
int levering_store_withdraw(struct store *store, int64_t nr, const char *op, const char *door, struct err *err)
	MUST_USE;
int levering_store_restore(struct store *store, int64_t nr, const char *op, const char *door, struct err *err)
	MUST_USE;

/* What was found in a delivered file; never a personal value. ernst: fout, waarschuwing, melding. */
struct bevinding {
	const char *ernst, *regel_id; /* rule: "C1", "kop", "codering" */
	int64_t regel;		      /* physical line; 0 = whole file */
	const char *kolom;	      /* name, or NULL */
	const char *tekst, *advies;   /* advies may be NULL */
};
int bevinding_store_add(struct store *store, int64_t levering, const struct bevinding *b, struct err *err) MUST_USE;
/* Calls `each` per finding, in order; the texts are borrowed during the call. */
int bevinding_store_each(struct store *store, int64_t levering,
	void (*each)(void *arg, const struct bevinding *b), void *arg, struct err *err) MUST_USE;

/* Append-only audit: actie, object, resultaat, door, op; never a cell value. */
int logboek_add(struct store *store, const char *op, const char *door, const char *actie, const char *object,
	const char *resultaat, struct err *err) MUST_USE;
struct logregel {
	int64_t nr;
	const char *op, *door, *actie, *object, *resultaat; /* borrowed during the call */
	bool heel; /* its link in the chain is right: neither it nor a line before it was changed or removed */
};
/* Calls `each` per line, oldest first. */
int logboek_each(struct store *store, void (*each)(void *arg, const struct logregel *r), void *arg, struct err *err)
	MUST_USE;

#endif
