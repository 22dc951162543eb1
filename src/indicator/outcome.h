/* outcome.h - from counts to a judged outcome: finds the norm of the period, fills figure and
 * interval, and lets judge decide. One place for counted and derived indicators alike. Pure. */
#ifndef INDICATOR_OUTCOME_H
#define INDICATOR_OUTCOME_H

#include "def/definities.h"
#include "def/uitkomst.h"
#include "indicator/judge.h"
#include "store/store.h"

/* Is the period of this version of the definition? Periods before geldig_vanaf are not, unless the
 * version before is declared comparable. */
bool outcome_defined(const struct indicator_def *def, struct periode periode);

/* May figures of two days not be compared: a declared break, or a version of the definition that is
 * not comparable, began after `van` up to and including `tot`. */
bool outcome_broken(const struct definities *defs, const struct indicator_def *def,
	const char *niveau, struct date van, struct date tot);

/* Needs indicator, gebied, periode, teller, noemer and onvolledig of `u`; fills norm, value,
 * interval and everything judge says. Without a value teller and noemer become unknown. */
void outcome_judge(struct uitkomst *u, enum judge_gegevens gegevens, const struct definities *defs,
	struct stand stand);

/* Its two halves, for figures that are not teller over noemer: finds the norm of the period and
 * puts it into the case; takes over what judge said. */
void outcome_norm(struct uitkomst *u, struct judge_case *c, const struct definities *defs,
	struct stand stand);
void outcome_take(struct uitkomst *u, const struct oordeel *o);

#endif
