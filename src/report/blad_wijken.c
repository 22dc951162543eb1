/* Block 5 of a themablad: the areas below the gemeente beside each other, in the order of their codes and never
 * in the order of the result. An area without a figure stays in the picture, as a word. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "publish/rounding.h"
#include "publish/words.h"
#include "report/blad.h"
#include "report/phrase.h"

/* What stands in the place of a point; NULL when there is one. */
static const char *instead_of_point(const struct blad *b, const struct cel *c)
{
	if (!c || !c->heeft_waarde)
		return c ? c->waarde_tekst : "–";
	return c->status == STATUS_TE_WEINIG ? zin_text(b->zinnen, ZIN_GRAFIEK_TE_WEINIG) : NULL;
}

static struct chart_rij row_of(const struct blad *b, const struct gebied *g, const struct cel *c)
{
	struct chart_rij r = {.naam = g->naam, .tekst = instead_of_point(b, c), .nadruk = g == b->gemeente};

	if (r.tekst)
		return r;
	r.y = (c->waarde_min + c->waarde_max) / 2;
	r.heeft_marge = c->heeft_interval || c->waarde_min < c->waarde_max;
	r.laag = c->heeft_interval ? c->ondergrens : c->waarde_min;
	r.hoog = c->heeft_interval ? c->bovengrens : c->waarde_max;
	return r;
}

static void axis_of(struct chart_gebieden *g, const struct indicator_def *def)
{
	double low = INFINITY, high = -INFINITY;

	for (size_t i = 0; i < g->rij_count; i++) {
		const struct chart_rij *r = &g->rij[i];

		if (r->tekst)
			continue;
		low = fmin(low, r->heeft_marge ? r->laag : r->y);
		high = fmax(high, r->heeft_marge ? r->hoog : r->y);
	}
	if (g->heeft_norm) {
		low = fmin(low, g->norm.waarde);
		high = fmax(high, g->norm.waarde);
	}
	if (low > high) { /* words only */
		low = 0;
		high = 100;
	}
	chart_axis(low, high, chart_least_span(high, def->soort == SOORT_AANDEEL), 0,
		def->soort == SOORT_AANDEEL ? 100 : INFINITY, 5, &g->as_van, &g->as_tot, &g->stap);
}

static char *title_of(const struct blad *b, struct periode p)
{
	struct str in = STR_INIT;
	char *text;

	phrase_add_in_periode(&in, p, false);
	text = zin_make(b->zinnen, ZIN_GRAFIEK_WIJKEN,
		VELDEN({"naam", b->hoofd->naam}, {"wijk", blad_wijk_woord(b)}, {"in_periode", str_text(&in)}));
	str_release(&in);
	return text;
}

/* All rows in words: who cannot see the picture gets the same figures. */
static char *desc_of(const struct blad *b, const struct chart_gebieden *g, const struct cel *const *cel)
{
	struct str s = STR_INIT, from = STR_INIT, to = STR_INIT;
	char *count = blad_aantal(b, "gebieden: in de grafiek", (int64_t)(g->rij_count - 1)), *axis;

	num_add_double(&from, g->as_van, g->as_van == floor(g->as_van) ? 0 : 1, ',');
	num_add_double(&to, g->as_tot, g->as_tot == floor(g->as_tot) ? 0 : 1, ',');
	rounding_add_unit(&from, b->hoofd->eenheid);
	rounding_add_unit(&to, b->hoofd->eenheid);
	axis = zin_make(b->zinnen, ZIN_GRAFIEK_AS, VELDEN({"van", str_text(&from)}, {"tot", str_text(&to)}));
	zin_add(&s, b->zinnen, ZIN_GRAFIEK_WIJKEN_DESC,
		VELDEN({"aantal", count}, {"wijken", blad_wijken_woord(b)}, {"as", axis}));
	for (size_t i = 0; i < g->rij_count; i++) {
		const char *value = cel[i] ? cel_woorden(cel[i]) : "–";
		const char *margin = cel[i] && cel[i]->interval_tekst ? cel[i]->interval_tekst : "–";

		str_add(&s, " ");
		zin_add(&s, b->zinnen, ZIN_GRAFIEK_PUNT,
			VELDEN({"naam", g->rij[i].naam}, {"waarde", value}, {"interval", margin}));
	}
	free(count);
	free(axis);
	str_release(&from);
	str_release(&to);
	return str_detach(&s);
}

static const struct norm_def *first_norm(const struct cel *const *cel, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (cel[i] && cel[i]->norm)
			return cel[i]->norm;
	return NULL;
}

static void add_chart(struct blad *b, struct periode p, struct chart_rij *rij, const struct cel *const *cel,
	size_t count)
{
	const struct norm_def *norm = first_norm(cel, count - 1);
	struct chart_gebieden g = {.rij = rij, .rij_count = count, .heeft_norm = norm != NULL,
		.eenheid = b->hoofd->soort == SOORT_AANDEEL ? "%" : NULL};
	struct norm_word word = norm_word(norm);
	struct str norm_text = STR_INIT;
	char *title = title_of(b, p), *desc;

	str_add_f(&norm_text, "%s ", word.kort);
	if (norm) {
		rounding_add_norm(&norm_text, norm);
		g.norm = (struct chart_norm){.waarde = (double)norm->waarde.value / pow(10, norm->waarde.scale),
			.vastgesteld = norm->status == NORM_VASTGESTELD};
		g.norm_tekst = str_text(&norm_text);
	}
	axis_of(&g, b->hoofd);
	blad_as(b, cel[count - 1], g.as_van, g.as_tot, g.stap);
	desc = desc_of(b, &g, cel);
	b->chart = mem_grow(b->chart, &b->chart_cap, b->chart_count + 1, sizeof(*b->chart));
	chart_make_gebieden(&b->chart[b->chart_count], "wijken", title, desc, &g);
	b->wijken = b->chart_count++;
	b->heeft_wijken = true;
	free(title);
	free(desc);
	str_release(&norm_text);
	norm_word_release(&word);
}

/* The cells of the block: the areas in order, and the gemeente as the last. */
static const struct cel **cells_of(const struct blad *b, struct periode p, const struct gebied ***area,
	size_t *count)
{
	const struct cel **cel;

	*area = blad_wijken(b, p, count);
	cel = mem_new(*count + 1, sizeof(*cel));
	for (size_t i = 0; i < *count; i++)
		cel[i] = blad_vind(b, b->hoofd->id, (*area)[i], p);
	cel[*count] = blad_vind(b, b->hoofd->id, b->gemeente, p);
	return cel;
}

static bool any_cell(const struct cel *const *cel, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (cel[i] && cel[i]->reden != REDEN_NIET_GELEVERD)
			return true;
	return false;
}

void blad_prepare_wijken(struct blad *b)
{
	const struct gebied **area = NULL;
	const struct cel **cel;
	struct chart_rij *rij;
	struct periode p;
	size_t count;

	if (!b->hoofd || !blad_periode(b, b->hoofd, &p))
		return;
	cel = cells_of(b, p, &area, &count);
	if (any_cell(cel, count)) {
		rij = mem_new(count + 1, sizeof(*rij));
		for (size_t i = 0; i < count; i++)
			rij[i] = row_of(b, area[i], cel[i]);
		rij[count] = row_of(b, b->gemeente, cel[count]);
		add_chart(b, p, rij, cel, count + 1);
		free(rij);
	}
	free(area);
	free(cel);
}

/* ---- on the page -------------------------------------------------------------------------- */

static void symbol_cell(struct blad *b, const char *symbol, const char *text)
{
	html_open(&b->w, "td", "class", "woord");
	if (*symbol) {
		html_el(&b->w, "span", symbol, "class", "teken", "aria-hidden", "true");
		html_raw(&b->w, " ");
	}
	html_text(&b->w, text);
	html_close(&b->w, "td");
}

/* Short, because the column stands beside the chart: the line it is about is drawn there. */
static const char *certainty_text(const struct blad *b, const struct cel *c)
{
	bool above = (c->zekerheid == ZEKERHEID_ZEKER_GOED) != (c->norm && c->norm->soort == NORM_MAXIMUM);

	if (c->zekerheid == ZEKERHEID_GEEN)
		return "–";
	if ((c->zekerheid != ZEKERHEID_ZEKER_GOED && c->zekerheid != ZEKERHEID_ZEKER_FOUT) ||
		(c->norm && c->norm->soort == NORM_BAND))
		return c->zekerheid_tekst;
	return zin_text(b->zinnen, above ? ZIN_TABEL_ERBOVEN : ZIN_TABEL_ERONDER);
}

/* Without a norm there is nothing to judge; the margin takes the room. */
static void figures(struct blad *b, const struct cel *c, bool judged)
{
	struct str of = STR_INIT, need = STR_INIT;

	zin_add(&of, b->zinnen, ZIN_TABEL_VAN,
		VELDEN({"teller", c->teller_tekst ? c->teller_tekst : "–"},
			{"noemer", c->noemer_tekst ? c->noemer_tekst : "–"}));
	html_el(&b->w, "td", str_text(&of), "class", "getal");
	html_el(&b->w, "td", c->waarde_tekst, "class", "getal");
	if (!judged) {
		html_el(&b->w, "td", c->interval_tekst ? c->interval_tekst : "–", "class", "getal");
		str_release(&of);
		return;
	}
	symbol_cell(b, blad_feit_symbol(c->feit), c->feit == FEIT_GEEN ? "–" : c->feit_tekst);
	symbol_cell(b, blad_zekerheid_symbol(c->zekerheid), certainty_text(b, c));
	if (c->heeft_tekort)
		rounding_add_count(&need, (struct bereik){true, c->tekort_min, c->tekort_max, 0});
	html_el(&b->w, "td", c->heeft_tekort ? str_text(&need) : "–", "class", "getal");
	str_release(&of);
	str_release(&need);
}

static void table_row(struct blad *b, const struct gebied *g, const struct cel *c, bool judged)
{
	html_open(&b->w, "tr", "class", g == b->gemeente ? "geheel" : NULL);
	html_el(&b->w, "th", g->naam, "scope", "row");
	if (c && c->heeft_waarde)
		figures(b, c, judged);
	else
		html_el(&b->w, "td", c ? cel_woorden(c) : "–", "colspan", judged ? "5" : "3", "class", "leeg");
	html_close(&b->w, "tr");
}

static void table(struct blad *b, struct periode p)
{
	static const enum zin head[] = {ZIN_TABEL_BEREIKT, ZIN_TABEL_STAND, ZIN_TABEL_FEIT, ZIN_TABEL_ZEKERHEID,
		ZIN_TABEL_TOT_DE_NORM};
	static const enum zin plain[] = {ZIN_TABEL_BEREIKT, ZIN_TABEL_STAND, ZIN_TABEL_MARGE};
	const struct gebied **area;
	const struct cel **cel;
	struct str name = STR_INIT;
	size_t count;
	char *caption;
	bool judged;

	cel = cells_of(b, p, &area, &count);
	periode_add_name(&name, p);
	caption = zin_make(b->zinnen, ZIN_TABEL_WIJKEN,
		VELDEN({"naam", b->hoofd->naam}, {"wijk", blad_wijk_woord(b)}, {"periode", str_text(&name)}));
	html_open(&b->w, "div", "class", "schuif", "tabindex", "0", "role", "group", "aria-label", caption);
	html_open(&b->w, "table", "class", "wijken");
	html_el(&b->w, "caption", caption, "class", "stil");
	html_open(&b->w, "thead");
	html_open(&b->w, "tr");
	html_el(&b->w, "th", blad_wijk_woord(b), "scope", "col");
	judged = first_norm(cel, count + 1) != NULL;
	for (size_t i = 0; i < (judged ? ARRAY_LEN(head) : ARRAY_LEN(plain)); i++)
		html_el(&b->w, "th", zin_text(b->zinnen, judged ? head[i] : plain[i]), "scope", "col", "class",
			judged && (i == 2 || i == 3) ? NULL : "getal");
	html_close(&b->w, "tr");
	html_close(&b->w, "thead");
	html_open(&b->w, "tbody");
	for (size_t i = 0; i < count; i++)
		table_row(b, area[i], cel[i], judged);
	table_row(b, b->gemeente, cel[count], judged);
	html_close(&b->w, "tbody");
	html_close(&b->w, "table");
	html_close(&b->w, "div");
	free(caption);
	str_release(&name);
	free(area);
	free(cel);
}

static void add_without_children(struct str *s, const struct blad *b, struct periode p)
{
	size_t count;
	const struct gebied **area = blad_zonder_doelgroep(b, p, &count);
	const char **name = mem_new(count, sizeof(*name));
	struct str list = STR_INIT;

	for (size_t i = 0; i < count; i++)
		name[i] = area[i]->naam;
	zin_add_list(&list, b->zinnen, name, count);
	if (count > 0) {
		str_add(s, " ");
		zin_add(s, b->zinnen, ZIN_WIJKEN_ZONDER_DOELGROEP, VELDEN({"namen", str_text(&list)}));
	}
	str_release(&list);
	free(name);
	free(area);
}

/* Children whose wijk is not known count for the gemeente: said, or the sums would not add up. */
static void add_unknown_area(struct str *s, const struct blad *b, struct periode p)
{
	for (size_t i = 0; i < b->layer->gebieden->count; i++) {
		const struct gebied *g = &b->layer->gebieden->item[i];
		const struct cel *c;

		if (!g->eigen || !text_equal(g->niveau, "onbekend"))
			continue;
		c = blad_vind(b, b->hoofd->id, g, p);
		if (!c || !c->teller_tekst || !c->noemer_tekst)
			continue;
		str_add(s, " ");
		zin_add(s, b->zinnen, ZIN_WIJKEN_ONBEKEND,
			VELDEN({"teller", c->teller_tekst}, {"noemer", c->noemer_tekst},
				{"wijk", blad_wijk_woord(b)}));
	}
}

static void why_none(struct blad *b)
{
	for (size_t i = 0; i < b->hoofd->niveau_count; i++)
		if (strcmp(b->hoofd->niveau[i], "wijk") == 0) {
			blad_alinea(b, NULL, ZIN_WIJKEN_GEEN, VELDEN({"wijk", blad_wijk_woord(b)}));
			return;
		}
	blad_alinea(b, NULL, ZIN_WIJKEN_ALLEEN_GEMEENTE,
		VELDEN({"gemeente", b->gemeente->naam}, {"wijk", blad_wijk_woord(b)}));
}

/* How far the areas lie apart once chance is taken off, and what it would take to close that. */
static void add_kloof(struct str *out, const struct blad *b, struct periode p)
{
	const struct kloof_deel *k = blad_kloof(b, b->hoofd->id, p);
	struct str text = STR_INIT, spread = STR_INIT, children = STR_INIT;

	if (!k)
		return;
	num_add_double(&spread, k->spreiding, 1, ',');
	rounding_add_children(&children, k->tot_stad, k->tot_stad, b->hoofd);
	if (k->woord == KLOOF_WOORD_TE_WEINIG_WIJKEN)
		zin_add(&text, b->zinnen, ZIN_KLOOF_TE_WEINIG, VELDEN({"wijken", blad_wijken_woord(b)}));
	else if (k->woord == KLOOF_WOORD_GEEN_VERSCHIL)
		zin_add(&text, b->zinnen, ZIN_KLOOF_GEEN, VELDEN({"wijken", blad_wijken_woord(b)}));
	else
		zin_add(&text, b->zinnen, ZIN_KLOOF_VERSCHIL,
			VELDEN({"wijken", blad_wijken_woord(b)}, {"spreiding", str_text(&spread)}));
	if (k->woord == KLOOF_WOORD_VERSCHIL && k->tot_stad > 0) {
		str_add(&text, " ");
		zin_add(&text, b->zinnen, ZIN_KLOOF_TOT_STAD,
			VELDEN({"wijk", blad_wijk_woord(b)}, {"kinderen", str_text(&children)}));
	}
	str_add(out, str_text(&text));
	str_add(out, " ");
	str_release(&text);
	str_release(&spread);
	str_release(&children);
}

static void notes(struct blad *b, struct periode p)
{
	struct str s = STR_INIT;

	add_kloof(&s, b, p);
	zin_add(&s, b->zinnen, ZIN_GRAFIEK_UITLEG_WIJKEN, VELDEN({"wijken", blad_wijken_woord(b)}));
	if (blad_heeft_groepen(b, p)) {
		str_add(&s, " ");
		zin_add(&s, b->zinnen, ZIN_WIJKEN_SAMENGEVOEGD, VELDEN({"wijken", blad_wijken_woord(b)}));
	}
	add_without_children(&s, b, p);
	add_unknown_area(&s, b, p);
	blad_tekst(b, "noot", str_text(&s));
	str_release(&s);
}

void blok_wijken(struct blad *b)
{
	struct periode p;

	if (!b->hoofd || !blad_periode(b, b->hoofd, &p))
		return;
	html_open(&b->w, "section", "aria-labelledby", "wijken-kop");
	blad_kop(b, "wijken-kop", ZIN_KOP_WIJKEN, VELDEN({"wijken", blad_wijken_woord(b)}));
	if (!b->heeft_wijken) {
		why_none(b);
	} else {
		html_open(&b->w, "div", "class", b->getekend ? "naast" : "naast zonder");
		blad_grafiek(b, b->wijken, "grafiek rijen");
		table(b, p);
		html_close(&b->w, "div");
		notes(b, p);
	}
	html_close(&b->w, "section");
}
