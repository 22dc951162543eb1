/* difference.h - the difference of two shares as an outcome: two groups of one indicator (ADV-02),
 * or one indicator minus another. The judgement is exact: x1/n1 - x2/n2 is (x1 n2 - x2 n1) / (n1
 * n2). */
#ifndef INDICATOR_DIFFERENCE_H
#define INDICATOR_DIFFERENCE_H

#include "def/definities.h"
#include "def/uitkomst.h"
#include "indicator/judge.h"
#include "indicator/proportion.h"
#include "store/store.h"

/* Needs indicator, gebied, periode, onvolledig and the four counts of `u` (teller, noemer, and
 * teller2, noemer2 that are subtracted); fills norm, value in percentage points, interval
 * (Newcombe, unless methode geen) and judgement. Without a value the counts become unknown. A
 * tekort does not exist for a difference. */
void difference_judge(struct uitkomst *u, enum judge_gegevens gegevens,
	const struct definities *defs, struct stand stand);

/* The change of a difference against a year earlier, with limits by the square-and-add method from
 * the Newcombe limits of both; in percentage points. Both must have exact counts. */
struct difference difference_change(const struct uitkomst *now, const struct uitkomst *earlier);
bool difference_exact(const struct uitkomst *u);

#endif
