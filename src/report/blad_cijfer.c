/* Which figures a page shows: kept for berekening.csv, in which every number of the page must be found. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "publish/rounding.h"
#include "report/blad.h"

const struct cel *blad_gezien(const struct blad *b, const struct cel *c)
{
	struct opname *o = b->in->opname;

	if (!o || !c)
		return c;
	if (c < b->layer->cel || c >= b->layer->cel + b->layer->count) { /* as it was before; only its number is shown */
		opname_add_getal(o, layer_find(b->layer, c->indicator->id, c->gebied, c->periode), "waarde, eerder",
			"", c->waarde_tekst);
		return c;
	}
	if (!o->gezien)
		o->gezien = mem_new(b->layer->count, sizeof(*o->gezien));
	o->gezien[c - b->layer->cel] = true;
	return c;
}

const struct cel *blad_vind(const struct blad *b, const char *indicator, const struct gebied *gebied, struct periode p)
{
	return blad_gezien(b, layer_find(b->layer, indicator, gebied, p));
}

void blad_term(const struct blad *b, const struct cel *c, const char *term, const char *waarde, const char *tekst)
{
	if (b->in->opname)
		opname_add_getal(b->in->opname, c, term, waarde, tekst);
}

void blad_getal(const struct blad *b, const struct cel *c, const char *term, int64_t n)
{
	char *value = mem_printf("%lld", (long long)n);
	struct str text = STR_INIT;

	num_add_int(&text, n);
	blad_term(b, c, term, value, str_text(&text));
	str_release(&text);
	free(value);
}

char *blad_aantal(const struct blad *b, const char *term, int64_t n)
{
	struct str text = STR_INIT;

	blad_getal(b, NULL, term, n);
	num_add_int(&text, n);
	return str_detach(&text);
}

void blad_getal_reeel(const struct blad *b, const struct cel *c, const char *term, double value, int decimals)
{
	struct str exact = STR_INIT, text = STR_INIT;

	num_add_exact(&exact, value);
	num_add_double(&text, value, decimals, ',');
	blad_term(b, c, term, str_text(&exact), str_text(&text));
	str_release(&exact);
	str_release(&text);
}

const struct kloof_deel *blad_kloof(const struct blad *b, const char *indicator, struct periode p)
{
	const struct kloof_deel *k = layer_kloof(b->layer, indicator, p);
	const struct cel *c = layer_find(b->layer, indicator, b->gemeente, p);

	if (!k)
		return NULL;
	blad_getal(b, c, "kloof: wijken", (int64_t)k->wijken);
	if (k->woord == KLOOF_WOORD_VERSCHIL) {
		blad_getal_reeel(b, c, "kloof: spreiding", k->spreiding, 1);
		blad_getal(b, c, "kloof: kinderen tot het stadscijfer", k->tot_stad);
	}
	return k;
}

void blad_as(const struct blad *b, const struct cel *c, double van, double tot, double stap)
{
	enum { STEPS_MAX = 50, DECIMALS_MAX = 6 };

	double unit = 1;
	int decimals = 0;

	/* All with the decimals of the step, as they are drawn. */
	for (; decimals < DECIMALS_MAX && fabs(stap * unit - round(stap * unit)) > 1e-6; decimals++)
		unit *= 10;
	for (int i = 0; i < STEPS_MAX && van + i * stap <= tot + stap / 1e6; i++)
		blad_getal_reeel(b, c, "as van de grafiek", van + i * stap, decimals);
}
