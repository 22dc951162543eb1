/* tekst.h - what people write in a report: reports/tekst/<naam>.md in the werkmap, with the role of who wrote it and
 * the date. A small part of Markdown: paragraphs, lists with "- ", and "# kop" that says where a part belongs.
 * It is shown as text of people, never mixed with what the program made. */
#ifndef REPORT_TEKST_H
#define REPORT_TEKST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/err.h"
#include "base/macro.h"

struct tekst_deel {
	char *kop;  /* in small letters; "" for what stands before the first heading */
	char *body; /* lines as written, without the heading */
};

struct tekst {
	char *rol; /* "procesmanager LEA" */
	struct date datum;
	bool definitief; /* only with `geaccepteerd` */
	bool openbaar;	 /* may stand in edition openbaar too; the writer says so, because a text can name anything */
	char *geaccepteerd_rol; /* who has read the generated text and accepts it; NULL: nobody yet */
	struct date geaccepteerd_op;
	struct tekst_deel *deel;
	size_t count, cap;
};

/* Empty when the file is not there. ERR_DEFINITION with the line for a missing rol or datum, for `status: definitief`
 * without `geaccepteerd`, for what is no UTF-8, and for a file above 64 KiB. The caller releases. */
int tekst_load(struct tekst *out, const char *werkmap, const char *naam, struct err *err) MUST_USE;
void tekst_release(struct tekst *t);
/* The body under a heading; NULL when there is none. Borrowed. */
const char *tekst_deel(const struct tekst *t, const char *kop);

#endif
