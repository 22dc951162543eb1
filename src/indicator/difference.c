#include "indicator/difference.h"

#include "base/macro.h"
#include "indicator/did.h"
#include "indicator/outcome.h"
#include "indicator/proportion.h"
#include "indicator/value.h"

bool difference_exact(const struct uitkomst *u)
{
	const struct bereik *count[] = {&u->teller, &u->noemer, &u->teller2, &u->noemer2};

	for (size_t i = 0; i < ARRAY_LEN(count); i++) {
		if (!bereik_exact(count[i]) || count[i]->schaal)
			return false;
	}
	return u->noemer.min > 0 && u->noemer2.min > 0;
}

static struct difference shares(const struct uitkomst *u, double conf)
{
	return newcombe(u->teller.min, u->noemer.min, u->teller2.min, u->noemer2.min, conf);
}

struct difference difference_change(const struct uitkomst *now, const struct uitkomst *earlier)
{
	struct did_groep one = {{earlier->teller.min, earlier->noemer.min}, {now->teller.min, now->noemer.min}};
	struct did_groep two = {{earlier->teller2.min, earlier->noemer2.min}, {now->teller2.min, now->noemer2.min}};
	struct difference d = did(&one, &two, now->indicator->niveau_zekerheid);

	return (struct difference){d.value * 100, {d.interval.low * 100, d.interval.high * 100}};
}

/* One share at its lowest and highest, as fractions. */
static struct interval share_range(const struct bereik *x, const struct bereik *n)
{
	double low = value_of(x->min, x->schaal) / value_of(n->max, n->schaal);
	double high = value_of(x->max, x->schaal) / value_of(n->min, n->schaal);

	return (struct interval){low, high > 1 ? 1 : high};
}

static void difference_value(struct uitkomst *u)
{
	struct interval one = share_range(&u->teller, &u->noemer),
			two = share_range(&u->teller2, &u->noemer2);
	bool tested = u->indicator->onzekerheid != ONZEKERHEID_GEEN && difference_exact(u);

	u->heeft_waarde = true;
	u->waarde_min = (one.low - two.high) * 100;
	u->waarde_max = (one.high - two.low) * 100;
	u->methode = "geen";
	if (tested) {
		struct difference d = shares(u, u->indicator->niveau_zekerheid);

		u->methode =
			u->indicator->niveau_zekerheid > 0.99 ? "newcombe-99.8" : "newcombe-95";
		u->heeft_interval = true;
		u->ondergrens = d.interval.low * 100;
		u->bovengrens = d.interval.high * 100;
	}
}

/* x1 n2 - x2 n1 over n1 n2, exactly; unknown when it does not fit or is a range. */
static void cross(const struct uitkomst *u, struct judge_case *c)
{
	int64_t a, b;

	c->teller.bekend = c->noemer.bekend = false;
	if (!difference_exact(u) || __builtin_mul_overflow(u->teller.min, u->noemer2.min, &a) ||
		__builtin_mul_overflow(u->teller2.min, u->noemer.min, &b) ||
		__builtin_sub_overflow(a, b, &c->teller.min) ||
		__builtin_mul_overflow(u->noemer.min, u->noemer2.min, &c->noemer.min))
		return;
	c->teller.bekend = c->noemer.bekend = true;
	c->teller.max = c->teller.min;
	c->noemer.max = c->noemer.min;
}

static bool nobody(const struct bereik *n)
{
	return n->bekend && n->min <= 0;
}

/* A share above 1 cannot be: the teller is part of its noemer. */
static bool too_large(const struct bereik *x, const struct bereik *n)
{
	return value_of(x->min, x->schaal) > value_of(n->max, n->schaal);
}

void difference_judge(struct uitkomst *u, enum judge_gegevens gegevens,
	const struct definities *defs, struct stand stand)
{
	const struct indicator_def *def = u->indicator;
	struct judge_case c = {.gegevens = gegevens,
		.onvolledig = u->onvolledig,
		.geen_oordeel = def->richting == RICHTING_GEEN_OORDEEL,
		.niveau = def->niveau_zekerheid};
	struct oordeel o;
	bool valued;

	if (gegevens == GEGEVENS_WAARDE &&
		(too_large(&u->teller, &u->noemer) || too_large(&u->teller2, &u->noemer2)))
		c.gegevens = GEGEVENS_FOUT;
	c.geen_doelgroep = nobody(&u->noemer) || nobody(&u->noemer2);
	c.te_weinig = u->noemer.min < def->n_min || u->noemer2.min < def->n_min;
	valued = c.gegevens == GEGEVENS_WAARDE && !c.geen_doelgroep;
	if (valued)
		cross(u, &c);
	outcome_norm(u, &c, defs, stand);
	c.model = JUDGE_GEEN;
	judge(&c, &o);
	outcome_take(u, &o);
	u->heeft_tekort = false;
	if (valued)
		difference_value(u);
	else
		u->teller.bekend = u->noemer.bekend = u->teller2.bekend = u->noemer2.bekend = false;
}
