/* dubbel.h - keys that were seen before, with the line on which: rows that were delivered twice, and children
 * who stand in a list more than once. Only hashes are kept, never the key itself. */
#ifndef IMPORT_DUBBEL_H
#define IMPORT_DUBBEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/macro.h"

/* 96 bits: with 20 million keys the chance that two different ones meet is less than 1 in 10^14. */
struct dubbel_sleutel {
	uint64_t a;
	uint32_t b;
};

struct dubbel_item {
	uint64_t a;
	uint32_t b;
	uint32_t line;	/* first line with this key; 0: free */
	uint64_t extra; /* the caller's: a hash of the values, or which counts it is in */
};

struct dubbel {
	struct dubbel_item *slot;
	size_t slots, count;
};

/* Key of a row: call dubbel_mix for each part, in order. */
void dubbel_mix(struct dubbel_sleutel *key, const void *data, size_t len);
/* The entry of this key; a new one has this line and extra 0. *found says whether it was there. Borrowed until
 * the next call. */
struct dubbel_item *dubbel_put(struct dubbel *d, struct dubbel_sleutel key, int64_t line, bool *found);
void dubbel_release(struct dubbel *d);

#endif
