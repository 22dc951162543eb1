#include "import/area.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "import/cell.h"

enum { GEMEENTE_DIGITS = 4 };

/* How CBS writes the code of a level. */
static const struct level {
	const char *niveau, *prefix;
	size_t digits;
	const char *noun; /* with its article */
} levels[] = {
	{"gemeente", "GM", 4, "een gemeente"},
	{"wijk", "WK", 6, "een wijk"},
	{"buurt", "BU", 8, "een buurt"},
};

static const struct level *level_of(const char *niveau)
{
	for (size_t i = 0; i < ARRAY_LEN(levels); i++)
		if (strcmp(levels[i].niveau, niveau) == 0)
			return &levels[i];
	return NULL;
}

/* The level whose prefix the code has. */
static const struct level *level_of_code(const char *code)
{
	for (size_t i = 0; i < ARRAY_LEN(levels); i++)
		if (strncmp(code, levels[i].prefix, 2) == 0 && strlen(code) > 2 && code[2] >= '0' && code[2] <= '9')
			return &levels[i];
	return NULL;
}

/* ---- the day on which an area must be valid ------------------------------------------------ */

/* A division runs whole years. A school year lies in two: the last day decides, and when that gives nothing
 * the first (search_period). */
static struct date day_of(const struct area_vraag *v, bool first)
{
	if (v->kolom->indeling && strlen(v->kolom->indeling) == 4) {
		int year = 0;

		for (const char *p = v->kolom->indeling; *p >= '0' && *p <= '9'; p++)
			year = year * 10 + (*p - '0');
		return (struct date){year, 12, 31};
	}
	if (v->periode.soort == PERIODE_GEEN)
		return DATE_NONE;
	return first ? v->periode.begin : v->periode.eind;
}

static const struct gebied *by_code(const struct area_vraag *v, const char *niveau, const char *code)
{
	const struct gebied *g = gebied_by_code(v->gebieden, niveau, code, day_of(v, false));

	return g ? g : gebied_by_code(v->gebieden, niveau, code, day_of(v, true));
}

static const struct gebied *by_name(const struct area_vraag *v, const char *niveau, const char *name)
{
	const struct gebied *g = gebied_by_name(v->gebieden, niveau, name, day_of(v, false));

	return g ? g : gebied_by_name(v->gebieden, niveau, name, day_of(v, true));
}

/* ---- codes --------------------------------------------------------------------------------- */

static bool is_code_char(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

/* Capitals, without spaces and the dots and commas of thousands; NULL when it cannot be a code. */
static char *normal_code(const char *text)
{
	struct str code = STR_INIT;
	bool digit = false;

	for (; *text; text++) {
		char c = *text >= 'a' && *text <= 'z' ? (char)(*text - 'a' + 'A') : *text;

		if (c == ' ')
			continue;
		if (!is_code_char(c)) {
			str_release(&code);
			return NULL;
		}
		digit = digit || (c >= '0' && c <= '9');
		str_add_char(&code, c);
	}
	if (!digit || code.len > 12) {
		str_release(&code);
		return NULL;
	}
	return str_detach(&code);
}

/* The code in full: prefix in front, lost zeros back. */
static char *full_code(const char *prefix, size_t width, const char *code)
{
	size_t len = strlen(code);
	struct str full = STR_INIT;

	if (len > width || code[0] < '0' || code[0] > '9')
		return NULL;
	str_add(&full, prefix);
	for (; len < width; len++)
		str_add_char(&full, '0');
	str_add(&full, code);
	return str_detach(&full);
}

/* As the profile says the source writes its codes, else as CBS does. */
static char *profile_code(const struct import_kolom *k, const struct level *level, const char *code)
{
	return full_code(k->voorvoegsel ? k->voorvoegsel : level->prefix,
		k->breedte ? (size_t)k->breedte : level->digits, code);
}

/* Says how a code was read unless the profile expects it so. */
static void tell_code(const struct area_vraag *v, const char *text, const char *code, const struct gebied *g,
	struct area_hit *out)
{
	size_t width = v->kolom->breedte ? (size_t)v->kolom->breedte : 0;
	char *shown;

	if (strcmp(text, g->code) == 0 || (v->kolom->voorvoegsel && strlen(code) == width))
		return;
	shown = cell_shown(text);
	out->melding = mem_printf("%s gelezen als %s (%s).", shown, g->code, g->naam);
	free(shown);
}

/* The level in the list decides, not the letters of the code: what a gemeente calls a wijk may be a buurt of CBS. */
static const struct gebied *find_bare(const struct area_vraag *v, const char *niveau, const char *code)
{
	const struct gebied *g = NULL;
	char *full = profile_code(v->kolom, level_of(niveau), code);

	if (full)
		g = by_code(v, niveau, full);
	free(full);
	for (size_t i = 0; i < ARRAY_LEN(levels) && !g && !v->kolom->voorvoegsel; i++) {
		full = strlen(code) == levels[i].digits ? full_code(levels[i].prefix, levels[i].digits, code) : NULL;
		if (full)
			g = by_code(v, niveau, full);
		free(full);
	}
	return g;
}

static const struct gebied *find_code(const struct area_vraag *v, const char *niveau, const char *text,
	struct area_hit *out)
{
	char *code = normal_code(text);
	const struct gebied *g;

	if (!code)
		return NULL;
	g = by_code(v, niveau, code);
	if (!g)
		g = find_bare(v, niveau, code);
	if (g)
		tell_code(v, text, code, g, out);
	free(code);
	return g;
}

/* ---- names --------------------------------------------------------------------------------- */

/* The one area whose name or alias is the same but for accents, hyphens and spaces. */
static const struct gebied *find_loose(const struct area_vraag *v, const char *niveau, const char *text)
{
	char *want = text_loose_key(text);
	const struct gebied *hit = NULL;
	struct date op = day_of(v, false);
	int hits = 0;

	for (size_t i = 0; *want && i < v->gebieden->count; i++) {
		const struct gebied *g = &v->gebieden->item[i];
		bool same = false;

		if (strcmp(g->niveau, niveau) != 0 || !gebied_valid_on(g, op))
			continue;
		for (size_t a = 0; a <= g->alias_count && !same; a++) {
			char *have = text_loose_key(a ? g->alias[a - 1] : g->naam);

			same = strcmp(have, want) == 0;
			free(have);
		}
		if (same) {
			hit = g;
			hits++;
		}
	}
	free(want);
	return hits == 1 ? hit : NULL;
}

static const struct gebied *find_name(const struct area_vraag *v, const char *niveau, const char *text,
	struct area_hit *out)
{
	const struct gebied *g = by_name(v, niveau, text);
	char *shown;

	if (g)
		return g;
	g = find_loose(v, niveau, text);
	if (g) {
		shown = cell_shown(text);
		out->melding = mem_printf("%s gelezen als %s (%s).", shown, g->naam, g->code);
		free(shown);
	}
	return g;
}

/* ---- rest areas and totals ----------------------------------------------------------------- */

static const struct gebied *rest_area(const struct area_vraag *v, const char *niveau)
{
	for (size_t i = 0; i < v->gebieden->count; i++)
		if (v->gebieden->item[i].eigen && strcmp(v->gebieden->item[i].niveau, niveau) == 0)
			return &v->gebieden->item[i];
	return NULL;
}

static bool in_list(const struct text_list *list, const char *key)
{
	bool hit = false;

	for (size_t i = 0; i < list->count && !hit; i++) {
		char *other = text_key(list->item[i]);

		hit = strcmp(other, key) == 0;
		free(other);
	}
	return hit;
}

/* 1 when the text is a total or a rest area, 0 when not. */
static int find_special(const struct area_vraag *v, const char *text, struct area_hit *out)
{
	char *key = text_key(text);
	bool total = in_list(&v->def->totaalrij, key), rest = in_list(&v->kolom->onbekend_toegestaan, key);
	/* what is elsewhere never counts for the gemeente; the rest does */
	bool outside = strncmp(key, "buiten", 6) == 0 || strncmp(key, "elders", 6) == 0;

	free(key);
	if (total) {
		out->soort = AREA_TOTAAL;
		out->gebied = gebied_own(v->gebieden);
	} else if (rest) {
		out->soort = AREA_GEBIED;
		out->gebied = rest_area(v, outside ? "buiten" : "onbekend");
	}
	return out->gebied != NULL;
}

/* ---- why not ------------------------------------------------------------------------------- */

static void add_levels(struct str *s, const struct import_kolom *k)
{
	for (size_t i = 0; i < k->niveaus.count; i++)
		str_add_f(s, "%s%s", i ? " of " : "", level_of(k->niveaus.item[i])->noun);
}

/* An area with this code in any division. */
static const struct gebied *any_code(const struct area_vraag *v, const char *code)
{
	const struct gebied *found = NULL;

	for (size_t i = 0; i < v->gebieden->count; i++)
		if (strcmp(v->gebieden->item[i].code, code) == 0)
			found = &v->gebieden->item[i];
	return found;
}

static void advise_list(const struct area_vraag *v, const char *text, struct err *err)
{
	const char *niveau = v->kolom->niveaus.item[0];
	const struct gebied *near = gebied_nearest(v->gebieden, niveau, text, day_of(v, false));

	if (near)
		err_advise(err, "Bedoelt u %s (%s)? Verbeter de cel, of zet de naam als alias in het gebiedenbestand.",
			near->naam, near->code);
	else
		err_advise(err, "Gebruik de naam of de CBS-code van een gebied uit het gebiedenbestand van de gemeente.");
}

static int refuse_level(const struct area_vraag *v, const char *shown, const struct level *level,
	const struct gebied *known, struct err *err)
{
	struct str want = STR_INIT;

	add_levels(&want, v->kolom);
	err_set(err, ERR_DATA, "%s is de code van %s; hier hoort %s.", shown, level->noun, str_text(&want));
	if (known && known->ouder)
		err_advise(err, "%s ligt in %s. Lever de cijfers per gebied van dat niveau.", known->naam, known->ouder);
	else
		err_advise(err, "Lever de cijfers op het niveau dat het profiel noemt.");
	str_release(&want);
	return -1;
}

static int refuse_other(const struct area_vraag *v, const char *shown, const char *code, const struct gebied *own,
	struct err *err)
{
	const struct gebied *other;
	char *gm = mem_printf("GM%.*s", GEMEENTE_DIGITS, code + 2);

	other = gebied_by_code(v->gebieden, "gemeente", gm, DATE_NONE);
	err_set(err, ERR_DATA, "%s hoort bij gemeente %s, niet bij %s (%s).", shown, other ? other->naam : gm, own->naam,
		own->code);
	err_advise(err, "Lever alleen de gebieden van %s.", own->naam);
	free(gm);
	return -1;
}

static int refuse_indeling(const struct area_vraag *v, const char *shown, const struct gebied *known, struct err *err)
{
	const char *now = gebied_indeling(v->gebieden, known->niveau, day_of(v, false));

	err_set(err, ERR_DATA, "%s bestaat niet in de indeling van %s (wel in die van %s: %s).", shown,
		now ? now : "deze periode", known->indeling, known->naam);
	return err_advise(err, "Vraag de leverancier om de cijfers in de indeling die in de periode van de rij geldt.");
}

static bool of_gemeente(const char *code, const struct gebied *own)
{
	return own && strlen(code) >= 2 + GEMEENTE_DIGITS && strncmp(code + 2, own->code + 2, GEMEENTE_DIGITS) == 0;
}

static bool has_level(const struct import_kolom *k, const char *niveau)
{
	return text_list_index(&k->niveaus, niveau) >= 0;
}

/* What is known about a text that is a code in form: refused, 1 when it is to be skipped, 0 when not known. */
static int judge_code(const struct area_vraag *v, const char *shown, const char *code, struct err *err)
{
	const struct gebied *own = gebied_own(v->gebieden), *known = any_code(v, code);
	const struct level *level = level_of_code(code);

	if (!level)
		return 0;
	if (own && !of_gemeente(code, own)) {
		if (v->kolom->buiten_overslaan)
			return 1;
		return refuse_other(v, shown, code, own, err);
	}
	if (known && has_level(v->kolom, known->niveau))
		return refuse_indeling(v, shown, known, err);
	if (!has_level(v->kolom, level->niveau))
		return refuse_level(v, shown, level, known, err);
	return 0;
}

/* A bare number in the place of a code: in full as a code of the first level. */
static char *code_in_form(const struct area_vraag *v, const char *text)
{
	char *code = normal_code(text), *full;

	if (!code || level_of_code(code))
		return code;
	full = profile_code(v->kolom, level_of(v->kolom->niveaus.item[0]), code);
	free(code);
	return full;
}

static int not_found(const struct area_vraag *v, const char *text, struct area_hit *out, struct err *err)
{
	char *shown = cell_shown(text), *code = code_in_form(v, text);
	struct str want = STR_INIT;
	int judged = code ? judge_code(v, shown, code, err) : 0;

	if (judged == 0 && v->kolom->buiten_overslaan && has_level(v->kolom, "gemeente") && !code)
		judged = 1; /* a national list by name: every name that is not ours is another gemeente */
	if (judged == 1) {
		*out = (struct area_hit){AREA_OVERSLAAN, NULL, NULL};
	} else if (judged == 0) {
		add_levels(&want, v->kolom);
		err_set(err, ERR_DATA, "%s is niet bekend als %s van %s.", shown,
			str_text(&want) + (strncmp(str_text(&want), "een ", 4) == 0 ? 4 : 0),
			gebied_own(v->gebieden) ? gebied_own(v->gebieden)->naam : "de gemeente");
		advise_list(v, text, err);
	}
	str_release(&want);
	free(code);
	free(shown);
	return judged == 1 ? 0 : -1;
}

/* ---- the door ------------------------------------------------------------------------------ */

/* An area of another gemeente that the list knows. */
static int own_or_not(const struct area_vraag *v, const char *text, struct area_hit *out, struct err *err)
{
	const struct gebied *own = gebied_own(v->gebieden);
	char *shown;

	if (out->gebied->eigen || !own)
		return 0;
	if (v->kolom->buiten_bewaren && strcmp(out->gebied->niveau, "gemeente") == 0)
		return 0;
	free(out->melding);
	out->melding = NULL;
	if (v->kolom->buiten_overslaan) {
		*out = (struct area_hit){AREA_OVERSLAAN, NULL, NULL};
		return 0;
	}
	shown = cell_shown(text);
	if (strcmp(out->gebied->niveau, "gemeente") == 0) {
		err_set(err, ERR_DATA, "%s is gemeente %s; deze werkmap is van %s.", shown, out->gebied->naam, own->naam);
		err_advise(err, "Laad het bestand in de werkmap van die gemeente.");
	} else {
		refuse_other(v, shown, out->gebied->code, own, err);
	}
	free(shown);
	return -1;
}

/* What a gemeente took together is still delivered apart: a part of a group may stand where a wijk is asked. */
static const struct gebied *find_in_group(const struct area_vraag *v, const char *text, struct area_hit *out)
{
	const struct gebied *g = NULL;

	if (has_level(v->kolom, "wijk") && !has_level(v->kolom, "buurt")) {
		g = find_code(v, "buurt", text, out);
		g = g ? g : find_name(v, "buurt", text, out);
	}
	if (g && gebied_in_groep(g))
		return g;
	free(out->melding);
	out->melding = NULL;
	return NULL;
}

int area_read(const struct area_vraag *vraag, const char *text, struct area_hit *out, struct err *err)
{
	struct area_hit hit = {AREA_GEBIED, NULL, NULL};

	if (find_special(vraag, text, &hit)) {
		*out = hit;
		return 0;
	}
	for (size_t i = 0; i < vraag->kolom->niveaus.count && !hit.gebied; i++)
		hit.gebied = find_code(vraag, vraag->kolom->niveaus.item[i], text, &hit);
	for (size_t i = 0; i < vraag->kolom->niveaus.count && !hit.gebied; i++)
		hit.gebied = find_name(vraag, vraag->kolom->niveaus.item[i], text, &hit);
	if (!hit.gebied)
		hit.gebied = find_in_group(vraag, text, &hit);
	if (hit.gebied ? own_or_not(vraag, text, &hit, err) < 0 : not_found(vraag, text, &hit, err) < 0)
		return -1;
	*out = hit;
	return 0;
}
