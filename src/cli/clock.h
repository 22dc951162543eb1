/* clock.h - the one place that knows what time it is. Everything else is told, so that a run can be
 * repeated to the byte. */
#ifndef CLI_CLOCK_H
#define CLI_CLOCK_H

#include "base/date.h"
#include "base/err.h"
#include "base/macro.h"

/* The moment as 2026-07-21T09:30:00 (owned by the caller) and its day: from `nu` (a date, or a date and a
 * time) when given, else from SOURCE_DATE_EPOCH (UTC), else the clock on the wall. */
int clock_read(const char *nu, char **moment, struct date *dag, struct err *err) MUST_USE;

#endif
