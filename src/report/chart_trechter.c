/* One coordinate frame in CSS pixels with y upwards, as chart_staven.c. */
#include "report/chart_trechter.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/num.h"
#include "base/text.h"
#include "report/chart_script.h"

enum {
	LEFT = 42,
	RIGHT = 46,
	TOP = 8,
	BOTTOM = 38,
	DOT = 4,	/* half of a point */
	HIGH = 11,	/* a number beside a point */
	APART = 12	/* least distance between two texts above each other */
};

struct xy {
	double x, y;
};

struct box {
	double left, right, foot, top;
};

static double scale_x(const struct chart_trechter *t)
{
	return (CHART_WIDTH - LEFT - RIGHT) / (t->n_tot - t->n_van);
}

static double scale_y(const struct chart_trechter *t)
{
	return (TRECHTER_HOOG - TOP - BOTTOM) / (t->as_tot - t->as_van);
}

static double at_x(const struct chart_trechter *t, double n)
{
	return LEFT + (n - t->n_van) * scale_x(t);
}

/* A limit may run outside the axis, and then follows its edge. */
static double at_y(const struct chart_trechter *t, double value)
{
	return BOTTOM + (fmax(t->as_van, fmin(value, t->as_tot)) - t->as_van) * scale_y(t);
}

static void text_at(struct chart *c, const char *text, double x, double y, const char *style)
{
	str_add(&c->script, "set label ");
	chart_label(c, text);
	CMD(c, " at @,@ ", x, y);
	str_add_f(&c->script, "%s\n", style);
}

/* ---- the axes ------------------------------------------------------------------------------ */

static int decimals_of(double step)
{
	return step >= 1 ? 0 : step >= 0.1 ? 1 : step >= 0.01 ? 2 : 3;
}

static void axis_up(struct chart *c, const struct chart_trechter *t)
{
	for (int i = 0; t->as_van + i * t->stap <= t->as_tot + t->stap / 100; i++) {
		double value = t->as_van + i * t->stap, y = at_y(t, value);
		struct str text = STR_INIT;

		chart_line(c, LEFT, y, CHART_WIDTH - RIGHT, y, "back lw 1 lc rgb '" RULE "'");
		num_add_double(&text, value, decimals_of(t->stap), ',');
		if (t->eenheid)
			str_add(&text, t->eenheid);
		text_at(c, str_text(&text), LEFT - 5, y, "right font 'Arial,11' textcolor rgb '" SOFT "'");
		str_release(&text);
	}
}

static void axis_across(struct chart *c, const struct chart_trechter *t)
{
	for (int i = 0; t->n_van + i * t->n_stap <= t->n_tot + t->n_stap / 100; i++) {
		double value = t->n_van + i * t->n_stap, x = at_x(t, value);
		struct str text = STR_INIT;

		chart_line(c, x, BOTTOM - 4, x, BOTTOM, "back lw 1 lc rgb '" SOFT "'");
		num_add_double(&text, value, 0, ',');
		text_at(c, str_text(&text), x, BOTTOM - 12, "center font 'Arial,11' textcolor rgb '" SOFT "'");
		str_release(&text);
	}
	text_at(c, t->n_tekst, (LEFT + CHART_WIDTH - RIGHT) / 2.0, 8,
		"center font 'Arial,11' textcolor rgb '" SOFT "'");
}

/* ---- the limits ---------------------------------------------------------------------------- */

static double limit_of(const struct trechter_grens *g, int which)
{
	const double all[] = {g->laag_95, g->hoog_95, g->laag_998, g->hoog_998};

	return all[which];
}

static void limits(struct chart *c, const struct chart_trechter *t)
{
	static const char *const name[] = {"laag", "hoog", "laagst", "hoogst"};

	for (int k = 0; k < 4; k++) {
		chart_data(c, name[k]);
		for (size_t i = 0; i < t->grens_count; i++)
			ROW(c, at_x(t, t->grens[i].n), at_y(t, limit_of(&t->grens[i], k)));
		chart_data_end(c);
	}
	chart_line(c, at_x(t, t->grens[0].n), at_y(t, t->midden), CHART_WIDTH - RIGHT, at_y(t, t->midden),
		"front lw 1.4 lc rgb '" INK "'");
}

/* On the side where they lie further apart: near 0 or 100% the limits of the other side run together. */
static void limit_texts(struct chart *c, const struct chart_trechter *t)
{
	const struct trechter_grens *last = &t->grens[t->grens_count - 1];
	bool low = last->hoog_998 - last->hoog_95 <= last->laag_95 - last->laag_998;
	double inner = at_y(t, low ? last->laag_95 : last->hoog_95), outer = at_y(t, low ? last->laag_998 : last->hoog_998);
	double push = fmax(0, APART - fabs(inner - outer)) / 2 * (low ? 1 : -1), x = CHART_WIDTH - RIGHT + 4;

	text_at(c, t->tekst_95, x, inner + push, "left font 'Arial,11' textcolor rgb '" INK "'");
	text_at(c, t->tekst_998, x, outer - push, "left font 'Arial,11' textcolor rgb '" INK "'");
}

/* ---- the points and their numbers ------------------------------------------------------------ */

static struct xy point_at(const struct chart_trechter *t, size_t i)
{
	return (struct xy){at_x(t, t->punt[i].n), at_y(t, t->punt[i].y)};
}

static double overlap(struct box a, struct box b)
{
	double wide = fmin(a.right, b.right) - fmax(a.left, b.left), high = fmin(a.top, b.top) - fmax(a.foot, b.foot);

	return wide > 0 && high > 0 ? wide * high : 0;
}

static struct box box_around(struct xy at, double wide, double high)
{
	return (struct box){at.x - wide / 2, at.x + wide / 2, at.y - high / 2, at.y + high / 2};
}

/* How much a number at this place covers: points, and the numbers that stand already. Outside the frame is worst. */
static double covered(const struct chart_trechter *t, struct box box, const struct box *placed, size_t count)
{
	double sum = box.left < LEFT || box.right > CHART_WIDTH - RIGHT || box.foot < BOTTOM ||
			box.top > TRECHTER_HOOG - TOP ? 1e6 : 0;

	for (size_t i = 0; i < t->count; i++)
		sum += overlap(box, box_around(point_at(t, i), 2 * DOT, 2 * DOT));
	for (size_t i = 0; i < count; i++)
		sum += overlap(box, placed[i]);
	return sum;
}

/* Round its point, near first, above and below before the sides, where the lines run: the first free place, or the one that covers least. */
static struct xy place_number(const struct chart_trechter *t, size_t i, double wide, const struct box *placed)
{
	static const struct xy turn[] = {{0, 1}, {0, -1}, {1, 0}, {-1, 0}, {0.8, 0.8}, {-0.8, 0.8}, {0.8, -0.8}, {-0.8, -0.8}};
	struct xy from = point_at(t, i), best = from;
	double least = INFINITY;

	for (int ring = 0; ring < 4; ring++)
		for (size_t k = 0; k < sizeof(turn) / sizeof(*turn); k++) {
			struct xy at = {from.x + turn[k].x * (DOT + wide / 2 + 1 + ring * HIGH),
				from.y + turn[k].y * (DOT + HIGH / 2.0 + 1 + ring * HIGH)};
			double cost = covered(t, box_around(at, wide, HIGH), placed, i);

			if (cost < least) {
				least = cost;
				best = at;
			}
		}
	return best;
}

/* A number that could not stand beside its point has a thin line to it. */
static void numbers(struct chart *c, const struct chart_trechter *t)
{
	struct box *placed = mem_new(t->count, sizeof(*placed));

	for (size_t i = 0; i < t->count; i++) {
		double wide = (double)text_length(t->punt[i].nummer) * CHART_CHAR + 1;
		struct xy at = place_number(t, i, wide, placed), from = point_at(t, i);

		placed[i] = box_around(at, wide, HIGH);
		if (hypot(at.x - from.x, at.y - from.y) > DOT + wide / 2 + HIGH)
			chart_line(c, from.x, from.y, from.x + (at.x - from.x) * 0.7, from.y + (at.y - from.y) * 0.7,
				"back lw 0.7 lc rgb '" SOFT "'");
		text_at(c, t->punt[i].nummer, at.x, at.y, "center font 'Arial,11' textcolor rgb '" INK "' front");
	}
	free(placed);
}

static bool points(struct chart *c, const struct chart_trechter *t, const char *name, bool hollow)
{
	bool any = false;

	chart_data(c, name);
	for (size_t i = 0; i < t->count; i++) {
		struct xy at = point_at(t, i);

		if (t->punt[i].voorlopig != hollow)
			continue;
		any = true;
		ROW(c, at.x, at.y);
	}
	chart_data_end(c);
	return any;
}

void chart_make_trechter(struct chart *out, const char *id, const char *title, const char *desc,
	const struct chart_trechter *t)
{
	bool filled, hollow;

	assert(t->count > 0 && t->grens_count > 1 && t->n_tot > t->n_van && t->as_tot > t->as_van);
	chart_start(out, id, title, desc);
	chart_frame(out, CHART_WIDTH, TRECHTER_HOOG, 0, 0, 0, 0);
	CMD(out, "unset xtics\nunset ytics\nset xrange [0:@]\nset yrange [0:@]\n", CHART_WIDTH, TRECHTER_HOOG);
	axis_up(out, t);
	axis_across(out, t);
	limits(out, t);
	limit_texts(out, t);
	numbers(out, t);
	filled = points(out, t, "punt", false);
	hollow = points(out, t, "open", true);
	str_add(&out->script, "plot $laag using 1:2 with lines lw 1.6 lc rgb '" TINT "', "
			      "$hoog using 1:2 with lines lw 1.6 lc rgb '" TINT "', "
			      "$laagst using 1:2 with lines lw 1.6 dt (4,3) lc rgb '" TINT "', "
			      "$hoogst using 1:2 with lines lw 1.6 dt (4,3) lc rgb '" TINT "'");
	if (filled)
		str_add(&out->script, ", $punt using 1:2 with points pt 7 ps 0.6 lc rgb '" BLUE "'");
	if (hollow)
		str_add(&out->script, ", $open using 1:2 with points pt 7 ps 0.7 lc rgb '#ffffff', "
				      "$open using 1:2 with points pt 6 ps 0.6 lc rgb '" BLUE "'");
	str_add(&out->script, "\n");
}
