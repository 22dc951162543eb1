#include "indicator/samen.h"

#include <math.h>

#include "base/mem.h"
#include "def/lokaal.h"
#include "indicator/aggregate.h"
#include "indicator/outcome.h"
#include "indicator/value.h"

bool samen_kan(const struct indicator_def *def)
{
	return !def->afgeleid_van && value_is_quotient(def->soort) && def->teller.tel != TEL_AANGELEVERD &&
		(def->periode_soort == PERIODE_JAAR || def->periode_soort == PERIODE_SCHOOLJAAR);
}

static bool is_whole(const struct uitkomst *u)
{
	return u && !uitkomst_geschat(u) && u->teller.bekend && u->noemer.bekend && u->teller.min == u->teller.max &&
		u->noemer.min == u->noemer.max && u->teller.schaal == 0 && u->noemer.schaal == 0;
}

static void join_deliveries(struct uitkomst *to, const struct uitkomst *from)
{
	struct levering_set all = {to->levering, to->levering_count, to->levering_count};

	for (size_t i = 0; i < from->levering_count; i++)
		levering_set_add(&all, from->levering[i]);
	to->levering = all.nr;
	to->levering_count = all.count;
}

/* One more year. False when it cannot be added. */
static bool add_year(struct uitkomst *to, const struct uitkomst *year)
{
	to->onvolledig = to->onvolledig || year->onvolledig;
	to->voorlopig = to->voorlopig || year->voorlopig;
	if (year->delen > to->delen)
		to->delen = year->delen;
	if (year->delen_ontbreken > to->delen_ontbreken)
		to->delen_ontbreken = year->delen_ontbreken;
	join_deliveries(to, year);
	return bereik_add(&to->teller, &year->teller) && bereik_add(&to->noemer, &year->noemer);
}

/* The figure of the three years that end with `last`; false: there is none. */
static bool make_figure(struct uitkomst *out, const struct uitkomst_list *list, const struct uitkomst *last,
	struct periode samen, const struct definities *defs)
{
	bool good = !outcome_broken(defs, last->indicator, last->gebied->niveau, samen.begin, samen.eind);

	*out = (struct uitkomst){.indicator = last->indicator, .gebied = last->gebied, .periode = samen,
		.teller = {true, 0, 0, 0}, .noemer = {true, 0, 0, 0}, .methode = "geen",
		.p_onder = NAN, .p_boven = NAN, .verschil = NAN, .verschil_laag = NAN, .verschil_hoog = NAN};
	for (int i = 0; i < PERIODE_SAMEN && good; i++) {
		const struct uitkomst *year = uitkomst_find(list, last->indicator->id, last->gebied, periode_deel(samen, i));

		good = is_whole(year) && add_year(out, year);
	}
	if (!good) {
		uitkomst_release(out);
		return false;
	}
	out->status = out->noemer.max == 0 ? STATUS_GEEN_DOELGROEP :
		out->onvolledig		       ? STATUS_ONVOLLEDIG :
						 STATUS_GEEN_OORDEEL;
	if (out->noemer.max > 0)
		value_fill(out);
	return true;
}

void samen_add(struct uitkomst_list *list, const struct definities *defs)
{
	size_t count = list->count;
	struct uitkomst_list more = {0};

	for (size_t i = 0; i < count; i++) {
		const struct uitkomst *u = &list->item[i];
		const struct privacy_samen *s = privacy_samen_van(&defs->privacy, u->indicator->id);
		struct periode p;
		struct uitkomst figure;

		if (!s || !samen_kan(u->indicator) || u->periode.soort != s->tot.soort)
			continue;
		p = privacy_samen_periode(s, u->periode);
		if (date_cmp(p.eind, u->periode.eind) == 0 && make_figure(&figure, list, u, p, defs))
			*uitkomst_list_add(&more) = figure;
	}
	for (size_t i = 0; i < more.count; i++)
		*uitkomst_list_add(list) = more.item[i];
	more.count = 0; /* what they own is in `list` now */
	uitkomst_list_release(&more);
	uitkomst_list_sort(list);
}
