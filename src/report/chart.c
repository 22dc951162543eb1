#include "report/chart.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "base/text.h"
#include "report/chart_script.h"

enum {
	LEFT = 46,    /* room for the numbers at the axis */
	RIGHT_LEAST = 56, /* room for the texts beside the last point: as the longest asks, within these */
	RIGHT_MOST = 150,
	TOP = 10,
	BOTTOM = 22,
	EDGE = 20,
	APART = 13    /* least distance between two texts above each other */
};

/* ---- the axis of numbers ------------------------------------------------------------------- */

/* The numbers at an axis, as placeholders, with a light line at each. */
static void ticks(struct chart *c, char axis, double from, double to, double step, const char *unit)
{
	int decimals = step >= 1 ? 0 : step >= 0.1 ? 1 : step >= 0.01 ? 2 : 3;
	struct str text = STR_INIT;
	size_t i = 0;

	str_add_f(&c->script, "set %ctics (", axis);
	for (double at = from; at <= to + step / 100; at = from + (double)++i * step) {
		if (i > 0)
			str_add(&c->script, ", ");
		str_clear(&text);
		num_add_double(&text, at, decimals, ',');
		if (unit)
			str_add(&text, unit);
		chart_label(c, str_text(&text));
		CMD(c, " @", at);
	}
	str_add(&c->script, ") textcolor rgb '" SOFT "'\n");
	str_release(&text);
}

/* ---- the axis ----------------------------------------------------------------------------- */

double chart_least_span(double high, bool share)
{
	return share ? 10 : fabs(high) / 5;
}

void chart_axis(double low, double high, double least, double floor_at, double ceiling_at, int steps, double *van,
	double *tot, double *stap)
{
	static const double nice[] = {1, 2, 5};
	double size = 0.001;

	assert(steps > 0 && low <= high);
	if (high - low < least) { /* around the middle, moved inside the limits */
		double middle = (low + high) / 2;

		low = fmax(fmin(middle - least / 2, ceiling_at - least), floor_at);
		high = fmin(fmax(low + least, high), ceiling_at);
	}
	for (int power = 0; power < 14; power++, size *= 10)
		for (size_t i = 0; i < ARRAY_LEN(nice); i++) {
			double step = nice[i] * size;

			*van = fmax(floor(low / step + 1e-9) * step, floor_at);
			*tot = fmin(ceil(high / step - 1e-9) * step, ceiling_at);
			*stap = step;
			if (*tot - *van < step)
				*tot = *van + step;
			if ((*tot - *van) / step <= steps + 1e-9)
				return;
		}
}

/* ---- course in time ----------------------------------------------------------------------- */

static void verloop_axes(struct chart *c, const struct chart_verloop *v)
{
	double from = v->jaar_van, to = v->jaar_tot + 1;
	int years = v->jaar_tot - v->jaar_van + 1, every = years > 8 ? 2 : 1;

	CMD(c, "set xrange [@:@]\nset yrange [@:@]\n", from, to, v->as_van, v->as_tot);
	ticks(c, 'y', v->as_van, v->as_tot, v->stap, v->eenheid);
	for (double y = v->as_van; y <= v->as_tot + v->stap / 100; y += v->stap)
		chart_line(c, from, y, to, y, "back lw 1 lc rgb '" RULE "'");
	str_add(&c->script, "set xtics (");
	for (int year = v->jaar_van, i = 0; year <= v->jaar_tot; year += every, i++) {
		char *text = mem_printf("%d", year);

		str_add(&c->script, i ? ", " : "");
		chart_label(c, text);
		CMD(c, " @", year + 0.5);
		free(text);
	}
	str_add(&c->script, ") textcolor rgb '" SOFT "'\n");
	for (int year = v->jaar_van + 1; year <= v->jaar_tot; year++)
		chart_line(c, year, v->as_van, year, v->as_tot, "back lw 0.6 lc rgb '" RULE "'");
}

static void verloop_data(struct chart *c, const struct chart_verloop *v)
{
	bool joined = false; /* the line has reached the point before */

	chart_data(c, "lijn");
	for (size_t i = 0; i < v->punt_count; i++) {
		const struct chart_punt *p = &v->punt[i];

		if (joined && (!p->heeft_waarde || p->breuk_ervoor))
			str_add_char(&c->script, '\n');
		if (p->heeft_waarde)
			ROW(c, p->x, p->y);
		joined = p->heeft_waarde;
	}
	chart_data_end(c);
	chart_data(c, "marge");
	for (size_t i = 0; i < v->punt_count; i++)
		if (v->punt[i].heeft_waarde && v->punt[i].heeft_marge)
			ROW(c, v->punt[i].x, fmax(v->punt[i].laag, v->as_van),
				fmin(v->punt[i].hoog, v->as_tot) - fmax(v->punt[i].laag, v->as_van));
	chart_data_end(c);
	chart_data(c, "open");
	for (size_t i = 0; i < v->punt_count; i++)
		if (v->punt[i].heeft_waarde && v->punt[i].voorlopig)
			ROW(c, v->punt[i].x, v->punt[i].y);
	chart_data_end(c);
}

/* A step line: each piece level, and a riser where one follows on another. */
static void verloop_norm(struct chart *c, const struct chart_verloop *v)
{
	for (size_t i = 0; i < v->norm_count; i++) {
		const struct chart_norm *n = &v->norm[i];
		const char *style = n->vastgesteld ? "front lw 1.6 lc rgb '" INK "'" :
						     "front lw 1.6 dt (3,3) lc rgb '" INK "'";

		chart_line(c, n->van, n->waarde, n->tot, n->waarde, style);
		if (i > 0 && v->norm[i - 1].tot >= n->van - 0.001 && v->norm[i - 1].waarde != n->waarde)
			chart_line(c, n->van, v->norm[i - 1].waarde, n->van, n->waarde, style);
	}
}

/* Two texts beside the right end, pushed apart where they would touch. */
static void verloop_texts(struct chart *c, const struct chart_verloop *v)
{
	double scale = (CHART_VERLOOP_HEIGHT - TOP - BOTTOM) / (v->as_tot - v->as_van);
	double apart = APART / scale, value = 0, norm = 0, x = v->jaar_tot + 1 + 0.014 * (v->jaar_tot - v->jaar_van + 1);
	bool has_value = v->laatste_tekst && v->punt_count > 0 && v->punt[v->punt_count - 1].heeft_waarde;
	bool has_norm = v->norm_tekst && v->norm_count > 0;

	if (has_value)
		value = v->punt[v->punt_count - 1].y;
	if (has_norm)
		norm = v->norm[v->norm_count - 1].waarde;
	if (has_value && has_norm && fabs(value - norm) < apart) {
		double push = (apart - fabs(value - norm)) / 2;

		value += value < norm ? -push : push;
		norm += value < norm ? push : -push;
	}
	if (has_value) {
		str_add(&c->script, "set label ");
		chart_label(c, v->laatste_tekst);
		CMD(c, " at @,@ left font 'Arial Bold,13' textcolor rgb '" BLUE "' front\n", x, value);
	}
	if (has_norm) {
		str_add(&c->script, "set label ");
		chart_label(c, v->norm_tekst);
		CMD(c, " at @,@ left font 'Arial,11' textcolor rgb '" INK "' front\n", x, norm);
	}
}

/* A text in pixels, in the widest of the fonts that a page may fall back to. */
static int text_width(const char *text, int char_width)
{
	return text ? (int)text_length(text) * char_width : 0;
}

static int right_of(const struct chart_verloop *v)
{
	int value = text_width(v->laatste_tekst, 9), norm = text_width(v->norm_tekst, 7);
	int most = (value > norm ? value : norm) + 8;

	return most < RIGHT_LEAST ? RIGHT_LEAST : most > RIGHT_MOST ? RIGHT_MOST : most;
}

/* Only plots that have data: an empty one is an error to gnuplot. */
static void verloop_plot(struct chart *c, const struct chart_verloop *v)
{
	bool margin = false, hollow = false, any = false;

	for (size_t i = 0; i < v->punt_count; i++) {
		any = any || v->punt[i].heeft_waarde;
		margin = margin || (v->punt[i].heeft_waarde && v->punt[i].heeft_marge);
		hollow = hollow || (v->punt[i].heeft_waarde && v->punt[i].voorlopig);
	}
	str_add(&c->script, "plot ");
	if (margin)
		str_add(&c->script, "$marge using 1:2:(0):3 with vectors nohead lw 3.5 lc rgb '" TINT "', ");
	if (any)
		str_add(&c->script, "$lijn using 1:2 with lines lw 1.6 lc rgb '" BLUE "', "
				    "$lijn using 1:2 with points pt 7 ps 0.62 lc rgb '" BLUE "'");
	else
		str_add(&c->script, "NaN");
	if (hollow)
		str_add(&c->script, ", $open using 1:2 with points pt 7 ps 0.75 lc rgb '#ffffff', "
				    "$open using 1:2 with points pt 6 ps 0.62 lc rgb '" BLUE "'");
	str_add(&c->script, "\n");
}

void chart_make_verloop(struct chart *out, const char *id, const char *title, const char *desc,
	const struct chart_verloop *v)
{
	chart_start(out, id, title, desc);
	chart_frame(out, CHART_WIDTH, CHART_VERLOOP_HEIGHT, LEFT, right_of(v), TOP, BOTTOM);
	verloop_axes(out, v);
	verloop_data(out, v);
	verloop_norm(out, v);
	verloop_texts(out, v);
	verloop_plot(out, v);
}

/* ---- areas -------------------------------------------------------------------------------- */

/* Room for the names, in pixels: as wide as the longest, cut where it would push the figures away. */
static int names_width(const struct chart_gebieden *g)
{
	size_t longest = 0;

	for (size_t i = 0; i < g->rij_count; i++)
		if (text_length(g->rij[i].naam) > longest)
			longest = text_length(g->rij[i].naam);
	return chart_names_width(longest);
}

/* Row i stands at -i; what is set apart stands half a row lower. */
static double row_at(const struct chart_gebieden *g, size_t i)
{
	return -(double)i - (g->rij[i].nadruk ? 0.25 : 0);
}

static void gebieden_axes(struct chart *c, const struct chart_gebieden *g)
{
	double bottom = -(double)g->rij_count + 0.5 - 0.25;

	CMD(c, "set xrange [@:@]\nset yrange [@:0.5]\n", g->as_van, g->as_tot, bottom);
	ticks(c, 'x', g->as_van, g->as_tot, g->stap, g->eenheid);
	for (double x = g->as_van; x <= g->as_tot + g->stap / 100; x += g->stap)
		chart_line(c, x, bottom, x, 0.5, "back lw 1 lc rgb '" RULE "'");
	str_add(&c->script, "unset ytics\n");
	for (size_t i = 0; i < g->rij_count; i++) {
		char *naam = chart_short(g->rij[i].naam, CHART_NAME_CHARS);

		str_add(&c->script, "set label ");
		chart_label(c, naam);
		free(naam);
		CMD(c, " at screen @, first @ left textcolor rgb '" INK "'", 0, row_at(g, i));
		str_add(&c->script, g->rij[i].nadruk ? " font 'Arial Bold,12'\n" : " font 'Arial,12'\n");
		if (g->rij[i].nadruk)
			CMD(c, "set arrow from screen @, first @ to screen @, first @ nohead lw 1 lc rgb '" SOFT
			       "'\n",
				0, row_at(g, i) + 0.75, 1, row_at(g, i) + 0.75);
		else
			CMD(c, "set arrow from screen @, first @ to screen @, first @ nohead back lw 1 lc rgb '" RULE
			       "'\n",
				0, row_at(g, i) + 0.5, 1, row_at(g, i) + 0.5);
	}
}

static void gebieden_data(struct chart *c, const struct chart_gebieden *g)
{
	chart_data(c, "marge");
	for (size_t i = 0; i < g->rij_count; i++)
		if (!g->rij[i].tekst && g->rij[i].heeft_marge)
			ROW(c, fmax(g->rij[i].laag, g->as_van), row_at(g, i),
				fmin(g->rij[i].hoog, g->as_tot) - fmax(g->rij[i].laag, g->as_van));
	chart_data_end(c);
	chart_data(c, "punt");
	for (size_t i = 0; i < g->rij_count; i++)
		if (!g->rij[i].tekst)
			ROW(c, g->rij[i].y, row_at(g, i));
	chart_data_end(c);
	for (size_t i = 0; i < g->rij_count; i++) {
		if (!g->rij[i].tekst)
			continue;
		str_add(&c->script, "set label ");
		chart_label(c, g->rij[i].tekst);
		CMD(c, " at @,@ left font 'Arial Italic,11' textcolor rgb '" SOFT "'\n",
			g->as_van + (g->as_tot - g->as_van) * 0.02, row_at(g, i));
	}
}

static void gebieden_norm(struct chart *c, const struct chart_gebieden *g)
{
	double bottom = -(double)g->rij_count + 0.5 - 0.25;
	double scale = (CHART_ROWS_WIDTH - names_width(g) - EDGE) / (g->as_tot - g->as_van);
	bool right = (g->as_tot - g->norm.waarde) * scale + EDGE < text_width(g->norm_tekst, CHART_CHAR);

	if (!g->heeft_norm)
		return;
	chart_line(c, g->norm.waarde, bottom, g->norm.waarde, 0.55,
		g->norm.vastgesteld ? "front lw 1.6 lc rgb '" INK "'" :
				      "front lw 1.6 dt (3,3) lc rgb '" INK "'");
	if (!g->norm_tekst)
		return;
	str_add(&c->script, "set label ");
	chart_label(c, g->norm_tekst);
	CMD(c, " at first @, first @", right ? g->as_tot : g->norm.waarde, 0.88);
	str_add(&c->script, right ? " right" : " left");
	str_add(&c->script, " font 'Arial,11' textcolor rgb '" INK "'\n");
}

void chart_make_gebieden(struct chart *out, const char *id, const char *title, const char *desc,
	const struct chart_gebieden *g)
{
	int height = CHART_ROWS_TOP + CHART_ROWS_BOTTOM + CHART_ROW * (int)g->rij_count + CHART_ROW / 4;
	bool point = false, margin = false;

	chart_start(out, id, title, desc);
	chart_frame(out, CHART_ROWS_WIDTH, height, names_width(g), EDGE, CHART_ROWS_TOP, CHART_ROWS_BOTTOM);
	gebieden_axes(out, g);
	gebieden_data(out, g);
	gebieden_norm(out, g);
	for (size_t i = 0; i < g->rij_count; i++) {
		point = point || !g->rij[i].tekst;
		margin = margin || (!g->rij[i].tekst && g->rij[i].heeft_marge);
	}
	str_add(&out->script, "plot ");
	if (margin)
		str_add(&out->script, "$marge using 1:2:3:(0) with vectors nohead lw 5 lc rgb '" TINT "', ");
	str_add(&out->script, point ? "$punt using 1:2 with points pt 7 ps 1.0 lc rgb '" BLUE "'\n" : "NaN\n");
}
