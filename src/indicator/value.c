#include "indicator/value.h"

#include <math.h>

#include "indicator/proportion.h"
#include "indicator/rate.h"

#define SCHAAL_MAX 9

int64_t value_factor(enum soort soort)
{
	switch (soort) {
	case SOORT_AANDEEL:
	case SOORT_PER_100:
	case SOORT_VOORTGANG:
	case SOORT_VERSCHIL:
		return 100;
	case SOORT_PER_1000:
		return 1000;
	case SOORT_AANTAL:
	case SOORT_GEMIDDELDE:
	case SOORT_MEDIAAN:
	case SOORT_INDEX:
	case SOORT_MIJLPAAL:
		break;
	}
	return 1;
}

bool value_is_quotient(enum soort soort)
{
	return soort == SOORT_AANDEEL || soort == SOORT_PER_100 || soort == SOORT_PER_1000 ||
	       soort == SOORT_VOORTGANG;
}

double value_of(int64_t count, int schaal)
{
	double value = (double)count;

	while (schaal-- > 0)
		value /= 10;
	return value;
}

enum judge_model value_model(const struct indicator_def *def)
{
	if (!value_is_quotient(def->soort) && def->soort != SOORT_AANTAL)
		return JUDGE_GEEN;
	switch (def->onzekerheid) {
	case ONZEKERHEID_EXACT:
		return value_is_quotient(def->soort) && def->subset_eis ? JUDGE_BINOMIAL
									: JUDGE_POISSON;
	case ONZEKERHEID_WILSON:
		return JUDGE_WILSON;
	case ONZEKERHEID_POISSON:
		return JUDGE_POISSON;
	case ONZEKERHEID_GEEN:
		break;
	}
	return JUDGE_GEEN;
}

/* The method's name with its level, as it travels with the number. */
static const char *method_name(enum judge_model model, double niveau)
{
	bool wide = niveau > 0.99;

	switch (model) {
	case JUDGE_BINOMIAL:
		return wide ? "clopper-pearson-99.8" : "clopper-pearson-95";
	case JUDGE_WILSON:
		return wide ? "wilson-99.8" : "wilson-95";
	case JUDGE_POISSON:
		return wide ? "poisson-99.8" : "poisson-95";
	case JUDGE_GEEN:
		break;
	}
	return "geen";
}

static struct interval interval_of(enum judge_model model, int64_t x, int64_t n, double niveau)
{
	struct interval i;

	switch (model) {
	case JUDGE_BINOMIAL:
		return clopper_pearson(x, n, niveau);
	case JUDGE_WILSON:
		return wilson(x, n, niveau);
	case JUDGE_POISSON:
	case JUDGE_GEEN:
		break;
	}
	i = poisson_exact(x, niveau);
	i.low /= (double)n;
	i.high /= (double)n;
	return i;
}

static void fill_interval(struct uitkomst *u, int64_t low_n, int64_t high_x, int64_t high_n)
{
	enum judge_model model = value_model(u->indicator);
	double niveau = u->indicator->niveau_zekerheid,
	       factor = (double)value_factor(u->indicator->soort);

	u->methode = "geen";
	if (model == JUDGE_GEEN || u->teller.schaal || (u->noemer.bekend && u->noemer.schaal) ||
		u->teller.min < 0)
		return;
	if (model != JUDGE_POISSON && (u->teller.min > low_n || high_x > high_n))
		return;
	u->methode = method_name(model, niveau);
	u->heeft_interval = true;
	u->ondergrens = interval_of(model, u->teller.min, low_n, niveau).low * factor;
	u->bovengrens = interval_of(model, high_x, high_n, niveau).high * factor;
}

void value_fill(struct uitkomst *u)
{
	struct bereik x = u->teller, n = {true, 1, 1, 0};
	double factor = (double)value_factor(u->indicator->soort);

	u->methode = "geen";
	if (value_is_quotient(u->indicator->soort))
		n = u->noemer;
	if (!x.bekend || !n.bekend || n.min <= 0 || !bereik_same_unit(&x, &n))
		return;
	/* A part is never more than the whole. */
	if (value_is_quotient(u->indicator->soort) && u->indicator->subset_eis && x.max > n.min)
		x.max = n.min = x.max < n.max ? x.max : n.max;
	u->heeft_waarde = true;
	u->waarde_min = value_of(x.min, x.schaal) / value_of(n.max, n.schaal) * factor;
	u->waarde_max = value_of(x.max, x.schaal) / value_of(n.min, n.schaal) * factor;
	fill_interval(u, n.max, x.max, n.min);
}

void bereik_normalise(struct bereik *b)
{
	while (b->schaal > 0 && b->min % 10 == 0 && b->max % 10 == 0) {
		b->min /= 10;
		b->max /= 10;
		b->schaal--;
	}
}

bool bereik_exact(const struct bereik *b)
{
	return b->bekend && b->min == b->max;
}

static bool rescale(struct bereik *b, int schaal)
{
	if (schaal > SCHAAL_MAX)
		return false;
	while (b->schaal < schaal) {
		if (__builtin_mul_overflow(b->min, (int64_t)10, &b->min) ||
			__builtin_mul_overflow(b->max, (int64_t)10, &b->max))
			return false;
		b->schaal++;
	}
	return true;
}

bool bereik_same_unit(struct bereik *a, struct bereik *b)
{
	return rescale(a, b->schaal) && rescale(b, a->schaal);
}

bool bereik_add(struct bereik *a, const struct bereik *b)
{
	struct bereik sum = *a, other = *b;

	if (!bereik_same_unit(&sum, &other))
		return false;
	if (__builtin_add_overflow(sum.min, other.min, &sum.min) ||
		__builtin_add_overflow(sum.max, other.max, &sum.max))
		return false;
	*a = sum;
	return true;
}
