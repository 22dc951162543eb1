#include "indicator/derive.h"

#include <string.h>

#include "base/mem.h"
#include "indicator/judge.h"
#include "indicator/outcome.h"

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
		return gegevens_of(base->status) == GEGEVENS_WAARDE ? GEGEVENS_FOUT : gegevens_of(base->status);
	if (base->teller.schaal || base->noemer.schaal)
		return GEGEVENS_FOUT;
	out->bekend = true;
	out->min = base->noemer.min > base->teller.max ? base->noemer.min - base->teller.max : 0;
	out->max = base->noemer.max > base->teller.min ? base->noemer.max - base->teller.min : 0;
	return GEGEVENS_WAARDE;
}

/* The verdict stands with the base: a shortage has no norm of its own, and without a norm there is no shortage. */
static void settle_shortage(struct uitkomst *u, const struct uitkomst *base, enum judge_gegevens gegevens)
{
	if (gegevens != GEGEVENS_WAARDE)
		return;
	if (!base->heeft_tekort)
		u->status = base->status;
	else if (u->status == STATUS_GEEN_NORM)
		u->status = STATUS_GEEN_OORDEEL;
}

static void derive_one(const struct indicator_def *def, size_t base_index, struct uitkomst_list *list,
	const struct definities *defs, struct stand stand)
{
	struct uitkomst *u = uitkomst_list_add(list);
	const struct uitkomst *base = &list->item[base_index]; /* after the add: the list may have moved */
	enum judge_gegevens gegevens = gegevens_of(base->status);

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
	if (def->bewerking == BEWERKING_NOEMER_MIN_TELLER)
		gegevens = rest(base, &u->teller);
	else if (def->bewerking == BEWERKING_TEKORT && base->heeft_tekort)
		u->teller = (struct bereik){true, base->tekort_min, base->tekort_max, 0};
	outcome_judge(u, gegevens, defs, stand);
	if (def->bewerking == BEWERKING_TEKORT)
		settle_shortage(u, base, gegevens);
}

void derive_fill(const struct indicator_def *def, struct uitkomst_list *list, const struct definities *defs,
	struct stand stand)
{
	size_t count = list->count;

	if (!def->afgeleid_van)
		return; /* kwalitatief: followed through actions, no number */
	for (size_t i = 0; i < count; i++) {
		const struct uitkomst *base = &list->item[i];

		if (strcmp(base->indicator->id, def->afgeleid_van) != 0 || !has_level(def, base->gebied) ||
			!outcome_defined(def, base->periode))
			continue;
		derive_one(def, i, list, defs, stand);
	}
}
