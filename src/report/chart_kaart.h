/* chart_kaart.h - areas as a map: tiles on a grid, or shapes. The value stands in the area as text; the shade is a
 * second way to read it and never the only one. An area without a figure is hatched and says why. Where a text does not
 * fit inside the area, a number stands there and the whole text below the map: nothing is cut off. Pure. */
#ifndef REPORT_CHART_KAART_H
#define REPORT_CHART_KAART_H

#include "report/chart.h"

enum { KAART_BREED = 340, KAART_KLASSEN = 4, KAART_ZONDER = -1 };

struct kaart_xy {
	double x, y; /* y upwards, any unit */
};
struct kaart_lijn {
	struct kaart_xy *punt; /* closed: the last is the first */
	size_t count;
};
struct kaart_gebied {
	struct kaart_lijn *lijn; /* even-odd */
	size_t count;
	const char *naam, *waarde;
	int klasse; /* 0 .. KAART_KLASSEN - 1, light to dark; KAART_ZONDER */
};
struct chart_kaart {
	const struct kaart_gebied *gebied;
	size_t count;
	char *const *legenda; /* one text per class */
	size_t klassen;
	bool tegels; /* names and values inside rectangles; else the value alone */
};
void chart_make_kaart(struct chart *out, const char *id, const char *title, const char *desc,
	const struct chart_kaart *k);

#endif
