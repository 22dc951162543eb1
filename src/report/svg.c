#include "report/svg.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"

enum {
	ATTRS_MAX = 16,
	DEPTH_MAX = 16,
	PAINT_MAX = 8 /* "#rrggbb" */
};

/* A piece of the input, not terminated. */
struct span {
	const char *p;
	size_t n;
};

struct attr {
	struct span name, value;
};

struct tag {
	struct span name;
	bool end, empty; /* </x>, <x/> */
	struct attr attr[ATTRS_MAX];
	size_t count;
};

/* What a group hands down to the shapes in it. */
struct paint {
	char color[PAINT_MAX], stroke[PAINT_MAX], fill[PAINT_MAX]; /* "none", "current" or #rrggbb */
	struct span width, cap, anchor, size, weight, style;
	struct span x, y;
	bool rotated;
};

struct adopt {
	const char *p, *end;
	struct str *out;
	const struct svg_wrap *wrap;
	bool *drawn; /* per label */
	struct paint stack[DEPTH_MAX];
	struct span name[DEPTH_MAX];
	size_t depth;
	struct err *err;
};

static bool span_is(struct span s, const char *text)
{
	return s.n == strlen(text) && memcmp(s.p, text, s.n) == 0;
}

static int refuse(struct adopt *a, const char *what, struct span shown)
{
	return err_set(a->err, ERR_DEFECT, "De grafiek van gnuplot bevat iets onbekends (%s: %.*s).", what,
		(int)(shown.n > 40 ? 40 : shown.n), shown.p);
}

/* ---- tags --------------------------------------------------------------------------------- */

static bool is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
		c == ':' || c == '_';
}

static void skip_space(struct adopt *a)
{
	while (a->p < a->end && is_space(*a->p))
		a->p++;
}

static struct span take_name(struct adopt *a)
{
	struct span s = {a->p, 0};

	while (a->p < a->end && is_name(*a->p))
		a->p++;
	s.n = (size_t)(a->p - s.p);
	return s;
}

static int take_attr(struct adopt *a, struct tag *t)
{
	struct attr at;
	const char *close;
	char quote;

	at.name = take_name(a);
	skip_space(a);
	if (at.name.n == 0 || a->p >= a->end || *a->p != '=' || t->count == ATTRS_MAX)
		return refuse(a, "attribuut", (struct span){a->p, (size_t)(a->end - a->p)});
	a->p++;
	skip_space(a);
	quote = a->p < a->end ? *a->p : '\0';
	if (quote != '"' && quote != '\'')
		return refuse(a, "attribuut", at.name);
	close = memchr(a->p + 1, quote, (size_t)(a->end - a->p - 1));
	if (!close)
		return refuse(a, "attribuut", at.name);
	at.value = (struct span){a->p + 1, (size_t)(close - a->p - 1)};
	if (memchr(at.value.p, '&', at.value.n) || memchr(at.value.p, '<', at.value.n))
		return refuse(a, "waarde", at.value);
	a->p = close + 1;
	t->attr[t->count++] = at;
	return 0;
}

/* a->p stands after '<'. */
static int take_tag(struct adopt *a, struct tag *t)
{
	*t = (struct tag){0};
	if (a->p < a->end && *a->p == '/') {
		t->end = true;
		a->p++;
	}
	t->name = take_name(a);
	for (;;) {
		skip_space(a);
		if (a->p >= a->end || t->name.n == 0)
			return refuse(a, "element", t->name);
		if (*a->p == '>')
			break;
		if (*a->p == '/' && a->p + 1 < a->end && a->p[1] == '>') {
			t->empty = true;
			a->p++;
			break;
		}
		if (take_attr(a, t))
			return -1;
	}
	a->p++;
	return 0;
}

static struct span get(const struct tag *t, const char *name)
{
	for (size_t i = 0; i < t->count; i++)
		if (span_is(t->attr[i].name, name))
			return t->attr[i].value;
	return (struct span){NULL, 0};
}

/* Every attribute must be one of the names (NULL-terminated). */
static int check_attrs(struct adopt *a, const struct tag *t, const char *const *names)
{
	for (size_t i = 0; i < t->count; i++) {
		size_t k = 0;

		while (names[k] && !span_is(t->attr[i].name, names[k]))
			k++;
		if (!names[k])
			return refuse(a, "attribuut", t->attr[i].name);
	}
	return 0;
}

/* ---- values ------------------------------------------------------------------------------- */

/* Only what numbers, lists of numbers and path commands are made of. */
static bool is_geometry(struct span s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!(s.p[i] >= '0' && s.p[i] <= '9') && !strchr(" \n\t.,-+MLmlhvHVzZ", s.p[i]))
			return false;
	return s.n > 0;
}

static int hex_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* "rgb( 18,  52,  86)" into #123456. */
static bool read_rgb(struct span s, char out[PAINT_MAX])
{
	static const char digit[] = "0123456789abcdef";
	size_t at = 4;

	if (s.n < 5 || memcmp(s.p, "rgb(", 4) != 0)
		return false;
	out[0] = '#';
	for (int i = 0; i < 3; i++) {
		unsigned v = 0;
		bool seen = false;

		while (at < s.n && s.p[at] == ' ')
			at++;
		for (; at < s.n && s.p[at] >= '0' && s.p[at] <= '9' && v < 256; at++, seen = true)
			v = v * 10 + (unsigned)(s.p[at] - '0');
		if (!seen || v > 255 || at >= s.n || s.p[at++] != (i < 2 ? ',' : ')'))
			return false;
		out[1 + 2 * i] = digit[v / 16];
		out[2 + 2 * i] = digit[v % 16];
	}
	out[7] = '\0';
	return at == s.n;
}

static int read_paint(struct adopt *a, struct span s, char out[PAINT_MAX])
{
	static const struct {
		const char *name, *paint;
	} known[] = {{"none", "none"}, {"currentColor", "current"}, {"black", "#000000"}, {"white", "#ffffff"},
		{"gray", "#808080"}};

	for (size_t i = 0; i < ARRAY_LEN(known); i++)
		if (span_is(s, known[i].name)) {
			memcpy(out, known[i].paint, strlen(known[i].paint) + 1);
			return 0;
		}
	if (s.n == 7 && s.p[0] == '#') {
		for (size_t i = 1; i < 7; i++)
			if (hex_of(s.p[i]) < 0)
				return refuse(a, "kleur", s);
		memcpy(out, s.p, 7);
		out[7] = '\0';
		return 0;
	}
	return read_rgb(s, out) ? 0 : refuse(a, "kleur", s);
}

static int read_geometry(struct adopt *a, const struct tag *t, const char *name, struct span *out)
{
	*out = get(t, name);
	return is_geometry(*out) ? 0 : refuse(a, name, *out);
}

/* "translate(42.29,170.58) rotate(-90.00)" */
static int read_transform(struct adopt *a, struct span s, struct paint *g)
{
	static const char head[] = "translate(";
	const char *comma, *close, *end = s.p + s.n;

	if (s.n < sizeof(head) || memcmp(s.p, head, sizeof(head) - 1) != 0)
		return refuse(a, "plaats", s);
	comma = memchr(s.p, ',', s.n);
	close = memchr(s.p, ')', s.n);
	if (!comma || !close || comma > close)
		return refuse(a, "plaats", s);
	g->x = (struct span){s.p + sizeof(head) - 1, (size_t)(comma - s.p) - (sizeof(head) - 1)};
	g->y = (struct span){comma + 1, (size_t)(close - comma - 1)};
	for (close++; close < end && is_space(*close); close++)
		;
	g->rotated = close < end;
	if (g->rotated && (end - close < 7 || memcmp(close, "rotate(", 7) != 0))
		return refuse(a, "plaats", s);
	return is_geometry(g->x) && is_geometry(g->y) ? 0 : refuse(a, "plaats", s);
}

/* ---- shapes ------------------------------------------------------------------------------- */

/* Copies geometry with runs of white space as one space. */
static void add_geometry(struct adopt *a, struct span s)
{
	bool space = false;

	for (size_t i = 0; i < s.n; i++) {
		if (is_space(s.p[i])) {
			space = true;
			continue;
		}
		if (space && a->out->text[a->out->len - 1] != '"')
			str_add_char(a->out, ' ');
		space = false;
		str_add_char(a->out, s.p[i]);
	}
}

static void add_attr(struct adopt *a, const char *name, struct span value)
{
	str_add_f(a->out, " %s=\"", name);
	add_geometry(a, value);
	str_add_char(a->out, '"');
}

static const char *resolved(const char *paint, const struct paint *g)
{
	return strcmp(paint, "current") == 0 ? g->color : paint;
}

/* A single number as a double, for the few places where something is computed. */
static int number_of(struct adopt *a, struct span s, double *out)
{
	char *text = mem_dup_n(s.p, s.n);
	int bad = num_parse_double(text, out, a->err);

	free(text);
	return bad ? refuse(a, "getal", s) : 0;
}

static int shape_path(struct adopt *a, const struct tag *t, const struct paint *g)
{
	static const char *const names[] = {"stroke", "d", "stroke-dasharray", "fill", NULL};
	struct span d, dash = get(t, "stroke-dasharray");
	char stroke[PAINT_MAX] = "current";

	if (check_attrs(a, t, names) || read_geometry(a, t, "d", &d))
		return -1;
	if (get(t, "stroke").p && read_paint(a, get(t, "stroke"), stroke))
		return -1;
	if (dash.p && !is_geometry(dash))
		return refuse(a, "lijn", dash);
	str_add(a->out, "<path");
	add_attr(a, "d", d);
	str_add_f(a->out, " fill=\"none\" stroke=\"%s\"", resolved(stroke, g));
	add_attr(a, "stroke-width", g->width);
	if (g->cap.n && !span_is(g->cap, "butt"))
		str_add(a->out, " stroke-linecap=\"round\"");
	if (dash.p)
		add_attr(a, "stroke-dasharray", dash);
	str_add(a->out, "/>\n");
	return 0;
}

static int shape_polygon(struct adopt *a, const struct tag *t)
{
	static const char *const names[] = {"fill", "points", "fill-opacity", NULL};
	struct span points, opacity = get(t, "fill-opacity");
	char fill[PAINT_MAX];

	if (check_attrs(a, t, names) || read_geometry(a, t, "points", &points) ||
		read_paint(a, get(t, "fill"), fill))
		return -1;
	if (opacity.p && !is_geometry(opacity))
		return refuse(a, "vlak", opacity);
	str_add(a->out, "<polygon");
	add_attr(a, "points", points);
	str_add_f(a->out, " fill=\"%s\"", fill);
	if (opacity.p)
		add_attr(a, "fill-opacity", opacity);
	str_add(a->out, "/>\n");
	return 0;
}

/* gnuplot draws a point as a reference to a symbol of its own; of those only the circles are used here, and
 * they are drawn as circles. */
static int shape_point(struct adopt *a, const struct tag *t, const struct paint *g)
{
	static const char *const names[] = {"xlink:href", "transform", "color", NULL};
	struct span href = get(t, "xlink:href"), move = get(t, "transform"), scale;
	struct paint at = *g;
	const char *open;
	double radius;
	bool filled = span_is(href, "#gpPt6"), ring = span_is(href, "#gpPt5");

	if (check_attrs(a, t, names))
		return -1;
	open = move.p ? memchr(move.p + move.n - (move.n < 16 ? move.n : 16), '(', move.n < 16 ? move.n : 16) :
			NULL;
	if (!open || (!filled && !ring) || move.p[move.n - 1] != ')')
		return refuse(a, "punt", href);
	scale = (struct span){open + 1, (size_t)(move.p + move.n - 1 - (open + 1))};
	move.n = (size_t)(open - move.p) - strlen(" scale");
	if (read_transform(a, move, &at) || number_of(a, scale, &radius) ||
		read_paint(a, get(t, "color"), at.color))
		return -1;
	str_add(a->out, "<circle");
	add_attr(a, "cx", at.x);
	add_attr(a, "cy", at.y);
	str_add(a->out, " r=\"");
	num_add_double(a->out, radius, 2, '.');
	if (filled)
		str_add_f(a->out, "\" fill=\"%s\"/>\n", at.color);
	else
		str_add_f(a->out, "\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\"/>\n", at.color);
	return 0;
}

static int label_index(struct adopt *a, struct span s, size_t *index)
{
	size_t n = 0;

	while (s.n && is_space(*s.p)) {
		s.p++;
		s.n--;
	}
	while (s.n && is_space(s.p[s.n - 1]))
		s.n--;
	if (s.n != 4 || s.p[0] != 'L')
		return refuse(a, "tekst", s);
	for (size_t i = 1; i < 4; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return refuse(a, "tekst", s);
		n = n * 10 + (size_t)(s.p[i] - '0');
	}
	if (n == 0 || n > a->wrap->label_count)
		return refuse(a, "tekst", s);
	*index = n - 1;
	return 0;
}

static int add_label(struct adopt *a, struct span text, const struct paint *g)
{
	size_t index = 0;

	if (label_index(a, text, &index))
		return -1;
	if (!g->x.n || !g->size.n)
		return refuse(a, "tekst zonder plaats", text);
	a->drawn[index] = true;
	str_add(a->out, "<text");
	if (g->rotated) {
		str_add(a->out, " transform=\"translate(");
		add_geometry(a, g->x);
		str_add_char(a->out, ',');
		add_geometry(a, g->y);
		str_add(a->out, ") rotate(-90)\"");
	} else {
		add_attr(a, "x", g->x);
		add_attr(a, "y", g->y);
	}
	add_attr(a, "font-size", g->size);
	str_add_f(a->out, " fill=\"%s\"", resolved(g->fill, g));
	if (span_is(g->anchor, "middle") || span_is(g->anchor, "end"))
		str_add_f(a->out, " text-anchor=\"%.*s\"", (int)g->anchor.n, g->anchor.p);
	if (span_is(g->weight, "bold"))
		str_add(a->out, " font-weight=\"bold\"");
	if (span_is(g->style, "italic"))
		str_add(a->out, " font-style=\"italic\"");
	str_add_char(a->out, '>');
	str_add_html(a->out, a->wrap->label[index]);
	str_add(a->out, "</text>\n");
	return 0;
}

/* ---- the walk ----------------------------------------------------------------------------- */

static int read_group(struct adopt *a, const struct tag *t, struct paint *g)
{
	static const char *const names[] = {"id", "fill", "color", "stroke", "stroke-width", "stroke-linecap",
		"stroke-linejoin", "transform", "font-family", "font-size", "font-weight", "font-style",
		"text-anchor", "shape-rendering", "xml:space", NULL};
	static const struct {
		const char *name;
		size_t offset;
	} spans[] = {{"stroke-width", offsetof(struct paint, width)}, {"stroke-linecap", offsetof(struct paint, cap)},
		{"text-anchor", offsetof(struct paint, anchor)}, {"font-size", offsetof(struct paint, size)},
		{"font-weight", offsetof(struct paint, weight)}, {"font-style", offsetof(struct paint, style)}};

	if (check_attrs(a, t, names))
		return -1;
	for (size_t i = 0; i < ARRAY_LEN(spans); i++) {
		struct span value = get(t, spans[i].name);

		if (value.p)
			memcpy((char *)g + spans[i].offset, &value, sizeof(value));
	}
	if ((g->width.n && !is_geometry(g->width)) || (g->size.n && !is_geometry(g->size)))
		return refuse(a, "groep", t->name);
	if (get(t, "transform").p && read_transform(a, get(t, "transform"), g))
		return -1;
	if (get(t, "color").p && read_paint(a, get(t, "color"), g->color))
		return -1;
	if (get(t, "fill").p && read_paint(a, get(t, "fill"), g->fill))
		return -1;
	return 0;
}

/* Steps over an element and all it holds: gnuplot's own definitions, title and description. */
static int skip_element(struct adopt *a, const struct tag *t)
{
	char *close = mem_printf("</%.*s>", (int)t->name.n, t->name.p);
	const char *at = t->empty ? a->p : memmem(a->p, (size_t)(a->end - a->p), close, strlen(close));

	if (at && !t->empty)
		at += strlen(close);
	free(close);
	if (!at)
		return refuse(a, "element", t->name);
	a->p = at;
	return 0;
}

static int push(struct adopt *a, const struct tag *t)
{
	if (a->depth + 1 >= DEPTH_MAX)
		return refuse(a, "diepte", t->name);
	a->stack[a->depth + 1] = a->stack[a->depth];
	a->depth++;
	a->name[a->depth] = t->name;
	if (t->empty)
		a->depth--;
	return 0;
}

static int pop(struct adopt *a, const struct tag *t)
{
	if (a->depth == 0 || a->name[a->depth].n != t->name.n ||
		memcmp(a->name[a->depth].p, t->name.p, t->name.n) != 0)
		return refuse(a, "einde", t->name);
	a->depth--;
	return 0;
}

static int start_element(struct adopt *a, const struct tag *t)
{
	static const char *const text_names[] = {"font-family", "font-weight", "font-style", "xml:space", NULL};

	if (span_is(t->name, "g"))
		return push(a, t) || (!t->empty && read_group(a, t, &a->stack[a->depth])) ? -1 : 0;
	if (span_is(t->name, "text") || span_is(t->name, "tspan")) {
		if (check_attrs(a, t, text_names) || push(a, t))
			return -1;
		if (get(t, "font-weight").p)
			a->stack[a->depth].weight = get(t, "font-weight");
		if (get(t, "font-style").p)
			a->stack[a->depth].style = get(t, "font-style");
		return 0;
	}
	if (span_is(t->name, "svg"))
		return push(a, t);
	if (span_is(t->name, "defs") || span_is(t->name, "title") || span_is(t->name, "desc"))
		return skip_element(a, t);
	if (!t->empty)
		return refuse(a, "element", t->name);
	if (span_is(t->name, "path"))
		return shape_path(a, t, &a->stack[a->depth]);
	if (span_is(t->name, "polygon"))
		return shape_polygon(a, t);
	if (span_is(t->name, "use"))
		return shape_point(a, t, &a->stack[a->depth]);
	if (span_is(t->name, "rect") && span_is(get(t, "fill"), "none"))
		return 0; /* the sheet of paper */
	return refuse(a, "element", t->name);
}

static int take_text(struct adopt *a)
{
	const char *next = memchr(a->p, '<', (size_t)(a->end - a->p));
	struct span text = {a->p, (size_t)((next ? next : a->end) - a->p)};

	a->p = text.p + text.n;
	for (size_t i = 0; i < text.n; i++)
		if (!is_space(text.p[i]))
			return add_label(a, text, &a->stack[a->depth]);
	return 0;
}

static int walk(struct adopt *a)
{
	struct tag t;

	while (a->p < a->end) {
		if (*a->p != '<') {
			if (take_text(a))
				return -1;
			continue;
		}
		a->p++;
		if (take_tag(a, &t) || (t.end ? pop(a, &t) : start_element(a, &t)))
			return -1;
	}
	return a->depth == 0 ? 0 : refuse(a, "einde", a->name[a->depth]);
}

/* Over the XML declaration to <svg, whose viewBox gives the size. */
static int find_start(struct adopt *a, struct span *box)
{
	struct adopt look;
	struct tag t;

	a->p = memmem(a->p, (size_t)(a->end - a->p), "<svg", 4);
	if (!a->p)
		return err_set(a->err, ERR_DEFECT, "gnuplot gaf geen grafiek.");
	look = *a;
	look.p++;
	if (take_tag(&look, &t) || read_geometry(a, &t, "viewBox", box))
		return -1;
	return 0;
}

static void open_svg(struct adopt *a, struct span box)
{
	str_add_f(a->out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%.*s\" role=\"img\" "
			  "aria-labelledby=\"%s-t %s-d\">\n<title id=\"%s-t\">",
		(int)box.n, box.p, a->wrap->id, a->wrap->id, a->wrap->id);
	str_add_html(a->out, a->wrap->title);
	str_add_f(a->out, "</title>\n<desc id=\"%s-d\">", a->wrap->id);
	str_add_html(a->out, a->wrap->desc);
	str_add(a->out, "</desc>\n");
}

static int check_drawn(struct adopt *a)
{
	for (size_t i = 0; i < a->wrap->label_count; i++)
		if (!a->drawn[i])
			return err_set(a->err, ERR_DEFECT, "In de grafiek '%s' ontbreekt een tekst.",
				a->wrap->title);
	return 0;
}

int svg_adopt(struct svg *out, const char *in, size_t len, const struct svg_wrap *wrap, struct err *err)
{
	struct str text = STR_INIT;
	struct adopt a = {.p = in, .end = in + len, .out = &text, .wrap = wrap, .err = err};
	struct span box;
	int rc = -1;

	a.drawn = mem_new(wrap->label_count, sizeof(*a.drawn));
	memcpy(a.stack[0].color, "#000000", PAINT_MAX);
	memcpy(a.stack[0].fill, "#000000", PAINT_MAX);
	if (find_start(&a, &box))
		goto out;
	open_svg(&a, box);
	if (walk(&a) || check_drawn(&a))
		goto out;
	str_add(&text, "</svg>\n");
	out->text = text;
	text = (struct str)STR_INIT;
	rc = 0;
out:
	str_release(&text);
	free(a.drawn);
	return rc;
}

void svg_release(struct svg *svg)
{
	str_release(&svg->text);
}
