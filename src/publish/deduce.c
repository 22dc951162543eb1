#include "publish/deduce.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"
#include "publish/simplex.h"

__extension__ typedef __int128 wide;

/* Tableau entries changed: the whole audit, one group of cells, and branches for one end of one cell. */
#define WORK_ALL UINT64_C(6000000000)
#define WORK_GROUP UINT64_C(400000000)
enum { NODES = 4000, VISITS_PER_ROW = 60 };

/* Cells or rows, each at most once. */
struct set {
	size_t *item;
	size_t count;
	unsigned char *has;
};

struct deduce {
	const struct puzzle *p;
	uint64_t work;
	bool gave_up;
	int64_t *low, *high;  /* per cell */
	struct set cells, rows; /* the group that hangs together with the seed */
	struct set part, part_rows; /* what hangs together of it after narrowing */
	size_t *queue;		/* rows to narrow, a ring */
	unsigned char *queued;
	size_t *var; /* cell to variable of the tableau */
	bool narrowed; /* the bounds reached their end */
	struct goal *inside_goal; /* room for deduce_insiders */
	struct deduction *inside_out;
};

static void set_init(struct set *s, size_t size)
{
	*s = (struct set){mem_new(size, sizeof(*s->item)), 0, mem_new(size, 1)};
}

static void set_release(struct set *s)
{
	free(s->item);
	free(s->has);
}

static void set_add(struct set *s, size_t item)
{
	if (s->has[item])
		return;
	s->has[item] = 1;
	s->item[s->count++] = item;
}

static void set_clear(struct set *s)
{
	for (size_t i = 0; i < s->count; i++)
		s->has[s->item[i]] = 0;
	s->count = 0;
}

struct deduce *deduce_new(const struct puzzle *p, uint64_t work)
{
	struct deduce *d = mem_new(1, sizeof(*d));

	assert(p->sealed);
	*d = (struct deduce){.p = p, .work = work ? work : WORK_ALL};
	d->low = mem_new(p->cell_count, sizeof(*d->low));
	d->high = mem_new(p->cell_count, sizeof(*d->high));
	set_init(&d->cells, p->cell_count);
	set_init(&d->rows, p->row_count);
	set_init(&d->part, p->cell_count);
	set_init(&d->part_rows, p->row_count);
	d->queue = mem_new(p->row_count, sizeof(*d->queue));
	d->queued = mem_new(p->row_count, 1);
	d->var = mem_new(p->cell_count, sizeof(*d->var));
	d->inside_goal = mem_new(p->cell_count, sizeof(*d->inside_goal));
	d->inside_out = mem_new(p->cell_count, sizeof(*d->inside_out));
	return d;
}

void deduce_free(struct deduce *d)
{
	if (!d)
		return;
	free(d->low);
	free(d->high);
	set_release(&d->cells);
	set_release(&d->rows);
	set_release(&d->part);
	set_release(&d->part_rows);
	free(d->queue);
	free(d->queued);
	free(d->var);
	free(d->inside_goal);
	free(d->inside_out);
	free(d);
}

bool deduce_gave_up(const struct deduce *d)
{
	return d->gave_up;
}

bool goal_met(const struct goal *goal, const struct deduction *d)
{
	return d->seen_low <= d->seen_high && d->seen_high - d->seen_low >= goal->width &&
		d->seen_high >= goal->upper;
}

/* ---- what hangs together ------------------------------------------------------------------ */

static bool knows(const struct deduce *d, const struct attacker *who, size_t cell)
{
	return puzzle_is_visible(d->p, cell) || (who->knows_elsewhere && d->p->cell[cell].elsewhere) ||
		cell == who->insider;
}

static const struct puzzle_term *row_terms(const struct puzzle *p, size_t row)
{
	return p->term + p->row[row].first;
}

static bool is_fixed(const struct deduce *d, size_t cell)
{
	return d->low[cell] == d->high[cell];
}

static void cell_begin(struct deduce *d, const struct attacker *who, size_t cell)
{
	const struct puzzle_cell *c = &d->p->cell[cell];
	bool known = knows(d, who, cell);

	assert(!known || c->has_value);
	d->low[cell] = known ? c->value : c->min;
	d->high[cell] = known ? c->value : c->max;
}

/* Walks from the cells already in `cells` over rows to cells that are not fixed; each fixed cell met on the
 * way is a wall. `begin` says where the bounds come from. */
static void spread(struct deduce *d, const struct attacker *begin, struct set *cells, struct set *rows)
{
	const struct puzzle *p = d->p;

	for (size_t i = 0; i < cells->count; i++) {
		size_t c = cells->item[i];

		for (size_t a = p->at_first[c]; a < p->at_first[c + 1]; a++) {
			size_t r = p->at[a];
			const struct puzzle_term *t = row_terms(p, r);

			if (rows->has[r])
				continue;
			set_add(rows, r);
			for (size_t k = 0; k < p->row[r].count; k++) {
				if (cells->has[t[k].cell])
					continue;
				if (begin)
					cell_begin(d, begin, t[k].cell);
				if (!is_fixed(d, t[k].cell))
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
static bool narrow_cell(struct deduce *d, const struct puzzle_row *row, struct puzzle_term t, wide min,
	wide max)
{
	int64_t *low = &d->low[t.cell], *high = &d->high[t.cell], a = t.factor;
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

static void enqueue(struct deduce *d, size_t *tail, size_t *count, size_t row)
{
	if (d->queued[row])
		return;
	d->queued[row] = 1;
	d->queue[*tail] = row;
	*tail = (*tail + 1) % d->p->row_count;
	++*count;
}

/* One row. Returns false on a contradiction. */
static bool narrow_row(struct deduce *d, size_t r, size_t *tail, size_t *count)
{
	const struct puzzle *p = d->p;
	const struct puzzle_row *row = &p->row[r];
	const struct puzzle_term *t = row_terms(p, r);
	wide min = 0, max = 0;

	for (size_t k = 0; k < row->count; k++) {
		min += (wide)t[k].factor * (t[k].factor > 0 ? d->low : d->high)[t[k].cell];
		max += (wide)t[k].factor * (t[k].factor > 0 ? d->high : d->low)[t[k].cell];
	}
	if ((row->high != PUZZLE_NO_HIGH && min > row->high) || (row->low != PUZZLE_NO_LOW && max < row->low))
		return false;
	for (size_t k = 0; k < row->count; k++) {
		size_t c = t[k].cell;
		wide at_low = (wide)t[k].factor * d->low[c], at_high = (wide)t[k].factor * d->high[c];
		wide own_min = t[k].factor > 0 ? at_low : at_high, own_max = t[k].factor > 0 ? at_high : at_low;

		if (is_fixed(d, c) || !narrow_cell(d, row, t[k], min - own_min, max - own_max))
			continue;
		if (d->low[c] > d->high[c])
			return false;
		at_low = (wide)t[k].factor * d->low[c];
		at_high = (wide)t[k].factor * d->high[c];
		min += (t[k].factor > 0 ? at_low : at_high) - own_min;
		max += (t[k].factor > 0 ? at_high : at_low) - own_max;
		for (size_t a = p->at_first[c]; a < p->at_first[c + 1]; a++)
			enqueue(d, tail, count, p->at[a]);
	}
	return true;
}

/* Pulls bounds through the rows of the group until nothing changes, or for long enough: bounds are true at
 * every moment. False on a contradiction. */
static bool narrow(struct deduce *d)
{
	size_t tail = 0, head = 0, count = 0, visits = (d->rows.count + 1) * VISITS_PER_ROW;
	bool holds = true;

	for (size_t i = 0; i < d->rows.count; i++)
		enqueue(d, &tail, &count, d->rows.item[i]);
	while (count > 0) {
		size_t r = d->queue[head];

		head = (head + 1) % d->p->row_count;
		count--;
		d->queued[r] = 0;
		if (holds && visits > 0) {
			visits--;
			holds = narrow_row(d, r, &tail, &count);
		}
	}
	d->narrowed = visits > 0;
	return holds;
}

/* ---- a tableau of what is left ------------------------------------------------------------ */

static bool is_equation(const struct puzzle_row *row)
{
	return row->low == row->high;
}

/* The part of a row that is fixed. */
static wide fixed_sum(const struct deduce *d, size_t r)
{
	const struct puzzle_term *t = row_terms(d->p, r);
	wide sum = 0;

	for (size_t k = 0; k < d->p->row[r].count; k++) {
		if (is_fixed(d, t[k].cell))
			sum += (wide)t[k].factor * d->low[t[k].cell];
	}
	return sum;
}

/* The least and greatest value of the part that is not fixed. */
static void loose_range(const struct deduce *d, size_t r, wide *min, wide *max)
{
	const struct puzzle_term *t = row_terms(d->p, r);

	*min = *max = 0;
	for (size_t k = 0; k < d->p->row[r].count; k++) {
		size_t c = t[k].cell;

		if (is_fixed(d, c))
			continue;
		*min += (wide)t[k].factor * (t[k].factor > 0 ? d->low : d->high)[c];
		*max += (wide)t[k].factor * (t[k].factor > 0 ? d->high : d->low)[c];
	}
}

static bool to_int64(wide value, int64_t *out)
{
	if (value > INT64_MAX / 4 || value < INT64_MIN / 4)
		return false;
	*out = (int64_t)value;
	return true;
}

/* Row r of the puzzle as equation i; an inequality gets a variable of its own, `slack`, that stands for the
 * sum of its loose part. */
static bool tableau_row(const struct deduce *d, struct simplex *s, size_t r, size_t i, size_t slack)
{
	const struct puzzle_row *row = &d->p->row[r];
	const struct puzzle_term *t = row_terms(d->p, r);
	wide fixed = fixed_sum(d, r), min, max;
	int64_t right = 0, low, high;

	for (size_t k = 0; k < row->count; k++) {
		if (!is_fixed(d, t[k].cell))
			simplex_set_term(s, i, d->var[t[k].cell], t[k].factor);
	}
	if (is_equation(row)) {
		if (!to_int64(row->low - fixed, &right))
			return false;
		simplex_set_right(s, i, right);
		return true;
	}
	loose_range(d, r, &min, &max);
	if (row->low != PUZZLE_NO_LOW && row->low - fixed > min)
		min = row->low - fixed;
	if (row->high != PUZZLE_NO_HIGH && row->high - fixed < max)
		max = row->high - fixed;
	if (!to_int64(min, &low) || !to_int64(max, &high) || low > high)
		return false;
	simplex_set_term(s, i, slack, -1);
	simplex_set_bounds(s, slack, low, high);
	return true;
}

/* NULL when a number does not fit. */
static struct simplex *tableau_new(struct deduce *d)
{
	uint64_t work = d->work < WORK_GROUP ? d->work : WORK_GROUP;
	size_t vars = d->part.count, slack = vars;
	struct simplex *s;
	bool fits = true;

	for (size_t i = 0; i < d->part_rows.count; i++)
		vars += !is_equation(&d->p->row[d->part_rows.item[i]]);
	s = simplex_new(vars, d->part_rows.count, work);
	for (size_t i = 0; i < d->part.count; i++) {
		size_t c = d->part.item[i];

		d->var[c] = i;
		simplex_set_bounds(s, i, d->low[c], d->high[c]);
	}
	for (size_t i = 0; i < d->part_rows.count && fits; i++) {
		size_t r = d->part_rows.item[i];

		fits = tableau_row(d, s, r, i, slack);
		slack += !is_equation(&d->p->row[r]);
	}
	if (fits)
		return s;
	simplex_free(s);
	return NULL;
}

/* ---- one cell ----------------------------------------------------------------------------- */

struct solve {
	struct deduce *d;
	struct simplex *s;
	const struct goal *goal; /* NULL: exactly */
	struct deduction *out;
	bool contradiction;
};

static bool enough(const struct solve *v, size_t cell)
{
	const struct deduction *o = &v->out[cell];

	if (!v->goal)
		return o->low == o->seen_low && o->high == o->seen_high;
	/* Met, or never to be met. */
	return goal_met(&v->goal[cell], o) || o->high - o->low < v->goal[cell].width ||
		o->high < v->goal[cell].upper;
}

static void take_seen(struct solve *v, size_t cell)
{
	struct deduction *o = &v->out[cell];
	int64_t low, high;
	bool none = o->seen_low > o->seen_high;

	if (!simplex_seen(v->s, v->d->var[cell], &low, &high))
		return;
	if (none || low < o->seen_low)
		o->seen_low = low;
	if (none || high > o->seen_high)
		o->seen_high = high;
}

/* True while the tableau is of use. */
static bool carry_on(struct solve *v, enum simplex_status status)
{
	if (status == SIMPLEX_NONE)
		v->contradiction = true;
	if (status == SIMPLEX_OVERFLOW || status == SIMPLEX_LIMIT)
		v->d->gave_up = true;
	return status == SIMPLEX_DONE;
}

static bool push(struct solve *v, size_t cell, int dir)
{
	struct deduction *o = &v->out[cell];
	int64_t bound, stop = dir > 0 ? INT64_MAX : INT64_MIN;
	bool usable;

	if (v->goal) {
		const struct goal *g = &v->goal[cell];

		if (dir > 0)
			stop = o->seen_low <= o->seen_high && o->seen_low + g->width > g->upper ?
				o->seen_low + g->width : g->upper;
		else
			stop = o->seen_low <= o->seen_high ? o->seen_high - g->width : INT64_MIN;
	}
	usable = carry_on(v, simplex_push(v->s, v->d->var[cell], dir, stop, &bound));
	if (usable && dir > 0 && bound < o->high)
		o->high = bound;
	if (usable && dir < 0 && bound > o->low)
		o->low = bound;
	take_seen(v, cell);
	return usable;
}

/* Looks for a whole solution between what was seen and what is proven, and moves one of the two. */
static bool close_gap(struct solve *v, size_t cell, int dir, bool whole_gap)
{
	struct deduction *o = &v->out[cell];
	int64_t from = dir > 0 ? o->seen_high + 1 : o->low, to = dir > 0 ? o->high : o->seen_low - 1;
	int64_t half = from + (to - from) / 2;
	enum simplex_status status;

	/* First the far end itself, then halves. */
	if (dir > 0)
		from = whole_gap ? to : half;
	else
		to = whole_gap ? from : half;
	status = simplex_search(v->s, v->d->var[cell], from, to, NODES);
	if (status == SIMPLEX_NONE && dir > 0)
		o->high = from - 1;
	else if (status == SIMPLEX_NONE)
		o->low = to + 1;
	else if (!carry_on(v, status))
		return false;
	take_seen(v, cell);
	return true;
}

static bool close_gaps(struct solve *v, size_t cell)
{
	struct deduction *o = &v->out[cell];

	if (o->seen_low > o->seen_high) {
		if (!carry_on(v, simplex_search(v->s, v->d->var[cell], o->low, o->high, NODES)))
			return false;
		take_seen(v, cell);
	}
	for (int dir = 1; dir >= -1; dir -= 2) {
		bool first = true;

		while (!enough(v, cell) && (dir > 0 ? o->seen_high < o->high : o->low < o->seen_low)) {
			if (!close_gap(v, cell, dir, first))
				return false;
			first = false;
		}
	}
	return true;
}

static bool solve_cell(struct solve *v, size_t cell)
{
	take_seen(v, cell);
	if (enough(v, cell))
		return true;
	if (!push(v, cell, 1))
		return false;
	if (!enough(v, cell) && !push(v, cell, -1))
		return false;
	return enough(v, cell) || close_gaps(v, cell);
}

/* ---- a part ------------------------------------------------------------------------------- */

/* Every value between the narrowed bounds is reached: no row, or one row with factors 1 and -1. */
static bool is_simple(const struct deduce *d)
{
	const struct puzzle_term *t;

	if (d->part_rows.count == 0)
		return true;
	if (d->part_rows.count > 1 || !d->narrowed)
		return false;
	t = row_terms(d->p, d->part_rows.item[0]);
	for (size_t k = 0; k < d->p->row[d->part_rows.item[0]].count; k++) {
		if (!is_fixed(d, t[k].cell) && t[k].factor != 1 && t[k].factor != -1)
			return false;
	}
	return true;
}

static bool any_wanted(const struct deduce *d, const struct solve *v)
{
	for (size_t i = 0; i < d->part.count; i++) {
		size_t c = d->part.item[i];

		if ((!v->goal || v->goal[c].wanted) && !enough(v, c))
			return true;
	}
	return false;
}

static void solve_simple(const struct deduce *d, struct deduction *out)
{
	for (size_t i = 0; i < d->part.count; i++) {
		size_t c = d->part.item[i];

		out[c].seen_low = out[c].low;
		out[c].seen_high = out[c].high;
	}
}

static void solve_part(struct deduce *d, struct solve *v)
{
	uint64_t before;

	if (is_simple(d)) {
		solve_simple(d, v->out);
		return;
	}
	if (!any_wanted(d, v))
		return;
	v->s = tableau_new(d);
	if (!v->s) {
		d->gave_up = true;
		return;
	}
	before = simplex_work_left(v->s);
	if (carry_on(v, simplex_start(v->s))) {
		for (size_t i = 0; i < d->part.count; i++) {
			size_t c = d->part.item[i];

			if ((!v->goal || v->goal[c].wanted) && !solve_cell(v, c))
				break;
		}
		/* What was seen on the way to one cell counts for the others. */
		for (size_t i = 0; i < d->part.count; i++)
			take_seen(v, d->part.item[i]);
	}
	d->work -= before - simplex_work_left(v->s);
	simplex_free(v->s);
	v->s = NULL;
}

/* ---- insiders of a part -------------------------------------------------------------------- */

struct inside {
	struct solve v; /* one goal and one deduction at a time, in arrays of all cells */
	const unsigned char *insider, *target;
	struct goal *goal;
	struct insider_leak *leak;
	bool found;
};

static bool is_other(const struct puzzle *p, size_t a, size_t b)
{
	return a != b && (p->cell[a].owner == PUZZLE_NONE || p->cell[a].owner != p->cell[b].owner);
}

/* Is the target still open for who knows the insider's cell? */
static bool stays_open(struct inside *in, size_t insider, size_t target)
{
	const struct puzzle_cell *c = &in->v.d->p->cell[target];
	struct deduction *o = &in->v.out[target];

	*o = (struct deduction){in->v.d->low[target], in->v.d->high[target], c->value, c->value};
	in->goal[target] = (struct goal){true, 1, 0};
	if (solve_cell(&in->v, target) && goal_met(&in->goal[target], o))
		return true;
	*in->leak = (struct insider_leak){insider, target, *o};
	in->found = true;
	return false;
}

static void try_insider(struct inside *in, size_t insider)
{
	struct deduce *d = in->v.d;
	size_t var = d->var[insider];

	if (!carry_on(&in->v, simplex_hold(in->v.s, var, d->p->cell[insider].value, d->p->cell[insider].value)))
		return;
	for (size_t i = 0; i < d->part.count && !in->found; i++) {
		size_t c = d->part.item[i];

		if (in->target[c] && is_other(d->p, insider, c) && !stays_open(in, insider, c))
			break;
	}
	/* A tableau that is of no more use says so at the next insider. */
	if (!in->found)
		(void)carry_on(&in->v, simplex_hold(in->v.s, var, d->low[insider], d->high[insider]));
}

static size_t count_marked(const struct deduce *d, const unsigned char *mark)
{
	size_t count = 0;

	for (size_t i = 0; i < d->part.count; i++)
		count += mark[d->part.item[i]];
	return count;
}

static void solve_insiders(struct deduce *d, struct inside *in)
{
	uint64_t before;

	if (count_marked(d, in->insider) == 0 || count_marked(d, in->target) < 2)
		return;
	in->v.s = tableau_new(d);
	before = in->v.s ? simplex_work_left(in->v.s) : 0;
	if (!in->v.s || !carry_on(&in->v, simplex_start(in->v.s))) {
		/* Not proven: the first of the two kinds is named. */
		d->gave_up = in->found = true;
		*in->leak = (struct insider_leak){d->part.item[0], d->part.item[0], in->v.out[d->part.item[0]]};
	}
	for (size_t i = 0; i < d->part.count && !in->found; i++) {
		if (in->insider[d->part.item[i]])
			try_insider(in, d->part.item[i]);
	}
	if (in->v.s)
		d->work -= before - simplex_work_left(in->v.s);
	simplex_free(in->v.s);
	in->v.s = NULL;
}

/* ---- the whole ---------------------------------------------------------------------------- */

static int contradiction(struct err *err)
{
	err_set(err, ERR_DATA, "De gepubliceerde cijfers spreken elkaar tegen.");
	return err_advise(err, "Vergelijk de totalen met de delen, ook in eerdere publicaties.");
}

/* What is known before solving: the bounds, and the true values where all are known to us. */
static void cell_report(const struct deduce *d, size_t c, bool keep, struct deduction *out)
{
	const struct puzzle_cell *cell = &d->p->cell[c];

	out[c].low = d->low[c];
	out[c].high = d->high[c];
	if (is_fixed(d, c)) {
		out[c].seen_low = out[c].seen_high = d->low[c];
	} else if (!keep || out[c].seen_low > out[c].seen_high) {
		out[c].seen_low = d->p->has_values ? cell->value : 1;
		out[c].seen_high = d->p->has_values ? cell->value : 0;
	}
}

/* The group of `seed`, narrowed. */
static int begin_group(struct deduce *d, const struct attacker *who, size_t seed, struct err *err)
{
	set_clear(&d->cells);
	set_clear(&d->rows);
	cell_begin(d, who, seed);
	set_add(&d->cells, seed);
	if (!is_fixed(d, seed))
		spread(d, who, &d->cells, &d->rows);
	set_clear(&d->part);
	return narrow(d) ? 0 : contradiction(err);
}

/* The next part of the group, in d->part. Parts done before stay marked in it, so that each comes once. */
static bool next_part(struct deduce *d, size_t *at)
{
	for (; *at < d->cells.count; ++*at) {
		size_t c = d->cells.item[*at];

		if (is_fixed(d, c) || d->part.has[c])
			continue;
		d->part.count = 0;
		set_clear(&d->part_rows);
		set_add(&d->part, c);
		spread(d, NULL, &d->part, &d->part_rows);
		return true;
	}
	return false;
}

static void end_group(struct deduce *d)
{
	for (size_t i = 0; i < d->cells.count; i++)
		d->part.has[d->cells.item[i]] = 0;
	d->part.count = 0;
}

static int solve_group(struct deduce *d, const struct attacker *who, size_t seed, const struct goal *goal,
	bool keep, struct deduction *out, struct err *err)
{
	struct solve v = {.d = d, .goal = goal, .out = out};
	size_t at = 0;

	if (begin_group(d, who, seed, err))
		return -1;
	for (size_t i = 0; i < d->cells.count; i++)
		cell_report(d, d->cells.item[i], keep, out);
	while (!v.contradiction && next_part(d, &at))
		solve_part(d, &v);
	end_group(d);
	return v.contradiction ? contradiction(err) : 0;
}

int deduce_insiders(struct deduce *d, size_t seed, const unsigned char *insider, const unsigned char *target,
	struct insider_leak *leak, const size_t **cells, size_t *count, struct err *err)
{
	const struct attacker reader = ATTACKER_READER;
	struct inside in = {.insider = insider, .target = target, .goal = d->inside_goal, .leak = leak};
	size_t at = 0;

	in.v = (struct solve){.d = d, .goal = d->inside_goal, .out = d->inside_out};
	if (begin_group(d, &reader, seed, err))
		return -1;
	while (!in.v.contradiction && !in.found && next_part(d, &at))
		solve_insiders(d, &in);
	end_group(d);
	*cells = d->cells.item;
	*count = d->cells.count;
	if (in.v.contradiction)
		return contradiction(err);
	return in.found ? 1 : 0;
}

int deduce_around(struct deduce *d, const struct attacker *who, size_t seed, const struct goal *goal, bool keep,
	struct deduction *out, const size_t **cells, size_t *count, struct err *err)
{
	if (solve_group(d, who, seed, goal, keep, out, err))
		return -1;
	*cells = d->cells.item;
	*count = d->cells.count;
	return 0;
}

/* A row without a hidden cell must hold too. */
static bool row_holds(struct deduce *d, const struct attacker *who, size_t r)
{
	const struct puzzle_row *row = &d->p->row[r];
	wide sum;

	for (size_t k = 0; k < row->count; k++) {
		cell_begin(d, who, row_terms(d->p, r)[k].cell);
		if (!is_fixed(d, row_terms(d->p, r)[k].cell))
			return true;
	}
	sum = fixed_sum(d, r);
	return sum >= row->low && sum <= row->high;
}

int deduce_all(struct deduce *d, const struct attacker *who, struct deduction *out, struct err *err)
{
	const struct puzzle *p = d->p;
	unsigned char *done = mem_new(p->cell_count, 1);
	int status = 0;

	for (size_t r = 0; r < p->row_count && !status; r++)
		status = row_holds(d, who, r) ? 0 : contradiction(err);
	for (size_t c = 0; c < p->cell_count && !status; c++) {
		if (done[c])
			continue;
		status = solve_group(d, who, c, NULL, false, out, err);
		for (size_t i = 0; i < d->cells.count && !status; i++)
			done[d->cells.item[i]] = 1;
	}
	free(done);
	return status;
}
