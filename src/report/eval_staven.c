/* A count per wijk in the newest period, as bars beside its course. A course says nothing of where the children live;
 * a wijk without a figure keeps its row and says why, so that it never looks like zero. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "report/chart_staven.h"
#include "report/eval.h"
#include "report/phrase.h"

enum { STEPS = 4 };

/* The wijken of the period, in the order of their codes. */
struct rows {
	const struct gebied **wijk;
	const struct cel **cel; /* NULL: nothing was asked of it */
	size_t count;
};

static void rows_release(struct rows *r)
{
	free(r->wijk);
	free(r->cel);
}

static bool has_bar(const struct cel *c)
{
	return c && c->heeft_waarde && c->status != STATUS_TE_WEINIG;
}

static struct rows rows_of(const struct eval *e, const struct indicator_def *def, struct periode p)
{
	const struct gebied_list *all = e->b.layer->gebieden;
	struct rows r = {mem_new(all->count, sizeof(*r.wijk)), mem_new(all->count, sizeof(*r.cel)), 0};

	for (size_t i = 0; i < all->count; i++) { /* the order of the list */
		const struct gebied *g = &all->item[i];
		const struct cel *c;

		if (!g->eigen || strcmp(g->niveau, "wijk") != 0 || !gebied_valid_on(g, p.eind))
			continue;
		c = blad_vind(&e->b, def->id, g, p);
		if (c ? c->reden == REDEN_GEEN_DOELGROEP : g->zonder_doelgroep)
			continue;
		r.wijk[r.count] = g;
		r.cel[r.count++] = c;
	}
	return r;
}

static const char *text_of(const struct eval *e, const struct cel *c)
{
	if (!c)
		return zin_text(e->b.zinnen, ZIN_REDEN_NIET_GELEVERD);
	return c->heeft_waarde && !has_bar(c) ? zin_text(e->b.zinnen, ZIN_GRAFIEK_TE_WEINIG) : c->waarde_tekst;
}

/* ---- into a chart -------------------------------------------------------------------------- */

static struct staaf *bars_of(const struct eval *e, const struct rows *r)
{
	struct staaf *s = mem_new(r->count, sizeof(*s));

	for (size_t i = 0; i < r->count; i++) {
		const struct cel *c = r->cel[i];

		s[i] = (struct staaf){.naam = r->wijk[i]->naam, .tekst = text_of(e, c), .heeft_waarde = has_bar(c)};
		if (!has_bar(c))
			continue;
		s[i].waarde = (c->waarde_min + c->waarde_max) / 2;
		s[i].voorlopig = c->voorlopig;
	}
	return s;
}

/* Whole steps, also when all are zero. */
static void axis_of(struct chart_staven *s)
{
	double high = 0, from;

	for (size_t i = 0; i < s->count; i++)
		high = s->staaf[i].heeft_waarde ? fmax(high, s->staaf[i].waarde) : high;
	chart_axis(0, high, STEPS, 0, INFINITY, STEPS, &from, &s->as_tot, &s->stap);
}

static char *title_of(const struct eval *e, const struct indicator_def *def, struct periode p)
{
	struct str in = STR_INIT;
	char *text;

	phrase_add_in_periode(&in, p, false);
	text = zin_make(e->b.zinnen, ZIN_STAVEN_TITEL,
		VELDEN({"naam", def->naam}, {"wijk", blad_wijk_woord(&e->b)}, {"in_periode", str_text(&in)}));
	str_release(&in);
	return text;
}

static char *desc_of(const struct eval *e, const struct indicator_def *def, const struct chart_staven *s)
{
	struct str text = STR_INIT;
	char *count = blad_aantal(&e->b, "gebieden: in de grafiek", (int64_t)s->count);
	char *axis = blad_as_tekst(&e->b, 0, s->as_tot, def->eenheid);

	zin_add(&text, e->b.zinnen, ZIN_GRAFIEK_WIJKEN_DESC,
		VELDEN({"aantal", count}, {"wijken", blad_wijken_woord(&e->b)}, {"as", axis}));
	for (size_t i = 0; i < s->count; i++)
		str_add_f(&text, " %s: %s.", s->staaf[i].naam, s->staaf[i].tekst);
	free(count);
	free(axis);
	return str_detach(&text);
}

static void add_chart(struct eval *e, const struct indicator_def *def, struct periode p, const struct rows *r)
{
	struct blad *b = &e->b;
	struct staaf *staaf = bars_of(e, r);
	struct chart_staven s = {.staaf = staaf, .count = r->count};
	char *id = mem_printf("staven%zu", e->staven_count + 1), *title = title_of(e, def, p), *desc;

	axis_of(&s);
	blad_as(b, eval_cel(e, def->id), 0, s.as_tot, s.stap);
	desc = desc_of(e, def, &s);
	b->chart = mem_grow(b->chart, &b->chart_cap, b->chart_count + 1, sizeof(*b->chart));
	chart_make_staven(&b->chart[b->chart_count], id, title, desc, &s);
	e->staven = mem_grow(e->staven, &e->staven_cap, e->staven_count + 1, sizeof(*e->staven));
	e->staven[e->staven_count++] = (struct eval_staven){def, p, b->chart_count++};
	free(staaf);
	free(id);
	free(title);
	free(desc);
}

void eval_prepare_staven(struct eval *e)
{
	for (size_t i = 0; i < e->plaats_count; i++) {
		const char *id = e->b.verloop[e->plaats[i].verloop].indicator;
		const struct indicator_def *def = definities_indicator(e->b.defs, id);
		struct periode p;
		struct rows r;
		bool any = false;

		if (def->soort != SOORT_AANTAL || !blad_periode(&e->b, def, &p))
			continue;
		r = rows_of(e, def, p);
		for (size_t k = 0; k < r.count; k++)
			any = any || has_bar(r.cel[k]);
		if (any)
			add_chart(e, def, p, &r);
		rows_release(&r);
	}
}

/* ---- on the page ---------------------------------------------------------------------------- */

/* Folded away on a screen and left out on paper, as the table of a course. */
static void table(struct eval *e, const struct indicator_def *def, const struct rows *r, const char *caption)
{
	static const enum zin head[] = {ZIN_EVAL_GEBIED, ZIN_TABEL_STAND};
	struct blad *b = &e->b;

	html_open(&b->w, "details");
	html_el(&b->w, "summary", zin_text(b->zinnen, ZIN_TABEL_CIJFERS));
	blad_tabel_open(b, "cijfers", caption, false, head, ARRAY_LEN(head), 2u);
	for (size_t i = 0; i < r->count; i++) {
		char *value = blad_zonder_eenheid(def, text_of(e, r->cel[i]));

		blad_rij_open(b, r->wijk[i]->naam, NULL);
		blad_td_getal(b, value);
		blad_rij_close(b);
		free(value);
	}
	blad_tabel_close(b);
	html_close(&b->w, "details");
}

static void notes(struct eval *e, const struct rows *r)
{
	struct blad *b = &e->b;
	struct str text = STR_INIT;
	bool range = false;

	for (size_t i = 0; i < r->count; i++)
		range = range || (has_bar(r->cel[i]) && r->cel[i]->waarde_min < r->cel[i]->waarde_max);
	zin_add(&text, b->zinnen, ZIN_STAVEN_UITLEG,
		VELDEN({"wijk", blad_wijk_woord(b)}, {"wijken", blad_wijken_woord(b)}));
	if (range)
		str_add_f(&text, " %s", zin_text(b->zinnen, ZIN_STAVEN_BEREIK));
	blad_tekst(b, "noot", str_text(&text));
	str_release(&text);
}

void eval_staven(struct eval *e, const char *indicator)
{
	struct blad *b = &e->b;

	for (size_t i = 0; i < e->staven_count; i++) {
		const struct eval_staven *s = &e->staven[i];
		struct rows r;
		char *title;

		if (strcmp(s->def->id, indicator) != 0)
			continue;
		r = rows_of(e, s->def, s->periode);
		title = title_of(e, s->def, s->periode);
		html_open(&b->w, "div", "class", "paneel");
		html_el(&b->w, "h4", title);
		blad_grafiek(b, s->chart, "grafiek");
		notes(e, &r);
		table(e, s->def, &r, title);
		html_close(&b->w, "div");
		free(title);
		rows_release(&r);
	}
}
