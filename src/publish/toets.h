/* toets.h - the last step before anything is written: what the cells of a layer show, audited from nothing. It takes no
 * decision over: what a reader has is read from the cells themselves, and from everything they print (publish/gezien) - a
 * percentage counts as its teller and noemer, a change as the figure of the year before.
 *
 * Ranges count too. A teller or noemer shown as "tussen a en b", and what words say of a hidden figure (cel.gezegd, see
 * layer.h), narrow what a reader must still search. Of a side that is small by itself (1 to k - 1, or a nobody that may
 * not be said) the least that may be said is that it is below k: a range that begins at 0 or 1 and ends at k - 1 or
 * above. With words comes "norm gehaald", so that the norm may take off its end; and silence says something as well:
 * where words were said of one wijk, a wijk that could have had them and has not, has k or more. A range that a total
 * has from its parts is laid beside those parts. What is then left is audited like any other puzzle; so a set of words
 * that is safe by itself can be refused, and whoever adds words takes them away and asks again. Inside publish. */
#ifndef PUBLISH_TOETS_H
#define PUBLISH_TOETS_H

#include "publish/grootheid.h"

/* `g`: the counts of the outcomes the layer was made of, prepared; `all`: those outcomes. -1 (ERR_DATA): a small number
 * can be worked out, the numbers contradict each other, or the proof took too much; *plekken then names where, for the
 * intern log only (owned by the caller; may be NULL). Nothing may be published. */
int toets_layer(const struct layer *layer, const struct grootheden *g, const struct uitkomst_list *all, char **plekken,
	struct err *err) MUST_USE;

#endif
