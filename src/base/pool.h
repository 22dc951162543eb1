/* pool.h - memory that is let go together: the texts and arrays of a list that was read. */
#ifndef BASE_POOL_H
#define BASE_POOL_H

#include <stddef.h>

#include "base/macro.h"

struct pool {
	void **item;
	size_t count, cap;
};

/* As mem_new and mem_dup, owned by the pool until pool_release; pool_dup(NULL) is NULL. */
void *pool_new(struct pool *pool, size_t count, size_t size) MUST_USE;
char *pool_dup(struct pool *pool, const char *text) MUST_USE;
/* Frees everything; the pool is empty and can be used again. */
void pool_release(struct pool *pool);

#endif
