/* All panels stand in one coordinate frame, in CSS pixels with y upwards: one plot, whatever the number of areas. */
#include "report/chart_veelvoud.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/num.h"
#include "base/text.h"
#include "report/chart_regels.h"
#include "report/chart_script.h"

enum {
	LEFT = 42, /* the numbers at the axis */
	GAP = 12,
	NAME = 18, /* above each panel, and for each line of its name more */
	NAME_LINE = 14,
	BODY = 58,
	APART = 8,
	YEARS = 16, /* below the last row */
	PANEL = (VEELVOUD_BREED - LEFT - GAP * (VEELVOUD_KOLOMMEN - 1) - 2) / VEELVOUD_KOLOMMEN,
	NAME_CHARS = 20 /* of name and value together */
};

/* The corner of a panel: left and bottom. */
struct place {
	double x, y;
	bool first, last; /* in its row; at the foot of its column */
};

static size_t rows_of(const struct chart_veelvoud *v)
{
	return (v->paneel_count + VEELVOUD_KOLOMMEN - 1) / VEELVOUD_KOLOMMEN;
}

/* A long name stands on more lines, before the value. */
static struct chart_regels name_of(const struct veelvoud_paneel *panel)
{
	size_t value = panel->laatste ? text_length(panel->laatste) : 0;
	struct chart_regels name;

	chart_regels(&name, panel->naam, value < NAME_CHARS / 2 ? NAME_CHARS - value : NAME_CHARS / 2);
	return name;
}

/* Above the panels of a row as much room as the longest name there takes. */
static int name_height(const struct chart_veelvoud *v, size_t row)
{
	size_t most = 1;

	for (size_t i = row * VEELVOUD_KOLOMMEN; i < v->paneel_count && i < (row + 1) * VEELVOUD_KOLOMMEN; i++) {
		struct chart_regels name = name_of(&v->paneel[i]);

		most = name.count > most ? name.count : most;
		chart_regels_release(&name);
	}
	return NAME + (int)(most - 1) * NAME_LINE;
}

/* From the top to the foot of so many rows. */
static int rows_height(const struct chart_veelvoud *v, size_t rows)
{
	int height = 0;

	for (size_t row = 0; row < rows; row++)
		height += name_height(v, row) + BODY + APART;
	return height;
}

static int height_of(const struct chart_veelvoud *v)
{
	return rows_height(v, rows_of(v)) + YEARS;
}

static struct place place_of(const struct chart_veelvoud *v, size_t i)
{
	size_t row = i / VEELVOUD_KOLOMMEN, column = i % VEELVOUD_KOLOMMEN;

	return (struct place){.x = LEFT + (double)column * (PANEL + GAP),
		.y = height_of(v) - rows_height(v, row + 1) + APART,
		.first = column == 0,
		.last = i + VEELVOUD_KOLOMMEN >= v->paneel_count};
}

static double at_x(const struct chart_veelvoud *v, struct place p, double year)
{
	return p.x + (year - v->jaar_van) / (v->jaar_tot + 1 - v->jaar_van) * PANEL;
}

static double at_y(const struct chart_veelvoud *v, struct place p, double value)
{
	return p.y + (value - v->as_van) / (v->as_tot - v->as_van) * BODY;
}

static void text_at(struct chart *c, const char *text, double x, double y, const char *style)
{
	str_add(&c->script, "set label ");
	chart_label(c, text);
	CMD(c, " at @,@ ", x, y);
	str_add_f(&c->script, "%s\n", style);
}

/* ---- one panel ----------------------------------------------------------------------------- */

static void axis(struct chart *c, const struct chart_veelvoud *v, struct place p)
{
	int decimals = v->stap >= 1 ? 0 : v->stap >= 0.1 ? 1 : v->stap >= 0.01 ? 2 : 3;

	for (int i = 0; v->as_van + i * v->stap <= v->as_tot + v->stap / 100; i++) {
		double value = v->as_van + i * v->stap, y = at_y(v, p, value);
		struct str text = STR_INIT;

		chart_line(c, p.x, y, p.x + PANEL, y, "back lw 1 lc rgb '" RULE "'");
		num_add_double(&text, value, decimals, ',');
		if (v->eenheid)
			str_add(&text, v->eenheid);
		if (p.first)
			text_at(c, str_text(&text), p.x - 5, y, "right font 'Arial,10' textcolor rgb '" SOFT "'");
		str_release(&text);
	}
}

/* The first and the last year say which span it is; lines at each year say where they lie. */
static void years(struct chart *c, const struct chart_veelvoud *v, struct place p)
{
	char *from = mem_printf("%d", v->jaar_van), *to = mem_printf("%d", v->jaar_tot);

	for (int year = v->jaar_van + 1; year <= v->jaar_tot; year++)
		chart_line(c, at_x(v, p, year), p.y, at_x(v, p, year), p.y + BODY, "back lw 0.6 lc rgb '" RULE "'");
	if (p.last) {
		text_at(c, from, p.x, p.y - 9, "left font 'Arial,10' textcolor rgb '" SOFT "'");
		if (v->jaar_tot > v->jaar_van)
			text_at(c, to, p.x + PANEL, p.y - 9, "right font 'Arial,10' textcolor rgb '" SOFT "'");
	}
	free(from);
	free(to);
}

static void norms(struct chart *c, const struct chart_veelvoud *v, struct place p)
{
	for (size_t i = 0; i < v->norm_count; i++) {
		const struct chart_norm *n = &v->norm[i];
		double y = at_y(v, p, n->waarde);

		chart_line(c, at_x(v, p, n->van), y, at_x(v, p, n->tot), y,
			n->vastgesteld ? "front lw 1.2 lc rgb '" INK "'" : "front lw 1.2 dt (3,3) lc rgb '" INK "'");
	}
}

static void words(struct chart *c, const struct veelvoud_paneel *panel, struct place p)
{
	struct chart_regels name = name_of(panel);

	for (size_t i = 0; i < name.count; i++)
		text_at(c, name.regel[i], p.x, p.y + BODY + 8 + (double)(name.count - 1 - i) * NAME_LINE,
			"left font 'Arial Bold,11' textcolor rgb '" INK "'");
	if (panel->laatste)
		text_at(c, panel->laatste, p.x + PANEL, p.y + BODY + 8,
			"right font 'Arial,11' textcolor rgb '" BLUE "'");
	if (panel->tekst)
		text_at(c, panel->tekst, p.x + PANEL / 2.0, p.y + BODY / 2.0,
			"center font 'Arial Italic,11' textcolor rgb '" SOFT "'");
	chart_regels_release(&name);
}

/* ---- the points of all panels -------------------------------------------------------------- */

/* An empty row ends a line: at a gap, at a break and at the end of a panel. */
static void lines(struct chart *c, const struct chart_veelvoud *v)
{
	bool joined = false;

	chart_data(c, "lijn");
	for (size_t i = 0; i < v->paneel_count; i++) {
		const struct veelvoud_paneel *panel = &v->paneel[i];
		struct place p = place_of(v, i);

		for (size_t k = 0; k < panel->punt_count; k++) {
			const struct chart_punt *punt = &panel->punt[k];

			if (joined && (k == 0 || !punt->heeft_waarde || punt->breuk_ervoor))
				str_add_char(&c->script, '\n');
			if (punt->heeft_waarde)
				ROW(c, at_x(v, p, punt->x), at_y(v, p, punt->y));
			joined = punt->heeft_waarde;
		}
	}
	chart_data_end(c);
}

/* False when there is none: an empty plot is an error to gnuplot. */
static bool points(struct chart *c, const struct chart_veelvoud *v, const char *name, bool hollow)
{
	bool any = false;

	chart_data(c, name);
	for (size_t i = 0; i < v->paneel_count; i++)
		for (size_t k = 0; k < v->paneel[i].punt_count; k++) {
			const struct chart_punt *punt = &v->paneel[i].punt[k];

			if (!punt->heeft_waarde || punt->voorlopig != hollow)
				continue;
			any = true;
			ROW(c, at_x(v, place_of(v, i), punt->x), at_y(v, place_of(v, i), punt->y));
		}
	chart_data_end(c);
	return any;
}

void chart_make_veelvoud(struct chart *out, const char *id, const char *title, const char *desc,
	const struct chart_veelvoud *v)
{
	bool filled, hollow;

	assert(v->paneel_count > 0 && v->as_tot > v->as_van);
	chart_start(out, id, title, desc);
	chart_frame(out, VEELVOUD_BREED, height_of(v), 0, 0, 0, 0);
	CMD(out, "unset xtics\nunset ytics\nset xrange [0:@]\nset yrange [0:@]\n", VEELVOUD_BREED, height_of(v));
	for (size_t i = 0; i < v->paneel_count; i++) {
		struct place p = place_of(v, i);

		axis(out, v, p);
		years(out, v, p);
		norms(out, v, p);
		words(out, &v->paneel[i], p);
	}
	lines(out, v);
	filled = points(out, v, "punt", false);
	hollow = points(out, v, "open", true);
	str_add(&out->script, "plot ");
	if (filled || hollow)
		str_add(&out->script, "$lijn using 1:2 with lines lw 1.4 lc rgb '" BLUE "'");
	else
		str_add(&out->script, "NaN");
	if (filled)
		str_add(&out->script, ", $punt using 1:2 with points pt 7 ps 0.35 lc rgb '" BLUE "'");
	if (hollow)
		str_add(&out->script, ", $open using 1:2 with points pt 7 ps 0.5 lc rgb '#ffffff', "
				      "$open using 1:2 with points pt 6 ps 0.4 lc rgb '" BLUE "'");
	str_add(&out->script, "\n");
}
