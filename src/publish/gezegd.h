/* gezegd.h - what may be said in words of a figure that is hidden: "norm gehaald; minder dan 5 kinderen niet bereikt"
 * (calculation.md E.5, "Consequence for the 92% norm"). The words tell a reader that what is left of the whole lies in
 * [0, k - 1]. Their absence tells as much: where they could stand and do not, it is k or more. Both are laid into the
 * puzzle as bounds and audited with everything else; when something can then be worked out, nothing is said in the
 * whole puzzle, so that silence means nothing there. Inside publish. */
#ifndef PUBLISH_GEZEGD_H
#define PUBLISH_GEZEGD_H

#include "publish/grootheid.h"

/* Could the words stand at a figure of this indicator, going by what every reader knows? `k`: the limit of the count. */
bool gezegd_kan(const struct privacy_def *policy, const struct indicator_def *def, const struct norm_def *norm, int64_t n,
	int64_t k);
/* What words (true) or silence (false) say of the rest of a whole of n. */
struct bereik gezegd_rest(bool woorden, int64_t n, int64_t k);

/* Decides for all puzzles, after what is hidden was decided (grootheid.verborgen): leaves it in verband.gezegd. */
void gezegd_decide(struct grootheden *g, const struct uitkomst_list *all, const struct definities *defs);
/* The words that were decided on for an outcome; .bekend false: none. */
struct bereik gezegd_van(const struct grootheden *g, const struct uitkomst_list *all, const struct uitkomst *u,
	const struct definities *defs);

#endif
