/* Block 3 of a themablad: at most six indicators in one table, in the order of the goal graph and never in the
 * order of the result; and the children to the norm, for the city and summed per wijk. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "publish/rounding.h"
#include "publish/words.h"
#include "report/blad.h"
#include "report/phrase.h"

/* Roles are spelled out because the style sheet shows the rows as cards on a phone, which takes the meaning
 * of a table away in some browsers. */
static void head_cell(struct blad *b, enum zin zin, const char *class)
{
	html_el(&b->w, "th", zin_text(b->zinnen, zin), "scope", "col", "role", "columnheader", "class", class);
}

/* Without any norm on the sheet there is nothing to judge; the change takes the room. */
static void table_head(struct blad *b, bool judged)
{
	html_open(&b->w, "thead", "role", "rowgroup");
	html_open(&b->w, "tr", "role", "row");
	head_cell(b, ZIN_TABEL_INDICATOR, NULL);
	head_cell(b, ZIN_TABEL_STAND, "getal");
	head_cell(b, ZIN_TABEL_VORIG, "getal");
	if (judged) {
		head_cell(b, ZIN_TABEL_NORM, NULL);
		head_cell(b, ZIN_TABEL_FEIT, NULL);
		head_cell(b, ZIN_TABEL_ZEKERHEID, NULL);
		head_cell(b, ZIN_TABEL_TOT_DE_NORM, "getal");
	} else {
		head_cell(b, ZIN_TABEL_VERANDERING, NULL);
		head_cell(b, ZIN_TABEL_NORM, NULL);
	}
	html_close(&b->w, "tr");
	html_close(&b->w, "thead");
}

/* A cell; on a phone its heading comes from data-kop. */
static void open_cell(struct blad *b, enum zin head, const char *class)
{
	html_open(&b->w, "td", "role", "cell", "class", class, "data-kop", zin_text(b->zinnen, head));
}

/* Nothing to say here; on a phone such a cell takes no room. */
static void dash_cell(struct blad *b, enum zin head, const char *class)
{
	char *both = mem_printf("%s streep", class);

	open_cell(b, head, both);
	html_raw(&b->w, "–");
	html_close(&b->w, "td");
	free(both);
}

static void cell(struct blad *b, enum zin head, const char *class, const char *text)
{
	if (!text) {
		dash_cell(b, head, class);
		return;
	}
	open_cell(b, head, class);
	html_text(&b->w, text);
	html_close(&b->w, "td");
}

static void symbol_cell(struct blad *b, enum zin head, const char *symbol, const char *text)
{
	if (!text) {
		dash_cell(b, head, "woord");
		return;
	}
	open_cell(b, head, "woord");
	if (*symbol) {
		html_el(&b->w, "span", symbol, "class", "teken", "aria-hidden", "true");
		html_raw(&b->w, " ");
	}
	html_text(&b->w, text);
	html_close(&b->w, "td");
}

/* "90,9%" with "530 van 583" below it. */
static void value_cell(struct blad *b, enum zin head, const struct cel *c, const char *class)
{
	if (!c) {
		dash_cell(b, head, class);
		return;
	}
	open_cell(b, head, class);
	html_el(&b->w, c->heeft_waarde ? "b" : "span", cel_woorden(c));
	if (c->voorlopig) {
		html_raw(&b->w, " ");
		html_el(&b->w, "span", zin_text(b->zinnen, ZIN_TABEL_VOORLOPIG), "class", "van");
	}
	if (c->heeft_waarde && c->teller_tekst && c->noemer_tekst) {
		char *of = zin_make(b->zinnen, ZIN_TABEL_VAN,
			VELDEN({"teller", c->teller_tekst}, {"noemer", c->noemer_tekst}));

		html_raw(&b->w, " ");
		html_el(&b->w, "span", of, "class", "van");
		free(of);
	}
	html_close(&b->w, "td");
}

const char *blad_feit_symbol(enum feit feit)
{
	return feit == FEIT_GEHAALD ? "●" : feit == FEIT_NIET_GEHAALD ? "○" : "";
}

const char *blad_zekerheid_symbol(enum zekerheid z)
{
	return z == ZEKERHEID_ZEKER_GOED ? "▲" : z == ZEKERHEID_ZEKER_FOUT ? "▼" : z == ZEKERHEID_TOEVAL ? "≈" : "";
}

/* "OAB-01", and the period where it is another than that of the sheet: "VEI-01, 2025". */
static void id_of_row(struct blad *b, const char *indicator, const struct cel *c)
{
	struct str s = STR_INIT;

	str_add(&s, indicator);
	if (c && !periode_equal(c->periode, b->in->periode)) {
		str_add(&s, ", ");
		periode_add_name(&s, c->periode);
	}
	html_el(&b->w, "span", str_text(&s), "class", "id");
	str_release(&s);
}

static void open_row(struct blad *b, const char *indicator, const struct cel *c, bool under)
{
	const struct indicator_def *def = definities_indicator(b->defs, indicator);

	html_open(&b->w, "tr", "role", "row", "class", under ? "onder" : NULL);
	html_open(&b->w, "th", "scope", "row", "role", "rowheader");
	html_text(&b->w, under && def ? def->korte_naam : blad_naam(b, indicator));
	html_raw(&b->w, " ");
	id_of_row(b, indicator, c);
	html_close(&b->w, "th");
}

/* Nothing to show: said in the row, so that nobody thinks the number was forgotten. */
static void word_row(struct blad *b, const char *indicator, const char *word, bool under)
{
	open_row(b, indicator, NULL, under);
	html_el(&b->w, "td", word, "role", "cell", "colspan", "6", "class", "leeg");
	html_close(&b->w, "tr");
}

static const struct cel *year_before(const struct blad *b, const struct cel *c)
{
	return blad_vind(b, c->indicator->id, c->gebied, periode_years_back(c->periode, 1));
}

static void judgement_cells(struct blad *b, const struct cel *c, bool under)
{
	cell(b, ZIN_TABEL_NORM, c && c->norm ? "woord" : "lang", c && (c->norm || !under) ? c->norm_tekst : NULL);
	symbol_cell(b, ZIN_TABEL_FEIT, c ? blad_feit_symbol(c->feit) : "",
		c && c->feit != FEIT_GEEN ? c->feit_tekst : NULL);
	symbol_cell(b, ZIN_TABEL_ZEKERHEID, c ? blad_zekerheid_symbol(c->zekerheid) : "",
		c && c->zekerheid != ZEKERHEID_GEEN ? c->zekerheid_tekst : NULL);
	cell(b, ZIN_TABEL_TOT_DE_NORM, "getal", c ? c->tekort_tekst : NULL);
}

static void figure_row(struct blad *b, const char *indicator, bool under, bool judged)
{
	const struct cel *c = blad_cel(b, indicator);
	const struct cel *earlier = c ? year_before(b, c) : NULL;

	if ((!c || !c->heeft_waarde) && (!earlier || !earlier->heeft_waarde)) {
		word_row(b, indicator, c ? cel_woorden(c) : zin_text(b->zinnen, ZIN_TABEL_NIET_GELEVERD), under);
		return;
	}
	if (under && earlier && !earlier->heeft_waarde)
		earlier = NULL; /* the row above says why */
	open_row(b, indicator, c, under);
	value_cell(b, ZIN_TABEL_STAND, c, "getal groot");
	value_cell(b, ZIN_TABEL_VORIG, earlier, "getal vorig");
	if (judged) {
		judgement_cells(b, c, under);
	} else {
		cell(b, ZIN_TABEL_VERANDERING, "lang", c ? c->verandering_tekst : NULL);
		cell(b, ZIN_TABEL_NORM, "lang", c && !under ? c->norm_tekst : NULL);
	}
	html_close(&b->w, "tr");
}

static void rows(struct blad *b, const char *indicator, bool judged)
{
	const struct woord_list *under = report_def_onder(&b->opmaak, indicator);

	if (!definities_indicator(b->defs, indicator)) {
		word_row(b, indicator, zin_text(b->zinnen, ZIN_TABEL_NIET_OPGENOMEN), false);
		return;
	}
	figure_row(b, indicator, false, judged);
	for (size_t i = 0; under && i < under->count; i++)
		if (definities_indicator(b->defs, under->item[i]))
			figure_row(b, under->item[i], true, judged);
}

static void caption(struct blad *b)
{
	struct str p = STR_INIT;
	char *text;

	phrase_add_periode(&p, b->in->periode);
	text = zin_make(b->zinnen, ZIN_TABEL_OOGOPSLAG,
		VELDEN({"gemeente", b->gemeente->naam}, {"de_periode", str_text(&p)}));
	html_el(&b->w, "caption", text);
	free(text);
	str_release(&p);
}

static bool any_norm(const struct blad *b)
{
	for (size_t i = 0; i < b->lijn->indicatoren.count; i++) {
		const struct cel *c = blad_cel(b, b->lijn->indicatoren.item[i]);

		if (c && c->norm)
			return true;
	}
	return false;
}

void blok_oogopslag(struct blad *b)
{
	const struct woord_list *ids = &b->lijn->indicatoren;
	bool judged = any_norm(b);

	if (ids->count == 0)
		return;
	html_open(&b->w, "section", "aria-labelledby", "oogopslag");
	blad_kop(b, "oogopslag", ZIN_KOP_OOGOPSLAG, NULL);
	html_open(&b->w, "table", "class", "oogopslag", "role", "table");
	caption(b);
	table_head(b, judged);
	html_open(&b->w, "tbody", "role", "rowgroup");
	for (size_t i = 0; i < ids->count && (int64_t)i < b->opmaak.indicatoren_hoogstens; i++)
		rows(b, ids->item[i], judged);
	html_close(&b->w, "tbody");
	html_close(&b->w, "table");
	html_close(&b->w, "section");
}

/* ---- children to the norm: two different sums ---------------------------------------------- */

struct sum {
	int64_t min, max;
	size_t counted, left_out, hidden; /* areas with a figure, without one, and whose figure is not shown */
	const struct norm_def *norm;
};

static struct sum sum_of_wijken(const struct blad *b)
{
	struct sum sum = {0};
	const struct gebied **wijk;
	struct periode p;
	size_t count;

	if (!blad_periode(b, b->hoofd, &p))
		return sum;
	wijk = blad_wijken(b, p, &count);
	for (size_t i = 0; i < count; i++) {
		const struct cel *c = blad_vind(b, b->hoofd->id, wijk[i], p);

		if (c && c->norm)
			sum.norm = c->norm;
		if (c && c->heeft_tekort) {
			sum.min += c->tekort_min;
			sum.max += c->tekort_max;
			sum.counted++;
		} else if (c && (c->reden == REDEN_AFGESCHERMD || c->reden == REDEN_TE_KLEIN_VOOR_PROCENT)) {
			sum.hidden++;
		} else if (!c || c->reden != REDEN_GEEN_DOELGROEP) {
			sum.left_out++;
		}
	}
	free(wijk);
	return sum;
}

static char *norm_value(const struct norm_def *norm)
{
	struct str s = STR_INIT;

	rounding_add_norm(&s, norm);
	return str_detach(&s);
}

/* One big number with its sentence; `least`: there are children beyond it that could not be counted. */
static void tile(struct blad *b, int64_t min, int64_t max, bool least, enum zin some, enum zin none,
	const struct norm_def *norm)
{
	struct norm_word word = norm_word(norm);
	char *value = norm_value(norm), *exact;
	struct str number = STR_INIT, text = STR_INIT;

	rounding_add_children(&number, min, max, b->hoofd);
	exact = min == max ? mem_printf("%lld", (long long)min) : mem_printf("%lld..%lld", (long long)min, (long long)max);
	blad_term(b, b->stand, some == ZIN_TOT_STAD ? "tekort: de gemeente als geheel" : "tekort: elk gebied apart", exact,
		str_text(&number));
	free(exact);
	if (least) {
		char *at_least = zin_make(b->zinnen, ZIN_TOT_MINSTENS, VELDEN({"kinderen", str_text(&number)}));

		str_clear(&number);
		str_add(&number, at_least);
		free(at_least);
	}
	zin_add(&text, b->zinnen, max == 0 && !least ? none : some,
		VELDEN({"kinderen", str_text(&number)}, {"norm", word.lang}, {"normwaarde", value},
			{"gemeente", b->gemeente->naam}, {"wijk", blad_wijk_woord(b)}));
	html_open(&b->w, "div", "class", "tegel");
	html_el(&b->w, "b", str_text(&number));
	html_raw(&b->w, " ");
	html_el(&b->w, "span", str_text(&text));
	html_close(&b->w, "div");
	str_release(&number);
	str_release(&text);
	free(value);
	norm_word_release(&word);
}

static void not_counted(struct blad *b, size_t areas, enum zin zin)
{
	struct str s = STR_INIT;
	char *count = blad_aantal(b, "gebieden: zonder cijfer", (int64_t)(areas));

	zin_add_count(&s, b->zinnen, zin, (int64_t)areas,
		VELDEN({"aantal", count}, {"wijken", blad_wijken_woord(b)}));
	blad_tekst(b, "noot", str_text(&s));
	free(count);
	str_release(&s);
}

void blok_tot_de_norm(struct blad *b)
{
	struct sum sum;

	if (!b->stand || !b->stand->norm)
		return;
	sum = sum_of_wijken(b);
	if (!b->stand->heeft_tekort && sum.counted == 0)
		return;
	html_open(&b->w, "div", "class", "tegels");
	if (b->stand->heeft_tekort)
		tile(b, b->stand->tekort_min, b->stand->tekort_max, false, ZIN_TOT_STAD, ZIN_TOT_STAD_NUL,
			b->stand->norm);
	if (sum.counted > 0)
		tile(b, sum.min, sum.max, sum.left_out + sum.hidden > 0, ZIN_TOT_WIJKEN, ZIN_TOT_WIJKEN_NUL, sum.norm);
	if (sum.counted > 0) {
		html_open(&b->w, "div", "class", "uitleg");
		if (b->stand->heeft_tekort)
			blad_alinea(b, NULL, ZIN_TOT_UITLEG, VELDEN({"wijken", blad_wijken_woord(b)}, {"wijk", blad_wijk_woord(b)}));
		if (sum.hidden > 0)
			not_counted(b, sum.hidden, ZIN_TOT_AFGESCHERMD);
		if (sum.left_out > 0)
			not_counted(b, sum.left_out, ZIN_TOT_TEN_MINSTE);
		html_close(&b->w, "div");
	}
	html_close(&b->w, "div");
}
