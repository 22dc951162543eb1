#include "report/html.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>

void html_init(struct html *w, struct str *out)
{
	*w = (struct html){.out = out};
}

void html_finish(const struct html *w)
{
	assert(w->depth == 0);
}

void html_add_literal(struct html *w, const char *literal)
{
	str_add(w->out, literal);
	if (w->boek && !strchr(literal, '<'))
		boek_text(w->boek, literal);
}

void html_text(struct html *w, const char *text)
{
	str_add_html(w->out, text);
	if (w->boek)
		boek_text(w->boek, text);
}

static void add_tag(struct html *w, const char *name, va_list pairs, struct boek_element *e)
{
	const char *attribute, *value;

	*e = (struct boek_element){.naam = name};
	str_add_f(w->out, "<%s", name);
	while ((attribute = va_arg(pairs, const char *))) {
		value = va_arg(pairs, const char *);
		if (!value)
			continue;
		if (strcmp(attribute, "class") == 0)
			e->class = value;
		else if (strcmp(attribute, "colspan") == 0)
			e->colspan = value;
		else if (strcmp(attribute, "aria-hidden") == 0)
			e->verborgen = true;
		str_add_f(w->out, " %s=\"", attribute);
		str_add_html(w->out, value);
		str_add(w->out, "\"");
	}
	str_add(w->out, ">");
}

/* Elements that begin on a line of their own, so that two pages can be compared line by line. */
static void break_line(struct html *w, const char *name)
{
	static const char *const block[] = {"section", "header", "footer", "main", "div", "table", "tr",
		"thead", "tbody", "figure", "ul", "ol", "li", "dl", "h1", "h2", "h3", "p", "blockquote",
		"body", "head", "meta", "title", "aside", "nav"};

	for (size_t i = 0; i < ARRAY_LEN(block); i++)
		if (strcmp(name, block[i]) == 0)
			str_add_char(w->out, '\n');
}

void html_open_tag(struct html *w, const char *name, ...)
{
	struct boek_element e;
	va_list pairs;

	assert(w->depth < HTML_DEPTH);
	break_line(w, name);
	va_start(pairs, name);
	add_tag(w, name, pairs, &e);
	va_end(pairs);
	if (w->boek)
		boek_open(w->boek, &e);
	w->open[w->depth++] = name;
}

void html_close(struct html *w, const char *name)
{
	assert(w->depth > 0 && strcmp(w->open[w->depth - 1], name) == 0);
	w->depth--;
	str_add_f(w->out, "</%s>", name);
	if (w->boek)
		boek_close(w->boek, name);
}

void html_void_tag(struct html *w, const char *name, ...)
{
	struct boek_element e;
	va_list pairs;

	break_line(w, name);
	va_start(pairs, name);
	add_tag(w, name, pairs, &e);
	va_end(pairs);
}

void html_element(struct html *w, const char *name, const char *text, ...)
{
	struct boek_element e;
	va_list pairs;

	break_line(w, name);
	va_start(pairs, text);
	add_tag(w, name, pairs, &e);
	va_end(pairs);
	if (w->boek)
		boek_open(w->boek, &e);
	html_text(w, text);
	str_add_f(w->out, "</%s>", name);
	if (w->boek)
		boek_close(w->boek, name);
}

void html_svg(struct html *w, const struct svg *svg)
{
	str_add_n(w->out, svg->text.text, svg->text.len);
}
