#include "indicator/judge.h"

#include <math.h>

#include "base/text.h"
#include "indicator/proportion.h"
#include "indicator/special.h"
#include "indicator/value.h"

/* f * n as quotient and remainder; false on overflow. */
static bool product_divided(struct fraction f, int64_t n, int64_t *quotient, int64_t *remainder)
{
	int64_t product;

	if (__builtin_mul_overflow(f.num, n, &product))
		return false;
	*quotient = product / f.den;
	*remainder = product % f.den;
	return true;
}

bool judge_need(struct fraction f, int64_t n, int64_t *out)
{
	int64_t quotient, remainder;

	if (!product_divided(f, n, &quotient, &remainder))
		return false;
	*out = quotient + (remainder > 0);
	return true;
}

bool judge_allowed(struct fraction f, int64_t n, int64_t *out)
{
	int64_t quotient, remainder;

	if (!product_divided(f, n, &quotient, &remainder))
		return false;
	*out = quotient - (remainder < 0);
	return true;
}

/* What may not be passed upward: the maximum itself, or the top of a band. */
static struct fraction norm_top(const struct judge_norm *norm)
{
	return norm->soort == NORM_BAND ? norm->bovenkant : norm->grens;
}

int judge_side(int64_t x, int64_t n, const struct judge_norm *norm)
{
	if (norm->soort != NORM_MAXIMUM && fraction_cmp_count(x, n, norm->grens) < 0)
		return -1;
	if (norm->soort != NORM_MINIMUM && fraction_cmp_count(x, n, norm_top(norm)) > 0)
		return 1;
	return 0;
}

bool judge_tekort(int64_t x, int64_t n, const struct judge_norm *norm, int64_t *out)
{
	int side = judge_side(x, n, norm);
	int64_t edge;

	if (side == 0) {
		*out = 0;
		return true;
	}
	if (side < 0 ? !judge_need(norm->grens, n, &edge) : !judge_allowed(norm_top(norm), n, &edge))
		return false;
	return !(side < 0 ? __builtin_sub_overflow(edge, x, out) : __builtin_sub_overflow(x, edge, out));
}

static struct tails poisson_tails(int64_t x, double expected)
{
	struct tails t = {1, 1};

	if (expected <= 0) {
		t.onder = 1;
		t.boven = x > 0 ? 0 : 1;
		return t;
	}
	t.onder = gamma_upper(expected, (double)x + 1);
	if (x > 0)
		t.boven = gamma_lower(expected, (double)x);
	return t;
}

struct tails judge_tails(enum judge_model model, int64_t x, int64_t n, struct fraction p0)
{
	double p = (double)p0.num / (double)p0.den;
	struct tails t = {NAN, NAN};

	if (model == JUDGE_POISSON)
		return poisson_tails(x, p * (double)n);
	if (model == JUDGE_GEEN || p > 1)
		return t;
	t.onder = binomial_at_most(x, n, p);
	t.boven = binomial_at_least(x, n, p);
	return t;
}

double judge_tail(double niveau)
{
	/* (1 - 0.95) / 2 is not 0.025 in binary. */
	return round((1 - niveau) / 2 * 1e6) / 1e6;
}

/* Is it beyond chance that the true share lies below (above) the edge? Not under JUDGE_GEEN. */
struct certain {
	bool below, above;
};

static struct certain certain_at(
	enum judge_model model, int64_t x, int64_t n, struct fraction p0, double niveau)
{
	double tail = judge_tail(niveau), p = (double)p0.num / (double)p0.den;
	struct certain c = {false, false};

	if (model == JUDGE_WILSON) {
		struct interval w = wilson(x, n, niveau);

		c.below = w.high < p;
		c.above = w.low >= p;
	} else if (model == JUDGE_BINOMIAL && p > 1) {
		c.below = true; /* a share of more than everyone cannot be reached */
	} else {
		struct tails t = judge_tails(model, x, n, p0);

		c.below = t.onder <= tail;
		c.above = t.boven <= tail;
	}
	return c;
}

enum zekerheid judge_zekerheid(
	enum judge_model model, int64_t x, int64_t n, const struct judge_norm *norm, double niveau)
{
	struct certain low, high;

	if (model == JUDGE_GEEN)
		return ZEKERHEID_GEEN;
	low = high = certain_at(model, x, n, norm->grens, niveau);
	if (norm->soort == NORM_BAND)
		high = certain_at(model, x, n, norm->bovenkant, niveau);
	if (norm->soort != NORM_MAXIMUM && low.below)
		return ZEKERHEID_ZEKER_FOUT;
	if (norm->soort != NORM_MINIMUM && high.above)
		return ZEKERHEID_ZEKER_FOUT;
	if ((norm->soort == NORM_MAXIMUM || low.above) &&
		(norm->soort == NORM_MINIMUM || high.below))
		return ZEKERHEID_ZEKER_GOED;
	return ZEKERHEID_TOEVAL;
}

/* What stands between a delivery and a number, or GEEN_NORM when nothing does. */
static enum status status_of_data(const struct judge_facts *f)
{
	static const enum status without[] = {
		[GEGEVENS_NIET_GELEVERD] = STATUS_NIET_GELEVERD,
		[GEGEVENS_ONBEKEND] = STATUS_ONBEKEND,
		[GEGEVENS_NVT] = STATUS_NVT,
		[GEGEVENS_AFGESCHERMD] = STATUS_AFGESCHERMD_BRON,
		[GEGEVENS_FOUT] = STATUS_FOUT,
	};

	if (f->gegevens != GEGEVENS_WAARDE)
		return without[f->gegevens];
	if (f->geen_doelgroep)
		return STATUS_GEEN_DOELGROEP;
	if (f->onvolledig)
		return STATUS_ONVOLLEDIG;
	if (f->geen_oordeel)
		return STATUS_GEEN_OORDEEL;
	return STATUS_GEEN_NORM;
}

enum status judge_status(const struct judge_facts *f)
{
	enum status status = status_of_data(f);

	if (status != STATUS_GEEN_NORM || !f->heeft_norm)
		return status;
	if (f->feit == FEIT_NIET_TE_BEPALEN || f->feit == FEIT_GEEN)
		return STATUS_NIET_TE_BEPALEN;
	if (f->te_weinig)
		return STATUS_TE_WEINIG;
	if (f->feit == FEIT_GEHAALD) {
		if (f->zekerheid == ZEKERHEID_GEEN)
			return STATUS_GEHAALD;
		return f->zekerheid == ZEKERHEID_ZEKER_GOED ? STATUS_GEHAALD_ZEKER
							    : STATUS_GEHAALD_TOEVAL;
	}
	if (f->afwijking)
		return STATUS_AFWIJKING;
	if (f->zekerheid == ZEKERHEID_ZEKER_FOUT)
		return STATUS_DUIDELIJK_ONDER;
	if (f->zekerheid == ZEKERHEID_GEEN)
		return STATUS_NIET_GEHAALD;
	return f->bijna ? STATUS_NET_ONDER : STATUS_NIET_GEHAALD_TOEVAL;
}

/* The two ends of a range: the smallest and the largest share it can be. Both counts are in one unit. */
struct corner {
	int64_t x, n;
};
struct corners {
	struct corner low, high;
	bool single;
};

static struct corners corners_of(const struct judge_case *c)
{
	struct corners k = {{c->teller.min, 1}, {c->teller.max, 1}, false};

	if (c->noemer.bekend) {
		k.low.n = c->noemer.max;
		k.high.n = c->noemer.min;
		if (c->subset && k.high.x > k.high.n)
			k.high.x = k.high.n = k.high.x < c->noemer.max ? k.high.x : c->noemer.max;
	}
	k.single = k.low.x == k.high.x && k.low.n == k.high.n;
	return k;
}

/* 10^exponent as int64; exponent 0..18. */
static int64_t power_of_ten(int exponent)
{
	int64_t power = 1;

	while (exponent-- > 0)
		power *= 10;
	return power;
}

/* Where the teller is the figure, the norm is brought to its unit. */
static bool fraction_scale(struct fraction *f, int schaal)
{
	return !__builtin_mul_overflow(f->num, power_of_ten(schaal), &f->num);
}

static bool norm_scale(struct judge_norm *norm, const struct judge_case *c)
{
	int schaal = c->noemer.bekend ? 0 : c->teller.schaal;

	return fraction_scale(&norm->grens, schaal) &&
	       (norm->soort != NORM_BAND || fraction_scale(&norm->bovenkant, schaal)) &&
	       (!norm->heeft_bijna || fraction_scale(&norm->bijna, schaal)) &&
	       (!norm->heeft_afwijking || fraction_scale(&norm->afwijking, schaal));
}

/* Not met, but at or on the good side of a milder edge. For a band the milder edge lies below it.
 */
static bool within(const struct corners *k, const struct judge_norm *norm, struct fraction edge)
{
	if (norm->soort == NORM_MAXIMUM)
		return fraction_cmp_count(k->high.x, k->high.n, edge) <= 0;
	return fraction_cmp_count(k->low.x, k->low.n, edge) >= 0 &&
	       (norm->soort == NORM_MINIMUM ||
		       fraction_cmp_count(k->high.x, k->high.n, norm->bovenkant) <= 0);
}

static void judge_chance(const struct judge_case *c, const struct corners *k,
	const struct judge_norm *norm, struct oordeel *out)
{
	enum judge_model model = c->model;
	enum zekerheid low, high;

	/* Chance is about whole children; a part of an hour has no tail, and more events than
	 * children are no share. */
	if (c->teller.schaal)
		model = JUDGE_GEEN;
	if (model != JUDGE_POISSON && (k->low.x > k->low.n || k->high.x > k->high.n))
		model = JUDGE_GEEN;
	low = judge_zekerheid(model, k->low.x, k->low.n, norm, c->niveau);
	high = k->single ? low : judge_zekerheid(model, k->high.x, k->high.n, norm, c->niveau);
	out->zekerheid = low == high ? low : ZEKERHEID_TOEVAL;
	if (k->single)
		out->p = judge_tails(model, k->low.x, k->low.n, norm->grens);
}

static void judge_shortage(const struct judge_case *c, const struct corners *k,
	const struct judge_norm *norm, struct oordeel *out)
{
	int64_t low, high;

	if (c->teller.schaal)
		return;
	if (!judge_tekort(k->low.x, k->low.n, norm, &low) ||
		!judge_tekort(k->high.x, k->high.n, norm, &high))
		return;
	out->heeft_tekort = true;
	out->tekort_min = low < high ? low : high;
	out->tekort_max = low < high ? high : low;
	/* A range over a whole band may lie inside it. */
	if (judge_side(k->low.x, k->low.n, norm) * judge_side(k->high.x, k->high.n, norm) < 0)
		out->tekort_min = 0;
}

/* Fills feit, zekerheid, tails and tekort, and what judge_status needs to know of them. */
static void judge_value(const struct judge_case *c, struct judge_facts *facts, struct oordeel *out)
{
	struct corners k = corners_of(c);
	struct judge_norm norm = c->norm;
	int low, high;

	out->feit = FEIT_NIET_TE_BEPALEN;
	out->zekerheid = ZEKERHEID_NIET_TE_BEPALEN;
	if (!c->teller.bekend || k.high.n <= 0 || !norm_scale(&norm, c))
		return;
	judge_shortage(c, &k, &norm, out);
	low = judge_side(k.low.x, k.low.n, &norm);
	high = judge_side(k.high.x, k.high.n, &norm);
	if (low != high)
		return;
	out->feit = low == 0 ? FEIT_GEHAALD : FEIT_NIET_GEHAALD;
	judge_chance(c, &k, &norm, out);
	if (facts->te_weinig)
		out->zekerheid = ZEKERHEID_TE_WEINIG;
	facts->bijna = norm.heeft_bijna && within(&k, &norm, norm.bijna);
	facts->afwijking = norm.heeft_afwijking && within(&k, &norm, norm.afwijking);
}

static bool teller_too_large(const struct judge_case *c)
{
	return c->subset && c->teller.bekend && c->noemer.bekend && c->teller.min > c->noemer.max;
}

static bool below_n_min(const struct judge_case *c)
{
	return c->noemer.bekend && c->noemer.min / power_of_ten(c->noemer.schaal) < c->n_min;
}

void judge(const struct judge_case *delivered, struct oordeel *out)
{
	struct judge_case one_unit = *delivered, *c = &one_unit;
	struct judge_facts facts = {.gegevens = c->gegevens,
		.geen_doelgroep = c->geen_doelgroep || (c->noemer.bekend && c->noemer.max == 0),
		.onvolledig = c->onvolledig,
		.geen_oordeel = c->geen_oordeel,
		.heeft_norm = c->heeft_norm,
		.te_weinig = c->te_weinig || below_n_min(c)};

	*out = (struct oordeel){.p = {NAN, NAN}};
	if (c->noemer.bekend && !bereik_same_unit(&c->teller, &c->noemer))
		c->teller.bekend = false;
	if (facts.gegevens == GEGEVENS_WAARDE && teller_too_large(c))
		facts.gegevens = GEGEVENS_FOUT;
	if (c->heeft_norm && status_of_data(&facts) == STATUS_GEEN_NORM)
		judge_value(c, &facts, out);
	facts.feit = out->feit;
	facts.zekerheid = out->zekerheid;
	out->status = judge_status(&facts);
}

const struct afwijking *judge_afwijking(
	const struct norm_def *norm, const struct gebied *gebied, struct date op)
{
	for (size_t i = 0; i < norm->afwijking_count; i++) {
		const struct afwijking *a = &norm->afwijking[i];

		if (a->gebied && !text_equal(a->gebied, gebied->code))
			continue;
		if (a->indeling && !text_equal(a->indeling, gebied->indeling))
			continue;
		if (date_cmp(op, a->tot) <= 0)
			return a;
	}
	return NULL;
}
