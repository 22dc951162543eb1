/* ontwerp.h - what an unknown file looks like, as the start of an import profile: dialect, header, and for each
 * column the type its cells fit. Guesses are only a start: a person completes the profile. Keeps texts of a
 * column only when they are few and repeat (codes), and refuses files with person data like any other. */
#ifndef IMPORT_ONTWERP_H
#define IMPORT_ONTWERP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/macro.h"
#include "def/gebied.h"
#include "def/import_def.h"
#include "import/finding.h"

enum { ONTWERP_CODES = 30, ONTWERP_TEKENS = 6 };

struct ontwerp_kolom {
	char *naam;
	enum kolom_type type;
	const char *niveau; /* of a gebied; static */
	enum periode_soort periode; /* kind of period of a datum or periode */
	bool decimalen, punt; /* of a getal; punt: the decimal sign is a point */
	bool leeg;	      /* some cells are empty */
	struct text_list codes;	 /* of a code: its values, in order of appearance */
	/* Of numbers: what stood between them and is none ("<5", "-"). Of a gebied: what is no known area. */
	struct text_list tekens;
};

struct ontwerp {
	const char *codering; /* static: "UTF-8" */
	char delimiter;
	int64_t kopregel, regels; /* data lines */
	struct ontwerp_kolom *kolom;
	size_t kolom_count;
	int gebied, periode; /* columns; -1: none was found */
	bool uniek;	     /* area, period and codes together occur once each */
};

/* Reads the whole file. 0 also when it was refused: then `findings` holds a fout and there are no columns.
 * `gebieden` may be empty. The caller releases. */
int ontwerp_file(const char *path, const struct gebied_list *gebieden, struct ontwerp *out,
	struct finding_list *findings, struct err *err) MUST_USE;
void ontwerp_release(struct ontwerp *o);

#endif
