/* html.h - writes HTML that cannot go wrong: every text is escaped, literal markup is only taken from string
 * literals in the source, and every element that is opened is closed in order.
 * It knows no domain words; what stands on a page is decided by its callers. */
#ifndef REPORT_HTML_H
#define REPORT_HTML_H

#include <stddef.h>

#include "base/str.h"
#include "report/boek.h"
#include "report/svg.h"

enum { HTML_DEPTH = 32 };

struct html {
	struct str *out; /* borrowed */
	const char *open[HTML_DEPTH]; /* names of the open elements; literals */
	size_t depth;
	struct boek *boek; /* is told what the tables hold; NULL: nobody */
};

void html_init(struct html *w, struct str *out);
/* Everything that was opened has been closed (assert). */
void html_finish(const struct html *w);

/* Markup as it stands in the source: takes a string literal and nothing else. */
#define html_raw(w, literal) html_add_literal((w), "" literal)
void html_add_literal(struct html *w, const char *literal);

void html_text(struct html *w, const char *text);
/* Names are literals; values are escaped. Pairs of attribute name and value, ended with NULL; a pair whose
 * value is NULL is left out, of a value "" the attribute stays. */
#define html_open(w, ...) html_open_tag((w), __VA_ARGS__, (const char *)NULL)
void html_open_tag(struct html *w, const char *name, ...) __attribute__((sentinel));
/* Closes the innermost element, which must have this name (assert). */
void html_close(struct html *w, const char *name);
/* An element without content: meta, br. */
#define html_void(w, ...) html_void_tag((w), __VA_ARGS__, (const char *)NULL)
void html_void_tag(struct html *w, const char *name, ...) __attribute__((sentinel));
/* Open, text, close: html_el(w, "td", text), html_el(w, "td", text, "class", "getal"). */
#define html_el(w, name, ...) html_element((w), (name), __VA_ARGS__, (const char *)NULL)
void html_element(struct html *w, const char *name, const char *text, ...) __attribute__((sentinel));
/* A chart that svg_adopt has made; nothing else is let through unescaped. */
void html_svg(struct html *w, const struct svg *svg);

#endif
