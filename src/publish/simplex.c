#include "publish/simplex.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

__extension__ typedef __int128 wide;

#define NO_ROW SIZE_MAX
#define BIG ((wide)1 << 62) /* of what is stored; a product of two still fits in 128 bits */

/* Row i says: t[i][basic] x basic + sum of t[i][j] x j = right, with t[i][basic] > 0 and no other basic
 * variable in it. rest[i] is right minus the nonbasic part at their present values, so that the basic variable
 * stands at rest[i] / t[i][basic]. A nonbasic variable stands at at[j], a whole number within its bounds. */
struct simplex {
	size_t n, m;
	int64_t *t, *right, *rest;
	size_t *basic, *row_of;
	int64_t *low, *high, *at;
	int64_t *seen_low, *seen_high;
	bool seen;
	size_t *filled; /* columns that are not 0 in the pivot row */
	uint64_t work;
	enum simplex_status dead; /* SIMPLEX_DONE: alive */
};

struct simplex *simplex_new(size_t var_count, size_t row_count, uint64_t work)
{
	struct simplex *s = mem_new(1, sizeof(*s));

	*s = (struct simplex){.n = var_count, .m = row_count, .work = work};
	s->t = mem_new(var_count * row_count, sizeof(*s->t));
	s->right = mem_new(row_count, sizeof(*s->right));
	s->rest = mem_new(row_count, sizeof(*s->rest));
	s->basic = mem_new(row_count, sizeof(*s->basic));
	s->row_of = mem_new(var_count, sizeof(*s->row_of));
	s->low = mem_new(var_count, sizeof(*s->low));
	s->high = mem_new(var_count, sizeof(*s->high));
	s->at = mem_new(var_count, sizeof(*s->at));
	s->seen_low = mem_new(var_count, sizeof(*s->seen_low));
	s->seen_high = mem_new(var_count, sizeof(*s->seen_high));
	s->filled = mem_new(var_count, sizeof(*s->filled));
	for (size_t j = 0; j < var_count; j++)
		s->row_of[j] = NO_ROW;
	return s;
}

void simplex_free(struct simplex *s)
{
	if (!s)
		return;
	free(s->t);
	free(s->right);
	free(s->rest);
	free(s->basic);
	free(s->row_of);
	free(s->low);
	free(s->high);
	free(s->at);
	free(s->seen_low);
	free(s->seen_high);
	free(s->filled);
	free(s);
}

void simplex_set_bounds(struct simplex *s, size_t var, int64_t low, int64_t high)
{
	assert(var < s->n && low <= high);
	s->low[var] = s->at[var] = low;
	s->high[var] = high;
}

void simplex_set_term(struct simplex *s, size_t row, size_t var, int64_t factor)
{
	assert(row < s->m && var < s->n);
	s->t[row * s->n + var] += factor;
}

void simplex_set_right(struct simplex *s, size_t row, int64_t right)
{
	s->right[row] = right;
}

bool simplex_seen(const struct simplex *s, size_t var, int64_t *low, int64_t *high)
{
	if (!s->seen)
		return false;
	*low = s->seen_low[var];
	*high = s->seen_high[var];
	return true;
}

uint64_t simplex_work_left(const struct simplex *s)
{
	return s->work;
}

/* ---- numbers ------------------------------------------------------------------------------ */

static bool store(wide value, int64_t *out)
{
	if (value > BIG || value < -BIG)
		return false;
	*out = (int64_t)value;
	return true;
}

static int64_t magnitude(int64_t a)
{
	return a < 0 ? -a : a;
}

static int64_t common_divisor(int64_t a, int64_t b)
{
	a = magnitude(a);
	b = magnitude(b);
	while (b) {
		int64_t r = a % b;

		a = b;
		b = r;
	}
	return a;
}

static int64_t floor_of(int64_t num, int64_t den)
{
	return num / den - (num % den < 0);
}

/* ---- the tableau -------------------------------------------------------------------------- */

static int64_t *row_at(const struct simplex *s, size_t i)
{
	return s->t + i * s->n;
}

static int64_t denominator(const struct simplex *s, size_t i)
{
	return row_at(s, i)[s->basic[i]];
}

static enum simplex_status die(struct simplex *s, enum simplex_status why)
{
	s->dead = why;
	return why;
}

static bool spend(struct simplex *s, size_t entries)
{
	if (s->work < entries) {
		die(s, SIMPLEX_LIMIT);
		return false;
	}
	s->work -= entries;
	return true;
}

/* rest = right - sum of t x at over the nonbasic variables. */
static bool row_settle(struct simplex *s, size_t i)
{
	const int64_t *t = row_at(s, i);
	wide rest = s->right[i];

	for (size_t j = 0; j < s->n; j++) {
		if (t[j] != 0 && s->row_of[j] == NO_ROW)
			rest -= (wide)t[j] * s->at[j];
	}
	if (!store(rest, &s->rest[i]))
		die(s, SIMPLEX_OVERFLOW);
	return s->dead == SIMPLEX_DONE;
}

/* Divides a row by what all its numbers share. */
static void row_reduce(struct simplex *s, size_t i, int64_t first)
{
	int64_t *t = row_at(s, i);
	int64_t g = common_divisor(first, s->right[i]);

	for (size_t j = 0; j < s->n && g != 1; j++) {
		if (t[j] != 0)
			g = common_divisor(g, t[j]);
	}
	if (g <= 1)
		return;
	for (size_t j = 0; j < s->n; j++)
		t[j] /= g;
	s->right[i] /= g;
	s->rest[i] /= g; /* a sum of what was divided */
}

/* row i = a x row i - b x row r, so that column j of row i becomes 0. The same for rest. */
static bool row_clear(struct simplex *s, size_t i, size_t r, size_t j, size_t filled)
{
	int64_t *t = row_at(s, i), *p = row_at(s, r);
	int64_t g = common_divisor(p[j], t[j]), a = p[j] / g, b = t[j] / g;
	bool fits = store((wide)a * s->right[i] - (wide)b * s->right[r], &s->right[i]) &&
		store((wide)a * s->rest[i] - (wide)b * s->rest[r], &s->rest[i]);

	if (!spend(s, a == 1 ? filled : s->n))
		return false;
	if (a != 1) {
		for (size_t c = 0; c < s->n && fits; c++)
			fits = store((wide)a * t[c], &t[c]);
	}
	for (size_t c = 0; c < filled && fits; c++) {
		size_t col = s->filled[c];

		fits = store(t[col] - (wide)b * p[col], &t[col]);
	}
	if (!fits)
		die(s, SIMPLEX_OVERFLOW);
	return fits;
}

/* Makes var j basic in row r and clears it from the other rows. rest[r] must count the variable that leaves, if
 * any, as nonbasic already. */
static bool pivot(struct simplex *s, size_t r, size_t j)
{
	int64_t *p = row_at(s, r);
	size_t filled = 0;

	if (p[j] < 0) {
		for (size_t c = 0; c < s->n; c++)
			p[c] = -p[c];
		s->right[r] = -s->right[r];
		s->rest[r] = -s->rest[r];
	}
	for (size_t c = 0; c < s->n; c++) {
		if (p[c] != 0)
			s->filled[filled++] = c;
	}
	s->basic[r] = j;
	s->row_of[j] = r;
	for (size_t i = 0; i < s->m; i++) {
		int64_t *t = row_at(s, i);

		if (i == r || t[j] == 0)
			continue;
		if (!row_clear(s, i, r, j, filled))
			return false;
		/* Before the start a row may have no basic variable yet. */
		row_reduce(s, i, s->basic[i] == NO_ROW ? 0 : t[s->basic[i]]);
	}
	/* j itself is not nonbasic any more. */
	if (!store(s->rest[r] + (wide)p[j] * s->at[j], &s->rest[r]))
		die(s, SIMPLEX_OVERFLOW);
	return s->dead == SIMPLEX_DONE;
}

/* ---- start -------------------------------------------------------------------------------- */

/* In how many rows each variable stands. */
static size_t *count_columns(const struct simplex *s)
{
	size_t *count = mem_new(s->n, sizeof(*count));

	for (size_t i = 0; i < s->m; i++)
		for (size_t j = 0; j < s->n; j++)
			count[j] += row_at(s, i)[j] != 0;
	return count;
}

/* The variable to make basic in a fresh row: the smallest coefficient, then what stood in the fewest rows (the
 * least work), then the first. */
static size_t best_column(const struct simplex *s, size_t i, const size_t *in_rows)
{
	const int64_t *t = row_at(s, i);
	size_t best = NO_ROW;

	for (size_t j = 0; j < s->n; j++) {
		if (t[j] != 0 && (best == NO_ROW || magnitude(t[j]) < magnitude(t[best]) ||
			(magnitude(t[j]) == magnitude(t[best]) && in_rows[j] < in_rows[best])))
			best = j;
	}
	return best;
}

/* Row i says nothing: the last row takes its place. */
static void row_drop(struct simplex *s, size_t i)
{
	size_t last = --s->m;

	memcpy(row_at(s, i), row_at(s, last), s->n * sizeof(*s->t));
	s->right[i] = s->right[last];
	s->rest[i] = s->rest[last];
}

/* False when a number is too large to start with. */
static bool start_rows(struct simplex *s)
{
	for (size_t i = 0; i < s->m; i++) {
		s->basic[i] = NO_ROW;
		for (size_t j = 0; j < s->n; j++) {
			if (row_at(s, i)[j] > BIG || row_at(s, i)[j] < -BIG) {
				die(s, SIMPLEX_OVERFLOW);
				return false;
			}
		}
		if (!row_settle(s, i))
			return false;
	}
	return true;
}

enum simplex_status simplex_start(struct simplex *s)
{
	size_t *in_rows;

	if (!start_rows(s) || !spend(s, 4 * s->n * s->m))
		return s->dead;
	in_rows = count_columns(s);
	for (size_t i = 0; i < s->m && s->dead == SIMPLEX_DONE;) {
		size_t j = best_column(s, i, in_rows);

		if (j != NO_ROW) {
			if (pivot(s, i, j))
				row_reduce(s, i, row_at(s, i)[j]);
			i++;
		} else if (s->right[i] != 0) {
			die(s, SIMPLEX_NONE);
		} else {
			row_drop(s, i);
		}
	}
	free(in_rows);
	return s->dead;
}

/* ---- where it stands ---------------------------------------------------------------------- */

/* -1 the basic variable of row i is below its bounds, 1 above, 0 within. */
static int broken(const struct simplex *s, size_t i)
{
	wide q = denominator(s, i);

	if (s->rest[i] < s->low[s->basic[i]] * q)
		return -1;
	return s->rest[i] > s->high[s->basic[i]] * q ? 1 : 0;
}

/* The first variable that does not stand at a whole number; NO_ROW when all do. Returns its row. */
static size_t first_fraction(const struct simplex *s)
{
	size_t best = NO_ROW;

	for (size_t i = 0; i < s->m; i++) {
		if (s->rest[i] % denominator(s, i) != 0 && (best == NO_ROW || s->basic[i] < s->basic[best]))
			best = i;
	}
	return best;
}

/* Remembers the present solution when all of it is whole. Needs a solution within the bounds. */
static void remember(struct simplex *s)
{
	if (first_fraction(s) != NO_ROW)
		return;
	for (size_t j = 0; j < s->n; j++) {
		size_t i = s->row_of[j];
		int64_t value = i == NO_ROW ? s->at[j] : s->rest[i] / denominator(s, i);

		if (!s->seen || value < s->seen_low[j])
			s->seen_low[j] = value;
		if (!s->seen || value > s->seen_high[j])
			s->seen_high[j] = value;
	}
	s->seen = true;
}

/* Moves a nonbasic variable to a whole value. */
static bool move_to(struct simplex *s, size_t j, int64_t value)
{
	wide d = (wide)value - s->at[j];

	s->at[j] = value;
	for (size_t i = 0; i < s->m; i++) {
		int64_t t = row_at(s, i)[j];

		if (t != 0 && !store(s->rest[i] - t * d, &s->rest[i])) {
			die(s, SIMPLEX_OVERFLOW);
			return false;
		}
	}
	return spend(s, s->m);
}

/* Var j enters in row r; the variable that leaves stays at `value`. */
static bool exchange(struct simplex *s, size_t r, size_t j, int64_t value)
{
	size_t out = s->basic[r];

	if (!spend(s, 4 * (s->m + s->n))) /* looking for it, and remembering */
		return false;
	if (!store(s->rest[r] - (wide)row_at(s, r)[out] * value, &s->rest[r])) {
		die(s, SIMPLEX_OVERFLOW);
		return false;
	}
	s->row_of[out] = NO_ROW;
	s->at[out] = value;
	return pivot(s, r, j);
}

/* May the value of nonbasic j change so that (sign 1) t x j grows, or (-1) shrinks? */
static bool can_move(const struct simplex *s, size_t j, int64_t t, int sign)
{
	if (t == 0 || s->row_of[j] != NO_ROW)
		return false;
	return (t > 0) == (sign > 0) ? s->at[j] < s->high[j] : s->at[j] > s->low[j];
}

/* The first nonbasic variable that can move the basic variable of row i up (dir 1) or down. */
static size_t first_mover(const struct simplex *s, size_t i, int dir)
{
	const int64_t *t = row_at(s, i);

	for (size_t j = 0; j < s->n; j++) {
		if (can_move(s, j, t[j], -dir))
			return j;
	}
	return NO_ROW;
}

static size_t first_broken(const struct simplex *s)
{
	size_t best = NO_ROW;

	for (size_t i = 0; i < s->m; i++) {
		if (broken(s, i) && (best == NO_ROW || s->basic[i] < s->basic[best]))
			best = i;
	}
	return best;
}

/* Brings every variable within its bounds. */
static enum simplex_status settle(struct simplex *s)
{
	if (s->dead != SIMPLEX_DONE)
		return s->dead;
	for (;;) {
		size_t i = first_broken(s), j;
		int side;

		if (i == NO_ROW)
			break;
		side = broken(s, i);
		j = first_mover(s, i, -side);
		if (j == NO_ROW)
			return SIMPLEX_NONE;
		if (!exchange(s, i, j, side < 0 ? s->low[s->basic[i]] : s->high[s->basic[i]]))
			return s->dead;
	}
	remember(s);
	return SIMPLEX_DONE;
}

/* ---- optimum ------------------------------------------------------------------------------ */

/* What stops a variable that moves: a basic variable that reaches a bound after room / rate. */
struct stop {
	size_t row; /* NO_ROW: its own bound */
	int64_t room, rate;
};

/* First among equals: the smallest variable. */
static bool stops_sooner(const struct simplex *s, struct stop a, struct stop b)
{
	wide left = (wide)a.room * b.rate, right = (wide)b.room * a.rate;

	return left < right ||
		(left == right && b.row != NO_ROW && s->basic[a.row] < s->basic[b.row]);
}

static bool find_stop(struct simplex *s, size_t j, int dir, struct stop *out)
{
	out->row = NO_ROW;
	out->rate = 1;
	if (!store((wide)s->high[j] - s->low[j], &out->room))
		goto overflow;
	out->room = dir > 0 ? s->high[j] - s->at[j] : s->at[j] - s->low[j];
	for (size_t i = 0; i < s->m; i++) {
		int64_t t = row_at(s, i)[j], q;
		bool up = (t > 0) != (dir > 0);
		struct stop c = {i, 0, magnitude(t)};

		if (t == 0)
			continue;
		q = denominator(s, i);
		if (!store(up ? (wide)s->high[s->basic[i]] * q - s->rest[i]
			      : s->rest[i] - (wide)s->low[s->basic[i]] * q,
			    &c.room))
			goto overflow;
		if (stops_sooner(s, c, *out))
			*out = c;
	}
	return true;
overflow:
	die(s, SIMPLEX_OVERFLOW);
	return false;
}

/* Moves var j in a direction as far as it goes. */
static bool step(struct simplex *s, size_t j, int dir)
{
	struct stop stop;
	bool up;

	if (!find_stop(s, j, dir, &stop))
		return false;
	if (stop.row == NO_ROW)
		return move_to(s, j, dir > 0 ? s->high[j] : s->low[j]);
	up = (row_at(s, stop.row)[j] > 0) != (dir > 0);
	return exchange(s, stop.row, j,
		up ? s->high[s->basic[stop.row]] : s->low[s->basic[stop.row]]);
}

static bool saw(const struct simplex *s, size_t var, int dir, int64_t stop)
{
	return s->seen && (dir > 0 ? s->seen_high[var] >= stop : s->seen_low[var] <= stop);
}

enum simplex_status simplex_push(struct simplex *s, size_t var, int dir, int64_t stop, int64_t *bound)
{
	enum simplex_status status = settle(s);

	while (status == SIMPLEX_DONE) {
		size_t r = s->row_of[var], j = var;
		int way = dir;

		*bound = dir > 0 ? s->high[var] : s->low[var];
		if (saw(s, var, dir, stop) || (r == NO_ROW && s->at[var] == *bound))
			return SIMPLEX_DONE;
		if (r != NO_ROW) {
			j = first_mover(s, r, dir);
			if (j == NO_ROW) {
				int64_t q = denominator(s, r);

				*bound = dir > 0 ? floor_of(s->rest[r], q) : -floor_of(-s->rest[r], q);
				return SIMPLEX_DONE;
			}
			way = (row_at(s, r)[j] > 0) == (dir > 0) ? -1 : 1;
		}
		if (!step(s, j, way))
			return s->dead;
		remember(s);
	}
	return status;
}

/* ---- whole solutions ---------------------------------------------------------------------- */

/* Sets bounds after the start. */
static bool rebound(struct simplex *s, size_t j, int64_t low, int64_t high)
{
	s->low[j] = low;
	s->high[j] = high;
	if (s->row_of[j] != NO_ROW)
		return true;
	if (s->at[j] < low)
		return move_to(s, j, low);
	return s->at[j] > high ? move_to(s, j, high) : true;
}

enum simplex_status simplex_hold(struct simplex *s, size_t var, int64_t low, int64_t high)
{
	s->seen = false;
	if (s->dead == SIMPLEX_DONE)
		rebound(s, var, low, high);
	return s->dead;
}

static enum simplex_status branch(struct simplex *s, unsigned *nodes);

static enum simplex_status branch_within(struct simplex *s, size_t j, int64_t low, int64_t high, unsigned *nodes)
{
	int64_t old_low = s->low[j], old_high = s->high[j];
	enum simplex_status status = SIMPLEX_NONE;

	if (low < old_low)
		low = old_low;
	if (high > old_high)
		high = old_high;
	if (low > high)
		return SIMPLEX_NONE;
	status = rebound(s, j, low, high) ? branch(s, nodes) : s->dead;
	if (s->dead == SIMPLEX_DONE && !rebound(s, j, old_low, old_high))
		return s->dead;
	return status;
}

static enum simplex_status branch(struct simplex *s, unsigned *nodes)
{
	enum simplex_status status;
	size_t r, j;
	int64_t whole;

	if (*nodes == 0)
		return SIMPLEX_LIMIT;
	--*nodes;
	status = settle(s);
	if (status != SIMPLEX_DONE)
		return status;
	r = first_fraction(s);
	if (r == NO_ROW)
		return SIMPLEX_DONE;
	j = s->basic[r];
	whole = floor_of(s->rest[r], denominator(s, r));
	status = branch_within(s, j, s->low[j], whole, nodes);
	if (status == SIMPLEX_NONE)
		status = branch_within(s, j, whole + 1, s->high[j], nodes);
	return status;
}

enum simplex_status simplex_search(struct simplex *s, size_t var, int64_t low, int64_t high, unsigned nodes)
{
	if (s->dead != SIMPLEX_DONE)
		return s->dead;
	return branch_within(s, var, low, high, &nodes);
}
