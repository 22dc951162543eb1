#include "publish/onthulling.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "publish/gezegd.h"
#include "publish/opzet.h"
#include "publish/secondary.h"

struct audit {
	struct grootheden g;
	const struct definities *defs;
	bool *gezien;	 /* per count: the files show it */
	bool *verborgen; /* per count: a file says that it is hidden */
	struct bereik *gezegd; /* per relation: what a file says of its rest in words */
	struct vondst_list *list;
};

void vondst_list_release(struct vondst_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		free(list->item[i].plek);
	free(list->item);
	*list = (struct vondst_list){0};
}

bool vondst_list_onveilig(const struct vondst_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->item[i].soort <= VONDST_TEGENSTRIJDIG)
			return true;
	return false;
}

static bool same(const struct vondst *a, enum vondst_soort soort, const char *plek)
{
	return a->soort == soort && strcmp(a->plek, plek) == 0;
}

void vondst_list_add(struct vondst_list *list, enum vondst_soort soort, char *plek, int64_t laag, int64_t hoog)
{
	for (size_t i = 0; i < list->count; i++)
		if (same(&list->item[i], soort, plek)) {
			free(plek);
			return;
		}
	list->item = mem_grow(list->item, &list->cap, list->count + 1, sizeof(*list->item));
	list->item[list->count++] = (struct vondst){soort, plek, laag, hoog};
}

static char *name_of(const struct audit *a, size_t q)
{
	const struct grootheid *c = &a->g.item[q];
	struct str s = STR_INIT;

	str_add_f(&s, "%s %s ", a->g.sleutel[c->sleutel].naam, c->gebied->naam);
	periode_add_code(&s, c->periode);
	return str_detach(&s);
}

/* ---- what the files show ------------------------------------------------------------------------ */

static const struct gebied *area_of(const struct gebied_list *list, const struct onthuld *o)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->item[i].code, o->gebied) == 0 && strcmp(list->item[i].indeling, o->indeling) == 0)
			return &list->item[i];
	return NULL;
}

static void see(struct audit *a, size_t q)
{
	if (q != GROOTHEID_GEEN && a->g.item[q].min == a->g.item[q].max)
		a->gezien[q] = true;
}

static void hide(struct audit *a, size_t q)
{
	if (q != GROOTHEID_GEEN)
		a->verborgen[q] = true;
}

/* Of a small count the least that may be said is that it is below k; of one the source hid, what the source said. */
static void see_range(struct audit *a, size_t q, const struct onthuld *o)
{
	const struct grootheid *c = &a->g.item[q];
	int64_t low = c->min < c->max ? c->min : 1, high = c->min < c->max ? c->max : c->k - 1;

	if (c->primair && (o->waarde > low || o->tot < high))
		vondst_list_add(a->list, VONDST_BEREIK, name_of(a, q), o->waarde, o->tot);
}

/* A count with its number: when the data have another one by now, the file shows something we cannot judge. */
static void see_number(struct audit *a, size_t q, const struct onthuld *o)
{
	if (q == GROOTHEID_GEEN)
		return;
	if (o->heeft_waarde && o->waarde < o->tot) {
		see_range(a, q, o);
		return;
	}
	if (o->heeft_waarde && a->g.item[q].min == a->g.item[q].max && a->g.item[q].waarde != o->waarde)
		vondst_list_add(a->list, VONDST_ANDER, name_of(a, q), 0, 0);
	see(a, q);
}

/* A teller said to lie between two numbers: by the words, of the whole as it is. What a source itself gives as a range
 * is known already. */
static void listen(struct audit *a, const struct uitkomst_tellers *t, const struct onthuld *o)
{
	size_t v = t->x == GROOTHEID_GEEN || t->n == GROOTHEID_GEEN || a->g.item[t->x].min < a->g.item[t->x].max ||
			a->g.item[t->n].min < a->g.item[t->n].max ?
		SIZE_MAX :
		grootheden_rest(&a->g, t->n, t->x);
	int64_t rest;

	if (v == SIZE_MAX)
		return;
	if (a->g.item[t->x].waarde < o->waarde || a->g.item[t->x].waarde > o->tot) {
		vondst_list_add(a->list, VONDST_ANDER, name_of(a, t->x), 0, 0);
		return;
	}
	a->gezegd[v] = (struct bereik){true, a->g.item[t->n].waarde > o->tot ? a->g.item[t->n].waarde - o->tot : 0,
		a->g.item[t->n].waarde - o->waarde, 0};
	/* Less than "fewer than k" may not be said of what is small. */
	rest = a->g.item[t->n].waarde - a->g.item[t->x].waarde;
	if (rest > 0 && rest < a->g.item[t->x].k && (a->gezegd[v].min > 1 || a->gezegd[v].max < a->g.item[t->x].k - 1))
		vondst_list_add(a->list, VONDST_BEREIK, name_of(a, t->x), o->waarde, o->tot);
}

static void look(struct audit *a, const struct uitkomst_list *all, const struct gebied_list *gebieden,
	const struct onthuld *o)
{
	const struct gebied *g = area_of(gebieden, o);
	const struct uitkomst *u = g ? uitkomst_find(all, o->indicator, g, o->periode) : NULL, *of = u;
	const struct uitkomst_tellers *t;
	struct str s = STR_INIT;

	if (!u) {
		if (!g || !definities_indicator(a->defs, o->indicator)) {
			str_add_f(&s, "%s %s ", o->indicator, o->gebied);
			periode_add_code(&s, o->periode);
			vondst_list_add(a->list, VONDST_ONBEKEND, str_detach(&s), 0, 0);
		}
		return; /* else onthulling_los looks at it */
	}
	/* A derived figure gives away what it is made of; its own counts are those of the figure behind it. */
	if (u->indicator->afgeleid_van && u->indicator->bewerking != BEWERKING_VERSCHIL)
		of = uitkomst_find(all, u->indicator->afgeleid_van, u->gebied, u->periode);
	if (!of || u->indicator->bewerking == BEWERKING_SPREIDING)
		return;
	t = &a->g.van[of - all->item];
	if (o->wat == ONTHULD_TELLER && of == u) {
		see_number(a, t->x, o);
		if (o->heeft_waarde && o->waarde < o->tot)
			listen(a, t, o);
	} else if (o->wat == ONTHULD_VERBORGEN) {
		hide(a, t->x);
		hide(a, t->n);
	} else if (o->wat == ONTHULD_NOEMER && of == u) {
		see_number(a, t->n, o);
	} else {
		see(a, t->x);
		see(a, t->n);
		see(a, t->x2);
		see(a, t->n2);
	}
}

/* Where other figures of the puzzle speak, one that is said to be hidden and does not speak has k or more left. */
static void listen_to_silence(struct audit *a, const struct uitkomst_list *all, const struct definities *defs)
{
	bool *speaks = mem_new(a->g.count, sizeof(*speaks));

	for (size_t i = 0; i < a->g.verband_count; i++)
		if (a->gezegd[i].bekend)
			speaks[a->g.item[a->g.verband[i].geheel].deel] = true;
	for (size_t i = 0; i < all->count; i++) {
		const struct uitkomst *u = &all->item[i];
		const struct uitkomst_tellers *t = &a->g.van[i];
		size_t v = t->x == GROOTHEID_GEEN || t->n == GROOTHEID_GEEN || !speaks[a->g.item[t->n].deel] ||
				a->gezien[t->x] || !a->verborgen[t->x] || !a->gezien[t->n] ?
			SIZE_MAX :
			grootheden_rest(&a->g, t->n, t->x);
		int64_t n = t->n == GROOTHEID_GEEN ? 0 : a->g.item[t->n].waarde;

		if (v != SIZE_MAX && !a->gezegd[v].bekend && n - a->g.item[t->x].waarde >= a->g.item[t->x].k &&
			gezegd_kan(&defs->privacy, u->indicator, u->norm, n, a->g.item[t->x].k))
			a->gezegd[v] = gezegd_rest(false, n, a->g.item[t->x].k);
	}
	free(speaks);
}

/* ---- what can be worked out --------------------------------------------------------------------- */

/* The count a cell stands for; of a rest or a difference the one it goes with. */
static char *name_cell(const struct audit *a, const struct opzet *o, size_t cell, bool line)
{
	const struct puzzle_cell *c = &o->p.cell[cell];
	size_t unit = c->access == PUZZLE_PRINTED ? c->unit : c->carrier;
	char *name, *text;

	for (size_t q = 0; q < a->g.count; q++) {
		bool own = o->cell[q] == cell + 1;

		if (!own && (!o->cell[q] || unit == PUZZLE_NONE || o->p.cell[o->cell[q] - 1].unit != unit))
			continue;
		name = name_of(a, q);
		if (own && !line)
			return name;
		text = mem_printf("%s %s", line ? "de afgeschermde delen van" : "wat er overblijft naast", name);
		free(name);
		return text;
	}
	return mem_dup("een verschil tussen twee aantallen");
}

static size_t count_of(const struct audit *a, const struct opzet *o, size_t cell)
{
	for (size_t q = 0; q < a->g.count; q++)
		if (o->cell[q] == cell + 1)
			return q;
	return GROOTHEID_GEEN;
}

/* Small by itself, or said to be hidden. What is between counts (a rest) is only watched when it is small. */
static bool is_secret(const struct audit *a, const struct opzet *o, size_t cell)
{
	size_t q = count_of(a, o, cell);

	if (q == GROOTHEID_GEEN)
		return o->p.cell[cell].k > 0;
	return !a->gezien[q] && (a->g.item[q].primair || a->verborgen[q]);
}

static bool matters(const struct audit *a, const struct opzet *o, const struct leak *l)
{
	const struct puzzle_row *row = l->row == PUZZLE_NONE ? NULL : &o->p.row[l->row];

	if (!row)
		return is_secret(a, o, l->cell);
	for (size_t i = 1; i < row->count; i++)
		if (is_secret(a, o, o->p.term[row->first + i].cell))
			return true;
	return false;
}

static void add_leaks(struct audit *a, const struct opzet *o, const struct leak_list *leaks)
{
	for (size_t i = 0; i < leaks->count; i++) {
		const struct leak *l = &leaks->item[i];

		if (!matters(a, o, l))
			continue;
		vondst_list_add(a->list, VONDST_TE_BEREKENEN, name_cell(a, o, l->cell, l->soort == LEAK_LINE), l->found.low,
			l->found.high);
	}
}

/* Sets the puzzle to what the files show; false when they show nothing of it. */
static bool show(struct audit *a, struct opzet *o, size_t deel)
{
	bool any = false;

	for (size_t q = 0; q < a->g.count; q++) {
		size_t unit = a->g.item[q].deel == deel ? opzet_unit(o, q) : PUZZLE_NONE;

		if (unit == PUZZLE_NONE && a->g.item[q].deel == deel && a->g.item[q].eerder)
			a->list->getoond += a->gezien[q]; /* was public already: nothing to judge */
		if (unit == PUZZLE_NONE)
			continue;
		any = any || a->gezien[q];
		a->list->getoond += a->gezien[q];
		a->list->verborgen += !a->gezien[q];
		if (a->gezien[q] && a->g.item[q].primair)
			vondst_list_add(a->list, VONDST_KLEIN, name_of(a, q), 0, 0);
		o->p.unit[unit].state = a->gezien[q] ? PUZZLE_UNIT_OPEN :
			a->g.item[q].primair ? PUZZLE_UNIT_PRIMARY :
					       PUZZLE_UNIT_SECONDARY;
	}
	return any;
}

static void audit_part(struct audit *a, size_t deel)
{
	struct leak_list leaks = {0};
	struct err why = ERR_INIT;
	struct opzet o;

	opzet_make(&o, &a->g, deel);
	for (size_t i = 0; i < a->g.verband_count; i++)
		if (a->gezegd[i].bekend && a->g.item[a->g.verband[i].geheel].deel == deel && o.rest[i])
			opzet_tell(&o, o.rest[i] - 1, a->gezegd[i].min, a->gezegd[i].max);
	if (show(a, &o, deel)) {
		if (o.wrong || puzzle_seal(&o.p, &why) || secondary_audit(&o.p, 0, &leaks, &why))
			vondst_list_add(a->list, VONDST_TEGENSTRIJDIG, name_of(a, deel), 0, 0);
		else
			add_leaks(a, &o, &leaks);
	}
	leak_list_release(&leaks);
	err_release(&why);
	opzet_release(&o);
}

void onthulling_check(const struct uitkomst_list *all, const struct definities *defs, const struct gebied_list *gebieden,
	const struct eerder *eerder, size_t eerder_count, const struct onthuld *shown, size_t count,
	struct vondst_list *list)
{
	struct audit a = {.defs = defs, .list = list};

	grootheden_make(&a.g, all, defs);
	grootheden_eerder(&a.g, gebieden, eerder, eerder_count);
	opzet_prepare(&a.g, defs->privacy.nul_tonen);
	a.gezien = mem_new(a.g.count, sizeof(*a.gezien));
	a.verborgen = mem_new(a.g.count, sizeof(*a.verborgen));
	a.gezegd = mem_new(a.g.verband_count, sizeof(*a.gezegd));
	for (size_t i = 0; i < count; i++)
		look(&a, all, gebieden, &shown[i]);
	listen_to_silence(&a, all, defs);
	for (size_t q = 0; q < a.g.count; q++)
		if (a.g.item[q].deel == q)
			audit_part(&a, q);
	free(a.gezien);
	free(a.verborgen);
	free(a.gezegd);
	grootheden_release(&a.g);
}
