#include "indicator/statistiek.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "indicator/eb.h"
#include "indicator/gap.h"
#include "indicator/outcome.h"
#include "indicator/trend.h"
#include "indicator/value.h"
#include "indicator/volgorde.h"

/* Years that are looked back at most, so that a gap cannot stretch a trend over a generation. */
#define YEARS_BACK 8
/* A wijk smaller than this wins by luck (statistics.md 5). */
#define BEST_MIN 30

/* ---- trend ---- */

/* Whole numbers that can be tested: exact, complete, without decimals. */
static bool testable(const struct uitkomst *u)
{
	return u->heeft_waarde && !u->onvolledig && !uitkomst_geschat(u) && bereik_exact(&u->teller) && !u->teller.schaal &&
	       u->teller.min >= 0 &&
	       (!value_is_quotient(u->indicator->soort) ||
		       (bereik_exact(&u->noemer) && !u->noemer.schaal && u->noemer.min > 0));
}

static struct trend_point point_of(const struct uitkomst *u)
{
	/* The same time of every year: the year itself is the real date. */
	return (struct trend_point){(double)u->periode.jaar, u->teller.min,
		value_is_quotient(u->indicator->soort) ? u->noemer.min : 1};
}

/* Gathers the points up to `u`, oldest first; returns how many. */
static size_t points_until(const struct uitkomst_list *list, const struct uitkomst *u,
	const struct definities *defs, struct trend_point *point)
{
	struct periode newer = u->periode;
	size_t count = 0;

	for (int back = 0; back <= YEARS_BACK && count < STATISTIEK_TREND_PUNTEN; back++) {
		struct periode p = periode_years_back(u->periode, back);
		const struct uitkomst *v;

		if (back &&
			outcome_broken(defs, u->indicator, u->gebied->niveau, p.eind, newer.eind))
			break;
		v = back ? uitkomst_find(list, u->indicator->id, u->gebied, p) : u;
		if (v && testable(v)) {
			memmove(point + 1, point, count * sizeof(*point));
			point[0] = point_of(v);
			count++;
		}
		newer = p;
	}
	return count;
}

static enum trend_woord trend_word(
	const struct trend_point *point, size_t count, enum trend_soort soort, struct trend *out)
{
	struct trend clear = trend_judge(point, count, soort, 0.998);

	*out = trend_judge(point, count, soort, 0.95);
	switch (out->uitkomst) {
	case TREND_TE_KORT:
		return TREND_WOORD_TE_KORT;
	case TREND_NIET_TE_BEPALEN:
		return TREND_WOORD_NIET_TE_BEPALEN;
	case TREND_GEEN:
		return TREND_WOORD_GEEN_AANTOONBARE;
	case TREND_STIJGING:
		return clear.uitkomst == TREND_STIJGING ? TREND_WOORD_STIJGING
							: TREND_WOORD_AANWIJZING_STIJGING;
	case TREND_DALING:
		break;
	}
	return clear.uitkomst == TREND_DALING ? TREND_WOORD_DALING : TREND_WOORD_AANWIJZING_DALING;
}

static void trend_fill(
	struct uitkomst_list *list, struct uitkomst *u, const struct definities *defs)
{
	struct trend_point point[STATISTIEK_TREND_PUNTEN];
	enum judge_model model = value_model(u->indicator);
	struct trend t;
	size_t count;

	u->trend = (struct trend_deel){.chi2 = NAN, .p = NAN, .helling = NAN};
	if (!u->indicator->vergelijk || model == JUDGE_GEEN || u->voorlopig || !testable(u))
		return;
	count = points_until(list, u, defs, point);
	u->trend.woord =
		trend_word(point, count, model == JUDGE_POISSON ? TREND_TEMPO : TREND_AANDEEL, &t);
	u->trend.punten = count;
	u->trend.van = (int)point[0].moment;
	u->trend.tot = (int)point[count - 1].moment;
	u->trend.chi2 = t.test.chi2;
	u->trend.p = t.test.p;
	u->trend.helling = t.test.slope * (double)value_factor(u->indicator->soort);
}

/* ---- pace ---- */

static double decimal_value(struct decimal d)
{
	return value_of(d.value, d.scale);
}

static double moment_of(struct date d)
{
	return (double)date_to_days(d) / 365.25;
}

static int quarter_number(struct date d)
{
	return d.year * 4 + (d.month - 1) / 3;
}

/* Where the way to the norm begins: the first figure under this norm, of this area and unbroken
 * series. The series stands together in the list, oldest first. */
static const struct uitkomst *base_of(
	const struct uitkomst_list *list, const struct uitkomst *u, const struct definities *defs)
{
	const struct uitkomst *first = u;

	for (size_t i = (size_t)(u - list->item); i-- > 0;) {
		const struct uitkomst *v = &list->item[i];

		if (v->gebied != u->gebied || v->indicator != u->indicator || v->norm != u->norm ||
			outcome_broken(defs, u->indicator, u->gebied->niveau, v->periode.eind,
				u->periode.eind))
			break;
		if (v->heeft_waarde && !v->onvolledig)
			first = v;
	}
	return first;
}

/* The value due on a day: from the base along the points of the traject, and on to the norm itself.
 */
static double due_on(const struct norm_def *norm, struct pace_point base, double moment)
{
	struct pace_point from = base, to;

	for (size_t i = 0; i < norm->traject_count; i++) {
		to = (struct pace_point){
			moment_of(norm->traject[i].peil), decimal_value(norm->traject[i].waarde)};
		if (moment <= to.moment)
			return from.moment < to.moment ? pace_trajectory(from, to, moment)
						       : to.value;
		from = to;
	}
	to = (struct pace_point){moment_of(norm->streefdatum), decimal_value(norm->waarde)};
	return from.moment < to.moment ? pace_trajectory(from, to, moment) : to.value;
}

static void pace_line(struct uitkomst *u, struct pace_point base, struct pace_point target)
{
	struct pace_point now = {moment_of(u->periode.eind), u->waarde_min};
	struct pace pace;

	if (!pace_linear(base, now, target, 0,
		    strcmp(u->indicator->eenheid, "%") == 0 ? 100 : INFINITY, &pace))
		return;
	u->tempo.heeft_projectie = true;
	u->tempo.per_jaar = pace.per_year;
	u->tempo.nodig_per_jaar = pace.needed;
	u->tempo.projectie = pace.projection;
}

static enum tempo_woord pace_word(const struct uitkomst *u)
{
	bool on_course = u->norm->soort == NORM_MAXIMUM ? u->waarde_max <= u->tempo.verwacht
							: u->waarde_min >= u->tempo.verwacht;

	if (u->feit == FEIT_GEHAALD)
		return TEMPO_WOORD_GEHAALD;
	if (date_cmp(u->periode.eind, u->norm->streefdatum) >= 0)
		return TEMPO_WOORD_VERLOPEN;
	return on_course ? TEMPO_WOORD_OP_KOERS : TEMPO_WOORD_ACHTER;
}

static void pace_remaining(struct uitkomst *u)
{
	struct tempo_deel *t = &u->tempo;

	t->kwartalen_over = quarter_number(u->norm->streefdatum) - quarter_number(u->periode.eind);
	if (t->kwartalen_over < 1)
		t->kwartalen_over = 1;
	t->heeft_nodig = u->heeft_tekort;
	if (!t->heeft_nodig)
		return;
	t->nodig_min = pace_children(u->tekort_min, t->kwartalen_over);
	t->nodig_max = pace_children(u->tekort_max, t->kwartalen_over);
}

static void pace_fill(struct uitkomst_list *list, struct uitkomst *u, const struct definities *defs)
{
	const struct norm_def *norm = u->norm;
	const struct uitkomst *first;
	struct pace_point base, target;

	u->tempo = (struct tempo_deel){.woord = TEMPO_WOORD_GEEN};
	if (!norm || !date_is_set(norm->streefdatum) || norm->soort == NORM_BAND ||
		!u->heeft_waarde || u->onvolledig)
		return;
	first = base_of(list, u, defs);
	base = (struct pace_point){moment_of(first->periode.eind), first->waarde_min};
	target = (struct pace_point){moment_of(norm->streefdatum), decimal_value(norm->waarde)};
	u->tempo.verwacht = due_on(norm, base, moment_of(u->periode.eind));
	u->tempo.woord = pace_word(u);
	u->tempo.kan_toeval = u->heeft_interval && u->tempo.verwacht >= u->ondergrens &&
			      u->tempo.verwacht <= u->bovengrens;
	if (u->tempo.woord != TEMPO_WOORD_VERLOPEN)
		pace_remaining(u);
	pace_line(u, base, target);
}

void statistiek_reeks(struct uitkomst_list *list, const struct definities *defs)
{
	for (size_t i = 0; i < list->count; i++) {
		trend_fill(list, &list->item[i], defs);
		pace_fill(list, &list->item[i], defs);
	}
}

/* ---- wijken ---- */

struct wijken {
	struct uitkomst **u;
	struct share *share;
	size_t count, zonder_cijfer;
};

static bool is_wijk_of(const struct gebied *g, struct date op)
{
	return g->eigen && strcmp(g->niveau, "wijk") == 0 && gebied_valid_on(g, op);
}

/* The wijken of a period with an exact share, in the fixed order of the areas. */
static void wijken_gather(struct wijken *w, const struct uitkomst_list *list,
	const struct gebied_list *gebieden, const char *indicator, struct periode periode)
{
	w->u = mem_new(gebieden->count, sizeof(struct uitkomst *));
	w->share = mem_new(gebieden->count, sizeof(*w->share));
	for (size_t i = 0; i < gebieden->count; i++) {
		struct uitkomst *u;

		if (!is_wijk_of(&gebieden->item[i], periode.eind))
			continue;
		u = uitkomst_find(list, indicator, &gebieden->item[i], periode);
		if (!u || u->status == STATUS_GEEN_DOELGROEP || u->status == STATUS_NVT)
			continue;
		if (!testable(u)) {
			w->zonder_cijfer++;
			continue;
		}
		w->u[w->count] = u;
		w->share[w->count++] = (struct share){u->teller.min, u->noemer.min};
	}
}

static enum funnel_woord funnel_word(const struct wijk_deel *w, int64_t x)
{
	if (x < w->laag_998)
		return FUNNEL_WOORD_LAAG_998;
	if (x > w->hoog_998)
		return FUNNEL_WOORD_HOOG_998;
	if (x < w->laag_95)
		return FUNNEL_WOORD_LAAG_95;
	return x > w->hoog_95 ? FUNNEL_WOORD_HOOG_95 : FUNNEL_WOORD_BINNEN;
}

static void funnel_fill(struct uitkomst *u, double city)
{
	struct count_range inner = funnel_binomial(u->noemer.min, city, 0.95);
	struct count_range outer = funnel_binomial(u->noemer.min, city, 0.998);

	u->wijk.laag_95 = inner.low;
	u->wijk.hoog_95 = inner.high;
	u->wijk.laag_998 = outer.low;
	u->wijk.hoog_998 = outer.high;
	if (u->noemer.min >= u->indicator->n_min)
		u->wijk.funnel = funnel_word(&u->wijk, u->teller.min);
}

static void wijk_fill(
	struct uitkomst *u, const struct gap *gap, const struct gap_wijk *one, const struct eb *eb)
{
	double factor = (double)value_factor(u->indicator->soort);

	u->wijk = (struct wijk_deel){.vergeleken = one->compared,
		.rest_verschil = one->rest.value * factor,
		.rest_laag = one->rest.interval.low * factor,
		.rest_hoog = one->rest.interval.high * factor,
		.p = one->p,
		.p_holm = one->p_holm,
		.wijkt_af = one->differs,
		.tot_stad = one->to_city,
		.geschat = eb_share(eb, (struct share){u->teller.min, u->noemer.min}) * factor};
	funnel_fill(u, gap->share);
}

static const char *method_code(enum homogeneity_methode m)
{
	return m == HOMOGENEITY_CHI2 ? "chi2" : m == HOMOGENEITY_TREKKING ? "trekking" : "geen";
}

static void kloof_fill(struct uitkomst *city, const struct gap *gap, const struct wijken *w)
{
	double factor = (double)value_factor(city->indicator->soort);

	city->kloof = (struct kloof_deel){
		.woord = gap->differs ? KLOOF_WOORD_VERSCHIL : KLOOF_WOORD_GEEN_VERSCHIL,
		.wijken = w->count,
		.aandeel = gap->share,
		.zonder_cijfer = w->zonder_cijfer,
		.spreiding = gap->spread * factor,
		.ruw = gap->raw_spread * factor,
		.toeval_typisch = gap->homogeneity.chance_typical * factor,
		.toeval_hoog = gap->homogeneity.chance_high * factor,
		.chi2 = gap->homogeneity.chi2,
		.p = gap->homogeneity.p,
		.df = gap->homogeneity.df,
		.methode = method_code(gap->homogeneity.methode),
		.heeft_beste = gap->has_best,
		.kinderen_stad = gap->par_city,
		.kinderen_wijken = gap->par_per_wijk,
		.winst = gap->par * factor};
	if (gap->homogeneity.methode == HOMOGENEITY_TE_WEINIG_WIJKEN)
		city->kloof.woord = KLOOF_WOORD_TE_WEINIG_WIJKEN;
	for (size_t i = 0; i < w->count; i++)
		city->kloof.tot_stad += w->u[i]->wijk.tot_stad;
}

static void compare_wijken(struct wijken *w, struct uitkomst *city,
	const struct uitkomst_list *list, const struct definities *defs)
{
	struct volgorde_wijken ordered = {
		city, w->u, w->share, w->count, w->zonder_cijfer == 0};
	const struct indicator_def *def = city->indicator;
	struct gap_options options = {.conf = 0.95,
		.n_min = def->n_min,
		.best_min = BEST_MIN,
		.hoger_beter = def->richting != RICHTING_LAGER_BETER};
	struct gap_wijk *each = mem_new(w->count, sizeof(*each));
	struct eb eb = eb_fit(w->share, w->count);
	struct gap gap = {0};

	gap_compute(w->share, w->count, &options, &gap, each);
	for (size_t i = 0; i < w->count; i++)
		wijk_fill(w->u[i], &gap, &each[i], &eb);
	kloof_fill(city, &gap, w);
	volgorde_fill(&city->kloof.volgorde, &ordered, list, defs);
	free(each);
}

void statistiek_wijken(struct uitkomst_list *list, const struct definities *defs,
	const struct gebied_list *gebieden, const char *indicator, struct periode periode)
{
	struct uitkomst *city = uitkomst_find(list, indicator, gebied_own(gebieden), periode);
	struct wijken w = {0};

	if (!city)
		return;
	if (value_model(city->indicator) == JUDGE_BINOMIAL ||
		value_model(city->indicator) == JUDGE_WILSON) {
		wijken_gather(&w, list, gebieden, indicator, periode);
		if (w.count)
			compare_wijken(&w, city, list, defs);
	}
	free(w.u);
	free(w.share);
}

void statistiek_spreiding(const struct uitkomst_list *list, const struct gebied_list *gebieden,
	const char *indicator, struct periode periode, struct kloof_deel *out)
{
	struct wijken w = {0};
	struct gap gap;

	wijken_gather(&w, list, gebieden, indicator, periode);
	*out = (struct kloof_deel){.woord = KLOOF_WOORD_TE_WEINIG_WIJKEN,
		.wijken = w.count,
		.zonder_cijfer = w.zonder_cijfer,
		.methode = "geen"};
	if (gap_spread(w.share, w.count, &gap) >= 3) {
		out->woord = KLOOF_WOORD_NIET_GETOETST;
		out->spreiding = gap.spread * 100;
		out->ruw = gap.raw_spread * 100;
		out->toeval_typisch = out->toeval_hoog = out->chi2 = out->p = NAN;
	}
	free(w.u);
	free(w.share);
}
