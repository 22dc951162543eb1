#include "indicator/change.h"

#include <math.h>

#include "indicator/difference.h"
#include "indicator/judge.h"
#include "indicator/outcome.h"
#include "indicator/proportion.h"
#include "indicator/rate.h"
#include "indicator/value.h"

/* A figure that can be compared: whole, exact, not a range. */
static bool comparable(const struct uitkomst *u)
{
	return u->heeft_waarde && !u->onvolledig && !uitkomst_geschat(u) && bereik_exact(&u->teller) &&
	       (!value_is_quotient(u->indicator->soort) || bereik_exact(&u->noemer));
}

/* What is compared with its own year before, apart from how chance works on it. */
static bool has_change(const struct indicator_def *def)
{
	return def->soort != SOORT_INDEX && def->bewerking != BEWERKING_SPREIDING;
}

static int64_t noemer_of(const struct uitkomst *u)
{
	return value_is_quotient(u->indicator->soort) ? u->noemer.min : 1;
}

/* The difference of two counts per noemer, by the square-and-add method from their exact Poisson
 * limits. */
static struct difference poisson_difference(
	int64_t x1, int64_t n1, int64_t x2, int64_t n2, double conf)
{
	struct interval a = poisson_exact(x1, conf), b = poisson_exact(x2, conf);
	double r1 = (double)x1 / (double)n1, r2 = (double)x2 / (double)n2;
	double low1 = r1 - a.low / (double)n1, high1 = a.high / (double)n1 - r1;
	double low2 = r2 - b.low / (double)n2, high2 = b.high / (double)n2 - r2;
	struct difference d = {r1 - r2, {r1 - r2 - sqrt(low1 * low1 + high2 * high2),
						r1 - r2 + sqrt(high1 * high1 + low2 * low2)}};

	return d;
}

static bool below_n_min(const struct uitkomst *u)
{
	if (u->noemer2.bekend && u->noemer2.min < u->indicator->n_min)
		return true;
	return u->noemer.bekend && u->noemer.min < u->indicator->n_min;
}

/* Is the interval so wide that a real change would not show? */
static bool too_wide(
	const struct uitkomst *u, const struct uitkomst *earlier, enum judge_model model)
{
	double half = (u->verschil_hoog - u->verschil_laag) / 2;

	return half > (model == JUDGE_POISSON ? earlier->waarde_min / 2 : CHANGE_TE_KLEIN_PUNTEN);
}

static enum verandering change_word(
	const struct uitkomst *u, const struct uitkomst *earlier, enum judge_model model)
{
	if (below_n_min(u) || below_n_min(earlier))
		return VERANDERING_TE_KLEIN;
	if (u->verschil_laag > 0)
		return VERANDERING_HOGER;
	if (u->verschil_hoog < 0)
		return VERANDERING_LAGER;
	return too_wide(u, earlier, model) ? VERANDERING_TE_KLEIN : VERANDERING_ONDUIDELIJK;
}

/* The four counts of a verschil carry the chance in it, also where its definition asks no interval.
 */
static void change_difference(struct uitkomst *u, const struct uitkomst *earlier)
{
	struct difference d;

	if (!difference_exact(u) || !difference_exact(earlier))
		return;
	d = difference_change(u, earlier);
	u->verschil = d.value;
	u->verschil_laag = d.interval.low;
	u->verschil_hoog = d.interval.high;
	u->verandering = change_word(u, earlier, JUDGE_BINOMIAL);
}

static void change_exact(struct uitkomst *u)
{
	u->verschil_laag = u->verschil_hoog = NAN;
	u->verandering = u->verschil > 0   ? VERANDERING_HOGER
			 : u->verschil < 0 ? VERANDERING_LAGER
					   : VERANDERING_GELIJK;
}

void change_fill(struct uitkomst *u, const struct uitkomst *earlier, const struct definities *defs)
{
	const struct indicator_def *def = u->indicator;
	enum judge_model model = value_model(def);
	double factor = (double)value_factor(def->soort);
	struct periode before = periode_years_back(u->periode, 1);
	struct difference d;

	if (!def->vergelijk)
		return;
	u->breuk = outcome_broken(defs, def, u->gebied->niveau, before.eind, u->periode.eind);
	if (!earlier || u->breuk || !has_change(def) || !comparable(u) || !comparable(earlier))
		return;
	u->waarde_eerder = earlier->waarde_min;
	if (u->teller2.bekend) {
		change_difference(u, earlier);
		return;
	}
	u->verschil = u->waarde_min - earlier->waarde_min;
	if (u->teller.schaal || u->noemer.schaal || earlier->teller.schaal ||
		earlier->noemer.schaal || u->teller.min < 0 || earlier->teller.min < 0)
		model = JUDGE_GEEN;
	if (model == JUDGE_GEEN) {
		change_exact(u);
		return;
	}
	d = model == JUDGE_POISSON
		    ? poisson_difference(u->teller.min, noemer_of(u), earlier->teller.min,
			      noemer_of(earlier), def->niveau_zekerheid)
		    : newcombe(u->teller.min, noemer_of(u), earlier->teller.min, noemer_of(earlier),
			      def->niveau_zekerheid);
	u->verschil_laag = d.interval.low * factor;
	u->verschil_hoog = d.interval.high * factor;
	u->verandering = change_word(u, earlier, model);
}
