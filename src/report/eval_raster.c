/* The course of an indicator per wijk: a grid of small charts with one axis, in the order of the codes. Wijken of an
 * indeling that no longer holds have a grid of their own under it: they are other areas, and never joined. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "publish/rounding.h"
#include "report/chart_veelvoud.h"
#include "report/eval.h"
#include "report/phrase.h"

enum {
	PERIODS_LEAST = 4, /* fewer are no course: the kloof chapter and the table of the goal say it */
	PERIODS_MOST = 200,
	SETS_MOST = 4
};

/* The wijken of one indeling and the periods in which the indicator was asked of them. */
struct set {
	const char *indeling;
	const struct gebied **wijk;
	size_t wijk_count, wijk_cap;
	struct periode *periode;
	size_t periode_count, periode_cap;
};

static void set_release(struct set *s)
{
	free(s->wijk);
	free(s->periode);
}

static bool is_asked(const struct eval *e, const struct cel *c)
{
	return c->gebied->eigen && strcmp(c->gebied->niveau, "wijk") == 0 && c->reden != REDEN_NIET_GELEVERD &&
		c->reden != REDEN_GEEN_DOELGROEP && c->periode.soort != PERIODE_DAG &&
		c->periode.soort != PERIODE_GEEN && date_cmp(c->periode.eind, e->b.in->periode.eind) <= 0;
}

/* The cells are in the order of the areas, so each area comes once. */
static struct set set_of(const struct eval *e, const struct indicator_def *def, const char *indeling)
{
	struct set s = {.indeling = indeling};
	struct periode from = {0}, to = {0};

	for (size_t i = 0; i < e->b.layer->count; i++) {
		const struct cel *c = &e->b.layer->cel[i];

		if (c->indicator != def || !is_asked(e, c) || strcmp(c->gebied->indeling, indeling) != 0)
			continue;
		if (s.wijk_count == 0 || periode_cmp(c->periode, from) < 0)
			from = c->periode;
		if (s.wijk_count == 0 || periode_cmp(c->periode, to) > 0)
			to = c->periode;
		if (s.wijk_count > 0 && s.wijk[s.wijk_count - 1] == c->gebied)
			continue;
		s.wijk = mem_grow(s.wijk, &s.wijk_cap, s.wijk_count + 1, sizeof(*s.wijk));
		s.wijk[s.wijk_count++] = c->gebied;
	}
	for (struct periode p = from; s.wijk_count > 0 && s.periode_count < PERIODS_MOST && periode_cmp(p, to) <= 0;
		p = periode_next(p)) {
		s.periode = mem_grow(s.periode, &s.periode_cap, s.periode_count + 1, sizeof(*s.periode));
		s.periode[s.periode_count++] = p;
	}
	return s;
}

/* Newest first; those with too few periods for a course are left out. None when the newest is one of those: the past
 * alone says nothing of today. */
static size_t sets_of(const struct eval *e, const struct indicator_def *def, struct set *out)
{
	const struct gebied_list *all = e->b.layer->gebieden;
	const char *before = NULL;
	size_t count = 0;

	for (size_t i = all->count; i-- > 0 && count < SETS_MOST;) { /* the order of the list is by indeling */
		const struct gebied *g = &all->item[i];
		struct set s;

		if (!g->eigen || strcmp(g->niveau, "wijk") != 0 || (before && strcmp(before, g->indeling) == 0))
			continue;
		before = g->indeling;
		s = set_of(e, def, g->indeling);
		if (s.wijk_count > 1 && s.periode_count >= PERIODS_LEAST)
			out[count++] = s;
		else
			set_release(&s);
		if (s.wijk_count > 0 && count == 0)
			break;
	}
	return count;
}

/* ---- into a chart -------------------------------------------------------------------------- */

static bool is_point(const struct cel *c)
{
	return c && c->heeft_waarde && c->status != STATUS_TE_WEINIG;
}

static struct chart_punt *points_of(const struct eval *e, const struct set *s, const struct indicator_def *def,
	const struct gebied *g)
{
	struct chart_punt *punt = mem_new(s->periode_count, sizeof(*punt));

	for (size_t i = 0; i < s->periode_count; i++) {
		struct periode p = s->periode[i];
		const struct cel *c = blad_vind(&e->b, def->id, g, p);

		punt[i].x = blad_jaar((date_to_days(p.begin) + date_to_days(p.eind)) / 2);
		if (!is_point(c))
			continue;
		punt[i].y = (c->waarde_min + c->waarde_max) / 2;
		punt[i].heeft_waarde = true;
		punt[i].voorlopig = c->voorlopig;
		punt[i].breuk_ervoor = i > 0 &&
			definities_breuk(e->b.defs, def->id, g->niveau, s->periode[i - 1].eind, p.eind);
	}
	return punt;
}

/* Why a panel is empty: the word of its newest period. */
static const char *empty_text(const struct eval *e, const struct set *s, const struct indicator_def *def,
	const struct gebied *g)
{
	const char *word = "–";

	for (size_t i = 0; i < s->periode_count; i++) {
		const struct cel *c = blad_vind(&e->b, def->id, g, s->periode[i]);

		if (is_point(c))
			return NULL;
		if (c)
			word = c->heeft_waarde ? zin_text(e->b.zinnen, ZIN_GRAFIEK_TE_WEINIG) : c->waarde_tekst;
	}
	return word;
}

/* The norm that holds for every wijk in a period; NULL when they differ. */
static const struct norm_def *norm_in(const struct eval *e, const struct set *s, const struct indicator_def *def,
	struct periode p)
{
	const struct norm_def *norm = NULL;

	for (size_t i = 0; i < s->wijk_count; i++) {
		const struct cel *c = layer_find(e->b.layer, def->id, s->wijk[i], p);

		if (c && c->norm && norm && c->norm != norm)
			return NULL;
		if (c && c->norm)
			norm = c->norm;
	}
	return norm;
}

static struct chart_norm *norms_of(const struct eval *e, const struct set *s, const struct indicator_def *def,
	size_t *count)
{
	struct chart_norm *piece = mem_new(s->periode_count, sizeof(*piece));
	const struct norm_def *before = NULL;

	*count = 0;
	for (size_t i = 0; i < s->periode_count; i++) {
		const struct norm_def *norm = norm_in(e, s, def, s->periode[i]);
		double from = blad_jaar(date_to_days(s->periode[i].begin));
		double to = blad_jaar(date_to_days(s->periode[i].eind) + 1);

		if (norm && norm == before)
			piece[*count - 1].tot = to;
		else if (norm)
			piece[(*count)++] = (struct chart_norm){from, to,
				(double)norm->waarde.value / pow(10, norm->waarde.scale),
				norm->status == NORM_VASTGESTELD};
		before = norm;
	}
	return piece;
}

/* One axis for all panels of all sets. */
static void axis_of(struct chart_veelvoud *v, size_t count, const struct indicator_def *def)
{
	double low = INFINITY, high = -INFINITY, ceiling_at = def->soort == SOORT_AANDEEL ? 100 : INFINITY;

	for (size_t k = 0; k < count; k++) {
		for (size_t i = 0; i < v[k].paneel_count; i++)
			for (size_t j = 0; j < v[k].paneel[i].punt_count; j++) {
				const struct chart_punt *p = &v[k].paneel[i].punt[j];

				low = p->heeft_waarde ? fmin(low, p->y) : low;
				high = p->heeft_waarde ? fmax(high, p->y) : high;
			}
		for (size_t i = 0; i < v[k].norm_count; i++) {
			low = fmin(low, v[k].norm[i].waarde);
			high = fmax(high, v[k].norm[i].waarde);
		}
	}
	if (low > high) { /* words only */
		low = 0;
		high = 100;
	}
	chart_axis(low, high, chart_least_span(high, def->soort == SOORT_AANDEEL), 0, ceiling_at, 4, &v->as_van,
		&v->as_tot, &v->stap);
	for (size_t k = 1; k < count; k++) {
		v[k].as_van = v->as_van;
		v[k].as_tot = v->as_tot;
		v[k].stap = v->stap;
	}
}

/* Short names of the periods: a long name of an indicator must leave room. */
static char *title_of(const struct eval *e, const struct set *s, const struct indicator_def *def, bool eerder)
{
	struct str from = STR_INIT, to = STR_INIT;
	char *text;

	periode_add_name(&from, s->periode[0]);
	periode_add_name(&to, s->periode[s->periode_count - 1]);
	text = zin_make(e->b.zinnen, eerder ? ZIN_RASTER_TITEL_EERDER : ZIN_RASTER_TITEL,
		VELDEN({"naam", def->naam}, {"wijk", blad_wijk_woord(&e->b)}, {"van", str_text(&from)},
			{"tot", str_text(&to)}));
	str_release(&from);
	str_release(&to);
	return text;
}

/* The newest figure of every wijk in words. */
static char *desc_of(const struct eval *e, const struct set *s, const struct indicator_def *def,
	const struct chart_veelvoud *v)
{
	struct str text = STR_INIT;
	char *count = blad_aantal(&e->b, "gebieden: in de grafiek", (int64_t)s->wijk_count);
	char *axis = blad_as_tekst(&e->b, v->as_van, v->as_tot, def->eenheid);

	zin_add(&text, e->b.zinnen, ZIN_RASTER_DESC,
		VELDEN({"aantal", count}, {"wijken", blad_wijken_woord(&e->b)}, {"as", axis}));
	for (size_t i = 0; i < s->wijk_count; i++) {
		const struct cel *c = blad_vind(&e->b, def->id, s->wijk[i], s->periode[s->periode_count - 1]);

		str_add_f(&text, " %s: %s.", s->wijk[i]->naam, c ? c->waarde_tekst : "–");
	}
	free(count);
	free(axis);
	return str_detach(&text);
}

static void fill(const struct eval *e, const struct set *s, const struct indicator_def *def,
	struct chart_veelvoud *v)
{
	struct veelvoud_paneel *panel = mem_new(s->wijk_count, sizeof(*panel));

	for (size_t i = 0; i < s->wijk_count; i++) {
		const struct gebied *g = s->wijk[i];
		const struct cel *last = layer_find(e->b.layer, def->id, g, s->periode[s->periode_count - 1]);

		panel[i] = (struct veelvoud_paneel){.naam = g->naam, .tekst = empty_text(e, s, def, g),
			.laatste = is_point(last) ? blad_zonder_eenheid(def, last->waarde_tekst) : NULL,
			.punt = points_of(e, s, def, g), .punt_count = s->periode_count};
	}
	*v = (struct chart_veelvoud){.paneel = panel, .paneel_count = s->wijk_count,
		.jaar_van = s->periode[0].begin.year, .jaar_tot = s->periode[s->periode_count - 1].eind.year,
		.eenheid = def->soort == SOORT_AANDEEL ? "%" : NULL};
	v->norm = norms_of(e, s, def, &v->norm_count);
}

static void add_chart(struct eval *e, const struct set *s, const struct indicator_def *def,
	const struct chart_veelvoud *v, bool eerder)
{
	struct blad *b = &e->b;
	char *title = title_of(e, s, def, eerder), *desc = desc_of(e, s, def, v);
	char *id = mem_printf("raster%zu", e->raster_count + 1);

	b->chart = mem_grow(b->chart, &b->chart_cap, b->chart_count + 1, sizeof(*b->chart));
	chart_make_veelvoud(&b->chart[b->chart_count], id, title, desc, v);
	e->raster = mem_grow(e->raster, &e->raster_cap, e->raster_count + 1, sizeof(*e->raster));
	e->raster[e->raster_count++] =
		(struct eval_raster){def, s->indeling, eerder, b->chart_count++, v->as_van > 0};
	free(title);
	free(desc);
	free(id);
}

static void prepare(struct eval *e, const struct indicator_def *def)
{
	struct set set[SETS_MOST];
	struct chart_veelvoud v[SETS_MOST];
	size_t count = sets_of(e, def, set);

	for (size_t k = 0; k < count; k++)
		fill(e, &set[k], def, &v[k]);
	if (count > 0) {
		axis_of(v, count, def);
		blad_as(&e->b, eval_cel(e, def->id), v->as_van, v->as_tot, v->stap);
	}
	for (size_t k = 0; k < count; k++) {
		add_chart(e, &set[k], def, &v[k], k > 0);
		for (size_t i = 0; i < v[k].paneel_count; i++) {
			free(v[k].paneel[i].laatste);
			free(v[k].paneel[i].punt);
		}
		free(v[k].paneel);
		free(v[k].norm);
		set_release(&set[k]);
	}
}

void eval_prepare_rasters(struct eval *e)
{
	for (size_t i = 0; i < e->plaats_count; i++)
		prepare(e, definities_indicator(e->b.defs, e->b.verloop[e->plaats[i].verloop].indicator));
}

/* ---- on the page ---------------------------------------------------------------------------- */

static void table_rows(struct eval *e, const struct set *s, const struct indicator_def *def)
{
	struct blad *b = &e->b;

	for (size_t k = s->periode_count; k-- > 0;) {
		struct str name = STR_INIT;

		periode_add_name(&name, s->periode[k]);
		blad_rij_open(b, str_text(&name), NULL);
		for (size_t i = 0; i < s->wijk_count; i++) {
			const struct cel *c = blad_vind(b, def->id, s->wijk[i], s->periode[k]);
			char *value = c ? blad_zonder_eenheid(def, c->waarde_tekst) : NULL;

			blad_td_getal(b, value);
			free(value);
		}
		blad_rij_close(b);
		str_release(&name);
	}
}

/* Folded away on a screen and left out on paper, as the table of a course. */
static void table(struct eval *e, const struct set *s, const struct indicator_def *def, const char *caption)
{
	struct blad *b = &e->b;

	html_open(&b->w, "details");
	html_el(&b->w, "summary", zin_text(b->zinnen, ZIN_RASTER_TABEL));
	html_open(&b->w, "div", "class", "schuif", "tabindex", "0", "role", "group", "aria-label", caption);
	html_open(&b->w, "table", "class", "cijfers");
	html_el(&b->w, "caption", caption);
	html_open(&b->w, "thead");
	html_open(&b->w, "tr");
	html_el(&b->w, "th", zin_text(b->zinnen, ZIN_TABEL_PERIODE), "scope", "col");
	for (size_t i = 0; i < s->wijk_count; i++)
		html_el(&b->w, "th", s->wijk[i]->naam, "scope", "col", "class", "getal");
	html_close(&b->w, "tr");
	html_close(&b->w, "thead");
	html_open(&b->w, "tbody");
	table_rows(e, s, def);
	html_close(&b->w, "tbody");
	html_close(&b->w, "table");
	html_close(&b->w, "div");
	html_close(&b->w, "details");
}

static void head(struct eval *e, const struct eval_raster *r, const struct set *s)
{
	struct blad *b = &e->b;
	struct str from = STR_INIT, to = STR_INIT;
	char *text;

	if (r->eerder) {
		phrase_add_periode(&from, s->periode[0]);
		phrase_add_periode(&to, s->periode[s->periode_count - 1]);
		blad_alinea(b, "noot", ZIN_RASTER_EERDER, VELDEN({"van", str_text(&from)}, {"tot", str_text(&to)}));
		str_release(&from);
		str_release(&to);
		return;
	}
	text = zin_make(b->zinnen, ZIN_RASTER_KOP,
		VELDEN({"naam", r->def->naam}, {"wijk", blad_wijk_woord(b)}));
	html_open(&b->w, "h4");
	html_text(&b->w, text);
	if (strcmp(r->def->eenheid, "%") != 0) {
		html_raw(&b->w, " (");
		html_text(&b->w, r->def->eenheid);
		html_raw(&b->w, ")");
	}
	html_close(&b->w, "h4");
	free(text);
}

static void notes(struct eval *e, const struct eval_raster *r, const struct set *s)
{
	struct blad *b = &e->b;
	const struct norm_def *norm = norm_in(e, s, r->def, s->periode[s->periode_count - 1]);
	struct str text = STR_INIT;

	zin_add(&text, b->zinnen, ZIN_RASTER_UITLEG, VELDEN({"wijken", blad_wijken_woord(b)}));
	for (size_t i = 0; norm && i < s->wijk_count; i++) {
		const struct cel *c = blad_vind(b, r->def->id, s->wijk[i], s->periode[s->periode_count - 1]);

		if (!c || c->norm != norm)
			continue;
		str_add(&text, " ");
		zin_add(&text, b->zinnen, ZIN_RASTER_NORM, VELDEN({"norm", c->norm_tekst}));
		break;
	}
	if (r->afgesneden)
		str_add_f(&text, " %s", zin_text(b->zinnen, ZIN_GRAFIEK_AS_NIET_NUL));
	blad_tekst(b, "noot", str_text(&text));
	str_release(&text);
}

void eval_rasters(struct eval *e, const char *indicator)
{
	struct blad *b = &e->b;

	for (size_t i = 0; i < e->raster_count; i++) {
		const struct eval_raster *r = &e->raster[i];
		struct set s;
		char *title;

		if (strcmp(r->def->id, indicator) != 0)
			continue;
		s = set_of(e, r->def, r->indeling);
		title = title_of(e, &s, r->def, r->eerder);
		html_open(&b->w, "div", "class", "raster");
		head(e, r, &s);
		html_open(&b->w, "div", "class", "schuif", "tabindex", "0", "role", "group", "aria-label", title);
		blad_grafiek(b, r->chart, "grafiek");
		html_close(&b->w, "div");
		if (!r->eerder)
			notes(e, r, &s);
		table(e, &s, r->def, title);
		html_close(&b->w, "div");
		free(title);
		set_release(&s);
	}
}
