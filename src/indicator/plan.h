/* plan.h - which sums a set of indicators needs, read from the store with one pass per source. */
#ifndef INDICATOR_PLAN_H
#define INDICATOR_PLAN_H

#include "def/definities.h"
#include "indicator/aggregate.h"

/* The sums of one indicator; `periods` are those in which the teller's source delivered anything at
 * all. */
struct plan_item {
	const struct indicator_def *def; /* whose figure this is */
	const struct indicator_def
		*telt; /* whose teller and noemer are summed (the base, for two groups) */
	struct telling_job teller, noemer; /* .telling NULL: this side is absent */
	struct telling_job teller2,
		noemer2; /* of a verschil of two groups: the one that is subtracted */
	const struct periode_set *periods; /* borrowed from the plan */
};

struct plan_source {
	char *bron;
	bool telt; /* its rows are objects, persons or a register, which are counted: absent is none
		    */
	bool is_register; /* of the gemeente itself */
	struct periode_set periods;
};

struct plan {
	struct plan_item *item;
	size_t count, cap;
	struct plan_source *source; /* sorted by bron */
	size_t source_count, source_cap;
};

/* The indicators that `indicator` rests on, itself included (NULL: all; with `bron`, those that
 * rest on it), each after what it is derived from. *order is an array of *count borrowed
 * definitions, freed with free(). ERR_DEFINITION for a circle or an unknown reference, ERR_USE for
 * an unknown indicator. */
int plan_order(const struct definities *defs, const char *indicator, const char *bron,
	const struct indicator_def ***order, size_t *count, struct err *err) MUST_USE;

/* The source of a job; NULL when the job is absent. Borrowed. */
const struct plan_source *plan_source_of(const struct plan *plan, const struct telling_job *job);

/* Does `def` rest on a source: by its own teller or noemer, or through what it is derived from? */
bool plan_rests_on(
	const struct definities *defs, const struct indicator_def *def, const char *bron);

/* Reads the sums of the definitions that count something themselves. `out` must be empty. */
int plan_read(struct plan *out, struct store *store, const struct definities *defs,
	const struct indicator_def *const *order, size_t count, struct stand stand,
	struct err *err) MUST_USE;
void plan_release(struct plan *plan);
/* Borrowed; NULL when the definition counts nothing itself. */
const struct plan_item *plan_find(const struct plan *plan, const struct indicator_def *def);

#endif
