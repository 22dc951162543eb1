#include "cli/uitleg_toeval.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/num.h"
#include "indicator/homogeneity.h"
#include "publish/rounding.h"

static void add_number(struct str *s, double value, int decimals)
{
	num_add_double(s, value, decimals, ',');
}

/* "tussen 2,4 en 20,4" */
static void add_between(struct str *s, double low, double high)
{
	str_add(s, "tussen ");
	add_number(s, low, 1);
	str_add(s, " en ");
	add_number(s, high, 1);
}

/* Small chances keep their size: 0,0004 is not 0,00. */
static void add_p(struct str *s, double p)
{
	if (p < 0.0001)
		str_add(s, "kleiner dan 0,0001");
	else
		add_number(s, p, 4);
}

/* ---- earlier ---- */

void uitleg_add_verloop(struct str *s, const struct cel *c)
{
	if (!c->breuk && !c->verandering_tekst && !c->trend_tekst && !c->tempo_tekst)
		return;
	str_add(s, "\nVergeleken met eerder\n");
	if (c->breuk)
		str_add(s, "  reeksbreuk: niet te vergelijken met een jaar eerder\n");
	else if (c->verandering_tekst)
		str_add_f(s, "  met een jaar eerder: %s\n", c->verandering_tekst);
	if (!c->breuk && c->verandering_tekst && isfinite(c->verschil_laag)) {
		str_add(s, "    verschil in 95%-interval: ");
		add_between(s, c->verschil_laag, c->verschil_hoog);
		str_add(s, " (newcombe-95)\n");
	}
	if (c->trend_tekst)
		str_add_f(s, "  over de jaren: %s\n", c->trend_tekst);
	if (c->trend_tekst && isfinite(c->trend.chi2)) {
		str_add_f(s, "    %zu jaarpunten, %d-%d: chi-kwadraat ", c->trend.punten, c->trend.van, c->trend.tot);
		add_number(s, c->trend.chi2, 2);
		str_add(s, ", p ");
		add_p(s, c->trend.p);
		str_add(s, " (cochran-armitage, en zonder elk punt apart)\n");
	}
	if (c->tempo_tekst)
		str_add_f(s, "  tempo: %s\n", c->tempo_tekst);
	if (c->tempo_tekst && c->tempo.heeft_projectie) {
		str_add(s, "    nu verwacht op weg naar de norm: ");
		add_number(s, c->tempo.verwacht, 1);
		str_add(s, "; in dit tempo op de streefdatum: ");
		add_number(s, c->tempo.projectie, 1);
		str_add_char(s, '\n');
	}
}

/* ---- between wijken ---- */

static void add_order(struct str *s, const struct volgorde_deel *v)
{
	static const char *const word[] = {
		[VOLGORDE_WOORD_GEEN] = "",
		[VOLGORDE_WOORD_TE_WEINIG_WIJKEN] = "te weinig wijken op volgorde voor een lijn",
		[VOLGORDE_WOORD_ONBEKEND] = "niet te bepalen: van een wijk ontbreekt het cijfer of de plaats in de volgorde",
		[VOLGORDE_WOORD_GEEN_VERSCHIL] = "geen aantoonbaar verschil tussen de wijken met de minste en de meeste kansen",
		[VOLGORDE_WOORD_MEER_BOVEN] = "hoger in de wijken met de meeste kansen",
		[VOLGORDE_WOORD_MEER_ONDER] = "hoger in de wijken met de minste kansen",
	};

	if (v->woord == VOLGORDE_WOORD_GEEN)
		return;
	str_add_f(s, "  kloof laag-hoog: %s\n", word[v->woord]);
	if (v->woord < VOLGORDE_WOORD_GEEN_VERSCHIL)
		return;
	str_add(s, "    van ");
	add_number(s, v->minste, 1);
	str_add(s, " (minste kansen) naar ");
	add_number(s, v->meeste, 1);
	str_add(s, " (meeste kansen): ");
	rounding_add_signed(s, v->sii, 1);
	str_add(s, " procentpunt, 95%-interval ");
	add_between(s, v->laag, v->hoog);
	if (isfinite(v->rii)) {
		str_add(s, "; verhouding ");
		add_number(s, v->rii, 2);
	}
	str_add_f(s, "\n    methode: rechte lijn over %zu plaatsen, gewogen naar ", v->plaatsen);
	num_add_int(s, v->kinderen);
	str_add_f(s, " kinderen; volgorde naar %s (%s) in ", v->indicator->id, v->indicator->korte_naam);
	periode_add_name(s, v->periode);
	str_add_char(s, '\n');
}

static void add_test(struct str *s, const struct kloof_deel *k)
{
	str_add(s, "    toets: ");
	if (strcmp(k->methode, "chi2") == 0) {
		str_add(s, "chi-kwadraat ");
		add_number(s, k->chi2, 2);
		str_add_f(s, ", %" PRId64 " vrijheidsgraden, p ", k->df);
		add_p(s, k->p);
	} else {
		num_add_int(s, HOMOGENEITY_TREKKINGEN);
		str_add_f(s, " trekkingen met vast begingetal %" PRIu64 ", p ", HOMOGENEITY_SEED);
		add_p(s, k->p);
	}
	str_add(s, "\n    door toeval alleen is de ruwe spreiding meestal ");
	add_number(s, k->toeval_typisch, 1);
	str_add(s, ", hoogstens ");
	add_number(s, k->toeval_hoog, 1);
	str_add(s, " procentpunt; hier ");
	add_number(s, k->ruw, 1);
	str_add_char(s, '\n');
}

static void add_gap(struct str *s, const struct kloof_deel *k)
{
	static const char *const word[] = {
		[KLOOF_WOORD_GEEN] = "",
		[KLOOF_WOORD_TE_WEINIG_WIJKEN] = "te weinig wijken met een cijfer om te toetsen",
		[KLOOF_WOORD_GEEN_VERSCHIL] = "geen aantoonbaar verschil tussen wijken",
		[KLOOF_WOORD_VERSCHIL] = "de wijken verschillen meer dan door toeval",
		[KLOOF_WOORD_NIET_GETOETST] = "",
	};
	bool tested = k->woord == KLOOF_WOORD_VERSCHIL || k->woord == KLOOF_WOORD_GEEN_VERSCHIL;

	str_add_f(s, "\nVerschil tussen wijken\n  %s (%zu wijken", word[k->woord], k->wijken);
	if (k->zonder_cijfer)
		str_add_f(s, ", %zu zonder exact cijfer", k->zonder_cijfer);
	str_add(s, ")\n");
	if (tested) {
		str_add(s, "    spreiding zonder toeval: ");
		add_number(s, k->spreiding, 1);
		str_add(s, " procentpunt\n");
		add_test(s, k);
	}
	if (tested && k->heeft_beste) {
		str_add(s, "  winst: als elke wijk het niveau van de beste haalt, zijn dat ");
		num_add_int(s, k->kinderen_stad);
		str_add(s, " kinderen (");
		add_number(s, k->winst, 1);
		str_add(s, " procentpunt van de gemeente); per wijk naar boven afgerond ");
		num_add_int(s, k->kinderen_wijken);
		str_add_char(s, '\n');
	}
	add_order(s, &k->volgorde);
}

static void add_wijk(struct str *s, const struct wijk_deel *w)
{
	static const char *const word[] = {
		[FUNNEL_WOORD_GEEN] = "",
		[FUNNEL_WOORD_BINNEN] = "binnen de toevalsmarge van de gemeente",
		[FUNNEL_WOORD_LAAG_95] = "lager dan verwacht",
		[FUNNEL_WOORD_LAAG_998] = "veel lager dan verwacht",
		[FUNNEL_WOORD_HOOG_95] = "hoger dan verwacht",
		[FUNNEL_WOORD_HOOG_998] = "veel hoger dan verwacht",
	};

	str_add(s, "\nVerschil tussen wijken\n");
	if (w->funnel != FUNNEL_WOORD_GEEN)
		str_add_f(s, "  %s: met dit aantal past %" PRId64 " tot en met %" PRId64 " bij toeval (95%%)\n",
			word[w->funnel], w->laag_95, w->hoog_95);
	if (!w->vergeleken)
		return;
	str_add(s, "  ten opzichte van de rest van de gemeente: ");
	rounding_add_signed(s, w->rest_verschil, 1);
	str_add(s, " procentpunt, 95%-interval ");
	add_between(s, w->rest_laag, w->rest_hoog);
	str_add(s, " (newcombe-95)\n    p ");
	add_p(s, w->p);
	str_add(s, " (exact), ");
	add_p(s, w->p_holm);
	str_add_f(s, " na correctie voor het aantal wijken (holm): %s\n",
		w->wijkt_af ? "wijkt af" : "wijkt niet aantoonbaar af");
}

static void add_segregation(struct str *s, const struct segregatie_deel *d)
{
	str_add_f(s, "\nWat toeval doet\n  over %zu scholen geeft toeval alleen al een index van ", d->scholen);
	add_number(s, d->toeval, 2);
	str_add(s, "; zonder toeval blijft over: ");
	add_number(s, d->gecorrigeerd, 2);
	str_add(s, "\n  isolatie: een kind uit de groep zit op een school met gemiddeld ");
	add_number(s, 100 * d->isolatie, 1);
	str_add(s, "% kinderen uit de groep; over alle scholen is dat ");
	add_number(s, 100 * d->aandeel, 1);
	str_add(s, "%\n  index H (Theil): ");
	add_number(s, d->h, 3);
	str_add_char(s, '\n');
}

void uitleg_add_verschil(struct str *s, const struct layer *layer, const struct cel *cel)
{
	const struct gebied *own = gebied_own(layer->gebieden);
	const struct kloof_deel *k;
	const struct wijk_deel *w;

	if (cel->segregatie.scholen)
		add_segregation(s, &cel->segregatie);
	if (cel->gebied == own) {
		const char *id = cel->indicator->bewerking == BEWERKING_SPREIDING ? cel->indicator->afgeleid_van
										  : cel->indicator->id;

		k = layer_kloof(layer, id, cel->periode);
		if (k && k->wijken)
			add_gap(s, k);
	} else if (strcmp(cel->gebied->niveau, "wijk") == 0) {
		w = layer_wijk(layer, cel);
		if (w)
			add_wijk(s, w);
	}
}
