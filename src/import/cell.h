/* cell.h - one delivered cell to a number or a state. Knows the Dutch dialects, guesses nothing: what has
 * two readings is refused with both named. Every refusal is an ERR_DATA with its own reason and advice;
 * where it stood is added by the caller. Dates and periods are in cell_periode.h. */
#ifndef IMPORT_CELL_H
#define IMPORT_CELL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/macro.h"
#include "def/import_def.h"
#include "store/waarneming_store.h"

/* A number as the source writes it. */
struct cell_stijl {
	char decimaal;	 /* ',' or '.' */
	char duizendtal; /* 0: the source uses none */
	int decimalen;	 /* most decimals; 0: a whole number */
	bool procent;	 /* a trailing % is the unit of the column */
};

/* min = max for an exact value; x 10^-schaal. */
struct cell_waarde {
	enum staat staat;
	bool begrensd;
	int64_t min, max;
	int schaal;
};

/* Takes white space off both ends, also no-break and other Unicode spaces; changes only `*text`, `*len`. */
void cell_trim(const char **text, size_t *len);

/* A number; `text` is trimmed and not empty, and no waardecode. */
int cell_getal(const char *text, const struct cell_stijl *stijl, struct cell_waarde *out, struct err *err) MUST_USE;

/* A cell of a column with numbers: waardecode or number, within min and max. NULL or "" is an empty cell. */
int cell_maat(const struct import_def *def, const struct import_kolom *kolom, const char *text,
	struct cell_waarde *out, struct err *err) MUST_USE;

/* ja/nee, j/n, true/false, 1/0 -> "ja" or "nee" (static). */
int cell_janee(const char *text, const char **out, struct err *err) MUST_USE;
/* The value of the code list that the text stands for (case and spaces free), borrowed from the profile. */
int cell_code(const struct import_kolom *kolom, const char *text, const char **out, struct err *err) MUST_USE;

/* "'...'": the text in a message, cut at 40 characters, control characters escaped. Caller frees. */
char *cell_shown(const char *text) MUST_USE;

#endif
