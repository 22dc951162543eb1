#include "indicator/adjust.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"

struct ranked {
	double p;
	size_t place; /* in the caller's order */
};

static int ranked_compare(const void *a, const void *b)
{
	const struct ranked *one = a, *two = b;

	if (one->p != two->p)
		return one->p < two->p ? -1 : 1;
	return one->place < two->place ? -1 : one->place > two->place;
}

/* The chances in ascending order, owned by the caller. */
static struct ranked *ranked_new(const double *p, size_t count)
{
	struct ranked *order = mem_new(count, sizeof(*order));
	size_t i;

	for (i = 0; i < count; i++) {
		assert(p[i] >= 0 && p[i] <= 1);
		order[i] = (struct ranked){p[i], i};
	}
	qsort(order, count, sizeof(*order), ranked_compare);
	return order;
}

void adjust_holm(const double *p, double *out, size_t count)
{
	struct ranked *order = ranked_new(p, count);
	double least = 0;
	size_t i;

	for (i = 0; i < count; i++) {
		least = fmax(least, fmin(1, order[i].p * (double)(count - i)));
		out[order[i].place] = least;
	}
	free(order);
}

void adjust_bh(const double *p, double *out, size_t count)
{
	struct ranked *order = ranked_new(p, count);
	double most = 1;
	size_t i;

	for (i = count; i-- > 0;) {
		most = fmin(most, order[i].p * (double)count / (double)(i + 1));
		out[order[i].place] = most;
	}
	free(order);
}

void adjust_bonferroni(const double *p, double *out, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		out[i] = fmin(1, p[i] * (double)count);
}
