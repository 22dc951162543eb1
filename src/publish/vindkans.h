/* vindkans.h - how likely it is that a gap of a certain size is found: the power sentence of a report
 * (calculation.md E.2). Pure. */
#ifndef PUBLISH_VINDKANS_H
#define PUBLISH_VINDKANS_H

#include <stdint.h>

#include "base/num.h"

/* The chance (0..1) that an area with `n` children and true share `echt` comes out as "zeker onder" a minimum
 * of `norm`, by the exact binomial tail of 2,5%. n > 0, 0 < norm < 1. */
double vindkans(int64_t n, struct fraction norm, double echt);

#endif
