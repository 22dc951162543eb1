/* Block 4 of a themablad: the course of the headline indicators, each with its chart, notes and table. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "publish/rounding.h"
#include "publish/words.h"
#include "report/blad.h"
#include "report/phrase.h"

/* The cells of one indicator for the gemeente, one per period without gaps: NULL where nothing was delivered. */
struct series {
	const struct cel **cel;
	struct periode *periode;
	size_t count, cel_cap, periode_cap;
};

static void series_release(struct series *s)
{
	free(s->cel);
	free(s->periode);
}

static void series_add(struct series *s, struct periode p, const struct cel *c)
{
	s->cel = mem_grow(s->cel, &s->cel_cap, s->count + 1, sizeof(*s->cel));
	s->periode = mem_grow(s->periode, &s->periode_cap, s->count + 1, sizeof(*s->periode));
	s->cel[s->count] = c;
	s->periode[s->count++] = p;
}

/* First and last period with a value, up to the sheet's. */
static bool span_of(const struct blad *b, const struct indicator_def *def, struct periode *from,
	struct periode *to)
{
	bool found = false;

	for (size_t i = 0; i < b->layer->count; i++) {
		const struct cel *c = &b->layer->cel[i];

		if (c->indicator != def || c->gebied != b->gemeente || !c->heeft_waarde ||
			date_cmp(c->periode.eind, b->in->periode.eind) > 0)
			continue;
		if (!found || periode_cmp(c->periode, *from) < 0)
			*from = c->periode;
		if (!found || periode_cmp(c->periode, *to) > 0)
			*to = c->periode;
		found = true;
	}
	return found;
}

static struct series series_of(const struct blad *b, const struct indicator_def *def)
{
	enum { LONGEST = 400 }; /* a period of days could run for ever */
	struct series s = {0};
	struct periode from, to;

	if (!span_of(b, def, &from, &to))
		return s;
	if (from.soort == PERIODE_DAG) { /* reference dates lie where they lie */
		for (size_t i = 0; i < b->layer->count; i++) {
			const struct cel *c = &b->layer->cel[i];

			if (c->indicator == def && c->gebied == b->gemeente && c->heeft_waarde &&
				periode_cmp(c->periode, to) <= 0)
				series_add(&s, c->periode, blad_gezien(b, c));
		}
		return s;
	}
	for (struct periode p = from; s.count < LONGEST && periode_cmp(p, to) <= 0; p = periode_next(p))
		series_add(&s, p, blad_vind(b, def->id, b->gemeente, p));
	return s;
}

/* ---- into a chart ------------------------------------------------------------------------- */

double blad_jaar(int64_t days)
{
	struct date d = date_from_days(days);
	int64_t first = date_to_days((struct date){d.year, 1, 1});
	int64_t next = date_to_days((struct date){d.year + 1, 1, 1});

	return d.year + (double)(days - first) / (double)(next - first);
}

static double middle_of(struct periode p)
{
	return blad_jaar((date_to_days(p.begin) + date_to_days(p.eind)) / 2);
}

static bool broken_before(const struct blad *b, const struct series *s, size_t i)
{
	return i > 0 && definities_breuk(b->defs, s->cel[i]->indicator->id, b->gemeente->niveau,
				s->periode[i - 1].eind, s->periode[i].eind);
}

static struct chart_punt *points_of(const struct blad *b, const struct series *s)
{
	struct chart_punt *punt = mem_new(s->count, sizeof(*punt));

	for (size_t i = 0; i < s->count; i++) {
		const struct cel *c = s->cel[i];

		punt[i].x = middle_of(s->periode[i]);
		if (!c || !c->heeft_waarde)
			continue;
		punt[i] = (struct chart_punt){.x = punt[i].x, .y = (c->waarde_min + c->waarde_max) / 2,
			.heeft_waarde = true, .heeft_marge = c->heeft_interval, .laag = c->ondergrens,
			.hoog = c->bovengrens, .voorlopig = c->voorlopig, .breuk_ervoor = broken_before(b, s, i)};
		if (!c->heeft_interval && c->waarde_min < c->waarde_max) { /* a range by the source */
			punt[i].heeft_marge = true;
			punt[i].laag = c->waarde_min;
			punt[i].hoog = c->waarde_max;
		}
	}
	return punt;
}

static double norm_number(const struct norm_def *norm)
{
	return (double)norm->waarde.value / pow(10, norm->waarde.scale);
}

/* One piece for each stretch of periods with the same norm. */
static struct chart_norm *norms_of(const struct series *s, size_t *count)
{
	struct chart_norm *piece = mem_new(s->count, sizeof(*piece));
	const struct norm_def *before = NULL;

	*count = 0;
	for (size_t i = 0; i < s->count; i++) {
		const struct norm_def *norm = s->cel[i] ? s->cel[i]->norm : NULL;
		double from = blad_jaar(date_to_days(s->periode[i].begin));
		double to = blad_jaar(date_to_days(s->periode[i].eind) + 1);

		if (norm && norm == before)
			piece[*count - 1].tot = to;
		else if (norm)
			piece[(*count)++] = (struct chart_norm){from, to, norm_number(norm),
				norm->status == NORM_VASTGESTELD};
		before = norm;
	}
	return piece;
}

/* The axis holds every margin and the norm; a share never leaves 0-100. */
static void axis_of(struct chart_verloop *v, const struct indicator_def *def)
{
	double low = INFINITY, high = -INFINITY;

	for (size_t i = 0; i < v->punt_count; i++) {
		const struct chart_punt *p = &v->punt[i];

		if (!p->heeft_waarde)
			continue;
		low = fmin(low, p->heeft_marge ? p->laag : p->y);
		high = fmax(high, p->heeft_marge ? p->hoog : p->y);
	}
	for (size_t i = 0; i < v->norm_count; i++) {
		low = fmin(low, v->norm[i].waarde);
		high = fmax(high, v->norm[i].waarde);
	}
	chart_axis(low, high, chart_least_span(high, def->soort == SOORT_AANDEEL), 0,
		def->soort == SOORT_AANDEEL ? 100 : INFINITY, 5, &v->as_van, &v->as_tot, &v->stap);
}

char *blad_as_tekst(const struct blad *b, double from, double to, const char *unit)
{
	struct str low = STR_INIT, high = STR_INIT;
	char *text;

	num_add_double(&low, from, from == floor(from) ? 0 : 1, ',');
	num_add_double(&high, to, to == floor(to) ? 0 : 1, ',');
	rounding_add_unit(&low, unit);
	rounding_add_unit(&high, unit);
	text = zin_make(b->zinnen, ZIN_GRAFIEK_AS, VELDEN({"van", str_text(&low)}, {"tot", str_text(&high)}));
	str_release(&low);
	str_release(&high);
	return text;
}

static char *chart_title(const struct blad *b, const struct indicator_def *def, const struct series *s)
{
	struct str from = STR_INIT, to = STR_INIT;
	char *text;

	phrase_add_periode(&from, s->periode[0]);
	phrase_add_periode(&to, s->periode[s->count - 1]);
	text = zin_make(b->zinnen, ZIN_GRAFIEK_VERLOOP,
		VELDEN({"naam", def->naam}, {"gemeente", b->gemeente->naam}, {"van", str_text(&from)},
			{"tot", str_text(&to)}));
	str_release(&from);
	str_release(&to);
	return text;
}

static char *chart_desc(const struct blad *b, const struct series *s, const struct chart_verloop *v)
{
	struct str first = STR_INIT, last = STR_INIT;
	char *axis = blad_as_tekst(b, v->as_van, v->as_tot, s->cel[0]->indicator->eenheid), *text;

	phrase_add_in_periode(&first, s->periode[0], false);
	phrase_add_in_periode(&last, s->periode[s->count - 1], true);
	text = zin_make(b->zinnen, ZIN_GRAFIEK_VERLOOP_DESC,
		VELDEN({"In_tot", str_text(&last)}, {"waarde", s->cel[s->count - 1]->waarde_tekst},
			{"in_van", str_text(&first)}, {"eerste", s->cel[0]->waarde_tekst}, {"as", axis}));
	str_release(&first);
	str_release(&last);
	free(axis);
	return text;
}

static void add_chart(struct blad *b, const struct indicator_def *def, const struct series *s)
{
	const struct cel *last = s->cel[s->count - 1];
	char *value = blad_zonder_eenheid(def, last->waarde_tekst); /* too long beside a point */
	struct chart_verloop v = {.punt_count = s->count, .laatste_tekst = value,
		.eenheid = def->soort == SOORT_AANDEEL ? "%" : NULL,
		.jaar_van = s->periode[0].begin.year, .jaar_tot = s->periode[s->count - 1].eind.year};
	struct chart_punt *punt = points_of(b, s);
	struct chart_norm *norm = norms_of(s, &v.norm_count);
	struct norm_word word = norm_word(last->norm);
	struct str norm_text = STR_INIT;
	char *title = chart_title(b, def, s), *desc, *id = mem_printf("verloop%zu", b->verloop_count + 1);

	v.punt = punt;
	v.norm = norm;
	str_add_f(&norm_text, "%s ", word.kort);
	if (last->norm)
		rounding_add_norm(&norm_text, last->norm);
	v.norm_tekst = last->norm ? str_text(&norm_text) : NULL;
	axis_of(&v, def);
	blad_as(b, last, v.as_van, v.as_tot, v.stap);
	desc = chart_desc(b, s, &v);
	b->chart = mem_grow(b->chart, &b->chart_cap, b->chart_count + 1, sizeof(*b->chart));
	chart_make_verloop(&b->chart[b->chart_count], id, title, desc, &v);
	b->verloop = mem_grow(b->verloop, &b->verloop_cap, b->verloop_count + 1, sizeof(*b->verloop));
	b->verloop[b->verloop_count++] = (struct blad_verloop){def->id, b->chart_count++, v.as_van > 0};
	free(value);
	free(id);
	free(title);
	free(desc);
	free(punt);
	free(norm);
	str_release(&norm_text);
	norm_word_release(&word);
}

bool blad_add_verloop(struct blad *b, const struct indicator_def *def)
{
	struct series s = series_of(b, def);
	bool any = s.count > 1 || (s.count == 1 && !periode_is_samen(s.periode[0])); /* once three years is no course */

	if (any)
		add_chart(b, def, &s);
	series_release(&s);
	return any;
}

void blad_prepare_verloop(struct blad *b)
{
	const struct woord_list *ids = &b->lijn->indicatoren;

	for (size_t i = 0; i < ids->count && (int64_t)b->verloop_count < b->opmaak.verloop_hoogstens; i++) {
		const struct indicator_def *def = definities_indicator(b->defs, ids->item[i]);

		if (def)
			blad_add_verloop(b, def);
	}
}

/* ---- on the page -------------------------------------------------------------------------- */

static bool is_hidden(const struct cel *c)
{
	return c && !c->heeft_waarde && (c->reden == REDEN_AFGESCHERMD || c->reden == REDEN_TE_KLEIN_VOOR_PROCENT);
}

static bool is_incomplete(const struct cel *c)
{
	return c && c->reden == REDEN_ONVOLLEDIG;
}

static bool is_missing(const struct cel *c)
{
	return !c || (!c->heeft_waarde && !is_hidden(c) && !is_incomplete(c));
}

/* "Niet geleverd: 3e kwartaal 2023 en 1e kwartaal 2024." */
static void period_note(struct str *out, const struct blad *b, const struct series *s,
	bool (*which)(const struct cel *), enum zin zin)
{
	char **name = mem_new(s->count, sizeof(*name));
	struct str list = STR_INIT;
	size_t count = 0;

	for (size_t i = 0; i < s->count; i++) {
		struct str p = STR_INIT;

		if (!which(s->cel[i]))
			continue;
		periode_add_name(&p, s->periode[i]);
		name[count++] = str_detach(&p);
	}
	if (count > 0) {
		zin_add_list(&list, b->zinnen, (const char *const *)name, count);
		zin_add(out, b->zinnen, zin, VELDEN({"perioden", str_text(&list)}));
		str_add(out, " ");
	}
	for (size_t i = 0; i < count; i++)
		free(name[i]);
	free(name);
	str_release(&list);
}

/* What stood on both sides of a break, beside each other: the reader must not compare them, and may see them. */
static void both_sides(struct str *out, const struct blad *b, const struct series *s, size_t i, const struct breuk_def *k)
{
	const struct cel *before = blad_gezien(b, s->cel[i - 1]), *after = blad_gezien(b, s->cel[i]);
	struct str from = STR_INIT, to = STR_INIT;

	periode_add_name(&from, s->periode[i - 1]);
	periode_add_name(&to, s->periode[i]);
	if (before && before->heeft_waarde && after && after->heeft_waarde) {
		str_add(out, " ");
		zin_add(out, b->zinnen, ZIN_GRAFIEK_BREUK_WAARDEN,
			VELDEN({"oud", before->waarde_tekst}, {"voor", str_text(&from)}, {"nieuw", after->waarde_tekst},
				{"na", str_text(&to)}));
	}
	if (k->oude_waarde) {
		str_add(out, " ");
		blad_term(b, before, "op de nieuwe definitie", k->oude_waarde, k->oude_waarde);
		zin_add(out, b->zinnen, ZIN_GRAFIEK_BREUK_HERREKEND, VELDEN({"waarde", k->oude_waarde}));
	}
	str_release(&from);
	str_release(&to);
}

static void break_notes(struct str *out, const struct blad *b, const struct series *s)
{
	for (size_t i = 1; i < s->count; i++) {
		const struct breuk_def *k;
		struct str date = STR_INIT;

		if (!s->cel[i] ||
			!(k = definities_breuk(b->defs, s->cel[i]->indicator->id, b->gemeente->niveau,
				  s->periode[i - 1].eind, s->periode[i].eind)))
			continue;
		date_add_dutch(&date, k->op);
		zin_add(out, b->zinnen, ZIN_GRAFIEK_BREUK,
			VELDEN({"datum", str_text(&date)}, {"reden", k->reden}));
		both_sides(out, b, s, i, k);
		str_add(out, " ");
		str_release(&date);
	}
}

/* What a reader of the line must know: gaps, breaks, hollow points. "" when there is nothing. */
static struct str notes_of(const struct blad *b, const struct series *s)
{
	struct str out = STR_INIT;
	bool provisional = false;

	for (size_t i = 0; i < s->count; i++)
		provisional = provisional || (s->cel[i] && s->cel[i]->heeft_waarde && s->cel[i]->voorlopig);
	period_note(&out, b, s, is_missing, ZIN_GRAFIEK_ONTBREEKT);
	period_note(&out, b, s, is_hidden, ZIN_GRAFIEK_AFGESCHERMD);
	period_note(&out, b, s, is_incomplete, ZIN_GRAFIEK_ONVOLLEDIG);
	break_notes(&out, b, s);
	if (provisional)
		str_add(&out, zin_text(b->zinnen, ZIN_GRAFIEK_VOORLOPIG));
	return out;
}

static void table_row(struct blad *b, const struct cel *c, struct periode p)
{
	struct str name = STR_INIT, of = STR_INIT;

	periode_add_name(&name, p);
	if (c && c->teller_tekst && c->noemer_tekst)
		zin_add(&of, b->zinnen, ZIN_TABEL_VAN,
			VELDEN({"teller", c->teller_tekst}, {"noemer", c->noemer_tekst}));
	html_open(&b->w, "tr");
	html_el(&b->w, "th", str_text(&name), "scope", "row");
	html_el(&b->w, "td", c ? c->waarde_tekst : "–", "class", "getal");
	html_el(&b->w, "td", of.len ? str_text(&of) : "–", "class", "getal");
	html_el(&b->w, "td", c && c->interval_tekst ? c->interval_tekst : "–", "class", "getal");
	html_el(&b->w, "td", c ? c->norm_tekst : "–");
	html_close(&b->w, "tr");
	str_release(&name);
	str_release(&of);
}

/* The figures behind the chart, folded away on a screen and left out on paper. */
static void table(struct blad *b, const struct indicator_def *def, const struct series *s)
{
	static const enum zin head[] = {ZIN_TABEL_PERIODE, ZIN_TABEL_STAND, ZIN_TABEL_BEREIKT, ZIN_TABEL_MARGE,
		ZIN_TABEL_NORM};
	char *caption = zin_make(b->zinnen, ZIN_TABEL_VERLOOP,
		VELDEN({"naam", def->naam}, {"gemeente", b->gemeente->naam}));

	html_open(&b->w, "details");
	html_el(&b->w, "summary", zin_text(b->zinnen, ZIN_TABEL_CIJFERS));
	html_open(&b->w, "div", "class", "schuif", "tabindex", "0", "role", "group", "aria-label", caption);
	html_open(&b->w, "table", "class", "cijfers");
	html_el(&b->w, "caption", caption);
	html_open(&b->w, "thead");
	html_open(&b->w, "tr");
	for (size_t i = 0; i < ARRAY_LEN(head); i++)
		html_el(&b->w, "th", zin_text(b->zinnen, head[i]), "scope", "col", "class",
			i > 0 && i < 4 ? "getal" : NULL);
	html_close(&b->w, "tr");
	html_close(&b->w, "thead");
	html_open(&b->w, "tbody");
	for (size_t i = s->count; i-- > 0;)
		table_row(b, s->cel[i], s->periode[i]);
	html_close(&b->w, "tbody");
	html_close(&b->w, "table");
	html_close(&b->w, "div");
	html_close(&b->w, "details");
	free(caption);
}

/* The name, the unit where the axis does not show it, and the trend over years. */
static void panel_head(struct blad *b, const struct indicator_def *def, const struct cel *last)
{
	html_open(&b->w, "h3");
	html_text(&b->w, def->naam);
	if (strcmp(def->eenheid, "%") != 0) {
		html_raw(&b->w, " (");
		html_text(&b->w, def->eenheid);
		html_raw(&b->w, ")");
	}
	html_close(&b->w, "h3");
	if (last->trend_tekst)
		blad_tekst(b, "trend", last->trend_tekst);
}

static bool any_cut_axis(const struct blad *b)
{
	for (size_t i = 0; i < b->verloop_count; i++)
		if (b->verloop[i].afgesneden)
			return true;
	return false;
}

static void panel(struct blad *b, const struct blad_verloop *v, const char *notes, bool with_table)
{
	const struct indicator_def *def = definities_indicator(b->defs, v->indicator);
	struct series s = series_of(b, def);

	html_open(&b->w, "div", "class", "paneel");
	panel_head(b, def, s.cel[s.count - 1]);
	blad_grafiek(b, v->chart, "grafiek");
	if (*notes)
		blad_tekst(b, "noot", notes);
	if (with_table)
		table(b, def, &s);
	html_close(&b->w, "div");
	series_release(&s);
}

void blad_panel(struct blad *b, const struct blad_verloop *v, bool tabel)
{
	struct series s = series_of(b, definities_indicator(b->defs, v->indicator));
	struct str notes = notes_of(b, &s);

	panel(b, v, str_text(&notes), tabel);
	str_release(&notes);
	series_release(&s);
}

/* Notes that hold for every chart are said once, below them. */
static void panels(struct blad *b, bool shared, const struct str *notes)
{
	struct str below = STR_INIT;

	html_open(&b->w, "div", "class", "panelen");
	for (size_t i = 0; i < b->verloop_count; i++)
		panel(b, &b->verloop[i], shared ? "" : str_text(&notes[i]), true);
	html_close(&b->w, "div");
	if (b->getekend)
		str_add_f(&below, "%s ", zin_text(b->zinnen, ZIN_GRAFIEK_UITLEG));
	if (b->getekend && any_cut_axis(b))
		str_add_f(&below, "%s ", zin_text(b->zinnen, ZIN_GRAFIEK_AS_NIET_NUL));
	if (shared)
		str_add(&below, str_text(&notes[0]));
	if (below.len > 0)
		blad_tekst(b, "noot", str_text(&below));
	str_release(&below);
}

void blok_verloop(struct blad *b)
{
	struct str *notes = mem_new(b->verloop_count, sizeof(*notes));
	bool shared = b->verloop_count > 1;

	if (b->verloop_count > 0) {
		html_open(&b->w, "section", "aria-labelledby", "verloop");
		blad_kop(b, "verloop", ZIN_KOP_VERLOOP, NULL);
		if (!b->getekend)
			blad_alinea(b, "waarschuwing", ZIN_GRAFIEK_GEEN, NULL);
		for (size_t i = 0; i < b->verloop_count; i++) {
			const char *id = b->verloop[i].indicator;
			struct series s = series_of(b, definities_indicator(b->defs, id));

			notes[i] = notes_of(b, &s);
			shared = shared && strcmp(str_text(&notes[i]), str_text(&notes[0])) == 0;
			series_release(&s);
		}
		panels(b, shared, notes);
		html_close(&b->w, "section");
	}
	for (size_t i = 0; i < b->verloop_count; i++)
		str_release(&notes[i]);
	free(notes);
}
