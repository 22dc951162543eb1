#include "publish/puzzle.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"

__extension__ typedef __int128 wide;

void puzzle_release(struct puzzle *p)
{
	free(p->cell);
	free(p->unit);
	free(p->row);
	free(p->term);
	free(p->at);
	free(p->at_first);
	free(p->of_unit);
	free(p->of_unit_first);
	*p = (struct puzzle)PUZZLE_INIT;
}

/* ---- units and cells ---------------------------------------------------------------------- */

size_t puzzle_add_unit(struct puzzle *p, int64_t cost, size_t series)
{
	assert(!p->sealed && cost >= 0);
	p->unit = mem_grow(p->unit, &p->unit_cap, p->unit_count + 1, sizeof(*p->unit));
	p->unit[p->unit_count] = (struct puzzle_unit){PUZZLE_UNIT_OPEN, cost, series};
	return p->unit_count++;
}

static size_t add_cell(struct puzzle *p, struct puzzle_cell cell)
{
	assert(!p->sealed && cell.min >= 0 && cell.min <= cell.max && cell.max <= PUZZLE_CEILING);
	assert(!cell.has_value || (cell.value >= cell.min && cell.value <= cell.max));
	cell.whole = cell.owner = cell.carrier = PUZZLE_NONE;
	p->cell = mem_grow(p->cell, &p->cell_cap, p->cell_count + 1, sizeof(*p->cell));
	p->cell[p->cell_count] = cell;
	return p->cell_count++;
}

static size_t add_valued(struct puzzle *p, enum puzzle_access access, int64_t value, size_t unit)
{
	return add_cell(p, (struct puzzle_cell){.access = access, .unit = unit, .has_value = true,
		.value = value, .max = PUZZLE_CEILING});
}

size_t puzzle_add_printed(struct puzzle *p, int64_t value, size_t unit)
{
	assert(unit < p->unit_count);
	return add_valued(p, PUZZLE_PRINTED, value, unit);
}

size_t puzzle_add_latent(struct puzzle *p, int64_t value)
{
	return add_valued(p, PUZZLE_LATENT, value, PUZZLE_NONE);
}

size_t puzzle_add_known(struct puzzle *p, int64_t value)
{
	return add_valued(p, PUZZLE_KNOWN, value, PUZZLE_NONE);
}

size_t puzzle_add_hidden(struct puzzle *p, int64_t min, int64_t max)
{
	size_t unit = puzzle_add_unit(p, 0, PUZZLE_NONE);

	p->unit[unit].state = PUZZLE_UNIT_SECONDARY;
	return add_cell(p, (struct puzzle_cell){.access = PUZZLE_PRINTED, .unit = unit, .min = min, .max = max});
}

void puzzle_set_primary(struct puzzle *p, size_t cell, int64_t k)
{
	struct puzzle_cell *c = &p->cell[cell];

	assert(!p->sealed && cell < p->cell_count && k > 0);
	c->k = k;
	if (c->unit != PUZZLE_NONE)
		p->unit[c->unit].state = PUZZLE_UNIT_PRIMARY;
}

bool puzzle_is_visible(const struct puzzle *p, size_t cell)
{
	const struct puzzle_cell *c = &p->cell[cell];

	return c->access == PUZZLE_KNOWN ||
		(c->access == PUZZLE_PRINTED && p->unit[c->unit].state == PUZZLE_UNIT_OPEN);
}

/* ---- rows --------------------------------------------------------------------------------- */

/* Adds to the last row, joining terms of the same cell. */
static void add_term(struct puzzle *p, struct puzzle_row *row, struct puzzle_term term)
{
	assert(term.cell < p->cell_count);
	for (size_t i = row->first; i < row->first + row->count; i++) {
		if (p->term[i].cell == term.cell) {
			p->term[i].factor += term.factor;
			return;
		}
	}
	p->term = mem_grow(p->term, &p->term_cap, p->term_count + 1, sizeof(*p->term));
	p->term[p->term_count++] = term;
	row->count++;
}

static struct puzzle_row *begin_row(struct puzzle *p, int64_t low, int64_t high)
{
	assert(!p->sealed && low <= high);
	p->row = mem_grow(p->row, &p->row_cap, p->row_count + 1, sizeof(*p->row));
	p->row[p->row_count] = (struct puzzle_row){.first = p->term_count, .low = low, .high = high};
	return &p->row[p->row_count++];
}

void puzzle_add_row(struct puzzle *p, const struct puzzle_term *term, size_t count, int64_t low, int64_t high)
{
	struct puzzle_row *row = begin_row(p, low, high);

	for (size_t i = 0; i < count; i++)
		add_term(p, row, term[i]);
}

void puzzle_add_sum(struct puzzle *p, size_t total, const size_t *part, size_t count, int64_t k)
{
	struct puzzle_row *row = begin_row(p, 0, 0);

	add_term(p, row, (struct puzzle_term){total, -1});
	for (size_t i = 0; i < count; i++)
		add_term(p, row, (struct puzzle_term){part[i], 1});
	assert(row->count == count + 1); /* a part twice, or the total as its own part */
	row->k = k;
}

size_t puzzle_add_rest(struct puzzle *p, size_t whole, size_t part)
{
	const struct puzzle_cell *w = &p->cell[whole], *a = &p->cell[part];
	size_t both[2], rest;

	if (w->has_value && a->has_value) {
		assert(a->value <= w->value);
		rest = puzzle_add_latent(p, w->value - a->value);
	} else {
		rest = add_cell(p, (struct puzzle_cell){.access = PUZZLE_LATENT, .unit = PUZZLE_NONE,
			.max = PUZZLE_CEILING});
	}
	both[0] = part;
	both[1] = rest;
	puzzle_add_sum(p, whole, both, 2, 0);
	p->cell[part].whole = whole;
	p->cell[rest].whole = whole;
	p->cell[rest].owner = p->cell[part].owner;
	p->cell[rest].carrier = p->cell[part].unit;
	return rest;
}

size_t puzzle_add_change(struct puzzle *p, size_t earlier, size_t later)
{
	int64_t d = p->cell[later].value - p->cell[earlier].value;
	size_t change = puzzle_add_latent(p, d < 0 ? -d : d);
	size_t part[2] = {d < 0 ? later : earlier, change};

	assert(p->cell[later].has_value && p->cell[earlier].has_value);
	p->cell[change].carrier = p->cell[later].unit;
	p->cell[change].owner = p->cell[later].owner;
	puzzle_add_sum(p, d < 0 ? earlier : later, part, 2, 0);
	return change;
}

static int64_t power_of_ten(int scale)
{
	int64_t p = 1;

	while (scale-- > 0)
		p *= 10;
	return p;
}

void puzzle_add_ratio(struct puzzle *p, size_t x, size_t n, int64_t multiplier, struct decimal printed, int toward)
{
	/* With a = 2 x multiplier x 10^decimals and P the printed digits, half up says
	 * 2P - 1 <= a x / n < 2P + 1; rounded down 2P <= a x / n < 2P + 2; up 2P - 2 < a x / n <= 2P. */
	int64_t a = 2 * multiplier * power_of_ten(printed.scale), digits = 2 * printed.value;
	struct puzzle_term low[2] = {{x, a}, {n, toward > 0 ? 2 - digits : 1 - digits}};
	struct puzzle_term high[2] = {{x, a}, {n, toward < 0 ? -digits - 2 : -digits - 1}};

	assert(multiplier > 0 && printed.value >= 0);
	puzzle_add_row(p, low, 2, toward > 0 ? 1 : 0, PUZZLE_NO_HIGH);
	puzzle_add_row(p, high, 2, PUZZLE_NO_LOW, -1);
}

void puzzle_add_tekort(struct puzzle *p, size_t x, size_t n, struct fraction norm, int64_t tekort)
{
	/* need = ceil(num n / den): num n <= den need <= num n + den - 1, and need = x + tekort. */
	struct puzzle_term term[2] = {{x, norm.den}, {n, -norm.num}};
	int64_t low = -norm.den * tekort;

	assert(tekort >= 0);
	puzzle_add_row(p, term, 2, low, tekort > 0 ? low + norm.den - 1 : PUZZLE_NO_HIGH);
}

/* ---- sealing ------------------------------------------------------------------------------ */

/* Drops terms that cancelled out; keeps the order. */
static void row_tidy(struct puzzle *p, struct puzzle_row *row)
{
	size_t kept = 0;

	for (size_t i = 0; i < row->count; i++) {
		if (p->term[row->first + i].factor != 0)
			p->term[row->first + kept++] = p->term[row->first + i];
	}
	row->count = kept;
}

static void index_rows(struct puzzle *p)
{
	size_t *next;

	p->at_first = mem_new(p->cell_count + 1, sizeof(*p->at_first));
	for (size_t r = 0; r < p->row_count; r++)
		for (size_t i = 0; i < p->row[r].count; i++)
			p->at_first[p->term[p->row[r].first + i].cell + 1]++;
	for (size_t c = 0; c < p->cell_count; c++)
		p->at_first[c + 1] += p->at_first[c];
	p->at = mem_new(p->at_first[p->cell_count], sizeof(*p->at));
	next = mem_new(p->cell_count + 1, sizeof(*next));
	for (size_t r = 0; r < p->row_count; r++) {
		for (size_t i = 0; i < p->row[r].count; i++) {
			size_t c = p->term[p->row[r].first + i].cell;

			p->at[p->at_first[c] + next[c]++] = r;
		}
	}
	free(next);
}

static void index_units(struct puzzle *p)
{
	size_t *next;

	p->of_unit_first = mem_new(p->unit_count + 1, sizeof(*p->of_unit_first));
	for (size_t c = 0; c < p->cell_count; c++)
		if (p->cell[c].unit != PUZZLE_NONE)
			p->of_unit_first[p->cell[c].unit + 1]++;
	for (size_t u = 0; u < p->unit_count; u++)
		p->of_unit_first[u + 1] += p->of_unit_first[u];
	p->of_unit = mem_new(p->of_unit_first[p->unit_count], sizeof(*p->of_unit));
	next = mem_new(p->unit_count + 1, sizeof(*next));
	for (size_t c = 0; c < p->cell_count; c++) {
		size_t u = p->cell[c].unit;

		if (u != PUZZLE_NONE)
			p->of_unit[p->of_unit_first[u] + next[u]++] = c;
	}
	free(next);
}

/* Do the true values satisfy the row? A row with a cell that has none is left to the solver. */
static bool row_holds(const struct puzzle *p, const struct puzzle_row *row)
{
	wide sum = 0;

	for (size_t i = 0; i < row->count; i++) {
		const struct puzzle_term *t = &p->term[row->first + i];

		if (!p->cell[t->cell].has_value)
			return true;
		sum += (wide)t->factor * p->cell[t->cell].value;
	}
	return sum >= row->low && sum <= row->high;
}

int puzzle_seal(struct puzzle *p, struct err *err)
{
	assert(!p->sealed);
	p->has_values = true;
	for (size_t c = 0; c < p->cell_count; c++)
		p->has_values = p->has_values && p->cell[c].has_value;
	for (size_t r = 0; r < p->row_count; r++) {
		row_tidy(p, &p->row[r]);
		if (!row_holds(p, &p->row[r])) {
			err_set(err, ERR_DATA, "De cijfers spreken elkaar tegen: een totaal is niet de som van zijn delen.");
			return err_advise(err, "Controleer de levering op totalen die niet kloppen.");
		}
	}
	index_rows(p);
	index_units(p);
	p->sealed = true;
	return 0;
}
