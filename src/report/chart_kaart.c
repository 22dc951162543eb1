#include "report/chart_kaart.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "report/chart_script.h"

enum {
	MARGIN = 6,
	LEGEND = 24, /* below the areas */
	HEIGHT_MOST = 352,
	TILE_MOST = 74,
	HATCH = 7,  /* between two lines */
	CROSSINGS = 256,
	NAME_SIZE = 9,
	VALUE_CHAR = 7, /* width of a character of a value, and of a word in its place */
	WORD_CHAR = 6
};

/* Light to dark; ink on the darkest is 5.7 : 1. */
static const char *const shade[KAART_KLASSEN] = {"#f0f5fa", "#cfe0f0", "#a3c4e3", "#6fa1d0"};
#define HATCH_INK "#b6bec8"

/* From units of the areas to pixels, y upwards. */
struct scale {
	double left, bottom, factor, dx, dy;
	int height;
};

static struct scale scale_of(const struct chart_kaart *k)
{
	double left = INFINITY, right = -INFINITY, bottom = INFINITY, top = -INFINITY, across, up;
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
	across = (KAART_BREED - 2 * MARGIN) / (right - left);
	up = (HEIGHT_MOST - 2 * MARGIN - LEGEND) / (top - bottom);
	s.factor = fmin(across, up);
	if (k->tegels)
		s.factor = fmin(s.factor, TILE_MOST);
	s.left = left;
	s.bottom = bottom;
	s.height = (int)ceil((top - bottom) * s.factor) + 2 * MARGIN + LEGEND;
	s.dx = (KAART_BREED - (right - left) * s.factor) / 2;
	s.dy = MARGIN + LEGEND;
	return s;
}

static struct kaart_xy pixel(const struct scale *s, struct kaart_xy at)
{
	return (struct kaart_xy){s->dx + (at.x - s->left) * s->factor, s->dy + (at.y - s->bottom) * s->factor};
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

	for (double t = -KAART_BREED; t < HEIGHT_MOST; t += HATCH) {
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

static char *fitting(const char *text, double width)
{
	size_t most = (size_t)(width / (NAME_SIZE * 0.55)), at = 0, len = strlen(text);
	struct str s = STR_INIT;
	uint32_t cp;

	if (text_length(text) <= most)
		return mem_dup(text);
	for (size_t i = 0; i + 1 < most && at < len; i++)
		at += text_utf8_next(text + at, len - at, &cp);
	str_add_n(&s, text, at);
	str_add(&s, "…");
	return str_detach(&s);
}

static void put(struct chart *c, const char *text, double x, double y, const char *style)
{
	str_add(&c->script, "set label ");
	chart_label(c, text);
	CMD(c, " at @,@ ", x, y);
	str_add_f(&c->script, "%s textcolor rgb '" INK "' front\n", style);
}

static void texts(struct chart *c, const struct chart_kaart *k, const struct scale *s)
{
	for (size_t i = 0; i < k->count; i++) {
		const struct kaart_gebied *g = &k->gebied[i];
		double width;
		struct kaart_xy at = middle(s, g, &width);
		bool word = g->klasse == KAART_ZONDER;
		char *naam = k->tegels ? fitting(g->naam, s->factor - 2) : NULL;
		char *value = word && k->tegels ? fitting(g->waarde, s->factor - 2) : mem_dup(g->waarde);

		if (naam)
			put(c, naam, at.x, at.y + s->factor * 0.2, "center font 'Arial,9'");
		if (k->tegels || width > (double)text_length(value) * (word ? WORD_CHAR : VALUE_CHAR))
			put(c, value, at.x, at.y - (naam ? s->factor * 0.12 : 0),
				word ? "center font 'Arial Italic,9'" : "center font 'Arial Bold,11'");
		free(naam);
		free(value);
	}
}

static void legend(struct chart *c, const struct chart_kaart *k)
{
	double step = (double)(KAART_BREED - 2 * MARGIN) / KAART_KLASSEN;

	for (size_t i = 0; i < k->klassen; i++) {
		double x = MARGIN + (double)i * step;

		str_add_f(&c->script, "set object %zu rectangle from ", i + 1);
		CMD(c, "@,@ to @,@", x, 4, x + 12, 16);
		str_add_f(&c->script, " fc rgb '%s' fs solid 1.0 border lc rgb '" SOFT "'\n", shade[i]);
		put(c, k->legenda[i], x + 16, 10, "left font 'Arial,9'");
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

	chart_start(out, id, title, desc);
	chart_frame(out, KAART_BREED, s.height, 0, 0, 0, 0);
	CMD(out, "unset xtics\nunset ytics\nset xrange [0:@]\nset yrange [0:@]\n", KAART_BREED, s.height);
	shapes(out, k, &s);
	texts(out, k, &s);
	legend(out, k);
	plot(out, k);
}
