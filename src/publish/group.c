#include "publish/group.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"

__extension__ typedef __int128 wide;

enum { VISITS_PER_ROW = 60 };

static void set_init(struct group_set *s, size_t size)
{
	*s = (struct group_set){mem_new(size, sizeof(*s->item)), 0, mem_new(size, 1)};
}

static void set_release(struct group_set *s)
{
	free(s->item);
	free(s->has);
}

static void set_add(struct group_set *s, size_t item)
{
	if (s->has[item])
		return;
	s->has[item] = 1;
	s->item[s->count++] = item;
}

static void set_clear(struct group_set *s)
{
	for (size_t i = 0; i < s->count; i++)
		s->has[s->item[i]] = 0;
	s->count = 0;
}

void group_init(struct group *g, const struct puzzle *p)
{
	*g = (struct group){.p = p};
	g->low = mem_new(p->cell_count, sizeof(*g->low));
	g->high = mem_new(p->cell_count, sizeof(*g->high));
	set_init(&g->cells, p->cell_count);
	set_init(&g->rows, p->row_count);
	set_init(&g->part, p->cell_count);
	set_init(&g->part_rows, p->row_count);
	g->queue = mem_new(p->row_count, sizeof(*g->queue));
	g->queued = mem_new(p->row_count, 1);
}

void group_release(struct group *g)
{
	free(g->low);
	free(g->high);
	set_release(&g->cells);
	set_release(&g->rows);
	set_release(&g->part);
	set_release(&g->part_rows);
	free(g->queue);
	free(g->queued);
}

/* ---- what hangs together ------------------------------------------------------------------ */

static bool knows(const struct group *g, const struct attacker *who, size_t cell)
{
	return puzzle_is_visible(g->p, cell) || (who->knows_elsewhere && g->p->cell[cell].elsewhere) ||
		cell == who->insider;
}

const struct puzzle_term *group_terms(const struct group *g, size_t row)
{
	return g->p->term + g->p->row[row].first;
}

bool group_is_fixed(const struct group *g, size_t cell)
{
	return g->low[cell] == g->high[cell];
}

static void cell_begin(struct group *g, const struct attacker *who, size_t cell)
{
	const struct puzzle_cell *c = &g->p->cell[cell];
	bool known = knows(g, who, cell);

	assert(!known || c->has_value);
	g->low[cell] = known ? c->value : c->min;
	g->high[cell] = known ? c->value : c->max;
}

/* Walks from the cells already in `cells` over rows to cells that are not fixed; each fixed cell met on the
 * way is a wall. `begin` says where the bounds come from. */
static void spread(struct group *g, const struct attacker *begin, struct group_set *cells, struct group_set *rows)
{
	const struct puzzle *p = g->p;

	for (size_t i = 0; i < cells->count; i++) {
		size_t c = cells->item[i];

		for (size_t a = p->at_first[c]; a < p->at_first[c + 1]; a++) {
			size_t r = p->at[a];
			const struct puzzle_term *t = group_terms(g, r);

			if (rows->has[r])
				continue;
			set_add(rows, r);
			for (size_t k = 0; k < p->row[r].count; k++) {
				if (cells->has[t[k].cell])
					continue;
				if (begin)
					cell_begin(g, begin, t[k].cell);
				if (!group_is_fixed(g, t[k].cell))
					set_add(cells, t[k].cell);
			}
		}
	}
}

/* ---- narrowing ---------------------------------------------------------------------------- */

static wide div_floor(wide a, int64_t b)
{
	return a / b - (a % b < 0);
}

static bool pull(int64_t *bound, wide to, int dir)
{
	if (dir > 0 ? to <= *bound : to >= *bound)
		return false;
	/* Beyond every number of children: a contradiction, which the caller sees. */
	if (to > PUZZLE_CEILING + 1)
		to = PUZZLE_CEILING + 1;
	if (to < -1)
		to = -1;
	*bound = (int64_t)to;
	return true;
}

/* low <= a x + [min, max] <= high: what x can be. True when something changed. */
static bool narrow_cell(struct group *g, const struct puzzle_row *row, struct puzzle_term t, wide min,
	wide max)
{
	int64_t *low = &g->low[t.cell], *high = &g->high[t.cell], a = t.factor;
	bool changed = false, has_low = row->low != PUZZLE_NO_LOW, has_high = row->high != PUZZLE_NO_HIGH;

	if (a > 0) {
		if (has_high)
			changed = pull(high, div_floor(row->high - min, a), -1);
		if (has_low)
			changed = pull(low, -div_floor(max - row->low, a), 1) || changed;
	} else {
		if (has_high)
			changed = pull(low, -div_floor(row->high - min, -a), 1);
		if (has_low)
			changed = pull(high, div_floor(max - row->low, -a), -1) || changed;
	}
	return changed;
}

static void enqueue(struct group *g, size_t *tail, size_t *count, size_t row)
{
	if (g->queued[row])
		return;
	g->queued[row] = 1;
	g->queue[*tail] = row;
	*tail = (*tail + 1) % g->p->row_count;
	++*count;
}

/* One row. Returns false on a contradiction. */
static bool narrow_row(struct group *g, size_t r, size_t *tail, size_t *count)
{
	const struct puzzle *p = g->p;
	const struct puzzle_row *row = &p->row[r];
	const struct puzzle_term *t = group_terms(g, r);
	wide min = 0, max = 0;

	for (size_t k = 0; k < row->count; k++) {
		min += (wide)t[k].factor * (t[k].factor > 0 ? g->low : g->high)[t[k].cell];
		max += (wide)t[k].factor * (t[k].factor > 0 ? g->high : g->low)[t[k].cell];
	}
	if ((row->high != PUZZLE_NO_HIGH && min > row->high) || (row->low != PUZZLE_NO_LOW && max < row->low))
		return false;
	for (size_t k = 0; k < row->count; k++) {
		size_t c = t[k].cell;
		wide at_low = (wide)t[k].factor * g->low[c], at_high = (wide)t[k].factor * g->high[c];
		wide own_min = t[k].factor > 0 ? at_low : at_high, own_max = t[k].factor > 0 ? at_high : at_low;

		if (group_is_fixed(g, c) || !narrow_cell(g, row, t[k], min - own_min, max - own_max))
			continue;
		if (g->low[c] > g->high[c])
			return false;
		at_low = (wide)t[k].factor * g->low[c];
		at_high = (wide)t[k].factor * g->high[c];
		min += (t[k].factor > 0 ? at_low : at_high) - own_min;
		max += (t[k].factor > 0 ? at_high : at_low) - own_max;
		for (size_t a = p->at_first[c]; a < p->at_first[c + 1]; a++)
			enqueue(g, tail, count, p->at[a]);
	}
	return true;
}

/* Pulls bounds through the rows of the group until nothing changes, or for long enough: bounds are true at
 * every moment. False on a contradiction. */
static bool narrow(struct group *g)
{
	size_t tail = 0, head = 0, count = 0, visits = (g->rows.count + 1) * VISITS_PER_ROW;
	bool holds = true;

	for (size_t i = 0; i < g->rows.count; i++)
		enqueue(g, &tail, &count, g->rows.item[i]);
	while (count > 0) {
		size_t r = g->queue[head];

		head = (head + 1) % g->p->row_count;
		count--;
		g->queued[r] = 0;
		if (holds && visits > 0) {
			visits--;
			holds = narrow_row(g, r, &tail, &count);
		}
	}
	g->narrowed = visits > 0;
	return holds;
}

/* ---- use ---------------------------------------------------------------------------------- */

bool group_begin(struct group *g, const struct attacker *who, size_t seed)
{
	set_clear(&g->cells);
	set_clear(&g->rows);
	cell_begin(g, who, seed);
	set_add(&g->cells, seed);
	if (!group_is_fixed(g, seed))
		spread(g, who, &g->cells, &g->rows);
	set_clear(&g->part);
	return narrow(g);
}

/* The next part of the group, in g->part. Parts done before stay marked in it, so that each comes once. */
bool group_next_part(struct group *g, size_t *at)
{
	for (; *at < g->cells.count; ++*at) {
		size_t c = g->cells.item[*at];

		if (group_is_fixed(g, c) || g->part.has[c])
			continue;
		g->part.count = 0;
		set_clear(&g->part_rows);
		set_add(&g->part, c);
		spread(g, NULL, &g->part, &g->part_rows);
		return true;
	}
	return false;
}

void group_end(struct group *g)
{
	for (size_t i = 0; i < g->cells.count; i++)
		g->part.has[g->cells.item[i]] = 0;
	g->part.count = 0;
}

bool group_row_holds(struct group *g, const struct attacker *who, size_t r)
{
	const struct puzzle_row *row = &g->p->row[r];
	wide sum = 0;

	for (size_t k = 0; k < row->count; k++) {
		struct puzzle_term t = group_terms(g, r)[k];

		cell_begin(g, who, t.cell);
		if (!group_is_fixed(g, t.cell))
			return true;
		sum += (wide)t.factor * g->low[t.cell];
	}
	return sum >= row->low && sum <= row->high;
}
