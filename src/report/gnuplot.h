/* gnuplot.h - draws charts: one gnuplot process for all charts of a report, by argument list, without a shell,
 * in a private folder, with a time limit. */
#ifndef REPORT_GNUPLOT_H
#define REPORT_GNUPLOT_H

#include "base/err.h"
#include "base/macro.h"
#include "report/chart.h"

/* Fills chart[i].svg, checked and with real names. On -1 no chart has one: gnuplot is absent, failed or took too
 * long (ERR_SURROUNDINGS), or drew something unexpected (ERR_DEFECT). */
int gnuplot_draw(struct chart *chart, size_t count, struct err *err) MUST_USE;

#endif
