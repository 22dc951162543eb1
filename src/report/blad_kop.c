/* Blocks 1 and 2 of a themablad: the head with the conclusion, and what was agreed in literal words. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "publish/words.h"
#include "report/blad.h"
#include "report/phrase.h"

/* ---- 1. head ------------------------------------------------------------------------------ */

static void kicker(struct blad *b)
{
	char *blad = zin_make(b->zinnen, ZIN_PAGINA_BLAD, VELDEN({"blad", b->lijn->themablad}));
	char *agenda = blad_agenda(b);

	html_open(&b->w, "p", "class", "kicker");
	html_el(&b->w, "span", blad, "class", "blad");
	html_raw(&b->w, " ");
	html_el(&b->w, "span", b->lijn->titel, "class", "lijn");
	html_raw(&b->w, " ");
	html_el(&b->w, "span", agenda, "class", "agenda");
	html_close(&b->w, "p");
	free(blad);
	free(agenda);
}

/* The indicator is there, but nothing was ever delivered for it. */
static void add_title_without_figure(struct str *s, const struct blad *b)
{
	struct str period = STR_INIT;

	phrase_add_periode(&period, b->in->periode);
	zin_add(s, b->zinnen, ZIN_TITEL_GEEN_CIJFER,
		VELDEN({"naam", b->hoofd->naam}, {"de_periode", str_text(&period)},
			{"reden", zin_text(b->zinnen, ZIN_REDEN_NIET_GELEVERD)}));
	str_release(&period);
}

/* The title: the conclusion of the headline figure; without a figure, why there is none. */
static void title(struct blad *b)
{
	struct str s = STR_INIT;

	if (b->stand)
		phrase_add_title(&s, b->zinnen, b->stand);
	else if (b->hoofd)
		add_title_without_figure(&s, b);
	else if (b->lijn->indicatoren.count > 0)
		zin_add(&s, b->zinnen, ZIN_TITEL_NIET_OPGENOMEN,
			VELDEN({"naam", blad_naam(b, b->lijn->indicatoren.item[0])}));
	else
		zin_add(&s, b->zinnen, ZIN_TITEL_ZONDER, VELDEN({"titel", b->lijn->titel}));
	html_el(&b->w, "h1", str_text(&s));
	str_release(&s);
}

static void lead(struct blad *b)
{
	struct str s = STR_INIT;
	size_t before;

	if (!b->stand)
		return;
	phrase_add_stand(&s, b->zinnen, b->stand);
	str_add(&s, " ");
	before = s.len;
	phrase_add_zekerheid(&s, b->zinnen, b->stand, blad_wijken_woord(b));
	if (b->stand->voorlopig && b->stand->heeft_waarde) {
		str_add(&s, s.len > before ? " " : "");
		str_add(&s, zin_text(b->zinnen, ZIN_VOORLOPIG));
	}
	blad_tekst(b, "lead", str_text(&s));
	str_release(&s);
}

static void meta_item(struct blad *b, enum zin name, const char *text)
{
	html_open(&b->w, "div");
	html_el(&b->w, "dt", zin_text(b->zinnen, name));
	html_el(&b->w, "dd", text);
	html_close(&b->w, "div");
}

/* The next meeting about this actielijn. */
static void meeting(struct blad *b)
{
	const struct registers *r = b->in->registers;
	const struct overleg *next = r ? registers_next_overleg(r, &b->onder) : NULL;
	struct str s = STR_INIT;

	if (next)
		date_add_dutch(&s, next->datum);
	else
		str_add(&s, zin_text(b->zinnen, ZIN_META_STUURGROEP_LEEG));
	meta_item(b, ZIN_META_STUURGROEP, str_text(&s));
	str_release(&s);
}

static void meta(struct blad *b)
{
	struct str s = STR_INIT;

	html_open(&b->w, "dl", "class", "meta");
	periode_add_name(&s, b->in->periode);
	meta_item(b, ZIN_META_PERIODE, str_text(&s));
	str_clear(&s);
	blad_datum(&s, b->in->stand_per);
	meta_item(b, ZIN_META_STAND_PER, str_text(&s));
	meeting(b);
	meta_item(b, ZIN_META_STATUS, blad_status(b));
	if (b->lijn->eigenaar_count > 0) {
		str_clear(&s);
		doel_add_eigenaren(&s, b->lijn);
		meta_item(b, ZIN_META_EIGENAAR, str_text(&s));
	}
	if (b->lijn->overlegtafel.count > 0) {
		str_clear(&s);
		zin_add_list(&s, b->zinnen, (const char *const *)b->lijn->overlegtafel.item,
			b->lijn->overlegtafel.count);
		meta_item(b, ZIN_META_TAFELS, str_text(&s));
	}
	html_close(&b->w, "dl");
	str_release(&s);
}

void blok_kop(struct blad *b)
{
	html_open(&b->w, "header", "class", "kop");
	blad_merken(b);
	kicker(b);
	title(b);
	lead(b);
	meta(b);
	blad_herkomst(b);
	html_close(&b->w, "header");
}

/* ---- 2. what was agreed ------------------------------------------------------------------- */

/* `after` is the quotation above it; of the same document only the place is repeated. */
static void quote(struct blad *b, const struct doel_def *d, const struct doel_def *after, const char *class)
{
	bool same = after && after->bron == d->bron;
	char *source = zin_make(b->zinnen, same ? ZIN_AFSPRAAK_ZELFDE_BRON : ZIN_AFSPRAAK_BRON,
		VELDEN({"document", d->bron->document}, {"plaats", d->plaats}));

	html_open(&b->w, "figure", "class", class);
	html_open(&b->w, "blockquote");
	html_el(&b->w, "p", d->tekst);
	html_close(&b->w, "blockquote");
	html_open(&b->w, "figcaption");
	html_text(&b->w, source);
	blad_verlopen(b, d);
	html_close(&b->w, "figcaption");
	html_close(&b->w, "figure");
	free(source);
}

/* Is one of its indicators a headline of this sheet? */
static bool shares_headline(const struct blad *b, const struct doel_def *d)
{
	for (size_t i = 0; i < d->indicatoren.count; i++)
		if (woord_list_has(&b->lijn->indicatoren, d->indicatoren.item[i]))
			return true;
	return false;
}

/* An agreement that touches the goal of this sheet, or falls under it and is what a headline figure answers to. */
static bool is_agreement(const struct blad *b, const struct doel_def *d)
{
	if (d == b->lijn || (d->soort != DOEL_OAB_AFSPRAAK && d->soort != DOEL_AFSPRAAK))
		return false;
	return woord_list_has(&d->raakt, b->lijn->id) ||
		(woord_list_has(&d->valt_onder, b->lijn->id) && shares_headline(b, d));
}

/* What the partners set themselves to do within this actielijn. */
static bool is_focus(const struct blad *b, const struct doel_def *d)
{
	return d->soort == DOEL_FOCUSDOEL && woord_list_has(&d->valt_onder, b->lijn->id);
}

/* The agreement that the headline indicator answers to; the first that touches this actielijn otherwise. */
static const struct doel_def *first_agreement(const struct blad *b)
{
	const struct doel_def *first = NULL;

	for (size_t i = 0; i < b->doelen.count; i++) {
		const struct doel_def *d = &b->doelen.item[i];

		if (!is_agreement(b, d))
			continue;
		if (b->hoofd && woord_list_has(&d->indicatoren, b->hoofd->id))
			return d;
		if (!first)
			first = d;
	}
	return first;
}

/* The literal sentences this actielijn rests on: the agreement of the headline figure, then its own text and
 * the other agreements that touch it. */
static void quotes(struct blad *b)
{
	const struct doel_def *first = first_agreement(b);

	quote(b, first ? first : b->lijn, NULL, "citaat");
	html_open(&b->w, "div", "class", "citaten");
	if (first)
		quote(b, b->lijn, first, "citaat klein");
	for (size_t i = 0; i < b->doelen.count; i++) {
		const struct doel_def *d = &b->doelen.item[i];

		if ((is_agreement(b, d) && d != first) || (!first && is_focus(b, d)))
			quote(b, d, b->lijn, "citaat klein");
	}
	html_close(&b->w, "div");
}

static void norm_item(struct blad *b, const char *class, const char *chip, const char *text)
{
	html_open(&b->w, "li");
	html_el(&b->w, "span", chip, "class", class);
	html_raw(&b->w, " ");
	html_el(&b->w, "span", text);
	html_close(&b->w, "li");
}

/* One norm in words: "Heel <gemeente>: afgesproken ambitie: minimaal 92%". Only what was vastgesteld goes by
 * the name its text gives it. */
static void norm_line(struct blad *b, const struct norm_def *norm, enum zin niveau)
{
	char *level = zin_make(b->zinnen, niveau,
		VELDEN({"gemeente", b->gemeente->naam}, {"wijk", blad_wijk_woord(b)}));
	bool agreed = norm->status == NORM_VASTGESTELD;
	struct str what = STR_INIT, line = STR_INIT;

	if (agreed && norm->benaming)
		str_add(&what, norm->benaming);
	else
		words_add_limit(&what, norm);
	zin_add(&line, b->zinnen, norm->door ? ZIN_NORM_REGEL_DOOR : ZIN_NORM_REGEL,
		VELDEN({"niveau", level}, {"norm", str_text(&what)}, {"door", norm->door ? norm->door : ""}));
	norm_item(b, agreed ? "chip vastgesteld" : "chip", norm_status_code(norm->status), str_text(&line));
	str_release(&what);
	str_release(&line);
	free(level);
}

/* The norm of the first area that has one: a norm per wijk is usually one for all. */
static const struct norm_def *norm_of_wijken(const struct blad *b)
{
	const struct gebied **wijk;
	const struct norm_def *norm = NULL;
	struct periode p;
	size_t count;

	if (!b->hoofd || !blad_periode(b, b->hoofd, &p))
		return NULL;
	wijk = blad_wijken(b, p, &count);
	for (size_t i = 0; i < count && !norm; i++) {
		const struct cel *c = blad_vind(b, b->hoofd->id, wijk[i], p);

		norm = c ? c->norm : NULL;
	}
	free(wijk);
	return norm;
}

static const char *short_name(const struct blad *b, const char *indicator)
{
	const struct indicator_def *def = definities_indicator(b->defs, indicator);

	return def ? def->korte_naam : blad_naam(b, indicator);
}

/* Names of the headline indicators for which nobody agreed a norm. */
static void without_norm(struct blad *b)
{
	const struct woord_list *ids = &b->lijn->indicatoren;
	const char **name = mem_new(ids->count, sizeof(*name));
	struct str list = STR_INIT;
	size_t count = 0;
	char *text;

	for (size_t i = 0; i < ids->count; i++) {
		const struct cel *c = blad_cel(b, ids->item[i]);

		if (!c || !c->norm)
			name[count++] = short_name(b, ids->item[i]);
	}
	if (count > 0) {
		zin_add_list(&list, b->zinnen, name, count);
		text = zin_make(b->zinnen, ZIN_NORM_GEEN_VOOR, VELDEN({"namen", str_text(&list)}));
		norm_item(b, "chip geen", zin_text(b->zinnen, ZIN_NORM_GEEN), text);
		free(text);
	}
	str_release(&list);
	free(name);
}

void blok_afspraak(struct blad *b)
{
	const struct norm_def *wijk = norm_of_wijken(b);

	html_open(&b->w, "section", "class", "afspraak", "aria-labelledby", "afspraak");
	blad_kop(b, "afspraak", ZIN_KOP_AFSPRAAK, NULL);
	quotes(b);
	html_open(&b->w, "ul", "class", "normen");
	if (b->stand && b->stand->norm)
		norm_line(b, b->stand->norm, ZIN_NIVEAU_GEMEENTE);
	if (wijk)
		norm_line(b, wijk, ZIN_NIVEAU_WIJK);
	without_norm(b);
	html_close(&b->w, "ul");
	html_close(&b->w, "section");
}
