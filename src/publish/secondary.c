#include "publish/secondary.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"
#include "publish/ward.h"

/* How many audits may be spent on doing better than the first safe answer: fewer for a large block, where each
 * takes longer, and none when less of the work is left (percent) than finding that answer may still need. */
enum { IMPROVE_AUDITS_MIN = 20, IMPROVE_AUDITS_MAX = 120, IMPROVE_CELLS = 10000, IMPROVE_WORK_LEFT = 85 };

void secondary_report_release(struct secondary_report *report)
{
	leak_list_release(&report->leak);
	*report = (struct secondary_report){0};
}

int secondary_audit(const struct puzzle *p, uint64_t work, struct leak_list *list, struct err *err)
{
	struct ward w;
	int status = 0;

	/* The audit reads only. */
	ward_init(&w, (struct puzzle *)(uintptr_t)p, work);
	for (size_t b = 0; b < w.block_count && !status; b++) {
		status = ward_audit(&w, b, false, err);
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

		if (c != cell && !ward_has_it(w, who, c) && w->out[c].low < w->out[c].high)
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

		if (is_alone(w, who, w->p->at[a], cell) || (row->k > 0 && !ward_line_is_safe(w, row)))
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

					if (!seen[c] && !ward_has_it(w, who, c)) {
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

		if (ward_audit(w, block, keep, err))
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
		status = ward_audit(w, block, false, err);
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

	while (count > 0 && w->audits < limit && deduce_work_left(w->d) > IMPROVE_WORK_LEFT && !status) {
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

/* The finished puzzle once more, from nothing: what stood in the way of an answer must not have made it. */
static int audit_result(const struct puzzle *p, uint64_t work, struct secondary_report *report, struct err *err)
{
	if (report->leak.count > 0)
		return 0;
	return secondary_audit(p, work, &report->leak, err);
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
	if (!status)
		status = audit_result(p, work, report, err);
	if (!status && report->leak.count > 0) {
		err_set(err, ERR_DATA,
			"Deze cijfers zijn niet veilig te publiceren: kleine aantallen zijn nog na te rekenen.");
		err_advise(err, "Voeg kleine wijken samen of publiceer alleen de gemeente.");
		status = err_outcome(err, "Er is niets gepubliceerd.");
	}
	return status;
}
