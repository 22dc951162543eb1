/* The chapter on the gap in the city as funnels: is a wijk further from all wijken together than chance explains, seen
 * how few children it has? The wijken keep the order of their codes. What this reader may not see has no point and no
 * number, and neither axis knows of it. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "publish/rounding.h"
#include "publish/trechter.h"
#include "report/chart_trechter.h"
#include "report/eval.h"
#include "report/phrase.h"

enum { POINTS_LEAST = 3, CURVE = 60, STEPS = 5, PERCENT = 100 };

/* The wijken of one funnel, in the order of their codes. */
struct rows {
	const struct gebied **wijk;
	const struct cel **cel;
	const struct wijk_deel **deel; /* NULL: no point */
	char **nummer;
	size_t count, punten;
};

static struct rows rows_of(const struct eval *e, const struct cel *city)
{
	struct rows r = {.wijk = NULL};

	r.wijk = blad_wijken(&e->b, city->periode, &r.count);
	r.cel = mem_new(r.count, sizeof(*r.cel));
	r.deel = mem_new(r.count, sizeof(*r.deel));
	r.nummer = mem_new(r.count, sizeof(*r.nummer));
	for (size_t i = 0; i < r.count; i++) {
		const struct cel *c = blad_vind(&e->b, city->indicator->id, r.wijk[i], city->periode);

		r.cel[i] = c;
		r.nummer[i] = blad_aantal(&e->b, "trechter: nummer", (int64_t)i + 1);
		if (!c || !c->heeft_waarde || c->status == STATUS_TE_WEINIG || c->waarde_min < c->waarde_max)
			continue;
		r.deel[i] = layer_wijk(e->b.layer, c);
		r.punten += r.deel[i] != NULL;
	}
	return r;
}

static void rows_release(struct rows *r)
{
	for (size_t i = 0; i < r->count; i++)
		free(r->nummer[i]);
	free(r->nummer);
	free(r->deel);
	free(r->cel);
	free(r->wijk);
}

static void expected(struct str *s, const struct eval *e, const struct rows *r, size_t i)
{
	struct str low = STR_INIT, high = STR_INIT;

	blad_getal(&e->b, r->cel[i], "trechter: te verwachten van", r->deel[i]->laag_95);
	blad_getal(&e->b, r->cel[i], "trechter: te verwachten tot en met", r->deel[i]->hoog_95);
	num_add_int(&low, r->deel[i]->laag_95);
	num_add_int(&high, r->deel[i]->hoog_95);
	zin_add(s, e->b.zinnen, ZIN_TRECHTER_TUSSEN, VELDEN({"laag", str_text(&low)}, {"hoog", str_text(&high)}));
	str_release(&low);
	str_release(&high);
}

static void reached(struct str *s, const struct eval *e, const struct cel *c)
{
	zin_add(s, e->b.zinnen, ZIN_TABEL_VAN,
		VELDEN({"teller", c->teller_tekst ? c->teller_tekst : "–"},
			{"noemer", c->noemer_tekst ? c->noemer_tekst : "–"}));
}

/* ---- into a chart -------------------------------------------------------------------------- */

static struct trechter_grens limit_at(int64_t n, double share)
{
	struct trechter t = trechter_bij(n, share);

	return (struct trechter_grens){(double)n, t.laag_95 * PERCENT, t.hoog_95 * PERCENT, t.laag_998 * PERCENT,
		t.hoog_998 * PERCENT};
}

static void axes_of(struct chart_trechter *t, const struct rows *r, double share)
{
	double few = INFINITY, many = 0, low = INFINITY, high = -INFINITY;
	struct trechter_grens wide;

	for (size_t i = 0; i < r->count; i++) {
		const struct cel *c = r->cel[i];

		if (!r->deel[i])
			continue;
		few = fmin(few, (double)c->noemer.min);
		many = fmax(many, (double)c->noemer.max);
		low = fmin(low, c->waarde_min);
		high = fmax(high, c->waarde_max);
	}
	chart_axis(few, many, 4, 0, INFINITY, STEPS, &t->n_van, &t->n_tot, &t->n_stap);
	wide = limit_at((int64_t)few, share);
	chart_axis(fmin(low, wide.laag_998), fmax(high, wide.hoog_998), chart_least_span(high, true), 0, PERCENT,
		STEPS, &t->as_van, &t->as_tot, &t->stap);
}

/* From the area with the fewest children on. */
static size_t curve(struct trechter_grens *grens, const struct chart_trechter *t, double share)
{
	int64_t from = INT64_MAX, to = (int64_t)t->n_tot, step;
	size_t count = 0;

	for (size_t i = 0; i < t->count; i++)
		from = t->punt[i].n < (double)from ? (int64_t)t->punt[i].n : from;
	step = (to - from) / (CURVE - 2) + 1;
	for (int64_t n = from; n < to; n += step)
		grens[count++] = limit_at(n, share);
	grens[count++] = limit_at(to, share);
	return count;
}

static char *title_of(const struct eval *e, const struct cel *city)
{
	struct str in = STR_INIT;
	char *text;

	phrase_add_in_periode(&in, city->periode, false);
	text = zin_make(e->b.zinnen, ZIN_TRECHTER_TITEL,
		VELDEN({"naam", city->indicator->naam}, {"wijk", blad_wijk_woord(&e->b)}, {"in_periode", str_text(&in)}));
	str_release(&in);
	return text;
}

/* Who cannot see the picture gets each point with its limits. */
static char *desc_of(const struct eval *e, const struct chart_trechter *t, const struct rows *r, const struct cel *city)
{
	struct str s = STR_INIT;
	char *count = blad_aantal(&e->b, "gebieden: in de grafiek", (int64_t)t->count);
	char *axis = blad_as_tekst(&e->b, t->as_van, t->as_tot, city->indicator->eenheid);

	zin_add(&s, e->b.zinnen, ZIN_TRECHTER_DESC,
		VELDEN({"aantal", count}, {"wijken", blad_wijken_woord(&e->b)}, {"as", axis}));
	for (size_t i = 0; i < r->count; i++) {
		struct str of = STR_INIT, due = STR_INIT;

		if (!r->deel[i])
			continue;
		reached(&of, e, r->cel[i]);
		expected(&due, e, r, i);
		str_add(&s, " ");
		zin_add(&s, e->b.zinnen, ZIN_TRECHTER_PUNT,
			VELDEN({"nummer", r->nummer[i]}, {"naam", r->wijk[i]->naam}, {"aantal", str_text(&of)},
				{"waarde", r->cel[i]->waarde_tekst}, {"verwacht", str_text(&due)}));
		str_release(&of);
		str_release(&due);
	}
	free(count);
	free(axis);
	return str_detach(&s);
}

static void draw(struct eval *e, struct chart_trechter *t, const struct rows *r, const struct cel *city)
{
	struct blad *b = &e->b;
	const struct woorden *w = &city->indicator->woorden;
	char *id = mem_printf("trechter%zu", e->trechter_count + 1), *title = title_of(e, city);
	char *desc = desc_of(e, t, r, city), *across;

	across = zin_make(b->zinnen, ZIN_TRECHTER_N,
		VELDEN({"kinderen", w->meervoud ? w->meervoud : blad_meervoud(b)}, {"wijk", blad_wijk_woord(b)}));
	t->n_tekst = across;
	t->tekst_95 = "95%";
	t->tekst_998 = "99,8%";
	blad_getal_reeel(b, NULL, "trechter: grens", 95, 0);
	blad_getal_reeel(b, NULL, "trechter: grens", 99.8, 1);
	blad_as(b, city, t->as_van, t->as_tot, t->stap);
	blad_as(b, city, t->n_van, t->n_tot, t->n_stap);
	b->chart = mem_grow(b->chart, &b->chart_cap, b->chart_count + 1, sizeof(*b->chart));
	chart_make_trechter(&b->chart[b->chart_count], id, title, desc, t);
	e->trechter = mem_grow(e->trechter, &e->trechter_cap, e->trechter_count + 1, sizeof(*e->trechter));
	e->trechter[e->trechter_count++] = (struct eval_trechter){city, b->chart_count++};
	free(across);
	free(id);
	free(title);
	free(desc);
}

static void prepare_one(struct eval *e, const struct cel *city, const struct kloof_deel *k, const struct rows *r)
{
	struct trechter_punt *punt = mem_new(r->punten, sizeof(*punt));
	struct trechter_grens *grens = mem_new(CURVE + 1, sizeof(*grens));
	struct chart_trechter t = {.punt = punt, .grens = grens, .midden = k->aandeel * PERCENT,
		.eenheid = city->indicator->eenheid};

	for (size_t i = 0; i < r->count; i++) {
		const struct cel *c = r->cel[i];

		if (r->deel[i])
			punt[t.count++] = (struct trechter_punt){(double)c->noemer.min, c->waarde_min, r->nummer[i],
				c->voorlopig};
	}
	axes_of(&t, r, k->aandeel);
	t.grens_count = curve(grens, &t, k->aandeel);
	draw(e, &t, r, city);
	free(punt);
	free(grens);
}

void eval_prepare_trechters(struct eval *e)
{
	for (size_t i = 0; i < e->id_count; i++) {
		const struct cel *city;
		const struct kloof_deel *k = eval_kloof_van(e, e->id[i], &city);
		struct rows r;

		if (!k || k->woord == KLOOF_WOORD_TE_WEINIG_WIJKEN || city->indicator->soort != SOORT_AANDEEL)
			continue;
		r = rows_of(e, city);
		if (r.punten >= POINTS_LEAST)
			prepare_one(e, city, k, &r);
		rows_release(&r);
	}
}

/* ---- on the page ---------------------------------------------------------------------------- */

static const char *word_of(const struct eval *e, enum funnel_woord word)
{
	static const enum zin zin[] = {
		[FUNNEL_WOORD_GEEN] = ZIN_GRAFIEK_TE_WEINIG,
		[FUNNEL_WOORD_BINNEN] = ZIN_TRECHTER_BINNEN,
		[FUNNEL_WOORD_LAAG_95] = ZIN_TRECHTER_LAAG,
		[FUNNEL_WOORD_LAAG_998] = ZIN_TRECHTER_LAAGST,
		[FUNNEL_WOORD_HOOG_95] = ZIN_TRECHTER_HOOG,
		[FUNNEL_WOORD_HOOG_998] = ZIN_TRECHTER_HOOGST,
	};

	return zin_text(e->b.zinnen, zin[word]);
}

/* An exact figure without a place in the funnel has too few children for one. */
static const char *why_none(const struct eval *e, const struct cel *c)
{
	if (c && c->heeft_waarde && c->waarde_min >= c->waarde_max)
		return zin_text(e->b.zinnen, ZIN_GRAFIEK_TE_WEINIG);
	return c ? c->waarde_tekst : "–";
}

static void row(struct eval *e, const struct rows *r, size_t i, bool words)
{
	struct blad *b = &e->b;
	struct str of = STR_INIT, due = STR_INIT;

	html_open(&b->w, "tr");
	html_el(&b->w, "td", r->nummer[i], "class", "getal");
	html_el(&b->w, "th", r->wijk[i]->naam, "scope", "row");
	if (r->deel[i]) {
		reached(&of, e, r->cel[i]);
		expected(&due, e, r, i);
		blad_td_getal(b, str_text(&of));
		blad_td_getal(b, str_text(&due));
		if (words)
			blad_td(b, word_of(e, r->deel[i]->funnel));
	} else {
		html_el(&b->w, "td", why_none(e, r->cel[i]), "colspan", words ? "3" : "2", "class", "leeg");
	}
	html_close(&b->w, "tr");
	str_release(&of);
	str_release(&due);
}

/* The words say of a wijk by name that it is low: inside the house only (calculation.md E.5, R6). */
static void table(struct eval *e, const struct rows *r, const char *caption)
{
	static const enum zin head[] = {ZIN_TRECHTER_NUMMER, ZIN_EVAL_GEBIED, ZIN_TABEL_BEREIKT, ZIN_TRECHTER_VERWACHT,
		ZIN_TRECHTER_OORDEEL};
	bool words = e->b.layer->editie == EDITIE_INTERN;

	blad_tabel_open(&e->b, "trechtertabel", caption, true, head, words ? ARRAY_LEN(head) : ARRAY_LEN(head) - 1, 1u | 4u | 8u);
	for (size_t i = 0; i < r->count; i++)
		row(e, r, i, words);
	blad_tabel_close(&e->b);
}

static void one(struct eval *e, const struct eval_trechter *t)
{
	struct blad *b = &e->b;
	struct rows r = rows_of(e, t->stad);
	char *title = title_of(e, t->stad);
	struct str s = STR_INIT;

	html_open(&b->w, "div", "class", "trechter");
	html_el(&b->w, "h4", title);
	if (r.punten < r.count) {
		char *n = blad_aantal(b, "gebieden: zonder punt", (int64_t)(r.count - r.punten));

		zin_add_count(&s, b->zinnen, ZIN_TRECHTER_ZONDER, (int64_t)(r.count - r.punten),
			VELDEN({"aantal", n}, {"wijk", blad_wijk_woord(b)}, {"wijken", blad_wijken_woord(b)}));
		blad_tekst(b, "noot", str_text(&s));
		free(n);
	}
	html_open(&b->w, "div", "class", b->getekend ? "trechterpaar" : "trechterpaar zonder");
	blad_grafiek(b, t->chart, "grafiek");
	table(e, &r, title);
	html_close(&b->w, "div");
	html_close(&b->w, "div");
	str_release(&s);
	free(title);
	rows_release(&r);
}

void eval_trechters(struct eval *e)
{
	struct blad *b = &e->b;

	if (e->trechter_count == 0)
		return;
	html_el(&b->w, "h3", zin_text(b->zinnen, ZIN_TRECHTER_KOP));
	blad_alinea(b, NULL, ZIN_TRECHTER_UITLEG,
		VELDEN({"wijk", blad_wijk_woord(b)}, {"wijken", blad_wijken_woord(b)}));
	blad_alinea(b, "noot", ZIN_TRECHTER_LIJNEN,
		VELDEN({"wijk", blad_wijk_woord(b)}, {"wijken", blad_wijken_woord(b)}));
	for (size_t i = 0; i < e->trechter_count; i++)
		one(e, &e->trechter[i]);
}
