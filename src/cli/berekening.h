/* berekening.h - berekening.csv: behind every report, all the numbers it shows and the terms they are made of. One row
 * per term of a figure; `tekst` is how the page prints it, empty for a term that only the calculation has.
 * Of edition openbaar: from the published layer alone. Edition intern also holds the terms of indicator/explain, and
 * the deliveries. */
#ifndef CLI_BEREKENING_H
#define CLI_BEREKENING_H

#include "base/csvuit.h"
#include "cli/figures.h"
#include "report/opname.h"

/* *out is a whole file. */
void berekening_write(struct str *out, const struct opname *o, const struct figures *f, enum csv_dialect dialect);

#endif
