#include "publish/deduce.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"
#include "publish/group.h"
#include "publish/simplex.h"

__extension__ typedef __int128 wide;

/* Tableau entries changed: the whole audit, one group of cells, and branches for one end of one cell. */
#define WORK_ALL UINT64_C(20000000000)
#define WORK_GROUP UINT64_C(4000000000)
enum { NODES = 4000 };

struct deduce {
	struct group g;
	uint64_t work, work_allowed;
	bool gave_up;
	size_t *var; /* cell to variable of the tableau */
	struct goal *inside_goal; /* room for deduce_insiders */
	struct deduction *inside_out;
};

struct deduce *deduce_new(const struct puzzle *p, uint64_t work)
{
	struct deduce *d = mem_new(1, sizeof(*d));

	assert(p->sealed);
	d->work = d->work_allowed = work ? work : WORK_ALL;
	group_init(&d->g, p);
	d->var = mem_new(p->cell_count, sizeof(*d->var));
	d->inside_goal = mem_new(p->cell_count, sizeof(*d->inside_goal));
	d->inside_out = mem_new(p->cell_count, sizeof(*d->inside_out));
	return d;
}

void deduce_free(struct deduce *d)
{
	if (!d)
		return;
	group_release(&d->g);
	free(d->var);
	free(d->inside_goal);
	free(d->inside_out);
	free(d);
}

bool deduce_gave_up(const struct deduce *d)
{
	return d->gave_up;
}

int deduce_work_left(const struct deduce *d)
{
	return (int)(d->work / (d->work_allowed / 100 + 1));
}

bool goal_met(const struct goal *goal, const struct deduction *d)
{
	return d->seen_low <= d->seen_high && d->seen_high - d->seen_low >= goal->width &&
		d->seen_high >= goal->upper;
}

/* ---- a tableau of what is left ------------------------------------------------------------ */

static bool is_equation(const struct puzzle_row *row)
{
	return row->low == row->high;
}

/* The part of a row that is fixed. */
static wide fixed_sum(const struct deduce *d, size_t r)
{
	const struct puzzle_term *t = group_terms(&d->g, r);
	wide sum = 0;

	for (size_t k = 0; k < d->g.p->row[r].count; k++) {
		if (group_is_fixed(&d->g, t[k].cell))
			sum += (wide)t[k].factor * d->g.low[t[k].cell];
	}
	return sum;
}

/* The least and greatest value of the part that is not fixed. */
static void loose_range(const struct deduce *d, size_t r, wide *min, wide *max)
{
	const struct puzzle_term *t = group_terms(&d->g, r);

	*min = *max = 0;
	for (size_t k = 0; k < d->g.p->row[r].count; k++) {
		size_t c = t[k].cell;

		if (group_is_fixed(&d->g, c))
			continue;
		*min += (wide)t[k].factor * (t[k].factor > 0 ? d->g.low : d->g.high)[c];
		*max += (wide)t[k].factor * (t[k].factor > 0 ? d->g.high : d->g.low)[c];
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
	const struct puzzle_row *row = &d->g.p->row[r];
	const struct puzzle_term *t = group_terms(&d->g, r);
	wide fixed = fixed_sum(d, r), min, max;
	int64_t right = 0, low, high;

	for (size_t k = 0; k < row->count; k++) {
		if (!group_is_fixed(&d->g, t[k].cell))
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
	size_t vars = d->g.part.count, slack = vars;
	struct simplex *s;
	bool fits = true;

	for (size_t i = 0; i < d->g.part_rows.count; i++)
		vars += !is_equation(&d->g.p->row[d->g.part_rows.item[i]]);
	s = simplex_new(vars, d->g.part_rows.count, work);
	for (size_t i = 0; i < d->g.part.count; i++) {
		size_t c = d->g.part.item[i];

		d->var[c] = i;
		simplex_set_bounds(s, i, d->g.low[c], d->g.high[c]);
	}
	for (size_t i = 0; i < d->g.part_rows.count && fits; i++) {
		size_t r = d->g.part_rows.item[i];

		fits = tableau_row(d, s, r, i, slack);
		slack += !is_equation(&d->g.p->row[r]);
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

	if (d->g.part_rows.count == 0)
		return true;
	if (d->g.part_rows.count > 1 || !d->g.narrowed)
		return false;
	t = group_terms(&d->g, d->g.part_rows.item[0]);
	for (size_t k = 0; k < d->g.p->row[d->g.part_rows.item[0]].count; k++) {
		if (!group_is_fixed(&d->g, t[k].cell) && t[k].factor != 1 && t[k].factor != -1)
			return false;
	}
	return true;
}

static bool any_wanted(const struct deduce *d, const struct solve *v)
{
	for (size_t i = 0; i < d->g.part.count; i++) {
		size_t c = d->g.part.item[i];

		if ((!v->goal || v->goal[c].wanted) && !enough(v, c))
			return true;
	}
	return false;
}

static void solve_simple(const struct deduce *d, struct deduction *out)
{
	for (size_t i = 0; i < d->g.part.count; i++) {
		size_t c = d->g.part.item[i];

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
		for (size_t i = 0; i < d->g.part.count; i++) {
			size_t c = d->g.part.item[i];

			if ((!v->goal || v->goal[c].wanted) && !solve_cell(v, c))
				break;
		}
		/* What was seen on the way to one cell counts for the others. */
		for (size_t i = 0; i < d->g.part.count; i++)
			take_seen(v, d->g.part.item[i]);
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

/* Is the row "whole = part + others"? */
static bool is_sum_of(const struct puzzle *p, const struct puzzle_row *row, size_t whole, size_t part)
{
	bool has_whole = false, has_part = false;

	if (row->low != 0 || row->high != 0)
		return false;
	for (size_t i = 0; i < row->count; i++) {
		const struct puzzle_term *t = &p->term[row->first + i];

		if (t->factor != (t->cell == whole ? -1 : 1))
			return false;
		has_whole = has_whole || t->cell == whole;
		has_part = has_part || t->cell == part;
	}
	return has_whole && has_part;
}

/* The source tells that somebody is in the part; who is the only one in the whole knows that it is he. That is not ours
 * to hide, and about nobody else. */
static bool is_told_himself(const struct puzzle *p, size_t whole, size_t part)
{
	if (p->cell[part].min < 1)
		return false;
	for (size_t i = p->at_first[part]; i < p->at_first[part + 1]; i++)
		if (is_sum_of(p, &p->row[p->at[i]], whole, part))
			return true;
	return false;
}

static bool is_other(const struct puzzle *p, size_t insider, size_t target)
{
	size_t owner = p->cell[insider].owner;

	return insider != target && (owner == PUZZLE_NONE || owner != p->cell[target].owner) &&
		!is_told_himself(p, insider, target);
}

/* Is the target still open for who knows the insider's cell? */
static bool stays_open(struct inside *in, size_t insider, size_t target)
{
	const struct puzzle_cell *c = &in->v.d->g.p->cell[target];
	struct deduction *o = &in->v.out[target];

	*o = (struct deduction){in->v.d->g.low[target], in->v.d->g.high[target], c->value, c->value};
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

	if (!carry_on(&in->v, simplex_hold(in->v.s, var, d->g.p->cell[insider].value, d->g.p->cell[insider].value)))
		return;
	for (size_t i = 0; i < d->g.part.count && !in->found; i++) {
		size_t c = d->g.part.item[i];

		if (in->target[c] && is_other(d->g.p, insider, c) && !stays_open(in, insider, c))
			break;
	}
	/* A tableau that is of no more use says so at the next insider. */
	if (!in->found)
		(void)carry_on(&in->v, simplex_hold(in->v.s, var, d->g.low[insider], d->g.high[insider]));
}

static size_t count_marked(const struct deduce *d, const unsigned char *mark)
{
	size_t count = 0;

	for (size_t i = 0; i < d->g.part.count; i++)
		count += mark[d->g.part.item[i]];
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
		*in->leak = (struct insider_leak){d->g.part.item[0], d->g.part.item[0], in->v.out[d->g.part.item[0]]};
	}
	for (size_t i = 0; i < d->g.part.count && !in->found; i++) {
		if (in->insider[d->g.part.item[i]])
			try_insider(in, d->g.part.item[i]);
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
	const struct puzzle_cell *cell = &d->g.p->cell[c];

	out[c].low = d->g.low[c];
	out[c].high = d->g.high[c];
	if (group_is_fixed(&d->g, c)) {
		out[c].seen_low = out[c].seen_high = d->g.low[c];
	} else if (!keep || out[c].seen_low > out[c].seen_high) {
		out[c].seen_low = d->g.p->has_values ? cell->value : 1;
		out[c].seen_high = d->g.p->has_values ? cell->value : 0;
	}
}

static int solve_group(struct deduce *d, const struct attacker *who, size_t seed, const struct goal *goal,
	bool keep, struct deduction *out, struct err *err)
{
	struct solve v = {.d = d, .goal = goal, .out = out};
	size_t at = 0;

	if (!group_begin(&d->g, who, seed))
		return contradiction(err);
	for (size_t i = 0; i < d->g.cells.count; i++)
		cell_report(d, d->g.cells.item[i], keep, out);
	while (!v.contradiction && group_next_part(&d->g, &at))
		solve_part(d, &v);
	group_end(&d->g);
	return v.contradiction ? contradiction(err) : 0;
}

int deduce_insiders(struct deduce *d, size_t seed, const unsigned char *insider, const unsigned char *target,
	struct insider_leak *leak, const size_t **cells, size_t *count, struct err *err)
{
	const struct attacker reader = ATTACKER_READER;
	struct inside in = {.insider = insider, .target = target, .goal = d->inside_goal, .leak = leak};
	size_t at = 0;

	in.v = (struct solve){.d = d, .goal = d->inside_goal, .out = d->inside_out};
	if (!group_begin(&d->g, &reader, seed))
		return contradiction(err);
	while (!in.v.contradiction && !in.found && group_next_part(&d->g, &at))
		solve_insiders(d, &in);
	group_end(&d->g);
	*cells = d->g.cells.item;
	*count = d->g.cells.count;
	if (in.v.contradiction)
		return contradiction(err);
	return in.found ? 1 : 0;
}

int deduce_around(struct deduce *d, const struct attacker *who, size_t seed, const struct goal *goal, bool keep,
	struct deduction *out, const size_t **cells, size_t *count, struct err *err)
{
	if (solve_group(d, who, seed, goal, keep, out, err))
		return -1;
	*cells = d->g.cells.item;
	*count = d->g.cells.count;
	return 0;
}

int deduce_all(struct deduce *d, const struct attacker *who, struct deduction *out, struct err *err)
{
	const struct puzzle *p = d->g.p;
	unsigned char *done = mem_new(p->cell_count, 1);
	int status = 0;

	for (size_t r = 0; r < p->row_count && !status; r++)
		status = group_row_holds(&d->g, who, r) ? 0 : contradiction(err); /* also without a hidden cell */
	for (size_t c = 0; c < p->cell_count && !status; c++) {
		if (done[c])
			continue;
		status = solve_group(d, who, c, NULL, false, out, err);
		for (size_t i = 0; i < d->g.cells.count && !status; i++)
			done[d->g.cells.item[i]] = 1;
	}
	free(done);
	return status;
}
