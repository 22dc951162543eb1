#include "def/doel_graaf.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

int doel_next_under(const struct doel_list *list, const struct doel_def *boven, int after)
{
	for (size_t i = (size_t)(after + 1); i < list->count; i++) {
		const struct woord_list *up = &list->item[i].valt_onder;

		if (boven ? woord_list_has(up, boven->id) : up->count == 0)
			return (int)i;
	}
	return -1;
}

/* A goal that is in the set already is not entered again: also a circle ends. */
static void enter(struct doel_set *set, const struct doel_def *d)
{
	size_t index = (size_t)(d - set->list->item);

	if (set->in[index])
		return;
	set->in[index] = true;
	for (int i = -1; (i = doel_next_under(set->list, d, i)) >= 0;)
		enter(set, &set->list->item[i]);
}

void doel_set_init(struct doel_set *set, const struct doel_list *list, const char *id)
{
	const struct doel_def *d = id ? doel_find(list, id) : NULL;

	set->list = list;
	set->in = mem_new(list->count, sizeof(*set->in));
	if (d)
		enter(set, d);
	for (size_t i = 0; !id && i < list->count; i++)
		set->in[i] = true;
}

bool doel_set_has(const struct doel_set *set, const char *id)
{
	const struct doel_def *d = doel_find(set->list, id);

	return d && set->in[d - set->list->item];
}

size_t doel_set_count(const struct doel_set *set)
{
	size_t count = 0;

	for (size_t i = 0; i < set->list->count; i++)
		count += set->in[i];
	return count;
}

void doel_set_release(struct doel_set *set)
{
	free(set->in);
	*set = (struct doel_set){NULL, NULL};
}

bool doel_falls_under(const struct doel_list *list, const char *id, const char *boven)
{
	struct doel_set set;
	bool under;

	doel_set_init(&set, list, boven);
	under = doel_set_has(&set, id);
	doel_set_release(&set);
	return under;
}
