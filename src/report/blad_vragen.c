/* Block 8 of a themablad: two or three questions for the table, chosen from the figures by a fixed list of rules
 * (formats.md D.5), and room for one of the procesmanager's own. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "publish/rounding.h"
#include "publish/words.h"
#include "report/blad.h"

/* What the rules look at. */
struct wijk_stand {
	const char **surely_below; /* names, in the order of the codes */
	size_t surely_count, below_count;
	int64_t short_min, short_max; /* children, of those surely below */
	const struct norm_def *norm;
};

static struct wijk_stand stand_of_wijken(const struct blad *b)
{
	struct wijk_stand s = {0};
	const struct gebied **wijk;
	struct periode p;
	size_t count;

	if (!b->hoofd || !blad_periode(b, b->hoofd, &p))
		return s;
	wijk = blad_wijken(b, p, &count);
	s.surely_below = mem_new(count, sizeof(*s.surely_below));
	for (size_t i = 0; i < count; i++) {
		const struct cel *c = blad_vind(b, b->hoofd->id, wijk[i], p);

		if (!c || !c->norm || c->feit != FEIT_NIET_GEHAALD)
			continue;
		s.norm = c->norm;
		s.below_count++;
		if (c->zekerheid != ZEKERHEID_ZEKER_FOUT || !c->heeft_tekort)
			continue;
		s.surely_below[s.surely_count++] = wijk[i]->naam;
		s.short_min += c->tekort_min;
		s.short_max += c->tekort_max;
	}
	free(wijk);
	return s;
}

static bool ask(struct blad *b, size_t *asked, const char *question)
{
	if ((int64_t)*asked >= b->opmaak.vragen_hoogstens)
		return false;
	html_el(&b->w, "li", question);
	(*asked)++;
	return true;
}

/* Names of wijken belong to the intern edition only (calculation.md E.5, R6). */
static void ask_surely_below(struct blad *b, const struct wijk_stand *s, size_t *asked)
{
	struct str names = STR_INIT, children = STR_INIT, text = STR_INIT;

	if (b->layer->editie == EDITIE_INTERN && s->surely_count > 0) {
		zin_add_list(&names, b->zinnen, s->surely_below, s->surely_count);
		rounding_add_children(&children, s->short_min, s->short_max, b->hoofd);
		zin_add_count(&text, b->zinnen, ZIN_VRAAG_ONDER_ZEKER, (int64_t)s->surely_count,
			VELDEN({"namen", str_text(&names)}, {"wijken", blad_wijken_woord(b)},
				{"kinderen", str_text(&children)}));
		ask(b, asked, str_text(&text));
	} else if (b->stand && b->stand->status == STATUS_DUIDELIJK_ONDER && b->stand->tekort_tekst) {
		zin_add(&text, b->zinnen, ZIN_VRAAG_ONDER_ZEKER_STAD,
			VELDEN({"kinderen", b->stand->tekort_tekst}));
		ask(b, asked, str_text(&text));
	}
	str_release(&names);
	str_release(&children);
	str_release(&text);
}

static void ask_city_but_not_wijken(struct blad *b, const struct wijk_stand *s, size_t *asked)
{
	struct norm_word city, wijk;
	struct str text = STR_INIT;
	char *count;

	if (!b->stand || b->stand->feit != FEIT_GEHAALD || s->below_count == 0)
		return;
	city = norm_word(b->stand->norm);
	wijk = norm_word(s->norm);
	count = blad_aantal(b, "gebieden: zeker onder de norm", (int64_t)(s->below_count));
	zin_add_count(&text, b->zinnen, ZIN_VRAAG_STAD_WEL, (int64_t)s->below_count,
		VELDEN({"aantal", count}, {"norm", city.kort}, {"richtwaarde", wijk.kort},
			{"wijk", blad_wijk_woord(b)}, {"wijken", blad_wijken_woord(b)}));
	ask(b, asked, str_text(&text));
	free(count);
	str_release(&text);
	norm_word_release(&city);
	norm_word_release(&wijk);
}

static void ask_break(struct blad *b, size_t *asked)
{
	const struct breuk_def *k;
	struct str date = STR_INIT, text = STR_INIT;

	if (!b->stand || !b->stand->breuk)
		return;
	k = definities_breuk(b->defs, b->hoofd->id, b->gemeente->niveau,
		periode_years_back(b->stand->periode, 1).eind, b->stand->periode.eind);
	if (!k)
		return;
	date_add_dutch(&date, k->op);
	zin_add(&text, b->zinnen, ZIN_VRAAG_BREUK,
		VELDEN({"datum", str_text(&date)}, {"naam", b->hoofd->naam}));
	ask(b, asked, str_text(&text));
	str_release(&date);
	str_release(&text);
}

/* The first headline indicator that is measured, is to be judged, and has no norm. */
static void ask_missing_norm(struct blad *b, size_t *asked)
{
	for (size_t i = 0; i < b->lijn->indicatoren.count; i++) {
		const struct cel *c = blad_cel(b, b->lijn->indicatoren.item[i]);
		char *text;

		if (!c || !c->heeft_waarde || c->status != STATUS_GEEN_NORM)
			continue;
		text = zin_make(b->zinnen, ZIN_VRAAG_GEEN_NORM, VELDEN({"naam", c->indicator->naam}));
		ask(b, asked, text);
		free(text);
		return;
	}
}

static bool may_be_chance(const struct cel *c)
{
	return c && (c->status == STATUS_NIET_GEHAALD_TOEVAL || c->status == STATUS_NET_ONDER);
}

void blok_vragen(struct blad *b)
{
	struct wijk_stand s = stand_of_wijken(b);
	size_t asked = 0;

	html_open(&b->w, "section", "class", "vragen", "aria-labelledby", "vragen");
	blad_kop(b, "vragen", ZIN_KOP_VRAGEN, NULL);
	html_open(&b->w, "ol");
	ask_surely_below(b, &s, &asked);
	if (may_be_chance(b->stand))
		ask(b, &asked, zin_text(b->zinnen, ZIN_VRAAG_ONDER_TOEVAL));
	ask_city_but_not_wijken(b, &s, &asked);
	ask_break(b, &asked);
	ask_missing_norm(b, &asked);
	if (asked == 0)
		html_el(&b->w, "li", zin_text(b->zinnen, ZIN_VRAGEN_GEEN));
	html_close(&b->w, "ol");
	blad_alinea(b, "mens", ZIN_VRAGEN_HERKOMST, NULL);
	if (!blad_mens(b, "gespreksvragen"))
		blad_alinea(b, "mens regel", ZIN_VRAGEN_EIGEN, NULL);
	html_close(&b->w, "section");
	free(s.surely_below);
}
