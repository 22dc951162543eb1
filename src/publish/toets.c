#include "publish/toets.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "publish/opzet.h"
#include "publish/secondary.h"

struct toets {
	const struct layer *layer;
	const struct grootheden *g;
	bool *gezien; /* per count: a reader has it */
	struct str plekken;
};

/* ---- what a reader has --------------------------------------------------------------------------- */

static bool is_number(struct bereik b)
{
	return b.bekend && b.min == b.max;
}

/* Anything that is made of teller and noemer together. */
static bool shows_all(const struct cel *c)
{
	return c->heeft_waarde || c->heeft_interval || c->heeft_tekort || c->interval_tekst || c->tekort_tekst ||
		c->verandering != VERANDERING_GEEN || c->tempo.woord != TEMPO_WOORD_GEEN || c->feit != FEIT_GEEN ||
		c->zekerheid != ZEKERHEID_GEEN;
}

static void see(struct toets *t, size_t q)
{
	if (q != GROOTHEID_GEEN && t->g->item[q].min == t->g->item[q].max)
		t->gezien[q] = true;
}

/* The counts of which a derived figure is made. */
static const struct uitkomst_tellers *basis_of(const struct toets *t, const struct uitkomst_list *all,
	const struct uitkomst *u)
{
	const struct uitkomst *of;

	if (u->indicator->bewerking == BEWERKING_VERSCHIL)
		return &t->g->van[u - all->item];
	of = uitkomst_find(all, u->indicator->afgeleid_van, u->gebied, u->periode);
	return of ? &t->g->van[of - all->item] : NULL;
}

static void look(struct toets *t, const struct uitkomst_list *all, size_t i)
{
	const struct cel *c = &t->layer->cel[i];
	const struct uitkomst *u = &all->item[i];
	const struct uitkomst_tellers *own = &t->g->van[i], *basis;

	if (!u->indicator->afgeleid_van) {
		if (shows_all(c) || is_number(c->teller) || c->teller_tekst)
			see(t, own->x);
		if (shows_all(c) || is_number(c->noemer) || c->noemer_tekst)
			see(t, own->n);
		return;
	}
	if (!shows_all(c) && !is_number(c->teller) && !is_number(c->noemer) && !c->teller_tekst && !c->noemer_tekst)
		return;
	basis = basis_of(t, all, u);
	if (!basis)
		return;
	see(t, basis->x);
	see(t, basis->n);
	see(t, basis->x2);
	see(t, basis->n2);
}

/* ---- the audit -------------------------------------------------------------------------------------- */

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

		any = any || (t->g->item[q].deel == deel && t->gezien[q] && t->g->item[q].besloten);
		if (unit == PUZZLE_NONE)
			continue;
		any = any || t->gezien[q];
		o->p.unit[unit].state = t->gezien[q] ? PUZZLE_UNIT_OPEN :
			t->g->item[q].primair ? PUZZLE_UNIT_PRIMARY :
						PUZZLE_UNIT_SECONDARY;
	}
	return any;
}

/* Is a count shown that is small by itself, or of a niveau that is not public? */
static bool shows_small(struct toets *t, size_t deel)
{
	bool any = false;

	for (size_t q = 0; q < t->g->count; q++)
		if (t->g->item[q].deel == deel && t->gezien[q] && ((t->g->item[q].primair && !t->g->item[q].eerder) || t->g->item[q].besloten)) {
			name_count(t, q);
			any = true;
		}
	return any;
}

static bool is_safe(struct toets *t, size_t deel)
{
	struct leak_list leaks = {0};
	struct err why = ERR_INIT;
	struct opzet o;
	bool safe;

	opzet_make(&o, t->g, deel);
	safe = !show(t, &o, deel);
	if (!safe)
		safe = !o.wrong && !shows_small(t, deel) && puzzle_seal(&o.p, &why) == 0 &&
			secondary_audit(&o.p, 0, &leaks, &why) == 0 && leaks.count == 0;
	leak_list_release(&leaks);
	err_release(&why);
	opzet_release(&o);
	return safe;
}

int toets_layer(const struct layer *layer, const struct grootheden *g, const struct uitkomst_list *all, char **plekken,
	struct err *err)
{
	struct toets t = {.layer = layer, .g = g, .gezien = mem_new(g->count, sizeof(*t.gezien))};
	size_t unsafe = 0;

	for (size_t i = 0; i < all->count; i++)
		look(&t, all, i);
	for (size_t q = 0; q < g->count; q++)
		if (g->item[q].deel == q && !is_safe(&t, q)) {
			unsafe++;
			name_count(&t, q);
		}
	if (unsafe > 0) {
		*plekken = str_detach(&t.plekken);
		err_set(err, ERR_DATA, "Deze cijfers zijn niet veilig te publiceren: er is een klein aantal uit te halen.");
		err_advise(err, "Waar, staat in het logboek. Voeg kleine wijken samen, of publiceer alleen de gemeente.");
		err_outcome(err, "Er is niets gepubliceerd.");
	}
	str_release(&t.plekken);
	free(t.gezien);
	return unsafe > 0 ? -1 : 0;
}
