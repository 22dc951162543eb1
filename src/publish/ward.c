#include "publish/ward.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void leak_list_release(struct leak_list *list)
{
	free(list->item);
	*list = (struct leak_list){0};
}

void leak_add(struct leak_list *list, struct leak leak)
{
	list->item = mem_grow(list->item, &list->cap, list->count + 1, sizeof(*list->item));
	list->item[list->count++] = leak;
}

/* ---- blocks ------------------------------------------------------------------------------- */

static size_t root_of(size_t *parent, size_t c)
{
	while (parent[c] != c) {
		parent[c] = parent[parent[c]];
		c = parent[c];
	}
	return c;
}

/* The smallest cell is the root, so that blocks come in the order of their first cells. */
static void join(size_t *parent, size_t a, size_t b)
{
	a = root_of(parent, a);
	b = root_of(parent, b);
	parent[a > b ? a : b] = a > b ? b : a;
}

static size_t *find_roots(const struct puzzle *p)
{
	size_t *parent = mem_new(p->cell_count, sizeof(*parent));

	for (size_t c = 0; c < p->cell_count; c++)
		parent[c] = c;
	for (size_t r = 0; r < p->row_count; r++)
		for (size_t i = 1; i < p->row[r].count; i++)
			join(parent, p->term[p->row[r].first].cell, p->term[p->row[r].first + i].cell);
	for (size_t u = 0; u < p->unit_count; u++)
		for (size_t i = p->of_unit_first[u] + 1; i < p->of_unit_first[u + 1]; i++)
			join(parent, p->of_unit[p->of_unit_first[u]], p->of_unit[i]);
	for (size_t c = 0; c < p->cell_count; c++)
		parent[c] = root_of(parent, c);
	return parent;
}

/* Items grouped by their group number: item[first[g]] .. item[first[g + 1] - 1], ascending. */
static void group(const size_t *group_of, size_t count, size_t groups, size_t **item, size_t **first)
{
	size_t *next = mem_new(groups + 1, sizeof(*next));

	*first = mem_new(groups + 1, sizeof(**first));
	*item = mem_new(count, sizeof(**item));
	for (size_t i = 0; i < count; i++)
		(*first)[group_of[i] + 1]++;
	for (size_t g = 0; g < groups; g++)
		(*first)[g + 1] += (*first)[g];
	for (size_t i = 0; i < count; i++)
		(*item)[(*first)[group_of[i]] + next[group_of[i]]++] = i;
	free(next);
}

static void find_blocks(struct ward *w)
{
	const struct puzzle *p = w->p;
	size_t *root = find_roots(p), *block = mem_new(p->cell_count, sizeof(*block));

	for (size_t c = 0; c < p->cell_count; c++)
		block[c] = root[c] == c ? w->block_count++ : block[root[c]];
	w->row_block = mem_new(p->row_count, sizeof(*w->row_block));
	for (size_t r = 0; r < p->row_count; r++)
		w->row_block[r] = p->row[r].count ? block[p->term[p->row[r].first].cell] : 0;
	group(block, p->cell_count, w->block_count, &w->cell, &w->first);
	group(w->row_block, p->row_count, w->block_count, &w->rows, &w->rows_first);
	free(root);
	free(block);
}

void ward_init(struct ward *w, struct puzzle *p, uint64_t work)
{
	size_t series = 0;

	*w = (struct ward){.p = p, .barred = PUZZLE_NONE};
	w->d = deduce_new(p, work);
	w->out = mem_new(p->cell_count, sizeof(*w->out));
	w->scratch = mem_new(p->cell_count, sizeof(*w->scratch));
	w->goal = mem_new(p->cell_count, sizeof(*w->goal));
	w->done = mem_new(p->cell_count, 1);
	w->insider = mem_new(p->cell_count, 1);
	w->target = mem_new(p->cell_count, 1);
	for (size_t c = 0; c < p->cell_count; c++)
		w->out[c] = (struct deduction){0, 0, 1, 0};
	for (size_t u = 0; u < p->unit_count; u++)
		if (p->unit[u].series != PUZZLE_NONE && p->unit[u].series >= series)
			series = p->unit[u].series + 1;
	w->hidden_in_series = mem_new(series, sizeof(*w->hidden_in_series));
	for (size_t u = 0; u < p->unit_count; u++)
		if (p->unit[u].series != PUZZLE_NONE && p->unit[u].state != PUZZLE_UNIT_OPEN)
			w->hidden_in_series[p->unit[u].series]++;
	find_blocks(w);
}

void ward_release(struct ward *w)
{
	deduce_free(w->d);
	free(w->out);
	free(w->scratch);
	free(w->goal);
	free(w->done);
	free(w->insider);
	free(w->target);
	free(w->cell);
	free(w->first);
	free(w->row_block);
	free(w->rows);
	free(w->rows_first);
	free(w->hidden_in_series);
	leak_list_release(&w->leak);
}

/* ---- the requirement ---------------------------------------------------------------------- */

static bool has_it(const struct puzzle *p, const struct attacker *who, size_t cell)
{
	return puzzle_is_visible(p, cell) || (who->knows_elsewhere && p->cell[cell].elsewhere) ||
		cell == who->insider;
}

bool ward_has_it(const struct ward *w, const struct attacker *who, size_t cell)
{
	return has_it(w->p, who, cell);
}

/* The largest the cell can be for who knows only the group it is in. */
static int64_t cap_of(const struct puzzle *p, const struct attacker *who, size_t cell)
{
	int64_t cap = p->cell[cell].max;

	/* Not more steps than cells: a ring of wholes would be a defect of the caller. */
	for (size_t w = p->cell[cell].whole, steps = 0; w != PUZZLE_NONE && steps < p->cell_count;
		w = p->cell[w].whole, steps++) {
		if (has_it(p, who, w) && p->cell[w].has_value && p->cell[w].value < cap)
			cap = p->cell[w].value;
	}
	return cap;
}

static struct goal primary_goal(const struct puzzle *p, const struct attacker *who, size_t cell)
{
	int64_t k = p->cell[cell].k, cap = cap_of(p, who, cell), width = cap - p->cell[cell].min;
	struct goal g = {true, k - 1, k};

	if (g.width > width)
		g.width = width;
	if (g.upper > cap)
		g.upper = cap;
	return g;
}

static struct goal goal_of(const struct puzzle *p, const struct attacker *who, size_t cell, bool in_line)
{
	const struct puzzle_cell *c = &p->cell[cell];

	if (has_it(p, who, cell))
		return (struct goal){false, 0, 0};
	if (c->k > 0)
		return primary_goal(p, who, cell);
	return (struct goal){!who->knows_elsewhere && (c->unit != PUZZLE_NONE || in_line), 1, 0};
}

static bool in_line(const struct puzzle *p, size_t cell)
{
	for (size_t a = p->at_first[cell]; a < p->at_first[cell + 1]; a++) {
		if (p->row[p->at[a]].k > 0)
			return true;
	}
	return false;
}

/* ---- the audit of one block --------------------------------------------------------------- */

static bool is_open_value(const struct ward *w, size_t cell)
{
	const struct deduction *o = &w->out[cell];

	/* Not proven to be undetermined. */
	return o->seen_low >= o->seen_high;
}

static enum leak_soort soort_of(const struct puzzle *p, const struct attacker *who, size_t cell)
{
	if (who->knows_elsewhere)
		return LEAK_ELSEWHERE;
	return p->cell[cell].k > 0 ? LEAK_PRIMARY : LEAK_SECONDARY;
}

/* Is this one of the cells that the audit is about, or only wanted because it stands in a line? */
static bool must_hold(const struct puzzle *p, size_t cell)
{
	return p->cell[cell].k > 0 || p->cell[cell].unit != PUZZLE_NONE;
}

/* Solves the cells list[0..count) that have a goal for this reader, and notes the leaks. */
static int audit_cells(struct ward *w, const struct attacker *who, const size_t *list, size_t count, bool keep,
	struct err *err)
{
	const struct puzzle *p = w->p;

	for (size_t i = 0; i < count; i++) {
		w->goal[list[i]] = goal_of(p, who, list[i], in_line(p, list[i]));
		w->done[list[i]] = 0;
	}
	for (size_t i = 0; i < count; i++) {
		const size_t *cells;
		size_t solved;

		if (!w->goal[list[i]].wanted || w->done[list[i]])
			continue;
		if (deduce_around(w->d, who, list[i], w->goal, keep, w->out, &cells, &solved, err))
			return -1;
		for (size_t k = 0; k < solved; k++)
			w->done[cells[k]] = 1;
	}
	for (size_t i = 0; i < count; i++) {
		size_t c = list[i];

		if (w->goal[c].wanted && must_hold(p, c) && !goal_met(&w->goal[c], &w->out[c]))
			leak_add(&w->leak, (struct leak){soort_of(p, who, c), c, PUZZLE_NONE, PUZZLE_NONE,
				w->out[c], w->goal[c]});
	}
	return 0;
}

/* The hidden parts of a line: how many, of how many we have the value, and of how many children together (at
 * least, where a source hides a value from us too). */
static void line_hidden(const struct ward *w, const struct puzzle_row *row, size_t *count, size_t *valued, int64_t *sum)
{
	*count = *valued = 0;
	*sum = 0;
	for (size_t i = 1; i < row->count; i++) {
		size_t c = w->p->term[row->first + i].cell;

		if (puzzle_is_visible(w->p, c) || (!must_hold(w->p, c) && is_open_value(w, c)))
			continue;
		++*count;
		*valued += w->p->cell[c].has_value;
		*sum += w->p->cell[c].has_value ? w->p->cell[c].value : w->p->cell[c].min;
	}
}

bool ward_line_is_safe(const struct ward *w, const struct puzzle_row *row)
{
	size_t total = w->p->term[row->first].cell, count, valued;
	int64_t sum;

	if (!puzzle_is_visible(w->p, total) && !is_open_value(w, total))
		return true;
	line_hidden(w, row, &count, &valued, &sum);
	/* In published files none has a value: then the intervals alone speak. */
	return valued == 0 || (count >= 2 && sum >= row->k);
}

static void audit_lines(struct ward *w, size_t block)
{
	for (size_t i = w->rows_first[block]; i < w->rows_first[block + 1]; i++) {
		const struct puzzle_row *row = &w->p->row[w->rows[i]];
		size_t total;

		if (row->k <= 0 || ward_line_is_safe(w, row))
			continue;
		total = w->p->term[row->first].cell;
		leak_add(&w->leak, (struct leak){LEAK_LINE, total, w->rows[i], PUZZLE_NONE, w->out[total],
			{true, 1, row->k}});
	}
}

static void mark_insiders(struct ward *w, size_t cell)
{
	const struct puzzle_cell *c = &w->p->cell[cell];
	bool hidden = c->k > 0 && c->has_value && !puzzle_is_visible(w->p, cell);

	w->target[cell] = hidden;
	w->insider[cell] = hidden && c->value == 1;
}

static int audit_insiders(struct ward *w, const size_t *list, size_t count, struct err *err)
{
	int found = 0;

	for (size_t i = 0; i < count; i++) {
		mark_insiders(w, list[i]);
		w->done[list[i]] = 0;
	}
	for (size_t i = 0; i < count && found == 0; i++) {
		struct insider_leak leak;
		const size_t *cells;
		size_t solved;

		if (!w->insider[list[i]] || w->done[list[i]])
			continue;
		found = deduce_insiders(w->d, list[i], w->insider, w->target, &leak, &cells, &solved, err);
		if (found > 0)
			leak_add(&w->leak, (struct leak){LEAK_INSIDER, leak.cell, PUZZLE_NONE, leak.insider,
				leak.found, {true, 1, 0}});
		for (size_t k = 0; k < solved && found >= 0; k++)
			w->done[cells[k]] = 1;
	}
	return found < 0 ? -1 : 0;
}

/* The readers after the first use room of their own. */
int ward_audit(struct ward *w, size_t block, bool keep, struct err *err)
{
	const size_t *list = w->cell + w->first[block];
	size_t count = w->first[block + 1] - w->first[block];
	const struct attacker reader = ATTACKER_READER, elsewhere = {true, PUZZLE_NONE};
	struct deduction *own = w->out;
	bool other = false;
	int status;

	w->leak.count = 0;
	w->audits++;
	for (size_t i = 0; i < count; i++) {
		size_t c = list[i];

		/* A cell without a goal keeps what it is: itself. */
		if (puzzle_is_visible(w->p, c))
			w->out[c] = (struct deduction){w->p->cell[c].value, w->p->cell[c].value,
				w->p->cell[c].value, w->p->cell[c].value};
		other = other || (w->p->cell[c].elsewhere && !puzzle_is_visible(w->p, c));
	}
	status = audit_cells(w, &reader, list, count, keep, err);
	if (status)
		return status;
	audit_lines(w, block);
	if (w->leak.count)
		return 0;
	w->out = w->scratch;
	if (other)
		status = audit_cells(w, &elsewhere, list, count, false, err);
	if (!status)
		status = audit_insiders(w, list, count, err);
	w->out = own;
	return status;
}
