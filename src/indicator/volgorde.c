#include "indicator/volgorde.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "indicator/inequality.h"
#include "indicator/special.h"
#include "indicator/value.h"

#define CONF 0.95
/* Fewer places than this, and PHE draws no line. */
#define PLACES_MIN 5

/* One place in the order. */
struct place {
	double value;
	struct share share;
};

static bool has_value(const struct uitkomst *u)
{
	return u->heeft_waarde && !u->onvolledig && !uitkomst_geschat(u) && !(u->waarde_min < u->waarde_max);
}

/* The newest period of the order in which any of the wijken has a value; false when there is none. */
static bool newest_order(const struct volgorde_wijken *w, const struct uitkomst_list *list,
	const struct indicator_def *order, struct periode *out)
{
	bool any = false;

	for (size_t i = 0; i < list->count; i++) {
		const struct uitkomst *u = &list->item[i];

		if (u->indicator != order || !has_value(u) ||
			date_cmp(u->periode.eind, w->city->periode.eind) > 0 ||
			(any && periode_cmp(u->periode, *out) <= 0))
			continue;
		for (size_t k = 0; k < w->count; k++)
			if (w->wijk[k]->gebied == u->gebied) {
				*out = u->periode;
				any = true;
				break;
			}
	}
	return any;
}

/* False when a wijk has no place. */
static bool places_gather(struct place *place, const struct volgorde_wijken *w,
	const struct uitkomst_list *list, const struct volgorde_deel *order)
{
	for (size_t i = 0; i < w->count; i++) {
		const struct uitkomst *u = uitkomst_find(
			list, order->indicator->id, w->wijk[i]->gebied, order->periode);

		if (!u || !has_value(u))
			return false;
		place[i] = (struct place){u->waarde_min, w->share[i]};
	}
	return true;
}

static int by_value(const void *a, const void *b)
{
	double one = ((const struct place *)a)->value, two = ((const struct place *)b)->value;

	return (one > two) - (one < two);
}

/* Wijken with the same value become one place: their order among each other says nothing. */
static size_t places_merge(struct place *place, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		if (kept && !(place[kept - 1].value < place[i].value)) {
			place[kept - 1].share.x += place[i].share.x;
			place[kept - 1].share.n += place[i].share.n;
		} else {
			place[kept++] = place[i];
		}
	}
	return kept;
}

static struct inequality_group group_of(struct share s)
{
	struct interval wide = wilson(s.x, s.n, CONF);
	double z = -qnorm((1 - CONF) / 2);

	return (struct inequality_group){.value = (double)s.x / (double)s.n,
		.population = (double)s.n,
		.se = (wide.high - wide.low) / (2 * z)};
}

static void line_fill(
	struct volgorde_deel *out, const struct place *place, size_t count, bool reversed, double factor)
{
	struct inequality_group *group = mem_new(count, sizeof(*group));
	struct sii sii;

	for (size_t i = 0; i < count; i++) {
		group[i] = group_of(place[reversed ? count - 1 - i : i].share);
		out->kinderen += place[i].share.n;
	}
	out->plaatsen = count;
	out->woord = VOLGORDE_WOORD_TE_WEINIG_WIJKEN;
	if (count >= PLACES_MIN &&
		sii_linear(group, count, SII_GEEN, 1, CONF, &sii) == SII_BEKEND) {
		out->sii = sii.sii * factor;
		out->laag = sii.interval.low * factor;
		out->hoog = sii.interval.high * factor;
		out->minste = sii.intercept * factor;
		out->meeste = (sii.intercept + sii.sii) * factor;
		out->rii = sii.intercept > 0 && sii.intercept + sii.sii > 0 ? sii.rii : NAN;
		out->woord = out->laag > 0   ? VOLGORDE_WOORD_MEER_BOVEN
			     : out->hoog < 0 ? VOLGORDE_WOORD_MEER_ONDER
					     : VOLGORDE_WOORD_GEEN_VERSCHIL;
	}
	free(group);
}

void volgorde_fill(struct volgorde_deel *out, const struct volgorde_wijken *w,
	const struct uitkomst_list *list, const struct definities *defs)
{
	const struct indicator_def *order =
		defs->gemeente.volgorde ? definities_indicator(defs, defs->gemeente.volgorde) : NULL;
	struct place *place;

	*out = (struct volgorde_deel){.woord = VOLGORDE_WOORD_GEEN,
		.sii = NAN,
		.laag = NAN,
		.hoog = NAN,
		.minste = NAN,
		.meeste = NAN,
		.rii = NAN};
	if (!order || order == w->city->indicator)
		return;
	out->indicator = order;
	out->woord = VOLGORDE_WOORD_ONBEKEND;
	if (!w->volledig || !newest_order(w, list, order, &out->periode))
		return;
	place = mem_new(w->count, sizeof(*place));
	if (places_gather(place, w, list, out)) {
		qsort(place, w->count, sizeof(*place), by_value);
		line_fill(out, place, places_merge(place, w->count),
			defs->gemeente.volgorde_hoog_minst,
			(double)value_factor(w->city->indicator->soort));
	}
	free(place);
}
