#include "publish/uitgave.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "publish/grootheid.h"

static bool has(const char *const *id, size_t count, const char *wanted)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(id[i], wanted) == 0)
			return true;
	return false;
}

/* Is it one of the indicators, or what one of them is made of? */
static bool is_meant(const struct layer *layer, const struct indicator_def *def, const char *const *id, size_t count)
{
	if (!id || has(id, count, def->id))
		return true;
	for (size_t i = 0; i < count; i++) {
		const struct indicator_def *other = definities_indicator(layer->defs, id[i]);

		for (int depth = 0; other && other->afgeleid_van && depth < 8; depth++) {
			if (strcmp(other->afgeleid_van, def->id) == 0)
				return true;
			other = definities_indicator(layer->defs, other->afgeleid_van);
		}
	}
	return false;
}

/* ---- what this one gives away --------------------------------------------------------------- */

static void see(const struct grootheden *g, bool *seen, size_t q)
{
	if (q != GROOTHEID_GEEN && !g->item[q].verborgen)
		seen[q] = true;
}

static const char *area_name(struct publicatie_inhoud *out, const struct layer *layer, const struct gebied *area)
{
	struct str s = STR_INIT;
	const char *name;

	grootheid_add_gebied(&s, layer->gebieden, area);
	name = pool_dup(&out->pool, str_text(&s));
	str_release(&s);
	return name;
}

static void add_cijfer(struct publicatie_inhoud *out, const struct layer *layer, const struct cel *c)
{
	out->cijfer = mem_grow(out->cijfer, &out->cijfer_cap, out->cijfer_count + 1, sizeof(*out->cijfer));
	out->cijfer[out->cijfer_count++] = (struct publicatie_cijfer){.indicator = c->indicator->id,
		.gebied = area_name(out, layer, c->gebied), .indeling = c->gebied->indeling, .periode = c->periode,
		.tekst = c->waarde_tekst};
}

/* What is left of a whole, as words or their absence tell it. */
static void add_gezegd(struct publicatie_inhoud *out, const struct layer *layer, const struct verband *v)
{
	const struct grootheden *g = layer_tellingen(layer);
	const struct grootheid *whole = &g->item[v->geheel], *part = &g->item[v->deel[0]];
	struct str name = STR_INIT;

	grootheid_add_rest_naam(&name, g, v);
	out->telling = mem_grow(out->telling, &out->telling_cap, out->telling_count + 1, sizeof(*out->telling));
	out->telling[out->telling_count++] = (struct publicatie_telling){.sleutel = pool_dup(&out->pool, str_text(&name)),
		.gebied = area_name(out, layer, part->gebied), .indeling = part->gebied->indeling, .periode = part->periode,
		.min = v->gezegd.min, .max = v->gezegd.max, .waarde = whole->waarde - part->waarde};
	str_release(&name);
}

static void add_telling(struct publicatie_inhoud *out, const struct layer *layer, size_t q, bool seen)
{
	const struct grootheden *g = layer_tellingen(layer);
	const struct grootheid *c = &g->item[q];

	out->telling = mem_grow(out->telling, &out->telling_cap, out->telling_count + 1, sizeof(*out->telling));
	out->telling[out->telling_count++] = (struct publicatie_telling){.sleutel = g->sleutel[c->sleutel].tekst,
		.gebied = area_name(out, layer, c->gebied), .indeling = c->gebied->indeling, .periode = c->periode, .min = c->min,
		.max = c->max, .waarde = c->waarde, .getoond = seen && c->min == c->max};
}

void uitgave_make(struct publicatie_inhoud *out, const struct layer *layer, const char *const *id, size_t id_count)
{
	const struct grootheden *g = layer_tellingen(layer);
	bool *seen = mem_new(g->count, sizeof(*seen)), *touched = mem_new(g->count, sizeof(*touched));

	*out = (struct publicatie_inhoud){0};
	for (size_t i = 0; i < layer->count; i++) {
		const struct cel *c = &layer->cel[i];

		if (!is_meant(layer, c->indicator, id, id_count))
			continue;
		see(g, seen, g->van[i].x);
		see(g, seen, g->van[i].n);
		see(g, seen, g->van[i].x2);
		see(g, seen, g->van[i].n2);
		if (c->heeft_waarde)
			add_cijfer(out, layer, c);
	}
	for (size_t q = 0; q < g->count; q++)
		touched[g->item[q].deel] = touched[g->item[q].deel] || seen[q];
	for (size_t q = 0; q < g->count; q++)
		if (touched[g->item[q].deel])
			add_telling(out, layer, q, seen[q]);
	for (size_t i = 0; i < g->verband_count; i++)
		if (g->verband[i].gezegd.bekend && touched[g->item[g->verband[i].geheel].deel])
			add_gezegd(out, layer, &g->verband[i]);
	free(seen);
	free(touched);
}

/* ---- what was given away before --------------------------------------------------------------- */

struct eerder *uitgave_eerder(const struct publicatie_inhoud *inhoud)
{
	struct eerder *list = mem_new(inhoud->telling_count, sizeof(*list));
	size_t publicatie = 0;

	for (size_t i = 0; i < inhoud->telling_count; i++) {
		const struct publicatie_telling *t = &inhoud->telling[i];

		publicatie += i > 0 && t->publicatie != t[-1].publicatie;
		list[i] = (struct eerder){publicatie, t->sleutel, t->gebied, t->indeling, t->periode, t->min, t->max,
			t->waarde, t->getoond};
	}
	return list;
}

static const struct gebied *area_of(const struct gebied_list *gebieden, const struct publicatie_cijfer *c)
{
	const struct gebied *found = NULL;

	for (size_t i = 0; i < gebieden->count && !found; i++) {
		struct str name = STR_INIT;

		grootheid_add_gebied(&name, gebieden, &gebieden->item[i]);
		if (strcmp(str_text(&name), c->gebied) == 0 && strcmp(gebieden->item[i].indeling, c->indeling) == 0)
			found = &gebieden->item[i];
		str_release(&name);
	}
	return found;
}

/* By figure, then the newest publication first. */
static int by_figure(const void *pa, const void *pb)
{
	const struct publicatie_cijfer *a = pa, *b = pb;
	int c = strcmp(a->indicator, b->indicator);

	if (!c)
		c = strcmp(a->indeling, b->indeling);
	if (!c)
		c = strcmp(a->gebied, b->gebied);
	if (!c)
		c = periode_cmp(a->periode, b->periode);
	return c ? c : (a->publicatie < b->publicatie) - (a->publicatie > b->publicatie);
}

static bool same_figure(const struct publicatie_cijfer *a, const struct publicatie_cijfer *b)
{
	return strcmp(a->indicator, b->indicator) == 0 && strcmp(a->indeling, b->indeling) == 0 &&
		strcmp(a->gebied, b->gebied) == 0 && periode_equal(a->periode, b->periode);
}

struct layer *uitgave_layer(const struct publicatie_inhoud *inhoud, const struct definities *defs,
	const struct gebied_list *gebieden)
{
	struct publicatie_cijfer *list;
	struct layer *layer;

	if (inhoud->cijfer_count == 0)
		return NULL;
	list = mem_new(inhoud->cijfer_count, sizeof(*list));
	memcpy(list, inhoud->cijfer, inhoud->cijfer_count * sizeof(*list));
	qsort(list, inhoud->cijfer_count, sizeof(*list), by_figure);
	layer = mem_new(1, sizeof(*layer));
	*layer = (struct layer){.editie = EDITIE_OPENBAAR, .defs = defs, .gebieden = gebieden};
	layer->cel = mem_new(inhoud->cijfer_count, sizeof(*layer->cel));
	for (size_t i = 0; i < inhoud->cijfer_count; i++) {
		const struct indicator_def *def = definities_indicator(defs, list[i].indicator);
		const struct gebied *area = area_of(gebieden, &list[i]);

		if (!def || !area || (i > 0 && same_figure(&list[i], &list[i - 1])))
			continue;
		layer->cel[layer->count++] = (struct cel){.indicator = def, .gebied = area, .periode = list[i].periode,
			.heeft_waarde = true, .waarde_tekst = mem_dup(list[i].tekst)};
	}
	free(list);
	return layer;
}
