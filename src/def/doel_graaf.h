/* doel_graaf.h - walking the goal graph: which goals fall under which. A goal may fall under several
 * others, so a walk downwards meets it more than once; a set holds it once. Pure. */
#ifndef DEF_DOEL_GRAAF_H
#define DEF_DOEL_GRAAF_H

#include <stdbool.h>
#include <stddef.h>

#include "def/doel_def.h"

/* Goals of a list; the list must outlive the set. */
struct doel_set {
	const struct doel_list *list;
	bool *in; /* by index in the list */
};

/* The goal and all that falls under it, however deep; empty when `id` is no goal. `id` NULL: all goals. */
void doel_set_init(struct doel_set *set, const struct doel_list *list, const char *id);
/* False for an id that is no goal of the list. */
bool doel_set_has(const struct doel_set *set, const char *id);
size_t doel_set_count(const struct doel_set *set);
void doel_set_release(struct doel_set *set);

/* Index of the next goal after `after` (-1: from the first) that falls directly under `boven` (NULL: under
 * none), in the order of the file; -1 when there is no more. */
int doel_next_under(const struct doel_list *list, const struct doel_def *boven, int after);
/* True when `id` is `boven` or falls under it. */
bool doel_falls_under(const struct doel_list *list, const char *id, const char *boven);

#endif
