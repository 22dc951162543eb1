#include "publish/secondary.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* How many audits may be spent on doing better than the first safe answer: fewer for a large block, where each
 * takes longer. */
enum { IMPROVE_AUDITS_MIN = 20, IMPROVE_AUDITS_MAX = 120, IMPROVE_CELLS = 10000 };

/* A block: the cells that rows tie together, hidden or not. What happens in one has no effect in another. */
struct ward {
	struct puzzle *p;
	struct deduce *d;
	struct deduction *out, *scratch; /* of the reader; of the others */
	struct goal *goal;
	unsigned char *done;  /* cells solved in this audit */
	unsigned char *insider, *target; /* for deduce_insiders */
	size_t *cell, *first; /* cells of block b: cell[first[b]] .. cell[first[b + 1] - 1] */
	size_t block_count;
	size_t *row_block; /* per row */
	size_t *rows, *rows_first;
	size_t *hidden_in_series; /* per series: hidden units */
	size_t barred;		  /* a unit that may not be hidden for now; PUZZLE_NONE */
	struct leak_list leak; /* of the last audit */
	uint64_t audits;
};

void leak_list_release(struct leak_list *list)
{
	free(list->item);
	*list = (struct leak_list){0};
}

void secondary_report_release(struct secondary_report *report)
{
	leak_list_release(&report->leak);
	*report = (struct secondary_report){0};
}

static void leak_add(struct leak_list *list, struct leak leak)
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

/* `p` is only changed by secondary_protect. */
static void ward_init(struct ward *w, struct puzzle *p, uint64_t work)
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

static void ward_release(struct ward *w)
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

static bool line_is_safe(const struct ward *w, const struct puzzle_row *row)
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

		if (row->k <= 0 || line_is_safe(w, row))
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

/* `keep`: what out[] has seen holds; only right while nothing was opened since. The readers after the first
 * use room of their own. Leaves the leaks of the first reader who has any. */
static int audit_block(struct ward *w, size_t block, bool keep, struct err *err)
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

int secondary_audit(const struct puzzle *p, uint64_t work, struct leak_list *list, struct err *err)
{
	struct ward w;
	int status = 0;

	/* The audit reads only. */
	ward_init(&w, (struct puzzle *)(uintptr_t)p, work);
	for (size_t b = 0; b < w.block_count && !status; b++) {
		status = audit_block(&w, b, false, err);
		for (size_t i = 0; i < w.leak.count && !status; i++)
			leak_add(list, w.leak.item[i]);
	}
	ward_release(&w);
	return status;
}

/* ---- which unit to hide ------------------------------------------------------------------- */

/* What a reader loses, less where he misses the same figure in another period already. */
static int64_t loss(const struct ward *w, size_t unit)
{
	const struct puzzle_unit *u = &w->p->unit[unit];
	bool itself = u->state != PUZZLE_UNIT_OPEN;

	return u->series != PUZZLE_NONE && w->hidden_in_series[u->series] > itself ? u->cost : 2 * u->cost;
}

/* The open unit that may be hidden so that this cell cannot be worked out; PUZZLE_NONE when there is none. */
static size_t unit_behind(const struct ward *w, const struct attacker *who, size_t cell)
{
	const struct puzzle_cell *c = &w->p->cell[cell];
	size_t unit = c->access == PUZZLE_PRINTED ? c->unit : c->carrier;

	if (unit == PUZZLE_NONE || c->access == PUZZLE_KNOWN || (who->knows_elsewhere && c->elsewhere) ||
		w->p->unit[unit].state != PUZZLE_UNIT_OPEN || w->p->unit[unit].cost == 0 || unit == w->barred)
		return PUZZLE_NONE;
	return unit;
}

/* The cheaper of `best` and the units of row r. */
static void cheapest_in_row(const struct ward *w, const struct attacker *who, size_t r, size_t *best)
{
	const struct puzzle_row *row = &w->p->row[r];

	for (size_t i = 0; i < row->count; i++) {
		size_t u = unit_behind(w, who, w->p->term[row->first + i].cell);

		if (u != PUZZLE_NONE && (*best == PUZZLE_NONE || loss(w, u) < loss(w, *best) ||
			(loss(w, u) == loss(w, *best) && u < *best)))
			*best = u;
	}
}

/* Is the cell the only one in the row that is not determined by the rest of it? */
static bool is_alone(const struct ward *w, const struct attacker *who, size_t r, size_t cell)
{
	const struct puzzle_row *row = &w->p->row[r];

	for (size_t i = 0; i < row->count; i++) {
		size_t c = w->p->term[row->first + i].cell;

		if (c != cell && !has_it(w->p, who, c) && w->out[c].low < w->out[c].high)
			return false;
	}
	return true;
}

/* In a row that alone gives the cell away, or a line of R5 that is not met: something of that very row must go. */
static size_t unit_in_tight_row(const struct ward *w, const struct attacker *who, size_t cell)
{
	size_t best = PUZZLE_NONE;

	for (size_t a = w->p->at_first[cell]; a < w->p->at_first[cell + 1]; a++) {
		const struct puzzle_row *row = &w->p->row[w->p->at[a]];

		if (is_alone(w, who, w->p->at[a], cell) || (row->k > 0 && !line_is_safe(w, row)))
			cheapest_in_row(w, who, w->p->at[a], &best);
	}
	return best;
}

/* The cheapest in the nearest rows that have one, walking over hidden cells away from the leak. */
static size_t unit_nearby(const struct ward *w, const struct attacker *who, size_t cell)
{
	const struct puzzle *p = w->p;
	unsigned char *seen = mem_new(p->cell_count, 1);
	size_t *list = mem_new(p->cell_count, sizeof(*list)), count = 1, best = PUZZLE_NONE, from = 0;

	list[0] = cell;
	seen[cell] = 1;
	while (from < count && best == PUZZLE_NONE) {
		size_t ring = count;

		for (; from < ring; from++) {
			for (size_t a = p->at_first[list[from]]; a < p->at_first[list[from] + 1]; a++) {
				const struct puzzle_row *row = &p->row[p->at[a]];

				cheapest_in_row(w, who, p->at[a], &best);
				for (size_t i = 0; i < row->count; i++) {
					size_t c = p->term[row->first + i].cell;

					if (!seen[c] && !has_it(p, who, c)) {
						seen[c] = 1;
						list[count++] = c;
					}
				}
			}
		}
	}
	free(list);
	free(seen);
	return best;
}

static struct attacker attacker_of(const struct leak *leak)
{
	return (struct attacker){leak->soort == LEAK_ELSEWHERE, leak->insider};
}

/* PUZZLE_NONE: there is nothing left to hide for this leak. */
static size_t choose(const struct ward *w, const struct leak *leak)
{
	struct attacker who = attacker_of(leak);
	size_t unit = PUZZLE_NONE;

	if (leak->soort == LEAK_LINE)
		cheapest_in_row(w, &who, leak->row, &unit);
	else
		unit = unit_in_tight_row(w, &who, leak->cell);
	return unit == PUZZLE_NONE ? unit_nearby(w, &who, leak->cell) : unit;
}

/* Exact before narrow, primary before the rest, narrow before wide; then the first. */
static bool is_worse(const struct leak *a, const struct leak *b)
{
	int64_t wide_a = a->found.high - a->found.low, wide_b = b->found.high - b->found.low;

	if (a->soort != b->soort)
		return a->soort < b->soort;
	return wide_a < wide_b;
}

/* ---- hiding and opening ------------------------------------------------------------------- */

static void set_state(struct ward *w, size_t unit, enum puzzle_unit_state state)
{
	struct puzzle_unit *u = &w->p->unit[unit];

	if (u->series != PUZZLE_NONE) {
		if (u->state == PUZZLE_UNIT_OPEN && state != PUZZLE_UNIT_OPEN)
			w->hidden_in_series[u->series]++;
		if (u->state != PUZZLE_UNIT_OPEN && state == PUZZLE_UNIT_OPEN)
			w->hidden_in_series[u->series]--;
	}
	u->state = state;
}

/* Hides until the block is safe. 1: safe, 0: cannot be, -1: error. */
static int hide_block(struct ward *w, size_t block, struct err *err)
{
	bool keep = false;

	for (;;) {
		const struct leak *worst;
		size_t unit = PUZZLE_NONE;

		if (audit_block(w, block, keep, err))
			return -1;
		keep = true;
		if (w->leak.count == 0)
			return 1;
		worst = &w->leak.item[0];
		for (size_t i = 1; i < w->leak.count; i++)
			if (is_worse(&w->leak.item[i], worst))
				worst = &w->leak.item[i];
		unit = choose(w, worst);
		if (unit == PUZZLE_NONE)
			return 0;
		set_state(w, unit, PUZZLE_UNIT_SECONDARY);
	}
}

/* The secondary units of a block, ascending. */
static size_t *secondaries(const struct ward *w, size_t block, size_t *count)
{
	const struct puzzle *p = w->p;
	size_t *unit = mem_new(w->first[block + 1] - w->first[block], sizeof(*unit));

	*count = 0;
	for (size_t i = w->first[block]; i < w->first[block + 1]; i++) {
		size_t u = p->cell[w->cell[i]].unit;

		if (u != PUZZLE_NONE && p->unit[u].state == PUZZLE_UNIT_SECONDARY && p->unit[u].cost > 0 &&
			p->of_unit[p->of_unit_first[u]] == w->cell[i])
			unit[(*count)++] = u;
	}
	return unit;
}

/* A secondary unit of its own accord: it may be opened again. */
static bool may_open(const struct ward *w, size_t unit)
{
	return unit != PUZZLE_NONE && w->p->unit[unit].state == PUZZLE_UNIT_SECONDARY && w->p->unit[unit].cost > 0;
}

/* What else must be opened after an opening left this leak: a hidden figure that can be worked out serves no
 * purpose any more. False when a primary one leaks. */
static bool open_with(struct ward *w, const struct leak *leak, size_t *opened, size_t *count)
{
	const struct puzzle *p = w->p;
	size_t from = *count;

	if (leak->soort == LEAK_SECONDARY && may_open(w, p->cell[leak->cell].unit)) {
		opened[(*count)++] = p->cell[leak->cell].unit;
	} else if (leak->soort == LEAK_LINE) {
		const struct puzzle_row *row = &p->row[leak->row];

		for (size_t i = 1; i < row->count; i++) {
			size_t c = p->term[row->first + i].cell, u = p->cell[c].unit;

			if (puzzle_is_visible(p, c) || u == PUZZLE_NONE)
				continue;
			if (!may_open(w, u))
				break;
			set_state(w, u, PUZZLE_UNIT_OPEN); /* so that none is taken twice */
			opened[(*count)++] = u;
		}
	}
	for (size_t i = from; i < *count; i++)
		set_state(w, opened[i], PUZZLE_UNIT_OPEN);
	return *count > from;
}

/* Opens a unit, and those that then serve no purpose; takes it back when that leaks. */
static int try_open(struct ward *w, size_t block, size_t unit, struct err *err)
{
	size_t *opened = mem_new(w->first[block + 1] - w->first[block], sizeof(*opened)), count = 1;
	int status;

	opened[0] = unit;
	set_state(w, unit, PUZZLE_UNIT_OPEN);
	do
		status = audit_block(w, block, false, err);
	while (!status && w->leak.count > 0 && open_with(w, &w->leak.item[0], opened, &count));
	for (size_t i = 0; i < count && w->leak.count > 0; i++)
		set_state(w, opened[i], PUZZLE_UNIT_SECONDARY);
	free(opened);
	return status;
}

/* Opens what need not be hidden, the greatest loss first. */
static int open_block(struct ward *w, size_t block, struct err *err)
{
	size_t count, *unit = secondaries(w, block, &count);
	int status = 0;

	while (count > 0 && !status) {
		size_t best = 0;

		for (size_t i = 1; i < count; i++)
			if (loss(w, unit[i]) > loss(w, unit[best]))
				best = i;
		if (may_open(w, unit[best]))
			status = try_open(w, block, unit[best], err);
		unit[best] = unit[--count];
	}
	free(unit);
	return status;
}

/* The states of the units of a block, to go back to: item[i] belongs to the unit of the block's cell i. */
static enum puzzle_unit_state *save_states(const struct ward *w, size_t block, int64_t *cost)
{
	size_t count = w->first[block + 1] - w->first[block];
	enum puzzle_unit_state *state = mem_new(count, sizeof(*state));

	*cost = 0;
	for (size_t i = 0; i < count; i++) {
		size_t c = w->cell[w->first[block] + i], u = w->p->cell[c].unit;

		if (u == PUZZLE_NONE)
			continue;
		state[i] = w->p->unit[u].state;
		if (state[i] == PUZZLE_UNIT_SECONDARY && w->p->of_unit[w->p->of_unit_first[u]] == c)
			*cost += loss(w, u);
	}
	return state;
}

static void restore_states(struct ward *w, size_t block, const enum puzzle_unit_state *state)
{
	size_t count = w->first[block + 1] - w->first[block];

	for (size_t i = 0; i < count; i++) {
		size_t u = w->p->cell[w->cell[w->first[block] + i]].unit;

		if (u != PUZZLE_NONE)
			set_state(w, u, state[i]);
	}
}

/* Does the block without hiding this unit cost less? Then it stays so. */
static int try_without(struct ward *w, size_t block, size_t unit, struct err *err)
{
	int64_t before, after;
	enum puzzle_unit_state *old = save_states(w, block, &before);
	int safe;

	w->barred = unit;
	set_state(w, unit, PUZZLE_UNIT_OPEN);
	safe = hide_block(w, block, err);
	w->barred = PUZZLE_NONE;
	if (safe > 0 && open_block(w, block, err))
		safe = -1;
	free(save_states(w, block, &after));
	if (safe <= 0 || after >= before)
		restore_states(w, block, old);
	free(old);
	return safe < 0 ? -1 : 0;
}

static uint64_t improve_audits(size_t cells)
{
	uint64_t audits = IMPROVE_CELLS / cells;

	if (audits < IMPROVE_AUDITS_MIN)
		return IMPROVE_AUDITS_MIN;
	return audits > IMPROVE_AUDITS_MAX ? IMPROVE_AUDITS_MAX : audits;
}

/* The first choice is the cheapest at the moment, which can end dear: the dearest secondary units are tried
 * without. */
static int improve_block(struct ward *w, size_t block, struct err *err)
{
	uint64_t limit = w->audits + improve_audits(w->first[block + 1] - w->first[block]);
	size_t count, *unit = secondaries(w, block, &count);
	int status = 0;

	while (count > 0 && w->audits < limit && !status) {
		size_t best = 0;

		for (size_t i = 1; i < count; i++)
			if (loss(w, unit[i]) > loss(w, unit[best]))
				best = i;
		if (may_open(w, unit[best]))
			status = try_without(w, block, unit[best], err);
		unit[best] = unit[--count];
	}
	free(unit);
	return status;
}

static int protect_block(struct ward *w, size_t block, struct secondary_report *report, struct err *err)
{
	int safe = hide_block(w, block, err);

	if (safe < 0)
		return -1;
	if (!safe) {
		for (size_t i = 0; i < w->leak.count; i++)
			leak_add(&report->leak, w->leak.item[i]);
		return 0;
	}
	return open_block(w, block, err) || improve_block(w, block, err) ? -1 : 0;
}

static void count_hidden(const struct puzzle *p, struct secondary_report *report)
{
	for (size_t u = 0; u < p->unit_count; u++) {
		report->primary += p->unit[u].state == PUZZLE_UNIT_PRIMARY;
		if (p->unit[u].state == PUZZLE_UNIT_SECONDARY) {
			report->secondary++;
			report->cost += p->unit[u].cost;
		}
	}
}

int secondary_protect(struct puzzle *p, uint64_t work, struct secondary_report *report, struct err *err)
{
	struct ward w;
	int status = 0;

	assert(p->sealed);
	ward_init(&w, p, work);
	for (size_t b = 0; b < w.block_count && !status; b++)
		status = protect_block(&w, b, report, err);
	report->audits += w.audits;
	ward_release(&w);
	count_hidden(p, report);
	if (!status && report->leak.count > 0) {
		err_set(err, ERR_DATA, "Deze cijfers zijn niet veilig te publiceren: kleine aantallen blijven te herleiden.");
		err_advise(err, "Voeg kleine wijken samen of publiceer alleen de gemeente.");
		status = err_outcome(err, "Er is niets gepubliceerd.");
	}
	return status;
}
