#include "indicator/derive.h"

#include <math.h>
#include <string.h>

#include "base/mem.h"
#include "indicator/aggregate.h"
#include "indicator/difference.h"
#include "indicator/judge.h"
#include "indicator/outcome.h"
#include "indicator/statistiek.h"

/* What kept the base from having a number keeps the derived one from it. */
static enum judge_gegevens gegevens_of(enum status base)
{
	switch (base) {
	case STATUS_NIET_GELEVERD:
		return GEGEVENS_NIET_GELEVERD;
	case STATUS_ONBEKEND:
		return GEGEVENS_ONBEKEND;
	case STATUS_NVT:
		return GEGEVENS_NVT;
	case STATUS_AFGESCHERMD_BRON:
		return GEGEVENS_AFGESCHERMD;
	case STATUS_FOUT:
		return GEGEVENS_FOUT;
	default:
		return GEGEVENS_WAARDE;
	}
}

static bool has_level(const struct indicator_def *def, const struct gebied *g)
{
	if (strcmp(g->niveau, "onbekend") == 0)
		return def->onbekend_telt_mee;
	for (size_t i = 0; i < def->niveau_count; i++) {
		if (strcmp(def->niveau[i], g->niveau) == 0)
			return true;
	}
	return false;
}

/* noemer - teller: both from the same children, so never below 0. */
static enum judge_gegevens rest(const struct uitkomst *base, struct bereik *out)
{
	if (!base->teller.bekend || !base->noemer.bekend)
		return gegevens_of(base->status) == GEGEVENS_WAARDE ? GEGEVENS_FOUT
								    : gegevens_of(base->status);
	if (base->teller.schaal || base->noemer.schaal)
		return GEGEVENS_FOUT;
	out->bekend = true;
	out->min = base->noemer.min > base->teller.max ? base->noemer.min - base->teller.max : 0;
	out->max = base->noemer.max > base->teller.min ? base->noemer.max - base->teller.min : 0;
	return GEGEVENS_WAARDE;
}

struct derivation {
	const struct indicator_def *def;
	const struct definities *defs;
	const struct gebied_list *gebieden;
	struct stand stand;
	size_t ordered; /* outcomes that were there before, sorted */
};

/* A new outcome beside its base: same area and period, same deliveries. */
static struct uitkomst *beside(
	const struct indicator_def *def, size_t base_index, struct uitkomst_list *list)
{
	struct uitkomst *u = uitkomst_list_add(list);
	const struct uitkomst *base =
		&list->item[base_index]; /* after the add: the list may have moved */

	u->indicator = def;
	u->gebied = base->gebied;
	u->periode = base->periode;
	u->onvolledig = base->onvolledig;
	u->delen = base->delen;
	u->delen_ontbreken = base->delen_ontbreken;
	u->voorlopig = base->voorlopig;
	u->levering = mem_new(base->levering_count, sizeof(*u->levering));
	u->levering_count = base->levering_count;
	if (base->levering_count)
		memcpy(u->levering, base->levering, base->levering_count * sizeof(*u->levering));
	return u;
}

static void derive_rest(struct uitkomst *u, const struct uitkomst *base,
	const struct definities *defs, struct stand stand)
{
	enum judge_gegevens gegevens = rest(base, &u->teller);

	outcome_judge(u, gegevens, defs, stand);
}

static void derive_shortage(struct uitkomst *u, const struct uitkomst *base,
	const struct definities *defs, struct stand stand)
{
	enum judge_gegevens gegevens = gegevens_of(base->status);

	if (base->heeft_tekort)
		u->teller = (struct bereik){true, base->tekort_min, base->tekort_max, 0};
	outcome_judge(u, gegevens, defs, stand);
	/* No norm, no shortage: the reason is the base's. */
	if (gegevens == GEGEVENS_WAARDE && !base->heeft_tekort)
		u->status = base->status;
}

/* ---- two indicators ---- */

static void derive_difference(struct uitkomst *u, const struct uitkomst *base,
	const struct uitkomst_list *list, const struct definities *defs, struct stand stand)
{
	const struct uitkomst *other =
		uitkomst_find(list, u->indicator->afgeleid_min, base->gebied, base->periode);
	enum judge_gegevens one = gegevens_of(base->status);
	enum judge_gegevens two = other ? gegevens_of(other->status) : GEGEVENS_NIET_GELEVERD;

	u->teller = base->teller;
	u->noemer = base->noemer;
	if (other) {
		struct levering_set set = {u->levering, u->levering_count, u->levering_count};

		u->teller2 = other->teller;
		u->noemer2 = other->noemer;
		u->onvolledig = u->onvolledig || other->onvolledig;
		u->voorlopig = u->voorlopig || other->voorlopig;
		for (size_t i = 0; i < other->levering_count; i++)
			levering_set_add(&set, other->levering[i]);
		u->levering = set.nr;
		u->levering_count = set.count;
	}
	difference_judge(u, !one || (two && two < one) ? two : one, defs, stand);
}

/* ---- the spread over wijken ---- */

/* The root in a spread has no exact fraction: it is compared with the norm as a double. */
static void judge_spread(struct uitkomst *u, const struct definities *defs, struct stand stand)
{
	struct judge_case c = {.gegevens = GEGEVENS_WAARDE,
		.onvolledig = u->onvolledig,
		.geen_oordeel = u->indicator->richting == RICHTING_GEEN_OORDEEL};
	struct oordeel o;

	outcome_norm(u, &c, defs, stand);
	c.teller = (struct bereik){
		true, llround(u->waarde_min * 1e6), llround(u->waarde_min * 1e6), 6};
	c.noemer = (struct bereik){true, 100, 100, 0}; /* points, as fractions */
	judge(&c, &o);
	outcome_take(u, &o);
	u->heeft_tekort = false;
}

static void derive_spread(struct uitkomst *u, const struct uitkomst *base,
	const struct uitkomst_list *list, const struct derivation *d)
{
	enum judge_gegevens gegevens = gegevens_of(base->status);

	statistiek_spreiding(list, d->gebieden, base->indicator->id, base->periode, &u->kloof);
	u->teller = base->teller;
	u->noemer = base->noemer;
	if (gegevens == GEGEVENS_WAARDE && u->kloof.woord == KLOOF_WOORD_NIET_GETOETST) {
		u->heeft_waarde = true;
		u->waarde_min = u->waarde_max = u->kloof.spreiding;
		u->methode = "spreiding-gecorrigeerd";
		judge_spread(u, d->defs, d->stand);
		return;
	}
	/* Too few wijken with a number: there is no spread, whatever the city's own figure is. */
	u->teller.bekend = u->noemer.bekend = false;
	outcome_judge(u, gegevens, d->defs, d->stand);
	if (gegevens == GEGEVENS_WAARDE)
		u->status = base->onvolledig ? STATUS_ONVOLLEDIG : STATUS_NIET_TE_BEPALEN;
}

/* ---- all ---- */

static bool wanted(const struct indicator_def *def, const struct uitkomst *base)
{
	if (uitkomst_geschat(base) || strcmp(base->indicator->id, def->afgeleid_van) != 0 || !has_level(def, base->gebied) ||
		!outcome_defined(def, base->periode))
		return false;
	return def->bewerking != BEWERKING_SPREIDING || base->gebied->eigen;
}

static void derive_one(const struct derivation *d, size_t base_index, struct uitkomst_list *list)
{
	struct uitkomst *u = beside(d->def, base_index, list);
	const struct uitkomst *base = &list->item[base_index];
	/* The series of the base are in order; what has been added behind them is not. */
	struct uitkomst_list ordered = {list->item, d->ordered, d->ordered};

	switch (d->def->bewerking) {
	case BEWERKING_NOEMER_MIN_TELLER:
		derive_rest(u, base, d->defs, d->stand);
		break;
	case BEWERKING_TEKORT:
		derive_shortage(u, base, d->defs, d->stand);
		break;
	case BEWERKING_VERSCHIL:
		derive_difference(u, base, &ordered, d->defs, d->stand);
		break;
	case BEWERKING_SPREIDING:
		derive_spread(u, base, &ordered, d);
		break;
	case BEWERKING_GEEN:
	case BEWERKING_AANDEEL_VAN:
		break;
	}
}

void derive_fill(const struct indicator_def *def, struct uitkomst_list *list,
	const struct definities *defs, const struct gebied_list *gebieden, struct stand stand)
{
	struct derivation d = {def, defs, gebieden, stand, list->count};

	if (!def->afgeleid_van)
		return;
	uitkomst_list_sort(list);
	for (size_t i = 0; i < d.ordered; i++) {
		if (wanted(def, &list->item[i]))
			derive_one(&d, i, list);
	}
}
