/* Chapters of the evaluation that rest on the registers: working together, and the annex of actions
 * and decisions. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "report/eval.h"

/* ---- working together ------------------------------------------------------------------------ */

static void add_figure(struct blad *b, const struct cel *c)
{
	struct str s = STR_INIT;

	if (c) {
		str_add_f(&s, "%s (", c->waarde_tekst);
		periode_add_name(&s, c->periode);
		str_add_char(&s, ')');
	}
	blad_td_getal(b, str_text(&s));
	str_release(&s);
}

static void agreement_row(struct eval *e, const struct doel_def *d)
{
	struct blad *b = &e->b;
	const struct cel *now = d->indicatoren.count ? eval_cel(e, d->indicatoren.item[0]) : NULL;
	const struct cel *whole = d->indicatoren.count ? eval_heel(e, d->indicatoren.item[0]) : NULL;

	blad_rij_open(b, d->titel, d->id);
	blad_td(b, d->indicatoren.count ? blad_naam(b, d->indicatoren.item[0]) : NULL);
	add_figure(b, whole);
	blad_td(b, whole ? whole->norm_tekst : now ? now->norm_tekst : NULL);
	blad_td(b, whole && whole->norm ? whole->status_tekst : NULL);
	add_figure(b, now != whole ? now : NULL);
	blad_rij_close(b);
}

/* The agreements about the cooperation itself: goals of soort afspraak that fall under no other, each with its first
 * figure. */
static void agreements(struct eval *e)
{
	static const enum zin head[] = {ZIN_EVAL_AFSPRAAK, ZIN_TABEL_INDICATOR, ZIN_EVAL_HEEL_JAAR, ZIN_TABEL_NORM,
		ZIN_EVAL_OORDEEL, ZIN_EVAL_LOPEND_JAAR};
	struct blad *b = &e->b;
	bool any = false;

	for (size_t i = 0; i < b->doelen.count; i++) {
		const struct doel_def *d = &b->doelen.item[i];

		if (d->soort != DOEL_AFSPRAAK || d->valt_onder.count > 0)
			continue;
		if (!any)
			blad_tabel_open(b, "samenwerking", zin_text(b->zinnen, ZIN_EVAL_SAMENWERKING), true, head,
				ARRAY_LEN(head), 1u << 2 | 1u << 5);
		any = true;
		agreement_row(e, d);
	}
	if (any)
		blad_tabel_close(b);
}

/* ---- milestones ------------------------------------------------------------------------------- */

static const struct actie *milestone_of(const struct blad *b, const struct doel_def *d)
{
	const struct registers *r = b->in->registers;

	for (size_t i = 0; r && i < r->actie_count; i++)
		if (r->actie[i].soort == ACTIE_MIJLPAAL && strcmp(r->actie[i].doel_id, d->id) == 0)
			return &r->actie[i];
	return NULL;
}

/* From the register; without it what the goals themselves say. */
static char *milestone_state(const struct blad *b, const struct doel_def *d)
{
	const struct actie *a = milestone_of(b, d);
	struct str s = STR_INIT;
	char *text;

	if (a && a->staat == ACTIE_KLAAR && date_is_set(a->afgerond_op)) {
		date_add_dutch(&s, a->afgerond_op);
		text = zin_make(b->zinnen, ZIN_EVAL_MIJLPAAL_OP, VELDEN({"datum", str_text(&s)}));
	} else if (a) {
		if (a->te_laat)
			str_add_f(&s, "%s, ", zin_text(b->zinnen, ZIN_ACTIES_TE_LAAT));
		str_add(&s, blad_actie_staat(b, a->staat));
		text = mem_dup(str_text(&s));
	} else if (d->status == DOEL_GEHAALD) {
		text = mem_dup(zin_text(b->zinnen, ZIN_ACTIE_KLAAR));
	} else if (d->status == DOEL_VERLOPEN) {
		text = mem_dup(zin_text(b->zinnen, ZIN_EVAL_VERLOPEN));
	} else {
		text = mem_dup(zin_text(b->zinnen, ZIN_EVAL_MIJLPAAL_NIET));
	}
	str_release(&s);
	return text;
}

static void milestones(struct eval *e)
{
	static const enum zin head[] = {ZIN_EVAL_MIJLPAAL, ZIN_EVAL_VERWACHT, ZIN_ACTIES_STAND};
	struct blad *b = &e->b;
	bool any = false;

	for (size_t i = 0; i < b->doelen.count; i++) {
		const struct doel_def *d = &b->doelen.item[i];
		const struct actie *a = milestone_of(b, d);
		char *state;

		if (d->soort != DOEL_MIJLPAAL)
			continue;
		if (!any) {
			html_el(&b->w, "h3", zin_text(b->zinnen, ZIN_EVAL_MIJLPALEN));
			blad_tabel_open(b, "mijlpalen", zin_text(b->zinnen, ZIN_EVAL_MIJLPALEN), true, head, ARRAY_LEN(head), 0);
		}
		any = true;
		state = milestone_state(b, d);
		blad_rij_open(b, d->titel, d->id);
		blad_td_datum(b, a && date_is_set(a->deadline) ? a->deadline : d->datum, ZIN_ACTIES_GEEN_TERMIJN);
		blad_td(b, state);
		blad_rij_close(b);
		free(state);
	}
	if (any)
		blad_tabel_close(b);
}

/* ---- meetings ---------------------------------------------------------------------------------- */

static void gremium_row(struct blad *b, const struct gremium_telling *g)
{
	char *days = blad_aantal(b, "dagen tussen twee overleggen", (int64_t)(g->langste_tussentijd)), *text;

	text = zin_make(b->zinnen, ZIN_EVAL_DAGEN, VELDEN({"dagen", days}));
	blad_rij_open(b, g->gremium_naam, NULL);
	blad_td_aantal(b, g->gehouden);
	blad_td_aantal(b, g->met_thema);
	blad_td_aantal(b, g->verslag_op_tijd);
	blad_td_aantal(b, g->verslag_te_laat + g->verslag_ontbreekt);
	blad_td_getal(b, g->langste_tussentijd >= 0 ? text : NULL);
	blad_rij_close(b);
	free(days);
	free(text);
}

static void meetings(struct eval *e)
{
	static const enum zin head[] = {ZIN_EVAL_GREMIUM, ZIN_EVAL_GEHOUDEN, ZIN_EVAL_MET_THEMA, ZIN_EVAL_VERSLAG_TIJD,
		ZIN_EVAL_VERSLAG_NIET, ZIN_EVAL_LANGSTE};
	struct blad *b = &e->b;
	struct gremium_telling *g;
	size_t count;

	html_el(&b->w, "h3", zin_text(b->zinnen, ZIN_EVAL_OVERLEGGEN));
	if (!b->in->registers || b->in->registers->overleg_count == 0) {
		blad_alinea(b, NULL, ZIN_BUNDEL_OVERLEG_GEEN, NULL);
		return;
	}
	g = registers_count_gremia(b->in->registers, e->def.van, e->def.tot, &count);
	blad_tabel_open(b, "overleggen", zin_text(b->zinnen, ZIN_EVAL_OVERLEGGEN), true, head, ARRAY_LEN(head), 0x3eu);
	for (size_t i = 0; i < count; i++)
		gremium_row(b, &g[i]);
	blad_tabel_close(b);
	free(g);
}

static void parties(struct eval *e)
{
	static const enum zin head[] = {ZIN_EVAL_PARTIJ, ZIN_EVAL_TOTAAL, ZIN_EVAL_KLAAR, ZIN_EVAL_OPEN, ZIN_EVAL_LAAT};
	struct blad *b = &e->b;
	struct partij_telling *p;
	size_t count;

	html_el(&b->w, "h3", zin_text(b->zinnen, ZIN_EVAL_PARTIJEN));
	if (!b->in->registers || b->in->registers->actie_count == 0) {
		blad_alinea(b, NULL, ZIN_EVAL_SAM_ACTIES_GEEN, NULL);
		return;
	}
	p = registers_count_partijen(b->in->registers, NULL, &count);
	blad_tabel_open(b, "partijen", zin_text(b->zinnen, ZIN_EVAL_PARTIJEN), true, head, ARRAY_LEN(head), 0x1eu);
	for (size_t i = 0; i < count; i++) {
		blad_rij_open(b, *p[i].partij ? p[i].partij : zin_text(b->zinnen, ZIN_EVAL_PARTIJ_ONBEKEND), NULL);
		blad_td_aantal(b, p[i].acties.totaal);
		blad_td_aantal(b, p[i].acties.klaar);
		blad_td_aantal(b, p[i].acties.open);
		blad_td_aantal(b, p[i].acties.te_laat);
		blad_rij_close(b);
	}
	blad_tabel_close(b);
	free(p);
}

void eval_samenwerking(struct eval *e)
{
	agreements(e);
	milestones(e);
	meetings(e);
	parties(e);
}

/* ---- annex: actions and decisions -------------------------------------------------------------- */

static void decisions(struct blad *b)
{
	static const enum zin head[] = {ZIN_EVAL_BESLUIT, ZIN_EVAL_DATUM, ZIN_EVAL_GREMIUM, ZIN_ACTIES_STAND};
	const struct registers *r = b->in->registers;

	html_el(&b->w, "h3", zin_text(b->zinnen, ZIN_EVAL_BESLUITEN));
	blad_tabel_open(b, "besluiten", zin_text(b->zinnen, ZIN_EVAL_BESLUITEN), true, head, ARRAY_LEN(head), 0);
	for (size_t i = 0; i < r->besluit_count; i++) {
		const struct besluit *d = &r->besluit[i];

		blad_rij_open(b, d->tekst, d->id);
		blad_td_datum(b, d->datum, ZIN_ACTIES_GEEN_TERMIJN);
		blad_td(b, d->gremium_naam);
		blad_td(b, blad_besluit_staat(b, d->staat));
		blad_rij_close(b);
	}
	blad_tabel_close(b);
}

void eval_bijlage_registers(struct eval *e)
{
	static const enum zin head[] = {ZIN_ACTIES_ACTIE, ZIN_ACTIES_WIE, ZIN_ACTIES_TERMIJN, ZIN_ACTIES_STAND};
	struct blad *b = &e->b;
	const struct registers *r = b->in->registers;

	if (!r || (r->actie_count == 0 && r->besluit_count == 0)) {
		blad_alinea(b, NULL, ZIN_ACTIES_LEEG, NULL);
		return;
	}
	html_el(&b->w, "h3", zin_text(b->zinnen, ZIN_KOP_ACTIES));
	blad_tabel_open(b, "acties", zin_text(b->zinnen, ZIN_KOP_ACTIES), true, head, ARRAY_LEN(head), 0);
	for (size_t i = 0; i < r->actie_count; i++)
		blad_actie_rij(b, &r->actie[i]);
	blad_tabel_close(b);
	decisions(b);
}
