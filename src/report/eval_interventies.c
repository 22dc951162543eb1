/* Chapter of the evaluation on what works: the register of interventions, and for each that allows it the change of its
 * figure in the areas with and without it. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "publish/effect.h"
#include "publish/rounding.h"
#include "report/eval.h"

static const char *choice_text(const struct blad *b, enum interventie_besluit besluit)
{
	static const enum zin zin[] = {[INTERVENTIE_GEEN_BESLUIT] = ZIN_EVAL_GEEN_BESLUIT,
		[INTERVENTIE_DOORGAAN] = ZIN_EVAL_DOORGAAN, [INTERVENTIE_AANPASSEN] = ZIN_EVAL_AANPASSEN,
		[INTERVENTIE_STOPPEN] = ZIN_EVAL_STOPPEN};

	return zin_text(b->zinnen, zin[besluit]);
}

/* "goede_aanwijzingen" as words; the code is what the register has. */
static char *evidence_text(const char *code)
{
	char *text = mem_dup(code);

	for (char *p = text; *p; p++)
		if (*p == '_')
			*p = ' ';
	return text;
}

/* ---- the register --------------------------------------------------------------------------- */

static char *term_text(const struct blad *b, const struct interventie *i)
{
	struct str van = STR_INIT, tot = STR_INIT;
	char *text = NULL;

	if (date_is_set(i->start)) {
		date_add_dutch(&van, i->start);
		date_add_dutch(&tot, i->stop);
		text = date_is_set(i->stop)
			? zin_make(b->zinnen, ZIN_EVAL_INT_VAN_TOT, VELDEN({"van", str_text(&van)}, {"tot", str_text(&tot)}))
			: zin_make(b->zinnen, ZIN_EVAL_INT_VANAF, VELDEN({"datum", str_text(&van)}));
	}
	str_release(&van);
	str_release(&tot);
	return text;
}

static void intervention_row(struct blad *b, const struct interventie *i)
{
	char *evidence = evidence_text(i->bewijsniveau), *term = term_text(b, i);
	struct str cost = STR_INIT;

	if (i->heeft_kosten) {
		num_add_int(&cost, i->kosten);
		blad_getal(b, NULL, "interventie: kosten", i->kosten);
	}
	blad_rij_open(b, i->naam, i->doel_id);
	blad_td(b, term);
	blad_td_getal(b, str_text(&cost));
	blad_td(b, evidence);
	blad_td_datum(b, i->laatste_evaluatie, ZIN_EVAL_NOOIT);
	blad_td(b, choice_text(b, i->besluit));
	blad_td(b, i->reden);
	blad_rij_close(b);
	str_release(&cost);
	free(evidence);
	free(term);
}

static void costs(struct blad *b)
{
	const struct registers *r = b->in->registers;
	struct str sum = STR_INIT;
	char *with, *all = blad_aantal(b, "interventies", (int64_t)r->interventie_count);
	int64_t total = 0;
	size_t count = 0;

	for (size_t i = 0; i < r->interventie_count; i++) {
		total += r->interventie[i].heeft_kosten ? r->interventie[i].kosten : 0;
		count += r->interventie[i].heeft_kosten;
	}
	with = blad_aantal(b, "interventies: met kosten", (int64_t)count);
	num_add_int(&sum, total);
	blad_getal(b, NULL, "interventies: kosten", total);
	if (count > 0)
		blad_alinea(b, NULL, ZIN_EVAL_INT_KOSTEN,
			VELDEN({"met", with}, {"totaal", all}, {"kosten", str_text(&sum)}));
	free(with);
	free(all);
	str_release(&sum);
}

static void counts(struct blad *b)
{
	struct interventie_telling t = registers_count_interventies(b->in->registers, NULL);
	const size_t n[] = {t.totaal, t.met_bewijs, t.recent_geevalueerd, t.doorgaan, t.aanpassen, t.stoppen,
		t.geen_besluit, t.gestopt};
	char *text[ARRAY_LEN(n)];

	for (size_t i = 0; i < ARRAY_LEN(n); i++)
		text[i] = blad_aantal(b, "interventies: telling", (int64_t)n[i]);
	blad_alinea(b, NULL, ZIN_EVAL_INTERVENTIES_ZIN,
		VELDEN({"totaal", text[0]}, {"bewijs", text[1]}, {"recent", text[2]}));
	blad_alinea(b, NULL, ZIN_EVAL_INTERVENTIES_KEUZE,
		VELDEN({"doorgaan", text[3]}, {"aanpassen", text[4]}, {"stoppen", text[5]}, {"geen", text[6]}));
	if (t.stoppen > 0)
		blad_alinea(b, NULL, ZIN_EVAL_INT_GESTOPT, VELDEN({"stoppen", text[5]}, {"gestopt", text[7]}));
	for (size_t i = 0; i < ARRAY_LEN(n); i++)
		free(text[i]);
	costs(b);
}

static void register_table(struct blad *b)
{
	static const enum zin head[] = {ZIN_EVAL_INTERVENTIE, ZIN_EVAL_INT_LOOPT, ZIN_EVAL_INT_EURO, ZIN_EVAL_BEWIJS,
		ZIN_EVAL_GEEVALUEERD, ZIN_EVAL_BESLUIT, ZIN_EVAL_REDEN};
	const struct registers *r = b->in->registers;

	blad_tabel_open(b, "interventies", zin_text(b->zinnen, ZIN_EVAL_INTERVENTIE), true, head, ARRAY_LEN(head), 1u << 2);
	for (size_t i = 0; i < r->interventie_count; i++)
		intervention_row(b, &r->interventie[i]);
	blad_tabel_close(b);
}

/* ---- with and without ------------------------------------------------------------------------ */

static void add_percent(struct str *s, const struct blad *b, const struct cel *c, struct share share)
{
	char *exact = mem_printf("%lld/%lld", (long long)share.x, (long long)share.n);

	num_add_double(s, 100.0 * (double)share.x / (double)share.n, 1, ',');
	str_add_char(s, '%');
	blad_term(b, c, "effect: gebieden samen", exact, str_text(s));
	free(exact);
}

static char *course_text(const struct blad *b, const struct did_groep *g, const struct cel *voor_cel,
	const struct cel *na_cel)
{
	struct str voor = STR_INIT, na = STR_INIT;
	char *text;

	add_percent(&voor, b, voor_cel, g->voor);
	add_percent(&na, b, na_cel, g->na);
	text = zin_make(b->zinnen, ZIN_EVAL_INT_VAN_NAAR, VELDEN({"voor", str_text(&voor)}, {"na", str_text(&na)}));
	str_release(&voor);
	str_release(&na);
	return text;
}

static char *difference_text(const struct blad *b, const struct difference *d)
{
	struct str value = STR_INIT, low = STR_INIT, high = STR_INIT;
	char *interval, *text;

	blad_getal_reeel(b, NULL, "effect: verschil", 100 * d->value, 1);
	blad_getal_reeel(b, NULL, "effect: ondergrens", 100 * d->interval.low, 1);
	blad_getal_reeel(b, NULL, "effect: bovengrens", 100 * d->interval.high, 1);
	num_add_double(&value, 100 * d->value, 1, ',');
	num_add_double(&low, 100 * d->interval.low, 1, ',');
	num_add_double(&high, 100 * d->interval.high, 1, ',');
	interval = zin_make(b->zinnen, ZIN_EVAL_INT_MARGE_TUSSEN,
		VELDEN({"laag", str_text(&low)}, {"hoog", str_text(&high)}));
	text = zin_make(b->zinnen, ZIN_EVAL_INT_PUNT, VELDEN({"verschil", str_text(&value)}, {"interval", interval}));
	free(interval);
	str_release(&value);
	str_release(&low);
	str_release(&high);
	return text;
}

static enum zin verdict(const struct effect *f)
{
	bool up = f->verschil.value > 0;

	if (!f->zeker)
		return ZIN_EVAL_INT_TOEVAL;
	if (f->indicator->richting == RICHTING_GEEN_OORDEEL)
		return ZIN_EVAL_INT_ANDERS;
	return up == (f->indicator->richting == RICHTING_HOGER_BETER) ? ZIN_EVAL_INT_BETER : ZIN_EVAL_INT_SLECHTER;
}

static void effect_row(struct blad *b, const struct interventie *i, const struct effect *f)
{
	const struct cel *before = layer_find(b->layer, f->indicator->id, b->gemeente, f->voor);
	const struct cel *after = layer_find(b->layer, f->indicator->id, b->gemeente, f->na);
	char *with = course_text(b, &f->met, before, after), *without = course_text(b, &f->zonder, before, after);
	char *d = difference_text(b, &f->verschil);
	struct str what = STR_INIT;

	str_add_f(&what, "%s, ", f->indicator->korte_naam);
	periode_add_name(&what, f->voor);
	str_add(&what, " en ");
	periode_add_name(&what, f->na);
	blad_rij_open(b, i->naam, str_text(&what));
	blad_td(b, with);
	blad_td(b, without);
	blad_td(b, d);
	blad_td(b, zin_text(b->zinnen, verdict(f)));
	blad_rij_close(b);
	str_release(&what);
	free(with);
	free(without);
	free(d);
}

/* What was not compared, by reason; only what names a figure or areas at all: the others stand in the table above. */
static void not_compared(struct blad *b, const struct effect *effect, enum effect_reden reden, enum zin why)
{
	const struct registers *r = b->in->registers;
	const char **name = mem_new(r->interventie_count, sizeof(*name));
	struct str list = STR_INIT;
	size_t count = 0;
	char *line;

	for (size_t i = 0; i < r->interventie_count; i++)
		if (effect[i].reden == reden)
			name[count++] = r->interventie[i].naam;
	if (count > 0) {
		zin_add_list(&list, b->zinnen, name, count);
		line = zin_make(b->zinnen, ZIN_EVAL_INT_NIET,
			VELDEN({"namen", str_text(&list)}, {"reden", zin_text(b->zinnen, why)}));
		html_el(&b->w, "li", line);
		free(line);
	}
	free(name);
	str_release(&list);
}

static void reasons(struct blad *b, const struct effect *effect)
{
	static const enum zin why[] = {[EFFECT_GEEN_INDICATOR] = ZIN_EVAL_INT_GEEN_INDICATOR,
		[EFFECT_GEEN_START] = ZIN_EVAL_INT_GEEN_START, [EFFECT_GEEN_WIJKEN] = ZIN_EVAL_INT_GEEN_WIJKEN,
		[EFFECT_GEEN_AANDEEL] = ZIN_EVAL_INT_GEEN_AANDEEL, [EFFECT_TE_KORT] = ZIN_EVAL_INT_TE_KORT,
		[EFFECT_BREUK] = ZIN_EVAL_INT_BREUK, [EFFECT_AFGESCHERMD] = ZIN_EVAL_INT_AFGESCHERMD,
		[EFFECT_GEEN_ANDERE] = ZIN_EVAL_INT_GEEN_ANDERE, [EFFECT_TE_WEINIG] = ZIN_EVAL_INT_TE_WEINIG};

	html_open(&b->w, "ul");
	for (size_t i = 1; i < ARRAY_LEN(why); i++)
		not_compared(b, effect, (enum effect_reden)i, why[i]);
	html_close(&b->w, "ul");
}

static void effects(struct blad *b)
{
	static const enum zin head[] = {ZIN_EVAL_INTERVENTIE, ZIN_EVAL_INT_MET, ZIN_EVAL_INT_ZONDER, ZIN_EVAL_INT_VERSCHIL,
		ZIN_EVAL_INT_UITSPRAAK};
	const struct registers *r = b->in->registers;
	struct effect *effect = mem_new(r->interventie_count, sizeof(*effect));
	char *caption = zin_make(b->zinnen, ZIN_EVAL_INT_KOP, VELDEN({"wijken", blad_wijken_woord(b)}));
	size_t can = 0;

	if (caption[0] >= 'a' && caption[0] <= 'z')
		caption[0] = (char)(caption[0] - 'a' + 'A');
	html_el(&b->w, "h3", caption);
	blad_alinea(b, NULL, ZIN_EVAL_INT_INLEIDING, VELDEN({"wijken", blad_wijken_woord(b)}));
	for (size_t i = 0; i < r->interventie_count; i++) {
		effect_of(&effect[i], b->layer, &r->interventie[i]);
		can += effect[i].reden == EFFECT_KAN;
	}
	if (can > 0) {
		blad_alinea(b, NULL, ZIN_EVAL_INT_GRENS, NULL);
		blad_tabel_open(b, "effecten", caption, true, head, ARRAY_LEN(head), 0);
		for (size_t i = 0; i < r->interventie_count; i++)
			if (effect[i].reden == EFFECT_KAN)
				effect_row(b, &r->interventie[i], &effect[i]);
		blad_tabel_close(b);
		blad_alinea(b, "noot", ZIN_EVAL_INT_MARGE, NULL);
	}
	reasons(b, effect);
	free(caption);
	free(effect);
}

void eval_interventies(struct eval *e)
{
	struct blad *b = &e->b;
	const struct registers *r = b->in->registers;

	if (!r || r->interventie_count == 0) {
		blad_alinea(b, NULL, ZIN_EVAL_INTERVENTIES_LEEG, NULL);
		return;
	}
	counts(b);
	register_table(b);
	effects(b);
}
