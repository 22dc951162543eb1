/* chart_staven.h - counts as bars that lie down: one row per area in the order given, all from zero, with the number
 * behind the bar. An area without a figure has a word there and no bar, so that it never looks like zero. Pure. */
#ifndef REPORT_CHART_STAVEN_H
#define REPORT_CHART_STAVEN_H

#include "report/chart.h"

enum { STAVEN_RIJ = 18 }; /* CSS pixels */

struct staaf {
	const char *naam;
	const char *tekst; /* behind the bar: "21"; without a bar: "afgeschermd" */
	bool heeft_waarde; /* false: no bar, and `waarde` is not read */
	double waarde;	   /* at least 0 */
	bool voorlopig;	   /* drawn hollow */
};
struct chart_staven {
	const struct staaf *staaf;
	size_t count; /* at least 1 */
	double as_tot, stap; /* the axis begins at 0 */
};
/* id, title and desc are copied. */
void chart_make_staven(struct chart *out, const char *id, const char *title, const char *desc,
	const struct chart_staven *s);

#endif
