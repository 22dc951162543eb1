#include "indicator/explain.h"

#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "base/str.h"
#include "indicator/judge.h"
#include "indicator/outcome.h"
#include "indicator/value.h"

void term_list_release(struct term_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		free(list->item[i].waarde);
		free(list->item[i].formule);
	}
	free(list->item);
	*list = (struct term_list){NULL, 0, 0};
}

const struct term *term_find(const struct term_list *list, const char *naam)
{
	for (size_t i = 0; i < list->count; i++) {
		if (strcmp(list->item[i].naam, naam) == 0)
			return &list->item[i];
	}
	return NULL;
}

/* ---- adding ---- */

struct explain {
	const struct uitkomst *u;
	struct term_list *out;
};

static struct term *add(struct explain *e, const char *naam, char *waarde, const char *eenheid)
{
	struct term *t;

	e->out->item =
		mem_grow(e->out->item, &e->out->cap, e->out->count + 1, sizeof(*e->out->item));
	t = &e->out->item[e->out->count++];
	*t = (struct term){naam, waarde, eenheid, NULL};
	return t;
}

static void formula(struct term *t, const char *fmt, ...) PRINTF_LIKE(2, 3);

static void formula(struct term *t, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	if (vasprintf(&t->formule, fmt, args) < 0)
		t->formule = NULL;
	va_end(args);
}

static struct term *add_word(struct explain *e, const char *naam, const char *word)
{
	return add(e, naam, mem_dup(word), "");
}

static struct term *add_int(struct explain *e, const char *naam, int64_t value, const char *eenheid)
{
	return add(e, naam, mem_printf("%" PRId64, value), eenheid);
}

/* Left out when it is not a number. */
static struct term *add_double(
	struct explain *e, const char *naam, double value, const char *eenheid)
{
	struct str s = STR_INIT;

	if (!isfinite(value))
		return NULL;
	num_add_exact(&s, value);
	return add(e, naam, str_detach(&s), eenheid);
}

/* value x 10^-schaal, exactly. */
static void add_scaled(struct str *s, int64_t value, int schaal)
{
	bool negative = value < 0;
	uint64_t rest = negative ? 0 - (uint64_t)value : (uint64_t)value, power = 1;

	for (int i = 0; i < schaal; i++)
		power *= 10;
	str_add_f(s, "%s%" PRIu64, negative ? "-" : "", rest / power);
	if (schaal)
		str_add_f(s, ".%0*" PRIu64, schaal, rest % power);
}

static char *bereik_text(const struct bereik *b)
{
	struct str s = STR_INIT;

	add_scaled(&s, b->min, b->schaal);
	if (b->min != b->max) {
		str_add(&s, "..");
		add_scaled(&s, b->max, b->schaal);
	}
	return str_detach(&s);
}

static void add_bereik(
	struct explain *e, const char *naam, const struct bereik *b, const char *eenheid)
{
	if (b->bekend)
		add(e, naam, bereik_text(b), eenheid);
}

static void add_span(
	struct explain *e, const char *naam, int64_t min, int64_t max, const char *eenheid)
{
	struct bereik b = {true, min, max, 0};

	add_bereik(e, naam, &b, eenheid);
}

static void add_double_span(
	struct explain *e, const char *naam, double min, double max, const char *eenheid)
{
	struct str s = STR_INIT;

	num_add_exact(&s, min);
	if (min < max || min > max) {
		str_add(&s, "..");
		num_add_exact(&s, max);
	}
	add(e, naam, str_detach(&s), eenheid);
}

/* ---- the figure ---- */

static void explain_counts(struct explain *e)
{
	const struct uitkomst *u = e->u;
	const char *wat = u->indicator->woorden.meervoud ? u->indicator->woorden.meervoud : "";

	add_bereik(e, "teller", &u->teller, wat);
	add_bereik(e, "noemer", &u->noemer, wat);
	add_bereik(e, "teller_groep_2", &u->teller2, wat);
	add_bereik(e, "noemer_groep_2", &u->noemer2, wat);
}

static void value_formula(struct explain *e, struct term *t)
{
	const struct uitkomst *u = e->u;
	char *x, *n, *x2, *n2;

	if (!u->teller.bekend || !u->noemer.bekend)
		return;
	x = bereik_text(&u->teller);
	n = bereik_text(&u->noemer);
	if (u->teller2.bekend && u->noemer2.bekend) {
		x2 = bereik_text(&u->teller2);
		n2 = bereik_text(&u->noemer2);
		formula(t, "(%s / %s - %s / %s) * 100", x, n, x2, n2);
		free(x2);
		free(n2);
	} else if (value_is_quotient(u->indicator->soort)) {
		formula(t, "%s / %s * %" PRId64, x, n, value_factor(u->indicator->soort));
	}
	free(x);
	free(n);
}

static void explain_value(struct explain *e)
{
	const struct uitkomst *u = e->u;
	const char *eenheid = u->indicator->eenheid;

	if (!u->heeft_waarde)
		return;
	add_double_span(e, "waarde", u->waarde_min, u->waarde_max, eenheid);
	value_formula(e, &e->out->item[e->out->count - 1]);
	add_word(e, "methode", u->methode ? u->methode : "geen");
	if (!u->heeft_interval)
		return;
	add_double(e, "betrouwbaarheid", u->indicator->niveau_zekerheid, "");
	add_double(e, "ondergrens", u->ondergrens, eenheid);
	add_double(e, "bovengrens", u->bovengrens, eenheid);
}

/* ---- the judgement ---- */

/* The number that meets a minimum, or the largest that a maximum allows: children, where both
 * counts are whole. */
static void explain_needed(struct explain *e, struct fraction f, bool minimum, const char *naam)
{
	const struct uitkomst *u = e->u;
	bool quotient = value_is_quotient(u->indicator->soort);
	int64_t n = quotient ? u->noemer.min : 1, edge;
	struct term *t;

	if (!u->heeft_tekort || u->teller.schaal || u->teller2.bekend ||
		(quotient && (!bereik_exact(&u->noemer) || u->noemer.schaal)))
		return;
	if (minimum ? !judge_need(f, n, &edge) : !judge_allowed(f, n, &edge))
		return;
	t = add_int(e, naam, edge,
		u->indicator->woorden.meervoud ? u->indicator->woorden.meervoud : "");
	formula(t, "%s(%" PRId64 "/%" PRId64 " * %" PRId64 ")", minimum ? "ceil" : "floor", f.num,
		f.den, n);
}

static void explain_norm(struct explain *e)
{
	const struct norm_def *n = e->u->norm;
	struct str s = STR_INIT;

	if (!n)
		return;
	add_word(e, "norm_id", n->id);
	add_word(e, "norm_soort", norm_soort_code(n->soort));
	add_word(e, "norm_status", norm_status_code(n->status));
	add_scaled(&s, n->waarde.value, n->waarde.scale);
	add(e, "norm", str_detach(&s), n->eenheid);
	if (n->soort == NORM_BAND) {
		add_scaled(&s, n->bovenkant.value, n->bovenkant.scale);
		add(e, "norm_tot", str_detach(&s), n->eenheid);
	}
	if (n->heeft_bijna) {
		add_scaled(&s, n->bijna.value, n->bijna.scale);
		add(e, "bijna_norm", str_detach(&s), n->eenheid);
	}
	if (n->soort != NORM_MAXIMUM)
		explain_needed(e, norm_fraction(n->waarde, n->eenheid), true, "nodig");
	if (n->soort != NORM_MINIMUM)
		explain_needed(e,
			norm_fraction(n->soort == NORM_BAND ? n->bovenkant : n->waarde, n->eenheid),
			false, "toegestaan");
}

static void explain_judgement(struct explain *e)
{
	const struct uitkomst *u = e->u;

	if (u->heeft_tekort)
		add_span(e, "tekort", u->tekort_min, u->tekort_max,
			u->indicator->woorden.meervoud ? u->indicator->woorden.meervoud : "");
	if (u->feit != FEIT_GEEN)
		add_word(e, "feit", feit_code(u->feit));
	add_double(e, "p_onder", u->p_onder, "");
	add_double(e, "p_boven", u->p_boven, "");
	if (isfinite(u->p_onder))
		add_double(e, "p_grens", judge_tail(u->indicator->niveau_zekerheid), "");
	if (u->zekerheid != ZEKERHEID_GEEN)
		add_word(e, "zekerheid",
			zekerheid_code(u->zekerheid, u->norm ? (int)u->norm->soort : NORM_MINIMUM));
	if (u->indicator->n_min && u->noemer.bekend)
		add_int(e, "n_min", u->indicator->n_min, "");
	add_word(e, "status", status_code(u->status));
}

/* ---- over time ---- */

static void explain_change(struct explain *e)
{
	const struct uitkomst *u = e->u;
	const char *eenheid =
		strcmp(u->indicator->eenheid, "%") == 0 ? "procentpunt" : u->indicator->eenheid;

	if (u->breuk)
		add_word(e, "breuk", "ja");
	if (u->verandering == VERANDERING_GEEN)
		return;
	add_double(e, "waarde_jaar_eerder", u->waarde_eerder, u->indicator->eenheid);
	add_double(e, "verschil", u->verschil, eenheid);
	add_double(e, "verschil_ondergrens", u->verschil_laag, eenheid);
	add_double(e, "verschil_bovengrens", u->verschil_hoog, eenheid);
	add_word(e, "verandering", verandering_code(u->verandering));
}

static void explain_trend(struct explain *e)
{
	const struct trend_deel *t = &e->u->trend;

	if (t->woord == TREND_WOORD_GEEN)
		return;
	add_int(e, "trend_punten", (int64_t)t->punten, "");
	add_int(e, "trend_van", t->van, "");
	add_int(e, "trend_tot", t->tot, "");
	add_double(e, "trend_chi2", t->chi2, "");
	add_double(e, "trend_p", t->p, "");
	add_double(e, "trend_helling", t->helling, "per jaar");
	add_word(e, "trend", trend_woord_code(t->woord));
}

static void explain_pace(struct explain *e)
{
	const struct tempo_deel *t = &e->u->tempo;
	const char *eenheid = e->u->indicator->eenheid;

	if (t->woord == TEMPO_WOORD_GEEN)
		return;
	add_double(e, "tempo_verwacht", t->verwacht, eenheid);
	if (t->woord != TEMPO_WOORD_VERLOPEN)
		add_int(e, "tempo_kwartalen", t->kwartalen_over, "");
	if (t->heeft_nodig)
		add_span(e, "tempo_nodig_per_kwartaal", t->nodig_min, t->nodig_max,
			e->u->indicator->woorden.meervoud ? e->u->indicator->woorden.meervoud : "");
	if (t->heeft_projectie) {
		add_double(e, "tempo_per_jaar", t->per_jaar, eenheid);
		add_double(e, "tempo_nodig_per_jaar", t->nodig_per_jaar, eenheid);
		add_double(e, "tempo_projectie", t->projectie, eenheid);
	}
	add_word(e, "tempo_kan_toeval_zijn", t->kan_toeval ? "ja" : "nee");
	add_word(e, "tempo", tempo_woord_code(t->woord));
}

/* ---- beside other wijken ---- */

static void explain_wijk(struct explain *e)
{
	const struct wijk_deel *w = &e->u->wijk;

	if (w->funnel != FUNNEL_WOORD_GEEN) {
		add_span(e, "trechter_95", w->laag_95, w->hoog_95, "");
		add_span(e, "trechter_998", w->laag_998, w->hoog_998, "");
		add_word(e, "trechter", funnel_woord_code(w->funnel));
	}
	if (!w->vergeleken)
		return;
	add_double(e, "rest_verschil", w->rest_verschil, "procentpunt");
	add_double(e, "rest_ondergrens", w->rest_laag, "procentpunt");
	add_double(e, "rest_bovengrens", w->rest_hoog, "procentpunt");
	add_double(e, "rest_p", w->p, "");
	add_double(e, "rest_p_holm", w->p_holm, "");
	add_word(e, "rest_wijkt_af", w->wijkt_af ? "ja" : "nee");
	add_int(e, "kinderen_tot_stad", w->tot_stad, "");
}

static void explain_order(struct explain *e, const struct volgorde_deel *v)
{
	struct str periode = STR_INIT;

	if (v->woord == VOLGORDE_WOORD_GEEN)
		return;
	add_word(e, "volgorde_indicator", v->indicator->id);
	if (v->woord != VOLGORDE_WOORD_ONBEKEND) {
		periode_add_code(&periode, v->periode);
		add(e, "volgorde_periode", str_detach(&periode), "");
		add_int(e, "volgorde_plaatsen", (int64_t)v->plaatsen, "");
		add_int(e, "volgorde_kinderen", v->kinderen, "");
		add_word(e, "volgorde_methode", "lijn-gewogen");
		add_double(e, "volgorde_minste_kansen", v->minste, "%");
		add_double(e, "volgorde_meeste_kansen", v->meeste, "%");
		add_double(e, "volgorde_betrouwbaarheid", 0.95, "");
		add_double(e, "volgorde_sii", v->sii, "procentpunt");
		add_double(e, "volgorde_sii_ondergrens", v->laag, "procentpunt");
		add_double(e, "volgorde_sii_bovengrens", v->hoog, "procentpunt");
		add_double(e, "volgorde_rii", v->rii, "");
	}
	add_word(e, "volgorde", volgorde_woord_code(v->woord));
}

static void explain_gap(struct explain *e)
{
	const struct kloof_deel *k = &e->u->kloof;

	if (k->woord == KLOOF_WOORD_GEEN)
		return;
	add_int(e, "kloof_wijken", (int64_t)k->wijken, "");
	add_int(e, "kloof_zonder_cijfer", (int64_t)k->zonder_cijfer, "");
	if (k->woord != KLOOF_WOORD_TE_WEINIG_WIJKEN) {
		add_double(e, "kloof_spreiding", k->spreiding, "procentpunt");
		add_double(e, "kloof_spreiding_ruw", k->ruw, "procentpunt");
	}
	if (k->woord == KLOOF_WOORD_VERSCHIL || k->woord == KLOOF_WOORD_GEEN_VERSCHIL) {
		add_double(e, "kloof_toeval", k->toeval_typisch, "procentpunt");
		add_double(e, "kloof_toeval_hoog", k->toeval_hoog, "procentpunt");
		add_double(e, "kloof_chi2", k->chi2, "");
		add_int(e, "kloof_vrijheidsgraden", k->df, "");
		add_double(e, "kloof_p", k->p, "");
		add_word(e, "kloof_methode", k->methode);
		add_int(e, "kloof_kinderen_tot_stad", k->tot_stad, "");
	}
	if (k->heeft_beste) {
		add_double(e, "kloof_winst_beste", k->winst, "procentpunt");
		add_int(e, "kloof_kinderen_beste_stad", k->kinderen_stad, "");
		add_int(e, "kloof_kinderen_beste_wijken", k->kinderen_wijken, "");
	}
	add_word(e, "kloof", kloof_woord_code(k->woord));
	explain_order(e, &k->volgorde);
}

static void explain_segregation(struct explain *e)
{
	const struct segregatie_deel *s = &e->u->segregatie;

	if (!s->scholen)
		return;
	add_int(e, "segregatie_scholen", (int64_t)s->scholen, "");
	add_double(e, "segregatie_d_toeval", s->toeval, "");
	add_double(e, "segregatie_d_gecorrigeerd", s->gecorrigeerd, "");
	add_double(e, "segregatie_aandeel", s->aandeel, "");
	add_double(e, "segregatie_isolatie", s->isolatie, "");
	add_double(e, "segregatie_h", s->h, "");
}

/* ---- where it comes from ---- */

static void explain_source(struct explain *e)
{
	const struct uitkomst *u = e->u;
	struct str s = STR_INIT;

	add_int(e, "definitie_versie", u->indicator->versie, "");
	if (u->delen) {
		add_int(e, "delen", (int64_t)u->delen, "");
		add_int(e, "delen_ontbreken", (int64_t)u->delen_ontbreken, "");
	}
	if (u->onvolledig)
		add_word(e, "onvolledig", "ja");
	if (u->voorlopig)
		add_word(e, "voorlopig", "ja");
	for (size_t i = 0; i < u->levering_count; i++)
		str_add_f(&s, "%s%" PRId64, i ? " " : "", u->levering[i]);
	if (u->levering_count)
		add(e, "leveringen", str_detach(&s), "");
	str_release(&s);
}

void explain_outcome(const struct uitkomst *u, struct term_list *out)
{
	struct explain e = {u, out};

	explain_counts(&e);
	explain_value(&e);
	explain_norm(&e);
	explain_judgement(&e);
	explain_change(&e);
	explain_trend(&e);
	explain_pace(&e);
	explain_wijk(&e);
	explain_gap(&e);
	explain_segregation(&e);
	explain_source(&e);
}
