#include "publish/toets.h"

#include <stdlib.h>

#include "base/mem.h"
#include "publish/gezien.h"
#include "publish/opzet.h"
#include "publish/secondary.h"

struct toets {
	struct gezien z;
	const struct grootheden *g;
	bool nul_tonen;
	struct str plekken;
};

static void name_count(struct toets *t, size_t q)
{
	const struct grootheid *c = &t->g->item[q];

	str_add_f(&t->plekken, "%s%s %s ", t->plekken.len ? "; " : "", t->g->sleutel[c->sleutel].naam, c->gebied->naam);
	periode_add_code(&t->plekken, c->periode);
}

/* Sets the puzzle to what a reader has. False when nothing of it is new to him. */
static bool show(struct toets *t, struct opzet *o, size_t deel)
{
	bool any = false;

	for (size_t q = 0; q < t->g->count; q++) {
		size_t unit = t->g->item[q].deel == deel ? opzet_unit(o, q) : PUZZLE_NONE;

		any = any || (t->g->item[q].deel == deel && t->z.bereik[q]);
		any = any || (t->g->item[q].deel == deel && t->z.aantal[q] && t->g->item[q].besloten);
		if (unit == PUZZLE_NONE)
			continue;
		any = any || t->z.aantal[q];
		o->p.unit[unit].state = t->z.aantal[q] ? PUZZLE_UNIT_OPEN :
			t->g->item[q].primair ? PUZZLE_UNIT_PRIMARY :
						PUZZLE_UNIT_SECONDARY;
	}
	for (size_t i = 0; i < t->z.uitspraak_count; i++)
		any = any || t->g->item[t->z.uitspraak[i].x].deel == deel;
	return any;
}

/* Is a count shown that is small by itself, or of a niveau that is not public? */
static bool shows_small(struct toets *t, size_t deel)
{
	bool any = false;

	for (size_t q = 0; q < t->g->count; q++)
		if (t->g->item[q].deel == deel && t->z.aantal[q] &&
			((t->g->item[q].primair && !t->g->item[q].eerder) || t->g->item[q].besloten)) {
			name_count(t, q);
			any = true;
		}
	return any;
}

/* ---- ranges ------------------------------------------------------------------------------------------ */

static int64_t value_of(const struct toets *t, const struct uitspraak *u)
{
	int64_t x = t->g->item[u->x].waarde;

	return u->n == GROOTHEID_GEEN ? x : t->g->item[u->n].waarde - x;
}

/* Does it say by itself more than the policy allows, or what is not so? */
static bool says_too_much(const struct toets *t, const struct uitspraak *u)
{
	const struct grootheid *x = &t->g->item[u->x];
	int64_t v = value_of(t, u);
	bool small = (v > 0 && v < x->k) || (v == 0 && x->nul_geheim && !t->nul_tonen);

	if (v < u->min || v > u->max)
		return true;
	return small ? u->min > 1 || u->max < x->k - 1 : u->min >= u->max;
}

/* Lays what is said of the counts of this puzzle into it; false when that may not be said. */
static bool add_said(struct toets *t, struct opzet *o, size_t deel)
{
	for (size_t i = 0; i < t->z.uitspraak_count; i++) {
		const struct uitspraak *u = &t->z.uitspraak[i];
		struct puzzle_cell *c;
		size_t cell;

		if (t->g->item[u->x].deel != deel)
			continue;
		cell = u->n == GROOTHEID_GEEN ? o->cell[u->x] - 1 : opzet_rest(o, u->n, u->x);
		if (cell == PUZZLE_NONE || says_too_much(t, u))
			return false;
		c = &o->p.cell[cell];
		c->min = u->min > c->min ? u->min : c->min;
		c->max = u->max < c->max ? u->max : c->max;
	}
	return true;
}

/* The parts behind a range that are numbers: those of a part that is a range itself and not shown are in it too.
 * Adds their cells, and takes off *left what the source says of the others. */
static void gather_parts(const struct toets *t, const struct opzet *o, const struct verband *sum, size_t *part,
	size_t *count, int64_t *left)
{
	for (size_t i = 0; i < sum->count; i++) {
		size_t q = sum->deel[i];
		const struct verband *inner = NULL;

		for (size_t v = 0; v < t->g->verband_count && !t->z.bereik[q] && !inner; v++)
			if (t->g->verband[v].soort == VERBAND_SOM && t->g->verband[v].geheel == q)
				inner = &t->g->verband[v];
		if (t->g->item[q].min == t->g->item[q].max)
			part[(*count)++] = o->cell[q] - 1;
		else if (inner)
			gather_parts(t, o, inner, part, count, left);
		else
			*left -= t->g->item[q].min;
	}
}

/* The range of a total begins where its parts begin together: less what the source says of some, that is the sum of
 * the others. */
static void add_range_sums(const struct toets *t, struct opzet *o, size_t deel)
{
	size_t *part = mem_new(t->g->count, sizeof(*part));

	for (size_t i = 0; i < t->g->verband_count; i++) {
		const struct verband *v = &t->g->verband[i];
		int64_t left = t->g->item[v->geheel].min, sum = 0;
		size_t count = 0;

		if (t->g->item[v->geheel].deel != deel || v->soort != VERBAND_SOM || !t->z.bereik[v->geheel])
			continue;
		gather_parts(t, o, v, part, &count, &left);
		for (size_t k = 0; k < count; k++)
			sum += o->p.cell[part[k]].value;
		if (count > 0 && sum == left) /* else the source gave the range of the total itself */
			puzzle_add_sum(&o->p, puzzle_add_known(&o->p, sum), part, count, t->g->item[v->geheel].k);
	}
	free(part);
}

/* ---- the audit -------------------------------------------------------------------------------------- */

static bool is_safe(struct toets *t, size_t deel)
{
	struct leak_list leaks = {0};
	struct err why = ERR_INIT;
	struct opzet o;
	bool safe;

	opzet_make(&o, t->g, deel);
	safe = !show(t, &o, deel);
	if (!safe) {
		add_range_sums(t, &o, deel);
		safe = !o.wrong && !shows_small(t, deel) && add_said(t, &o, deel) && puzzle_seal(&o.p, &why) == 0 &&
			secondary_audit(&o.p, 0, &leaks, &why) == 0 && leaks.count == 0;
	}
	leak_list_release(&leaks);
	err_release(&why);
	opzet_release(&o);
	return safe;
}

int toets_layer(const struct layer *layer, const struct grootheden *g, const struct uitkomst_list *all, char **plekken,
	struct err *err)
{
	struct toets t = {.g = g, .nul_tonen = layer->defs->privacy.nul_tonen};
	size_t unsafe = 0;

	gezien_read(&t.z, layer, g, all);
	for (size_t q = 0; q < g->count; q++)
		if (g->item[q].deel == q && !is_safe(&t, q)) {
			unsafe++;
			name_count(&t, q);
		}
	if (t.z.fout.len > 0) {
		unsafe++;
		str_add_f(&t.plekken, "%s%s", t.plekken.len ? "; " : "", str_text(&t.z.fout));
	}
	if (unsafe > 0) {
		*plekken = str_detach(&t.plekken);
		err_set(err, ERR_DATA, "Deze cijfers zijn niet veilig te publiceren: er is een klein aantal uit te halen.");
		err_advise(err, "Waar, staat in het logboek. Voeg kleine wijken samen, of publiceer alleen de gemeente.");
		err_outcome(err, "Er is niets gepubliceerd.");
	}
	str_release(&t.plekken);
	gezien_release(&t.z);
	return unsafe > 0 ? -1 : 0;
}
