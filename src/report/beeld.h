/* beeld.h - one chart of a report as a file of its own, for a text processor: SVG, PNG drawn from that same SVG by
 * rsvg-convert, and its description as text. */
#ifndef REPORT_BEELD_H
#define REPORT_BEELD_H

#include "base/err.h"
#include "base/macro.h"
#include "base/str.h"
#include "report/opname.h"

/* All append to *out, `of` is what the page recorded: a picture that is sent on alone still says which edition it is
 * of, and the privacy rules go along in its description. */
void beeld_svg(struct str *out, const struct chart *chart, const struct opname *of);
/* Title and description, what to paste as alternative text, and below them the edition and the privacy rules. */
void beeld_alt(struct str *out, const struct chart *chart, const struct opname *of);
/* Three times the size on screen. ERR_SURROUNDINGS when rsvg-convert is absent (names the package) or fails. */
int beeld_png(struct str *out, const struct chart *chart, const struct opname *of, struct err *err) MUST_USE;

#endif
