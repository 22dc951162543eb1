/* gezien.h - what a reader of a layer has, read from its cells and from nothing else: which counts he can see, which
 * ranges, and what words tell him of the counts they hide. Inside publish; for publish/toets. */
#ifndef PUBLISH_GEZIEN_H
#define PUBLISH_GEZIEN_H

#include "publish/grootheid.h"

/* A count lies between bounds, says a cell: the count x itself, or what it leaves of n. */
struct uitspraak {
	size_t x, n; /* n: GROOTHEID_GEEN when it is about x itself */
	int64_t min, max;
};

struct gezien {
	const struct layer *layer;
	const struct grootheden *g;
	bool *aantal; /* per count: the reader has the number */
	bool *bereik; /* per count that is a range of the source: the reader has that range */
	struct uitspraak *uitspraak;
	size_t uitspraak_count, uitspraak_cap;
	/* What no puzzle is needed for, for the intern log: "OAB-01 Dorp 2026-K2; ..."; empty: nothing. A cell of a niveau
	 * that is not public, a delivered figure of a wijk, an index with more digits than are printed, a range within that
	 * of the source, words of counts that are not known. */
	struct str fout;
};

/* All counts a percentage, a change, a spread or an estimate is made of count as seen. `all`: the outcomes of the
 * layer, in its order. */
void gezien_read(struct gezien *z, const struct layer *layer, const struct grootheden *g, const struct uitkomst_list *all);
void gezien_release(struct gezien *z);

#endif
