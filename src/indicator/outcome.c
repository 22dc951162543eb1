#include "indicator/outcome.h"

#include "base/text.h"
#include "indicator/value.h"

bool outcome_defined(const struct indicator_def *def, struct periode periode)
{
	if (def->heeft_voorganger && def->vergelijkbaar)
		return true;
	return date_cmp(periode.eind, def->geldig_vanaf) >= 0;
}

bool outcome_broken(const struct definities *defs, const struct indicator_def *def,
	const char *niveau, struct date van, struct date tot)
{
	bool redefined = def->heeft_voorganger && !def->vergelijkbaar &&
			 date_cmp(def->geldig_vanaf, van) > 0 &&
			 date_cmp(def->geldig_vanaf, tot) <= 0;

	return redefined || definities_breuk(defs, def->id, niveau, van, tot) != NULL;
}

/* A norm as the fraction that teller over noemer, or the teller itself, is compared with. */
static struct judge_norm norm_of(const struct uitkomst *u)
{
	const struct norm_def *n = u->norm;
	const struct afwijking *a = judge_afwijking(n, u->gebied, u->periode.eind);
	struct judge_norm out = {.soort = n->soort,
		.grens = norm_fraction(n->waarde, n->eenheid),
		.heeft_bijna = n->heeft_bijna,
		.heeft_afwijking = a != NULL};

	if (n->soort == NORM_BAND)
		out.bovenkant = norm_fraction(n->bovenkant, n->eenheid);
	if (n->heeft_bijna)
		out.bijna = norm_fraction(n->bijna, n->eenheid);
	if (a)
		out.afwijking = norm_fraction(a->waarde, n->eenheid);
	return out;
}

void outcome_norm(
	struct uitkomst *u, struct judge_case *c, const struct definities *defs, struct stand stand)
{
	u->norm = norm_find_for(&defs->normen, u->indicator, u->gebied, u->periode, stand.datum);
	if (!u->norm) {
		c->geen_oordeel = c->geen_oordeel || !indicator_def_wants_norm(u->indicator);
		return;
	}
	c->heeft_norm = true;
	c->norm = norm_of(u);
	if (u->norm->alleen_feit)
		c->model = JUDGE_GEEN;
}

void outcome_take(struct uitkomst *u, const struct oordeel *o)
{
	u->status = o->status;
	u->feit = o->feit;
	u->zekerheid = o->zekerheid;
	u->p_onder = o->p.onder;
	u->p_boven = o->p.boven;
	u->heeft_tekort = o->heeft_tekort;
	u->tekort_min = o->tekort_min;
	u->tekort_max = o->tekort_max;
}

void outcome_judge(struct uitkomst *u, enum judge_gegevens gegevens, const struct definities *defs,
	struct stand stand)
{
	const struct indicator_def *def = u->indicator;
	struct judge_case c = {.gegevens = gegevens,
		.teller = u->teller,
		.noemer = u->noemer,
		.subset = def->subset_eis,
		.onvolledig = u->onvolledig,
		.geen_oordeel = def->richting == RICHTING_GEEN_OORDEEL,
		.model = value_model(def),
		.niveau = def->niveau_zekerheid,
		.n_min = def->n_min};
	struct oordeel o;

	outcome_norm(u, &c, defs, stand);
	judge(&c, &o);
	outcome_take(u, &o);
	if (gegevens == GEGEVENS_WAARDE && o.status != STATUS_FOUT)
		value_fill(u);
	else
		u->teller.bekend = u->noemer.bekend = false;
}
