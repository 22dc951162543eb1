/* Chapters of the evaluation that follow the goals: goal by goal the words, the figures, the
 * course and the actions. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "report/eval.h"
#include "report/phrase.h"

const struct cel *eval_cel(const struct eval *e, const char *id)
{
	const struct cel *c = blad_cel(&e->b, id);

	return c && c->heeft_waarde ? c : NULL;
}

const struct cel *eval_verborgen(const struct eval *e, const char *id)
{
	const struct indicator_def *def = definities_indicator(e->b.defs, id);
	const struct cel *newest = NULL;

	if (eval_cel(e, id))
		return NULL;
	for (size_t i = 0; def && i < e->b.layer->count; i++) {
		const struct cel *c = &e->b.layer->cel[i];

		if (c->indicator == def && c->gebied == e->b.gemeente && c->reden != REDEN_NIET_GELEVERD &&
			(!newest || periode_cmp(c->periode, newest->periode) > 0))
			newest = c;
	}
	return newest;
}

const struct cel *eval_heel(const struct eval *e, const char *id)
{
	const struct cel *c = eval_cel(e, id);

	for (int back = 0; back <= 2 && c && date_cmp(c->periode.eind, e->b.op) > 0; back++)
		c = blad_vind(&e->b, id, c->gebied, periode_years_back(c->periode, 1));
	return c && c->heeft_waarde && date_cmp(c->periode.eind, e->b.op) <= 0 ? c : NULL;
}

const struct norm_def *eval_norm(const struct eval *e, const char *id)
{
	const struct indicator_def *def = definities_indicator(e->b.defs, id);

	if (!def || !e->b.gemeente)
		return NULL;
	return norm_find_for(&e->b.defs->normen, def, e->b.gemeente, periode_dag(e->b.op), e->b.op);
}

/* ---- charts, once each --------------------------------------------------------------------- */

static const struct eval_plaats *place_of(const struct eval *e, const char *id)
{
	for (size_t i = 0; i < e->plaats_count; i++)
		if (strcmp(e->b.verloop[e->plaats[i].verloop].indicator, id) == 0)
			return &e->plaats[i];
	return NULL;
}

static void prepare_goal(struct eval *e, const struct doel_def *d, size_t hoofdstuk)
{
	for (size_t i = 0; i < d->indicatoren.count; i++) {
		const struct indicator_def *def = definities_indicator(e->b.defs, d->indicatoren.item[i]);

		if (!def || def->soort == SOORT_MIJLPAAL || place_of(e, def->id) || !blad_add_verloop(&e->b, def))
			continue;
		e->plaats = mem_grow(e->plaats, &e->plaats_cap, e->plaats_count + 1, sizeof(*e->plaats));
		e->plaats[e->plaats_count++] = (struct eval_plaats){hoofdstuk, d, e->b.verloop_count - 1};
	}
}

/* The goal itself and the ones directly under it, as the chapter will walk them. */
static void prepare_chapter(struct eval *e, size_t h)
{
	const struct hoofdstuk *hs = &e->def.hoofdstuk[h];
	const struct doel_list *list = &e->b.doelen;

	if (hs->soort == HOOFDSTUK_DOEL) {
		const struct doel_def *top = doel_find(list, hs->doel);

		for (int i = doel_next_under(list, top, -1); top && i >= 0; i = doel_next_under(list, top, i))
			if (list->item[i].soort != DOEL_ACTIELIJN && list->item[i].soort != DOEL_OAB_AFSPRAAK)
				prepare_goal(e, &list->item[i], h);
	} else if (hs->soort == HOOFDSTUK_DOELSOORT) {
		for (size_t i = 0; i < list->count; i++)
			if (list->item[i].soort == hs->doelsoort)
				prepare_goal(e, &list->item[i], h);
	}
}

void eval_prepare(struct eval *e)
{
	for (size_t h = 0; h < e->def.count; h++)
		prepare_chapter(e, h);
}

/* ---- one goal ------------------------------------------------------------------------------- */

void eval_citaat(struct eval *e, const struct doel_def *d)
{
	struct blad *b = &e->b;
	char *source = zin_make(b->zinnen, ZIN_AFSPRAAK_BRON,
		VELDEN({"document", d->bron->document}, {"plaats", d->plaats}));
	struct str owners = STR_INIT;

	html_open(&b->w, "figure", "class", d->parafrase ? "citaat klein parafrase" : "citaat klein");
	html_open(&b->w, "blockquote");
	html_el(&b->w, "p", d->tekst);
	html_close(&b->w, "blockquote");
	html_open(&b->w, "figcaption");
	html_text(&b->w, source);
	blad_verlopen(b, d);
	if (d->eigenaar_count) {
		str_add_f(&owners, " · %s: ", zin_text(b->zinnen, ZIN_META_EIGENAAR));
		doel_add_eigenaren(&owners, d);
		html_text(&b->w, str_text(&owners));
	}
	html_close(&b->w, "figcaption");
	html_close(&b->w, "figure");
	str_release(&owners);
	free(source);
}

/* Why there is no number: the word of the cell, so that what is hidden is not called missing. */
static const char *no_number(const struct eval *e, const char *id)
{
	const struct cel *c = eval_verborgen(e, id);

	if (!definities_indicator(e->b.defs, id))
		return zin_text(e->b.zinnen, ZIN_TABEL_NIET_OPGENOMEN);
	return c ? c->waarde_tekst : zin_text(e->b.zinnen, ZIN_TABEL_NIET_GELEVERD);
}

static void figure_row(struct eval *e, const char *id, bool elders)
{
	struct blad *b = &e->b;
	char *other;
	const struct indicator_def *def = definities_indicator(b->defs, id);
	const struct cel *c = eval_cel(e, id), *before;
	struct str name = STR_INIT;

	if (c && c->periode.soort != PERIODE_GEEN) {
		str_add_f(&name, "%s, ", id);
		periode_add_name(&name, c->periode);
	} else {
		str_add(&name, id);
	}
	blad_rij_open(b, def ? def->naam : blad_naam(b, id), str_text(&name));
	str_release(&name);
	if (!c) {
		html_el(&b->w, "td", no_number(e, id), "colspan", elders ? "6" : "5", "class", "leeg");
		blad_rij_close(b);
		return;
	}
	before = blad_vind(b, id, c->gebied, periode_years_back(c->periode, 1));
	blad_td_getal(b, c->waarde_tekst);
	blad_td_getal(b, before && before->heeft_waarde ? before->waarde_tekst : NULL);
	blad_td(b, c->norm_tekst);
	blad_td(b, c->norm && eval_heel(e, id) == c ? c->status_tekst : NULL);
	blad_td(b, c->trend_tekst);
	if (elders) {
		other = blad_elders(b, c);
		blad_td(b, other);
		free(other);
	}
	blad_rij_close(b);
}

static void figures(struct eval *e, const struct doel_def *d)
{
	static const enum zin head[] = {ZIN_TABEL_INDICATOR, ZIN_TABEL_STAND, ZIN_TABEL_VORIG, ZIN_TABEL_NORM,
		ZIN_EVAL_OORDEEL, ZIN_EVAL_TREND, ZIN_TABEL_ELDERS};
	bool elders = false;

	for (size_t i = 0; i < d->indicatoren.count; i++) {
		char *text = blad_elders(&e->b, eval_cel(e, d->indicatoren.item[i]));

		elders = elders || text;
		free(text);
	}
	blad_tabel_open(&e->b, "doelcijfers", d->titel, true, head, ARRAY_LEN(head) - !elders, 6u);
	for (size_t i = 0; i < d->indicatoren.count; i++)
		figure_row(e, d->indicatoren.item[i], elders);
	blad_tabel_close(&e->b);
}

/* The charts that belong to this goal, and where the others stand. */
static void charts(struct eval *e, const struct doel_def *d, size_t hoofdstuk)
{
	struct blad *b = &e->b;
	bool open = false;

	for (size_t i = 0; b->getekend && i < d->indicatoren.count; i++) {
		const struct eval_plaats *p = place_of(e, d->indicatoren.item[i]);

		if (!p || p->hoofdstuk != hoofdstuk || p->doel != d)
			continue;
		if (!open)
			html_open(&b->w, "div", "class", "panelen");
		open = true;
		blad_panel(b, &b->verloop[p->verloop], false);
		eval_staven(e, d->indicatoren.item[i]);
	}
	if (open)
		html_close(&b->w, "div");
	for (size_t i = 0; i < d->indicatoren.count; i++) {
		const struct eval_plaats *p = place_of(e, d->indicatoren.item[i]);

		if (p && p->hoofdstuk == hoofdstuk && p->doel == d)
			eval_rasters(e, d->indicatoren.item[i]);
	}
}

static void elsewhere(struct eval *e, const struct doel_def *d, size_t hoofdstuk)
{
	struct blad *b = &e->b;
	bool any = false;

	for (size_t i = 0; b->getekend && i < d->indicatoren.count; i++) {
		const struct eval_plaats *p = place_of(e, d->indicatoren.item[i]);
		const struct indicator_def *def = definities_indicator(b->defs, d->indicatoren.item[i]);

		if (!p || !def || (p->hoofdstuk == hoofdstuk && p->doel == d))
			continue;
		if (!any)
			html_open(&b->w, "p", "class", "noot");
		else
			html_raw(&b->w, " · ");
		any = true;
		html_text(&b->w, def->korte_naam);
		html_raw(&b->w, ": ");
		eval_link(e, p->hoofdstuk);
	}
	if (any)
		html_close(&b->w, "p");
}

static void proxies(struct eval *e, const struct doel_def *d)
{
	for (size_t i = 0; i < d->indicatoren.count; i++) {
		const struct indicator_def *def = definities_indicator(e->b.defs, d->indicatoren.item[i]);

		if (def && def->klasse == KLASSE_PROXY && def->proxy)
			blad_alinea(&e->b, "noot", ZIN_EVAL_PROXY,
				VELDEN({"korte_naam", def->korte_naam}, {"tekst", def->proxy}));
	}
}

static void actions(struct eval *e, const struct doel_def *d)
{
	struct blad *b = &e->b;
	struct actie_telling t;
	struct doel_set set;
	struct str s = STR_INIT;
	char *all, *done, *open, *late;

	if (!b->in->registers || b->in->registers->actie_count == 0)
		return;
	doel_set_init(&set, &b->doelen, d->id);
	t = registers_count_acties(b->in->registers, &set, ACTIE_ELKE_SOORT);
	doel_set_release(&set);
	if (t.totaal == 0)
		return;
	all = blad_aantal(b, "acties", (int64_t)(t.totaal));
	done = blad_aantal(b, "acties: klaar", (int64_t)(t.klaar));
	open = blad_aantal(b, "acties: open", (int64_t)(t.open));
	late = blad_aantal(b, "acties: te laat", (int64_t)(t.te_laat));
	zin_add_count(&s, b->zinnen, ZIN_EVAL_ACTIES_BIJ, (int64_t)t.totaal,
		VELDEN({"totaal", all}, {"klaar", done}, {"open", open}, {"laat", late}));
	blad_tekst(b, "noot", str_text(&s));
	str_release(&s);
	free(all);
	free(done);
	free(open);
	free(late);
}

void eval_doel(struct eval *e, const struct doel_def *d, size_t hoofdstuk, const char *niveau)
{
	struct blad *b = &e->b;

	html_open(&b->w, "section", "class", "doel");
	html_open(&b->w, niveau);
	html_text(&b->w, d->titel);
	html_raw(&b->w, " ");
	html_el(&b->w, "span", d->id, "class", "id");
	html_close(&b->w, niveau);
	eval_citaat(e, d);
	if (d->indicatoren.count > 0) {
		figures(e, d);
		charts(e, d, hoofdstuk);
		elsewhere(e, d, hoofdstuk);
		proxies(e, d);
	} else {
		blad_alinea(b, NULL, ZIN_EVAL_KWALITATIEF, NULL);
	}
	actions(e, d);
	if (d->soort == DOEL_BELOFTE)
		eval_mens(e, d->id, true);
	else
		blad_mens(b, d->id);
	html_close(&b->w, "section");
}

/* ---- chapters of goals ----------------------------------------------------------------------- */

void eval_hoofdstuk_doel(struct eval *e, size_t i)
{
	const struct doel_list *list = &e->b.doelen;
	const struct doel_def *top = doel_find(list, e->def.hoofdstuk[i].doel);

	if (!top)
		return;
	eval_citaat(e, top);
	for (int k = doel_next_under(list, top, -1); k >= 0; k = doel_next_under(list, top, k))
		if (list->item[k].soort != DOEL_ACTIELIJN && list->item[k].soort != DOEL_OAB_AFSPRAAK)
			eval_doel(e, &list->item[k], i, "h3");
}

void eval_hoofdstuk_doelsoort(struct eval *e, size_t i)
{
	const struct doel_list *list = &e->b.doelen;

	for (size_t k = 0; k < list->count; k++)
		if (list->item[k].soort == e->def.hoofdstuk[i].doelsoort)
			eval_doel(e, &list->item[k], i, "h3");
}

/* ---- actielijnen ------------------------------------------------------------------------------ */

static void action_rows(struct eval *e)
{
	static const enum zin head[] = {ZIN_ACTIES_ACTIE, ZIN_ACTIES_WIE, ZIN_ACTIES_TERMIJN, ZIN_ACTIES_STAND};
	struct blad *b = &e->b;
	const struct registers *r = b->in->registers;

	if (!r || registers_count_acties(r, &b->onder, ACTIE_ELKE_SOORT).totaal == 0)
		return;
	blad_tabel_open(b, "acties", zin_text(b->zinnen, ZIN_KOP_ACTIES), true, head, ARRAY_LEN(head), 0);
	for (size_t i = 0; i < r->actie_count; i++)
		if (doel_set_has(&b->onder, r->actie[i].doel_id))
			blad_actie_rij(b, &r->actie[i]);
	blad_tabel_close(b);
}

static void line(struct eval *e, const struct doel_def *d)
{
	struct blad *b = &e->b;
	struct str s = STR_INIT;

	blad_set_line(b, d);
	html_open(&b->w, "section", "class", "doel lijn");
	html_open(&b->w, "h3");
	html_text(&b->w, d->titel);
	html_raw(&b->w, " ");
	html_el(&b->w, "span", d->id, "class", "id");
	html_close(&b->w, "h3");
	eval_citaat(e, d);
	if (b->stand) {
		phrase_add_stand(&s, b->zinnen, b->stand);
		str_add(&s, " ");
		phrase_add_zekerheid(&s, b->zinnen, b->stand, blad_wijken_woord(b));
		blad_tekst(b, NULL, str_text(&s));
	}
	for (size_t i = 0; i < b->doelen.count; i++)
		if (b->doelen.item[i].soort == DOEL_FOCUSDOEL && woord_list_has(&b->doelen.item[i].valt_onder, d->id))
			eval_citaat(e, &b->doelen.item[i]);
	figures(e, d);
	action_rows(e);
	blad_besproken_tabel(b);
	blad_mens(b, d->id);
	html_close(&b->w, "section");
	str_release(&s);
}

void eval_actielijnen(struct eval *e)
{
	for (size_t i = 0; i < e->b.doelen.count; i++)
		if (e->b.doelen.item[i].soort == DOEL_ACTIELIJN)
			line(e, &e->b.doelen.item[i]);
}
