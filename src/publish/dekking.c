#include "publish/dekking.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* What the rows are made from. */
struct bronnen {
	const struct doel_list *doelen;
	const struct layer *layer;
	const struct registers *registers;
	const struct gebied *gemeente; /* NULL: no areas yet */
	struct date bekend_op;
};

static void look_up(const struct bronnen *b, const char *id, struct dekking_indicator *out)
{
	const struct definities *defs = b->layer->defs;

	out->id = id;
	out->def = definities_indicator(defs, id);
	if (out->def && b->gemeente)
		out->norm = norm_find_for(&defs->normen, out->def, b->gemeente,
			periode_dag(b->registers->per), b->bekend_op);
	out->heeft_data = out->def && layer_last_periode(b->layer, id, &out->periode);
}

static void count_indicator(struct dekking_rij *rij, const struct dekking_indicator *i)
{
	rij->opgenomen += i->def != NULL;
	rij->met_norm += i->norm != NULL;
	rij->met_vastgestelde_norm += i->norm && i->norm->status == NORM_VASTGESTELD;
	rij->met_data += i->heeft_data;
	if (i->heeft_data && (rij->nieuwste.soort == PERIODE_GEEN || periode_cmp(i->periode, rij->nieuwste) > 0))
		rij->nieuwste = i->periode;
}

static void fill(struct dekking_rij *rij, const struct bronnen *b, const struct doel_def *doel,
	struct pool *pool)
{
	struct dekking_indicator *list = pool_new(pool, doel->indicatoren.count, sizeof(*list));
	struct doel_set under;

	*rij = (struct dekking_rij){.doel = doel, .indicator = list, .count = doel->indicatoren.count};
	for (size_t i = 0; i < rij->count; i++) {
		look_up(b, doel->indicatoren.item[i], &list[i]);
		count_indicator(rij, &list[i]);
	}
	doel_set_init(&under, b->doelen, doel->id);
	rij->laatste_besluit = registers_last_besluit(b->registers, &under);
	rij->acties = registers_count_acties(b->registers, &under, ACTIE_ELKE_SOORT);
	doel_set_release(&under);
}

void dekking_init(struct dekking *out, const struct doel_list *doelen, const struct doel_set *set,
	const struct layer *layer, const struct registers *registers, struct date bekend_op)
{
	const struct bronnen b = {.doelen = doelen,
		.layer = layer,
		.registers = registers,
		.gemeente = gebied_own(layer->gebieden),
		.bekend_op = bekend_op};
	struct dekking d = {.rij = mem_new(doelen->count, sizeof(*d.rij)),
		.acties_geladen = registers->herkomst[REGISTER_ACTIES].geladen,
		.besluiten_geladen = registers->herkomst[REGISTER_BESLUITEN].geladen};

	for (size_t i = 0; i < doelen->count; i++)
		if (!set || doel_set_has(set, doelen->item[i].id))
			fill(&d.rij[d.count++], &b, &doelen->item[i], &d.pool);
	*out = d;
}

void dekking_release(struct dekking *d)
{
	free(d->rij);
	pool_release(&d->pool);
	*d = (struct dekking){.rij = NULL};
}

struct dekking_telling dekking_count(const struct dekking *d)
{
	struct dekking_telling t = {.doelen = d->count};
	size_t *const meetbaar[] = {&t.getal, &t.proxy, &t.kwalitatief};

	for (size_t i = 0; i < d->count; i++) {
		const struct dekking_rij *rij = &d->rij[i];

		++*meetbaar[rij->doel->meetbaarheid];
		t.met_indicator += rij->opgenomen > 0;
		t.met_norm += rij->met_norm > 0;
		t.met_vastgestelde_norm += rij->met_vastgestelde_norm > 0;
		t.met_data += rij->met_data > 0;
		t.met_besluit += rij->laatste_besluit != NULL;
		t.met_actie += rij->acties.totaal > 0;
		t.zonder_spoor += !rij->met_data && !rij->laatste_besluit && !rij->acties.totaal;
	}
	return t;
}
