/* via.h - files that name a code, such as a postcode, in the place of a wijk. The counts are kept as they were
 * delivered: of the gemeente, with the code as kenmerk (KENMERK_VIA in store/waarneming_store.h). What belongs to which
 * wijk is computed later, from the koppeling that holds then. Here is checked that there is one that knows the code. */
#ifndef IMPORT_VIA_H
#define IMPORT_VIA_H

#include "import/lezer.h"
#include "import/oogst.h"

/* A code as it is compared: without spaces, in capitals ("2711 ab" is 2711AB). The caller frees. */
char *via_code(const char *text, size_t len) MUST_USE;

/* Takes the code of a row of which the period is known. 1 known, 0 skipped, -1 refused (a finding was added). */
int via_take(struct lezer *l, const struct csv_row *row);

/* Says which codes lie outside the gemeente, and which are divided over wijken. After reading. */
void via_tell(struct lezer *l);

/* Says that a period has counts by code and by area: then those by area hold (indicator/verdeling.h). `was`: what stood. */
void via_tell_mixed(struct lezer *l, const struct oogst *was);

/* Of a koppeling of the wijken of an earlier division: is every code such a wijk, and is every such wijk there? Adds
 * findings. After reading. */
void via_check_wijken(struct lezer *l);

/* Of a koppeling: do the weights of every code add up to what the profile says? Adds findings. After reading. */
void via_check_som(struct lezer *l);

#endif
