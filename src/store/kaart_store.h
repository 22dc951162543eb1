/* kaart_store.h - the shapes of areas, for a map: what was loaded from GeoJSON (profile wijk_geojson), read back from
 * its register. A shape is of an area in one division. */
#ifndef STORE_KAART_STORE_H
#define STORE_KAART_STORE_H

#include <stddef.h>
#include <stdint.h>

#include "store/store.h"

#define KAART_BRON "wijk_geojson"

/* Millionths of a degree, WGS84. */
struct kaart_punt {
	int32_t lon, lat;
};

/* Closed: the last point is the first. Rings of one shape are drawn together, even-odd: a ring in a ring is a hole. */
struct kaart_ring {
	struct kaart_punt *punt;
	size_t count;
};

struct kaart_vorm {
	char *code, *indeling; /* WK063705, 2025 */
	struct kaart_ring *ring;
	size_t count;
};

struct kaart {
	struct kaart_vorm *vorm; /* by code, then indeling */
	size_t count;
};

/* All shapes that count in the stand; none is an empty map. The caller releases. */
int kaart_store_load(struct store *store, struct stand stand, struct kaart *out, struct err *err) MUST_USE;
void kaart_release(struct kaart *kaart);
/* Borrowed; NULL when there is no shape of this area. */
const struct kaart_vorm *kaart_find(const struct kaart *kaart, const char *code, const char *indeling);

#endif
