/* beeld.h - one chart of a report as a file of its own, for a text processor: SVG, PNG drawn from that same SVG by
 * rsvg-convert, and its description as text. */
#ifndef REPORT_BEELD_H
#define REPORT_BEELD_H

#include "base/err.h"
#include "base/macro.h"
#include "base/str.h"
#include "report/chart.h"

/* All append to *out. */
void beeld_svg(struct str *out, const struct chart *chart);
/* Title and description: what to paste as alternative text. */
void beeld_alt(struct str *out, const struct chart *chart);
/* Three times the size on screen. ERR_SURROUNDINGS when rsvg-convert is absent (names the package) or fails. */
int beeld_png(struct str *out, const struct chart *chart, struct err *err) MUST_USE;

#endif
