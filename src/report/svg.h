/* svg.h - takes over what gnuplot drew: reads its SVG strictly, keeps only shapes and text, puts the real
 * names in the place of the placeholders, and gives the picture a title, a description and ids of its
 * own. What it does not know it refuses, so that nothing a drawing program may do reaches a reader: no
 * script, no link, no entity, no style. */
#ifndef REPORT_SVG_H
#define REPORT_SVG_H

#include <stddef.h>

#include "base/err.h"
#include "base/macro.h"
#include "base/str.h"

/* A checked picture: one <svg> element with role="img". */
struct svg {
	struct str text;
};
void svg_release(struct svg *svg);

struct svg_wrap {
	const char *id;	   /* prefix of the ids, so that several stand in one page: letters, digits, '-' */
	const char *title; /* what it shows, in one line */
	const char *desc;  /* the figures in words */
	const char *const *label; /* real texts of the placeholders L001, L002 ... */
	size_t label_count;
};

/* `in` as gnuplot's svg terminal wrote it. ERR_DEFECT for an element, attribute, colour or text that is
 * not expected, and for a placeholder that was not drawn: a wijk must not vanish from a chart. */
int svg_adopt(struct svg *out, const char *in, size_t len, const struct svg_wrap *wrap, struct err *err) MUST_USE;

#endif
