/* Block 6 of a themablad: what changed since the previous sheet, and against a year ago. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "publish/words.h"
#include "report/blad.h"
#include "report/phrase.h"

/* ---- 6. what changed ---------------------------------------------------------------------- */

static void item(struct blad *b, const char *text)
{
	html_el(&b->w, "li", text);
}

static bool on_sheet(const struct blad *b, const struct cel *c)
{
	return c->gebied == b->gemeente && woord_list_has(&b->lijn->indicatoren, c->indicator->id) &&
		date_cmp(c->periode.eind, b->in->periode.eind) <= 0;
}

/* The same figure on the previous sheet. Areas and indicators may come from another reading of the same
 * definitions, so they are compared by their codes. */
static const struct cel *before(const struct blad *b, const struct cel *c)
{
	return layer_find(b->in->vorige, c->indicator->id, c->gebied, c->periode);
}

/* Headline figures that are there now and were not before: "Nieuw: Opvangbereik, VE-bereik over ..." */
static size_t new_figures(struct blad *b)
{
	const struct woord_list *ids = &b->lijn->indicatoren;
	const char **name = mem_new(ids->count, sizeof(*name));
	struct str list = STR_INIT, period = STR_INIT, text = STR_INIT;
	size_t count = 0;

	for (size_t i = 0; i < ids->count; i++) {
		const struct cel *c = blad_cel(b, ids->item[i]), *old = c ? before(b, c) : NULL;

		if (c && c->heeft_waarde && (!old || !old->heeft_waarde))
			name[count++] = c->indicator->korte_naam;
	}
	if (count > 0) {
		zin_add_list(&list, b->zinnen, name, count);
		phrase_add_periode(&period, b->in->periode);
		zin_add(&text, b->zinnen, ZIN_VERANDERD_NIEUW,
			VELDEN({"namen", str_text(&list)}, {"de_periode", str_text(&period)}));
		item(b, str_text(&text));
	}
	free(name);
	str_release(&list);
	str_release(&period);
	str_release(&text);
	return count;
}

static void revised_item(struct blad *b, const struct cel *c, const struct cel *old)
{
	struct str period = STR_INIT, text = STR_INIT;

	phrase_add_periode(&period, c->periode);
	zin_add(&text, b->zinnen, ZIN_VERANDERD_HERZIEN,
		VELDEN({"naam", c->indicator->korte_naam}, {"de_periode", str_text(&period)},
			{"nieuw", blad_gezien(b, c)->waarde_tekst}, {"oud", blad_gezien(b, old)->waarde_tekst}));
	item(b, str_text(&text));
	str_release(&period);
	str_release(&text);
}

/* A figure that was printed and now prints otherwise; newest first, the rest counted. */
static size_t revised_figures(struct blad *b)
{
	size_t count = 0;

	for (size_t i = b->layer->count; i-- > 0;) {
		const struct cel *c = &b->layer->cel[i], *old;

		if (!on_sheet(b, c))
			continue;
		old = before(b, c);
		if (!old || !old->heeft_waarde || text_equal(old->waarde_tekst, c->waarde_tekst))
			continue;
		if ((int64_t)count++ < b->opmaak.herzieningen_hoogstens)
			revised_item(b, c, old);
	}
	if ((int64_t)count > b->opmaak.herzieningen_hoogstens) {
		int64_t rest = (int64_t)count - b->opmaak.herzieningen_hoogstens;
		char *number = blad_aantal(b, "herziene cijfers: niet getoond", (int64_t)(rest));
		struct str text = STR_INIT;

		zin_add_count(&text, b->zinnen, ZIN_VERANDERD_HERZIEN_MEER, rest, VELDEN({"aantal", number}));
		item(b, str_text(&text));
		str_release(&text);
		free(number);
	}
	return count;
}

static struct periode period_before(struct periode p)
{
	return periode_of_date(p.soort, date_add_days(p.begin, -1));
}

/* A norm that began to hold since the period before, and a norm that is crossed since then. */
static size_t norm_changes(struct blad *b, const struct cel *c)
{
	const struct cel *last = blad_vind(b, c->indicator->id, c->gebied, period_before(c->periode));
	struct str period = STR_INIT, text = STR_INIT, date = STR_INIT;
	struct norm_word word = norm_word(c->norm);
	size_t count = 0;

	if (c->norm && last && last->norm != c->norm) {
		char *niveau = zin_make(b->zinnen, ZIN_NIVEAU_GEMEENTE, VELDEN({"gemeente", b->gemeente->naam}));

		date_add_dutch(&date, c->norm->vanaf);
		zin_add(&text, b->zinnen, ZIN_VERANDERD_NORM,
			VELDEN({"naam", c->indicator->korte_naam}, {"niveau", niveau},
				{"norm", c->norm_tekst}, {"datum", str_text(&date)}));
		item(b, str_text(&text));
		str_clear(&text);
		free(niveau);
		count++;
	}
	if (c->norm && last && last->norm == c->norm && last->feit != c->feit && last->feit != FEIT_GEEN &&
		(c->feit == FEIT_GEHAALD || c->feit == FEIT_NIET_GEHAALD)) {
		phrase_add_in_periode(&period, last->periode, false);
		zin_add(&text, b->zinnen,
			c->feit == FEIT_GEHAALD ? ZIN_VERANDERD_NU_GEHAALD : ZIN_VERANDERD_NU_NIET,
			VELDEN({"naam", c->indicator->korte_naam}, {"lidwoord", word.lidwoord},
				{"norm", word.kort}, {"in_periode", str_text(&period)}));
		item(b, str_text(&text));
		count++;
	}
	norm_word_release(&word);
	str_release(&period);
	str_release(&text);
	str_release(&date);
	return count;
}

/* "Hoger dan een jaar eerder: Noemerdekking (+0,2 per 100) en Brugfunctionaris (+22,3 procentpunt)." */
static size_t clear_changes(struct blad *b, enum verandering way, enum zin zin)
{
	const struct woord_list *ids = &b->lijn->indicatoren;
	char **name = mem_new(ids->count, sizeof(*name));
	struct str list = STR_INIT, text = STR_INIT;
	size_t count = 0;

	for (size_t i = 0; i < ids->count; i++) {
		const struct cel *c = blad_cel(b, ids->item[i]);
		const char *by = c && c->verandering_tekst ? strchr(c->verandering_tekst, '(') : NULL;

		if (c && !c->breuk && c->verandering == way)
			name[count++] = mem_printf("%s%s%s", c->indicator->korte_naam, by ? " " : "", by ? by : "");
	}
	if (count > 0) {
		zin_add_list(&list, b->zinnen, (const char *const *)name, count);
		zin_add(&text, b->zinnen, zin, VELDEN({"namen", str_text(&list)}));
		item(b, str_text(&text));
	}
	for (size_t i = 0; i < count; i++)
		free(name[i]);
	free(name);
	str_release(&list);
	str_release(&text);
	return count;
}

/* "Vergeleken met een jaar eerder, te klein om te zien: Wijkagent scholen en Agressievrij." */
static size_t unclear_changes(struct blad *b, enum verandering word)
{
	const struct woord_list *ids = &b->lijn->indicatoren;
	const char **name = mem_new(ids->count, sizeof(*name));
	const char *words = NULL;
	struct str list = STR_INIT, text = STR_INIT;
	size_t count = 0;

	for (size_t i = 0; i < ids->count; i++) {
		const struct cel *c = blad_cel(b, ids->item[i]);

		if (!c || !c->verandering_tekst || c->breuk || c->verandering != word)
			continue;
		name[count++] = c->indicator->korte_naam;
		words = c->verandering_tekst;
	}
	if (count > 0) {
		zin_add_list(&list, b->zinnen, name, count);
		zin_add(&text, b->zinnen, ZIN_VERANDERD_ZONDER,
			VELDEN({"namen", str_text(&list)}, {"verandering", words}));
		item(b, str_text(&text));
	}
	free(name);
	str_release(&list);
	str_release(&text);
	return count;
}

/* A declared break in the last year, for the gemeente or for the areas below it. */
static size_t break_of(struct blad *b, const struct cel *c, bool below)
{
	struct date from = periode_years_back(c->periode, 1).eind;
	const struct breuk_def *k = definities_breuk(b->defs, c->indicator->id,
		below ? "wijk" : b->gemeente->niveau, from, c->periode.eind);
	struct str date = STR_INIT, text = STR_INIT;

	if (!k)
		return 0;
	date_add_dutch(&date, k->op);
	zin_add(&text, b->zinnen, below ? ZIN_VERANDERD_BREUK_WIJK : ZIN_VERANDERD_BREUK,
		VELDEN({"naam", c->indicator->korte_naam}, {"wijk", blad_wijk_woord(b)},
			{"datum", str_text(&date)}, {"reden", k->reden}));
	item(b, str_text(&text));
	str_release(&date);
	str_release(&text);
	return 1;
}

void blok_veranderd(struct blad *b)
{
	size_t count = 0;

	html_open(&b->w, "section", "class", "veranderd", "aria-labelledby", "veranderd");
	blad_kop(b, "veranderd", ZIN_KOP_VERANDERD, NULL);
	html_open(&b->w, "ul");
	if (b->in->vorige)
		count += new_figures(b) + revised_figures(b);
	for (size_t i = 0; i < b->lijn->indicatoren.count; i++) {
		const struct cel *c = blad_cel(b, b->lijn->indicatoren.item[i]);

		if (!c || !c->heeft_waarde)
			continue;
		count += norm_changes(b, c) + break_of(b, c, false);
		if (i == 0 && b->heeft_wijken)
			count += break_of(b, c, true);
	}
	count += clear_changes(b, VERANDERING_HOGER, ZIN_VERANDERD_HOGER) +
		clear_changes(b, VERANDERING_LAGER, ZIN_VERANDERD_LAGER);
	for (int w = VERANDERING_ONDUIDELIJK; w <= VERANDERING_GELIJK; w++)
		count += unclear_changes(b, (enum verandering)w);
	if (!b->in->vorige)
		item(b, zin_text(b->zinnen, ZIN_VERANDERD_GEEN_VORIG));
	else if (count == 0)
		item(b, zin_text(b->zinnen, ZIN_VERANDERD_GEEN));
	html_close(&b->w, "ul");
	html_close(&b->w, "section");
}
