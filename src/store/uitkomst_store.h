/* uitkomst_store.h - runs of the evaluator and their outcomes, for the analysts' view v_indicator and for
 * "what changed". Reports compute afresh in one read transaction and do not depend on it. */
#ifndef STORE_UITKOMST_STORE_H
#define STORE_UITKOMST_STORE_H

#include "def/uitkomst.h"
#include "store/store.h"

struct berekening {
	int64_t nr;
	char *gerekend_op;  /* clock of the run */
	struct stand stand;
	char *definities;   /* hash over all definitions used */
	char *programma;    /* program version */
};

/* Stores the run and replaces the outcomes of an earlier run with the same stand; inside the caller's
 * transaction; sets b->nr. The run without a stand (no datum, no tot_levering) is what v_indicator shows. */
int berekening_store_begin(struct store *store, struct berekening *b, struct err *err) MUST_USE;

/* `id`, `versie`, norm and so on are taken from the outcome's definitions. */
struct uitkomst_rij {
	const char *indicator;
	int64_t versie;
	const char *norm_id, *norm_status, *norm_soort, *norm_waarde, *eenheid; /* norm_* NULL without norm */
	const struct uitkomst *u;
};
int uitkomst_store_add(struct store *store, int64_t berekening, const struct uitkomst_rij *rij, struct err *err)
	MUST_USE;

#endif
