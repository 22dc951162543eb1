#include "publish/effect.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "indicator/value.h"

enum { YEARS_BACK = 5 };

static bool is_wijk(const struct gebied *g, struct date op)
{
	return g->eigen && strcmp(g->niveau, "wijk") == 0 && gebied_valid_on(g, op);
}

/* Which of the own wijken the intervention is in, by index in the list of areas; false when a name is no wijk. */
static bool mark(bool *in, const struct layer *layer, const char *wijken, struct date op)
{
	while (*wijken) {
		size_t len = strcspn(wijken, "|");
		char *name = mem_dup_n(wijken, len);
		const struct gebied *g = gebied_find(layer->gebieden, "wijk", name, op);

		free(name);
		if (!g || !is_wijk(g, op))
			return false;
		in[g - layer->gebieden->item] = true;
		wijken += len + (wijken[len] == '|');
	}
	return true;
}

static bool usable(const struct indicator_def *def)
{
	if (def->soort != SOORT_AANDEEL)
		return false;
	for (size_t i = 0; i < def->niveau_count; i++)
		if (strcmp(def->niveau[i], "wijk") == 0)
			return true;
	return false;
}

/* The newest period with a figure of the gemeente, from the start up to and including the stop. */
static bool find_after(const struct layer *layer, const struct indicator_def *def, const struct interventie *i,
	struct periode *out)
{
	const struct gebied *own = gebied_own(layer->gebieden);
	bool found = false;

	for (size_t k = 0; k < layer->count; k++) {
		const struct cel *c = &layer->cel[k];

		if (c->indicator != def || c->gebied != own || !c->heeft_waarde || date_cmp(c->periode.eind, i->start) <= 0 ||
			(date_is_set(i->stop) && date_cmp(c->periode.eind, i->stop) > 0))
			continue;
		if (!found || periode_cmp(c->periode, *out) > 0)
			*out = c->periode;
		found = true;
	}
	return found;
}

static bool find_before(const struct layer *layer, const struct indicator_def *def, const struct interventie *i,
	struct periode after, struct periode *out)
{
	const struct gebied *own = gebied_own(layer->gebieden);

	for (int years = 1; years <= YEARS_BACK; years++) {
		struct periode p = periode_years_back(after, years);
		const struct cel *c = layer_find(layer, def->id, own, p);

		*out = p;
		if (date_cmp(p.eind, i->start) < 0 && c && c->heeft_waarde)
			return true;
	}
	return false;
}

/* Adds one wijk at one moment; false when its counts may not be used. */
static bool add(struct share *sum, const struct layer *layer, const struct indicator_def *def, const struct gebied *g,
	struct periode p)
{
	const struct cel *c = layer_find(layer, def->id, g, p);

	if (!c)
		return g->zonder_doelgroep;
	if (c->reden == REDEN_GEEN_DOELGROEP)
		return true;
	if (!c->heeft_waarde || c->onvolledig || c->voorlopig || c->geschat || !bereik_exact(&c->teller) || !bereik_exact(&c->noemer) ||
		c->teller.schaal || c->noemer.schaal)
		return false;
	sum->x += c->teller.min;
	sum->n += c->noemer.min;
	return true;
}

static enum effect_reden sum_up(struct effect *e, const struct layer *layer, const bool *in)
{
	bool other = false;

	for (size_t i = 0; i < layer->gebieden->count; i++) {
		const struct gebied *g = &layer->gebieden->item[i];
		struct did_groep *group = in[i] ? &e->met : &e->zonder;

		if (!is_wijk(g, e->na.eind))
			continue;
		if (!add(&group->voor, layer, e->indicator, g, e->voor) || !add(&group->na, layer, e->indicator, g, e->na))
			return EFFECT_AFGESCHERMD;
		other = other || !in[i];
	}
	if (!other)
		return EFFECT_GEEN_ANDERE;
	if (e->met.voor.n < e->indicator->n_min || e->met.na.n < e->indicator->n_min ||
		e->zonder.voor.n < e->indicator->n_min || e->zonder.na.n < e->indicator->n_min || e->met.voor.n < 1 ||
		e->met.na.n < 1 || e->zonder.voor.n < 1 || e->zonder.na.n < 1)
		return EFFECT_TE_WEINIG;
	return EFFECT_KAN;
}

static enum effect_reden compare(struct effect *e, const struct layer *layer, const struct interventie *i, bool *in)
{
	if (!*i->indicator || !(e->indicator = definities_indicator(layer->defs, i->indicator)))
		return EFFECT_GEEN_INDICATOR;
	if (!date_is_set(i->start))
		return EFFECT_GEEN_START;
	if (!usable(e->indicator))
		return EFFECT_GEEN_AANDEEL;
	if (!*i->wijken)
		return EFFECT_GEEN_WIJKEN;
	if (!find_after(layer, e->indicator, i, &e->na) || !find_before(layer, e->indicator, i, e->na, &e->voor))
		return EFFECT_TE_KORT;
	e->breuk = definities_breuk(layer->defs, e->indicator->id, "wijk", e->voor.eind, e->na.eind);
	if (e->breuk)
		return EFFECT_BREUK;
	if (!mark(in, layer, i->wijken, e->na.eind))
		return EFFECT_GEEN_WIJKEN;
	return sum_up(e, layer, in);
}

void effect_of(struct effect *out, const struct layer *layer, const struct interventie *i)
{
	struct effect e = {.reden = EFFECT_KAN};
	bool *in = mem_new(layer->gebieden->count, sizeof(*in));

	e.reden = compare(&e, layer, i, in);
	free(in);
	if (e.reden == EFFECT_KAN) {
		e.verschil = did(&e.met, &e.zonder, 0.95);
		e.zeker = e.verschil.interval.low > 0 || e.verschil.interval.high < 0;
	}
	*out = e;
}
