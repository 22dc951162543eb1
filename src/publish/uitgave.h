/* uitgave.h - what a report of edition openbaar gives away, for the register of publications; and what was given away
 * before, as a layer to compare with. */
#ifndef PUBLISH_UITGAVE_H
#define PUBLISH_UITGAVE_H

#include "publish/layer.h"
#include "store/publicatie_store.h"

/* The counts and figures of these indicators (NULL: of all) that the layer shows in any area and period, and the counts
 * that hang together with them. More than a report prints of them, never less. Borrows from the layer. */
void uitgave_make(struct publicatie_inhoud *out, const struct layer *layer, const char *const *id, size_t id_count);

/* What was published before as the decision wants it; borrows from `inhoud`, free() the list. */
struct eerder *uitgave_eerder(const struct publicatie_inhoud *inhoud) MUST_USE;

/* The figures as they were printed last, as cells with nothing but their text; NULL when nothing was published. Freed
 * with layer_free; borrows `defs`, `gebieden`. */
struct layer *uitgave_layer(const struct publicatie_inhoud *inhoud, const struct definities *defs,
	const struct gebied_list *gebieden) MUST_USE;

#endif
