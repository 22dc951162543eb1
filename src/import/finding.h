/* finding.h - what was wrong in a delivered file: where, what, what to do. All findings of a file are
 * collected in one run; one of severity fout refuses the whole file. Never holds a personal value. */
#ifndef IMPORT_FINDING_H
#define IMPORT_FINDING_H

#include <stddef.h>
#include <stdint.h>

#include "base/macro.h"

enum ernst { ERNST_FOUT, ERNST_WAARSCHUWING, ERNST_MELDING };

struct finding {
	enum ernst ernst;
	char *rule;	  /* "kop", "codering", "getal", "bsn" or the id of a check ("C1") */
	int64_t line;	  /* physical line as Excel and Kladblok count; 0 = the file as a whole */
	char *column;	  /* name, or NULL */
	int column_nr;	  /* 1 = A; 0 = none */
	char *text;	  /* what, a Dutch sentence with the value shown safely */
	char *advice;	  /* what to do; may be NULL */
};

struct finding_list {
	struct finding *item;
	size_t count, cap;
	size_t fouten, waarschuwingen; /* counted also beyond the number kept */
};

/* Keeps the first 10 000; counts all. */
struct finding *finding_add(struct finding_list *list, enum ernst ernst, const char *rule, int64_t line,
	const char *fmt, ...) PRINTF_LIKE(5, 6);
/* Both return the finding, so that calls chain: finding_at(finding_add(...), "aantal", 4). */
struct finding *finding_at(struct finding *f, const char *column, int column_nr);
struct finding *finding_advise(struct finding *f, const char *fmt, ...) PRINTF_LIKE(2, 3);
void finding_list_release(struct finding_list *list);

#endif
