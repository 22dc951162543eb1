#include "import/intern.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { FIRST_SLOTS = 64 };

uint64_t hash_bytes(uint64_t seed, const void *data, size_t len)
{
	const char *bytes = data;
	uint64_t hash = seed ^ (uint64_t)len * UINT64_C(0x9e3779b97f4a7c15), word;

	for (; len >= sizeof(word); bytes += sizeof(word), len -= sizeof(word)) {
		memcpy(&word, bytes, sizeof(word));
		hash = (hash ^ word) * UINT64_C(0xff51afd7ed558ccd);
		hash ^= hash >> 32;
	}
	word = 0;
	memcpy(&word, bytes, len);
	hash = (hash ^ word) * UINT64_C(0xff51afd7ed558ccd);
	hash ^= hash >> 33;
	hash *= UINT64_C(0xc4ceb9fe1a85ec53);
	return hash ^ hash >> 33;
}

static void rehash(struct intern *in)
{
	size_t slots = in->slots ? in->slots * 2 : FIRST_SLOTS;

	free(in->slot);
	in->slot = mem_new(slots, sizeof(*in->slot));
	in->slots = slots;
	for (size_t i = 0; i < in->count; i++) {
		size_t at = in->item[i].hash & (slots - 1);

		while (in->slot[at])
			at = (at + 1) & (slots - 1);
		in->slot[at] = (uint32_t)i + 1;
	}
}

uint32_t intern_id(struct intern *in, const char *text, size_t len)
{
	uint64_t hash = hash_bytes(0, text, len);
	size_t at;

	if (in->count * 4 >= in->slots * 3)
		rehash(in);
	for (at = hash & (in->slots - 1); in->slot[at]; at = (at + 1) & (in->slots - 1)) {
		uint32_t id = in->slot[at] - 1;

		if (in->item[id].hash == hash && in->item[id].len == len && memcmp(in->item[id].text, text, len) == 0)
			return id;
	}
	in->item = mem_grow(in->item, &in->cap, in->count + 1, sizeof(*in->item));
	in->item[in->count].hash = hash;
	in->item[in->count].text = mem_dup_n(text, len);
	in->item[in->count].len = len;
	in->slot[at] = (uint32_t)in->count + 1;
	return (uint32_t)in->count++;
}

const char *intern_text(const struct intern *in, uint32_t id)
{
	return in->item[id].text;
}

void intern_release(struct intern *in)
{
	for (size_t i = 0; i < in->count; i++)
		free(in->item[i].text);
	free(in->item);
	free(in->slot);
	*in = (struct intern){0};
}
