/* velden.h - the names and values that belong to one row, while a join of rows and cells is read. Only for
 * this room. */
#ifndef STORE_VELDEN_H
#define STORE_VELDEN_H

#include "base/pool.h"
#include "store/stmt.h"

struct velden {
	const char **naam, **waarde;
	size_t count, naam_cap, waarde_cap;
};

/* Adds columns i (name) and i + 1 (value) of the row; a name of NULL adds nothing. Texts go to the pool. */
void velden_take(struct velden *v, struct call *c, int i, struct pool *pool);
/* Gives what was taken as two arrays of the pool, and starts again. */
void velden_give(struct velden *v, struct pool *pool, size_t *count, const char *const **naam,
	const char *const **waarde);
void velden_release(struct velden *v);

#endif
