#include "base/pool.h"

#include <stdlib.h>

#include "base/mem.h"

static void *keep(struct pool *pool, void *ptr)
{
	pool->item = mem_grow(pool->item, &pool->cap, pool->count + 1, sizeof(*pool->item));
	pool->item[pool->count++] = ptr;
	return ptr;
}

void *pool_new(struct pool *pool, size_t count, size_t size)
{
	return keep(pool, mem_new(count, size));
}

char *pool_dup(struct pool *pool, const char *text)
{
	return text ? keep(pool, mem_dup(text)) : NULL;
}

void pool_release(struct pool *pool)
{
	for (size_t i = 0; i < pool->count; i++)
		free(pool->item[i]);
	free(pool->item);
	*pool = (struct pool){NULL, 0, 0};
}
