#include "report/chart_kaart.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "report/chart_regels.h"
#include "report/chart_script.h"

enum {
	MARGIN = 6,
	LEGEND = 24, /* below the areas */
	HEIGHT_MOST = 352,
	TILE_WIDEST = 92,
	TILE_HIGHEST = 64,
	HATCH = 7,  /* between two lines */
	CROSSINGS = 256,
	LINE = 11,      /* height of a line of a name or of a word in the place of a value, and of a value */
	VALUE_LINE = 14,
	KEY_LINE = 13,
	VALUE_CHAR = 7 /* width of a character of a value; of a name, and of a word in its place: SMALL_CHAR */
};
#define SMALL_CHAR 5.4

/* Light to dark; ink on the darkest is 5.7 : 1. */
static const char *const shade[KAART_KLASSEN] = {"#f0f5fa", "#cfe0f0", "#a3c4e3", "#6fa1d0"};
#define HATCH_INK "#b6bec8"

/* From units of the areas to pixels, y upwards. */
struct scale {
	double left, bottom, factor_x, factor_y, dx, dy;
	int height;
};

/* What an area says: its lines, inside it; or a number there, and the lines below the map. */
struct opschrift {
	struct chart_regels naam, waarde;
	struct kaart_xy at;
	bool buiten;
	size_t nummer;
};

static struct scale scale_of(const struct chart_kaart *k)
{
	double left = INFINITY, right = -INFINITY, bottom = INFINITY, top = -INFINITY;
	struct scale s;

	for (size_t i = 0; i < k->count; i++)
		for (size_t r = 0; r < k->gebied[i].count; r++)
			for (size_t p = 0; p < k->gebied[i].lijn[r].count; p++) {
				const struct kaart_xy *at = &k->gebied[i].lijn[r].punt[p];

				left = fmin(left, at->x);
				right = fmax(right, at->x);
				bottom = fmin(bottom, at->y);
				top = fmax(top, at->y);
			}
	assert(left < right && bottom < top);
	s.factor_x = (KAART_BREED - 2 * MARGIN) / (right - left);
	s.factor_y = (HEIGHT_MOST - 2 * MARGIN - LEGEND) / (top - bottom);
	if (k->tegels) {
		s.factor_x = fmin(s.factor_x, TILE_WIDEST);
		s.factor_y = fmin(s.factor_y, TILE_HIGHEST);
	} else {
		s.factor_x = s.factor_y = fmin(s.factor_x, s.factor_y);
	}
	s.left = left;
	s.bottom = bottom;
	s.height = (int)ceil((top - bottom) * s.factor_y) + 2 * MARGIN + LEGEND;
	s.dx = (KAART_BREED - (right - left) * s.factor_x) / 2;
	s.dy = MARGIN + LEGEND;
	return s;
}

static struct kaart_xy pixel(const struct scale *s, struct kaart_xy at)
{
	return (struct kaart_xy){s->dx + (at.x - s->left) * s->factor_x, s->dy + (at.y - s->bottom) * s->factor_y};
}

/* ---- shapes ------------------------------------------------------------------------------- */

/* The corners of a ring; those nearer than half a pixel to the one before say nothing. */
static void ring_data(struct chart *c, const struct scale *s, const struct kaart_lijn *l)
{
	struct kaart_xy before = {-1, -1};

	for (size_t i = 0; i < l->count; i++) {
		struct kaart_xy at = pixel(s, l->punt[i]);

		if (i > 0 && i + 1 < l->count && fabs(at.x - before.x) + fabs(at.y - before.y) < 0.5)
			continue;
		before = at;
		ROW(c, at.x, at.y);
	}
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Where the line y = x + t crosses the area, as x, ascending: even-odd over all rings. */
static size_t crossings(const struct scale *s, const struct kaart_gebied *g, double t, double x[CROSSINGS])
{
	size_t n = 0;

	for (size_t r = 0; r < g->count; r++)
		for (size_t i = 0; i + 1 < g->lijn[r].count; i++) {
			struct kaart_xy a = pixel(s, g->lijn[r].punt[i]), b = pixel(s, g->lijn[r].punt[i + 1]);
			double from = a.y - a.x - t, to = b.y - b.x - t;

			if ((from < 0) != (to < 0) && n < CROSSINGS)
				x[n++] = a.x + (b.x - a.x) * from / (from - to);
		}
	qsort(x, n, sizeof(*x), by_size);
	return n;
}

static void hatch_data(struct chart *c, const struct scale *s, const struct kaart_gebied *g)
{
	double x[CROSSINGS];

	for (double t = -KAART_BREED; t < HEIGHT_MOST + s->dy; t += HATCH) {
		size_t n = crossings(s, g, t, x);

		for (size_t i = 0; i + 1 < n; i += 2) {
			ROW(c, x[i], x[i] + t);
			ROW(c, x[i + 1], x[i + 1] + t);
			str_add_char(&c->script, '\n');
		}
	}
}

/* ---- texts -------------------------------------------------------------------------------- */

/* The middle of the widest stretch of the area on the height of its middle, inside it also when it is bent, and
 * how wide it is there. */
static struct kaart_xy middle(const struct scale *s, const struct kaart_gebied *g, double *width)
{
	double low = INFINITY, high = -INFINITY, x[CROSSINGS], best = 0;
	struct kaart_xy at = {0, 0};
	size_t n = 0;

	for (size_t r = 0; r < g->count; r++)
		for (size_t i = 0; i < g->lijn[r].count; i++) {
			low = fmin(low, pixel(s, g->lijn[r].punt[i]).y);
			high = fmax(high, pixel(s, g->lijn[r].punt[i]).y);
		}
	at.y = (low + high) / 2;
	for (size_t r = 0; r < g->count; r++)
		for (size_t i = 0; i + 1 < g->lijn[r].count; i++) {
			struct kaart_xy a = pixel(s, g->lijn[r].punt[i]), b = pixel(s, g->lijn[r].punt[i + 1]);

			if ((a.y < at.y) != (b.y < at.y) && n < CROSSINGS)
				x[n++] = a.x + (b.x - a.x) * (at.y - a.y) / (b.y - a.y);
		}
	qsort(x, n, sizeof(*x), by_size);
	for (size_t i = 0; i + 1 < n; i += 2)
		if (x[i + 1] - x[i] > best) {
			best = x[i + 1] - x[i];
			at.x = (x[i] + x[i + 1]) / 2;
		}
	*width = best;
	return at;
}

static void put(struct chart *c, const char *text, double x, double y, const char *style)
{
	str_add(&c->script, "set label ");
	chart_label(c, text);
	CMD(c, " at @,@ ", x, y);
	str_add_f(&c->script, "%s textcolor rgb '" INK "' front\n", style);
}

static int value_line(const struct kaart_gebied *g)
{
	return g->klasse == KAART_ZONDER ? LINE : VALUE_LINE;
}

/* Inside a tile: the name and the value, each over as many lines as it takes. Inside a shape: the value, on one. */
static struct opschrift inside(const struct chart_kaart *k, const struct scale *s, const struct kaart_gebied *g)
{
	struct opschrift o = {.buiten = false};
	double width, height = s->factor_y - 4, per_char = g->klasse == KAART_ZONDER ? SMALL_CHAR : VALUE_CHAR;
	bool fits;

	o.at = middle(s, g, &width);
	if (k->tegels) {
		width = s->factor_x - 3;
		fits = chart_regels(&o.naam, g->naam, (size_t)fmax(width / SMALL_CHAR, 2));
		fits &= chart_regels(&o.waarde, g->waarde, (size_t)fmax(width / per_char, 2));
		fits &= (double)(o.naam.count * LINE + o.waarde.count * (size_t)value_line(g)) <= height;
	} else {
		fits = width > (double)text_length(g->waarde) * per_char;
		chart_regels(&o.waarde, g->waarde, SIZE_MAX);
	}
	o.buiten = !fits;
	return o;
}

/* Below the map: "3 Ontwikkelwijk: afgeschermd", over as many lines as it takes. */
static void key_of(struct opschrift *o, const struct kaart_gebied *g)
{
	char *text = mem_printf("%zu %s: %s", o->nummer, g->naam, g->waarde);

	chart_regels_release(&o->naam);
	chart_regels_release(&o->waarde);
	o->waarde = (struct chart_regels){0};
	chart_regels(&o->naam, text, (size_t)((KAART_BREED - 2 * MARGIN) / SMALL_CHAR));
	free(text);
}

/* What each area says, and how many lines stand below the map. */
static struct opschrift *inscriptions(const struct chart_kaart *k, const struct scale *s, size_t *below)
{
	struct opschrift *o = mem_new(k->count, sizeof(*o));
	size_t number = 0;

	*below = 0;
	for (size_t i = 0; i < k->count; i++) {
		o[i] = inside(k, s, &k->gebied[i]);
		if (!o[i].buiten)
			continue;
		o[i].nummer = ++number;
		key_of(&o[i], &k->gebied[i]);
		*below += o[i].naam.count;
	}
	return o;
}

static void lines_at(struct chart *c, const struct chart_regels *r, double x, double *y, double height, const char *style)
{
	for (size_t i = 0; i < r->count; i++) {
		put(c, r->regel[i], x, *y - height / 2, style);
		*y -= height;
	}
}

/* The keys stand from `key` downwards. */
static void texts(struct chart *c, const struct chart_kaart *k, const struct opschrift *o, double shift, double key)
{
	for (size_t i = 0; i < k->count; i++) {
		bool word = k->gebied[i].klasse == KAART_ZONDER;
		double height = value_line(&k->gebied[i]);
		double y = o[i].at.y + shift + ((double)o[i].naam.count * LINE + (double)o[i].waarde.count * height) / 2;

		if (o[i].buiten) {
			char *number = mem_printf("%zu", o[i].nummer);

			put(c, number, o[i].at.x, o[i].at.y + shift, "center font 'Arial Bold,9'");
			lines_at(c, &o[i].naam, MARGIN, &key, KEY_LINE, "left font 'Arial,9'");
			free(number);
			continue;
		}
		lines_at(c, &o[i].naam, o[i].at.x, &y, LINE, "center font 'Arial,9'");
		lines_at(c, &o[i].waarde, o[i].at.x, &y, height,
			word ? "center font 'Arial Italic,9'" : "center font 'Arial Bold,11'");
	}
}

static void legend(struct chart *c, const struct chart_kaart *k, double foot)
{
	double step = (double)(KAART_BREED - 2 * MARGIN) / KAART_KLASSEN;

	for (size_t i = 0; i < k->klassen; i++) {
		double x = MARGIN + (double)i * step;

		str_add_f(&c->script, "set object %zu rectangle from ", i + 1);
		CMD(c, "@,@ to @,@", x, foot + 4, x + 12, foot + 16);
		str_add_f(&c->script, " fc rgb '%s' fs solid 1.0 border lc rgb '" SOFT "'\n", shade[i]);
		put(c, k->legenda[i], x + 16, foot + 10, "left font 'Arial,9'");
	}
}

/* ---- all of it ------------------------------------------------------------------------------ */

/* One block per ring: a shape may have several parts. */
static void shapes(struct chart *c, const struct chart_kaart *k, const struct scale *s)
{
	for (size_t i = 0; i < k->count; i++) {
		const struct kaart_gebied *g = &k->gebied[i];

		for (size_t r = 0; r < g->count; r++) {
			str_add_f(&c->script, "$r%zu_%zu << EOD\n", i, r);
			ring_data(c, s, &g->lijn[r]);
			chart_data_end(c);
		}
		if (g->klasse != KAART_ZONDER)
			continue;
		str_add_f(&c->script, "$h%zu << EOD\n", i);
		hatch_data(c, s, g);
		chart_data_end(c);
	}
}

static void plot(struct chart *c, const struct chart_kaart *k)
{
	const char *before = "plot ";

	for (size_t i = 0; i < k->count; i++) {
		const struct kaart_gebied *g = &k->gebied[i];

		for (size_t r = 0; r < g->count; r++) {
			str_add_f(&c->script, "%s$r%zu_%zu using 1:2 with filledcurves closed fc rgb '%s'", before, i, r,
				g->klasse == KAART_ZONDER ? "#ffffff" : shade[g->klasse]);
			before = ", ";
		}
		if (g->klasse == KAART_ZONDER)
			str_add_f(&c->script, ", $h%zu using 1:2 with lines lw 1 lc rgb '" HATCH_INK "'", i);
		for (size_t r = 0; r < g->count; r++)
			str_add_f(&c->script, ", $r%zu_%zu using 1:2 with lines lw 1 lc rgb '" SOFT "'", i, r);
	}
	str_add(&c->script, "\n");
}

void chart_make_kaart(struct chart *out, const char *id, const char *title, const char *desc,
	const struct chart_kaart *k)
{
	struct scale s = scale_of(k);
	size_t below;
	struct opschrift *o = inscriptions(k, &s, &below);
	double foot = (double)(below * KEY_LINE) + (below > 0 ? MARGIN : 0);

	s.dy += foot;
	s.height += (int)foot;
	chart_start(out, id, title, desc);
	chart_frame(out, KAART_BREED, s.height, 0, 0, 0, 0);
	CMD(out, "unset xtics\nunset ytics\nset xrange [0:@]\nset yrange [0:@]\n", KAART_BREED, s.height);
	shapes(out, k, &s);
	texts(out, k, o, foot, foot - 2);
	legend(out, k, foot);
	plot(out, k);
	for (size_t i = 0; i < k->count; i++) {
		chart_regels_release(&o[i].naam);
		chart_regels_release(&o[i].waarde);
	}
	free(o);
}
