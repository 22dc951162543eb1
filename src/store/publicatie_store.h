/* publicatie_store.h - the register of publications: which counts went out with which report. Append-only; the one
 * writer is `rapport --publiceer`. Later reports are laid beside it (publish/layer.h, struct eerder). */
#ifndef STORE_PUBLICATIE_STORE_H
#define STORE_PUBLICATIE_STORE_H

#include <stddef.h>

#include "base/pool.h"
#include "def/periode.h"
#include "store/store.h"

/* A count as it stood in a publication, shown or hanging together with what was. */
struct publicatie_telling {
	int64_t publicatie; /* its number; of no meaning when adding */
	const char *sleutel, *gebied, *indeling;
	struct periode periode;
	int64_t min, max, waarde;
	bool getoond;
};

/* A figure as it was printed. */
struct publicatie_cijfer {
	int64_t publicatie;
	const char *indicator, *gebied, *indeling;
	struct periode periode;
	const char *tekst;
};

struct publicatie {
	const char *op, *door;
	struct date stand_per;
	const char *bestand, *sha256;
};

/* What was in one or more publications. */
struct publicatie_inhoud {
	struct publicatie_telling *telling; /* by publication */
	size_t telling_count, telling_cap;
	struct publicatie_cijfer *cijfer; /* by publication */
	size_t cijfer_count, cijfer_cap;
	struct pool pool; /* the texts */
};
void publicatie_inhoud_release(struct publicatie_inhoud *inhoud);

/* Inside the caller's write transaction. */
int publicatie_store_add(struct store *store, const struct publicatie *p, const struct publicatie_inhoud *inhoud,
	struct err *err) MUST_USE;

/* The newest publication of a file with this name, made on or before `dag` (not set: whenever). *nr 0: none. */
struct publicatie_vorige {
	int64_t nr;
	char sha256[65];
};
int publicatie_store_find(struct store *store, const char *bestand, struct date dag, struct publicatie_vorige *out,
	struct err *err) MUST_USE;

/* Everything that was published on or before `dag` (not set: whenever) in publications before number `voor` (0: all).
 * `out` must be empty. */
int publicatie_store_read(struct store *store, struct date dag, int64_t voor, struct publicatie_inhoud *out,
	struct err *err) MUST_USE;

#endif
