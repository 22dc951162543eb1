/* chart.h - a view as gnuplot commands: numbers only, and placeholders L001, L002 ... where a text must come.
 * The real texts travel beside the script and are put into the drawing afterwards (svg.h), because gnuplot
 * runs what it is given. Pure: same view, same bytes. */
#ifndef REPORT_CHART_H
#define REPORT_CHART_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "report/svg.h"

struct chart {
	char *id;	     /* prefix of ids in the page */
	char *title, *desc; /* for who cannot see it; from the published layer */
	int width, height; /* CSS pixels */
	struct str script; /* between `set output` and `unset output` */
	char **label;
	size_t label_count, label_cap;
	struct svg svg; /* empty until gnuplot has drawn it */
};
void chart_release(struct chart *chart);

/* One value in time. x is a year with its fraction: the middle of the second quarter of 2026 is 2026.375. */
struct chart_punt {
	double x, y;
	bool heeft_waarde; /* false: a gap in the line */
	bool heeft_marge;
	double laag, hoog;
	bool voorlopig;	 /* drawn hollow */
	bool breuk_ervoor; /* the line does not come here from the point before */
};
/* A norm holds from x to x: a step line, dotted unless vastgesteld. */
struct chart_norm {
	double van, tot, waarde;
	bool vastgesteld;
};
struct chart_verloop {
	const struct chart_punt *punt;
	size_t punt_count;
	const struct chart_norm *norm;
	size_t norm_count;
	int jaar_van, jaar_tot;	   /* the axis: 1 January of the first to 31 December of the last */
	double as_van, as_tot, stap; /* chart_axis */
	const char *laatste_tekst; /* beside the last point; may be NULL */
	const char *norm_tekst;	   /* beside the norm line; may be NULL */
	const char *eenheid;	   /* behind the numbers at the axis: "%"; may be NULL */
};
/* id, title and desc are copied. */
void chart_make_verloop(struct chart *out, const char *id, const char *title, const char *desc,
	const struct chart_verloop *v);

/* One row per area, in the order given. */
struct chart_rij {
	const char *naam;
	const char *tekst; /* instead of a point: "te weinig kinderen", "afgeschermd"; NULL: a point */
	double y, laag, hoog;
	bool heeft_marge;
	bool nadruk; /* the gemeente as a whole, set apart below the others */
};
struct chart_gebieden {
	const struct chart_rij *rij;
	size_t rij_count;
	bool heeft_norm;
	struct chart_norm norm;
	const char *norm_tekst;
	double as_van, as_tot, stap;
	const char *eenheid;
};
void chart_make_gebieden(struct chart *out, const char *id, const char *title, const char *desc,
	const struct chart_gebieden *g);

/* A round axis that holds low..high and spans at least `least`: at most `steps` steps of 1, 2, 5 x 10^k, not outside
 * floor..ceiling. A flat line must not look like a jump. */
void chart_axis(double low, double high, double least, double floor_at, double ceiling_at, int steps, double *van,
	double *tot, double *stap);
/* The least span for figures of this size: a tenth of the largest, and for a share 10 points. */
double chart_least_span(double high, bool share);

/* Sizes in CSS pixels; the page lays its table rows beside the rows of chart_make_gebieden. */
enum {
	CHART_WIDTH = 340,
	CHART_VERLOOP_HEIGHT = 138,
	CHART_ROWS_WIDTH = 300,
	CHART_ROW = 24,
	CHART_ROWS_TOP = 26,
	CHART_ROWS_BOTTOM = 24
};

#endif
