/* compute.h - observations to outcomes: every indicator, for every area and period with data. Reads
 * only; the caller wraps it in a read transaction and stores the result where wanted. */
#ifndef INDICATOR_COMPUTE_H
#define INDICATOR_COMPUTE_H

#include "def/definities.h"
#include "def/uitkomst.h"
#include "store/store.h"

/* `indicator` NULL: all. Areas: the own gemeente and its wijken of the indeling valid in the
 * period, and other gemeenten that have data. An expected area without data gets an outcome
 * NIET_GELEVERD for each period in which its bron delivered anything, and for the periods skipped
 * between the first and the last of these. An indicator of which the bron never delivered anything
 * gets one NIET_GELEVERD (kwalitatief: NVT) for the own gemeente, in the last period that was
 * complete on the newest day the deliveries speak of. `out` must be empty; the caller releases it
 * before `defs` and `gebieden`. */
int compute_run(struct store *store, const struct definities *defs,
	const struct gebied_list *gebieden, struct stand stand, const char *indicator,
	struct uitkomst_list *out, struct err *err) MUST_USE;

/* The same, for the indicators that rest on a source (by teller, noemer, or what they are derived
 * from): what a new delivery of `bron` can change. Every row equals that of the full run. */
int compute_run_bron(struct store *store, const struct definities *defs,
	const struct gebied_list *gebieden, struct stand stand, const char *bron,
	struct uitkomst_list *out, struct err *err) MUST_USE;

#endif
