#include "report/chart_script.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "base/text.h"

void chart_release(struct chart *chart)
{
	for (size_t i = 0; i < chart->label_count; i++)
		free(chart->label[i]);
	free(chart->label);
	free(chart->id);
	free(chart->title);
	free(chart->desc);
	str_release(&chart->script);
	svg_release(&chart->svg);
}

/* ---- writing commands --------------------------------------------------------------------- */

void chart_start(struct chart *out, const char *id, const char *title, const char *desc)
{
	*out = (struct chart){.id = mem_dup(id), .title = mem_dup(title), .desc = mem_dup(desc)};
}

static void number(struct chart *c, double value)
{
	num_add_double(&c->script, value, 4, '.');
}

void chart_cmd(struct chart *c, const char *text, const double *value)
{
	for (; *text; text++) {
		if (*text == '@')
			number(c, *value++);
		else
			str_add_char(&c->script, *text);
	}
}

void chart_label(struct chart *c, const char *text)
{
	c->label = mem_grow(c->label, &c->label_cap, c->label_count + 1, sizeof(*c->label));
	c->label[c->label_count++] = mem_dup(text);
	assert(c->label_count < 1000);
	str_add_f(&c->script, "'L%03zu'", c->label_count);
}

void chart_frame(struct chart *c, int width, int height, int left, int right, int top, int bottom)
{
	c->width = width;
	c->height = height;
	str_add(&c->script, "set encoding utf8\nunset key\nset border 0\nset tics scale 0\n");
	CMD(c, "set lmargin at screen @\nset rmargin at screen @\n", (double)left / width,
		1 - (double)right / width);
	CMD(c, "set tmargin at screen @\nset bmargin at screen @\n", 1 - (double)top / height,
		(double)bottom / height);
}

void chart_data(struct chart *c, const char *name)
{
	str_add_f(&c->script, "$%s << EOD\n", name);
}

void chart_data_end(struct chart *c)
{
	str_add(&c->script, "EOD\n");
}

void chart_row(struct chart *c, const double *value, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			str_add_char(&c->script, ' ');
		number(c, value[i]);
	}
	str_add_char(&c->script, '\n');
}

void chart_line(struct chart *c, double x1, double y1, double x2, double y2, const char *style)
{
	CMD(c, "set arrow from @,@ to @,@ nohead ", x1, y1, x2, y2);
	str_add_f(&c->script, "%s\n", style);
}

char *chart_short(const char *naam, size_t most)
{
	struct str s = STR_INIT;
	size_t at = 0, len = strlen(naam);
	uint32_t cp;

	if (text_length(naam) <= most)
		return mem_dup(naam);
	for (size_t i = 0; i + 1 < most && at < len; i++)
		at += text_utf8_next(naam + at, len - at, &cp);
	str_add_n(&s, naam, at);
	str_add(&s, "…");
	return str_detach(&s);
}

int chart_names_width(size_t longest)
{
	enum { LEAST = 84, MOST = 150 };

	if (longest > MOST / CHART_CHAR)
		return MOST;
	return longest * CHART_CHAR < LEAST ? LEAST : (int)longest * CHART_CHAR;
}
