#include "store/intern.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { ROOM_FIRST = 256, ROOM_MAX = 1 << 18 };

/* FNV-1a, 64 bits. Texts come from our own profiles: no need to stand against chosen collisions. */
static size_t hash(const char *text)
{
	uint64_t h = UINT64_C(14695981039346656037);

	for (; *text; text++)
		h = (h ^ (unsigned char)*text) * UINT64_C(1099511628211);
	return (size_t)(h ^ (h >> 32));
}

/* The place of the text, or the free place where it belongs. */
static size_t place_of(const struct intern *in, const char *text)
{
	size_t place = hash(text) & (in->room - 1);

	while (in->item[place].text && strcmp(in->item[place].text, text) != 0)
		place = (place + 1) & (in->room - 1);
	return place;
}

int64_t intern_get(struct intern *in, const char *text)
{
	const struct intern_item *last;

	if (!in->count)
		return 0;
	last = &in->item[in->last];
	if (last->text && strcmp(last->text, text) == 0)
		return last->id;
	in->last = place_of(in, text);
	return in->item[in->last].id;
}

static void grow(struct intern *in)
{
	struct intern_item *old = in->item;
	size_t room = in->room;

	in->room = room ? 2 * room : ROOM_FIRST;
	in->item = mem_new(in->room, sizeof(*in->item));
	in->last = 0;
	for (size_t i = 0; i < room; i++)
		if (old[i].text)
			in->item[place_of(in, old[i].text)] = old[i];
	free(old);
}

void intern_put(struct intern *in, const char *text, int64_t id)
{
	size_t place;

	if (in->room >= ROOM_MAX && 2 * in->count >= in->room)
		intern_clear(in); /* memory stays bounded; the database still knows */
	if (2 * in->count >= in->room)
		grow(in);
	place = place_of(in, text);
	in->item[place] = (struct intern_item){mem_dup(text), id};
	in->count++;
}

void intern_clear(struct intern *in)
{
	for (size_t i = 0; i < in->room; i++)
		free(in->item[i].text);
	free(in->item);
	*in = (struct intern){NULL, 0, 0, 0};
}
