/* beleid.h - the rules that hold for what a reader sees, as a sentence and as numbers: printed on everything of
 * edition openbaar (calculation.md E.5, R9). Pure. */
#ifndef PUBLISH_BELEID_H
#define PUBLISH_BELEID_H

#include <stddef.h>

#include "base/str.h"
#include "def/definities.h"
#include "publish/layer.h"

/* How many figures there are in a set of them, and how many of those the rules hide. */
struct beleid_telling {
	size_t cijfers, afgeschermd;
};
/* All figures with something to show or to hide of the indicators `id` (NULL: of all). */
struct beleid_telling beleid_count(const struct layer *layer, const char *const *id, size_t id_count);

/* "Privacyregels: aantallen van 1 tot en met 4 ... Afgeschermd: 12 van de 340 cijfers." */
void beleid_add(struct str *s, const struct privacy_def *policy, struct beleid_telling telling);

#endif
