/* chart_veelvoud.h - small multiples: one small course chart per area, all with the same axes, in the order given.
 * Pure. */
#ifndef REPORT_CHART_VEELVOUD_H
#define REPORT_CHART_VEELVOUD_H

#include "report/chart.h"

/* Sizes in CSS pixels. */
enum { VEELVOUD_BREED = 688, VEELVOUD_KOLOMMEN = 4 };

struct veelvoud_paneel {
	const char *naam;
	char *laatste;	      /* beside the name, the value of the last point; NULL */
	const char *tekst;    /* in the place of the line: "afgeschermd"; NULL when there is a point */
	struct chart_punt *punt; /* margins are not drawn */
	size_t punt_count;
};
struct chart_veelvoud {
	struct veelvoud_paneel *paneel; /* not changed here */
	size_t paneel_count; /* at least 1 */
	struct chart_norm *norm; /* the same in each panel */
	size_t norm_count;
	int jaar_van, jaar_tot;
	double as_van, as_tot, stap; /* chart_axis */
	const char *eenheid; /* behind the numbers at the axis: "%"; may be NULL */
};
void chart_make_veelvoud(struct chart *out, const char *id, const char *title, const char *desc,
	const struct chart_veelvoud *v);

#endif
