/* aggregate.h - observations to sums: what each telling of a source gives per area and period, at
 * the level at which it was delivered. One pass over a source serves all its tellingen. Adding
 * wijken up to a gemeente is rollup's job. */
#ifndef INDICATOR_AGGREGATE_H
#define INDICATOR_AGGREGATE_H

#include "def/indicator_def.h"
#include "def/uitkomst.h"
#include "indicator/judge.h"
#include "store/waarneming_store.h"

/* Delivery numbers, ascending, each once. */
struct levering_set {
	int64_t *nr;
	size_t count, cap;
};
void levering_set_add(struct levering_set *set, int64_t nr);
void levering_set_join(struct levering_set *set, const struct levering_set *other);
void levering_set_release(struct levering_set *set);

/* The sum of one telling for one area and period. Rows without a number are counted by their state,
 * so that an unknown is never a zero. */
struct meting {
	int64_t gebied; /* gebied.id */
	struct periode periode;
	bool totaal;       /* from the supplier's own total rows (kenmerk totaalrij=ja) */
	struct bereik som; /* of the rows with a value or bounds; bekend false when there is none */
	size_t rijen;      /* rows that matched, whatever their state */
	size_t onbekend, onbegrensd, niet_geleverd, nvt; /* of these, rows by state */
	bool voorlopig;
	/* Its wijken were not counted but divided (indicator/verdeling.h), by this koppeling; borrowed from the job. */
	const char *geschat_met;
	bool onvolledig; /* a code in it is in no koppeling: what it held is not in any wijk */
	struct levering_set levering;
};

struct meting_list {
	struct meting *item; /* by periode, gebied, totaal */
	size_t count, cap;
};
void meting_list_release(struct meting_list *list);
/* Borrowed; NULL when nothing was delivered. */
const struct meting *meting_find(
	const struct meting_list *list, int64_t gebied, struct periode periode, bool totaal);

/* Takes the rows of another sum for the same area and period too; false when it does not fit. */
bool meting_join(struct meting *m, const struct meting *other) MUST_USE;
/* Puts a list in its order again, sums of one key taken together. ERR_DATA when one does not fit. */
int meting_list_settle(struct meting_list *list, struct err *err) MUST_USE;

/* What a sum says before any judgement; NULL is NIET_GELEVERD. One row that is unknown, hidden
 * without bounds or not delivered makes the whole sum so; only when all rows are nvt the sum is. A
 * value that is taken as delivered (tel aangeleverd) and comes twice is a FOUT: it is never added.
 */
enum judge_gegevens meting_gegevens(const struct meting *m, enum tel tel);

/* One row as delivered, for what is computed over rows (an index over schools). */
struct rij {
	int64_t gebied;
	struct periode periode;
	char *kenmerk;
	bool exact; /* a whole number that is known */
	enum staat staat;
	int64_t waarde;
};
struct rij_list {
	struct rij *item; /* by periode, gebied, kenmerk */
	size_t count, cap;
};

/* What was delivered by a code in the place of a wijk (kenmerk `via_pc4=2711`), per period. */
struct via_meting {
	char *koppeling, *code;
	struct meting m; /* gebied: where the row stood, the gemeente */
};
struct via_list {
	struct via_meting *item; /* by periode, koppeling, code; each once */
	size_t count, cap;
};

/* Borrowed; NULL when nothing was delivered under the code in the period. */
const struct via_meting *via_find(const struct via_list *list, const char *koppeling, const char *code, struct periode p);

/* One telling, with conditions beside its own (the groups of a verschil), and where its sums go. */
struct telling_job {
	const struct telling *telling;
	const struct filter *extra;
	size_t extra_count;
	bool per_rij; /* keep the rows too */
	struct meting_list out;
	struct via_list via; /* rows that are not in `out` yet: verdeling_fill puts them there */
	struct rij_list rijen;
};
void telling_job_release(struct telling_job *job);

/* Periods in which a source delivered anything, each once, by periode_cmp. */
struct periode_set {
	struct periode *item;
	size_t count, cap;
};
void periode_set_add(struct periode_set *set, struct periode p);
void periode_set_release(struct periode_set *set);

/* Walks the observations of `bron` as they stood and fills the jobs, which must all be about this
 * bron. Sums that do not fit in 64 bits are an error (ERR_DATA). */
int aggregate_source(struct store *store, const char *bron, struct stand stand,
	struct telling_job **job, size_t job_count, struct periode_set *periods,
	struct err *err) MUST_USE;

/* Does a kenmerk meet the conditions? An absent kenmerk meets only IS_NIET and LEEG. */
bool filter_match(const struct filter *filter, size_t count, const char *kenmerk);

#endif
