/* intern.h - texts that are kept once in the database: their ids, remembered. Only for this room.
 * A hash table in memory; the database stays the truth. */
#ifndef STORE_INTERN_H
#define STORE_INTERN_H

#include <stddef.h>
#include <stdint.h>

struct intern_item {
	char *text; /* NULL: free place */
	int64_t id;
};

struct intern {
	struct intern_item *item; /* open addressing; `room` is a power of two */
	size_t count, room;
	size_t last; /* place of the text asked last: files repeat themselves */
};

/* The id, or 0 when it is not remembered. */
int64_t intern_get(struct intern *in, const char *text);
/* Remembers; the text must not be there yet. */
void intern_put(struct intern *in, const char *text, int64_t id);
/* Forgets all and frees. */
void intern_clear(struct intern *in);

#endif
