/* value.h - the figure itself: teller and noemer as a number in the indicator's unit, with the
 * interval of what chance alone can do to it. Pure. Doubles are for showing and drawing; nothing is
 * judged on them. */
#ifndef INDICATOR_VALUE_H
#define INDICATOR_VALUE_H

#include "def/indicator_def.h"
#include "def/uitkomst.h"
#include "indicator/judge.h"

/* What the quotient is multiplied by to get the unit: 100 for a share and per 100, 1000 for per
 * 1000, else 1. */
int64_t value_factor(enum soort soort);
/* Has this soort a noemer (share, rate, progress) or is the teller the figure? */
bool value_is_quotient(enum soort soort);

/* A bereik as a double. */
double value_of(int64_t count, int schaal);

/* Sets waarde, interval and methode of an outcome whose teller (and noemer, where the soort has
 * one) are filled; leaves heeft_waarde false when the noemer is 0 or may be. calculation.md E.2. */
void value_fill(struct uitkomst *u);

/* The model of chance that goes with an indicator: Poisson for counts and for events that are not
 * part of the noemer, none for a median, mean, index, difference or milestone (they carry their
 * own, or have none), else what the definition says. */
enum judge_model value_model(const struct indicator_def *def);

/* Trailing zeros of the scale removed: 120 x 10^-1 is 12. */
void bereik_normalise(struct bereik *b);
/* a += b. False on overflow; `a` is then unchanged. Both must be bekend. */
bool bereik_add(struct bereik *a, const struct bereik *b) MUST_USE;
/* The coarser of the two in the unit of the finer: 95 beside 0.5 becomes 95.0. False when it does not fit. */
bool bereik_same_unit(struct bereik *a, struct bereik *b) MUST_USE;
bool bereik_exact(const struct bereik *b);

#endif
