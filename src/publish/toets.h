/* toets.h - the last step before anything is written: what the cells of a layer show, audited from nothing. It takes no
 * decision over: which counts a reader has is read from the cells themselves, and from everything they print - a
 * percentage counts as its teller and noemer. Inside publish. */
#ifndef PUBLISH_TOETS_H
#define PUBLISH_TOETS_H

#include "publish/grootheid.h"

/* `g`: the counts of the outcomes the layer was made of, prepared; `all`: those outcomes. -1 (ERR_DATA): a small number
 * can be worked out, the numbers contradict each other, or the proof took too much; *plekken then names where, for the
 * intern log only (owned by the caller; may be NULL). Nothing may be published. */
int toets_layer(const struct layer *layer, const struct grootheden *g, const struct uitkomst_list *all, char **plekken,
	struct err *err) MUST_USE;

#endif
