/* Chapters of the evaluation that rest on the registers: working together, and the annex of actions
 * and decisions. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "report/eval.h"

/* ---- working together ------------------------------------------------------------------------ */

/* The agreements about the cooperation itself: goals of soort afspraak, each with its first figure. */
static void agreements(struct eval *e)
{
	static const enum zin head[] = {ZIN_EVAL_AFSPRAAK, ZIN_TABEL_INDICATOR, ZIN_TABEL_STAND, ZIN_TABEL_NORM,
		ZIN_EVAL_OORDEEL};
	struct blad *b = &e->b;

	blad_tabel_open(b, "samenwerking", zin_text(b->zinnen, ZIN_EVAL_SAMENWERKING), true, head, ARRAY_LEN(head), 4u);
	for (size_t i = 0; i < b->doelen.count; i++) {
		const struct doel_def *d = &b->doelen.item[i];
		const struct cel *c = d->indicatoren.count ? eval_cel(e, d->indicatoren.item[0]) : NULL;

		if (d->soort != DOEL_AFSPRAAK && d->soort != DOEL_MIJLPAAL)
			continue;
		blad_rij_open(b, d->titel, d->id);
		blad_td(b, d->indicatoren.count ? blad_naam(b, d->indicatoren.item[0]) : NULL);
		blad_td_getal(b, c ? c->waarde_tekst : NULL);
		blad_td(b, c ? c->norm_tekst : NULL);
		blad_td(b, c && c->norm ? c->status_tekst : NULL);
		blad_rij_close(b);
	}
	blad_tabel_close(b);
}

static void gremium_row(struct blad *b, const struct gremium_telling *g)
{
	char *days = mem_printf("%lld", (long long)g->langste_tussentijd), *text;

	text = zin_make(b->zinnen, ZIN_EVAL_DAGEN, VELDEN({"dagen", days}));
	blad_rij_open(b, g->gremium, NULL);
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
	meetings(e);
	parties(e);
}

/* ---- annex: actions and decisions -------------------------------------------------------------- */

static const char *decision_state(const struct blad *b, enum besluit_staat staat)
{
	static const enum zin zin[] = {[BESLUIT_OPEN] = ZIN_EVAL_BESLUIT_OPEN,
		[BESLUIT_UITGEVOERD] = ZIN_EVAL_BESLUIT_UITGEVOERD, [BESLUIT_GESTOPT] = ZIN_EVAL_BESLUIT_GESTOPT,
		[BESLUIT_ZONDER_ACTIE] = ZIN_EVAL_BESLUIT_ZONDER, [BESLUIT_ACTIE_ONBEKEND] = ZIN_EVAL_BESLUIT_ONBEKEND};

	return zin_text(b->zinnen, zin[staat]);
}

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
		blad_td(b, d->gremium);
		blad_td(b, decision_state(b, d->staat));
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
