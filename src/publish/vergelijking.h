/* vergelijking.h - figures of elsewhere beside one's own: the country, a region, comparable gemeenten, another gemeente.
 *
 * A row of the register `vergelijking` stands beside a figure of the own gemeente only when it is of the same period and
 * the same version of the definition, and has in it every break that was declared for the figure up to that period;
 * otherwise it is refused, and the reason is shown in its place. Pure but for vergelijking_load. */
#ifndef PUBLISH_VERGELIJKING_H
#define PUBLISH_VERGELIJKING_H

#include "publish/layer.h"
#include "store/register_store.h"

enum elders_reden {
	ELDERS_KAN,
	ELDERS_ANDERE_PERIODE,	 /* there is only one of another period */
	ELDERS_ANDERE_DEFINITIE, /* made with another version of the definition */
	ELDERS_BREUK		 /* a break of ours is not in it */
};

struct vergelijking {
	struct register_list rijen; /* empty: none were delivered */
};

int vergelijking_load(struct vergelijking *out, struct store *store, struct stand stand, struct err *err) MUST_USE;
void vergelijking_release(struct vergelijking *v);

/* May the row stand beside the cell? Only for a row of the same indicator. */
enum elders_reden vergelijking_kan(const struct register_rij *rij, const struct layer *layer, const struct cel *c);
/* "landelijk 88,2%; regio: niet te vergelijken (andere definitie)"; adds nothing when there is no row for the cell or it
 * is not of the own gemeente. Of another period only when that group has no row of this one. */
void vergelijking_add(struct str *s, const struct vergelijking *v, const struct layer *layer, const struct cel *c);

#endif
