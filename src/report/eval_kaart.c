/* The chapter on the gap in the city as pictures: each indicator as a grid of tiles and, where shapes were loaded, as a
 * map, and one table with the same figures. The shade is an estimate (empirical Bayes) where nothing is hidden; the
 * figure itself stands in each area. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "publish/kaart.h"
#include "publish/rounding.h"
#include "report/chart_kaart.h"
#include "report/eval.h"
#include "report/phrase.h"

/* What one map shows. */
struct figures {
	const struct indicator_def *def;
	struct periode periode;
	const struct gebied **wijk;
	const struct cel **cel;
	size_t count;
	double van, stap; /* of the classes */
	size_t klassen;
};

/* The shade of an area; NaN where there is none. An estimate leans on the other areas, so next to hidden figures it could
 * say something of them (indicator/eb.h): the public gets the shade of the figure itself. */
static double shade_value(const struct eval *e, const struct cel *c)
{
	const struct wijk_deel *w;

	if (!c || !c->heeft_waarde || c->status == STATUS_TE_WEINIG)
		return NAN;
	w = e->b.layer->editie == EDITIE_INTERN ? layer_wijk(e->b.layer, c) : NULL;
	return w && isfinite(w->geschat) ? w->geschat : (c->waarde_min + c->waarde_max) / 2;
}

static void classes(const struct eval *e, struct figures *f)
{
	double low = INFINITY, high = -INFINITY, top;

	for (size_t i = 0; i < f->count; i++) {
		double v = shade_value(e, f->cel[i]);

		if (isnan(v))
			continue;
		low = fmin(low, v);
		high = fmax(high, v);
	}
	if (low > high)
		return;
	chart_axis(low, high, 2, 0, 100, KAART_KLASSEN, &f->van, &top, &f->stap);
	f->klassen = (size_t)lround((top - f->van) / f->stap);
	if (f->klassen > KAART_KLASSEN)
		f->klassen = KAART_KLASSEN;
}

static struct figures figures_of(const struct eval *e, const struct cel *city)
{
	struct figures f = {.def = city->indicator, .periode = city->periode};

	f.wijk = blad_wijken(&e->b, f.periode, &f.count);
	f.cel = mem_new(f.count, sizeof(*f.cel));
	for (size_t i = 0; i < f.count; i++)
		f.cel[i] = blad_vind(&e->b, f.def->id, f.wijk[i], f.periode);
	classes(e, &f);
	return f;
}

static void figures_release(struct figures *f)
{
	free(f->wijk);
	free(f->cel);
}

/* ---- drawing ------------------------------------------------------------------------------- */

static struct kaart_lijn tile(const struct gebied *g)
{
	double x = g->tegel_kolom, y = -g->tegel_rij;
	const struct kaart_xy corner[] = {{x + 0.02, y + 0.02}, {x + 0.98, y + 0.02}, {x + 0.98, y + 0.98},
		{x + 0.02, y + 0.98}, {x + 0.02, y + 0.02}};
	struct kaart_lijn l = {mem_new(ARRAY_LEN(corner), sizeof(*l.punt)), ARRAY_LEN(corner)};

	for (size_t i = 0; i < ARRAY_LEN(corner); i++)
		l.punt[i] = corner[i];
	return l;
}

/* Degrees to a plane: a degree of longitude is shorter away from the equator. */
static struct kaart_lijn shape_ring(const struct kaart_ring *ring)
{
	const double narrower = cos(52.0 * acos(-1.0) / 180);
	struct kaart_lijn l = {mem_new(ring->count, sizeof(*l.punt)), ring->count};

	for (size_t i = 0; i < ring->count; i++)
		l.punt[i] = (struct kaart_xy){ring->punt[i].lon / 1e6 * narrower, ring->punt[i].lat / 1e6};
	return l;
}

/* False: this area is not on the map. */
static bool outline(const struct eval *e, const struct gebied *g, bool tegels, struct kaart_gebied *out)
{
	const struct kaart_vorm *v;

	if (tegels) {
		if (g->tegel_rij <= 0 || g->tegel_kolom <= 0)
			return false;
		out->lijn = mem_new(1, sizeof(*out->lijn));
		out->lijn[out->count++] = tile(g);
		return true;
	}
	v = e->b.in->kaart ? kaart_find(e->b.in->kaart, g->code, g->indeling) : NULL;
	if (!v)
		return false;
	out->lijn = mem_new(v->count, sizeof(*out->lijn));
	for (; out->count < v->count; out->count++)
		out->lijn[out->count] = shape_ring(&v->ring[out->count]);
	return true;
}

static void fill(const struct eval *e, const struct figures *f, size_t i, struct kaart_gebied *g)
{
	const struct cel *c = f->cel[i];
	double v = shade_value(e, c);

	g->naam = f->wijk[i]->naam;
	g->klasse = KAART_ZONDER;
	if (c && c->heeft_waarde && c->status == STATUS_TE_WEINIG)
		g->waarde = zin_text(e->b.zinnen, ZIN_GRAFIEK_TE_WEINIG);
	else
		g->waarde = c ? c->waarde_tekst : "–";
	if (isnan(v))
		return;
	g->klasse = (int)fmin(fmax(floor((v - f->van) / f->stap), 0), (double)f->klassen - 1);
}

static char *class_text(const struct eval *e, const struct figures *f, size_t i)
{
	struct str from = STR_INIT, to = STR_INIT;
	int decimals = f->stap < 1 ? 1 : 0;
	char *text;

	blad_getal_reeel(&e->b, NULL, "grens in de legenda", f->van + (double)i * f->stap, decimals);
	blad_getal_reeel(&e->b, NULL, "grens in de legenda", f->van + (double)(i + 1) * f->stap, decimals);
	num_add_double(&from, f->van + (double)i * f->stap, decimals, ',');
	num_add_double(&to, f->van + (double)(i + 1) * f->stap, decimals, ',');
	rounding_add_unit(&to, f->def->eenheid);
	text = zin_make(e->b.zinnen, ZIN_KAART_KLASSE, VELDEN({"van", str_text(&from)}, {"tot", str_text(&to)}));
	str_release(&from);
	str_release(&to);
	return text;
}

static char *title_of(const struct eval *e, const struct figures *f, bool tegels)
{
	struct str in = STR_INIT;
	char *text;

	phrase_add_in_periode(&in, f->periode, false);
	text = zin_make(e->b.zinnen, tegels ? ZIN_KAART_TEGELS : ZIN_KAART_VORMEN,
		VELDEN({"naam", f->def->naam}, {"wijk", blad_wijk_woord(&e->b)}, {"in_periode", str_text(&in)}));
	str_release(&in);
	return text;
}

/* Every area in words, in the order of the codes. */
static char *desc_of(const struct chart_kaart *k)
{
	struct str s = STR_INIT;

	for (size_t i = 0; i < k->count; i++)
		str_add_f(&s, "%s%s: %s.", i ? " " : "", k->gebied[i].naam, k->gebied[i].waarde);
	return str_detach(&s);
}

/* False when no area has a place. */
static bool draw(struct eval *e, const struct figures *f, bool tegels)
{
	struct kaart_gebied *area = mem_new(f->count, sizeof(*area));
	struct chart_kaart k = {.gebied = area, .klassen = f->klassen, .tegels = tegels};
	char *klasse[KAART_KLASSEN] = {0}, *title, *desc, *id;
	struct blad *b = &e->b;

	for (size_t i = 0; i < f->count; i++)
		if (outline(e, f->wijk[i], tegels, &area[k.count]))
			fill(e, f, i, &area[k.count++]);
	for (size_t i = 0; i < f->klassen; i++)
		klasse[i] = class_text(e, f, i);
	k.legenda = klasse;
	if (k.count > 0) {
		title = title_of(e, f, tegels);
		desc = desc_of(&k);
		id = mem_printf("kaart%zu", b->chart_count + 1);
		b->chart = mem_grow(b->chart, &b->chart_cap, b->chart_count + 1, sizeof(*b->chart));
		chart_make_kaart(&b->chart[b->chart_count++], id, title, desc, &k);
		free(title);
		free(desc);
		free(id);
	}
	for (size_t i = 0; i < f->count; i++) {
		for (size_t r = 0; r < area[i].count; r++)
			free(area[i].lijn[r].punt);
		free(area[i].lijn);
	}
	for (size_t i = 0; i < KAART_KLASSEN; i++)
		free(klasse[i]);
	free(area);
	return k.count > 0;
}

void eval_prepare_kaarten(struct eval *e)
{
	for (size_t i = 0; i < e->id_count; i++) {
		const struct cel *city;
		struct eval_kaart kaart = {0};
		struct figures f;

		if (!eval_kloof_van(e, e->id[i], &city))
			continue;
		f = figures_of(e, city);
		kaart.stad = city;
		kaart.tegels = e->b.chart_count;
		kaart.heeft_tegels = draw(e, &f, true);
		kaart.vormen = e->b.chart_count;
		kaart.heeft_vormen = draw(e, &f, false);
		figures_release(&f);
		e->kaart = mem_grow(e->kaart, &e->kaart_cap, e->kaart_count + 1, sizeof(*e->kaart));
		e->kaart[e->kaart_count++] = kaart;
	}
}

/* ---- on the page ---------------------------------------------------------------------------- */

static void panel(struct blad *b, const struct cel *city, size_t chart)
{
	struct str p = STR_INIT;

	periode_add_name(&p, city->periode);
	html_open(&b->w, "div", "class", "paneel");
	html_open(&b->w, "h4");
	html_text(&b->w, city->indicator->naam);
	html_raw(&b->w, " ");
	html_el(&b->w, "span", str_text(&p), "class", "id");
	html_close(&b->w, "h4");
	blad_grafiek(b, chart, "grafiek");
	html_close(&b->w, "div");
	str_release(&p);
}

static void table_row(struct eval *e, const struct gebied *g)
{
	blad_rij_open(&e->b, g->naam, NULL);
	for (size_t i = 0; i < e->kaart_count; i++) {
		const struct cel *city = e->kaart[i].stad;
		const struct cel *c = blad_vind(&e->b, city->indicator->id, g, city->periode);

		blad_td_getal(&e->b, c ? c->waarde_tekst : NULL);
	}
	blad_rij_close(&e->b);
}

static void table(struct eval *e)
{
	struct blad *b = &e->b;
	char *caption = zin_make(b->zinnen, ZIN_KAART_TABEL, VELDEN({"wijk", blad_wijk_woord(b)}));
	size_t count;
	const struct gebied **wijk = blad_wijken(b, e->kaart[0].stad->periode, &count);

	html_open(&b->w, "div", "class", "schuif", "tabindex", "0", "role", "group", "aria-label", caption);
	html_open(&b->w, "table", "class", "kaarten");
	html_el(&b->w, "caption", caption);
	html_open(&b->w, "thead");
	html_open(&b->w, "tr");
	html_el(&b->w, "th", blad_wijk_woord(b), "scope", "col");
	for (size_t i = 0; i < e->kaart_count; i++)
		html_el(&b->w, "th", e->kaart[i].stad->indicator->korte_naam, "scope", "col", "class", "getal");
	html_close(&b->w, "tr");
	html_close(&b->w, "thead");
	html_open(&b->w, "tbody");
	for (size_t i = 0; i < count; i++)
		table_row(e, wijk[i]);
	table_row(e, b->gemeente);
	html_close(&b->w, "tbody");
	html_close(&b->w, "table");
	html_close(&b->w, "div");
	free(caption);
	free(wijk);
}

void eval_kaarten(struct eval *e)
{
	struct blad *b = &e->b;

	if (e->kaart_count == 0)
		return;
	html_el(&b->w, "h3", zin_text(b->zinnen, ZIN_KAART_KOP));
	if (b->getekend) {
		blad_alinea(b, "noot", b->layer->editie == EDITIE_INTERN ? ZIN_KAART_GESCHAT : ZIN_KAART_CIJFER,
			VELDEN({"wijk", blad_wijk_woord(b)}));
		blad_alinea(b, "noot", ZIN_KAART_UITLEG, VELDEN({"wijk", blad_wijk_woord(b)}));
		html_open(&b->w, "div", "class", "panelen");
		for (size_t i = 0; i < e->kaart_count; i++) {
			if (e->kaart[i].heeft_tegels)
				panel(b, e->kaart[i].stad, e->kaart[i].tegels);
			if (e->kaart[i].heeft_vormen)
				panel(b, e->kaart[i].stad, e->kaart[i].vormen);
		}
		html_close(&b->w, "div");
	}
	table(e);
}
