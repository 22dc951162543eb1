/* area.h - the cell of an area column to an area: by code (with or without prefix, zeros lost, small letters),
 * by name or alias, in the division that was valid in the row's period. What it cannot be, and what was
 * probably meant, stands in the message. */
#ifndef IMPORT_AREA_H
#define IMPORT_AREA_H

#include "base/err.h"
#include "base/macro.h"
#include "def/gebied.h"
#include "def/import_def.h"

enum area_soort {
	AREA_GEBIED,
	AREA_TOTAAL,	/* a total row: the gemeente's own value */
	AREA_OVERSLAAN	/* of another gemeente, in a national file: not ours */
};

struct area_hit {
	enum area_soort soort;
	const struct gebied *gebied; /* borrowed from the list; the gemeente for a total; NULL to skip */
	char *melding;		     /* how the text was read when that is worth saying; owned by the caller */
};

struct area_vraag {
	const struct import_def *def;
	const struct import_kolom *kolom;
	const struct gebied_list *gebieden;
	struct periode periode; /* PERIODE_GEEN: whatever is valid */
};

/* `text` is trimmed and not empty. ERR_DATA with advice. */
int area_read(const struct area_vraag *vraag, const char *text, struct area_hit *out, struct err *err) MUST_USE;

#endif
