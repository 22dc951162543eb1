#include "publish/opzet.h"

#include <stdlib.h>

#include "base/mem.h"

/* ---- which counts hang together ---------------------------------------------------------------- */

static size_t root(struct grootheden *g, size_t q)
{
	while (g->item[q].deel != q) {
		g->item[q].deel = g->item[g->item[q].deel].deel;
		q = g->item[q].deel;
	}
	return q;
}

static void connect(struct grootheden *g)
{
	for (size_t i = 0; i < g->verband_count; i++)
		for (size_t k = 0; k < g->verband[i].count; k++) {
			size_t a = root(g, g->verband[i].geheel), b = root(g, g->verband[i].deel[k]);

			if (a < b)
				g->item[b].deel = a;
			else
				g->item[a].deel = b;
		}
	for (size_t q = 0; q < g->count; q++)
		g->item[q].deel = root(g, q);
}

/* ---- a number for every range -------------------------------------------------------------------- */

/* Of a range the source publishes any number in it will do, as long as all of them agree: what is unknown to us is
 * filled up from the lowest until the totals hold. */
static void fill_ranges(struct grootheden *g, const struct verband *v)
{
	int64_t left = g->item[v->geheel].waarde - v->ontbreekt;

	if (v->soort != VERBAND_SOM || g->item[v->geheel].min != g->item[v->geheel].max)
		return;
	for (size_t i = 0; i < v->count; i++)
		left -= g->item[v->deel[i]].min;
	for (size_t i = 0; i < v->count && left > 0; i++) {
		struct grootheid *q = &g->item[v->deel[i]];
		int64_t more = q->max - q->min < left ? q->max - q->min : left;

		q->waarde = q->min + more;
		left -= more;
	}
}

static void hide_unit(struct opzet *o, size_t cell)
{
	size_t unit = o->p.cell[cell].unit;

	if (unit != PUZZLE_NONE)
		o->p.unit[unit].state = PUZZLE_UNIT_PRIMARY;
}

/* A total that is a range: the number that goes with the chosen parts. */
static void fill_totals(struct grootheden *g, const struct verband *v)
{
	struct grootheid *total = &g->item[v->geheel];

	if (v->soort != VERBAND_SOM || total->min == total->max)
		return;
	total->waarde = v->ontbreekt;
	for (size_t i = 0; i < v->count; i++)
		total->waarde += g->item[v->deel[i]].waarde;
}

/* ---- one puzzle ------------------------------------------------------------------------------------ */

static void add_count(struct opzet *o, size_t index)
{
	const struct grootheid *q = &o->g->item[index];
	size_t unit, cell;

	if (q->eerder) {
		o->cell[index] = puzzle_add_known(&o->p, q->waarde) + 1;
		return;
	}
	unit = q->besloten ? PUZZLE_NONE : puzzle_add_unit(&o->p, q->kosten, q->sleutel);
	cell = q->besloten ? puzzle_add_latent(&o->p, q->waarde) : puzzle_add_printed(&o->p, q->waarde, unit);
	o->p.cell[cell].elsewhere = q->elders;
	if (!q->elders)
		o->p.cell[cell].owner = unit;
	o->cell[index] = cell + 1;
	if (q->min < q->max) { /* the source hid it and told the range */
		o->wrong = o->wrong || q->waarde < q->min || q->waarde > q->max;
		o->p.cell[cell].min = q->min;
		o->p.cell[cell].max = q->max;
	}
	if (q->primair)
		puzzle_set_primary(&o->p, cell, q->k);
}

static void add_sum(struct opzet *o, const struct verband *v)
{
	size_t *part = mem_new(v->count + 1, sizeof(*part)), count = v->count;
	const struct grootheid *total = &o->g->item[v->geheel];

	for (size_t i = 0; i < v->count; i++)
		part[i] = o->cell[v->deel[i]] - 1;
	if (v->ontbreekt > 0)
		part[count++] = puzzle_add_latent(&o->p, v->ontbreekt);
	o->wrong = o->wrong || v->ontbreekt < 0;
	puzzle_add_sum(&o->p, o->cell[v->geheel] - 1, part, count, total->k);
	free(part);
}

/* The rests of a sum are a line as well: not reached adds up like reached. `rest_of`: per count, of its last verband. */
static void add_rest_sum(struct opzet *o, const struct verband *sum, const size_t *rest_of)
{
	size_t *part = mem_new(sum->count + 1, sizeof(*part)), count = 0;
	size_t total = rest_of[sum->geheel];

	for (size_t i = 0; i < sum->count && total; i++)
		if (rest_of[sum->deel[i]])
			part[count++] = rest_of[sum->deel[i]] - 1;
	if (total && count == sum->count && sum->ontbreekt == 0)
		puzzle_add_sum(&o->p, total - 1, part, count, o->g->item[sum->geheel].k);
	free(part);
}

static const struct oud *oud_of(const struct grootheden *g, size_t publicatie, size_t q);

/* Does a count still have the value it had in an earlier publication? */
static bool is_unchanged(const struct grootheden *g, size_t publicatie, size_t q)
{
	const struct oud *oud = oud_of(g, publicatie, q);

	return oud && oud->waarde == g->item[q].waarde;
}

void opzet_tell(struct opzet *o, size_t cell, int64_t min, int64_t max)
{
	struct puzzle_cell *c = &o->p.cell[cell];

	if (min > c->min)
		c->min = min;
	if (max < c->max)
		c->max = max;
	o->wrong = o->wrong || c->value < c->min || c->value > c->max;
}

/* What was said of a rest before, while it is the same rest of the same whole. */
static void tell_again(struct opzet *o, const struct verband *v, size_t rest)
{
	const struct grootheden *g = o->g;

	for (size_t i = 0; i < g->gezegd_count; i++)
		if (&g->verband[g->gezegd[i].verband] == v && is_unchanged(g, g->gezegd[i].publicatie, v->geheel) &&
			is_unchanged(g, g->gezegd[i].publicatie, v->deel[0]))
			opzet_tell(o, rest, g->gezegd[i].min, g->gezegd[i].max);
}

/* whole = part + rest: the rest is a group of children, protected like the part. `samen`: see together. */
static void add_rest(struct opzet *o, const struct verband *v, bool samen, size_t *rest_of)
{
	const struct grootheid *whole = &o->g->item[v->geheel], *part = &o->g->item[v->deel[0]];
	int64_t value = whole->waarde - part->waarde;
	size_t rest;

	if (value < 0) {
		o->wrong = true;
		return;
	}
	rest = puzzle_add_rest(&o->p, o->cell[v->geheel] - 1, o->cell[v->deel[0]] - 1);
	if (!v->figuur) /* who is in the part is not of the rest, and knows nothing of it */
		o->p.cell[rest].owner = PUZZLE_NONE;
	if (whole->eerder && part->eerder)
		; /* what was given away cannot be taken back */
	else if (samen)
		; /* it is the other parts together: they are protected themselves, and their sum as a line */
	else if ((value > 0 && value < part->k) || (value == 0 && v->nul_geheim && whole->waarde > 0)) {
		puzzle_set_primary(&o->p, rest, part->k);
		if (!part->eerder)
			hide_unit(o, o->cell[v->deel[0]] - 1);
	}
	if (whole->min < whole->max || part->min < part->max) { /* what the published ranges already say of it */
		o->p.cell[rest].min = whole->min > part->max ? whole->min - part->max : 0;
		o->p.cell[rest].max = whole->max - part->min;
	}
	tell_again(o, v, rest);
	rest_of[v->deel[0]] = rest + 1;
	o->rest[v - o->g->verband] = rest + 1;
}

/* Parts of a whole that do not overlap: what they leave is a group too. When it is nobody, a reader may know that the
 * parts are all there is (po and vo): then it is a line like any other. */
static void add_under(struct opzet *o, const struct verband *v)
{
	size_t *part = mem_new(v->count + 1, sizeof(*part));
	const struct grootheid *whole = &o->g->item[v->geheel];
	int64_t rest = whole->waarde, k = whole->k;

	for (size_t i = 0; i < v->count; i++) {
		part[i] = o->cell[v->deel[i]] - 1;
		rest -= o->g->item[v->deel[i]].waarde;
		k = o->g->item[v->deel[i]].k > k ? o->g->item[v->deel[i]].k : k;
	}
	if (rest == 0) {
		puzzle_add_sum(&o->p, o->cell[v->geheel] - 1, part, v->count, k);
	} else if (rest > 0) {
		part[v->count] = puzzle_add_latent(&o->p, rest);
		o->p.cell[part[v->count]].carrier = o->p.cell[part[0]].unit;
		if (rest < whole->k)
			puzzle_set_primary(&o->p, part[v->count], whole->k);
		puzzle_add_sum(&o->p, o->cell[v->geheel] - 1, part, v->count + 1, 0);
	}
	o->wrong = o->wrong || rest < 0;
	free(part);
}

/* Per verband of soort REST: is the part with others, that are counted too, the whole? */
static bool *together(const struct grootheden *g, size_t part)
{
	bool *samen = mem_new(g->verband_count, sizeof(*samen));

	for (size_t i = 0; i < g->verband_count; i++) {
		const struct verband *v = &g->verband[i];
		int64_t rest = g->item[v->geheel].waarde;

		if (v->soort != VERBAND_ONDER || g->item[v->geheel].deel != part)
			continue;
		for (size_t k = 0; k < v->count; k++)
			rest -= g->item[v->deel[k]].waarde;
		for (size_t r = 0; rest == 0 && r < g->verband_count; r++)
			for (size_t k = 0; k < v->count && g->verband[r].geheel == v->geheel; k++)
				samen[r] = samen[r] || (g->verband[r].soort == VERBAND_REST && g->verband[r].deel[0] == v->deel[k]);
	}
	return samen;
}

static void add_relations(struct opzet *o, size_t part)
{
	const struct grootheden *g = o->g;
	size_t *rest_of = mem_new(g->count, sizeof(*rest_of));
	bool *samen = together(g, part);

	for (size_t i = 0; i < g->verband_count; i++) {
		const struct verband *v = &g->verband[i];

		if (g->item[v->geheel].deel != part)
			continue;
		if (v->soort == VERBAND_SOM)
			add_sum(o, v);
		else if (v->soort == VERBAND_REST)
			add_rest(o, v, samen[i], rest_of);
		else
			add_under(o, v);
	}
	for (size_t i = 0; i < g->verband_count; i++)
		if (g->verband[i].soort == VERBAND_SOM && g->item[g->verband[i].geheel].deel == part)
			add_rest_sum(o, &g->verband[i], rest_of);
	free(rest_of);
	free(samen);
}

/* ---- what was published before ------------------------------------------------------------------- */

/* The first entry of a count from this publication on. */
static size_t first_old(const struct grootheden *g, size_t q, size_t publicatie)
{
	size_t low = 0, high = g->oud_count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		const struct oud *o = &g->oud[mid];

		if (o->grootheid < q || (o->grootheid == q && o->publicatie < publicatie))
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static const struct oud *oud_of(const struct grootheden *g, size_t publicatie, size_t q)
{
	size_t at = first_old(g, q, publicatie);

	return at < g->oud_count && g->oud[at].grootheid == q && g->oud[at].publicatie == publicatie ? &g->oud[at] :
													NULL;
}

/* Was it shown with this value, in whatever publication? */
static bool was_shown(const struct grootheden *g, size_t q, int64_t value)
{
	for (size_t i = first_old(g, q, 0); i < g->oud_count && g->oud[i].grootheid == q; i++)
		if (g->oud[i].waarde == value && g->oud[i].getoond)
			return true;
	return false;
}

/* What changed between a value of then and the one of now may be a few children (R8). Beside one that was shown the
 * count of now says how many. */
static void add_revision(struct opzet *o, size_t q, size_t old, bool shown)
{
	const struct grootheid *now = &o->g->item[q];
	size_t cell = o->cell[q] - 1, change;
	int64_t difference = now->waarde - o->p.cell[old].value;

	if (now->eerder || now->min != now->max)
		return;
	change = puzzle_add_change(&o->p, old, cell);
	if (difference < 0)
		difference = -difference;
	if (difference > 0 && difference < now->k) {
		puzzle_set_primary(&o->p, change, now->k);
		if (shown)
			hide_unit(o, cell);
	}
}

/* The cells of values that hold no more, each once. */
struct old_cells {
	struct old_cell {
		size_t q, cell;
		int64_t value;
	} *item;
	size_t count, cap;
};

static size_t old_cell(struct opzet *o, struct old_cells *cells, const struct oud *oud)
{
	const struct grootheid *now = &o->g->item[oud->grootheid];
	size_t cell;

	if (oud->waarde == now->waarde && oud->min == now->min && oud->max == now->max)
		return o->cell[oud->grootheid] - 1;
	for (size_t i = 0; i < cells->count; i++)
		if (cells->item[i].q == oud->grootheid && cells->item[i].value == oud->waarde)
			return cells->item[i].cell;
	if (was_shown(o->g, oud->grootheid, oud->waarde)) {
		cell = puzzle_add_known(&o->p, oud->waarde);
		add_revision(o, oud->grootheid, cell, true);
	} else {
		cell = puzzle_add_latent(&o->p, oud->waarde);
		if (oud->min < oud->max) {
			o->p.cell[cell].min = oud->min;
			o->p.cell[cell].max = oud->max;
		}
		if (oud->waarde > 0 && oud->waarde < now->k)
			puzzle_set_primary(&o->p, cell, now->k);
		o->p.cell[cell].carrier = o->p.cell[o->cell[oud->grootheid] - 1].unit;
		if (oud->min == oud->max && o->p.cell[cell].k == 0) /* else it is protected itself, and so what changed */
			add_revision(o, oud->grootheid, cell, false);
	}
	cells->item = mem_grow(cells->item, &cells->cap, cells->count + 1, sizeof(*cells->item));
	cells->item[cells->count++] = (struct old_cell){oud->grootheid, cell, oud->waarde};
	return cell;
}

/* What a relation left then is a group of children like what it leaves now, unless that report itself gave it away. */
static size_t add_old_rest(struct opzet *o, const struct verband *v, size_t publicatie, int64_t rest, bool shown)
{
	const struct grootheid *part = &o->g->item[v->deel[0]];
	size_t cell = puzzle_add_latent(&o->p, rest);

	if (v->soort == VERBAND_SOM || shown)
		return cell;
	for (size_t i = 0; i < o->g->gezegd_count; i++)
		if (&o->g->verband[o->g->gezegd[i].verband] == v && o->g->gezegd[i].publicatie == publicatie)
			opzet_tell(o, cell, o->g->gezegd[i].min, o->g->gezegd[i].max);
	o->p.cell[cell].carrier = o->p.cell[o->cell[v->deel[0]] - 1].unit;
	if ((rest > 0 && rest < part->k) || (rest == 0 && v->nul_geheim))
		puzzle_set_primary(&o->p, cell, part->k);
	return cell;
}

/* The same relation as it held then; nothing when it says nothing new. What was hidden then and has not changed is the
 * same count now: that is how two reports are laid beside each other. */
static void add_old_relation(struct opzet *o, struct old_cells *cells, const struct verband *v, size_t publicatie)
{
	const struct oud *whole = oud_of(o->g, publicatie, v->geheel);
	size_t *part = mem_new(v->count + 1, sizeof(*part)), count = v->count, total;
	int64_t rest = whole ? whole->waarde : -1;
	bool changed = whole && whole->waarde != o->g->item[v->geheel].waarde, shown = whole && whole->getoond;

	for (size_t i = 0; i < v->count && rest >= 0; i++) {
		const struct oud *oud = oud_of(o->g, publicatie, v->deel[i]);

		rest = oud ? rest - oud->waarde : -1;
		changed = changed || (oud && oud->waarde != o->g->item[v->deel[i]].waarde);
		shown = shown && oud && oud->getoond;
	}
	if (rest >= 0 && changed) {
		total = old_cell(o, cells, whole);
		for (size_t i = 0; i < v->count; i++)
			part[i] = old_cell(o, cells, oud_of(o->g, publicatie, v->deel[i]));
		if (v->soort != VERBAND_SOM || rest > 0)
			part[count++] = add_old_rest(o, v, publicatie, rest, shown);
		puzzle_add_sum(&o->p, total, part, count, 0);
	}
	free(part);
}

static void add_before(struct opzet *o, size_t deel)
{
	const struct grootheden *g = o->g;
	struct old_cells cells = {0};

	for (size_t i = 0; i < g->oud_count; i++)
		if (g->item[g->oud[i].grootheid].deel == deel && g->oud[i].getoond)
			old_cell(o, &cells, &g->oud[i]);
	for (size_t p = 0; p < g->publicatie_count; p++)
		for (size_t i = 0; i < g->verband_count; i++)
			if (g->item[g->verband[i].geheel].deel == deel)
				add_old_relation(o, &cells, &g->verband[i], p);
	free(cells.item);
}

/* ---- use -------------------------------------------------------------------------------------------- */

void opzet_prepare(struct grootheden *g, bool nul_tonen)
{
	connect(g);
	for (size_t i = 0; i < g->verband_count; i++)
		fill_ranges(g, &g->verband[i]);
	for (size_t i = 0; i < g->verband_count; i++)
		fill_totals(g, &g->verband[i]);
	for (size_t q = 0; q < g->count; q++) {
		struct grootheid *c = &g->item[q];

		c->primair = c->min < c->max || (c->waarde > 0 && c->waarde < c->k) ||
			(c->waarde == 0 && c->nul_geheim && !nul_tonen);
	}
}

void opzet_make(struct opzet *o, const struct grootheden *g, size_t deel)
{
	*o = (struct opzet){.p = PUZZLE_INIT, .g = g, .cell = mem_new(g->count, sizeof(*o->cell)),
		.rest = mem_new(g->verband_count, sizeof(*o->rest))};
	for (size_t q = 0; q < g->count; q++)
		if (g->item[q].deel == deel) {
			add_count(o, q);
			o->wrong = o->wrong || g->item[q].strijdig;
		}
	add_relations(o, deel);
	if (!o->wrong)
		add_before(o, deel);
}

void opzet_release(struct opzet *o)
{
	puzzle_release(&o->p);
	free(o->cell);
	free(o->rest);
}

size_t opzet_unit(const struct opzet *o, size_t grootheid)
{
	const struct puzzle_cell *c = &o->p.cell[o->cell[grootheid] - 1];

	return c->access == PUZZLE_PRINTED ? c->unit : PUZZLE_NONE;
}

size_t opzet_rest(const struct opzet *o, size_t whole, size_t part)
{
	for (size_t i = 0; i < o->g->verband_count; i++) {
		const struct verband *v = &o->g->verband[i];

		if (v->soort == VERBAND_REST && v->geheel == whole && v->deel[0] == part && o->rest[i])
			return o->rest[i] - 1;
	}
	return PUZZLE_NONE;
}
