#include "store/velden.h"

#include <stdlib.h>

#include "base/mem.h"

static const char *dup_column(struct call *c, int i, struct pool *pool)
{
	return pool_dup(pool, col_text(c, i));
}

void velden_take(struct velden *v, struct call *c, int i, struct pool *pool)
{
	if (col_is_null(c, i))
		return;
	v->naam = mem_grow(v->naam, &v->naam_cap, v->count + 1, sizeof(*v->naam));
	v->waarde = mem_grow(v->waarde, &v->waarde_cap, v->count + 1, sizeof(*v->waarde));
	v->naam[v->count] = dup_column(c, i, pool);
	v->waarde[v->count] = dup_column(c, i + 1, pool);
	v->count++;
}

void velden_give(struct velden *v, struct pool *pool, size_t *count, const char *const **naam,
	const char *const **waarde)
{
	const char **names = pool_new(pool, v->count, sizeof(*names));
	const char **values = pool_new(pool, v->count, sizeof(*values));

	for (size_t i = 0; i < v->count; i++) {
		names[i] = v->naam[i];
		values[i] = v->waarde[i];
	}
	*count = v->count;
	*naam = names;
	*waarde = values;
	v->count = 0;
}

void velden_release(struct velden *v)
{
	free(v->naam);
	free(v->waarde);
	*v = (struct velden){NULL, NULL, 0, 0, 0};
}
