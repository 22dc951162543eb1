/* group.h - the hidden cells of a puzzle that hang together, and their bounds pulled through the rows. The first
 * half of publish/deduce: everything that bounds alone can say. */
#ifndef PUBLISH_GROUP_H
#define PUBLISH_GROUP_H

#include "publish/deduce.h"

/* Cells or rows, each at most once. */
struct group_set {
	size_t *item;
	size_t count;
	unsigned char *has;
};

struct group {
	const struct puzzle *p;
	int64_t *low, *high;		   /* per cell */
	struct group_set cells, rows;	   /* the group */
	struct group_set part, part_rows;  /* what still hangs together of it after narrowing */
	size_t *queue;			   /* rows to narrow, a ring */
	unsigned char *queued;
	bool narrowed; /* the bounds reached their end */
};

void group_init(struct group *g, const struct puzzle *p);
void group_release(struct group *g);

/* The terms of a row. */
const struct puzzle_term *group_terms(const struct group *g, size_t row);
/* Is there one value left? */
bool group_is_fixed(const struct group *g, size_t cell);
/* Does the row hold for who sees what `who` sees? True when a cell of it is hidden. */
bool group_row_holds(struct group *g, const struct attacker *who, size_t row);

/* The group of `seed`, narrowed. False on a contradiction. */
bool group_begin(struct group *g, const struct attacker *who, size_t seed);
/* The next part in g->part and g->part_rows; *at starts at 0. False at the end. */
bool group_next_part(struct group *g, size_t *at);
void group_end(struct group *g);

#endif
