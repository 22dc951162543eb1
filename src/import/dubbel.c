#include "import/dubbel.h"

#include <stdlib.h>

#include "base/mem.h"
#include "import/intern.h"

enum { FIRST_SLOTS = 1024 };

void dubbel_mix(struct dubbel_sleutel *key, const void *data, size_t len)
{
	key->a = hash_bytes(key->a, data, len);
	key->b = (uint32_t)(hash_bytes(key->b ^ UINT64_C(0x5bd1e9955bd1e995), data, len) >> 16);
}

static size_t find(const struct dubbel *d, uint64_t a, uint32_t b)
{
	size_t at = a & (d->slots - 1);

	while (d->slot[at].line && (d->slot[at].a != a || d->slot[at].b != b))
		at = (at + 1) & (d->slots - 1);
	return at;
}

static void grow(struct dubbel *d)
{
	struct dubbel_item *old = d->slot;
	size_t slots = d->slots;

	d->slots = slots ? slots * 2 : FIRST_SLOTS;
	d->slot = mem_new(d->slots, sizeof(*d->slot));
	for (size_t i = 0; i < slots; i++)
		if (old[i].line)
			d->slot[find(d, old[i].a, old[i].b)] = old[i];
	free(old);
}

struct dubbel_item *dubbel_put(struct dubbel *d, struct dubbel_sleutel key, int64_t line, bool *found)
{
	struct dubbel_item *item;

	if (d->count * 4 >= d->slots * 3)
		grow(d);
	item = &d->slot[find(d, key.a, key.b)];
	*found = item->line != 0;
	if (!*found) {
		*item = (struct dubbel_item){key.a, key.b, (uint32_t)line, 0};
		d->count++;
	}
	return item;
}

void dubbel_release(struct dubbel *d)
{
	free(d->slot);
	*d = (struct dubbel){0};
}
