/* herken.h - which profile a delivered file belongs to, from its header; and with that the delimiter, the
 * encoding and where the data begin. Two profiles that fit equally well are refused, with both named. */
#ifndef IMPORT_HERKEN_H
#define IMPORT_HERKEN_H

#include "base/err.h"
#include "base/macro.h"
#include "base/str.h"
#include "import/geojson.h"
#include "import/kop.h"
#include "import/sniff.h"

struct herken_vraag {
	const char *path;
	const char *werkmap, *installed;
	const char *profiel; /* only this one; NULL: all */
	const struct sniff *sniff;
};

struct herkend {
	struct import_def *def; /* NULL: no profile, and `findings` holds a fout */
	struct kop kop;
	char delimiter;
	enum codering codering;
	struct geojson *kaart; /* the rows come from here; NULL: from the CSV file */
};

int herken(const struct herken_vraag *vraag, struct herkend *out, struct finding_list *findings, struct err *err)
	MUST_USE;
void herkend_release(struct herkend *h);

#endif
