/* One coordinate frame in CSS pixels with y upwards, as chart_veelvoud.c. */
#include "report/chart_staven.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/num.h"
#include "base/text.h"
#include "report/chart_script.h"

enum {
	EDGE = 14,
	THICK = 10, /* of a bar */
	AXIS = 20,  /* the numbers below the rows */
	TICK = 4,
	BEHIND = 5  /* between a bar and its name, and its number */
};

/* Where the bars begin, and how many pixels one is. */
struct frame {
	int height;
	double left, scale;
};

/* As long as the axis can be while each number still fits behind its own bar. */
static struct frame frame_of(const struct chart_staven *s)
{
	struct frame f = {.height = (int)s->count * STAVEN_RIJ + AXIS};
	size_t naam = 0;
	double room;

	for (size_t i = 0; i < s->count; i++)
		naam = text_length(s->staaf[i].naam) > naam ? text_length(s->staaf[i].naam) : naam;
	f.left = chart_names_width(naam) + BEHIND;
	room = CHART_WIDTH - EDGE - f.left;
	f.scale = room / s->as_tot;
	for (size_t i = 0; i < s->count; i++) {
		double number = BEHIND + (double)text_length(s->staaf[i].tekst) * CHART_CHAR;

		if (s->staaf[i].heeft_waarde && s->staaf[i].waarde > 0)
			f.scale = fmin(f.scale, fmax(room - number, room / 4) / s->staaf[i].waarde);
	}
	return f;
}

static double row_at(const struct frame *f, size_t i)
{
	return f->height - ((double)i + 0.5) * STAVEN_RIJ;
}

static void text_at(struct chart *c, const char *text, double x, double y, const char *style)
{
	str_add(&c->script, "set label ");
	chart_label(c, text);
	CMD(c, " at @,@ ", x, y);
	str_add_f(&c->script, "%s\n", style);
}

/* A line at zero, which all bars stand against; the other steps have a tick only, or they would cross the numbers. */
static void axis(struct chart *c, const struct chart_staven *s, const struct frame *f)
{
	for (int i = 0; i * s->stap <= s->as_tot + s->stap / 100; i++) {
		double x = f->left + i * s->stap * f->scale;
		struct str text = STR_INIT;

		chart_line(c, x, AXIS - TICK, x, i > 0 ? AXIS : f->height, "front lw 1 lc rgb '" SOFT "'");
		num_add_double(&text, i * s->stap, 0, ',');
		text_at(c, str_text(&text), x, (AXIS - TICK) / 2.0, "center font 'Arial,10' textcolor rgb '" SOFT "'");
		str_release(&text);
	}
}

static void bar(struct chart *c, const struct staaf *s, size_t i, const struct frame *f)
{
	double y = row_at(f, i);

	str_add_f(&c->script, "set object %zu rectangle from ", i + 1);
	CMD(c, "@,@ to @,@", f->left, y - THICK / 2.0, f->left + s->waarde * f->scale, y + THICK / 2.0);
	str_add(&c->script, s->voorlopig ? " fc rgb '#ffffff' fs solid 1.0 border lc rgb '" BLUE "'\n" :
					   " fc rgb '" BLUE "' fs solid 1.0 noborder\n");
}

static void row(struct chart *c, const struct staaf *s, size_t i, const struct frame *f)
{
	double y = row_at(f, i), from = f->left + BEHIND;
	char *naam = chart_short(s->naam, CHART_NAME_CHARS);

	text_at(c, naam, 0, y, "left font 'Arial,12' textcolor rgb '" INK "'");
	free(naam);
	if (s->heeft_waarde) {
		bar(c, s, i, f);
		text_at(c, s->tekst, from + s->waarde * f->scale, y, "left font 'Arial,12' textcolor rgb '" INK "'");
	} else {
		text_at(c, s->tekst, from, y, "left font 'Arial Italic,11' textcolor rgb '" SOFT "'");
	}
}

void chart_make_staven(struct chart *out, const char *id, const char *title, const char *desc,
	const struct chart_staven *s)
{
	struct frame f;

	assert(s->count > 0 && s->as_tot > 0 && s->stap > 0);
	f = frame_of(s);
	chart_start(out, id, title, desc);
	chart_frame(out, CHART_WIDTH, f.height, 0, 0, 0, 0);
	CMD(out, "unset xtics\nunset ytics\nset xrange [0:@]\nset yrange [0:@]\n", CHART_WIDTH, f.height);
	axis(out, s, &f);
	for (size_t i = 0; i < s->count; i++)
		row(out, &s->staaf[i], i, &f);
	str_add(&out->script, "plot NaN\n");
}
