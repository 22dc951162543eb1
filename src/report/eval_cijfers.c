/* Chapters of the evaluation that count and compare over all indicators: the summary and the gap in the city. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "publish/rounding.h"
#include "report/eval.h"
#include "report/phrase.h"

/* ---- counting ------------------------------------------------------------------------------ */

static bool ever_delivered(const struct eval *e, const char *id)
{
	const struct indicator_def *def = definities_indicator(e->b.defs, id);

	for (size_t i = 0; def && i < e->b.layer->count; i++)
		if (e->b.layer->cel[i].indicator == def && e->b.layer->cel[i].reden != REDEN_NIET_GELEVERD)
			return true;
	return false;
}

static void count_verdict(struct eval_telling *t, const struct cel *c)
{
	if (!c || !c->norm)
		return;
	t->beoordeeld++;
	t->gehaald += c->feit == FEIT_GEHAALD;
	t->niet += c->feit == FEIT_NIET_GEHAALD;
	t->zeker += c->feit == FEIT_NIET_GEHAALD && c->zekerheid == ZEKERHEID_ZEKER_FOUT;
}

struct eval_telling eval_count(const struct eval *e)
{
	struct eval_telling t = {.indicatoren = e->id_count};

	for (size_t i = 0; i < e->id_count; i++) {
		const struct norm_def *norm = eval_norm(e, e->id[i]);
		const struct cel *c = eval_cel(e, e->id[i]);

		t.nooit += !ever_delivered(e, e->id[i]);
		t.met_norm += norm != NULL;
		t.vastgesteld += norm && norm->status == NORM_VASTGESTELD;
		t.verborgen += eval_verborgen(e, e->id[i]) != NULL;
		if (!c)
			continue;
		t.met_cijfer++;
		t.voorstellen += eval_proposes(c);
		count_verdict(&t, eval_heel(e, e->id[i]));
	}
	return t;
}

/* ---- summary ------------------------------------------------------------------------------- */

static void conclusion(struct eval *e, enum zin zin, const struct veld *velden)
{
	char *text = zin_make(e->b.zinnen, zin, velden);

	html_el(&e->b.w, "li", text);
	free(text);
}

static void conclusion_count(struct eval *e, enum zin zin, int64_t count, const struct veld *velden)
{
	struct str s = STR_INIT;

	zin_add_count(&s, e->b.zinnen, zin, count, velden);
	html_el(&e->b.w, "li", str_text(&s));
	str_release(&s);
}

/* The figure for which a norm was vastgesteld says what it says; usually there is one. */
static void agreed_figures(struct eval *e)
{
	for (size_t i = 0; i < e->id_count; i++) {
		const struct cel *c = eval_cel(e, e->id[i]);
		struct str s = STR_INIT;

		if (!c || !c->norm || c->norm->status != NORM_VASTGESTELD || c->indicator->soort != SOORT_AANDEEL)
			continue;
		phrase_add_title(&s, e->b.zinnen, c);
		str_add(&s, ". ");
		phrase_add_zekerheid(&s, e->b.zinnen, c, blad_wijken_woord(&e->b));
		html_el(&e->b.w, "li", str_text(&s));
		str_release(&s);
	}
}

static void action_conclusion(struct eval *e)
{
	const struct registers *r = e->b.in->registers;
	struct actie_telling t;
	char *n[4];

	if (!r || r->actie_count == 0) {
		conclusion(e, ZIN_EVAL_SAM_ACTIES_GEEN, NULL);
		return;
	}
	t = registers_count_acties(r, NULL, ACTIE_ELKE_SOORT);
	n[0] = blad_aantal(&e->b, "acties", (int64_t)(t.totaal));
	n[1] = blad_aantal(&e->b, "acties: klaar", (int64_t)(t.klaar));
	n[2] = blad_aantal(&e->b, "acties: te laat", (int64_t)(t.te_laat));
	n[3] = blad_aantal(&e->b, "acties: gestopt", (int64_t)(t.gestopt));
	conclusion(e, ZIN_EVAL_SAM_ACTIES,
		VELDEN({"totaal", n[0]}, {"klaar", n[1]}, {"laat", n[2]}, {"gestopt", n[3]}));
	for (size_t i = 0; i < 4; i++)
		free(n[i]);
}

static void proposal_conclusion(struct eval *e, size_t count)
{
	size_t at = hoofdstuk_of_soort(&e->def, HOOFDSTUK_VOORSTELLEN);
	char *n, *chapter;

	if (at == e->def.count)
		return;
	n = blad_aantal(&e->b, "voorstellen", (int64_t)count);
	chapter = zin_make(e->b.zinnen, ZIN_EVAL_HOOFDSTUK, VELDEN({"nr", hoofdstuk_nummer(&e->def, at)}));
	conclusion(e, ZIN_EVAL_SAM_VOORSTEL, VELDEN({"aantal", n}, {"hoofdstuk", chapter}));
	free(chapter);
	free(n);
}

/* Of the indicators: how many have no norm that was agreed, and how many none at all. */
static void norm_conclusion(struct eval *e, const struct eval_telling *t)
{
	char *all = blad_aantal(&e->b, "indicatoren: gevraagd", (int64_t)t->indicatoren);
	char *onvast = blad_aantal(&e->b, "indicatoren: zonder vastgestelde norm", (int64_t)(t->indicatoren - t->vastgesteld));
	char *without = blad_aantal(&e->b, "indicatoren: zonder norm", (int64_t)(t->indicatoren - t->met_norm));

	conclusion_count(e, ZIN_EVAL_SAM_NORM, (int64_t)(t->indicatoren - t->vastgesteld),
		VELDEN({"aantal", all}, {"onvast", onvast}, {"zonder", without}));
	free(all);
	free(onvast);
	free(without);
}

static void verdict_conclusion(struct eval *e, const struct eval_telling *t)
{
	char *with, *met, *not, *sure;

	if (!t->beoordeeld)
		return;
	with = blad_aantal(&e->b, "cijfers: met een norm", (int64_t)t->beoordeeld);
	met = blad_aantal(&e->b, "normen: gehaald", (int64_t)t->gehaald);
	not = blad_aantal(&e->b, "normen: niet gehaald", (int64_t)t->niet);
	sure = blad_aantal(&e->b, "normen: zeker niet gehaald", (int64_t)t->zeker);
	conclusion_count(e, ZIN_EVAL_SAM_OORDEEL, (int64_t)t->beoordeeld,
		VELDEN({"met", with}, {"gehaald", met}, {"niet", not}, {"zeker", sure}));
	free(with);
	free(met);
	free(not);
	free(sure);
}

static void delivery_conclusion(struct eval *e, const struct eval_telling *t)
{
	char *all = blad_aantal(&e->b, "indicatoren: gevraagd", (int64_t)t->indicatoren);
	char *never = blad_aantal(&e->b, "indicatoren: nooit geleverd", (int64_t)t->nooit);

	conclusion(e, ZIN_EVAL_SAM_DATA, VELDEN({"aantal", all}, {"nooit", never}));
	free(all);
	free(never);
}

void eval_samenvatting(struct eval *e)
{
	struct eval_telling t = eval_count(e);

	html_open(&e->b.w, "ol", "class", "conclusies");
	agreed_figures(e);
	norm_conclusion(e, &t);
	verdict_conclusion(e, &t);
	action_conclusion(e);
	delivery_conclusion(e, &t);
	proposal_conclusion(e, t.voorstellen);
	html_close(&e->b.w, "ol");
}

/* ---- the gap in the city --------------------------------------------------------------------- */

static bool has_wijk(const struct indicator_def *def)
{
	for (size_t i = 0; i < def->niveau_count; i++)
		if (strcmp(def->niveau[i], "wijk") == 0)
			return true;
	return false;
}

const struct kloof_deel *eval_kloof_van(const struct eval *e, const char *id, const struct cel **c)
{
	const struct indicator_def *def = definities_indicator(e->b.defs, id);

	*c = def && has_wijk(def) ? eval_cel(e, id) : NULL;
	return *c ? blad_kloof(&e->b, id, (*c)->periode) : NULL;
}

static void kloof_row(struct eval *e, const struct cel *c, const struct kloof_deel *k)
{
	struct blad *b = &e->b;
	struct str spread = STR_INIT, children = STR_INIT, name = STR_INIT;
	char *points;
	enum zin word = ZIN_EVAL_KLOOF_NEE;

	num_add_double(&spread, k->spreiding, 1, ',');
	points = zin_make(b->zinnen, ZIN_EVAL_KLOOF_PUNT, VELDEN({"spreiding", str_text(&spread)}));
	rounding_add_children(&children, k->tot_stad, k->tot_stad, c->indicator);
	str_add_f(&name, "%s, ", c->indicator->id);
	periode_add_name(&name, c->periode);
	if (k->woord == KLOOF_WOORD_VERSCHIL)
		word = ZIN_EVAL_KLOOF_JA;
	else if (k->woord == KLOOF_WOORD_TE_WEINIG_WIJKEN)
		word = ZIN_EVAL_KLOOF_TE_WEINIG;
	blad_rij_open(b, c->indicator->naam, str_text(&name));
	blad_td_aantal(b, k->wijken);
	blad_td(b, zin_text(b->zinnen, word));
	blad_td_getal(b, k->woord == KLOOF_WOORD_VERSCHIL ? points : NULL);
	blad_td_getal(b, k->woord == KLOOF_WOORD_VERSCHIL ? str_text(&children) : NULL);
	blad_rij_close(b);
	free(points);
	str_release(&spread);
	str_release(&children);
	str_release(&name);
}

static bool kloof_table(struct eval *e)
{
	static const enum zin head[] = {ZIN_TABEL_INDICATOR, ZIN_EVAL_KLOOF_WIJKEN, ZIN_EVAL_KLOOF_OORDEEL,
		ZIN_EVAL_KLOOF_SPREIDING, ZIN_EVAL_KLOOF_TOT};
	char *caption = zin_make(e->b.zinnen, ZIN_EVAL_KLOOF_TABEL, VELDEN({"wijken", blad_wijken_woord(&e->b)}));
	bool any = false;

	for (size_t i = 0; i < e->id_count; i++) {
		const struct cel *c;
		const struct kloof_deel *k = eval_kloof_van(e, e->id[i], &c);

		if (!k)
			continue;
		if (!any)
			blad_tabel_open(&e->b, "kloof", caption, false, head, ARRAY_LEN(head), 2u | 8u | 16u);
		any = true;
		kloof_row(e, c, k);
	}
	if (any)
		blad_tabel_close(&e->b);
	free(caption);
	return any;
}

/* ---- along the order of the wijken --------------------------------------------------------------- */

/* A distance without its sign: which end is higher is said in words. */
static char *points(struct eval *e, const struct cel *c, const char *term, double value)
{
	struct str s = STR_INIT;

	blad_getal_reeel(&e->b, c, term, fabs(value), 1);
	num_add_double(&s, fabs(value), 1, ',');
	return str_detach(&s);
}

static void order_item(struct eval *e, const struct cel *c, const struct volgorde_deel *v)
{
	bool up = v->woord == VOLGORDE_WOORD_MEER_BOVEN;
	char *size = points(e, c, "kloof laag-hoog", v->sii);
	char *low = points(e, c, "kloof laag-hoog: marge van", up ? v->laag : v->hoog);
	char *high = points(e, c, "kloof laag-hoog: marge tot", up ? v->hoog : v->laag);
	char *line = zin_make(e->b.zinnen, up ? ZIN_EVAL_VOLGORDE_BOVEN : ZIN_EVAL_VOLGORDE_ONDER,
		VELDEN({"naam", c->indicator->korte_naam}, {"wijken", blad_wijken_woord(&e->b)}, {"verschil", size},
			{"laag", low}, {"hoog", high}));

	html_el(&e->b.w, "li", line);
	free(size);
	free(low);
	free(high);
	free(line);
}

static void order_intro(struct eval *e, const struct volgorde_deel *v)
{
	struct str period = STR_INIT;

	periode_add_name(&period, v->periode);
	blad_alinea(&e->b, NULL, ZIN_EVAL_VOLGORDE,
		VELDEN({"wijken", blad_wijken_woord(&e->b)}, {"naam", v->indicator->korte_naam},
			{"periode", str_text(&period)}));
	str_release(&period);
}

/* Those in which the two ends surely differ, one by one; the others by name. Nothing where no order is given, or
 * where this reader may not see the figure of every wijk. */
static void along_order(struct eval *e)
{
	const char **same = mem_new(e->id_count, sizeof(*same));
	struct str names = STR_INIT;
	size_t count = 0, differ = 0;

	for (size_t i = 0; i < e->id_count; i++) {
		const struct cel *c;
		const struct kloof_deel *k = eval_kloof_van(e, e->id[i], &c);

		if (!k || k->volgorde.woord < VOLGORDE_WOORD_GEEN_VERSCHIL)
			continue;
		if (count + differ == 0)
			order_intro(e, &k->volgorde);
		if (k->volgorde.woord == VOLGORDE_WOORD_GEEN_VERSCHIL) {
			same[count++] = c->indicator->korte_naam;
			continue;
		}
		if (differ++ == 0)
			html_open(&e->b.w, "ul");
		order_item(e, c, &k->volgorde);
	}
	if (differ)
		html_close(&e->b.w, "ul");
	zin_add_list(&names, e->b.zinnen, same, count);
	if (count)
		blad_alinea(&e->b, NULL, ZIN_EVAL_VOLGORDE_GEEN, VELDEN({"namen", str_text(&names)}));
	if (count + differ)
		blad_alinea(&e->b, "noot", ZIN_EVAL_VOLGORDE_NOOT, VELDEN({"wijken", blad_wijken_woord(&e->b)}));
	str_release(&names);
	free(same);
}

/* The indicators in which one area is surely apart from the rest of the city, corrected for the number of
 * comparisons; in the order of the codes. */
static char *signals_of(const struct eval *e, const struct gebied *g)
{
	const char **name = mem_new(e->id_count, sizeof(*name));
	struct str list = STR_INIT;
	size_t count = 0;

	for (size_t i = 0; i < e->id_count; i++) {
		const struct cel *city, *c;
		const struct wijk_deel *w;

		if (!eval_kloof_van(e, e->id[i], &city))
			continue;
		c = blad_vind(&e->b, e->id[i], g, city->periode);
		w = c ? layer_wijk(e->b.layer, c) : NULL;
		if (w && w->wijkt_af)
			name[count++] = c->indicator->korte_naam;
	}
	zin_add_list(&list, e->b.zinnen, name, count);
	free(name);
	return str_detach(&list);
}

static void signals(struct eval *e)
{
	struct blad *b = &e->b;
	size_t count;
	const struct gebied **wijk = blad_wijken(b, b->in->periode, &count);
	bool any = false;

	for (size_t i = 0; i < count; i++) {
		char *names = signals_of(e, wijk[i]), *line;

		if (names && *names) {
			if (!any) {
				blad_alinea(b, NULL, ZIN_EVAL_SIGNALEN, VELDEN({"wijken", blad_wijken_woord(b)}));
				html_open(&b->w, "ul");
			}
			any = true;
			line = zin_make(b->zinnen, ZIN_EVAL_SIGNAAL,
				VELDEN({"wijk", wijk[i]->naam}, {"namen", names}));
			html_el(&b->w, "li", line);
			free(line);
		}
		free(names);
	}
	if (any)
		html_close(&b->w, "ul");
	else
		blad_alinea(b, NULL, ZIN_EVAL_SIGNALEN_GEEN, VELDEN({"wijk", blad_wijk_woord(b)}));
	blad_alinea(b, "noot", ZIN_EVAL_SIGNALEN_UITLEG, NULL);
	free(wijk);
}

void eval_kloof(struct eval *e)
{
	blad_groepen(&e->b, e->b.in->periode);
	if (!kloof_table(e)) {
		blad_alinea(&e->b, NULL, ZIN_EVAL_KLOOF_GEEN, VELDEN({"wijken", blad_wijken_woord(&e->b)}));
		return;
	}
	along_order(e);
	if (e->b.layer->editie == EDITIE_INTERN) /* names of areas stay inside (calculation.md E.5, R6) */
		signals(e);
	eval_trechters(e);
	eval_kaarten(e);
}
