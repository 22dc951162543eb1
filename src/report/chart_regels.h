/* chart_regels.h - a text over several lines, for places in a chart where it does not fit on one: gnuplot and SVG do not
 * wrap. Nothing is ever left out. Pure. */
#ifndef REPORT_CHART_REGELS_H
#define REPORT_CHART_REGELS_H

#include <stdbool.h>
#include <stddef.h>

struct chart_regels {
	char **regel;
	size_t count, cap;
};
void chart_regels_release(struct chart_regels *regels);

/* Lines of at most so many characters (at least 2): broken at a space, behind a hyphen or slash, and before the last part
 * of a compound that names of areas often have ("Ontwikkel-wijk"). A part that is still longer is broken anywhere.
 * False: that happened. */
bool chart_regels(struct chart_regels *out, const char *text, size_t most);

#endif
