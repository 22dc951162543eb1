/* chart_trechter.h - a funnel: each area a point with a number, across how many children it counts, upwards its figure;
 * around the figure of all areas together the limits of chance, wide where there are few children. It shows who stands
 * apart and ranks nobody. Pure. */
#ifndef REPORT_CHART_TRECHTER_H
#define REPORT_CHART_TRECHTER_H

#include "report/chart.h"

struct trechter_punt {
	double n, y;
	const char *nummer; /* beside the point; the table says which area that is */
	bool voorlopig;	    /* drawn hollow */
};
/* The limits at n children, in the unit of the axis. */
struct trechter_grens {
	double n, laag_95, hoog_95, laag_998, hoog_998;
};
struct chart_trechter {
	const struct trechter_punt *punt;
	size_t count; /* at least 1 */
	const struct trechter_grens *grens; /* n rising */
	size_t grens_count;		    /* at least 2 */
	double midden; /* the figure of all areas together */
	double n_van, n_tot, n_stap, as_van, as_tot, stap; /* chart_axis */
	const char *eenheid; /* behind the numbers upwards: "%"; may be NULL */
	const char *n_tekst; /* below the numbers across */
	const char *tekst_95, *tekst_998; /* at the end of the limits */
};
enum { TRECHTER_HOOG = 250 }; /* CSS pixels; as wide as any chart */

/* id, title and desc are copied. */
void chart_make_trechter(struct chart *out, const char *id, const char *title, const char *desc,
	const struct chart_trechter *t);

#endif
